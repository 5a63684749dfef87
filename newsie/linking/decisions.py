"""What a reviewer decided (核定): a file that is read on every run and never written.

[[decision]]
verdict = "same"                       # or "different"; "" while it is open
kind = "person"                        # or "organization", "project"
left = ["document-…", "李小"]           # a document, and the name there
right = ["document-…", "李小明"]
note = "appointed on 12 May"           # for people
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsie.errors import RuleError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

Member = tuple[str, str]
"""The id of a document and a name in it."""


class Decision(BaseModel):
    """One decision of the file; without a verdict it is still open."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    verdict: Literal["same", "different", ""]
    kind: Literal["person", "organization", "project"]
    left: Annotated[Member, Field(description="document and name")]
    right: Annotated[Member, Field(description="document and name")]
    note: str = ""


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    decision: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions of one kind.

    Attributes:
        same: pairs that are one, each with the lesser first, sorted.
        different: pairs that are not.
    """

    same: tuple[tuple[Member, Member], ...] = ()
    different: tuple[tuple[Member, Member], ...] = ()

    def apart(self, left: set[Member], right: set[Member]) -> bool:
        """Tell whether a member of one was decided to be none of the other."""
        return any(
            (one in left and other in right) or (one in right and other in left)
            for one, other in self.different
        )


NO_DECISIONS = Decisions()


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file; pairs without a verdict, which are still open, are left out.

    Raises:
        RuleError: it cannot be read, or is no such file; the message says what is wrong.
    """
    try:
        file = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
        return tuple(one for one in file.decision if one.verdict)
    except OSError as error:
        raise RuleError(f"{path}: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RuleError(f"{path}: not TOML: {error}") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise RuleError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None


def of_kind(decisions: tuple[Decision, ...], kind: str) -> Decisions:
    """Return the decisions about one kind.

    Raises:
        RuleError: a pair is decided both ways.
    """
    pairs: dict[str, set[tuple[Member, Member]]] = {"same": set(), "different": set()}
    for decision in decisions:
        if decision.kind == kind:
            low, high = sorted((decision.left, decision.right))
            pairs[decision.verdict].add((low, high))
    if both := sorted(pairs["same"] & pairs["different"]):
        raise RuleError(f"decided both ways: {both[0][0]} and {both[0][1]}; keep one")
    return Decisions(tuple(sorted(pairs["same"])), tuple(sorted(pairs["different"])))
