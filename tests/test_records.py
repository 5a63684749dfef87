"""Records in a program: printed, compared, counted, made by hand."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from pydantic import ValidationError

import newsie
from newsie import DateInterval, Extraction, Meeting, Quantity, Statement, Statistic

PAGE = (
    "某县召开防汛工作会\n\n本报讯（记者 林某）5月8日上午，全县防汛工作会议在县会议中心召开。县长何振华主持会议并讲话，"
    "会议指出，今年以来全县共排查隐患点126处，其中水库23处、堤防48处、地质灾害点55处。\n"
)
RULES = Path(__file__).parent.parent / "examples" / "own_rules"
EXTRACTOR = newsie.load("zh_chars")
RESULT = EXTRACTOR.extract(PAGE, published="2024-05-09", source="page.txt")


def test_a_result_prints_as_one_line_with_its_counts() -> None:
    told = repr(RESULT)
    assert told.startswith("Extraction(id='document-")
    assert "source='page.txt', published='2024-05-09'" in told
    assert "meetings=1" in told
    assert "statistics=4" in told
    assert len(told) < 300
    assert "visits" not in told  # there are none


def test_a_record_prints_what_it_says_and_no_more() -> None:
    (meeting,) = RESULT.meetings
    told = repr(meeting)
    assert "name='全县防汛工作会议'" in told
    assert "date=DateInterval(text='5月8日上午', start='2024-05-08', " in told
    for left_out in ("evidence", "confidence", "documents", "None"):
        assert left_out not in told
    assert repr(meeting.evidence["name"][0]).startswith("Piece(segments=((")


def test_what_is_nought_is_not_empty() -> None:
    assert "value=Decimal('0')" in repr(Quantity(value="0", unit="件", qualifier="exact"))


def test_what_is_long_is_cut_when_it_is_printed() -> None:
    long = Statement(speaker=None, verb="指出", text="要" * 2_000)
    assert len(repr(long)) < 200
    crowd = Meeting(name="会", kind="other", attendees=tuple(f"王{number}" for number in range(500)))
    assert len(repr(crowd)) < 200
    (article,) = RESULT.articles
    assert "segments" not in repr(article)


def test_what_holds_pages_prints_none_of_them() -> None:
    linkage = newsie.link([RESULT])
    told = [
        newsie.explain(PAGE),
        newsie.Page.of(PAGE),
        EXTRACTOR,
        newsie.load_rules(RULES),
        linkage,
    ]
    assert [len(repr(one)) < 400 for one in told] == [True] * 5
    assert all("召开" not in repr(one) for one in told)
    assert "people=1" in repr(linkage)


def test_records_can_be_members_of_sets() -> None:
    again = EXTRACTOR.extract(PAGE, published="2024-05-09", source="page.txt")
    for kind in ("meetings", "officials", "statistics", "articles", "mentions"):
        found = getattr(RESULT, kind)
        assert found
        assert len({*found, *getattr(again, kind)}) == len(found)
    assert hash(RESULT.meetings[0].confidence) == hash(again.meetings[0].confidence)


def test_amounts_that_are_equal_have_one_hash() -> None:
    one, other = (Quantity(value=value, unit="亩", qualifier="exact") for value in ("5", "5.0"))
    assert (one == other, len({one, other})) == (True, 1)


def test_a_linkage_that_was_asked_crosses_to_another_process() -> None:
    linkage = newsie.link([RESULT])
    assert len(linkage.career("何振华")) == 1
    again = pickle.loads(pickle.dumps(linkage))  # noqa: S301 - our own
    assert again == linkage
    assert len(again.career("何振华")) == 1


def test_a_table_of_documents_has_the_page_that_is_at_hand() -> None:
    assert RESULT.to_frame("documents", "arrow").to_pylist()[0]["text"] == PAGE
    loaded = Extraction.model_validate_json(RESULT.model_dump_json())
    assert loaded.to_frame("documents", "arrow").to_pylist()[0]["text"] is None


@pytest.mark.parametrize("day", ["2024-02-30", "2024", "--05-09", "5月9日"])
def test_the_day_of_publication_is_a_day(day: str) -> None:
    with pytest.raises(ValidationError, match=r"no day|no year"):
        Extraction(id="d", source="", text_sha256="", published=day)


def test_a_result_without_its_defaults_reads_as_it_was() -> None:
    assert Extraction.model_validate_json(RESULT.model_dump_json(exclude_defaults=True)) == RESULT


def test_a_record_made_by_hand_is_a_record() -> None:
    day = DateInterval(text="去年", start="2023-01-01", end="2023-12-31", precision="year")
    quantity = Quantity(value="3.5", unit="万亩", qualifier="exact")
    assert Statistic(indicator="造林", quantity=quantity, period=day).nature == "actual"
    with pytest.raises(ValidationError, match="write 2023-01-10"):
        DateInterval(text="去年", start="2023-02-30", end=None, precision="year")
