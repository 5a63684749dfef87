"""Undertakings of an article: construction, investment and public works (项目).

In comes a `Reading`, out come its `Project` records. Names are found by head nouns and by their
place in lists, put together, and the clauses that tell of each are read for its fields; what
has a name but no sign of being built, planned or inspected is no project.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import grounding
from newsie import patterns as re
from newsie.frames.project import status
from newsie.frames.project.findings import Findings, gather_findings
from newsie.frames.project.listed import find_listed
from newsie.frames.project.names import Name, find_names
from newsie.frames.project.naming import any_head
from newsie.frames.project.subjects import gather_subjects
from newsie.frames.project.undertaken import is_project
from newsie.reading import Date, Reading
from newsie.records import Evidence, Milestone, Project
from newsie.spans import Spanned, Within
from newsie.text import Span
from newsie.trace import refuse

_WORK_TAIL = re.compile("(?:建设|新建|迁建|扩建)?(?:项目|工程)\\Z")
# 张三皋|长江大桥: no person, or one after whom it is named
_NAMED_AFTER = re.compile("(?:长江|黄河|公路|铁路)?(?:特?大桥|隧道|水库|大道|水电站|水利枢纽)")


def find_projects(reading: Reading) -> tuple[Project, ...]:
    """Return the projects that an article names, in the order of their names.

    `id` and `article` are left empty: the caller knows them.
    """
    return tuple(project_of(reading, found) for found in find_undertakings(reading))


def find_undertakings(reading: Reading) -> tuple[Findings, ...]:
    """Return what an article tells of each undertaking that it names; `project_of` makes the record."""
    folded = reading.text.folded
    people = (person for person in reading.labelled("PERSON") if not _NAMED_AFTER.match(folded, person.end))
    fences: Within[Spanned] = Within((*people, *reading.titles, *reading.dates))
    names = _names(folded, fences)
    if not names:
        return ()
    findings = gather_findings(reading, gather_subjects(folded, names))
    places = {folded[slice(*found.place)] for found in findings if found.place}
    return tuple(
        found for found in findings if _is_told(folded, found) and not _is_where(folded, found, places)
    )


def _is_where(folded: str, found: Findings, places: set[str]) -> bool:
    """Tell whether of a park nothing is told but that others lie in it: 走进青石工业园区，恒远电池项目加紧建设."""
    bare = not (found.signs or found.figures or found.milestones)
    return bare and any(folded[name.start : name.end] in places for name in found.subject.names)


def _is_told(folded: str, found: Findings) -> bool:
    """Tell whether a named thing is told of as an undertaking."""
    told = is_project(folded, found)
    if not told:
        name = found.subject.name
        refuse(
            "project",
            f"a {name.kind} without a sign that it is built, planned or inspected",
            (name.start, name.end),
        )
    return told


def _names(folded: str, fences: Within[Spanned]) -> list[Name]:
    """Return the names by head and by place; one that spans two members of a list is none (甲雅苑和乙大桥)."""
    listed = find_listed(folded, fences)
    members = Within(listed)
    single = [name for name in find_names(folded, fences) if len(members.between(name.start, name.end)) < 2]
    names = [*single, *listed]
    return [name for name in names if not _is_part(folded, name, names)]


def _is_part(folded: str, name: Name, names: list[Name]) -> bool:
    """Tell whether a name is of a part of what was named before: 医院|门诊楼 behind 县第二医院项目."""
    whole = any_head().match(folded, name.start, name.end) if name.kind in ("site", "place") else None
    # 该水库灌区 points at it itself
    if whole is None or whole.end() == name.end or folded[name.start - 1 : name.start] == "该":
        return False
    noun = whole.group()
    return any(
        other.start < name.start and _WORK_TAIL.sub("", folded[other.start : other.end]).endswith(noun)
        for other in names
    )


def project_of(reading: Reading, found: Findings) -> Project:
    """Return the record of an undertaking."""
    name = found.subject.name
    sign = status.strongest(found.signs)
    steps = _distinct(reading, found)
    figures = {kind: grounding.amount(amount) for kind, amount in found.figures.items()}
    return Project(
        name=reading.string((name.start, name.end)),
        place=reading.string(found.place) if found.place else None,
        owner=reading.string(found.owner) if found.owner else None,
        investment=figures.get("investment"),
        land_area=figures.get("land_area"),
        floor_area=figures.get("floor_area"),
        progress=figures.get("progress"),
        status=sign.status if sign else None,
        milestones=tuple(_milestone(reading, span, day) for span, day in steps),
        evidence=_evidence(reading, found, sign, [span for span, _ in steps]),
    )


def _evidence(reading: Reading, found: Findings, sign: status.Sign | None, steps: list[Span]) -> Evidence:
    name = found.subject.name
    rule = f"project.name.{name.kind}"
    evidence: Evidence = {"name": (grounding.piece(reading.text, [(name.start, name.end)], rule),)}
    for label, span in _spans(found, sign):
        evidence[label] = (grounding.piece(reading.text, [span], f"project.{label}"),)
    if steps:
        evidence["milestones"] = tuple(
            grounding.piece(reading.text, [span], "project.milestone") for span in steps
        )
    return evidence


def _spans(found: Findings, sign: status.Sign | None) -> Iterator[tuple[str, Span]]:
    if found.place:
        yield "place", found.place
    if found.owner:
        yield "owner", found.owner
    if sign:
        yield "status", (sign.start, sign.end)
    for kind, amount in found.figures.items():
        yield kind, (amount.start, amount.end)


def _distinct(reading: Reading, found: Findings) -> list[tuple[Span, Date | None]]:
    """Return the milestones, each wording once."""
    seen: dict[str, tuple[Span, Date | None]] = {}
    for span, day in found.milestones:
        seen.setdefault(reading.string(span), (span, day))
    return list(seen.values())


def _milestone(reading: Reading, span: Span, day: Date | None) -> Milestone:
    return Milestone(text=reading.string(span), date=grounding.day(reading.text, day) if day else None)
