"""How near meetings, visits, projects and figures of a result are to gold's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsie.evaluation.context import Bench, on_field, places
from newsie.evaluation.fields import MEETING, PROJECT, STATISTIC, VISIT, Compared
from newsie.evaluation.judgements import About, shown
from newsie.evaluation.likeness import alike, clean, likeness, same_amount, same_days
from newsie.evaluation.pairing import Pairs, pair
from newsie.records import Evidence, Extraction, Meeting, Project, Statistic, Visit

Placed = TypeVar("Placed", Meeting, Visit, Project, Statistic)


@dataclass(frozen=True, slots=True)
class Kind(Generic[Placed]):
    """A kind of record and how two of it are compared.

    Attributes:
        name: its name.
        fields: what is compared.
        near: how near two records of one article are.
        least: how near those must be that are taken for one.
    """

    name: str
    fields: tuple[Compared, ...]
    near: Callable[[Placed, Placed], float]
    least: float


def judge_kinds(bench: Bench, gold: Extraction, found: Extraction) -> None:
    """Compare the records that belong to articles, all but statements."""
    _judge(bench, MEETINGS, gold.meetings, found.meetings)
    _judge(bench, VISITS, gold.visits, found.visits)
    _judge(bench, PROJECTS, gold.projects, found.projects)
    _judge(bench, STATISTICS, gold.statistics, found.statistics)


def pair_kind(
    kind: Kind[Placed], homes: Mapping[str, str], gold: Sequence[Placed], found: Sequence[Placed]
) -> Pairs[Placed]:
    """Return which records of a kind are one; `homes` has the id of gold's article for articles of the result."""

    def near(one: Placed, two: Placed) -> float:
        return kind.near(one, two) if homes.get(two.article) == one.article else 0.0

    return pair(gold, found, near, kind.least)


def _judge(bench: Bench, kind: Kind[Placed], gold: Sequence[Placed], found: Sequence[Placed]) -> None:
    pairs = pair_kind(kind, bench.homes, gold, found)
    for wanted, got in pairs.both:
        if wanted.id not in bench.doubtful:
            _judge_pair(bench, kind, wanted, got)
    for wanted in pairs.gold:
        if wanted.id not in bench.doubtful:
            about = _about(kind.name, wanted, wanted.article, wanted.evidence)
            bench.sheet.count((kind.name,), "missed", about, gold=_title(wanted))
            _judge_fields(bench, kind, wanted, None, about)
    for got in pairs.found:
        about = _about(kind.name, got, bench.home(got.article), got.evidence)
        bench.sheet.count((kind.name,), "invented", about, found=_title(got))
        _judge_fields(bench, kind, None, got, about)


def _judge_pair(bench: Bench, kind: Kind[Placed], gold: Placed, found: Placed) -> None:
    about = _about(kind.name, gold, gold.article, found.evidence, gold.evidence)
    bench.sheet.count((kind.name,), "right", about, gold=_title(gold), found=_title(found))
    _judge_fields(bench, kind, gold, found, about)
    sides = found.evidence, gold.evidence
    if isinstance(gold, Statistic) and isinstance(found, Statistic):
        here = on_field(about, "period", *sides)
        bench.sheet.scalar(("statistic.period (found)",), gold.period, found.period, same_days, here)
    if isinstance(gold, Project) and isinstance(found, Project):
        wanted, got = ([step.text for step in project.milestones] for project in (gold, found))
        here = on_field(about, "milestones", *sides)
        bench.sheet.listing(("project milestones (found)",), wanted, got, alike(0.6), here)


def _judge_fields(
    bench: Bench, kind: Kind[Placed], gold: Placed | None, found: Placed | None, about: About
) -> None:
    """Compare fields; of a record that one side lacks, all its fields are missed or invented."""
    sides = [side.evidence for side in (found, gold) if side is not None]
    for field in kind.fields:
        rows: tuple[str, ...] = (f"{kind.name} field", f"{kind.name}.{field.name}")
        if gold is not None and found is not None:
            rows = (*rows, f"{kind.name}.{field.name} (found)")
        wanted, got = getattr(gold, field.name, None), getattr(found, field.name, None)
        here = on_field(about, field.name, *sides)
        if field.several:
            bench.sheet.listing(rows, wanted or (), got or (), field.same, here)
        else:
            bench.sheet.scalar(rows, wanted, got, field.same, here)


def _about(kind: str, record: Meeting | Visit | Project | Statistic, article: str, *sides: Evidence) -> About:
    return About(kind, "", article, record.id, places(*sides))


def _title(record: Meeting | Visit | Project | Statistic) -> str:
    """Return what tells a record from others."""
    if isinstance(record, Statistic):
        return f"{record.subject or ''} {record.indicator} {shown(record.quantity)}".strip()
    if isinstance(record, Visit):
        who = "、".join(record.lead) or record.organizer or ""
        return f"{who} {record.purpose or '、'.join(record.places)}".strip()
    return record.name


def _near_meeting(one: Meeting, two: Meeting) -> float:
    people = [
        set(map(clean, (*meeting.chair, *meeting.speakers, *meeting.attendees))) for meeting in (one, two)
    ]
    return likeness(one.name, two.name) + 0.3 * bool(people[0] & people[1])


def _near_visit(one: Visit, two: Visit) -> float:
    lead = set(map(clean, one.lead)) & set(map(clean, two.lead))
    shared = any(likeness(first, second) >= 0.7 for first in one.places for second in two.places)
    return 0.5 * bool(lead) + 0.3 * shared + 0.5 * likeness(one.purpose, two.purpose)


def _near_project(one: Project, two: Project) -> float:
    return likeness(one.name, two.name)


def _near_statistic(one: Statistic, two: Statistic) -> float:
    if not same_amount(one.quantity, two.quantity):
        return 0
    return 0.5 + likeness(one.indicator, two.indicator) / 2


MEETINGS = Kind("meeting", MEETING, _near_meeting, 0.5)
VISITS = Kind("visit", VISIT, _near_visit, 0.3)
PROJECTS = Kind("project", PROJECT, _near_project, 0.7)
STATISTICS = Kind("statistic", STATISTIC, _near_statistic, 0.5)
