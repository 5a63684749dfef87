"""The markup of a saved web page: what it says of itself in words, and the page without the tables that lay it out.

Sites of counties and papers say their day in a line (发布时间：2024-03-19 来源：…), put their whole page in
tables, and name themselves in the title (前两个月外贸进出口增长18.2%_某某新闻网).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any, TypeAlias

from newsie import patterns as re
from newsie.published import full_days
from newsie.text import fold

# lxml has no type hints
Element: TypeAlias = Any

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = frozenset({"p", "div", "center", "br"})
_NEVER_IN_CELLS = frozenset({*_HEADINGS, "ul", "ol", "form", "hr", "table"})
_SILENT = frozenset({"script", "style", "noscript", "template", "head"})
_CELL_BLOCKS = 3
_CELL_LENGTH = 150
_PIECES = 12
"""So many pieces of text of an element are looked at: a headline has no more."""

# 发布时间：, 发布：; but not 县统计局公布2024年3月5日的数据
_RELEASED = re.compile(
    "(?:[发發][布佈表稿]|刊[发登]|公[布开]|上[传網网])(?:(?:时间|時間|日期)[\\s：:\\[【（(]{0,4}|\\s?[：:]\\s{0,3})$"
)
_BARE_LABEL = re.compile("(?<![\u4e00-\u9fff])(?:时间|時間|日期)[\\s：:]{0,4}$")
_WEEKDAY = re.compile(r"[\s|]{0,3}(?:星期|周)[一二三四五六日天]")
_SOURCE = re.compile(r"[\s0-9：:|]{0,16}(?:来源|來源|作者|浏览|瀏覽|点击|字号|字體|字体|编辑)")
_HAN = "\u4e00-\u9fff"
_SOURCE_NAME = re.compile(rf"(?<![{_HAN}])[来來]源\s?[：:]\s?([{_HAN}A-Za-z0-9]{{2,20}})")
_AUTHOR_NAME = re.compile(rf"(?<![{_HAN}])作者\s?[：:]\s?([{_HAN}·]{{2,4}})(?![{_HAN}])")
_LABEL = 16
_BEHIND = 32
_SITE = re.compile(r"\s{0,4}[-_|—–丨·]{1,3}\s{0,4}")
_LISTED = 0.6
_LONGEST_TITLE = 200
_SHORTEST_TITLE = 4


def stated_day(tree: Element) -> date | None:
    """Return the day a page says in words that it was published on, the plainest statement first."""
    text = fold(" ".join(_strings(tree)))
    days = list(full_days(text))
    befores = [text[max(0, found.span[0] - _LABEL) : found.span[0]] for found in days]
    behinds = [text[found.span[1] : found.span[1] + _BEHIND] for found in days]
    for label in (_RELEASED, _BARE_LABEL):
        for before, found in zip(befores, days, strict=True):
            if label.search(before):
                return found.day
    for label in (_WEEKDAY, _SOURCE):
        for behind, found in zip(behinds, days, strict=True):
            if label.match(behind):
                return found.day
    return None


def stated_names(tree: Element) -> tuple[str | None, str | None]:
    """Return the source and the author that a page names in words: 来源：某某日报 作者：某某."""
    text = fold(" ".join(_strings(tree)))
    source, author = _SOURCE_NAME.search(text), _AUTHOR_NAME.search(text)
    return source and source[1], author and author[1]


def _strings(tree: Element) -> Iterator[str]:
    """Yield the text of a page, piece by piece."""
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in _SILENT and element.text:
            yield element.text
        if element.tail:
            yield element.tail


def is_dated(markup: str, day: date) -> bool:
    """Tell whether a day stands in some markup in full: 2024年 alone says no day."""
    return f"{day:%Y%m%d}" in markup or any(found.day == day for found in full_days(markup))


def own_title(tree: Element, title: str) -> str:
    """Return a title without the name of its site: the part of it that stands alone on the page."""
    parts = [part for part in _SITE.split(title) if len(part) >= _SHORTEST_TITLE]
    if len(parts) < 2:
        return title
    alone = {
        " ".join(text.split())
        for element in tree.iter()
        if isinstance(element.tag, str) and element.tag not in {"title", *_SILENT}
        if len(text := "".join(islice(element.itertext(), _PIECES))) <= _LONGEST_TITLE
    }
    return title if title in alone else max((part for part in parts if part in alone), key=len, default=title)


def is_list(tree: Element, lines: Iterable[str]) -> bool:
    """Tell whether the lines that were found on a page are its links, not a story: most of their words are."""
    links = frozenset(
        " ".join("".join(islice(link.itertext(), _PIECES)).split())
        for link in tree.iter("a")
        if len(link) < _PIECES
    )
    told = Counter[bool]()
    for line in lines:
        told[line in links] += sum(character >= "\u4e00" for character in line)
    return told[True] > _LISTED * told.total()


@dataclass(slots=True)
class _Table:
    """A table that is open, with its rows and cells."""

    own: list[Element]
    rows: int = 0
    cells: int = 0
    blocks: int = 0
    length: int = 0
    lays_out: bool = field(default=False)


def without_layout(tree: Element) -> frozenset[str]:
    """Make running text of tables that lay out a page, and of headings, in place; return the headings.

    A table of figures stays one: none of its cells has a heading, a list, several paragraphs or a long text.
    """
    for element in tree.iter():
        if isinstance(element.tag, str) and "-" in element.tag:
            element.tag = "div"  # <founder-content> of a paper's digital edition
    _unlaid(tree)
    headings: set[str] = set()
    for heading in tree.iter(*_HEADINGS):
        headings.add(" ".join("".join(islice(heading.itertext(), _PIECES)).split()))
        heading.tag = "p"
    return frozenset(headings)


def _unlaid(tree: Element) -> None:
    """Make blocks of the parts of tables that lay out a page."""
    open_: list[_Table] = []
    laid: list[_Table] = []
    for event, element in _walk(tree):
        if event == "start":
            _enter(open_, element)
        elif element.tag == "table" and open_:
            table = open_.pop()
            if table.lays_out or table.cells <= table.rows:
                laid.append(table)
        if open_:
            open_[-1].length += len((element.text if event == "start" else element.tail) or "")
            open_[-1].lays_out |= open_[-1].length > _CELL_LENGTH
    for table in laid:
        for part in table.own:
            whole = part.tag in {"td", "th"} and not any(
                child.tag in _BLOCKS | _NEVER_IN_CELLS for child in part
            )
            part.tag = "p" if whole else "div"


def _walk(tree: Element) -> Iterator[tuple[str, Element]]:
    """Yield each element as it begins and ends, without recursion."""
    stack: list[tuple[Element, Iterator[Element]]] = [(tree, iter(tree))]
    yield "start", tree
    while stack:
        element, children = stack[-1]
        child = next((child for child in children if isinstance(child.tag, str)), None)
        if child is None:
            yield "end", element
            stack.pop()
        else:
            yield "start", child
            stack.append((child, iter(child)))


def _enter(open_: list[_Table], element: Element) -> None:
    """Take note of an element that begins."""
    if open_:
        table = open_[-1]
        table.lays_out |= element.tag in _NEVER_IN_CELLS
        table.blocks += element.tag in _BLOCKS
        table.lays_out |= table.blocks >= _CELL_BLOCKS
    if element.tag == "table":
        open_.append(_Table([element]))
    elif open_ and element.tag in {"tbody", "thead", "tr", "td", "th"}:
        table = open_[-1]
        table.own.append(element)
        table.rows += element.tag == "tr"
        if element.tag in {"td", "th"}:
            table.cells += 1
            table.blocks = table.length = 0
