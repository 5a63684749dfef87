"""Quotations in a painted text, and which of them somebody utters."""

from __future__ import annotations

from typing import NamedTuple

from newsie import patterns as re

_MARKS = re.compile('[“”"\n]')
_LONGEST = 3000
# what stands before the opening mark of uttered words: nothing, the end of a sentence, 说，or 说：
_BEFORE = frozenset('。！？…”"，：；—）\n说道示叹称言问答喊忆嘱咐诉调')
_ENDS_UTTERED = frozenset("。！？…—，；～?!,.")
# “……还能照顾老娘”，她说。
SAID_BEHIND = re.compile(r"，[^，。；！？“”\n]{1,24}?(?:说|表示|介绍|告诉记者|感慨)道?[，。：]")
"""What stands behind a quotation that it attributes."""

_AFTER = re.compile(r"[。，！？]?\n*")


class Quotation(NamedTuple):
    """A quotation (引语).

    Attributes:
        start: its opening mark.
        end: one past its closing mark.
        spoken: whether it reads as uttered words, not as a term (“五星”支部).
    """

    start: int
    end: int
    spoken: bool


def find_quotations(string: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of `string`, sorted by place.

    Offsets: half-open, into `string`. A quotation that opens anew in a later paragraph before
    it was closed counts from there.

    >>> [(found.start, found.end, found.spoken) for found in find_quotations("“真好！”他夸“五星”支部。")]
    [(0, 5, True), (7, 11, False)]
    """
    found: list[Quotation] = []
    opened, depth, straight = -1, 0, False
    for match in _MARKS.finditer(string):
        mark, at = match.group(), match.start()
        if mark == "\n":
            if straight:
                opened, depth, straight = -1, 0, False
            continue
        closes = mark == "”" or (mark == '"' and straight)
        if opened >= 0 and at - opened > _LONGEST:
            opened, depth, straight = -1, 0, False
        if closes:
            depth -= 1
            if opened >= 0 and depth == 0:
                found.append(Quotation(opened, at + 1, _spoken(string, opened, at + 1)))
                opened, straight = -1, False
            depth = max(depth, 0)
        elif opened < 0 or "\n" in string[max(opened, at - 1) : at]:
            opened, depth, straight = at, 1, mark == '"'
        elif not straight:
            depth += 1
    return tuple(found)


def behind(string: str, quotation: Quotation) -> int:
    """Return where the words behind a quotation begin, its stop and line breaks passed."""
    match = _AFTER.match(string, quotation.end)
    return match.end() if match else quotation.end


def _spoken(string: str, start: int, end: int) -> bool:
    before = string[start - 1] if start else "\n"
    if (before not in _BEFORE and not string.endswith("指出", 0, start)) or end - start < 5:
        return False
    if string[end - 2] in _ENDS_UTTERED:
        return True
    # “……生产生活环境”。某局局长说: the stop stands behind the mark
    if end - start <= 12:
        return False
    return string[end : end + 1] in set("。！？；\n") or SAID_BEHIND.match(string, end) is not None
