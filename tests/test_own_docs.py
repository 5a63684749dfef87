"""The pages on rules and corrections: their examples run, their rules are good, what they show is said so."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

import newsie
from newsie.corrections import load_corrections
from newsie.errors import CorrectionError, RuleError
from newsie.records import Quantity
from newsie.rules import load_rules
from newsie.rules.lists import LISTS

TOP = Path(__file__).parent.parent
OWN = TOP / "examples" / "own_rules"
RULES = (TOP / "docs" / "rules.md").read_text(encoding="utf-8")
CORRECTIONS = (TOP / "docs" / "corrections.md").read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [block for name, block in found if name == language]


@pytest.mark.parametrize(("page", "text"), [("rules.md", RULES), ("corrections.md", CORRECTIONS)])
def test_the_examples_of_the_docs_run(
    page: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "examples").symlink_to(TOP / "examples")
    monkeypatch.chdir(tmp_path)
    parsed = doctest.DocTestParser().get_doctest("\n".join(blocks(text, "python")), {}, page, page, 0)
    assert parsed.examples
    assert doctest.DocTestRunner(verbose=False).run(parsed).failed == 0


def test_the_declarations_of_the_docs_are_those_of_the_example() -> None:
    whole = (OWN / "accidents.toml").read_text(encoding="utf-8")
    shown = [block for block in blocks(RULES, "toml") if "[[record" in block]
    assert len(shown) == 3
    for block in shown:
        assert block in whole


def test_the_pattern_of_the_docs_is_good(tmp_path: Path) -> None:
    (own,) = [block for block in blocks(RULES, "toml") if block.startswith("[[pattern]]")]
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert [kind.name for kind in load_rules(tmp_path).added] == ["project"]


def test_the_lists_of_the_docs_are_those_there_are(tmp_path: Path) -> None:
    rows = re.findall(r"^\| `([a-z_]+\.(?:tsv|txt))` \|.*\| `([^`]+)` \|$", RULES, re.MULTILINE)
    assert {name for name, _ in rows} == set(LISTS)
    for name, entry in rows:
        (tmp_path / name).write_text(f"{entry}\n", encoding="utf-8")
    assert load_rules(tmp_path).layer


def test_the_faults_of_the_docs_are_what_is_said(tmp_path: Path) -> None:
    shown = [block for block in blocks(RULES, "") if block.startswith("mine/roads.toml")]
    assert len(shown) == 2
    for block in shown:
        place, line, _ = block.splitlines()
        number = int(place.split(":")[1].split(",")[0])
        rule = '[[record]]\nname = "accident"\n[record.fields]\nplace = "place"\n'
        head = "\n" * (number - 1 - rule.count("\n") - (3 if "accept" in line else 2)) + rule
        pattern = '[[record.pattern]]\nname = "happened"\n'
        find = "find = '在(?P<place>[^，。]{2,20})发生事故'\n" if "accept" in line else ""
        rest = "" if "accept" in line else '\naccept = ["在某路口发生事故。"]\n'
        (tmp_path / "roads.toml").write_text(head + pattern + find + line.strip() + rest, encoding="utf-8")
        with pytest.raises(RuleError) as refused:
            load_rules(tmp_path)
        assert str(refused.value).replace(str(tmp_path), "mine") == block.strip()


def test_the_line_of_the_docs_is_a_correction(tmp_path: Path) -> None:
    line, values = blocks(CORRECTIONS, "json")
    said = line.replace("a23d…", "0" * 64)
    path = tmp_path / "mine.jsonl"
    path.write_text(
        said + re.sub(r'"set": \{"place": "会议中心"\}', values.strip()[1:-1], said), encoding="utf-8"
    )
    assert load_corrections(path)
    (fault,) = [block for block in blocks(CORRECTIONS, "") if block.startswith("mine.jsonl")]
    path.write_text(said + said.replace('"place"', '"plce"'), encoding="utf-8")
    with pytest.raises(CorrectionError) as refused:
        load_corrections(path)
    assert str(refused.value).replace(str(tmp_path / "mine.jsonl"), "mine.jsonl") == fault.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "据某国警方7月1日确认，6月30日发生在该国西北部的严重车祸已造成53人死亡、32人受伤。",
            [("该国西北部", "2023-06-30", 53, 32)],
        ),
        (
            "6月27日上午，在某县239省道，发生一起两车追尾事故，司机被困。",
            [("某县239省道", "2023-06-27", None, None)],
        ),
        ("一辆载有12人的面包车在某县青石桥路段侧翻，造成3人死亡。", [("某县青石桥路段", None, 3, None)]),
        (
            "7月2日，在甲路口发生一起交通事故，1人受伤。7月3日，在乙路口发生一起交通事故，2人受伤。",
            [("甲路口", "2023-07-02", None, 1), ("乙路口", "2023-07-03", None, 2)],
        ),
        ("今年以来，全市发生交通事故12起，死亡3人，同比下降5%。", []),
    ],
)
def test_the_example_finds_accidents(text: str, expected: list[tuple[object, ...]]) -> None:
    found = newsie.load("zh_chars", rules=OWN).extract(f"本报讯 {text}\n", published="2023-07-05").custom
    told = [
        (
            one.fields["place"],
            getattr(one.fields["date"], "start", None),
            *(
                int(value.value) if isinstance(value := one.fields[name], Quantity) else None
                for name in ("deaths", "injured")
            ),
        )
        for one in found
    ]
    assert told == expected
