"""Headline lines to stories: which story a headline is for, and what each line of it is.

A headline as a rule stands right before its story; on many pages some stand after it, or far
from it at the foot of the page. Where it stands and what it says decide together: the words
it shares with a story, each weighed by how few stories of the page have it.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from operator import add

from newsie.clean import Line, spaced, width
from newsie.divide.drafts import Draft, Head
from newsie.divide.lines import NOTICE
from newsie.lexicon import words
from newsie.text import Text

_HAN_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff0-9A-Za-z]+")
_ORDERS = re.compile(r"(?:强调|指出|要求|表示|提出|时说|希望|寄语|勉励|叮嘱|部署)$")
_HELD = re.compile(r"(?:召开|举行|开幕|闭幕|揭牌|启动|开班|落幕|成立|揭晓|签约|开工|通车|投产)$")
_PRESENT = re.compile(r"(?:出席|主持|参加|讲话|致辞|陪同)")
# 某某作政府工作报告 某某主持
_REPORTED = re.compile(r"作[^\s]{0,12}报告\s[^\s]{2,4}主持$")
# 市人大常委会调研组 / 来我市调研: the second line has no subject of its own
_PREDICATE = re.compile(
    r"(?:来|赴|到|在|向|为|对|更|再)[\u4e00-\u9fff]{2,8}$|(?:召开|举行|举办|开展|启动|揭牌|成立|开幕)"
)
# 平稳开局, 督办, 场所, 全部 end like a body's name and are none
_NO_ORGAN = re.compile(
    r"(?:[开格布结全大破僵棋]局|[督主举承创协筹包]办|[场厕住]所|[全干内外局东西南北中]部"
    r"|[农乡新]村|[城乡]镇|[为以].{1,6}中心|[驿车]站)$|^[把让将]|建成|打造"
)
# 严 防 死 守: set wide, as only the headline is
_WIDE = re.compile(r"[^\s0-9A-Za-z](?:\s[^\s0-9A-Za-z]){3,}")
_DONE = re.compile(r"(?:审议|讨论|调研|视察|检查|督导)[\u4e00-\u9fff]{0,6}$")
# 我市举行重大项目集中开工活动 over 48个项目开工 总投资312.6亿元
_EVENT = re.compile(r"(?:举行|举办|召开)[^，\s]{2,24}(?:活动|仪式|大会|会议)$")
# 上半年我市自营出口增长14.2% has its own beginning
_PERIOD = re.compile(
    r"(?:上半年|下半年|今年|去年|全年|本月|首季|[前首][0-9一二三四五六七八九十]{1,3}[个季]|[一二三四]季度)"
)
# 市人大常委会检查 / 大气污染防治法实施情况: the second line is what was inspected
_OPEN_END = re.compile(r"(?<![工])(?:检查|视察|调研|考察|督查|督导|督办|听取|审议|推进|部署)$")
_OBJECT = re.compile(r"^[^，。\s]{2,20}(?:情况|工作|项目|建设|报告)$")
# 某区党政代表团到我县 / 考察扶贫协作工作
_CAME = re.compile(r"[到来赴]我?[省市县区州盟旗镇乡]$")
_CAME_TO = re.compile(r"(?:考察|调研|视察|检查|督查|督导|学习|走访|慰问|对接|洽谈)")
# 研究部署双联行动 / 市委常委会召开会议
_AGENDA = re.compile(r"(?:研究|传达|学习|部署|审议|听取|安排|讨论)")
_SESSION = re.compile(r"(?:召开|举行)[^，\s]{0,8}会议?$")
_DAY_NAMED = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日")
# 总投资214.6亿元 over 52个项目春季集中开工
_SUM_ALONE = re.compile(r"(?:计划|预计)?总?投资(?:额|约|达|超)?[0-9.]{1,9}[万亿]元")
_PERIOD_OF_AREA = re.compile(rf"(?:{_PERIOD.pattern})[我全][国省市县区州盟旗][^，。\s]{{2,20}}[0-9]")
_URGED = re.compile(r"[把让将]")
_COLUMN_LENGTH = 4
_TOUCHING = 0.3
_OVER_BYLINE = 1.0
_BRACKETED = re.compile(r"（[^（）]{4,80}）$")
_DASH = re.compile(r"^[—－\-–]{1,2}")
_CLAUSES = re.compile(r"[^\s，。]{3,9}(?:\s[^\s，。]{3,9}){1,3}")
_DIGIT = re.compile(r"[0-9]")
_QUOTES = re.compile('[“”"‘’]')
_ORGAN_LENGTH = 16
_NEAR = 12
"""How many stories away a headline is looked for."""

_BEFORE = 0.35
_STEP = 0.1
_AFTER = 0.12
_AFTER_PHOTO = 0.25
_TAKEN = 0.25
_FAR = 0.3
_LITTLE = 0.25
_SAME_WIDTH = 4


@dataclass(frozen=True, slots=True)
class Titles:
    """The lines of one story's headline, told apart."""

    kicker: Text | None = None
    headline: Text | None = None
    subheads: tuple[Text, ...] = ()


def _grams(string: str, wanted: set[str] | None = None) -> set[str]:
    """Return the character pairs of a string, or those of them that are wanted."""
    pairs = chain.from_iterable(map(add, run, run[1:]) for run in _HAN_RUN.findall(string))
    return set(pairs) if wanted is None else wanted.intersection(pairs)


class Overlap:
    """How much of a headline's words a story has, each word weighed by its rarity on the page."""

    def __init__(self, drafts: Sequence[Draft], heads: Sequence[Head]) -> None:
        """Count in how many stories each character pair of the headlines stands."""
        own = {string: _grams(string) for string in (head.string for head in heads)}
        wanted = set().union(*own.values())
        self._grams = [_grams(_body(draft), wanted) for draft in drafts]
        count = Counter(gram for grams in self._grams for gram in grams)
        weights = {gram: math.log((len(drafts) + 1) / max(1, count[gram])) for gram in wanted}
        self._weights = {string: {gram: weights[gram] for gram in grams} for string, grams in own.items()}

    def __call__(self, string: str, index: int) -> float:
        """Return the share, 0 to 1, of a headline's weight that story `index` has."""
        weights = self._weights[string]
        total = math.fsum(weights.values())
        shared = math.fsum(weights[gram] for gram in weights if gram in self._grams[index])
        return shared / total if total else 0.0


def _body(draft: Draft) -> str:
    return "".join(piece.text.folded for piece in draft.of("body"))


def give_heads(drafts: Sequence[Draft], heads: Sequence[Head]) -> list[Head]:
    """Give each head to the story it fits best; return those that fit none.

    Stories get their heads in the order of the page.
    """
    if not heads:
        return []
    overlap = Overlap(drafts, heads)
    follow = _heads_follow(drafts, heads, overlap)
    queue = [
        (-score, at, index)
        for at, head in enumerate(heads)
        for index, score in _scores(drafts, head, _step(heads, at), overlap, follow=follow)
    ]
    heapq.heapify(queue)
    given: dict[int, int] = {}
    asked: dict[tuple[int, int], float] = {}
    while queue:
        rank, at, index = heapq.heappop(queue)
        if at in given:
            continue
        # a story may have got a headline since this score was reckoned
        penalty = _penalty(drafts[index], heads[at])
        if penalty > asked.get((at, index), 0.0):
            heapq.heappush(queue, (rank + penalty - asked.get((at, index), 0.0), at, index))
            asked[at, index] = penalty
        elif rank < 0:
            given[at] = index
            drafts[index].heads.append(heads[at])
    order = {id(head): at for at, head in enumerate(heads)}
    for draft in drafts:
        draft.heads.sort(key=lambda head: order[id(head)])
    return [head for at, head in enumerate(heads) if at not in given]


def _heads_follow(drafts: Sequence[Draft], heads: Sequence[Head], overlap: Overlap) -> bool:
    """Tell whether headlines stand after their stories on this page rather than before them."""
    inner = [head for head in heads if 0 < head.before < len(drafts)]
    before = sum(overlap(head.string, head.before) for head in inner)
    after = sum(overlap(head.string, head.before - 1) for head in inner)
    return after > before


def _step(heads: Sequence[Head], at: int) -> int:
    """Return how many heads stand between one and the story after it."""
    return sum(1 for other in heads[at + 1 : at + 9] if other.before == heads[at].before)


def _scores(
    drafts: Sequence[Draft], head: Head, step: int, overlap: Overlap, *, follow: bool
) -> list[tuple[int, float]]:
    """Return the stories that could have a head, each with its score."""
    scores: list[tuple[int, float]] = []
    before, after = (_AFTER, _BEFORE) if follow else (_BEFORE, _AFTER)
    for index in range(max(0, head.before - _NEAR), min(len(drafts), head.before + _NEAR)):
        draft = drafts[index]
        if draft.title or draft.headless:
            continue
        share = overlap(head.string, index)
        if index == head.before:
            scores.append((index, max(0.01, before - _STEP * step) + share + _touching(draft, head)))
        elif index == head.before - 1:
            near = max(after, _AFTER_PHOTO) if draft.kind == "photo" else after
            scores.append((index, near + share if share > _LITTLE / 2 or draft.kind == "photo" else 0.0))
        elif share >= _FAR:
            scores.append((index, share))
    return scores


def _touching(draft: Draft, head: Head) -> float:
    """Return what it says for a head that a blank line stands over it and none under it.

    Over a byline it says all: 数读政府工作报告 / 本报记者 某某 整理.
    """
    under = draft.pieces[0] if draft.dated and draft.pieces else None
    if under is None or not head.lines[0].gap or under.line.number != head.lines[-1].number + 1:
        return 0.0
    return _OVER_BYLINE if under.role == "byline" else _TOUCHING


def _penalty(draft: Draft, head: Head) -> float:
    """A story that has a headline needs no other, unless this one is of another sort."""
    if (
        not draft.heads
        or _over_headline(head.string)
        or all(_over_headline(one.string) for one in draft.heads)
    ):
        return 0.0
    beside = any(other.before == head.before for other in draft.heads)
    return _TAKEN / 2 if beside else 2 * _TAKEN


def _over_headline(string: str) -> bool:
    """Tell whether a head is no headline itself: an organisation, who urged what follows, a column's name."""
    return len(string) <= _COLUMN_LENGTH or is_organ(string) or _ORDERS.search(string) is not None


def is_organ(string: str) -> bool:
    """Tell whether a line is the name of a body or place, as it stands beside a headline.

    >>> is_organ("某某区应急管理局"), is_organ("筑牢安全防线 守护百姓幸福")
    (True, False)
    """
    plain = re.sub(r"\s{1,20}|：$", "", string)
    if not 2 < len(plain) <= _ORGAN_LENGTH or " " in string.strip() or re.search(r"[，。“”！？《》]", plain):
        return False
    if _NO_ORGAN.search(plain):
        return False
    return any(plain.endswith(suffix) for suffix in words("organ_suffixes.txt"))


def titles(draft: Draft) -> Titles:
    """Tell kicker, headline and subheads of a story apart."""
    if draft.title:
        return Titles(headline=spaced(draft.title))
    rows = _rows(draft.heads)
    subheads = [row for row in rows if _is_subhead(row.plain)]
    if len(rows) > 1 and _like_inner(rows[-1], draft):
        subheads.append(rows[-1])
    rows = [row for row in rows if row not in subheads]
    if len(rows) > 1:
        organs = [row for row in rows if is_organ(row.plain) or _ORDERS.search(row.plain)]
        rest = [row for row in rows if row not in organs]
        if rest and organs:
            # 某某调研时强调 / 下足绣花功夫 聚焦精准发力 / 坚决打赢攻坚战: under an order all is headline
            ordered = any(_ORDERS.search(row.plain) for row in organs) and _is_slogan(rest[0].folded)
            main = [spaced(Text.join(rest[:2], " ")), *rest[2:]] if ordered else rest
            return Titles(organs[0], main[0], (*main[1:], *organs[1:], *subheads))
    if not rows:
        return Titles(headline=subheads[0]) if subheads else Titles()
    kicker, headline, under = _main(rows, sourced=draft.sourced)
    return Titles(kicker, headline, (*under, *subheads))


def _like_inner(row: Text, draft: Draft) -> bool:
    """Tell whether the last line over a story is the first of its inner subheads: “有困难，现场办”."""
    inner = [piece.text.folded for piece in draft.of("subhead")]
    quoted = [string[0] in '“"' and string[-1] in '”"' for string in (row.folded, *inner)]
    return bool(inner) and all(quoted)


def _rows(heads: Sequence[Head]) -> list[Text]:
    """Return the lines of all heads, those that are one headline set in two joined."""
    rows: list[Text] = []
    for head in heads:
        lines = list(head.lines)
        while lines:
            taken = _set_together(lines)
            rows.append(spaced(Text.join((line.text for line in lines[:taken]), " ")))
            lines = lines[taken:]
    return rows


def _set_together(lines: Sequence[Line]) -> int:
    """Return how many lines at the front are one headline: two or three of one width.

    市十六届人大常委会 / 第三十一次会议举行 is one; an organisation under a headline is not.
    """
    if closed := _bracketed_lines(lines):
        return closed
    if len(lines) > 1 and _is_notice(lines):
        return 2
    if len(lines) > 1 and _goes_on(lines[0].text.folded, lines[1].text.folded):
        return 2
    if len(lines) > 1 and _held_over(lines[0].text.folded, lines[1].text.folded):
        return 1
    if len(lines) > 1 and _DASH.match(lines[0].text.folded) and not _DASH.match(lines[1].text.folded):
        return 2
    if len(lines) > 1 and _PREDICATE.match(lines[1].text.folded) and not _HELD.search(lines[0].text.folded):
        return 1 if is_organ(lines[0].text.folded) else 2
    for count in (3, 2):
        rows = lines[:count]
        if len(rows) == count and not any(is_organ(row.text.folded) for row in rows[1:]):
            widths = [_set_width(row.text.string) for row in rows]
            organ = is_organ(rows[0].text.folded) and not rows[1].text.folded.startswith("第")
            plain = not any(_stands_alone(row.text.folded) for row in rows)
            plain = plain and not any(_WIDE.fullmatch(row.text.folded) for row in rows)
            plain = plain and not _urged_under(rows[0].text.folded, rows[1].text.folded)
            begun = (_begins_anew(rows[0].text.folded, row.text.folded) for row in rows[1:])
            plain = plain and not any(begun) and not _SUM_ALONE.fullmatch(rows[0].text.folded)
            alike = max(widths) - min(widths) <= _SAME_WIDTH - 2 * (count - 2)
            # a line shorter than the first is its end; a longer one is set smaller, as a subhead
            shorter = count == len(lines) == 2 and widths[1] < widths[0] and not _pair(rows[0], rows[1])
            if (alike or shorter) and plain and not organ:
                return count
    return 1


def _goes_on(first: str, second: str) -> bool:
    """Tell whether a line is only begun: 市人大常委会检查 / 某某法实施情况, 某区代表团到我县 / 考察扶贫协作工作."""
    if " " in first:
        return False
    inspected = _OPEN_END.search(first) and _OBJECT.search(second)
    return bool(inspected or (_CAME.search(first) and _CAME_TO.match(second)))


def _held_over(first: str, second: str) -> bool:
    """Tell whether what a meeting was about stands over it: 研究部署双联行动 / 市委常委会召开会议."""
    return _AGENDA.match(first) is not None and _SESSION.search(second) is not None


def _begins_anew(first: str, second: str) -> bool:
    """Tell whether a line says something of its own, with figures or days, under a headline.

    我市举办产业推介会 / 现场签约项目11个 总投资46.7亿元; 考生顺利完成高考 / 成绩预计6月23日公布.
    """
    if _DIGIT.match(second) or _PERIOD.match(second) or _DAY_NAMED.search(second):
        return True
    return " " in second and " " not in first and _DIGIT.search(second) is not None


def _urged_under(first: str, second: str) -> bool:
    """Tell whether what was urged stands under what was done: 书记参加某代表团审议 / 把某县建成工业强县."""
    if second.startswith("把"):
        return "把" not in first and " " not in first
    return _URGED.match(second) is not None and _DONE.search(first) is not None


def _bracketed_lines(lines: Sequence[Line]) -> int:
    """Return how many lines at the front stand in one pair of brackets: （2019年4月15日 / 会议通过）."""
    for count in range(1, 4):
        string = "".join(line.text.folded for line in lines[:count])
        if not string.startswith("（") or count > len(lines):
            return 0
        if string.endswith("）") and string.count("（") == string.count("）") == 1:
            return count
    return 0


def _is_notice(lines: Sequence[Line]) -> bool:
    """Tell whether two lines are the title of one notice.

    某某市人大常委会 / 任免名单; 关于某某路施工期间 / 实行交通管制的通告.
    """
    first, second = lines[0].text.folded, lines[1].text.folded
    letters = re.sub(r"\s", "", second)
    if NOTICE.fullmatch(letters):  # 通 告
        return is_organ(first)
    if NOTICE.search(second) is None or " " in second:
        return False
    return is_organ(first) or not (" " in first or _HELD.search(first) or _stands_alone(first))


def _stands_alone(string: str) -> bool:
    return bool(_ORDERS.search(string) or _DASH.search(string) or _is_subhead(string))


def _pair(first: Line, second: Line) -> bool:
    """Tell whether a line of two clauses, whole by itself, stands over a line of one: a subhead."""
    return len(first.text.folded.split()) == 2 and len(second.text.folded.split()) == 1


def _set_width(string: str) -> int:
    return width(re.sub(r"[“”\"‘’\s]", "", string)) + len(re.findall(r"[“”\"‘’\s]", string))


def _is_subhead(string: str) -> bool:
    return (
        bool(_DASH.match(string) or _BRACKETED.match(string))
        or len(_PRESENT.findall(string)) > 1
        or (bool(_PRESENT.search(string)) and len(string.split()) > 2)
        or bool(_REPORTED.search(string))
    )


def _is_slogan(string: str) -> bool:
    """Tell whether a line is clauses of one length: 稳字当头 稳中求进, 转作风 提效能 开新局."""
    plain = _QUOTES.sub("", string)
    return _CLAUSES.fullmatch(plain) is not None and len(set(map(len, plain.split()))) == 1


def _main(rows: Sequence[Text], *, sourced: bool = False) -> tuple[Text | None, Text, tuple[Text, ...]]:
    """Return kicker, headline and what follows it of rows that are neither organisation nor order."""
    if len(rows) == 1:
        return None, rows[0], ()
    first, second, *rest = rows
    if rest and len(first) <= _COLUMN_LENGTH:  # 聚焦两会 / 代表委员话发展 / 把规划图变成实景画
        kicker, headline, under = _main(rows[1:], sourced=sourced)
        return kicker or first, headline, under
    if _SUM_ALONE.fullmatch(first.folded) or _held_over(first.folded, second.folded):
        return first, second, tuple(rest)
    # 实现首季开门红 多项指标好于预期 / 一季度我市地区生产总值增长5.8%
    if " " in first.folded and not _DIGIT.search(first.folded) and _PERIOD_OF_AREA.match(second.folded):
        return first, second, tuple(rest)
    if _WIDE.fullmatch(second.folded) and not _WIDE.fullmatch(first.folded):
        return first, second.substitute(r"\s+", ""), tuple(rest)
    named = len(first) <= _COLUMN_LENGTH < len(second)  # 委员声音 / 让群众在家门口看好病
    counted = " " in second.folded and _DIGIT.search(second.folded)
    if counted and " " not in first.folded and _EVENT.search(first.folded):
        return first, second, tuple(rest)
    if named or _urged_under(first.folded, second.folded):
        return first, second, tuple(rest)
    held = _HELD.search(first.folded) is not None and _is_slogan(second.folded)
    # 压实责任 真抓实干 加快推进协调发展 / 我市推进会召开: what was urged over what was held
    urged = " " in first.folded and not _HELD.search(first.folded) and " " not in second.folded
    held = held or (urged and not rest and not sourced and _HELD.search(second.folded) is not None)
    if (_is_slogan(first.folded) and not sourced) or held:
        return first, second, tuple(rest)
    return None, first, (second, *rest)
