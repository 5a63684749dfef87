"""What other libraries answer, each through the functions it offers for running text and for whole strings.

A library gives one or more readings of a text; a case is passed if any of them is right.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from importlib import import_module
from importlib.metadata import version
from typing import Any, ClassVar, Protocol

from .answer import Answer, Days, Kind
from .cases import candidates
from .ours import Newsie


class System(Protocol):
    """A library that is compared: its name, the packages it needs, and what it finds."""

    name: str
    packages: str

    def readings(self, kind: Kind, text: str, reference: date | None) -> list[list[Answer]] | None:
        """Return what the library finds of one kind in a text, or None if it does not do that kind."""

    def quantities(self, text: str) -> list[Answer]:
        """Return every quantity that it finds in running text."""

    def run(self, text: str) -> None:
        """Find and read all dates and amounts of a text, as far as the library does."""


class Ours:
    """newsie, whose words for a numeral must be right as well as its value."""

    name = "newsie"
    packages = ""

    def readings(self, kind: Kind, text: str, reference: date | None) -> list[list[Answer]] | None:
        """Return what newsie finds, its one reading."""
        return [Newsie().answers(kind, text, reference)]

    def quantities(self, text: str) -> list[Answer]:
        """Return newsie's amounts."""
        return Newsie().answers("money", text, None)

    def run(self, text: str) -> None:
        """Find all literals."""
        Newsie().run(text)


class JioNLP:
    """JioNLP: `parse_time`, `parse_money` for a whole string, `ner.extract_…` for running text."""

    name = "JioNLP"
    packages = "jionlp"
    _BASE: ClassVar[dict[str, int]] = {"year": 2022, "month": 7, "day": 20}

    def __init__(self) -> None:
        self.library = import_module("jionlp")

    def readings(self, kind: Kind, text: str, reference: date | None) -> list[list[Answer]] | None:
        """Return dates as found in running text, as parsed whole, and as parsed towards the future; money likewise."""
        if kind == "date" and reference is not None:
            base = {"year": reference.year, "month": reference.month, "day": reference.day}
            whole = self.library.parse_time
            return _tried(
                lambda: _jio_days(self.library.ner.extract_time(text, time_base=base), reference),
                lambda: _jio_days([{"text": text, "detail": whole(text, time_base=base)}], reference),
                lambda: _jio_days(
                    [{"text": text, "detail": whole(text, time_base=base, ret_future=True)}], reference
                ),
            )
        if kind in {"money", "currency"}:
            return _tried(
                lambda: self.quantities(text),
                lambda: [_jio_money({"text": text, "detail": self.library.parse_money(text)})],
            )
        return None

    def quantities(self, text: str) -> list[Answer]:
        """Return the money it extracts, the only quantities it does."""
        found = self.library.ner.extract_money(text, with_parsing=True) or []
        return [_jio_money(entry) for entry in found if isinstance(entry.get("detail"), dict)]

    def run(self, text: str) -> None:
        """Extract times and money, both with their values."""
        with suppress(Exception):
            self.library.ner.extract_time(text, time_base=self._BASE)
        self.library.ner.extract_money(text, with_parsing=True)


def _jio_days(entries: list[dict[str, Any]], reference: date) -> list[Answer]:
    """Read its times as days; one that ends at the reference (从2016年开始) may be meant as open."""
    found = []
    for entry in entries or []:
        ends = entry["detail"]["time"]
        if isinstance(ends, list) and all(isinstance(end, str) for end in ends):
            first, last = (None if "inf" in end else end[:10] for end in ends)
            days: tuple[Days, ...] = ((first, last),)
            if first != last == reference.isoformat():
                days += ((first, None),)
            found.append(Answer(entry["text"], entry.get("offset", [0])[0], days=days))
    return found


def _jio_money(entry: dict[str, Any]) -> Answer:
    number, detail = entry["detail"]["num"], entry["detail"]
    low, high = number if isinstance(number, list) else (number, None)
    return Answer(
        entry["text"],
        entry.get("offset", [0])[0],
        Decimal(low),
        None if high is None else Decimal(high),
        unit=detail["case"],
        hedged=detail["definition"] != "accurate",
    )


class Recognizers:
    """Recognizers-Text, its Python port, in the culture zh-cn."""

    name = "Recognizers"
    packages = "recognizers-text-suite 'emoji<2'"

    def __init__(self) -> None:
        number = import_module("recognizers_number")
        measured = import_module("recognizers_number_with_unit")
        self.when = import_module("recognizers_date_time").recognize_datetime
        self.what: dict[str, Callable[[str, str], list[Any]]] = {
            "number": number.recognize_number,
            "share": number.recognize_percentage,
            "currency": measured.recognize_currency,
            "dimension": measured.recognize_dimension,
            "money": measured.recognize_currency,
        }

    def readings(self, kind: Kind, text: str, reference: date | None) -> list[list[Answer]] | None:
        """Return what the recognizer of that kind finds, all its candidates."""
        if kind == "date":
            return _tried(lambda: list(self._days(text, reference or date(2022, 7, 20))))
        return _tried(lambda: self._found(kind, text))

    def quantities(self, text: str) -> list[Answer]:
        """Return shares, money, measures and bare numbers together."""
        kinds = ("share", "currency", "dimension", "number")
        return [answer for kind in kinds for answer in self._found(kind, text)]

    def run(self, text: str) -> None:
        """Recognise dates and currency."""
        self.when(text, "zh-cn", reference=datetime(2022, 7, 20))  # noqa: DTZ001
        self.what["currency"](text, "zh-cn")

    def _found(self, kind: str, text: str) -> list[Answer]:
        return [
            Answer(each.text, each.start, value, unit=_recognized_unit(each.resolution))
            for each in self.what[kind](text, "zh-cn")
            if (value := _decimal((each.resolution or {}).get("value"))) is not None
        ]

    def _days(self, text: str, reference: date) -> Iterator[Answer]:
        base = datetime.combine(reference, time())
        for each in self.when(text, "zh-cn", reference=base):
            kind = each.type_name.rpartition(".")[2]
            if kind not in {"date", "daterange", "datetime", "datetimerange"}:
                continue
            values = [value for value in (each.resolution or {}).get("values", ()) if value]
            days = [pair for value in values for pair in _recognized_days(kind, value, reference)]
            yield Answer(each.text, each.start, days=tuple(days))


def _recognized_unit(resolution: dict[str, str]) -> str:
    return "%" if str(resolution["value"]).endswith("%") else resolution.get("unit") or ""


def _recognized_days(kind: str, value: dict[str, str], reference: date) -> Iterator[Days]:
    if not kind.startswith("datetime"):
        yield from candidates(value, reference)
    elif "value" in value:
        yield value["value"][:10], value["value"][:10]
    else:
        yield (value.get("start") or "")[:10] or None, (value.get("end") or "")[:10] or None


class Cn2An:
    """cn2an: `cn2an` for a whole string, `transform` for the numerals of running text."""

    name = "cn2an"
    packages = "cn2an"
    _NUMERAL = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?P<share>%)?")

    def __init__(self) -> None:
        self.library = import_module("cn2an")

    def readings(self, kind: Kind, text: str, reference: date | None) -> list[list[Answer]] | None:
        """Return the whole text as one numeral, and the numerals of the text once transformed."""
        del reference
        if kind == "number":
            whole = lambda: [Answer(text, 0, _decimal(self.library.cn2an(text, "smart")))]  # noqa: E731
            return _tried(whole, lambda: [each for each in self.quantities(text) if not each.unit])
        if kind == "share":
            return _tried(lambda: [each for each in self.quantities(text) if each.unit])
        return None

    def quantities(self, text: str) -> list[Answer]:
        """Return the numerals and shares of the text once transformed."""
        with suppress(Exception):
            written = self.library.transform(text)
            return [
                Answer(match[0], -1, _decimal(match[0]), unit=match["share"] or "")
                for match in self._NUMERAL.finditer(written)
            ]
        return []

    def run(self, text: str) -> None:
        """Transform the numerals."""
        with suppress(Exception):
            self.library.transform(text)


class DateParser:
    """dateparser: `search_dates` for running text, `get_date_data` for a whole string."""

    name = "dateparser"
    packages = "dateparser"

    def __init__(self) -> None:
        self.search = import_module("dateparser.search").search_dates
        self.whole = import_module("dateparser.date").DateDataParser

    def readings(self, kind: Kind, text: str, reference: date | None) -> list[list[Answer]] | None:
        """Return days looked for and parsed whole, towards the past and towards the future."""
        if kind != "date":
            return None
        base = datetime.combine(reference or date(2022, 7, 20), time())
        settings = [{"RELATIVE_BASE": base, "PREFER_DATES_FROM": side} for side in ("past", "future")]
        return _tried(
            *(lambda chosen=chosen: self._searched(text, chosen) for chosen in settings),
            *(lambda chosen=chosen: self._parsed(text, chosen) for chosen in settings),
        )

    def quantities(self, text: str) -> list[Answer]:
        """Return nothing: it does dates only."""
        del text
        return []

    def run(self, text: str) -> None:
        """Search dates."""
        self.search(text, languages=["zh"], settings={"RELATIVE_BASE": datetime(2022, 7, 20)})  # noqa: DTZ001

    def _searched(self, text: str, settings: dict[str, object]) -> list[Answer]:
        found = self.search(text, languages=["zh"], settings=settings) or []
        return [Answer(words, text.find(words), days=(_one_day(when.date()),)) for words, when in found]

    def _parsed(self, text: str, settings: dict[str, object]) -> list[Answer]:
        data = self.whole(languages=["zh"], settings=settings).get_date_data(text)
        if data.date_obj is None:
            return []
        return [Answer(text, 0, days=(_stretch(data.date_obj.date(), data.period),))]


def _one_day(day: date) -> Days:
    return day.isoformat(), day.isoformat()


def _stretch(day: date, period: str) -> Days:
    """Return the month or year of a day, when that is what dateparser says it means."""
    if period == "year":
        return f"{day.year:04}-01-01", f"{day.year:04}-12-31"
    if period == "month":
        following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return day.replace(day=1).isoformat(), date.fromordinal(following.toordinal() - 1).isoformat()
    return _one_day(day)


class Quantulum:
    """quantulum3, which is made for English."""

    name = "quantulum3"
    packages = "quantulum3"

    def __init__(self) -> None:
        self.parse = import_module("quantulum3.parser").parse

    def readings(self, kind: Kind, text: str, reference: date | None) -> list[list[Answer]] | None:
        """Return its quantities, whatever the kind."""
        del reference
        return None if kind == "date" else _tried(lambda: self.quantities(text))

    def quantities(self, text: str) -> list[Answer]:
        """Return its quantities."""
        return [
            Answer(each.surface, each.span[0], _decimal(each.value), unit=each.unit.name)
            for each in self.parse(text)
        ]

    def run(self, text: str) -> None:
        """Parse quantities."""
        self.parse(text)


SYSTEMS: dict[str, Callable[[], System]] = {
    "newsie": Ours,
    "JioNLP": JioNLP,
    "Recognizers": Recognizers,
    "cn2an": Cn2An,
    "dateparser": DateParser,
    "quantulum3": Quantulum,
}
PACKAGES = {name: getattr(system, "packages", "") for name, system in SYSTEMS.items()}


def installed(name: str) -> str:
    """Return the version of a library, or an empty string when it is not installed."""
    with suppress(Exception):
        return version(PACKAGES[name].split(" ")[0] or name)
    return ""


def _tried(*readers: Callable[[], list[Answer]]) -> list[list[Answer]]:
    """Return what each reader gives; one that raises gives nothing, as several libraries do on odd input."""
    return [_guarded(reader) for reader in readers]


def _guarded(reader: Callable[[], list[Answer]]) -> list[Answer]:
    with suppress(Exception):
        return reader()
    return []


def _decimal(written: object) -> Decimal | None:
    try:
        return None if written is None else Decimal(str(written).rstrip("%"))
    except InvalidOperation:
        return None
