"""Undertakings of an article: construction, investment and public works (项目).

In comes a `Reading`, out come its `Project` records. Names are found by head nouns and by their
place in lists, put together, and the clauses that tell of each are read for its fields; what
has a name but no sign of being built, planned or inspected is no project.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsie import grounding
from newsie.frames.project import facts, status, steps
from newsie.frames.project.listed import SITE, find_listed
from newsie.frames.project.names import find_names
from newsie.frames.project.story import Subject, Told, gather_subjects, tell
from newsie.reading import Amount, Date, Reading
from newsie.records import Evidence, Milestone, Project
from newsie.text import Span

_BUILT: tuple[status.Status, ...] = ("under_construction", "started", "resumed", "finishing", "completed")
_NEAR = 14
_SENTENCE = re.compile(r"[^。！？\n]+")
_INSPECTED = re.compile(
    r"察看|查看|视察|观摩|考察|调研|督导|走进|来到|参观|走访|深入|前往|赴|实地|现场办公|检查"
)
_WORKS = re.compile(r"项目|工程|工地|施工|建设|开工|在建")
_BUILDING_SITE = re.compile(r"施工|建设|工地|作业")


def find_projects(reading: Reading) -> tuple[Project, ...]:
    """Return the undertakings that an article names, in the order of their names.

    `id` and `article` are left empty: the caller knows them.
    """
    folded = reading.text.folded
    fences = _fences(reading)
    names = (*find_names(folded, fences), *find_listed(folded, fences))
    subjects = gather_subjects(folded, names)
    persons = [(mention.start, mention.end) for mention in reading.labelled("PERSON")]
    findings = [Findings(subject) for subject in subjects]
    ahead = status.dates_ahead(reading.dates, reading.published)
    for told in tell(folded, subjects, persons):
        _read(reading, told, [findings[index] for index in told.subjects], ahead)
    for found in findings:
        _look_around(reading, found)
    return tuple(_record(reading, found) for found in findings if _is_project(folded, found))


def _fences(reading: Reading) -> tuple[Span, ...]:
    """Return what no name holds: persons, titles, and dates at the front of a name."""
    found = [(mention.start, mention.end) for mention in reading.labelled("PERSON")]
    found += [(title.start, title.end) for title in reading.titles]
    found += [(day.start, day.end) for day in reading.dates]
    return tuple(sorted(found))


@dataclass(slots=True)
class Findings:
    """What was read of one undertaking.

    Attributes:
        subject: its names and mentions.
        figures: the first amount for each figure field.
        owner, place: where they stand.
        signs: every sign of a status.
        milestones: steps, each with its day.
        is_built: whether a sign of building stands right behind a name.
    """

    subject: Subject
    figures: dict[facts.Figure, Amount] = field(default_factory=dict)
    owner: Span | None = None
    place: Span | None = None
    signs: list[status.Sign] = field(default_factory=list)
    milestones: list[tuple[Span, Date | None]] = field(default_factory=list)
    is_built: bool = False


def _read(reading: Reading, told: Told, findings: Sequence[Findings], ahead: Sequence[Date]) -> None:
    """Read the fields that one piece of a clause gives its undertakings."""
    folded = reading.text.folded
    piece = (told.start, told.end)
    site = SITE.match(folded, *piece) if told.named else None
    signs = list(status.read_signs(folded, piece, ahead))
    if site and _BUILDING_SITE.search(site.group()):
        signs.append(status.Sign("under_construction", *site.span()))
    modifies = folded[told.start : told.end].endswith("的")
    step = None if modifies else steps.find_step(folded, piece, reading.dates)
    for found in findings:
        found.signs += signs
        found.is_built |= told.named and any(
            sign.status in _BUILT and sign.start - told.start < _NEAR for sign in signs
        )
        if step:
            found.milestones.append((step, steps.day_of(folded, step, told.clause, reading.dates)))
    if len(findings) == 1:
        _read_single(reading, piece, findings[0])


def _read_single(reading: Reading, piece: Span, found: Findings) -> None:
    folded = reading.text.folded
    for kind, amount in facts.find_figures(reading, piece):
        found.figures.setdefault(kind, amount)
        if kind == "progress":
            found.signs.append(status.Sign("under_construction", amount.start, amount.end))
        investor = facts.INVESTOR.search(folded, piece[0], amount.start) if kind == "investment" else None
        if investor and not found.owner:
            found.owner = investor.span("owner")
    found.owner = found.owner or facts.find_owner(folded, piece)
    found.place = found.place or facts.find_place(folded, piece)


def _look_around(reading: Reading, found: Findings) -> None:
    """Fill place and status from where the name stands: its division, its sentence, its list."""
    folded = reading.text.folded
    kinds = {name.kind for name in found.subject.names}
    for name in found.subject.names:
        found.place = found.place or name.place
    for sentence in _SENTENCE.finditer(folded):
        inside = [span for span in found.subject.mentions if sentence.start() <= span[0] < sentence.end()]
        if not inside:
            continue
        frame = facts.find_frame(folded, sentence.span())
        site = SITE.search(folded, sentence.start(), inside[0][0])
        # 在某片区建设现场，一行走进某产业园: what is visited on a site is being built
        if (
            site
            and not found.signs
            and folded[sentence.start()] == "在"
            and _BUILDING_SITE.search(site.group())
        ):
            found.signs.append(status.Sign("under_construction", *site.span()))
        if frame and not found.place and frame[1] <= inside[0][0]:
            found.place = frame
        if not found.signs and "item" not in kinds and kinds & {"work", "loose", "listed"}:
            occasion = status.read_occasion(folded, sentence.start(), inside[0][0])
            found.signs += [occasion] if occasion else []
    item = next((name for name in found.subject.names if name.kind == "item"), None)
    if item and not any(sign.status != "planned" for sign in found.signs):
        occasion = status.read_occasion(folded, 0, folded.rfind("：", 0, item.start) + 1)
        found.signs = [occasion] if occasion else found.signs


def _is_project(folded: str, found: Findings) -> bool:
    """Tell whether a named thing is spoken of as an undertaking."""
    kinds = {name.kind for name in found.subject.names}
    if kinds & {"item", "listed"} or "investment" in found.figures:
        return True
    if kinds <= {"loose"}:
        return bool(found.figures)
    if kinds <= {"place"}:
        return any(
            sign.status in _BUILT for sign in found.signs
        )
    if found.signs or found.milestones or found.figures:
        return True
    return any(_inspected(folded, mention, kinds) for mention in found.subject.mentions)


def _inspected(folded: str, mention: Span, kinds: set[str]) -> bool:
    """Tell whether a name is visited, and as a work: 观摩重大项目建设，先后察看甲产业园."""
    start = max(folded.rfind(mark, 0, mention[0]) for mark in "。！？\n") + 1
    if not _INSPECTED.search(folded, start, mention[0]):
        return False
    rest = _SENTENCE.match(folded, mention[1])
    around = folded[start : mention[0]] + (rest.group() if rest else "")
    return "work" in kinds or bool(_WORKS.search(around))


def _record(reading: Reading, found: Findings) -> Project:
    text = reading.text
    name = found.subject.name
    sign = status.strongest(found.signs)
    evidence: Evidence = {"name": (grounding.piece(text, [(name.start, name.end)], f"project.{name.kind}"),)}
    for label, span in _spans(found, sign):
        evidence[label] = (grounding.piece(text, [span], f"project.{label}"),)
    milestones = list(_milestones(reading, found))
    if milestones:
        evidence["milestones"] = tuple(
            grounding.piece(text, [span], "project.milestone") for span, _ in _distinct(reading, found)
        )
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
        milestones=tuple(milestones),
        evidence=evidence,
    )


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


def _milestones(reading: Reading, found: Findings) -> Iterator[Milestone]:
    for span, day in _distinct(reading, found):
        date = grounding.day(reading.text, day) if day else None
        yield Milestone(text=reading.string(span).replace("\n", ""), date=date)
