"""What is installed, what is missing and what that costs, and whether newsie works here (自检).

>>> Finding("models", "ok", "zh_news").is_broken
False
"""

from __future__ import annotations

import csv
import importlib.metadata
import json
import locale
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Literal, TypeAlias

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from newsie.errors import NewsieError
from newsie.evaluation.evidence import is_true
from newsie.extractor import PIPELINE, PIPELINE_WITHOUT_MODEL, load
from newsie.provenance import hash_of_lexicons
from newsie.records import Extraction, Meeting, Official, Statistic, Visit
from newsie.version import __version__

Status: TypeAlias = Literal["ok", "missing", "broken"]

DISTRIBUTION = "newsie-zh"
_LIBRARIES = ("spacy", "spacy-pkuseg", "numpy", "pydantic")
_EXTRAS: dict[str, tuple[tuple[str, ...], str]] = {
    "pdf": (("pypdfium2",), "PDF pages are not read"),
    "html": (("trafilatura", "lxml_html_clean"), "web pages are not read"),
    "tables": (("duckdb", "pyarrow"), "no tables, Parquet, archives"),
    "link": (("datasketch", "duckdb", "pandas"), "no links across pages"),
    "report": (("matplotlib", "networkx"), "no report of many pages"),
    "hanlp": (("hanlp", "torch", "transformers"), "no pipeline zh_hanlp, names by HanLP's models"),
    "spark": (("pyspark", "pyarrow"), "no Spark"),
}
"""For each extra what it brings, and what is lost without it."""

_WITHOUT_MODEL = "names by grammar alone, most of them the same (docs/backends.md has the figures)"

_PAGE = """青河县：扎实推进冬季供暖工作

本报讯（记者 姜某某）1月8日，青河县召开冬季供暖工作推进会。县委书记梁某某主持会议，县长方某某出席会议并讲话。
梁某某强调，要把群众温暖过冬放在心上，确保按时供暖。
据了解，全县共改造供热管网126公里，惠及群众2.3万户。总投资3.5亿元的青河热电联产项目已开工建设。
1月9日，方某某到城关镇调研供暖保障工作。
"""
_WANTED = {
    "meeting": "冬季供暖工作推进会 2023-01-08 梁某某",
    "visit": "方某某 城关镇",
    "officials": "梁某某 县委 书记, 方某某 县长",
    "project": "青河热电联产项目 350000000 started",
    "statistics": "126 公里, 23000 户, 350000000 元",
    "statement": "梁某某 要把群众温暖过冬放在心上，确保按时供暖。",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    Attributes:
        name: what it is.
        status: all is well; something that is not needed is missing; or newsie does not work as it should.
        told: what was found.
        help: what to do about it; empty if nothing.
    """

    name: str
    status: Status
    told: str
    help: str = ""

    @property
    def is_broken(self) -> bool:
        """Whether newsie does not work as it should."""
        return self.status == "broken"


def examine() -> tuple[Finding, ...]:
    """Look at everything; what breaks on the way is a finding as well."""
    checks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("newsie", _versions),
        ("libraries", _libraries),
        ("files", _files),
        (PIPELINE, lambda: _pipeline(PIPELINE)),
        (PIPELINE_WITHOUT_MODEL, lambda: _pipeline(PIPELINE_WITHOUT_MODEL)),
        ("word lists", lambda: Finding("word lists", "ok", hash_of_lexicons())),
        *((f"extra {name}", lambda name=name: _extra(name)) for name in _EXTRAS),
        ("terminal", _terminal),
        ("self-test", _self_test),
    )
    return tuple(_guarded(name, check) for name, check in checks)


def _guarded(name: str, check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except NewsieError as error:
        return Finding(name, "broken", str(error))
    except Exception as error:  # noqa: BLE001 - whatever is wrong, the rest is looked at too
        return Finding(name, "broken", f"{type(error).__name__}: {error}", f"reinstall {DISTRIBUTION}")


def _versions() -> Finding:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return Finding("newsie", "ok", f"{__version__}, {system}")


def _libraries() -> Finding:
    found = [f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES]
    return Finding("libraries", "ok", ", ".join(found))


def _files() -> Finding:
    """Compare the installed files with what was installed; a checkout has nothing to compare with."""
    sizes = dict(_installed())
    changed = [str(path) for path, size in sizes.items() if not path.is_file() or path.stat().st_size != size]
    if changed:
        told = f"{len(changed)} of {len(sizes)} changed or gone: {', '.join(changed[:2])}"
        return Finding("files", "broken", told, f"pip install --force-reinstall {DISTRIBUTION}")
    return Finding("files", "ok", f"{len(sizes)} as installed" if sizes else "a checkout")


def _installed() -> Iterator[tuple[Path, int]]:
    """Yield the files of the package and their sizes, as the installer noted them."""
    try:
        distribution = importlib.metadata.distribution(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError:
        return
    # not `files`: since Python 3.12 it leaves out those that are gone
    for name, _, size in csv.reader((distribution.read_text("RECORD") or "").splitlines()):
        if name.startswith("newsie/") and size.isdecimal():
            yield Path(str(distribution.locate_file(name))), int(size)


def _pipeline(name: str) -> Finding:
    try:
        made = load(name).made_by
    except NewsieError as error:
        help_ = f"reinstall {DISTRIBUTION}; without it (--no-model): {_WITHOUT_MODEL}"
        return Finding(name, "broken", str(error), help_)
    told = f"model {made.model}" if made else "loaded"
    return Finding(name, "ok", f"{told}; {'the default' if name == PIPELINE else _WITHOUT_MODEL}")


def _extra(name: str) -> Finding:
    modules, loss = _EXTRAS[name]
    absent = [module for module in modules if find_spec(module) is None]
    if not absent:
        return Finding(f"extra {name}", "ok", ", ".join(modules))
    return Finding(f"extra {name}", "missing", loss, f"pip install '{DISTRIBUTION}[{name}]'")


def _terminal() -> Finding:
    """See whether what is printed can hold Chinese."""
    encoding = sys.stdout.encoding or "none"
    files = locale.getpreferredencoding(do_setlocale=False)
    told = f"output {encoding}, files {files}"
    try:
        "青河县".encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return Finding("terminal", "broken", f"{told}: no Chinese can be printed", "set PYTHONUTF8=1")
    return Finding("terminal", "ok", told)


def _self_test() -> Finding:
    result = load().extract(_PAGE, published="2023-01-10")
    found = _told(result)
    wrong = [f"{name}: {found.get(name)!r}" for name, wanted in _WANTED.items() if found.get(name) != wanted]
    if wrong:
        return Finding("self-test", "broken", "; ".join(wrong), f"reinstall {DISTRIBUTION}")
    records: tuple[Meeting | Visit | Official | Statistic, ...]
    records = (*result.meetings, *result.visits, *result.officials, *result.statistics)
    pieces = [piece for record in records for group in record.evidence.values() for piece in group]
    if not all(is_true(piece, _PAGE) for piece in pieces):
        return Finding("self-test", "broken", "evidence is not true", f"reinstall {DISTRIBUTION}")
    return Finding("self-test", "ok", f"a page of {len(_PAGE)} characters read as it should be")


def _told(result: Extraction) -> dict[str, str]:
    """Return what was found, as the self-test has it."""
    (meeting,), (visit,), (project,) = result.meetings, result.visits, result.projects
    posts = [(official.name, post) for official in result.officials for post in official.posts]
    return {
        "meeting": " ".join((meeting.name, (meeting.date and meeting.date.start) or "", *meeting.chair)),
        "visit": " ".join((*visit.lead, *visit.places)),
        "officials": ", ".join(
            " ".join(filter(None, (name, post.organization, post.title))) for name, post in posts
        ),
        "project": f"{project.name} {project.investment and project.investment.value} {project.status}",
        "statistics": ", ".join(f"{one.quantity.value} {one.quantity.unit}" for one in result.statistics),
        "statement": " ".join(f"{one.speaker} {one.text}" for one in meeting.statements),
    }


@click.command("doctor", short_help="Say what is installed, and test newsie.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def doctor_command(*, as_json: bool) -> None:
    """Say what is installed and what is missing, and test newsie on a small page.

    Exit status: 1 when something is broken.
    """
    findings = examine()
    broken = any(finding.is_broken for finding in findings)
    if as_json:
        told = {"broken": broken, "findings": [asdict(finding) for finding in findings]}
        click.echo(json.dumps(told, ensure_ascii=_is_narrow(), indent=1))
    else:
        _print(findings)
    sys.exit(1 if broken else 0)


def _is_narrow() -> bool:
    return not (sys.stdout.encoding or "").lower().startswith("utf")


_STYLES = {"ok": "green", "missing": "yellow", "broken": "red"}


def _print(findings: tuple[Finding, ...]) -> None:
    table = Table(box=None, show_header=False, padding=(0, 1))
    for finding in findings:
        told = f"{finding.told}. {finding.help}" if finding.help else finding.told
        table.add_row(Text(finding.status, _STYLES[finding.status]), finding.name, Text(_printable(told)))
    Console(highlight=False).print(table)


def _printable(words: str) -> str:
    """Return words as the terminal can show them."""
    encoding = sys.stdout.encoding or "ascii"
    return words.encode(encoding, "backslashreplace").decode(encoding)
