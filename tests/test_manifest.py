from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from newsie.batch import extract_many
from newsie.errors import SourceError
from newsie.inputs import find_pages
from newsie.manifest import find_sources, read_manifest
from newsie.page import Failure, Page, Source


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


def names(*paths: Path) -> list[str]:
    """Return what is found in folders, by name; what cannot be read with a mark."""
    found = find_pages(paths)
    return [
        f"!{Path(one.source).name}" if isinstance(one, Failure) else one.name.rpartition(f"{paths[0]}/")[2]
        for one in found
        if not isinstance(one, Page)
    ]


def test_a_subfolder_that_cannot_be_read_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "a.txt", "f1/p.txt", "f2/p.txt", "f3/p.txt", "f4/p.txt")
    (tmp_path / "f2" / "manifest.toml").write_text('[package]\nname = "x"\n', encoding="utf-8")
    listed = Path.iterdir

    def denied(path: Path) -> Iterator[Path]:
        if path.name == "f3":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", denied)
    assert names(tmp_path) == ["a.txt", "f1/p.txt", "!f2", "!f3", "f4/p.txt"]
    reasons = [one.reason for one in find_pages(tmp_path) if isinstance(one, Failure)]
    assert "manifest.toml: pages: Field required" in reasons[0]
    assert reasons[1] == f"{tmp_path / 'f3'}: Permission denied"


def test_linked_folders_are_followed_inside_their_folder_and_named_outside(tmp_path: Path) -> None:
    home, real = tmp_path / "in", tmp_path / "real"
    fill(home, "b/p.txt", ".kept/p.txt")
    fill(real, "q.txt")
    for name, target in {"a": home / "b", "2023": real, "c": home / ".kept", "b/up": home}.items():
        (home / name).symlink_to(target)
    (home / ".kept" / "again").symlink_to(home / ".kept")
    assert names(home) == ["b/p.txt", "!2023", "c/p.txt"]
    (left,) = (one for one in find_pages(home) if isinstance(one, Failure))
    assert (
        left.reason
        == f"{left.source}: a link to a folder outside {home}: name it as a path of its own to have it read"
    )
    assert names(home, real) == ["b/p.txt", "c/p.txt", str(real / "q.txt")]
    assert names(home / "2023") == ["q.txt"]


def test_paths_that_are_none_are_failures(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    (tmp_path / "manifest.toml").write_text(
        '[[pages]]\nfile = "a.txt"\n[[pages]]\nfile = "a\\u0000.txt"\n[[pages]]\nfile = "none.txt"\n',
        encoding="utf-8",
    )
    assert [type(one) for one in extract_many(find_pages(tmp_path))] == [Failure] * 3


def test_a_manifest_is_read_once_for_all_its_files_that_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path, "one.txt", "two.txt")
    manifest = '[[pages]]\nfile = "one.txt"\noutlet = "甲"\n[[pages]]\nfile = "one.txt"\noutlet = "乙"\n'
    (tmp_path / "manifest.toml").write_text(manifest, encoding="utf-8")
    read: list[Path] = []
    monkeypatch.setattr(
        "newsie.manifest.read_manifest", lambda path: (read.append(path), read_manifest(path))[1]
    )
    found = list(find_pages([tmp_path / "one.txt", tmp_path / "two.txt"]))
    assert found == [Source(tmp_path / "one.txt", outlet="甲"), Source(tmp_path / "two.txt")]
    assert len(read) == 1
    (tmp_path / "manifest.toml").write_text(manifest.replace("甲", "丙丙"), encoding="utf-8")
    assert list(find_pages(tmp_path / "one.txt")) == [Source(tmp_path / "one.txt", outlet="丙丙")]
