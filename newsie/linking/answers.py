"""Questions to a registry, each answered by a DataFrame with evidence (查询)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from newsie.errors import NewsieError
from newsie.extras import require
from newsie.linking.names import Scope, read_name
from newsie.linking.places import city_of
from newsie.linking.posts import counted_title
from newsie.linking.projects import core, counted_name
from newsie.values import read_day

if TYPE_CHECKING:
    import duckdb
    import pandas as pd

_HOLDERS = """
SELECT p.id AS person, p.name, o.id AS body, o.name AS organization, o.place, t.title, t."first", t."last", t.count,
       p.score,
       (SELECT string_agg(r.id, ' ' ORDER BY r.id) FROM reviews r
        WHERE r.status = 'needs_review' AND p.id IN (r.left_id, r.right_id)) AS reviews,
       t.document, t.article, t.text, t.segments, t.last_document, t.last_article, t.last_text, t.last_segments
FROM tenures t
JOIN people p ON p.id = t.person
JOIN (
    SELECT organization, key FROM organization_keys
    UNION SELECT organization, regexp_replace(key, '政府$', '') FROM organization_keys WHERE key LIKE '%|政府'
) k ON k.key = t.key  -- 市长 is the post of a place, and of its government
JOIN organizations o ON o.id = k.organization
WHERE o.id IN (SELECT unnest($bodies))
  AND t.title = $title AND ($place IS NULL OR starts_with(o.place, $place) OR o.area = $place)
"""
_ON = (  # the query of who held it, with the days set beside the day asked for
    "WITH held AS ("  # noqa: S608 - both parts are ours, what is asked for is a parameter
    + _HOLDERS
    + """),
placed AS (
    SELECT *, CASE WHEN "first" <= $day AND "last" >= $day THEN 'seen before and after'
                   WHEN "last" < $day THEN 'last seen before' ELSE 'first seen after' END AS basis
    FROM held),
ranked AS (
    SELECT *, bool_or(basis = 'seen before and after') OVER (PARTITION BY body) AS known,
           rank() OVER (PARTITION BY body, basis ORDER BY CASE basis WHEN 'last seen before' THEN "last" END DESC,
                        CASE basis WHEN 'first seen after' THEN "first" END) AS nth
    FROM placed)
SELECT * EXCLUDE (known, nth) FROM ranked WHERE basis = 'seen before and after' OR (NOT known AND nth = 1)
ORDER BY organization, body, "first", name, person
"""
)
_CAREER = """
SELECT p.id AS person, p.name, coalesce(o.name, t.organization) AS organization, o.place, t.title, t."first",
       t."last", t.count, p.score, p.reasons,
       (SELECT string_agg(r.id, ' ' ORDER BY r.id) FROM reviews r
        WHERE r.status = 'needs_review' AND p.id IN (r.left_id, r.right_id)) AS reviews,
       t.document, t.article, t.text, t.segments, t.last_document, t.last_article, t.last_text, t.last_segments
FROM people p
LEFT JOIN tenures t ON t.person = p.id
LEFT JOIN organization_keys k ON k.key = t.key AND t.organization IS NOT NULL
LEFT JOIN organizations o ON o.id = k.organization
WHERE p.id = $name OR p.id IN (SELECT person FROM person_names WHERE name = $name)
ORDER BY p.id, t."first", t."last", organization, t.title
"""
_TIMELINE = """
SELECT p.id AS project, p.name, s.day, s.status, s.progress, s.milestone, s.warning, s.sources,
       s.document, s.article, s.text, s.segments
FROM projects p JOIN stages s ON s.project = p.id
WHERE p.id IN (SELECT unnest($projects))
ORDER BY p.id, s.day, s.status, s.milestone, s.document
"""
_FIGURES = """
SELECT s.id AS series, s.subject_name AS subject, s.indicator, p.start, p."end", p.precision, p.value, p.value_max,
       p.unit, p.qualifier, p.nature, p.change, p.basis, p.subject AS scope, p.published, p.warnings, p.sources,
       p.document, p.article, p.text, p.segments
FROM series s JOIN points p ON p.series = s.id
WHERE ($subject IS NULL OR s.id = $subject OR s.subject_name = $subject OR s.subject IN (
         SELECT key FROM organization_keys WHERE organization IN (SELECT unnest($bodies))))
  AND ($indicator IS NULL OR contains(s.indicator, $indicator)) AND ($unit IS NULL OR p.unit = $unit)
ORDER BY s.subject, s.indicator, s.id, p.change IS NOT NULL, p.basis, p.unit, p."end", p.start, p.published, p.value, p.document
"""
_REVIEWS = "SELECT * FROM reviews WHERE status = 'needs_review' ORDER BY kind, score DESC, id"


class Answers:
    """What a registry can be asked.

    Args:
        connection: an open database that has the tables of a registry.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def holders(
        self, body: str, title: str, *, on: str | date | None = None, place: str | None = None
    ) -> pd.DataFrame:
        """Return who held a post, by time, with where each is seen first and last.

        Args:
            body: any name of the body (区管委会); one that no page has is read as those of the registry's cities.
            title: the post (主任).
            on: a day, a date or ISO 8601: who is seen in the post before and after it; where nobody is, who was seen last
                before and first after it. The column `basis` says which.
            place: the name of the city or county, where bodies of several places have the name.

        Raises:
            DateError: `on` is no day.
            NewsieError: pandas is not installed.
        """
        asked = {"bodies": self._bodies(body), "title": counted_title(title), "place": place}
        if on is None:
            return self._frame(f'{_HOLDERS} ORDER BY o.name, o.place, t."first", p.name, p.id', asked)
        return self._frame(_ON, {**asked, "day": read_day(on).isoformat()})

    def career(self, name: str) -> pd.DataFrame:
        """Return the posts of each person who has a name, by time; a person's id may stand for the name."""
        return self._frame(_CAREER, {"name": name})

    def timeline(self, project: str) -> pd.DataFrame:
        """Return the course of each project that has a name, by day; an id may stand for the name.

        A name that no page has is read as newsie counts names: 洛阳市科技馆项目 where pages write 市科技馆.
        """
        found = self.column(
            "SELECT id FROM projects WHERE id = $1 UNION SELECT project FROM project_names WHERE name = $1",
            [project],
        )
        return self._frame(_TIMELINE, {"projects": found or self._projects(core(project))})

    def _projects(self, name: str) -> list[str]:
        """Return the ids of the projects that have a name in the form it is counted under."""
        rows = self.connection.execute(
            "SELECT p.id, n.name, p.area FROM projects p JOIN project_names n ON n.project = p.id"
        ).fetchall()
        cities = {area: city_of(area) for _, _, area in rows}
        asked = {city: counted_name(name, city) for city in cities.values()}
        return sorted(
            {
                key
                for key, written, area in rows
                if counted_name(core(written), cities[area]) == asked[cities[area]]
            }
        )

    def series(
        self, subject: str | None = None, indicator: str | None = None, unit: str | None = None
    ) -> pd.DataFrame:
        """Return the figures of series, by time, with what keeps one from being compared with the others.

        Args:
            subject: any name of the body or place, or the id of a series.
            indicator: words that the indicator contains.
            unit: the unit.
        """
        bodies = self._bodies(subject or "")
        return self._frame(
            _FIGURES, {"subject": subject, "bodies": bodies, "indicator": indicator, "unit": unit}
        )

    def reviews(self) -> pd.DataFrame:
        """Return the pairs that wait for a decision, the likeliest first."""
        return self._frame(_REVIEWS, {})

    def alike(self, kind: str, name: str) -> list[str]:
        """Return names of a person, organization or project that contain `name` or lie in it, five at most."""
        query = (
            f"SELECT DISTINCT name FROM {kind}_names"  # noqa: S608 - a kind of ours
            " WHERE length(name) > 1 AND (contains(name, $1) OR contains($1, name)) AND $1 <> ''"
            " ORDER BY abs(length(name) - length($1)), name LIMIT 5"
        )
        return self.column(query, [name])

    def repeated(self) -> list[str]:
        """Return the sources that more than one document has: pages whose text, day or newspaper has changed."""
        return self.column("SELECT source FROM documents GROUP BY source HAVING count(*) > 1 ORDER BY source")

    def counts(self) -> list[tuple[str, int]]:
        """Return how many of each kind there are."""
        query = "SELECT count(*) FROM "
        kinds = ("documents", "people", "organizations", "projects", "series", "stories", "reviews")
        return [(kind, self.connection.execute(query + kind).fetchall()[0][0]) for kind in kinds]

    def _bodies(self, name: str) -> list[str]:
        """Return the ids of the bodies of a name; of one that no page has, those that it would be in the cities of pages.

        Where pages write 市人民政府 and 交通运输局, 市政府 and 交通局 are the same.
        """
        found = self.column("SELECT DISTINCT organization FROM organization_names WHERE name = $1", [name])
        if found or not name:
            return found
        homes = self.column("SELECT DISTINCT home FROM documents WHERE home <> ''")
        keys = sorted({read_name(name, Scope(home, "~")).key for home in homes})
        return self.column(
            "SELECT DISTINCT organization FROM organization_keys WHERE key IN (SELECT unnest($1))", [keys]
        )

    def _frame(self, query: str, asked: Mapping[str, object]) -> pd.DataFrame:
        require("pandas", "link")
        return self.connection.execute(query, asked).df()

    def column(self, query: str, asked: Sequence[object] = ()) -> list[str]:
        """Return the first column of a query's rows."""
        return [row[0] for row in self.connection.execute(query, list(asked)).fetchall()]


def is_registry(connection: duckdb.DuckDBPyConnection) -> bool:
    """Tell whether a database is a registry, of this version or another."""
    query = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'registry'"
    return bool(connection.execute(query).fetchall()[0][0])


def check_tables(connection: duckdb.DuckDBPyConnection, path: str, version: str) -> None:
    """Make sure that a database is a registry of this version.

    Raises:
        NewsieError: it is not.
    """
    if not is_registry(connection):
        raise NewsieError(
            f"{path} is no registry of newsie; make one with: newsie link RECORDS --out NAME.duckdb"
        )
    found = connection.execute("SELECT format FROM registry").fetchall()[0][0]
    if found != version:
        raise NewsieError(
            f"{path} was made by another version (format {found}, not {version}); link again, with --afresh"
        )
