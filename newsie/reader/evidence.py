"""Evidence for the names of a page: the model's votes, bylines, and places for names (证据).

Two looks at each region: first at names whose ends are certain, then, knowing those, at places
where a name begins and its end has to be found.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from newsie import lexicon
from newsie.reader import persons
from newsie.reader.followers import acts, follower, follows, is_follower
from newsie.reader.given import BY, given
from newsie.reader.occurrences import Occurrences
from newsie.reader.persons import Candidate, Page
from newsie.reader.shapes import (
    HAN,
    WHILE,
    is_division,
    is_ordinary,
    may_begin,
    options,
    seems_ordinary,
    shape,
    surname_kind,
)
from newsie.reader.slots import (
    Slot,
    beside_heads,
    columns,
    credit_names,
    find_slots,
    introduced_names,
    named_before,
)
from newsie.reader.titles import Office, find_titles, is_title
from newsie.reading import Mention
from newsie.sounds import SOUNDS
from newsie.spans import Spans
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
_GLUED = 0.4
# where a model looked too, a name that only such a place speaks for needs more
_DOUBTFUL = frozenset({"rule clause", "rule polite", "rule dotted"})
_UNSEEN = 0.6
_SURE = frozenset({"rule title", "rule list", "rule appointment", "rule occupation"})


@dataclass(frozen=True, slots=True)
class Region:
    """One stretch of the page while its names are sought.

    Attributes:
        folded: its text.
        offices: its title words.
        votes: what the model found in it.
        blocked: spans that hold no name.
        titled: where the title words of two characters or more begin, sorted.
        title_ends: where they end.
    """

    folded: str
    offices: tuple[Office, ...]
    votes: tuple[Mention, ...]
    blocked: Spans
    titled: tuple[int, ...]
    title_ends: tuple[int, ...]

    @classmethod
    def of(cls, folded: str, votes: tuple[Mention, ...] = (), blocked: Iterable[Span] = ()) -> Region:
        """Return the region of a text with its title words."""
        offices = find_titles(folded)
        words = [office for office in offices if len(office.word) > 1]
        titled, ends = tuple(word.start for word in words), tuple(word.end for word in words)
        return cls(folded, offices, votes, Spans(blocked), titled, ends)

    def has_title(self, start: int, end: int) -> bool:
        """Tell whether a title word of two characters or more begins in a span."""
        return bisect_left(self.titled, start) < bisect_left(self.titled, end)

    def is_free(self, start: int, end: int) -> bool:
        """Tell whether no literal overlaps a span."""
        return not self.blocked.touch(start, end)


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
    for name in known:
        evidence.by_name.setdefault(name, Counter())["byline"] += 1
    page = _page(names, evidence)
    for index, region in enumerate(regions):
        for span, name, by in _read_slots(region, page):
            evidence.add(index, span, name, by)
    return evidence


def _plain(region: Region) -> Iterator[tuple[str, Span, str]]:
    """Yield the names whose ends are certain, and the model's."""
    text = region.folded
    for span in credit_names(text, region.offices):
        yield text[slice(*span)].replace(" ", ""), span, "rule credit"
    for span in given(text, "PERSON"):
        yield text[slice(*span)], span, BY
    for span in columns(text):
        yield text[slice(*span)].replace(" ", ""), span, "rule column"
    for span in introduced_names(text):
        yield text[slice(*span)].replace(" ", ""), span, "rule introduced"
    for span in beside_heads(text):
        yield text[slice(*span)], span, "rule title"
    voted = _joined(region)
    for span in _listed(region, voted):
        yield text[slice(*span)], span, "rule list"
    for vote in voted:
        if vote.label == "PERSON":
            start = _behind_title(region, vote)
            start += text[start] == " " or _takes_in_joint(region, start, vote.end)
            end = vote.end - (_takes_in_verb(text, start, vote.end) or _takes_in_home(text, start, vote.end))
            if _is_no_person(text, start, end):
                continue
            yield text[start:end].replace(" ", ""), (start, end), "model"


def _joined(region: Region) -> list[Mention]:
    """Return the model's persons, two that touch as one: 斯琴 + 毕力格."""
    joined: list[Mention] = []
    for vote in (vote for vote in region.votes if vote.label == "PERSON"):
        last = joined[-1] if joined else None
        if last and last.end == vote.start and vote.end - last.start <= _LONGEST_NAME:
            joined[-1] = Mention("PERSON", last.start, vote.end, last.by)
        else:
            joined.append(vote)
    return joined


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


# 张寨 + 行政村, 某某勒 + 日报: what the model took for a person is the front of a longer name
_NAMES_MORE = re.compile(
    r"行政村|自然村|日报|晚报|晨报|街道(?!办?主)|办事处|水库|大道|大桥|公路|高速(?![发增])|高铁|隧道|小区|村委会?(?![主委])|主义|指数|定律|效应|综合[征症]"
)
# 某某圣战组织（杰哈德）: a body's name in short
_SHORT_FORM = re.compile(rf"(?:组织|运动|阵线|联盟|党|公司|集团|协会|机构|基金会)（[{HAN}·]{{1,8}}）\Z")
# 一把坎某曼: a thing that is counted
_THING = re.compile(r"[一两三四五六七八九十几0-9][把张架辆根棵株盏座艘件束碗杯瓶袋筐]\Z")


def _is_no_person(text: str, start: int, end: int) -> bool:
    """Tell whether what the model took for a person is part of a longer name, a thing, or a body's short name."""
    if _NAMES_MORE.match(text, end) or _THING.search(text, max(0, start - 3), start):
        return True
    return _SHORT_FORM.search(text, max(0, start - 4), end + 1) is not None


# 某主席同菲某总理; 县政协副主席同某某 has that surname
_HEAD_BEHIND = re.compile("(?:国家)?(?:主席|总书记|总统|国王|总理|首相)")


def _takes_in_joint(region: Region, start: int, end: int) -> bool:
    """Tell whether the model took the joint between two heads of state into a name: 某主席 + 同 + 菲某总理."""
    index = bisect_left(region.title_ends, start)
    behind = index < len(region.title_ends) and region.title_ends[index] == start
    return behind and region.folded[start] in "同与" and _HEAD_BEHIND.match(region.folded, end) is not None


# 来到牧民朝鲁门家, 示范户朝鲁家的棚圈
_FOLK = re.compile(r"(?:[牧村居农渔]民|老人|[\u4e00-\u9fff]户|职工)\Z")


def _takes_in_home(text: str, start: int, end: int) -> int:
    """Return how many characters of whose home it is a name took in: 牧民朝鲁门 + 家."""
    home = end - start > 2 and text[end - 1] == "家"
    return int(home and _FOLK.search(text, max(0, start - 2), start) is not None)


def _takes_in_verb(text: str, start: int, end: int) -> int:
    """Return how many characters of what follows a name the model took in: 袁某汇 + 报, 李某为 + 县, 陶某全程."""
    if "·" in text[start:end] and (does := WHILE.search(text, start + 3, end)):
        return end - does.start()
    if text.startswith("互致", end - 1) or (end - start > 2 and text[end - 1] in _NO_LAST):
        return 1
    other = _OTHER.fullmatch(text, start, end)
    if other and surname_kind(other["name"]):
        return end - other.end("name")
    if end - start == 4 and surname_kind(text[start:end]) not in (None, "compound"):
        return 2 * (acts(text, end - 2) and shape(text[start : end - 2]) > -1)
    if end - start != 3 or surname_kind(text[start:end]) is None:
        return 0
    # 王某强 + 调研, although 强调 is a verb: what stands behind is one as well
    cut = _CUT_VERB.match(text, end - 1)
    return int(cut is not None and (cut.group()[0] in "致作做兼" or follows(text, end) < _FULL_VERB))


# 副秘书长陈某|等陪同, 王某|也去了
_NO_LAST = "等也"
_FULL_VERB = 2.0
_CUT_VERB = re.compile(
    r"边(?=[走看说听问算干忙吃喝剥剪装摘].{0,3}边)|兼任|代表(?!作|团|性)|正在|先后|被[任推授评选聘]|致(?:开幕|闭幕|欢迎|答谢|贺|辞|词)|[作做](?:交流|主旨|典型|经验|表态|动员|推介|专题|报告|讲话|发言|说明|总结|部署|具体|点评)|为[省市县区州镇乡](?!长)|汇报|通报|陪同|宣读|宣布|宣讲|参[加与观会]|出席|主持|主讲|介绍|调研|调度|率[队领]|带[队领]|随[同行]|强调|"
    r"指出|督[导办促查]|检查|挨[家个]|冲在|传达|察看|查看|走[访进]|慰问|坦言|透露|叮嘱|勉励|致辞|会见|前往"
)


# 李某同卡尼会谈: both in one name
_OTHER = re.compile(rf"(?P<name>[{HAN}]{{2,3}})[同向与][{SOUNDS}]{{2,6}}")
# 向某某·某某致贺电
_ADDRESSED = re.compile(rf"[向同与对给被由][{HAN}]{{1,7}}·|[向同与对][{SOUNDS}]{{3,6}}$")


def _behind_title(region: Region, vote: Mention) -> int:
    """Return where a name voted for begins: behind the title whose end the model took in (快递小 + 哥王某)."""
    greeted = region.folded.startswith("祝贺", vote.start - 1) and vote.end - vote.start > 2
    if greeted or _ADDRESSED.match(region.folded, vote.start, vote.end):
        return vote.start + 1
    index = bisect_left(region.titled, vote.start) - 1
    end = region.title_ends[index] if index >= 0 else 0
    return end if vote.start < end <= vote.end - 2 else vote.start


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
    for slot in find_slots(text, region.offices, page.heads):
        for place, candidate in enumerate(_chain(region, slot, page)):
            yield candidate.span, candidate.name, "rule list" if place else slot.by
        if slot.by == "rule list":
            for candidate in _glued(region, slot.start, page):
                yield candidate.span, candidate.name, "rule column"
    for span, score in named_before(text, region.offices):
        name = text[slice(*span)]
        if score + (page.names.count(name) > 1) + page.votes.get(name, 0) + (len(name) > 2) >= _NAMED:
            yield span, name, "rule named"


def _chain(region: Region, slot: Slot, page: Page) -> list[Candidate]:
    """Return the names that follow each other from a slot on: 王某、李某和张某."""
    text = region.folded
    if slot.after is follower and not _may_go_on(text, slot.start):
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
    if slot.by == "rule role":
        return first.name[0] in _DOES
    if slot.by != "rule title" or len(chain) > 1 or not is_ordinary(first.name):
        return False
    return text[first.span[1] : first.span[1] + 1] in _ALSO


def _may_go_on(text: str, start: int) -> bool:
    """Tell whether behind any name that could stand at `start` a verb follows, or another name."""
    return any(follower(text, end) or _LIST.match(text, end) for end, _ in options(text, start))


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
