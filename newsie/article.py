"""What dividing a page gives: articles, what belongs to none of them, and doubts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from newsie.text import Segment, Text

Role: TypeAlias = Literal["kicker", "headline", "subhead", "byline", "body", "caption", "credit"]
Kind: TypeAlias = Literal["news", "photo", "brief"]


@dataclass(frozen=True, slots=True)
class Byline:
    """Who made an article (署名): names as they stand on the page.

    Attributes:
        reporters: 记者.
        correspondents: 通讯员.
        photographers: 摄, 图.
    """

    reporters: tuple[Text, ...] = ()
    correspondents: tuple[Text, ...] = ()
    photographers: tuple[Text, ...] = ()

    @property
    def names(self) -> tuple[Text, ...]:
        """Every name, in the order of roles; one that has two roles stands twice."""
        return self.reporters + self.correspondents + self.photographers


class Part(NamedTuple):
    """A stretch of an article that has one role.

    Attributes:
        role: what the stretch is.
        text: the repaired text of it, bylines and datelines included.
    """

    role: Role
    text: Text


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001 - the word of the contract: a result's `warnings`
    """Something doubtful on the page.

    Attributes:
        code: a stable name, such as `continued` or `no-headline`.
        message: what is doubtful, for a reader.
        segments: where, in the source.
        article: position of the article it concerns, or None.
    """

    code: str
    message: str
    segments: tuple[Segment, ...] = ()
    article: int | None = None


@dataclass(frozen=True)
class Article:
    """One story of a page (稿件), repaired.

    Attributes:
        headline: 主标题, its lines joined by one space, or None.
        kicker: 引题 or 肩题: the smaller line above, or the organisation line beside the headline.
        subheads: 副题 and 小标题 in reading order.
        kind: news, photo (图片新闻) or brief (简讯).
        byline: who made it.
        body: the paragraphs after the dateline.
        captions: picture captions (图片说明).
        parts: every stretch of the article in reading order, none overlapping another; the
            dateline is a byline part, each paragraph a body part.
        dateline: 本报讯 or 本报3月21日讯 as it stands before the body, byline included, or None.
    """

    headline: Text | None
    kicker: Text | None
    subheads: tuple[Text, ...]
    kind: Kind
    byline: Byline
    body: tuple[Text, ...]
    captions: tuple[Text, ...] = ()
    parts: tuple[Part, ...] = ()
    dateline: Text | None = None

    @cached_property
    def text(self) -> Text:
        """The body as one text, paragraphs separated by a line feed."""
        return Text.join(self.body, "\n")


@dataclass(frozen=True, slots=True)
class Division:
    """A divided page.

    Attributes:
        articles: the stories in the order of the page.
        furniture: lines that belong to none: mastheads, column titles, imprint (报头, 栏目).
        warnings: what could not be settled.
    """

    articles: tuple[Article, ...]
    furniture: tuple[Text, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
