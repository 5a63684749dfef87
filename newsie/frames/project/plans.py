"""Works that a report plans: the paragraphs that tell plans, and the verbs that begin works there (启动某某中心项目).

>>> text = "加强教育工作，重点实施青石中学、白岭小学等项目。"
>>> find_undertaken(text, (11, 15)), find_undertaken(text, (16, 20))
(Sign(status='planned', start=9, end=11), Sign(status='planned', start=9, end=11))
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.frames.project.led import IDEA
from newsie.frames.project.naming import COUNT
from newsie.frames.project.status import Sign
from newsie.spans import start_behind
from newsie.text import Span

_MARKS = "，。；：！？\n"
_UNDERTAKES = re.compile(
    r"\s{0,4}(?:[一二三四五六七八九十](?:是|要)|[（(][一二三四五六七八九十][)）]|要|将|继续|积极|重点|全力|着力|适时|尽快|全面|年内|今年|[12][0-9]{3}年|配合[^，。；]{1,6}){0,4}"
    r"(?P<verb>实施|启动|新建|开工建设|谋划|筹建)(?:建设|实施|好)?(?!了)"
)
# 正积极谋划|青龙湖度假区项目, 计划新建甲产业园、|乙抽水蓄能电站
_INTENDS = re.compile(
    r"(?P<plan>谋划|储备|筹建|拟建|(?:计划|拟|将|规划|筹划|策划|准备|打算)(?=再?(?:新建|建设|兴建|实施|打造|改造|扩建|迁建|开工建设|启动建设)))"
    r"(?:再|实施|新建|建设|兴建|打造|改造|扩建|迁建|开工|启动|推进|布局){0,3}了?(?:一[座个条处所])?(?P<list>[^，。；：！？\n的]{2,80}[、和及与])?\Z"
)
_REACH = 100
_ALL = re.compile(rf"{COUNT}|重点|重大|各|一批")
_AHEAD = re.compile(
    "要(?![素点求闻])|将(?!近)|力争|确保|争取|继续|切实|积极|大力|全力|努力|着力|加快(?=[建推发改实构完])|进一步|认真|做好|抓好|不断|(?:^|[，。；])(?:优化|落实|深化|强化|加强|提升|完善|推进|推动|支持|鼓励|构建|加大|实施|启动|巩固|探索|健全|办好|统筹|提高)"
)
_BEHIND = re.compile(
    "已|了(?!解)|累计|达到|共[^同建享]|成功|顺利(?!实施)|显著|荣获|同比|增长|突破(?!口)|初步|[0-9]年来|五年共|形成(?!.{0,8}格局)|推进有力|试营业|圆满"
)
_LONGEST_CLAUSE, _LEAST, _MARGIN = 120, 3, 3


def find_undertaken(folded: str, works: Span) -> Sign | None:
    """Return the sign of the verb at the head of a clause that begins works, alone or in a list of them."""
    start = start_behind(_MARKS, folded, works[0] - _LONGEST_CLAUSE, works[0])
    head = _UNDERTAKES.match(folded, start, works[0])
    if not head:
        return None
    between = folded[head.end() : works[0]]
    if between and (between[-1] not in "、和及与" or _ALL.match(between)):
        return None
    goes_on = head["verb"] == "实施" and "继续" in head.group()
    return Sign("under_construction" if goes_on else "planned", *head.span("verb"))


def find_intention(folded: str, works: Span) -> Sign | None:
    """Return the sign of a plan to build works, alone or in a list of them.

    >>> text = "计划新建云泉产业园、白河电站"
    >>> find_intention(text, (4, 9)), find_intention(text, (10, 14))
    (Sign(status='planned', start=0, end=2), Sign(status='planned', start=0, end=2))
    """
    plan = _INTENDS.search(folded, start_behind(_MARKS, folded, works[0] - _REACH, works[0]), works[0])
    if plan is None or (plan["list"] and _ALL.match(plan["list"])) or IDEA.search(folded, *works):
        return None
    return Sign("planned", *plan.span("plan"))


def planning_paragraphs(folded: str) -> Iterator[Span]:
    """Yield the paragraphs of a part of a report that tell what is to be done, by how they say it.

    >>> text = "全年完成投资5亿元，新建了三座桥。\\n继续推进道路建设，确保按期完工，不断改善环境，着力保障民生。"
    >>> list(planning_paragraphs(text))
    [(18, 48)]
    """
    start = 0
    for line in folded.splitlines(keepends=True):
        end = start + len(line)
        ahead, behind = (sum(1 for _ in words.finditer(line)) for words in (_AHEAD, _BEHIND))
        if ahead >= _LEAST and ahead > _MARGIN * behind:
            yield start, start + len(line.rstrip("\n"))
        start = end
