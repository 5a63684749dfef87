"""The parts of a yearly report (政府工作报告): what was done in the last year, what is to be done in this."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from newsie import patterns as re
from newsie.frames.headings import headings
from newsie.reading import Date, Reading
from newsie.text import Span, Text

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
# 加快推进停车场建设。完成30座公厕新建改造。: sentences that begin with what is to be done, and tell of nothing done
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(r"[^。！？\n]{4,}")
_TO_DO = re.compile(
    # 以园区为抓手，着力建设厂房
    r"(?:(?:坚持)?(?:以|围绕|按照|立足|紧扣|对照|聚焦|瞄准|针对)[^，。；：\n]{2,30}，)?"
    r"(?:（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]是|[0-9]{1,2}[.、])?"
    r"(?:要|全面|大力|着力|进一步|切实|积极|深入|继续|不断|努力|全力|扎实|认真|严格|统筹|稳步|有序|科学|持续|重点|充分|广泛|高标准|高质量|高水平){0,3}"
    r"(?:加[快大强]|推[进动广]|实施|[狠紧]?抓|确保|完善|坚[持决]|支持|[强深优细]化|健全|鼓励|引导|落实|做[好强大优精]|提[升高]|发[挥展]|启动|开[工展]|完成|新建|建[设立]|争取|力争"
    r"|培育|打造|促进|构建|扩大|巩固|保障|拓[宽展]|改[造善]|规范|解决|办好|举办|组织|探索|整合|创新|壮大|依托|依法|围绕|聚[力焦]|锚定|紧盯|突出|延伸|倡导|注重|弘扬|营造|树立|增强|盘活|引进|配合"
    r"|搭建|筹备|谋划|规划|稳定|严[厉肃格]|维护|投资[0-9]|投入[0-9])(?!的)"
)
_TOLD = re.compile(
    r"了(?!解)|已|累计|去年|上年|全年[^，。；计力]|年来|成功|顺利|圆满|达到|同比|增长|荣获|获[得评]|被[评授列]|[显卓]著|明显|有效|率先|首次|实现|突破|截至|得到|取得|成效|超额|新增"
)
_FEWEST_TO_DO = 4
# 一年来，…… and 一、2023年工作回顾 begin what was done, 今年 and 下一步 what is to be done
_REVIEW = re.compile(
    r"[一两三四五0-9几]年来|(?:过去|已经过去)的?(?:[一两三四五]年|[12][0-9]{3}年)|(?:年来?|工作|五”时期)的?回顾|工作(?:开展|完成|进展)?(?:情况|成效|总结)(?=\n|$)|(?:去年|上年|今年)以来"
)
_AHEAD = re.compile(
    rf"今年(?!以来|上半年|前|已|[0-9]{{1,2}}月)|明年|来年|下一?步|下一?阶段|今后|新的一年|年内|{_PLANS}(?=\n|$)"
)
_OF_YEAR = re.compile(r"(?<![^\n。])([12][0-9]{3})年(?=，|以?来)")
_HEAD_OF_PARAGRAPH = 16
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
    tasks = _tasks(reading, headed) if is_report(reading) else ()
    return (*goals, *steps, *tasks, (planned_from(reading), end))


def _tasks(reading: Reading, headed: Sequence[tuple[int, Text]]) -> Iterator[Span]:
    """Yield the paragraphs of a report that only list what is to be done, whatever heading they stand under.

    What stands before the turn to the plans, or behind words that begin a review, was done; where nothing
    says which, only a government's list is of tasks, a court's 组织巡回审判36场 is not.
    """
    folded, headline = reading.text.folded, reading.article.headline
    if planned_from(reading) < len(folded):
        return
    governs = headline is not None and "政府" in headline.folded
    turns = [(-1, not governs), *sorted(_turns(reading, headed))]
    for paragraph in _PARAGRAPH.finditer(folded):
        start, end = paragraph.span()
        _, reviews = turns[bisect_right(turns, (start + _HEAD_OF_PARAGRAPH, True)) - 1]
        if not reviews and _lists_tasks(folded, start, end):
            yield start, end


def _turns(reading: Reading, headed: Sequence[tuple[int, Text]]) -> Iterator[tuple[int, bool]]:
    """Yield where words or headings turn to a review (True) or to what is to be done (False)."""
    folded, published = reading.text.folded, reading.published
    for pattern, reviews in ((_REVIEW, True), (_AHEAD, False)):
        yield from ((found.start(), reviews) for found in pattern.finditer(folded))
        yield from ((place, reviews) for place, words in headed if pattern.search(words.folded))
    if published:
        years = _OF_YEAR.finditer(folded)
        yield from ((found.start(), int(found[1]) < published.year) for found in years)


def _lists_tasks(folded: str, start: int, end: int) -> bool:
    """Tell whether most sentences between two offsets begin with a verb, and few tell of something done."""
    sentences = [sentence.span() for sentence in _SENTENCE.finditer(folded, start, end)]
    to_do = sum(_TO_DO.match(folded, *span) is not None for span in sentences)
    told = sum(_TOLD.search(folded, *span) is not None for span in sentences)
    enough = len(sentences) >= _FEWEST_TO_DO and _TO_DO.match(folded, start, end) is not None
    return enough and 5 * to_do >= 3 * len(sentences) and 4 * told <= len(sentences)


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
