from datetime import date
from pathlib import Path

import pytest

from newsie.errors import SourceError
from newsie.manifest import find_sources


def fill(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("字", encoding="utf-8")


def test_without_a_manifest_all_texts_of_a_folder_are_sources(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a.TXT", "notes.md", "sub/c.txt", ".hidden.txt", ".git/d.txt")
    assert [source.path.relative_to(tmp_path).as_posix() for source in find_sources(tmp_path)] == [
        "a.TXT",
        "b.txt",
        "sub/c.txt",
    ]


def test_the_manifest_decides_what_is_a_source_and_what_is_known_of_it(tmp_path: Path) -> None:
    fill(tmp_path, "one.txt", "two.text", "not listed.txt")
    (tmp_path / "manifest.toml").write_text(
        'outlet = "某某日报"\n[[pages]]\nfile = "two.text"\npublished = 2023-01-10\n'
        '[[pages]]\nfile = "one.txt"\noutlet = "某某晚报"\n',
        encoding="utf-8",
    )
    two, one = find_sources(tmp_path)
    assert (two.path.name, two.published, two.published_from, two.outlet) == (
        "two.text",
        date(2023, 1, 10),
        "manifest",
        "某某日报",
    )
    assert (one.path.name, one.published, one.published_from, one.outlet) == (
        "one.txt",
        None,
        None,
        "某某晚报",
    )


def test_a_single_file_is_found_in_the_manifest_beside_it(tmp_path: Path) -> None:
    fill(tmp_path, "one.txt", "other.txt")
    (tmp_path / "manifest.toml").write_text(
        '[[pages]]\nfile = "one.txt"\npublished = "2023-01-10"\n', encoding="utf-8"
    )
    assert find_sources(tmp_path / "one.txt")[0].published == date(2023, 1, 10)
    assert find_sources(tmp_path / "other.txt")[0].published is None


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        (
            '[[pages]]\nfile = "one.txt"\npublished = "2023-02-30"\n',
            "pages.0.published.*no day of the calendar",
        ),
        ('[[pages]]\nfile = "one.txt"\npaper = "x"\n', "pages.0.paper"),
        ('[[pages]]\nfile = "../one.txt"\n', "outside the folder"),
        ('[[pages]]\nfile = "/one.txt"\n', "outside the folder"),
        ("[[pages]\n", "manifest.toml"),
        ("", "pages: Field required"),
    ],
)
def test_a_damaged_manifest_is_named_with_the_reason(tmp_path: Path, manifest: str, reason: str) -> None:
    (tmp_path / "manifest.toml").write_text(manifest, encoding="utf-8")
    with pytest.raises(SourceError, match=reason):
        find_sources(tmp_path)
