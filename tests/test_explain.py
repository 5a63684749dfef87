"""Why a page gave what it gave: names with votes, refusals with reasons, gaps."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsie.cli import main
from newsie.explaining import Explanation, explain, explain_page
from newsie.explaining.model import SentenceExplained
from newsie.extractor import Extractor, load
from newsie.page import Page
from newsie.trace import refuse, tracing

STORY = """区里召开推进会

本报讯（记者 姜某）1月8日，区委书记王某主持召开全区经济工作推进会。会议强调，要按照工作要求，抓好项目建设。他要求，各单位要压实责任，确保完成投资5亿元。
全区已完成投资3亿元，70余名干部参加会议。村民李某来到现场。
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return load("zh_chars")


def explained(extractor: Extractor, match: str | None = None) -> Explanation:
    return explain_page(extractor, Page.of(STORY, published="2023-01-10"), match=match)


def one(extractor: Extractor, match: str) -> SentenceExplained:
    (sentence,) = explained(extractor, match).sentences
    return sentence


def test_sentences_are_counted_and_stand_where_they_say(extractor: Extractor) -> None:
    sentences = explained(extractor).sentences
    assert [sentence.number for sentence in sentences] == [1, 2, 3, 4, 5]
    for sentence in sentences:
        assert "".join(STORY[start:end] for start, end in sentence.segments) == sentence.text


def test_names_come_with_their_votes(extractor: Extractor) -> None:
    names = {name.text: name for name in one(extractor, "主持召开").names}
    assert names["王某"].label == "PERSON"
    assert "rule title" in names["王某"].by


def test_fields_come_with_their_rules(extractor: Extractor) -> None:
    read = {(found.record, found.field): found for found in one(extractor, "主持召开").read}
    assert read["meeting", "chair"].text == "王某"
    assert read["meeting", "name"].rule == "meeting.held"
    assert read["official", "posts"].text == "区委书记"


def test_a_noun_is_no_attribution(extractor: Extractor) -> None:
    reasons = [found.reason for found in one(extractor, "工作要求").refused if found.record == "statement"]
    assert reasons == ["a noun: 要按照工作要求"]


def test_an_audience_is_no_statistic(extractor: Extractor) -> None:
    refused = {found.text: found.reason for found in one(extractor, "干部参加").refused}
    assert refused["70余名"].endswith("a headcount")


def test_a_person_without_a_post_is_no_official(extractor: Extractor) -> None:
    refused = {found.text: found.reason for found in one(extractor, "村民").refused}
    assert refused["李某"] == "村民: work, no public office"


def test_an_empty_field_has_a_reason(extractor: Extractor) -> None:
    empty = {(gap.record, gap.field): gap.reason for gap in one(extractor, "主持召开").empty}
    assert "主会场" in empty["meeting", "place"]


def test_listening_changes_nothing(extractor: Extractor, seeds: Path) -> None:
    page = Page.of(min(seeds.glob("*.txt")).read_text(encoding="utf-8"), published="2023-01-10")
    with tracing() as trace:
        heard = extractor.extract_page(page)
    assert heard == extractor.extract_page(page)
    assert trace.refusals


def test_nobody_need_listen() -> None:
    refuse("statistic", "told to nobody", (0, 1))
    with tracing() as trace:
        pass
    assert not trace.refusals


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def command(*arguments: object) -> str:
    result = CliRunner().invoke(main, ["explain", *map(str, arguments), "--pipeline", "zh_chars"])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_the_command_prints_what_was_seen_read_refused_and_left_empty(story: Path) -> None:
    shown = command(story, "--published", "2023-01-10")
    for words in (
        "seen    person 王某",
        "refused statement 要求: a noun",
        "empty   meeting",
        "← meeting.held",
    ):
        assert words in shown


def test_the_command_prints_json(story: Path) -> None:
    (sentence,) = json.loads(command(story, "--sentence", "2", "--json"))["sentences"]
    assert sentence["number"] == 2


def test_a_wrong_day_is_a_wrong_call(story: Path) -> None:
    result = CliRunner().invoke(main, ["explain", str(story), "--published", "someday"])
    assert result.exit_code == 2


@pytest.mark.parametrize("name", ["explain.md", "confidence.md"])
def test_examples_print_what_the_page_of_the_docs_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = (Path(__file__).parent.parent / "docs" / name).read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    exec(compile(example, name, "exec"), {})  # noqa: S102
    said = [line.removeprefix("# ") for line in example.splitlines() if line.startswith("# ")]
    assert capsys.readouterr().out.splitlines() == said


def test_a_page_is_explained_with_rules_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "measures.tsv").write_text("蔸\tcount\n", encoding="utf-8")
    page = "本报讯 今年全县种植百香果3万蔸。\n"
    read = [
        {(field.record, field.text) for one in found.sentences for field in one.read}
        for found in (explain(page, pipeline="zh_chars", rules=rules) for rules in ((), [tmp_path]))
    ]
    assert [("statistic", "3万蔸") in one for one in read] == [False, True]
