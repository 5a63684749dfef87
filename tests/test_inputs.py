from __future__ import annotations

import gzip
import json
import os
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

import newsie
from newsie.batch import extract_many, name_of
from newsie.errors import ExtraError, SourceError
from newsie.inputs import Columns, Limits, find_pages, read_page
from newsie.page import Failure, Page, Source
from newsie.records import Extraction

STORY = "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，安排部署重点工作。\n"
HTML = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>某县召开推进会_某某网</title>
<meta property="og:site_name" content="某某网"></head><body><div class="nav"><a href="/">首页</a></div>
<h1>某县召开推进会</h1><div>2023-03-21 09:15 来源：某某日报</div>
<div class="content"><p>　　本报讯（记者 王某某）3月20日，某县召开春耕备耕推进会。县委书记赵某某主持会议并讲话。</p>
<p>　　会议指出，今年以来，全县落实春播面积12.6万亩，同比增长5.2%，为全年丰收打下了基础。</p></div>
<div class="footer">版权所有 某某网</div></body></html>"""


def found(
    *paths: Path, columns: Columns | None = None, limits: Limits | None = None
) -> list[Page | Source | Failure]:
    return list(find_pages(paths, columns=columns or Columns(), limits=limits or Limits()))


def reasons(*paths: Path, limits: Limits | None = None) -> list[str]:
    """Return why sources cannot be read."""
    outcomes = extract_many(found(*paths, limits=limits), limits=limits or Limits())
    return [outcome.reason for outcome in outcomes if isinstance(outcome, Failure)]


def archive(path: Path, **files: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name.replace("__", "."), data)
    return path


def test_a_packed_text_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.txt.gz"
    path.write_bytes(gzip.compress(STORY.encode("gb18030")))
    assert found(tmp_path) == [Source(path)]
    assert read_page(Source(path)).text == STORY


def test_the_files_of_an_archive_are_pages(tmp_path: Path) -> None:
    rows = json.dumps({"text": STORY, "date": "20230110"}, ensure_ascii=False)
    path = archive(
        tmp_path / "a.zip", a__txt=STORY, b__jsonl=rows, c__png=b"\x89PNG", d__zip=b"PK", _e__txt=""
    )
    text, row, nested, _ = found(path)
    assert isinstance(text, Source)
    assert (text.name, read_page(text).text) == (f"{path}/a.txt", STORY)
    assert row == Page(STORY, f"{path}/b.jsonl#1", date(2023, 1, 10), "given")
    assert isinstance(nested, Failure)
    assert "inside an archive" in nested.reason


def test_an_archive_that_is_replaced_is_read_anew(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", a__txt=STORY, b__txt=STORY)
    (one, gone) = found(path)
    assert isinstance(one, Source)
    assert isinstance(gone, Source)
    assert read_page(one).text == STORY
    archive(path, a__txt="区里召开会议。")
    assert read_page(one).text == "区里召开会议。"
    with pytest.raises(SourceError, match="no longer in the ZIP archive"):
        read_page(gone)


def test_names_in_archives_of_chinese_windows_are_read(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.zip", abcd__txt=STORY)
    path.write_bytes(path.read_bytes().replace(b"abcd.txt", "头版".encode("gb18030") + b".txt"))
    (source,) = found(path)
    assert source.name == f"{path}/头版.txt"
    assert read_page(source).text == STORY


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_files_of_one_name_in_an_archive_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(3):
            packed.writestr("a/p.txt", f"{number}{STORY}")
    sources = list(find_pages(path))
    assert [source.name for source in sources if isinstance(source, Source)] == [
        f"{path}/a/p{number}.txt" for number in ("", " (2)", " (3)")
    ]
    pages = [read_page(source).text for source in sources if isinstance(source, Source)]
    assert pages == [f"{number}{STORY}" for number in range(3)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names are bytes on Linux only")
def test_names_that_are_not_utf8_are_told_apart(tmp_path: Path) -> None:
    for name in (
        "日报甲.txt".encode("gbk"),
        "日报乙.txt".encode("gbk"),
        b"caf\xe9.txt",
        "日报甲.txt".encode(),
    ):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(STORY, encoding="utf-8")
    home = tmp_path.joinpath(os.fsdecode("版面".encode("gbk")))
    home.mkdir()
    (home / "日报.jsonl").write_text(json.dumps({"text": STORY}), encoding="utf-8")
    names = [name_of(one).removeprefix(f"{tmp_path}/") for one in find_pages(tmp_path)]
    assert sorted(names) == sorted(
        ["日报甲.txt", "日报甲 (2).txt", "日报乙.txt", "caf\\xe9.txt", "版面/日报.jsonl#1"]
    )
    results = list(extract_many(find_pages(tmp_path), pipeline="zh_chars"))
    assert [result.source.removeprefix(f"{tmp_path}/") for result in results] == names


def test_json_lines_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [
        {"text": STORY, "published": "2023-01-10 08:00", "newspaper": "某某日报"},
        {"text": STORY, "published": "2023年1月9日"},
        {"text": None},
        {"text": STORY, "published": "2023-02-30"},
    ]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join([*lines, "", "{", "[]"]), encoding="utf-8")
    one, two, *bad = found(path)
    assert one == Page(STORY, f"{path}#1", date(2023, 1, 10), "given", "某某日报")
    assert isinstance(two, Page)
    assert two.published == date(2023, 1, 9)
    assert [type(page) for page in bad] == [Failure] * 4
    assert [reason.split(": ")[1] for reason in reasons(path)] == [
        "no text in this row",
        "'2023-02-30' is no day of the calendar",
        "no JSON",
        "no JSON object",
    ]


ROW = {"text": STORY, "date": "20230110"}


@pytest.mark.parametrize(
    "document",
    [
        [ROW, ROW],
        {"total": 2, "data": [ROW, ROW]},
        f"{json.dumps(ROW, ensure_ascii=False)}\n\n{json.dumps(ROW)}\n",
    ],
    ids=["array", "object around an array", "lines"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_json_documents_are_pages(tmp_path: Path, document: object, encoding: str) -> None:
    path = tmp_path / "news.json"
    text = document if isinstance(document, str) else json.dumps(document, ensure_ascii=False, indent=1)
    path.write_text(text, encoding=encoding)
    pages = [Page(STORY, f"{path}#{number}", date(2023, 1, 10), "given") for number in (1, 2)]
    assert found(path) == pages
    assert found(tmp_path) == pages


def test_only_ends_of_lines_part_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    texts = ["区里\u2028开会。", "县里\x85开会。"]
    rows = [json.dumps({"text": text}, ensure_ascii=False) for text in texts]
    path.write_bytes("\r\n".join(rows).encode())
    assert [page.text for page in found(path) if isinstance(page, Page)] == texts


def test_json_without_texts_is_passed_over_in_a_folder_and_told_if_it_is_named(tmp_path: Path) -> None:
    result = newsie.load("zh_chars").extract(STORY).model_dump_json()
    for name, text in (("a", '{"name": "x", "files": []}'), ("b", result), ("c", '{"正文": "区里开会。"}')):
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    archive(tmp_path / "d.zip", a__json='{"name": "x"}')
    (page,) = found(tmp_path)
    assert isinstance(page, Page)
    assert page.text == "区里开会。"
    assert "no column is called text" in reasons(tmp_path / "a.json")[0]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["no JSON"]),
        ('{"text": "一"', ["no JSON"]),
        ('{"text":\n"一"', ["no JSON"]),
        ("[" * 100_000, ["no JSON"]),
        ('[{"text": "一"}, 2, {"text": null}]', ["no JSON object", "no text in this row"]),
        ('[{"name": "一"}, {"name": "二"}]', ["no column is called text"] * 2),
        ('{"text": "一"}\n{"text": \n', ["no JSON"]),
    ],
)
def test_damaged_json_is_told(tmp_path: Path, text: str, told: list[str]) -> None:
    (tmp_path / "a.json").write_text(text, encoding="utf-8")
    given = reasons(tmp_path)
    assert len(given) == len(told)
    assert all(reason in one for reason, one in zip(told, given, strict=True))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_csv_in_any_encoding_with_named_columns(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "news.csv"
    path.write_text(f'版,题,文\n2023/1/9,区里召开推进会,"{STORY}"\n', encoding=encoding)
    (page,) = found(path, columns=Columns("文", "版", "题"))
    assert page == Page(f"区里召开推进会\n\n{STORY}", f"{path}#1", date(2023, 1, 9), "given")
    assert "no column is called" in reasons(path)[0]


def test_parquet_with_dates(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "news.parquet"
    parquet.write_table(arrow.table({"正文": [STORY], "日期": [date(2023, 1, 10)], "n": [1]}), path)
    assert found(path) == [Page(STORY, f"{path}#1", date(2023, 1, 10), "given")]
    path.write_bytes(b"PAR1 no")
    assert "no Parquet" in reasons(path)[0]


@pytest.mark.parametrize("charset", ["utf-8", "gb2312"])
def test_a_web_page_is_its_article(tmp_path: Path, charset: str) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_bytes(HTML.format(charset=charset).encode("gb18030" if charset == "gb2312" else "utf-8"))
    page = read_page(Source(path))
    assert (page.published, page.published_from, page.outlet) == (date(2023, 3, 21), "page", "某某网")
    (result,) = extract_many([path])
    assert isinstance(result, Extraction)
    (article,) = result.articles
    assert (article.headline, article.reporters, len(article.body)) == ("某县召开推进会", ("王某某",), 2)
    (piece,) = result.meetings[0].evidence["name"]
    assert "".join(page.text[start:end] for start, end in piece.segments) == piece.text == "春耕备耕推进会"


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b" " * 30_000_000))
    archive(tmp_path / "b.zip", b__txt=b" " * 30_000_000)
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(b'{"text": "%b"}\n' % (b" " * 30_000_000)))
    packed, member, rows = sorted({reason.rpartition("/")[2] for reason in reasons(tmp_path)})
    for reason in (packed, member, rows):
        assert "too many times its size" in reason
    assert reasons(tmp_path / "a.txt.gz", limits=Limits(max_bytes=1000, max_ratio=10**6))[0].count(
        "larger than 1,000"
    )


def test_damaged_files_are_failures(tmp_path: Path) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(STORY.encode())[:-9])
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 no archive")
    (tmp_path / "c.html").write_text("<html></html>")
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.7 no more")
    (tmp_path / "e.csv").write_bytes(b'a,text\n1,"' + b"x" * 200)
    found_reasons = reasons(tmp_path, limits=Limits(max_bytes=1000))
    for reason, word in zip(found_reasons, ("gzip", "ZIP", "running text", "PDF", "CSV"), strict=True):
        assert word in reason


def test_what_is_missing_is_said_with_the_line_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("pypdfium2", "trafilatura", "pyarrow.parquet"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    (tmp_path / "b.html").write_text(HTML)
    (tmp_path / "c.parquet").write_bytes(b"PAR1")
    with pytest.raises(ExtraError, match=r"pip install 'newsie-zh\[pdf\]'"):
        read_page(Source(tmp_path / "a.pdf"))
    assert [reason.rpartition("[")[2] for reason in reasons(tmp_path)] == ["pdf]'", "html]'", "tables]'"]


def test_a_file_is_taken_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    assert len(found(path, tmp_path, path)) == 1
    (tmp_path / "own.parquet").mkdir()
    (tmp_path / "own.parquet" / "documents.txt").write_text(STORY, encoding="utf-8")
    assert list(find_pages([tmp_path], leave=[tmp_path / "own.parquet"])) == [Source(path)]
    with pytest.raises(SourceError, match="larger than 3 bytes"):
        read_page(Source(path), limits=Limits(max_bytes=3))


def test_a_folder_may_be_named_by_a_string(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    assert [*find_pages(str(tmp_path))] == [*find_pages(tmp_path)] == [*find_pages([tmp_path])]


BIG5 = "區裡召開推進會\n\n本報訊（記者 姜某）1月8日，區裡召開推進會，安排部署重點工作。\n"


def test_csv_in_big5(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text(f'date,text\n2023-01-09,"{BIG5}"\n', encoding="big5")
    assert found(path) == [Page(BIG5, f"{path}#1", date(2023, 1, 9), "given")]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_damaged_byte_of_a_csv_costs_its_row(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "news.csv"
    data = "text\n" + f'"{STORY}"\n' * 5
    whole = data.encode(encoding)
    at = len(("text\n" + f'"{STORY}"\n' * 2 + '"区里召开推进会').encode(encoding)) - 1
    path.write_bytes(whole[:at] + (b"\xff" if encoding == "gb18030" else b"") + whole[at + 1 :])
    pages = found(path)
    assert [type(page) for page in pages] == [Page, Page, Failure, Page, Page]
    assert [page.text for page in pages if isinstance(page, Page)] == [STORY] * 4
    assert "damaged bytes" in reasons(path)[0]
    if encoding == "utf-8":
        path.write_bytes("text\n会\n议\n".encode()[:-2])
        assert [page.text for page in found(path) if isinstance(page, Page)] == ["会"]


def test_the_encoding_of_a_csv_is_told_by_the_first_that_is_not_ascii(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    for encoding in ("utf-8", "gb18030"):
        for length in (65_529, 65_530, 65_531, 200_000):
            path.write_text("text\n" + "x" * length + "\n" + f'"{STORY}"\n' * 3, encoding=encoding)
            assert [page.text for page in found(path)[1:] if isinstance(page, Page)] == [STORY] * 3
    path.write_bytes(b"text\n" + bytes(range(160, 256)) * 40)
    assert "no encoding that can be told" in reasons(path)[0]


def test_a_row_that_is_too_large_costs_no_neighbour(tmp_path: Path) -> None:
    rows = [json.dumps({"text": text}, ensure_ascii=False) for text in ("一", "字" * 2000, "三", "四")]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    cells = ["一", "字" * 700 + '""，\n"",' + "字" * 2000, "三", "四\n"]
    (tmp_path / "b.csv").write_text("text\n" + "".join(f'"{cell}"\n' for cell in cells), encoding="utf-8")
    (tmp_path / "c.csv").write_text(f"text,x\n一\n{'字' * 1500},y\n三\n四\n", encoding="utf-8")
    for name in ("a.jsonl", "b.csv", "c.csv"):
        one, large, *others = found(tmp_path / name, limits=Limits(max_bytes=4000))
        assert [page.text.strip() for page in (one, *others) if isinstance(page, Page)] == ["一", "三", "四"]
        assert isinstance(large, Failure)
        assert "larger than 4,000 bytes" in large.reason


def test_a_quotation_that_is_never_closed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text('text,n\n一,1\n"二,2\n三,3\n', encoding="utf-8")
    one, rest = found(path)
    assert one == Page("一", f"{path}#1")
    assert isinstance(rest, Failure)
    assert "never closed" in rest.reason
    for text in ("", "text\n", 'text\n"一"'):
        path.write_text(text, encoding="utf-8")
        assert [type(page) for page in found(path)] == [Page] * text.count("一")


def bad_zip(path: Path, method: int) -> Path:
    with zipfile.ZipFile(path, "w", method) as packed:
        packed.writestr("a.txt", STORY * 9)
        packed.writestr("b.txt", STORY)
    data = bytearray(path.read_bytes())
    if method == zipfile.ZIP_LZMA:
        data[60:70] = b"\xff" * 10
    else:
        at = data.index(b"PK\x01\x02")
        data[at + 6 : at + 8] = (90).to_bytes(2, "little")
    path.write_bytes(data)
    return path


def test_an_odd_source_costs_no_neighbour(tmp_path: Path) -> None:
    lzma = bad_zip(tmp_path / "a.zip", zipfile.ZIP_LZMA)
    version = bad_zip(tmp_path / "b.zip", zipfile.ZIP_DEFLATED)
    (tmp_path / "c.txt").write_text(STORY, encoding="utf-8")
    one, two = reasons(tmp_path)
    assert one.startswith(f"{lzma}/a.txt: the ZIP archive is damaged")
    assert two.startswith(f"{version}: the ZIP archive is damaged")


def test_what_breaks_newsie_while_sources_are_found_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise RecursionError("deep")

    monkeypatch.setattr("newsie.inputs.json_rows", breaks)
    archive(tmp_path / "a.zip", a__jsonl="{}", b__txt=STORY)
    (tmp_path / "b.jsonl").write_text("{}")
    one, page, two = found(tmp_path)
    assert isinstance(page, Source)
    for failed in (one, two):
        assert isinstance(failed, Failure)
        assert failed.reason == "newsie broke on it (RecursionError: deep)"
        assert "Traceback" in failed.trace


def test_a_day_that_is_none_costs_its_row(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "news.parquet"
    days = arrow.array([19_000, 9_999_999, 19_000], arrow.int32()).cast(arrow.date32())
    parquet.write_table(arrow.table({"text": [STORY] * 3, "date": days}), path)
    assert [type(page) for page in found(path)] == [Page, Failure, Page]
    assert "column 'date' cannot be read" in reasons(path)[0]


def test_packed_parquet_is_read(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    parquet.write_table(arrow.table({"text": [STORY]}), tmp_path / "a.parquet")
    packed = tmp_path / "b.parquet.gz"
    packed.write_bytes(gzip.compress((tmp_path / "a.parquet").read_bytes()))
    assert found(packed) == [Page(STORY, f"{packed}#1")]
    twice = tmp_path / "c.zip.gz"
    twice.write_bytes(gzip.compress(b"PK"))
    assert "unpack" in reasons(twice)[0]


def test_a_pipe_is_read_once_by_the_process_that_finds_it(tmp_path: Path) -> None:
    for name, text, pages in (("page", STORY, [STORY]), ("a.jsonl", '{"text": "一"}\n' * 2, ["一", "一"])):
        pipe = tmp_path / name
        os.mkfifo(pipe)
        with ThreadPoolExecutor() as threads:
            threads.submit(pipe.write_text, text, encoding="utf-8")
            assert [page.text for page in found(pipe) if isinstance(page, Page)] == pages
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    os.mkfifo(tmp_path / "c.txt")
    assert [type(page) for page in found(tmp_path)] == [Failure, Source, Failure]


@pytest.mark.parametrize(
    "header", ["text\tdate", "text;date", "Text,DATE", " text , date", "date;x,text;TEXT"]
)
def test_columns_are_found_whatever_their_case_and_what_parts_them(tmp_path: Path, header: str) -> None:
    sign = next(sign for sign in ("\t", ";", ",") if sign in header)
    cells = {"text": f'"{STORY}"', "date": "2023-01-09"}
    row = sign.join(cells.get(name.strip().casefold(), "x") for name in header.split(sign))
    path = tmp_path / "news.csv"
    path.write_text(f"{header}\n{row}\n", encoding="utf-8")
    if header == "date;x,text;TEXT":  # it has commas, so they part it
        assert "no column is called text" in reasons(path)[0]
        return
    (page,) = found(path)
    assert isinstance(page, Page)
    assert (page.text, page.published) == (STORY, date(2023, 1, 9))


def test_json_lines_with_a_mark_are_read_and_those_of_another_encoding_told(tmp_path: Path) -> None:
    line = json.dumps({"text": STORY}, ensure_ascii=False) + "\n"
    path = tmp_path / "news.jsonl"
    path.write_text(line, encoding="utf-8-sig")
    assert [page.text for page in found(path) if isinstance(page, Page)] == [STORY]
    path.write_text(line, encoding="gb18030")
    assert reasons(path) == [f"{path}#1: no UTF-8, as JSON lines are: convert the file to UTF-8"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.json", b'[{"text": "x"}]', "may hold many pages: newsie.find_pages lists them"),
        ("a.rtf", b"{\\rtf1\\ansi}", "it is RTF"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "a file of Word or Excel"),
        ("a.mht", b"MIME-Version: 1.0\nContent-Type: text/html\n\n<html></html>", "a web archive"),
        ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(99), "a RAR archive"),
        ("a.tar", b"a.txt".ljust(257, b"\0") + b"ustar\x0000" + bytes(250), "a tar archive"),
    ],
)
def test_files_of_other_programs_are_no_pages(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(SourceError, match=told):
        read_page(path)


def test_documents_of_a_folder_are_read_if_they_are_text_or_markup_and_else_named(tmp_path: Path) -> None:
    page = f"<html><body><p>{STORY}</p></body></html>"
    (tmp_path / "a.doc").write_text(page, encoding="utf-8")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "c.shtml").write_text(page, encoding="utf-8")
    (tmp_path / "d.jpg").write_bytes(b"\xff\xd8")
    archive(tmp_path / "e.zip", f__docx="PK\x03\x04", g__png="")
    names = [source.name.rpartition("/")[2] for source in found(tmp_path) if isinstance(source, Source)]
    assert names == ["a.doc", "b.docx", "c.shtml", "f.docx"]
    assert len(reasons(tmp_path)) == len(["b.docx", "f.docx"])
    assert "区里召开推进会" in read_page(tmp_path / "a.doc").text
