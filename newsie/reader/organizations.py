"""Organisations and places by grammar: where the words of an organisation begin and end (机构, 地名).

An organisation's name ends in a word of a closed list (局, 办事处, 人大常委会) or where a title
begins. Where it begins is harder: it starts at an administrative tier (市, 县, 望湖区 …) behind a
mark, a person, or a word that cannot be inside a name (由, 据, 听取).

>>> text = "据渔桥县农业农村局副局长介绍"
>>> text[begin(text, 9, 0) : 9]
'渔桥县农业农村局'
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsie import lexicon
from newsie import patterns as re
from newsie.spans import Spans
from newsie.text import Span

_HAN = "\u3400-\u4dbf\u4e00-\u9fff〇"
_LONGEST = 36
# 某村“两委”成员: a quoted word may end the name
_RUN = re.compile(rf"[{_HAN}0-9A-Za-z·]{{0,40}}(?:“[{_HAN}]{{2,4}}”)?\Z")
# a verb or particle that ends before a name begins
_HARD_WORDS = (
    "听取 致信 致电 致函 来自 邀请 叮嘱 陪同 带领 率领 会同 传达 贯彻 落实 位于 走进 来到 前往 深入 抵达 赶赴 赴 随同 担任 现任 新任 升任 出任 任命 当选 接受 免去 "
    "聘请 拜访 会见 看望 慰问 告诉 感谢 获悉 得知 了解到 看到 以及 特别是 包括 其中 分别 还有 通过 根据 按照 经过 关于 针对 学习 召开 举行 联合 挂职 辖区 同时 日前 "
    "又派 即派 曾派 先派 还派 急派 说动 协调 近日 当日 截至 发表 记者 通讯员 代表 欢迎 播出 开展 推进 参加 出席 此次 这是 强调 指出 成立 辞去 加强 采取 督导 完成 动员 依托 等部门和 落户 惠及 "
    "给予 责成 选派 已故 首任 质疑 一行到 力争 进入 充分 坚决 切实 检查 共有 共组织 计组织 后组织 已组织 希望 要求 委托 宣读 宣布 主持 指导 支持 授权 提醒 告知 还同 敦促 指责 批评 警告 呼吁 召见 约见 接见 约谈 专访 走访 探望 祝贺 所在 比如 例如"
)
_HARD_UNLESS = {
    **dict.fromkeys(("又派", "即派", "曾派", "先派", "还派", "急派"), "[出遣驻]"),
    "联合": "[社会国体]",
    "所在": "地",
    "代表": "[团大处工院]",
    "检查": "[院站组局]",
    "协调": "[办小领组机会局委中联]",
    "推进": "[办组委本]",
    # 省委第七巡回指导组, 市委第三督导组
    "指导": "(?:[组委站]|中心|检查组|督查组)",
    "督导": "(?:[组委]|检查组)",
    "学习": "(?:实践活动|教育)",
}
_HARD_HEADS = "的了着他她经作率据兼0-9" + "".join(sorted({word[0] for word in _HARD_WORDS.split()}))
_HARD = re.compile(
    # 他对北庄乡乡长某某说
    rf"[{_HARD_HEADS}](?<=(?=([的了着]|(?<!其)[他她](?:又|还)?(?:[对向跟给]|派(?![出遣驻]))|经(?=[省市县区州旗镇乡])|作(?=[省市县区州])|率(?=总统|总理|有关|政府)|(?<![证数占依根凭])据(?![点为守])|兼任?(?![职顾备并具容])|[0-9][年月日时]"
    rf"|{lexicon.any_of(_HARD_WORDS.split(), _HARD_UNLESS)})).)"
)
_QUOTED_TASK = re.compile(
    rf"(?:全?[省市县区州旗]|[{_HAN}]{{1,6}}[省市县区州旗镇乡])“[{_HAN}0-9]{{2,10}}”[{_HAN}]{{0,10}}(?:指挥部|领导小组|专班|办公室|委员会|工作组)\Z"
)
_NO_RUN = re.compile(rf"[^{_HAN}0-9A-Za-z·]")
_SOFT = "但现由据在与和及对向受为让给将到至从以被请是有并同跟随任说于该"
# 应某国总统邀请; 应急, 应用, 应届 are words
# and 党和国家…委员会 is one body
_SOFT_AT = re.compile(f"[{_SOFT}应](?:(?<!应)|(?![急用届城]))(?<!党和(?=国家))")
_TIER = re.compile(
    # 对第二十届中央委员某某, 同越共中央总书记
    r"(?:第?[一二三四五六七八九十]{1,3}届(?=中央|全国|[省市县区])|越共|中共|共青团|国务院|中央|全国|国家|中国|自治[区州县旗]|办事处|街道|社区|(?:示范|高新|经开|开发|新)区|[省市县州旗盟镇乡村]|区(?![域内外间别分]))"
)
_GENERIC = re.compile(rf"[{_HAN}]{{1,7}}?(?:自治[区州县旗]|街道|社区|办事处|新区|[省市县区州旗镇乡村])")
_DEPARTMENT = re.compile(
    r"组织部|宣传部|统战部|政法委|纪委|监委|人大|政协|工会|总工会|团委|妇联|工商联|管委|党工委|党委|党组|村委|党支部|人武部|武装部|(?:国防|外交|财政|司法|内政|内务|商务|教育|卫生|能源|环境|交通|农业|劳动|国家安全|公安)$"
)


@cache
def places() -> frozenset[str]:
    """Return the names of countries, provinces, cities, counties (these in short too), towns and streets."""
    full = lexicon.words("gazetteer/divisions.tsv") | lexicon.words("gazetteer/towns.txt.gz")
    short = {
        re.sub(
            r"(?:(?:[\u4e00-\u9fff]{1,3}族){0,8}自治[区州县旗]|特别行政区|[省市县区州旗盟]|地区)$", "", name
        )
        for name in lexicon.words("gazetteer/divisions.tsv")
    }
    return full | lexicon.words("gazetteer/countries.txt") | {name for name in short if len(name) > 1}


@cache
def _place_heads() -> frozenset[str]:
    """Return the first two characters of all known places."""
    return frozenset(name[:2] for name in places() if len(name) > 1)


def place_at(folded: str, start: int, end: int) -> int:
    """Return the end of the longest known place that begins at `start`, or `start` if there is none."""
    if folded[start : start + 2] not in _place_heads():
        return start
    known = places()
    for stop in range(min(end, start + 12), start + 1, -1):
        if folded[start:stop] in known:
            return stop
    return start


def begin(folded: str, end: int, floor: int) -> int:
    """Return where the organisation or place whose words end at `end` begins.

    `floor` is where the search ends, such as the end of the person before. Returns `end` when no
    words of a name stand there.

    Offsets: offsets into `folded`.
    """
    if _ISRAEL.match(folded, end - 1) and "以色列" in folded:
        return end - 1
    floor = max(floor, end - _LONGEST)
    start = _run_start(folded, floor, end)
    hard = [found.span(1) for found in _HARD.finditer(folded, start, end)]
    if hard and not _covers(folded, start, hard[-1][1], end):
        start = hard[-1][1]
    for soft in reversed([*_SOFT_AT.finditer(folded, start, end - 1)]):
        place = soft.end()
        if _is_tier(folded, place, end) and not _covers(folded, start, place, end):
            start = place
            break
    if folded[start : start + 1] in _SOFT and start < end and place_at(folded, start, end) == start:
        rest = start + 1
        if (
            rest == end
            or _is_tier(folded, rest, end)
            or _GENERIC.match(folded, rest, end)
            or _DEPARTMENT.match(folded, rest, end)
            or (folded[rest] in STATES and (end - rest == 1 or _DEPARTMENT.match(folded, rest + 1, end)))
        ):
            start = rest
    if (joint := _JOINED.match(folded, start, end)) and place_at(folded, start, end) == start:
        start = joint.end()
    start = _last_whole(folded, start, end)
    # 仪式由常务副市长主持: nothing of an organisation stands before the title
    # 埃及总统: a place may end so
    ends = folded[end - 1 : end] in _ENDS and place_at(folded, start, end) != end
    return end if ends else start


# 某开发区（某某工业区）管理委员会, 市工商联（总商会）: what else a body is called, or is part of
_BODY_ENDS = "(?:[区县市旗会局院部所厅委室站办团联]|中心)"
_ALSO_CALLED = re.compile(rf"{_BODY_ENDS}(?P<aside>（[{_HAN}]{{0,12}}{_BODY_ENDS}）)\Z")
_LONGEST_ASIDE = 18


def whole_begin(folded: str, end: int, floor: int) -> int:
    """Return where an organisation begins as `begin` does, also in front of another name in brackets.

    >>> text = "市工商联（总商会）主席"
    >>> whole_begin(text, 9, 0)
    0
    """
    start = begin(folded, end, floor)
    aside = _ALSO_CALLED.search(folded, max(floor, start - _LONGEST_ASIDE), start)
    if aside is None:
        return start
    first = begin(folded, aside.start("aside"), floor)
    return first if first < aside.start("aside") else start


# 专访对联合国人居署执行主任, 州长甲和联邦调查局局长乙
_JOINED = re.compile(
    rf"(?:对(?![外口])|和(?![平谐])|向(?!阳)|与|同(?![济仁心]))(?=[{_HAN}]{{1,16}}(?:署|局|部|院|会|联|组织|机构|银行|中央|联合国|[阿非欧东]盟)$|联合国|[{_HAN}]{{3,16}}委$)"
)
# 向俄总统通报
STATES = frozenset("俄美英法德日韩朝印乌以巴伊土波匈塞古蒙越老柬泰缅")
"""The countries that are written with one character before a title."""
# 以防长某某, 黎总统和以总理: 以色列 in short, where the page writes it out
_ISRAEL = re.compile(
    r"(?:(?<![\u3400-\u9fff])|(?<=[和与同向对]))以(?=副?(?:总理|总统|防长|外长|国防部长|外交部长|财长|议长))"
)
_WHOLE = ("中共中央", "全国人大", "全国政协", "国务院")


def _last_whole(folded: str, start: int, end: int) -> int:
    """Return where a country or a head body begins that ends at `end`, words of a line before left out.

    停止同乙国接触 and, in the next line, 甲国总统: where a heading has no mark at its end it runs on.
    """
    for body in _WHOLE:
        if folded.startswith(body, end - len(body)):
            return _with_state(folded, end - len(body), start)
    countries = lexicon.words("gazetteer/countries.txt")
    if folded[end - 1] in _last_of_countries():
        for first in range(max(start, end - _LONGEST_STATE), end - 1):
            if folded[first:end] in countries:
                return start if folded[first - 1 : first] == "驻" else first
    if end - start > _SHORT_BODY and (named := _country().search(folded, start + 1, end)):
        if _is_tier(folded, start, end):
            return start
        for first in range(end - 2, named.start() - 1, -1):
            place = place_at(folded, first, end)
            if place > first and folded[first:place] in countries:
                return start if folded[first - 1] in "驻在与和" else first
    return start


def _with_state(folded: str, place: int, floor: int) -> int:
    """Return where the country begins that stands right before `place`, or `place`: 美国国务院."""
    countries = lexicon.words("gazetteer/countries.txt")
    firsts = range(max(floor, place - _LONGEST_STATE), place - 1)
    return next((first for first in firsts if folded[first:place] in countries), place)


@lexicon.layered
def _last_of_countries() -> frozenset[str]:
    return frozenset(country[-1] for country in lexicon.words("gazetteer/countries.txt"))


@lexicon.layered
def _country() -> re.Pattern[str]:
    return re.compile(lexicon.any_of(lexicon.words("gazetteer/countries.txt")))


_LONGEST_STATE, _SHORT_BODY = 9, 10
_ENDS = frozenset("应由据在与和及对向受为让给把将到至从以请是的了")


def _run_start(folded: str, floor: int, end: int) -> int:
    """Return where the characters that names are made of begin which end at `end`."""
    if folded[end - 1 : end] == "”":
        run = _RUN.search(folded, floor, end)
        return run.start() if run else end
    start = floor
    for mark in _NO_RUN.finditer(folded, floor, end):
        start = mark.end()
    if folded[start - 1 : start] == "”":
        # 市“百千万工程”指挥部办公室: a body that is named for its task
        quoted = _QUOTED_TASK.search(folded, floor, end)
        return quoted.start() if quoted else start
    return start


def _is_tier(folded: str, start: int, end: int) -> bool:
    return _TIER.match(folded, start, end) is not None or place_at(folded, start, end) > start


def _covers(folded: str, start: int, place: int, end: int) -> bool:
    """Tell whether a known place name goes over `place`: 随县 is no 县 after 随."""
    return any(place_at(folded, first, end) > place for first in range(max(start, place - 4), place))


# 某区一家农贸市场, 某市某集团旗下: what an end goes on to is another word
_PLACE_END = re.compile(
    rf"(?:行政村|社区|街道|自治[区州县旗]|新区|示范区|开发区|高新区|经开区|工业园区?|产业园区?|科技园区?|示范园|大道|大街|水库|景区|"
    rf"省|市|县|区|州|旗|镇|乡|村)(?![{'长委级直政办域内外间民容官规里上道花企'}]|(?<=市)场(?![馆地站镇])|(?<=旗)(?:[舰帜]|下(?!辖))|(?<=乡)[亲愁贤]|(?<=村)庄)"
)
# 全市, 城区, 农村: they name no place
_NO_PLACE = re.compile(
    r".{0,200}(?:[全我本各该两每多此其之在到和与及从由一的内外]|城|小|山|片|地|辖|社|市|县|校|园|牧|库|灾|景|厂|矿|林|农|乡|新|美丽|行政|街|都|超|上|股|楼|夜|菜|集|车|本|郊)[省市县区州旗镇乡村]"
    r"|.{0,200}(?:人大|政协|党委|下|贫困|示范|老旧|重点|主|文明|卫生|试点|各类|特色|和美|乡镇|中心)[市县区镇乡村]|社区|街道|大道|大街|水库|景区|新区|示范区|开发区|高新区|经开区|.{0,200}产业园区?|.{0,200}工业园区?"
)


@lexicon.layered
def _ends() -> lexicon.Sought:
    unless = {row[0]: f"[{row[2]}]" for row in lexicon.rows("organizations.tsv") if len(row) > 2}
    return lexicon.Sought.of(lexicon.words("organizations.tsv"), unless)


def find_organizations(folded: str, persons: Spans) -> Iterator[Span]:
    """Yield the organisations of a text, each in its fullest form, sorted by place.

    Offsets: half-open offsets into `folded`.

    >>> text = "记者从市城乡一体化示范区文昌办事处获悉"
    >>> [text[start:end] for start, end in find_organizations(text, Spans())]
    ['市城乡一体化示范区文昌办事处']
    """
    ends = _ends().spans(folded)
    kinds = lexicon.words("organizations.tsv", "name")
    for place, (first, end) in enumerate(ends):
        floor = persons.last_end(first)
        start = begin(folded, end, floor)
        follows = ends[place + 1] if place + 1 < len(ends) else None
        near = follows and follows[1] - start <= _LONGEST and folded[end : follows[0]].isalnum()
        if follows and near and begin(folded, follows[1], floor) <= start:
            continue
        named = folded[first:end] in kinds
        broken = (
            _NAME_BREAK.match(folded, start, first) if named and not _is_tier(folded, start, end) else None
        )
        if broken and not _covers(folded, start, broken.end(), end):
            start = broken.end()
        if start <= first and _is_body(folded, start, first, end, named=named):
            yield start, end


def body_before(folded: str, end: int, floor: int) -> Span | None:
    """Return the organisation that ends at `end`, as in 市消防支队X参谋长, or None."""
    for match in _ends().finditer(folded, max(floor, end - 8), end):
        start = begin(folded, end, floor)
        if match.end() == end and start < match.start():
            return start, end
    return None


_FULLEST = 24
# 全区各级, 各物业公司, 要切实: such words begin no name
_VAGUE = re.compile(r"[全各要该本此两多其每一在由和与于作]|有关|相关|部分|我[市县区省]")
_NAME_BREAK = re.compile(rf".{{0,200}}(?:[在由从和与及到为对向]|[{_HAN}]等)(?=[{_HAN}]{{4}})", re.DOTALL)


def _is_body(folded: str, start: int, first: int, end: int, *, named: bool) -> bool:
    """Tell whether the words from `start` to `end`, whose ending begins at `first`, name a body."""
    if (start == first and end - first < 3) or _VAGUE.match(folded, start, end):
        return False
    if _is_tier(folded, start, end) or _GENERIC.match(folded, start, min(first, start + 8)):
        return end - start <= _FULLEST
    return named and 2 <= first - start <= 14


def find_places(folded: str, persons: Spans) -> Iterator[Span]:
    """Yield the places of a text that their ending or the gazetteer shows, sorted by place.

    Offsets: half-open offsets into `folded`.

    >>> text = "前往青岷县禹坝镇龙洞村察看"
    >>> [text[start:end] for start, end in find_places(text, Spans())]
    ['青岷县禹坝镇龙洞村']
    """
    taken = 0
    ends = [match.end() for match in _PLACE_END.finditer(folded)]
    for place, end in enumerate(ends):
        floor = max(taken, persons.last_end(end))
        start = begin(folded, end, floor)
        after = ends[place + 1] if place + 1 < len(ends) else 0
        if 0 < after - end < 6 and begin(folded, after, floor) <= start:
            continue
        words = folded[start:end]
        if words in places() or (
            _TWO_TIERS.fullmatch(words)
            and not re.search("[和与在及百千]", words)
            and not _NO_PLACE.fullmatch(words)
        ):
            taken = end
            yield start, end


_TWO_TIERS = re.compile(
    rf"[{_HAN}]{{1,7}}[省市县区州旗镇乡][{_HAN}]{{1,6}}(?:[市县区镇乡村]|社区|街道|行政村|新区|高新区|经开区|开发区|示范区)"
)


_COMPANY = re.compile(
    r"公司|集团|企业|合作社|商行|酒店|有限|厂$|车间|班组|银行|协会|(?<![协总])商会|学会|研究会|基金会|俱乐部|联盟|工作室|实业|控股|股份|供电|"
    r"超市|商场|门店|书店|财险|寿险|农场$|家庭农场|物业(?!管理?[科处股办所])|业委会|旅行社|传媒|药业|鞋业|乳业|电器|科技$|生物$|项目部|经营部|事务所|劳模"
)


def is_company(organization: str) -> bool:
    """Tell whether an organisation is no public body.

    >>> is_company("某某科技有限公司研发中心"), is_company("县农业农村局")
    (True, False)
    """
    return _COMPANY.search(organization) is not None
