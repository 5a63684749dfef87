"""axe finds no serious fault, in any state of the report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.reading import Opened

from newsie.records import Extraction

Show = Callable[..., Opened]
GRAVE = {"serious", "critical"}


def faults(opened: Opened) -> list[str]:
    """The grave faults that axe finds, with the first element of each."""
    found = Axe().run(opened.page).response["violations"]
    return [
        f"{one['id']}: {one['help']} {one['nodes'][0]['html'][:200]} {one['nodes'][0].get('failureSummary')}"
        for one in found
        if one["impact"] in GRAVE
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 900, 390])
def test_a_report_has_no_grave_fault(
    samples: tuple[Extraction, ...], show: Show, width: int, scheme: str
) -> None:
    opened = show(*samples[:3], width=width, scheme=scheme)
    assert faults(opened) == []
    opened.page.locator("#more").click()
    opened.press("j", "j", "j", "j", "j", "Enter")
    assert faults(opened) == []
    if width < 1000:
        opened.page.locator("#rail-toggle").click()
        opened.page.wait_for_timeout(200)
        assert faults(opened) == []
        opened.press("Escape")
    opened.press("Escape", "?")
    assert faults(opened) == []


def test_chinese_has_no_grave_fault_either(samples: tuple[Extraction, ...], show: Show) -> None:
    opened = show(samples[4], locale="zh-CN")
    opened.press("j", "Enter")
    assert faults(opened) == []


def test_what_changes_is_said(samples: tuple[Extraction, ...], show: Show) -> None:
    opened = show(samples[2])
    opened.find("项目")
    spoken = opened.page.locator("[role=status]").inner_text()
    assert "of" in spoken
    assert "on the page" in spoken
