"""A font with Chinese characters for pictures: one that is named, or one that the system has."""

from __future__ import annotations

from pathlib import Path

from newsie.errors import StoreError
from newsie.extras import require

WANTED = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",  # the first face of the collection that holds all of them
    "Noto Sans SC",
    "Noto Sans CJK TC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Heiti SC",
    "STHeiti",
    "Droid Sans Fallback",
    "Arial Unicode MS",
    "Noto Serif CJK SC",
    "Noto Serif CJK JP",
    "Songti SC",
    "SimSun",
)
ASK = (
    "no font with Chinese characters is found: name one by --font FILE, or install one "
    "(Debian, Ubuntu: apt-get install fonts-noto-cjk)"
)
_SAMPLE = "汉字项目"


def chinese_font(file: Path | None = None) -> str:
    """Return the family of a font with Chinese characters, known to matplotlib from now on.

    Args:
        file: a font (TTF, OTF, TTC); without one, those of the system are tried in the order of `WANTED`.

    Raises:
        ExtraError: matplotlib is not installed.
        StoreError: the file is no font, or has no Chinese characters; or none is found.
    """
    fonts = require("matplotlib.font_manager")
    if file is None:
        family = found_font()
        if family is None:
            raise StoreError(ASK)
        return family
    try:
        fonts.fontManager.addfont(str(file))
        family = fonts.FontProperties(fname=str(file)).get_name()
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{file}: no font: {str(error).splitlines()[0]}") from None
    if not _writes_chinese(str(file)):
        raise StoreError(f"{file}: a font without Chinese characters")
    return str(family)


def found_font() -> str | None:
    """Return the family of the first font of the system that is wanted, or None."""
    fonts = require("matplotlib.font_manager")
    there = {entry.name: entry.fname for entry in reversed(fonts.fontManager.ttflist)}
    return next((name for name in WANTED if name in there and _writes_chinese(there[name])), None)


def _writes_chinese(file: str) -> bool:
    characters = require("matplotlib.ft2font").FT2Font(file).get_charmap()
    return all(ord(character) in characters for character in _SAMPLE)
