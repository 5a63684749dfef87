"""What a clause founds or holds, which the clauses after it are about (新出现的主体)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause
from newsie.frames.statistic.naming.names import Names
from newsie.frames.statistic.subjects.topic import Topic

_FOUNDING = re.compile(r"(?:举办的?|主办的|承办的|举行|召开|成立|组建|创办|建起|设立)了?")
_TEAMS = ("专班", "工作组", "小组", "工作队", "指挥部")
_HELD_HEADS = frozenset("举主承召")
# 将举办旅游节: nothing that figures could yet be about
_WILL_BE = re.compile(r"(?:将|拟|计划|预计)[^，。；\n]{0,4}$")
_HELD = re.compile(
    r"(?:在|于)[^，。；\n]{2,16}(?:举办|举行|开幕|落幕|启动|开赛)|(?:火热|顺利|圆满|正式)?(?:开赛|开幕|落幕|举行)"
)


def brought_in(string: str, names: Names, clause: Clause) -> Topic | None:
    """Return what a clause founds or holds, which the clauses after it are about.

    成立合作社 founds one, 举办招聘会 holds one.
    """
    for match in _FOUNDING.finditer(string, *clause.span):
        name = names.at(match.end(), clause.span[1])
        if _WILL_BE.search(string, clause.span[0], match.start()):
            continue
        if name is None or name.kind not in (
            ("event",) if match.group()[0] in _HELD_HEADS else ("body", "works")
        ):
            continue
        # 园区组建工作专班，帮助企业解决问题28个: they are the founder's
        if string.endswith(_TEAMS, *name.span):
            continue
        if name.end == clause.span[1] or _HELD.match(string, name.end):
            return Topic((name.span,), clause.span[1], name.kind, own=True)
    return None
