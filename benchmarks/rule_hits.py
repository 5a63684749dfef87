"""Which patterns of newsie never match anything, on the texts that are given.

    python benchmarks/rule_hits.py PATH... [--minutes M] [--words]

Every regular expression that newsie makes counts what it matches while the texts are read: files and folders of
text, and JSON lines with `text` and `date`. Those with no match are listed, and with `--words` the literal
alternatives of the others that stand in nothing they matched. What is held by general knowledge (units, surnames,
calendars, the gazetteer) may well never match; a rule that was written for a text should.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from newsie import patterns

_KEPT = 4000
_SEARCHING = ("search", "match", "fullmatch")


def literal_words(source: str) -> set[str]:
    """Return the literal alternatives of a pattern, other than those of what lies ahead or behind."""
    outside = re.sub(r"\(\?<?[=!](?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*\)", "", source)
    return set(re.findall(r"(?<=[|(])[\u4e00-\u9fff]{2,8}(?=[|)])", outside))


class Counted:
    """A compiled pattern that keeps what it has matched."""

    made: dict[tuple[str, int, str], Counted] = {}  # noqa: RUF012 - the one list of all

    def __init__(self, pattern: re.Pattern[str], place: str) -> None:
        self.compiled, self.place, self.hits = pattern, place, 0
        self.texts: set[str] = set()
        self.unseen = literal_words(pattern.pattern)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        return getattr(self.compiled, name)

    def _note(self, match: re.Match[str] | None) -> re.Match[str] | None:
        if match is not None:
            self.hits += 1
            text = match.group()
            if text not in self.texts:
                if len(self.texts) < _KEPT:
                    self.texts.add(text)
                self.unseen = {word for word in self.unseen if word not in text}
        return match

    def search(self, *given: Any) -> re.Match[str] | None:  # noqa: ANN401
        """Search, and count."""
        return self._note(self.compiled.search(*given))

    def match(self, *given: Any) -> re.Match[str] | None:  # noqa: ANN401
        """Match, and count."""
        return self._note(self.compiled.match(*given))

    def fullmatch(self, *given: Any) -> re.Match[str] | None:  # noqa: ANN401
        """Match wholly, and count."""
        return self._note(self.compiled.fullmatch(*given))

    def finditer(self, *given: Any) -> Iterator[re.Match[str]]:  # noqa: ANN401
        """Find all, and count."""
        for match in self.compiled.finditer(*given):
            self._note(match)
            yield match

    def findall(self, string: str, *given: Any) -> list[Any]:  # noqa: ANN401
        """Find all, and count."""
        list(self.finditer(string, *given))
        return self.compiled.findall(string, *given)

    def sub(self, replacement: Any, string: str, count: int = 0) -> str:  # noqa: ANN401
        """Replace, and count."""
        list(self.finditer(string))
        return self.compiled.sub(replacement, string, count=count)

    def split(self, string: str, maxsplit: int = 0) -> list[Any]:
        """Split, and count."""
        list(self.finditer(string))
        return self.compiled.split(string, maxsplit)


def count_patterns() -> None:
    """Let every pattern that newsie makes from here on count its matches."""
    compile_pattern = re.compile

    def counting(pattern: Any, flags: Any = 0) -> Any:  # noqa: ANN401
        if isinstance(pattern, Counted):
            return pattern
        caller = sys._getframe(1)  # noqa: SLF001 - who makes it is what is asked
        made = compile_pattern(pattern, flags)
        module = caller.f_globals.get("__name__", "")
        if not module.startswith("newsie.") or not isinstance(made.pattern, str):
            return made
        place = f"{module}:{caller.f_lineno}"
        return Counted.made.setdefault((made.pattern, made.flags, module), Counted(made, place))

    def unwrapped(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(pattern: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401
            caller = sys._getframe(1)  # noqa: SLF001
            if caller.f_globals.get("__name__", "").startswith("newsie.") and isinstance(pattern, str):
                flags = named.pop("flags", 0)
                made = compile_pattern(pattern, flags)
                key = (pattern, made.flags, caller.f_globals["__name__"])
                counted = Counted.made.setdefault(key, Counted(made, f"{key[2]}:{caller.f_lineno}"))
                return getattr(counted, function.__name__)(*given, **named)
            return function(pattern, *given, **named)

        return call

    patterns.compile = counting  # type: ignore[assignment]
    for name in (*_SEARCHING, "finditer", "findall", "sub", "split"):
        setattr(patterns, name, unwrapped(getattr(patterns, name)))


def texts(paths: Iterable[Path]) -> Iterator[tuple[str, str | None]]:
    """Yield the texts of files and folders, with the day of each where it is told."""
    for path in paths:
        if path.is_dir():
            yield from texts(sorted(path.rglob("*.txt")))
        elif path.suffix == ".jsonl":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                day = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", row.get("date") or "")
                yield row["text"], day or None
        else:
            yield path.read_text(encoding="utf-8", errors="replace"), None


def spread(found: list[tuple[str, str | None]]) -> Iterator[tuple[str, str | None]]:
    """Yield every sixteenth text, then those after them: what is read in a given time lies evenly."""
    for start in range(16):
        yield from found[start::16]


def main() -> None:
    """Read the texts and list the patterns that matched nothing."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--minutes", type=float, default=60, help="stop reading a path after so long")
    parser.add_argument(
        "--words", action="store_true", help="list words of alternatives that never matched, too"
    )
    options = parser.parse_args()
    count_patterns()
    import newsie  # noqa: PLC0415 - its patterns count from here on

    extractor = newsie.load()
    read = 0
    for path in options.paths:
        end = time.monotonic() + 60 * options.minutes
        for text, day in spread(list(texts([path]))):
            if time.monotonic() > end:
                break
            extractor.extract(text, published=day)
            read += 1
    by_module: dict[str, list[Counted]] = defaultdict(list)
    for counted in Counted.made.values():
        by_module[counted.place.split(":")[0]].append(counted)
    never = sum(not counted.hits for counted in Counted.made.values())
    print(f"{read} texts, {len(Counted.made)} patterns, {never} without a match")
    for module in sorted(by_module):
        for counted in sorted(by_module[module], key=lambda one: one.place):
            source = (
                counted.compiled.pattern.encode(
                    "unicode_escape" if "\ud800" in counted.compiled.pattern else "utf-8", "replace"
                )
                .decode()
                .replace("\n", "\\n")
            )
            if not counted.hits:
                print(f"never   {counted.place}  {source[:160]}")
            elif options.words and counted.unseen:
                print(f"words   {counted.place}  {' '.join(sorted(counted.unseen))}")


if __name__ == "__main__":
    main()
