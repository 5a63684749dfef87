"""What a run of words names: a body, a place, a works, an event, by the suffix it ends in (名称的类别)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.frames.statistic.figures.words import either, long_verbs, runs_of, verb_at, words
from newsie.lexicon import Beginnings, Sought, any_of, layered

Kind: TypeAlias = Literal["body", "land", "works", "event", "person"]
# 青山县共办|理案件, 1—5月份办|结, 派出所去年接处|警: no office
_HANDLES = re.compile("办(?=[理结])|(?<=共)办|处(?=[警理置罚])|(?<=接)处")
_KINDS: tuple[Kind, ...] = ("body", "works", "land", "event")
_LONGEST_SEGMENT = 18
_NUMERALS = frozenset("一0123456789")
LONGEST_COMMON = 4
_LONGEST_ANNEX = 8
_SHORTEST_WHOLE = 3
_ADMINISTRATIVE = frozenset("市县区省州镇乡旗盟")
_WORKS = ("项目", "工程")
_REFITS = ("技改", "续建", "配套", "收尾")
_PLANTS = frozenset("厂矿场司团院站校库社园")
# 城市, 返乡 end like places and are none; 市长, 县直 go on behind one
COMMON = re.compile(
    r"(?:城市|[绕穿环]村|建成区|[人户]均公园|(?:老旧|住宅|居民|安置|改造|封闭|试点|[各个全些该此本新老旧座处])小区|地区|农村|乡村|辖区|厂区|[老旧学各主原该本全个]校区|院区|飞行区|航站区|棚户区|库区|(?<![东西])城区|全区|门市|[上股楼集互债汇]市|(?:淘宝|建制|空壳|薄弱|贫困|脱贫|后进|试点|建档|标准化)[村镇]村?|(?:贫困|扶贫|产粮)县|"
    r"(?<!自)治[区县市村]|(?<=[业教才技科游商文工农林牧港法贤质])兴[市区县]|强市|强区|立区|立市|立县|强县|强镇|强村|下乡|返乡|回乡|同乡|离乡|家乡|老乡|故乡|进村|入村|驻村|城镇|乡镇|地处|住院|驻村)$"
)
# 房山区 is a district, 贫困山区 is none
# 起步区 alone is a part of what was told of
_HILLS = re.compile(r"(?:[\u4e00-\u9fff]{2,20})?[山牧林矿]区|(?:起步|启动|先导|拓展|核心|规划|建成|先行)区")
# 北京市民 are people, 北京市民政局 is an office of the city
CITIZENS = "民(?![政营族兵用航办防间革建盟进宗生意])"
_GOES_ON = re.compile(
    r"(?<=校)区|(?<=部)[门署]|(?<=站)点|(?<=[村庄屯])[乡镇](?![村亲贤里镇])|(?<=县)城(?![管建投区乡市关中东西南北])|(?<=村)里|(?<=委)员|(?<=党组)织|(?<=学)生|(?<=院)士|(?<=工程)师|(?<=乡)亲|(?<=旗)舰|(?<=港口)岸|(?<=办)公(?=[室楼区大])|(?<=[业技]园)区|(?<=社)[区会]|(?<=[石炼]化)(?:产业|行业|工业|产品|企业|下游|装置|园区)|(?<=[省市县区州旗镇乡村局院校队站所科处委])(?:长|级|属|直|容|场|域|间|道(?![路口])"
    rf"|{CITIZENS})"
)
_BODIES = frozenset(("庭", "局", "院", "队", "所", "站", "厅"))
_PHASE = re.compile("[一二三四五首]期")
_NO_PLACE = re.compile(
    r"全|各|该|部分|更多|许多|众多|不少|这些|副|半年|比|占|居|我|某|两|等|和(?![平谐美顺睦])|[0-9A-Za-z]"
)
# 通和区, 安和县 are places, 省和市 are two
_PEACEFUL = re.compile(r"[^省市县区州镇乡村全各某我和]和")
# 青石科技园和区人民医院 are two
_TWO = re.compile("(?<=[\u4e00-\u9fff]{2})和(?=[省市县区镇乡][\u4e00-\u9fff]{2})")
# 国家三大基地, 各大市场: any, but 经三大街 is one
_SEVERAL = re.compile("(?<![经纬第])[两三四五六七八九十]大(?![街队道门桥湾河山岭坡庄])|各大")
# 县委宣讲团 is no 县委
_TEAMS = (
    "宣讲团",
    "讲师团",
    "服务团",
    "工作队",
    "工作组",
    "督查组",
    "督导组",
    "检查组",
    "督察组",
    "专案组",
    "核查组",
    "考察团",
    "代表团",
    "专班",
    "部门",
)
# 县市场监管局组织执法人员对全县中小学检查: what an office does is no part of its name
ORGANISES = re.compile(
    r"(?<=[局委厅院办站镇乡村区县市府所社联道])组织(?![部处办室科股委员法者]|人事|机构|工作|生活|建设|系统|振兴)"
)
# 青山警方, 南县检方: who acts there
_SIDES = ("警方", "检方")
_SHOPS = ("超市", "商场", "酒店", "饭店", "药店", "书店", "卖场", "粮库", "养殖场", "加油站", "收费站")
_OFFICES = (
    "常委",
    "政委",
    "市直",
    "各",
    "全部",
    "内部",
    "外部",
    "大部",
    "干部",
    "局部",
    "布局",
    "格局",
    "结局",
    "僵局",
    "县处",
    "厅局",
    "科处",
)


# 东湖湿地 and 塔里木油田 are names, 青山县湿地 and 大型灌区 are none
TERRAIN = ("油田", "气田", "煤田", "湿地", "灌区", "保护区", "草原")
"""What names of nature and of fields end in."""

# 国家级自然保护区, 退化草原: of any
_ANY_TERRAIN = re.compile(
    "(?:国家级?|[省市县]级|自然|退化|沙化|天然|人工|重点|大型|中型|小型|国际|重要|各类?|海洋|森林|滨海|沼泽|高寒|野生动物|地质|生态|水源地?|饮用水|[一二]级|老|新){1,5}"
)
# 年均防治草原有害生物, 修复湿地: what is done there
_TENDED = re.compile("防治|管护|改良|补播|恢复|修复|退牧|治理|保护|建设|年均|累计|新增|完成")
_FIRMS = ("石化", "炼化")


class _Segment(NamedTuple):
    """A part of a name under trial: `string[start:end]`, its suffix from `suffix` on."""

    string: str
    start: int
    suffix: int
    end: int
    before: Kind | None

    @property
    def core(self) -> int:
        """How long the words in front of the suffix are."""
        return self.suffix - self.start

    @property
    def single(self) -> bool:
        """Whether the suffix is one character."""
        return self.end - self.suffix == 1


def kind_of(string: str, start: int, end: int, before: Kind | None) -> Kind | None:
    """Return what the words between two offsets name as one segment of a name, behind one of `before`."""
    # 青山市一所|学校 is any, 卫生院9所 are so many
    if end - start > _LONGEST_SEGMENT or (string[end - 2] in _NUMERALS and string[end - 1] in "所家处座"):
        return None
    ends, lengths = suffixes()
    endings = [
        (end - length, ends[suffix])
        for length in lengths.get(string[end - 1], ())
        if end - length >= start and (suffix := string[end - length : end]) in ends
    ]
    if not endings or _TWO.search(string, start, end) or _SEVERAL.search(string, start, end):
        return None
    if (
        COMMON.search(string, max(start, end - LONGEST_COMMON), end)
        or _HILLS.fullmatch(string, start, end)
        or _GOES_ON.match(string, end)
    ):
        return None
    for kind in _KINDS:
        for at, kinds in endings:
            if kind in kinds and _ADMISSIBLE[kind](_Segment(string, start, at, end, before)):
                return kind
    return None


@layered
def suffixes() -> tuple[Mapping[str, frozenset[Kind]], Mapping[str, tuple[int, ...]]]:
    """Return the kinds of name that each suffix ends, and how long those are that end in a character, the longest first."""
    kinds = {
        suffix: frozenset(kind for kind in _KINDS if suffix in words(kind))
        for kind in _KINDS
        for suffix in words(kind)
    }
    lengths: dict[str, set[int]] = {}
    for suffix in kinds:
        lengths.setdefault(suffix[-1], set()).add(len(suffix))
    return kinds, {last: tuple(sorted(found, reverse=True)) for last, found in lengths.items()}


def _is_terrain(segment: _Segment) -> bool:
    """Tell whether an oil field, a wetland or a reserve has a name: 塔里木油田, 红树林国家级自然保护区."""
    string, start, suffix = segment.string, segment.start, segment.suffix
    if segment.core == 0:
        return segment.before == "land" and _is_proper(string, start)
    if _ANY_TERRAIN.fullmatch(string, start, suffix):
        return segment.before == "land" and _is_proper(string, start)
    least = 2 if segment.before is None else 1
    if (
        segment.core < least
        or _TENDED.search(string, start, suffix)
        or _generic().fullmatch(string, start, suffix)
    ):
        return False
    return not (_NO_PLACE.search(string, start, suffix) or has_verb(string, start, suffix, strict=True))


def _is_proper(string: str, end: int) -> bool:
    """Tell whether a place that ends at an offset goes by its bare name: 洛阳, not 洛阳市, of which any oil field could be."""
    return string[end - 1] not in _ADMINISTRATIVE and not string.endswith(
        ("村", "社区", "街道", "我国", "全国"), 0, end
    )


def _is_land(segment: _Segment) -> bool:
    if segment.string.startswith(TERRAIN, segment.suffix):
        return _is_terrain(segment)
    least = 2 if segment.single else 1 if segment.before is None else 0
    core = segment.string[segment.start : segment.suffix]
    if len(core) < least or (_NO_PLACE.search(core) and not _PEACEFUL.fullmatch(core)):
        return False
    return not has_verb(segment.string, segment.start, segment.suffix, strict=segment.single)


def _is_body(segment: _Segment) -> bool:
    string, start, end = segment.string, segment.start, segment.end
    first = segment.before is None
    official = first and string[start] in _ADMINISTRATIVE
    # 市政府 and 市教育局 are one body, 产业中心 and 标准化村卫生室 are any
    if not official and (
        _generic().fullmatch(string, start, segment.suffix) or COMMON.fullmatch(string, start, segment.suffix)
    ):
        return False
    if segment.core == 0:
        team = segment.before == "body" and string[start:end] in _TEAMS
        if segment.before == "land" and string[start:end] in _FIRMS:
            return _is_proper(string, start)
        if string[start:end] in _SIDES:
            return segment.before is not None
        return team or (official and end - start >= _SHORTEST_WHOLE)
    # 市药监局检查|药店: what is inspected
    if string.endswith(_OFFICES, start, end) or (
        segment.before == "body"
        and string.endswith(_SHOPS, start, end)
        and string[start : segment.suffix] in words("act")
    ):
        return False
    if official:
        return string[start + 1] not in "长内"
    if segment.single and (segment.before not in ("land", "body") or _HANDLES.match(string, end - 1)):
        return False
    stop = end if segment.single else segment.suffix
    return segment.core >= (2 if first else 1) and not has_verb(string, start, stop)


def _is_works(segment: _Segment) -> bool:
    string, start, suffix = segment.string, segment.start, segment.suffix
    if segment.before == "works":
        return segment.end - start <= _LONGEST_ANNEX and not has_verb(string, start, suffix)
    # 津沽海河 and 隧道; 青山县大桥 would do for any county
    annexed = (
        segment.core == 0
        and segment.before == "land"
        and not string.endswith(tuple(_ADMINISTRATIVE), 0, start)
    )
    if annexed and not string.startswith(_WORKS, suffix):
        return True
    if (
        segment.core < 2
        or _generic().fullmatch(string, start, suffix)
        or _PHASE.fullmatch(string, start, suffix)
    ):
        return False
    if segment.before is None and verb_at(string, start, suffix) > start:
        return False
    vague = string.startswith(_WORKS, suffix) and string[suffix - 2 : suffix] in words("generic")
    # 水泥厂技改项目, but not 工业技改项目
    vague = vague and not (string[suffix - 2 : suffix] in _REFITS and string[suffix - 3] in _PLANTS)
    return not vague and not has_verb(string, start, suffix)


def _is_event(segment: _Segment) -> bool:
    string, start, suffix = segment.string, segment.start, segment.suffix
    if segment.core < 2 or _generic().fullmatch(string, start, suffix):
        return False
    return not has_verb(string, start, suffix)


_ADMISSIBLE = {"body": _is_body, "works": _is_works, "land": _is_land, "event": _is_event}


@layered
def _generic() -> re.Pattern[str]:
    return re.compile(runs_of("generic"))


@layered
def _verbal() -> Sought:
    """Return the verbs, and what no name holds either."""
    begins = Beginnings.of(("共", *long_verbs(), *words("blocker")))
    return Sought(begins, f"{any_of(long_verbs())}|共|{either('blocker')}")


def has_verb(string: str, start: int, end: int, *, strict: bool = False) -> bool:
    """Tell whether a verb that cannot be part of a name stands between two offsets."""
    if ORGANISES.search(string, start, end):
        return True
    nominal, blockers = words("nominal"), words("blocker")
    for found in _verbal().finditer(string, start, end):
        place, word = found.start(), found.group()
        # 专项检查共检查学校: an adverb of sums with its verb
        # 法庭共巡回办案: nor has what a body does in all
        summed = string[place] == "共" and (
            verb_at(string, place + 1, end) > place + 1 or string[place - 1 : place] in _BODIES
        )
        if summed or string[place : place + 2] in blockers:
            return True
        if len(word) > 1 and (strict or word not in nominal):
            return True
    return False
