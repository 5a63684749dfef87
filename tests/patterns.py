"""Collect every regular expression that newsie makes, when it is imported and while it reads pages; run as a script.

Prints a JSON list of [pattern, flags, module]. A pattern made of a name on the page (王\\s*某) stands for all of its shape.
"""

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

FOUND: dict[tuple[str, int], str] = {}
_OF_A_NAME = re.compile(r"(?:[\u4e00-\u9fff·]\\s\*)*[\u4e00-\u9fff]")
_MAKERS = ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


def recording(make: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of `re` that notes the patterns of newsie's modules."""

    def made(pattern: Any, *given: Any, **named: Any) -> Any:
        module = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001
        source = getattr(pattern, "pattern", pattern)
        if module.startswith("newsie.") and isinstance(source, str):
            flags = getattr(pattern, "flags", named.get("flags", 0))
            flags |= next((flag for flag in given if isinstance(flag, re.RegexFlag)), 0)
            source = r"王\s*某\s*某" if _OF_A_NAME.fullmatch(source) else source
            FOUND.setdefault((source, int(flags) & ~re.UNICODE), module)
        return make(pattern, *given, **named)

    return made


def main(folders: list[str]) -> None:
    """Import every module, read the pages of some folders, and print what was made."""
    newsie = importlib.import_module("newsie")
    for maker in (re, importlib.import_module("newsie.patterns")):
        for name in set(_MAKERS) & set(vars(maker)):
            setattr(maker, name, recording(getattr(maker, name)))
    for module in pkgutil.walk_packages(newsie.__path__, "newsie."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ImportError:
                # what an extra needs is not installed
                continue
    for folder in folders:
        for path in sorted(Path(folder).glob("*.txt")):
            newsie.extract(path.read_text(encoding="utf-8", errors="replace"))
    sys.stdout.write(json.dumps([[*key, module] for key, module in FOUND.items()]))


if __name__ == "__main__":
    main(sys.argv[1:])
