"""The words visits are read by, from the lexicon."""

from __future__ import annotations

import re

from newsie import lexicon


@lexicon.layered
def words(group: str) -> tuple[str, ...]:
    """Return the words of a class, longer ones first.

    >>> "督导" in words("inspect")
    True
    """
    found = [word for name, word in lexicon.rows("visit_words.tsv", 2) if name == group]
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


@lexicon.layered
def two_provinces() -> re.Pattern[str]:
    """Return the pattern of two provinces in short that stand without a mark between them.

    >>> bool(two_provinces().fullmatch("江苏安徽")), two_provinces().fullmatch("江苏南京")
    (True, None)
    """
    full = (name for name, rank in lexicon.rows("gazetteer/divisions.tsv", 2) if rank == "province")
    short = lexicon.any_of(re.sub("(?:[壮回]族|维吾尔)?(?:自治区|省|市)$", "", name) for name in full)
    return re.compile(f"(?P<one>{short})(?:{short})")


@lexicon.layered
def any_of(group: str) -> str:
    """Return a pattern of the words of a class, longer ones first."""
    # 慰问金 and 学习用品 are things, no purposes
    front = "(?<!竣工)(?<!完成)(?<!通过)" if group == "inspect" else ""
    return (
        front
        + lexicon.any_of(words(group))
        + (
            "(?!金|品|信(?![访息用贷])|电(?![站厂力视网台])|用品|前夕)"
            if group in {"inspect", "alone"}
            else ""
        )
    )
