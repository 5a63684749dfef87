"""Values of records as words for a reader."""

from __future__ import annotations

from newsie import patterns as re
from newsie.records import DateInterval, Post, Quantity

_HEDGES = {"exact": "", "about": "≈ ", "over": "> ", "under": "< ", "at_least": "≥ ", "at_most": "≤ "}
# what a terminal or a browser would act on instead of showing it: escape sequences, marks of direction
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def amount(quantity: Quantity) -> str:
    """Return an amount with its multiplier applied.

    >>> amount(Quantity(value="2180000000", unit="元", qualifier="about"))
    '≈ 2,180,000,000 元'
    """
    most = "" if quantity.value_max is None else f"–{quantity.value_max:,f}"
    return f"{_HEDGES[quantity.qualifier]}{quantity.value:,f}{most} {quantity.unit}".rstrip()


def days(interval: DateInterval) -> str:
    """Return the days that a time expression means, empty where none is known.

    >>> days(DateInterval(text="上半年", start="2023-01-01", end="2023-06-30", precision="half"))
    '2023-01-01 – 2023-06-30'
    """
    if interval.start == interval.end:
        return interval.start or ""
    return f"{interval.start or ''} – {interval.end or ''}".strip()


def post(held: Post) -> str:
    """Return a post with its organization.

    >>> post(Post(organization="区管委会", title="主任"))
    '区管委会 主任'
    """
    return f"{held.organization or ''} {held.title}".strip()


def one_line(string: str) -> str:
    """Return `string` for a place where no control character may be: each is shown as U+FFFD.

    >>> one_line("a\\x1b[31mb")
    'a�[31mb'
    """
    return CONTROLS.sub("\ufffd", string).replace("\n", " ")
