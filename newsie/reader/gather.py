"""Mentions of a page: the model's votes, the byline's names and the grammar's, settled (汇集).

In come all regions of one page (headlines, bodies, captions, credits, furniture) as folded
text; out go the names in each. A name that has evidence anywhere on the page is found wherever
else it stands.

>>> [mention.by for mention in gather(["县长王某某出席"], [()], [()], [])[0]][-1]
('rule title',)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsie.reader import persons
from newsie.reader.persons import Candidate, Finder, Page
from newsie.reader.slots import Slot, credit_names, find_slots, introduced_names
from newsie.reader.titles import Office, find_titles
from newsie.reading import Mention
from newsie.text import Span

_LIST = re.compile(r" ?(?:、|和|及|与|以及| ) ?")
_FIRM = {"byline", "rule credit", "rule introduced", "rule title", "rule appointment"}
# 石羊坪镇, 鲁岳集团: the model's name is a place's or a company's
_PLACE = re.compile(r"[省市县区镇乡村州旗湖河港江路街山岛海]|新区|集团|公司|社区|经开|高新|海关|办事处|村委|古城|新闻")
_LIST_NEED = 1.5
_WELL_SHAPED = 0.8
_SURE = frozenset({"rule title", "rule list", "rule appointment"})


@dataclass(frozen=True, slots=True)
class Region:
    """One stretch of the page while its names are sought.

    Attributes:
        folded: its text.
        offices: its title words.
        votes: what the model found in it.
        blocked: spans that hold no name.
    """

    folded: str
    offices: tuple[Office, ...]
    votes: tuple[Mention, ...]
    blocked: tuple[Span, ...]

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no literal overlaps a span."""
        return not any(first < end and start < last for first, last in self.blocked)


@dataclass(slots=True)
class Evidence:
    """What speaks for the names of a page: for each name its rules, and where each was seen."""

    by_name: dict[str, Counter[str]] = field(default_factory=dict)
    places: dict[tuple[int, Span], set[str]] = field(default_factory=dict)

    def add(self, region: int, span: Span, name: str, by: str) -> None:
        """Note that `by` sees `name` at `span` of a region."""
        self.by_name.setdefault(name, Counter())[by] += 1
        self.places.setdefault((region, span), set()).add(by)


def gather(
    folded: Sequence[str],
    votes: Sequence[tuple[Mention, ...]],
    blocked: Sequence[tuple[Span, ...]],
    known: Sequence[str],
) -> list[tuple[Mention, ...]]:
    """Return the mentions of each region of one page, sorted by place.

    Args:
        folded: every region of the page, width-folded.
        votes: what the model found in each region; may be empty.
        blocked: spans of each region that are dates, amounts or titles and hold no name.
        known: names that bylines of the page give.

    Offsets: all spans are half-open offsets into their region.
    """
    regions = [
        Region(text, find_titles(text), models, closed)
        for text, models, closed in zip(folded, votes, blocked, strict=True)
    ]
    evidence = _evidence(regions, [name.replace(" ", "") for name in known])
    names = _accepted(evidence, regions)
    return [_label(index, region, names, evidence) for index, region in enumerate(regions)]


def _evidence(regions: list[Region], known: list[str]) -> Evidence:
    evidence = Evidence()
    for index, region in enumerate(regions):
        for name, span, by in _plain(region):
            evidence.add(index, span, name, by)
    for name in known:
        evidence.by_name.setdefault(name, Counter())["byline"] += 1
    page = _page(regions, evidence)
    for index, region in enumerate(regions):
        for candidate, by in _read_slots(region, page):
            evidence.add(index, candidate.span, candidate.name, by)
    return evidence


def _plain(region: Region) -> Iterator[tuple[str, Span, str]]:
    """Yield the names whose ends are certain, and the model's."""
    text = region.folded
    for span in credit_names(text, region.offices):
        yield text[slice(*span)].replace(" ", ""), span, "rule credit"
    for span in introduced_names(text):
        yield text[slice(*span)].replace(" ", ""), span, "rule introduced"
    for vote in region.votes:
        if vote.label == "PERSON":
            yield text[vote.start : vote.end].replace(" ", ""), (vote.start, vote.end), "model"


def _page(regions: list[Region], evidence: Evidence) -> Page:
    """Weigh the page: how often each possible name stands on it."""
    possible = {
        option.name
        for region in regions
        for slot in find_slots(region.folded, region.offices)
        for option in persons.options(region.folded, slot.start)
        if option.score > 0 or slot.need < 2  # noqa: PLR2004
    }
    texts = [region.folded for region in regions]
    return Page(
        counts=Finder(possible).count(texts),
        votes={name: by["model"] for name, by in evidence.by_name.items()},
        firm=frozenset(name for name, by in evidence.by_name.items() if set(by) - {"model"}),
    )


def _read_slots(region: Region, page: Page) -> Iterator[tuple[Candidate, str]]:
    """Yield the names in places for names, lists followed to their end."""
    for slot in find_slots(region.folded, region.offices):
        chain = _chain(region, slot, page)
        if slot.by != "rule clause" or _is_clause(region.folded, chain, slot.need):
            for place, candidate in enumerate(chain):
                yield candidate, "rule list" if place else slot.by


def _chain(region: Region, slot: Slot, page: Page) -> list[Candidate]:
    """Return the names that follow each other from a slot on: 王某、李某和张某."""
    text = region.folded
    sure = slot.by in _SURE
    need = min(slot.need, _LIST_NEED) if slot.by == "rule clause" else slot.need
    chain: list[Candidate] = []
    candidate = persons.best(text, slot.start, page, sure=sure)
    while candidate and candidate.score >= need and region.is_free(*candidate.span):
        chain.append(candidate)
        gap = _LIST.match(text, candidate.span[1])
        candidate = persons.best(text, gap.end(), page, sure=sure) if gap else None
        need = _LIST_NEED
    return chain


def _is_clause(folded: str, chain: list[Candidate], need: float) -> bool:
    """Tell whether names begin a clause that says what persons do: 王某、李某出席; 王某某说."""
    if not chain or not persons.before_verb(folded, chain[-1].span[1]):
        return False
    if len(chain) > 1:
        return all(persons.shape(candidate.name) >= _WELL_SHAPED for candidate in chain)
    return chain[0].score >= need


def _accepted(evidence: Evidence, regions: list[Region]) -> dict[str, Counter[str]]:
    """Return the names with enough evidence, those that others explain left out."""
    names = {name: by for name, by in evidence.by_name.items() if _is_name(name, by)}
    texts = [region.folded for region in regions]
    counts = Finder(names).count(texts)
    places = _followed_by(names, texts, _PLACE)
    return {
        name: by
        for name, by in names.items()
        if not _explained(name, names, counts) and (set(by) & _FIRM or 3 * places[name] < counts[name])
    }


def _followed_by(names: Iterable[str], texts: list[str], after: re.Pattern[str]) -> Counter[str]:
    """Count the occurrences of each name that `after` follows."""
    found: Counter[str] = Counter()
    finder = Finder(names)
    for text in texts:
        found.update(name for _, end, name in finder.spans(text) if after.match(text, end))
    return found


def _is_name(name: str, by: Counter[str]) -> bool:
    if len(name) < 2:  # noqa: PLR2004
        return False
    if set(by) == {"model"}:
        return persons.shape(name) > 0 or (by["model"] > 1 and persons.shape(name) > -2)  # noqa: PLR2004
    return True


def _explained(name: str, names: dict[str, Counter[str]], counts: Counter[str]) -> bool:
    """Tell whether a name is a better one's beginning with a verb's first character, or its beginning."""
    for other in names:
        if other != name and name.startswith(other) and names[other].total() >= 2 * names[name].total():
            return "byline" not in names[name] and "rule credit" not in names[name]
        if other != name and other.startswith(name) and counts[other] >= counts[name]:
            return True
    return False


def _label(
    index: int, region: Region, names: dict[str, Counter[str]], evidence: Evidence
) -> tuple[Mention, ...]:
    """Return the mentions of a region: every occurrence of an accepted name, the longest first."""
    found: list[Mention] = []
    end = 0
    spans = sorted(Finder(names).spans(region.folded), key=lambda span: (span[0], -span[1]))
    for start, stop, name in spans:
        seen = evidence.places.get((index, (start, stop)), set())
        if start < end or not region.is_free(start, stop):
            continue
        if seen or not persons.is_ordinary(name) or _in_context(region, start, stop):
            by = seen or {"byline" if "byline" in names[name] else "rule again"}
            found.append(Mention("PERSON", start, stop, tuple(sorted(by))))
            end = stop
    return tuple(found)


_BEFORE = re.compile(r"[，。；：！？、“”（）\n \]]$|(?:由|据|与|和|对|向|受|经|请|任命|免去|接受) ?$")
_SENTENCE = re.compile(r"[。；！？”\n]$")


def _in_context(region: Region, start: int, end: int) -> bool:
    """Tell whether an everyday word stands where a name does."""
    text = region.folded
    before = text[max(0, start - 3) : start]
    if any(office.end in {start, start - 1} for office in region.offices):
        return True
    after = persons.follows(text, end)
    if not before or _SENTENCE.search(before):
        return after > 0
    return _BEFORE.search(before) is not None and after >= 1.5  # noqa: PLR2004
