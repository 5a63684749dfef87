"""A font with Chinese characters for pictures: one that is named, or one that the system has."""

from __future__ import annotations

from contextlib import suppress
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
    return _wanted() or (_wanted() if _learn_new() else None)


def _wanted() -> str | None:
    """Return the first font that is wanted of those that matplotlib knows."""
    known = require("matplotlib.font_manager").fontManager.ttflist
    there = {entry.name: entry.fname for entry in reversed(known)}
    return next((name for name in WANTED if name in there and _writes_chinese(there[name])), None)


def _learn_new() -> bool:
    """Let matplotlib learn of fonts that were installed after it last looked; tell whether there are any.

    It keeps a list of what it found once, so that a font installed on our advice would not be found.
    """
    fonts = require("matplotlib.font_manager")
    known = {entry.fname for entry in fonts.fontManager.ttflist}
    new = [file for file in fonts.findSystemFonts() if file not in known]
    for file in new:
        with suppress(OSError, RuntimeError):
            fonts.fontManager.addfont(file)
    return bool(new)


def _writes_chinese(file: str) -> bool:
    characters = require("matplotlib.ft2font").FT2Font(file).get_charmap()
    return all(ord(character) in characters for character in _SAMPLE)
