"""A reading laid out for speech: painted text, quotations and sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from newsie import patterns as re
from newsie.article import Article, Part
from newsie.frames.canvas import Canvas
from newsie.frames.speech.quotes import SAID_BEHIND, Quotation, behind, find_quotations
from newsie.reading import Reading

# so many headings make a digest of an article
_LEAST_ITEMS = 2
# how many characters a heading shares with the opening of its story
_GRAM, _OPENING = 4, 80
_STOPS = re.compile(r"[。！？?!\n]|；")
# a digest on one line: 3.某某在某省调研；4.……: each item is a sentence of its own
_ITEM = re.compile(r"[0-9]{1,2}(?:[.、](?![0-9])|\.(?=[12][0-9]{3}(?![0-9])))|（[0-9]{1,2}）")


@dataclass(frozen=True, slots=True)
class Layout:
    """A painted text with its quotations and the places where sentences begin.

    All offsets are into `string`.

    Attributes:
        reading: what was painted.
        canvas: the painted text with what its marks stand for.
        string: the painted text, `canvas.string`.
        quotations: outermost quotations, sorted.
        owned: uttered quotations by the place where the words behind them begin.
        sentences: where sentences begin; uttered quotations are sentences of their own.
        clauses: where sentences and parts between semicolons begin.
        items: where the further stories of a digest begin, each under a heading of its own (快讯, 简讯).
    """

    reading: Reading
    canvas: Canvas
    string: str
    quotations: tuple[Quotation, ...]
    owned: dict[int, Quotation]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    items: tuple[int, ...] = ()

    def quoted(self, at: int) -> Quotation | None:
        """Return the quotation that holds the character at `at`, if any."""
        index = bisect_left(self.quotations, (at + 1,)) - 1
        if index >= 0 and at < self.quotations[index].end:
            return self.quotations[index]
        return None

    def spoken_at(self, start: int) -> Quotation | None:
        """Return the uttered quotation that opens at `start`, if any."""
        found = self.quoted(start)
        return found if found and found.start == start and found.spoken else None

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the sentence that holds the character at `at`."""
        index = bisect_right(self.sentences, at) - 1
        end = self.sentences[index + 1] if index + 1 < len(self.sentences) else len(self.string)
        return self.sentences[index], end

    def following(self, at: int) -> int:
        """Return the first sentence start at or behind `at` (the end of the text if there is none)."""
        index = bisect_left(self.sentences, at)
        return self.sentences[index] if index < len(self.sentences) else len(self.string)

    def item(self, at: int) -> int:
        """Return the number of the story that holds `at`; 0 in all but a digest."""
        return bisect_right(self.items, at)

    def numbered(self, at: int) -> bool:
        """Tell whether an item of a numbered list of news begins at `at`: 3.某某在某省调研."""
        return _ITEM.match(self.string, at) is not None

    def headed(self, at: int) -> bool:
        """Tell whether `at` stands in an item of a numbered list: a headline of a digest, without full stops."""
        return self.numbered(self.sentence(at)[0])

    def spaced(self, at: int) -> bool:
        """Tell whether a headline's part ends in front of `at`: at a space, or before a list of further ones."""
        if self.string[at - 1 : at] in ("：", "；") and self.numbered(at):
            return True
        return self.reading.text.spaced(self.canvas.starts[at]) or self.string[at - 1 : at] == " "

    def head(self, begin: int, at: int) -> int:
        """Return where the part of a digest's headline begins that holds `at`, at `begin` or behind."""
        parts = (at for at in range(at, begin, -1) if self.spaced(at) or self.string.startswith("：", at - 1))
        start = next(parts, begin)
        number = _ITEM.match(self.string, start, at)
        return number.end() if number else start

    def clause_start(self, at: int) -> int:
        """Return where the sentence or the part between semicolons that holds `at` begins, its number left out."""
        start = self.clauses[bisect_right(self.clauses, at) - 1]
        number = _ITEM.match(self.string, start, at)
        return number.end() if number else start


def lay_out(reading: Reading) -> Layout:
    """Paint a reading and find its quotations and sentences."""
    canvas = Canvas.of(reading)
    string = canvas.string
    quotations = find_quotations(string)
    owned = {
        behind(string, quotation): quotation
        for quotation in quotations
        if quotation.spoken and not _finishes_sentence(string, quotation)
    }
    inside = _inside(string, quotations)
    stops = [
        match
        for match in _STOPS.finditer(string)
        if not inside[match.start()] and (match.group() != "\n" or _ends_paragraph(string, match.start()))
    ]
    spoken = [quotation for quotation in quotations if quotation.spoken]
    begins = {0, *(quotation.start for quotation in spoken)}
    begins |= {behind(string, quotation) for quotation in spoken}
    sentences = begins | {
        match.end() for match in stops if match.group() != "；" or _ITEM.match(string, match.end())
    }
    clauses = sentences | {match.end() for match in stops}
    return Layout(
        reading,
        canvas,
        string,
        quotations,
        owned,
        tuple(sorted(sentences)),
        tuple(sorted(clauses)),
        tuple(canvas.at(start) for start in _items(reading.article)),
    )


def _items(article: Article) -> Iterator[int]:
    """Yield where in the body the stories of a digest begin.

    Each has a heading, and most paragraphs say theirs over again (某论坛在甲市开幕｜某论坛3日在甲市开幕), which the
    headings in a long story do not.
    """
    if len(article.subheads) < _LEAST_ITEMS:
        return
    parts = sorted((part for part in article.parts if part.text), key=lambda part: part.text.origin[0])
    told = [part for part in parts if part.role in ("subhead", "body")]
    bodies = [at for at, part in enumerate(told) if part.role == "body"]
    opens = [at > 0 and told[at - 1].role == "subhead" for at in bodies]
    again = sum(_heads(told[at - 1], told[at]) for at, first in zip(bodies, opens, strict=True) if first)
    if len(bodies) != len(article.body) or again < max(_LEAST_ITEMS, sum(opens) / 2):
        return
    start = 0
    for paragraph, first in zip(article.body, opens, strict=True):
        if first and start:
            yield start
        start += len(paragraph) + 1


def _heads(heading: Part, paragraph: Part) -> bool:
    """Tell whether a paragraph opens with words of the heading before it."""
    words, opening = heading.text.string, paragraph.text.string[:_OPENING]
    grams = (words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1))
    return any(gram in opening for gram in grams)


def _finishes_sentence(string: str, quotation: Quotation) -> bool:
    """Tell whether a quotation ends the sentence before it: 他猜测是因为矛盾，“家里这么好”。."""
    return (
        string[quotation.start - 1 : quotation.start] in ("，", "：")
        and string[quotation.end - 2] not in "。！？…，"
        and not SAID_BEHIND.match(string, quotation.end)
    )


def _ends_paragraph(string: str, at: int) -> bool:
    """Tell whether the line break at `at` stands behind a full sentence, not in the middle of one."""
    before = string[max(0, at - 2) : at]
    return before[-1:] in set("。！？…：；") or (before[-1:] in set('”"）') and before[:1] in set("。！？…"))


def _inside(string: str, quotations: tuple[Quotation, ...]) -> bytearray:
    flags = bytearray(len(string) + 1)
    for quotation in quotations:
        flags[quotation.start : quotation.end] = b"\x01" * (quotation.end - quotation.start)
    return flags
