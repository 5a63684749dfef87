"""Newspaper pages in PDF come apart as they were set."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from newsie.article import Division
from newsie.divide import divide
from newsie.errors import SourceError
from newsie.extractor import load
from newsie.inputs import Limits, read_page
from newsie.inputs.pdf import read_pdf, read_sheets, typeset
from newsie.page import Source

newspaper = pytest.importorskip("newspaper", reason="needs fpdf2 and a font")
pytest.importorskip("pypdfium2")
fpdf = pytest.importorskip("fpdf")

PAGES = 24
LIKE = 0.5


def plain(words: object) -> str:
    return re.sub(r"\s+", "", str(words or ""))


def grams(string: str) -> Counter[str]:
    return Counter(string[at : at + 4] for at in range(len(string) - 3))


def likeness(one: str, two: str) -> float:
    return sum((grams(one) & grams(two)).values()) / max(1, len(one), len(two))


def measure(truth: newspaper.Truth, division: Division) -> Counter[str]:
    """Count the stories of a page, those found, and those whose body and headline are exact."""
    wanted = [(item.headline, "".join(item.body)) for item in truth.items]
    wanted += [("", photo) for photo in truth.photos]
    left = list(division.articles)
    counts = Counter(wanted=len(wanted), found=len(left))
    for headline, body in wanted:
        best = max(left, key=lambda article: likeness(plain(body), plain(article.text)), default=None)
        if best is None or likeness(plain(body), plain(best.text)) < LIKE:
            continue
        left.remove(best)
        counts["right"] += 1
        counts["exact"] += plain(best.text) == plain(body)
        counts["headline"] += plain(best.headline) == plain(headline)
    return counts


def f1(counts: Counter[str], what: str) -> float:
    return 200 * counts[what] / (counts["wanted"] + counts["found"])


@pytest.fixture(scope="module")
def page() -> tuple[bytes, newspaper.Truth]:
    data, (truth,) = newspaper.make([4])
    return data, truth


def test_pages_of_all_layouts_come_apart_as_they_were_set() -> None:
    data, truths = newspaper.make(range(PAGES))
    counts: Counter[str] = Counter()
    for truth, sheet in zip(truths, read_sheets(data, Limits()), strict=True):
        text, layout = typeset([sheet])
        counts += measure(truth, divide(text, layout.blocks))
    assert f1(counts, "right") >= 99
    assert f1(counts, "exact") >= 97
    assert f1(counts, "headline") >= 99


def test_evidence_has_its_page_and_box(page: tuple[bytes, newspaper.Truth], tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(page[0])
    read = read_page(Source(path))
    result = load().extract_page(read)
    assert (result.published, result.outlet) == ("2023-03-21", "某某日报")
    pieces = [piece for record in result.statistics for group in record.evidence.values() for piece in group]
    assert pieces
    heights = []
    for piece in pieces:
        (box, *_) = piece.boxes
        assert box.page == 1
        assert 0 < box.left < box.right <= newspaper.WIDTH
        assert 0 < box.top < box.bottom
        heights.append(box.bottom - box.top)
    # a line of the text as a rule; a figure told in a headline too has that place beside its own
    assert sorted(heights)[len(heights) * 9 // 10] < 2 * newspaper.BODY
    assert max(heights) < 4 * newspaper.BODY
    assert '"boxes"' in result.model_dump_json()
    assert all(part.boxes for article in result.articles for part in article.segments)


def test_captions_stand_with_the_story_of_their_picture(page: tuple[bytes, newspaper.Truth]) -> None:
    text, layout = read_pdf(page[0], Limits())
    articles = divide(text, layout.blocks).articles
    for headline, caption in page[1].captions:
        (home,) = (article for article in articles if plain(article.headline) == plain(headline))
        assert plain(caption).startswith(plain(home.captions[0])[:10])


def test_a_radical_of_the_font_is_the_character_it_looks_like() -> None:
    made = fpdf.FPDF()
    made.add_page()
    made.add_font("noto", "", str(newspaper.font()))
    made.set_font("noto", size=12)
    made.text(20, 20, "⼯⼈⽇报 3⽉5⽇，⻓江")
    assert read_pdf(bytes(made.output()), Limits())[0].split() == ["工人日报", "3月5日，长江"]


def blank(*, picture: bool = False, text: str = "") -> bytes:
    made = fpdf.FPDF()
    made.add_page()
    if picture:
        made.image(newspaper.Image.new("RGB", (60, 90)), 10, 10, 150, 200)
    if text:
        made.set_font("helvetica", size=12)
        made.text(20, 20, text)
    return bytes(made.output())


def test_a_scan_is_named_as_such() -> None:
    with pytest.raises(SourceError, match="a scanned PDF without a text layer: run it through OCR"):
        read_pdf(blank(picture=True), Limits())
    with pytest.raises(SourceError, match="a PDF without text"):
        read_pdf(blank(), Limits())


def test_a_damaged_or_locked_pdf_is_named_as_such() -> None:
    with pytest.raises(SourceError, match="damaged"):
        read_pdf(b"%PDF-1.7\nno more", Limits())
    made = fpdf.FPDF()
    made.add_page()
    made.set_encryption("owner", "user")
    with pytest.raises(SourceError, match="locked by a password"):
        read_pdf(bytes(made.output()), Limits())


def test_pages_are_limited_and_numbered() -> None:
    made = fpdf.FPDF()
    for number in range(3):
        made.add_page()
        made.set_font("helvetica", size=12)
        made.text(20, 20, f"page {number + 1}")
    data = bytes(made.output())
    with pytest.raises(SourceError, match="a PDF of 3 pages"):
        read_pdf(data, Limits(max_pages=2))
    text, layout = read_pdf(data, Limits())
    assert [row.page for row in layout.rows] == [1, 2, 3]
    assert [text[row.start : row.end] for row in layout.rows] == ["page 1", "page 2", "page 3"]


def test_a_page_of_ever_so_many_passages_is_put_in_order() -> None:
    made = fpdf.FPDF(unit="pt", format=(1000, 6000))
    made.set_auto_page_break(auto=False)
    made.add_page()
    for number in range(1200):
        made.set_font("helvetica", size=8 + 4 * (number % 2))
        made.text(20 + 300 * (number % 3), 20 + number * 4.5, f"advertisement {number}")
    text, _ = read_pdf(bytes(made.output()), Limits())
    assert text.count("advertisement") == 1200


@pytest.mark.parametrize("left", [True, False])
def test_a_headline_may_stand_upright_beside_its_story(left: bool) -> None:  # noqa: FBT001
    page = newspaper.Setter(newspaper.new_pdf(), 1)
    item = page.item()
    for at, character in enumerate(plain(item.headline)):
        page.text(character, 40 if left else 740, 120 + 30 * at, 26)
    bare = newspaper.Item("", "", "", item.dateline, item.byline, item.body)
    page.finish(page.story(bare, 90, 100, 620, 4))
    text, layout = read_pdf(bytes(page.pdf.output()), Limits())
    (article,) = divide(text, layout.blocks).articles
    assert plain(article.headline) == plain(item.headline)
    assert plain(article.text) == plain("".join(item.body))
