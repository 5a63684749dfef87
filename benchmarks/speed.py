"""How fast newsie reads: a cold start, then the pages of a folder again and again.

usage: python benchmarks/speed.py [FOLDER] [REPEATS]
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import newsie
from newsie.manifest import find_sources

COLD = """
import time; start = time.perf_counter()
import newsie
imported = time.perf_counter() - start
newsie.extract("区里召开推进会\\n\\n本报讯（记者 姜某）1月8日，区里召开推进会。\\n")
print(f"import {imported:.3f} s, first result after {time.perf_counter() - start:.2f} s")
"""


def main(folder: Path, repeats: int) -> None:
    """Print the times of a cold start and of a warm run over a folder."""
    subprocess.run([sys.executable, "-c", COLD], check=True)
    pages = [newsie.read_page(source) for source in find_sources(folder)]
    extractor = newsie.load()
    start = time.perf_counter()
    for _ in range(repeats):
        for page in pages:
            extractor.extract_page(page)
    seconds = time.perf_counter() - start
    characters = repeats * sum(len(page.text) for page in pages)
    print(
        f"{repeats * len(pages) / seconds:.1f} pages a second, {characters / seconds:,.0f} characters a second"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "seeds"), int(sys.argv[2]) if len(sys.argv) > 2 else 10)
