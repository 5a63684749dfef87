"""Evidence for the names of a page: the model's votes, bylines, and places for names (证据).

Two looks at each region: first at names whose ends are certain, then, knowing those, at places
where a name begins and its end has to be found.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from newsie import lexicon
from newsie import patterns as re
from newsie.reader import persons
from newsie.reader.followers import acts, is_follower
from newsie.reader.given import BY, given
from newsie.reader.occurrences import Occurrences
from newsie.reader.persons import Candidate, Page, likely_options
from newsie.reader.region import Region
from newsie.reader.shapes import (
    HAN,
    POOR,
    is_division,
    is_ordinary,
    may_begin,
    options,
    seems_ordinary,
    shape,
)
from newsie.reader.slots import (
    Slot,
    beside_heads,
    columns,
    credit_names,
    find_slots,
    introduced_names,
    is_address,
    named_before,
    rows,
    veiled_names,
)
from newsie.reader.titles import is_title
from newsie.reader.votes import joined, voted_names
from newsie.reading import Mention
from newsie.text import Span

_LIST = re.compile(r" ?(?:、|和|及|与|以及| ) ?")
_LIST_NEED = 1.5
_LONGEST_NAME = 6
_MEMBER = re.compile(rf"[{HAN}]+")
_MEMBERS = re.compile(rf"[{HAN}]{{2,20}}(?: ?、 ?[{HAN}]{{2,20}}){{2,40}}")
# a member between two others: where there is none there is no list
_BETWEEN = re.compile(rf"、 ?[{HAN}]{{2,20}} ?、")
_LONGEST_MEMBER = 21
_LONGEST = 100
_WELL_SHAPED = 0.8
_NAMED = 2.0
_LENGTHS = (2, 3, 4)
_GLUED = 0.4
# where a model looked too, a name that only such a place speaks for needs more
_DOUBTFUL = frozenset({"rule clause", "rule polite", "rule dotted"})
_UNSEEN = 0.6
_SURE = frozenset({"rule title", "rule list", "rule appointment", "rule occupation"})


@dataclass(slots=True)
class Evidence:
    """What speaks for the names of a page: for each name its rules, and where each was seen."""

    by_name: dict[str, Counter[str]] = field(default_factory=dict)
    places: dict[tuple[int, Span], set[str]] = field(default_factory=dict)

    def add(self, region: int, span: Span, name: str, by: str) -> None:
        """Note that `by` sees `name` at `span` of a region."""
        self.by_name.setdefault(name, Counter())[by] += 1
        self.places.setdefault((region, span), set()).add(by)


def collect(regions: list[Region], known: list[str], names: Occurrences) -> Evidence:
    """Return what speaks for each name of a page.

    Args:
        regions: the stretches of the page.
        known: the names that bylines give, without spaces.
        names: the texts of the regions, to look names up in.
    """
    evidence = Evidence()
    for index, region in enumerate(regions):
        for name, span, by in _plain(region):
            evidence.add(index, span, name, by)
    for index, span in voted_names(regions, names):
        evidence.add(index, span, regions[index].folded[slice(*span)].replace(" ", ""), "model")
    for name in known:
        evidence.by_name.setdefault(name, Counter())["byline"] += 1
    page = _page(names, evidence)
    for index, region in enumerate(regions):
        for span, name, by in _read_slots(region, page):
            evidence.add(index, span, name, by)
    return evidence


def _plain(region: Region) -> Iterator[tuple[str, Span, str]]:
    """Yield the names whose ends are certain."""
    text = region.folded
    for span in credit_names(text, region.offices):
        yield text[slice(*span)].replace(" ", ""), span, "rule credit"
    for span in given(text, "PERSON"):
        yield text[slice(*span)], span, BY
    for span in (*columns(text), *rows(text)):
        yield text[slice(*span)].replace(" ", ""), span, "rule column"
    for span in (*introduced_names(text), *veiled_names(text)):
        yield text[slice(*span)].replace(" ", ""), span, "rule introduced"
    for span in beside_heads(text):
        yield text[slice(*span)], span, "rule title"
    voted = joined(region)
    for span in (*_listed(region, voted), *_with_units(region, voted)):
        yield text[slice(*span)], span, "rule list"


def _listed(region: Region, voted: Sequence[Mention]) -> Iterator[Span]:
    """Yield the members of a list of names of which the model saw half.

    旗领导布和朝鲁、孙桂芝、阿拉坦仓、鲍玉山: names of peoples whose names are rare in its texts.
    """
    text = region.folded
    seen = {vote.start for vote in voted}
    for match in _lists(text) if len(voted) > 1 else ():
        members = [part.span() for part in _MEMBER.finditer(text, *match.span())]
        first = _behind_office(region, members[0])
        known = sum(start in seen for start, _ in members)
        if known < 2 or 2 * known < len(members):
            continue
        for start, end in (*((first,) if first else ()), *members[1:-1]):
            if _fits_in(region, start, end):
                yield start, end


# 某老三（下湾村）、谷雨（县教育局）: a member of a list of those honoured, with where they are from
_OF_UNIT = re.compile(rf"([{HAN}·]{{2,8}})（[{HAN}]{{2,20}}）(?:[、，； 。]|$)?")
_LABEL = re.compile(r"[^，。：（\n]{1,20}：")


def _with_units(region: Region, voted: Sequence[Mention]) -> Iterator[Span]:
    """Yield the names of lines that hold nothing but names with a unit in brackets, of which the model saw a third."""
    text = region.folded
    members = [span for line in _LINE.finditer(text) for span in _of_units(line)] if "）" in text else []
    seen = {vote.start for vote in voted}
    known = sum(start in seen for start, _ in members)
    if known > 1 and 3 * known >= len(members) > 2:
        for start, end in members:
            name = text[start:end]
            if shape(name) > POOR and not is_division(name) and not region.has_title(start, end):
                yield start, end


_LINE = re.compile(r"[^\n]+")


def _of_units(line: re.Match[str]) -> list[Span]:
    """Return the names of a line that holds nothing else, their units aside; none of another line."""
    label = _LABEL.match(line.string, *line.span())
    place = label.end() if label else line.start()
    found: list[Span] = []
    while member := _OF_UNIT.match(line.string, place, line.end()):
        found.append(member.span(1))
        place = member.end()
    return found if place == line.end() else []


def _lists(text: str) -> Iterator[re.Match[str]]:
    place = 0
    while (between := _BETWEEN.search(text, place)) and (
        found := _MEMBERS.search(text, max(place, between.start() - _LONGEST_MEMBER))
    ):
        yield found
        place = found.end()


def _behind_office(region: Region, member: Span) -> Span | None:
    """Return the first member of a list without the title in front of it, None if it has none."""
    index = bisect_left(region.title_ends, member[1]) - 1
    end = region.title_ends[index] if index >= 0 else 0
    return (end, member[1]) if member[0] < end else None


def _fits_in(region: Region, start: int, end: int) -> bool:
    """Tell whether a member of a list of names may be one."""
    name = region.folded[start:end]
    if not 2 <= len(name) <= _LONGEST_NAME or is_division(name) or is_ordinary(name) or is_title(name):
        return False
    begins = may_begin(region.folded, start)
    return begins and region.is_free(start, end) and not region.has_title(start, end)


def _page(names: Occurrences, evidence: Evidence) -> Page:
    """Return what the page says about names so far."""
    return Page(
        names=names,
        votes={name: by["model"] for name, by in evidence.by_name.items()},
        firm=frozenset(name for name, by in evidence.by_name.items() if set(by) - {"model"}),
    )


def _read_slots(region: Region, page: Page) -> Iterator[tuple[Span, str, str]]:
    """Yield the names in places for names, lists followed to their end: span, name, rule."""
    text = region.folded
    ends: set[int] = set()
    for slot in find_slots(text, region.offices, page.heads):
        if _is_named(text, slot, page, ends):
            continue
        for place, candidate in enumerate(_chain(region, slot, page)):
            if slot.by == "rule title" and not place:
                ends.add(candidate.span[1])
            yield candidate.span, candidate.name, "rule list" if place else slot.by
        if slot.by == "rule list":
            for candidate in _glued(region, slot.start, page):
                yield candidate.span, candidate.name, "rule column"
    for span, score in named_before(text, region.offices):
        name = text[slice(*span)]
        if score + (page.names.count(name) > 1) + page.votes.get(name, 0) + (len(name) > 2) >= _NAMED:
            yield span, name, "rule named"


def _is_named(text: str, slot: Slot, page: Page, ends: Collection[int]) -> bool:
    """Tell whether the title in front of a slot is that of a name before it: 书记王某书记 + 郑重宣布.

    `ends` tells where names end that stand in slots before.
    """
    if slot.office is None or any(page.knows(text[slot.start : slot.start + n]) for n in _LENGTHS):
        return False
    at = slot.office.start
    return at in ends or any(page.knows(text[max(0, at - n) : at]) for n in _LENGTHS)


def _chain(region: Region, slot: Slot, page: Page) -> list[Candidate]:
    """Return the names that follow each other from a slot on: 王某、李某和张某."""
    text = region.folded
    if slot.after and not _may_go_on(text, slot.start, slot.after, page):
        return []
    sure = slot.by in _SURE
    need = min(slot.need, _LIST_NEED)
    own = slot.need + (_UNSEEN if page.votes and slot.by in _DOUBTFUL else 0.0)
    chain: list[Candidate] = []
    candidate = persons.best(text, slot.start, page, sure=sure)
    while (
        candidate and candidate.score >= need and len(chain) < _LONGEST and _may_be(region, candidate, page)
    ):
        chain.append(candidate)
        gap = _LIST.match(text, candidate.span[1])
        candidate = persons.best(text, gap.end(), page, sure=sure) if gap else None
        need = _LIST_NEED
    if not chain or (slot.after and not slot.after(text, chain[-1].span[1])):
        return []
    if not page.votes.get(chain[0].name) and _goes_on(text, slot, chain):
        return []
    if slot.by == "rule clause" and is_ordinary(chain[0].name):
        return chain if chain[0].name in page.firm or page.votes.get(chain[0].name) else []
    if slot.by == "rule occupation" and is_ordinary(chain[0].name):
        return chain if page.votes.get(chain[0].name) or acts(text, chain[0].span[1]) else []
    if slot.after and len(chain) > 1:
        return chain if all(shape(one.name) >= _WELL_SHAPED for one in chain) else []
    return chain if chain[0].score >= own else []


_ALSO = frozenset("和及与")
# 群众来评判, 牧民都懂, 果农边摘边聊, 村民种核桃, 受害人向警方反映
_DOES = frozenset("来都边种向")


def _goes_on(text: str, slot: Slot, chain: Sequence[Candidate]) -> bool:
    """Tell whether a word behind a title is no name: 群众 + 来评判, 委员 + 满意 + 和基本满意."""
    first = chain[0]
    if is_address(text, slot.start):
        return True
    if slot.by == "rule role":
        # 抢劫司机 + 钱财: a thing
        thing = is_ordinary(first.name) and len(chain) == 1 and not acts(text, first.span[1])
        return first.name[0] in _DOES or thing
    if slot.by != "rule title" or len(chain) > 1 or not is_ordinary(first.name):
        return False
    if slot.office and any(named_before(text, (slot.office,))):
        # 王某县长 + 郑重承诺
        return True
    return text[first.span[1] : first.span[1] + 1] in _ALSO


def _may_go_on(text: str, start: int, after: Callable[[str, int], object], page: Page) -> bool:
    """Tell whether behind any name that could stand at `start` what is asked for follows, or another name."""
    ends = (end for end, _ in likely_options(text, start, page))
    return any(after(text, end) or _LIST.match(text, end) for end in ends)


def _glued(region: Region, start: int, page: Page) -> list[Candidate]:
    """Return the names of a list that lost its spaces, three at least: 还有：宋某区某某石某."""
    run = re.compile(rf"[{HAN}]{{6,120}}").match(region.folded, start)
    if run is None:
        return []
    best: dict[int, tuple[float, list[Candidate]]] = {start: (0.0, [])}
    for place in range(start, run.end()):
        if place not in best:
            continue
        total, names = best[place]
        for end, name in options(region.folded, place):
            likeness = shape(name)
            repeated = page.names.count(name) > 1
            worth = likeness + seems_ordinary(name) + repeated + 2 * (name in page.votes)
            if worth >= _GLUED and total + worth > best.get(end, (0.0, []))[0]:
                best[end] = (total + worth, [*names, Candidate((place, end), name, likeness)])
    names = max(best.values(), key=lambda found: found[0])[1]
    return names if len(names) > 2 else []


def _says_otherwise(name: str) -> bool:
    """Tell whether characters behind a title are no name.

    A verb with more (主席 + 强调要), a verb with 时 before it (委员 + 时强调), a manner said twice (总书记 + 殷殷).
    """
    if len(name) == 3:
        return is_follower(name[:2]) or (name[0] in "时来" and is_follower(name[1:]))
    return len(name) == 2 and name[0] == name[1]


def _may_be(region: Region, candidate: Candidate, page: Page) -> bool:
    """Refuse literals, title words (通讯员) and, unless the page vouches for them, verbs (安排)."""
    start, end = candidate.span
    if is_division(candidate.name):
        return False
    if candidate.name in page.firm:
        return True
    if candidate.name in lexicon.words("gazetteer/countries.txt"):
        return False
    if candidate.name[0] == "和" and not page.votes.get(candidate.name):
        # 政协委员和列席会议的同志
        return False
    if is_follower(candidate.name) or is_title(candidate.name):
        return False
    if not page.votes.get(candidate.name) and _says_otherwise(candidate.name):
        return False
    return region.is_free(start, end) and not region.has_title(start, end)
