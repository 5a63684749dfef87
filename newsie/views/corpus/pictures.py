"""Pictures as files: SVG inside a report, PNG and SVG for papers."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, TypeAlias

from newsie.extras import require
from newsie.views.corpus.charts import CHARTS, Name
from newsie.views.corpus.drawing import INK, RULE, SOFT
from newsie.views.corpus.fonts import chinese_font, found_font
from newsie.views.corpus.questions import Corpus
from newsie.views.shell import said

Language: TypeAlias = Literal["en", "zh"]

_DOTS = 300
# a browser has fonts of its own, whatever the machine had that drew the picture
_FAMILIES = 'system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC",sans-serif'


def write_pictures(
    corpus: Corpus, folder: Path, *, font: Path | None = None, language: Language = "en"
) -> tuple[Path, ...]:
    """Write every picture there is something to draw for, as PNG (300 dots an inch) and as SVG (letters as outlines).

    Raises:
        ExtraError: matplotlib or networkx is not installed.
        StoreError: there is no font with Chinese characters.
    """
    family = chinese_font(font)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    words = said(language)
    with _styled(family, "path"):
        for name, draw in CHARTS.items():
            figure = draw(corpus, lambda key: words.get(key, key))
            if figure is None:
                continue
            for suffix, details in (("png", {"Software": "newsie"}), ("svg", {"Date": None})):
                path = folder / f"{name}.{suffix}"
                figure.savefig(path, dpi=_DOTS, metadata=details, facecolor="white")
                written.append(path)
    return tuple(written)


def drawn(corpus: Corpus) -> dict[Name, str]:
    """Return pictures as SVG for a browser, which sets their letters; no words of the interface stand in them.

    Raises:
        ExtraError: matplotlib or networkx is not installed.
    """
    require("matplotlib", "report")
    found: dict[Name, str] = {}
    with _styled(found_font() or "DejaVu Sans", "none"), warnings.catch_warnings():
        # letters that the font here lacks are the browser's to set
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")
        for name, draw in CHARTS.items():
            figure = draw(corpus, None)
            if figure is not None:
                file = io.StringIO()
                figure.savefig(file, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
                found[name] = _with_families(file.getvalue())
    return found


def _with_families(svg: str) -> str:
    return svg.replace("</style>", f" text{{font-family:{_FAMILIES} !important}}</style>", 1)


@contextmanager
def _styled(family: str, letters: str) -> Iterator[None]:
    """Set how matplotlib draws, as long as this lasts."""
    settings = {
        "axes.axisbelow": True,
        "axes.edgecolor": RULE,
        "axes.labelcolor": SOFT,
        "axes.labelsize": 8,
        "axes.spines.left": False,
        "axes.spines.right": False,
        "axes.spines.top": False,
        "axes.unicode_minus": False,
        "font.family": [family],
        "font.size": 8,
        "grid.color": RULE,
        "grid.linewidth": 0.6,
        "legend.frameon": False,
        "svg.fonttype": letters,
        "svg.hashsalt": "newsie",
        "text.color": INK,
        "text.parse_math": False,  # a dollar sign on a page is one
        "xtick.color": SOFT,
        "ytick.color": INK,
        "ytick.labelcolor": INK,
    }
    with require("matplotlib", "report").rc_context(settings):
        yield
