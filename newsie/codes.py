"""One character under several codes (异体编码): what nobody sees, and what is the same to a reader.

Fonts of PDFs write 工 as a radical (⼯, U+2F2F), vertical pages their marks upright (︒), and web pages hide soft
hyphens and joiners between characters.

>>> USUAL["⼯"], USUAL["︒"], USUAL["５"]
('工', '。', '5')
"""

from __future__ import annotations

import unicodedata

UNSEEN = (
    r"\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\U000e0000-\U000e0fff"
)
"""Controls, joiners, soft hyphens and selectors of variants, for a class of a pattern."""

NOISE = rf"{UNSEEN}\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff"
"""What carries no meaning: `UNSEEN`, lost characters, and those of private use."""

# radicals of simplified characters, which Unicode has no equivalent for
_RADICALS = "⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙"
_MARKS = {
    **dict.fromkeys(",︐﹐", "，"),
    **dict.fromkeys(";︔﹔", "；"),
    **dict.fromkeys(":︓﹕︰", "："),
    **dict.fromkeys("?︖﹖", "？"),
    **dict.fromkeys("!︕﹗", "！"),
    **dict.fromkeys("(︵﹙", "（"),
    **dict.fromkeys(")︶﹚", "）"),
    **dict.fromkeys("︑﹑､", "、"),
    **dict.fromkeys("︒｡", "。"),
    **dict.fromkeys("「﹁〝", "“"),
    **dict.fromkeys("」﹂〞〟", "”"),
    **dict.fromkeys("『﹃", "‘"),
    **dict.fromkeys("』﹄", "’"),
    **dict.fromkeys("•・‧∙･⋅", "·"),
    **dict.fromkeys("‐‑‒−﹣", "-"),
    **dict.fromkeys("―︱", "—"),
    # the O of other alphabets, and a great circle, for the zero of 二○○八年
    **dict.fromkeys("ΟО", "O"),
    **dict.fromkeys("οо", "o"),
    "◯": "○",
    **dict.fromkeys("〜∼", "~"),
    **dict.fromkeys("︙", "…"),
    **dict.fromkeys(
        "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    ),
}
# radicals, and ideographs coded twice
_IDEOGRAPHS = ((0x2E80, 0x2FE0), (0xF900, 0xFB00), (0x2F800, 0x2FA20))
# marks of vertical lines, small marks, full widths
_FORMS = ((0xFE10, 0xFE20), (0xFE30, 0xFE70), (0xFF01, 0xFF5F))


def _equals(*blocks: tuple[int, int]) -> dict[str, str]:
    """Return the characters of `blocks` that Unicode calls the same as one other, with that."""
    codes = (chr(code) for block in blocks for code in range(*block))
    same = ((code, unicodedata.normalize("NFKC", code)) for code in codes)
    return {code: other for code, other in same if len(other) == 1 and other != code}


IDEOGRAPHS = {
    **_equals(*_IDEOGRAPHS),
    **dict(zip(_RADICALS[::2], _RADICALS[1::2], strict=True)),
}
"""The usual code of each ideograph that has another one too."""

_USUAL = {**{code: _MARKS.get(same, same) for code, same in _equals(*_FORMS).items()}, **IDEOGRAPHS, **_MARKS}
USUAL = {code: usual for code, usual in _USUAL.items() if code != usual}
"""For each character the one that rules are written with, where that is another."""
