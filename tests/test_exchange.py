"""Results go to annotation tools and come back whole; what people change there is changed, and no more."""

import itertools
import json
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.cli import main
from newsie.errors import SourceError
from newsie.evaluation import Graded, evaluate
from newsie.evaluation.evidence import is_true
from newsie.exchange import FORMS, Form, Sheet, export, interface, take_back
from newsie.exchange.conll import layers
from newsie.exchange.marks import Link, Marks, Span, labels, marks_of, records_of
from newsie.exchange.offsets import Units
from newsie.exchange.rereading import value_of, words_at
from newsie.identity import text_sha256
from newsie.inputs import read_page
from newsie.manifest import find_sources
from newsie.records import (
    Article,
    ArticlePart,
    Check,
    Confidence,
    Extraction,
    Meeting,
    Mention,
    Official,
    Piece,
    Post,
    Quantity,
    Segments,
    Statement,
    Statistic,
)

TEXT = (
    "区里召开𠮷祥工作推进会\n\n😀1月8日，区里召开𠮷祥工作推进会，𠮷某主持会议，姜某出\n席，县长万某讲话，70余名干部参加。\n"
    "𠮷某强调，要抓好👨‍👩‍👧工作。全区共检查企业36家，投入2亿元。<script>\\alert('#')</script>\u2028\t\u202e末\n"
)


def at(words: str, nth: int = 0) -> Segments:
    place = -1
    for _ in range(nth + 1):
        place = TEXT.index(words, place + 1)
    return ((place, place + len(words)),)


def piece(segments: Segments) -> Piece:
    return Piece(segments=segments, text=words_at(TEXT, segments), rule="test")


def page() -> Extraction:
    statement = Statement(
        id="statement-1",
        article="a1",
        speaker="𠮷某",
        verb="强调",
        text="要抓好👨‍👩‍👧工作。",
        kind="command",
        evidence={
            "speaker": (piece(at("𠮷某", 1)),),
            "verb": (piece(at("强调")),),
            "text": (piece(at("要抓好👨‍👩‍👧工作。")),),
        },
    )
    meeting = Meeting(
        id="meeting-1",
        article="a1",
        name="𠮷祥工作推进会",
        kind="conference",
        chair=("𠮷某",),
        attendees=("姜某",),
        headcount=Quantity(value=Decimal(70), unit="名", qualifier="over"),
        statements=(statement,),
        evidence={
            "name": (piece(at("𠮷祥工作推进会", 1)),),
            "chair": (piece(at("𠮷某")),),
            "attendees": (piece(at("姜某")),),
            "headcount": (piece(at("70余名")),),
        },
    )
    official = Official(
        id="official-1",
        name="万某",
        articles=("a1",),
        posts=(Post(organization=None, title="县长"),),
        evidence={"name": (piece(at("万某")),), "posts": (piece(at("县长")),)},
    )
    statistic = Statistic(
        id="statistic-1",
        article="a1",
        subject="全区",
        indicator="检查企业",
        quantity=Quantity(value=Decimal(36), unit="家", qualifier="exact"),
        evidence={
            "subject": (piece(at("全区")),),
            "indicator": (piece(at("检查企业")),),
            "quantity": (piece(at("36家")),),
        },
    )
    return Extraction(
        id="document-1",
        source="page.txt",
        text_sha256=text_sha256(TEXT),
        published="2023-01-10",
        articles=(
            Article(
                id="a1",
                headline="区里召开𠮷祥工作推进会",
                kicker=None,
                kind="news",
                segments=(ArticlePart(role="body", start=0, end=len(TEXT)),),
            ),
        ),
        meetings=(meeting,),
        officials=(official,),
        statistics=(statistic,),
        mentions=(Mention(label="PERSON", text="姜某", article="a1", segments=at("姜某"), by=("model",)),),
    )


SHEET = Sheet(page(), TEXT)


def back(marks: Marks, sheet: Sheet = SHEET) -> Extraction:
    return sheet.corrected(marks)


def without(marks: Marks, *gone: Span) -> Marks:
    links = tuple(link for link in marks.links or () if link.head not in gone and link.tail not in gone)
    return replace(marks, spans=tuple(span for span in marks.spans if span not in gone), links=links)


def span(label: str, words: str, nth: int = 0) -> Span:
    ((start, end),) = at(words, nth)
    return Span(start, end, label)


# --- there and back ---------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("mentions", [False, True], ids=["records", "names too"])
def test_every_span_and_value_of_the_sample_pages_comes_back(
    form: Form, *, mentions: bool, seeds: Path, extracted: dict[Path, tuple[Extraction, ...]]
) -> None:
    results = list(extracted[seeds])
    texts = [read_page(source).readable for source in find_sources(seeds)]
    sheets = [Sheet(result, text, mentions) for result, text in zip(results, texts, strict=True)]
    assert list(take_back(export(sheets, form), form, "file")) == results


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_comes_back(form: Form) -> None:
    assert list(take_back(export([SHEET, SHEET], form), form, "file")) == [page(), page()]


@pytest.mark.parametrize("form", FORMS)
def test_gold_without_places_comes_back(form: Form, seeds: Path) -> None:
    gold = Extraction.model_validate_json(
        (seeds / "gold" / "000_11088747ffbd5550.json").read_text(encoding="utf-8")
    )
    text = read_page(find_sources(seeds)[0]).readable
    assert list(take_back(export([Sheet(gold, text)], form), form, "file")) == [gold]


@settings(deadline=None)
@given(st.text(max_size=40), st.data())
def test_any_text_comes_back(text: str, data: st.DataObject) -> None:
    text = text.encode("utf-8", "replace").decode()
    edges = st.integers(0, len(text))
    cuts = [
        (min(pair), max(pair))
        for pair in data.draw(st.lists(st.tuples(edges, edges), max_size=5))
        if pair[0] != pair[1]
    ]
    figures = tuple(
        Statistic(
            id=f"statistic-{number}",
            article="a1",
            indicator="某",
            quantity=Quantity(value=Decimal(1), unit="家", qualifier="exact"),
            evidence={"quantity": (Piece(segments=(cut,), text="1家", rule="test"),)},
        )
        for number, cut in enumerate(cuts)
    )
    result = Extraction(id="d", source="page.txt", text_sha256=text_sha256(text), statistics=figures)
    for form in FORMS:
        assert list(take_back(export([Sheet(result, text)], form), form, "file")) == [result]


def test_spans_give_their_words_in_each_tool() -> None:
    """A program that knows nothing of newsie finds the words at the places, counted as the tool counts."""
    marks = SHEET.marks
    wanted = sorted((one.label, TEXT[one.start : one.end]) for one in marks.spans)
    (task,) = json.loads(export([SHEET], "label-studio"))
    regions = [one for one in task["predictions"][0]["result"] if one["type"] == "labels"]
    assert wanted == sorted((one["value"]["labels"][0], one["value"]["text"]) for one in regions)
    assert all(TEXT[one["value"]["start"] : one["value"]["end"]] == one["value"]["text"] for one in regions)
    units = TEXT.encode("utf-16-le")
    line = json.loads(export([SHEET], "doccano"))
    assert wanted == sorted(
        (one["label"], units[2 * one["start_offset"] : 2 * one["end_offset"]].decode("utf-16-le"))
        for one in line["entities"]
    )


def test_links_join_the_fields_of_a_record() -> None:
    name, chair = span("meeting.name", "𠮷祥工作推进会", 1), span("meeting.chair", "𠮷某")
    said = span("statement.text", "要抓好👨‍👩‍👧工作。")
    assert {Link(name, chair, "chair"), Link(name, said, "statements")} <= set(SHEET.marks.links or ())


def test_words_that_the_page_interrupts_are_chained() -> None:
    ((start, _),), ((second, end),) = at("姜某出"), at("席，县长")
    meeting = page().meetings[0]
    broken = Piece(segments=((start, start + 3), (second, end)), text="姜某出席，县长", rule="test")
    result = page().model_copy(
        update={
            "meetings": (meeting.model_copy(update={"evidence": {**meeting.evidence, "groups": (broken,)}}),)
        }
    )
    one, two = (Span(*segment, "meeting.groups") for segment in broken.segments)
    assert Link(one, two, "next") in set(marks_of(result).links or ())
    assert list(take_back(export([Sheet(result, TEXT)], "conll"), "conll", "f")) == [result]


def test_rows_are_characters_with_a_column_for_each_layer() -> None:
    rows = export([SHEET], "conll").decode().split("\n")[1:]
    cells = [row.split("\t") for row in rows if row]
    assert [int(row[0]) for row in cells] == list(range(len(TEXT)))
    assert len({len(row) for row in cells}) == 1
    place = span("meeting.chair", "𠮷某").start
    assert cells[place][1] == "𠮷"
    assert "B-meeting.chair" in cells[place]
    assert "I-meeting.chair" in cells[place + 1]
    crossing = list(layers(SHEET.marks.spans))
    assert all(one.end <= two.start for layer in crossing for one, two in itertools.pairwise(layer))


def test_places_are_counted_both_ways() -> None:
    units = Units(TEXT)
    for place in range(len(TEXT) + 1):
        assert units.of(place) == len(TEXT[:place].encode("utf-16-le")) // 2
        assert units.at(units.of(place)) == place


@pytest.mark.parametrize("counting", ["code-points", "utf-16"])
def test_label_studio_is_believed_by_its_words(counting: Any) -> None:
    """Versions before 2022 count UTF-16 units; what was exported in one counting may come back in the other."""
    tasks = json.loads(export([SHEET], "label-studio", counting))
    told = json.loads(tasks[0]["data"]["newsie"])
    told["counting"] = "utf-16" if counting == "code-points" else "code-points"
    tasks[0]["data"]["newsie"] = json.dumps(told)
    assert list(take_back(json.dumps(tasks).encode(), "label-studio", "f")) == [page()]


def test_the_interface_knows_every_label() -> None:
    tree = ET.fromstring(interface())  # noqa: S314 - newsie's own
    assert {label.get("value") for label in tree.iter("Label")} >= set(labels())
    choices = {one.get("name"): one for one in tree.iter("Choices")}
    assert [one.get("value") for one in choices["statistic.nature"]] == ["actual", "target", "standard"]


# --- what people change -----------------------------------------------------------------------


def test_a_field_that_was_taken_away_is_gone() -> None:
    (meeting,) = back(without(SHEET.marks, span("meeting.attendees", "姜某"))).meetings
    assert meeting.attendees == ()
    assert "attendees" not in meeting.evidence
    assert meeting.review is not None
    assert (meeting.review.verdict, meeting.review.fields) == ("changed", ("attendees",))
    assert meeting.chair == page().meetings[0].chair
    assert meeting.statements == page().meetings[0].statements


@pytest.mark.parametrize("linked", [True, False], ids=["with links", "without links"])
def test_a_place_that_was_moved_is_read_anew(*, linked: bool) -> None:
    old, new = span("statistic.quantity", "36家"), span("statistic.quantity", "6家")
    marks = SHEET.marks
    links = tuple(
        Link(new if link.head == old else link.head, new if link.tail == old else link.tail, link.kind)
        for link in marks.links or ()
    )
    moved = Marks(
        (*(one for one in marks.spans if one != old), new), links if linked else None, marks.choices
    )
    (statistic,) = back(moved).statistics
    assert statistic.quantity == Quantity(value=Decimal(6), unit="家", qualifier="exact")
    assert (statistic.subject, statistic.indicator) == ("全区", "检查企业")
    assert statistic.evidence["quantity"][0].text == "6家"
    assert statistic.id == "statistic-1"


@pytest.mark.parametrize("linked", [True, False], ids=["with links", "without links"])
def test_a_place_that_was_added_belongs_to_its_record(*, linked: bool) -> None:
    new = span("meeting.speakers", "万某")
    marks = SHEET.marks
    links = (*(marks.links or ()), Link(span("meeting.name", "𠮷祥工作推进会", 1), new, "speakers"))
    (meeting,) = back(Marks((*marks.spans, new), links if linked else None, None)).meetings
    assert meeting.speakers == ("万某",)
    assert is_true(meeting.evidence["speakers"][0], TEXT)


@pytest.mark.parametrize("linked", [True, False], ids=["with links", "without links"])
def test_a_record_that_was_added_is_read_from_its_words(*, linked: bool) -> None:
    quantity, indicator = span("statistic.quantity", "2亿元"), span("statistic.indicator", "投入")
    marks = SHEET.marks
    links = (*(marks.links or ()), Link(quantity, indicator, "indicator"))
    found = back(Marks((*marks.spans, quantity, indicator), links if linked else None, None)).statistics
    assert len(found) == 2
    assert found[0] == page().statistics[0]
    new = found[1]
    assert (new.indicator, new.quantity.value, new.article) == ("投入", Decimal(200_000_000), "a1")
    assert new.review is not None
    assert new.review.verdict == "added"
    assert new.id.startswith("statistic-")


def test_a_statement_that_was_added_joins_its_meeting() -> None:
    text = span("statement.text", "讲话")
    name = span("meeting.name", "𠮷祥工作推进会", 1)
    marks = SHEET.marks
    links = (*(marks.links or ()), Link(name, text, "statements"))
    (meeting,) = back(Marks((*marks.spans, text), links, None)).meetings
    assert [one.text for one in meeting.statements] == ["要抓好👨‍👩‍👧工作。", "讲话"]


def test_a_statement_that_was_cut_off_stands_alone() -> None:
    marks = SHEET.marks
    links = tuple(link for link in marks.links or () if link.kind != "statements")
    found = back(replace(marks, links=links))
    assert found.meetings[0].statements == ()
    assert [one.id for one in found.statements] == ["statement-1"]


def test_a_record_whose_head_was_taken_away_is_gone() -> None:
    found = back(without(SHEET.marks, span("meeting.name", "𠮷祥工作推进会", 1)))
    assert found.meetings == ()
    assert [one.text for one in found.statements] == ["要抓好👨‍👩‍👧工作。"]
    assert found.statistics == page().statistics


def test_a_field_that_was_unlinked_is_gone() -> None:
    marks = SHEET.marks
    links = tuple(link for link in marks.links or () if link.kind != "chair")
    (meeting,) = back(replace(marks, links=links)).meetings
    assert meeting.chair == ()


NAME = span("meeting.name", "𠮷祥工作推进会", 1)


@pytest.mark.parametrize("new", [NAME, span("meeting.name", "工作推进会", 1)], ids=["there", "elsewhere"])
def test_a_head_that_was_drawn_anew_keeps_its_fields(new: Span) -> None:
    """Who takes a span away and draws it anew loses its links and choices, as tools have it, and means neither."""
    marks = without(SHEET.marks, NAME)
    choices = tuple(one for one in marks.choices or () if one[0] != NAME)
    (meeting,) = back(replace(marks, spans=(*marks.spans, new), choices=choices)).meetings
    assert meeting.name == TEXT[new.start : new.end]
    assert (meeting.chair, meeting.attendees, meeting.kind) == (("𠮷某",), ("姜某",), "conference")
    assert meeting.statements == page().meetings[0].statements


def test_a_field_that_was_drawn_anew_stays_in_its_record() -> None:
    marks = without(SHEET.marks, span("meeting.headcount", "70余名"))
    (meeting,) = back(replace(marks, spans=(*marks.spans, span("meeting.headcount", "0余名")))).meetings
    assert meeting.headcount == Quantity(value=Decimal(0), unit="名", qualifier="over")
    assert meeting.confidence is None


def test_what_is_linked_as_a_field_of_one_value_takes_its_place() -> None:
    marks = SHEET.marks
    new, quantity = span("statistic.subject", "区里", 1), span("statistic.quantity", "36家")
    linked = replace(
        marks, spans=(*marks.spans, new), links=(*(marks.links or ()), Link(quantity, new, "subject"))
    )
    assert back(linked).statistics[0].subject == "区里"
    loose = back(replace(marks, spans=(*marks.spans, new)))
    assert loose.statistics == page().statistics
    assert [warning.code for warning in loose.warnings] == ["unattached"]


def test_sums_follow_the_figures() -> None:
    check = Check(article="a1", whole=None, parts=("statistic-1",), total=Decimal(36), holds=False)
    told = page().model_copy(update={"checks": (check,)})
    sheet = Sheet(told, TEXT)
    assert back(sheet.marks, sheet) == told
    assert back(without(sheet.marks, span("statistic.quantity", "36家")), sheet).checks == ()
    other = span("statistic.quantity", "6家")
    marks = without(sheet.marks, span("statistic.quantity", "36家"))
    moved = back(replace(marks, spans=(*marks.spans, other)), sheet)
    assert [one.total for one in moved.checks] == [Decimal(6)]
    assert [warning.code for warning in moved.warnings] == ["sum-mismatch"]


def test_a_field_that_was_set_has_no_chance_any_more() -> None:
    sure = Confidence(
        record=0.9, fields={"chair": 0.8, "attendees": 0.7}, reasons=("attendees: many members",)
    )
    told = page().model_copy(
        update={"meetings": (page().meetings[0].model_copy(update={"confidence": sure}),)}
    )
    sheet = Sheet(told, TEXT)
    (meeting,) = back(without(sheet.marks, span("meeting.attendees", "姜某")), sheet).meetings
    assert meeting.confidence == Confidence(record=0.9, fields={"chair": 0.8})


def test_a_choice_that_was_taken_away_is_gone() -> None:
    text = span("statement.text", "要抓好👨‍👩‍👧工作。")
    choices = SHEET.marks.choices or ()
    marks = replace(SHEET.marks, choices=tuple(one for one in choices if one[0] != text))
    (statement,) = back(marks).meetings[0].statements
    assert statement.kind is None
    # without a nature there is no figure, and an interface may have no choices at all
    kept = tuple(one for one in choices if one[1] != "statistic.nature")
    assert back(replace(SHEET.marks, choices=kept)) == page()
    assert back(replace(SHEET.marks, choices=())) == page()


def test_a_choice_that_was_changed_is_taken() -> None:
    quantity = span("statistic.quantity", "36家")
    marks = replace(SHEET.marks, choices=((quantity, "statistic.nature", "target"),))
    (statistic,) = back(marks).statistics
    assert statistic.nature == "target"
    assert statistic.review is not None
    assert statistic.review.fields == ("nature",)


def test_a_field_of_no_record_is_warned_of() -> None:
    found = back(replace(SHEET.marks, spans=(*SHEET.marks.spans, span("project.owner", "区里"))))
    assert found.projects == ()
    assert [warning.code for warning in found.warnings] == ["unattached"]


def test_a_link_from_or_to_what_is_no_span_is_left_out() -> None:
    nothing, name = Span(52, 0, "meeting.kind"), span("meeting.name", "𠮷祥工作推进会", 1)
    marks = SHEET.marks
    links = (*(marks.links or ()), Link(name, nothing, "chair"), Link(nothing, name, "chair"))
    assert back(replace(marks, spans=(*marks.spans, nothing), links=links)) == page()


edges = st.integers(0, len(TEXT))
strange = st.tuples(
    edges, edges, st.sampled_from([*labels(), "PERSON", "meeting.kind", "statistic.id", "x", ""])
)


@settings(deadline=None)
@given(
    st.sets(st.sampled_from(SHEET.marks.spans)),
    st.lists(strange, max_size=6),
    st.lists(
        st.tuples(
            st.integers(0, 20), st.integers(0, 20), st.sampled_from(["chair", "next", "statements", "?"])
        )
    ),
    st.booleans(),
)
def test_whatever_people_do_the_result_is_valid_and_true(
    gone: set[Span],
    added: list[tuple[int, int, str]],
    drawn: list[tuple[int, int, str]],
    linked: bool,  # noqa: FBT001 - hypothesis gives it by its place
) -> None:
    spans = sorted({*SHEET.marks.spans, *(Span(*one) for one in added)} - gone)
    links = [link for link in SHEET.marks.links or () if link.head in spans and link.tail in spans]
    links += [Link(spans[one], spans[two], kind) for one, two, kind in drawn if max(one, two) < len(spans)]
    found = back(Marks(tuple(spans), tuple(links) if linked else None, None))
    again = Extraction.model_validate_json(found.model_dump_json())
    assert again == found
    for record, _ in records_of(found):
        for field, pieces in record.evidence.items():
            assert getattr(record, field) is not None
            assert all(piece.segments for piece in pieces)
            assert (
                all("".join(TEXT[slice(*one)] for one in piece.segments).split() for piece in pieces) or added
            )


def test_names_are_corrected_where_they_were_exported() -> None:
    sheet = Sheet(page(), TEXT, mentions=True)
    gone, new = span("PERSON", "姜某"), span("PERSON", "万某")
    marks = replace(sheet.marks, spans=tuple({*sheet.marks.spans, new} - {gone}))
    assert [mention.text for mention in back(marks, sheet).mentions] == ["万某"]
    assert [mention.text for mention in back(replace(SHEET.marks, spans=()), SHEET).mentions] == ["姜某"]


def test_corrections_are_gold() -> None:
    """What people corrected can be scored against, and says where the result was wrong."""
    gold = back(without(SHEET.marks, span("meeting.attendees", "姜某")))
    found = evaluate([Graded(gold, page(), TEXT)])
    assert [(miss.outcome, miss.field, miss.found) for miss in found.misses if miss.row != "evidence"] == [
        ("invented", "attendees", "姜某")
    ]


def test_what_label_studio_and_doccano_add_is_read() -> None:
    task: dict[str, Any] = json.loads(export([SHEET], "label-studio"))[0]
    result = list(task["predictions"][0]["result"])
    place = at("万某")[0]
    result.append(
        {
            "id": "xYz",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "origin": "manual",
            "value": {"start": place[0], "end": place[1], "text": "万某", "labels": ["meeting.speakers"]},
        }
    )
    task["annotations"] = [{"was_cancelled": True, "result": []}, {"result": result}]
    (found,) = take_back(json.dumps([task]).encode(), "label-studio", "f")
    assert found.meetings[0].speakers == ("万某",)
    line = json.loads(export([SHEET], "doccano"))
    units = Units(TEXT)
    # as doccano exports a line: ids of its own, what was beside the text beside it still
    for entity in line["entities"]:
        entity["id"] += 1000
    for relation in line["relations"]:
        relation["from_id"] += 1000
        relation["to_id"] += 1000
    line["entities"].append(
        {
            "id": 5,
            "label": "meeting.speakers",
            "start_offset": units.of(place[0]),
            "end_offset": units.of(place[1]),
        }
    )
    line |= {"id": 7, "Comments": []}
    (found,) = take_back(json.dumps(line).encode(), "doccano", "f")
    assert found.meetings[0].speakers == ("万某",)


@pytest.mark.parametrize("predictions", [[], [12], None])
def test_a_task_that_nobody_annotated_is_as_it_was(predictions: object) -> None:
    """Label Studio exports of predictions their numbers, or nothing."""
    task: dict[str, Any] = json.loads(export([SHEET], "label-studio"))[0]
    task |= {"annotations": [{"was_cancelled": True, "result": []}], "predictions": predictions}
    assert list(take_back(json.dumps([task]).encode(), "label-studio", "f")) == [page()]
    task["annotations"] = [{"result": []}]
    (emptied,) = take_back(json.dumps([task]).encode(), "label-studio", "f")
    assert emptied.meetings == ()


def test_an_archive_is_to_be_unpacked() -> None:
    with pytest.raises(SourceError, match="unpack it"):
        list(take_back(b"PK\x03\x04\xff", "doccano", "f.zip"))


def test_relations_of_label_studio_have_directions_and_may_lack_names() -> None:
    task: dict[str, Any] = json.loads(export([SHEET], "label-studio"))[0]
    for entry in task["predictions"][0]["result"]:
        if entry["type"] == "relation":
            entry |= {"from_id": entry["to_id"], "to_id": entry["from_id"], "direction": "left"}
            entry.pop("labels")
    assert list(take_back(json.dumps([task]).encode(), "label-studio", "f")) == [page()]


def test_old_lines_of_doccano_are_read() -> None:
    line = json.loads(export([SHEET], "doccano"))
    entities = line.pop("entities")
    line.pop("relations")
    line["label"] = [[one["start_offset"], one["end_offset"], one["label"]] for one in entities]
    line["meta"] = {"newsie": line.pop("newsie")}
    assert list(take_back(json.dumps(line).encode(), "doccano", "f")) == [page()]


# --- what is wrong ------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"[1]", b"\xff\xfe", b"0\t\xe6\x9f\x90\tO\n", b"null"]
)
def test_other_files_are_refused_or_empty(form: Form, content: bytes) -> None:
    told = []
    with suppress(SourceError):
        told = list(take_back(content, form, "f"))
    assert told == []


@pytest.mark.parametrize("form", ["label-studio", "doccano", "conll"])
def test_a_text_that_was_changed_is_refused(form: Form) -> None:
    content = export([SHEET], form).decode()
    harmed = content.replace("末", "未")
    assert harmed != content
    with pytest.raises(SourceError, match="was changed"):
        list(take_back(harmed.encode(), form, "f"))


def test_places_outside_the_page_are_left_out() -> None:
    far = Span(len(TEXT) - 1, len(TEXT) + 9, "meeting.chair")
    assert back(replace(SHEET.marks, spans=(*SHEET.marks.spans, far, Span(5, 5, "meeting.name")))) == page()


@pytest.mark.parametrize(
    ("label", "said", "wanted"),
    [
        ("official.posts", "区党工委副书记", Post(organization="区党工委", title="副书记")),
        ("official.posts", "县长", Post(organization=None, title="县长")),
        ("official.posts", "没有职务的话", Post(organization=None, title="没有职务的话")),
        ("statistic.quantity", "一堆", None),
        ("project.status", "开工", None),
        ("meeting.place", "会议中心", "会议中心"),
    ],
)
def test_values_are_read_from_words(label: str, said: str, wanted: object) -> None:
    assert value_of(label, said, None) == wanted


def test_every_record_has_a_head_on_its_page(extracted: dict[Path, tuple[Extraction, ...]]) -> None:
    for results in extracted.values():
        for result in results:
            heads = {link.head for link in marks_of(result).links or ()}
            assert heads <= set(marks_of(result).spans)
            assert sum(1 for _ in records_of(result)) >= len(result.meetings)


# --- the commands -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_the_commands_bring_results_there_and_back(form: str, tmp_path: Path) -> None:
    def newsie(*arguments: object) -> str:
        result = CliRunner().invoke(main, [str(one) for one in arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "page.txt").write_bytes(TEXT.encode())
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "page.json").write_text(page().model_dump_json(), encoding="utf-8")
    out = tmp_path / "out.file"
    pages = ("--pages", tmp_path / "pages")
    assert newsie("export", tmp_path / "records", "--to", form, "--out", out, *pages) == "pages\t1\n"
    assert newsie("import", out, "--from", form, "--out", tmp_path / "gold") == "pages\t1\n"
    told = (tmp_path / "gold" / "page.json").read_text(encoding="utf-8")
    assert Extraction.model_validate_json(told) == page()
    figures = newsie("evaluate", tmp_path / "gold", tmp_path / "pages", "--predictions", tmp_path / "records")
    assert "overall\t100.0" in figures


@pytest.mark.parametrize("form", FORMS)
def test_the_text_of_what_is_no_file_of_utf8_is_kept_beside_an_import(form: str, tmp_path: Path) -> None:
    def newsie(*arguments: object) -> None:
        result = CliRunner().invoke(main, [str(one) for one in arguments])
        assert result.exit_code == 0, result.output

    row = page().model_copy(update={"source": "pages.csv#3"})
    (tmp_path / "page.file").write_bytes(export([Sheet(row, TEXT)], form))  # type: ignore[arg-type]
    newsie("import", tmp_path / "page.file", "--from", form, "--out", tmp_path / "gold")
    assert (tmp_path / "gold" / "pages.source").read_bytes().decode() == TEXT
    newsie("export", tmp_path / "gold", "--to", form, "--out", tmp_path / "again.file")


def test_import_writes_over_results_only(tmp_path: Path) -> None:
    (tmp_path / "page.jsonl").write_bytes(export([SHEET], "doccano"))
    (tmp_path / "page.json").write_text("notes", encoding="utf-8")
    call = ["import", tmp_path / "page.jsonl", "--from", "doccano", "--out", tmp_path]
    told = CliRunner().invoke(main, [*map(str, call)])
    assert told.exit_code == 1
    assert "holds no results of newsie" in told.output
    (tmp_path / "page.json").write_text(page().model_dump_json(indent=2), encoding="utf-8")
    assert CliRunner().invoke(main, [*map(str, call)]).exit_code == 0


def test_export_writes_the_interface_and_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "page.json").write_text(page().model_dump_json(), encoding="utf-8")
    command = ["export", str(tmp_path), "--to", "label-studio", "--out", str(tmp_path / "out.jsonx")]
    result = CliRunner().invoke(main, command)
    assert result.exit_code == 1
    assert "name its folder" in result.output
    (tmp_path / "page.txt").write_bytes(TEXT.encode())
    result = CliRunner().invoke(main, [*command, "--interface", str(tmp_path / "interface.xml")])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "interface.xml").read_text(encoding="utf-8") == interface()


def test_the_example_of_the_docs_runs(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    top = Path(__file__).parent.parent
    monkeypatch.chdir(top)
    text = (top / "docs" / "annotation.md").read_text(encoding="utf-8")
    example = text.split("```python\n")[1].split("```")[0]
    exec(compile(example, "annotation.md", "exec"), {})  # noqa: S102
    assert capsys.readouterr().out == "True\n"
