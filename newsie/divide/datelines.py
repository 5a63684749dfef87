"""Datelines: how a body opens, 本报讯（记者 甲）, 本报 3月21日讯, 新华社某地电, 央视网消息（…）： (电头).

Names may be split by spaces and line breaks (通 讯 员 王\\n允); lines reach this module joined by a line feed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.text import Text

ROLE = (
    r"(?:本报|本网|本台|本刊|全媒体|融媒体|融媒|见习|实习|特约|首席|驻地|特派|资深|新华社|中新社|摄影|文字){0,6}(?:驻[\u4e00-\u9fff]{1,6})?"
    r"(?:记[ \n\u3000]{0,20}者|通[ \n\u3000]{0,20}讯[ \n\u3000]{0,20}员|实习生|撰稿|作者)"
)
HAN = "\u3400-\u4dbf\u4e00-\u9fff"
BULLET = r"[□■◆◇●○◎▲△★☆▪◼\- ]{0,20}"
_PAREN = r"（[^（）。]{1,120}）"
_HOUSE = r"(?:本报|本网|本台|本刊|本社|晨报|晚报)"
_WIRE_SERVICE = "(?:新华社|中新社|中新网|人民网|新华网|央视网|央广网|中国新闻网)"
_AGENCY = (
    rf"(?:{_WIRE_SERVICE}|[^\s，。、（）：“”]{{2,8}}?(?:日报|晚报|晨报|早报|时报|快报|商报|都市报|网|社))"
)
_BETWEEN = r"[^，。；！？（）“”：\n]{0,18}?"
_WIRE = r"(?<!通)(?<!通 )(?:讯(?!员| *员)|电|消息)"

# 本报讯 记者王某、通讯员李某报道：; but 本报讯 记者从区统计局获悉 begins the story
_REPORTED = (
    rf"\s{{0,20}}{ROLE}(?:[\s：:]{{0,20}}[{HAN}·]{{2,4}}(?:[\s、，]{{1,20}}(?:{ROLE}\s{{0,20}})?[{HAN}·]{{2,6}}){{0,5}}\s{{0,20}}报道\s{{0,20}}[：:]?"
    rf"|[ \u3000]{{1,20}}[{HAN}·]{{2,4}}(?:[ \u3000、]{{1,20}}(?:{ROLE}[ \u3000]{{0,20}})?[{HAN}·]{{2,4}}){{0,5}}(?=[ \u3000]{{1,20}}[^ \u3000]|\s{{0,20}}$))"
)

# 某某融媒讯（记者 甲）, 某某报讯（记者 甲）: any name before it, for the bracket says what it is
_NAMED_WIRE = (
    rf"[^\s，。、；：？！（）“”]{{2,16}}(?<!通)讯\s{{0,20}}（\s{{0,20}}(?:{ROLE}|(?:责任|实习)?编辑)"
)
# 某某在线03月19日讯 在……, 某某汽车综合5月5日报道 在……: any name before it, for the day says what it is
_DATED_WIRE = r"(?!据)[^\s，。、；：？！（）“”《》0-9]{2,16}[0-9]{1,2}月[0-9]{1,2}日(?:讯|报道|消息)(?=[\s：（])(?:\s{0,20}（[^（）。]{1,60}）)?"
# 本报讯近日，区里召开…, 本报某地1月11日讯某区…: no space behind it, as 本报讯记者从某局获悉
_PLACE_AND_DAY = r"[^，。；！？（）“”：\n0-9]{0,8}(?:[0-9]{1,2}月[0-9]{1,2}日|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
_STORY = rf"(?=[{HAN}0-9“])(?![员息]|{ROLE}(?!(?:[{HAN}]{{2,4}})?从|在|日前|近日|获悉|了解|今|昨))"
_CLOSE_UP = rf"(?:{_HOUSE}讯|(?:{_HOUSE}|{_AGENCY}){_PLACE_AND_DAY}(?:讯|电(?![力视网子话商]))){_STORY}"
# 某某融媒讯 5月8日，……; 某某发布讯：……
_NEWSROOM_NAME = r"[^\s，。、；：？！（）“”《》0-9]{1,12}?(?:融媒体?(?:中心)?|电视台|传媒(?:中心)?|新闻中心|客户端|手机报|发布|在线)"
_MONTH_DAY = "[0-9]{1,2}月[0-9]{1,2}日"
_NEWSROOM = rf"{_NEWSROOM_NAME}(?:{_MONTH_DAY})?讯(?:\s{{0,20}}[：:]|{_REPORTED}|(?=\s))"
# 【本报某地12月3日电】（记者 甲）, [本报讯] 记者甲报道：
_BOXED_WIRE = (
    rf"[【\[〔〖]\s?(?:{_HOUSE}|{_AGENCY}){_BETWEEN}(?<!通)(?:讯|电|消息|报道)\s?[】\]〕〗]"
    rf"(?:\s{{0,20}}{_PAREN}\s{{0,20}}[：:]?|{_REPORTED}|\s{{0,20}}[：:])?"
)
_MARK = r"(?:[□■◆◇●○◎▲△★☆▪◼]\s{0,3})?"

DATELINE = re.compile(
    rf"\s{{0,20}}{_MARK}(?:{_HOUSE}(?!{ROLE}){_BETWEEN}\s{{0,20}}{_WIRE}(?:\s{{0,20}}{_PAREN}\s{{0,20}}[：:]?|{_REPORTED}|\s{{0,20}}[：:]|(?=\s)|$)"
    rf"|据?{_AGENCY}{_BETWEEN}(?:日(?:电|讯)$|{_WIRE}(?:\s{{0,20}}{_PAREN}\s{{0,20}}[：:]?|{_REPORTED}|\s{{0,20}}[：:]|(?=\s)))"
    rf"|{_NAMED_WIRE}[^（）。]{{1,100}}）\s{{0,20}}[：:]?|{_NEWSROOM}|{_BOXED_WIRE}"
    rf"|{_DATED_WIRE}\s{{0,20}}[：:]?|{_CLOSE_UP}|（[{HAN}]{{4,16}}讯）"
    rf"|（\s{{0,20}}{ROLE}[^（）。]{{1,100}}）\s{{0,20}}[：:]?"
    rf"|{BULLET}{ROLE}[\s：:]{{0,20}}[{HAN}·]{{2,4}}(?:[\s、，]{{1,20}}(?:{ROLE}\s{{0,20}})?[{HAN}·]{{2,6}}){{0,5}}\s{{0,20}}报道(?:[：:\s]|$)"
    r")\s{0,20}"
)
"""The dateline at the start of a body, its bracketed byline and colon included."""

OPEN_DATELINE = re.compile(
    rf"\s{{0,20}}{_MARK}(?:[【\[〔〖]?(?:{_HOUSE}(?!{ROLE})|据?{_AGENCY}){_BETWEEN}\s{{0,20}}{_WIRE}[】\]〕〗]?\s{{0,20}}（|{_NAMED_WIRE})[^（）。]{{0,80}}$|\s{{0,20}}（\s{{0,20}}{ROLE}[^（）。]{{0,80}}$"
)
"""A dateline whose bracket closes in a later line."""

# 央视网消息 / （新闻联播）：……; 某某融媒讯 / （记者 甲）……
_WIRE_ALONE = re.compile(
    rf"{_MARK}[【\[〔〖]?(?:{_HOUSE}(?!{ROLE}){_BETWEEN}{_WIRE}|据?{_WIRE_SERVICE}{_BETWEEN}{_WIRE}|据?{_AGENCY}(?:讯|消息)"
    rf"|据?{_AGENCY}{_BETWEEN}日(?:讯|电)|{_NEWSROOM_NAME}(?:{_MONTH_DAY})?讯)[】\]〕〗]?"
)
_WIRE_SIGN = ("讯", "电", "消息", "】", "]", "〕", "〗")
_REST_OF_WIRE = re.compile(rf"\s{{0,20}}(?:（[^（）]{{1,60}}）|[：:]|{ROLE}[^，。；]{{1,40}}报道)")


def is_wire_alone(string: str) -> bool:
    """Tell whether a folded line is who sent a report and nothing else.

    >>> is_wire_alone("央视网消息"), is_wire_alone("新华社北京5月8日电"), is_wire_alone("全村通了电")
    (True, True, False)
    """
    return string.endswith(_WIRE_SIGN) and _WIRE_ALONE.fullmatch(string) is not None


def goes_on_with_wire(string: str) -> bool:
    """Tell whether a folded line begins with the rest of a dateline: （新闻联播）：, （记者 某某）, 记者某某报道."""
    return _REST_OF_WIRE.match(string) is not None


_SECOND_SIGNS = ("又", "另")
_SECOND_LINES = 3
# 又讯（记者 甲 乙）同日，……
_SECOND_WIRE = re.compile(rf"[又另]\s{{0,6}}[讯电]\s{{0,20}}({_PAREN})")


def second_wires(lines: Sequence[Text]) -> Iterator[Text]:
    """Yield the brackets behind 又讯 in a story's lines; who stands in them wrote a part of it.

    >>> [str(wire) for wire in second_wires([Text.of("又讯（记者 甲某）同日，会议召开。")])]
    ['（记者 甲某）']
    """
    for at, line in enumerate(lines):
        if line.folded.startswith(_SECOND_SIGNS):
            joined = Text.join(lines[at : at + _SECOND_LINES], "\n")
            match = _SECOND_WIRE.match(joined.folded)
            if match:
                yield joined[match.start(1) : match.end(1)]
