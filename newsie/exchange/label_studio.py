"""Label Studio: tasks with pre-annotations, and the labelling interface that goes with them.

Label Studio counts characters (since 2022; before that UTF-16 units), and keeps the words of each region beside
its places: when a page comes back, that counting is believed by which more of the words are right.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from newsie.errors import SourceError
from newsie.exchange.drafts import owner_of
from newsie.exchange.marks import CHOICES, HEADS, MENTIONS, Link, Marks, Span, labels
from newsie.exchange.offsets import Counting, Units
from newsie.exchange.sheets import KEY, Sheet, unpacked
from newsie.records import Extraction
from newsie.version import __version__

USUAL: Counting = "code-points"
_COLORS = {
    "meeting": "#1f77b4",
    "visit": "#2ca02c",
    "official": "#d62728",
    "project": "#9467bd",
    "statistic": "#8c564b",
    "statement": "#e377c2",
}
_NAME_COLOR = "#7f7f7f"


def to_label_studio(sheets: Iterable[Sheet], counting: Counting = USUAL) -> str:
    """Return tasks for Label Studio, as JSON to import."""
    tasks = [_task(sheet, counting) for sheet in sheets]
    return json.dumps(tasks, ensure_ascii=False, indent=1) + "\n"


def interface() -> str:
    """Return the labelling interface of a project that shows such tasks: XML.

    >>> interface().splitlines()[0]
    '<View>'
    """
    shown = [
        f"    <Label value={quoteattr(label)} background={quoteattr(_COLORS.get(label.partition('.')[0], _NAME_COLOR))}/>"
        for label in (*labels(), *MENTIONS)
    ]
    relations = sorted({label.partition(".")[2] for label in labels()} | {"next", "statements"})
    choices = [
        f'  <Choices name={quoteattr(name)} toName="text" perRegion="true" whenTagName="label" '
        f"whenLabelValue={quoteattr(_heads(name))}>{''.join(f'<Choice value={quoteattr(value)}/>' for value in values)}</Choices>"
        for name, values in CHOICES.items()
    ]
    return "\n".join(
        [
            "<View>",
            "  <Style>.htx-text{ white-space: pre-wrap; }</Style>",
            '  <Labels name="label" toName="text">',
            *shown,
            "  </Labels>",
            '  <Text name="text" value="$text" granularity="symbol"/>',
            "  <Relations>",
            *(f"    <Relation value={quoteattr(name)}/>" for name in relations),
            "  </Relations>",
            *choices,
            "</View>",
            "",
        ]
    )


def _heads(name: str) -> str:
    kind = name.partition(".")[0]
    return ",".join(f"{kind}.{field}" for field in HEADS[kind])


def _task(sheet: Sheet, counting: Counting) -> dict[str, object]:
    units = Units(sheet.text)
    marks = sheet.marks
    ids = {span: f"s{at}" for at, span in enumerate(marks.spans)}

    def value(span: Span) -> dict[str, object]:
        start, end = (units.of(at) if counting == "utf-16" else at for at in (span.start, span.end))
        return {"start": start, "end": end, "text": sheet.text[span.start : span.end]}

    regions: list[dict[str, object]] = [
        {
            "id": ids[span],
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {**value(span), "labels": [span.label]},
        }
        for span in marks.spans
    ]
    chosen: list[dict[str, object]] = [
        {
            "id": ids[span],
            "from_name": name,
            "to_name": "text",
            "type": "choices",
            "value": {**value(span), "choices": [choice]},
        }
        for span, name, choice in marks.choices or ()
    ]
    links: list[dict[str, object]] = [
        {
            "from_id": ids[link.head],
            "to_id": ids[link.tail],
            "type": "relation",
            "direction": "right",
            "labels": [link.kind],
        }
        for link in marks.links or ()
    ]
    data = {"text": sheet.text, "source": sheet.result.source, KEY: sheet.carried(counting)}
    result = [*regions, *chosen, *links]
    return {"data": data, "predictions": [{"model_version": f"newsie {__version__}", "result": result}]}


def from_label_studio(content: str, where: str, counting: Counting | None = None) -> Iterator[Extraction]:
    """Yield the corrected results of a project that was exported as JSON.

    Of a task's annotations the last counts that was not cancelled; of one that nobody annotated, the prediction,
    and where only the prediction's number was exported, the result as it was.

    Raises:
        SourceError: it is something else.
    """
    try:
        tasks = json.loads(content)
    except ValueError as error:
        raise SourceError(f"{where}: no JSON: {error}") from None
    if not isinstance(tasks, list):
        raise SourceError(
            f"{where}: no export of Label Studio: a list of tasks is wanted, JSON and not JSON-MIN"
        )
    for number, task in enumerate(tasks, 1):
        place = f"{where}, task {number}"
        try:
            yield _read(task, place, counting)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise SourceError(f"{place}: not as Label Studio exports it: {error!r}") from None


def _read(task: Mapping[str, Any], where: str, counting: Counting | None) -> Extraction:
    data = task["data"]
    came = unpacked(data.get(KEY), data["text"], where)
    result = _result(task)
    if result is None:
        return came.sheet.result
    units = Units(came.sheet.text)
    used = counting or _counting(result, units, came.counting)

    def span(entry: Mapping[str, Any]) -> Span | None:
        value = entry["value"]
        names = value.get("labels") or [""]
        start, end = (
            units.at(at) if used == "utf-16" else at for at in (int(value["start"]), int(value["end"]))
        )
        return Span(start, end, names[0])

    regions = {entry["id"]: span(entry) for entry in result if entry.get("type") == "labels"}
    known = {name: found for name, found in regions.items() if found is not None}
    links = [
        link
        for entry in result
        if entry.get("type") == "relation" and entry["from_id"] in known and entry["to_id"] in known
        for link in _links(entry, known[entry["from_id"]], known[entry["to_id"]])
    ]
    choices = [
        (known[entry["id"]], entry["from_name"], entry["value"]["choices"][0])
        for entry in result
        if entry.get("type") == "choices"
        and entry["id"] in known
        and entry["value"]["choices"][0] in CHOICES.get(entry["from_name"], ())
    ]
    return came.sheet.corrected(Marks(tuple(sorted(set(known.values()))), tuple(links), tuple(choices)))


def _links(entry: Mapping[str, Any], first: Span, second: Span) -> list[Link]:
    """Return the links that a relation stands for; an arrow to the left goes back."""
    head, tail = (second, first) if entry.get("direction") == "left" else (first, second)
    return [Link(head, tail, name) for name in entry.get("labels") or [_meant(head, tail)]]


def _meant(head: Span, tail: Span) -> str:
    """Return the kind of a relation that a person drew without naming it."""
    if head.label == tail.label:
        return "next"
    return "statements" if owner_of(tail) == "statement" != owner_of(head) else tail.label.partition(".")[2]


def _result(task: Mapping[str, Any]) -> Sequence[Mapping[str, Any]] | None:
    """Return what is marked in a task; None if nobody has annotated it and its prediction was not exported."""
    done = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
    guessed = [one for one in task.get("predictions") or () if isinstance(one, dict)]
    made = done or guessed
    return made[-1]["result"] if made else None


def _counting(result: Sequence[Mapping[str, Any]], units: Units, known: Counting) -> Counting:
    """Return the counting by which more regions have their words."""
    if not units.differ:
        return known
    right: dict[Counting, int] = {"code-points": 0, "utf-16": 0}
    for entry in result:
        value = entry.get("value") or {}
        if entry.get("type") != "labels" or "text" not in value:
            continue
        start, end = int(value["start"]), int(value["end"])
        right["code-points"] += units.text[start:end] == value["text"]
        right["utf-16"] += units.text[units.at(start) : units.at(end)] == value["text"]
    if right["code-points"] == right["utf-16"]:
        return known
    return max(right, key=lambda one: right[one])
