"""A user's own rules: entries for word lists, and record types of their own (用户规则).

A folder of rules has TSV files, which add to newsie's lists of the same names, and TOML files, which
declare record types. Rules are data: nothing of them is run as a program, and every pattern is linear.

>>> load_rules(()) is NO_RULES
True
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel

from newsie.errors import RuleError
from newsie.lexicon import Layer, Row, using
from newsie.reading import Reading
from newsie.records import CustomRecord
from newsie.rules.checking import RuleSource, read_rules
from newsie.rules.faults import Fault, refuse
from newsie.rules.finding import find_records
from newsie.rules.kinds import RecordType
from newsie.rules.known import RESERVED, Known, join
from newsie.rules.lists import LISTS, read_list

__all__ = [
    "NO_RULES",
    "RecordType",
    "Rules",
    "RulesLike",
    "check_rules",
    "load_rules",
    "read_sources",
    "rules_digest",
]

_DIGITS = 16
_MOST_BYTES = 4_000_000


@dataclass(frozen=True, eq=False)
class Rules:
    """Rules that were read and found good.

    Two that were made of the same files are equal, and cross to other processes as those files.

    Attributes:
        sources: the files.
        layer: entries for word lists; None if there are none.
        record_types: the record types they declare.
        added: patterns for kinds of records that newsie has itself.
    """

    sources: tuple[RuleSource, ...] = ()
    layer: Layer | None = None
    record_types: tuple[RecordType, ...] = ()
    added: tuple[RecordType, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rules) and self.sources == other.sources

    def __hash__(self) -> int:
        return hash(self.sources)

    def __bool__(self) -> bool:
        return bool(self.sources)

    def __repr__(self) -> str:
        return f"Rules({', '.join(repr(source.file) for source in self.sources)})"

    def __reduce__(self) -> tuple[object, ...]:
        return _made, (self.sources,)

    def find_records(self, reading: Reading) -> tuple[CustomRecord, ...]:
        """Return the records of the rules' own types in an article."""
        return find_records(self.record_types, reading)

    def join(self, model: type[Known], reading: Reading, found: tuple[Known, ...]) -> tuple[Known, ...]:
        """Return the records of a kind with what the rules' patterns for it find in an article."""
        own = [kind for kind in self.added if kind.name == model.__name__.lower()]
        return join(model, found, find_records(own, reading)) if own else found

    @property
    def models(self) -> Mapping[str, type[BaseModel]]:
        """The pydantic models of the record types they declare, by name."""
        return {kind.name: kind.model for kind in self.record_types}


NO_RULES = Rules()
RulesLike = str | Path | Sequence[str | Path] | Rules


def load_rules(rules: RulesLike) -> Rules:
    """Return the rules of a folder, or of several, or of files; those of later ones go over earlier ones.

    Raises:
        RuleError: a rule is wrong, or there is none; everything that is wrong is said.
    """
    if isinstance(rules, Rules):
        return rules
    sources = read_sources([rules] if isinstance(rules, str | Path) else rules)
    return _made(sources) if sources else NO_RULES


def read_sources(paths: Iterable[str | Path]) -> tuple[RuleSource, ...]:
    """Return the files of rules of some folders.

    Raises:
        RuleError: there is no such folder, it has no rules, or a file cannot be read.
    """
    return tuple(source for path in paths for source in _sources(Path(path)))


def rules_digest(rules: Rules) -> str:
    """Return a hash of what rules say, wherever they lie; empty without rules.

    >>> rules_digest(NO_RULES)
    ''
    """
    if not rules:
        return ""
    digest = hashlib.sha256()
    for source in rules.sources:
        digest.update(f"{Path(source.file).name}\n{len(source.text)}\n{source.text}".encode())
    return digest.hexdigest()[:_DIGITS]


def _sources(path: Path) -> Iterable[RuleSource]:
    """Return the files of rules in a folder, in the order of their names."""
    if not path.exists():
        raise RuleError(f"{path}: there is no such folder of rules")
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    wanted = [file for file in files if file.suffix == ".toml" or file.name in LISTS or _is_list(file)]
    if not wanted:
        raise RuleError(f"{path}: no rules here; they are in .toml files, or in lists: {', '.join(LISTS)}")
    return [RuleSource(str(file), _text(file)) for file in wanted]


def _is_list(file: Path) -> bool:
    return file.suffix == ".tsv" and not file.name.startswith(".")


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise RuleError(f"{file}: more than {_MOST_BYTES} bytes are no rules")
        return file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"{file}: {error}; rules are UTF-8") from None


@lru_cache(maxsize=16)
def _made(sources: tuple[RuleSource, ...]) -> Rules:
    """Return the rules that files make."""
    rules, faults = check_rules(sources)
    refuse(faults)
    return rules


def check_rules(sources: tuple[RuleSource, ...]) -> tuple[Rules, list[Fault]]:
    """Return the rules that files make, as far as they are good, and everything that is wrong with them."""
    entries: dict[str, tuple[Row, ...]] = {}
    faults: list[Fault] = []
    for source in sources:
        name = Path(source.file).name
        if name in LISTS:
            found, wrong = read_list(name, source.file, source.text)
            entries[name] = (*entries.get(name, ()), *found)
            faults += wrong
        elif not name.endswith(".toml"):
            faults.append(source.fault(f"there is no list {name}; there are {', '.join(LISTS)}"))
    layer = Layer(entries) if entries else None
    types: list[RecordType] = []
    with using(layer):
        for source in sources:
            if source.file.endswith(".toml"):
                declared, wrong = read_rules(source)
                types += declared
                faults += wrong
    own = tuple(kind for kind in types if kind.name not in RESERVED)
    names = Counter(kind.name for kind in own)
    faults += [
        Fault("rules", f"{number} record types are called {name}")
        for name, number in names.items()
        if number > 1
    ]
    added = tuple(kind for kind in types if kind.name in RESERVED)
    return Rules(sources, layer, own, added), faults
