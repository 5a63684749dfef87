"""Body text that no opener precedes: the next paragraph of the open story, of one that was broken into, or of a new one."""

from __future__ import annotations

from newsie.divide import photo_credits
from newsie.divide.ahead import (
    after_note,
    brief_ahead,
    sender_below,
    under_masthead,
)
from newsie.divide.amid import told_behind
from newsie.divide.anew import begins_anew
from newsie.divide.columns import (
    is_whole,
    one_paragraph,
    picture_ahead,
)
from newsie.divide.drafts import Draft
from newsie.divide.headed import WHO_URGED, is_with_picture
from newsie.divide.lines import (
    NOTICE,
    Marked,
)
from newsie.divide.pictures import settle
from newsie.divide.state import Assembly
from newsie.divide.wording import DASH, POINT


def take_paragraph(state: Assembly, index: int) -> int:
    """Body text that no opener precedes: it goes on with the open story or begins one."""
    item = state.marked[index]
    notice = any(NOTICE.search(line.text.folded) for line in state.pending)
    if _is_of_picture(state, index):
        return 1
    if (story := state.broken_into) and not notice and _goes_on(state, story, index):
        state.resume(story, item.line)
        story.add("body", item.line)
        return 1
    if told_behind(state, index):
        state.release(behind=True)
        state.drafts[-1].closed = True
        draft = state.open()
        draft.awaits = True
        draft.add("body", item.line)
        return 1
    brief = bool(state.pending and state.draft) and brief_ahead(state, index)
    signed = bool(state.pending) and state.draft is not None and state.draft.signed
    sender = sender_below(state)
    headed = _is_headed(state, index)
    parted = item.line.number in state.parted
    if (
        state.draft is None
        or notice
        or signed
        or brief
        or headed
        or sender
        or parted
        or under_masthead(state)
    ):
        draft = state.open()
        draft.led = headed
        if sender:
            draft.add("byline", sender)
        draft.alone = brief and draft.kind != "brief"
        draft.kind = "brief" if brief else draft.kind
        draft.add("body", item.line)
        return 1
    settle(state, item.line)
    state.draft.add("body", item.line)
    return 1


def _is_of_picture(state: Assembly, index: int) -> bool:
    """Take a picture's words, told by their credit or by the picture's headline ahead; tell whether they were."""
    item, before = state.marked[index], state.draft
    if before is not None and not before.complete:
        return False
    if credit := photo_credits.inline_credit(item.line.text):
        if not _is_picture_title(state):
            settle(state, item.line)
        draft = state.open()
        if before:
            before.closed = True
        draft.kind = "photo"
        draft.add("body", item.line, credit[0])
        draft.add("credit", item.line, credit[1])
        draft.closed = True
        return True
    if item.line.gap and picture_ahead(state.marked, index) and one_paragraph(state.marked, index):
        draft = state.open(marked=True)
        draft.kind = "photo"
        draft.add("body", item.line)
        return True
    return False


def _is_headed(state: Assembly, index: int) -> bool:
    """Tell whether the lines waiting are the headline of what begins here."""
    item, story = state.marked[index], state.draft
    return (
        (bool(state.pending) and state.pending[-1].number in state.led)
        or _under_frame(state)
        or _dashed(state)
        or _urged(state)
        or bool(state.pending and story and after_note(story))
        or item.line.number in state.begins
        or _next_item(state, item)
        or _is_picture_title(state)
        or begins_anew(state, index)
    )


def _is_picture_title(state: Assembly) -> bool:
    """Tell whether a line waiting says that pictures go with it, as headlines alone do: 孩子们的新校园（图片）, 一跃成名（附图片2张）."""
    story = state.draft
    return story is not None and story.complete and any(is_with_picture(line) for line in state.pending)


def _next_item(state: Assembly, item: Marked) -> bool:
    """Tell whether a line waiting is the headline of a digest's next item, or stands over what follows a notice.

    Neither has inner subheads, but for a notice's that are numbered: 一、报名条件. Where every line is a
    paragraph, no blank one need part the items.
    """
    story = state.draft
    if story is None or not story.complete or len(state.pending) != 1:
        return False
    unwrapped = story.tail is not None and is_whole(story.tail.line) and is_whole(item.line)
    if not (state.pending[0].gap or (unwrapped and not story.notice)):
        return False
    if story.notice:
        return POINT.match(state.pending[0].text.folded) is None
    return state.digest and story.kind == "brief" and not story.dated and len(state.drafts) > state.items


def _urged(state: Assembly) -> bool:
    """Tell whether who urged stands over what was urged: 某某在会上指出 / 稳增长要拿出硬措施."""
    story = state.draft
    return (
        story is not None
        and story.complete
        and len(state.pending) > 1
        and any(WHO_URGED.fullmatch(line.text.folded) for line in state.pending[:-1])
    )


def _dashed(state: Assembly) -> bool:
    """Tell whether the lines waiting are a headline over its subhead: 一组数字看变化 / ——政府工作报告摘登."""
    under = state.pending[1:]
    return (
        bool(under)
        and state.draft is not None
        and state.draft.complete
        and any(DASH.match(line.text.folded) for line in under)
    )


def _under_frame(state: Assembly) -> bool:
    """Tell whether the lines waiting stand apart under a line of the frame, and that under a story's end."""
    story = state.draft
    if (
        not state.pending
        or not state.pending[0].gap
        or not state.furniture
        or story is None
        or not story.complete
    ):
        return False
    last = story.pieces[-1].line.number
    return last < state.furniture[-1].number < state.pending[0].number


def _goes_on(state: Assembly, story: Draft, index: int) -> bool:
    """Tell whether text after a picture is of the story that the picture broke into.

    A sentence that it cut in two goes on whatever stands between, a whole story only at once or under
    the picture's own headline, which stands right under its credit.
    """
    if picture_ahead(state.marked, index):
        return False
    own = state.pending and state.pending[0].number == state.drafts[-1].pieces[-1].line.number + 1
    # where every line is a paragraph, all that stands under a credit stands right under it
    own = own and not is_whole(state.marked[index].line)
    return not story.complete or not ((state.pending and not own) or story.signed)
