"""Somebody of the company that builds works speaks of them: 某某光电公司董事长张三说，项目计划8月动工.

>>> built: dict[str, tuple[int, ...]] = {}
>>> note_builder("由白沙光电公司投资", (0, 9), (3,), built)
>>> spoken_for("白沙光电公司董事长张三说", (0, 12), built)
(3,)
"""

from __future__ import annotations

from collections.abc import Mapping

from newsie import patterns as re
from newsie.text import Span

# 由某某公司投资建设, 某某公司投资兴建的
_BUILDER = re.compile("由(?P<who>[\u4e00-\u9fff]{2,20}?(?:公司|集团))(?:投资|负责|承建|建设|开发|兴建|实施)")
_COMPANY_SPEAKS = re.compile(
    '[“”"]?(?P<who>[\u4e00-\u9fff]{3,20}?(?:公司|集团))[^，。；]{2,16}(?:说|介绍|表示|告诉)'
)


def note_builder(
    folded: str, clause: Span, subjects: tuple[int, ...], built: dict[str, tuple[int, ...]]
) -> None:
    """Keep who builds the undertakings of a clause, if it says so."""
    builder = _BUILDER.search(folded, *clause) if subjects else None
    if builder:
        built[builder["who"]] = subjects


def paragraph_end(folded: str, at: int) -> int:
    """Return where the paragraph around an offset ends."""
    end = folded.find("\n", at)
    return len(folded) if end < 0 else end


def spoken_for(folded: str, clause: Span, built: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    """Return what somebody of the company that builds it speaks of: 某某光电公司董事长张三说，项目计划8月动工."""
    speaks = _COMPANY_SPEAKS.match(folded, *clause) if built else None
    if not speaks:
        return ()
    return next((found for who, found in built.items() if who.endswith(speaks["who"])), ())
