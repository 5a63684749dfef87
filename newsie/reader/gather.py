"""Mentions of a page: the model's votes, the byline's names and the grammar's, settled (汇集).

In come all regions of one page (headlines, bodies, captions, credits, furniture) as folded
text; out go the names in each. A name that has evidence anywhere on the page is found wherever
else it stands.

>>> gather(["记者 王某某"], [()], [()], ["王某某"])
[(Mention(label='PERSON', start=3, end=6, by=('byline',)),)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.reading import Mention
from newsie.text import Span


def gather(
    folded: Sequence[str],
    votes: Sequence[tuple[Mention, ...]],
    blocked: Sequence[tuple[Span, ...]],
    known: Sequence[str],
) -> list[tuple[Mention, ...]]:
    """Return the mentions of each region of one page, sorted by place.

    Args:
        folded: every region of the page, width-folded.
        votes: what the model found in each region; may be empty.
        blocked: spans of each region that are dates, amounts or titles and hold no name.
        known: names that bylines of the page give.

    Offsets: all spans are half-open offsets into their region.
    """
    found: list[tuple[Mention, ...]] = []
    for region, models, closed in zip(folded, votes, blocked, strict=True):
        mentions = [mention for mention in models if _free(mention, closed)]
        for name in sorted(set(known), key=len, reverse=True):
            for match in re.finditer(re.escape(name), region):
                mention = Mention("PERSON", *match.span(), ("byline",))
                if not any(_overlaps(mention, other) for other in mentions):
                    mentions.append(mention)
        found.append(tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end))))
    return found


def _free(mention: Mention, closed: tuple[Span, ...]) -> bool:
    return not any(start < mention.end and mention.start < end for start, end in closed)


def _overlaps(mention: Mention, other: Mention) -> bool:
    return mention.start < other.end and other.start < mention.end
