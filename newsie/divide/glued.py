"""Names whose spaces were lost (署名连写): （张某涛裴某喜郝某平）."""

from __future__ import annotations

from itertools import pairwise

from newsie.lexicon import words
from newsie.sounds import SOUND
from newsie.text import Text

_SHORTEST, _LONGEST = 4, 12
_ENDS_NO_NAME = frozenset("区会局委办院社部站省市县镇乡村州厂队组处所行图表版段路线年月日度司者员")


def apart(name: Text) -> list[Text]:
    """Return the names that a stretch without spaces is of, as few as can be; itself where it is one name.

    >>> [str(part) for part in apart(Text.of("关建国乔明"))], [str(part) for part in apart(Text.of("欧阳文清"))]
    (['关建国', '乔明'], ['欧阳文清'])
    """
    string = name.plain
    if not _SHORTEST <= len(string) <= _LONGEST or not all("\u3400" <= one <= "\u9fff" for one in string):
        return [name]
    compound = len(string) == _SHORTEST and string[:2] in words("surnames.tsv", "compound")
    if compound or SOUND.issuperset(string) or SOUND.issuperset(string[1:]):
        return [name]
    cuts: dict[int, tuple[int, ...]] = {0: ()}
    for end in range(2, len(string) + 1):
        found = [
            (*cuts[start], end)
            for start in (end - 3, end - 2)
            if start in cuts and _is_usual(string[start:end])
        ]
        if found:
            cuts[end] = min(found, key=len)
    ends = cuts.get(len(string), ())
    return [name[start:end] for start, end in pairwise((0, *ends))] if ends else [name]


def are_glued(text: Text) -> bool:
    """Tell whether a line is several usual names without spaces.

    >>> are_glued(Text.of("关建国乔明")), are_glued(Text.of("金秋硕果香"))
    (True, False)
    """
    return len(text) <= _LONGEST and len(apart(text)) > 1


def _is_usual(string: str) -> bool:
    """Tell whether a string is a usual surname and what is given with it; 高新区, 管委会 end as no name does."""
    return string[-1] not in _ENDS_NO_NAME and any(
        string[:1] in words("surnames.tsv", kind) for kind in ("common", "usual")
    )
