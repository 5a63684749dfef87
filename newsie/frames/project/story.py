"""Which undertaking each clause of an article is about.

Names of the same undertaking are put together; then the article is read clause by clause, and a
clause without a name is about the last one (该项目总投资…, 目前，土建已完成80%) until the talk turns
to somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from newsie.frames.project.names import Name
from newsie.frames.project.words import either, heads
from newsie.text import Span

_CLAUSE = re.compile(r"[^。！？；，：\n]+")
_WORK_TAIL = re.compile(r"(?:建设|改造|扩建|改扩建|新建)?(?:项目|工程)$")
_PHASE_TAIL = re.compile(r"[（(]?[一二三四五首]期[)）]?(?:工程|项目)?$")
_JOINT = re.compile(r"[、和及与以等“”\"']{0,3}")
_OTHERS = re.compile(
    r"(?:[一二三四五六七八九]是|首先|其次|之前|下一步|接下来|会议|与会|各地|各级|各部门|全[国省市州县区镇乡]|我[国省市州县区]|近年来|今年以来|去年以来|据统计|此次|本次|这批|同时|活动|仪式|"
    r"(?:.{0,8}(?:市|县|区|镇|乡|村|局|委|政府|公司|集团)(?:将|累计|共|已|坚持|始终|不断|持续|积极|大力|着力|聚焦|紧扣)))"
)
# 他强调 turns to the duties of all; 项目负责人说 stays with the work
_SPEAKS = re.compile(r"(?:强调|指出|要求|表示|叮嘱|勉励|希望|认为)$")
_INSIDER = re.compile(r"项目|工程|负责人|现场|企业|经理")
_GROUP = re.compile(
    r"(?:[0-9]+|[一二两三四五六七八九十]+)[余多]?个[^，。]{0,14}?(?:项目|工程)|(?:项目|工程)[0-9]+[余多]?个"
)
_CARRIED = re.compile(r"[“\"]|(?:目前|截至|据悉|据了解|据介绍|整个|主体|全部)")
_BEHIND = r"(?!负责人|经理|部|组|库|为王|化|建设者|单位|专班|指挥|用工|施工人员|上|法人|前期|清单|谋划|储备|招引|质量|管理)"


@dataclass(slots=True)
class Subject:
    """An undertaking of an article.

    Attributes:
        names: where it is named by a pattern, the fullest name first.
        mentions: every place where one of its names stands, sorted.
    """

    names: list[Name]
    mentions: list[Span] = field(default_factory=list)

    @property
    def name(self) -> Name:
        """The fullest name."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Told:
    """A piece of a clause and the undertakings it tells of.

    Attributes:
        start, end: the piece: what follows a name up to the next one, or what precedes it with 的.
        subjects: positions of the subjects; more than one for a list of names.
        named: whether the piece touches the name itself.
        clause: the whole clause.
    """

    start: int
    end: int
    subjects: tuple[int, ...]
    named: bool
    clause: Span


def gather_subjects(folded: str, names: Sequence[Name]) -> list[Subject]:
    """Return the undertakings of a text with all their mentions, in the order of their first names."""
    subjects: list[Subject] = []
    ordered = sorted(set(names), key=lambda name: (name.start - name.end, name.start))
    for name in ordered:
        key = _key(folded, name)
        same = next((subject for subject in subjects if _same(_key(folded, subject.name), key)), None)
        if same:
            same.names.append(name)
        else:
            subjects.append(Subject([name]))
    _locate(folded, subjects)
    return sorted(
        (subject for subject in subjects if subject.mentions), key=lambda subject: subject.mentions[0]
    )


def _key(folded: str, name: Name) -> str:
    bare = re.sub(r"[“”‘’\"']", "", folded[name.start : name.end])
    short = _WORK_TAIL.sub("", bare)
    return short if len(short) >= 4 else bare


def _same(full: str, short: str) -> bool:
    """Tell whether the shorter of two names means the same: 东城万达广场 and 万达广场."""
    if full == short:
        return True
    if len(short) >= 4 and full.endswith(short):
        return True
    base, phase = _PHASE_TAIL.sub("", full), _PHASE_TAIL.sub("", short)
    return base == phase and (base == full or phase == short)


def _locate(folded: str, subjects: list[Subject]) -> None:
    """Find every mention of each subject, longer names first, so that no mention lies in another."""
    aliases: list[tuple[str, Subject]] = []
    for subject in subjects:
        forms = {folded[name.start : name.end] for name in subject.names}
        forms |= {_WORK_TAIL.sub("", form) for form in forms}
        aliases += [
            (form, subject)
            for form in forms
            if len(form) >= 4 or form == folded[subject.name.start : subject.name.end]
        ]
    taken = bytearray(len(folded))
    for form, subject in sorted(aliases, key=lambda alias: (-len(alias[0]), alias[0])):
        for match in re.finditer(re.escape(form), folded):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\x01" * len(form)
                subject.mentions.append(match.span())
    for subject in subjects:
        subject.mentions.sort()


def tell(folded: str, subjects: Sequence[Subject], fences: Sequence[Span]) -> Iterator[Told]:
    """Yield the pieces of clauses that tell of a subject, in the order of the text.

    Args:
        folded: the text, width-folded.
        subjects: what `gather_subjects` found.
        fences: where persons stand; a sentence that begins with one is about no undertaking.
    """
    places = sorted((span, index) for index, subject in enumerate(subjects) for span in subject.mentions)
    heads_of_sentences = {start for start, _ in fences}
    current: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    for clause in _CLAUSE.finditer(folded):
        span = clause.span()
        inside = [(place, index) for place, index in places if span[0] <= place[0] and place[1] <= span[1]]
        if inside:
            groups = _groups(folded, inside)
            yield from _pieces(folded, span, groups)
            current = groups[-1][1]
            last = current if len(current) == 1 else last
            continue
        current = _carried(folded, span, current, last, heads_of_sentences)
        if current:
            yield Told(*span, current, False, span)
        current = current if len(current) == 1 else ()


def _groups(folded: str, inside: list[tuple[Span, int]]) -> list[tuple[Span, tuple[int, ...]]]:
    """Put names that stand in one list together."""
    groups: list[tuple[Span, tuple[int, ...]]] = []
    for place, index in inside:
        if groups and _JOINT.fullmatch(folded, groups[-1][0][1], place[0]):
            (start, _), members = groups[-1]
            groups[-1] = ((start, place[1]), (*members, index))
        else:
            groups.append((place, (index,)))
    return groups


def _pieces(folded: str, clause: Span, groups: list[tuple[Span, tuple[int, ...]]]) -> Iterator[Told]:
    at = clause[0]
    before: tuple[int, ...] = ()
    for (start, end), members in groups:
        # 总投资18亿元的某某项目: what ends in 的 tells of the name behind it
        modifies = folded[at:start].endswith("的") or folded[at:start].endswith("在建")
        owners = members if modifies else before
        if owners and start > at:
            yield Told(at, start, owners, True, clause)
        at, before = end, members
    yield Told(at, clause[1], before, True, clause)


def _carried(
    folded: str, span: Span, current: tuple[int, ...], last: tuple[int, ...], persons: set[int]
) -> tuple[int, ...]:
    """Return what a clause without a name is about."""
    words = folded[slice(*span)]
    if _anaphor().search(words):
        return last
    opens = folded[span[0] - 1 : span[0]] in {"", "\n", "。", "！", "？"}
    if _GROUP.search(words) or span[0] in persons or (opens and _OTHERS.match(words)):
        return ()
    if any(span[0] <= person < span[1] for person in persons) and opens:
        return ()
    if _elsewhere().match(words) or (_SPEAKS.search(words) and not _INSIDER.search(words)):
        return ()
    new_paragraph = span[0] == 0 or folded[span[0] - 1] == "\n"
    return () if new_paragraph and not _CARRIED.match(words) else current or ()


@cache
def _anaphor() -> re.Pattern[str]:
    determiner = r"(?:该|这个|这座|这条|这一|此)[\u4e00-\u9fff]{0,3}?"
    return re.compile(
        rf"{determiner}{heads()}{_BEHIND}|(?:^[“\"]?|、|目前|整个|现|随着|宣布)(?:(?:项目|工程){_BEHIND}|园区(?=总|占地|规划|建成|位于|目前|将|计划|预计|已))"
    )


@cache
def _elsewhere() -> re.Pattern[str]:
    """Return the pattern of a clause whose subject is a region: 某某省建成智能化煤矿298座."""
    region = rf"(?:{either('province', 'city')}[省市]?|[\u4e00-\u9fff]{{1,6}}(?:自治区|自治州|[省市县]))"
    return re.compile(region + r"(?:累计|共|已|还|将|也|计划|建成|完成|实现|新增|新建|实施|开工|启动)")
