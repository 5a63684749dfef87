"""Every name of an article, so that each mention of it can stand for its fullest form.

In: the sentences of an article. Out: a `Register`, which answers who 该局, 全市 or 项目 is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Sentence
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import verb_at
from newsie.frames.statistic.naming import regiments
from newsie.frames.statistic.naming.counties import RANKS, is_zone, sole_city, sole_county
from newsie.frames.statistic.naming.firms import FIRMS, firm_by_its_word, firm_headed, whole_firm, whole_house
from newsie.frames.statistic.naming.kinds import LONGEST_COMMON, TERRAIN
from newsie.frames.statistic.naming.names import TERM, Name, Names, hosted
from newsie.frames.statistic.naming.nouns import (
    ALIASES,
    ANY,
    BARE,
    BARE_BEFORE_VERB,
    BARE_OPENINGS,
    LONGEST_ANAPHOR,
    ONLY_SOME,
    PREDICATE,
    RENOWN,
    noun_end,
)
from newsie.frames.statistic.naming.provinces import names_province, province_meant
from newsie.frames.statistic.naming.roll import MOST, Roll
from newsie.frames.statistic.naming.things import country, thing
from newsie.text import Span

LOCAL = re.compile(rf"(?:[省市县区州旗镇乡村]里|{regiments.INSIDE})(?![的面])")
_AREA = re.compile(rf"(?:全|我|本)(?:[省市县区州旗盟镇乡村院校]|街道|社区|{regiments.RANK})")
_OF_ANY = re.compile("[\u4e00-\u9fff]{2}的[\u4e00-\u9fff]")
WHOLE_WORKS = re.compile(r"全[桥线园厂港站](?![通体区点长址])")
"""A works behind 全: 全桥."""
_BUILT = ("路", "桥", "大道", "水库", "街")
_PARTNERS = ("联合", "会同")
_MOTORWAY = "高速"
_DIVISIONS = ("师市", "全师市", "我师市")
_CITY_OF = re.compile("(?:兵团)?第[一二三四五六七八九十]{1,3}师[\u4e00-\u9fff]{2,4}市")
_HAMLETS = ("镇", "乡", "村", "街道", "社区")
_COUNTY = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[市县旗]|(?<![发新城园山牧林矿])区)")
_ABOVE = ("省", "市", "州", "盟", "地区", "自治区", "兵团")
_TAIL_LENGTHS = (4, 3, 2)
_WORKS = ("项目", "工程")
_RANKS = re.compile(f"[省市区县州旗镇乡村]|{regiments.RANK}")
_SMALL = frozenset("镇乡村院校") | {"街道", "社区"}
# a 核心区 or 园区 is no district that 全区 could mean
_NO_RANK = re.compile(
    r"(?:核心|促进|片|园|景|度假|厂|矿|社|辖|校|港|库|林|牧|(?<![东西])城|市|小|功能|自治)区$"
)
# 市某局联合某银行某某市 is what was read of 市某局联合某银行某某市分行
_NO_SEAT = re.compile(r"[^，。]{2,20}?(?:联合|会同|局|公司|银行|驻)")
# 走进某县某公司: who goes there tells of the county, too
_GOING = ("走进", "来到", "走访", "深入")
_LYING = re.compile(r"(?:位于|坐落[于在]|地处|来自|毗邻|紧邻|家住|住在)$")
_HELD_AT = re.compile(r"[^，。；\n]{0,8}?(?:闭幕|开幕|落幕|举行|举办|召开|开赛|开展|启动|揭幕)")
_ABOVE_IT = re.compile("[省市州县区总上]局|最高(?:人民)?(?:法|检察)院")
_OFFICE_TAILS = frozenset("局院所站队")
_SOON = 400


class Register:
    """The names of an article, by place and by how they end."""

    def __init__(self, source: Source, names: Names, sentences: Sequence[Sentence]) -> None:
        self.string = self._string = source.string
        self._roll = Roll(source, names, sentences)
        self._fullest: dict[str, Span | None] = {}
        self._provinces: dict[str, bool] = {}
        self._first: dict[str, int] = {}

    def events(self) -> Sequence[Span]:
        """Return where events are named."""
        return self._roll.events()

    def _is_built(self, name: Name) -> bool:
        """Tell whether the noun that a name ends in may stand for it: 合作社, 灌区, not 县."""
        return name.kind in ("body", "works") or self._string.endswith(TERRAIN, *name.span)

    def first(self, start: int, end: int) -> Name | None:
        """Return the first name between two offsets that is no person's, in its full length."""
        named: list[Name] = []
        first: Name | None = None
        for name in self._roll.between(start, end):
            # 第五届杭州亚运会 begins before the place
            if first and name.start > first.start + LONGEST_COMMON:
                break
            if name.kind == "person" or self._is_host(name):
                continue
            named.append(hosted(self._string, name) or name)
            if first is None and not self._is_site(named[-1]):
                first = named[-1]
        first = first or next(iter(named), None)
        same = [name for name in named if first and name.start == first.start]
        return max(same, key=lambda name: name.end, default=None)

    def leads(self, name: Name) -> bool:
        """Tell whether a name opens a clause, or stands behind its date."""
        return name.start in self._roll.prominent

    def within(self, start: int, end: int) -> Iterator[Name]:
        """Yield the first names between two offsets."""
        return self._roll.between(start, end)

    def before(self, offset: int) -> Sequence[Name]:
        """Return the last names that begin before an offset."""
        names = self._roll.names
        place = bisect_left(names, offset, key=lambda name: name.start)
        return names[max(0, place - 2) : place]

    def _is_host(self, name: Name) -> bool:
        """Tell whether a name is only who holds something or where: 由某台主办, 在某市闭幕."""
        before = self._string[max(0, name.start - 1) : name.start]
        return before == "由" or (before == "在" and _HELD_AT.match(self._string, name.end) is not None)

    def _is_site(self, name: Name) -> bool:
        """Tell whether a name only says where another lies: 坐落在石桥镇的某某产业园."""
        return _LYING.search(self._string, max(0, name.start - LONGEST_ANAPHOR), name.start) is not None

    def fullest(self, name: Name) -> Span:
        """Return where the longest name stands that ends like `name`.

        全市 and 县里 stand for the place of that rank that the article names, if it does.
        """
        form = self._string[name.start : name.end]
        if form in _DIVISIONS:
            return self._division() or name.span
        if _AREA.fullmatch(form) or LOCAL.fullmatch(form):
            place = self._place(form[1:] if form[0] in "全我本" else form[0], name)
            small = place != name.span and self._string.endswith(_HAMLETS, *place)
            return self.fullest(Name(*place, "land")) if small else place
        if form not in self._fullest:
            longer = self._longer(name, form)
            full = self._string[slice(*longer)] if longer else form
            self._fullest[form] = self._as_project(full) or longer
        return self._fullest[form] or name.span

    def _as_project(self, form: str) -> Span | None:
        """Return where a project is named alone that `form` names with its place or its builder: 某园项目 of 某县某园项目."""
        ends = (span for span in self._roll.projects if form.endswith(self._string[slice(*span)]))
        return max(ends, key=lambda span: span[1] - span[0], default=None)

    def _longer(self, name: Name, form: str) -> Span | None:
        """Return where the longest name stands that is longer than `name` and ends or holds its form."""
        best, longest = None, len(form)
        for other in self._roll.ending(form):
            length = other.end - other.start
            if other.kind != name.kind or length <= longest:
                continue
            if self._is_fuller(other, form):
                best, longest = other.span, length
        if best is None and form.endswith(_BUILT) and name.kind in ("land", "works"):
            return self._works_on(form)
        if best is None and form.endswith(_MOTORWAY):
            return self._motorway(form)
        if best is None and name.kind in ("body", "works"):
            house = whole_house(self._string, form, self._roll)
            return house or (self._whole_firm(form) if name.kind == "body" else None)
        return best

    def _whole_firm(self, form: str) -> Span | None:
        """Return where a firm is named in full."""
        firms = sorted({name for word in FIRMS for name in self._roll.ending(word)})
        return whole_firm(self._string, form, firms[:MOST])

    def _division(self) -> Span | None:
        """Return where the division is named with its city that 师市 stands for: 第八师某某市."""
        cities = (name for name in self._roll.ending("市")[:MOST] if name.kind == "land")
        return next((name.span for name in cities if _CITY_OF.match(self._string, *name.span)), None)

    def _is_fuller(self, name: Name, form: str) -> bool:
        """Tell whether a longer name is the same in full: 南苏丹 is another country, 高标准蔬菜基地 only some.

        A county goes by its own name, without its province: 溧山县, not 江苏省溧山县.
        """
        more = self._string[name.start : name.end - len(form)]
        # 十一届市政协 is 市政协
        if TERM.fullmatch(more) and form.endswith(("政协", "委")):
            return False
        county = name.kind == "land" and _COUNTY.fullmatch(form) and more.endswith(_ABOVE)
        # 引道工程 of 青石大桥及引道工程 is a part of it, 工业重镇柳河市 is what 柳河市 is called
        if more.endswith(("及", "暨", *RENOWN)):
            return False
        return len(more) > 1 and not county and ONLY_SOME.fullmatch(more) is None

    def _works_on(self, form: str) -> Span | None:
        """Return where the works on a road or bridge stand: 滨河路提升改造工程 of 滨河路."""
        # 疏港高速 of 疏港高速公路 begins where that does, and is less
        longer = (name.span for name in self._roll.works[:MOST] if name.end - name.start > len(form))
        return next((span for span in longer if self._string.startswith(form, span[0])), None)

    def _motorway(self, form: str) -> Span | None:
        """Return where a motorway is named in full: 青盐高速公路 of 青盐高速."""
        full = f"{form}公路"
        return next((name.span for name in self._roll.ending("公路") if self._ends(name, full)), None)

    def anaphor(self, start: int, head: int, end: int) -> tuple[Name | None, int]:
        """Return the name that 该X at `start` stands for, the last before it that ends in X, and X's end."""
        if self._string.startswith("该国", start):
            nation = country(self._string, start)
            return (Name(*nation, "land") if nation else None), head + 1
        if _RANKS.match(self._string, head) and not noun_end(self._string, head, end) > head + 1:
            ranked = Name(start, head + 1, "land")
            place = self._last_ranked(ranked) or self._place(self._string[head], ranked)
            return (Name(*place, "land") if place != ranked.span else None), head + 1
        if firm := firm_headed(self._string, start, head, self._roll):
            return Name(*firm, "body"), head + 2
        alias = max((noun for noun in ALIASES if self._string.startswith(noun, head)), key=len, default="")
        for stop in range(min(head + LONGEST_ANAPHOR, end), head + max(0, len(alias) - 1), -1):
            tail = self._string[head:stop]
            name = self._ending_in(tail, start) or self._announced(tail, start)
            if name:
                return name, max(stop, noun_end(self._string, head, end))
        if alias and (name := self._by_another(alias, start)):
            return name, head + len(alias)
        if self._string.startswith(_WORKS, head):
            return self._last_works(start), head + 2
        stop = noun_end(self._string, head, end)
        if self._string.startswith("该", start) and (meant := thing(self._string, start, head, end)):
            return Name(*meant[0], "works"), max(stop, meant[1])
        return None, stop if stop > head else start

    def _last_ranked(self, name: Name) -> Span | None:
        """Return the last place before `name` (该县) of its rank that its paragraph names."""
        names = self._roll.ending(self._string[name.end - 1])
        place = bisect_left(names, name.start, key=lambda other: other.start)
        for before in reversed(names[max(0, place - MOST) : place]):
            if "\n" in self._string[before.end : name.start]:
                break
            # 在甲区乙社区，……该区 is 甲区
            if before.end - before.start > 1 and not self._no_seat(before):
                land = before.kind == "land" and not _AREA.match(self._string, *before.span)
                return before.span if land else None
        return None

    def _no_seat(self, name: Name) -> bool:
        """Tell whether what ends like a place is none of its rank: 核心区, where a firm is, a clause."""
        return (
            _NO_RANK.search(self._string, *name.span) is not None
            or (name.span in self._roll.seats and not self._string.endswith(_GOING, 0, name.start))
            or _NO_SEAT.match(self._string, *name.span) is not None
        )

    def bare(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the works that 项目 or 工程 at the head of a clause stands for, and the word's end."""
        if self._string[start : start + 2] not in BARE_OPENINGS:
            return self._by_its_end(start, end)
        for word in BARE:
            if self._string.startswith(word, start) and start + len(word) < end:
                name = self._ending_in(word, start)
                if name is None and word in _WORKS:
                    name = self._last_works(start)
                if name is None:
                    name = self._by_another(word, start)
                return name, start + len(word) if name else start
        for word in BARE_BEFORE_VERB:
            behind = start + len(word)
            if not self._string.startswith(word, start) or behind >= end:
                continue
            # 企业提交的材料由17份减至5份: of any
            if _OF_ANY.match(self._string, behind, end):
                return None, start
            if PREDICATE.match(self._string, behind) or verb_at(self._string, behind, end) > behind:
                name = self._ending_in(word, start) or self._by_another(word, start)
                return name, behind if name else start
        return None, start

    def _by_its_end(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the body or works named before that ends in the noun at `start`: 巡护队 of 某某区渔政协助巡护队."""
        if not self._is_told_before(start):
            return None, start
        firm, behind = firm_by_its_word(self._string, start, self._roll.ending(FIRMS[0])[:MOST])
        if firm and (
            PREDICATE.match(self._string, behind, end) or verb_at(self._string, behind, end) > behind
        ):
            return firm, behind
        for length in _TAIL_LENGTHS:
            stop = start + length
            noun = self._string[start:stop]
            if stop >= end or not (
                PREDICATE.match(self._string, stop) or verb_at(self._string, stop, end) > stop
            ):
                continue
            if not ANY.fullmatch(noun) and self._is_tail(noun):
                name = self._ending_in(noun, start)
                # 5月全国铁路, in 1至5月全国铁路完成…, is no name told before
                told = name is not None and name.end <= start
                known = name and told and self._is_built(name) and self._is_fuller(name, noun)
                return (name, stop) if known else (None, start)
        return None, start

    def _is_told_before(self, start: int) -> bool:
        """Tell whether the first two characters of a noun at an offset stand in front of it as well."""
        word = self._string[start : start + 2]
        if word not in self._first:
            self._first[word] = self._string.find(word)
        return self._first[word] < start

    def _is_tail(self, noun: str) -> bool:
        """Tell whether the name of a body or a works ends in a noun."""
        least = len(noun) + 2
        return any(
            name.end - name.start >= least and name.kind in ("body", "works")
            for name in self._roll.ending(noun)
        )

    def company(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the company of a regiment that 六连 or 连队 at `start` stands for, and the word's end."""
        word = regiments.COMPANY.match(self._string, start, end) if "连" in self._string else None
        if word is None:
            return None, start
        name = self._ending_in(word.group().removesuffix("队"), start)
        known = name and name.kind == "land" and self._string[name.end - 2] != "团"
        return (name, word.end()) if known else (None, start)

    def whole(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the works that 全桥 or 全线 stands for, and the word's end."""
        if not WHOLE_WORKS.match(self._string, start, end):
            return None, start
        name = self._ending_in(self._string[start + 1], start)
        port = self._string[start + 1] in "港站"
        name = name if name and (port or name.kind == "works") else None if port else self._last_works(start)
        return name, start + 2 if name else start

    def _by_another(self, noun: str, start: int) -> Name | None:
        """Return the last name before `start` that ends in a word for which `noun` may stand."""
        found = (self._ending_in(ending, start) for ending in ALIASES.get(noun, ()))
        return max((name for name in found if name), key=lambda name: name.start, default=None)

    def _place(self, level: str, name: Name) -> Span:
        """Return the place of a rank (市, 村) that `name` (全市, 村里) stands for."""
        ranked = [
            other
            for other in self._roll.ending(level[-1])[:MOST]
            if self._ends(other, level)
            and other.end - other.start > len(level) + 1
            and not _AREA.match(self._string, *other.span)
            and not is_zone(self._string, other, name.start)
            and (other.kind == "land" or (level in _SMALL and other.kind == "body"))
            and not self._no_seat(other)
        ]
        if level in _SMALL or level in "团连":
            near = [other for other in ranked if other.start < name.start] or ranked
            return near[-1].span if near else name.span
        led = [other for other in ranked if other.start in self._roll.led]
        if level in "省区县" and len({self._string[other.start : other.end] for other in led}) > 1:
            # of several provinces told of in turn, the last before; of districts that in the same sentence
            last = [other for other in led if other.start < name.start][-1:]
            told = level == "省" or bool(last and "。" not in self._string[last[0].end : name.start])
            led = last if told else led
        if led and (level != "省" or led[0].start < name.start):
            return led[0].span
        meant = self._province(level, name) or (led[0].span if led else None)
        if meant is None and level in RANKS and self._string[name.start] != "我":
            meant = sole_county(self._string, ranked, self._roll)
        if meant is None and level == "市":
            meant = sole_city(self._string, self._roll)
        return meant or name.span

    def _province(self, level: str, name: Name) -> Span | None:
        """Return the province without its rank that `name` (全省) stands for."""
        if level not in self._provinces:
            self._provinces[level] = names_province(self._string, level)
        if not self._provinces[level]:
            return None
        names = self._roll.names
        here = bisect_left(names, name.start, key=lambda other: other.start)
        before = names[max(0, here - MOST) : here]
        if level == "市":
            # 销往北京、郑州等地。全市建起检测站13个
            before = [other for other in before if other.start in self._roll.prominent]
        return province_meant(self._string, level, before)

    def _ends(self, name: Name, tail: str) -> bool:
        return self._string.endswith(tail, name.start, name.end)

    def _ending_in(self, tail: str, start: int) -> Name | None:
        """Return the last name before `start` that is longer than `tail` and ends in it."""
        names = self._roll.ending(tail)
        place = bisect_left(names, start, key=lambda name: name.start)
        above: Name | None = None
        for other in reversed(names[max(0, place - MOST) : place]):
            # 桥梁 is not 川北桥梁 of 川北桥梁公司; 甲局联合乙局…，该局: of the two who began it
            firms = other.kind == "works" and other.span in self._roll.seats
            if firms or self._string.endswith(_PARTNERS, 0, other.start):
                continue
            # 完成市局下达的任务，该局……: the office above only sets it
            if not _ABOVE_IT.fullmatch(self._string, *other.span):
                return other
            above = above or other
        return above

    def _announced(self, tail: str, start: int) -> Name | None:
        """Return the office that 该局 stands for where only the headline named it before: the one that is named soon after."""
        if tail not in _OFFICE_TAILS or not self._string.startswith("该", start):
            return None
        names = self._roll.ending(tail)
        place = bisect_left(names, start, key=lambda name: name.start)
        near = (name for name in names[place : place + MOST] if name.start - start < _SOON)
        return next(
            (name for name in near if name.kind == "body" and name.end - name.start > len(tail) + 1), None
        )

    def _last_works(self, start: int) -> Name | None:
        place = bisect_left(self._roll.works, start, key=lambda name: name.start)
        return self._roll.works[place - 1] if place else None
