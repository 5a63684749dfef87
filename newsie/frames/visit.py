"""Visits: officials, guests or a unit's own inspectors going to places to look (督导、调研、考察)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie import patterns as re
from newsie.frames.speech.layout import Layout, lay_out
from newsie.frames.statement import Speech, find_speeches
from newsie.frames.visiting.tours import Tour, follow
from newsie.frames.visiting.words import any_of
from newsie.grounding import amount, day, piece
from newsie.reading import Amount, Reading
from newsie.records import Evidence, Visit
from newsie.text import Span
from newsie.trace import refuse

_LONGEST = 3000
_HEADS = frozenset({"人", "名", "位"})
_CAMPAIGN = re.compile(r"(?:整治|治理)(?:工作|行动)?$|专项行动$|梳理|经贸")
# 县长某某与某集团副总经理某某一行座谈: nobody goes to look
_TALKS = frozenset({"座谈", "座谈交流", "会谈", "洽谈"})
_PARTY = re.compile(r"一行|[率带]领?|组织|共")


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """A visit before its statements are attached.

    Attributes:
        record: the visit, without statements.
        start, end: the range of the reading's text in which the article tells of it.
        by: the rule that found it.
    """

    record: Visit
    start: int
    end: int
    by: str


def find_visits(
    reading: Reading, speeches: Sequence[Speech] | None = None, layout: Layout | None = None
) -> tuple[VisitDraft, ...]:
    """Return the visits a text tells of, without statements, sorted by place.

    Args:
        reading: the text with its mentions.
        speeches: what is said in it (`find_speeches`), read anew when not given; words inside
            speech start no visit.
        layout: how it is laid out (`lay_out`), if that was found already.

    Offsets: half-open, into `reading.text`.
    """
    if not reading.text:
        return ()
    layout = lay_out(reading) if layout is None else layout
    tours: list[Tour] = []
    for start, end in _told(layout, find_speeches(reading) if speeches is None else speeches):
        follow(layout, tours, start, min(end, start + _LONGEST))
    return tuple(_draft(layout, tour) for tour in tours if _is_complete(layout, tour))


def _is_complete(layout: Layout, tour: Tour) -> bool:
    """Tell whether it is known who goes, and where or what for."""
    if tour.complete and tour.lead and _is_bare(layout, tour):
        refuse(
            "visit",
            "the text says no more than that one looked",
            (tour.goers.start, tour.goers.end),
            layout.canvas,
        )
        return False
    if tour.complete and _is_campaign(layout, tour):
        refuse("visit", "a campaign that goes nowhere", (tour.goers.start, tour.goers.end), layout.canvas)
        return False
    if not tour.complete:
        missing = "where to or what for" if tour.lead or tour.unit else "who goes"
        refuse("visit", f"the text does not say {missing}", (tour.goers.start, tour.goers.end), layout.canvas)
    return tour.complete


def _is_bare(layout: Layout, tour: Tour) -> bool:
    """Tell whether nothing is told but that people talked, or neither day nor place nor company nor matter.

    某某到地方考察调研时，推开一扇扇家门.
    """
    if tour.places or not tour.purpose:
        return False
    if layout.string[slice(*tour.purpose)] in _TALKS:
        return True
    if tour.date or tour.companions:
        return False
    errand = re.compile(rf"(?:{any_of('inspect')}){{1,3}}")
    return errand.fullmatch(layout.string, *tour.purpose) is not None


def _is_campaign(layout: Layout, tour: Tour) -> bool:
    """Tell whether a unit only begins something that goes on for months: 某局近日开展专项整治."""
    if tour.lead or tour.places or not tour.purpose:
        return False
    return bool(_CAMPAIGN.search(layout.string[slice(*tour.purpose)]))


def _told(layout: Layout, speeches: Sequence[Speech]) -> Iterator[tuple[int, int]]:
    """Yield the sentences that the newspaper tells in its own words."""
    said = bytearray(len(layout.reading.text) + 1)
    for speech in speeches:
        for begin, stop in speech.text:
            said[begin:stop] = b"\x01" * (stop - begin)
    for start, end in zip(layout.sentences, (*layout.sentences[1:], len(layout.string)), strict=True):
        if end > start and not said[layout.canvas.starts[start]] and not layout.spoken_at(start):
            # 某某表示，某书记今年4月在某市考察时强调……: what the speaker recalls is no visit of the article
            first = said.find(1, layout.canvas.starts[start], layout.canvas.starts[end])
            yield start, end if first < 0 else max(start + 1, layout.canvas.at(first))


def _draft(layout: Layout, tour: Tour) -> VisitDraft:
    record = _record(layout, tour)
    starts = layout.canvas.starts
    return VisitDraft(record, starts[tour.goers.start], starts[tour.end], tour.goers.by)


def _record(layout: Layout, tour: Tour) -> Visit:
    canvas, text = layout.canvas, layout.reading.text
    headcount = _headcount(layout, tour)
    spans: dict[str, list[Span]] = {
        "lead": [canvas.span(at, at + 1) for at in tour.lead],
        "companions": [canvas.span(at, at + 1) for at in tour.companions],
        "organizer": [canvas.span(*tour.unit)] if tour.unit else [],
        "purpose": [canvas.span(*tour.purpose)] if tour.purpose else [],
        "date": [(tour.date.start, tour.date.end)] if tour.date else [],
        "places": [
            canvas.span(place.start, place.end)
            for place in sorted(tour.places, key=lambda place: place.start)
        ],
        "headcount": [(headcount.start, headcount.end)] if headcount else [],
    }
    evidence: Evidence = {
        name: tuple(piece(text, [span], tour.goers.by) for span in found)
        for name, found in spans.items()
        if found
    }
    words = {name: tuple(found.text for found in pieces) for name, pieces in evidence.items()}
    return Visit(
        lead=words.get("lead", ()),
        companions=words.get("companions", ()),
        organizer=words["organizer"][0] if tour.unit else None,
        purpose=words["purpose"][0] if tour.purpose else None,
        date=day(text, tour.date) if tour.date else None,
        places=words.get("places", ()),
        headcount=amount(headcount) if headcount else None,
        evidence=evidence,
    )


def _headcount(layout: Layout, tour: Tour) -> Amount | None:
    """Return how many go: 一行8人, 带领25名委员, 组织86名农技人员."""
    goers = tour.goers
    for fill in layout.canvas.within(goers.start, goers.end, "AMOUNT"):
        if isinstance(fill.found, Amount) and fill.found.quantity.unit in _HEADS:
            at = layout.canvas.at(fill.span[0])
            if _PARTY.search(layout.string, max(goers.start, at - 3), at):
                return fill.found
    return None
