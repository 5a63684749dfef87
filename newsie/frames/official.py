"""Officials of a page: persons with the posts it gives them (官员).

In come the readings of a page's articles; out goes one record for each person with public posts.
One post written in several ways (区党工委书记, 示范区党工委书记) is kept in its fullest form. What posts a
person was given or gave up stands beside them; who only gave one up has none and is no record.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from newsie import grounding
from newsie import patterns as re
from newsie.frames.appointing.changes import Found as Change
from newsie.frames.appointing.changes import find_changes
from newsie.frames.appointing.decisions import find_decision
from newsie.reading import Post as Found
from newsie.reading import Reading
from newsie.records import Appointment, Official, Piece, Post
from newsie.text import Span

_PLACEHOLDER = "领导"


@dataclass(frozen=True, slots=True)
class Held:
    """A post as one place of the page gives it: its words, and the evidence."""

    organization: str
    title: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Told:
    """A change of post as one place of the page tells it."""

    post: Held
    appointment: Appointment


@dataclass(slots=True)
class Person:
    """What the page says of one person: where the name stands, in which articles, which posts."""

    name: Piece
    posts: list[Held] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    changes: list[Told] = field(default_factory=list)


def find_officials(readings: Sequence[Reading]) -> tuple[Official, ...]:
    """Return one record for each person to whom the readings of a page give public posts.

    `articles` holds the positions of the readings in which the person is named, as decimal
    strings. Evidence indexes the source.
    """
    persons: dict[str, Person] = {}
    for reading in readings:
        for post in reading.posts:
            if _OF_WORKS.fullmatch(_words(reading, post.organization)):
                continue
            name = _words(reading, (post.person,))
            if name.startswith("称"):
                # 外交大臣称甲乙谈判: the verb behind an unnamed minister
                continue
            if name not in persons:
                persons[name] = Person(grounding.piece(reading.text, [post.person], f"official.{post.by}"))
            persons[name].posts.append(_held(reading, post))
    for reading in readings:
        for change in find_changes(reading):
            _take(persons, reading, change)
    for index, reading in enumerate(readings) if persons else ():
        named = {_words(reading, ((m.start, m.end),)) for m in reading.mentions if m.label == "PERSON"}
        for name in named & persons.keys():
            persons[name].articles.append(str(index))
    return tuple(_record(name, person) for name, person in persons.items())


def _take(persons: dict[str, Person], reading: Reading, change: Change) -> None:
    """Add a change of post to its person, and the post where it was given; who only gave one up stays out."""
    name = _words(reading, (change.person,))
    told = _told(reading, change)
    if change.change in ("appointed", "elected"):
        found = Found(change.person, change.organization, change.title, "appointments")
        first = Person(grounding.piece(reading.text, [change.person], "official.appointments"))
        persons.setdefault(name, first).posts.append(_held(reading, found))
    if name in persons:
        persons[name].changes.append(told)


def _words(reading: Reading, spans: Iterable[Span]) -> str:
    return "".join("".join(reading.string(span).split()) for span in spans)


def _held(reading: Reading, post: Found) -> Held:
    spans = (*post.organization, post.title)
    return Held(
        organization=_words(reading, post.organization),
        title=_words(reading, [post.title]),
        piece=grounding.piece(reading.text, spans, f"official.{post.by}"),
    )


def _told(reading: Reading, change: Change) -> Told:
    """Return what a page says of a change of post, with all the words that say it."""
    decision = find_decision(reading, change.verb)
    day, body = decision.day, decision.body
    deciding = [*([(day.start, day.end)] if day else []), *([body] if body else [])]
    verb = (change.verb.start, change.verb.end)
    spans = sorted({*deciding, verb, *change.organization, change.title})
    held = Held(
        _words(reading, change.organization),
        _words(reading, [change.title]),
        grounding.piece(reading.text, spans, "official.appointments"),
    )
    appointment = Appointment(
        change=change.change,
        organization=held.organization or None,
        title=held.title,
        date=grounding.day(reading.text, day) if day else None,
        by=_words(reading, [body]) if body else None,
    )
    return Told(held, appointment)


def _record(name: str, person: Person) -> Official:
    held = _fullest(person.posts)
    evidence = {"name": (person.name,), "posts": tuple(post.piece for post in held)}
    changes = _each_once(person.changes)
    if changes:
        evidence["appointments"] = tuple(told.post.piece for told in changes)
    return Official(
        name=name,
        articles=tuple(person.articles),
        posts=tuple(Post(organization=post.organization or None, title=post.title) for post in held),
        appointments=tuple(told.appointment for told in changes),
        evidence=evidence,
    )


def _each_once(changes: Iterable[Told]) -> list[Told]:
    """Return each change once: with its day and who decided where the page says, its post in the fullest form."""
    best: dict[tuple[str, str, str], Told] = {}
    for told in sorted(changes, key=_unsaid):
        best.setdefault((told.appointment.change, told.post.organization, told.post.title), told)
    kinds = {
        kind: _fullest([told.post for key, told in best.items() if key[0] == kind]) for kind, _, _ in best
    }
    return [told for told in best.values() if told.post in kinds[told.appointment.change]]


def _unsaid(told: Told) -> int:
    return (told.appointment.date is None) + (told.appointment.by is None)


def _fullest(posts: Sequence[Held]) -> list[Held]:
    """Return the posts without those that another says more fully, in the order of the page."""
    once = list({(post.organization, post.title): post for post in reversed(posts)}.values())[::-1]
    real = [post for post in once if post.title != _PLACEHOLDER] or once[:1]
    return [post for post in real if not any(_says_more(other, post) for other in real if other is not post)]


def _says_more(full: Held, post: Held) -> bool:
    """Tell whether `full` is the same post in more words: 示范区党工委 for 区党工委, 常务副市长 for 副市长."""
    if full.title != post.title and _whole(full).endswith(_whole(post)):
        # 甲国国家主席 for 国家 + 主席, 甲国外交部长 for 外交部 + 部长, 外交部 + 部长 for 外交部长
        longer = len(_whole(full)) > len(_whole(post))
        if longer or bool(full.organization) > bool(post.organization):
            return full.title.endswith(post.title) or post.title.endswith(full.title)
    if full.title != post.title:
        same_body = not post.organization or full.organization == post.organization
        return same_body and full.title.endswith(post.title) and full.title.removesuffix(post.title) in _RANKS
    if not post.organization:
        return bool(full.organization)
    longer = (len(full.organization), full.organization) > (len(post.organization), post.organization)
    return longer and _abbreviates(post.organization, full.organization)


def _whole(post: Held) -> str:
    """Return organisation and title in one, 部 of both written once: 外交部长."""
    return (post.organization + post.title).replace("部部长", "部长")


# 项目总工程师, 项目服务专员, 某某集团董事局主席, 爱心车队队长: of works or a company, no public body
_OF_WORKS = re.compile(r"项目(?:部|服务|管理|施工)?|.{0,40}(?:董事会|董事局|监事会|车队)")
_RANKS = frozenset({"常务", "党组", "兼职", "专职", "国家"})


def _abbreviates(short: str, full: str) -> bool:
    """Tell whether the characters of `short` stand in `full` in their order, the last ones alike.

    >>> _abbreviates("区党工委", "示范区党工委"), _abbreviates("县委", "县纪委")
    (True, False)
    """
    if full.endswith(short) or (short[-1:] == full[-1:] and short[0] == full[0] and len(short) > 2):
        rest = iter(full)
        return all(character in rest for character in short)
    return False
