"""doccano: a line of JSON for each page, with entities and relations, for a project of sequence labelling.

doccano counts UTF-16 units, as browsers do, unless a project counts grapheme clusters: leave that off.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsie.errors import SourceError
from newsie.exchange.marks import Link, Marks, Span
from newsie.exchange.offsets import Counting, Units
from newsie.exchange.sheets import KEY, Sheet, unpacked
from newsie.records import Extraction

USUAL: Counting = "utf-16"


def to_doccano(sheets: Iterable[Sheet], counting: Counting = USUAL) -> str:
    """Return lines of JSON for doccano; the project must allow overlapping entities, and relations."""
    return "".join(f"{json.dumps(_line(sheet, counting), ensure_ascii=False)}\n" for sheet in sheets)


def _line(sheet: Sheet, counting: Counting) -> dict[str, object]:
    units = Units(sheet.text)
    marks = sheet.marks
    ids = {span: at for at, span in enumerate(marks.spans)}

    def place(at: int) -> int:
        return units.of(at) if counting == "utf-16" else at

    return {
        "text": sheet.text,
        "entities": [
            {"id": at, "label": span.label, "start_offset": place(span.start), "end_offset": place(span.end)}
            for span, at in ids.items()
        ],
        "relations": [
            {"id": at, "from_id": ids[link.head], "to_id": ids[link.tail], "type": link.kind}
            for at, link in enumerate(marks.links or ())
        ],
        "source": sheet.result.source,
        KEY: sheet.carried(counting),
    }


def from_doccano(content: str, where: str, counting: Counting | None = None) -> Iterator[Extraction]:
    """Yield the corrected results of a project that was exported as lines of JSON.

    Raises:
        SourceError: it is something else.
    """
    # not splitlines: a line of JSON may hold U+2028
    lines = [line for line in content.split("\n") if line.strip()]
    for number, line in enumerate(lines, 1):
        place = f"{where}, line {number}"
        try:
            yield _read(json.loads(line), place, counting)
        except json.JSONDecodeError as error:
            raise SourceError(f"{place}: not as doccano exports it: no JSON: {error.msg}") from None
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise SourceError(f"{place}: not as doccano exports it: {error!r}") from None


def _read(line: Mapping[str, Any], where: str, counting: Counting | None) -> Extraction:
    kept = line.get(KEY) or (line.get("meta") or {}).get(KEY)
    came = unpacked(kept, line["text"], where)
    units = Units(came.sheet.text)
    used = counting or came.counting

    def span(start: int, end: int, label: str) -> Span:
        return Span(units.at(start), units.at(end), label) if used == "utf-16" else Span(start, end, label)

    if "entities" not in line:
        triples = line.get("label") or line.get("labels") or ()
        return came.sheet.corrected(Marks(tuple(sorted({span(*triple) for triple in triples})), None, None))
    entities = {
        entry["id"]: span(int(entry["start_offset"]), int(entry["end_offset"]), entry["label"])
        for entry in line["entities"]
    }
    links = [
        Link(entities[entry["from_id"]], entities[entry["to_id"]], entry["type"])
        for entry in line.get("relations") or ()
        if entry["from_id"] in entities and entry["to_id"] in entities
    ]
    return came.sheet.corrected(Marks(tuple(sorted(set(entities.values()))), tuple(links), None))
