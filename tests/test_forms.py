"""The same page set otherwise gives the same records: widths, quotes, radicals, upright marks, unseen characters, line breaks."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsie.extractor import extract
from newsie.records import Extraction
from newsie.text import fold

TYPES = ("meetings", "visits", "officials", "projects", "statistics", "statements")
APART = {"id", "article", "articles", "evidence", "confidence", "review", "segments"}
PAGES = sorted((Path(__file__).parent / "local_articles").glob("*.txt"))[::6]
RADICALS = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)}
UPRIGHT = dict(zip("，、。：；！？（）《》“”", "︐︑︒︓︔︕︖︵︶︽︾﹁﹂", strict=True))


def drawn(source: str, table: dict[str, str]) -> str:
    return source.translate(str.maketrans(table))


def sown(source: str, unseen: str) -> str:
    """Return a page with a character that nobody sees here and there."""
    chance = random.Random(1)  # noqa: S311 - the same places in every run
    return "".join(one + unseen * (one != "\n" and chance.random() < 0.05) for one in source)


FORMS: dict[str, Callable[[str], str]] = {
    "wide digits": lambda page: drawn(page, {str(digit): chr(0xFF10 + digit) for digit in range(10)}),
    "half marks": lambda page: drawn(page, dict(zip("，：；！？（）", ",:;!?()", strict=True))),
    "corner quotes": lambda page: drawn(page, dict(zip("“”‘’", "「」『』", strict=True))),
    "straight quotes": lambda page: drawn(page, {"“": '"', "”": '"'}),
    "upright marks": lambda page: drawn(page, UPRIGHT),
    "radicals": lambda page: drawn(page, RADICALS),
    "soft hyphens": lambda page: sown(page, "\u00ad"),
    "joiners": lambda page: sown(page, "\u200d"),
    "selectors": lambda page: sown(page, "\ufe0f"),
    "lost glyphs": lambda page: sown(page, "\ue123"),
    "breaks of Windows": lambda page: page.replace("\n", "\r\n"),
}


def told(value: Any) -> Any:
    """Return what a record says, in one form of writing and without its places."""
    if isinstance(value, str):
        return fold(value.replace('"', "“")).replace("”", "“").replace("’", "‘")
    if isinstance(value, dict):
        return {name: told(inner) for name, inner in value.items() if name not in APART}
    return [told(inner) for inner in value] if isinstance(value, list) else value


def records(result: Extraction) -> dict[str, Any]:
    whole = result.model_dump(mode="json")
    return {name: told(whole[name]) for name in TYPES}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("source", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_the_same_records_in_every_form(source: Path, form: str) -> None:
    page = source.read_text(encoding="utf-8")
    assert records(extract(FORMS[form](page))) == records(extract(page))


def test_a_day_of_publication_may_hold_what_nobody_sees() -> None:
    page = "某县召开会议\n\n发布时间：2024-0\u200b3-08\n\n本报讯 3月5日，县委召开会议。\n"
    assert extract(page).published == extract(page.replace("\u200b", "")).published
    story = "某县召开会议\n\n本报讯 2024年3\u00ad月8日，县委召开会议。\n"
    assert str(extract(story).published) == "2024-03-08"


def test_words_are_cut_as_they_stand() -> None:
    page = "某县新闻\n\n本报讯 3⽉5⽇，县\u00ad委书记王⼀⽂主持召开「春耕⽣产推进会」。\n"
    (meeting,) = extract(page, published="2024-03-08").meetings
    assert (meeting.name, meeting.chair) == ("春耕⽣产推进会", ("王⼀⽂",))
    assert meeting.date is not None
    assert meeting.date.start == "2024-03-05"
    for pieces in meeting.evidence.values():
        for piece in pieces:
            assert (
                "".join(page[start:end] for start, end in piece.segments).replace("\u00ad", "") == piece.text
            )
