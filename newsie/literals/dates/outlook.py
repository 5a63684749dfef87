"""Whether what is said of a day lies ahead of it (预计9月试生产, 11月底前).

>>> from newsie.literals.dates.expressions import find_expressions
>>> looks_ahead("预计9月试生产", find_expressions("预计9月试生产")[0])
True
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.literals.dates.bounds import Expression

# a clause with one of these looks ahead; 将 after a person may be 把, which the distance to the next such day tells
_FIRST = "计预将力拟争确有定即届到择要务排提"
_AHEAD = re.compile(
    rf"[{_FIRST}](?<=(?=计划(?!的|草案|执行|和预算|纲要|[》”])|预计|将|力争|拟|争取|确保|有望|定于|即将|预期|预定|届时|到时|择期|要在|务必|排到|提前到)[{_FIRST}])"
)
# 2月23日至28日，某局将在某公园举办民俗周
_WILL = re.compile(
    r"，(?:(?!获悉|了解|表示|介绍|宣布|透露|消息)[^。；！？\n]){0,60}?(?<!即)将(?:在|于|举[行办]|召开|开展|启动)"
)
_SENTENCE_START = re.compile(r"(?:^|[。；！？\n])\s{0,4}$")
_CLAUSE_START = re.compile(r"[^，。；！？\n]{0,120}$")
_CLAUSE_END = re.compile(r"[^，。；！？\n]{0,40}")


# 下半年，全县要抓好秋收; not 下半年，县里要求
_MUST = re.compile(r"[^。；！？\n]{0,24}?(?<![需主重摘纪紧首次概])要(?![求闻点件素害职案道塞])")


def looks_ahead(folded: str, found: Expression) -> bool:
    """Tell whether the clause around an expression speaks of a plan, or of a day by which something is to be done."""
    if found.bound in ("until", "before") and folded[found.end - 1] == "前":
        return True
    if found.bound in ("until", "from") and folded[found.start] in "不最":
        return True
    if folded.endswith(("决定", "决定于", "预计，", "预报，"), 0, found.start):
        # 会议决定6月4日召开某会; not 3月5日决定
        return True
    if not found.bound and (_opens_a_plan(folded, found) or _is_to_be_used(folded, found)):
        return True
    low = max(0, found.start - 40)
    if not _AHEAD.search(folded, low, found.end + 40):
        return False
    before = _CLAUSE_START.search(folded, low, found.start)
    after = _CLAUSE_END.match(folded, found.end)
    clause = (before.group() if before else "") + "，" + (after.group() if after else "")
    return _AHEAD.search(clause) is not None


def _is_to_be_used(folded: str, found: Expression) -> bool:
    """Tell whether a part of a year opens a clause that says what must be done in it: 四季度要冲刺."""
    part = found.left.stretch.endswith(("半年", "季度")) and not found.right
    opens = part and folded[found.start - 1 : found.start] in ("", *"，。；：！？\n“")
    return opens and _MUST.match(folded, found.end) is not None


def _opens_a_plan(folded: str, found: Expression) -> bool:
    """Tell whether a day opens a sentence that says what will be done on it."""
    opens = _SENTENCE_START.search(folded, max(0, found.start - 5), found.start)
    return opens is not None and _WILL.match(folded, found.end) is not None
