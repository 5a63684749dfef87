"""A paper's own name and its pages' names, told by where they stand: in the head, and again further down."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.divide.frame import DAY
from newsie.divide.lines import NOTICE, Marked

_DAY = re.compile(DAY)
_LONGEST = 12
_LONGEST_HEAD = 6
_RUNNING = re.compile(r"[，。：；！？、“”]")
# 民生·社会 ④, 项目建设·特刊 05: a page's name with its number
_SLOGANS = re.compile(r"[^\s]{3,5}(?:\s[^\s]{3,5}){2,3}")
_PAGE_NUMBER = re.compile(r"(?:[^，。：；！？\s]{2,8}\s{1,20}){1,3}(?:[①-⑳]|[A-Z]?0?[1-9]|[0-9]{1,2})$")


def with_mastheads(marked: Sequence[Marked]) -> list[Marked]:
    """Make furniture of names among the lines of a page's head, and of the same names further down.

    2022年9月16日 / 某某零距离 / 2 综合新闻: what stands between lines of the frame, in a head that
    has a day, is of the frame.
    """
    found = list(marked)
    head = _head(found)
    if not any(item.role == "furniture" and _DAY.search(item.string) for item in found[:head]):
        return found
    for at in range(head):
        if found[at].role in {"text", "brief"} and _names_page(found, at, head):
            found[at] = Marked(found[at].line, "furniture")
    names = {item.string for item in found[:head] if item.role == "furniture" and _short(item.string)}
    return [
        Marked(item.line, "furniture") if item.role in {"text", "brief"} and item.string in names else item
        for item in found
    ]


def _head(marked: Sequence[Marked]) -> int:
    """Return how many lines stand at the front of a page before the first blank one."""
    front = marked[: _LONGEST_HEAD + 1]
    return next((at for at, item in enumerate(front) if at and item.line.gap), 0)


def _names_page(marked: Sequence[Marked], at: int, head: int) -> bool:
    """Tell whether a line of a page's head is a name: between lines of the frame, or with a page's number."""
    string = marked[at].string
    around = [any(item.role == "furniture" for item in part) for part in (marked[:at], marked[at + 1 : head])]
    # 学思想 强党性 重实践 建新功, right under the date
    if around[0] and at + 1 == head and _SLOGANS.fullmatch(string):
        return True
    if not _short(string):
        return False
    return all(around) or (any(around) and _PAGE_NUMBER.fullmatch(string) is not None)


def _short(string: str) -> bool:
    return len(string) <= _LONGEST and not _RUNNING.search(string) and not NOTICE.search(string)
