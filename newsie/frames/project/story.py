"""Which undertaking each clause of an article is about.

The article is read clause by clause; a clause without a name is about the last undertaking named
(该项目总投资…, 目前，土建已完成80%) until the talk turns to somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsie import patterns as re
from newsie.frames.project import status
from newsie.frames.project.another import names_another, spends_anew
from newsie.frames.project.meant import SHORT, find_meant, works_meant
from newsie.frames.project.names import find_builder
from newsie.frames.project.sighted import opens_sentence
from newsie.frames.project.spoken import note_builder, paragraph_end, spoken_for
from newsie.frames.project.subjects import Subject
from newsie.frames.project.together import in_list
from newsie.frames.project.words import either, heads
from newsie.lexicon import layered
from newsie.spans import Spanned, Within, start_behind
from newsie.text import Span

# 总投资：12亿元: a label and its figure are one clause
_CLAUSE = re.compile(
    r"[^。！？；，：\n]+(?:(?:(?<=业主)|(?<=单位))：(?=[^，。；：\n]{2,20}(?:公司|集团|局|中心|政府|委会))[^。！？；，：\n]+|(?:(?<=[资积地度模额算])：(?=[约近超逾]{0,2}[0-9])|(?<=(?:建设|项目)地[点址])：|(?<=建设内容)：|(?<=建设规模)：|(?<=内容[及和与]规模)：|(?<=规模[及和与]内容)：)[^。！？；，：\n]+){0,2}"
)
# 京某高速甲至乙段、丙某高速丁段: which section of each is meant
_SECTION = re.compile("(?:[\u4e00-\u9fff]{2,5}至)?[\u4e00-\u9fff]{2,5}段(?![时落])")
_JOINT = re.compile(
    rf"(?:{_SECTION.pattern}|[0-9]{{1,2}}号机组)?[、和及与以等“”\"']{{0,3}}(?:(?<=[、和及与])(?:新建|改建|扩建|续建|新开工))?"
)
# whose doings the next clause tells: 全市…, 下一步…, 某某公司位于…
_OTHERS = re.compile(
    r"(?:[一二三四五六七八九]是|首先|其次|之前|下一步|接下来|会议|与会|各地|各级|各部门|全[国省市州县区镇乡]|我[国省市州县区]"
    r"|近年来|今年以来|去年以来|据统计|此次|本次|这批|同时|活动|仪式"
    r"|.{0,8}(?:市|县|区|镇|乡|村|局|委|政府|公司|集团)"
    r"(?:将|累计|共|已|坚持|始终|不断|持续|积极|大力|着力|聚焦|紧扣)"
    r"|.{2,24}(?:公司|集团)(?:位于|是|成立|总经理|董事长|负责人|主要|现有))"
)
# 他强调 turns to the duties of all; 项目负责人说 stays with the work
_SPEAKS = re.compile("(?:强调|指出|要求|表示|叮嘱|勉励|希望|认为)$")
_INSIDER = re.compile("项目|工程|负责人|现场|企业|经理")
# 建成4座中转站: what somebody built, and no more of the work before it
_ACTIVE = re.compile(
    r"(?:已|共|还|累计|全面|顺利|先后|陆续|年内|全年|今年|明年|力争|计划){0,8}(?:建成|开工建设|开工|启动|新建|改造|完成)"
    r"(?!投[用运产入]|通车|后|并|使用|运营|了?总|投资|形象|工程|率)(?=[\u4e00-\u9fff0-9]{3})"
)
# （7）某港首次启用…: an item of a list of news
_ITEM = re.compile(r"[（(][0-9]{1,2}[）)]|[0-9]{1,2}[.、](?![0-9])")
# 投资650万元建成6座公厕, 年内建成2家菜市场: another sum, another work
_ANOTHER_SUM = re.compile(
    r"(?:总|共|累计|计划|年内|今年|全年)?投[资入][0-9.]{1,12}[万亿]?余?元(?:，)?(?:实施|完成|建成|新建|改造|启动|购置|修建|对)"
    r"|(?:年内|全年)(?:将|要|再)?(?:建成|新建|改造|完成)[0-9]"
)
# 某某集团投资15亿元在某县(建设)某某产业园
_SUM_AT_END = re.compile(
    r"(?:公司|集团|企业|厂|合作社|局|中心)[^，。；]{0,6}投资(?:约|近|超)?[0-9.]{1,12}[万亿]?余?元$"
)
_TO_BUILD = re.compile(
    r"(?:用于)?(?:在[^，。；]{0,20})?(?:投资)?(?:建设|新建|兴建|打造|修建|建起|建成|扩建|改造|实施)?"
)
_INVESTS = re.compile(
    r"(?:公司|集团|企业|厂|合作社|局|中心)[^，。；]{0,6}投资(?:约|近|超)?[0-9.]{1,12}[万亿]?余?元"
    r"(?:在[^，。；]{0,20})?(?:投资)?(?:建设|新建|兴建|打造|修建|建起|建成|扩建|改造|实施)?的?$"
)
# 甲文体中心、投资6500万元的|乙职教中心相继投用: two of a list, each with its sum
_AND_COSTING = re.compile("[、和及与](?:计划|概算|总)?投资(?:约|近|超|达)?[0-9.]{1,9}[万亿]?余?元的")
_IN = re.compile(r"[在从][\u4e00-\u9fff]{0,4}$")
_HAPPENS = re.compile(
    "(?:今[天日]|当天|成功|顺利|正式|首次|再次){0,6}(?:首飞|试飞|起飞|降落|停靠|靠泊|离港|起航|启航|交付|下线|下水|发车|首发|上线|抵达|卸货|通关|亮相|起降|出发|出境|入境|投入(?:使用|运行|运营)|上线|试运行|开工|开建|动工|启动)"
)
_NEAR = 6
# ”项目负责人某某介绍，预计10月完成…: who speaks belongs to the work
_OF_WORK = re.compile(
    r"[”\"]?(?:该|现场)?(?:项目|工程|施工|标段)(?:部|现场|施工)?(?:总?负责人|经理|总工|工程师|业主)"
)
# 2号线一期工程（机场—火车站段）|昨日开通
_STRETCH = re.compile("（[^（）0-9]{2,16}）")
_PLURAL = re.compile("这些|上述|它们|这几|两个(?:项目|工程)|各(?:项目|工程)")
_GROUP = re.compile(
    r"(?:[0-9]{1,40}|[一二两三四五六七八九十]{1,40})[余多]?个[^，。]{0,14}?(?:项目|工程)|(?:项目|工程)[0-9]{1,40}[余多]?个"
)
# 全市公路建设完成投资9亿元: no more of the works, but 全市最大的水厂
_WHOLE_AREA = re.compile(
    "(?:目前|今年|其中|至此|截至目前)?全[国省市州县区镇乡旗](?!首|最|唯一|第|重点|长|部|域|程)"
)
# 是今年全区23个重点项目之一
_ONE_OF = re.compile("之一\\Z")
# 甲、乙等14个重点项目，总投资…: the sum of all of them
_COUNTED = re.compile("等[0-9一二三四五六七八九十]{1,40}[个项]")
_CARRIED = re.compile(
    r"[“\"](?![^”\"]{1,14}[”\"])|目前|截至|据悉|据了解|据介绍|整个|主体|全部"
    # the lines of a prospectus: 总投资：6.8亿元, 建设地点：青石镇
    r"|(?:项目|工程|建设|计划|预计|总|规划|占地|建筑|合作|投资){1,3}[\u4e00-\u9fff]{0,6}："
)
# a character of each of the words that mean the last undertaking
_MEANS = re.compile("[该这此]|项目|工程|园区")
_BEHIND = "(?!负责人|经理|部|组|库|为王|化|建设者|单位|专班|指挥|用工|施工人员|上|法人|前期|清单|谋划|储备|招引|质量|管理)"


_DEADLINE = re.compile(r"(?:确保|力争|务必|争取)(?:[0-9今明后年][^，。；]{0,6}[年月日底前]|年底)")
_URGED = re.compile("(?:要求|叮嘱|督促|嘱咐|希望)[^，。；]{0,8}(?:单位|部门|负责人|企业|施工方)")
_LONGEST_URGING = 80


# 配套建设游客中心和停车场: parts of the undertaking
_EQUIPPED = re.compile(
    "(?:同步|并|还|将){0,3}(?:配套建设|配套建有|配建|建有|内设|设有)"
    # 建设内容：新建垃圾焚烧生产线
    "|(?:主要)?建设(?:内容|规模)(?:[及和与](?:规模|内容))?："
    # 该项目涵盖甲工程、乙通道三部分
    "|(?:该|此|本)?(?:项目|工程)(?:主要)?(?:涵盖|包括|包含|由)[^，。；]{2,60}(?:部分|组成|构成)\\Z"
)


class Told(NamedTuple):
    """A piece of a clause and the undertakings it tells of.

    Attributes:
        start: first character of the piece: what follows a name up to the next one, what precedes
            it with 的, or a whole clause without a name.
        end: one past the last.
        subjects: positions of the subjects; more than one for a list of names.
        named: whether the piece touches the name itself.
        clause: the whole clause.
        near: whether the sentence names the undertaking or means it (该桥): what stands in a later
            one without it may be of something else.
        said: whether somebody of the company says it.
    """

    start: int
    end: int
    subjects: tuple[int, ...]
    named: bool
    clause: Span
    near: bool = True
    said: bool = False


class _Mention(NamedTuple):
    """A name, or names in one list, with the division in front (东山县), which is no part of the name."""

    start: int
    end: int
    subjects: tuple[int, ...]


def tell(
    folded: str, subjects: Sequence[Subject], persons: Within[Spanned], *, listing: bool = False
) -> Iterator[Told]:
    """Yield the pieces of clauses that tell of a subject, in the order of the text.

    Args:
        folded: the text, width-folded.
        subjects: the undertakings and where they are named.
        persons: a sentence that begins with one is about no undertaking.
        listing: whether each sentence tells of other works, as those of a yearly report do.
    """
    current: tuple[int, ...] = ()
    last = listed = current
    told: list[tuple[int, str]] = []
    near, together, said = False, False, 0
    built: dict[str, tuple[int, ...]] = {}
    for span, found, after in _clauses(folded, subjects) if subjects else ():
        equipped = found and current and _EQUIPPED.match(folded[slice(*span)])
        groups = [] if equipped else found
        if len(groups) == 1 and _is_where(folded, groups[0], subjects):
            current = ()
            continue
        if groups:
            promised = status.find_promised(folded, (span[0], groups[0].start)) is not None
            yield from _pieces(folded, span, groups, current if promised else ())
            current = () if _COUNTED.search(folded, groups[-1].end, span[1]) else groups[-1].subjects
            listed = current if len(current) > 1 else ()
            last = current if len(current) == 1 else last
            note_builder(folded, span, groups[-1].subjects, built)
            told += _named_in(folded, groups, subjects)
            near = True
            continue
        if to_come := _invested_in(folded, span, after):
            yield Told(*span, to_come, named=True, clause=span)
            continue
        if listing and opens_sentence(folded, span[0]):
            current, last = (), ()
        if speaks := spoken_for(folded, span, built):
            current = last = speaks
            said = paragraph_end(folded, span[1])
            continue
        meant = find_meant(folded, span, told) or works_meant(folded, span, told, subjects)
        last = meant or last
        near = near and not opens_sentence(folded, span[0])
        near = near or bool(meant) or _means(folded[slice(*span)])
        short = meant if SHORT.match(folded, *span) else ()
        current = short or _carried(folded, span, current, meant or last, persons)
        if current and names_another(folded, span, told):
            current = ()
        meant, together = in_list(folded, span, listed, together=together)
        current = meant or current
        if not current and (current := _wanted_of(folded, span, last)):
            near = True
        note_builder(folded, span, current, built)
        if current and not _ACTIVE.match(folded, *span):
            yield Told(*span, current, named=False, clause=span, near=near, said=span[0] < said)
        current = current if len(current) == 1 else ()


def _clauses(
    folded: str, subjects: Sequence[Subject]
) -> Iterator[tuple[Span, list[_Mention], list[_Mention]]]:
    """Yield clauses with the names in them and in the next, from the one before the first name on."""
    mentions = Within(_mentions(subjects))
    clauses = [clause.span() for clause in _CLAUSE.finditer(folded)]
    named = [_grouped(folded, mentions.between(*span)) for span in clauses]
    first = next((at for at, found in enumerate(named) if found), len(named))
    begin = max(0, first - 1)
    yield from zip(clauses[begin:], named[begin:], [*named[begin + 1 :], []], strict=True)


def _named_in(
    folded: str, groups: Sequence[_Mention], subjects: Sequence[Subject]
) -> Iterator[tuple[int, str]]:
    """Yield which undertakings a clause names, each with its name."""
    for group in groups:
        for index in group.subjects:
            yield index, folded[slice(*subjects[index].name[:2])]


def _wanted_of(folded: str, clause: Span, last: tuple[int, ...]) -> tuple[int, ...]:
    """Return what a deadline is of that a visitor gives the builders: 叮嘱建设单位…，确保6月底通水运行."""
    if not _DEADLINE.match(folded, *clause):
        return ()
    start = start_behind("。\n", folded, clause[0] - _LONGEST_URGING, clause[0])
    return last if _URGED.search(folded, start, clause[0]) else ()


def _mentions(subjects: Sequence[Subject]) -> Iterator[_Mention]:
    for index, subject in enumerate(subjects):
        fronts = {name.start: name.front for name in subject.names if name.place}
        for start, end in subject.mentions:
            yield _Mention(fronts.get(start, start), end, (index,))


def _grouped(folded: str, mentions: list[_Mention]) -> list[_Mention]:
    """Put names that stand in one list together."""
    groups: list[_Mention] = []
    for mention in mentions:
        if groups and _JOINT.fullmatch(folded, groups[-1].end, mention.start):
            before = groups.pop()
            groups.append(_Mention(before.start, mention.end, before.subjects + mention.subjects))
        else:
            groups.append(mention)
    return [_over_section(folded, group) for group in groups]


def _over_section(folded: str, group: _Mention) -> _Mention:
    """Return a list of lines with the section of its last: 甲高铁、乙高铁|某某段|同时开通."""
    section = _SECTION.match(folded, group.end) if len(group.subjects) > 1 else None
    return group._replace(end=section.end()) if section else group


def _is_where(folded: str, group: _Mention, subjects: Sequence[Subject]) -> bool:
    """Tell whether a park, port or line is only where something else is told to happen: 在某某码头交付用户."""
    if any(name.kind not in ("site", "place") for index in group.subjects for name in subjects[index].names):
        return False
    if not _IN.search(folded, max(0, group.start - _NEAR), group.start):
        return False
    return _HAPPENS.match(folded, group.end) is not None


def _invested_in(folded: str, clause: Span, groups: Sequence[_Mention]) -> tuple[int, ...]:
    """Return what the next clause names that a sum at the end of this one is for: 公司投资3.2亿元，在某地建设某某项目."""
    if not groups or not _SUM_AT_END.search(folded, *clause) or folded[clause[1] : clause[1] + 1] != "，":
        return ()
    group = groups[0]
    return group.subjects if _TO_BUILD.fullmatch(folded, clause[1] + 1, group.start) else ()


def _pieces(
    folded: str, clause: Span, groups: list[_Mention], before: tuple[int, ...] = ()
) -> Iterator[Told]:
    """Yield the pieces between the names of a clause; `before` is what the first tells of: 建成后将连通甲高铁."""
    at = clause[0]
    listed: tuple[int, ...] = ()
    for group in groups:
        # 总投资18亿元的某某项目: what ends in 的 tells of the name behind it
        front = _front(folded, group, at)
        modifies = folded.endswith(("的", "在建", "规划建设", "筹建"), at, front) or _INVESTS.search(
            folded[at : group.start]
        )
        owners = group.subjects if modifies else before
        if owners and group.start > at:
            yield Told(at, group.start, owners, named=True, clause=clause)
        listed = listed if before and _AND_COSTING.fullmatch(folded, at, group.start) else ()
        listed += group.subjects
        stretch = _STRETCH.match(folded, group.end, clause[1])
        at, before = stretch.end() if stretch else group.end, group.subjects
    yield Told(at, clause[1], listed, named=True, clause=clause)


def _front(folded: str, group: _Mention, low: int) -> int:
    """Return where a name begins with the company in front of it: 投资2亿元的|恒远公司电路板项目."""
    builder = find_builder(folded, (group.start, group.end))
    return builder[0] if builder and low < builder[0] < group.start == builder[1] else group.start


def _carried(
    folded: str, clause: Span, current: tuple[int, ...], last: tuple[int, ...], persons: Within[Spanned]
) -> tuple[int, ...]:
    """Return what a clause without a name is about."""
    words = folded[slice(*clause)]
    if _ITEM.match(words) or _ANOTHER_SUM.match(words) or spends_anew(folded, clause):
        return ()
    if last and _means(words):
        return last
    if not current:
        return ()
    before = folded[clause[0] - 1 : clause[0]]
    if _WHOLE_AREA.match(words):
        return ()
    several = _GROUP.search(words) and not _ONE_OF.search(words)
    if several or _PLURAL.search(words) or _elsewhere().match(words):
        return ()
    told = persons.between(*clause) and not _OF_WORK.match(words)
    if opens_sentence(folded, clause[0]) and (_OTHERS.match(words) or told):
        return ()
    if _SPEAKS.search(words[-4:]) and not _INSIDER.search(words):
        return ()
    return () if before in {"", "\n"} and not _CARRIED.match(words) else current


def _means(words: str) -> bool:
    """Tell whether a clause means the last undertaking: 该工程总投资…."""
    return _MEANS.search(words) is not None and _anaphor().search(words) is not None


@layered
def _anaphor() -> re.Pattern[str]:
    """Return the pattern of words that mean the last undertaking: 该工程, 这个产业园, 项目 at the front."""
    determined = rf"(?:该|这个|这座|这条|这一|此)[\u4e00-\u9fff]{{0,3}}?{heads()}{_BEHIND}"
    determined += "|(?:该|这)条?(?:公路|道路|路)(?![段口线面程])|(?:该|这座)桥"
    renewal = "(?:维修|改建|扩建|改扩建|新建|改造|加固|拓宽)?"
    park = "园区(?=总|占地|规划|建成|位于|目前|将|计划|预计|已)"
    bare = rf"(?:^[“\"]?|、|目前|整个|现|随着|宣布)(?:{renewal}(?:项目|工程){_BEHIND}|{park})"
    return re.compile(f"{determined}|{bare}")


@layered
def _elsewhere() -> re.Pattern[str]:
    """Return the pattern of a clause whose subject is a region: 某某省建成智能化煤矿298座."""
    region = rf"(?:{either('province', 'city')}[省市]?|[\u4e00-\u9fff]{{1,6}}(?:自治区|自治州|[省市县]))"
    return re.compile(region + "(?:累计|共|已|还|将|也|计划|建成|完成|实现|新增|新建|实施|开工|启动)")
