"""Reports opened in headless Chromium; what a browser shows and does is what is checked."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from newsie.records import Extraction
from newsie.views.opening import document
from newsie.views.report import report

collect_ignore_glob = [] if find_spec("playwright") else ["*.py"]

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
# nothing of the browser's own goes out into the network
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)

Shower = Callable[..., Any]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A running browser."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - the step installs it

    if CHROMIUM is None:
        pytest.fail(
            "Chromium is needed: apt-get install chromium fonts-noto-cjk, or set CHROMIUM to its path"
        )
    flags = [*FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def samples(extracted: dict[Path, tuple[Extraction, ...]]) -> tuple[Extraction, ...]:
    """What was read from all sample pages, each with its text."""
    return tuple(result for results in extracted.values() for result in results)


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Shower]:
    """Write a report and open it from disk; in the end nothing may have been said on the console."""
    from browser.reading import Opened  # noqa: PLC0415 - it needs what the step installs

    opened: list[Opened] = []

    def shown(
        *results: Extraction,
        width: int = 1440,
        height: int = 900,
        locale: str = "en-US",
        scheme: str = "light",
        at: str = "",
        html: str | None = None,
    ) -> Opened:
        path = tmp_path / f"{len(opened)}.html"
        path.write_text(report(map(document, results)) if html is None else html, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            locale=locale,
            color_scheme=scheme,
            reduced_motion="reduce",
            offline=True,
        )
        context.set_default_timeout(5000)
        found = Opened(context.new_page(), path)
        opened.append(found)
        found.open(at)
        return found

    yield shown
    for one in opened:
        assert one.said == [], one.said
        one.page.context.close()
