"""Results as DataFrames, through Arrow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal, TypeAlias, get_args

from newsie.extras import require
from newsie.out.schemas import Kind
from newsie.out.tables import table
from newsie.records import Extraction

Library: TypeAlias = Literal["pandas", "polars", "arrow"]


# what it returns is of a library that need not be there
def to_frame(kind: Kind, extractions: Iterable[Extraction], library: Library = "pandas") -> Any:  # noqa: ANN401
    """Return the records of a kind as a pandas or polars DataFrame or an Arrow table.

    Raises:
        ExtraError: pyarrow or the library is not installed.
        ValueError: there is no such kind, or no such library.
    """
    if kind not in get_args(Kind):
        raise ValueError(f"no kind {kind!r}: there are {', '.join(get_args(Kind))}")
    if library not in get_args(Library):
        raise ValueError(f"no library {library!r}: there are {', '.join(get_args(Library))}")
    found = table(kind, extractions)
    if library == "arrow":
        return found
    if library == "polars":
        return require("polars").from_arrow(found)
    require("pandas")
    return found.to_pandas()
