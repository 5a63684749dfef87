"""Sums of money that have more than a figure and a currency: 12元5角, 两美元又三美分, 港币2960元, ¥50.

In: a folded text and an amount of money in it. Out: the sum, its currency as written, and its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from newsie import patterns as re
from newsie.lexicon import layered
from newsie.literals.amounts.measures import Measure
from newsie.literals.amounts.numerals import read_numeral
from newsie.literals.amounts.units import units

_D = "(?:[0-9]{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
_CHANGE = re.compile(rf"(?:零?(?P<jiao>{_D})[角毛])?(?:零?(?P<fen>{_D})分(?!之|别|钟|公))?钱?")
_SHORT = re.compile(r"[1-9一二三四五六七八九](?=[，。、；！？） 的\n]|$)")  # 五块八, 3块5
_WHOLE = re.compile(r"整(?![个体合理治])")
YUAN = frozenset(("元", "块", "圆"))
_SIGNS = {"¥": "元", "￥": "元", "$": "美元", "€": "欧元", "£": "英镑"}
_DOLLARS = re.compile(r"(?<![A-Za-z])(US|HK|A|C)\$$")
_LANDS = {"US": "美元", "HK": "港元", "A": "澳元", "C": "加元"}
_LONGEST = 6


class Sum(NamedTuple):
    """A sum of money: its worth in the currency `word`, and where it ends."""

    low: Decimal
    word: str
    end: int


def sum_at(folded: str, low: Decimal, measure: Measure) -> Sum:
    """Return the sum that begins with `low` in the currency `measure`, change and second name taken in.

    >>> sum_at("123元1角1分", Decimal(123), Measure("元", "money", 4))
    Sum(low=Decimal('123.11'), word='元', end=8)
    """
    end = measure.end
    word = measure.word.removesuffix("钱") or measure.word  # 5块钱 are five 块
    if folded[end : end + 1] not in _begins():
        return Sum(low, word, end)
    if word in YUAN:
        change = _CHANGE.match(folded, end)
        if change and (change["jiao"] or change["fen"]):
            low += _worth(change["jiao"]) / 10 + _worth(change["fen"]) / 100
            end = change.end()
        short = _SHORT.match(folded, end) if word == "块" else None
        if short:
            low, end = low + _worth(short.group()) / 10, short.end()
        whole = _WHOLE.match(folded, end)
        end = whole.end() if whole else end
        # 8亿元人民币 is said in 元, 三万元欧元 in 欧元
        currency = _currency().match(folded, end)
        if currency:
            return Sum(low, word if currency.group() == "人民币" else currency.group(), currency.end())
        return Sum(low, word, end)
    cents = _cents().match(folded, end)
    small = units().get(cents["name"]) if cents else None
    large = units().get(word)
    if cents and small and large and small.base == large.base and small.factor:
        return Sum(low + _worth(cents["worth"]) * small.factor, word, cents.end())
    return Sum(low, word, end)


def is_money_with_change(folded: str, measure: Measure) -> bool:
    """Tell whether 块 and 元 are money, since 毛, 角 or 分 follow; else it may be a block, or 三元 a name."""
    if measure.word not in ("块", "元"):
        return False
    change = _CHANGE.match(folded, measure.end)
    return bool((change and change["jiao"]) or _SHORT.match(folded, measure.end))


def named_before(folded: str, start: int) -> tuple[str, int] | None:
    """Return the currency named before a sum and where its name begins (人民币 50元, 港币2960元, ¥5)."""
    last = folded[start - 1 : start]
    if last in _SIGNS:
        dollars = _DOLLARS.search(folded, max(0, start - 3), start)
        return (_LANDS[dollars[1]], dollars.start()) if dollars else (_SIGNS[last], start - 1)
    if last not in ("币", "金", " "):
        return None
    name = _name_before().search(folded, max(0, start - _LONGEST), start)
    return (name[1], name.start()) if name else None


def _worth(written: str | None) -> Decimal:
    return read_numeral(written) if written else Decimal(0)


@layered
def _begins() -> frozenset[str]:
    """Return the characters that more of a sum may begin with: most sums end with their currency."""
    return frozenset("0123456789一二两三四五六七八九十零又整") | {name[0] for name in _currencies()}


@layered
def _currency() -> re.Pattern[str]:
    """Return what finds a currency named once more after 元 (8亿元人民币, 三万元欧元)."""
    names = _alternatives(name for name in _currencies() if len(name) > 1 and name != "人民币")
    return re.compile(rf"人民币|(?:{names})(?![^，。；、！？）\s])")


@layered
def _name_before() -> re.Pattern[str]:
    names = _alternatives(name for name in _currencies() if name[-1] in "币金")
    return re.compile(f"(?<![0-9百千万亿])({names}) {{0,2}}$")


@layered
def _cents() -> re.Pattern[str]:
    """Return what finds an amount of a named part of a currency (三美分), which 又 may join."""
    parts = (name for name, unit in units().items() if unit.dimension == "money" and unit.factor != 1)
    return re.compile(f"又?(?P<worth>{_D})(?P<name>{_alternatives(parts)})")


def _currencies() -> Iterator[str]:
    return (name for name, unit in units().items() if unit.dimension == "money" and unit.factor == 1)


def _alternatives(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))
