"""newsie reads Chinese newspaper pages: articles, meetings, visits, statements, officials, projects, statistics.

    >>> import newsie
    >>> newsie.parse_number("两千三百")
    Decimal('2300')

Public names are loaded when they are first used, so that importing newsie takes no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from newsie.version import __version__

if TYPE_CHECKING:
    from newsie.arrow import extract_batches, extract_table
    from newsie.batch import extract_many
    from newsie.corrections import Corrections, correct, load_corrections
    from newsie.errors import (
        CorrectionError,
        DateError,
        ExtraError,
        ModelError,
        NewsieError,
        RuleError,
        SourceError,
    )
    from newsie.explaining import Explanation, explain
    from newsie.extractor import Extractor, extract, load
    from newsie.inputs import Columns, Limits, find_pages, read_page
    from newsie.linking import Linkage, link
    from newsie.literals import (
        Number,
        Ratio,
        Unit,
        find_dates,
        find_numbers,
        find_quantities,
        find_ratios,
        parse_number,
        unit_of,
    )
    from newsie.page import Failure, Page, Source
    from newsie.records import (
        Article,
        ArticlePart,
        CustomRecord,
        DateInterval,
        Extraction,
        Meeting,
        Mention,
        Milestone,
        Official,
        Piece,
        Post,
        Project,
        Quantity,
        Statement,
        Statistic,
        Visit,
        Warning,
    )
    from newsie.rules import Rules, load_rules
    from newsie.views.opening import show

_HOMES = {
    "newsie.arrow": ("extract_batches", "extract_table"),
    "newsie.batch": ("extract_many",),
    "newsie.corrections": ("Corrections", "correct", "load_corrections"),
    "newsie.errors": (
        "CorrectionError",
        "DateError",
        "ExtraError",
        "ModelError",
        "NewsieError",
        "RuleError",
        "SourceError",
    ),
    "newsie.explaining": ("Explanation", "explain"),
    "newsie.extractor": ("Extractor", "extract", "load"),
    "newsie.inputs": ("Columns", "Limits", "find_pages", "read_page"),
    "newsie.linking": ("Linkage", "link"),
    "newsie.literals": (
        "Number",
        "Ratio",
        "Unit",
        "find_dates",
        "find_numbers",
        "find_quantities",
        "find_ratios",
        "parse_number",
        "unit_of",
    ),
    "newsie.page": ("Failure", "Page", "Source"),
    "newsie.records": (
        "Article",
        "ArticlePart",
        "CustomRecord",
        "DateInterval",
        "Extraction",
        "Meeting",
        "Mention",
        "Milestone",
        "Official",
        "Piece",
        "Post",
        "Project",
        "Quantity",
        "Statement",
        "Statistic",
        "Visit",
        "Warning",
    ),
    "newsie.rules": ("Rules", "load_rules"),
    "newsie.views.opening": ("show",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "Article",
    "ArticlePart",
    "Columns",
    "CorrectionError",
    "Corrections",
    "CustomRecord",
    "DateError",
    "DateInterval",
    "Explanation",
    "ExtraError",
    "Extraction",
    "Extractor",
    "Failure",
    "Limits",
    "Linkage",
    "Meeting",
    "Mention",
    "Milestone",
    "ModelError",
    "NewsieError",
    "Number",
    "Official",
    "Page",
    "Piece",
    "Post",
    "Project",
    "Quantity",
    "Ratio",
    "RuleError",
    "Rules",
    "Source",
    "SourceError",
    "Statement",
    "Statistic",
    "Unit",
    "Visit",
    "Warning",
    "__version__",
    "correct",
    "explain",
    "extract",
    "extract_batches",
    "extract_many",
    "extract_table",
    "find_dates",
    "find_numbers",
    "find_pages",
    "find_quantities",
    "find_ratios",
    "link",
    "load",
    "load_corrections",
    "load_rules",
    "parse_number",
    "read_page",
    "show",
    "unit_of",
]


if not TYPE_CHECKING:  # a type checker that saw this would believe in any name

    def __getattr__(name: str) -> object:
        """Load a public name from its module."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOME[name]), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
