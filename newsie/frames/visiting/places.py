"""Places in the order they are visited: 先后来到甲小学、乙路等重点项目施工现场."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.words import any_of, words
from newsie.lexicon import layered

_LIST = r"[^，。；！？：\n]{2,120}"
_ORDER = r"(?:先后|分别|依次|首先|随后|又|还|一同|一起|一并|接着|最后|现场|亲自|实地|再次|专程){0,5}"
# the verb behind a place ends it, unless it is itself part of a name: 检查站, 交流中心
_NAME_BEHIND = r"(?!(?<=调度)及|指挥|团|队|员|站|中心|馆|园|基地|点|室|所|店|会|院|学校|组|区|广场|路)"
# 和平路, 永和镇 and 呼和浩特 are no lists
_AND = re.compile(
    r"以及|及|与|(?<=[矿园厂司站校院村镇乡局库场区所店馆])和(?=县)|(?<=地区)和|(?<![永祥仁泰太嘉共呼义雍])和(?![平谐顺睦盛美合田静林硕布政龙畅兴悦园]|县(?![城委政域区人公市级直里医、]))"
)
# 察看某某水库除险加固工程进展情况: how the works go on
_PROGRESS = re.compile(
    r"(?<=[程目区园厂站场库桥路院校])(?:施工|建设|推进)?(?:进展|推进|实施|施工|建设|运行|运营)(?:进度)?(?:情况)?$"
)
_ENDED = re.compile(
    r"(?:(?<=[程目区园厂站场库桥路院校])(?:施工|建设|推进)?(?:进展|推进|实施|施工|建设|运行|运营)(?:进度)?情况|等(?:\ue003|[一-九十几多数两]{0,8})(?:个|家|处|地|所|条)?(?:[^，。；、]{0,14})?|(?:部分|各|多[家所个处]|若干)(?:中?小?学校?|企业|社区|医院|乡镇|商户|门店|景区)|(?<=[司矿厂])井下|(?<=馆)(?:展陈|展览|陈列)|(?:两地|三地|一带|开始|实地|亲自|先后|分别|一线|内|里|时|后|，))$"
)
_DESCRIBED = re.compile(
    r"^(?:在建的?|位于[^的]{1,16}的|新建的|正在[^的]{1,12}的|[^的]{1,14}(?<![省市县区镇乡村])的)(?=.{3,})"
)
_LOCATIVE = re.compile(r"在(?P<list>[^，。；！？：“”\n]{2,40})(?:，|(?=\ue001?\ue000))")
_WHO = re.compile(r"，?\ue001?\ue000")
_NOT_LOCATIVE = re.compile(
    r"(?:上|中|(?<!井)下|后|前|时|时间里?|期间|过程|方面|基础|同时|之际|以来|领导|带动|背景|支持|帮助|做好|现场会|仪式)$|^(?:随后|检查|会|这|此|讲话)"
)
_NOT_PLACE = re.compile(
    r"走访|临时搭[建起]|访(?!问大道)|看望|会见|途中|挨家|这|那|该|另|他|她|它|我们|你|其|某些|一些|部分|多家|数家|许多"
    rf"|.{{0,80}}[{MARKS['PERSON']}{MARKS['DATE']}]|{MARKS['AMOUNT']}|[的了地与及是有]|[一两几]?[个位名家]|“[^”]{{0,80}}”的|.{{0,80}}(?:……|到把|变化|时期$|[^，]并$|迎接|主席台|论述$|设置|展开|转变|相关[^，]{{2,8}}企业$|期间先后|先后[两三几]?次)|思考|.{{0,80}}有所"
    r"|和(?![平谐顺睦盛美合田静林硕布政龙畅兴悦园]|县(?![城委政域区人公市级直里医、]))"
    r"|考察|洽谈|督导|调研|检查|慰问|指导|了解|开展|学习|参观|交流|沟通|推进|研究|分析|实施|贯彻|落实|结束|践行|整治|深化|全面|扩大|提升|展示|增强|强化|完善|优化|巩固|促进|加快|坚持|构建|绿色|排查|查摆|剖析|挖掘|宣传|探讨|要求|加强|建设(?![路街大村镇])|自我|实际|人心|推动|融合|发展(?!改革|和改革|大道|路)|合作(?!社|区|中心|市)|解读|拓展|发现|显示|表明"
)
# 县城学校 is any school
_ANY = re.compile(
    r"工程|项目|大坝|堤坝|[^、]{0,4}作业平台|[^、]{0,4}(?:重点|重大|民生)(?:工程|项目)|全[市县区镇乡省][^、]{2,12}(?:工程|项目)|(?:农村|乡村|科技|产业|博物馆|学校|医院|企业|社区)|(?:民营|科技|中小|小微|外资){1,2}型?企业|(?:县城|居民|城区|市区|主城区|辖区|全[市县区镇]|当地|周边|沿街|城乡|农村|部分|重点|各){1,6}(?:中?小?学校?|校园|幼儿园|景区|小区|医院|车站|商场|社区|村庄|企业|工厂|工地|项目|乡镇|超市|市场|门店|饭店|酒店)"
)
# 甲小学附近的⟦47家⟧商户: what is near it is not what is named
_NEAR = re.compile(r"(?:附近|周边|门口|门前|旁边|沿线)的?(?=[^，]{0,80}$)")
# 考察某电站后举行的发布会上: the look is over
_AFTER = re.compile(r"(?<=[站区厂园司镇市县院馆所校港场国目])之?后(?=举行|召开|说|表示|指出|强调|要求|，)")
# 发展和改革局 is one body; 甲大走廊和乙大学 are two places
_BODY_END = re.compile(r"(?:局|委|厅|部|办|委员会|总队|支队)$")
_CALLED_ON = re.compile(r"(?<![回出来互])访问了?")
_SCENE = re.compile(
    r"(?P<list>[^，。；！？：“”的是\n]{3,20})(?:的(?!是|话|确)[^，。；：\n]{2,20}[，。]|(?:车间|院子|大厅|工地|田间|大棚|展厅|厂房|现场|会议室)?[里内中上]，)"
)
# 检查重点项目：沙河三桥是连接…, 中医院搬迁工程占地…: the works told one a paragraph
_WORKS = re.compile(
    r"(?P<list>[^，。；！？：“”的\n\ue000-\ue0ff]{2,18}(?:工程|项目|桥))(?=是连接|是[^，。]{0,8}的|占地|位于|全长|总投资|北起|东起|西起|南起)"
)
_HOME = re.compile(r"家(?:中|里)$|身边$|居民中间$|群众中间$|途中$|默哀$")
# 走进老战士、老党员家中: whose homes, no places
_HOMES = re.compile(r"家(?:中|里)$")
# 走进一家家饭店、商铺: of a kind
_EACH = re.compile("一(?:家家|个个|户户|处处|座座)")
# 对甲煤矿、乙公司仓库安全生产工作进行检查
_MATTER_OF = re.compile(
    r"(?<=[矿库司厂园站场店校院])(?:安全|防汛|环保|消防|生产|防疫)[^，、]{0,10}(?:工作|情况|隐患)\Z"
)
# 检查了甲煤矿的防洪设施和河道清障情况
_PLACE_OF = re.compile("(?P<place>[^，、的和]{3,16})的")
# 甲陆地港是外贸服务平台，某某来到这里
_THERE = re.compile(
    rf"(?:^|(?<=[。\n]))(?P<list>[^，。；！？：“”\n\ue000-\ue0ff]{{3,24}}?)(?:是|位于|地处|坐落)[^。；\n]{{2,80}}，[^，。]{{0,6}}{MARKS['PERSON']}[^，。]{{0,4}}来到这里"
)
# ；在甲县人大和省人大机关了解工作
_WHERE = re.compile(r"(?<=；)在(?P<list>[^，。；！？：“”\n]{3,40}?)(?=了解|察看|查看|听取|看望|调研|考察)")
_SHELTER = re.compile(r"(?:车间|厂房|大棚|门店|店铺|商铺|地头)$")
_BARE_SHELTER = 6
_NAME_LEAST, _NAME_MOST = 2, 8
_FULL_LEAST = 4
_LONGEST = 32
# 甲县后坡村 is 后坡村 once 甲县 is named; 甲乡石盘村 is written out
_DIVISION = re.compile(r"[省市县区州旗]$")


@dataclass(frozen=True, slots=True)
class Place:
    """A place someone went to: canvas offsets."""

    start: int
    end: int


_ENDINGS = ("市", "县", "省", "区", "州")
# 会川县, 来安县 are places, 到会, 到位 are none
_NO_PLACE_NAME = "(?![\u4e00-\u9fff]{1,2}[县市区旗镇乡村])"
# 深入了解企业产品研发 goes nowhere
_NOT_GONE = "了解|贯彻|学习|推进|推动|研究|分析|实施|落实|挖掘|开展|细致|交流|探讨|剖析|排查"


@layered
def _going() -> re.Pattern[str]:
    # a bare 到 goes somewhere only behind whoever goes: 某某到甲县, 一行先后到甲县; not 达到, 得到
    goer = rf"[{MARKS['PERSON']}{MARKS['DATE']}{MARKS['AMOUNT']}，行团组队员人们并又还再后别同程等下午晨记席]"
    bare = rf"(?:(?<={goer})|(?<=[县市区镇乡州省局]长))到"
    go = "|".join(word for word in words("go") if len(word) > 1)
    return re.compile(
        rf"(?P<verb>{go}|赴|{bare})(?!(?:来|会|位(?!于)|岗|场|处){_NO_PLACE_NAME}|{_NOT_GONE})(?:{_ORDER})(?P<list>{_LIST})"
    )


@layered
def _looking() -> re.Pattern[str]:
    return re.compile(rf"(?P<verb>{any_of('look')})(?!团|组|队|员|人员|会|站|期间|时|报告)(?P<list>{_LIST})")


@layered
def _cut() -> re.Pattern[str]:
    others = "远眺|眺望|俯瞰|实地|现场(?=办公|指导|查看|察看|了解|督导|调研|检查|观摩|听|看)|听取|进行|开展|详细|认真|仔细|主持|召开|举行|出席|会见|参加|组织|乘船|乘坐|查阅|询问|就(?![业近诊医餐读职])|对(?![口外接面])|向(?![阳荣])|看看|办理|采访|采购|务工|指导|祝贺|察看|查看|详细"
    return re.compile(
        rf"(?:{any_of('inspect')}|{others}|结合(?!部)|[与同](?=[^，。]{{0,20}}(?:交谈|座谈|交流))){_NAME_BEHIND}"
    )


@layered
def _place_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('place')}$")


@layered
def _declared() -> re.Pattern[str]:
    """What says of all before it that they are places: 甲重工、乙机械等⟦3家⟧企业."""
    return re.compile(
        rf"等(?:{MARKS['AMOUNT']}|[一二两三四五六七八九十几多数]{{1,3}}[个家处])?[^，。、等]{{0,6}}?{any_of('place')}(?=[，。]|$)"
    )


@layered
def _vague_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('vague')}$")


@layered
def _matter_end() -> re.Pattern[str]:
    return re.compile(rf"{any_of('matter')}$")


def gone_to(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the places that the words between `start` and `end` say someone goes to or looks at."""
    string = layout.string
    at = start
    while at < end:
        going, looking = _going().search(string, at, end), _looking().search(string, at, end)
        match = min(
            (found for found in (going, looking) if found), key=lambda found: found.start(), default=None
        )
        if match is None:
            return
        stop = _list_end(string, match)
        yield from _items(layout, match.start("list"), stop, strict=match.re is _looking())
        at = max(stop, match.start("list"))


def worked_in(layout: Layout, start: int, end: int, *, unit: bool) -> Iterator[Place]:
    """Yield the places in which the work is done: 在甲大道、乙收费站开展夜查, 在某省调研."""
    doing = rf"(?:实地|专题|现场|联合){{0,4}}(?:开展|进行|组织|{any_of('alone')})"
    match = re.search(rf"在(?P<list>[^，。；！？：\n]{{2,80}}?){doing}", layout.string[start:end])
    if match and not _NOT_LOCATIVE.search(match.group("list")):
        yield from _items(layout, start + match.start("list"), start + match.end("list"), strict=unit)


def stood_at(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the place a sentence opens with: 在某某园区，…… ."""
    match = _LOCATIVE.match(layout.string, start, end)
    if match and not _NOT_LOCATIVE.search(match.group("list")):
        peopled = bool(_WHO.match(layout.string, match.end()))
        yield from _items(layout, match.start("list"), match.end("list"), strict=not peopled)


def pointed_at(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the place that 来到这里 points at, and the one a later part of a sentence is at (；在甲机关了解……)."""
    for pattern, strict in ((_THERE, True), (_WHERE, False)):
        match = pattern.search(layout.string, start, end)
        if match:
            yield from _items(layout, *match.span("list"), strict=strict)


def scene_of(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the place a paragraph on a visit opens with: 某某公司的订单排到了7月, 甲厂车间里，……."""
    match = _WORKS.match(layout.string, start, end) or _SCENE.match(layout.string, start, end)
    if match and (start == 0 or layout.string[start - 1] == "\n"):
        yield from _items(layout, match.start("list"), match.end("list"), strict=True)


def called_on(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the country or town that guests visit, where the reader knows it for a place: 访问甲国."""
    match = _CALLED_ON.search(layout.string, start, end)
    if not match:
        return
    first = layout.canvas.starts[match.end()]
    for mention in layout.reading.labelled("PLACE"):
        if mention.start == first:
            place = Place(layout.canvas.at(first), layout.canvas.at(mention.end - 1) + 1)
            yield place
            # 访问甲国和乙国
            if layout.string[place.end : place.end + 1] not in ("、", "和"):
                return
            first = mention.end + 1


def listed(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the places of a list that stands between `start` and `end`: 甲国、乙国."""
    yield from _items(layout, start, end, strict=False)


def objects_of(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield what a drive is directed at, where that is a place: 对全市农资市场开展专项检查."""
    stop = layout.string.find("的", start, end)
    stop = stop if stop > start else end
    matter = _MATTER_OF.search(layout.string, start, stop)
    yield from _items(layout, start, matter.start() if matter else stop, strict=True)


def _list_end(string: str, match: re.Match[str]) -> int:
    if match.re is _looking():
        after = _AFTER.search(string, match.start("list"), match.end("list"))
        return after.start() if after else match.end("list")
    cut = _cut().search(string, match.start("list") + 1, match.end("list"))
    return cut.start() if cut else match.end("list")


def _items(layout: Layout, start: int, end: int, *, strict: bool) -> Iterator[Place]:
    """Split a list of places; with `strict`, yield only what has the ending of a place."""
    if _HOMES.search(layout.string[start:end]) or _EACH.match(layout.string, start, end):
        return
    if strict and _declared().search(layout.string, start, end):
        strict = False
    pieces = list(_split(layout.string, start, end, strict=strict))
    if strict and pieces and _matter_end().search(_PROGRESS.sub("", layout.string[slice(*pieces[-1])])):
        owner = _PLACE_OF.match(layout.string, start, end)
        pieces = [owner.span("place")] if owner else []
    for piece_start, piece_end in pieces:
        found = _cleaned(layout.string, piece_start, piece_end)
        if found and _named(layout.string[found.start : found.end], strict=strict):
            yield found


def without_division(string: str, start: int, end: int, known: list[Place]) -> int:
    """Return where a place's own words begin when a division before it was named: 某县后坡村 is 后坡村."""
    for place in known:
        name = string[place.start : place.end]
        rest = start + len(name)
        # 甲和乙市丙县: the town's own ending is no place
        if string.startswith(_ENDINGS, rest, end):
            continue
        if string.startswith(name, start, end) and end - rest >= 2 and _DIVISION.search(name):
            start += len(name)
    return start


def _split(string: str, start: int, end: int, *, strict: bool) -> Iterator[tuple[int, int]]:
    at = start
    for match in re.finditer("、", string[start:end]):
        yield from _halves(string, at, start + match.start(), strict=strict)
        at = start + match.end()
    yield from _split_last(string, at, end, several=at > start, strict=strict)


def _halves(string: str, start: int, end: int, *, strict: bool) -> Iterator[tuple[int, int]]:
    """Split one piece of a list that names two places: 甲店铺和乙村、丙村."""
    joint = None if strict else re.search("和|以及", string[start:end])
    if joint and _two_names(
        string[start : start + joint.start()], joint.group(), string[start + joint.end() : end]
    ):
        yield start, start + joint.start()
        start += joint.end()
    yield start, end


def _split_last(
    string: str, start: int, end: int, *, several: bool, strict: bool
) -> Iterator[tuple[int, int]]:
    for match in _AND.finditer(string[start:end]):
        left = string[start : start + match.start()]
        rest = string[start + match.end() : end]
        if _one_name(left, match.group(), rest):
            continue
        right = len(rest)
        listed = several and match.start() > 1
        short = _NAME_LEAST <= match.start() <= _NAME_MOST and _NAME_LEAST <= right <= _NAME_MOST
        both = not strict and (short or _two_names(left, match.group(), rest))
        if right > 0 and (_place_end().search(left) or listed or both):
            yield start, start + match.start()
            yield from _split_last(string, start + match.end(), end, several=several, strict=strict)
            return
    yield start, end


def _one_name(left: str, joint: str, right: str) -> bool:
    """Tell whether 与 or 及 stands inside one name: 卫星科学与应用数据中心, 算力调度及生态监测中心."""
    return joint in ("与", "及") and not _place_end().search(left) and bool(_place_end().search(right))


def _two_names(left: str, joint: str, right: str) -> bool:
    """Tell whether 和 stands between two full names of which only the second ends as a place does: 甲大走廊和乙大学."""
    named = len(left) >= _FULL_LEAST and len(right) >= _FULL_LEAST - 1 and bool(_place_end().search(right))
    return named and joint in ("和", "以及") and not _BODY_END.search(right) and len(right) <= 2 * _NAME_MOST


def _cleaned(string: str, start: int, end: int) -> Place | None:
    text = string[start:end]
    lead = re.match(rf"在(?=位于|[^、]{{2,8}}(?:市|县|区)$)|{_ORDER}(?:了|我[省市县区州旗镇乡])?", text)
    start += lead.end() if lead else 0
    described = _DESCRIBED.match(string[start:end])
    if described:
        start += described.end()
    near = _NEAR.search(string[start:end])
    if near and near.start() >= _NAME_LEAST:
        end = start + near.start()
    for _ in range(3):
        ended = _ENDED.search(string[start:end])
        if not ended:
            break
        end = start + ended.start()
    return Place(start, end) if end - start >= 2 else None


def _named(text: str, *, strict: bool) -> bool:
    """Tell whether words can be a place with a name of its own; `strict` asks for the ending of one."""
    if text.count("“") != text.count("”"):
        return False
    if len(text) > _LONGEST or _NOT_PLACE.match(text) or _HOME.search(text) or _ANY.fullmatch(text):
        return False
    if _SHELTER.search(text) and len(text) <= _BARE_SHELTER:
        return False
    # 安置点“巧手工坊”
    place = bool(_place_end().search(text.rstrip("”")))
    if not place and (strict or _matter_end().search(text)):
        return False
    vague = _vague_end().search(text)
    return vague is None or vague.start() > min(1, len(vague.group()) - 1)
