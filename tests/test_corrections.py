"""A reader's corrections: what becomes of records, how they are found again, and what is said of bad lines."""

import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import newsie
from newsie.batch import extract_many
from newsie.cli import main
from newsie.corrections import Corrections, correct, load_corrections
from newsie.errors import CorrectionError
from newsie.page import Page
from newsie.records import Check, Extraction, Meeting, Statistic

TEXT = """青河县召开推进会

　　本报讯（记者 姜某）3月26日，青河县在县宾馆召开重点项目推进会。县长王明华主持会议并讲话。
　　王明华强调，要抓紧施工。全县检查企业30家，整改隐患12处。
"""


@pytest.fixture(scope="module")
def page() -> Extraction:
    return newsie.load("zh_chars").extract(TEXT, published="2023-03-28")


def line(record: Any, **said: Any) -> dict[str, Any]:
    return {
        "text_sha256": said.pop("text", None) or PAGE_SHA256,
        "record": type(record).__name__.lower(),
        "id": record.id,
        **said,
    }


PAGE_SHA256 = "c0ffee" * 11


@pytest.fixture
def corrected(tmp_path: Path, page: Extraction) -> Callable[..., Extraction]:
    def apply(*lines: dict[str, Any], to: Extraction = page) -> Extraction:
        path = tmp_path / "corrections.jsonl"
        said = [{**one, "text_sha256": to.text_sha256} for one in lines]
        path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in said), encoding="utf-8")
        return correct(to, path)

    return apply


Apply = Callable[..., Extraction]


def meeting(page: Extraction) -> Meeting:
    return page.meetings[0]


def figure(page: Extraction, unit: str) -> Statistic:
    return next(one for one in page.statistics if one.quantity.unit == unit)


def test_a_rejected_record_is_gone(page: Extraction, corrected: Apply) -> None:
    gone = figure(page, "家")
    found = corrected(line(gone, verdict="reject"))
    assert [one.id for one in found.statistics] == [one.id for one in page.statistics if one != gone]
    assert found.warnings == page.warnings


def test_an_accepted_record_says_so(page: Extraction, corrected: Apply) -> None:
    found = meeting(corrected(line(meeting(page), verdict="accept", note="看过报纸")))
    assert found.review
    assert (found.review.verdict, found.review.note) == ("accepted", "看过报纸")
    assert found.model_copy(update={"review": None}) == meeting(page)


def test_a_changed_field_keeps_the_rest_and_the_id(page: Extraction, corrected: Apply) -> None:
    before = meeting(page)
    found = meeting(corrected(line(before, verdict="change", set={"organizer": "县委办"})))
    assert (found.id, found.organizer, found.name) == (before.id, "县委办", before.name)
    assert found.review
    assert (found.review.verdict, found.review.fields) == ("changed", ("organizer",))
    assert "organizer" not in found.evidence


def test_new_words_that_stand_on_the_page_are_their_evidence(page: Extraction, corrected: Apply) -> None:
    found = meeting(corrected(line(meeting(page), verdict="change", set={"place": "宾馆"})))
    (piece,) = found.evidence["place"]
    ((start, end),) = piece.segments
    assert (TEXT[start:end], piece.text, piece.rule) == ("宾馆", "宾馆", "correction")


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        (
            {"date.start": "2023-03-25", "date.part_of_day": "morning"},
            "date",
            ("3月26日", "2023-03-25", "morning"),
        ),
        ({"date": None}, "date", None),
    ],
)
def test_a_value_is_changed_in_part(
    page: Extraction, corrected: Apply, values: dict[str, Any], field: str, expected: object
) -> None:
    found = getattr(meeting(corrected(line(meeting(page), verdict="change", set=values))), field)
    assert (found and (found.text, found.start, found.part_of_day)) == expected


@pytest.mark.parametrize("day", ["明天", "2023-02-30", "20230226", "2023-2-6"])
def test_a_day_that_is_none_is_refused(page: Extraction, corrected: Apply, day: str) -> None:
    found = corrected(line(meeting(page), verdict="change", set={"date.start": day}))
    assert meeting(found).date == meeting(page).date
    (warning,) = (one for one in found.warnings if one.code == "correction-refused")
    assert "2023-01-10" in warning.message


def test_an_amount_is_changed_or_made(page: Extraction, corrected: Apply) -> None:
    rows = figure(page, "家")
    found = corrected(
        line(rows, verdict="change", set={"quantity.value": "31"}),
        line(meeting(page), verdict="change", set={"headcount": {"value": "70", "unit": "人"}}),
    )
    changed = figure(found, "家")
    assert (str(changed.quantity.value), changed.evidence) == ("31", rows.evidence)
    headcount = meeting(found).headcount
    assert headcount
    assert (str(headcount.value), headcount.qualifier) == ("70", "exact")


def test_lines_for_one_record_add_up_and_the_last_verdict_holds(page: Extraction, corrected: Apply) -> None:
    one = meeting(page)
    place, organizer = ({"place": "县委党校"}, {"organizer": "县委"})
    found = meeting(
        corrected(
            line(one, verdict="reject"),
            line(one, verdict="change", set=place),
            line(one, verdict="change", set=organizer),
            line(one, verdict="accept"),
        )
    )
    assert (found.place, found.organizer) == ("县委党校", "县委")
    assert found.review
    assert found.review.fields == ("organizer", "place")
    assert not corrected(line(one, verdict="accept"), line(one, verdict="reject")).meetings


def test_a_statement_inside_a_meeting_is_corrected(page: Extraction, corrected: Apply) -> None:
    told = [(one, one.statements) for one in page.meetings] or [(None, page.statements)]
    statement = told[0][1][0]
    found = corrected(line(statement, verdict="change", set={"verb": "要求"}))
    assert [one.verb for one in (*found.statements, *(s for m in found.meetings for s in m.statements))] == [
        "要求"
    ]
    assert not [s for m in corrected(line(statement, verdict="reject")).meetings for s in m.statements]


def test_a_record_that_newsie_reads_otherwise_is_found_by_its_place(
    page: Extraction, corrected: Apply
) -> None:
    one = meeting(page)
    at = {"field": "name", "segments": one.evidence["name"][0].segments}
    moved = {
        **line(one, verdict="change", set={"place": "县委党校"}, at=at),
        "id": "meeting-0000000000000000",
    }
    assert meeting(corrected(moved)).place == "县委党校"
    (warning,) = corrected({**moved, "verdict": "accept", "set": {}}).warnings[len(page.warnings) :]
    assert warning.code == "correction-outdated"
    assert not corrected({**moved, "verdict": "reject", "set": {}}).meetings


def test_a_correction_of_nothing_is_told(page: Extraction, corrected: Apply) -> None:
    lost = {**line(meeting(page), verdict="reject"), "id": "meeting-0000000000000000"}
    found = corrected(lost)
    assert found.meetings == page.meetings
    assert found.warnings[-1].code == "correction-lost"
    assert "corrections.jsonl, line 1" in found.warnings[-1].message


def test_a_place_is_not_taken_from_a_record_that_another_line_names(
    page: Extraction, corrected: Apply
) -> None:
    one = meeting(page)
    at = {"field": "name", "segments": one.evidence["name"][0].segments}
    stray = {**line(one, verdict="reject", at=at), "id": "meeting-0000000000000000"}
    found = corrected(line(one, verdict="accept"), stray)
    assert len(found.meetings) == len(page.meetings)
    assert found.warnings[-1].code == "correction-lost"


def test_a_field_that_does_not_fit_its_record_is_told(page: Extraction, corrected: Apply) -> None:
    found = corrected(line(meeting(page), verdict="change", set={"headcount.value": "70"}))
    assert meeting(found) == meeting(page)
    assert found.warnings[-1].code == "correction-refused"
    assert "headcount.unit" in found.warnings[-1].message


def test_a_missing_record_is_added_once(page: Extraction, corrected: Apply) -> None:
    start = TEXT.index("整改")
    place = {"field": "name", "segments": [[start, start + 4]]}
    new = {"record": "project", "verdict": "add", "set": {"name": "整改隐患", "place": "青河县"}, "at": place}
    found = corrected(new)
    (added,) = [one for one in found.projects if one not in page.projects]
    assert added.review
    assert added.review.verdict == "added"
    assert added.article == page.articles[0].id
    assert added.evidence["name"][0].segments == ((start, start + 4),)
    assert TEXT[slice(*added.evidence["place"][0].segments[0])] == "青河县"
    refused = corrected({**new, "at": {"field": "name", "segments": [[start + 1, start + 4]]}})
    assert refused.projects == page.projects
    assert refused.warnings[-1].code == "correction-refused"
    assert "name: 改隐患 stands there, not 整改隐患" in refused.warnings[-1].message
    one = meeting(page)
    there = {"field": "name", "segments": one.evidence["name"][0].segments}
    again = corrected({"record": "meeting", "verdict": "add", "set": {"place": "县委党校"}, "at": there})
    assert [(two.id, two.place) for two in again.meetings] == [(one.id, "县委党校")]


def test_sums_follow_their_figures(page: Extraction, corrected: Apply) -> None:
    whole, part = figure(page, "家"), figure(page, "处")
    check = Check(
        article=whole.article,
        whole=whole.id,
        parts=(part.id,),
        total=part.quantity.value,
        holds=False,
    )
    told = page.model_copy(update={"checks": (check,)})
    fixed = corrected(line(part, verdict="change", set={"quantity.value": "30"}), to=told)
    assert [(str(one.total), one.holds) for one in fixed.checks] == [("30", True)]
    assert not corrected(line(part, verdict="reject"), to=told).checks
    assert corrected(line(meeting(page), verdict="accept"), to=told).checks == (check,)


SUMS = """全县投资完成情况

　　本报讯（记者 姜某）全年全县完成投资38.1亿元，其中工业投资20.06亿元、农业投资18.06亿元。全县新增企业100家，其中省级40家、市级40家、县级30家。
"""


def test_a_sum_stays_as_exact_as_it_is_written(corrected: Apply) -> None:
    """20.06亿 and 18.06亿 are 38.1亿, as the page rounds it, also for a reader who finds all three right."""
    page = newsie.load("zh_chars").extract(SUMS, published="2024-01-03")
    invested = next(one for one in page.checks if one.total == 3_812_000_000)
    assert invested.holds
    accepted = [line(one, verdict="accept") for one in page.statistics]
    found = corrected(*accepted, to=page)
    assert found.checks == page.checks
    part = next(one for one in page.statistics if one.quantity.value == 1_806_000_000)
    off = corrected(line(part, verdict="change", set={"quantity.value": "1706000000"}), to=page)
    assert [one.holds for one in off.checks if one.whole == invested.whole] == [False]


def test_warnings_of_sums_follow_them(corrected: Apply) -> None:
    page = newsie.load("zh_chars").extract(SUMS, published="2024-01-03")
    told = [one for one in page.warnings if one.code == "sum-mismatch"]
    assert len(told) == 1
    part = next(one for one in page.statistics if one.quantity.value == 30)
    fixed = corrected(line(part, verdict="change", set={"quantity.value": "20"}), to=page)
    assert all(one.holds for one in fixed.checks)
    assert not [one for one in fixed.warnings if one.code == "sum-mismatch"]
    worse = corrected(line(part, verdict="change", set={"quantity.value": "50"}), to=page)
    (warning,) = (one for one in worse.warnings if one.code == "sum-mismatch")
    assert warning.message.startswith("the parts add up to 130,")
    assert warning.segments == told[0].segments


def test_what_was_said_at_a_rejected_meeting_stays(page: Extraction, corrected: Apply) -> None:
    said = meeting(page).statements
    assert said
    found = corrected(line(meeting(page), verdict="reject"))
    assert not found.meetings
    assert found.statements == (*said, *page.statements)
    gone = corrected(line(meeting(page), verdict="reject"), line(said[0], verdict="reject"))
    assert found.statements[1:] == gone.statements


def test_a_field_that_was_set_has_no_chance_any_more(page: Extraction, corrected: Apply) -> None:
    before = meeting(page).confidence
    found = meeting(corrected(line(meeting(page), verdict="change", set={"place": None}))).confidence
    assert before
    assert found
    assert before.fields.keys() - found.fields.keys() == {"place"}


def test_the_command_adds_to_corrections_only(tmp_path: Path, page: Extraction) -> None:
    results, mine = tmp_path / "page.json", tmp_path / "mine.jsonl"
    results.write_text(page.model_dump_json(), encoding="utf-8")
    mine.write_text("\ufeff", encoding="utf-8")

    def say(out: Path) -> int:
        call = ["correct", results, meeting(page).id, "--accept", "--to", out]
        return CliRunner().invoke(main, [*map(str, call)]).exit_code

    assert (say(results), results.read_text(encoding="utf-8")) == (1, page.model_dump_json())
    assert say(mine) == 0
    mine.write_bytes(mine.read_bytes().rstrip())
    assert say(mine) == 0
    assert [one.correction.verdict for one in load_corrections(mine).by_text[page.text_sha256]] == [
        "accept"
    ] * 2


def test_no_words_are_nothing(page: Extraction, corrected: Apply) -> None:
    found = meeting(corrected(line(meeting(page), verdict="change", set={"place": ""})))
    assert found.place is None
    assert "place" not in found.evidence
    refused = corrected(line(meeting(page), verdict="change", set={"name": ""}))
    assert meeting(refused) == meeting(page)
    assert refused.warnings[-1].code == "correction-refused"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            {"plac": "人民路"},
            "a traffic_accident has no field plac; it has place, date, deaths, injured, cause",
        ),
        ({"deaths": "4人"}, "deaths: it has parts, value, value_max, unit, qualifier"),
        ({"place": ["人民路"]}, "place: words are wanted"),
    ],
)
def test_a_record_of_ones_own_type_keeps_to_it(
    corrected: Apply, values: dict[str, object], message: str
) -> None:
    text = "本报讯 3月5日，在人民路发生一起两车相撞的交通事故，造成3人死亡。"
    page = newsie.load("zh_chars", rules="examples/own_rules").extract(text, published="2023-03-06")
    (accident,) = page.custom
    said = {**line(accident, verdict="change", set=values), "record": "traffic_accident"}
    found = corrected(said, to=page)
    assert found.custom == page.custom
    assert message in found.warnings[-1].message
    good = corrected({**said, "set": {"deaths": {"value": "4", "unit": "人"}, "cause": "雨天路滑"}}, to=page)
    assert good.custom[0].fields["cause"] == "雨天路滑"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("chair=王明华", "chair: a list is wanted"),
        ("date=2023-03-26", "date: it has parts, text, start"),
        ("kind=party", "kind: Input should be 'conference'"),
    ],
)
def test_the_command_says_what_a_value_should_be(
    tmp_path: Path, page: Extraction, given: str, message: str
) -> None:
    path = tmp_path / "page.json"
    path.write_text(page.model_dump_json(), encoding="utf-8")
    call = ["correct", path, meeting(page).id, "--set", given, "--to", tmp_path / "mine.jsonl"]
    told = CliRunner().invoke(main, [*map(str, call)])
    assert told.exit_code == 1
    assert message in told.output


@pytest.mark.parametrize("out", ["records", "records.duckdb"])
def test_a_run_tells_of_corrections_whose_text_it_did_not_meet(
    tmp_path: Path, page: Extraction, out: str
) -> None:
    """A page that has changed is another text: its corrections would be lost in silence."""
    said = line(meeting(page), text=page.text_sha256, verdict="accept")
    mine = tmp_path / "mine.jsonl"
    mine.write_text(json.dumps(said), encoding="utf-8")
    source = tmp_path / "page.txt"
    told = []
    for number, text in enumerate([TEXT, TEXT.replace("30家", "31家")]):
        source.write_text(text, encoding="utf-8", newline="")
        place = tmp_path / str(number) / out
        place.parent.mkdir()
        call = ["extract", source, "--out", place, "--no-model", "--corrections", mine]
        told.append(CliRunner().invoke(main, [*map(str, call)]).output)
    assert "corrections" not in told[0]
    assert "corrections: 1 of 1 are of texts that were not read here" in told[1]
    assert "mine.jsonl, line 1" in told[1]


def test_every_run_applies_them(tmp_path: Path, page: Extraction) -> None:
    path = tmp_path / "corrections.jsonl"
    said = line(meeting(page), text=page.text_sha256, verdict="change", set={"place": "县委党校"})
    path.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    loaded = load_corrections(path)
    assert pickle.loads(pickle.dumps(loaded)) == loaded  # noqa: S301 - its own
    extractor = newsie.load("zh_chars", corrections=path)
    (many,) = extract_many(
        [Page(TEXT, published=page.published and newsie.page.read_day(page.published))],
        pipeline="zh_chars",
        corrections=loaded,
    )
    assert isinstance(many, Extraction)
    found = [extractor.extract(TEXT, published="2023-03-28"), correct(page, path), many]
    assert [meeting(one).place for one in found] == ["县委党校"] * 3


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("{", "line 2: Invalid JSON"),
        ({"verdict": "delete"}, "verdict: Input should be 'accept', 'reject', 'change' or 'add'"),
        ({"text_sha256": "abc"}, "text_sha256: String should match"),
        ({"id": None}, "to change a record its id is needed"),
        ({"set": {}}, "`set` is missing"),
        ({"verdict": "accept"}, "`set` goes with change and add, not with accept"),
        ({"set": {"spot": "x"}}, "a meeting has no field spot; it has name, kind"),
        ({"set": {"id": "x"}}, "id cannot be set"),
        ({"set": {"place": 5}}, "set: place: Input should be a valid string"),
        (
            {"set": {"headcount": {"value": "x", "unit": "人"}}},
            "set: headcount.value: Input should be a valid decimal",
        ),
        ({"verdict": "add"}, "what is added has no id"),
        ({"sett": {}}, "sett: Extra inputs are not permitted"),
    ],
)
def test_a_bad_line_is_refused_with_its_number(tmp_path: Path, said: Any, message: str) -> None:
    good = {
        "text_sha256": "0" * 64,
        "record": "meeting",
        "id": "x",
        "verdict": "change",
        "set": {"place": "y"},
    }
    path = tmp_path / "corrections.jsonl"
    path.write_text(
        "\n" + (said if isinstance(said, str) else json.dumps({**good, **said})), encoding="utf-8"
    )
    with pytest.raises(CorrectionError) as refused:
        load_corrections(path)
    assert f"{path}, line 2: " in str(refused.value)
    assert message in str(refused.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorrectionError, match="missing"):
        load_corrections(tmp_path / "missing.jsonl")


def test_no_corrections_change_nothing(page: Extraction) -> None:
    assert correct(page, Corrections()) is page


def run(*arguments: object) -> Any:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def test_the_command_line_writes_corrections_and_applies_them(tmp_path: Path) -> None:
    source, out, kept = tmp_path / "page.txt", tmp_path / "out", tmp_path / "mine.jsonl"
    source.write_text(TEXT, encoding="utf-8")
    extract = ("extract", source, "--out", out, "--published", "2023-03-28", "--no-model")
    assert run(*extract).exit_code == 0
    before = Extraction.model_validate_json((out / "page.json").read_text(encoding="utf-8"))
    name = meeting(before).id
    for said in (
        ("--set", "place=县委党校", "--note", "电话核实"),
        ("--set", 'chair=["李某"]'),
        ("--accept",),
    ):
        result = run("correct", out / "page.json", name, *said, "--to", kept)
        assert result.exit_code == 0, result.output
    assert run("correct", out / "page.json", before.statistics[0].id, "--reject", "--to", kept).exit_code == 0
    assert len(kept.read_text(encoding="utf-8").splitlines()) == 4
    assert run(*extract, "--corrections", kept).exit_code == 0
    after = Extraction.model_validate_json((out / "page.json").read_text(encoding="utf-8"))
    found = meeting(after)
    assert (found.place, found.chair, len(after.statistics)) == (
        "县委党校",
        ("李某",),
        len(before.statistics) - 1,
    )
    assert found.review
    assert found.review.note == "电话核实"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        (("nothing-0", "--accept"), "there is no record nothing-0"),
        (("{id}", "--set", "spot=x"), "has no field spot"),
        (("{id}", "--set", "headcount.value=70"), "headcount.unit"),
        (("{id}", "--set", "chair=[李某"), "begins like JSON"),
        (("{id}", "--accept", "--set", "place=x"), "say one of"),
        (("{id}", "--accept", "--reject"), "say one of"),
        (("{id}",), "say one of"),
    ],
)
def test_the_command_refuses_what_cannot_be(
    tmp_path: Path, page: Extraction, said: tuple[str, ...], message: str
) -> None:
    (tmp_path / "page.json").write_text(page.model_dump_json(), encoding="utf-8")
    arguments = [one.replace("{id}", meeting(page).id) for one in said]
    result = run("correct", tmp_path / "page.json", *arguments, "--to", tmp_path / "mine.jsonl")
    assert result.exit_code != 0
    assert message in result.output
    assert not (tmp_path / "mine.jsonl").exists()


def test_records_of_ones_own_are_corrected(tmp_path: Path, corrected: Apply) -> None:
    rules = Path(__file__).parent.parent / "examples" / "own_rules"
    text = "本报讯 3月5日，在人民路与建设路交叉口发生一起两车相撞的交通事故，3人死亡。\n"
    page = newsie.load("zh_chars", rules=rules).extract(text, published="2023-03-10")
    (one,) = page.custom
    said = {"record": one.type, "id": one.id, "verdict": "change"}
    (found,) = corrected({**said, "set": {"deaths.value": "4", "place": "建设路"}}, to=page).custom
    assert (found.fields["place"], str(getattr(found.fields["deaths"], "value", ""))) == ("建设路", "4")
    assert found.fields["date"] == one.fields["date"]
    assert text[slice(*found.evidence["place"][0].segments[0])] == "建设路"
    assert found.review
    assert found.review.fields == ("deaths", "place")
    assert not corrected({**said, "verdict": "reject"}, to=page).custom
