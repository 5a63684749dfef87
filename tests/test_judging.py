"""How sure newsie is: chances for records and fields, reasons in plain words, ids that do not depend on it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from newsie.batch import extract_many
from newsie.cli import main
from newsie.extractor import load
from newsie.identity import with_ids
from newsie.judging import judge
from newsie.judging.reasons import BITS
from newsie.judging.signals import signals_of
from newsie.judging.view import look_at
from newsie.judging.weights import verdict
from newsie.lexicon import rows
from newsie.page import Page
from newsie.records import Extraction, Review

STORY = """区里召开推进会

本报讯（记者 姜某）近日，区委书记王某主持召开全区经济工作推进会。会议强调，要抓好项目建设。
区发展改革局大力服务企业。

目前，全区已完成投资3亿元，同比增长15%。
"""


@pytest.fixture(scope="module")
def result() -> Extraction:
    return load("zh_chars").extract_page(Page.of(STORY, published="2023-01-10"))


def test_every_record_and_every_field_has_a_chance(result: Extraction) -> None:
    records = (*result.meetings, *result.meetings[0].statements, *result.officials, *result.statistics)
    assert len(records) == 5
    for record in records:
        assert record.confidence is not None
        assert 0 < record.confidence.record <= 0.99
        assert set(record.evidence) <= set(record.confidence.fields)
        assert all(0 < chance <= record.confidence.record for chance in record.confidence.fields.values())


def test_chances_have_two_decimals(result: Extraction) -> None:
    for record in result.statistics:
        assert record.confidence is not None
        assert all(round(chance, 2) == chance for chance in record.confidence.fields.values())


def test_ids_do_not_depend_on_it(result: Extraction) -> None:
    bare = [meeting.model_copy(update={"confidence": None}) for meeting in result.meetings]
    assert with_ids(bare) == tuple(
        meeting.model_copy(update={"confidence": None}) for meeting in with_ids(result.meetings)
    )


def test_a_result_can_be_judged_again(result: Extraction) -> None:
    assert judge(result, STORY) == result


def test_a_name_with_one_vote_is_less_sure() -> None:
    agreed = verdict("meeting", "speakers", "meeting.speakers", 0)
    alone = verdict("meeting", "speakers", "meeting.speakers", BITS["one-vote"])
    assert alone.chance < agreed.chance
    assert [reason for _, reason in alone.reasons] == ["one vote only for a name"]


def test_a_subject_from_another_paragraph_is_a_signal(result: Extraction) -> None:
    first = result.statistics[0]
    far = first.model_copy(
        update={"evidence": first.evidence | {"subject": result.meetings[0].evidence["date"]}}
    )
    fields = {field: bits for field, _, bits in signals_of(far, look_at(result, STORY)).fields}
    assert fields["subject"] & BITS["paragraph"]
    assert not fields["quantity"] & BITS["paragraph"]


def test_damaged_text_is_a_signal() -> None:
    text = STORY.replace("经济工作推进会", "经济\ufffd工作推进会")
    damaged = load("zh_chars").extract_page(Page.of(text, published="2023-01-10"))
    fields = {
        field: bits for field, _, bits in signals_of(damaged.meetings[0], look_at(damaged, text)).fields
    }
    assert fields["name"] & BITS["damaged"]
    assert not fields["date"] & BITS["damaged"]


def test_weights_are_of_known_signals() -> None:
    names = {signal for _, signal, _ in rows("confidence.tsv", 3)}
    assert {name for name in names if name != "base" and not name.startswith("rule ")} <= set(BITS)


def test_what_is_not_sure_enough_goes(result: Extraction) -> None:
    assert result.at_least(0.0) == result
    assert not result.at_least(1.0).meetings
    (meeting,) = result.meetings
    assert meeting.confidence is not None
    doubt = meeting.confidence.model_copy(
        update={"fields": meeting.confidence.fields | {"date": 0.4}, "reasons": ("date: a vague time",)}
    )
    doubtful = result.model_copy(update={"meetings": (meeting.model_copy(update={"confidence": doubt}),)})
    (left,) = doubtful.at_least(0.5).meetings
    assert left.date is None
    assert "date" not in left.evidence
    assert left.confidence is not None
    assert "date" not in left.confidence.fields
    assert not left.confidence.reasons
    assert left.id == meeting.id


def test_a_record_goes_with_a_field_it_cannot_do_without(result: Extraction) -> None:
    first = result.statistics[0]
    assert first.confidence is not None
    doubt = first.confidence.model_copy(update={"fields": first.confidence.fields | {"indicator": 0.4}})
    doubtful = result.model_copy(update={"statistics": (first.model_copy(update={"confidence": doubt}),)})
    assert not doubtful.at_least(0.5).statistics
    reviewed = first.model_copy(update={"confidence": doubt, "review": Review(verdict="accepted")})
    assert doubtful.model_copy(update={"statistics": (reviewed,)}).at_least(0.5).statistics == (reviewed,)


def test_what_was_said_stays_where_the_meeting_is_not_sure(result: Extraction) -> None:
    (meeting,) = result.meetings
    assert meeting.confidence is not None
    assert meeting.statements
    doubt = meeting.confidence.model_copy(update={"record": 0.1})
    doubtful = result.model_copy(update={"meetings": (meeting.model_copy(update={"confidence": doubt}),)})
    left = doubtful.at_least(0.2)
    assert not left.meetings
    assert left.statements == (*meeting.statements, *result.statements)


def test_shares_of_a_hundred_are_a_sum_without_a_whole() -> None:
    story = "能源结构\n\n本报讯 2023年，全县发电量中，风电占60%，水电占40%。\n"
    found = load("zh_chars").extract_page(Page.of(story, published="2024-01-10"))
    assert [check.whole for check in found.checks] == [None]
    assert found.at_least(0.1).checks == found.checks
    assert not found.at_least(1.0).checks


def test_batches_and_the_command_can_leave_out_what_is_not_sure(tmp_path: Path) -> None:
    (found,) = extract_many([STORY], published="2023-01-10", pipeline="zh_chars", min_confidence=1.0)
    assert isinstance(found, Extraction)
    assert not found.statistics
    page = tmp_path / "page.txt"
    page.write_text(STORY, encoding="utf-8")
    call = ["extract", page, "--out", tmp_path, "--no-model", "--min-confidence", "1"]
    assert CliRunner().invoke(main, [*map(str, call)]).exit_code == 0
    written = Extraction.model_validate_json((tmp_path / "page.json").read_text(encoding="utf-8"))
    assert written.articles
    assert not written.meetings
