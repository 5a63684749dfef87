"""Where each speech belongs: to a meeting, to a visit, or to the article itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from newsie import patterns as re
from newsie.frames.statement import Speech, statement
from newsie.frames.visit import VisitDraft
from newsie.making import changed
from newsie.reading import Reading
from newsie.records import Meeting, Statement, Visit
from newsie.spans import start_behind

# people who are at a meeting without a name: 与会人员, 代表们
_PRESENT = re.compile(r"与会|参会|参训|代表|委员|嘉宾|学员|大家")
_TO_THE_PRESS = re.compile(r"采访|记者")
# 省委｜全会, 中央｜经济工作会议, 全国｜教育大会: whose gathering speaks
_WHOSE = re.compile(
    r"(?:^|[，。；：！？”\n])(?:中国共产党|中共|党)?(?P<whose>(?:中央|全国|国务院|全[省市县区州乡镇]|[\u4e00-\u9fff]{0,6}?[省市县区州盟旗镇乡](?!场|里)[委政]?府?))"
    r"(?P<name>[\u4e00-\u9fff]{0,24}?(?:全会|会议|大会|座谈会|推进会|部署会|论坛|峰会))[\u4e00-\u9fff]{0,4}\Z"
)
# how far before its verb a gathering that speaks is named at most
_REACH = 48


class MeetingScene(Protocol):
    """A meeting before its statements are attached; see `newsie.frames.meeting`."""

    @property
    def record(self) -> Meeting:
        """The meeting, without statements."""

    @property
    def start(self) -> int:
        """Where the article begins to tell of it."""

    @property
    def end(self) -> int:
        """One past where it ends."""

    @property
    def outsiders(self) -> frozenset[str]:
        """Who is quoted there and was not at it."""


class Attached(NamedTuple):
    """Meetings and visits with their statements, and the statements that stand alone.

    Attributes:
        meetings: in the order given.
        visits: in the order given.
        statements: speech outside any meeting or visit, in the order of the text.
    """

    meetings: tuple[Meeting, ...]
    visits: tuple[Visit, ...]
    statements: tuple[Statement, ...]


def attach(
    reading: Reading,
    meetings: Sequence[MeetingScene],
    visits: Sequence[VisitDraft],
    speeches: Sequence[Speech],
) -> Attached:
    """Decide where each speech belongs and make the records.

    A speech of 会议, or of one who takes part in a meeting within its range, is the meeting's; one
    of a visit's people within the visit's range is the visit's; an answer to the reporter is the
    article's own. Offsets: ranges are half-open offsets into `reading.text`.
    """
    at_meeting: list[list[Statement]] = [[] for _ in meetings]
    on_visit: list[list[Statement]] = [[] for _ in visits]
    own: list[Statement] = []
    for speech in speeches:
        record = statement(reading, speech)
        meeting = _meeting_of(reading, meetings, speech)
        visit = _visit_of(reading, visits, speech)
        if meeting is not None and (
            visit is None or not _nearer(reading, visits[visit], meetings[meeting], speech)
        ):
            at_meeting[meeting].append(record)
        elif visit is not None:
            on_visit[visit].append(record)
        else:
            own.append(record)
    return Attached(
        tuple(_said_at(draft.record, said) for draft, said in zip(meetings, at_meeting, strict=True)),
        tuple(
            changed(draft.record, statements=tuple(said))
            for draft, said in zip(visits, on_visit, strict=True)
        ),
        tuple(own),
    )


def _said_at(meeting: Meeting, said: Sequence[Statement]) -> Meeting:
    return changed(meeting, statements=tuple(said))


def _meeting_of(reading: Reading, meetings: Sequence[MeetingScene], speech: Speech) -> int | None:
    """Return the position of the meeting at which a speech is given, the latest that fits."""
    begun = [index for index, draft in enumerate(meetings) if draft.start <= speech.verb[0]]
    for index in reversed(begun):
        draft, name = meetings[index], speech.speaker_name
        within = speech.verb[0] < draft.end
        if name is None:
            if _of_another(reading, draft.record, speech):
                continue
            # 会议强调 behind a gathering that is only announced is of the one before
            return (
                index
                if within
                else next((at for at in reversed(begun) if meetings[at].end > draft.end), index)
            )
        record = draft.record
        if name in draft.outsiders:
            continue
        if within and name in _known(reading, *record.chair, *record.speakers, *record.attendees):
            return index
        if (
            within
            and (_PRESENT.search(name) or _named(reading, speech))
            and not _to_the_press(reading, speech)
        ):
            return index
    return None


def _of_another(reading: Reading, meeting: Meeting, speech: Speech) -> bool:
    """Tell whether the gathering that speaks is called by a body which a meeting is not of: 省委全会提出, behind a county's."""
    whose = _WHOSE.search(reading.text.folded, max(0, speech.verb[0] - _REACH), speech.verb[0])
    if whose is None or whose["name"] == reading.text.as_folded(meeting.name):
        return False
    known = reading.text.as_folded(f"{meeting.name}{meeting.organizer}")
    return not set(whose["whose"]) - {"全"} <= set(known)


def _visit_of(reading: Reading, visits: Sequence[VisitDraft], speech: Speech) -> int | None:
    """Return the position of the visit on which a speech is made, the latest that fits."""
    for index in range(len(visits) - 1, -1, -1):
        draft = visits[index]
        if not draft.start <= speech.verb[0] < draft.end or speech.speaker_name is None:
            continue
        people = _known(reading, *draft.record.lead, *draft.record.companions)
        if speech.speaker_name in people or not _to_the_press(reading, speech):
            return index
    return None


def _known(reading: Reading, *names: str) -> set[str]:
    """Return the names of a record folded, as speakers' are."""
    return {reading.text.as_folded(name) for name in names}


def _nearer(reading: Reading, visit: VisitDraft, meeting: MeetingScene, speech: Speech) -> bool:
    """Tell whether the visit, not the meeting, is what the text speaks of last."""
    people = _known(reading, *visit.record.lead, *visit.record.companions)
    return speech.speaker_name in people and visit.start > meeting.start


def _named(reading: Reading, speech: Speech) -> bool:
    return any(
        person.start == speech.speaker[0][0] for person in reading.labelled("PERSON") if speech.speaker
    )


def _to_the_press(reading: Reading, speech: Speech) -> bool:
    text, verb = reading.text.folded, speech.verb
    # 会后，记者采访了某校长某某，他说，……: as far back as the sentence begins
    start = start_behind("。！？”\n", text, verb[0] - _REACH, verb[0])
    return bool(_TO_THE_PRESS.search(text, start, verb[1] + 4))
