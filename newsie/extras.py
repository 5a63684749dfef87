"""What needs more than a plain installation, and the line that brings it."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from newsie.errors import ExtraError

_EXTRAS = {
    "pypdfium2": "pdf",
    "trafilatura": "html",
    "pyarrow": "tables",
    "duckdb": "tables",
    "pandas": "tables",
    "matplotlib": "report",
    "networkx": "report",
}


def require(module: str, extra: str = "") -> ModuleType:
    """Return an optional module; `extra` is the one to name in the message, if not the usual one.

    Raises:
        ExtraError: it is not installed.

    >>> require("duckdb2")
    Traceback (most recent call last):
    newsie.errors.ExtraError: duckdb2 is not installed: pip install 'newsie-zh[all]'
    """
    try:
        return import_module(module)
    except ImportError:
        home = module.partition(".")[0]
        if home == "polars":  # no part of newsie needs it
            raise ExtraError("polars is not installed: pip install polars") from None
        extra = extra or _EXTRAS.get(home, "all")
        raise ExtraError(f"{home} is not installed: pip install 'newsie-zh[{extra}]'") from None
