"""Which works of a list named before a clause is of: 前者…, 3条道路全长5公里, 总投资分别为2亿元和3亿元.

>>> text = "甲桥和乙桥通车。两座桥长214米，前者总投资2亿元"
>>> in_list(text, (8, 16), (0, 1)), in_list(text, (17, 25), (0, 1), together=True)
(((0, 1), True), ((0,), True))
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.project.sighted import opens_sentence
from newsie.text import Span

# 前者预计6月完工，后者…; 3条道路全长5公里，由某某公司实施: of one, or all, of the list named before
_ONE_OF_TWO = {"前者": 0, "后者": -1}
_ALL_OF = re.compile(
    "(?P<number>[2-9]|[两三四五六七八九])[条座个项处所](?:大桥|桥梁?|道路|公路|街道|路|项目|工程|小区|学校|电站|水库|安置点)(?![段口面部师])"
)
_NUMBERS: dict[str, int] = dict(zip("两三四五六七八九23456789", [*range(2, 10), *range(2, 10)], strict=True))
_NEAR = 12


def _of_all(folded: str, clause: Span, listed: tuple[int, ...], *, together: bool) -> bool:
    """Tell whether a clause is of all the works of a list, or stands in the sentence of one that is: 3条道路全长5公里."""
    if all_of := _ALL_OF.match(folded, *clause):
        return _NUMBERS[all_of["number"]] == len(listed)
    return together and not opens_sentence(folded, clause[0])


def in_list(
    folded: str, clause: Span, listed: tuple[int, ...], *, together: bool = False
) -> tuple[tuple[int, ...], bool]:
    """Return which works of a list a clause is of, and whether its sentence is of all: 前者…, 总投资分别为2亿元和3亿元.

    Args:
        folded: the text, width-folded.
        clause: the clause, half-open.
        listed: the works of the list that was named last.
        together: whether the clause before is of all of them.
    """
    if not listed:
        return (), False
    together = _of_all(folded, clause, listed, together=together)
    at = _ONE_OF_TWO.get(folded[clause[0] : clause[0] + 2]) if len(listed) == len(_ONE_OF_TWO) else None
    if at is not None:
        return (listed[at],), together
    each = "分别" in folded[clause[0] : clause[0] + _NEAR]
    each = each and not opens_sentence(folded, clause[0])
    return (listed if together or each else ()), together
