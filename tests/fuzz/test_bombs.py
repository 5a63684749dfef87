"""Small files that ask for much, and names that point elsewhere."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from fuzz.files import STORY, archive
from fuzz.invariants import RULES, read_sources
from newsie import Extraction, Failure, Limits
from newsie.cli import main
from newsie.inputs import find_pages

_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
_SENTENCE = "会议指出，要抓好落实，确保全年目标任务完成。"


def _outcomes(path: Path) -> list[Extraction | Failure]:
    return read_sources(list(find_pages([path])))


def _reason(path: Path) -> str:
    (outcome,) = _outcomes(path)
    assert isinstance(outcome, Failure)
    return outcome.reason


def _pdf(*objects: bytes) -> bytes:
    """Return a PDF of these objects, the first of them its catalog."""
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def _nested_archive(members: int) -> bytes:
    """Return a ZIP archive whose files all lie in the same place."""
    text = STORY.encode() * 300
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(text) + packer.flush()
    numbers = zlib.crc32(text), len(packed), len(text), 5
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, *numbers, 0) + b"a.txt" + packed
    entry = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, *numbers, 0, 0, 0, 0, 0, 0)
    index = (entry + b"a.txt") * members
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, members, members, len(index), len(local), 0)
    return local + index + end


@pytest.mark.parametrize(
    ("pages", "reason"),
    [
        (b"<</Type/Pages/Count 100000/Kids[%b]>>" % b" ".join([b"3 0 R"] * 100_000), "a PDF of 100000 pages"),
        (b"<</Type/Pages/Count 2147483647/Kids[3 0 R]>>", "PDF"),
        (b"<</Type/Pages/Count 3/Kids[2 0 R 3 0 R 2 0 R]>>", "PDF"),
    ],
    ids=["many pages", "more pages than there are", "pages in themselves"],
)
def test_page_trees_of_pdfs(tmp_path: Path, pages: bytes, reason: str) -> None:
    pytest.importorskip("pypdfium2")
    path = tmp_path / "a.pdf"
    path.write_bytes(_pdf(b"<</Type/Catalog/Pages 2 0 R>>", pages, _PAGE))
    assert reason in _reason(path)


def test_files_that_lie_in_each_other_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(_nested_archive(5000))
    assert "more room than it has" in _reason(path)


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    data = archive({"a.txt": STORY.encode()})
    for _ in range(30):
        data = archive({"a.zip": data})
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert "unpack it first" in _reason(path)


def test_sizes_that_an_archive_says_are_not_believed(tmp_path: Path) -> None:
    data = archive({"a.txt": b" " * 3_000_000})
    size = struct.pack("<I", 3_000_000)
    path = tmp_path / "a.zip"
    path.write_bytes(data.replace(size, struct.pack("<I", 50_000)))
    assert "damaged" in _reason(path)


@pytest.mark.parametrize(
    "name", ["../../out.txt", "/etc/out.txt", "a/../../../out.txt", "a\\..\\out.txt", "C:/out.txt"]
)
def test_names_in_archives_lead_nowhere_else(tmp_path: Path, name: str) -> None:
    path = tmp_path / "deep" / "er" / "a.zip"
    path.parent.mkdir(parents=True)
    path.write_bytes(archive({name: STORY.encode()}))
    out = path.parent / "out"
    before = set(tmp_path.rglob("*"))
    run = CliRunner().invoke(main, ["extract", str(path), "--out", str(out), "--pipeline", RULES])
    assert run.exit_code == 0, run.output
    written = [file for file in set(tmp_path.rglob("*")) - before if file.is_file()]
    assert len(written) == 2
    assert {file.parent for file in written} == {out}


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + _SENTENCE * 30,
        "<b>" * 5000 + _SENTENCE * 30,
        "<table><tr><td>" * 2000 + _SENTENCE * 30,
        f"<p {'a=1 ' * 50_000}>{_SENTENCE * 30}</p>",
        f"<script type='application/ld+json'>{'[' * 50_000}</script><p>{_SENTENCE * 30}</p>",
    ],
    ids=["blocks", "letters", "tables", "attributes", "JSON"],
)
def test_markup_in_markup(tmp_path: Path, markup: str) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "a.html"
    path.write_text(f"<html><body>{markup}</body></html>", encoding="utf-8")
    _outcomes(path)


def test_entities_of_markup_are_not_expanded(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    secret = tmp_path / "secret"
    secret.write_text("密" * 20, encoding="utf-8")
    layers = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    kind = f'<!DOCTYPE html [<!ENTITY e0 "哈">{layers}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    path = tmp_path / "a.html"
    path.write_text(f"{kind}<html><body><p>{_SENTENCE * 30}&e11;&x;</p></body></html>", encoding="utf-8")
    for outcome in _outcomes(path):
        text = outcome.model_dump_json() if isinstance(outcome, Extraction) else outcome.reason
        assert "密密" not in text
        assert "哈哈" not in text


def test_a_text_that_rows_share_is_held_once(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    length, rows = 1_000_000, 200
    table = arrow.table({"text": arrow.DictionaryArray.from_arrays([0] * rows, ["a" * length])})
    path = tmp_path / "a.parquet"
    parquet.write_table(table, path, compression="zstd")
    tracemalloc.start()
    count = sum(1 for _ in find_pages([path]))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == rows
    assert most < 10 * length
    (failure, *_) = find_pages([path], limits=Limits(max_bytes=1000))
    assert isinstance(failure, Failure)
    assert "larger than 1,000 bytes" in failure.reason


def test_json_that_is_too_deep_or_too_long_is_a_failure_of_its_row(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = ["[" * 100_000, '{"text":' * 100_000, f'{{"text": "{_SENTENCE}", "date": {"9" * 100_000}}}']
    path.write_text("\n".join([*rows, f'{{"text": "{_SENTENCE}"}}']), encoding="utf-8")
    *bad, good = _outcomes(path)
    assert [type(outcome) for outcome in bad] == [Failure] * 3
    assert isinstance(good, Extraction)


def test_an_archive_that_says_a_name_twice_is_read(tmp_path: Path) -> None:
    data = archive({"a.txt": STORY.encode(), "b.txt": STORY.encode()}).replace(b"b.txt", b"a.txt")
    path = tmp_path / "a.zip"
    path.write_bytes(data)
    assert {type(outcome) for outcome in _outcomes(path)} == {Extraction}
