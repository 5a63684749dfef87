"""What the extra `link` brings, imported when it is needed."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from newsie.errors import NewsieError


def required(name: str) -> ModuleType:
    """Return a module of the extra.

    Raises:
        NewsieError: it is not installed; the message says how to.
    """
    try:
        return import_module(name)
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] != name:
            raise
        raise NewsieError(f"linking needs {name}; install it with: pip install 'newsie-zh[link]'") from None
