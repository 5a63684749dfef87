"""The columns of the tables and their types: one text for each kind, `name` or `name:type`, strings as a rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, get_args

from newsie.extras import require

if TYPE_CHECKING:
    import pyarrow as pa

Kind: TypeAlias = Literal[
    "documents",
    "articles",
    "meetings",
    "visits",
    "statements",
    "officials",
    "projects",
    "statistics",
    "custom",
    "checks",
    "mentions",
    "warnings",
]
KINDS: tuple[Kind, ...] = get_args(Kind)

DIGITS, PLACES = 38, 8
"""Of the decimals in tables."""

_JUDGED = " evidence:evidence confidence:real field_confidence:chances doubts:strings review:review"
"""What every record ends with: where it was read, how sure newsie is, and what a reader decided."""

COLUMNS: dict[Kind, str] = {
    "documents": "document source published:day published_from outlet text_sha256 schema_version "
    "made_by:made_by text",
    "articles": "document id headline kicker subheads:strings kind reporters:strings correspondents:strings "
    "photographers:strings body:strings captions:strings segments:parts",
    "meetings": "document id article name kind organizer date:interval place chair:strings speakers:strings "
    "attendees:strings groups:strings headcount:quantity documents:strings" + _JUDGED,
    "visits": "document id article lead:strings companions:strings organizer purpose date:interval "
    "places:strings headcount:quantity" + _JUDGED,
    "statements": "document id article record speaker verb text kind" + _JUDGED,
    "officials": "document id name articles:strings posts:posts appointments:appointments" + _JUDGED,
    "projects": "document id article name place owner investment:quantity land_area:quantity "
    "floor_area:quantity status progress:quantity milestones:milestones" + _JUDGED,
    "statistics": "document id article subject indicator quantity:quantity period:interval nature change "
    "basis" + _JUDGED,
    "custom": "document id article type fields:json evidence:evidence review:review",
    "checks": "document article whole parts:strings total:decimal holds:flag",
    "mentions": "document label text article segments:segments by:strings",
    "warnings": "document code message article segments:segments",
}
STRUCTS: dict[str, str] = {
    "quantity": "value:decimal value_max:decimal unit qualifier",
    "interval": "text start end precision part_of_day approximate:flag",
    "box": "page:whole left:real top:real right:real bottom:real",
    "segment": "start:whole end:whole",
    "part": "role start:whole end:whole boxes:boxes",
    "piece": "field text rule segments:segments boxes:boxes",
    "post": "organization title",
    "milestone": "text date:interval",
    "appointment": "change organization title date:interval by",
    "chance": "field chance:real",
    "review": "verdict fields:strings note",
    "made_by": "newsie pipeline model rules",
}
LISTS: dict[str, str] = {
    "strings": "string",
    "boxes": "box",
    "segments": "segment",
    "parts": "part",
    "evidence": "piece",
    "posts": "post",
    "milestones": "milestone",
    "appointments": "appointment",
    "chances": "chance",
}


@cache
def schema(kind: Kind) -> pa.Schema:
    """Return the columns of the table of a kind.

    Raises:
        ExtraError: pyarrow is not installed.
    """
    return require("pyarrow").schema(_fields(COLUMNS[kind]))


def columns_of(kind: Kind) -> dict[str, str]:
    """Return the columns of a table with their types, as they are called here."""
    return pairs(COLUMNS[kind])


def pairs(columns: str) -> dict[str, str]:
    """Return a text of columns as a mapping.

    >>> pairs("unit value:decimal")
    {'unit': 'string', 'value': 'decimal'}
    """
    named = (column.partition(":") for column in columns.split())
    return {name: kind or "string" for name, _, kind in named}


# pyarrow comes without type hints
def _fields(columns: str) -> list[tuple[str, Any]]:
    return [(name, _type(kind)) for name, kind in pairs(columns).items()]


def _type(kind: str) -> Any:  # noqa: ANN401
    arrow = require("pyarrow")
    if kind in LISTS:
        return arrow.list_(_type(LISTS[kind]))
    if kind in STRUCTS:
        return arrow.struct(_fields(STRUCTS[kind]))
    if kind == "decimal":
        return arrow.decimal128(DIGITS, PLACES)
    simple = {
        "string": "string",
        "json": "string",
        "whole": "int32",
        "real": "float64",
        "flag": "bool_",
        "day": "date32",
    }
    return getattr(arrow, simple[kind])()
