"""Names of gatherings: where the words of a name end and where they begin (会议名称)."""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.lexicon import Sought, any_of, layered, rows
from newsie.text import Span

_DATE, _AMOUNT = MARKS["DATE"], MARKS["AMOUNT"]
_LONGEST = 60
# so many characters that come twice in a name were a headline
_AGAIN = 5
# 链博会 alone stands for any of its editions
_ABBREVIATED = frozenset({"奥会", "运会", "博会"})
# how far behind a head word another may end the name: 代表大会常务委员会第四次会议
_REACH = 24
# what makes a head word part of another word: 会议室, 会议精神, 培训中心, 座谈会上的讲话
_NO_HEAD = (
    r"(?!目(?!前)|[晤谈见]|会(?:[，。、；（）”\n]|$|暨|并)|商会|室|览|销|精神|厅|中心|纪要|记录|制度|系统|基地|场所|现场会|决定(?!召开|举行|[^，。；的]{8})|决议|决策|部署(?![^，。]{2})|要求|议|期间|员|者|成员|主席团|筹"
    r"|[上中]?的?(?:重要)?讲话|费|通知|材料|纪律|方案|计划|队伍|机构|学校|大会|代表(?:团|选举|资格|名额)|组委会|开展以来|指挥部|领导小组"
    r"|召开(?:后|以来|之际|前夕)|(?:举|承|主|申)办权)"
)
# what stands between two head words that are not of one name: 会议|部署……会议
_BREAKS = re.compile(
    r"部署|研究|学习|传达|听取|安排|讨论|审议|通报|总结|决定|要求|强调|指出|贯彻|落实|召开|举行|举办|开幕|主持|出席|参加"
    rf"|表示|认为|介绍|[并在由对就将于上后，。]|的(?!士)|{_DATE}"
)
_NO_START = re.compile(
    r"[两三四五六七八九十几数][届次场](?!全会)|多[次场期个项]|各[类种]|系列|一系列|形式多样|丰富多彩|以来|之?后|之?前|时|期间|之际|地点|时间|情况|单位|方|的|权|，"
)
_LEAD_IN = re.compile(
    rf"(?:[了过起]|并?指导)?(?:{_DATE}的)?(?:{_AMOUNT}|一[次场期]|[这本此该][次期届场项]|为期{_AMOUNT}天?)?的?"
    r"(?:[^，。的]{0,6}(?:隆重|盛大|简短|特别|简朴|庄严|热烈)的|(?:隆重|盛大)(?!开|举|召))?"
    r"(?:以[^，。]{2,30}为(?:主题|题)的?|主题为[^，。]{2,30}的|题为[^，。]{2,30}的)?"
)
# what a name in front of its verb begins behind
_EDGE = re.compile(
    r"[，。；：！？\s\]】]|(?<![0-9])[0-9]{1,2}(?:[.、](?![0-9])|\.(?=[12][0-9]{3}(?![0-9])))|（[0-9一二三四五六七八九十]{1,2}）|(?:进行|开展)(?=第[0-9一二三四五六七八九十]{1,4}次)|(?:会议|(?<=[议，。；\n]))决定(?=.)|这[也正]?是(?=.)|(?:同时|并将?)(?:出席|参加)(?=.)|(?:主办|承办|协办|联办|举办|开展|举行|召开|开幕|开始|进行|参加|组织|实施|发起|支持|出品|制作|推出|指导|关注|瞩目|期待|结束|闭幕|落幕"
    r"|天|上午|下午|当晚|为主题|届时|获悉|了解到|了解|悉|隆重|盛大|简短|特别|简朴|庄严|丰富多彩)的"
    r"|(?<=[节赛展园])、(?=.)|宣布|(?:获悉|了解到|据悉|随后|期间|同时|当天|当日|其间|日前|近日|届时|目前|此前|会后|会前|前不久|不久前|首先|最近|正赶上|赶上|恰逢|正逢|适逢|正值|建议"
    rf"|一方面是)在?(?=.)|{_DATE}(?=.)|(?<![六七八九届])(?:[此本这][次届期]|[一这]场)的?(?=.)"
)
_DESCRIBED = re.compile(
    r"(?:举行|召开|举办|参加|为主题|为题|为内容|联合|参与|主办|承办|出席|组织|制作|推出|为期[^的]{1,4})的"
)
# 某会在京举行｜某某出席开幕式: behind a headline's gap another does something
_ANOTHER_ACTS = re.compile(rf"{MARKS['PERSON']}[^，。；]{{0,4}}(?:出席|主持|参加|列席|率)")
# 作为某大会的重要活动——｜某成就展, 由某企业承建的首个车站——｜某站开工仪式
_OURS = re.compile(r"(?:(?:由|作为)[^，。；“”]{2,60}——|决定(?=.))?[的、]?(?:我[省市州县区旗镇乡校](?=.))?")
# where a name that no verb leads begins: 某人在|全市分析会上, 召集各部门开|碰头会
_BEFORE_NAME = re.compile(
    rf"(?<![关对由基位属])于|[在由对到赴\ue000\ue001{_AMOUNT}“\"]|(?:参加|出席|列席|主持|召集|组织|举办|举行|召开|迎来|承办|旁听|走进|参与)了?"
    r"|(?<![召公离打展分])开[起成完了]{0,2}(?![展发放幕工业学讲班办创通播])|(?<![第十])一[场次个堂]"
)
# 冰雪欢乐园、花灯节、首届雪雕大赛
_LISTED = re.compile(r"(?<=[节赛展园])、(?=.)|(?<=博览会)以及(?=.)")
_CLOSING = re.compile(r"（[^（）]{1,12}）|[”’\"'](?![，。])")
_TAIL_MARK = re.compile(r"(?:（[^（）]{1,16}）|[”’\"'])$")
# 2024某龙舟大赛甲省乙县｜站
_STOP_OF_SERIES = re.compile(r"(?<=赛)[\u4e00-\u9fff]{1,8}(?:站|赛区)$")
_OPEN = re.compile(r"[（(][^（）()]{0,60}\Z")
# heads of one character, which end other words as well, 教师节 and 发展: 苹果节, 摄影展, 短跑赛
_SHORT = (
    r"(?:(?<![发进开扩拓伸施舒会])展|(?<![比竞决初复预参开])赛"
    r"|(?<![春秋午宵明阳动庆师女童军党年士者树亲诞旦八夕圣恩愚双佳环关季情细章音调礼气时使过末签枝])节)"
    r"(?=$|[，。；：”’\"）在于将正今昨暨和及开举落闭圆顺成火激鸣精如隆盛上\ue000-\uf8ff])"
)


@layered
def heads() -> dict[str, tuple[str, str]]:
    """Return the head words with their kind and use."""
    return {head: (kind, use) for head, kind, use in rows("meeting_heads.tsv", 3)}


@layered
def _pattern(*uses: str) -> re.Pattern[str]:
    heads_of_use = any_of(_heads_of(*uses))
    return re.compile((f"(?:{heads_of_use}|{_SHORT})" if "weak" in uses else heads_of_use) + _NO_HEAD)


def _heads_of(*uses: str) -> Iterator[str]:
    return (head for head, (_, use) in heads().items() if use in uses)


@layered
def any_name() -> Sought:
    """Return the pattern of the words in which names of gatherings end, parts of other words included."""
    return Sought.of(_heads_of("any"))


def kind_of(name: str) -> str | None:
    """Return the kind of gathering that the last head word of `name` says, or None.

    >>> kind_of("疫情防控工作推进会"), kind_of("第五届职工技能大赛"), kind_of("管理委员会")
    ('conference', 'competition', None)
    """
    head = _head(name)
    return heads()[head][0] if head else None


def use_of(name: str) -> str:
    """Return how the last head word of `name` is used: any, object or weak."""
    head = _head(name)
    use = heads()[head][1] if head else "weak"
    return "weak" if use == "short" else use


def _head(name: str) -> str:
    """Return the head word of a name; of 签约仪式暨品牌发布活动 the first, for an ordinary noun says less."""
    first, _, last = name.rpartition("暨")
    head = _last_head(last)
    return (_last_head(first) if head and heads()[head][1] == "weak" else "") or head


def _last_head(name: str) -> str:
    plain = _STOP_OF_SERIES.sub("", re.sub(r"（[^（）]{0,40}）$|[”’\"']", "", name))
    known = heads()
    return next(
        (plain[-size:] for size in range(min(_longest(), len(plain)), 0, -1) if plain[-size:] in known), ""
    )


@layered
def _longest() -> int:
    return max(map(len, heads()))


def name_from(string: str, start: int, end: int) -> Span | None:
    """Return the name that begins at `start`, behind 召开 or 举行; `end` is where the clause ends.

    Offsets: into `string`, a canvas.

    >>> name_from("召开工作推进会并讲话", 2, 10)
    (2, 7)
    """
    lead = _LEAD_IN.match(string, start, end)
    begin = lead.end() if lead else start
    if _NO_START.match(string, begin, end):
        return None
    stop = min(end, begin + _LONGEST)
    found = _pattern("any", "object", "weak").search(string, begin, stop)
    if not found or _ANOTHER_ACTS.search(string, begin, found.end()):
        return None
    finish = _extended(string, found.end(), stop)
    return _trimmed(string, begin, finish), finish


def name_before(string: str, start: int, end: int) -> Span | None:
    """Return the name that ends at `end`, before 在某地举行; `start` is where the clause begins.

    >>> name_before("工作推进会在市里举行", 0, 5)
    (0, 5)
    """
    begin = max(start, end - _LONGEST)
    closing = _TAIL_MARK.search(string[begin:end]) or _STOP_OF_SERIES.search(string[begin:end])
    stop = begin + closing.start() if closing else end
    for found in _pattern("any", "weak").finditer(string, begin, stop):
        if found.end() == stop:
            edge = _left_edge(string, begin, found.start())
            # 来自各地的300位嘉宾参加了论坛｜开幕; 某楼盘（论坛｜相册
            torn = string.startswith("来自", edge) or _OPEN.search(string, edge, end)
            return None if torn else (edge, end)
    return None


def gathering_names(string: str, start: int, end: int) -> Iterator[Span]:
    """Yield where gatherings are named between two places, whatever is said of them.

    >>> list(gathering_names("在全市形势分析会上通报", 0, 11))
    [(1, 8)]
    """
    done = start
    for found in _pattern("any").finditer(string, start, end):
        if found.start() < done:
            continue
        finish = _extended(string, found.end(), min(end, found.end() + _LONGEST))
        begin = max(done, found.start() - _LONGEST)
        edge = _left_edge(string, begin, found.start())
        cut = max((mark.end() for mark in _BEFORE_NAME.finditer(string, edge, found.start())), default=edge)
        cut += string.startswith("的", cut)
        # “某某”｜摄影大赛: the quotation is part of the name
        cut -= string[cut - 1 : cut] == "“" and "”" in string[cut : found.start()]
        if found.end() - cut > 2 + (found.group() in _ABBREVIATED) and not _OPEN.search(string, cut, finish):
            yield cut, finish
        done = finish


def _extended(string: str, at: int, stop: int) -> int:
    """Return where a name ends whose first head word ends at `at`: 代表大会第四次会议."""
    while True:
        closing = _CLOSING.match(string, at, stop)
        if closing and closing.group().startswith("（"):
            if "扩大" not in closing.group() and not kind_of(closing.group()[1:-1]):
                return at
            at = closing.end()
        found = _pattern("any", "weak").search(string, at, min(stop, at + _REACH))
        if not found or _BREAKS.search(string, at, found.start()):
            return at
        if found.start() > at and string[at] in "、和与及":
            return at
        at = found.end()


def _trimmed(string: str, begin: int, end: int) -> int:
    """Return where a name begins once what only describes it is left out: 有百人参加的招聘会."""
    cut = max((found.end() for found in _DESCRIBED.finditer(string[begin:end])), default=0)
    cut = max((found.end() for found in _LISTED.finditer(string[begin:end])), default=cut)
    if not cut:
        ours = _OURS.match(string, begin, end)
        cut = ours.end() - begin if ours else 0
    name = string[begin + cut : end]
    return begin + cut + (name.startswith("“") and "”" not in name)


def _told_twice(string: str, edge: int, head: int) -> int:
    """Return where a name begins anew behind a headline that ran into it: 某时装周在甲市开幕某时装周｜昨晚."""
    again = string.find(string[edge : edge + _AGAIN], edge + _AGAIN, head)
    return again if again >= 0 and head - edge > 2 * _AGAIN else edge


def _left_edge(string: str, start: int, head: int) -> int:
    """Return where a name whose head word begins at `head` begins, not before `start`."""
    edge = max((found.end() for found in _EDGE.finditer(string, start, head)), default=start)
    edge = _told_twice(string, edge, head)
    opened = string.rfind("“", start, edge)
    if opened >= 0 and "”" not in string[opened:edge] and "”" in string[edge:head]:
        # “向榜样学习，向英雄致敬”报告会: the comma is the name's own
        return opened
    found = _OURS.match(string, edge, head)
    return found.end() if found else edge
