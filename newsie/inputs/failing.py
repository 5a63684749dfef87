"""Why a source gives nothing, in words for its reader and, where newsie itself broke, for its makers."""

from __future__ import annotations

import traceback

from newsie.errors import NewsieError
from newsie.page import Failure


def failure(name: str, error: Exception) -> Failure:
    """Return the failure of a source; asked for while the error is handled, for its trace.

    >>> failure("a.txt", FileNotFoundError(2, "No such file or directory")).reason
    'a.txt: No such file or directory'
    """
    if isinstance(error, OSError):
        return Failure(name, f"{name}: {error.strerror or error}")
    if isinstance(error, NewsieError):
        return Failure(name, f"{name}: {error}")
    return broken(name, error)


def broken(name: str, error: Exception) -> Failure:
    """Return the failure that is newsie's own; asked for while the error is handled."""
    return Failure(name, f"newsie broke on it ({type(error).__name__}: {error})", traceback.format_exc())
