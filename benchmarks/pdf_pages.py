"""Set newspaper pages in eight layouts, and measure how they come apart: `pdf_pages.py [COUNT]`."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

import newspaper
from test_pdf import f1, measure

from newsie.divide import divide
from newsie.inputs import Limits
from newsie.inputs.pdf import read_sheets, typeset


def main(pages: int) -> None:
    """Print F1 of articles, exact bodies and headlines, and the time a page takes."""
    data, truths = newspaper.make(range(pages))
    counts: Counter[str] = Counter()
    began = time.process_time()
    for truth, sheet in zip(truths, read_sheets(data, Limits()), strict=True):
        text, layout = typeset([sheet])
        counts += measure(truth, divide(text, layout.blocks))
    spent = time.process_time() - began
    for name, what in (("articles", "right"), ("bodies exact", "exact"), ("headlines exact", "headline")):
        print(f"{name}\t{f1(counts, what):.1f}")
    print(f"stories\t{counts['wanted']}\nseconds a page\t{spent / pages:.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
