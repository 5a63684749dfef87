"""Hedges: the words around a figure that say it is not exact (约, 近, 超过, 不少于, 以上).

In: a folded text and a place. Out: the qualifier and where the hedge begins or ends.

>>> before("完成投资不低于48亿元", 7)
('at_least', 4)
>>> after("达到90%以上", 5, inner=False)
('at_least', 7)
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.values import Qualifier

_LONGEST = 8
_QUALIFIERS: tuple[Qualifier, ...] = ("at_least", "at_most", "about", "over", "under", "exact")
_BEFORE = re.compile(
    r"(?:(?P<at_least>(?:不[得要宜应能可]?|未|没有?)(?:低于|少于|小于)|至少|最少|起码|不下于?|大于或?等于|≥)"
    r"|(?P<at_most>(?:不[得要宜应能可]?|未|没有?)(?:超过|多于|高于|大于)|不超|至多|最多(?!的)|小于或?等于|≤)"
    r"|(?P<over>超过|超出|(?<![赶高反])超|突破|(?<![打残攻侦识看戳查爆跌划])破|(?<=[已早])过|不止|逾|多于|大于|高于|>)"
    r"|(?P<under>跌破|不足|不到|未到|未达|不满|未满|低于|少于|小于|<)"
    # 节约, 签约 and 附近, 最近 are words of their own
    r"|(?P<about>大约|(?<![节制公契合特签履如违邀守预条相集简隐])约|将近|接近|逼近|(?<![附临邻靠最就相亲逼])近|大概|几近|约为|约有|大?约占))"
    # 至少已有12名官员下台
    r"(?:了|达|到|已?有|为)?$"
)
# a bare multiplier counts after one of these too: 上百台, 过万人, 产值达百亿元
_OPENS = re.compile(r"(?:(?P<at_least>(?<![以之马晚早])上)|(?P<over>(?<![通经超不])过)|(?P<exact>达到?|约))$")
_AFTER = re.compile(
    r"(?:多(?![为数个于方功次双伤死]|样|元化))?(?:（不?含）)?(?:(?P<at_least>(?:及|或|\(含\)|含)?以上|之上|开外)"
    r"|(?P<at_most>(?:及|或|含)?以下|以内|之内)|(?P<about>左右|上下(?![游级联班]))"
    r"|(?P<under>不到(?=[，。；！？、）\n]|$)))"
    r"|(?P<over>(?:有余|多)(?![为数个于方功次伤死]|样|元化))"
)
_INNER = re.compile(r"内(?![容部外地需销蒙在涵存设置])")
# what a hedge may end or begin with: looked at before any pattern is tried
ENDS = frozenset("于少多码止下超过出破逾足到达满约近概为有占了≥≤><上")
_TAILS = frozenset("了达到有为")
_BEFORE_TAILS = ENDS | frozenset("不未已")
BEGINS = frozenset("多（及或含以之开左上有不内")


def before(folded: str, start: int, *, bare: bool = False) -> tuple[Qualifier | None, int]:
    """Return what the hedge that ends at `start` says, and where it begins; (None, start) without one.

    `bare` allows the words that open a figure of nothing but multipliers (上百, 过万).
    """
    last = folded[start - 1 : start]
    if last not in ENDS:
        return None, start
    window = folded[max(0, start - _LONGEST) : start]
    # 共有36家, 改为5个, 达到8万: most of what ends so is no hedge
    plain = last in _TAILS and folded[start - 2 : start - 1] not in _BEFORE_TAILS
    match = (None if plain else _BEFORE.search(window)) or (_OPENS.search(window) if bare else None)
    if not match:
        return None, start
    said = _said(match)
    return said, start if said == "exact" else start - len(window) + match.start()


def after(folded: str, end: int, *, inner: bool) -> tuple[Qualifier | None, int]:
    """Return what the hedge that begins at `end` says, and where it ends; (None, end) without one.

    `inner` reads 内 too, as after durations and lengths (30分钟内).
    """
    if folded[end : end + 1] not in BEGINS:
        return None, end
    match = _AFTER.match(folded, end)
    if match:
        return _said(match), match.end()
    within = _INNER.match(folded, end) if inner else None
    return ("at_most", within.end()) if within else (None, end)


def _said(match: re.Match[str]) -> Qualifier:
    return next(name for name in _QUALIFIERS if name == match.lastgroup)
