"""What a figure counts: its measure, and whether the two together are an amount.

In: a folded text and a figure in it. Out: the measure, or None for ordinals, document numbers, names
and words (第14次, 〔2022〕14号, 一个部门, 两年来).
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.literals.amounts.figures import Figure
from newsie.literals.amounts.measures import (
    Measure,
    degrees_at,
    divided_at,
    half_more_at,
    measure_at,
    open_measure_at,
    points_at,
)
from newsie.literals.amounts.money import is_money_with_change
from newsie.text import Span
from newsie.values import Qualifier

MYRIAD = 10**4

# an ordinal, a document or a time: 第14次, 〔2022〕14号, 9时30分, 7×24小时
_NO_FIGURE_AFTER = re.compile(
    r"第 ?$|第[0-9一二三四五六七八九十百]{1,4}(?:、|和|与|至|到|—|-)$|届$"
    r"|[A-Za-z0-9][-/]$|(?<=[0-9])[时点分:：]$|[×·〔\[]$|[农阴]历$"
)
_NAMES_END = frozenset("第 、和与至到—-届/时点分:：×·〔[历")
# 十四届全国人大三次会议, 市纪委五次全会: an ordinal without 第
_ASSEMBLIES = frozenset("大协委")
_SESSION = re.compile(r"[一二三四五六七八九十]{1,3}次(?:会议|全会|全体)")
_HALF = re.compile(r"半(?![年月天数以个径])")
_SLOGAN = re.compile(r"一(?![些样定般直起])|半月")
# 10亿元以上项目, 500万元以上的工业企业: a class of projects, not a sum
_CLASS = re.compile(r"(?:及?以上)(?:的)?[^，。、；！？0-9\n]{0,8}?(?:项目|企业)")
_ELAPSED = re.compile(r"来(?![到自])|(?:之|以)?后(?!备|台|勤)|(?:之|以)?前(?!往|来|台|期|后)|以来|的时间")
_LASTING = re.compile(r"(?:为期|时隔|历时|连续|每|期限|相隔|近期|满)$")
_BOUNDED = re.compile(r"(?:间隔|缩短|缩减|延长|压缩|减少|缩短至|压缩至|缩短到|压缩到)(?:了|为)?$")
_RANK = re.compile(r"[前后]$")
_DAY = re.compile(r"24 ?小时")
_YEARS, _LAST_YEAR = 1900, 2100
_INSIDE = frozenset("多半")
_ENDS_CLAUSE = frozenset("，。；！？）\n")
_ENDS_PHRASE = frozenset("，。；、！？）的 \n")
# 8万市民: the noun says what is counted
_PEOPLE = re.compile(
    r"(?:城乡|城镇|农村|贫困|困难|返乡|在校|留守|退役|外来|中外|海内外|重度|轻度|特困){0,2}(?:市民|群众|居民|村民|农民|牧民|渔民|网民|股民|移民|灾民|学生|师生|党员|干部|职工|员工|工人|游客|旅客|观众|乘客|顾客"
    r"|人口|民众|百姓|志愿者|农户|家庭|老人|儿童|青年|官兵|将士|大军|学子|考生|用户|网友|读者|选手|球迷|难民|平民|中国人|人民|各族|全国各族|残疾人|贫困户|劳动力|农民工|妇女|女性|受害人|受害者|被害人|乘员|船员|矿工|球员|农户|商户)"
    r"|[\u4e00-\u9fff]{2,5}人(?=死亡|丧生|遇难|受伤|流离失所|无家可归)"
)
# 将100万款项发给工人: what is paid, without 元
_PAID = re.compile(
    "(?:款项|工资|货款|欠款|贷款|善款|现金|存款|赔款|资金|彩礼|工程款|拆迁款|补偿款|购房款|借款|奖金|元?人民币)"
)
_ROUND = re.compile(r"(?:左右|上下)(?![游级联班])")
_MANY, _SOME, _HEDGES = 100, 10, frozenset("近约超逾达")
_SECOND = frozenset("套本组类道排")
# 考入三本: a class of colleges
_ENROLLED = re.compile("(?:考[入上取中]|录取|升入|升上|就读|过了?)$")
_TENTHS = frozenset("二三四五六七八九")
_TURNS = frozenset("翻了")  # 翻一番, 翻了两番
_COMMON_MONEY = frozenset(("元", "圆"))


def follows_name(folded: str, start: int) -> bool:
    """Tell whether what stands before makes the figure an ordinal, a document's number or a time."""
    last = folded[start - 1 : start]
    if last in _ASSEMBLIES:
        return _SESSION.match(folded, start) is not None
    if last not in _NAMES_END:
        return False
    return _NO_FIGURE_AFTER.search(folded, max(0, start - 7), start) is not None


def measure_of(folded: str, figure: Figure) -> Measure | None:
    """Return the measure that follows a figure, whether or not the two are an amount."""
    if figure.unit is not None:
        return Measure(figure.unit, "share", figure.end)
    place = figure.end
    first = folded[place : place + 1]
    if first == " ":
        place += 1
        first = folded[place : place + 1]
    measure = None
    if first == "个" and folded[place + 1 : place + 2] in _INSIDE:
        measure = divided_at(folded, place) or half_more_at(folded, place)
    measure = measure or measure_at(folded, place)
    if first == "级":
        measure = degrees_at(folded, figure.start, place)
    if measure is None and figure.arabic:
        measure = points_at(folded, figure.start, figure.end)
        if measure is None and figure.low < _YEARS:  # 2023大湾区科学论坛
            measure = open_measure_at(folded, place)
    return measure or _none_needed(folded, figure)


def _none_needed(folded: str, figure: Figure) -> Measure | None:
    """Return an empty measure for 1600万 before a mark and 8万市民: numbers that say themselves that they count."""
    end = figure.end
    # 三万五千 says 万, 35000 does not
    large = not figure.bare and (figure.scale > 1 or not figure.arabic) and figure.low >= MYRIAD
    if large and (_ends_phrase(folded, end) or _PAID.match(folded, end)):
        return Measure("", "count", end)
    if _ROUND.match(folded, end) and _may_be_round(folded, figure):  # 两千左右, 15k左右
        return Measure("", "count", end)
    hedged = figure.qualifier != "exact" or folded[figure.start - 1 : figure.start] in _HEDGES
    # 近4000网友, but the hotline 12306青年团队
    some = folded[end - 1] in "余多" and figure.low >= _SOME  # 30余受害人
    many = figure.arabic and (figure.scale > 1 or some or (hedged and figure.low >= _MANY))
    if (large or many) and _PEOPLE.match(folded, end):
        return Measure("", "count", end)
    return None


def _ends_phrase(folded: str, end: int) -> bool:
    return end == len(folded) or folded[end] in _ENDS_PHRASE


def _ends_clause(folded: str, end: int) -> bool:
    return end == len(folded) or folded[end] in _ENDS_CLAUSE


def _may_be_round(folded: str, figure: Figure) -> bool:
    """Tell whether a figure that 左右 follows is an amount without a unit: no year, no digit of a word."""
    if figure.arabic:
        return not _YEARS <= figure.low <= _LAST_YEAR or "," in folded[figure.start : figure.end]
    return figure.end - figure.start > 1 and not figure.bare


def is_countable(folded: str, figure: Figure, measure: Measure) -> bool:
    """Tell whether a figure of this form counts in this measure: 一 is an article, 三道防线 a slogan."""
    word, kind = measure.word, measure.kind
    if figure.end - figure.start == 1 and folded[figure.start] == "一":
        return _one_counts(folded, figure.end, measure)
    if figure.arabic or (kind in ("share", "money", "measure") and word != "元"):
        return not (word == "个" and _SLOGAN.match(folded, measure.end))
    if figure.end - figure.start > 1 or figure.scale > 1:
        return True
    if word == "番":
        return folded[figure.start - 1 : figure.start] in _TURNS
    if word == "元":  # 每斤三元，but 三元里
        return _ends_clause(folded, measure.end) or is_money_with_change(folded, measure)
    if kind == "loose" or word == "天" or (word == "本" and _is_college(folded, figure.start, measure)):
        return False
    if word == "则" and folded[figure.start - 1 : figure.start] in ("", "，", "。", "；", "\n"):
        return False  # 一则……，二则……
    if folded[figure.start] == "二" and word in _SECOND:
        return False  # 二套房, 二本线
    if folded[figure.start] == "半" and kind == "count":
        return word == "个"  # 近半人口 counts no one
    return not (kind == "count" and _SLOGAN.match(folded, measure.end))


def _is_college(folded: str, start: int, measure: Measure) -> bool:
    """Tell whether 三本 is the class of a college that somebody goes to."""
    goes = _ENROLLED.search(folded, max(0, start - 2), start)
    return goes is not None and _ends_phrase(folded, measure.end)


def _one_counts(folded: str, end: int, measure: Measure) -> bool:
    """Tell whether 一 counts in a measure (一成, 一公里, 一吨半); 一个部门 and 一斤 do not."""
    if measure.word == "番":
        return folded[max(0, measure.end - 4) : measure.end - 2].rstrip("近约超")[-1:] in _TURNS
    if measure.kind == "measure":
        if measure.word == "米" and folded[measure.end : measure.end + 1] in _TENTHS:
            return True
        return len(measure.word) > 1 or _HALF.match(folded, measure.end) is not None
    if measure.kind == "time":
        return folded.startswith("个半", end)
    if measure.kind == "money" and measure.word in _COMMON_MONEY:
        return _ends_clause(folded, measure.end)
    return measure.kind in ("share", "money")


def is_no_amount(folded: str, place: Span, measure: Measure, qualifier: Qualifier) -> bool:
    """Tell whether a weighed amount is a rank, a class or a span of time (前三位, 10亿元以上项目, 5年来)."""
    (start, end), kind, word = place, measure.kind, measure.word
    if word in ("名", "位", "强") and _RANK.search(folded, max(0, start - 1), start):
        return True
    if kind == "money":
        return _CLASS.match(folded, measure.end) is not None
    if kind not in ("time", "span"):
        return False
    lead = folded[max(0, start - 6) : start]
    bounded = qualifier in ("at_least", "at_most")
    if kind == "span":
        return not (bounded or _BOUNDED.search(lead)) or _ELAPSED.match(folded, end) is not None
    if word == "小时" and qualifier == "exact" and _DAY.match(folded, start):
        return True
    return not bounded and bool(_ELAPSED.match(folded, end) or _LASTING.search(lead))
