"""The parts of a yearly report (政府工作报告): what was done in the last year, what is to be done in this."""

from __future__ import annotations

import re
from datetime import date

from newsie.frames.headings import headings
from newsie.reading import Date, Reading
from newsie.text import Span

_PLANS = "(?:工作安排|主要任务|工作打算|重点工作|重点任务|工作部署|工作计划|工作思路|目标和?任务)"
_HEADING = re.compile(_PLANS + "$")
_TURN = re.compile(
    r"(?:政府工作(?:的)?总体要求|经济社会发展(?:的)?(?:主要)?预期目标|为实现(?:上述|以上|这些)目标"
    rf"|{_PLANS}\n"
    r"|(?:今年|明年|[12][0-9]{3}年)[^，。；\n]{0,12}?(?:抓好|做好|推进)[^，。；\n]{0,8}?[个项]方面的?工作)"
)
# 今年目标 over a paragraph of any text, not 完成全年目标
_GOALS = re.compile(
    "(?:今年|明年|来年|新年|下一?步|今后|未来|[0-9]{4}年|“[^”]{2,3}五”|主要|预期|工作|发展|奋斗|年度|五年|的){1,5}(?:目标|打算|展望|任务)"
)
# 一要加快推进蔬菜基地建设。……总产量达到25万吨。 to the end of the paragraph
_STEPS = re.compile(r"一要(?<![^。；\n]..)[^\n]{0,3000}")
_BULLETIN = re.compile("([12][0-9]{3})年[^，。；\n]{0,24}统计公报")
_OF_A_YEAR = ("全年", "年末", "年底")
_SHORTEST_REPORT = 2000
_LAST_MONTH = 3


def planned_from(reading: Reading) -> int:
    """Return where a yearly report begins to tell what is to be done; the text's end for any other text."""
    folded = reading.text.folded
    if len(folded) < _SHORTEST_REPORT:
        return len(folded)
    turn = _TURN.search(folded)
    headed = (place for place, words in headings(reading.article) if _HEADING.search(words.folded))
    return min(turn.start() if turn else len(folded), next(headed, len(folded)))


def is_report(reading: Reading) -> bool:
    """Tell whether a text stands under the name of a report: 政府工作报告, or a part of one."""
    headline = reading.article.headline
    return headline is not None and headline.folded.endswith("工作报告")


def planned_parts(reading: Reading) -> tuple[Span, ...]:
    """Return the parts of a text that tell what is to be done: of a yearly report, or under a heading that says so."""
    end = len(reading.text.folded)
    headed = list(headings(reading.article))
    stops = (*(place for place, _ in headed[1:]), end)
    goals = (
        (place, stop)
        for (place, words), stop in zip(headed, stops, strict=False)
        if _GOALS.fullmatch(words.folded)
    )
    steps = (step.span() for step in _STEPS.finditer(reading.text.folded))
    return (*goals, *steps, (planned_from(reading), end))


def bulletin_year(reading: Reading) -> str:
    """Return the year that a statistical bulletin is of (2019年某某县统计公报), or ""."""
    headline = reading.article.headline
    found = _BULLETIN.search(headline.folded) if headline else None
    return found[1] if found else ""


def of_bulletin(folded: str, time: Date, year: str) -> Date:
    """Return 全年 and 年末 of a bulletin as those of its year, not of the year it is published in."""
    first, last = time.interval.start, time.interval.end
    if not (year and first and last and folded.startswith(_OF_A_YEAR, time.start)):
        return time
    # --12-31 where the page has no day
    return time._replace(interval=time.interval._replace(start=year + first[-6:], end=year + last[-6:]))


def of_last_year(folded: str, time: Date, published: date | None) -> Date:
    """Return 全年 and 年内 as the year before, where what it tells of is done before the year has run.

    Reports and reviews of January to March tell of the last year: 全年新增就业5600人.
    """
    first, last = time.interval.start, time.interval.end
    if (
        published is None
        or not folded.startswith(("全年", "年内"), time.start)
        or first is None
        or last is None
    ):
        return time
    if published.month > _LAST_MONTH or not first.startswith(f"{published.year}-01-01"):
        return time
    before = f"{published.year - 1}"
    return time._replace(interval=time.interval._replace(start=before + first[4:], end=before + last[4:]))
