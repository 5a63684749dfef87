"""A reading laid out for meetings: clauses, and which of them only repeat what someone said."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.canvas import MARKS, Canvas
from newsie.frames.speech.layout import Layout
from newsie.frames.statement import Speech
from newsie.reading import Date, Post, Reading
from newsie.text import Span

# a time that is no day on which something is held: 2022年, 2021—2022赛季, 今年以来, 截至10月底
PERIOD = "\ue00f"
# how far a form looks back from its verb
WINDOW = 160
_DATE = MARKS["DATE"]
_DAYS = frozenset({"day", "range", "vague", "month"})
# a headline has no full stop, and is short
_LONGEST_HEADLINE = 160
_TEXT_ENDS = ("。", "！", "？", "：", "，")
_LINE_BREAK = re.compile(r"\n")
_MARK = re.compile(r"[“”（）【】，：。；！？\n]")
_NO_DAY = re.compile(
    r"^(?:目前|现在|如今|眼下|未来|今后|过去|[几数]天|截至|截止|自|今年(?![0-9]{1,2}月[0-9]{1,2}日)|本月(?![0-9]|[上中下]旬|初|底)|近.年|“|当前)|(?:以来|期间|来|底前|目前)$|^[0-9]{4}年?[^0-9]{1,2}[0-9]{4}年?$|年度|[春夏秋冬]季$|季度"
)
# 近日，某某…… sets the day of what follows; 1月8日，记者从……获悉 does not
_STORY = re.compile(rf"(?:^|[，。”！？\n])[^，。；\n]{{0,6}}(?P<date>{_DATE})(?P<rest>[^。\n]{{0,40}})")
# 某国总统3日表示，……: the day is of what he said
_HEARD = re.compile(
    r"获悉|了解到|从[^，。]{2,24}(?:了解|得知|传来)|^[^，。]{0,4}(?:称|说|表示|表态|宣布|回应|正式公布|公布|透露|证实)"
)


# 某局网站发布消息称，3月7日，某局召开某会: news, not what someone says
_GIVES_NEWS = re.compile("(?:网站?|日报|晚报|报社|新华社|通讯社|电视台|广播台|消息|报道|公众号|媒体)$")


class Clause(NamedTuple):
    """A part of a sentence between commas.

    Attributes:
        start, end: half-open, into the scene's string, the comma left out.
        sentence: the number of its sentence.
        number: its place among the clauses of its sentence.
        spoken: whether it is part of what someone said.
    """

    start: int
    end: int
    sentence: int
    number: int
    spoken: bool


@dataclass(frozen=True)
class Scene:
    """A painted text and its clauses; most texts tell of no gathering, and are asked for no more.

    Attributes:
        layout: the painted text with its quotations.
        string: the painted text, times that are no day painted apart.
        sentences: the clauses of each sentence; no sentence is empty.
        said: what someone says, news that a page or a paper gives left out, sorted.
    """

    layout: Layout
    string: str
    sentences: tuple[tuple[Clause, ...], ...]
    said: tuple[Span, ...] = ()

    @cached_property
    def opening(self) -> int:
        """Where the first paragraph that is not empty ends."""
        end = self.string.find("\n", len(self.string) - len(self.string.lstrip("\n")))
        return end if end >= 0 else len(self.string)

    @cached_property
    def days(self) -> tuple[tuple[int, Date], ...]:
        """The dates that set the day of what follows, each with its place."""
        return tuple(_days(self.canvas, self.string))

    @cached_property
    def posts(self) -> dict[Span, tuple[Post, ...]]:
        """The posts of each person's mention."""
        posts: dict[Span, list[Post]] = {}
        for post in self.reading.posts:
            posts.setdefault(post.person, []).append(post)
        return {person: tuple(found) for person, found in posts.items()}

    @cached_property
    def officials(self) -> frozenset[str]:
        """The names that have a post anywhere in the text."""
        return frozenset(self.reading.plain(person) for person in self.posts)

    @cached_property
    def bodies(self) -> tuple[Span, ...]:
        """Where organisations are named in the text, sorted."""
        return tuple(sorted((mention.start, mention.end) for mention in self.reading.labelled("ORG")))

    @property
    def canvas(self) -> Canvas:
        """The painted text."""
        return self.layout.canvas

    @property
    def reading(self) -> Reading:
        """What was painted."""
        return self.layout.reading

    def text(self, clause: Clause) -> str:
        """Return the painted words of a clause."""
        return self.string[clause.start : clause.end]

    def words(self, start: int, end: int) -> str:
        """Return the words between two places of the string, simplified."""
        return self.reading.plain(self.canvas.span(start, end)).replace("\n", "")

    def is_said(self, at: int) -> bool:
        """Tell whether a place of the string is part of what someone says: 某某表示｜某会在某市召开，体现了重视."""
        return _said(at, self.said)

    def persons(self, start: int, end: int) -> tuple[int, ...]:
        """Return the places of the persons painted between two places."""
        return tuple(start + at for at, mark in enumerate(self.string[start:end]) if mark == MARKS["PERSON"])

    def starts(self, number: int) -> int:
        """Return where a sentence begins; one past the last begins at the end of the text."""
        return self.sentences[number][0].start if number < len(self.sentences) else len(self.string)

    def sentence_of(self, at: int) -> int:
        """Return the number of the sentence that holds a place of the string."""
        return max(0, bisect_right(self.sentences, at, key=lambda sentence: sentence[0].start) - 1)

    def is_item(self, number: int) -> bool:
        """Tell whether a sentence is an item of a list of news: 3.某会开幕；."""
        start = self.starts(number)
        return self.layout.numbered(start) and self.string[start - 1 : start] in {"", "\n", "；"}

    def is_headline(self, number: int) -> bool:
        """Tell whether a sentence is an item of such a list that is no more than a headline.

        The measures of a report are numbered too, but end as sentences: 1.召开座谈会，听取群众意见。
        """
        start, end = self.starts(number), self.starts(number + 1)
        return _item_of(self.layout, start, start + len(self.string[start:end].rstrip()))

    def told(self, number: int) -> str:
        """Return the painted words of a sentence, what someone says in it left out."""
        return "，".join(self.text(clause) for clause in self.sentences[number] if not clause.spoken)

    def date(self, at: int) -> Date | None:
        """Return the date painted at a place."""
        fill = self.canvas.fills.get(at)
        return fill.found if fill and isinstance(fill.found, Date) else None

    def day_before(self, at: int) -> Date | None:
        """Return the day that the story has set before a place."""
        index = bisect_left(self.days, at, key=lambda day: day[0]) - 1
        return self.days[index][1] if index >= 0 else None


def set_scene(layout: Layout, speeches: Sequence[Speech]) -> Scene:
    """Set the scene of a reading that is laid out; clauses inside `speeches` are marked as spoken."""
    string = _painted(layout.reading, layout.canvas)
    said = sorted(
        (layout.canvas.at(start), layout.canvas.at(end))
        for speech in speeches
        if not _GIVES_NEWS.search(speech.speaker_name or "")
        for start, end in speech.text
    )
    sentences: list[tuple[Clause, ...]] = []
    for start, end in _sentences(layout):
        clauses = tuple(_clauses(string, (start, end), len(sentences), said))
        if clauses:
            # 5.某会举行 听取情况汇报 某某主持；: a headline in a list
            headline = _item_of(layout, clauses[0].start, clauses[-1].end)
            sentences.append(tuple(_parted(layout, clauses, said)) if headline else clauses)
    return Scene(layout, string, tuple(sentences), tuple(said))


def _painted(reading: Reading, canvas: Canvas) -> str:
    parts: list[str] = []
    done = 0
    for index, fill in canvas.fills.items():
        if isinstance(fill.found, Date) and not _is_day(fill.found, reading.text.folded[slice(*fill.span)]):
            parts += canvas.string[done:index], PERIOD
            done = index + 1
    return "".join((*parts, canvas.string[done:]))


def _is_day(date: Date, words: str) -> bool:
    return date.interval.precision in _DAYS and not _NO_DAY.search(words)


def _days(canvas: Canvas, string: str) -> Iterator[tuple[int, Date]]:
    for found in _STORY.finditer(string) if _DATE in string else ():
        date = canvas.fills[found.start("date")].found
        if isinstance(date, Date) and date.interval.precision != "month" and not _HEARD.search(found["rest"]):
            yield found.start("date"), date


def _sentences(layout: Layout) -> Iterator[Span]:
    begins = sorted({*layout.clauses, *(found.end() for found in _LINE_BREAK.finditer(layout.string))})
    for start, end in zip(begins, (*begins[1:], len(layout.string)), strict=True):
        if end > start:
            yield start, end


def _clauses(string: str, sentence: Span, number: int, said: Sequence[Span]) -> Iterator[Clause]:
    """Yield the parts of a sentence between commas that stand outside quotations and brackets."""
    start, end = sentence
    depth, begin, count = 0, start, 0
    for found in _MARK.finditer(string, start, end):
        mark, at = found.group(), found.start()
        if mark in "“（【":
            depth += 1
        elif mark in "”）】":
            depth = max(0, depth - 1)
        elif depth == 0:
            if at > begin:
                yield Clause(begin, at, number, count, _said(begin, said))
                count += 1
            begin = at + 1
    if end > begin:
        yield Clause(begin, end, number, count, _said(begin, said))


def _parted(layout: Layout, clauses: Sequence[Clause], said: Sequence[Span]) -> Iterator[Clause]:
    """Yield the clauses of a headline divided where it has spaces."""
    number = 0
    for clause in clauses:
        begin, depth = clause.start, 0
        for at in range(clause.start, clause.end):
            if at > begin and not depth and layout.spaced(at):
                yield Clause(begin, at, clause.sentence, number, _said(begin, said))
                begin, number = at, number + 1
            depth += (layout.string[at] in "“（《") - (layout.string[at] in "”）》")
        yield Clause(begin, clause.end, clause.sentence, number, _said(begin, said))
        number += 1


def _item_of(layout: Layout, start: int, end: int) -> bool:
    """Tell whether a sentence is an item of a list of headlines: numbered, short, without a full stop."""
    string = layout.string
    if end - start > _LONGEST_HEADLINE or not layout.numbered(start):
        return False
    return string[start - 1 : start] in {"", "\n", "；", "："} and not string[start:end].endswith(_TEXT_ENDS)


def _said(at: int, said: Sequence[Span]) -> bool:
    index = bisect_right(said, (at, sys.maxsize)) - 1
    return index >= 0 and said[index][0] <= at < said[index][1]
