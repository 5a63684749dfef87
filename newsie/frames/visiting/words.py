"""The words visits are read by, from the lexicon."""

from __future__ import annotations

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
def any_of(group: str) -> str:
    """Return a pattern of the words of a class, longer ones first."""
    # 慰问金 and 学习用品 are things, no purposes
    front = "(?<!竣工)(?<!完成)(?<!通过)" if group == "inspect" else ""
    return (
        front
        + lexicon.any_of(words(group))
        + ("(?!金|品|信|电(?![站厂力视网台])|用品|前夕)" if group in {"inspect", "alone"} else "")
    )
