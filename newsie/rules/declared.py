"""The form of a rules file: what may stand in its TOML, checked by pydantic.

[[record]]
name = "traffic_accident"

[record.fields]
place = "place"
deaths = { type = "quantity", units = ["人", "名"] }

[[record.pattern]]
name = "happened"
find = "在(?P<place>[^，。]{2,30})发生[^，。]{0,10}交通事故"
accept = ["3月5日，在某路口发生一起交通事故。"]
reject = ["预防交通事故。"]
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Kind: TypeAlias = Literal[
    "string",
    "strings",
    "quantity",
    "date",
    "person",
    "persons",
    "organization",
    "organizations",
    "place",
    "places",
]
Scope: TypeAlias = Literal["sentence", "paragraph", "article"]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _short(key: str) -> BeforeValidator:
    """Return what makes `"text"` of `{ key = "text" }`."""
    return BeforeValidator(lambda given: {key: given} if isinstance(given, str) else given)


class FieldTable(_Table):
    """A field of a record type.

    Attributes:
        type: what it holds.
        required: whether there is no record without it.
        units: for a quantity, the units it may have; any if none is named.
        values: for words, those it may be; any if none is named.
        about: what it is, for readers.
    """

    type: Kind
    required: bool = False
    units: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    about: str = ""


class Example(_Table):
    """A text on which a pattern is tried.

    Attributes:
        text: a sentence or a paragraph or two.
        fields: words that fields of the record must have been read from; a list for several words.
        persons, organizations, places: the names in it; times and amounts newsie finds by itself.
    """

    text: str = Field(min_length=1)
    fields: dict[str, str | tuple[str, ...]] = {}
    persons: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


Examples: TypeAlias = tuple[Annotated[Example, _short("text")], ...]


class PatternTable(_Table):
    """A pattern that makes a record.

    Attributes:
        name: what evidence names it by.
        find: the pattern; see `newsie.rules.patterns`.
        accept: texts in which it must find a record.
        reject: texts in which it must find none.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    find: str = Field(min_length=1)
    accept: Examples = Field(min_length=1)
    reject: Examples = ()


class DetailTable(PatternTable):
    """A pattern that fills fields a record has not yet, in its sentence or behind it.

    Attributes:
        within: how far behind the record it is looked for.
    """

    within: Scope = "sentence"


class AddedTable(PatternTable):
    """A pattern for a kind of records that newsie has itself.

    Attributes:
        record: the kind.
    """

    record: Literal["meeting", "visit", "project", "statistic"]


class RecordTable(_Table):
    """A record type.

    Attributes:
        name: its name in results.
        about: what it is, for readers.
        fields: its fields by name.
        pattern: what makes a record, tried in this order.
        detail: what fills fields that are still empty.
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,40}$")
    about: str = ""
    fields: dict[
        Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,40}$")], Annotated[FieldTable, _short("type")]
    ] = Field(min_length=1)
    pattern: tuple[PatternTable, ...] = Field(min_length=1)
    detail: tuple[DetailTable, ...] = ()


class RulesTable(_Table):
    """A file of rules.

    Attributes:
        record: record types of the user's own.
        pattern: patterns for kinds of records that newsie has itself.
    """

    record: tuple[RecordTable, ...] = ()
    pattern: tuple[AddedTable, ...] = ()
