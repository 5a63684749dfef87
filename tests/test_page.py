import codecs
import contextlib
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.decoding import decode
from newsie.errors import DateError, SourceError
from newsie.inputs import Limits, read_page
from newsie.page import Page, Source
from newsie.values import read_day

STORY = "本报讯（记者 姜某）1月8日，区里召开推进会，安排部署重点工作。\r\n　　会议指出，要抓好落实。\r\n" * 4


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"]
)
def test_chinese_encodings_are_told_apart(encoding: str) -> None:
    assert decode(STORY.encode(encoding)) == STORY


def test_big5_is_told_from_gb18030() -> None:
    story = "記者從市政府了解到，今年全市經濟運行總體平穩，重點項目進展順利，民生持續改善。\n" * 6
    assert decode(story.encode("big5")) == story


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_a_short_text_is_read_by_its_common_characters(encoding: str) -> None:
    story = (
        "北方多地出现高温 江南迎降水集中期。"
        if encoding == "gb18030"
        else "記者從市政府了解到，今年全市經濟運行平穩。"
    )
    assert decode(story.encode(encoding)) == story


@pytest.mark.parametrize("story", ["中国", "镇", "（一）", "第一版", "王某某"])
def test_a_text_of_a_few_characters_in_gbk_is_not_big5(story: str) -> None:
    assert decode(story.encode("gbk")) == story


@pytest.mark.parametrize("story", ["中國", "（一）", "第一版", "立法院"])
def test_a_text_of_a_few_characters_in_big5_is_not_gbk(story: str) -> None:
    assert decode(story.encode("big5")) == story


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le"])
def test_the_first_character_may_stand_far_from_the_beginning(encoding: str) -> None:
    story = "<script>" + "x = 1; " * 40_001 + "</script>第一版：記者從市政府了解到。"
    assert decode(story.encode(encoding)) == story


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_damaged_byte_costs_its_character(encoding: str) -> None:
    data = STORY.encode(encoding)
    at = len(STORY[:40].encode(encoding))
    text = decode(data[:at] + b"\xff" + data[at:])
    assert text[:40] == STORY[:40]
    assert text.endswith(STORY[60:])
    assert [warning.code for warning in Page(text).warnings] == ["lone-surrogate"]
    with pytest.raises(SourceError, match="binary"):
        decode(data[:at] + b"\xff" * 40 + data[at:])


def test_a_text_that_was_cut_is_read() -> None:
    assert decode(STORY.rstrip().encode()[:-1])[:-1] == STORY.rstrip()[:-1]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("utf-8", "gb18030"),
        ("utf-8", "cp1252"),
        ("utf-8", "latin-1"),
        ("gbk", "latin-1"),
        ("big5", "gb18030"),
    ],
)
def test_a_garbled_text_is_named_as_such(own: str, other: str) -> None:
    story = "記者從市政府了解到，今年全市經濟運行總體平穩，重點項目進展順利，民生持續改善。"
    text = story.encode(own).decode(other, "replace")
    told = "it is garbled: .* was read as .* and saved so"
    with pytest.raises(SourceError, match=told):
        decode(text.encode())
    (warning,) = Page(text).warnings
    assert warning.code == "garbled"
    assert Page(story).warnings == ()


@pytest.mark.parametrize(
    "text",
    ["Évêque à Orléans, naïf façon " * 4, "燊喆頔赟翀堃旻玥", "Привет из Харбина, город на реке", "�" * 50],
)
def test_what_is_rare_or_foreign_is_not_garbled(text: str) -> None:
    assert decode(text.encode()) == text
    assert Page(text).warnings == ()


def test_utf16_that_begins_with_lost_glyphs_is_read() -> None:
    story = "\ufffd" * 30 + STORY
    assert decode(story.encode("utf-16-le")) == story


def test_mark_of_utf8_stays_so_that_offsets_are_those_of_the_file() -> None:
    assert decode(codecs.BOM_UTF8 + STORY.encode()) == "\ufeff" + STORY


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"\x7fELF\x02\x01\x01" + bytes(200),
        b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 5,
    ],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="binary"):
        decode(data)


def test_a_pdf_is_named_as_one() -> None:
    with pytest.raises(SourceError, match="a PDF, not text"):
        decode(b"%PDF-1.7\n1 0 obj")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(SourceError):
        assert isinstance(decode(data), str)


def test_line_ends_and_source_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(STORY.encode())
    page = read_page(Source(path, date(2023, 1, 10), "manifest", "某报"))
    assert page.text == STORY
    assert (page.source, page.published, page.published_from, page.outlet) == (
        str(path),
        date(2023, 1, 10),
        "manifest",
        "某报",
    )


def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"gone\.txt: No such file"):
        read_page(Source(tmp_path / "gone.txt"))
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 4)
    with pytest.raises(SourceError, match=r"picture\.txt: it is binary"):
        read_page(Source(binary))


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("字" * 10, encoding="utf-8")
    assert len(read_page(Source(path), limits=Limits(max_bytes=30)).text) == 10
    with pytest.raises(SourceError, match="larger than 29 bytes"):
        read_page(Source(path), limits=Limits(max_bytes=29))


@pytest.mark.parametrize(
    "day", ["2023-02-30", "2023-13-01", "20230110", "2023-1-1", "今天", "", "2023-01-10T00:00"]
)
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(DateError, match="no day of the calendar"):
        read_day(day)


def test_a_day_may_be_a_date_or_a_datetime() -> None:
    assert read_day(date(2023, 1, 10)) == date(2023, 1, 10)
    assert read_day(datetime(2023, 1, 10, 8, 30)) == date(2023, 1, 10)  # noqa: DTZ001


def test_lone_surrogates_become_lost_glyphs_in_place() -> None:
    page = Page.of("区里\ud83d召开\udc00会")
    assert page.readable == "区里\ufffd召开\ufffd会"
    assert [warning.segments for warning in page.warnings] == [((2, 3), (5, 6))]
