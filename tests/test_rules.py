"""A user's own rules: what a folder adds, to whom, and what is said of a bad one."""

import ast
import pickle
import shutil
import threading
from pathlib import Path

import pytest
from click.testing import CliRunner
from pydantic import ValidationError

import newsie
from newsie.batch import extract_many
from newsie.cli import main
from newsie.errors import RuleError
from newsie.page import Page
from newsie.records import Extraction
from newsie.rules import NO_RULES, load_rules, rules_digest
from newsie.rules.lists import LISTS

OWN = Path(__file__).parent.parent / "examples" / "own_rules"
RECORD = """
[[record]]
name = "accident"

[record.fields]
place = { type = "place", required = true }
dead = { type = "quantity", units = ["人"] }
date = "date"
rescuers = "persons"

[[record.pattern]]
name = "happened"
find = '在(?P<place>[^，。]{2,20})发生事故'
accept = ["在某路口发生事故。"]
reject = ["没有发生事故。"]
"""
DETAIL = """
[[record.detail]]
name = "dead"
within = "paragraph"
find = '(?P<dead>{AMOUNT})死亡'
accept = [{ text = "3人死亡。", fields = { dead = "3人" } }]

[[record.detail]]
name = "came"
within = "article"
find = '(?P<rescuers>{PERSON}(?:、{PERSON}){0,9})赶到'
accept = [{ text = "张三、李四赶到。", persons = ["张三", "李四"], fields = { rescuers = ["张三", "李四"] } }]
"""


def folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return tmp_path


def refused(path: Path) -> str:
    with pytest.raises(RuleError) as error:
        load_rules(path)
    return str(error.value)


def read(text: str, *rules: Path) -> Extraction:
    return newsie.load("zh_chars", rules=rules).extract(text, published="2023-03-10")


def test_a_record_type_finds_records_with_evidence_for_each_field(tmp_path: Path) -> None:
    text = (
        "某地\n\n本报讯 在青石路口发生事故。3人死亡。\n县长王明华赶到现场。在红石路口发生事故，无人伤亡。\n"
    )
    found = read(text, folder(tmp_path, a_toml=RECORD + DETAIL)).custom
    assert [record.fields["place"] for record in found] == ["青石路口", "红石路口"]
    first = found[0]
    assert first.type == "accident"
    assert first.id.startswith("accident-")
    assert {name for name, value in first.fields.items() if value} == set(first.evidence)
    for pieces in first.evidence.values():
        for piece in pieces:
            assert "".join(text[start:end] for start, end in piece.segments) == piece.text
    assert first.fields["rescuers"] == ("王明华",)
    assert found[1].fields["dead"] is None


def test_values_fit_the_model_that_newsie_makes_of_a_type(tmp_path: Path) -> None:
    rules = load_rules(folder(tmp_path, a_toml=RECORD))
    model = rules.models["accident"]
    assert list(model.model_fields) == ["place", "dead", "date", "rescuers"]
    model.model_validate({"place": "某路口"})
    with pytest.raises(ValidationError, match="place"):
        model.model_validate({})
    with pytest.raises(ValidationError, match="none of 人"):
        model.model_validate({"place": "某", "dead": {"value": "3", "unit": "辆", "qualifier": "exact"}})


def test_results_with_own_records_are_read_again_from_json(tmp_path: Path) -> None:
    found = read("本报讯 在青石路口发生事故，3人死亡。", folder(tmp_path, a_toml=RECORD + DETAIL))
    assert found.custom
    assert Extraction.model_validate_json(found.model_dump_json()) == found


def test_lists_reach_one_extractor_and_no_other(tmp_path: Path) -> None:
    text = "本报讯 县特派督办员王明华主持会议。送水20囷。\n"
    own = folder(tmp_path, titles_tsv="特派督办员\tpublic\n", measures_tsv="囷\tcount\n")
    plain = newsie.load("zh_chars").extract(text)
    ruled = newsie.load("zh_chars", rules=own).extract(text)
    assert [post.title for one in ruled.officials for post in one.posts] == ["特派督办员"]
    assert [str(one.quantity.unit) for one in ruled.statistics] == ["囷"]
    assert newsie.load("zh_chars").extract(text) == plain
    assert plain.officials != ruled.officials


def test_threads_do_not_see_each_others_lists(tmp_path: Path) -> None:
    text = "本报讯 县特派督办员王明华主持会议。\n"
    own = newsie.load("zh_chars", rules=folder(tmp_path, titles_tsv="特派督办员\tpublic\n"))
    plain = newsie.load("zh_chars")
    wanted = {True: own.extract(text), False: plain.extract(text)}
    found: list[bool] = []

    def work(*, ruled: bool) -> None:
        extractor = own if ruled else plain
        found.extend(extractor.extract(text) == wanted[ruled] for _ in range(5))

    threads = [threading.Thread(target=work, kwargs={"ruled": bool(number % 2)}) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 20
    assert wanted[True] != wanted[False]


def test_every_list_takes_entries_of_its_own_form(tmp_path: Path) -> None:
    from newsie.lexicon import rows  # noqa: PLC0415 - what newsie's own lists say is good for a user's

    for name in sorted(LISTS):
        entries = rows(name)[:30] or (("某某社", "ORG"),)
        (tmp_path / name).write_text("\n".join("\t".join(row) for row in entries), encoding="utf-8")
    rules = load_rules(tmp_path)
    assert rules.layer
    assert set(rules.layer.entries) == set(LISTS)


@pytest.mark.parametrize(
    ("name", "entry", "text", "seen"),
    [
        ("titles.tsv", "特派督办员\tpublic", "县特派督办员王明华主持会议。", "特派督办员"),
        ("organizations.tsv", "驿务司\tbody", "县驿务司组织开展检查，共检查企业30家。", "县驿务司"),
        ("names.tsv", "春潮\tORG", "春潮组织开展检查。", "春潮"),
        ("surnames.tsv", "䶮\tusual", "县长䶮明华主持会议。", "䶮明华"),
        ("followers.txt", "生蘸", "县长王明生蘸墨题字。", "王明"),
        ("measures.tsv", "囷\tcount", "全县调运20囷粮食。", "囷"),
        ("meeting_heads.tsv", "碰头叙\tconference", "3月5日，青河县召开防汛碰头叙。", "防汛碰头叙"),
        ("visit_words.tsv", "alone\t巡瞧", "3月5日，县长王明华到青石镇巡瞧。", 'lead":["王明华'),
        ("speech_verbs.tsv", "嘟囔道\tsay", "县长王明华嘟囔道，要抓好生产。", "嘟囔道"),
        ("project_heads.tsv", "栈云台\twork", "青石春风栈云台开工建设。", "青石春风栈云台"),
        ("statistic_words.tsv", "rise\t窜升", "前三季度，青河县工业增加值窜升15%。", "工业增加值"),
    ],
)
def test_an_entry_of_each_list_is_read_by(
    tmp_path: Path, name: str, entry: str, text: str, seen: str
) -> None:
    (tmp_path / name).write_text(entry, encoding="utf-8")
    plain, ruled = read(f"本报讯 {text}\n"), read(f"本报讯 {text}\n", tmp_path)
    quoted = f'{seen}"'
    assert quoted in ruled.model_dump_json()
    assert quoted not in plain.model_dump_json(exclude={"articles"})


def test_an_everyday_word_is_no_name(tmp_path: Path) -> None:
    text = "本报讯 走进高枫林，高枫林出席。\n"
    (tmp_path / "ordinary.txt").write_text("高枫林", encoding="utf-8")
    names = [
        sum(one.label == "PERSON" for one in found.mentions) for found in (read(text), read(text, tmp_path))
    ]
    assert names[0] > names[1]


@pytest.mark.parametrize(
    ("name", "line", "message", "column"),
    [
        ("titles.tsv", "督办员\tpublik", "did you mean public", 4),
        ("titles.tsv", "督办员", "1 column where 2 to 3", 0),
        ("titles.tsv", "督办员\tpublic\t[会", "letters only", 11),
        ("measures.tsv", "囷\tcounted", "did you mean count", 2),
        ("surnames.tsv", " \tusual", "no white space", 0),
        ("speech_verbs.tsv", "嘟囔\tsay\tloud", "loud is no class", 7),
        ("names.tsv", "某某社\tBODY", "is no class", 4),
        ("titles.tsv", "网格员\twork", "stands in line 1 already", 0),
    ],
)
def test_a_bad_entry_is_refused_with_its_column(
    tmp_path: Path, name: str, line: str, message: str, column: int
) -> None:
    before = "网格员\tpublic" if name == "titles.tsv" else "# mine"
    (tmp_path / name).write_text(f"{before}\n{line}\n", encoding="utf-8")
    first, shown, caret = refused(tmp_path).splitlines()
    assert first.startswith(f"{tmp_path / name}:2: ")
    assert message in first
    assert shown.strip() == line.strip()
    assert caret.endswith("^")
    wide = sum(2 if character > "\u2e80" else 1 for character in line[:column])
    assert len(caret) == len("    ") + wide + 1


def test_a_bad_pattern_is_refused_with_file_rule_and_caret(tmp_path: Path) -> None:
    bad = RECORD.replace("{2,20}", "*")
    told = refused(folder(tmp_path, a_toml=bad)).splitlines()
    assert told[0].startswith(f"{tmp_path / 'a.toml'}:13, accident.happened: a repeat without an end")
    assert told[1].strip() == "find = '在(?P<place>[^，。]*)发生事故'"
    assert told[2].endswith("^")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    bad = RECORD.replace("{2,20}", "*") + DETAIL.replace("(?P<dead>", "(?P<deed>")
    told = refused(folder(tmp_path, a_toml=bad, titles_tsv="督办员\tpublik\n"))
    assert [word in told for word in ("without an end", "deed is no field", "did you mean public")] == [
        True
    ] * 3


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('accept = ["在某路口发生事故。"]', 'accept = ["某路口平安。"]', "accept 1 is not matched"),
        (
            'reject = ["没有发生事故。"]',
            'reject = ["在某路发生事故。"]',
            "reject 1 is found all the same: place = 某路",
        ),
        (
            'accept = ["在某路口发生事故。"]',
            'accept = [{ text = "在某路口发生事故。", fields = { place = "某路" } }]',
            "gives place = 某路口, not 某路",
        ),
        ("(?P<place>[^，。]{2,20})", "(?P<date>{DATE})", "accept 1 is not matched"),
        ("(?P<place>[^，。]{2,20})", "(?P<dead>[^，。]{2,20})", "is captured as (?P<dead>{AMOUNT})"),
        ("(?P<place>[^，。]{2,20})", "[^，。]{2,20}", "nothing is captured"),
        ('type = "place", required', 'type = "spot", required', "fields.place.type: Input should be"),
        ("[[record.pattern]]", "[[record.detail]]", "pattern: Field required"),
        ('units = ["人"]', "unit = 1", "Extra inputs are not permitted"),
        ('name = "accident"', 'name = "meeting"', "a kind of newsie's own"),
        ("[[record]]", "[[record]", "this is no TOML"),
    ],
)
def test_a_bad_file_is_refused(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in RECORD
    assert message in refused(folder(tmp_path, a_toml=RECORD.replace(old, new, 1)))


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ('name = "accident"', 'name = "事故"', 'name = "事故"'),
        ("place = {", "copy = {", "copy = {"),
    ],
)
def test_a_bad_name_is_shown_where_it_stands(tmp_path: Path, old: str, new: str, place: str) -> None:
    told = refused(folder(tmp_path, a_toml=RECORD.replace(old, new, 1)))
    assert any(line.strip().startswith(place) for line in told.splitlines())


def test_rows_may_be_as_long_as_a_spreadsheet_makes_them(tmp_path: Path) -> None:
    (tmp_path / "titles.tsv").write_bytes("\ufeff# 职务\t类\t\t\r\n督办员\tpublic\t\t\r\n\t\t\t\r\n".encode())
    rules = load_rules(tmp_path)
    assert rules.layer is not None
    assert rules.layer.entries == {"titles.tsv": (("督办员", "public"),)}


def test_two_types_of_one_name_are_refused(tmp_path: Path) -> None:
    assert "2 record types are called accident" in refused(folder(tmp_path, a_toml=RECORD, b_toml=RECORD))


@pytest.mark.parametrize("path", ["missing", "."])
def test_a_folder_without_rules_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(RuleError, match=r"no such folder|no rules here"):
        load_rules(tmp_path / path)


def test_an_unknown_list_is_refused(tmp_path: Path) -> None:
    assert "there is no list title.tsv" in refused(folder(tmp_path, title_tsv="督办员\tpublic\n"))


def test_patterns_add_to_kinds_that_newsie_has_itself(tmp_path: Path) -> None:
    rules = """
[[pattern]]
record = "project"
name = "built"
find = '(?P<name>[^，。在]{2,20}便民驿站)设在(?P<place>[^，。]{2,20})'
accept = [{ text = "春风便民驿站设在人民路。", fields = { name = "春风便民驿站", place = "人民路" } }]
"""
    (found,) = read("本报讯 春风便民驿站设在人民路东段。\n", folder(tmp_path, a_toml=rules)).projects
    assert (found.name, found.place) == ("春风便民驿站", "人民路东段")
    assert {piece.rule for pieces in found.evidence.values() for piece in pieces} >= {"project.built"}


def test_names_of_a_list_are_found(tmp_path: Path) -> None:
    own = folder(tmp_path, names_tsv="春潮社\tORG\n米朵朵\tPERSON\n滨水里\tPLACE\n")
    found = read("本报讯 春潮社的米朵朵走进滨水里。\n", own).mentions
    assert {(one.text, one.label, "lexicon names" in one.by) for one in found} >= {
        ("春潮社", "ORG", True),
        ("米朵朵", "PERSON", True),
        ("滨水里", "PLACE", True),
    }


def test_a_result_names_the_rules_that_made_it(tmp_path: Path) -> None:
    one = load_rules(folder(tmp_path, titles_tsv="督办员\tpublic\n"))
    shutil.copytree(tmp_path, tmp_path / "elsewhere")
    other = load_rules(tmp_path / "elsewhere")
    assert rules_digest(one) == rules_digest(other) != rules_digest(NO_RULES) == ""
    plain, ruled = read("本报讯 某地。"), read("本报讯 某地。", tmp_path)
    assert plain.made_by
    assert ruled.made_by
    assert plain.made_by.rules != ruled.made_by.rules


def test_rules_are_read_again_when_they_change(tmp_path: Path) -> None:
    text = "本报讯 县特派督办员王明华主持会议。\n"
    own = folder(tmp_path, titles_tsv="特派\tpublic\n")
    before = read(text, own)
    folder(tmp_path, titles_tsv="特派督办员\tpublic\n")
    assert read(text, own) != before


def test_rules_reach_other_processes(tmp_path: Path) -> None:
    rules = load_rules(folder(tmp_path, a_toml=RECORD))
    assert pickle.loads(pickle.dumps(rules)) == rules  # noqa: S301 - its own
    pages = [Page(f"本报讯 在{name}路口发生事故。\n") for name in ("青石", "红石")]
    found = list(extract_many(pages, workers=2, pipeline="zh_chars", rules=tmp_path))
    assert [
        one.fields["place"] for result in found if isinstance(result, Extraction) for one in result.custom
    ] == [
        "青石路口",
        "红石路口",
    ]


def test_the_command_tells_what_would_be_added() -> None:
    result = CliRunner().invoke(main, ["rules", "check", str(OWN)])
    assert result.exit_code == 0, result.output
    assert "titles.tsv, a title: 交警大队长" in result.stdout
    assert "  deaths: quantity, in 人 名 (死亡人数)" in result.stdout.splitlines()


def test_the_command_tells_all_that_is_wrong(tmp_path: Path) -> None:
    own = folder(tmp_path, a_toml=RECORD.replace("{2,20}", "*"), titles_tsv="督办员\tpublik\n")
    result = CliRunner().invoke(main, ["rules", "check", str(own)])
    assert result.exit_code == 1
    assert "2 faults; nothing of these rules can be used" in result.stderr


def test_the_command_line_extracts_by_rules(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "本报讯 3月5日，在青石路口发生一起交通事故，2人受伤。\n", encoding="utf-8"
    )
    arguments = [
        "extract",
        str(tmp_path / "page.txt"),
        "--out",
        str(tmp_path),
        "--no-model",
        "--rules",
        str(OWN),
    ]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    found = Extraction.model_validate_json((tmp_path / "page.json").read_text(encoding="utf-8"))
    assert [one.fields["place"] for one in found.custom] == ["青石路口"]


def test_the_command_line_refuses_bad_rules(tmp_path: Path) -> None:
    own = folder(tmp_path, titles_tsv="督办员\tpublik\n", page_txt="本报讯 某地。")
    arguments = ["extract", str(tmp_path / "page.txt"), "--out", str(tmp_path / "out"), "--rules", str(own)]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 1
    assert "did you mean public" in result.output


def test_what_is_made_of_lists_is_made_for_each_layer() -> None:
    """A pattern that were kept for all extractors alike would keep one's entries from another, or show them."""
    package = Path(newsie.__file__).parent
    of_lists = [
        *(package / "frames").rglob("*.py"),
        *(
            package / "reader" / f"{name}.py"
            for name in ("followers", "organizations", "shapes", "slots", "titles")
        ),
        *(package / "literals" / "amounts" / f"{name}.py" for name in ("measures", "money", "units")),
    ]
    kept = {
        (path.stem, node.name)
        for path in of_lists
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and {"cache", "lru_cache"} & {ast.unparse(one).partition("(")[0] for one in node.decorator_list}
    }
    assert kept <= {("canvas", "holes"), ("organizations", "places"), ("organizations", "_place_heads")}
