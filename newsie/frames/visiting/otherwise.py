"""Words in which nobody goes anywhere to look: speech, meetings, offices, and looks that are only recalled or counted."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.visiting import guests

# what shows that the clause tells of speech, a gathering or an office, not of a way to a place
_NO_WAY = re.compile(
    r"说|表示|强调|指出|要求|介绍|希望|认为|听取|传达|部署|通报|汇报|分管|负责(?!人|同志)|当选|任命|主持|召开|出席|会见|记者|送别|遗体"
)
# 欢迎某总统对我国进行国事访问, 致慰问电, 纪律检查委员会: no way of those named; a villager who 每周往返到县里看病,
# 以前 or every week, goes nowhere to look
OTHERWISE = re.compile(
    r"视频(?:连线|方式|形式)|到会|接受|一边|每[天日周月年次]|多次|历次|以前|往返|看病|就医|求医|表示慰问|陪同|主持|召开|出席|参加|会见|会谈|会上介绍|机场[^，。]{0,4}(?:迎|送)|送别|遗体|哀悼|当选|任命|欢迎|对我国|来华|致(?:信|电|函|慰问)|慰问(?:电|信)|检查委员会|逝世|工作报告"
)
# 县委副书记某某（主持工作）到甲镇调研
_ASIDE = re.compile("（[^（）]{1,12}）")
_AGAIN = re.compile(r"(?:和[^，。]{1,8})?(?:过程)?[中时期间]{0,2}，?[^，。]{0,4}(?:多次|反复|历次|搞)")
# 某某就做好安全检查｜作了安排, 围绕巡察｜提出要求: speech, at a meeting
_MATTER = re.compile("[就围]")
_SPEAKS_OF = re.compile(
    r"[^，。；]{0,12}(?:提出|作了|作出|进行了?[^，。；]{0,6}(?:安排|部署|动员|讲话|说明|讲解|培训|解读|通报|反馈|强调)|讲话|发言|讲授|授课|回答)"
)
_ALONG = re.compile(r"(?:一同|一道|陪同|随同)(?:看望|慰问|考察|调研|视察|检查|参观)$")


def told_otherwise(rule: str, match: re.Match[str]) -> bool:
    """Tell whether the words are about speech, a meeting or an office rather than a way somewhere."""
    if rule == "visit.state":
        return guests.told_otherwise(match)
    told = _NO_WAY if rule == "visit.seen" else OTHERWISE
    # 某某在考察中多次强调: no single visit; 某某、某某等一同看望: they only came along
    words = _ASIDE.sub("", guests.UNDER.sub("", match.group()))
    return bool(told.search(words) or _AGAIN.match(match.string, match.end())) or bool(
        rule == "visit.alone" and (_ALONG.search(match.group()) or _speaks_of(match))
    )


def _speaks_of(match: re.Match[str]) -> bool:
    """Tell whether a look is only the matter of a speech."""
    matter = _MATTER.search(match.group())
    return matter is not None and _SPEAKS_OF.match(match.string, match.end()) is not None
