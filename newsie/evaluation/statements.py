"""How near the statements of a result are to gold's: by their words, then by who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from newsie.evaluation.context import Bench, places
from newsie.evaluation.judgements import About
from newsie.evaluation.likeness import clean, likeness, same_name
from newsie.evaluation.pairing import Pairs, pair
from newsie.records import Extraction, Meeting, Statement, Visit

_LEAST = 0.5
_GOOD = 0.8
_SPEAKER = 0.8


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and what of it is compared.

    Attributes:
        statement: the statement.
        article: gold's article.
        text: its words, cleaned.
        doubtful: whether it counts neither for nor against.
    """

    statement: Statement
    article: str
    text: str
    doubtful: bool = False


def judge_statements(bench: Bench, gold: Extraction, found: Extraction) -> None:
    """Compare all statements of a page, wherever they were made."""
    pairs = pair_statements(bench, gold, found)
    for wanted, got in pairs.both:
        if not wanted.doubtful:
            _judge_pair(bench, wanted, got)
    for wanted in pairs.gold:
        if not wanted.doubtful:
            bench.sheet.count(("statement",), "missed", _about(wanted), gold=_shown(wanted.statement))
    for got in pairs.found:
        bench.sheet.count(("statement",), "invented", _about(got), found=_shown(got.statement))


def pair_statements(bench: Bench, gold: Extraction, found: Extraction) -> Pairs[Said]:
    """Return which statements of a page are one, wherever they were made."""
    return pair(_gold(bench, gold), _found(bench, found), _near, _LEAST)


def _judge_pair(bench: Bench, gold: Said, found: Said) -> None:
    one, two = gold.statement, found.statement
    about = _about(gold, found)
    good = _near(gold, found) >= _GOOD
    if good and one.verb and two.verb:
        same = same_name(one.verb, two.verb)
        bench.sheet.whole("statement verb (found)", same, about._replace(field="verb"), one.verb, two.verb)
    speaker = same_name(one.speaker, two.speaker) or likeness(one.speaker, two.speaker) >= _SPEAKER
    bench.sheet.whole("statement", good and speaker, about, _shown(one), _shown(two))


def _gold(bench: Bench, page: Extraction) -> list[Said]:
    found = []
    homes: tuple[Meeting | Visit, ...] = (*page.meetings, *page.visits)
    for home in homes:
        unsure = home.id in bench.doubtful
        found += [
            Said(one, one.article, clean(one.text), unsure or one.id in bench.doubtful)
            for one in home.statements
        ]
    return found + [
        Said(one, one.article, clean(one.text), one.id in bench.doubtful) for one in page.statements
    ]


def _found(bench: Bench, page: Extraction) -> list[Said]:
    homes: tuple[Meeting | Visit, ...] = (*page.meetings, *page.visits)
    made = [one for home in homes for one in home.statements]
    return [Said(one, bench.home(one.article), clean(one.text)) for one in (*made, *page.statements)]


def _near(one: Said, two: Said) -> float:
    return likeness(one.text, two.text, _LEAST) if one.article == two.article else 0.0


def _about(said: Said, other: Said | None = None) -> About:
    sides = [one.statement.evidence for one in (other, said) if one is not None]
    return About("statement", "", said.article, said.statement.id, places(*sides, fields=("text",)))


def _shown(statement: Statement) -> str:
    return f"{statement.speaker or '—'} {statement.verb}：{statement.text}"
