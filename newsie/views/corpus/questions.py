"""What a view of an archive asks of its database; every answer is bounded, however large the archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from newsie.errors import StoreError
from newsie.extras import require
from newsie.out.database import connect
from newsie.out.views import VIEWS
from newsie.records import SCHEMA_VERSION

MOST = 400
"""Rows of a table; what is left out is counted."""

_MEMORY = "512MB"
_DAY = "coalesce(try_cast(day AS DATE), published)"
_TENURES = f"""
WITH held AS (
  SELECT name, organization, title, published AS day, document FROM people
  UNION ALL
  SELECT name, organization, title, {_DAY}, document FROM appointments
), seen AS (
  SELECT name, organization, title, list_sort(list(DISTINCT day)) AS days, count(DISTINCT document) AS pages
  FROM held WHERE day IS NOT NULL GROUP BY ALL
), met AS (SELECT name, count(DISTINCT (document, id)) AS times FROM appearances GROUP BY name)
SELECT s.name, s.organization, s.title, s.days, s.pages, coalesce(met.times, 0), count(*) OVER ()
FROM seen s LEFT JOIN met USING (name)
ORDER BY s.pages DESC, coalesce(met.times, 0) DESC, s.name, s.organization, s.title LIMIT {MOST}"""
_CHANGES = f"""
SELECT {_DAY}, name, change, organization, title, decided_by, source, count(*) OVER ()
FROM (SELECT DISTINCT a.day, a.published, a.name, a.change, a.organization, a.title, a.decided_by, d.source
      FROM appointments a JOIN documents d USING (document))
ORDER BY 1 DESC NULLS LAST, name, change, organization, title, source LIMIT {MOST}"""
_PAIRS = f"""
WITH seen AS (SELECT DISTINCT name, document, id, occasion FROM appearances)
SELECT a.name, b.name, count(*) AS times, min(coalesce(a.occasion, '')), count(*) OVER ()
FROM seen a JOIN seen b ON a.document = b.document AND a.id = b.id AND a.name < b.name
GROUP BY a.name, b.name ORDER BY times DESC, a.name, b.name LIMIT {MOST}"""
_PROJECTS = f"""
SELECT r.name, r.place, r.owner, r.status, r.investment.value, r.investment.unit, d.published, d.source, count(*) OVER ()
FROM projects r JOIN documents d USING (document)
ORDER BY r.investment.unit = '元' DESC NULLS LAST, r.investment.value DESC NULLS LAST, r.name, d.source LIMIT {MOST}"""
_STATUSES = """
SELECT status, count(*), coalesce(sum(investment.value) FILTER (investment.unit = '元'), 0)
FROM projects GROUP BY status ORDER BY status NULLS LAST"""
_SPAN = """CASE WHEN ends IS NULL THEN 'none' WHEN begins IS NULL THEN 'until'
  WHEN month(begins) = 1 AND day(begins) = 1 AND ends - begins >= 364 THEN 'year'
  WHEN month(begins) = 1 AND day(begins) = 1 AND ends - begins > 31 THEN 'to_date'
  WHEN ends - begins <= 15 THEN 'days' WHEN ends - begins <= 31 THEN 'month'
  WHEN ends - begins <= 92 THEN 'quarter' ELSE 'longer' END"""
_KIND = "outlet, subject, indicator, unit, nature, changes, basis, span"
_SERIES = f"""
WITH told AS (
  SELECT coalesce(outlet, '') AS outlet, coalesce(subject, '') AS subject, indicator, unit, nature,
    change IS NOT NULL AS changes, coalesce(basis, '') AS basis, published,
    try_cast(period_start AS DATE) AS begins, try_cast(period_end AS DATE) AS ends,
    CASE WHEN change = 'decrease' THEN -value ELSE value END AS value
  FROM figures
), point AS (
  SELECT * EXCLUDE (begins, ends), {_SPAN} AS span, coalesce(ends, published) AS day FROM told
), newest AS (
  SELECT * FROM point WHERE day IS NOT NULL AND value IS NOT NULL
  QUALIFY published IS NOT DISTINCT FROM max(published) OVER (PARTITION BY {_KIND}, day)
), one AS (
  SELECT {_KIND}, day, min(value) AS value FROM newest GROUP BY ALL HAVING min(value) = max(value)
), run AS (
  SELECT {_KIND}, list(day ORDER BY day) AS days, list(value ORDER BY day) AS numbers
  FROM one GROUP BY ALL HAVING count(*) > 1
)
SELECT {_KIND}, days, numbers, count(*) OVER () FROM run
ORDER BY len(days) DESC, {_KIND} LIMIT 100"""
_MEETINGS = f"""
SELECT try_cast(r.date['start'] AS DATE) AS day, r.name, r.kind, r.place, r.organizer,
  list_slice(list_distinct(list_concat(r.chair, r.speakers)), 1, 6), d.source, count(*) OVER ()
FROM meetings r JOIN documents d USING (document)
ORDER BY day DESC NULLS LAST, r.name, d.source LIMIT {MOST}"""
_DAYS = """
SELECT try_cast(date['start'] AS DATE) AS day, count(*) FROM meetings
WHERE day IS NOT NULL AND date.precision IN ('day', 'range') GROUP BY day ORDER BY day"""
_SIZE = """
SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM articles), (SELECT count(*) FROM meetings),
  (SELECT count(*) FROM visits), (SELECT count(*) FROM officials), (SELECT count(*) FROM projects),
  (SELECT count(*) FROM statistics), (SELECT min(published) FROM documents), (SELECT max(published) FROM documents)"""


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post of a person, with the days on which a page shows it; a name is not yet a person."""

    name: str
    organization: str | None
    title: str
    days: tuple[date, ...]
    pages: int
    times: int


@dataclass(frozen=True, slots=True)
class Change:
    """An appointment, election, removal or proposal; the day of its page where it says none."""

    day: date | None
    name: str
    change: str
    organization: str | None
    title: str
    by: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people who were at the same meetings or visits: how often, and at which one."""

    left: str
    right: str
    times: int
    occasion: str


@dataclass(frozen=True, slots=True)
class Work:
    """A project as one page tells of it."""

    name: str
    place: str | None
    owner: str | None
    status: str | None
    investment: Decimal | None
    unit: str | None
    published: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How many projects have a status, and what they cost in yuan."""

    status: str | None
    count: int
    investment: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator for periods of one kind, one a day; a decrease is below zero.

    Of a day that is told with several values, the one printed last stands: a figure revised. Where one day's pages
    differ, the day is left out.
    """

    outlet: str
    subject: str
    indicator: str
    unit: str
    nature: str
    changes: bool
    basis: str
    span: str
    days: tuple[date, ...]
    numbers: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting."""

    day: date | None
    name: str
    kind: str
    place: str | None
    organizer: str | None
    people: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is, and of which days."""

    documents: int
    articles: int
    meetings: int
    visits: int
    officials: int
    projects: int
    statistics: int
    first: date | None
    last: date | None


Item = TypeVar("Item")
Answer: TypeAlias = tuple[tuple[Item, ...], int]
"""Rows, and how many there are in all."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """All that a view shows of an archive."""

    size: Size
    tenures: Answer[Tenure]
    changes: Answer[Change]
    pairs: Answer[Pair]
    projects: Answer[Work]
    standings: tuple[Standing, ...]
    series: Answer[Series]
    meetings: Answer[Gathering]
    days: tuple[tuple[date, int], ...]


def read_corpus(path: Path) -> Corpus:
    """Return what an archive says.

    Raises:
        ExtraError: duckdb is not installed.
        StoreError: it is no archive of newsie, of another version, or in use.
    """
    with _opened(path) as ask:
        return Corpus(
            size=Size(*ask(_SIZE)[0]),
            tenures=_answer(Tenure, ask(_TENURES)),
            changes=_answer(Change, ask(_CHANGES)),
            pairs=_answer(Pair, ask(_PAIRS)),
            projects=_answer(Work, ask(_PROJECTS)),
            standings=tuple(Standing(*row) for row in ask(_STATUSES)),
            series=_answer(Series, ask(_SERIES)),
            meetings=_answer(Gathering, ask(_MEETINGS)),
            days=tuple((day, count) for day, count in ask(_DAYS)),
        )


Rows: TypeAlias = "list[tuple[Any, ...]]"


@contextmanager
def _opened(path: Path) -> Iterator[Callable[[str], Rows]]:
    if not path.is_file():
        raise StoreError(f"{path} does not exist")
    config: dict[str, object] = {"memory_limit": _MEMORY, "threads": 2, "enable_external_access": False}
    connection = connect(path, config, read_only=True)
    fault = require("duckdb").Error
    try:

        def ask(query: str) -> Rows:
            found: Rows = connection.execute(query).fetchall()
            return found

        ((made,),) = ask("SELECT max(value) FROM about WHERE name = 'schema_version'")
        if made != SCHEMA_VERSION:
            raise StoreError(f"{path} is of version {made}, not {SCHEMA_VERSION}: begin a new file")
        for view in VIEWS:  # an archive may be older than a view
            connection.execute(view.replace("OR REPLACE VIEW", "OR REPLACE TEMP VIEW"))
        yield ask
    except fault as error:
        raise StoreError(f"{path} is no archive of newsie: {str(error).splitlines()[0]}") from None
    finally:
        connection.close()


def _answer(made: Callable[..., Item], rows: Rows) -> Answer[Item]:
    """Return rows as what they are; the last column of each says how many there are in all."""
    return tuple(made(*map(_frozen, row[:-1])) for row in rows), rows[0][-1] if rows else 0


def _frozen(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
