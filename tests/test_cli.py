import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsie.__main__ import main as start
from newsie.cli import main
from newsie.errors import SourceError
from newsie.out.results import read_results, text_of
from newsie.records import Extraction

STORY = "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，安排部署重点工作。\n"


def newsie(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def counts(result: Result) -> dict[str, int]:
    rows = (line.split("\t") for line in result.stdout.splitlines())
    return {name: int(count) for name, count in rows}


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_folder_gives_a_file_for_each_source_and_a_closing_table(seeds: Path, tmp_path: Path) -> None:
    result = newsie("extract", seeds, "--out", tmp_path / "records")
    assert result.exit_code == 0, result.output
    assert sorted(path.stem for path in (tmp_path / "records").iterdir()) == sorted(
        path.stem for path in seeds.glob("*.txt")
    )
    found = counts(result)
    assert found["sources"] == 5
    assert found["failures"] == 0
    assert all(found[kind] for kind in ("articles", "meetings", "visits", "statements", "officials"))


def test_each_result_is_json_of_the_schema(story: Path, tmp_path: Path) -> None:
    newsie("extract", story, "--out", tmp_path, "--published", "2023-01-10")
    extraction = Extraction.model_validate_json((tmp_path / "story.json").read_text(encoding="utf-8"))
    assert (extraction.source, extraction.published, extraction.published_from) == (
        str(story),
        "2023-01-10",
        "given",
    )


def test_lines_are_one_for_each_source(story: Path, tmp_path: Path) -> None:
    other = shutil.copy(story, tmp_path / "other.txt")
    result = newsie("extract", story, other, "--out", tmp_path / "out", "--format", "jsonl")
    assert result.exit_code == 0, result.output
    lines = (tmp_path / "out" / "records.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["source"] for line in lines] == [str(story), str(other)]


def test_a_file_given_twice_is_read_once(story: Path, tmp_path: Path) -> None:
    result = newsie("extract", story, story.parent, "--out", tmp_path / "out")
    assert counts(result)["sources"] == 1


def test_standard_input_is_read_and_its_text_kept(tmp_path: Path) -> None:
    result = newsie("extract", "-", "--out", tmp_path, stdin=STORY.encode("gb18030"))
    assert result.exit_code == 0, result.output
    extraction = json.loads((tmp_path / "stdin.json").read_text(encoding="utf-8"))
    assert extraction["source"] == "-"
    assert (tmp_path / "stdin.source").read_text(encoding="utf-8") == STORY


def test_an_unreadable_file_is_named_and_the_others_are_done(story: Path, tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(bytes(range(256)) * 4)
    result = newsie("extract", binary, tmp_path / "gone.txt", story, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "picture.txt: not read: it is binary" in result.stderr
    assert "gone.txt: not read: No such file" in result.stderr
    assert "Traceback" not in result.output
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["story.json"]
    assert counts(result)["failures"] == 2


def test_a_damaged_manifest_is_named_and_the_others_are_done(story: Path, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "manifest.toml").write_text("pages = 1", encoding="utf-8")
    result = newsie("extract", folder, story, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "manifest.toml: pages:" in result.stderr
    assert (tmp_path / "out" / "story.json").is_file()


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract", "x.txt"],
        ["extract", "--out", "out"],
        ["extract", "x.txt", "--out", "out", "--published", "2023-02-30"],
        ["extract", "x.txt", "--out", "out", "--format", "xml"],
        ["extract", "x.txt", "--out", "out", "--workers", "0"],
        ["nothing"],
    ],
)
def test_a_wrong_call_is_explained(arguments: list[str]) -> None:
    result = newsie(*arguments)
    assert result.exit_code == 2
    assert "Error" in result.stderr


def test_an_out_that_is_no_folder_is_explained(story: Path) -> None:
    result = newsie("extract", story, "--out", story)
    assert result.exit_code == 1
    assert "is a file" in result.stderr
    assert "Traceback" not in result.output


def test_a_missing_pipeline_is_explained(story: Path, tmp_path: Path) -> None:
    result = newsie("extract", story, "--out", tmp_path / "out", "--pipeline", "nowhere")
    assert result.exit_code == 1
    assert "no pipeline 'nowhere'" in result.stderr


def test_show_prints_articles_and_records(seeds: Path) -> None:
    path = next(seeds.glob("000*.txt"))
    result = newsie("show", path)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0] == f"{path} · 2023-01-10 (manifest)"
    assert any(line.startswith("  meeting  ") for line in lines)
    assert any(line.startswith("  official  ") for line in lines)


def test_schema_is_that_of_a_result() -> None:
    schema = json.loads(newsie("schema").stdout)
    assert schema["title"] == "Extraction"
    assert {"Meeting", "Visit", "Statement", "Official", "Project", "Statistic"} <= set(schema["$defs"])


def test_what_an_encoding_has_not_is_an_escape(story: Path) -> None:
    story.write_text(STORY.replace("区里", "𠮷里"), encoding="utf-8")
    shown = CliRunner(charset="gbk").invoke(main, ["show", "--no-model", str(story)])
    assert shown.exit_code == 0, shown.exception
    assert "召开推进会  [news]" in shown.stdout
    assert "\\U00020bb7里召开推进会" in shown.stdout


def test_the_package_is_a_command_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newsie", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("newsie, version")


def test_output_to_a_closed_pipe_is_no_traceback(seeds: Path) -> None:
    path = next(seeds.glob("000*.txt"))
    command = f"{sys.executable} -c 'from newsie.cli import main; main()' show {path} | head -n 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["records.jsonl", "records.xlsx", "records.tsv", "records.csv.gz"])
def test_an_out_that_looks_like_a_file_makes_no_folder(story: Path, tmp_path: Path, name: str) -> None:
    result = newsie("extract", story, "--out", tmp_path / name)
    assert result.exit_code == 2
    assert f"written into a folder: --out {tmp_path / 'records'}, " in result.stderr
    assert not (tmp_path / name).exists()


def test_a_folder_with_nothing_to_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "photo.jpg").write_bytes(b"\xff\xd8")
    result = newsie("extract", tmp_path / "pages", "--out", tmp_path / "out")
    assert "nothing to read in" in result.stderr


def text_beside(folder: Path, name: str) -> str:
    file = folder / f"{name}.json"
    return text_of(file, Extraction.model_validate_json(file.read_text(encoding="utf-8")))


def test_nothing_stays_of_an_earlier_result(story: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    story.write_text(STORY, encoding="gb18030")
    newsie("extract", story, "--out", out)
    assert (out / "story.source").read_text(encoding="utf-8") == STORY == text_beside(out, "story")
    story.write_text(f"又一篇\n{STORY}", encoding="utf-8")
    newsie("extract", story, "--out", out)
    assert [path.name for path in out.iterdir()] == ["story.json"]
    assert text_beside(out, "story") == f"又一篇\n{STORY}"
    story.write_bytes(bytes(range(256)) * 9)
    assert newsie("extract", story, "--out", out).exit_code == 1
    assert list(out.iterdir()) == []


def test_a_source_has_one_result_whatever_its_neighbours_are_called(story: Path, tmp_path: Path) -> None:
    pages, out = tmp_path / "pages", tmp_path / "out"
    for name in ("a", "b"):
        (pages / name).mkdir(parents=True)
    moved = story.rename(pages / "a" / "page.txt")
    moved.write_text(STORY, encoding="gb18030")
    newsie("extract", pages, "--out", out)
    assert sorted(path.name for path in out.iterdir()) == ["page.json", "page.source"]
    shutil.copy(out / "page.json", out / "mine.json")
    (pages / "b" / "page.txt").write_text(f"又一篇\n{STORY}", encoding="utf-8")
    newsie("extract", pages, "--out", out)
    assert sorted(path.name for path in out.iterdir()) == [
        "a_page.json",
        "a_page.source",
        "b_page.json",
        "mine.json",
    ]
    newsie("extract", pages / "b", "--out", out)
    assert sorted(path.name for path in out.iterdir()) == [
        "a_page.json",
        "a_page.source",
        "mine.json",
        "page.json",
    ]


def test_a_text_of_another_page_is_not_taken(story: Path, tmp_path: Path) -> None:
    newsie("extract", story, "--out", tmp_path / "out")
    kept = tmp_path / "out" / "story.source"
    kept.write_text("又一篇", encoding="utf-8")
    assert text_beside(tmp_path / "out", "story") == STORY
    story.unlink()
    with pytest.raises(SourceError, match="is another text"):
        text_beside(tmp_path / "out", "story")
    kept.write_text("<html><body>区里</body></html>", encoding="utf-8")
    page = tmp_path / "row.jsonl"
    page.write_text(
        json.dumps({"text": f"{kept.read_text(encoding='utf-8')}\ud800{STORY}"}), encoding="utf-8"
    )
    newsie("extract", page, "--out", tmp_path / "out")
    assert text_beside(tmp_path / "out", "row").startswith("<html><body>区里</body></html>\ufffd")


def test_lines_of_standard_input_have_their_text(tmp_path: Path) -> None:
    newsie("extract", "-", "--out", tmp_path, "--format", "jsonl", stdin=STORY.encode())
    ((file, result),) = read_results(tmp_path)
    assert text_of(file, result) == STORY


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_is_read_is_not_written_over(tmp_path: Path, form: str) -> None:
    path = tmp_path / "page.source"
    path.write_text(STORY, encoding="gb18030")
    result = newsie("extract", path, "--out", tmp_path, "--format", form)
    assert "is to be read" in result.output
    assert path.read_text(encoding="gb18030") == STORY


def test_documents_that_are_read_are_not_written_over(tmp_path: Path) -> None:
    path, page = tmp_path / "page.json", tmp_path / "page.txt"
    path.write_text(json.dumps([{"text": STORY}]), encoding="utf-8")
    newsie("extract", path, "--out", tmp_path)
    assert json.loads(path.read_text(encoding="utf-8")) == [{"text": STORY}]
    page.write_text(STORY, encoding="utf-8")
    result = newsie("extract", page, "--out", tmp_path)
    assert f"{path} holds no results of newsie" in result.output
    assert json.loads(path.read_text(encoding="utf-8")) == [{"text": STORY}]


def test_files_that_are_no_results_are_not_written_over(story: Path, tmp_path: Path) -> None:
    for name, form in (("story.json", "json"), ("records.jsonl", "jsonl")):
        (tmp_path / name).write_text('{"text": "mine"}\n', encoding="utf-8")
        result = newsie("extract", story, "--out", tmp_path, "--format", form)
        assert "holds no results of newsie" in result.output
        assert (tmp_path / name).read_text(encoding="utf-8") == '{"text": "mine"}\n'
        (tmp_path / name).unlink()
        for _ in range(2):
            assert newsie("extract", story, "--out", tmp_path, "--format", form).exit_code == 0


def test_long_names_are_cut(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for folder in ("甲" * 30, "乙" * 30):
        (pages / folder).mkdir(parents=True)
        (pages / folder / f"{'长' * 55}.txt").write_text(STORY, encoding="utf-8")
    (pages / f"{'长' * 82}.txt").write_text(STORY, encoding="gb18030")
    for _ in range(2):
        assert newsie("extract", pages, "--out", tmp_path / "out").exit_code == 0
    assert len(list((tmp_path / "out").glob("*.json"))) == 3
    assert text_beside(tmp_path / "out", next((tmp_path / "out").glob("*.source")).stem) == STORY


def test_commands_are_told_in_whole_phrases() -> None:
    assert "..." not in newsie("--help").stdout.partition("Commands:")[2]


def test_standard_input_reaches_several_workers(story: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "newsie", "extract", "-", "--out", str(tmp_path), "--workers", "2"]
    done = subprocess.run([*command, "--no-model"], input=STORY.encode(), capture_output=True, check=True)
    assert b"articles\t1" in done.stdout


def test_a_file_that_may_not_be_read_is_named_and_the_others_are_done(
    story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "closed.txt"
    closed.write_text(STORY, encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, *_, **__: str(path) != str(closed))
    opened = Path.open

    def denied(path: Path, *arguments: str) -> object:
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", denied)
    result = newsie("extract", closed, story, "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [f"{closed}: not read: Permission denied"]
    assert (tmp_path / "out" / "story.json").is_file()


def test_a_table_without_rows_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,date\n")
    result = newsie("extract", tmp_path / "a.csv", "--out", tmp_path / "out")
    assert "tables without rows" in result.stderr


def test_a_folder_that_cannot_be_written_to_is_named(story: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = newsie("extract", story, "--out", tmp_path / "file" / "below")
    assert result.exit_code == 1
    assert result.stderr == f"Error: {tmp_path}/file/below: Not a directory\n"


def test_ctrl_c_while_the_commands_are_being_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Interrupted:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            if name == "newsie.cli":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "newsie.cli")
    monkeypatch.setattr(sys, "meta_path", [Interrupted, *sys.meta_path])
    with pytest.raises(SystemExit) as ended:
        start()
    assert ended.value.code == "\nAborted!"
