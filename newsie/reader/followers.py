"""What stands behind a name: marks, verbs, particles, titles (名字后面的词).

>>> follows("王某主持会议", 2), follows("王某。", 2), follows("王某丰出席", 2)
(2.0, 2.0, -0.5)
"""

from __future__ import annotations

from newsie import lexicon
from newsie import patterns as re
from newsie.reader.shapes import HAN, VERBS

_TITLES = re.compile(r"(?:常务)?[副总代]?(?:书记|主任|[省市县区州局厅部]长|主席(?![台团])|总理)")
_MARKS = frozenset("、，。；：！？（）“”‘’\"'《》[]【】\n/／…—| ")
_JOINS = frozenset("和及与等")
_SAID = frozenset("，：")
_NO_MEMBER = re.compile("在(?![场座校职岗家编建读])|[说把被]|(?:表示|强调|指出|坦言)(?!的)")
# 新闻秘书某某29日说
_DAY = re.compile(r"[0-9]{1,2}日")
# 部长孙家正｜在会议上强调: nobody says anything 正在会议上
_MEETS = re.compile(
    r"正在[^，。；！？\n]{0,24}?(?:会议?|仪式|论坛|座谈|讲话|致辞|发言|调研|考察|视察|检查)(?:[上中时]|期间)(?:强调|指出|说|表示|要求|提出|宣布|透露)"
)
# 系好, 摘着, 收完: a verb with what says how far it went
_DONE = re.compile(rf"(?![的了在是])[{HAN}][好着了完]")


@lexicon.layered
def _behind() -> re.Pattern[str]:
    """Return the pattern of what may follow a name."""
    return re.compile(f"{_TITLES.pattern}|{lexicon.any_of(lexicon.words('followers.txt'))}")


def follower(folded: str, end: int) -> int:
    """Return the length of the verb, particle or title that stands at `end`, 0 if none does.

    >>> follower("王某主持会议", 2), follower("王某丰出席", 2)
    (4, 0)
    """
    match = _behind().match(folded, end)
    return match.end() - end if match else 0


def is_follower(word: str) -> bool:
    """Tell whether the whole of a word is one that may follow a name.

    >>> is_follower("主持"), is_follower("主持人")
    (True, False)
    """
    return word in lexicon.words("followers.txt") or _TITLES.fullmatch(word) is not None


def follows(folded: str, end: int) -> float:
    """Return how well what stands at `end` goes after a name: 2 a mark or verb, 1 a particle, else -0.5."""
    head = folded[end : end + 1]
    if not head or head in _MARKS:
        return 2.0
    if head in _JOINS:
        # 书记王某和｜在……陪同下: no list goes on with 在
        return -0.5 if head == "和" and _NO_MEMBER.match(folded, end + 1) else 1.5
    if head == "称" and folded[end + 1 : end + 2] in _SAID:
        # 店主王某称，……; 巴武装称在某地…… tells of a body as often
        return 2.0
    length = 0 if head == "正" and _MEETS.match(folded, end) else follower(folded, end)
    if not length:
        return 1.0 if _DONE.match(folded, end) or _DAY.match(folded, end) else -0.5
    return 2.0 if length > 1 or head in VERBS else 1.0


def acts(folded: str, end: int) -> bool:
    """Tell whether a verb of what persons do, of two characters or more, stands at `end`.

    >>> acts("王某主持会议", 2), acts("王某和", 2)
    (True, False)
    """
    length = follower(folded, end)
    return length > 1 or (not length and _DONE.match(folded, end) is not None)
