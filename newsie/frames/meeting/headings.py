"""What the headline says of a meeting: its full name, and who called it (标题)."""

from __future__ import annotations

from dataclasses import dataclass

from newsie import patterns as re
from newsie.article import Article
from newsie.frames.meeting.names import kind_of, name_before, name_from
from newsie.text import Text

_HOLD = re.compile(r"(?:组织|主持)?(?:召开|举行|举办)")
_HELD = re.compile(
    r"(?:[0-9]{1,40}日|今日|今天|昨日|昨天)?(?:在[^，。]{1,16})?(?:隆重|胜利|圆满|顺利)?(?:召开|举行|举办|开幕|闭幕|落幕)"
)
_UPON = re.compile(r"在(?P<name>[^，。]{4,40})上(?:强调|指出|要求|表示|讲话|的讲话|作|提出)")
_PART = re.compile(r"[^，。：；！？ \n]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A meeting as a headline tells of it.

    Attributes:
        name: its name, cut from the headline.
        organizer: who called it, or None.
    """

    name: Text
    organizer: Text | None


def read_headings(article: Article) -> tuple[Heading, ...]:
    """Return the meetings that kicker, headline and subheads name.

    A name that is set over two lines (某届人大常委会 第三十一次会议举行) is read as one.
    """
    found: list[Heading] = []
    for line in (article.kicker, article.headline, *article.subheads):
        if line is None:
            continue
        for text in (line.substitute(r"\s+", ""), line):
            found += _read(text)
    return tuple(found)


def _read(text: Text) -> list[Heading]:
    found: list[Heading] = []
    folded = text.folded
    for part in _PART.finditer(folded):
        start, end = part.span()
        for verb in _HOLD.finditer(folded, start, end):
            name = name_from(folded, verb.end(), end)
            if name and name[0] == verb.end() and start + 1 < verb.start():
                organizer = None if verb.group().startswith("主持") else text[start : verb.start()]
                found.append(Heading(text[slice(*name)], organizer))
        for verb in _HELD.finditer(folded, start, end):
            name = name_before(folded, start, verb.start())
            if name:
                found.append(Heading(text[slice(*name)], None))
        upon = _UPON.search(folded, start, end)
        if upon and kind_of(upon["name"]):
            found.append(Heading(text[upon.start("name") : upon.end("name")], None))
    return found
