"""Names of the same undertaking put together, with every place where one of them stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsie import patterns as re
from newsie.frames.project.lines import Line, is_short_for, line_of
from newsie.frames.project.names import Name
from newsie.frames.project.naming import is_common, is_specific
from newsie.text import Span

_SHORTEST = 4
_QUOTES = re.compile("[“”‘’\"']")
_WORK_TAIL = re.compile("(?:建设|改造|改建|扩建|改扩建|新建|复建|重建|除险加固)?(?:项目|工程)$")
_DEED = re.compile("(?:迁建|新建|扩建|改扩建|重建|搬迁|修缮|加固|整体搬迁|异地新建)(?:工程|项目)$")
# 青石水厂提标改造 is also 青石水厂; a street is where others lie
_DONE_TO = re.compile(
    "(?<=[\u4e00-\u9fff]{2}[厂站校院园库闸坝馆泡湖河沟塘渠])(?:黑臭水体|水环境|水生态|环境|生态|综合|提标|提质|扩容|升级|整体|除险|异地|改){0,3}(?:改造|治理|整治|扩建|迁建|加固|修缮|修复|提升)\\Z"
)
_NEW_PART = re.compile(
    "(?<=[\u4e00-\u9fff]{3})(?:新建|扩建|在建)?(?:教学|宿舍|实训|实验|综合|住院|门诊|医技|办公)(?:综合)?(?:大)?楼\\Z"
)
_PHASE_TAIL = re.compile(r"[（(]?[一二三四五首]期[)）]?(?:工程|项目)?$|(?<=工程)[\u4e00-\u9fff]{2}段$")
# 临江长江公路大桥 is also 临江长江大桥
_HOUSES = {"人民医院": "院", "中学": "中", "小学": "小", "幼儿园": "幼", "中医院": "中医院"}
_HOUSE = re.compile(
    f"(?P<town>[\u4e00-\u9fff]{{2,3}})?(?P<of>[市县区州])第?(?P<number>[一二三四五六七八九])(?P<kind>{'|'.join(_HOUSES)})"
)
# 恒远科技年产2万吨竹纤维项目 is also 恒远科技项目, 和顺家园移民安置点 和顺家园
_SAYS_WHAT = re.compile(
    "(?P<short>[\u4e00-\u9fff]{4,8}?)(?:年产[0-9]|(?<=家园|小区|新村|新居|花园|新城)[\u4e00-\u9fff]{0,10}?安置[点区小社])"
)
# 东山恒远科技有限公司三期 is also 恒远科技三期
_FIRM = re.compile(
    "(?<=[\u4e00-\u9fff]{4})(?:股份|集团)?(?:有限)?(?:责任)?公司(?=[一二三四五六七八九]期|[新扩迁]建|年[产加处])"
)
_FILLER = re.compile("公路|新建|建设|国际|省级|现代")


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


def gather_subjects(folded: str, names: Sequence[Name]) -> list[Subject]:
    """Return the undertakings of a text with all their mentions, in the order of their first names."""
    known: dict[str, Subject] = {}
    subjects: list[Subject] = []
    lines: list[tuple[Line, Subject]] = []
    for name in sorted(dict.fromkeys(names), key=lambda name: (name.start - name.end, name.start)):
        key = _key(folded, name)
        same = next((known[form] for form in _shorter(key) if form in known), None)
        same = same or _told_before(folded, name, subjects)
        words = folded[name.start : name.end]
        same = same or next((long for line, long in lines if is_short_for(words, line)), None)
        if same:
            same.names.append(name)
            continue
        subjects.append(Subject([name]))
        if line := line_of(words):
            lines.append((line, subjects[-1]))
        for form in (*_fuller(key), *_endings(words)):
            known.setdefault(form, subjects[-1])
    _locate(folded, subjects)
    return sorted((found for found in subjects if found.mentions), key=lambda found: found.mentions[0])


def _key(folded: str, name: Name) -> str:
    bare = _QUOTES.sub("", folded[name.start : name.end])
    short = _WORK_TAIL.sub("", bare)
    return short if len(short) >= _SHORTEST else bare


def _fuller(key: str) -> Iterator[str]:
    """Yield the forms by which a shorter name may mean this one.

    东城万达广场 is 万达广场, 临江长江公路大桥 临江长江大桥, and 某某园一期 某某园.
    """
    yield key
    yield from (key[at:] for at in range(1, len(key) - _SHORTEST + 1))
    yield "~" + _FILLER.sub("", key)
    base = _PHASE_TAIL.sub("", key)
    yield base if base != key else "=" + key
    yield _WORK_TAIL.sub("", base)
    yield _DONE_TO.sub("", base)
    if firm := _FIRM.search(key):
        bare = key[: firm.start()] + key[firm.end() :]
        yield from (bare[at:] for at in range(firm.start() - 1))
    if says := _SAYS_WHAT.match(key):
        yield says["short"]


def _endings(words: str) -> Iterator[str]:
    """Yield the ends of a name of works that say what is done: 水厂扩建工程 is 白岭水厂扩建工程."""
    if _WORK_TAIL.search(words):
        yield from (words[at:] for at in range(1, len(words) - _SHORTEST - 1))


def _told_before(folded: str, name: Name, subjects: Sequence[Subject]) -> Subject | None:
    """Return the one works that 迁建工程 alone can mean, where it stands alone: 市第三人民医院迁建工程."""
    deed = folded[name.start : name.end]
    if not _DEED.fullmatch(deed) or folded[name.start - 1 : name.start].isalpha():
        return None
    meant = [found for found in subjects if folded.endswith(deed, found.name.start, found.name.end)]
    return meant[0] if len(meant) == 1 else None


def _shorter(key: str) -> Iterator[str]:
    """Yield the forms of a name to look for among those of fuller names."""
    yield key
    yield "~" + _FILLER.sub("", key)
    base = _PHASE_TAIL.sub("", key)
    if base != key:
        yield "=" + base


def _locate(folded: str, subjects: list[Subject]) -> None:
    """Find every mention of each subject, longer names first, so that no mention lies in another."""
    aliases: dict[str, Subject] = {}
    for subject in subjects:
        forms = {folded[name.start : name.end] for name in subject.names}
        own = folded[subject.name.start : subject.name.end]
        # 红旅基础设施项目 is not meant by every 基础设施, 特高压输电工程 not by a line for 特高压输电
        shorter = {_WORK_TAIL.sub("", form) for form in forms}
        forms |= {short for short in shorter if is_specific(short) and not is_common(short)}
        forms |= _done_to(own) if subject.name.kind == "listed" else set()
        aliases.update((form, subject) for form in forms if len(form) >= _SHORTEST or form == own)
        aliases.update((short, subject) for form in forms for short in _abbreviated(form))
    for start, form in _occurrences(folded, aliases):
        aliases[form].mentions.append((start, start + len(form)))


def _done_to(name: str) -> set[str]:
    """Return the forms by which a later paragraph speaks of what something is done to, or of the part that is new.

    >>> sorted(_done_to("青石水厂提标改造")), sorted(_done_to("县二中新建教学楼"))
    (['青石水厂'], ['新建教学楼'])
    """
    done, part = _DONE_TO.search(name), _NEW_PART.search(name)
    forms = {name[: done.start()]} if done and not is_common(name[: done.start()]) else set()
    return forms | ({part.group()} if part else set())


def _abbreviated(name: str) -> Iterator[str]:
    """Yield the short forms of a county's numbered house.

    >>> list(_abbreviated("县第二人民医院（一期）")), list(_abbreviated("东山县第五中学")), list(_abbreviated("青石中学"))
    (['县二院'], ['县五中', '东山五中'], [])
    """
    if found := _HOUSE.match(name):
        short = found["number"] + _HOUSES[found["kind"]]
        yield found["of"] + short
        if found["town"]:
            yield found["town"] + short


def _occurrences(folded: str, forms: dict[str, Subject]) -> Iterator[tuple[int, str]]:
    """Yield each place where a form stands, the longest at a place, none inside another."""
    by_front: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        by_front.setdefault(form[:3], []).append(form)
    done = 0
    heads = "".join(sorted({re.escape(form[0]) for form in forms}))
    for head in re.finditer(f"[{heads}]", folded) if heads else ():
        at = head.start()
        here = [form for form in by_front.get(folded[at : at + 3], ()) if folded.startswith(form, at)]
        if here and at >= done:
            yield at, here[0]
            done = at + len(here[0])
