"""Notes that a story goes on elsewhere: （下转第3版）, （上接第1版） (转版)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.article import Warning
from newsie.clean import Line
from newsie.divide.drafts import Draft
from newsie.divide.lines import CONTINUED, Marked
from newsie.divide.pictures import settle
from newsie.divide.state import Assembly

_NOTE_LENGTH = 24
# no note is without one
_TURNS = re.compile("[下详紧][转见接]")
_NOTED_PAGE = re.compile(r"第?\s{0,8}([0-9]{1,2}|十?[一二三四五六七八九]|十)\s{0,8}版")


def continued(state: Assembly, item: Marked) -> int:
    """Take in a note; a story whose beginning stands on another page of this text goes on with it."""
    state.furniture.append(item.line)
    onward, page = item.role == "onward", _page_number(item.string)
    begun = None if onward else _begun_before(state, page)
    if begun:
        # neither is missing: each note has its other page in this text, and is answered once
        _, story, warning = begun
        state.onward.remove(begun)
        state.warnings.remove(warning)
        state.resume(story)
        return 1
    if not onward:
        state.open().headless = True
    warning = Warning(
        code="continued",
        message=f"{item.line.text.string}: {'the rest of this story' if onward else 'its beginning'} is on another page",
        segments=item.line.text.segments(),
        article=len(state.drafts) - 1 if state.drafts else None,
    )
    state.warnings.append(warning)
    if onward and state.draft:
        state.onward.append((page, state.draft, warning))
        state.draft.closed = True
    return 1


def _page_number(note: str) -> int:
    """Return the number of the page that a note sends to, 0 if it is none: （下转第三版）."""
    number = _NOTED_PAGE.search(note)
    if number is None:
        return 0
    digits = number[1]
    return (
        int(digits)
        if digits.isdecimal()
        else sum("一二三四五六七八九十".index(digit) + 1 for digit in digits)
    )


def _begun_before(state: Assembly, page: int) -> tuple[int, Draft, Warning] | None:
    """Return the one story that goes on here, with its page and its warning: it was to go on upon the page after the one that this note names.

    （下转第2版） … （上接第1版）: both pages are in this text, for one page alone lies between those its notes name.
    """
    notes = state.furniture[-2:]
    if state.onward and len(notes) == 2 and notes[0].number + 1 == notes[1].number and _is_onward(notes[0]):
        return state.onward[-1]  # (下转4版) / (上接1版): a site has put the parts together
    begun = [told for told in state.onward if page and told[0] == page + 1]
    return begun[0] if len(begun) == 1 else None


def _is_onward(line: Line) -> bool:
    return CONTINUED.fullmatch(line.text.folded) is not None


def ends_onward(state: Assembly, draft: Draft, item: Marked) -> bool:
    """Take in a line that ends in a continuation note: 示范户560户。（下转四版）."""
    end = item.string[-_NOTE_LENGTH:]
    note = CONTINUED.search(end) if _TURNS.search(end) else None
    at = len(item.string) - min(_NOTE_LENGTH, len(item.string)) + note.start() if note else 0
    if note is None or note.end() < min(_NOTE_LENGTH, len(item.string)) or not at:
        return False
    text = item.line.text
    if state.pending:
        settle(state, item.line)
    draft.add("body", item.line, text[:at].strip())
    continued(state, Marked(item.line._replace(text=text[at:]), "onward"))
    return True
