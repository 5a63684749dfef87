"""Places in the order they are visited: 先后来到甲小学、乙路等重点项目施工现场."""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting.guests import UNDER
from newsie.frames.visiting.lists import ORDER, Place, items
from newsie.frames.visiting.words import NOT_BODY, any_of, words
from newsie.lexicon import layered

_LIST = r"[^，。；！？：\n]{2,120}"
# the verb behind a place ends it, unless it is itself part of a name: 检查站, 交流中心
_NAME_BEHIND = (
    rf"{NOT_BODY}(?!(?<=调度)及|指挥|馆|园(?!区|林|艺)|基地|点|室|所(?!属|辖)|店|学校(?![食安开周校及建卫])"
    r"|区(?!域|属|直|级|委|内)|广场|路(?!网|灯|域|长|面)|办(?=[，、。和及]))"
)
_LOCATIVE = re.compile(r"在(?P<list>[^，。；！？：“”\n]{2,40})(?:，|(?=\ue001?\ue000))")
_WHO = re.compile(r"，?(?:\ue001?\ue000|[他她](?!们))")
_PARTS = re.compile("[^；]+")
# 在会议中; 在青石一中 is a school
_NOT_LOCATIVE = re.compile(
    r"(?:上|(?<![一二三四五六七八九十高初])中|(?<!井)下|后|前|时|时间里?|期间|过程|方面|基础|同时|之际|以来|领导|带动|背景|支持|帮助|做好|现场会|仪式|当口|关头|时刻|阶段|领域)(?:对[^，。；]{1,12})?$|^(?:随后|检查|会|这|此|讲话)"
)
# 来到甲市乙村，丙市丁村、戊村，与……: a further county's
_FURTHER = re.compile(
    r"，(?![^，]{0,40}(?:来到|前往|深入|走进|赶?赴|先后|分别|[对就到在]))(?P<list>[\u4e00-\u9fff]{2,7}[市县区州旗][^，。；：的]{2,40})(?=，)"
)
_CLAUSE = re.compile(r"，(?P<list>[^，。；！？：“”的\n\ue000-\ue0ff]{2,60})(?=，)")
_AND_ELSEWHERE = re.compile("等(?:多?地|处)$")
_CLAUSES_ON = 4
# 访问甲国乙自治区小镇丙，…… 访问甲国乙市时表示: the country alone is not where they are
_PART_OF_IT = re.compile(r"[\u4e00-\u9fff·]{2,14}?(?=[，。；]|时(?:表示|说|指出|称|强调|会见)|期间)")
_BEHIND_IT = re.compile(
    r"(?![\u4e00-\u9fff])|[和与及并时后前的是将]|期间|进行|以来|当[天日]|之|首(?!都|府)|这[是一]|取得|圆满|成功|结束|会[见晤]|出席|参加|两国|[上下一]"
)
# 考察某电站后举行的发布会上, 参观某王宫并茶叙: the look is over
_AFTER = re.compile(
    r"(?<=[站区厂园司镇市县院馆所校港场国目])之?后(?=举行|召开|说|表示|指出|强调|要求|，)|(?<=[馆宫院园厂校村司])并(?=[\u4e00-\u9fff]{2})"
)
_CALLED_ON = re.compile(r"(?<![回出来互])访问了?")
_SCENE = re.compile(
    r"(?P<list>[^，。；！？：“”的是\n]{3,20})(?:的(?!是|话|确)[^，。；：\n]{2,20}[，。]|(?:车间|院子|大厅|工地|田间|大棚|展厅|厂房|现场|会议室)?[里内中上]，)"
)
# 检查重点项目：沙河三桥是连接…, 中医院搬迁工程占地…: the works told one a paragraph
_WORKS = re.compile(
    r"(?P<list>[^，。；！？：“”的\n\ue000-\ue0ff]{2,18}(?:工程|项目|桥))(?=是连接|是[^，。]{0,8}的|占地|位于|全长|总投资|北起|东起|西起|南起)"
)
# 中国—甲合作组织地方经贸合作示范区: no verb cuts the name
_DASHED = re.compile(
    r"[^，。；、—]{2,20}—(?!—)[^，。；、—]{2,36}?(?:[区园]|中心|基地|走廊|经济带|铁路|公路|口岸|大桥|学院|大学|公司)"
)
# 在甲县，茶产业年产值达5亿元: where nobody stands
_COUNTY = re.compile(r"(?:[县省州旗]|(?<![门超夜早菜集城])市)$")
# 对甲煤矿、乙公司仓库安全生产工作进行检查
_MATTER_OF = re.compile(
    r"(?<=[矿库司厂园站场店校院])(?:安全|防汛|环保|消防|生产|防疫)[^，、]{0,10}(?:工作|情况|隐患)\Z"
)
# 甲陆地港是外贸服务平台，某某来到这里
_THERE = re.compile(
    rf"(?:^|(?<=[。\n]))(?P<list>[^，。；！？：“”\n\ue000-\ue0ff]{{3,24}}?)(?:是|位于|地处|坐落)[^。；\n]{{2,80}}，[^，。]{{0,6}}{MARKS['PERSON']}[^，。]{{0,4}}来到这里"
)
# ；在甲县人大和省人大机关了解工作
_WHERE = re.compile(r"(?<=；)在(?P<list>[^，。；！？：“”\n]{3,40}?)(?=了解|察看|查看|听取|看望|调研|考察)")
# 会川县, 来安县 are places, 到会, 到位 are none
_NO_PLACE_NAME = "(?![\u4e00-\u9fff]{1,2}[县市区旗镇乡村])"
# 深入了解企业产品研发 goes nowhere
_NOT_GONE = "友好|坦诚|务实|了解|贯彻|学习|推进|推动|研究|分析|实施|落实|挖掘|开展|细致|交流|探讨|剖析|排查"


@layered
def _going() -> re.Pattern[str]:
    # a bare 到 goes somewhere only behind whoever goes: 某某到甲县, 一行先后到甲县; not 达到, 得到
    goer = rf"[{MARKS['PERSON']}{MARKS['DATE']}{MARKS['AMOUNT']}，行团组队员人们并又还再后别同程等下午晨记席纷雨雪式]"
    # 就某事工作｜到某镇调研
    town = r"(?<=工作)到(?=[\u4e00-\u9fff]{1,6}[县市区镇乡村])"
    # 县卫健局｜到乡卫生院开展检查
    sent = rf"(?<=[局委办厅队])到(?=[^，。；\n]{{2,24}}?(?:开展|进行|{any_of('inspect')}))"
    bare = rf"(?:(?:(?<={goer})|(?<=领导)|(?<=同志)|(?<=干部)|(?<=）)|(?<=[县市区镇乡州省局]长))(?<!工程)到(?![达访])|{town}|{sent})"
    # 来青河镇调研; not 来自, 来访, 来年
    come = rf"(?<={goer})来(?![自源访说看讲年临往信电料到])(?=[^，。；！？：\n]{{2,24}}?{any_of('inspect')})"
    go = "|".join(word for word in words("go") if len(word) > 1)
    return re.compile(
        rf"(?P<verb>{go}|赴|{bare}|{come})(?!(?:来|会|位(?!于)|岗|场|处){_NO_PLACE_NAME}|{_NOT_GONE})(?:{ORDER})(?P<list>{_LIST})"
    )


@layered
def _at_work() -> re.Pattern[str]:
    doing = rf"(?:实地|专题|现场|联合){{0,4}}(?:开展|进行|组织|{any_of('alone')}(?!站(?!点)))"
    return re.compile(rf"在(?:深入|赴|到(?!会))?(?P<list>[^，。；！？：\n]{{2,80}}?){doing}")


@layered
def _looking() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!视频)(?P<verb>{any_of('look')}){NOT_BODY}(?!人员|期间|时(?!令)|报告(?!厅))(?P<list>{_LIST})"
    )


@layered
def _cut() -> re.Pattern[str]:
    others = "(?:驻点|带队|“四不两直”|遍访)|冒雨|冒着|问寒问暖|嘘寒问暖|问策|拜年|远眺|眺望|俯瞰|听(?=[^，。]{1,10}(?:建议|意见|介绍|汇报|讲解))|实地|(?<!施工)(?<!建设)(?<!项目)(?<!工程)(?<!作业)(?<!生产)(?<!抢险)(?<!事故)现场(?=办公|指导|督办|处置|指挥(?![部所员长中])|查看|察看|了解|督导|调研|检查|观摩|听|看)|听取|进行|开展|详细|认真|仔细|主持|召开|举行|出席|会见|参加|组织|乘船|乘车|乘坐|查阅|询问|就(?![业近诊医餐读职])|对(?![口外接面])|向(?![阳荣])|看看|祭[拜扫祖]|办理|采访|采购|务工|指导|祝贺|察看|查看|详细"
    # 到甲小学｜为学生送去书包
    for_whom = "[为给](?=[^，。、]{1,12}(?:送|讲[解授课]|授课|解[决答读]|拜年|义诊|颁|表演|宣讲|办实事|纾困|把脉|打气|鼓劲))"
    return re.compile(
        rf"{for_whom}|(?:{any_of('inspect')}|{others}|{any_of('errand')}(?!部|所)|结合(?!部)|[与同](?=[^，。]{{0,20}}(?:交谈|座谈|交流))){_NAME_BEHIND}"
    )


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
        stop = _list_end(string, match, looked=match is looking)
        yield from items(layout, match.start("list"), stop, strict=match is looking)
        if more := _FURTHER.match(string, stop, end):
            yield from items(layout, *more.span("list"), strict=True)
        else:
            yield from _listed_on(layout, stop, end)
        at = max(stop, match.start("list"))


def _listed_on(layout: Layout, at: int, end: int) -> Iterator[Place]:
    """Yield the places of the clauses behind `at` that hold nothing else: 来到甲药业、乙食品｜，丙物流园，丁公司等地，调研……."""
    for _ in range(_CLAUSES_ON):
        clause = _CLAUSE.match(layout.string, at, end)
        words = clause.span("list") if clause else (at, at)
        if not clause or any(known().search(layout.string, *words) for known in (_cut, _going, _looking)):
            return
        text = clause["list"]
        found = list(items(layout, *words, strict=_AND_ELSEWHERE.search(text) is None))
        if len(found) <= text.count("、") or found[0].start > clause.start("list"):
            return
        yield from found
        at = clause.end()


def worked_in(layout: Layout, start: int, end: int, *, unit: bool) -> Iterator[Place]:
    """Yield the places in which the work is done: 在甲大道、乙收费站开展夜查, 在某省调研."""
    under = UNDER.search(layout.string, start, end)
    match = _at_work().search(layout.string, under.end() if under else start, end)
    if match and not _NOT_LOCATIVE.search(match.group("list")):
        yield from items(layout, *match.span("list"), strict=unit)


def stood_at(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the places that the parts of a sentence open with: 在某某园区，……；在某某村，…… ."""
    for part in _PARTS.finditer(layout.string, start, end):
        match = _LOCATIVE.match(layout.string, *part.span())
        if not match or _NOT_LOCATIVE.search(match["list"]):
            continue
        peopled = bool(_WHO.match(layout.string, match.end()))
        looked = peopled or _looking().search(layout.string, match.end(), part.end())
        if looked or not _COUNTY.search(match["list"]):
            yield from items(layout, *match.span("list"), strict=not peopled)


def pointed_at(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the place that 来到这里 points at, and the one a later part of a sentence is at (；在甲机关了解……)."""
    for pattern, strict in ((_THERE, True), (_WHERE, False)):
        match = pattern.search(layout.string, start, end)
        if match:
            yield from items(layout, *match.span("list"), strict=strict)


def scene_of(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the place a paragraph on a visit opens with: 某某公司的订单排到了7月, 甲厂车间里，……."""
    match = _WORKS.match(layout.string, start, end) or _SCENE.match(layout.string, start, end)
    if match and (start == 0 or layout.string[start - 1] == "\n"):
        yield from items(layout, match.start("list"), match.end("list"), strict=True)


def called_on(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield the country or town that guests visit, where the reader knows it for a place: 访问甲国."""
    match = _CALLED_ON.search(layout.string, start, end)
    if not match:
        return
    first = layout.canvas.starts[match.end()]
    for mention in layout.reading.labelled("PLACE"):
        if mention.start == first:
            place = _whole(layout, Place(layout.canvas.at(first), layout.canvas.at(mention.end - 1) + 1), end)
            if place is None:
                return
            yield place
            # 访问甲国和乙国
            if layout.string[place.end : place.end + 1] not in ("、", "和"):
                return
            first = mention.end + 1


def _whole(layout: Layout, place: Place, end: int) -> Place | None:
    """Return a country with the town in it that is named right behind; None where other words follow it."""
    if _BEHIND_IT.match(layout.string, place.end, end):
        return place
    part = _PART_OF_IT.match(layout.string, place.end, end)
    return Place(place.start, part.end()) if part else None


def objects_of(layout: Layout, start: int, end: int) -> Iterator[Place]:
    """Yield what a drive is directed at, where that is a place: 对全市农资市场开展专项检查."""
    stop = layout.string.find("的", start, end)
    stop = stop if stop > start else end
    matter = _MATTER_OF.search(layout.string, start, stop)
    yield from items(layout, start, matter.start() if matter else stop, strict=True)


def _list_end(string: str, match: re.Match[str], *, looked: bool) -> int:
    if looked:
        after = _AFTER.search(string, match.start("list"), match.end("list"))
        return after.start() if after else match.end("list")
    dashed = _DASHED.match(string, match.start("list"), match.end("list"))
    first = dashed.end() if dashed else match.start("list") + 1
    cut = _cut().search(string, first, match.end("list"))
    return cut.start() if cut else match.end("list")
