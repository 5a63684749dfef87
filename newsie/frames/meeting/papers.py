"""Documents that a meeting passed on, studied, adopted or issued (会议文件)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsie.frames.canvas import MARKS
from newsie.frames.meeting.scene import Scene
from newsie.text import Span

_DOCUMENT = MARKS["DOCUMENT"]
_ACTS = (
    r"审议|通过|审查|讨论|研究|传达|学习|印发|下发|发布|签署|签订|签约|宣读|解读|听取|观看|通报|审定|原则同意|审阅|书面审|表决|批准|出台|公布|发放|领学|聆听|作|部署"
)
_TAKES = re.compile(rf"(?:{_ACTS})[^，。；{_DOCUMENT}]{{0,40}}(?P<list>{_DOCUMENT}(?:(?:、|和|及|以及|与)?{_DOCUMENT})*)")
_OBEYS = re.compile(r"(?:按照|根据|依据|落实|贯彻|执行|遵守|对照|围绕|依照)[^，。；]{0,12}$")


def read_documents(scene: Scene, sentences: Sequence[int]) -> tuple[Span, ...]:
    """Return where the documents of a meeting stand; those it merely obeys are left out."""
    found: list[Span] = []
    for number in sentences:
        for clause in scene.sentences[number]:
            if clause.spoken:
                break
            text = scene.text(clause)
            for match in _TAKES.finditer(text):
                if _OBEYS.search(text[: match.start("list")]):
                    continue
                start = clause.start + match.start("list")
                found += [
                    (start + at, start + at + 1) for at, mark in enumerate(match["list"]) if mark == _DOCUMENT
                ]
    return tuple(found)
