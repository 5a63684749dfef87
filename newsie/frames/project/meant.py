"""Which of the undertakings named so far the head of a clause means: 该桥, 该工程, 防洪提升工程 for 某河防洪提升工程."""

from __future__ import annotations

from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.project.subjects import Subject
from newsie.frames.project.words import heads
from newsie.lexicon import layered
from newsie.text import Span

_OF_KIND = re.compile(
    r"(?:该|这[座条所个])(?P<kind>[校院厂园]区|[桥路园校厂站港闸坝村馆楼堤渠](?![段口面程]))"
)
# 其中防洪提升工程加固堤防18公里: short for the works whose name ends so
SHORT = re.compile("(?:其中|目前|据悉|而|，){0,2}(?P<kind>[\u4e00-\u9fff]{2,10}?(?:工程|项目))(?![部师])")
"""Works by the end of their name, at the head of a clause."""
# 该厂 of 青石水厂提标改造
_DEED = re.compile(
    "(?:提标|提质|扩容|升级|综合|异地|整体|除险){0,2}(?:改造|治理|扩建|迁建|加固|修缮|提升)(?:工程|项目)?\\Z"
)
_WORKS = ("工程", "项目")
_THE_WORKS = ("该工程", "该项目", "这一工程", "此工程", "这项工程")


def find_meant(folded: str, clause: Span, told: list[tuple[int, str]]) -> tuple[int, ...]:
    """Return which of the undertakings named so far 该桥, 该路 or 防洪提升工程 means: the last whose name ends so."""
    match = (
        _OF_KIND.match(folded, *clause)
        or SHORT.match(folded, *clause)
        or _noun_alone().match(folded, *clause)
    )
    found = match and next((index for index, name in reversed(told) if _ends_in(name, match["kind"])), None)
    return () if found is None else (found,)


@layered
def _noun_alone() -> re.Pattern[str]:
    # 大桥于5月开工 for 白河大桥, no 医院将开展义诊
    course = "(?:将|已经?|正在?|预计|计划|力争|主体|全面|正式|于|自|今年|去年|明年|目前|[0-9]{1,4}[年月日]|[底初]|，){0,6}"
    return re.compile(
        f"(?!项目|工程|[^，。；]{{0,16}}1[0-9]{{3}}年)(?P<kind>{heads()})(?:总投资|总?占地|总?建筑面积|由[^，。；]{{2,20}}建设|{course}(?:开工|动工|奠基|建成|竣工|完工|封顶|通车|开建)(?!于|后|[0-9]{{1,3}}余?年))"
    )


def works_meant(
    folded: str, clause: Span, told: Sequence[tuple[int, str]], subjects: Sequence[Subject]
) -> tuple[int, ...]:
    """Return which works 该工程 means where a school or a street was named after them: the last that is one."""
    if not told or not folded.startswith(_THE_WORKS, *clause):
        return ()
    if any(name.kind != "place" for name in subjects[told[-1][0]].names):
        return ()
    found = next((index for index, name in reversed(told) if name.endswith(_WORKS)), None)
    return () if found is None else (found,)


def _ends_in(name: str, kind: str) -> bool:
    """Tell whether a name ends in a noun, or in a building of what it says: 青石中学东校区教学楼 is of 该校区."""
    return name.endswith(kind) or _DEED.sub("", name).endswith(kind) or (len(kind) > 1 and kind in name)
