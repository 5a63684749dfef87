"""Check what was built for a release: its contents and its size.

usage: python .ci/check_release.py DIST
"""

from __future__ import annotations

import re
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

LARGEST = 60_000_000
IN_WHEEL = re.compile(r"newsie/|newsie_zh-[^/]+\.dist-info/")
IN_SDIST = re.compile(
    r"newsie_zh-[^/]+/(?:(?:benchmarks|docs|examples|models|newsie|requirements|seeds|tests)/"
    r"|(?:CHANGELOG|CONTRIBUTING|README|README\.zh)\.md$|CITATION\.cff$|LICENSE$|mkdocs\.yml$|PKG-INFO$|pyproject\.toml$|\.gitignore$)"
)
SCRATCH = re.compile(
    r"__pycache__|\.py[co]$|\.(?:log|tmp|bak|orig|rej|swp|duckdb|sqlite)$|/build/|/\.hypothesis/|\.DS_Store"
)
WANTED = (
    "newsie/py.typed",
    "newsie/lexicon/NOTICE.txt",
    "newsie/lexicon/measures.tsv",
    "newsie/models/zh_news/meta.json",
    "newsie/models/zh_news/README.md",
)


def faults(path: Path) -> list[str]:
    """Return what is wrong with a file of a release."""
    found = [f"{path.stat().st_size:,} bytes, more than {LARGEST:,}"] if path.stat().st_size > LARGEST else []
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as wheel:
            names = wheel.namelist()
        found += [f"no {name}" for name in WANTED if name not in names]
        return found + list(_strange(names, IN_WHEEL))
    with tarfile.open(path) as sdist:
        names = [member.name for member in sdist if not member.isdir()]
    return found + list(_strange(names, IN_SDIST))


def _strange(names: Iterable[str], known: re.Pattern[str]) -> Iterable[str]:
    for name in names:
        if not known.match(name) or SCRATCH.search(name):
            yield f"{name} should not be there"


def main() -> None:
    """Check each file of a folder; exit 1 if anything is wrong."""
    files = sorted(Path(sys.argv[1]).glob("newsie_zh-*"))
    if {path.suffix for path in files} != {".whl", ".gz"}:
        sys.exit(f"a wheel and a source distribution were to be there, not {[path.name for path in files]}")
    wrong = [f"{path.name}: {fault}" for path in files for fault in faults(path)]
    for path in files:
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB")
    sys.exit("\n".join(wrong) or 0)


if __name__ == "__main__":
    main()
