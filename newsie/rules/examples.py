"""Every pattern is tried on its own examples before it is used: it must find in some and not in others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeAlias

from pydantic import ValidationError

from newsie.article import Article, Byline
from newsie.literals import find_literals
from newsie.reader.posts import find_posts
from newsie.reading import Label, Mention, Reading
from newsie.rules.declared import Example, PatternTable, RecordTable
from newsie.rules.finding import Draft, Painted, find_detail, find_drafts
from newsie.rules.kinds import RecordType
from newsie.text import Text

Find: TypeAlias = Callable[[Painted], list[Draft]]


@dataclass(frozen=True, slots=True)
class Failed:
    """An example that fails.

    Attributes:
        pattern: the pattern it stands with.
        text: the example.
        message: how it fails.
    """

    pattern: str
    text: str
    message: str


def failing(table: RecordTable, kind: RecordType) -> Iterator[Failed]:
    """Yield the examples of a record type that fail."""
    for pattern, finder in zip(table.pattern, kind.patterns, strict=True):
        alone = replace(kind, patterns=(finder,))
        yield from _of_pattern(pattern, partial(find_drafts, alone), record=True)
    for detail, finder in zip(table.detail, kind.details, strict=True):
        yield from _of_pattern(detail, partial(find_detail, kind, finder), record=False)


def _of_pattern(table: PatternTable, find: Find, *, record: bool) -> Iterator[Failed]:
    for number, example in enumerate(table.accept, 1):
        drafts = find(Painted(read_example(example)))
        if wrong := _refused(drafts, example, record=record):
            yield Failed(table.name, example.text, f"accept {number} {wrong}")
    for number, example in enumerate(table.reject, 1):
        drafts = find(Painted(read_example(example)))
        found = [draft for draft in drafts if draft.values and not (record and _misfit(draft))]
        if found:
            told = "; ".join(f"{name} = {'、'.join(words)}" for name, words in _words(found[0]).items())
            yield Failed(table.name, example.text, f"reject {number} is found all the same: {told}")


def _refused(drafts: Sequence[Draft], example: Example, *, record: bool) -> str:
    """Return why what was found in an example is not what it should be; empty if it is."""
    if not drafts:
        return "is not matched"
    fitting = [draft for draft in drafts if draft.values and not (record and _misfit(draft))]
    if not fitting:
        return f"is matched, but {_misfit(drafts[0]) or 'nothing is captured'}"
    wrong = ["".join(_unlike(draft, example)) for draft in fitting]
    return "" if "" in wrong else wrong[0]


def _unlike(draft: Draft, example: Example) -> Iterator[str]:
    """Yield the first field of a draft that was not read from the words that the example says."""
    words = _words(draft)
    for name, wanted in example.fields.items():
        expected = (wanted,) if isinstance(wanted, str) else wanted
        if words.get(name, ()) != expected:
            yield f"gives {name} = {'、'.join(words.get(name, ())) or 'nothing'}, not {'、'.join(expected)}"
            return


def _words(draft: Draft) -> dict[str, tuple[str, ...]]:
    return {name: tuple(piece.text for piece in pieces) for name, pieces in draft.evidence.items()}


def _misfit(draft: Draft) -> str:
    """Return why a draft does not fit its type; empty if it does."""
    try:
        draft.record()
    except ValidationError as error:
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    return ""


def read_example(example: Example) -> Reading:
    """Return the reading of an example: times and amounts as found, names as it says."""
    text = Text.of(example.text)
    literals = find_literals(text.folded)
    mentions = tuple(sorted(_mentions(example), key=lambda one: (one.start, one.end, one.label)))
    return Reading(
        article=Article(None, None, (), "news", Byline(), (text,)),
        text=text,
        published=None,
        dates=literals.dates,
        amounts=literals.amounts,
        titles=literals.titles,
        mentions=mentions,
        posts=find_posts(text.folded, mentions),
    )


def _mentions(example: Example) -> Iterator[Mention]:
    labelled: tuple[tuple[Label, tuple[str, ...]], ...] = (
        ("PERSON", example.persons),
        ("ORG", example.organizations),
        ("PLACE", example.places),
    )
    for label, names in labelled:
        for name in names:
            for match in re.finditer(re.escape(name), example.text):
                yield Mention(label, *match.span(), ("example",))
