"""What a figure measures, read from the words around it.

In: a figure and its place among others. Out: its phrase; see `Phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.frames.statistic.changes import read_change, read_share
from newsie.frames.statistic.counts import counts_right, read_count
from newsie.frames.statistic.layout import Figure
from newsie.frames.statistic.levels import level_tail, read_from, read_level
from newsie.frames.statistic.phrase import Phrase, Place
from newsie.frames.statistic.source import Source
from newsie.frames.statistic.words import first_verb, last_verb, verb_at, verb_before
from newsie.text import Span

_HELD = re.compile(r"[比较至到由从是为与占]$")
_FUNDED = re.compile(r"(?:这[个座条家一]|该)?由[^，。；\n]{2,24}?(?=(?:负责)?(?:投资|出资|总投资)$)")
_ABOUT = re.compile(r"在|深入|走进|围绕|依托|通过|针对|聚焦")
# 400万台（套）农机: the bracket varies the unit
_VARIANT = re.compile(r"（[^）\n]{1,3}）")
_BY = re.compile(r"(?:按照?|照着?|依照)[^，。；\n]{1,12}?(?:说的|要求|标准|规定)")
# 此次活动共发放资料500份
_OCCASION = re.compile(r"(?:此次|本次|该次|这次)?(?:活动|行动|演练|演习)(?:期间|中)?(?=共|累计|先后)")
_MODE = re.compile(
    r"(?:采取|采用|按照|实行|推行|通过|依托)[^，。；\n]{2,24}?(?:模式|方式|办法|机制|路子)(?=[\u4e00-\u9fff]{3})"
)
# 突破1.2亿台（套）工业和信息化部日前发布，…: what follows is other news
_OTHER_NEWS = re.compile("日前|近日|[今昨][天日]")
# 以803票当选, 以96.60分的成绩夺得冠军: what was reached stands behind
_BY_SCORE = re.compile(r"(?<![可得难加予给处])以$")
# 网络由41家医院构成: no lower end of a change
_CONSISTS = ("组成", "构成")
_TIMING = "要在于将须"
_BEHIND = re.compile(r"(?:[，的 ]|内(?![容部外地陆蒙涝控科需])){1,8}")
FROM_MANY = re.compile(r"(?:国家和地区|国家、地区|国家|(?![有是为])[\u4e00-\u9fff]{2}国家)的")
"""Behind how many countries those come from whom the next figure counts: 39个国家和地区的上千名嘉宾."""

_ENDS = "中里，； "


def read_phrase(source: Source, figure: Figure, place: Place) -> Phrase:
    """Return the phrase of `figure`, which stands at `place`."""
    string = source.string
    right = _right(string, figure, place.run)
    if figure.link == "bare" and place.previous is not None and right[0] == right[1]:
        return place.previous._replace(figure=figure)
    if right[0] in source.dates or _OTHER_NEWS.search(source.string, *right):
        # 班列累计开行一万列 今天，…: a line without a stop, and the next
        right = right[0], right[0]
    left = _left(source, figure, place)
    if string[left[1] - 1] == "以" and _BY_SCORE.search(string, *left):
        # 分别以803票、776票当选: what the list reaches stands behind its last
        result = right if right[1] > right[0] else _right(string, place.run[-1], place.run[-1:])
        return read_count(source, figure, (left[0], left[1] - 1), result, place)
    consists = string[left[1] - 1] == "由" and string.endswith(_CONSISTS, *place.run[-1].right)
    left = (left[0], left[1] - 1) if consists else left
    origin = None if consists else read_from(source, left)
    found = (
        None
        if origin
        else read_change(source, figure, left, place) or read_share(source, figure, left, place)
    )
    if found:
        return found
    behind = counts_right(source, figure, left, right) and origin is None
    level = None if behind else read_level(source, figure, left, place)
    return level or read_count(source, figure, left, right, place)


def _left(source: Source, figure: Figure, place: Place) -> Span:
    """Return the words before the figure without connectives, dates and subject."""
    string = source.string
    start, end = figure.left
    if start < place.topic.begin <= end:
        start = place.topic.begin
    many = FROM_MANY.match(string, start, end)
    start = many.end() if many else start
    while start < end and string[start] in "的 ":
        start += 1
    while end > start and string[end - 1] == " ":
        end -= 1
    start, end = _without_dates(source, source.skip_lead(start, end), end)
    if string.endswith("总投资", start, end) and verb_at(string, start, end) == end - 3:
        # 实施总投资11亿元的项目
        start = end - 3
    occasion = _OCCASION.match(string, start, end - 1)
    start = source.skip_lead(occasion.end(), end) if occasion else start
    by = _BY.match(string, start, end - 1) or _MODE.match(string, start, end - 2)
    start = by.end() if by else start
    funded = _FUNDED.match(string, start, end)
    if funded:
        return funded.end(), end
    if _ABOUT.match(string, start, end):
        verb = last_verb(string, start + 2, end - 1)
        start = verb[0] if verb else start
    return start, end


def _without_dates(source: Source, start: int, end: int) -> Span:
    """Return the words behind the last date between two offsets, or before it if they say more."""
    for at in range(start, end - 1):
        date = source.dates.get(at)
        if date is None or date.end >= end - 1:
            continue
        if _HELD.search(source.string, start, at):
            continue
        if start < at and verb_before(source.string, start, at) < at:
            # 发放2017年优待金: the date belongs to what is paid
            continue
        later = source.skip_lead(date.end, end)
        if start < at and level_tail().fullmatch(source.string, later, end):
            # 投资到位率年底达到85%以上: behind the date stands only the verb
            return start, start + len(source.words((start, at)).rstrip(_TIMING))
        if end - later >= 2:
            start = later
    return start, end


def _doubled(string: str, figure: Figure, further: Figure) -> bool:
    """Tell whether two figures count one thing in two measures: 完成3800户、58万平方米棚户区改造."""
    if further.link != "list" or further.left[0] != further.left[1] or figure.unit == further.unit:
        return False
    start, end = figure.left
    # not 发展到5个棚、3亩
    acts = start < end and string[end - 1] not in "到至" and first_verb(string, start, end)
    return string[figure.span[1]] == "、" and bool(acts)


def _right(string: str, figure: Figure, run: Sequence[Figure]) -> Span:
    """Return the words behind the figure that can name what it counts."""
    start, end = figure.right
    for further in run[1:]:
        if start != end or not (further.link == "bare" or _doubled(string, figure, further)):
            break
        start, end = further.right
    variant = _VARIANT.match(string, start, end)
    start = variant.end() if variant else start
    particles = _BEHIND.match(string, start, end)
    start = particles.end() if particles else start
    closing = string.find("）", start, end)
    if closing >= 0 and string.find("（", start, closing) < 0:
        end = closing
    # 飞抵这里
    here = string.endswith(("这里", "那里"), start, end)
    while end > start and not here and string[end - 1] in _ENDS:
        end -= 1
    return start, max(start, end)
