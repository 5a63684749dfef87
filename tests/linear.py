"""What shows a regular expression to take time that grows with the text, and no faster.

`knots` reads its tree: a repeat inside a repeat, and two repeats side by side, of the same characters; `forks` a repeat
of words of which some make up another. `scans` reads
it for a repeat that a search begins anew at every place. `growth` times it on hostile text made from that tree, at two
lengths; `dearest` what each character of such a text costs, where all repeats have a bound.
"""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

if sys.version_info >= (3, 11):
    from re import _constants as K  # noqa: N812
    from re import _parser as parser
else:
    import sre_constants as K  # noqa: N812
    import sre_parse as parser

Node = tuple[Any, Any]
_REPEATS = {K.MAX_REPEAT, K.MIN_REPEAT, getattr(K, "POSSESSIVE_REPEAT", None)}
_GROUPS = {K.SUBPATTERN: 3, getattr(K, "ATOMIC_GROUP", None): None}
_LOOKS = {K.ASSERT, K.ASSERT_NOT}
_MARKS = "一0a的 ，、：（“\n。年长人x-"
_CATEGORIES = {"DIGIT": str.isdigit, "SPACE": str.isspace, "WORD": lambda sign: sign.isalnum() or sign == "_"}
_LONG = 3
_MOST = 14
_FEW = 400
_SHORT_TEXT, _LONG_TEXT = 4000, 32_000
# the clock of a process may tick but a hundred times a second
_QUICK = 0.03
# what grows with the square and takes less than that takes a second on a page of a hundred thousand characters
_AT_ONCE = 0.002
_STEEP = 3.0
_DEAR_TEXT = 400
_MOST_TIME = 0.1


def parse(source: str, flags: int = 0) -> list[Node]:
    """Return the tree of a pattern."""
    return list(parser.parse(source, flags))


def _inside(node: Node) -> list[list[Node]]:
    """Return the trees inside a node."""
    kind, given = node
    if kind in _REPEATS:
        return [list(given[2])]
    if kind is K.BRANCH:
        return [list(way) for way in given[1]]
    if kind in _GROUPS:
        at = _GROUPS[kind]
        return [list(given if at is None else given[at])]
    return []


def _holds(items: Iterable[Node], sign: str) -> bool:
    """Tell whether a class has a character."""
    found = turned = False
    for kind, given in items:
        if kind is K.NEGATE:
            turned = True
        elif kind is K.LITERAL:
            found |= ord(sign) == given
        elif kind is K.RANGE:
            found |= given[0] <= ord(sign) <= given[1]
        elif kind is K.CATEGORY:
            name = str(given)
            found |= _CATEGORIES[name.rsplit("_", 1)[1]](sign) != ("NOT" in name)
    return found != turned


def _signs(nodes: Iterable[Node], alphabet: str) -> set[str]:
    """Return the characters of an alphabet that can stand in what some nodes match."""
    found: set[str] = set()
    for node in nodes:
        kind, given = node
        if kind is K.LITERAL:
            found.add(chr(given))
        elif kind is K.NOT_LITERAL:
            found |= {sign for sign in alphabet if ord(sign) != given}
        elif kind is K.ANY:
            found |= set(alphabet) - {"\n"}
        elif kind is K.IN:
            found |= {sign for sign in alphabet if _holds(given, sign)}
        for inner in _inside(node):
            found |= _signs(inner, alphabet)
    return found


def _literals(nodes: Iterable[Node]) -> Iterator[str]:
    for node in nodes:
        kind, given = node
        if kind in (K.LITERAL, K.NOT_LITERAL):
            yield chr(given)
        elif kind is K.IN:
            for inner, value in given:
                yield from [chr(value)] if inner is K.LITERAL else map(chr, value) if inner is K.RANGE else []
        for tree in _inside(node):
            yield from _literals(tree)


def _is_endless(node: Node) -> bool:
    return node[0] in _REPEATS and node[1][1] is K.MAXREPEAT


def _is_needed(node: Node) -> bool:
    """Tell whether a node always takes a character."""
    kind, given = node
    if kind in _REPEATS:
        return given[0] > 0 and any(_is_needed(inner) for inner in given[2])
    if kind is K.BRANCH:
        return all(any(_is_needed(inner) for inner in way) for way in given[1])
    if kind in _GROUPS:
        return any(_is_needed(inner) for inner in _inside(node)[0])
    return kind in (K.LITERAL, K.NOT_LITERAL, K.ANY, K.IN)


def knots(nodes: list[Node], alphabet: str = "") -> Iterator[str]:
    """Yield what in a tree can take more than linear time once it has matched its beginning."""
    if not any(map(_endless, nodes)):
        return
    alphabet = alphabet or "".join(sorted({*_literals(nodes), *_MARKS}))
    pending: set[str] = set()
    for node in nodes:
        own = _signs([node], alphabet)
        if _is_endless(node):
            if own & pending and not _parted(node, pending, alphabet):
                yield "two endless repeats that share characters, nothing between them that neither has"
            body = list(node[1][2])
            for at, inner in enumerate(body):
                parted = [_signs([one], alphabet) for one in body[:at] + body[at + 1 :] if _is_needed(one)]
                repeated = _signs(_endless(inner), alphabet)
                if repeated and not any(signs and not signs & repeated for signs in parted):
                    yield "an endless repeat inside an endless repeat, nothing between them that it has not"
            pending = pending | own
        elif _is_needed(node) and not own & pending:
            pending = set()
        for tree in _inside(node):
            yield from knots(tree, alphabet)


def _parted(node: Node, pending: set[str], alphabet: str) -> bool:
    """Tell whether each turn of a repeat takes a character that no endless repeat before it can take."""
    needed = (_signs([one], alphabet) for one in node[1][2] if _is_needed(one))
    return any(signs and not signs & pending for signs in needed)


def _endless(node: Node) -> list[Node]:
    """Return the endless repeats in a node."""
    if _is_endless(node):
        return [node]
    return [one for tree in _inside(node) for inner in tree for one in _endless(inner)]


def forks(nodes: Iterable[Node]) -> Iterator[str]:
    """Yield the endless repeats of a few words of which some make up another (总共 of 总 and 共): each doubles the time."""
    for node in nodes:
        if _is_endless(node):
            words = _words(list(node[1][2]))
            if words is not None and _reads_twice(words):
                yield f"an endless repeat of {sorted(set(words))}, which can be told apart in two ways"
        for tree in _inside(node):
            yield from forks(tree)


def _words(nodes: list[Node]) -> list[str] | None:
    """Return all that a tree matches, once for each way; None where that is more than a few words."""
    words = [""]
    for kind, given in nodes:
        ways: list[str] | None = []
        if kind is K.LITERAL:
            ways = [chr(given)]
        elif kind is K.IN:
            ways = list(_literals([(kind, given)])) if {one for one, _ in given} == {K.LITERAL} else None
        elif kind in _REPEATS and given[1] == 1:
            once = _words(list(given[2]))
            ways = None if once is None else [*once, *([] if given[0] else [""])]
        elif kind is K.BRANCH or kind in _GROUPS:
            parts = [_words(way) for way in _inside((kind, given))]
            ways = None if None in parts else [word for part in parts for word in part or ()]
        elif kind in _LOOKS or kind is K.AT:
            # 千(?!克) and 千(?=克) are two words
            ways = [f"<{given}>"]
        else:
            ways = None
        if ways is None or len(words) * len(ways) > _FEW:
            return None
        words = [word + way for word in words for way in ways]
    return words


def _reads_twice(words: list[str]) -> bool:
    """Tell whether a text made of these words can be made of them in two ways (Sardinas and Patterson)."""
    code = {word for word in words if word}
    if len(code) < len([word for word in words if word]):
        return True
    rests = {two[len(one) :] for one in code for two in code if one != two and two.startswith(one)}
    seen: set[str] = set()
    while rests - seen:
        seen |= rests
        rests = {word[len(rest) :] for rest in seen for word in code if word.startswith(rest)} | {
            rest[len(word) :] for rest in seen for word in code if rest.startswith(word)
        }
        if "" in rests:
            return True
    return False


_BEHIND = -1


def scans(nodes: list[Node], alphabet: str = "") -> Iterator[str]:
    """Yield what in a tree may be begun at every place of a text and run to its end each time, if it is searched for.

    So it is with an endless repeat whose characters can also stand in for all that leads to it (`[0-9]+期` in a run
    of digits), when something after it may fail; not where a look behind lets it begin only where a run begins.
    """
    alphabet = alphabet or "".join(sorted({*_literals(nodes), *_MARKS}))
    yield from _scans(nodes, [], [], alphabet)


def _scans(nodes: list[Node], lead: list[Node], tail: list[Node], alphabet: str) -> Iterator[str]:
    lead = list(lead)
    for at, node in enumerate(nodes):
        later = [*nodes[at + 1 :], *tail]
        if _is_endless(node):
            own = _signs([node], alphabet)
            if later and _gives_way(later[0], own, alphabet):
                later = later[1:]
            if any(map(_can_fail, later)) and not _is_held(lead, own, alphabet):
                yield "an endless repeat that can begin inside itself, and something after it"
        else:
            for tree in _inside(node):
                yield from _scans(tree, lead, later, alphabet)
        lead.append(node)


def _gives_way(node: Node, own: set[str], alphabet: str) -> bool:
    """Tell whether a repeat needs to give back one character only for what must not follow: `\\s+(?![0-9])`."""
    return node[0] is K.ASSERT_NOT and node[1][0] != _BEHIND and not own & _signs(node[1][1], alphabet)


def _can_fail(node: Node) -> bool:
    """Tell whether a node may match nothing at a place: all but what may be left out."""
    kind, given = node
    if kind in _REPEATS:
        return given[0] > 0
    if kind is K.BRANCH:
        return all(any(map(_can_fail, way)) for way in given[1])
    if kind in _GROUPS:
        return any(map(_can_fail, _inside(node)[0]))
    return True


def _is_held(lead: list[Node], own: set[str], alphabet: str) -> bool:
    """Tell whether what leads to a repeat keeps it from beginning anew inside its own characters."""
    for kind, given in lead:
        if kind is K.AT and given in (K.AT_BEGINNING, K.AT_BEGINNING_STRING):
            return True
        if kind is K.ASSERT_NOT and given[0] == _BEHIND and own <= _signs(given[1], alphabet):
            return True
        if kind is K.ASSERT and given[0] == _BEHIND and not own & _signs(given[1], alphabet):
            return True
        if _is_needed((kind, given)) and not own & _signs([(kind, given)], alphabet):
            return True
    return False


def _example(nodes: Iterable[Node], marks: str, way: int) -> str:
    """Return a text that some nodes match, or nearly (what lies ahead or behind is not looked at)."""
    return "".join(_piece(node, marks, way) for node in nodes)


def _piece(node: Node, marks: str, way: int) -> str:
    kind, given = node
    if kind is K.LITERAL:
        return chr(given)
    if kind in (K.NOT_LITERAL, K.ANY, K.IN):
        mark = next((mark for mark in marks if mark in _signs([node], marks)), None)
        return mark or next(_literals([node]), "一")
    trees = _inside(node)
    if not trees:
        return ""
    text = _example(trees[way % len(trees)], marks, way)
    return text * given[0] if kind in _REPEATS else text


def _pumps(nodes: Iterable[Node], marks: str, way: int, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield what each long repeat repeats, with a text that leads to it."""
    for node in nodes:
        if node[0] in _REPEATS and (_is_endless(node) or node[1][1] >= _LONG):
            yield before, _example(node[1][2], marks, way)
        for tree in _inside(node):
            yield from _pumps(tree, marks, way, before)
        before += _piece(node, marks, way)


def hostile(nodes: list[Node]) -> list[tuple[str, str]]:
    """Return hostile texts for a tree: each how it begins, and what goes on without end."""
    found: dict[tuple[str, str], None] = {}
    for way, shift in enumerate((0, 3)):
        marks = _MARKS[shift:] + _MARKS[:shift]
        whole = _example(nodes, marks, way)
        for before, body in [*_pumps(nodes, marks, way), ("", whole), ("", whole[:-1]), ("", whole[:1])]:
            for text in ((before, body), ("", body), ("", before + body), ("", before)):
                if text[1]:
                    found.setdefault(text)
    step = max(1, len(found) // _MOST)
    return list(found)[::step]


def growth(pattern: re.Pattern[str], text: tuple[str, str]) -> float:
    """Return how many times as long a pattern takes on a text twice as long; 0 where it takes no time to speak of."""
    length = _SHORT_TEXT
    short = _cost(pattern, text, length)
    if short < _AT_ONCE:
        return 0.0
    while short < _QUICK and length < _LONG_TEXT:
        length *= 2
        short = _cost(pattern, text, length)
    return _cost(pattern, text, 2 * length) / short if short >= _QUICK else 0.0


def _cost(pattern: re.Pattern[str], text: tuple[str, str], length: int) -> float:
    string = text[0] + text[1] * (length // len(text[1])) + "\n\x01"
    begin = time.process_time()
    for _ in pattern.finditer(string):
        pass
    return time.process_time() - begin


def is_bounded(source: str, flags: int = 0) -> bool:
    """Tell whether a pattern repeats nothing without end: then it takes no more than so much at each place."""
    return not any(_endless(node) for node in parse(source, flags))


def repeats(nodes: Iterable[Node]) -> bool:
    """Tell whether a tree repeats anything more than once."""
    return any((node[0] in _REPEATS and node[1][1] > 1) or any(map(repeats, _inside(node))) for node in nodes)


class TooLongError(Exception):
    """A pattern has not come to an end in the time given."""


@contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Stop what runs longer than so many seconds of the process's own time, where the system can."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(*_: object) -> None:
        raise TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def dearest(source: str, flags: int = 0) -> tuple[str, str] | None:
    """Return the hostile text of which a pattern takes too long at each place; None where there is none.

    A pattern that repeats nothing without end may still take years: `(?:在.{1,30}?|一){0,4}会` tries all ways to part
    a text among its turns. A pattern of this library takes some microseconds a character on such a text, such a one
    thousands.
    """
    pattern, tree = re.compile(source, flags), parse(source, flags)
    if not repeats(tree):
        return None
    return next((text for text in hostile(tree) if _is_dear(pattern, text)), None)


def _is_dear(pattern: re.Pattern[str], text: tuple[str, str]) -> bool:
    # a busy machine may disturb one measurement, hardly three
    return all(_takes_long(pattern, text) for _ in range(3))


def _takes_long(pattern: re.Pattern[str], text: tuple[str, str]) -> bool:
    try:
        with _within(2 * _MOST_TIME):
            return _cost(pattern, text, _DEAR_TEXT) >= _MOST_TIME
    except TooLongError:
        return True


def steepest(source: str, flags: int = 0) -> tuple[float, tuple[str, str]] | None:
    """Return the hostile text on which a pattern grows too fast, with how fast; None where there is none."""
    pattern = re.compile(source, flags)
    for text in hostile(parse(source, flags)):
        # a busy machine may disturb one measurement, hardly five
        ratio = 2 * _STEEP
        for _ in range(5):
            if ratio > _STEEP:
                ratio = min(ratio, growth(pattern, text))
        if ratio > _STEEP:
            return ratio, text
    return None
