"""Make sentences of the genre from templates: names in the places where local news puts them.

The corpora are national papers and the web; what a county paper writes all day (区委书记某某主持会议,
lists of names with 、, 记者 某某 通讯员 某某 文/图, minority names with ·, names that are words) is
rare there. Names are drawn from surnames and from the given names of the corpora, places from the
gazetteer, organisations and titles from the lexicons, ordinary words from pd199801: no name of a
real page is written here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from corpora import OUTSIDE, Example, Found, example, label_mask
from segmentation import Word

from newsie.lexicon import rows

NO_PERSON = "NO PERSON"
"""A label for what may be an organisation, a place or no name."""

_SLOT = re.compile(r"\{(\w+)\}")

_HERE = Path(__file__).parent
_RANKS = ("", "", "", "", "副", "原")
_NOTES = ("", "", "", " ", "（女）", "（女，回族）", "（彝族）", "（满族）", "（藏族）")
_TOP_ORGANS = ("党委", "党工委", "管委会", "人民政府", "委员会", "政府", "纪委")


@dataclass(frozen=True, slots=True)
class Stock:
    """What sentences are made of.

    Attributes:
        surnames, surname_odds: Han surnames and how often to use them.
        given, given_odds: characters of given names.
        words: ordinary two-character words, for names that are words.
        places: names of divisions and towns.
        titles: public offices.
        clauses: clauses without a name.
    """

    surnames: Sequence[str]
    surname_odds: np.ndarray
    given: Sequence[str]
    given_odds: np.ndarray
    words: Sequence[str]
    places: Sequence[str]
    titles: Sequence[str]
    clauses: Sequence[str]


def make_stock(
    paragraphs: Sequence[Sequence[Word]], examples: Iterable[Example], places: Iterable[str]
) -> Stock:
    """Return the stock made from pd199801, the names of `examples` and the gazetteer."""
    known = {
        row[0]: {"common": 60.0, "usual": 25.0, "rare": 10.0, "compound": 12.0}[row[1]]
        for row in rows("surnames.tsv")
    }
    surnames, given = Counter[str](), Counter[str]()
    for item in examples:
        for label, start, end in item.names:
            name = item.text[start:end]
            if label == "PERSON" and 2 <= len(name) <= 3 and name[0] in known:
                surnames[name[0]] += 1
                given.update(name[1:])
    odds = np.array([known[name] + surnames[name] ** 0.6 for name in sorted(known)])
    chars = sorted(char for char, count in given.items() if count >= 2)
    weights = np.array([given[char] ** 0.75 for char in chars])
    counts = Counter(
        word
        for words in paragraphs
        for word, tag in words
        if tag[0] in "nvad" and tag not in ("nr", "ns", "nt") and len(word) == 2
    )
    return Stock(
        surnames=sorted(known),
        surname_odds=odds / odds.sum(),
        given=chars,
        given_odds=weights / weights.sum(),
        words=sorted(word for word, count in counts.items() if count >= 5),
        places=sorted(place for place in places if 2 <= len(place) <= 5),
        titles=[row[0] for row in rows("titles.tsv") if row[1] == "public"],
        clauses=sorted(set(_clauses(paragraphs))),
    )


def _clauses(paragraphs: Sequence[Sequence[Word]]) -> Iterator[str]:
    for words in paragraphs:
        clause: list[Word] = []
        for word, tag in words:
            if tag == "w":
                text = "".join(part for part, _ in clause)
                if 5 <= len(text) <= 22 and not any(
                    kind[:2] in ("nr", "ns", "nt", "nz") for _, kind in clause
                ):
                    yield text
                clause = []
            else:
                clause.append((word, tag))


def _lines(name: str) -> list[str]:
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class Writer:
    """Fill templates from a stock, in a fixed random order."""

    def __init__(self, stock: Stock, seed: int = 1998) -> None:
        self.stock = stock
        self.random = np.random.default_rng(seed)
        self.templates = _lines("templates.txt")
        self.parts = {
            kind: words.split() for kind, words in (line.split("\t") for line in _lines("stock.tsv"))
        }
        self.slots = {
            "P": self._person,
            "PL": partial(self._list, "、"),
            "PS": partial(self._list, " "),
            "PG": partial(self._list, ""),
            "PN": self._noted_list,
            "A": self._post,
            "L": self._place,
            "O": self._organ,
            "T": self._title,
            "B": self._brand,
            "w": lambda: [(None, self._pick(self.stock.words))],
            "WL": self._word_list,
            "u": lambda: [(None, self._address())],
            "W": lambda: [(None, self._pick(self.parts["role"]))],
            "M": lambda: [(None, self._pick(self.parts["meeting"]))],
            "D": lambda: [(None, self._pick(self.parts["date"]))],
            "N": lambda: [(None, self._pick(self.stock.clauses))],
            "n": lambda: [(None, str(self.random.integers(20, 90)))],
        }

    def write(self, count: int) -> Iterator[Example]:
        """Yield `count` sentences, every name labelled."""
        for _ in range(count):
            yield self._fill(self._pick(self.templates))

    def _fill(self, template: str) -> Example:
        text, names, done = "", list[Found](), 0
        loose: list[tuple[int, int, np.uint32]] = []
        for match in _SLOT.finditer(template):
            text += template[done : match.start()]
            for label, words in self.slots[match.group(1)]():
                if label == NO_PERSON:
                    loose.append((len(text), len(text) + len(words), OUTSIDE | label_mask("ORG", "PLACE")))
                elif label:
                    names.append((label, len(text), len(text) + len(words)))
                text += words
            done = match.end()
        # roles (总经理) and clauses hold words that another corpus may call titles
        return example(text + template[done:], names, free=("TITLE",), loose=loose)

    def _pick(self, items: Sequence[str]) -> str:
        return items[int(self.random.integers(len(items)))]

    def _chance(self, odds: float) -> bool:
        return bool(self.random.random() < odds)

    def _person(self) -> list[tuple[str | None, str]]:
        return [("PERSON", self._foreign() if self._chance(0.1) else self._han())]

    def _han(self) -> str:
        stock = self.stock
        surname = stock.surnames[int(self.random.choice(len(stock.surnames), p=stock.surname_odds))]
        kind = self.random.random()
        if kind < 0.03:
            words = [word for word in stock.words if word[0] == surname]
            if words:
                return self._pick(words)
        if kind < 0.06:
            return surname + self._pick(stock.words)
        count = 1 if self._chance(0.25) else 2
        chosen = self.random.choice(len(stock.given), size=count, p=stock.given_odds)
        return surname + "".join(stock.given[int(place)] for place in chosen)

    def _foreign(self) -> str:
        kind = self.random.random()
        if kind < 0.45:
            parts = [self._joined(self.parts["uyghur"], 1, 3) for _ in range(2)]
            return "·".join(parts) if self._chance(0.85) else self._joined(self.parts["uyghur"], 2, 3)
        if kind < 0.65:
            return (
                self._joined(self.parts["tibetan"], 2, 2)
                if self._chance(0.8)
                else "·".join(self._joined(self.parts["tibetan"], 1, 1) for _ in "ab")
            )
        if kind < 0.85:
            return self._joined(self.parts["mongolian"], 1, 2)
        return self._joined(self.parts["yi"], 2, 2)

    def _joined(self, parts: Sequence[str], least: int, most: int) -> str:
        return "".join(self._pick(parts) for _ in range(int(self.random.integers(least, most + 1))))

    def _list(self, separator: str, most: int = 8) -> list[tuple[str | None, str]]:
        people: list[tuple[str | None, str]] = []
        for index in range(int(self.random.integers(2, most + 1))):
            if index and separator:
                people.append((None, separator))
            people += self._person()
        return people

    def _noted_list(self) -> list[tuple[str | None, str]]:
        """Return a list as rolls print it: 王某某（女，回族）李某 张某某."""
        people: list[tuple[str | None, str]] = []
        for person in self._list("", most=15):
            people += [person, (None, self._pick(_NOTES))]
        return people

    def _title(self) -> list[tuple[str | None, str]]:
        if self._chance(0.6):
            return [("TITLE", self._pick(self.parts["title"]))]
        return [("TITLE", self._pick(_RANKS) + self._pick(self.stock.titles))]

    def _division(self) -> str:
        place = self._pick(self.stock.places)
        return place if place[-1] in "省市县区州旗镇乡" else place + self._pick("市县区镇乡")

    def _place(self) -> list[tuple[str | None, str]]:
        if self._chance(0.2):  # villages are called by a surname: 张家湾, 李集
            surname = self._pick(self.stock.surnames)
            return [("PLACE", surname + self._pick(self.parts["village"]))]
        name = self._pick(self.stock.places)
        if self._chance(0.6):
            name = (self._division() if self._chance(0.2) else "") + name + self._pick(self.parts["spot"])
        return [("PLACE", name)]

    def _organ(self) -> list[tuple[str | None, str]]:
        kind = self.random.random()
        if kind < 0.35:
            return [("ORG", self._pick(self.parts["organ"]))]
        head = self._pick("市县区省") if kind < 0.6 else self._division()
        if kind > 0.9:
            return [("ORG", head + self._pick(_TOP_ORGANS))]
        return [("ORG", head + self._pick(self.parts["department"]))]

    def _brand(self) -> list[tuple[str | None, str]]:
        """Return a company or what it makes, whose name may begin like a person's: 鲁某新能源."""
        chosen = self.random.choice(len(self.stock.given), size=2, p=self.stock.given_odds)
        head = "".join(self.stock.given[int(place)] for place in chosen)
        if self._chance(0.5):
            head = self._pick(self.stock.surnames)[0] + head[0]
        firm = self._pick(self.parts["firm"]) if self._chance(0.6) else ""
        return [(NO_PERSON, head + self._pick(self.parts["trade"]) + firm)]

    def _address(self) -> str:
        letters = [chr(97 + int(place)) for place in self.random.integers(26, size=8)]
        return f"{''.join(letters[:5])}{self._pick('.@')}{''.join(letters[5:])}.cn"

    def _word_list(self) -> list[tuple[str | None, str]]:
        words = [self._pick(self.stock.words) for _ in range(int(self.random.integers(2, 6)))]
        return [(None, "、".join(words))]

    def _post(self) -> list[tuple[str | None, str]]:
        """Return what stands before a name: 县委副书记、县长, 区教育局局长, 市领导, 副市长."""
        kind = self.random.random()
        title = self._title()
        if kind < 0.2:
            return title
        if kind < 0.3:
            return [*self._organ(), *title, (None, "、"), *self._title()]
        return [*self._organ(), *title]
