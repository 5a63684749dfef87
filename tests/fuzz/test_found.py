"""Each text that once broke newsie, as short as it was made."""

from __future__ import annotations

import zipfile
from functools import partial
from pathlib import Path

import pytest
from growth import grows_evenly

from fuzz.invariants import read_sources, read_text
from newsie.divide import divide
from newsie.frames.yearly import of_bulletin
from newsie.inputs import find_pages
from newsie.page import Failure
from newsie.reading import Date
from newsie.records import Extraction
from newsie.values import Interval

FOUND = {
    "a note of continuation is all there is": "（上接第1版）",
    "a figure without words ends the text": "▲一句年齄▼生产总值，198元",
    "a quotation mark is all that says what a figure measures": "”21 个,吸纳1300多名妇女务工。",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND)
def test_what_was_found_is_sound(text: str) -> None:
    read_text(text)


@pytest.mark.parametrize("marks", ["\ue001\ue000", "\ue000、\ue000", "\ue002，\ue000", "\ue003\ue00f"])
def test_marks_of_private_use_on_a_page_are_no_names(marks: str) -> None:
    text = "区里召开防汛工作会议\n\n本报讯（记者 姜某）1月8日，区里召开防汛工作会议。{}主持会议并讲话。\n"
    with_marks, without = read_text(text.format(marks)), read_text(text.format("\ufffd" * len(marks)))
    (meeting,), (plain,) = with_marks.meetings, without.meetings
    assert meeting.chair == meeting.speakers == ()
    assert meeting.evidence == plain.evidence


def test_a_reason_that_quotes_half_a_character_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "page.jsonl"
    path.write_text('{"\\ud800text": "区里召开推进会。"}\n', encoding="utf-8")
    (failure,) = read_sources(list(find_pages([path])))
    assert isinstance(failure, Failure)
    assert "\ufffdtext" in failure.reason


def test_a_file_without_a_name_in_an_archive_costs_none_of_the_others(tmp_path: Path) -> None:
    path = tmp_path / "pages.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "区里召开推进会。")
        archive.writestr("b.txt", "区里召开推进会。")
    path.write_bytes(path.read_bytes().replace(b"a.txt", b"\0.txt"))
    (result,) = read_sources(list(find_pages([path])))
    assert isinstance(result, Extraction)


@pytest.mark.parametrize(
    ("first", "again"),
    [
        (
            "本报讯（记者 王某）1月8日，县里召开会议。\n\n",
            "县纪委\n严查公款吃喝\n9月中旬，县纪委暗访。\n截至目前，共检查单位。\n\n",
        ),
        (
            "本报讯（记者 王某）1月8日，县里\n",
            "共同研究有关的重要问题和有\n重振精神抓重建\n咬定目标促发展\n\n",
        ),
        ("", "某某会议召开\n\n本报讯（记者 王某）1月8日，县里召开会议。\n\n执法严打采砂\n简讯\n"),
    ],
)
def test_what_stands_before_is_not_gone_through_at_every_headline(first: str, again: str) -> None:
    assert grows_evenly(lambda count: partial(divide, first + again * count), 800, 12_000)


def test_a_bulletin_is_of_its_year_also_where_the_page_has_none() -> None:
    time = of_bulletin("全年实现生产总值318亿元", Date(0, 2, Interval("--01-01", "--12-31", "year")), "2015")
    assert (time.interval.start, time.interval.end) == ("2015-01-01", "2015-12-31")
