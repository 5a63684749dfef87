"""Newspaper pages as PDF, set from articles whose text is known, in eight layouts.

`python tests/newspaper.py FILE COUNT` writes pages to look at.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from fpdf import FPDF
from PIL import Image, ImageDraw

HOME = Path(__file__).parent
FOLDERS = (HOME / "pages", HOME / "more_pages", HOME.parent / "seeds")
WIDTH = 800.0
LONGEST = 4000.0
MARGIN = 36.0
GUTTER = 13.0
BODY, LEADING = 9.5, 14.5
CAPTION = 8.0
NO_START = "，。、；：？！”’》）】％%…"
NO_END = "“‘《（【"


@dataclass(frozen=True)
class Item:
    """A story to be set; `dateline` stands in front of the body, `byline` on a line of its own."""

    headline: str
    kicker: str
    subhead: str
    dateline: str
    byline: str
    body: tuple[str, ...]


@dataclass
class Truth:
    """What stands on a page."""

    items: list[Item] = field(default_factory=list)
    photos: list[str] = field(default_factory=list)
    captions: list[tuple[str, str]] = field(default_factory=list)


def font() -> Path:
    """Return a free Chinese font."""
    found = find_spec("cvttf_NotoSansCJK_Regular")
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent / "NotoSansCJKtc-Regular.otf"


def articles() -> tuple[dict, ...]:
    """Return the articles of the sample pages that can be set."""
    found = []
    for folder in FOLDERS:
        for path in sorted((folder / "gold").glob("*.json")):
            found += json.loads(path.read_text(encoding="utf-8"))["articles"]
    return tuple(a for a in found if a["headline"] and a["kind"] == "news" and len("".join(a["body"])) > 150)


class Setter:
    """Sets stories on one page; y runs down, and the page is as high as they need."""

    def __init__(self, pdf: FPDF, seed: int) -> None:
        self.pdf = pdf
        self.pdf.add_page()
        self.random = random.Random(seed)  # noqa: S311
        self.truth = Truth()
        self.stock = list(articles())
        self.random.shuffle(self.stock)

    @property
    def content(self) -> bytearray:
        found: bytearray = self.pdf.pages[self.pdf.page].contents
        return found

    def finish(self, bottom: float) -> None:
        """Cut the page below what stands on it; y was counted from the top of the whole one."""
        self.pdf.pages[self.pdf.page].set_dimensions(WIDTH, bottom + MARGIN)
        self.content[:0] = f"q 1 0 0 1 0 {bottom + MARGIN - LONGEST:.2f} cm\n".encode()
        self.content.extend(b"\nQ")

    def item(self, longest: int = 900, shortest: int = 0) -> Item:
        """Take a story out of the stock."""
        fit = [a for a in self.stock if shortest <= len("".join(a["body"])) <= longest] or self.stock
        story = fit[0]
        self.stock.remove(story)
        names = story["reporters"] or ["王某"]
        style = self.random.choice(("dateline", "line", "end"))
        body = [paragraph for paragraph in story["body"] if paragraph.strip()]
        if style == "end":
            body[-1] += ""
        subhead = next((text for text in story["subheads"] if len(text) < 26), "")
        item = Item(
            headline=story["headline"],
            kicker=(story["kicker"] or "") if len(story["kicker"] or "") < 26 else "",
            subhead=subhead if self.random.random() < 0.5 else "",
            dateline=f"本报讯（记者 {names[0]}）" if style != "line" else "",
            byline=f"本报记者 {names[0]}" if style == "line" else "",
            body=tuple(body),
        )
        self.truth.items.append(item)
        return item

    def text(self, string: str, x: float, y: float, size: float) -> None:
        self.pdf.set_font("noto", size=size)
        self.pdf.text(x, y, string)

    def width(self, string: str, size: float) -> float:
        self.pdf.set_font("noto", size=size)
        return float(self.pdf.get_string_width(string))

    def wrap(self, string: str, size: float, width: float, indent: float = 0.0) -> list[tuple[float, str]]:
        """Return lines with their indents; no line begins with a closing mark."""
        lines: list[tuple[float, str]] = []
        line, room = "", width - indent
        used = 0.0
        for character in string:
            advance = size if ord(character) > 0x2E7F else self.width(character, size)
            hangs = character in NO_START and used <= room + 0.01
            if used + advance > room + 0.01 and line and not hangs:
                keep = line[-1] if line[-1] in NO_END else ""
                while character in NO_START and (not keep or keep[0] in NO_START):
                    keep = line[-len(keep) - 1 :]
                lines.append((indent, line[: len(line) - len(keep)]))
                line, used, indent, room = keep, size * len(keep), 0.0, width
            line += character
            used += advance
        return [*lines, (indent, line)] if line else lines

    def head(self, item: Item, x: float, y: float, width: float, size: float) -> float:
        """Set kicker, headline and subhead over a width; return where they end."""
        for string, points in ((item.kicker, size * 0.6), (item.headline, size), (item.subhead, size * 0.55)):
            if not string:
                continue
            big = max(points, 13.0)
            for _, line in self.wrap(string, big, width):
                y += big * 1.25
                self.text(line, x + (width - self.width(line, big)) / 2, y - big * 0.2, big)
        return y + 6

    def lines(self, item: Item, column: float) -> list[tuple[float, str]]:
        found: list[tuple[float, str]] = []
        if item.byline:
            found.append((BODY * 2, item.byline))
        for at, paragraph in enumerate(item.body):
            found += self.wrap((item.dateline if at == 0 else "") + paragraph, BODY, column, BODY * 2)
        return found

    def story(
        self, item: Item, x: float, y: float, width: float, columns: int, *, size: float = 22.0, hole: int = 0
    ) -> float:
        """Set a story in columns, a picture over the first `hole` of them or none; return where it ends."""
        y = self.head(item, x, y, width, size)
        column = (width - GUTTER * (columns - 1)) / columns
        lines = self.lines(item, column)
        tops = [y] * columns
        if hole:
            across = column * hole + GUTTER * (hole - 1)
            first = self.random.randrange(columns - hole + 1)
            caption = self.caption()
            below = self.picture(x + first * (column + GUTTER), y, across, across * 0.55, caption)
            tops[first : first + hole] = [below + 4] * hole
            self.truth.captions.append((item.headline, caption))
        total = len(lines) * LEADING + sum(top - y for top in tops)
        depth = y + total / columns
        while sum(max(0, int((depth - top) / LEADING + 1e-6)) for top in tops) < len(lines):
            depth += 1
        rest = iter(lines)
        lowest = y
        for at, top in enumerate(tops):
            for row in range(max(0, int((depth - top) / LEADING + 1e-6))):
                found = next(rest, None)
                if found is None:
                    break
                self.text(found[1], x + at * (column + GUTTER) + found[0], top + (row + 0.8) * LEADING, BODY)
                lowest = max(lowest, top + (row + 1) * LEADING)
        return max(lowest, *(top for top in tops))

    def caption(self) -> str:
        place = self.random.choice(
            ("工人在车间赶制订单", "志愿者在社区清扫落叶", "村民在田间查看苗情", "孩子们在广场放风筝")
        )
        return f"{place}。 本报记者 {self.random.choice(('郑某', '冯某某', '褚某'))} 摄"

    def picture(self, x: float, y: float, width: float, height: float, caption: str) -> float:
        """Set a picture with its caption under it; return where that ends."""
        image = Image.new("RGB", (160, 90), (190, 205, 220))
        pen = ImageDraw.Draw(image)
        pen.polygon([(0, 90), (55, 25), (95, 70), (120, 40), (160, 90)], fill=(90, 120, 95))
        self.pdf.image(image, x, y, width, height)
        y += height + 3
        for _, line in self.wrap(caption, CAPTION, width):
            y += CAPTION * 1.35
            self.text(line, x + (width - self.width(line, CAPTION)) / 2, y - CAPTION * 0.25, CAPTION)
        return y + 4

    def photo(self, x: float, y: float, width: float) -> float:
        """Set a picture that is an item of its own."""
        text = "图为连日来，当地组织党员干部走进田间地头，帮助群众抢收晾晒，确保颗粒归仓。"
        caption = f"{text} 本报记者 {self.random.choice(('蒋某', '沈某某'))} 摄"
        self.truth.photos.append(text)
        return self.picture(x, y, width, width * 0.5, caption)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.pdf.set_line_width(0.6)
        self.pdf.line(x0, y0, x1, y1)

    def masthead(self) -> float:
        self.text("某某日报", MARGIN, 62, 34)
        self.text("2023年3月21日 星期二 第2版 要闻", WIDTH - MARGIN - 190, 58, 10)
        self.rule(MARGIN, 72, WIDTH - MARGIN, 72)
        return 84.0


FULL = WIDTH - 2 * MARGIN
HALF = (FULL - 24) / 2
RIGHT = MARGIN + HALF + 24


def lead_and_rows(page: Setter, y: float) -> float:
    """A lead over all columns, under it rows of two stories, rules between."""
    y = page.story(page.item(1500, 500), MARGIN, y, FULL, 5, size=32)
    for _ in range(2):
        page.rule(MARGIN, y + 6, WIDTH - MARGIN, y + 6)
        left = page.story(page.item(), MARGIN, y + 12, HALF, 2)
        right = page.story(page.item(), RIGHT, y + 12, HALF, 3)
        page.rule(RIGHT - 12, y + 14, RIGHT - 12, max(left, right))
        y = max(left, right)
    return y


def pillar(page: Setter, y: float) -> float:
    """A tall story at the left, a stack at the right, a rule between."""
    left = page.story(page.item(2500, 700), MARGIN, y, FULL * 0.3, 1, size=24)
    x, right = MARGIN + FULL * 0.3 + 20, y
    for _ in range(3):
        right = page.story(page.item(1000), x, right, FULL * 0.7 - 20, 3, size=26) + 14
    page.rule(x - 10, y, x - 10, max(left, right))
    return max(left, right)


def grid(page: Setter, y: float) -> float:
    """Four stories parted by white space alone."""
    for _ in range(2):
        left = page.story(page.item(800), MARGIN, y, HALF, 2, size=22)
        right = page.story(page.item(800), RIGHT, y, HALF, 2, size=22)
        y = max(left, right) + 16
    return y


def boxed(page: Setter, y: float) -> float:
    """A lead, and under it a story in a tinted box beside another."""
    y = page.story(page.item(1300, 400), MARGIN, y, FULL, 4, size=30) + 14
    start = y
    item = page.item(700)
    before = len(page.content)
    right = page.story(item, RIGHT + 12, y + 8, HALF - 24, 2, size=20) + 8
    drawn = page.content[before:]
    del page.content[before:]
    page.pdf.set_fill_color(232, 238, 244)
    page.pdf.rect(RIGHT, start, HALF, right - start, style="DF")
    page.pdf.set_fill_color(0, 0, 0)
    page.content.extend(drawn)
    left = page.story(page.item(800), MARGIN, start, HALF, 3)
    y = max(left, right) + 14
    return page.story(page.item(800), MARGIN, y, FULL, 5, size=24)


def pictured(page: Setter, y: float) -> float:
    """A lead with a picture in its columns, two stories under it."""
    y = page.story(page.item(1600, 500), MARGIN, y, FULL, 4, size=32, hole=2) + 12
    left = page.story(page.item(), MARGIN, y, HALF, 2, hole=1)
    right = page.story(page.item(), RIGHT, y, HALF, 2)
    return max(left, right)


def photo_news(page: Setter, y: float) -> float:
    """A picture story between rules, stories above and beside it."""
    y = page.story(page.item(1000), MARGIN, y, FULL, 5, size=28) + 6
    page.rule(MARGIN, y, WIDTH - MARGIN, y)
    y += 8
    left = page.photo(MARGIN, y, HALF)
    right = page.story(page.item(700), RIGHT, y, HALF, 2)
    page.rule(RIGHT - 12, y, RIGHT - 12, max(left, right))
    y = max(left, right) + 6
    page.rule(MARGIN, y, WIDTH - MARGIN, y)
    return page.story(page.item(900), MARGIN, y + 6, FULL, 4, size=24)


def narrow_stack(page: Setter, y: float) -> float:
    """Short stories in a narrow column at the right, a lead and another beside them."""
    wide = FULL * 0.74
    left = page.story(page.item(1500, 400), MARGIN, y, wide, 4, size=30, hole=2) + 14
    left = page.story(page.item(900), MARGIN, left, wide, 4, size=22)
    x, right = MARGIN + wide + 22, y
    for _ in range(3):
        right = page.story(page.item(420), x, right, FULL - wide - 22, 1, size=15) + 12
    page.rule(x - 11, y, x - 11, max(left, right))
    return max(left, right)


def thirds(page: Setter, y: float) -> float:
    """Three stories side by side, then one over two thirds with a framed one beside it."""
    third = (FULL - 40) / 3
    ends = [
        page.story(page.item(600), MARGIN + at * (third + 20), y, third, 1 + (at == 1), size=18)
        for at in range(3)
    ]
    y = max(ends) + 8
    page.rule(MARGIN, y, WIDTH - MARGIN, y)
    y += 10
    left = page.story(page.item(1200), MARGIN, y, 2 * third + 20, 3, size=26, hole=1)
    x = MARGIN + 2 * (third + 20)
    right = page.story(page.item(500), x + 8, y + 8, third - 16, 1, size=17) + 8
    page.pdf.set_line_width(0.8)
    page.pdf.rect(x, y, third, right - y)
    return max(left, right)


LAYOUTS: tuple[Callable[[Setter, float], float], ...] = (
    lead_and_rows,
    pillar,
    grid,
    boxed,
    pictured,
    photo_news,
    narrow_stack,
    thirds,
)


def new_pdf() -> FPDF:
    pdf = FPDF(unit="pt", format=(WIDTH, LONGEST))
    pdf.set_auto_page_break(auto=False)
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.add_font("noto", "", str(font()))
    return pdf


def make(numbers: Iterable[int]) -> tuple[bytes, list[Truth]]:
    """Return a PDF of pages and what stands on each; layouts take turns."""
    pdf = new_pdf()
    truths = []
    for number in numbers:
        page = Setter(pdf, number)
        page.finish(LAYOUTS[number % len(LAYOUTS)](page, page.masthead()))
        truths.append(page.truth)
    return bytes(pdf.output()), truths


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(make(range(int(sys.argv[2])))[0])
