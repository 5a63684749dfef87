"""Views of the database: the questions that are asked most."""

from __future__ import annotations

_SAID = "d.published, d.outlet, a.headline"
_FROM = """JOIN documents d ON d.document = r.document
JOIN articles a ON a.document = r.document AND a.id = r.article"""

FIGURES = f"""CREATE OR REPLACE VIEW figures AS
SELECT {_SAID}, r.subject, r.indicator, r.quantity.value AS value, r.quantity.value_max AS value_max,
  r.quantity.unit AS unit, r.quantity.qualifier AS qualifier, r.period.text AS period,
  r.period['start'] AS period_start, r.period['end'] AS period_end, r.nature, r.change, r.basis, r.document, r.id
FROM statistics r {_FROM}"""
"""Statistics, one figure a row."""

PEOPLE = """CREATE OR REPLACE VIEW people AS
SELECT r.name, post.organization, post.title, d.published, d.outlet, r.document, r.id
FROM officials r JOIN documents d ON d.document = r.document, UNNEST(r.posts) AS t(post)"""
"""Officials, one post a row."""

APPOINTMENTS = """CREATE OR REPLACE VIEW appointments AS
SELECT r.name, a.change, a.organization, a.title, a.date['start'] AS day, a.by AS decided_by, d.published, d.outlet, r.document, r.id
FROM officials r JOIN documents d ON d.document = r.document, UNNEST(r.appointments) AS t(a)"""
"""Appointments and removals, one change of post a row."""

SPEECHES = f"""CREATE OR REPLACE VIEW speeches AS
SELECT {_SAID}, r.speaker, r.verb, r.text, m.name AS meeting, r.document, r.id
FROM statements r {_FROM} LEFT JOIN meetings m ON m.document = r.document AND m.id = r.record"""
"""Statements, with the meeting they were made at."""

_ROLES = (
    ("meetings", "name", ("chair", "speakers", "attendees")),
    ("visits", "purpose", ("lead", "companions")),
)
APPEARANCES = "CREATE OR REPLACE VIEW appearances AS\n" + "\nUNION ALL\n".join(
    f"""SELECT person AS name, '{role}' AS role, '{table}' AS at, r.{title} AS occasion, r.date['start'] AS day,
  {_SAID}, r.document, r.id FROM {table} r {_FROM}, UNNEST(r.{role}) AS t(person)"""
    for table, title, roles in _ROLES
    for role in roles
)
"""Who was at which meeting or visit and as what, one person a row."""

_GROUNDED = ("meetings", "visits", "statements", "officials", "projects", "statistics", "custom")
EVIDENCE = "CREATE OR REPLACE VIEW grounds AS\n" + "\nUNION ALL\n".join(
    f"""SELECT r.document, '{table}' AS kind, r.id, piece.field, piece.text, piece.rule, piece.segments, piece.boxes
FROM {table} r, UNNEST(r.evidence) AS t(piece)"""
    for table in _GROUNDED
)
"""Where each field of each record was read."""

VIEWS = (FIGURES, PEOPLE, APPOINTMENTS, SPEECHES, APPEARANCES, EVIDENCE)
