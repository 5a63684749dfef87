"""The verbs that change a post, and where they stand (任免动词).

Some govern a list of persons (任命甲为局长，乙为科长), others follow the person (甲不再担任局长).

>>> [(verb.word, verb.change) for verb in find_verbs("任命甲为局长，乙拟任科长")]
[('任命', 'appointed'), ('拟任', 'proposed')]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from newsie import patterns as re

Change: TypeAlias = Literal["appointed", "elected", "removed", "proposed"]

_DECIDED = "|".join(rf"{verb}[^。\n]{{0,80}}任" for verb in ("决定", "批准", "研究", "同意"))
ANY = re.compile(
    r"任命|免去|任免|增[补选]|推选|选举|补选|罢免|撤销|聘任|当选|拟[提转升]?任|拟提名|提名|不再[担兼]?任|辞去|同志[担兼]?任|出任|接任|继任|升任|调任|转任|"
    + _DECIDED
)
_GOVERNS: dict[str, Change] = {
    "任命": "appointed",
    "聘任": "appointed",
    "增补": "appointed",
    "增选": "elected",
    "任免": "appointed",
    "决定": "appointed",
    "推选": "elected",
    "选举": "elected",
    "补选": "elected",
    "免去": "removed",
    "罢免": "removed",
    "撤销": "removed",
    "提名": "proposed",
}
_GOVERNOR = re.compile("|".join(_GOVERNS))
# what comes behind the person; each with what it says
_FOLLOWS: tuple[tuple[str, Change], ...] = (
    (r"不再(?:担任|兼任|任)", "removed"),
    (r"(?:请求)?辞去(?:所?(?:担任|兼任)的)?", "removed"),
    (r"(?:全票|再次|高票|成功)?当选(?:并?连任)?为?", "elected"),
    (r"被(?:选举|推选|补选|选)为", "elected"),
    (r"拟[提转升]?任|拟提名(?:为|任|担任)?|拟推荐为|被提名(?:为|担任|出任)", "proposed"),
    (r"(?:被|获)[^，。；\n]{0,12}?(?:任命|聘任)(?:为|担任|出任)", "appointed"),
    (r"(?<![拟将曾原])(?:出任|接任|继任|升任|调任|转任)", "appointed"),
    (r"提名为", "proposed"),
    (r"(?:挂职)?(?:担任|兼任|任)(?![命务前职免期何意由教])", "appointed"),
)
_FOLLOW = re.compile("|".join(f"(?P<k{number}>{pattern})" for number, (pattern, _) in enumerate(_FOLLOWS)))
# 拟提请任命, 将任命, 将被任命为: not yet; 拒绝任命, 未获任命: not at all
_AHEAD = re.compile(r"(?:将|拟|拟提请|提请|建议|有望)(?:正式|会)?\Z|(?<!担)将[于在接通][^，。；]{0,24}\Z")
_REFUSED = re.compile(
    r"(?:拒绝|反对|未|未能|没有|不予|曾|勿|要求|呼吁|宣布不|或)\Z|(?:如果|若|倘若|一旦)[^，。；]{0,24}\Z"
)
_BEFORE = 32


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb that changes a post; offsets into the folded text.

    Attributes:
        start: first character.
        end: one past the last.
        word: the verb.
        change: what it says of the post.
        governs: whether the persons stand behind it, not in front.
    """

    start: int
    end: int
    word: str
    change: Change
    governs: bool


def find_verbs(folded: str) -> Iterator[Verb]:
    """Yield the verbs of a text that change a post, sorted by place."""
    following = {verb.end: verb for verb in _following(folded)}
    taken = {place for verb in following.values() for place in range(verb.start, verb.end)}
    governing = (verb for verb in _governing(folded) if verb.start not in taken)
    yield from sorted((*following.values(), *governing), key=lambda verb: verb.start)


def _following(folded: str) -> Iterator[Verb]:
    for match in _FOLLOW.finditer(folded):
        kind = _FOLLOWS[int((match.lastgroup or "k0")[1:])][1]
        yield from _standing(folded, match, kind, governs=False)


def _governing(folded: str) -> Iterator[Verb]:
    for match in _GOVERNOR.finditer(folded):
        yield from _standing(folded, match, _GOVERNS[match.group()], governs=True)


def _standing(folded: str, match: re.Match[str], change: Change, *, governs: bool) -> Iterator[Verb]:
    """Yield the verb as it is meant: 将任命 is proposed; none where it is refused."""
    before = folded[max(0, match.start() - _BEFORE) : match.start()]
    if _REFUSED.search(before):
        return
    ahead = change in ("appointed", "elected") and _AHEAD.search(before)
    yield Verb(match.start(), match.end(), match.group(), "proposed" if ahead else change, governs)
