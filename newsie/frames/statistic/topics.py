"""Who or what a clause is about: its governing subject (主语), followed through the paragraphs.

A subject holds from the clause that names it to the next that names another: 该局检查企业…，
取缔企业5家 are one office's doings. Anaphors (该局, 全市, 项目) stand for the fullest name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from newsie.frames.statistic.layout import Clause, Sentence
from newsie.frames.statistic.names import Name, name_at, prefixes
from newsie.frames.statistic.words import either, words
from newsie.reading import Date, Mention, Reading
from newsie.text import Span

_SOURCE = re.compile(r"从(?=[^，。\n]{2,40}?(?:获悉|了解到|得知|了解|采访中))")
_TITLE = re.compile(
    r"(?:党组|党委|党工委|原)?(?:副|代)?(?:书记|主任|局长|院长|校长|部长|区长|县长|市长|镇长|乡长|村长|会长|主席|经理|董事长|"
    r"秘书长|检察长|行长|队长|站长|所长|科长|处长|主管|常委|委员|负责|干部|领导|工作人员|相关|有关|党员|职工|群众|居民|村民|民警|成员|人大代表|一名|一位|总(?:经理|工程师|裁|监|会计师|书记))"
)
_AFTER = re.compile(r"等?(?:的)?[、和与及]")
_JOIN = re.compile(r"联合|会同|与|和|、|及")
_ANAPHOR = re.compile(r"(?:该|本|此|这个|这座|这家|这条|该项)(?=[\u4e00-\u9fff])")
_AREA = re.compile(r"(?:全|我|本)(?:[省市区县州旗盟镇乡村院校]|街道|社区)")
_LOCAL = re.compile(r"[省市区县州旗镇乡村]里(?![的面])")
_LOCATED = re.compile(r"(?:位于|坐落于|坐落在|落户)[^，。；\n]{2,20}的")
_SMALL = frozenset("镇乡村院校") | {"街道", "社区"}
_NATION = re.compile(r"全国|我国")
_NATIONAL = re.compile(r"国家统计局|国务院|海关总署|国内生产总值")
_FOUNDING = re.compile(r"(?:(?P<held>举办|举行|召开|主办的|承办的)|成立|组建|创办|建起|设立)了?(?:以)?")
_HELD = re.compile(r"(?:在|于)[^，。；\n]{2,16}(?:举办|举行|开幕|落幕|启动|开赛)|(?:火热|顺利|圆满|正式)?(?:开赛|开幕|落幕|举行)")
_HOME = re.compile(r"我们?家里?|俺家|我(?!们|国|省|市|区|县|州|校|院|镇|村|乡|军|党)")
_LONGEST_SPEECH = 160
_NEAR = 24
_BARE = ("项目", "工程", "公司", "合作社", "园区", "中心", "水库")
_AT = re.compile(r"(?:走进|来到|在)")
_AT_END = re.compile(r"(?:里|内|上|的)?(?:施工|建设|项目|生产)?(?:现场|工地|一线)?$")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a clause is about.

    Attributes:
        spans: where the subject's fullest words stand; empty when nothing is named.
        begin: where the clause's own words begin, behind connectives, dates and the subject.
        kind: what the subject is; "" when there is none.
        own: whether the clause names it itself.
        each: where the clause names each of several subjects (A、B分别…).
    """

    spans: tuple[Span, ...]
    begin: int
    kind: str
    own: bool
    each: tuple[Span, ...] = ()


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(either("lead"))


def skip_lead(string: str, start: int, end: int, dates: dict[int, Date]) -> int:
    """Return where the words behind connectives, adverbs and dates begin.

    >>> skip_lead("其中，已累计检查", 0, 8, {})
    4
    """
    at = start
    while at < end:
        date = dates.get(at)
        if date is not None and date.end <= end:
            at = date.end
            while at < end and string[at] in "，、份期间":
                at += 1
            continue
        match = _lead().match(string, at, end)
        if match is None:
            return at
        at = match.end()
    return at


class Topics:
    """The subjects of an article's clauses.

    Built once for a reading; `of` gives the topic of a clause.
    """

    def __init__(self, reading: Reading, sentences: Sequence[Sentence]) -> None:
        self._string = reading.text.folded
        self._dates = {date.start: date for date in reading.dates}
        self._mentions = _by_start(reading.mentions)
        self._names = _Names(self._string, self._mentions, self._dates, sentences)
        self._main = self._find_main(sentences)
        self._topics = dict(self._follow(sentences))

    def of(self, clause: Clause) -> Topic:
        """Return what `clause` is about."""
        return self._topics[clause.span]

    def named(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the fullest words of the name at `start`, if there is one."""
        name, _ = self._named_at(start, end)
        return self._resolve(name) if name else ()

    def _find_main(self, sentences: Sequence[Sentence]) -> Topic:
        """Return the article's own subject: of its first figures, else 记者从X获悉, else the first named."""
        for sentence in sentences:
            if not any(clause.figures for clause in sentence.clauses):
                continue
            for clause in sentence.clauses:
                topic = self._of_clause(clause)
                if topic.own and topic.kind in ("land", "body"):
                    return self._national() or topic
            break
        national = self._national()
        if national:
            return national
        source = _SOURCE.search(self._string)
        name = name_at(self._string, source.end(), source.end() + 40, self._mentions) if source else None
        names = [name] if name else [other for other in self._names.clause_names if other.kind != "person"]
        return Topic((self._names.fullest(names[0]),), 0, names[0].kind, own=False) if names else Topic((), 0, "", own=False)

    def _national(self) -> Topic | None:
        """Return the whole country as subject of figures that its organs report."""
        nation = _NATION.search(self._string)
        if nation and _NATIONAL.search(self._string):
            return Topic((nation.span(),), 0, "land", own=False)
        return None

    def _follow(self, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, Topic]]:
        paragraph = -1
        current = main = self._find_main(sentences)
        for sentence in sentences:
            if sentence.paragraph != paragraph:
                paragraph, current = sentence.paragraph, main
            lasting = current
            for clause in sentence.clauses:
                topic = self._of_clause(clause)
                if topic.own and (topic.kind != "person" or clause.figures):
                    current = topic
                    lasting = topic if topic.kind != "person" else lasting
                yield clause.span, replace(topic, spans=current.spans, kind=current.kind)
                brought = None if clause.figures else self._brought_in(clause)
                if brought:
                    current = lasting = brought
            current = lasting

    def _brought_in(self, clause: Clause) -> Topic | None:
        """Return what a clause founds or holds, which the clauses after it are about: 成立合作社, 举办招聘会."""
        for match in _FOUNDING.finditer(self._string, *clause.span):
            name = name_at(self._string, match.end(), clause.span[1], self._mentions)
            if name is None or name.kind not in (("event",) if match["held"] else ("body", "works")):
                continue
            if name.end == clause.span[1] or _HELD.match(self._string, name.end):
                return Topic((name.span,), clause.span[1], name.kind, own=True)
        return None

    def _of_clause(self, clause: Clause) -> Topic:
        start, end = clause.span
        end = clause.figures[0].span[0] if clause.figures else end
        begin = skip_lead(self._string, start, end, self._dates)
        located = _LOCATED.match(self._string, begin, end)
        if located:
            begin = located.end()
        name, at = self._speaker(begin, clause.span[1]) or self._named_at(begin, end)
        if name is None:
            name, at = self._stage(start, end)
        if name is None or not self._governs(name.kind, at, end):
            return Topic((), begin, "", own=False)
        spans = [self._resolve(name)]
        each = [(begin, at)]
        while at < end:
            joint = _JOIN.match(self._string, at, end)
            further = name_at(self._string, joint.end(), end, self._mentions) if joint else None
            if joint is None or further is None:
                break
            spans += [(joint.span(),), self._resolve(further)]
            each.append(further.span)
            at = further.end
        return Topic(tuple(span for part in spans for span in part), at, name.kind, own=True, each=tuple(each))

    def _speaker(self, start: int, end: int) -> tuple[Name, int] | None:
        """Return the person who says 我家…: named behind the quotation, else in front of it."""
        own = _HOME.match(self._string, start, end)
        if own is None:
            return None
        people = [mention for mention in self._mentions.values() if mention.label == "PERSON"]
        closing = self._string.find("”", end, end + _LONGEST_SPEECH)
        behind = [one for one in people if closing <= one.start <= closing + _NEAR] if closing >= 0 else []
        opening = self._string.rfind("“", max(0, start - _LONGEST_SPEECH), start)
        ahead = [one for one in people if opening - _NEAR <= one.start < opening] if opening >= 0 else []
        speaker = behind[:1] or ahead[-1:]
        return (Name(speaker[0].start, speaker[0].end, "person"), own.end()) if speaker else None

    def _stage(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the place of 在X施工现场, which the sentences after it are about."""
        opening = _AT.match(self._string, skip_lead(self._string, start, end, self._dates), end)
        if opening is None:
            return None, start
        name = name_at(self._string, opening.end(), end, self._mentions)
        if name and _AT_END.fullmatch(self._string, name.end, end):
            return name, end
        return None, start

    def _named_at(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the name that stands or is stood for at `start`, and where the words for it end."""
        anaphor = _ANAPHOR.match(self._string, start, end)
        if anaphor:
            return self._names.anaphor(start, anaphor.end(), end)
        local = _LOCAL.match(self._string, start, end)
        if local:
            return Name(start, local.end(), "land"), local.end()
        name, stop = self._names.bare(start, end)
        if name is None:
            name = name_at(self._string, start, end, self._mentions)
            stop = name.end if name else start
        return name, stop

    def _governs(self, kind: str, stop: int, end: int) -> bool:
        """Tell whether a name at the head of a clause is its subject, not a modifier."""
        if kind == "event" or _TITLE.match(self._string, stop, end):
            return False
        if kind == "person":
            return not any(self._string.startswith(word, stop) for word in words("speech"))
        return not self._string.startswith("的", stop)

    def _resolve(self, name: Name) -> tuple[Span, ...]:
        return (self._names.fullest(name),)


def _by_start(mentions: Sequence[Mention]) -> dict[int, Mention]:
    longest: dict[int, Mention] = {}
    for mention in mentions:
        if mention.start not in longest or mention.end > longest[mention.start].end:
            longest[mention.start] = mention
    return longest


class _Names:
    """Every name of an article, to find the fullest form of each."""

    def __init__(
        self,
        string: str,
        mentions: dict[int, Mention],
        dates: dict[int, Date],
        sentences: Sequence[Sentence],
    ) -> None:
        self._string = string
        self.clause_names: list[Name] = []
        found: dict[Span, Name] = {}
        self._prominent: set[int] = {clause.span[0] for sentence in sentences for clause in sentence.clauses}
        self._prominent.update(date.end for date in dates.values())
        self._prominent.update(match.end() for match in _SOURCE.finditer(string))
        for sentence in sentences:
            for clause in sentence.clauses:
                for at in _openings(string, clause, dates):
                    name = name_at(string, at, clause.figures[0].span[0] if clause.figures else clause.span[1], mentions)
                    if name:
                        self._add(found, name)
                        self.clause_names.append(name)
        for mention in mentions.values():
            if mention.label in ("ORG", "PLACE"):
                kind = "body" if mention.label == "ORG" else "land"
                found.setdefault((mention.start, mention.end), Name(mention.start, mention.end, kind))  # type: ignore[arg-type]
        self._all = sorted(found.values(), key=lambda name: name.span)

    def _add(self, found: dict[Span, Name], name: Name) -> None:
        if _ANAPHOR.match(self._string, *name.span):
            return
        found.setdefault(name.span, name)
        if name.kind != "person":
            for prefix in prefixes(self._string, name):
                found.setdefault(prefix.span, prefix)

    def fullest(self, name: Name) -> Span:
        """Return where the longest name stands that ends like `name`.

        全市 and 县里 stand for the place of that rank that the article names, if it does.
        """
        form = self._string[name.start : name.end]
        area = _AREA.fullmatch(form) or _LOCAL.fullmatch(form)
        if area:
            level = form[1:] if form[0] in "全我本" else form[0]
            return self._place(level, name)
        best, longest = name.span, len(form)
        for other in self._all:
            words_ = self._string[other.start : other.end]
            if other.kind == name.kind and len(words_) > longest and words_.endswith(form):
                best, longest = other.span, len(words_)
        return best

    def _place(self, level: str, name: Name) -> Span:
        """Return the place of a rank (市, 村) that `name` (全市, 村里) stands for."""
        ranked = [
            other
            for other in self._all
            if self._string.endswith(level, other.start, other.end)
            and other.end - other.start > len(level) + 1
            and not _AREA.match(self._string, *other.span)
            and other.kind != "works"
        ]
        if level in _SMALL:
            near = [other for other in ranked if other.start < name.start] or ranked
            return near[-1].span if near else name.span
        return next((other.span for other in ranked if other.start in self._prominent), name.span)

    def anaphor(self, start: int, head: int, end: int) -> tuple[Name | None, int]:
        """Return the name that 该X at `start` stands for, the last before it that ends in X, and X's end."""
        for stop in range(min(head + 6, end), head, -1):
            name = self._ending_in(self._string[head:stop], start)
            if name:
                return name, stop
        for word in ("项目", "工程"):
            if self._string.startswith(word, head):
                return self._last_works(start), head + len(word)
        return None, start

    def _last_works(self, start: int) -> Name | None:
        return next((other for other in reversed(self._all) if other.start < start and other.kind == "works"), None)

    def bare(self, start: int, end: int) -> tuple[Name | None, int]:
        """Return the works that 项目 or 工程 at the head of a clause stands for, and the word's end."""
        for word in _BARE:
            if self._string.startswith(word, start) and start + len(word) < end:
                name = self._ending_in(word, start)
                if name is None and word in ("项目", "工程"):
                    name = self._last_works(start)
                return name, start + len(word) if name else start
        return None, start

    def _ending_in(self, tail: str, start: int) -> Name | None:
        for other in reversed(self._all):
            longer = other.end - other.start > len(tail)
            if other.start < start and longer and self._string.endswith(tail, other.start, other.end):
                return other
        return None


def _openings(string: str, clause: Clause, dates: dict[int, Date]) -> Iterator[int]:
    """Yield the places in a clause where a name may begin."""
    start, end = clause.span
    end = clause.figures[0].span[0] if clause.figures else end
    yield skip_lead(string, start, end, dates)
    for match in re.finditer(r"从|在|由|到|赴|向|对|联合|、|和|进|至|位于|的|与|成立|组建|创办|举办|举行|召开|主办|承办|启动|前往|察看|考察|调研|督导|走进|来到|深入", string[start:end]):
        if match.end() < end - start:
            yield start + match.end()
    for date in dates.values():
        if start <= date.start and date.end < end:
            yield date.end
