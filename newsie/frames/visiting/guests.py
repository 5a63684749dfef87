"""Visits between states, and looks that hosts and guests take together: 某某对甲国进行正式访问, 某某同某某共同参观甲宫."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS

_P, _DATE, _AMOUNT = MARKS["PERSON"], MARKS["DATE"], MARKS["AMOUNT"]
_KIND = "(?:正式|友好|国事|工作|历史性|成功){1,3}"
# with whom, or under whose guidance, someone looks: 同某某共同参观, 在某某陪同下参观
# 在常委甲，司令员乙等陪同下: a comma before another with a post
_UNDER = rf"在[^，。；：“”\n]{{2,70}}?(?:，{MARKS['POST']}{_P}[^，。；：“”\n]{{0,20}}?){{0,2}}陪同下"
TOGETHER = (
    r"(?:(?:在[^，。；“”\n]{2,16})?(?:应邀)?(?:同|与)[^，。；：“”\n]{2,70}?(?:共同|一同|一道|一起)"
    rf"|{_UNDER}，?)"
)
UNDER = re.compile(_UNDER)
# what stands between a guest and the visit where the sentence tells of other things
_ELSE = re.compile(
    r"欢迎|会见|会谈|举行|主持|结束|期间|之际|以来|表示|强调|指出|说|期待|致[信电函]|迎接|送行|来华|陪同|宣布|签署|介绍|祝贺|邀请|[我您你]|意义"
)
# 应某某邀请对甲国进行访问
_INVITED = r"(?:应[^，。；：“”\n]{2,80}?邀请，?)?"


def abroad(who: str) -> re.Pattern[str]:
    """Return the pattern of people, as `who` finds them, who go on a visit to a state: 应邀访问甲国, 将对甲国进行国事访问."""
    day = rf"(?:，?(?:当地时间)?{_DATE}，?)?"
    # a visit as the first half of a topic is told of in passing: 对甲国进行国事访问意义重大, 访问后回到北京
    ends = r"(?=[，。；\n]|并|$)"
    return re.compile(
        rf"{who}{day}{_INVITED}(?P<way>[^。；！？：“”\n{_P}]{{0,60}}?)"
        rf"(?:对(?!我国|华)[^，。；：“”\n{_P}]{{2,40}}?进行了?(?:为期{_AMOUNT}的)?{_KIND}访问{ends}|应邀访问)"
    )


def told_otherwise(match: re.Match[str]) -> bool:
    """Tell whether the words on the way to a visit between states are of other things: 欢迎……, ……期间."""
    return _ELSE.search(match["way"]) is not None
