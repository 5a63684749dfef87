"""Rates and limits that a rule sets: 按销售价格的15%补贴, 每人可补贴1件 (规定的比例和限额)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure

# 对室温低于18℃的用户要上门检测: from where on a duty holds
_BELOW = re.compile(r"(?:低于|高于|超过|不足|不到|达不到)")
_DUTY = re.compile(r"的[^，。；\n0-9]{1,12}?(?:(?<![主重需])要|应当?|须|由|一律|给予|予以)")
# 按销售价格的15%补贴, 一级能效产品补贴20%, 每人可补贴1件
_BY_RATE = re.compile(r"按照?[^，。；\n0-9]{2,14}的$")
_RATED = re.compile("(?:的标准|的比例)?(?:进行|给予|予以)?(?:补贴|补助|奖励|报销|返还|补偿|收取|缴纳|给付)")
_GRANTED = re.compile("(?<![获得到收领])(?:补贴|补助|报销|返还|奖补)$")
_MAY_TAKE = re.compile(
    r"每[^，。；\n0-9每]{1,16}(?:每[^，。；\n0-9]{1,8})?(?:可以?|只能|限)(?:补贴|补|领取?|申领|享受|购买|购|存入|兑换|积|报销|申请)$"
)
_LONGEST_TAKE = 32
_BOUND_REACH = 3


def is_ruled(folded: str, figure: Figure) -> bool:
    """Tell whether a rate or a limit is what a rule says: 按销售价格的15%补贴, 每人可补贴1件, 对室温低于18℃的用户要上门."""
    start, end = figure.span
    low = max(figure.clause[0], start - _LONGEST_TAKE)
    if _MAY_TAKE.search(folded, low, start):
        return True
    if _BELOW.search(folded, max(low, start - _BOUND_REACH), end) and _DUTY.match(
        folded, end, figure.clause[1]
    ):
        return True
    if figure.unit != "%":
        return False
    by = _BY_RATE.search(folded, low, start) and _RATED.match(folded, end, figure.clause[1])
    return bool(by or _GRANTED.search(folded, low, start))
