"""Each bad input gives a clear error or a sensible result; see also test_page, test_batch and test_cli."""

from pathlib import Path

import pytest

import newsie

STORY = "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，安排部署重点工作。\n"


@pytest.mark.parametrize("text", ["", " ", "\n\n\r\n\t\u3000\n", "\ufeff", "\x00", "\ufffd" * 40])
def test_a_page_with_nothing_on_it_has_no_articles(text: str) -> None:
    result = newsie.extract(text, published="2023-01-10")
    assert result.articles == result.meetings == result.mentions == ()


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-be"])
def test_other_encodings_give_the_records_of_utf8(encoding: str, tmp_path: Path, seeds: Path) -> None:
    text = next(seeds.glob("001*.txt")).read_bytes().decode()
    path = tmp_path / "page.txt"
    path.write_bytes(text.encode(encoding))
    (result,) = newsie.extract_many([path], published="2022-03-30")
    assert isinstance(result, newsie.Extraction)
    plain = newsie.extract(text, published="2022-03-30", source=str(path))
    assert result.model_dump_json() == plain.model_dump_json()


@pytest.mark.parametrize("text", ["区里\ud800召开推进会。", "\udc80" * 9, STORY + "\ud83d"])
def test_lone_surrogates_are_lost_glyphs(text: str) -> None:
    result = newsie.extract(text, published="2023-01-10")
    assert "lone-surrogate" in {warning.code for warning in result.warnings}
    assert "\ud800" not in result.model_dump_json()


def test_a_page_with_lone_surrogates_is_known_by_what_is_kept_of_it() -> None:
    page = "区里\ud800召开推进会。"
    result = newsie.extract(page)
    loaded = newsie.Extraction.model_validate_json(result.model_dump_json())
    for kept in (page, page.replace("\ud800", "\ufffd")):
        assert loaded.with_text(kept).text == kept


def test_a_surrogate_in_a_name_is_a_lost_glyph() -> None:
    assert newsie.extract("", source="\udcff.txt", outlet="\udcff").source == "\ufffd.txt"


@pytest.mark.parametrize("day", ["2023-02-30", "2月30日", "", "2023"])
def test_a_publication_date_that_does_not_exist_is_an_error(day: str) -> None:
    with pytest.raises(newsie.DateError, match="no day of the calendar"):
        newsie.extract(STORY, published=day)


def test_a_date_on_the_page_that_does_not_exist_is_no_day() -> None:
    result = newsie.extract(STORY.replace("1月8日", "2月30日"), published="2023-03-10")
    assert all(record.date is None or record.date.start != "2023-02-30" for record in result.meetings)


def test_a_publication_date_before_every_date_of_the_page_is_a_warning() -> None:
    result = newsie.extract(STORY.replace("1月8日", "2023年1月8日"), published="2021-01-01")
    assert "published-early" in {warning.code for warning in result.warnings}


@pytest.mark.parametrize(
    "unit", ["字", "（", "《", "“", "1", "、", "记者 ", "会", "一、", "2023年", "A", "1,", "\n", "张三、"]
)
def test_a_long_run_of_anything_is_read_in_time_that_grows_with_it(unit: str) -> None:
    assert newsie.extract(unit * (20_000 // len(unit)), published="2023-01-10").schema_version


def test_a_text_of_twenty_megabytes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    # a column of a page set out with spaces, as PDF readers do
    line = "本文件第七条规定的内容由各单位负责落实。".ljust(400) + "\n"
    path.write_text(line * (20_000_000 // len(line.encode()) + 1), encoding="utf-8")
    assert path.stat().st_size >= 20_000_000
    (result,) = newsie.extract_many([path], published="2023-01-10")
    assert isinstance(result, newsie.Extraction)
    assert result.articles
