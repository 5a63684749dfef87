"""Records made of values that newsie itself has read, so that nothing has to be checked again.

Pydantic checks what comes from outside. What the frames have found has the right types already, and a
page has hundreds of pieces of evidence: to check them all would take longer than to find them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from newsie.base import Record

Made = TypeVar("Made", bound=Record)


def made(model: type[Made], **fields: object) -> Made:
    """Return a record of some fields, all that `model` asks for.

    >>> from newsie.records import ArticlePart
    >>> made(ArticlePart, role="body", start=0, end=4) == ArticlePart(role="body", start=0, end=4)
    True
    """
    return _unchecked(model, {**_defaults(model), **fields}, _given(tuple(fields)))


def changed(record: Made, **fields: object) -> Made:
    """Return a record like another but for some fields."""
    return _unchecked(type(record), {**record.__dict__, **fields}, _all(type(record)))


def _unchecked(model: type[Made], fields: dict[str, object], given: set[str]) -> Made:
    record = object.__new__(model)
    put = object.__setattr__
    put(record, "__dict__", fields)
    put(record, "__pydantic_fields_set__", given)
    put(record, "__pydantic_extra__", None)
    put(record, "__pydantic_private__", None)
    return record


@cache
def _given(names: tuple[str, ...]) -> set[str]:
    """Return the set of the names of fields that are given: records are frozen, so that all may have one."""
    return set(names)


@cache
def _all(model: type[Record]) -> set[str]:
    return set(model.model_fields)


@cache
def _defaults(model: type[Record]) -> Mapping[str, object]:
    """Return what fields are that are not given, all of them in their order, which is that of JSON."""
    return {name: field.default for name, field in model.model_fields.items()}
