"""Case files of Recognizers-Text and JioNLP, and the list of those set aside."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

from .answer import Answer, Case, Days, Kind

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

FILES: dict[str, Kind] = {
    "recognizers_numbers": "number",
    "recognizers_percentages": "share",
    "recognizers_currency": "currency",
    "recognizers_dimensions": "dimension",
    "recognizers_dates": "date",
    "recognizers_date_periods": "date",
    "recognizers_datetimes": "date",
    "jionlp_times": "date",
    "jionlp_money": "money",
}
_CHINA = timezone(timedelta(hours=8))
_NO_SUCH_DAY = "0001-01-01"


def load(folder: Path) -> dict[str, tuple[Case, ...]]:
    """Return the cases that count, by the name of their file."""
    found = {}
    for name, kind in FILES.items():
        for path in (folder / f"{name}.json", folder / f"{name}.jsonl"):
            if path.exists():
                found[name] = tuple(_case(name, kind, entry) for entry in _entries(path) if entry["counts"])
    return found


def set_aside(path: Path, cases: dict[str, tuple[Case, ...]]) -> dict[tuple[str, str], str]:
    """Return the reasons for which cases are set aside, by file and text.

    Raises:
        ValueError: when more than one in eight of a file is set aside, or a line fits no case.
    """
    listed = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line and not line.startswith("#"):
            file, text, reason = line.split("\t")
            listed[file, text] = reason
    for name, counting in cases.items():
        texts = [case.text for case in counting]
        mine = [text for file, text in listed if file == name]
        if 8 * sum(texts.count(text) for text in mine) > len(texts):
            message = f"{name}: more than one in eight is set aside"
            raise ValueError(message)
        if strangers := set(mine) - set(texts):
            message = f"{name}: no such case: {sorted(strangers)}"
            raise ValueError(message)
    return listed


def _entries(path: Path) -> Iterator[dict[str, Json]]:
    written = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        yield from (json.loads(line) for line in written.splitlines() if line)
    else:
        yield from json.loads(written)


def _case(name: str, kind: Kind, entry: dict) -> Case:
    if kind == "money":
        return Case(name, kind, entry["text"], None, (_money(entry),))
    if name.startswith("jionlp"):
        return Case(name, kind, entry["text"], _reference(entry["reference"]), (_time(entry),))
    text, results = entry["Input"], entry["Results"]
    if kind == "date":
        reference = date.fromisoformat(entry["Context"]["ReferenceDateTime"][:10])
        kept = [result for result in results if _of_days(result)]
        spans = tuple(_span(result) for result in results if not _of_days(result))
        return Case(name, kind, text, reference, tuple(_dated(each, reference) for each in kept), spans)
    return Case(name, kind, text, None, tuple(_valued(result) for result in results))


def _span(result: dict) -> tuple[int, int]:
    end = result["End"] + 1 if "End" in result else result["Start"] + result["Length"]
    return result["Start"], end


def _valued(result: dict) -> Answer:
    """Read a number, share, currency or dimension; a unit named without a number has no value."""
    resolution = result.get("Resolution") or {}
    written = resolution.get("value")
    value = None if written is None else Decimal(written.rstrip("%"))
    unit = "%" if written and written.endswith("%") else resolution.get("unit", "")
    return Answer(result["Text"], result["Start"], value, unit=unit)


def _money(entry: dict) -> Answer:
    wanted = entry["expected"]
    number = wanted["num"]
    low, high = number if isinstance(number, list) else (number, None)
    return Answer(
        entry["text"],
        0,
        Decimal(low),
        None if high is None else Decimal(high),
        unit=wanted["case"],
        hedged=wanted["definition"] != "accurate",
    )


def _reference(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, _CHINA).date()


def _time(entry: dict) -> Answer:
    first, last = entry["expected"]["time"]
    return Answer(entry["text"], 0, days=((_day(first), _day(last)),))


def _day(moment: str) -> str | None:
    return None if "inf" in moment else moment[:10]


def _of_days(result: dict) -> bool:
    return (result.get("TypeName") or result["Type"]).rpartition(".")[2] in {"date", "daterange"}


def _dated(result: dict, reference: date) -> Answer:
    values = (
        [value for value in result["Resolution"]["values"] if value]
        if "Resolution" in result
        else [result["Value"][key] | {"timex": result["Value"]["Timex"]} for key in _CANDIDATES]
    )
    days = [pair for value in values for pair in candidates(value, reference)]
    season = not days and not any(_NO_SUCH_DAY in str(value) for value in values) and "range" in str(result)
    return Answer(result["Text"], result["Start"], days=tuple(days), free=season)


_CANDIDATES = ("PastResolution", "FutureResolution")


def candidates(value: dict, reference: date) -> Iterator[Days]:
    """Yield the intervals of days, both ends inclusive, that one resolution of Recognizers may mean."""
    day = value.get("date") or (value.get("value") if value.get("type", "date") == "date" else None)
    if day and day[:4].isdigit() and day != _NO_SUCH_DAY:
        yield day[:10], day[:10]
    start = value.get("start") or value.get("startDate")
    end = value.get("end") or value.get("endDate")
    for first in _firsts(start, value) if start else [None]:
        for last in _lasts(end, value, reference) if end else [None]:
            if first or last:
                yield first, last


def _firsts(start: str, value: dict) -> list[str]:
    """之后 of a single day begins the day after or on the day, as one reads it."""
    single = value.get("Mod") == "after" and value.get("sourceEntity") == "datetimepoint"
    return [start[:10], _moved(start, 1)] if single else [start[:10]]


def _lasts(end: str, value: dict, reference: date) -> list[str]:
    """The last day is exclusive; where two days are written (7月4日到7月6日) the second is the last one.

    A stretch that ends on the day of reference (近三年) may take that day in.
    """
    day, timex = end[:10], value.get("timex", "")
    written = timex.startswith("(") and timex.endswith("D)")
    until = value.get("sourceEntity") == "datetimepoint"
    moving = timex.endswith(("Y)", "M)")) and not day.endswith("-01")
    if written or until or moving or day == reference.isoformat():
        return [day, _moved(end, -1)]
    return [_moved(end, -1)]


def _moved(day: str, by: int) -> str:
    return (date.fromisoformat(day[:10]) + timedelta(days=by)).isoformat()
