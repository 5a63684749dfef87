"""Mentions of a page: the model's votes, the byline's names and the grammar's, settled (汇集).

In come all regions of one page (headlines, bodies, captions, credits, furniture) as folded
text; out go the names in each. A name that has evidence anywhere on the page is found wherever
else it stands.

>>> [mention.by for mention in gather(["县长王某某出席"], [()], [()], [])[0]][-1]
('rule introduced', 'rule title')
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from newsie import patterns as re
from newsie.reader.acceptance import accepted
from newsie.reader.evidence import Evidence, collect
from newsie.reader.followers import acts, follows
from newsie.reader.given import BY, given
from newsie.reader.occurrences import Occurrences
from newsie.reader.organizations import find_organizations, find_places
from newsie.reader.region import Region
from newsie.reader.shapes import is_ordinary
from newsie.reading import Label, Mention
from newsie.sounds import SOUNDS
from newsie.spans import Spans
from newsie.text import Span


def gather(
    folded: Sequence[str],
    votes: Sequence[tuple[Mention, ...]],
    blocked: Sequence[tuple[Span, ...]],
    known: Sequence[str],
    heads: Collection[int] = (),
) -> list[tuple[Mention, ...]]:
    """Return the mentions of each region of one page, sorted by place.

    Args:
        folded: every region of the page, width-folded.
        votes: what the model found in each region; may be empty.
        blocked: spans of each region that are dates, amounts or titles and hold no name.
        known: names that bylines of the page give.
        heads: which regions are of headlines.

    Offsets: all spans are half-open offsets into their region.
    """
    regions = [Region.of(*given) for given in zip(folded, votes, blocked, strict=True)]
    page = Occurrences(folded)
    evidence = collect(regions, [name.replace(" ", "") for name in known], page)
    names = accepted(evidence, folded, page, heads)
    standing: list[list[tuple[int, int, str]]] = [[] for _ in regions]
    for name in names:
        for index, start, end in page.spans(name):
            standing[index].append((start, end, name))
    return [
        settle(region, _label(index, region, standing[index], names, evidence))
        for index, region in enumerate(regions)
    ]


def _label(
    index: int,
    region: Region,
    standing: Iterable[tuple[int, int, str]],
    names: Mapping[str, Counter[str]],
    evidence: Evidence,
) -> tuple[Mention, ...]:
    """Return the persons of a region: every place of an accepted name, the longest of those that overlap."""
    found: list[Mention] = []
    done = 0
    titled = {office.end for office in region.offices}
    for start, end, name in sorted(standing, key=lambda one: (one[0], -one[1], one[2])):
        seen = evidence.places.get((index, (start, end)), set())
        if start < done or not region.is_free(start, end):
            continue
        behind_title = start in titled or start - 1 in titled
        if (
            behind_title
            or _is_seen(region, seen, end)
            or not is_ordinary(name)
            or _in_context(region.folded, start, end)
        ):
            by = seen or {"byline" if "byline" in names[name] else "rule again"}
            done = _hyphened(region.folded, end)
            found.append(Mention("PERSON", start, done, tuple(sorted(by))))
    return tuple(found)


_HYPHENED = re.compile(f"(?<=[{SOUNDS}]{{2}})-[{SOUNDS}内]{{2,6}}")


def _hyphened(folded: str, end: int) -> int:
    """Return where a name by sound ends that goes on behind a hyphen: 某某斯-某某尔."""
    match = _HYPHENED.match(folded, end)
    if match is None:
        return end
    # 某某尔希望: what follows a name is no part of it
    ends = range(match.end(), match.start() + 2, -1)
    return next((place for place in ends if follows(folded, place) > 0), match.end())


def _is_seen(region: Region, seen: set[str], end: int) -> bool:
    """Tell whether a name was seen at a place by more than the model, or acts there: 遇到洪峰， is none."""
    if seen == {"model"}:
        return acts(region.folded, end)
    return bool(seen)


_BEFORE = re.compile(r"[，。；：！？、“”（）\n \]]$|(?:由|据|与|和|对|向|受|经|请|任命|免去|接受) ?\Z")
# ，成功将X建成 is no person; ，田某作推介 is one
_PARTICLES = frozenset("将把在为的是被让使也都有以用从不能会可就一")
_SENTENCE = re.compile(r"[。；！？”\n]$")


def _in_context(folded: str, start: int, end: int) -> bool:
    """Tell whether an everyday word stands where a name does."""
    before = folded[max(0, start - 3) : start]
    after = follows(folded, end)
    if not before or _SENTENCE.search(before):
        return after > 0
    if before[-1] in "，【" and after >= 1:
        return folded[end : end + 1] not in _PARTICLES
    return _BEFORE.search(before) is not None and after >= 1.5


def settle(region: Region, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return all mentions of a region: its persons, and what they leave of organisations, places and titles.

    Of one label the longest stays. A person that is only an everyday word inside an organisation
    (和平街道办事处) yields to it, otherwise the person stays; a place inside an organisation is part of it.
    """
    text = region.folded
    named = Spans((one.start, one.end) for one in found)
    bodies = _longest("ORG", find_organizations(text, named), region)
    around = Spans((one.start, one.end) for one in bodies)
    persons_left = [one for one in found if not _is_part(region, one, around)]
    taken = Spans((one.start, one.end) for one in persons_left)
    titles = [
        Mention("TITLE", office.start, office.end, ("lexicon titles",))
        for office in region.offices
        if office.kind == "public" and not taken.touch(office.start, office.end)
    ]
    bodies = _apart(bodies, taken)
    land = _apart(_longest("PLACE", find_places(text, named), region), taken)
    return tuple(
        sorted([*persons_left, *bodies, *land, *titles], key=lambda one: (one.start, one.end, one.label))
    )


def _apart(mentions: list[Mention], taken: Spans) -> list[Mention]:
    """Return the mentions that touch nothing taken, and take their places."""
    kept = [one for one in mentions if not taken.touch(one.start, one.end)]
    for one in kept:
        taken.add(one.start, one.end)
    return kept


# 青石县培训农民工: people, no body
_PEOPLE = (
    "农民工",
    "居民",
    "村民",
    "群众",
    "学生",
    "教师",
    "职工",
    "员工",
    "工人",
    "干部",
    "党员",
    "市民",
    "农户",
    "老人",
    "工作人员",
)


def _longest(label: Label, ruled: Iterable[Span], region: Region) -> list[Mention]:
    """Join the grammar's spans with the model's of one label; of those that overlap the longest stays."""
    by: dict[Span, set[str]] = {}
    for span in ruled:
        by.setdefault(span, set()).add("rule ending")
    for span in given(region.folded, label):
        by.setdefault(span, set()).add(BY)
    for vote in region.votes:
        if vote.label == label and not (
            label == "ORG" and region.folded.endswith(_PEOPLE, vote.start, vote.end)
        ):
            by.setdefault((vote.start, vote.end), set()).add("model")
    if not by:
        return []
    order = sorted(by, key=lambda span: (span[0] - span[1], span))
    free = [Mention(label, *span, tuple(sorted(by[span]))) for span in order if region.is_free(*span)]
    return _apart(free, Spans())


def _is_part(region: Region, one: Mention, bodies: Spans) -> bool:
    """Tell whether a name is but a word of an organisation: 和平 in 和平街道办事处."""
    if one.by != ("rule again",) or follows(region.folded, one.end) >= 1.5:
        return False
    return bodies.around(one.start, one.end) is not None
