"""Why a field is empty: what was looked for and not found, or what the contract says.

Most fields need one kind of words, and the reason is that no such words stand where they would have
to. Where there were candidates, they are named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from newsie.reading import Reading
from newsie.records import Meeting, Official, Project, Statement, Statistic, Visit
from newsie.spans import Spanned
from newsie.text import Span

AnyRecord: TypeAlias = Meeting | Visit | Statement | Official | Project | Statistic


_FIELDS: dict[type[AnyRecord], dict[str, str]] = {
    Meeting: {
        "organizer": "no body stands before the verb, in the name or beside the headline",
        "date": "no day in its sentence, and none that the story has set before it",
        "place": "no 在… at its verb, and no 主会场设在…",
        "chair": "nobody is said to 主持",
        "speakers": "no named person 讲话, 致辞, 汇报, 发言 or the like in its sentences",
        "attendees": "no named person 出席, 参加 or 陪同 beside chair and speakers",
        "groups": "no unnamed participants are told of",
        "headcount": "no number of people is said to take part",
        "documents": "no document is passed on, studied or issued in its sentences",
    },
    Visit: {
        "lead": "no named person goes",
        "companions": "no other named person 陪同 or 参加",
        "organizer": "no unit or group is the one that goes",
        "purpose": "no words say what it is for",
        "date": "no day in its sentence, and none before it in the paragraph",
        "places": "no place is gone to or stood at",
        "headcount": "no 一行N人 or the like",
    },
    Statement: {
        "speaker": "会议 speaks",
        "kind": "by its words neither a command, a plan nor a fact",
    },
    Project: {
        "place": "no place outside its name",
        "owner": "no 由…建设, 业主 or investor is named",
        "investment": "no amount of money behind 投资 in what is told of it alone",
        "land_area": "no area behind 占地 in what is told of it alone",
        "floor_area": "no area behind 建筑面积 in what is told of it alone",
        "status": "nothing says how far it is: merely named or inspected",
        "progress": "no share that is done",
        "milestones": "no step with a time",
    },
    Statistic: {
        "subject": "no body, area or work stands before the figure that it can be of",
        "period": "no time stands in its sentence or before it in the paragraph",
        "change": "a level, not itself a change",
        "basis": "no 同比, 环比, 较… or target that it is measured against",
    },
}


def gaps_of(record: AnyRecord, reading: Reading, sentence: Span) -> Iterator[tuple[str, str]]:
    """Yield the empty fields of a record, each with the reason.

    Args:
        record: the record.
        reading: its article.
        sentence: where the sentence of its head stands, in the reading's text.
    """
    if isinstance(record, Official):
        for post in record.posts:
            if post.organization is None:
                yield "posts.organization", f"no body stands before {post.title}"
        return
    for field, reason in _FIELDS[type(record)].items():
        if getattr(record, field) in (None, ()):
            yield field, _found(record, field, reading, sentence) or reason


def _found(record: AnyRecord, field: str, reading: Reading, sentence: Span) -> str | None:
    """Return the reason where there were candidates, or where another field decides."""
    if field == "organizer" and isinstance(record, Visit) and record.lead:
        return "named people go, and no unit sends them"
    if field == "lead" and isinstance(record, Visit) and record.organizer:
        return "a unit's own drive, and nobody is named as its leader"
    if field in ("date", "period"):
        return _times(record, reading, sentence)
    if field == "subject":
        bodies = _words(reading, [m for m in reading.labelled("ORG") if m.start < sentence[1]][-3:])
        return bodies and f"bodies are named ({bodies}), but none that the figure can be seen to be of"
    if field == "documents":
        titles = _words(reading, _within(reading.titles, sentence))
        return titles and f"{titles}: obeyed or cited, not passed on"
    if field in ("investment", "land_area", "floor_area", "progress"):
        amounts = _words(reading, _within(reading.amounts, sentence))
        return amounts and f"none of {amounts} is told of it alone with the words for that"
    return None


def _times(record: AnyRecord, reading: Reading, sentence: Span) -> str | None:
    inside = _words(reading, _within(reading.dates, sentence))
    if inside and isinstance(record, Statistic):
        return f"{inside}: a time of the news, of a plan or of another figure"
    if inside:
        return f"{inside}: a time, but no day on which it can have been held"
    if not isinstance(record, Statistic):
        return None
    paragraph = reading.text.string.rfind("\n", 0, sentence[0]) + 1
    before = _words(reading, _within(reading.dates, (paragraph, sentence[0]))[-2:])
    return before and f"{before}: earlier in the paragraph, but opens no clause that frames the figure"


def _within(found: Sequence[Spanned], span: Span) -> list[Spanned]:
    return [one for one in found if span[0] <= one.start < span[1]]


def _words(reading: Reading, found: Sequence[Spanned]) -> str | None:
    """Return the words of some things, or None where there are none."""
    return "、".join(reading.string((one.start, one.end)).replace("\n", "") for one in found) or None
