"""Names that their place in the text makes undertakings, whatever noun they end in.

There are such places: before a word for a building site (来到甲、乙等重点项目施工现场), in an
itemised list (签约项目分别是：甲，总投资…；乙，…), in a plain one (签约的6个项目为甲、乙) and behind words that
introduce one (重点工程——某某站, 总投资2亿元的某某谷).
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.frames.project.facts import find_area_before
from newsie.frames.project.led import led_items
from newsie.frames.project.measured import NO_WORK, find_measured
from newsie.frames.project.members import find_members, noun_at_end
from newsie.frames.project.names import Name, last_cut
from newsie.frames.project.naming import is_action, is_common, is_only_one, is_own, last_head
from newsie.frames.project.raised import find_raised
from newsie.frames.project.sighted import is_running
from newsie.frames.project.standing import are_counted, are_works, is_kind, names_class, names_works, stands
from newsie.frames.project.trimming import trim
from newsie.frames.project.words import longest, sought_heads
from newsie.lexicon import Beginnings, Sought
from newsie.spans import Spanned, Within, holding, start_behind
from newsie.text import Span

_RANKED = r"(?:省|市|县|区)?级?(?:重点|重大|在建|民生|建设|产业|招商引资){0,4}"
SITE = re.compile(
    rf"(?:等[^，。；、“”]{{0,8}}?)?{_RANKED}(?:项目|工程)?"
    r"(?:的|开发|综合){0,3}(?:施工|建设|项目|工程|作业){1,4}(?:一线)?(?:现场(?![\u4e00-\u9fff]{0,4}(?<!开)会(?![同见]))|工地)|(?:等[^，。；、“”]{0,8}?)?的?(?:施工|建设|作业)一线(?![城员工职])|(?:等)?(?:在建)?(?<!手)工地(?!毯)(?:现场)?"
)
_CLOSER = re.compile(
    rf"{SITE.pattern}|等(?:[0-9一二三四五六七八九十多]{{1,40}}[个处项]|一批|一系列)?(?:[0-9]{{4}}年度?)?"
    r"(?:(?:世界级?的?|超级|标杆性?|支柱|亮点|控制性|关键){1,2}(?:项目|工程)|[\u4e00-\u9fff、]{0,14}?(?:项目|工程)(?![部师]|设施|入选|获|列入|上榜))"
    # 甲河治理、乙水库除险加固、丙供水工程三大水利工程
    rf"|(?<=[^、，。；]{{3}})(?:[两三四五六七八九十]大|(?:(?<![0-9])[0-9]{{1,2}}|[两三四五六七八九十])[个项处座])(?:[省市县区]级?|水利|交通|文化|旅游|环保|生态|教育|民生|基础设施|城建|工业|农业|文旅|产业|在建|[0-9]{{0,4}}[百千万]?[亿万]元(?:以上)?|过亿元){{0,3}}{_RANKED}(?:项目|工程)(?![部师]|入选|获|列入|上榜)"
)
# 正在建设的站房项目——某某站近日投入使用, 总投资2亿元的某某谷已经封顶
_INTRODUCED = re.compile(
    r"(?:项目——“?|工程——“?|投资[^，。；、\n]{0,4}?[0-9.]{1,12}[余多]?[万亿]?[余多]?元(?:、[^，。；、\n]{2,16})?(?:建设)?的)(?P<name>[^，。；：、“”—\n]{3,30})"
)
# 我们计划投资1200万元建设某某分选包装中心，
_TO_BE_BUILT = re.compile(
    r"(?:计划|将|拟|打算)(?:再)?投资[^，。；、\n]{0,4}?[0-9.]{1,12}[万亿]?余?元(?:新建|建设|兴建)(?P<name>[^，。；：、“”—\n0-9的]{5,24})(?=[，。；])"
)
# 正在建设的某某养护院占地30亩
_BEING_BUILT = re.compile(
    r"(?:正在(?:建设|施工|兴建)|在建|建设中|拟建|筹建|规划建设)的(?P<name>(?:(?!已|正[在式进]|将|目前)[\u4e00-\u9fff“”A-Za-z]){4,18}?)"
    r"(?:(?=总?占地|总?投资|总?建筑面积|总?用地)|(?P<lies>(?=位于|坐落|，|[预设]计|计划|主体|建成后|由)))"
)
_ACTS = re.compile(
    "[近今昨明前去]日|日前|今[天年]|昨天|[去明]年|目前|[0-9]{1,4}[年月日]|[正已将在的是]|加紧|加快|全面|顺利|正式|成功|如期|全部|基本"
    "|施工|开工|动工|奠基|封顶|竣工|完工|建成|点火|投[入用产运料]|主体|进入|通过|实现|预计|启动|落成|开业"
)
_SEEN = re.compile("察看|查看|走访|视察|观摩|走进|来到")
_CLOSING = re.compile("现场|工地|项目|工程")
_CLAUSE = re.compile(r"[^。！？；，：\n《》]+")
_BUILDING = re.compile("现场|工地")
_ITEMS = re.compile(r"(?:分别[是为]|主要有|还有|包括|如下|包含|有|即|为|项目|清单)：(?=[^。\n]{4})")
_ITEM = re.compile(r"[^；。\n]+")
# an itemised list may be set with one item a line
_SENTENCE = re.compile(r"(?:[^。\n]|(?<=；)\n)+")
_OF_WORKS = "签约|招标|开工|竣工|投产|建设|引进|落地|观摩|实施|在建|重点|重大|谋划|储备"
_THAT_DAY = "招标|开工|动工|奠基|竣工|投产|投用|签约|通车|落成"
_ROSTER = Sought(
    Beginnings.of(f"{_OF_WORKS}|{_THAT_DAY}".split("|")),
    rf"(?:{_OF_WORKS})[^，。；：\n]{{0,14}}?(?:项目|工程)"
    r"(?:[0-9]{1,4}余?[个项]，(?:其中|主要)?(?=有|包括))?"
    r"(?:主要|分别|还){0,8}(?:为|是|有|包括|包含)(?:了|：)?"
    # 同日开工的还有甲医院（一期）、乙工程等
    # 全县在建水库3座：甲水库、乙水库
    r"|(?:在建|投产|竣工|开工)的?[\u4e00-\u9fff]{2,8}?[0-9一二两三四五六七八九十]{1,3}[座条个家处所]："
    rf"|(?:{_THAT_DAY})(?:建设|投用|通车)?的(?:还|主要|分别|另外){{0,3}}(?:有|包括)(?:了|：)?",
)
_LIST = re.compile(r"[^，。；：\n]{6,400}")
_ETC = re.compile("等[^、]{0,12}$")
_COST = re.compile(
    r"(?:(?:计划|预计|概算|估算|静态|动态|协议|合同|工程|规划){0,8}"
    r"(?:总投资|总造价|占地|总占地|投资概算|总建筑面积|建筑面积)(?:额|面积)?"
    r"|计划投资|概算投资|估算投资|协议投资|投资额|造价|全长)(?:额|约|近|达|超过|超|为|逾){0,8}(?=[0-9])"
)
_HEADING = re.compile(
    r"(?:^|\n)\s{0,4}(?:[0-9]{1,2}(?:[.、．](?![0-9]))|[（(][0-9一二三四五六七八九十]{1,3}[)）]、?|[①-⑳])\s{0,4}"
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9（）“”]{4,28})(?:[。：]|\n)(?P<told>[^\n]{0,120})"
)
_WORKED_ON = re.compile(
    "(?:总投资|概算投资|计划投资|估算投资|总造价|概算|占地|建筑面积|装机|全长|完成投资|总?工程量的?|建设工期|总?库容|形象进度)[^，。；]{0,8}[0-9]"
)
_LABELLED = re.compile(
    "(?:项目|工程)名称：(?P<name>[\u4e00-\u9fffA-Za-z0-9（）“”]{3,40}?)(?=[，。；\n]|\\Z|(?:总投资|建设|项目|投资|占地)[\u4e00-\u9fff]{0,4}：)"
)
# （二）产业培育实现新突破: what is said of a field, no work
_ACHIEVES = re.compile("实现|取得|迈[上出向]|再[上创添]|显著|明显|持续|稳步|不断|有力|有序|突破|提速|提升\\Z")
_RAISED = ("楼", "厦", "商城", "公寓", "超市", "仓库", "用房", "饭店")
# 甲牧场二期、乙市场扩建等工程
_DONE_TO = re.compile("(?:[一二三四五]期)?(?:改扩建|扩建|新建|迁建|续建|改建|改造|建设)?$")
_DONE = re.compile(
    "(?<=[村镇乡沟河湖渠库区路街山域道县])[^村镇乡沟河湖渠库路街山县]{0,4}(?:治理|改造|加固|扩建|迁建|修复|整治|疏浚)$"
)
# 村庄道路整治, 小河道整治
_MANY = re.compile(
    "村[庄屯组道]|[小旧老危大][河街巷水流桥房城]|中小|背街|病险|坑塘|沟渠|黑臭|城乡|[干支]|主[干次要]|入户|通[村组]"
)
# 小商品市场, 大型专业商场
_TOWNS = re.compile("[\u4e00-\u9fff]{2,3}[镇乡](?=[\u4e00-\u9fff]{2,8}[路街桥]\\Z)")
_KIND = re.compile(
    "通[村组户]|断头|产业|水泥|柏油|生产|机耕|[进出]村|乡村|村组|环村|连心|致富|便民|[主次]干|居民|住宅|安居|商品|拆迁|人行|过街|立交|高架|漫水|石拱|跨[线河]|渡改|景观|危|廊|中小|棚改|回迁|保障|该|这|小商品|专业|大型|农贸|综合|家居|建材|百货|旧|老旧|各|很多|多|新建|既有|原有|城区|农村"
)
# 甲市至乙市、丙市至丁市等高速公路
_LINES = re.compile(
    "等(?:[0-9一二两三四五六七八九十]{1,3}[条段]|一批)?(?:国家)?(?:高速公路|高速铁路|高速|高铁|铁路|公路|新线|线路)(?![网列班车客运])"
)
_MEMBER = re.compile("[^、]+")
_ENDS = re.compile("[\u4e00-\u9fff]{2,8}(?:[至—][\u4e00-\u9fff]{2,8}){1,2}")
_BUILT = re.compile("开工|动工|在建|建成|通车|投产|投运|铺轨|竣工|开建|开通运营")
# 北京某州站今天通车投运, no 驿站 and no 空间站
_STOP = "站(?<![车电水泵驿货闸间面网监测]站)"
_OPENS = (
    "(?:今[天日]|昨[天日]|近日|日前|（[^（）]{3,8}）|正式|顺利|全面){0,4}"
    "(?:通车投运|开通投运|投运|开通运营|开通启用|启用|封顶|建成投用|建成启用)(?=[，。；！\n]|$)"
)
_STATION = re.compile(f"(?P<name>[\u4e00-\u9fff]{{3,12}}{_STOP}){_OPENS}")
_STATION_OPENS = re.compile(_STOP + _OPENS)
_LONGEST_LINES = 60
_PHASED = re.compile("(?:[一二三四五]期|扩建|新建|新厂|新厂区)\\Z")
_LONGEST_LIST, _LONGEST_ITEMS = 600, 3000


def find_listed(folded: str, fences: Within[Spanned]) -> tuple[Name, ...]:
    """Return the names that stand before a site word or in a list of undertakings.

    Args:
        folded: the text, width-folded.
        fences: what no name holds: persons, dates, documents.
    """
    return (
        *_sites(folded, fences),
        *_items(folded),
        *_rosters(folded),
        *_introduced(folded),
        *find_measured(folded),
        *_by_ends(folded),
        *_led(folded),
        *_stations(folded),
        *_raised(folded),
        *_headings(folded),
        *_labelled(folded),
    )


def _labelled(folded: str) -> Iterator[Name]:
    """Yield what a notice gives as the name of works: 项目名称：青石科创城；建设地点：…."""
    for found in _LABELLED.finditer(folded) if "名称：" in folded else ():
        name = trim(folded, found.span("name"))
        if name and not is_common(folded[slice(*name[0])]):
            yield Name(*name[0], "item", name[1])


def _headings(folded: str) -> Iterator[Name]:
    """Yield what a numbered heading names and its line tells of as of works: 2.甲供水二期。总投资6.7亿元，…."""
    for found in _HEADING.finditer(folded):
        name = trim(folded, found.span("name")) if _WORKED_ON.search(found["told"]) else None
        words = folded[slice(*name[0])] if name else ""
        told = NO_WORK.search(words[:-2]) or _ACHIEVES.search(words) or is_action(found["name"])
        if name and is_own(words) and not told:
            yield Name(*name[0], "listed", name[1])


def _raised(folded: str) -> Iterator[Name]:
    """Yield buildings and streets of which it is said that they are built: 滨河路、白岭街建成通车."""
    for spans in find_raised(folded):
        shared: Span | None = None
        for start, end in spans:
            at = last_cut(folded, start, end)
            at += 2 * folded.startswith(("县城", "城区", "市区", "城市"), at)
            shared = find_area_before(folded, (at, end)) or shared
            name = trim(folded, (at, end)) if at < end else None
            if not name:
                continue
            (first, last), place = _in_town(folded, *name)
            shared = place or shared
            words = folded[first:last]
            # 某某大桥北岸主楼: a part of works
            part = next(sought_heads().finditer(folded, first, last - 2), None)
            if not (
                (part and not (words.endswith("延") or is_only_one(words)))
                or is_common(words)
                or NO_WORK.search(words[:-1])
                or _KIND.match(words)
            ):
                yield Name(first, last, "listed", place or shared, place is None)


def _in_town(folded: str, name: Span, place: Span | None) -> tuple[Span, Span | None]:
    """Return the name of a bridge or street without the town in front of it: 东山县柳林乡|王家桥."""
    town = _TOWNS.match(folded, *name)
    if not town:
        return name, place
    return (town.end(), name[1]), (place[0] if place else town.start(), town.end())


def _stations(folded: str) -> Iterator[Name]:
    """Yield stations that are told of as opened or built: （5）东湾南湖站今天开通运营."""
    for found in _STATION.finditer(folded) if _STATION_OPENS.search(folded) else ():
        at = last_cut(folded, found.start("name"), found.end("name"))
        name = trim(folded, (at, found.end("name"))) if at < found.end("name") else None
        if name and not is_common(folded[slice(*name[0])]):
            yield Name(*name[0], "listed", name[1])


def _led(folded: str) -> Iterator[Name]:
    """Yield works that a report says are carried on: 推进某镇新镇区和某镇滨河大街建设."""
    for item in led_items(folded):
        name = trim(folded, item)
        words = folded[slice(*name[0])] if name else ""
        if (
            name
            and (is_own(words) or (words.endswith(_RAISED) and not is_common(words)))
            and not (words.endswith(_RAISED) and is_kind(words))
        ):
            yield Name(*name[0], "listed", name[1])


def _by_ends(folded: str) -> Iterator[Name]:
    """Yield lines that are named by their ends: 开工…包括甲市至乙市、丙市至丁市等高速公路."""
    for lines in _LINES.finditer(folded) if "至" in folded else ():
        start = start_behind("，。；：\n", folded, lines.start() - _LONGEST_LINES, lines.start())
        if not _BUILT.search(folded, max(0, start - _LONGEST_LINES), lines.end() + _LONGEST_LINES):
            continue
        at = last_cut(folded, start, lines.start())
        members = [match.span() for match in _MEMBER.finditer(folded, at, lines.start())]
        if len(members) > 1 and all(_ENDS.fullmatch(folded, *member) for member in members):
            yield from (Name(*member, "listed") for member in members)


def _introduced(folded: str) -> Iterator[Name]:
    """Yield what words for works or a sum introduce, whose last noun is none that works end in."""
    for found in _INTRODUCED.finditer(folded) if "——" in folded or "投资" in folded else ():
        acts = _ACTS.search(folded, *found.span("name"))
        # 控制性工程——|连接甲地至乙地|的某某隧道
        if (
            not acts
            or longest("cut").end(folded, *found.span("name")) > found.start("name")
            or next(sought_heads().finditer(folded, found.start("name"), acts.start()), None)
        ):
            continue
        name = trim(folded, (found.start("name"), acts.start()))
        if name and not is_common(folded[slice(*name[0])]):
            yield Name(*name[0], "item", name[1])
    for found in _BEING_BUILT.finditer(folded) if "建" in folded else ():
        name = trim(folded, found.span("name"))
        words = folded[slice(*name[0])] if name else ""
        own = name and is_own(words) and not (NO_WORK.search(words) or last_head().search(words))
        if name and own and (found["lies"] is None or stands(words)):
            yield Name(*name[0], "item", name[1])
    for found in _TO_BE_BUILT.finditer(folded) if "投资" in folded else ():
        name = trim(folded, found.span("name"))
        if name and is_own(folded[slice(*name[0])]) and not NO_WORK.search(found["name"]):
            yield Name(*name[0], "item", name[1])


def _sites(folded: str, fences: Within[Spanned]) -> Iterator[Name]:
    closing = [found.start() for found in _CLOSING.finditer(folded)]
    clauses = [clause.span() for clause in _CLAUSE.finditer(folded)] if closing else []
    for number in holding(clauses, closing):
        floor, end = clauses[number]
        for site in _CLOSER.finditer(folded, floor, end) if _may_close(folded[floor:end]) else ():
            if not names_class(site.group()):
                continue
            low = fences.last_end(max(floor, site.start() - _LONGEST_LIST), site.start())
            members = list(find_members(folded, low, site.start()))
            if not site.group().startswith("等"):
                members = _worked_at(folded, members, site.start())
            members = _at_phase(folded, members, site)
            # 走进甲服饰、乙水厂等企业和项目现场
            if "企业" in site.group():
                members = [name for name in members if _names_one(folded[name.start : name.end])]
            named = [folded[name.start : name.end] for name in members]
            built = any(map(noun_at_end().search, named))
            headed = any(map(_names_one, named)) or (built and any(map(is_own, named)))
            # 实施了李家沟小流域治理、王庄灌区节水改造、东山水库除险加固等一批水利工程
            headed = headed or (len(named) > 1 and all(map(_says_where, named)))
            # 休闲农业、农村道路、管网改造等项目 names kinds of works, 甲产业园、乙大桥等项目 works
            # 察看了甲路刷黑改造、乙村棚户区改造等项目
            seen = _SEEN.search(folded, low, site.start())
            if headed or seen or _BUILDING.search(site.group()):
                yield from members
            elif members and (
                are_works(folded, named, members[0].front, site.span(), end)
                or are_counted(folded, named, members[0].front, site.span())
            ):
                known = zip(members, named, strict=True)
                yield from (name for name, words in known if names_works(words))
            floor = site.end()


def _worked_at(folded: str, members: list[Name], site: int) -> list[Name]:
    """Return which of the places gone to are building sites: the last of 某夜市、某码头和某广场施工现场."""
    if members and members[-1].end == site and is_running(folded[members[-1].start : site]):
        return members
    return [name for name in members if not is_running(folded[name.start : name.end])]


def _at_phase(folded: str, members: list[Name], site: re.Match[str]) -> list[Name]:
    """Return which of the places gone to are works where only the last is: 甲重工、乙纺机|二期工地, not 甲、乙工地."""
    if not members or site.group().startswith("等") or not _PHASED.search(folded, *members[-1][:2]):
        return members
    return [name for name in members if name is members[-1] or _told_of(folded[name.start : name.end])]


def _told_of(words: str) -> bool:
    return _PHASED.search(words) is not None or _DONE.search(words) is not None or _names_one(words)


def _names_one(words: str) -> bool:
    words = _DONE_TO.sub("", words)
    return noun_at_end().search(words) is not None and not is_common(words)


def _says_where(words: str) -> bool:
    """Tell whether an item says what is done, and where by a name of its own: 李家沟小流域治理."""
    done = _DONE.search(words)
    return done is not None and not is_common(words[: done.start()]) and not _MANY.match(words)


def _may_close(clause: str) -> bool:
    """Tell whether a clause has the words that what `_CLOSER` finds is made of."""
    return (
        "现场" in clause
        or "工地" in clause
        or (("等" in clause or "、" in clause) and ("项目" in clause or "工程" in clause))
    )


def _rosters(folded: str) -> Iterator[Name]:
    """Yield the names of plain lists: 这次签约的6个项目为甲新材料、乙石油机械，总投资…."""
    done = 0
    for opening in _ROSTER.finditer(folded):
        listed = _LIST.match(folded, opening.end()) if opening.end() >= done else None
        if listed and "、" in listed.group():
            closer = _ETC.search(listed.group())
            done = listed.start() + closer.start() if closer else listed.end()
            yield from find_members(folded, opening.end(), done)


def _items(folded: str) -> Iterator[Name]:
    """Yield the heads of itemised lists some item of which has a cost or an area."""
    done = 0
    for opening in _ITEMS.finditer(folded):
        sentence = _SENTENCE.match(folded, opening.end(), opening.end() + _LONGEST_ITEMS)
        if not sentence or opening.end() < done:
            continue
        items = list(_ITEM.finditer(folded, *sentence.span()))
        if len(items) > 1 and any(_COST.search(item.group()) for item in items):
            done = sentence.end()
            yield from (name for item in items if (name := _item(folded, item.span())))


def _item(folded: str, span: Span) -> Name | None:
    clause = _CLAUSE.match(folded, *span)
    if not clause:
        return None
    cost = _COST.search(folded, *clause.span())
    end = cost.start() if cost else clause.end()
    start = last_cut(folded, clause.start(), end)
    found = trim(folded, (start, end)) if start < end else None
    return Name(*found[0], "item", found[1]) if found else None
