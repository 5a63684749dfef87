"""The lines of one story's headline: kicker, headline and subheads told apart (引题、主题、副题)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from newsie import patterns as re
from newsie.clean import Line, spaced, width
from newsie.divide.columns import is_long
from newsie.divide.drafts import Draft, Head, closes
from newsie.divide.lines import NOTICE
from newsie.divide.top import is_speaker
from newsie.divide.wording import (
    COLUMN_LENGTH,
    DASH,
    DIGIT,
    HELD,
    IN_SESSION,
    ORDERS,
    PERIOD,
    TOPIC,
    begins_anew,
    goes_on,
    held_over,
    is_couplet,
    is_organ,
    is_slogan,
    is_subhead,
    is_told_of,
    stands_alone,
    urged_under,
)
from newsie.lexicon import words
from newsie.text import Text

# 市人大常委会调研组 / 来我市调研: the second line has no subject of its own
_PREDICATE = re.compile(
    r"(?:来|赴|到|在|向|为|对|更|再)[\u4e00-\u9fff]{2,8}$|(?:拟|将|已|有望)[^，。\s]{3,14}$|(?:召开|举行|举办|开展|启动|揭牌|成立|开幕)"
)
# 严 防 死 守: set wide, as only the headline is
_WIDE = re.compile(r"[^\s0-9A-Za-z](?:\s[^\s0-9A-Za-z]){3,}")
# 我市举行重大项目集中开工活动 over 48个项目开工 总投资312.6亿元
_EVENT = re.compile(r"(?:举行|举办|召开)[^，\s]{2,24}(?:活动|仪式|大会|会议)$")
# 总投资214.6亿元 over 52个项目春季集中开工
_SUM_ALONE = re.compile(r"^(?:计划|预计)?总?投资(?:额|约|达|超)?[0-9.]{1,9}[万亿]元$")
_PERIOD_OF_AREA = re.compile(rf"(?:{PERIOD.pattern})[我全][国省市县区州盟旗][^，。\s]{{2,20}}[0-9]")
# 要让群众真受益: what was asked for in the line above
_DEMAND = re.compile("[要让](?!闻)|务必|必须|确保")
_THRICE = re.compile("([\u4e00-\u9fff])[\u4e00-\u9fff]\\1[\u4e00-\u9fff]\\1[\u4e00-\u9fff]")
_URGED = re.compile("[抓守做办建打用管护]好|推[动进]|筑牢|落实|夯实|扎实|全力|切实|坚决|确保|打[响造赢]")
_LONGEST_SUBJECT = 10
_TAG = re.compile(r"(?:【[^【】0-9]{2,24}】|[〔［\[](?P<page>[\u4e00-\u9fff]{2,4})[〕］\]])\s?(?=.{6})")
_SITE_BEHIND = re.compile(
    "(?<=[^-_|—－–]{6})\\s?[-_|–]\\s?[\u4e00-\u9fff]{2,10}(?:网|网站|日报|晚报|在线|频道|新闻中心|融媒体中心|人民政府)$"
)
_LABEL = re.compile("(?:标题|题目)\\s?：\\s?(?=.{4})")
_NUMBER = re.compile(r"(?:[0-9]{1,2}[.、．](?![0-9])|[一二三四五六七八九十]{1,3}、|[①-⑳])\s?(?=.{4})")
_LONGEST_MAIN = 22
_SHORTEST_WHOLE = 10
# “菜价涨没涨，老百姓最有发言权” under 市长“微服”逛菜市
_SAID = re.compile("“[^“”]{2,14}，[^“”]{2,14}”")
# 众志成城 抗洪救灾 over the headline: what a series is called
_IDIOMS = re.compile(r"[\u4e00-\u9fff]{4}\s{1,2}[\u4e00-\u9fff]{4}")
_THREE = re.compile(r"[^\s，。]{3,9}(?:\s{1,2}[^\s，。]{3,9}){2,4}")
# 集中开工仪式举行 总投资186.5亿元 over 32个重大项目集中开工
_WITH_SUM = re.compile(r"(?:举行|召开|启动)\s{1,2}总?投资[^\s]{2,12}$")
# 总投资2.6亿元 新增供热面积180万平方米 over 某某热电工程点火供暖; 来自某某项目的报道
_IN_ALL = re.compile(r"^总[^\s]{2,4}[0-9][^\s]{1,8}\s[^\s]{2,12}[0-9][^\s]{1,8}$|^来自[^，。]{4,24}的?报道$")
# 前三季度经济“成绩单”出炉 over 我市生产总值同比增长8.4%
_ISSUED = re.compile(r"(?:出炉|公布|发布|揭晓)$")
# 学习贯彻党的某大精神, 创建全国文明城市 over a headline: the campaign of which many stories are told
_CAMPAIGN = re.compile(
    r"学习(?:宣传)?贯彻[^，。\s]{2,14}精神|(?:喜迎|献礼|庆祝)[^，。\s]{2,14}(?:大|两会|周年|华诞)"
    r"|(?:争创|创建|共创)[^，。\s]{0,4}(?:文明|卫生|园林|森林|平安|双拥|食品安全|环保|示范)[^，。\s]{0,6}(?:城市|县城|[城县市区旗])"
    r"|[^，。\s]{0,8}我为群众办实事[^，。\s]{0,6}|(?:开展|深化)?[^，。]{2,16}(?:主题教育|党史学习教育|专项斗争|攻坚战)"
    r"|我们的节日\s?[·•—]?\s?[^，。]{0,6}|(?:决胜|决战)[^，。\s]{2,8}(?:\s(?:决胜|决战)[^，。\s]{2,8})?"
)
_SAME_WIDTH = 4
# 政府工作报告; ——在青河县第十四届人民代表大会第三次会议上
_DELIVERED = re.compile(
    "报\\s?告(?:（[^（）]{1,12}）)?$|讲话$|致辞$|演讲$|发言$|会议?上(?:的(?:讲话|报告|发言))?$"
)


@dataclass(frozen=True, slots=True)
class Titles:
    """The lines of one story's headline, told apart."""

    kicker: Text | None = None
    headline: Text | None = None
    subheads: tuple[Text, ...] = ()


def titles(draft: Draft) -> Titles:
    """Tell kicker, headline and subheads of a story apart."""
    if draft.title:
        return Titles(headline=spaced(draft.title))
    rows = _rows(draft.heads, unbroken=_is_unwrapped(draft))
    if any(_DELIVERED.search(row.folded) for row in rows):
        rows = [row for row in rows if not is_speaker(row.folded)]
    if len(rows) > 1 and _is_campaign(rows[0].folded, rows[1].plain):
        rows = rows[1:]
    dashed = next((at for at, row in enumerate(rows) if at > 1 and DASH.match(row.folded)), None)
    if dashed:
        # 在希望的田野上 / 一片“云雾叶” 富了半边山 / ——某县茶产业见闻: what stands over the dash is the headline
        return Titles(rows[dashed - 2], rows[dashed - 1], (*rows[: dashed - 2], *rows[dashed:]))
    subheads = [row for row in rows if is_subhead(row.folded)]
    if len(rows) > 1 and _like_inner(rows[-1], draft):
        subheads.append(rows[-1])
    rows = [row for row in rows if row not in subheads]
    if len(rows) > 1:
        organs = [row for row in rows if _are_organs(row.folded) or ORDERS.search(row.folded)]
        rest = [row for row in rows if row not in organs]
        if rest and organs:
            # 某某调研时强调 / 下足绣花功夫 聚焦精准发力 / 坚决打赢攻坚战: under an order all is headline
            # and 农村饮水安全工程 / 要让群众真受益
            spoken = is_slogan(rest[0].folded) or (len(rest) > 1 and _DEMAND.match(rest[1].folded))
            ordered = spoken and any(ORDERS.search(row.folded) for row in organs)
            main = [spaced(Text.join(rest[:2], " ")), *rest[2:]] if ordered else rest
            return Titles(organs[0], main[0], (*main[1:], *organs[1:], *subheads))
    if not rows:
        return Titles(headline=subheads[0]) if subheads else Titles()
    kicker, headline, under = _main(rows, sourced=draft.sourced)
    return Titles(kicker, headline, (*under, *subheads))


def _is_campaign(over: str, under: str) -> bool:
    """Tell whether a line over a headline names a campaign: a column's title, of no story."""
    if _CAMPAIGN.fullmatch(over) is None or is_couplet(over, under):
        return False
    return not _URGED.match(under) and re.search("动员|召开|举行|开展", over) is None


def _like_inner(row: Text, draft: Draft) -> bool:
    """Tell whether the last line over a story is the first of its inner subheads: “有困难，现场办”."""
    inner = [piece.text.folded for piece in draft.of("subhead")]
    quoted = [string[0] in '“"' and string[-1] in '”"' for string in (row.folded, *inner)]
    return bool(inner) and all(quoted)


def _is_unwrapped(draft: Draft) -> bool:
    """Tell whether every line of a story's text is a whole paragraph: then its headline is one line, too."""
    body = draft.of("body")
    whole = sum(is_long(piece.line) and closes(piece.text.string) for piece in body)
    return whole > 1 and whole * 3 > len(body) * 2


def _rows(heads: Sequence[Head], *, unbroken: bool) -> list[Text]:
    """Return the lines of all heads, those that are one headline set in two joined; none is broken in `unbroken` text."""
    rows: list[Text] = []
    for group in _groups(heads):
        lines = group
        while lines:
            taken = _set_together(lines, unbroken=unbroken)
            row = _untagged(spaced(Text.join((line.text for line in lines[:taken]), " ")))
            if rows and (goes_on(rows[-1].folded, row.folded) or _predicated(rows[-1].folded, row.folded)):
                rows[-1] = spaced(Text.join((rows[-1], row), " "))
            else:
                rows.append(row)
            lines = lines[taken:]
    return rows


def _untagged(row: Text) -> Text:
    """Return a headline without a label or number, the name of a page or a series in front of it, and a website's behind it.

    标题：某某县召开推进会; 2.某村修渠; 【民生】某区：老小区“逆生长”; 某县春茶丰收-某某新闻网.
    """
    labelled = _LABEL.match(row.folded) or _NUMBER.match(row.folded)
    row = row[labelled.end() :] if labelled else row
    site = _SITE_BEHIND.search(row.folded)
    row = row[: site.start()] if site else row
    tag = _TAG.match(row.string)
    paged = tag is not None and (
        not tag["page"] or tag["page"] in words("sections.txt") or tag["page"] in words("columns.txt")
    )
    return row[tag.end() :].strip() if tag and paged else row


def _are_organs(string: str) -> bool:
    """Tell whether a line names bodies: 县国税局 县地税局."""
    return is_organ(re.sub(r"\s", "", string)) or all(map(is_organ, string.split()))


def _predicated(first: str, second: str) -> bool:
    """Tell whether a line has its subject in the line above: 市政协委员 / 为古城保护建言."""
    if " " in first or HELD.search(first) or is_organ(first) or ORDERS.search(first) or DIGIT.search(first):
        return False
    return len(first) <= _LONGEST_SUBJECT and _PREDICATE.match(second) is not None


def _groups(heads: Sequence[Head]) -> Iterator[Sequence[Line]]:
    """Yield the lines of each head, the two halves of a slogan by themselves, though a blank line parts them."""
    lines = [line for head in heads for line in head.lines]
    ends = set(accumulate(len(head.lines) for head in heads))
    begun = at = 0
    while at < len(lines):
        halves = lines[at : at + 2]
        coupled = _is_couplet(halves)
        if coupled or at in ends:
            if lines[begun:at]:
                yield lines[begun:at]
            begun = at
        if coupled:
            while _is_couplet(lines[at + 1 : at + 3]):
                at += 1  # 比干劲 / 看变化 / 促发展
            yield lines[begun : at + 2]
            begun = at + 2
        at += 2 if coupled else 1
    if lines[begun:]:
        yield lines[begun:]


def _couplets(lines: Sequence[Line]) -> int:
    """Return how many lines there are if all are pieces of one slogan."""
    return len(lines) if len(lines) > 1 and all(map(_is_couplet, pairwise(lines))) else 0


def _is_couplet(lines: Sequence[Line]) -> bool:
    return len(lines) == 2 and is_couplet(*(line.text.folded for line in lines))


def _set_together(lines: Sequence[Line], *, unbroken: bool) -> int:
    """Return how many lines at the front are one headline: two or three of one width.

    市十六届人大常委会 / 第三十一次会议举行 is one; an organisation under a headline is not.
    """
    if closed := _bracketed_lines(lines) or _couplets(lines):
        return closed
    if len(lines) > 1 and _is_notice(lines):
        return 2
    if len(lines) > 1 and (goes_on(*_two(lines)) or _urged_thrice(*_two(lines))):
        return 2
    if len(lines) > 1 and held_over(lines[0].text.folded, lines[1].text.folded):
        return 1
    if len(lines) > 1 and DASH.match(lines[0].text.folded) and not DASH.match(lines[1].text.folded):
        return 2
    if len(lines) > 1 and _PREDICATE.match(lines[1].text.folded) and not HELD.search(lines[0].text.folded):
        return 1 if is_organ(lines[0].text.folded) else 2
    return 1 if unbroken and len(lines[0].text) >= _SHORTEST_WHOLE else _set_alike(lines)


def _set_alike(lines: Sequence[Line]) -> int:
    """Return how many lines at the front are one headline by how wide they are."""
    for count in (3, 2):
        rows = lines[:count]
        if len(rows) == count and not any(is_organ(row.text.folded) for row in rows[1:]):
            widths = [_set_width(row.text.string) for row in rows]
            organ = is_organ(rows[0].text.folded) and not rows[1].text.folded.startswith("第")
            plain = not any(stands_alone(row.text.folded) for row in rows)
            plain = plain and not any(_WIDE.fullmatch(row.text.folded) for row in rows)
            plain = plain and not urged_under(rows[0].text.folded, rows[1].text.folded)
            # 区委常委会召开会议 / 以改革破题 以实干交卷
            plain = plain and not (IN_SESSION.search(rows[0].text.folded) and _is_two(rows[1].text.folded))
            plain = plain and not _IDIOMS.fullmatch(rows[0].text.folded)
            # 原原本本学 带着问题研 联系实际改 / 主题教育读书班开班
            plain = plain and not (_THREE.fullmatch(rows[0].text.folded) and " " not in rows[1].text.folded)
            plain = plain and not is_told_of(rows[0].text.folded, rows[1].text.folded)
            begun = (begins_anew(rows[0].text.folded, row.text.folded) for row in rows[1:])
            plain = plain and not any(begun) and not _SUM_ALONE.fullmatch(rows[0].text.folded)
            alike = max(widths) - min(widths) <= _SAME_WIDTH - 2 * (count - 2)
            # a line shorter than the first is its end; a longer one is set smaller, as a subhead
            shorter = count == len(lines) == 2 and widths[1] < widths[0] and not _pair(rows[0], rows[1])
            if (alike or shorter) and plain and not organ:
                return count
    return 1


def _two(lines: Sequence[Line]) -> tuple[str, str]:
    return lines[0].text.folded, lines[1].text.folded


def _urged_thrice(first: str, second: str) -> bool:
    """Tell whether two lines are one demand: 从严从紧从细 / 抓好秋冬季疫情防控."""
    return _THRICE.fullmatch(first) is not None and _URGED.match(second) is not None


def _is_two(string: str) -> bool:
    """Tell whether a line is a slogan of several clauses."""
    return " " in string and is_slogan(string)


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
    told = HELD.search(first) or re.search("召开|举行", first) or stands_alone(first)
    return is_organ(first) or not (" " in first or told)


def _pair(first: Line, second: Line) -> bool:
    """Tell whether a line of two clauses, whole by itself, stands over a line of one: a subhead."""
    return len(first.text.folded.split()) == 2 and len(second.text.folded.split()) == 1


def _set_width(string: str) -> int:
    return width(re.sub(r"[“”\"‘’\s]", "", string)) + len(re.findall(r"[“”\"‘’\s]", string))


def _main(rows: Sequence[Text], *, sourced: bool = False) -> tuple[Text | None, Text, tuple[Text, ...]]:
    """Return kicker, headline and what follows it of rows that are neither organisation nor order."""
    if len(rows) == 1:
        return None, rows[0], ()
    first, second, *rest = rows
    over, under = first.folded, second.folded
    # 聚焦两会 / 代表委员话发展 / 把规划图变成实景画; 大抓项目 抓大项目 / …… / ……
    if rest and (len(first) <= COLUMN_LENGTH or _IDIOMS.fullmatch(over)):
        kicker, headline, below = _main(rows[1:], sourced=sourced)
        return kicker or first, headline, below
    # 生产总值增长11.6% 投资拉动作用明显 / 首季经济止跌企稳
    told = DIGIT.search(under) or re.search("举行|召开|举办", under)
    if " " in over and " " not in under and DIGIT.search(over) and not told and not rest:
        return first, second, ()
    if TOPIC.match(over) and len(over) < len(under):
        return first, second, tuple(rest)
    if _WIDE.fullmatch(under) and not _WIDE.fullmatch(over):
        return first, second.substitute(r"\s+", ""), tuple(rest)
    said = _SAID.fullmatch(under) and " " not in over and not HELD.search(over)
    if said or _adds_up(over, under) or urged_under(over, under) or len(first) <= COLUMN_LENGTH < len(second):
        return first, second, tuple(rest)
    if not is_told_of(over, under) and _urged_over(over, under, alone=not rest, sourced=sourced):
        return first, second, tuple(rest)
    return None, first, (second, *rest)


def _adds_up(over: str, under: str) -> bool:
    """Tell whether one of two lines has the figures of the other: then the first is a kicker.

    总投资2.6亿元 新增供热面积180万平方米 / 某某热电工程点火供暖; 实现首季开门红 多项指标好于预期 / 一季度我市生产总值增长5.8%.
    """
    if any(pattern.search(over) for pattern in (_WITH_SUM, _IN_ALL, _SUM_ALONE)) or held_over(over, under):
        return True
    # 市民投诉非法营运 记者连续三天暗访 over “摩的”围站，乘客“突围”难！
    if under.endswith(("！", "？")) and not over.endswith(("！", "？")):
        return True
    if _ISSUED.search(over) and DIGIT.search(under) and not DIGIT.search(over):
        return True
    if " " in under and DIGIT.search(under) and " " not in over and _EVENT.search(over):
        return True
    quoted = "“" in over and " " not in over
    told = quoted or DIGIT.search(over) or HELD.search(over)
    return not told and _PERIOD_OF_AREA.match(under) is not None


def _urged_over(over: str, under: str, *, alone: bool, sourced: bool) -> bool:
    """Tell whether a slogan over a line is its kicker: 压实责任 真抓实干 加快推进协调发展 / 我市推进会召开."""
    # 鼓声震左水 健儿竞风流 / 第十届龙舟邀请赛暨糯米文化节在某县开幕: so long a line is set small
    if HELD.search(over) or (IN_SESSION.search(over) and " " not in over):
        return is_slogan(under)
    if sourced:
        return False
    if alone and len(under) > _LONGEST_MAIN and len(under) > len(over) + _LONGEST_SUBJECT:
        return False
    urged = " " in over and " " not in under and alone and HELD.search(under) is not None
    return urged or is_slogan(over)
