"""Documents that a meeting passed on, studied, adopted or issued (会议文件)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.scene import Clause, Scene
from newsie.frames.meeting.words import any_of
from newsie.text import Span

_DOCUMENT = MARKS["DOCUMENT"]
_TAKES = re.compile(
    rf"{any_of('pass')}[^，。；{_DOCUMENT}]{{0,40}}(?P<list>{_DOCUMENT}(?:(?:、|和|及|以及|与)?{_DOCUMENT})*)"
)
_OBEYS = re.compile(rf"{any_of('obey')}[^，。；]{{0,12}}$")
# 作了题为《……》的发言: the speech's title
_TITLED = re.compile("(?:题为|以)$")
_SPEECH = re.compile("(?:为题)?的?[^，。；]{0,8}(?:发言|演讲|讲话|致辞|讲座|宣讲|党课|报告|授课)")
_REACH = 24


def read_documents(scene: Scene, sentences: Sequence[int]) -> tuple[Span, ...]:
    """Return where the documents of a meeting stand; those it merely obeys are left out.

    Offsets: the scene's string; the sentences are given by number.
    """
    found: list[Span] = []
    for number in sentences:
        for clause in scene.sentences[number]:
            if clause.spoken:
                break
            found += _in_clause(scene, clause)
    return tuple(found)


def _in_clause(scene: Scene, clause: Clause) -> Iterator[Span]:
    for match in _TAKES.finditer(scene.string, clause.start, clause.end):
        start = match.start("list")
        if _OBEYS.search(scene.string[max(clause.start, start - _REACH) : start]):
            continue
        if _TITLED.search(scene.string, clause.start, start) and _SPEECH.match(scene.string, match.end()):
            continue
        for at, mark in enumerate(match["list"], start):
            if mark == _DOCUMENT:
                yield at, at + 1
