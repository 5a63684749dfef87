"""Whether what a library found is what a case expects."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from .answer import NO_DAY, Answer, Case, unit_named

_TENTHS = ("折", "成")
_HEDGE_BEHIND = re.compile(r"(?:余|餘|多|来|左右|上下|以上|以下)$")


def passes(case: Case, found: Sequence[Answer], *, words: bool = False) -> bool:
    """Tell whether the answers are those expected: as many, in the same order, with the same values.

    With `words` a number must have been found in the same words, too.
    """
    if case.kind == "date":
        return _same_days(case, found)
    if case.kind == "money":
        return len(found) == 1 and _same_money(found[0], case.expected[0])
    mine = [answer for answer in found if answer.low is not None]
    wanted = [answer for answer in case.expected if answer.low is not None]
    if len(mine) != len(wanted):
        return False
    return all(_same_amount(one, other, words=words) for one, other in zip(mine, wanted, strict=True))


def close(one: Decimal | None, other: Decimal | None, within: str = "1e-9") -> bool:
    """Tell whether two values are the same but for the digits that a printed float loses."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= Decimal(within) * max(1, abs(other), abs(one)) and (
        abs(other) >= 1 or abs(one - other) <= Decimal("1e-6") * abs(other)
    )


def in_base(value: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    """Return a value in the base of its unit; a unit that is not known is its own base."""
    known = unit_named(unit)
    if known is None or value is None:
        return value, known.base if known else unit
    if unit in _TENTHS and value > 10:  # 75折 is 7.5折
        return value, known.base
    return value * known.factor, known.base


def same_words(one: str, other: str) -> bool:
    """Tell whether two spans are the same words: width, space and a hedge at the end aside."""
    return _bare(one) == _bare(other)


def _bare(words: str) -> str:
    return _HEDGE_BEHIND.sub("", re.sub(r"\s+", "", unicodedata.normalize("NFKC", words)).lower())


def _same_amount(found: Answer, wanted: Answer, *, words: bool) -> bool:
    if words and not same_words(found.words, wanted.words):
        return False
    mine, my_base = in_base(found.low, found.unit)
    theirs, base = in_base(wanted.low, wanted.unit)
    return found.high is None and my_base == base and close(mine, theirs)


def _same_money(found: Answer, wanted: Answer) -> bool:
    """Money of JioNLP: two places after the point, a unit of its own where none is written, any hedge."""
    mine, my_base = in_base(found.low, found.unit or wanted.unit)
    theirs, base = in_base(wanted.low, wanted.unit)
    high, _ = in_base(found.high, found.unit or wanted.unit)
    if mine is None or theirs is None or my_base != base or abs(mine - theirs) >= Decimal("0.01"):
        return False
    if (found.hedged or high is not None) != wanted.hedged:
        return False
    # 3000多 is over 3000: that it ends at 4000 is JioNLP's own convention
    return high is None or wanted.high is None or abs(high - wanted.high) < Decimal("0.01")


def _same_days(case: Case, found: Sequence[Answer]) -> bool:
    mine = [answer for answer in found if any(days != NO_DAY for days in answer.days)]
    mine = [answer for answer in mine if not _ignored(case, answer)]
    wanted = [answer for answer in case.expected if answer.days]
    spare = sum(answer.free for answer in case.expected)
    if not 0 <= len(mine) - len(wanted) <= spare:
        return False
    rest = iter(mine)
    return all(any(set(each.days) & set(want.days) for each in rest) for want in wanted)


def _ignored(case: Case, answer: Answer) -> bool:
    end = answer.start + len(answer.words)
    return any(answer.start < last and first < end for first, last in case.ignored)
