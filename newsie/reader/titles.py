"""Title words: the offices and roles that stand before or after a person's name (职务, 称谓).

>>> [(office.start, office.end, office.kind) for office in find_titles("县委副书记、县长和记者")]
[(2, 5, 'public'), (6, 8, 'public'), (9, 11, 'credit')]
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias, cast

from newsie import lexicon
from newsie import patterns as re

Kind: TypeAlias = Literal["public", "work", "credit"]

# 县委原副书记 and 时任县长: the person no longer has the post
_FORMER = r"(?P<former>原任?|时任|前任|(?<![0-9提向目日之])前(?=[副省市县区州镇乡局厅部总首主议]))?"
_RANK = (
    r"(?:驻村|驻会|常务|专职|兼职|执行|名誉|荣誉|第一|挂职|分管|轮值|代理|代|候任|候补|高级|"
    r"[一二三四]级|副总|副|首席|助理){0,3}"
)


# 局长（正处级）王某, 副主任（挂职）王某, 院长（代理）王某
RANK_ASIDE = re.compile(
    r"（(?:[正副][省部厅局处县科股乡][局处级]?级?|代理?|兼|试用期[^（）]{0,6}|主持[^（）]{0,8}工作|[^（）]{0,6}挂职|(?:驻村)?第一书记"
    r"|[一二三四]级[\u4e00-\u9fff]{2,4})）"
)


class Office(NamedTuple):
    """A title word in a text, rank words included (常务副市长).

    Attributes:
        start: first character.
        end: one past the last.
        kind: `public` for offices of public bodies, `work` for other roles, `credit` for who
            made the page.
        former: whether the word before it says that it is held no more (原, 时任).
        word: the title without rank words.
    """

    start: int
    end: int
    kind: Kind
    former: bool
    word: str


# what the words of `_FORMER` and `_RANK` end in, and how long all that stand before a title can be
_AHEAD = frozenset("原任前村会务职行誉一管值理代人补级总副席")
_LONGEST_AHEAD = 10
# and what they begin with
_HEADS_AHEAD = frozenset("原时前驻常专兼执名荣第挂分轮代候高一二三四副首助")


@lexicon.layered
def _pattern() -> re.Pattern[str]:
    # 主席台, 委员会, 领导小组 are no titles
    unless = {row[0]: f"[{row[2]}]" for row in lexicon.rows("titles.tsv") if len(row) > 2}
    unless["领导"] += "|高[度位质效标]"
    # 西京市长安区: a district, no mayor
    for office in ("省长", "市长", "县长", "州长"):
        unless[office] += "|(?![兼和及与任])[\u4e00-\u9fff][区县市](?!委)"
    # 总统官邸, 总统令 and 总理府 belong to the one who holds the post
    for office in ("总统", "总理", "首相", "国王"):
        unless[office] = "|".join(
            (*filter(None, [unless.get(office)]), "官邸|府|令(?!狐)|大选|选举|候选人|专机|办公")
        )
    # 公司长期 and 地处长江 hold no title
    return re.compile(
        f"{_FORMER}(?P<title>(?<!公(?=司长))(?<!地(?=处长)){_RANK}(?P<word>{lexicon.any_of(_kinds(), unless)}))"
    )


@lexicon.layered
def _openings() -> tuple[lexicon.Beginnings, re.Pattern[str]]:
    """Return what titles begin with, and the quick pattern of it."""
    begins = lexicon.Beginnings.of(_kinds())
    return begins, re.compile(begins.pattern)


@lexicon.layered
def _kinds() -> dict[str, Kind]:
    return {row[0]: cast("Kind", row[1]) for row in lexicon.rows("titles.tsv")}


def is_title(word: str) -> bool:
    """Tell whether a word is in the list of titles.

    >>> is_title("通讯员"), is_title("王某")
    (True, False)
    """
    return word in _kinds()


def find_titles(folded: str) -> tuple[Office, ...]:
    """Return the title words of a text, sorted by place, none overlapping another.

    Offsets: half-open offsets into `folded`.
    """
    kinds = _kinds()
    found: list[Office] = []
    done = 0
    pattern = _pattern()
    begins, heads = _openings()
    pairs, single = begins.pairs, begins.single
    for head in heads.finditer(folded):
        place = head.start()
        if place < done or not (folded[place : place + 2] in pairs or folded[place] in single):
            continue
        if match := _match(pattern, folded, place, done):
            start, end = match.span("title")
            word = match["word"]
            found.append(Office(start, end, kinds[word], match["former"] is not None, word))
            done = end
    return tuple(found)


def _match(pattern: re.Pattern[str], folded: str, place: int, floor: int) -> re.Match[str] | None:
    """Return the title whose word begins at `place`, with the words of rank before it that begin behind `floor`."""
    match = pattern.match(folded, place)
    if match is None or folded[place - 1 : place] not in _AHEAD:
        return match
    for start in range(max(floor, place - _LONGEST_AHEAD), place):
        if folded[start] in _HEADS_AHEAD and (ahead := pattern.match(folded, start)):
            return ahead
    return match
