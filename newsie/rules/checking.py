"""A file of rules read and checked: what it declares, and everything that is wrong with it."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from newsie import patterns as re
from newsie.rules.declared import PatternTable, RecordTable, RulesTable
from newsie.rules.examples import failing
from newsie.rules.faults import Fault
from newsie.rules.kinds import HOLE_OF, SINGLE, RecordType, record_type
from newsie.rules.known import RESERVED, table_of
from newsie.rules.nodes import Capture, Chars, PatternError, Run, holes
from newsie.rules.patterns import read_pattern

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class RuleSource:
    """A file of rules as it was read.

    Attributes:
        file: its path, for messages.
        text: what stands in it.
    """

    file: str
    text: str

    def fault(self, message: str, rule: str = "", number: int = 0, column: int | None = None) -> Fault:
        """Return a fault of this file, its line shown if the number is known."""
        lines = self.text.splitlines()
        line = lines[number - 1] if 0 < number <= len(lines) else None
        return Fault(self.file, message, rule, number, line, column if line is not None else None)

    def fault_in(self, words: str, message: str, rule: str, column: int | None = None) -> Fault:
        """Return a fault of words in this file; shown in their line if they stand in one as they are."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if (at := line.find(words)) >= 0:
                return Fault(self.file, message, rule, number, line, at + (column or 0))
        return Fault(self.file, message, rule, 0, words.partition("\n")[0], column)


def read_rules(source: RuleSource) -> tuple[tuple[RecordType, ...], list[Fault]]:
    """Return the record types that a file declares, and what is wrong with it."""
    try:
        rules = RulesTable.model_validate(tomllib.loads(source.text))
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        message = f"this is no TOML: {_PLACE.sub('', str(error)).strip()}"
        return (), [
            source.fault(message, "", int(place[1]), int(place[2]) - 1) if place else source.fault(message)
        ]
    except ValidationError as error:
        found = tomllib.loads(source.text)
        return (), [_misshapen(source, found, one["loc"], one["msg"]) for one in error.errors()]
    types: list[RecordType] = []
    faults: list[Fault] = []
    for table in _tables(rules):
        wrong = list(_faults(source, table, rules.record))
        if not wrong:
            kind = record_type(table)
            wrong = [
                source.fault_in(one.text, one.message, f"{table.name}.{one.pattern}")
                for one in failing(table, kind)
            ]
            types.append(kind)
        faults += wrong
    return tuple(types), faults


def _tables(rules: RulesTable) -> Iterator[RecordTable]:
    """Yield the record types for which a file has patterns, those that newsie has itself last."""
    yield from rules.record
    for kind in sorted({pattern.record for pattern in rules.pattern}):
        yield table_of(kind, [pattern for pattern in rules.pattern if pattern.record == kind])


def _misshapen(source: RuleSource, found: object, place: Sequence[int | str], message: str) -> Fault:
    """Return the fault of a table that has not the form it should."""
    names: list[str] = []
    for step in place:
        found = (
            found[step]
            if isinstance(found, dict) and step in found
            else (
                found[step]
                if isinstance(found, list) and isinstance(step, int) and step < len(found)
                else None
            )
        )
        if isinstance(found, dict) and isinstance(found.get("name"), str):
            names.append(found["name"])
    keys = [step for step in place if isinstance(step, str) and step not in ("record", "pattern", "detail")]
    # of what is missing the name is told, though it has no place: pattern: Field required
    named_so = keys or [step for step in place[-1:] if isinstance(step, str)]
    told = f"{'.'.join(named_so)}: {message}" if named_so else message
    rule = ".".join(names)
    named = source.text.find(f'"{names[-1]}"') if names else -1
    begun = source.text.rfind("\n", 0, named) + 1 if named >= 0 else 0
    for key in reversed(keys):
        found_at = re.compile(rf"^[^#\n]*?\b{re.escape(key)}\b", re.MULTILINE).search(source.text, begun)
        if found_at:
            number = source.text.count("\n", 0, found_at.end()) + 1
            start = source.text.rfind("\n", 0, found_at.end()) + 1
            return source.fault(told, rule, number, found_at.end() - start - len(key))
    return source.fault(told, rule)


def _faults(source: RuleSource, table: RecordTable, declared: Sequence[RecordTable]) -> Iterator[Fault]:
    """Yield what is wrong with the patterns of a record type."""
    if table in declared and table.name in RESERVED:
        yield source.fault_in(
            f'"{table.name}"', f"{table.name} is a kind of newsie's own; choose another name", table.name
        )
    names = Counter(pattern.name for pattern in (*table.pattern, *table.detail))
    for name in sorted(name for name, number in names.items() if number > 1):
        yield source.fault_in(name, f"two patterns are called {name}", table.name)
    for name, given in table.fields.items():
        if hasattr(BaseModel, name):
            yield source.fault_in(
                name, "a model of pydantic has this name for itself; choose another", f"{table.name}.{name}"
            )
        if given.units and given.type != "quantity":
            yield source.fault_in(name, "units are for fields of type quantity", f"{table.name}.{name}")
        if given.values and given.type in ("quantity", "date"):
            yield source.fault_in(name, "values are for fields of words", f"{table.name}.{name}")
    for pattern in (*table.pattern, *table.detail):
        rule = f"{table.name}.{pattern.name}"
        try:
            for capture_fault in _captures(table, pattern):
                message, column = capture_fault
                yield source.fault_in(pattern.find, message, rule, column)
        except PatternError as error:
            yield source.fault_in(pattern.find, error.message, rule, error.column)


def _captures(table: RecordTable, pattern: PatternTable) -> Iterator[tuple[str, int]]:
    """Yield what is wrong with what a pattern captures, with its column.

    Raises:
        PatternError: it is no pattern.
    """
    found = read_pattern(pattern.find).captures
    if not found:
        yield f"nothing is captured; name what becomes a field, as (?P<{next(iter(table.fields))}>…)", 0
    for capture in found:
        if capture.name not in table.fields:
            yield (
                f"{capture.name} is no field of {table.name}; it has {', '.join(table.fields)}",
                capture.column,
            )
        elif wrong := _unfit(table, capture):
            yield wrong, capture.column


def _unfit(table: RecordTable, capture: Capture) -> str:
    """Return why what is captured cannot be a field of its type; empty if it can."""
    kind = table.fields[capture.name].type
    if kind not in HOLE_OF:
        return ""
    hole = HOLE_OF[kind]
    if kind in SINGLE:
        good = hole in holes(capture.inner)
    else:
        inner = capture.inner
        while isinstance(inner, Run) and len(inner.items) == 1:
            inner = inner.items[0]
        good = isinstance(inner, Chars) and inner.hole == hole
    return "" if good else f"a field of type {kind} is captured as (?P<{capture.name}>{{{hole}}})"
