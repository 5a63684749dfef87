"""Interviews, whose speakers stand before a colon: 记者：……？⏎某某：……。⏎问：……？⏎答：…… (对话体)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.antecedents import subject
from newsie.frames.speech.extents import trimmed
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.people import Speaker

RULE = "speaker.turn"
"""The rule of a speaker who answers in an interview."""

_ASKS = ("记者：", "问：", "主持人：", "报：")
# a paper asks by its own name: 某某日报：……？
_ASKER = re.compile("[^：\n]{0,8}(?:记者|[日晚早晨商时周]报|都市报)|主持人|问|提问")
_LABEL = re.compile(r"(?:\A|(?<=\n)|(?<=[。？！…”]))[ 　]?(?P<who>[^：\n，。；！？“”…]{1,16})：")
_SENTENCE = re.compile("[？。！]")
_QUESTION = re.compile("？")
# 据村民介绍：, 我注意到一段评价：
_NO_LABEL = re.compile("[据我咱他她这那您你]|.{0,16}(?:说|道|介绍|表示|告诉|认为|指出|评价|如下|是)\\Z")
# 答 is who was introduced: 近日，某局局长某某就此接受了记者采访
_ANSWER = frozenset({"答", "回答", "答复"})
_INTRODUCED = re.compile("采访|专访|提问|访谈|答记者问|做客|对话|解答")
_SPOKESMAN = re.compile(r"[^，。；：\n]{0,24}?(?:负责人|负责同志|发言人)(?=就|在|接受|回答|答)")
# the last answer goes on in its next paragraph
_GOES_ON = re.compile(
    "\n(?:我|咱|[一二三四五六七八九]是|首先|其次|第[一二三四五六七八九十]|同时|此外|另外|下一步|今后|最后)"
)


class Turn(NamedTuple):
    """What one says in an interview before the other goes on; offsets into the canvas.

    Attributes:
        start: where the turn begins, with the words before its colon.
        content: where the words begin, behind the colon.
        end: one past the last.
        speaker: who answers; None of a question, and where nobody is known to answer.
    """

    start: int
    content: int
    end: int
    speaker: Speaker | None

    def words(self, layout: Layout) -> tuple[int, int]:
        """Return where what is said stands, without the quotation marks around the whole of it."""
        begin, end = trimmed(layout, self.content, self.end)
        whole = layout.spoken_at(begin)
        return (begin + 1, end - 1) if whole and whole.end == end else (begin, end)


def find_turns(layout: Layout) -> tuple[Turn, ...]:
    """Return the questions and answers of an interview, in order; none where nobody asks.

    Who asks is called 记者, 主持人, 问 or by the paper's name; who answers is whoever stands before a colon behind a question.
    """
    if not any(words in layout.string for words in _ASKS):
        return ()
    labels = list(_LABEL.finditer(layout.string))
    ends = [*(label.start() for label in labels), len(layout.string)][1:]
    asks = [_is_question(layout, label, end) for label, end in zip(labels, ends, strict=True)]
    known = {
        _plain(layout, label)
        for label, asked, before in zip(labels[1:], asks[1:], asks, strict=False)
        if before and not asked and not _NO_LABEL.match(label["who"])
    }
    told = [
        (label, asked)
        for label, asked in zip(labels, asks, strict=True)
        if asked or _plain(layout, label) in known or (known and _names(label))
    ]
    return tuple(_turns(layout, told)) if known else ()


def _is_question(layout: Layout, label: re.Match[str], end: int) -> bool:
    """Tell whether one asks behind a label: 记者：收成如何？, but 记者：王某 only signs, and a paper (某某日报：……) may report."""
    asks = _QUESTION if label["who"].endswith("报") else _SENTENCE
    return _ASKER.fullmatch(label["who"]) is not None and bool(asks.search(layout.string, label.end(), end))


def turn_at(turns: Sequence[Turn], at: int) -> Turn | None:
    """Return the turn that holds the character at `at`, if any."""
    index = bisect_right(turns, at, key=lambda turn: turn.start) - 1
    return turns[index] if index >= 0 and at < turns[index].end else None


def _turns(layout: Layout, told: Sequence[tuple[re.Match[str], bool]]) -> Iterator[Turn]:
    introduced = _introduced(layout, told[0][0].start())
    ends = [label.start("who") for label, _ in told[1:]]
    last = told[-1][0].end()
    for (label, asked), end in zip(told, [*ends, _last_end(layout, last)], strict=True):
        answers = introduced if label["who"] in _ANSWER else Speaker(*_who(label), RULE)
        yield Turn(label.start("who"), label.end(), end, None if asked else answers)


def _who(label: re.Match[str]) -> tuple[int, int]:
    """Return the words for who speaks: the name, where there is one."""
    at = label["who"].rfind(MARKS["PERSON"])
    begin = label.start("who")
    return (begin + at, begin + at + 1) if at >= 0 else label.span("who")


def _names(label: re.Match[str]) -> bool:
    """Tell whether a paragraph begins with a name: who opens a press conference, or adds something, is asked by nobody."""
    begins = label.start() == 0 or label.string[label.start() - 1] == "\n"
    return begins and label["who"] == MARKS["PERSON"]


def _plain(layout: Layout, label: re.Match[str]) -> str:
    return layout.reading.plain(layout.canvas.span(*_who(label)))


def _introduced(layout: Layout, end: int) -> Speaker | None:
    """Return who is introduced as the one who answers, in the sentences before `end`."""
    for match in _INTRODUCED.finditer(layout.string, 0, end):
        start, stop = layout.sentence(match.start())
        found = subject(layout, start, stop)
        if found:
            return Speaker(found.start, found.end, RULE)
        spokesman = _SPOKESMAN.search(layout.string, start, stop)
        if spokesman:
            return Speaker(*spokesman.span(), RULE)
    return None


def _last_end(layout: Layout, content: int) -> int:
    """Return where the last turn ends, whose words begin at `content`: with its paragraph, or those that go on."""
    end = layout.string.find("\n", content)
    while end >= 0 and _GOES_ON.match(layout.string, end):
        end = layout.string.find("\n", end + 1)
    return end if end >= 0 else len(layout.string)
