"""Word lists of the package, read once: one entry a line, columns tab separated, `#` for comments.

A user's own entries lie over them as a `Layer`, for as long as `using` it lasts and in its thread only:
what is made of lists (a pattern of all titles, say) is `layered`, made once for each layer.

>>> with using(Layer({"surnames.tsv": (("某", "rare"),)})):
...     ("某", "rare") in rows("surnames.tsv", 2)
True
>>> ("某", "rare") in rows("surnames.tsv", 2)
False
"""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache, partial, wraps
from importlib import resources
from inspect import signature
from sys import maxsize
from typing import ParamSpec, TypeVar, cast

from newsie import patterns as re
from newsie.errors import RuleError

Given = ParamSpec("Given")
Made = TypeVar("Made")
Row = tuple[str, ...]
# of first characters: so few are tried one by one, so many are tried one by one behind a look for any of them,
# and of more than that so many each are behind another look
_HANDFUL, _MANY, _FEW = 8, 64, 32


@dataclass(frozen=True, eq=False)
class Layer:
    """Entries that a user adds to the lists.

    Attributes:
        entries: by the name of the list; a word that the list has already gets what is said here.
    """

    entries: Mapping[str, tuple[Row, ...]]
    _made: dict[object, object] = field(default_factory=dict, repr=False)

    def once(self, key: object, make: Callable[[], Made]) -> Made:
        """Return what was made for a key with this layer; made when it is first asked for."""
        if key not in self._made:
            self._made[key] = make()
        return cast("Made", self._made[key])


_LAYER: ContextVar[Layer | None] = ContextVar("newsie_layer", default=None)


@contextmanager
def using(layer: Layer | None) -> Iterator[None]:
    """Let lists have the entries of a layer as well, in this thread and for as long as this lasts."""
    token = _LAYER.set(layer)
    try:
        yield
    finally:
        _LAYER.reset(token)


def layered(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Return a function that makes what is made of lists once, and once for each layer."""
    if not signature(make).parameters:
        return _without_arguments(make)

    usual = cache(make)

    @wraps(make)
    def get(*args: Given.args, **named: Given.kwargs) -> Made:
        layer = _LAYER.get()
        if layer is None:
            return usual(*args, **named)  # type: ignore[arg-type]
        return layer.once((make, args, *named.items()), partial(make, *args, **named))

    return get


def _without_arguments(make: Callable[Given, Made]) -> Callable[Given, Made]:
    """Return the quicker form of what `layered` returns for a function that is told nothing.

    Such functions give the patterns of rules, which ask for them at every clause.
    """
    layer_now = _LAYER.get  # looked up once: it is asked at every clause
    unlayered: list[Made] = []

    @wraps(make)
    def get() -> Made:
        layer = layer_now()
        if layer is not None:
            return layer.once((make, ()), make)
        if not unlayered:
            unlayered.append(make())  # type: ignore[call-arg]
        return unlayered[0]

    return cast("Callable[Given, Made]", get)


@layered
def rows(name: str, columns: int = 0) -> tuple[Row, ...]:
    """Return the entries of the list `name`, each as its columns.

    A name that ends in `.gz` is unpacked. `columns` is the number each entry must have; 0 asks
    for none in particular.

    Raises:
        RuleError: an entry has another number of columns.

    >>> ("欧阳", "compound") in rows("surnames.tsv", 2)
    True
    """
    found: list[Row] = []
    for number, line in enumerate(_text(name).splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = tuple(line.split("\t"))
        if columns and len(row) != columns:
            raise RuleError(
                f"{name}, line {number}: {len(row)} columns, not {columns}; separate them by one tab"
            )
        found.append(row)
    layer = _LAYER.get()
    return (*found, *(layer.entries.get(name, ()) if layer else ()))


@layered
def words(name: str, kind: str | None = None) -> frozenset[str]:
    """Return the first column of the list `name`; with `kind`, of entries whose second column is that.

    >>> "欧阳" in words("surnames.tsv", "compound")
    True
    """
    return frozenset(row[0] for row in rows(name) if kind is None or row[1] == kind)


def any_of(members: Iterable[str], unless: Mapping[str, str] | None = None) -> str:
    """Return a pattern for any of some words, the longest where several begin.

    What they begin with is looked for first, and leads to a few where they are many. Words are written out:
    a set of characters takes `re` as long to make as thirty words. `unless` says of some words what must not
    follow them, as a pattern; a shorter word is tried then.

    >>> any_of(["园", "产业园", "产业园区", "产区"])
    '(?:产业园区|产业园|产区|园)'
    >>> any_of(["主席", "主任"], {"主席": "[台团]"})
    '(?:主任|主席(?![台团]))'
    """
    conditions = unless or {}
    ways: dict[str, list[str]] = {}
    for word in sorted(set(members), key=lambda word: (-len(word), word)):
        condition = conditions.get(word)
        ways.setdefault(word[0], []).append(re.escape(word) + (f"(?!{condition})" if condition else ""))
    heads = sorted(ways)
    if len(heads) <= _MANY:
        parts = ["|".join(ways[head]) for head in heads]
    else:
        parts = [
            f"(?={_one_of(some)})(?:{'|'.join(way for head in some for way in ways[head])})"
            for some in (heads[at : at + _FEW] for at in range(0, len(heads), _FEW))
        ]
    return f"{f'(?={_one_of(heads)})' if len(heads) > _HANDFUL else ''}(?:{'|'.join(parts)})"


class Longest:
    """Some words, of which the longest that begins at a place is found.

    To look thousands up is made ten times as quickly as their pattern (`any_of`), and is as quick where
    few places are asked about.

    >>> Longest(["园", "产业", "产业园"]).end("产业园区", 0, 4)
    3
    """

    def __init__(self, members: Iterable[str]) -> None:
        self._members = frozenset(members)
        lengths: dict[str, set[int]] = {}
        for word in self._members:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}

    def end(self, string: str, start: int, end: int) -> int:
        """Return where the longest word that begins at `start` ends, or `start` if none does."""
        for length in self._lengths.get(string[start : start + 1], ()):
            if start + length <= end and string[start : start + length] in self._members:
                return start + length
        return start


@dataclass(frozen=True, slots=True)
class Beginnings:
    """What some words begin with.

    Attributes:
        pairs: the first two characters of those that have two.
        single: those of one.

    >>> found = Beginnings.of(["产业园", "园"])
    >>> set(found.pairs), set(found.single), found.pattern
    ({'产业'}, {'园'}, '[产园](?:(?=[业])|(?<=[园]))')
    """

    pairs: frozenset[str]
    single: frozenset[str]

    @classmethod
    def of(cls, members: Iterable[str]) -> Beginnings:
        """Return what words begin with."""
        words = tuple(members)
        single = frozenset(word for word in words if len(word) == 1)
        return cls(frozenset(word[:2] for word in words) - single, single)

    @property
    def pattern(self) -> str:
        """The pattern of a character that a word may begin with, by itself and the character behind it."""
        heads = _one_of({*self.single, *(pair[0] for pair in self.pairs)})
        if not self.pairs:
            return heads
        second = f"(?={_one_of({pair[1] for pair in self.pairs})})"
        return f"{heads}(?:{second}|(?<={_one_of(self.single)}))" if self.single else heads + second


def _one_of(characters: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(characters)))}]"


class Sought:
    """A pattern that is looked for all through a text, and seldom found.

    What it may begin with is looked for first: `re` has a quick loop for one set of characters, and none
    for a pattern that is more than that.

    >>> Sought.of(["园", "产业园", "产业园区"]).spans("在产业园区的园里")
    [(1, 5), (6, 7)]
    """

    def __init__(self, begins: Beginnings, pattern: str) -> None:
        """Make a pattern ready: `begins` is what it may begin with."""
        self._opening = re.compile(begins.pattern)
        self._pattern = re.compile(pattern)
        self._begins = begins

    @classmethod
    def of(cls, members: Iterable[str], unless: Mapping[str, str] | None = None) -> Sought:
        """Return the pattern of some words (see `any_of`)."""
        words = tuple(members)
        return cls(Beginnings.of(words), any_of(words, unless))

    def finditer(self, string: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Yield the matches between two offsets in their order, none overlapping another."""
        match, pairs, single = self._pattern.match, self._begins.pairs, self._begins.single
        done = start
        for head in self._opening.finditer(string, start, end):
            place = head.start()
            if place >= done and (string[place : place + 2] in pairs or string[place] in single):
                found = match(string, place, end)
                if found:
                    done = found.end()
                    yield found

    def spans(self, string: str, start: int = 0, end: int = maxsize) -> list[tuple[int, int]]:
        """Return where the matches stand."""
        return [found.span() for found in self.finditer(string, start, end)]


def _text(name: str) -> str:
    data = resources.files(__name__).joinpath(name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
