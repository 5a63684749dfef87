"""The divisions, regiments and companies that farms of the border regions are named by: 第八师, 一二一团, 五连 (农垦团场)."""

from __future__ import annotations

from newsie import patterns as re

RANK = "(?:师(?![生傅资范徒长])|团(?![长伙队体员结圆聚伴购委])|连(?![长接续锁通线贯片绵]))"
"""A division, regiment or company behind 全, 我 or 该; 全团结, 该团伙 are none."""

DIVISION = "师市(?![场民区直级长])"
"""The division and the city that are one: 师市, of 第八师某某市."""

INSIDE = "[团连场]里"
"""团里, 连里: the farm that was named."""

AREA = f"[全我]{DIVISION}|全{RANK}|我{RANK}|各(?:团场|师团|连队|团镇)"

COMPANY = re.compile(
    r"(?<![\u4e00-\u9fff0-9])[一二三四五六七八九十]{1,3}连(?![接续锁下着串上日线年天发夜])|连队(?!的)"
)
"""六连, 连队: the company of a regiment that was named in full."""

HEADS = frozenset("师农第一二三四五六七八九十〇零○123456789")
"""What such a name begins with."""

_DIGIT = "[一二三四五六七八九十〇零○]"
_REGIMENT = f"(?:{_DIGIT}{{2,4}}|(?<![0-9])[1-9][0-9]{{1,2}})团(?![体伙队结])"
# 一连下了三天, 一团和气: a single figure numbers a division only, or the company of a regiment
PLACE = f"{DIVISION}|(?:(?:农|第){_DIGIT}{{1,3}}师(?:{_REGIMENT}|[\u4e00-\u9fff]{{2,4}}市(?![场民区直级长]))?|{_REGIMENT})(?:{_DIGIT}{{1,3}}连(?![接续锁]))?"
"""农六师, 第八师一二一团, 143团五连."""
