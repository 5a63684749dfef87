"""Word lists of the package, read once: one entry a line, columns tab separated, `#` for comments."""

from __future__ import annotations

import gzip
from functools import cache
from importlib import resources

from newsie.errors import RuleError

Row = tuple[str, ...]


@cache
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
    return tuple(found)


@cache
def words(name: str, kind: str | None = None) -> frozenset[str]:
    """Return the first column of the list `name`; with `kind`, of entries whose second column is that.

    >>> "欧阳" in words("surnames.tsv", "compound")
    True
    """
    return frozenset(row[0] for row in rows(name) if kind is None or row[1] == kind)


def _text(name: str) -> str:
    data = resources.files(__name__).joinpath(name).read_bytes()
    return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
