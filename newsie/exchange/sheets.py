"""A page on its way to an annotation tool and back: its text, its result, and what came back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from newsie.errors import SourceError
from newsie.exchange.marks import Marks, marks_of
from newsie.exchange.merging import merged
from newsie.exchange.offsets import Counting
from newsie.identity import text_sha256
from newsie.records import Extraction

KEY = "newsie"
"""The name under which tools carry what newsie needs to read a page back."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with its result.

    Attributes:
        result: what was read.
        text: the page, which offsets index.
        mentions: whether names are marked as well.
    """

    result: Extraction
    text: str
    mentions: bool = False

    @property
    def marks(self) -> Marks:
        """The result as spans and links."""
        return marks_of(self.result, mentions=self.mentions)

    def corrected(self, marks: Marks) -> Extraction:
        """Return the result with the corrections that marks show."""
        return merged(self.result, self.text, marks, mentions=self.mentions)

    def carried(self, counting: Counting) -> str:
        """Return what a tool carries for the way back: JSON."""
        told = {
            "counting": counting,
            "mentions": self.mentions,
            "extraction": self.result.model_dump(mode="json"),
        }
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Carried:
    """A page as it came back.

    Attributes:
        sheet: the page as it was exported.
        counting: how places were counted then.
    """

    sheet: Sheet
    counting: Counting


def unpacked(carried: str | Mapping[str, object] | None, text: str, where: str) -> Carried:
    """Return a page as it came back.

    Args:
        carried: what `Sheet.carried` gave, as the tool has it.
        text: the page's text, as the tool has it.
        where: the file and the number of the page in it, for messages.

    Raises:
        SourceError: it was not exported by newsie, or its text was changed.
    """
    try:
        told: Mapping[str, object] = dict(json.loads(carried) if isinstance(carried, str) else carried or {})
        result = Extraction.model_validate(told["extraction"])
        counting: Counting = "utf-16" if told["counting"] == "utf-16" else "code-points"
        mentions = bool(told["mentions"])
    except (KeyError, TypeError, ValueError, ValidationError) as error:
        raise SourceError(
            f"{where}: what newsie export wrote beside the text ({KEY!r}) is missing or damaged: {error}"
        ) from None
    if text_sha256(text) != result.text_sha256:
        raise SourceError(f"{where}: the text of {result.source!r} was changed: its places cannot be trusted")
    return Carried(Sheet(result, text, mentions), counting)
