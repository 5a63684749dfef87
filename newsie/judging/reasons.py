"""The signals by name, each with its meaning in plain words (征象与理由).

A signal's place is its bit in the numbers that `newsie.judging.signals` makes.
"""

from __future__ import annotations

REASONS: tuple[tuple[str, str], ...] = (
    ("one-vote", "one vote only for a name"),
    ("unvoted", "no name known by a vote"),
    ("again", "a name known by another place of the page"),
    ("headline", "from the headline"),
    ("sentence", "from another sentence"),
    ("paragraph", "from another paragraph"),
    ("apart", "joined from words that stand apart"),
    ("damaged", "damaged text in it"),
    ("edge", "its words begin or end strangely"),
    ("clauses", "its words go over a comma"),
    ("long", "unusually long"),
    ("short", "unusually short"),
    ("many", "many members"),
    ("crowded", "many figures in its sentence"),
    ("rival", "another body, place or work stands between"),
    ("body", "a body, where something of it may be meant"),
    ("area", "a whole area, where something in it may be meant"),
    ("rivals", "several bodies, places or works stand between"),
    ("beside", "a work is named in its sentence"),
    ("named", "the name of a body, a place or a work stands in it"),
    ("gap", "other words stand between it and the figure"),
    ("digits", "digits in it"),
    ("after", "from words behind the figure"),
    ("vague", "a vague time"),
    ("inferred", "its year is inferred"),
    ("quoted", "within quotation marks"),
    ("bare", "little else is known of it"),
    ("ahead", "a target or a standard"),
    ("changing", "itself a change"),
    ("headless", "its article has no headline"),
    ("doubtful", "its article is doubtful"),
    ("picture", "its article is a picture or a brief"),
    ("open", "its article ends within a sentence"),
    ("only", "its article is the only one"),
    ("loose", "an article of its page has no headline or end"),
)
"""The signals, each with its meaning in plain words; a signal's place is its bit."""

DOUBTED = "found by a rule that is often wrong"
"""Said of a field whose rule, which its evidence names, lowers the chance most."""

BITS = {name: 1 << place for place, (name, _) in enumerate(REASONS)}
