"""The last paragraph of a page, which the page's end cuts off (断尾).

会议强调，各乡镇要压实责任，确保播种面积稳定 / 在30万亩以上: no sentence ends in it, and yet it is no headline.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie.clean import Line
from newsie.divide.columns import FRAME
from newsie.divide.drafts import closes
from newsie.divide.joins import joins
from newsie.divide.lines import CONTINUED, Marked

_ABOVE = 12
_NOTE_LENGTH = 24
_UNEVEN = 3
_TEXT = frozenset({"text", "start"})


def ends_in_note(string: str) -> bool:
    """Tell whether a line ends in a note that its story goes on elsewhere: 坚决完成任务（下转第2版）."""
    tail = string[-_NOTE_LENGTH:]
    note = CONTINUED.search(tail) if "转" in tail or "接" in tail else None
    return note is not None and note.end() == len(tail)


def is_cut_off(marked: Sequence[Marked], chain: Sequence[int]) -> bool:
    """Tell whether lines without an end begin with a paragraph right under another, and nothing of its story follows."""
    at = chain[0]
    over, line = marked[at - 1] if at else None, marked[at].line
    if over is None or line.gap or over.role not in _TEXT or not closes(over.string):
        return False
    last = _is_last(marked, chain[-1])
    comma = "，" in line.text.folded
    if len(chain) == 1:
        return last and comma and line.indent > 0 and _indented_above(marked, at)
    second = marked[chain[1]].line
    goes_on = joins().goes_on(line.text.folded, second.text.folded) > joins().begins(second.text.folded)
    wrapped = goes_on and _fills(marked, at)
    if line.indent and not second.indent:
        return (comma or wrapped) and _indented_above(marked, at)
    return last and comma and wrapped and line.indent == second.indent == 0


def _is_last(marked: Sequence[Marked], at: int) -> bool:
    """Tell whether nothing but the frame stands below a line."""
    return all(item.role in FRAME for item in marked[at + 1 :])


def _above(marked: Sequence[Marked], at: int) -> list[Line]:
    return [item.line for item in marked[max(0, at - _ABOVE) : at] if item.role in _TEXT]


def _indented_above(marked: Sequence[Marked], at: int) -> bool:
    """Tell whether a paragraph above is indented as a line is."""
    return any(line.indent == marked[at].line.indent for line in _above(marked, at))


def _fills(marked: Sequence[Marked], at: int) -> bool:
    """Tell whether a line is as wide as the wrapped lines above, if there are any."""
    widths = [line.indent + line.width for line in _above(marked, at) if not closes(line.text.string)]
    line = marked[at].line
    return not widths or line.indent + line.width >= max(widths) - _UNEVEN
