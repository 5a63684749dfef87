"""Mentions of a page: the model's votes, the byline's names and the grammar's, settled (汇集).

In come all regions of one page (headlines, bodies, captions, credits, furniture) as folded
text; out go the names in each. A name that has evidence anywhere on the page is found wherever
else it stands.

>>> [mention.by for mention in gather(["县长王某某出席"], [()], [()], [])[0]][-1]
('rule title',)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsie.reader import persons
from newsie.reader.organizations import find_organizations, find_places
from newsie.reader.persons import Candidate, Finder, Page
from newsie.reader.slots import Slot, columns, credit_names, find_slots, introduced_names, named_before
from newsie.reader.titles import Office, find_titles, is_title
from newsie.reading import Label, Mention
from newsie.text import Span

_LIST = re.compile(r" ?(?:、|和|及|与|以及| ) ?")
_FIRM = {"byline", "rule column", "rule credit", "rule introduced", "rule title", "rule appointment"}
# 石羊坪镇, 鲁岳集团: the model's name is a place's or a company's
_PLACE = re.compile(
    r"[省市县区镇乡村州旗湖河港江路街山岛海]|新区|集团|公司|社区|经开|高新|海关|办事处|村委|古城|新闻|自治|蒙古|[满回苗藏彝壮]族"
)
_LETTERS = re.compile(rf"[{persons.HAN}·A-Za-z.\-]+")
_LIST_NEED = 1.5
_WELL_SHAPED = 0.8
_NAMED = 2.0
_FAIR = -2.0
_GOOD = 1.0
_GLUED = 0.4
# where a model looked too, a name that only such a place speaks for needs more
_DOUBTFUL = frozenset({"rule clause", "rule polite", "rule dotted"})
_UNSEEN = 0.6
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
    found = (_label(index, region, names, evidence) for index, region in enumerate(regions))
    return [settle(region, persons_found) for region, persons_found in zip(regions, found, strict=True)]


def _evidence(regions: list[Region], known: list[str]) -> Evidence:
    evidence = Evidence()
    for index, region in enumerate(regions):
        for name, span, by in _plain(region):
            evidence.add(index, span, name, by)
    for name in known:
        evidence.by_name.setdefault(name, Counter())["byline"] += 1
    page = _page(regions, evidence)
    for index, region in enumerate(regions):
        for span, name, by in _read_slots(region, page):
            evidence.add(index, span, name, by)
    return evidence


def _plain(region: Region) -> Iterator[tuple[str, Span, str]]:
    """Yield the names whose ends are certain, and the model's."""
    text = region.folded
    for span in credit_names(text, region.offices):
        yield text[slice(*span)].replace(" ", ""), span, "rule credit"
    for span in columns(text):
        yield text[slice(*span)].replace(" ", ""), span, "rule column"
    for span in introduced_names(text):
        yield text[slice(*span)].replace(" ", ""), span, "rule introduced"
    for vote in region.votes:
        if vote.label == "PERSON":
            start = vote.start + (text[vote.start] == " ")
            yield text[start : vote.end].replace(" ", ""), (start, vote.end), "model"


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


def _read_slots(region: Region, page: Page) -> Iterator[tuple[Span, str, str]]:
    """Yield the names in places for names, lists followed to their end: span, name, rule."""
    text = region.folded
    for slot in find_slots(text, region.offices):
        for place, candidate in enumerate(_chain(region, slot, page)):
            yield candidate.span, candidate.name, "rule list" if place else slot.by
        if slot.by == "rule list":
            for candidate in _glued(region, slot.start, page):
                yield candidate.span, candidate.name, "rule column"
    for span, score in named_before(text, region.offices):
        name = text[slice(*span)]
        if score + (page.counts.get(name, 0) > 1) + page.votes.get(name, 0) + (len(name) > 2) >= _NAMED:  # noqa: PLR2004
            yield span, name, "rule named"


def _chain(region: Region, slot: Slot, page: Page) -> list[Candidate]:
    """Return the names that follow each other from a slot on: 王某、李某和张某."""
    text = region.folded
    sure = slot.by in _SURE
    need = min(slot.need, _LIST_NEED)
    own = slot.need + (_UNSEEN if page.votes and slot.by in _DOUBTFUL else 0.0)
    chain: list[Candidate] = []
    candidate = persons.best(text, slot.start, page, sure=sure)
    while candidate and candidate.score >= need and _may_be(region, candidate, page):
        chain.append(candidate)
        gap = _LIST.match(text, candidate.span[1])
        candidate = persons.best(text, gap.end(), page, sure=sure) if gap else None
        need = _LIST_NEED
    if not chain or (slot.after and not slot.after.match(text, chain[-1].span[1])):
        return []
    if slot.by == "rule clause" and persons.is_ordinary(chain[0].name):
        return chain if chain[0].name in page.firm or page.votes.get(chain[0].name) else []
    if slot.after and len(chain) > 1:
        return chain if all(persons.shape(one.name) >= _WELL_SHAPED for one in chain) else []
    return chain if chain[0].score >= own else []


def _glued(region: Region, start: int, page: Page) -> list[Candidate]:
    """Return the names of a list that lost its spaces, three at least: 还有：宋某区某某石某."""
    run = re.compile(rf"[{persons.HAN}]{{6,120}}").match(region.folded, start)
    if run is None:
        return []
    best: dict[int, tuple[float, list[Candidate]]] = {start: (0.0, [])}
    for place in range(start, run.end()):
        if place not in best:
            continue
        total, names = best[place]
        for option in persons.options(region.folded, place):
            worth = (
                option.score
                + persons.seems_ordinary(option.name)
                + (page.counts.get(option.name, 0) > 1)
                + 2 * (option.name in page.votes)
            )
            end = option.span[1]
            if worth >= _GLUED and total + worth > best.get(end, (0.0, []))[0]:
                best[end] = (total + worth, [*names, option])
    names = max(best.values(), key=lambda found: found[0])[1]
    return names if len(names) > 2 else []  # noqa: PLR2004


def _may_be(region: Region, candidate: Candidate, page: Page) -> bool:
    """Refuse literals, title words (通讯员) and, unless the page vouches for them, verbs (安排)."""
    start, end = candidate.span
    if candidate.name in page.firm:
        return True
    if persons.followers().fullmatch(candidate.name) or is_title(candidate.name):
        return False
    titled = any(start <= office.start < end and len(office.word) > 1 for office in region.offices)
    return region.is_free(start, end) and not titled


def _accepted(evidence: Evidence, regions: list[Region]) -> dict[str, Counter[str]]:
    """Return the names with enough evidence, those that others explain left out."""
    names = {name: by for name, by in evidence.by_name.items() if _is_name(name, by)}
    texts = [region.folded for region in regions]
    counts = Finder(names).count(texts)
    places, fits = _contexts(names, texts)
    strength = {
        name: _strength(name, by) + 2.0 * fits[name] / counts[name]
        for name, by in names.items()
        if counts[name]
    }
    return {
        name: names[name]
        for name in strength
        if not _explained(name, names, counts, strength)
        and (set(names[name]) & _FIRM or 3 * places[name] < counts[name])
        and (set(names[name]) & _FIRM or fits[name] > 0 or _vouched(name, names[name]))
    }


def _vouched(name: str, by: Counter[str]) -> bool:
    """Tell whether the model is to be believed although nothing near the name tells of a person."""
    return by["model"] > 1 or (by["model"] == 1 and persons.shape(name) >= _GOOD)


def _contexts(names: Iterable[str], texts: list[str]) -> tuple[Counter[str], dict[str, float]]:
    """Count how often what follows each name makes it a place, and add up how well it follows a name."""
    places: Counter[str] = Counter()
    fits: dict[str, float] = defaultdict(float)
    finder = Finder(names)
    for text in texts:
        for _, end, name in finder.spans(text):
            places[name] += _PLACE.match(text, end) is not None
            fits[name] += persons.follows(text, end)
    return places, fits


def _is_name(name: str, by: Counter[str]) -> bool:
    if len(name) < 2 or not _LETTERS.fullmatch(name):  # noqa: PLR2004
        return False
    if set(by) == {"model"}:
        return not is_title(name) and (by["model"] > 1 or persons.shape(name) > _FAIR)
    return True


def _explained(
    name: str, names: dict[str, Counter[str]], counts: Counter[str], strength: dict[str, float]
) -> bool:
    """Tell whether another name explains this one.

    宋某主 is 宋某 before 主持, and where 张某 stands only in 张某明, it is 张某明.
    """
    own = strength[name]
    for other in _relatives(name, names):
        rival = strength.get(other, 0.0)
        if counts[other] == counts[name]:
            if (rival, len(other)) > (own, len(name)):
                return True
        elif counts[other] > counts[name] and 2 * rival >= 3 * own:  # noqa: PLR2004
            return not set(names[name]) & {"byline", "rule credit"}
    return False


def _relatives(name: str, names: dict[str, Counter[str]]) -> Iterator[str]:
    """Yield the other names that begin this one or that this one begins."""
    for length in range(2, len(name)):
        if name[:length] in names:
            yield name[:length]
    for other in names:
        if other != name and other.startswith(name):
            yield other


_WEIGHTS = {
    "byline": 4.0,
    "rule credit": 4.0,
    "rule introduced": 4.0,
    "rule column": 3.0,
    "rule title": 3.0,
    "rule clause": 1.0,
    "model": 1.5,
}


def _strength(name: str, by: Counter[str]) -> float:
    return persons.shape(name) + sum(_WEIGHTS.get(rule, 2.0) * min(count, 3) for rule, count in by.items())


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
# ，成功将X建成 is no person; ，田某作推介 is one
_PARTICLES = frozenset("将把在为的是被让使也都有以用从不能会可就一")
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
    if before[-1] in "，【" and after >= 1:
        return text[end : end + 1] not in _PARTICLES
    return _BEFORE.search(before) is not None and after >= 1.5  # noqa: PLR2004


def settle(region: Region, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Return all mentions of a region: its persons, and what they leave of organisations, places and titles.

    Of one label the longest stays. A person that is only an everyday word inside an organisation
    (和平街道办事处) yields to it, otherwise the person stays; a place inside an organisation is part of it.
    """
    text = region.folded
    spans = [(mention.start, mention.end) for mention in found]
    bodies = _longest("ORG", find_organizations(text, spans), region)
    land = _longest("PLACE", find_places(text, spans), region)
    persons_left = [one for one in found if not _is_part(region, one, bodies)]
    bodies = [one for one in bodies if not _touches(one, persons_left)]
    land = [one for one in land if not _touches(one, persons_left) and not _touches(one, bodies)]
    titles = [
        Mention("TITLE", office.start, office.end, ("lexicon titles",))
        for office in region.offices
        if office.kind == "public" and not _touches(office, persons_left)
    ]
    return tuple(
        sorted([*persons_left, *bodies, *land, *titles], key=lambda one: (one.start, one.end, one.label))
    )


def _longest(label: Label, ruled: Iterable[Span], region: Region) -> list[Mention]:
    """Join the grammar's spans with the model's of one label; of those that overlap the longest stays."""
    by: dict[Span, set[str]] = {}
    for span in ruled:
        by.setdefault(span, set()).add("rule ending")
    for vote in region.votes:
        if vote.label == label:
            by.setdefault((vote.start, vote.end), set()).add("model")
    kept: list[Mention] = []
    for start, end in sorted(by, key=lambda span: (span[0] - span[1], span)):
        one = Mention(label, start, end, tuple(sorted(by[start, end])))
        if not _touches(one, kept) and region.is_free(start, end):
            kept.append(one)
    return kept


def _touches(one: Mention | Office, others: Iterable[Mention]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _is_part(region: Region, one: Mention, bodies: Iterable[Mention]) -> bool:
    """Tell whether a name is but a word of an organisation: 和平 in 和平街道办事处."""
    if one.by != ("rule again",) or persons.follows(region.folded, one.end) >= 1.5:  # noqa: PLR2004
        return False
    return any(other.start <= one.start and one.end < other.end for other in bodies)
