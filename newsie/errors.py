"""The errors newsie raises: one root, few kinds.

    NewsieError
    ├── SourceError   a source cannot be read as text
    ├── DateError     a date given by the caller is no date
    ├── ExtraError    an optional library is not installed
    ├── ModelError    a pipeline folder is missing or damaged
    ├── RuleError     a rule or lexicon file is wrong
    ├── CorrectionError   a file of a reader's corrections is wrong
    └── StoreError    a file of results is in use, or is something else

Each message says what was wrong, where, and what to do about it.
"""

from __future__ import annotations


class NewsieError(Exception):
    """Any error that newsie raises on purpose."""


class SourceError(NewsieError):
    """A source could not be read as text."""


class ExtraError(NewsieError):
    """An optional library is not installed."""


class DateError(NewsieError):
    """A date handed in by the caller is not a date."""


class ModelError(NewsieError):
    """A pipeline folder is missing, incomplete or damaged."""


class RuleError(NewsieError):
    """A rule or lexicon file breaks its format or one of its own examples."""


class CorrectionError(NewsieError):
    """A file of a reader's corrections has a line that is none."""


class StoreError(NewsieError):
    """A file of results is in use, of another version, or something else."""
