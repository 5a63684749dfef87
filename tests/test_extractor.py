"""The line through the whole library, on pages of many layouts."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

import newsie
from newsie.identity import text_sha256
from newsie.records import Extraction, Piece

STORY = "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，安排部署重点工作。\n"


@pytest.fixture(scope="session")
def results(extracted: dict[Path, tuple[Extraction, ...]]) -> list[tuple[Extraction, str]]:
    """Each result with its page."""
    return [
        (result, Path(result.source).read_bytes().decode())
        for found in extracted.values()
        for result in found
    ]


def squeezed(string: str) -> str:
    """White space, noise and quotation marks gone, as the contract compares words with the page."""
    return re.sub(r"[\s\ufffd#“”‘’\"']+", "", string)


def pieces(result: Extraction) -> Iterator[tuple[str, Piece]]:
    records = (*result.meetings, *result.visits, *result.officials, *result.projects, *result.statistics)
    said = (statement for record in (*result.meetings, *result.visits) for statement in record.statements)
    for record in (*records, *said, *result.statements):
        for field, places in record.evidence.items():
            for place in places:
                yield f"{type(record).__name__}.{field}", place


def test_evidence_is_what_stands_at_its_place(results: list[tuple[Extraction, str]]) -> None:
    for result, text in results:
        for field, piece in pieces(result):
            there = squeezed("".join(text[start:end] for start, end in piece.segments))
            words = squeezed(piece.text)
            assert words, (field, piece)
            assert there == words or _undoubled(there) == _undoubled(words), (field, piece)


def _undoubled(string: str) -> str:
    return re.sub(r"(.)\1", r"\1", string)


def test_every_field_of_a_record_has_evidence(results: list[tuple[Extraction, str]]) -> None:
    without = {"id", "article", "articles", "kind", "nature", "change", "status", "evidence", "statements"}
    without |= {"confidence", "review"}
    for result, _ in results:
        for record in (*result.meetings, *result.visits, *result.projects, *result.statistics):
            filled = {
                name for name in type(record).model_fields if getattr(record, name) not in (None, (), "")
            }
            missing = filled - without - set(record.evidence)
            assert not missing, (missing, record)


def test_mentions_say_what_stands_at_their_place_and_each_stands_once(
    results: list[tuple[Extraction, str]],
) -> None:
    for result, text in results:
        places = [(mention.label, mention.segments) for mention in result.mentions]
        assert len(set(places)) == len(places)
        persons = sorted(
            segment
            for mention in result.mentions
            if mention.label == "PERSON"
            for segment in mention.segments
        )
        assert all(end <= start for (_, end), (start, _) in pairwise(persons))
        for mention in result.mentions:
            there = squeezed("".join(text[start:end] for start, end in mention.segments))
            # 泽泽临临东东站站站站前前广广场场 is 泽临东站站前广场, whose 站站 are two characters
            assert squeezed(mention.text) in {there, _undoubled(there)} or _undoubled(there) == _undoubled(
                squeezed(mention.text)
            )


def test_ids_are_unique_and_refer_to_the_articles_of_the_page(results: list[tuple[Extraction, str]]) -> None:
    for result, text in results:
        assert result.text_sha256 == text_sha256(text)
        articles = {article.id for article in result.articles}
        records = (*result.meetings, *result.visits, *result.projects, *result.statistics, *result.statements)
        assert {record.article for record in records} <= articles
        assert {mention.article for mention in result.mentions} <= {*articles, None}
        ids = [thing.id for thing in (*result.articles, *records, *result.officials)]
        assert len(set(ids)) == len(ids)


def test_a_result_survives_its_json(results: list[tuple[Extraction, str]]) -> None:
    for result, _ in results:
        assert Extraction.model_validate_json(result.model_dump_json()) == result


def test_the_same_page_gives_the_same_result() -> None:
    assert newsie.extract(STORY).model_dump_json() == newsie.extract(STORY).model_dump_json()


def test_what_is_known_of_a_page_is_in_its_result() -> None:
    result = newsie.extract(STORY, published="2023-01-10", source="page.txt", outlet="某某日报")
    assert (result.published, result.published_from, result.source, result.outlet) == (
        "2023-01-10",
        "given",
        "page.txt",
        "某某日报",
    )
    assert newsie.extract(STORY, source="2023-01-10.txt").published_from == "filename"


def test_a_dateline_gives_today_its_day() -> None:
    story = "区里召开推进会\n\n本报1月8日讯（记者 姜某）今天，区里召开重点工作推进会，安排部署重点工作。\n"
    (meeting,) = newsie.extract(story, published="2023-01-10").meetings
    assert meeting.date is not None
    assert meeting.date.start == "2023-01-08"


def test_a_pipeline_is_loaded_once() -> None:
    assert newsie.load() is newsie.load()
    with pytest.raises(newsie.ModelError, match="nowhere"):
        newsie.load("nowhere")


def test_a_frame_that_breaks_costs_no_other_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> tuple[()]:
        raise IndexError("out of range")

    monkeypatch.setattr("newsie.compose.find_undertakings", broken)
    result = newsie.extract("本报讯（记者 姜某）1月8日，区里召开防汛工作会议。", published="2023-01-10")
    assert [meeting.name for meeting in result.meetings] == ["防汛工作会议"]
    assert [warning.code for warning in result.warnings] == ["frame-failed"]


def test_no_frame_breaks_on_the_sample_pages(extracted: dict[Path, tuple[Extraction, ...]]) -> None:
    codes = {
        warning.code for results in extracted.values() for result in results for warning in result.warnings
    }
    assert "frame-failed" not in codes
