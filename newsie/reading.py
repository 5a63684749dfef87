"""An article as read: its body with every literal, mention and post found in it.

The frames work on this value and on nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal as OneOf
from typing import NamedTuple, TypeAlias

from newsie.article import Article
from newsie.text import Span, Text
from newsie.values import Interval, Quantity

Label: TypeAlias = OneOf["PERSON", "ORG", "PLACE", "TITLE"]


class Date(NamedTuple):
    """A time expression in a text (时间表达式), e.g. 3月26日, 近日, 今年以来."""

    start: int
    end: int
    interval: Interval


class Amount(NamedTuple):
    """A quantity in a text (数量表达式), hedge and unit included, e.g. 70余名, 约70亿元."""

    start: int
    end: int
    quantity: Quantity


class Title(NamedTuple):
    """A title in 《 》 in a text (书名号), brackets included."""

    start: int
    end: int


class Mention(NamedTuple):
    """A name in a text.

    Attributes:
        label: PERSON, ORG, PLACE or TITLE (职务).
        start: first character, in the text that was read.
        end: one past the last.
        by: what named it: `model`, `byline`, `rule …`, `lexicon …`; sorted, at least one.
    """

    label: Label
    start: int
    end: int
    by: tuple[str, ...]


class Post(NamedTuple):
    """A person bound to a post (人员与职务).

    Attributes:
        person: where the name stands.
        organization: where the organisation's words stand, in reading order; empty when none is
            written. 市委常委、副市长 gives 市 from 市委 for the second post.
        title: where the title stands.
        by: the rule that bound them.
    """

    person: Span
    organization: tuple[Span, ...]
    title: Span
    by: str


@dataclass(frozen=True, slots=True)
class Reading:
    """An article's body with what was found in it. All spans are offsets into `text`.

    Attributes:
        article: the article.
        text: its body, paragraphs separated by a line feed (`article.text`).
        published: the day the page was published, if known.
        dates, amounts, titles: literals, each sorted by place.
        mentions: names, sorted by place, none overlapping another of the same label.
        posts: persons bound to posts, sorted by place.
    """

    article: Article
    text: Text
    published: date | None
    dates: tuple[Date, ...]
    amounts: tuple[Amount, ...]
    titles: tuple[Title, ...]
    mentions: tuple[Mention, ...]
    posts: tuple[Post, ...]

    def string(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text.string[span[0] : span[1]]

    def plain(self, span: Span) -> str:
        """Return the words of a span as rules see them: simplified, and with widths folded."""
        return self.text.folded[span[0] : span[1]]

    def labelled(self, *labels: Label) -> Sequence[Mention]:
        """Return the mentions that have one of `labels`."""
        return tuple(mention for mention in self.mentions if mention.label in labels)
