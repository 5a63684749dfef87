"""What stands in front of the verb of a gathering: where it is held, and who holds it (地点、主办)."""

from __future__ import annotations

from bisect import bisect_left

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.scene import PERIOD, WINDOW, Clause, Scene
from newsie.frames.meeting.words import any_of
from newsie.text import Span

_P, _POST, _DATE, _AMOUNT = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"], MARKS["AMOUNT"]
_FORM = rf"分(?:[一二两三四五]|[0-9]{{1,2}}|{_AMOUNT})[期批]?|(?:以|按|采取|通过)(?:(?!方式|形式)[^，。]){{1,14}}(?:方式|形式)"
# 成功地, 热烈而隆重地
_HOW = "(?:热烈|隆重|成功|胜利|顺利|圆满|庄严|欢乐|和谐)(?:而又?(?:热烈|隆重|简朴|庄严))?地"
_MANNER = rf"(?:{_HOW}|重新|{any_of('manner')}|以视频(?:会议)?(?:形式|方式)|{_FORM})"
# a day whose month no one can know, the page having no date: 某会27日上午在某市召开
_BARE_DAY = "(?:(?<![0-9月])[0-9]{1,2}日[至到—-])?(?<![0-9月])[0-9]{1,2}日(?:上午|下午|晚上?)?"
_TAIL = re.compile(
    rf"(?:(?:于?(?:当地|北京)时间)?{_DATE}(?:[至到](?={_DATE}))?|{_BARE_DAY}|{_MANNER}|（[^（）]{{1,16}}）){{0,8}}$"
)
# 副县长某某到某局召开座谈会, 某局赴某校举办报告会, 某某深入某村组织召开院坝会
_PLACE = re.compile(
    rf"(?:(?<!所)在|(?<={_P})(?:来到|深入|到|赴)|(?<=[\u4e00-\u9fff])(?:集体)?赴){_DATE}*(?P<place>(?:(?!(?<!所)在|召开|举行)[^，。；为就]){{1,40}})(?:[为就][^，。；]{{1,20}})?$"
)
_CLAUSES_BACK = 4
# 在某项目现场举行: the place; 在某厂｜现场召开: how it is held
_SCENE = re.compile(
    "(?:项目|工程|施工|建设|作业|改造|工地|整治|收割|抢收|采摘|种植|植树|演练|救援|抢险|事故|活动)现场$"
)
_SITE = re.compile("(?:现场|广场|会场|礼堂|体育[馆场]|会议室|报告厅|会堂)$")
_LIES_IN = re.compile("位于[^，。；的]{1,12}的")
# 启动仪式在这里举行: the place is told elsewhere
_HERE = frozenset({"这里", "那里", "此间", "当地"})
_NO_PLACE = re.compile(
    r"(?:之际|期间|时候|下|前|后|时|(?:过程|工作|活动|行动|建设|实践|调研|比赛|会议|进程|声)中|范围内?|[》曲乐\ue004]中$|(?:掌|歌|鼓|乐|笑)声$|^(?:阵阵|一片)|^当地时间|^(?:当地|本地|这里|那里|此间|各地|多地|多国|各国|全国各地)$|基础上|之前|之后|大背景|推动|倡议)$|观看|^(?:上午|下午|晚上?)$|^(?:即|线|职|于|今年|明年|去年|网上|此|全[国省市县区]上下|首先|随后|近日|最近)"
)
_HOST = re.compile(r"由(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?(?:主办|举办|组织(?![部委])|发起)(?!方)")
# 由某局指导，某协会主办的……; who only 承办 comes last
_HOST_AFTER = re.compile(
    r"，(?P<host>[^，。；的]{2,60}?)(?:联合|共同)?主办(?:，|的)|由(?P<other>[^，。；的]{2,60}?)(?:联合|共同)?承办"
)
# 市妇联举办的|培训班结业, 他参加市妇联举办的|培训班
_HOST_OF = re.compile(
    rf"(?:^|，|{_DATE})(?:[^，。；的]{{0,8}}参加了?)?(?P<host>[^，。；的在由{_P}{_POST}{_DATE}]{{2,40}}?)(?:联合|共同)?(?:主办|举办)的$"
)
_BEHIND = re.compile(
    rf"{_DATE}?(?:在|就设在)(?P<place>[^，。；为就]{{2,40}}?)(?:里|内)?(?:{any_of('manner', 'going')})?"
    rf"(?:{any_of('open', 'under_way', 'hold')})"
)
_FULL = re.compile(
    rf"{_DATE}?(?:在)?(?P<place>[^，。；的{_P}{_DATE}]{{2,30}}?)(?:的[^，。；]{{1,8}})?[里内前中上]?{any_of('full')}"
)
_OF_BODY = re.compile(
    r"第|[0-9]|[一二三四五六七八九十]{1,3}[届次]|全体|全会|常委|常务|主席|党组|党委|理论|中心组|机关|系统|工作会|领导|扩大|（|[委局办]"
)
_AREA = re.compile(r"[省市县区旗州乡镇村国]$")
_LEAST_REST = 5
# 出席某国总理举行的｜欢迎仪式, 出席在某市举行的｜某某大会
_HELD_BY = re.compile(
    rf"了?{_DATE}?(?:在(?P<place>[^，。；的]{{2,20}}?)|由?(?P<host>[^，。；的在]{{2,30}}?)(?:在[^，。；的]{{2,20}}?)?){_DATE}?(?:举行|举办|召开|主办|组织)的"
)
_BEFORE_BODY = re.compile(
    r"(?:—{1,4}|(?<![0-9])[0-9]{1,2}[.、]|（[0-9]{1,2}）|位于[^，。；]{2,16}的|电(?![力网信子影视商气话厂站])|，|随后|同时|期间|为此(?=，)|此外|其间|会后|会前|据悉|由|[近日前]{2}|上午|下午|晚上|当天|当日){0,6}"
)
# 某某政府首次就某事故召开发布会: the topic is not of the body
_TOPIC = re.compile(
    r"(?:首次|首度|专门|再次)?(?:就|针对|围绕|为|(?<!（)以|对(?!外)|(?<![易事生合作务团展])组织(?![部处科委办人]))(?!业|职|读|民|下简)[^，。；]{2,160}$"
)
_NO_BODY = re.compile(
    rf"[。；：{_P}{_POST}{PERIOD}]|^(?:出席|参加)|在这里"
    r"|^(?:强调|指出|要求|表示|审议|在|这|就|针对|围绕|并|要|积极|通过|组织|为|把|将|对|从|还|也|及|和|与|先后|召开|举行|此次|本次|首先|届时|此前|近期|不断|深入|广泛"
    r"|全面|大力|切实|扎实|认真|有力|有效|感谢|预计|建议|呼吁|敦促|向)"
    # 闭幕式, 第33届飞天奖, 两天的会期 and 首都广场 hold nothing; nor do crowds: 各族群众
    r"|造成|导致|伤亡|^[赴在]|出席$|纷纷$|、$|(?:结束|完毕|[察研导查看访观])之?后$|(?<!委员)(?:峰会|论坛|年会|博览会|运动会|进博会|典礼|仪式|[开闭]幕式|会期|同期|奖[”’]?|广场|大街|[多各]地|群众|民众|居民|市民|游客|队员|选手|球迷)$"
    r"|连续[^，。]{1,4}[年届次]$|(?:的|了|着|上|为|期间|考虑|计划|决定|首先|即将|首度|首次|项目|工程|届时|正在|活动|，)$|^[^一-鿿]+$|^(?:会议|大会|仪式|比赛|培训|论坛)$"
)
_LONGEST_BODY = 50


def place_before(scene: Scene, start: int, end: int) -> tuple[Span | None, int]:
    """Return the place in front of a verb at `end`, and where the words before place and manner end.

    Offsets: the scene's string; `start` is where the clause begins.
    """
    start = max(start, end - WINDOW)
    stop = _without_manner(scene.string, start, end)
    found = _PLACE.search(scene.string[start:stop])
    if found and (found["place"] in _HERE or found["place"].startswith("当地时间")):
        return None, _without_manner(scene.string, start, start + found.start())
    if not found or _NO_PLACE.search(found["place"]):
        return None, stop
    first = start + found.start("place")
    on_site = found["place"].endswith("现场") and not _SCENE.search(found["place"])
    last = start + found.end("place") - len("现场") * on_site
    place = (first, last) if first < last else None  # 在现场召开的座谈会
    return place, _without_manner(scene.string, start, start + found.start())


def place_of_clause_before(scene: Scene, clause: Clause) -> Span | None:
    """Return the place that the clause before gives: 在某站，某某主持召开现场办公会.

    One further back does only where it is one to meet at: 在某广场，某某一声令下，铲车轰鸣，开工活动拉开帷幕.
    """
    clauses = scene.sentences[clause.sentence][: clause.number]
    for before in clauses[: -_CLAUSES_BACK - 1 : -1]:
        found = _PLACE.fullmatch(scene.text(before))
        near = before.number == clause.number - 1
        if not found or _NO_PLACE.search(found["place"]) or not (near or _SITE.search(found["place"])):
            continue
        first = before.start + found.start("place")
        lies = _LIES_IN.match(scene.string, first, before.end)
        return lies.end() if lies else first, before.end
    return None


def place_behind(scene: Scene, start: int, end: int) -> Span | None:
    """Return the place that the words behind a name give: 某会｜在某会议室开得热气腾腾."""
    found = _BEHIND.match(scene.string, start, min(end, start + WINDOW))
    return None if not found or _NO_PLACE.search(found["place"]) else found.span("place")


def place_that_fills(scene: Scene, clause: Clause) -> Span | None:
    """Return the place that the clause before says is full: 某中心的大屏幕前座无虚席，某会……."""
    if not clause.number:
        return None
    before = scene.sentences[clause.sentence][clause.number - 1]
    found = _FULL.match(scene.string, before.start, before.end)
    return found.span("place") if found else None


def host_in_name(scene: Scene, name: Span) -> Span | None:
    """Return the organisation that a name begins with, where the rest says enough: 市政协｜双月协商座谈会."""
    start = scene.canvas.span(*name)[0]
    index = bisect_left(scene.bodies, (start, 0))
    body = scene.bodies[index] if index < len(scene.bodies) else None
    if body is None or body[0] != start:
        return None
    end = scene.canvas.at(body[1])
    rest = scene.string[end : name[1]]
    if _AREA.search(scene.string[name[0] : end]) or len(rest) < _LEAST_REST or _OF_BODY.match(rest):
        return None
    return name[0], end


def held_by(scene: Scene, start: int, name: int) -> tuple[Span | None, Span | None]:
    """Return where and by whom a gathering is held, as the words from `start` to its name say."""
    said = _HELD_BY.fullmatch(scene.string, start, name)
    return (
        said.span("place") if said and said["place"] else None,
        said.span("host") if said and said["host"] else None,
    )


def host_before(scene: Scene, clause: Clause, at: int) -> Span | None:
    """Return who 主办 in the sentence before `at`: 由市总工会主办的……比赛."""
    start = max(scene.starts(clause.sentence), at - WINDOW)
    front = scene.string[start:at]
    found = _HOST.search(front) or _HOST_OF.search(front) or _HOST_AFTER.search(front)
    if not found:
        return None
    group = "other" if "other" in found.re.groupindex and not found["host"] else "host"
    return start + found.start(group), start + found.end(group)


# 某局｜将于当地时间3月5日
_ADVERBS = re.compile(r"(?:定|拟|将|也|还|再次|已){0,3}于?(?:当地时间|北京时间)?(?:上周|本周|下周)?$")
_ABOUT = re.compile("(?:(?:就|为|针对|围绕)[^，。；]{2,60})?")
# 某区代表团来甲县考察产业｜并召开联席会议
_SETS_OUT = re.compile(
    r"(?:一行)?(?:来|到|赴|深入|前往)[^，。；]{1,30}?(?:考察|调研|督导|视察|检查|走访|慰问)"
)
INVITES = re.compile(r"(?:还|又|也|特意|专门|特别|专程)?邀请")


def last_date(string: str, start: int, end: int) -> int:
    """Return the last date that is not of what a gathering is about: 13日，某会就⟦上周⟧的袭击举行会议; -1 if none."""
    at = string.rfind(_DATE, start, end)
    while at >= 0 and string.endswith(("就", "针对", "围绕"), start, at):
        at = string.rfind(_DATE, start, at)
    return at


def body_between(scene: Scene, start: int, end: int) -> Span | None:
    """Return the words from `start` to `end` as a body that holds something, if they can be one."""
    lead = _BEFORE_BODY.match(scene.string, start, end)
    begin = lead.end() if lead else start
    topic = _TOPIC.search(scene.string[begin + 2 : end])
    stop = begin + 2 + topic.start() if topic else end
    # 某农场邀请省农科院专家｜举办培训班: who holds it stands before whom it asked, and where it went
    for aside in (INVITES, _SETS_OUT):
        found = aside.search(scene.string, begin + 2, stop)
        stop = found.start() if found else stop
    words = scene.string[begin:stop]
    if not 2 <= len(words) <= _LONGEST_BODY or _NO_BODY.search(words):
        return None
    return begin, stop


def body_before_day(scene: Scene, start: int, day: int, stop: int) -> Span | None:
    """Return the body in front of a day, where only the topic follows up to `stop`.

    某局｜将于当地时间3月5日就某事举行会议; None where no day stands behind `start`.
    """
    if day < start or not _ABOUT.fullmatch(scene.string, day + 1, stop):
        return None
    adverb = _ADVERBS.search(scene.string[start:day])
    return body_between(scene, start, start + adverb.start() if adverb else day)


def _without_manner(string: str, start: int, end: int) -> int:
    found = _TAIL.search(string[start:end])
    return start + found.start() if found else end
