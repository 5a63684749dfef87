"""How an article's figures lie in its sentences.

In: a folded text and the amounts in it. Out: sentences of clauses of figures, each figure with
the words that are its own on both sides: in 检查企业6303家次，取缔5家 the second figure's left
words are 取缔.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.frames.statistic.figures.words import first_verb, words
from newsie.reading import Amount
from newsie.text import Span, Text

Link: TypeAlias = Literal["none", "list", "bare", "shared"]

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”’\"]?")
# a quotation mark where one may open or close a quotation of sentences
_BREAK = re.compile(
    r"[，；：…—\n。！？“”\"、](?:(?<![“”\"、])|(?<=[“\"])(?<![^，：。！？\n”].)|(?<=[。！？，…][”\"])"
    # 已完成85%、预计明年3月投产
    "|(?<=、)(?=预计|力争|有望))"
)
_QUOTED_NAME = re.compile(r"[“\"][^“”\"。！？，；：…\n]{1,20}[”\"]")
_JOIN = re.compile(r"、|以及|及|和|与|或者?")
_JOINED = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<!国家)(?:以及|[和及与])(?=(?!的|地区)[\u4e00-\u9fff]{2,8}的$)"
)
# 两项补贴分别惠及1188万残疾人
_THING = re.compile("[\u4e00-\u9fff]{1,3}[项类种队业品位家村镇乡市县区校厂店员级组点站团社人]")
_LONGEST_THING = 4
_REACHING = ("惠及", "涉及", "普及", "波及", "危及", "触及", "参与")
_ASIDE = re.compile(r"（[^（）\n]{0,30}）")
_NOTHING = frozenset(("", "共", "合计", "共计", "总计"))
# 惠及11个村2.4万名群众: what the first figure counts is no part of the second's words
_PLACES = re.compile(r"(?:行政|自然|贫困)?(?:村|社区|乡镇|镇街|街道|镇|乡|县区?|小区|村民小组)(?:（社区）)?")
_SUM_UP = re.compile(r"(?P<what>[\u4e00-\u9fff]{1,8}?)(?:共计|合计|总计|共)")
_STOPS = frozenset("。！？；：，…”’、")
_LONGEST_TITLE = 40
# a list of the day's news: 3.全国粮食产量再创新高；
_ITEM = re.compile(
    r"(?:[0-9]{1,2}(?:[.、](?![0-9])|\.(?=20[0-9]{2}(?![0-9.])))|（[0-9]{1,2}）)[^\n]{4,90}(?:；|$)"
)
# the mark before the next item of such a list, when it is printed on: 6.国内联播快讯：（1）…；（2）…
NEXT_ITEM = re.compile(r"[；：](?=[0-9]{1,2}[.、](?:[^0-9\n]|20[0-9]{2}(?![0-9.]))|（[0-9]{1,2}）)")
# 总投资：12亿元, 建筑面积：约3万平方米: a label and its figure; not 他说：200万元
_LABEL = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?<![说道称示出为是下到有调求明露知问答中])：(?:约|近|超过?|逾|不低于)?$"
)
_LABEL_TAIL = 5
_NUMERAL = re.compile("[0-9][0-9.,]*")
_PARTED = re.compile("[\u4e00-\u9fff％%][\u4e00-\u9fff0-9“]")
# 夏粮丰收 产量突破3000亿斤: of what is said in the part before
_BARE = re.compile(
    "(?:总?产量|总?面积|产销量?|产值|销量|死亡|受伤|总?收入|客流量?|参保率|覆盖率|合格率)(?:均|将|有望|预计|再)?(?:突破|超过?|达到?|近|约|逾|增长?|[0-9]|为|创)"
)
_PAIR = re.compile(r"[省市县区镇乡村户人]、[省市县区镇乡村户人]")


class Figure(NamedTuple):
    """An amount and the words around it; all spans are offsets into the folded text.

    Attributes:
        amount: the amount.
        span: where it stands.
        unit: its unit.
        clause: the clause it stands in.
        left: its own words in front.
        right: its own words behind.
        link: how it hangs on the figure before it in the clause: `list` (A5项、B6项), `bare`
            (386户1274人), `shared` (企业 in 86家企业提供岗位3120个 belongs to both), or not at all.
    """

    amount: Amount
    span: Span
    unit: str
    clause: Span
    left: Span
    right: Span
    link: Link


class Clause(NamedTuple):
    """What stands between two commas."""

    span: Span
    figures: tuple[Figure, ...]


class Sentence(NamedTuple):
    """A sentence and its clauses.

    Attributes:
        span: where it stands.
        number: its place among the sentences.
        paragraph: the number of its paragraph.
        clauses: in order.
    """

    span: Span
    number: int
    paragraph: int
    clauses: tuple[Clause, ...]


def item_gaps(text: Text) -> tuple[int, ...]:
    """Return where a space stood in the items of a list of news, which parts two titles: 某地发生地震 致69人死亡；."""
    folded = text.folded
    return tuple(
        place
        for item in _ITEM.finditer(folded)
        for place in range(item.start() + 1, item.end())
        if text.spaced(place)
        and _PARTED.match(folded, place - 1)
        and not _BARE.match(folded, place)
        and not _is_set_apart(text, place)
    )


def _is_set_apart(text: Text, place: int) -> bool:
    """Tell whether the space at `place` is that before a numeral with one behind it, too: 超 439 万辆次."""
    numeral = _NUMERAL.match(text.folded, place)
    return numeral is not None and text.spaced(numeral.end())


def lay_out(
    folded: str, amounts: Sequence[Amount], closed: Sequence[Span] = (), gaps: Sequence[int] = ()
) -> tuple[Sentence, ...]:
    """Return the sentences of a folded text with their figures.

    `closed` are spans that no boundary may cut, sorted: titles 《…》, dates (“十四五”期间), 3—8厘米; at
    `gaps` a clause ends without a mark.
    """
    masked = _mask(_joined(folded, amounts), closed)
    sentences: list[Sentence] = []
    paragraph = done = 0
    waiting = deque(amounts)
    for match in _SENTENCE.finditer(masked):
        start, end = match.span()
        paragraph += masked.count("\n", done, start)
        done = start
        spans = _clauses(masked, start, end)
        if gaps:
            spans = (span for whole in spans for span in _parted(whole, gaps))
        if waiting and waiting[0].start < end:
            clauses = tuple(lay_clause(folded, span, _within(span, waiting)) for span in spans)
        else:
            clauses = tuple(Clause(span, ()) for span in spans)
        sentences.append(Sentence((start, end), len(sentences), paragraph, clauses))
    return tuple(sentences)


def _joined(folded: str, amounts: Sequence[Amount]) -> str:
    """Return the text with the colons between labels and their figures blotted out."""
    if "：" not in folded:
        return folded
    marks = [
        label.start()
        for amount in amounts
        if (label := _LABEL.search(folded, max(0, amount.start - _LABEL_TAIL), amount.start))
    ]
    parts = [folded[start + 1 : end] for start, end in pairwise((-1, *marks, len(folded)))]
    return "X".join(parts)


def _mask(folded: str, closed: Sequence[Span]) -> str:
    """Return the text with closed spans and quoted names (“四上”企业) blotted out."""
    parts: list[str] = []
    done = 0
    for start, end in closed:
        parts += folded[done:start], "X" * (end - max(start, done))
        done = max(end, done)
    masked = "".join(parts) + folded[done:]
    masked = _QUOTED_NAME.sub(lambda name: "X" * len(name.group()), masked)
    # （2）某地设立指导中心 为企业挽回损失6亿元；: a title of two parts
    masked = _ITEM.sub(lambda item: item.group().replace(" ", "，"), masked) if " " in masked else masked
    return NEXT_ITEM.sub("。", masked)


def _clauses(masked: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for match in _BREAK.finditer(masked, start, end):
        if match.start() > begin:
            yield begin, match.start()
        begin = match.end()
    if end > begin:
        yield begin, end


def _parted(span: Span, gaps: Sequence[int]) -> Iterator[Span]:
    """Yield the parts of a span between the gaps inside it."""
    inside = gaps[bisect_right(gaps, span[0]) : bisect_left(gaps, span[1])]
    yield from pairwise((span[0], *inside, span[1]))


def _within(span: Span, waiting: deque[Amount]) -> list[Amount]:
    """Take the amounts of a clause from the front of those that wait."""
    own: list[Amount] = []
    while waiting and waiting[0].start < span[1]:
        amount = waiting.popleft()
        if span[0] <= amount.start and amount.end <= span[1]:
            own.append(amount)
    return own


def lay_clause(folded: str, span: Span, amounts: Sequence[Amount]) -> Clause:
    """Return the clause at `span` with its amounts as figures."""
    return Clause(span, tuple(_figures(folded, span, amounts)) if amounts else ())


def _figures(folded: str, clause: Span, amounts: Sequence[Amount]) -> Iterator[Figure]:
    """Deal the words between neighbouring amounts out to them."""
    left = clause[0]
    link: Link = "none"
    for index, amount in enumerate(amounts):
        following = amounts[index + 1].start if index + 1 < len(amounts) else clause[1]
        right, next_left, next_link = _between(folded, amount.end, following)
        after = amounts[index + 1] if index + 1 < len(amounts) else None
        if after and next_link == "shared" and _side_by_side(folded, amount, after):
            next_left, next_link = following, "list"
        if index + 1 == len(amounts):
            right = clause[1]
        yield Figure(
            amount=amount,
            span=(amount.start, amount.end),
            unit=amount.quantity.unit,
            clause=clause,
            left=(left, amount.start),
            right=(amount.end, right),
            link=link,
        )
        left, link = next_left, next_link


def _side_by_side(folded: str, amount: Amount, after: Amount) -> bool:
    """Tell whether two things are counted one behind the other: 6个大项11个分项64个小项."""
    start, end = amount.end, after.start
    if not 2 <= end - start <= _LONGEST_THING or not _THING.fullmatch(folded, start, end):
        return False
    counts = amount.quantity.unit not in words("scale") and after.quantity.unit not in words("scale")
    return counts and first_verb(folded, start - 1, end) is None


def _between(folded: str, start: int, end: int) -> tuple[int, int, Link]:
    """Return where the first amount's words end, where the next one's begin, and their link."""
    if folded[start:end].strip() in _NOTHING:
        return start, end, "bare"
    opening = _JOIN.match(folded, start, end)
    if opening:
        return start, opening.end(), "list"
    opened = folded.find("（", start, end)
    if opened >= start and folded.find("）", opened, end) < 0 and end - opened > 1:
        # 幼儿园71所（民办29所）: the words in the bracket are of the second
        return opened, opened + 1, "shared"
    cut: re.Match[str] | None = None
    between = _ASIDE.sub(lambda aside: "X" * len(aside.group()), folded[start:end])
    for match in re.finditer("、", between):
        if not _PAIR.match(folded, start + match.start() - 1, end):
            cut = match
    if cut is not None:
        return start + cut.start(), start + cut.end(), "list"
    # 16名专业技术人才和自主增派的11名教师
    joined = _JOINED.search(between)
    if joined:
        return start + joined.start(), start + joined.end(), "list"
    for word in ("以及", "及", "和", "与"):
        if folded.endswith(word, start, end) and not folded.endswith(_REACHING, start, end):
            return end - len(word), end, "list"
    counted = _counted(folded, start, end)
    return (counted, end, "bare") if counted else (end, start, "shared")


def _counted(folded: str, start: int, end: int) -> int | None:
    """Return where the words between two amounts end that only say what the first counts: 11个村2.4万人, 4个市共11个县."""
    if _PLACES.fullmatch(folded, start, end):
        return end
    sum_up = _SUM_UP.fullmatch(folded, start, end)
    if sum_up and first_verb(folded, start, sum_up.end("what")) is None:
        return sum_up.end("what")
    return None


def sections(
    folded: str, sentences: Sequence[Sentence], stories: Sequence[int] = ()
) -> Iterator[Sequence[Sentence]]:
    """Yield the sentences between the lines that are titles of their own: a digest has several.

    A title is a whole paragraph that ends in no stop; a text with one of them only is all one section.
    Each item of a numbered list of news is a section too, and what begins at one of `stories`.
    """
    titles = [
        index
        for index, sentence in enumerate(sentences[:-1])
        if _is_title(folded, sentence, sentences[index - 1] if index else None, sentences[index + 1])
    ]
    items = [index for index, sentence in enumerate(sentences) if _ITEM.match(folded, *sentence.span)]
    starts = frozenset(stories)
    told = [index for index, sentence in enumerate(sentences) if sentence.span[0] in starts]
    begins = sorted({0, *told, *(titles if len(titles) > 1 else ()), *(items if len(items) > 1 else ())})
    for begin, end in zip(begins, [*begins[1:], len(sentences)], strict=True):
        if end > begin:
            yield sentences[begin:end]


def _is_title(folded: str, sentence: Sentence, before: Sentence | None, after: Sentence) -> bool:
    alone = after.paragraph != sentence.paragraph and (
        before is None or before.paragraph != sentence.paragraph
    )
    length = sentence.span[1] - sentence.span[0]
    return alone and length <= _LONGEST_TITLE and folded[sentence.span[1] - 1] not in _STOPS
