"""Which fields of records are compared, and when two values are the same."""

from __future__ import annotations

from typing import NamedTuple

from newsie.evaluation.likeness import Same, alike, equal, same_days, same_name, same_quantity


class Compared(NamedTuple):
    """A field that is compared.

    Attributes:
        name: its name.
        same: when two values are the same.
        several: whether it holds several values.
    """

    name: str
    same: Same
    several: bool = False


MEETING = (
    Compared("name", alike(0.8)),
    Compared("kind", equal),
    Compared("organizer", alike(0.6)),
    Compared("date", same_days),
    Compared("place", alike(0.6)),
    Compared("chair", same_name, several=True),
    Compared("speakers", same_name, several=True),
    Compared("attendees", same_name, several=True),
    Compared("groups", alike(0.7), several=True),
    Compared("headcount", same_quantity),
    Compared("documents", alike(0.8), several=True),
)
VISIT = (
    Compared("lead", same_name, several=True),
    Compared("companions", same_name, several=True),
    Compared("organizer", alike(0.6)),
    Compared("purpose", alike(0.5)),
    Compared("date", same_days),
    Compared("places", alike(0.7), several=True),
    Compared("headcount", same_quantity),
)
PROJECT = (
    Compared("name", alike(0.7)),
    Compared("place", alike(0.6)),
    Compared("owner", alike(0.6)),
    Compared("investment", same_quantity),
    Compared("land_area", same_quantity),
    Compared("floor_area", same_quantity),
    Compared("status", equal),
    Compared("progress", same_quantity),
)
STATISTIC = (
    Compared("quantity", same_quantity),
    Compared("subject", alike(0.6)),
    Compared("indicator", alike(0.65)),
    Compared("nature", equal),
    Compared("change", equal),
    Compared("basis", alike(0.6)),
)

VERBATIM: dict[str, tuple[str, ...]] = {
    "meeting": (
        "name",
        "organizer",
        "date",
        "place",
        "chair",
        "speakers",
        "attendees",
        "groups",
        "headcount",
        "documents",
    ),
    "visit": ("lead", "companions", "organizer", "purpose", "date", "places", "headcount"),
    "official": ("name",),
    "project": ("name", "place", "owner", "investment", "land_area", "floor_area", "progress"),
    "statistic": ("subject", "indicator", "quantity", "period"),
}
"""Fields that hold words of the page and so must have evidence."""
