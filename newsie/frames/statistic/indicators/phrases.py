"""What a figure measures, read from the words around it.

In: a figure and its place among others. Out: its phrase; see `Phrase`.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.natures import is_static
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import first_verb, last_verb, members, verb_at, verb_before, words
from newsie.frames.statistic.indicators.behind import without_most
from newsie.frames.statistic.indicators.capacities import read_capacity, whole_behind
from newsie.frames.statistic.indicators.changes import read_change, read_kept, read_share
from newsie.frames.statistic.indicators.counts import counts_right, read_count
from newsie.frames.statistic.indicators.ellipsis import goes_on
from newsie.frames.statistic.indicators.groups import MADE_UP, read_made_up
from newsie.frames.statistic.indicators.leading import behind_occasion, with_then
from newsie.frames.statistic.indicators.levels import level_tail, read_from, read_level
from newsie.frames.statistic.indicators.phrase import Change, Phrase, Place
from newsie.frames.statistic.indicators.plans import read_planned
from newsie.text import Span

# 客座能力较疫情前的2019年春运增长10%
_HELD = re.compile(r"(?:[比较至到由从是为与占]|到了|[比较](?:疫情|受灾|改革|往年)[^，。；\n0-9]{0,4})$")
_FUNDED = re.compile(r"(?:这[个座条家一]|该)?由[^，。；\n]{2,24}?(?=(?:负责)?(?:投资|出资|总投资)$)")
_ABOUT = re.compile(r"在|深入|走进|围绕|依托|通过|针对|聚焦")
# 400万台（套）农机: the bracket varies the unit
_VARIANT = re.compile(r"（[^）\n]{1,3}）")
# 突破1.2亿台（套）工业和信息化部日前发布，…: what follows is other news
_OTHER_NEWS = re.compile(
    "(?!部门|单位|机构|企业|协会|高校)[^，。；\n]{2,24}?(?:日前|近日|[今昨][天日])[^，。；\n]{0,6}?(?:发布|公布|印发|通报|消息)"
)
# 以803票当选, 以96.60分的成绩夺得冠军: what was reached stands behind
_BY_SCORE = re.compile(r"(?<![可得难加予给处])以$")
# 网络由41家医院构成: no lower end of a change
_CONSISTS = ("组成", "构成")
# 一个建筑规模约13000平方米的服务中心正在施工
_ONE_SUCH = re.compile("一[个座条栋处家所架艘辆列](?=[\u4e00-\u9fff])")
# 展示了来自15个省区市及香港、澳门的130个项目
_WHENCE = re.compile(r"来自[^，。；\n0-9]{0,12}[0-9][^，。；\n]{2,40}的$")
# 像这样的数字课堂，在全国已累计开设超过30万场: what is counted was named first
# 造成包括妇女和儿童在内的19人死亡
_INCLUDING = re.compile(r"包括[^，。；\n]{1,16}在内的$")
_FRONTED = re.compile(r"(?:像|类似|同)?(?:这样|这种|此类|类似|这类)的?(?P<what>[^，。；\n0-9]{2,24})")
_TASK = re.compile("[^，。；、的\\n]{2,20}?任务(?=的)")
_THESE = ("这家", "这座", "这所", "这条")
# 汽车, 算力规模, 规上工业企业: no 公司, no 军方, nothing that begins a saying (方案明确2024年…)
_GOODS = re.compile(
    "(?!记者|目前|其中|[一另]方面|[又也还却则]|决定|得益|预测|回归|国家(?=$|[今去明前]年|[0-9])|大会|会议|上下|即[便使]|[这该我此本较比对从据])[\u4e00-\u9fff]{2,8}"
    "(?<!公司|方面|[军检警官]方|官员|时间|媒体)(?<![军称说])"
)
_TELLING = re.compile("(?:同意|明确|提出|建议|要求|通过|提议|强调|指出|表示|透露|显示|宣布|承诺|呼吁)$")
# 与15个城市签署合作协议32份
_PARTNERS = re.compile(
    "[^，。；、\\n0-9的]{0,8}?(?:国家|地区|城市|企业|公司|单位|高校|院校|乡镇|机构|客商|农户)(?=签|达成|建立|缔结|结成|开展|对接|合作)"
)
_SCENE = re.compile("(?:行政|自然)?(?:村|社区|乡镇|镇街|街道|镇|乡|县区?|城市|小区|地区|省份|国家|城区)")
# 1万名来自27个成员国的农民
_COMING = re.compile(r"来自[^，。；\n]{2,40}?的(?=[\u4e00-\u9fff]{2})")
_SIZES = "长宽高深厚载"
_BEING = re.compile("正在|正|[在与]|已|将|目前|全线|顺利|横跨|连接|贯穿|建成|施工|通车")
_TO = re.compile("[^，。；\\n]{0,6}?(?:[到至为]|[增减升降提压缩扩跃变调])")
_TIMING = "要在于将须"
_BEHIND = re.compile(r"(?:[，的 ]|不等|内(?![容部外地陆蒙涝控科需])){1,8}")
_LONGEST_ACT = 8
_LONGEST_SCENE = 6
_SHARES = frozenset(("%", "成"))
_CASUALTIES = ("死", "伤")
_SAYING = re.compile("[^，。；\n]{2,12}?[称说](?=[\u4e00-\u9fff]{2})")
_PARTLY = re.compile(
    "来自|采用|采取|使用|用于|出口|销往|实行|实现|依靠|依赖|集中在|分布在|建设|为|属于|完成|达到|得到"
)
_RATES: dict[str, Change] = {
    "涨幅": "increase",
    "增幅": "increase",
    "升幅": "increase",
    "跌幅": "decrease",
    "降幅": "decrease",
    "减幅": "decrease",
}
_BASIS = re.compile("同比|环比")
_STEADY = ("水平", "区间", "增速", "速度", "目标", "范围")
# 合格率98%位居全省第一: of the level itself
_RANKS = re.compile(
    r"[^，。；]{0,4}(?:位居|位列|位于|名列|居|排名|保持|稳居|高于|低于|领先|超过|比|较|以[上下]|左右)|的?(?:目标|速度|水平|增速|区间)|(?:必须|须|应当?|则|方可|新增|完成|累计)"
    # 筛查率从2011年的22.7%提高至2021年的85.7%
    r"|(?:大幅|逐步|逐年|已|快速)?(?:提[高升]|增[加长]?|上[升调]|下[降调]|降低?|升高?|扩大|缩小|收窄|放缓|调整|回升|回落|减少?|攀升|跃升|变)[到至为]"
)
_LONGEST_PREDICATE = 24
_MANY = r"(?:国家和地区|国家、地区|国家|(?![有是为])[\u4e00-\u9fff]{2}国家)的"
_FROM_MANY = re.compile(_MANY)
# 来自8个镇街的56名妇女
_FROM_PLACES = re.compile("(?:乡镇|镇街|街道|乡镇街道|村|社区|县区|县市区|县|市州|省份|学校)的(?=[0-9])")
_MANY_OF_WHOM = re.compile(_MANY + r"(?=[^，。；\n]{0,12}?(?:[0-9]|[数几上近][十百千]|[百千]余))")
"""Behind how many countries those come from whom the next figure counts: 39个国家和地区的上千名嘉宾."""

_LONGEST_ORIGIN = 6
_ENDS = "中里，； "
_MARKS = frozenset(("大关", "关口", "台阶", "门槛", "关"))
_WITH_ENDS = ("这里", "那里", "水中", "途中", "手中", "家中", "其中", "高中", "初中")
_TOWARDS = frozenset(("对", "为", "给", "向", "将", "把", "在", "帮", "帮助", "资助", "支持", "用于"))


def counts_countries(string: str, figure: Figure) -> bool:
    """Tell whether a figure only says from how many countries those come who take part: 来自45个国家的代表团."""
    start, end = figure.span
    come = "来自" in string[max(figure.clause[0], start - _LONGEST_ORIGIN) : start]
    if come and _FROM_PLACES.match(string, end):
        return True
    return (_FROM_MANY if come else _MANY_OF_WHOM).match(string, end) is not None


def read_phrase(source: Source, figure: Figure, place: Place) -> Phrase:
    """Return the phrase of `figure`, which stands at `place`."""
    return (
        read_capacity(source.string, figure)
        or read_made_up(source, figure, place)
        or _read(source, figure, place)
    )


def _read(source: Source, figure: Figure, place: Place) -> Phrase:
    string = source.string
    if figure.unit in _CASUALTIES:
        return _casualties(string, figure, _left(source, figure, place), place)
    right = _of_its_news(source, _right(string, figure, place.run))
    if place.previous is not None and right[0] == right[1] and goes_on(string, figure, place.previous):
        return place.previous._replace(figure=figure)
    left = without_most(string, _left(source, figure, place), right)
    if string[left[1] - 1] == "以" and _BY_SCORE.search(string, *left):
        # 分别以803票、776票当选: what the list reaches stands behind its last
        result = right if right[1] > right[0] else _right(string, place.run[-1], place.run[-1:])
        return read_count(source, figure, (left[0], left[1] - 1), result, place)
    consists = string[left[1] - 1] == "由" and string.endswith(_CONSISTS, *place.run[-1].right)
    left = (left[0], left[1] - 1) if consists else left
    origin = None if consists else read_from(source, left)
    if (
        origin
        and string[left[1] - 1] == "的"
        and right[1] > right[0]
        and not _TO.match(string, figure.span[1])
    ):
        # 由居民制作的400盏花灯点亮
        origin = None
    found = (
        None
        if origin
        else read_planned(source, figure, left, place)
        or read_kept(source, figure, left, place)
        or read_change(source, figure, left, place)
        or read_share(source, figure, left, place)
    )
    if found:
        return found
    behind = counts_right(source, figure, left, right) and origin is None
    sized = _long(string, figure, left, right)
    if sized:
        return sized
    if figure.unit in _SHARES and not behind and string.startswith("的", figure.right[0]):
        # 累计超过六成的监测对象
        steady = string.endswith(_STEADY, *right)
        empty = left[1] > left[0] and not steady and level_tail().fullmatch(string, *left)
        left, behind = ((left[1], left[1]), origin is None) if empty else (left, behind)
    fronted = None if behind and right[1] > right[0] else _fronted(source, figure, left, place)
    if fronted:
        return fronted
    level = None if behind else _as_rate(source, read_level(source, figure, left, place))
    # 冬小麦90%以上采用全程托管: the predicate belongs to it
    if level and figure.unit in _SHARES and not level.change and _does(string, figure, right):
        told = right[0], min(right[1], right[0] + _LONGEST_PREDICATE)
        return level._replace(indicator=(*level.indicator, told))
    return level or read_count(source, figure, left, right, place)


def _of_its_news(source: Source, right: Span) -> Span:
    """Return the words behind a figure, none where other news begins there without a stop: 开行一万列 今天，…."""
    other = right[0] in source.dates or _OTHER_NEWS.match(source.string, *right)
    return (right[0], right[0]) if other else right


def _casualties(string: str, figure: Figure, left: Span, place: Place) -> Phrase:
    """Read 枪击事件致3死5伤, whose unit says what is counted."""
    fate = figure.span[1] - 1, figure.span[1]
    before = place.previous
    shared = before is not None and before.unit in _CASUALTIES and figure.link in ("list", "bare")
    # 某组织称袭击造成至少4死39伤
    told = _SAYING.match(string, *left)
    start = told.end() if told else left[0]
    cause = before.verb if before and shared else (((start, left[1]),) if left[1] > start else ())
    return Phrase(figure, (*cause, fate), (*cause, fate), verb=cause, noun=(fate,))


def _as_rate(source: Source, level: Phrase | None) -> Phrase | None:
    """Return the level of a rate that is itself of a change as one: 同比涨幅达10.1%, 跌幅高达58%; 增速 says not which way."""
    if level is None or not level.indicator or level.change or level.figure.unit not in _SHARES:
        return level
    way = _RATES.get(source.words(level.indicator[-1])[-2:])
    if way is None:
        return level
    basis = _BASIS.search(source.string, *level.indicator[-1])
    return level._replace(change=way, basis=basis.span() if basis else level.basis)


def _does(string: str, figure: Figure, right: Span) -> bool:
    """Tell whether the words behind a share say what that part is or does: 80%进入供热状态, 90%的家庭用上自来水."""
    if _PARTLY.match(string, *right):
        return True
    if string.startswith("的", figure.right[0]):
        return right[1] > right[0] and not string.endswith(_STEADY, *right)
    if right[1] - right[0] <= 2 or _RANKS.match(string, *right):
        return False
    return first_verb(string, *right) is not None


def _long(string: str, figure: Figure, left: Span, right: Span) -> Phrase | None:
    """Read how long something is that stands behind: 一条长39公里的管网正在建设."""
    left = left[0], left[1] - string.endswith("载有", *left)
    if left[1] - left[0] != 1 or string[left[0]] not in _SIZES or string[figure.right[0]] != "的":
        return None
    told = _BEING.search(string, right[0] + 2, right[1])
    verb = first_verb(string, right[0] + 2, told.start() if told else right[1])
    thing = right[0], verb[0] if verb else told.start() if told else right[1]
    return Phrase(figure, (thing, left), (thing, left))


def _fronted(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Read a figure whose noun opened the sentence: 像这样的手术，医院今年做了50多台."""
    what = _FRONTED.fullmatch(source.string, *place.last.span) if place.last else None
    if what is None:
        return None
    start, end = left
    start = max(start, end - _LONGEST_ACT)
    tail = level_tail().search(source.string, start, end)
    end = tail.start() if tail else end
    particle = end > start and source.string[end - 1] == "了"
    act = ((start, end - particle),) if end - particle > start else ()
    if source.string[start:end] == "有":
        act = ()
    noun = what.span("what")
    return Phrase(figure, (noun, *act), (noun, *act), verb=act, noun=(noun,))


def _left(source: Source, figure: Figure, place: Place) -> Span:
    """Return the words before the figure without connectives, dates and subject."""
    string = source.string
    start, end = figure.left
    if start < place.topic.begin <= end:
        start = place.topic.begin
    opened = string.rfind("（", start, end) if figure.link == "shared" else -1
    start = opened + 1 if opened >= start and string.find("）", opened, end) < 0 else start
    many = _FROM_MANY.match(string, start, end)
    start = many.end() if many else start
    if place.previous and start == place.previous.figure.span[1] and string.startswith("中有", start, end):
        start += 2  # 全村412户中有378户种葡萄
    while start < end and (
        string[start] in "的 ）"
        or string.startswith("（其中", start)
        # 导流隧洞（长624米）
        or (string[start] == "（" and string.find("）", start, end) < 0)
    ):
        start += 1
    while end > start and string[end - 1] == " ":
        end -= 1
    end = _without_origin(string, start, end)
    start, end = _without_dates(source, source.skip_lead(start, end), end)
    start = with_then(string, figure.left[0], start)
    start = _attribute(string, figure, start, end)
    if figure.link == "shared":
        start = _behind_scene(string, start, end, place)
    start = behind_occasion(source, start, end)
    if string.startswith(_THESE, start) and (verb := first_verb(string, start + 2, end)):
        # 这家农业企业拿到资金补贴
        start = verb[0]
    attributed = any(string.startswith("的", behind.right[0]) for behind in (figure, place.run[-1]))
    if attributed and (such := _ONE_SUCH.match(string, start, end)):
        start = such.end()
    start += string.startswith("在", start) and string.endswith("基础上", *figure.right)
    funded = _FUNDED.match(string, start, end)
    if funded:
        return funded.end(), end
    if _ABOUT.match(string, start, end):
        verb = last_verb(string, start + 2, end - 1)
        start = verb[0] if verb else start
    return start, end


def _without_origin(string: str, start: int, end: int) -> int:
    """Return where words end before those that say only whence or with whom: 展示了来自15个省区市的, 造成包括儿童在内的."""
    if not string.endswith("的", start, end):
        return end
    origin = _WHENCE.search(string, start, end) or _INCLUDING.search(string, start, end)
    return origin.start() if origin else end


def _attribute(string: str, figure: Figure, start: int, end: int) -> int:
    """Return where the words begin that tell of a works behind 的: 实施总投资11亿元的项目, 组成部分、全长315公里的铁路."""
    attributed = string.startswith("的", figure.right[0])
    if attributed and string.startswith("在", start) and is_static(string[start + 1 : end]):
        # 在投资7800万元的供水工程现场
        return start + 1
    if string.endswith("总投资", start, end) and (attributed or verb_at(string, start, end) == end - 3):
        return end - 3
    mark = string.rfind("、", start, end) if attributed and is_static(string[start:end]) else -1
    return mark + 1 if mark >= 0 else start


def _behind_scene(string: str, start: int, end: int, place: Place) -> int:
    """Return where what is done begins behind the places where it is: 在28个村建设4.5万亩农田."""
    before = place.previous
    if before is not None and string[before.figure.span[0] - 1] in "与同和":
        partners = _PARTNERS.match(string, start, end)
        return partners.end() if partners else start
    if before is None or string[before.figure.span[0] - 1] not in "在由":
        return start
    if string[before.figure.span[0] - 1] == "由" and (made := MADE_UP.match(string, start, end)):
        verb = first_verb(string, made.end() + 2, end)
        return verb[0] if verb else start
    if string[before.figure.span[0] - 1] == "由":
        return start
    scene = _SCENE.match(string, start, end)
    if scene and verb_at(string, scene.end(), end) > scene.end():
        return scene.end()
    verb = last_verb(string, start + 1, end)
    return verb[0] if verb and verb[0] - start <= _LONGEST_SCENE else start


def _without_dates(source: Source, start: int, end: int) -> Span:
    """Return the words behind the last date between two offsets, or before it if they say more."""
    for date in source.dates_between(start, end - 1):
        at = date.start
        if date.end >= end - 1:
            continue
        if _HELD.search(source.string, start, at):
            continue
        told = _TELLING.search(source.string, start, at) is not None
        if start < at and not told and verb_before(source.string, start, at) < at:
            # 发放2017年优待金: the date belongs to what is paid
            continue
        later = source.skip_lead(date.end, end)
        if start < at and (later >= end or level_tail().fullmatch(source.string, later, end)):
            # 投资到位率年底达到85%以上: behind the date stands only the verb
            return start, start + len(source.words((start, at)).rstrip(_TIMING))
        if (
            not told
            and _GOODS.fullmatch(source.string, start, at)
            and not first_verb(source.string, start, at)
        ):
            # 汽车3月份产销: the date is taken out of what is told
            continue
        if end - later >= 2:
            start = later
    return start, end


def _doubled(string: str, figure: Figure, further: Figure) -> bool:
    """Tell whether two figures count one thing in two measures: 完成3800户、58万平方米棚户区改造."""
    if further.link != "list" or further.left[0] != further.left[1] or figure.unit == further.unit:
        return False
    start, end = figure.left
    # not 发展到5个棚、3亩
    acts = start < end and string[end - 1] not in "到至" and first_verb(string, start, end)
    return string[figure.span[1]] == "、" and bool(acts)


def _sized(string: str, run: Sequence[Figure]) -> Span | None:
    """Return the thing counted behind what it is sized by: 3座日处理能力2万吨的污水处理厂."""
    if len(run) < 2:
        return None
    if whole := whole_behind(string, run[0], run[1]):
        return whole
    if run[1].link != "shared" or not string.startswith("的", run[1].right[0]):
        return None
    if run[0].unit in words("scale") or run[1].unit not in words("scale"):
        return None
    start, end = run[0].right
    measure = string[start:end].rstrip("超过逾达到突破为在约近")
    sized = measure.endswith(members("measure")) and not re.search("[，、的]", measure)
    verb = first_verb(string, *run[0].right)
    plain = verb is None or string[slice(*verb)] in words("nominal")
    return (run[1].right[0] + 1, run[1].right[1]) if sized and plain else None


def _right(string: str, figure: Figure, run: Sequence[Figure]) -> Span:
    """Return the words behind the figure that can name what it counts."""
    start, end = figure.right
    for further in run[1:]:
        if start != end or not (further.link == "bare" or _doubled(string, figure, further)):
            break
        start, end = further.right
    sized = _sized(string, run)
    start, end = sized or (start, end)
    coming = _COMING.match(string, start, figure.clause[1]) if string.startswith("来自", start) else None
    start, end = (coming.end(), figure.clause[1]) if coming else (start, end)
    variant = _VARIANT.match(string, start, end)
    start = variant.end() if variant else start
    particles = _BEHIND.match(string, start, end)
    start = particles.end() if particles else start
    closing = string.find("）", start, end)
    if closing >= 0 and string.find("（", start, closing) < 0:
        end = closing
    # 带动67户农户（贫困户29户）: what is in brackets is told of the next
    opened = string.find("（", start, end) if closing < 0 else -1
    end = opened if opened > start else end
    # 承担着1086万亩高标准农田建设任务的某地
    task = _TASK.match(string, start, end)
    end = task.end() if task else end
    # 飞抵这里, 升入重点高中
    here = string.endswith(_WITH_ENDS, start, end)
    while end > start and not here and string[end - 1] in _ENDS:
        end -= 1
    if string[start:end] in _TOWARDS or string[start:end] in _MARKS:
        # 筹资96万元对127户庭院实行改造, 突破300万吨大关
        end = start
    return start, max(start, end)
