"""Sums, degrees and counts of what stands behind them: 拿着8万元安置费, 一台6499元的冰箱, 观测到41.2℃的高温."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.words import first_verb, verb_at, verb_before, words
from newsie.frames.statistic.indicators.phrase import Place, Spans
from newsie.text import Span

_IN_HAND = re.compile("(?:[拿揣攥带捧背存]着|[^第十]一[笔沓叠])$")
_PRICED = re.compile("(?<![第十])一[台件套辆部双瓶箱盒份碗张块]$")
_SAVED_UP = ("费", "款", "金", "钱", "积蓄", "工资")
_NO_THING = ("左右", "以上", "以下", "不等", "到", "去", "来", "在", "从", "回")
_WEATHER = frozenset(("℃", "毫米", "厘米", "级", "度"))
_EXTREMES = ("高温", "低温", "气温", "降雨", "降水", "暴雨", "降雪", "积雪", "大风", "阵风")
_MET_WITH = re.compile("(?:观测|监测|测|录)[到得了]?$|(?:出现|遭遇|迎来|经历)了?$")
# 38名党员每人联系20户, 7名委员平均年龄38.6岁, 3条道路共长5.46公里
_OF_EACH = re.compile(
    "每[人户亩个台座天名家组条]|[人户亩台天日月年]均|平均|(?<!公)共[有长计]?|总[长投造面]|全长|各(?=[有自])"
)
_LEAST = 2
# 2个面积超过1000亩的蔬菜基地
_OF_SIZE = re.compile(r"[过到]?[0-9][^，。；、的\n]{0,8}的(?=[\u4e00-\u9fff]{2})")
# 因病致贫的困难群众, 无劳动能力的老人, 遭洪水冲毁的河堤: what kind they are is said before 的
_SAYS_WHICH = re.compile("[因由在被遭受未无有具集从来以为对可能曾已正经长连多新不获含带设]|非法|违[法规]")
# 13个包村干部全程参与对候选人的考察: they are named at once, and then what they do
_DOERS = re.compile(
    "[^的，。；、]{0,4}?(?:干部|党员|人员|代表|委员|队员|民警|职工|工人|志愿者|领导|专家|教师|医生|护士|学生|群众|村民|居民)(?!的)"
)
_SUCH = re.compile("的(?P<noun>[\u4e00-\u9fffA-Za-z0-9“”·]{2,16})$")
_DOES = re.compile("的[\u4e00-\u9fff]{2,6}(?:将|已|正在|分别|均|都)(?=[\u4e00-\u9fff]{2})")
# 给予最高500万元补贴
_GIVES = re.compile("(?:享受|申[请领]|获得?|给予?|予以|拨付|授信|[补奖贷借])$")
_MOST = ("最高", "最低", "最多", "最少", "最高可达", "最高达")


def without_most(string: str, left: Span, right: Span) -> Span:
    """Return the words before a figure without 最高 behind their verb: 给予最高500万元补贴."""
    start, end = left
    if not string.endswith(_MOST, start, end) or right[1] - right[0] < _LEAST:
        return left
    end -= next(len(word) for word in _MOST if string.endswith(word, start, end))
    acts = verb_before(string, start, end) < end or _GIVES.search(string, start, end)
    return (start, end) if acts else left


def ends_in_such(string: str, span: Span) -> bool:
    """Tell whether words end in a noun that they tell more of before 的: 涉嫌非法吸收存款的犯罪嫌疑人.

    Not in one of what is done: 阿拉伯国家的代表将商讨在某国举办的峰会.
    """
    if _DOES.search(string, *span):
        return False
    such = _SUCH.search(string, *span)
    verb = first_verb(string, such.start("noun") + 1, span[1]) if such else None
    return such is not None and (
        verb is None or verb[1] == span[1] or string[slice(*verb)] in words("nominal")
    )


def says_which(string: str, span: Span) -> bool:
    """Tell whether words begin with what says of which kind the noun behind 的 is: 失去父母的孤儿."""
    start, end = span
    if _DOERS.match(string, start, end):
        return False
    opens = verb_at(string, start, end) > start or _SAYS_WHICH.match(string, start, end)
    return bool(opens) and string.find("的", start + _LEAST, end - _LEAST) > 0


def verb_behind(string: str, span: Span) -> Span | None:
    """Return the first verb behind a figure that is no part of its noun: 重建 of 因灾返贫的村民重建家园."""
    start, end = span
    split = first_verb(string, start + 1, end)
    # 25个有夏粮生产的省: the verb is part of the noun
    if split is None or (string.startswith("的", split[1]) and split[1] + 1 < end):
        return None
    if says_which(string, span):
        split = first_verb(string, max(start, string.find("的", start, end)) + _LEAST, end)
    return None if split is None or _OF_SIZE.match(string, split[1], end) else split


def end_of_noun(string: str, verb: Span, limit: int) -> int:
    """Return where a noun ends that a verb seems to stand in: before it, or at `limit` if it is part of the noun.

    100项器件更改和可靠性提升等验证工作, 52场涵盖话剧等形式的精彩演出
    """
    word = string[slice(*verb)]
    inside = string.startswith("等", verb[1]) or word in words("nominal") or verb[1] == limit
    return limit if inside else verb[0]


def is_of_behind(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether a sum is somebody's money or a thing's price: 一笔20万元存款, 一件300元的羽绒服."""
    if not figure.unit.endswith("元"):
        return False
    if string.startswith("的", figure.right[0]) and _PRICED.search(string, *left):
        return True
    if not _IN_HAND.search(string, max(0, left[0] - 1), left[1]) or string.startswith(_NO_THING, right[0]):
        return False
    return verb_at(string, *right) == right[0] or string.endswith(_SAVED_UP, *right)


def is_met_with(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether a degree is that of the weather behind it: 观测到41.2℃的高温."""
    if figure.unit not in _WEATHER or not string.endswith(_EXTREMES, *right):
        return False
    return _MET_WITH.search(string, *left) is not None


def acting_on_next(string: str, figure: Figure, own: Spans, noun: Span, place: Place) -> Span | None:
    """Return the noun alone of a count that has or does what the next figure counts: 38名党员联系农户20户."""
    if own or len(place.run) < 2 or place.run[1].link != "shared" or figure.unit in words("scale"):
        return None
    start, end = noun
    each = _OF_EACH.search(string, start + _LEAST, place.run[1].span[0])
    verb = string[end : verb_at(string, end, place.run[1].span[0])]
    if each and each.start() < end:
        end = each.start()
    elif verb in words("nominal"):
        # 31个省和新疆生产建设兵团报告病例231例: no verb but in a name
        return None
    while end > start and string[end - 1] in "被将已把也都均":
        end -= 1
    named = verb_at(string, start, end) == start
    return (start, end) if named and end - start >= _LEAST and end < place.run[1].span[0] else None
