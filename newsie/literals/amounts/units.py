"""Units: what a measure word measures, and what it is worth in the base unit of that.

In: a unit as `find_quantities` gives it. Out: its dimension, base and factor.

>>> unit_of("公里")
Unit(word='公里', dimension='length', base='m', factor=Decimal('1000'))
>>> unit_of("亩").in_base(Decimal(3))
Decimal('2000')
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal

from newsie.lexicon import layered, rows, words
from newsie.literals.amounts.numerals import plain

_HUNDRED = "100"
_FACTOR = Context(prec=28)
_SURE = Context(prec=20)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measurement, a currency or a measure word (量词).

    Attributes:
        word: the unit as written.
        dimension: what it measures: `length`, `area`, `mass`, `money`, `share`, `people`, `count`, …
        base: the unit of the dimension that others are referred to: `m`, `m²`, `kg`; a currency's ISO 4217
            code; of a count the word itself.
        factor: how many of the base it is, to 28 digits (亩 is 2000/3 m²); None where there is no such
            number (个月, ℃).
    """

    word: str
    dimension: str
    base: str
    factor: Decimal | None

    def in_base(self, value: Decimal) -> Decimal | None:
        """Return `value` of this unit in the base, to 20 digits; None without a factor.

        >>> Unit("斤", "mass", "kg", Decimal("0.5")).in_base(Decimal(3))
        Decimal('1.5')
        """
        return None if self.factor is None else plain(_SURE.multiply(value, self.factor))


def unit_of(word: str) -> Unit | None:
    """Return the unit that a word names, or None if it is no measure word that is known.

    A unit per another (元/吨) has no entry of its own and takes its first part's dimension per the second's.

    >>> unit_of("家次"), unit_of("元/吨")
    (Unit(word='家次', dimension='count', base='家次', factor=Decimal('1')), \
Unit(word='元/吨', dimension='money/mass', base='CNY/kg', factor=Decimal('0.001')))
    """
    known = units().get(word)
    if known is None and word in words("measures.tsv"):
        return Unit(word, "count", word, Decimal(1))
    if known is None and "/" in word:
        return _per(word)
    return known


@layered
def units() -> dict[str, Unit]:
    """Return the units of the table by their words."""
    return {
        word: Unit(word, what, base, _factor(factor)) for word, what, base, factor in rows("units.tsv", 4)
    }


def _per(word: str) -> Unit | None:
    above, _, below = word.partition("/")
    # L/100km
    many = _HUNDRED if below.startswith(_HUNDRED) else "1"
    upper, lower = unit_of(above), unit_of(below.removeprefix(_HUNDRED))
    if upper is None or lower is None:
        return None
    factor = None
    if upper.factor is not None and lower.factor:
        factor = plain(_FACTOR.divide(upper.factor, lower.factor * Decimal(many)))
    return Unit(word, f"{upper.dimension}/{lower.dimension}", f"{upper.base}/{lower.base}", factor)


def _factor(written: str) -> Decimal | None:
    if written == "-":
        return None
    upper, _, lower = written.partition("/")
    return plain(_FACTOR.divide(Decimal(upper), Decimal(lower or 1)))
