"""What all models of newsie share: they are frozen, can be told apart and counted, and print in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict

_UNPRINTED = frozenset({"evidence", "confidence", "made_by", "schema_version", "text_sha256"})
"""Fields that are longer than all that a reader looks for."""

_LONGEST = 100
_MOST = 12
"""Characters of a string, and members of a list, that are printed."""


class Record(BaseModel):
    """What all models share: frozen, no unknown fields.

    It is printed without what is empty, and without evidence and confidence; what is long is cut.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __hash__(self) -> int:
        """Return a hash of all but mappings, which have none: of two records that differ it may be the same."""
        return hash((type(self), *(value for _, value in self if not isinstance(value, dict))))

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        for name, value in super().__repr_args__():
            if name not in _UNPRINTED and not _is_empty(value):
                yield name, _short(value)


class Whole(Record):
    """What was read from a whole page: of its lists only the lengths are printed."""

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        for name, shown in super().__repr_args__():
            value = getattr(self, str(name))
            yield name, len(value) if isinstance(value, tuple) else shown


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ((), "")


def _short(value: object) -> object:
    """Return a value as it is printed: what is long is cut, and ends in an ellipsis.

    >>> _short("一" * 200) == "一" * 100 + "…"
    True
    """
    if isinstance(value, str):
        return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    if isinstance(value, tuple):
        shown = tuple(map(_short, value[:_MOST]))
        return shown if len(value) <= _MOST else (*shown, "…")
    return value
