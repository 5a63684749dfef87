"""What an article tells of each of its undertakings, gathered from pieces of clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie import patterns as re
from newsie.frames.project import called, facts, status, steps
from newsie.frames.project.due import find_due, of_occasion
from newsie.frames.project.led import BEGUN, find_led, status_of
from newsie.frames.project.listed import SITE
from newsie.frames.project.names import find_builder
from newsie.frames.project.naming import has_own_front, is_own, names_place
from newsie.frames.project.plans import find_intention, find_undertaken, planning_paragraphs
from newsie.frames.project.progress import is_of_building
from newsie.frames.project.sighted import inspected, is_running, sentence
from newsie.frames.project.story import Told, tell
from newsie.frames.project.subjects import Subject
from newsie.frames.yearly import is_report, planned_from, planned_parts
from newsie.reading import Amount, Date, Reading
from newsie.spans import Spanned, Within, start_behind
from newsie.text import Span

_BEGUN: tuple[status.Status, ...] = ("planned", "started")
_TOLD_AS_DONE = re.compile("目前|已经?(?!然|有)|正在|去年|上年|截至")
_BUILT: tuple[status.Status, ...] = ("under_construction", "started", "resumed", "finishing", "completed")
_TO_BEGIN = ("开工", "动工", "奠基", "开建", "开工建设", "动工建设", "动工兴建", "施工")
# a part of a line that was begun or is done, not one in use
_PART_BUILT: tuple[status.Status, ...] = (
    "started", "under_construction", "resumed", "finishing", "completed",
)  # fmt: skip
_WHEN = re.compile(
    "(?:今年|去年|年内|[上下]半年|[一二三四]季度|近日|日前|今[天日]|昨天|[0-9]{1,4}[年月日][底初份]?|（[^（）]{2,10}）|已经?|将|于){1,6}"
)
# 工程预计明年完工: of what the sentence names
_OF_IT = re.compile(
    "(?:该|整个|本)?(?:项目|工程|全线|线路|一期|预计|计划|力争|确保|有望|即?将|今年|明年|年[内底])"
)
_NEAR, _LOOKBACK = 14, 32
_LONGEST_BACK, _LONGEST_SENTENCE = 800, 400
_SERIES = re.compile("分别[是为]|其中|包括")
# 此次签约的项目涉及…领域。甲项目总投资12亿元: those of the occasion told right before
_SIGNING = re.compile(
    "(?:此次|本次|这次|集中|现场|当天|会上|共|总计)签约的?[^，。；\n]{0,12}项目|项目(?:集中|现场|当场|成功){0,2}签约"
)
# 某某园区一批合作项目签约, 甲、乙等项目开工: what is told of others there
_OF_OTHERS = re.compile(
    r"(?!等)(?:[^，。；]{0,12}一批[^，。；]{0,14}(?:项目|工程)(?!部)|[^，。；]{3,30}等[^，。；、]{0,8}(?:项目|工程))"
)
_BUILDING_SITE = re.compile("施工|建设|工地|作业")


@dataclass(slots=True)
class Findings:
    """What was read of one undertaking.

    Attributes:
        subject: its names and mentions.
        figures: the first amount for each figure field.
        owner: where its owner stands.
        place: where its place stands.
        signs: every sign of a status.
        milestones: steps, each with its day.
        is_built: whether a sign of building stands right behind a name.
        is_done: whether any sign does, or a figure in its clause.
        is_opened: whether it is said right behind a name, or a list of them, that it is or will be in use.
        is_told: whether a sign or a step stands in a sentence that names it or means it.
        promised: what is said to come once it is built (建成通车后，将…).
        due: what is said to be done with it in time (预计明年通车).
        held: where a ceremony begins or opens it.
        listing: whether it stands in a yearly report, which is of one place.
    """

    subject: Subject
    figures: dict[facts.Figure, Amount] = field(default_factory=dict)
    owner: Span | None = None
    place: Span | None = None
    signs: list[status.Sign] = field(default_factory=list)
    milestones: list[tuple[Span, Date | None]] = field(default_factory=list)
    is_built: bool = False
    is_done: bool = False
    is_opened: bool = False
    is_told: bool = False
    promised: Span | None = None
    due: status.Sign | None = None
    held: Span | None = None
    listing: bool = False

    @property
    def kinds(self) -> set[str]:
        """The kinds of its names."""
        return {name.kind for name in self.subject.names}


def gather_findings(reading: Reading, subjects: Sequence[Subject]) -> list[Findings]:
    """Return what an article tells of each of its undertakings."""
    gatherer = _Gatherer(reading)
    persons: Within[Spanned] = Within(reading.labelled("PERSON"))
    listing = planned_from(reading) < len(reading.text) or is_report(reading)
    findings = [Findings(subject, listing=listing) for subject in subjects]
    for told in tell(reading.text.folded, subjects, persons, listing=listing):
        gatherer.read(told, [findings[index] for index in told.subjects])
    for found in findings:
        gatherer.look_around(found)
    folded = reading.text.folded
    for found in findings:
        if not found.signs and (found.is_told or found.figures):
            found.signs += _inferred(folded, found, findings)
        found.signs = found.signs or _by_part(folded, found)
    return findings


def _by_part(folded: str, found: Findings) -> list[status.Sign]:
    """Take works for being built of which a crucial part is told: 某某高铁全线控制性工程某某隧道贯通."""
    parts = (called.find_part(folded, mention) for mention in found.subject.mentions)
    return [status.Sign("under_construction", *part) for part in parts if part][:1]


def _inferred(folded: str, found: Findings, findings: Sequence[Findings]) -> list[status.Sign]:
    """Take works for being built whose part is (某某高铁某某特大桥转体), or of which it is said what comes then."""
    whole = folded[slice(*found.subject.name[:2])]
    for other in findings:
        name, sign = folded[slice(*other.subject.name[:2])], status.strongest(other.signs)
        if len(name) > len(whole) and name.startswith(whole) and sign and sign.status in _PART_BUILT:
            return [sign._replace(status="under_construction")]
    # 察看了某某工程，建成后将…: merely inspected
    if any(inspected(folded, span, found.kinds) for span in found.subject.mentions):
        return []
    if found.due:
        return [of_occasion(folded, found.due)]
    if not found.promised:
        return []
    return [of_occasion(folded, status.Sign("under_construction", *found.promised))]


class _Gatherer:
    """Reads the pieces of one article into findings."""

    def __init__(self, reading: Reading) -> None:
        self._folded = reading.text.folded
        self._amounts = Within(reading.amounts)
        self._dates = Within(reading.dates)
        self._planned = planned_from(reading)
        self._plans = planned_parts(reading)
        if is_report(reading):
            self._plans += tuple(planning_paragraphs(self._folded))
        self._ahead = status.dates_ahead(reading.dates, reading.published)

    def read(self, told: Told, findings: Sequence[Findings]) -> None:
        """Read the fields that one piece of a clause gives its undertakings."""
        if not (told.named and _OF_OTHERS.match(self._folded, told.start, told.end)):
            self._read_course(told, self._worked_at(told, findings))
        if len(findings) == 1:
            self._read_single(told, findings[0])
        else:
            self._read_shares(told, findings)

    def _worked_at(self, told: Told, findings: Sequence[Findings]) -> Sequence[Findings]:
        """Return which of a list are building sites: the last of 来到某水库、某医院和某广场|施工现场."""
        site = SITE.match(self._folded, told.start, told.end) if told.named else None
        if site is None or site.group().startswith("等"):
            return findings
        runs = [is_running(self._folded[slice(*found.subject.name[:2])]) for found in findings]
        # 来到某医院、某小学施工现场: all of them
        return [found for found, on_way in zip(findings, runs, strict=True) if runs[-1] or not on_way]

    def _read_course(self, told: Told, findings: Sequence[Findings]) -> None:
        """Read how far the undertakings have come."""
        piece = (told.start, told.end)
        # 桩基施工比预想的快: the company's word for it is a step, no status
        signs = [] if told.said else self._signs(piece, told)
        planned = self._is_plan(told.clause)
        if planned:
            signs = [sign._replace(status="planned") for sign in signs if sign.status in _BEGUN]
        behind = told.named and not self._folded.endswith("的", *piece)
        # 某某医院5月3日|开工建设
        when = _WHEN.match(self._folded, *piece)
        front = when.end() if when else told.start
        near = [sign for sign in signs if behind and sign.start - front < _NEAR]
        step = [] if planned and not self._is_dated(told) else self._step(told)
        promised = status.find_promised(self._folded, piece)
        about = told.near and (told.named or _OF_IT.match(self._folded, *piece))
        due = find_due(self._folded, piece, told.clause) if about else None
        for found in findings:
            found.promised = found.promised or promised
            found.due = found.due or due
            found.is_told |= promised is not None or due is not None
            found.signs += signs
            found.is_built |= any(self._of_works(sign) for sign in near)
            found.is_done |= bool(near or (behind and step))
            found.is_opened |= behind and called.is_opened(self._folded, piece)
            found.is_told |= told.near and bool(signs or step)
            found.milestones += step

    def _signs(self, piece: Span, told: Told) -> list[status.Sign]:
        return [*status.read_signs(self._folded, piece, self._ahead, told.clause), *self._site(told)]

    def _of_works(self, sign: status.Sign) -> bool:
        """Tell whether a sign is of building, done or to begin: 某医院上半年开工, not 某医院改革顺利推进, 某医院签约."""
        if sign.status == "planned":
            return self._folded.endswith(_TO_BEGIN, sign.start, sign.end)
        return sign.status in _BUILT and not self._folded.endswith(("推进", "实施"), sign.start, sign.end)

    def _is_plan(self, clause: Span) -> bool:
        """Tell whether a clause stands among a yearly report's plans: 某某水厂开工建设 is one there."""
        planned = clause[0] >= self._planned or self._in_plans(clause[0])
        return planned and not _TOLD_AS_DONE.search(self._folded, *clause)

    def _in_plans(self, at: int) -> bool:
        return any(start <= at < end for start, end in self._plans)

    def _is_dated(self, told: Told) -> bool:
        return bool(self._dates.between(told.start, told.end))

    def _site(self, told: Told) -> list[status.Sign]:
        """Return the sign that a word for a building site right behind a name gives."""
        site = SITE.match(self._folded, told.start, told.end) if told.named else None
        if not site or not _BUILDING_SITE.search(site.group()):
            return [status.Sign("under_construction", told.start, told.end)] if self._on_site(told) else []
        start = site.end() - len(site.group().lstrip("等的"))
        return [status.Sign("under_construction", start, site.end())]

    def _on_site(self, told: Told) -> bool:
        """Tell whether a clause only says where: 在某某项目现场，…."""
        start, end = told.clause
        words = self._folded[told.start : end]
        works = self._folded.endswith(("项目", "工程"), start, told.start)
        return told.named and words == "现场" and works and self._folded[start] == "在"

    def _step(self, told: Told) -> list[tuple[Span, Date | None]]:
        if self._folded.endswith("的", told.start, told.end):
            return []
        return [*steps.find_steps(self._folded, (told.start, told.end), self._dates, told.clause)]

    def _read_shares(self, told: Told, findings: Sequence[Findings]) -> None:
        """Read what is told of each of several in turn: 分别完成工程量的62%和四成; who builds one builds all."""
        piece = told.start, told.end
        owner = facts.find_owner(self._folded, piece)
        for found in findings:
            found.owner = found.owner or owner
        for kind, shares in facts.shares(self._folded, self._amounts.between(*piece), piece[0]):
            if len(shares) != len(findings):
                continue
            for found, amount in zip(findings, shares, strict=True):
                found.figures.setdefault(kind, amount)
                found.is_told = found.is_done = True
                if kind == "progress":
                    found.signs.append(status.Sign("under_construction", amount.start, amount.end))

    def _read_single(self, told: Told, found: Findings) -> None:
        piece = told.start, told.end
        for amount in self._amounts.between(*piece):
            kind = facts.figure(self._folded, amount, piece[0])
            before = self._folded[max(piece[0], amount.start - _LOOKBACK) : amount.start]
            if kind == "progress" and not is_of_building(
                before, found.kinds, self._folded[slice(*found.subject.name[:2])]
            ):
                continue
            if kind:
                found.figures.setdefault(kind, amount)
                found.is_done |= told.named
            if kind == "progress":
                found.signs.append(status.Sign("under_construction", amount.start, amount.end))
            if kind == "investment":
                found.owner = found.owner or facts.find_investor(self._folded, amount, piece[0])
        found.owner = found.owner or facts.find_owner(self._folded, piece)
        found.place = found.place or facts.find_place(self._folded, piece)
        found.held = found.held or facts.find_ceremony(self._folded, piece)

    def look_around(self, found: Findings) -> None:
        """Fill place and status from where the names stand: their division, sentence, list."""
        places = [name.place for name in found.subject.names if name.place]
        found.place = found.place or next(iter(places), None)
        found.place = found.place or found.held
        item = next((name for name in found.subject.names if name.kind == "item"), None)
        for mention in found.subject.mentions:
            self._read_promise(found, mention)
            self._read_led(found, mention)
            found.owner = found.owner or find_builder(self._folded, mention)
            found.owner = found.owner or facts.find_giver(self._folded, mention)
            start = sentence(self._folded, mention)[0]
            area = facts.find_area_before(self._folded, mention) or facts.find_class_area(
                self._folded, mention
            )
            found.place = found.place or area or facts.find_setting(self._folded, start, mention)
            if not found.signs and not item:
                found.signs += self._setting(start, mention[0], found.kinds)
                found.is_told |= bool(found.signs)
                found.is_done |= any(sign.status == "under_construction" for sign in found.signs)
        if item and all(sign.status == "planned" for sign in found.signs):
            # the occasion stands before the list: 签订合作项目4个，分别是：甲，…；乙，…
            colon = self._folded.rfind("：", 0, item.start) + 1
            found.signs = self._occasion(max(0, colon - _LONGEST_BACK), colon) or found.signs
        if not found.signs and found.figures:
            found.signs += self._series(found.subject.mentions[0])

    def _read_spent(self, found: Findings, end: int, sign: status.Sign | None) -> None:
        """Read the sum that ends at an offset, and what its verb says of the undertaking if nothing else does."""
        amounts = self._amounts.between(max(0, end - _NEAR), end)
        if amounts:
            found.figures.setdefault("investment", amounts[-1])
        if sign and not found.signs:
            found.signs.append(sign)

    def _read_promise(self, found: Findings, mention: Span) -> None:
        """Read who says to build the undertaking, and where."""
        if intended := facts.find_intended(self._folded, mention):
            found.signs.append(status.Sign("planned", *intended))
        front = min(
            (name.front for name in found.subject.names if name.start == mention[0]), default=mention[0]
        )
        if spent := facts.find_spent(self._folded, (front, mention[1])):
            self._read_spent(found, *spent)
        if not found.signs and (intention := find_intention(self._folded, (front, mention[1]))):
            found.signs.append(intention)
            found.is_told = True
        if signers := facts.find_signers(self._folded, mention):
            found.place, found.owner = found.place or signers[0], found.owner or signers[1]
        if promise := facts.find_promise(self._folded, mention):
            owner, plan, place = promise
            found.owner, found.place = found.owner or owner, found.place or place
            found.signs.append(status.Sign("planned", *plan))
            for amount in self._amounts.between(place[1], mention[0]):
                if facts.figure(self._folded, amount, place[1]) == "investment":
                    found.figures.setdefault("investment", amount)

    def _read_led(self, found: Findings, mention: Span) -> None:
        """Read what a report does to works: 推进某某市场项目建设, 完成某某桥改造."""
        front = min(
            (name.front for name in found.subject.names if name.start == mention[0]), default=mention[0]
        )
        sign, begun = (None, False) if found.signs else self._led((front, mention[1]))
        if sign:
            found.signs.append(sign)
            # 推进茶旅融合项目: a programme, nothing that stands
            name = self._folded[slice(*mention)]
            built = begun or names_place(name)
            found.is_told |= built
            # 完成公园景观、道路、活动广场建设: parts
            found.is_built |= built and (is_own(name) or (begun and has_own_front(name)))

    def _led(self, works: Span) -> tuple[status.Sign | None, bool]:
        """Return the sign of a verb in front of works, and whether it begins or makes them."""
        led, planned = find_led(self._folded, works), self._in_plans(works[0])
        if led:
            sign = status.Sign(status_of(led, planned=planned), led.start, led.end)
            return sign, led.verb in BEGUN
        return (find_undertaken(self._folded, works) if planned else None), False

    def _series(self, mention: Span) -> list[status.Sign]:
        """Return the occasion of a name in a series: 集中开工…。分别是总投资5亿元的甲项目，总投资3亿元的乙项目."""
        start = sentence(self._folded, mention)[0]
        if _SERIES.search(self._folded, start, mention[0]):
            return self._occasion(max(0, start - _LONGEST_BACK), start)
        before = start_behind("。", self._folded, start - _LONGEST_SENTENCE, max(0, start - 1))
        signing = _SIGNING.search(self._folded, before, start)
        return [status.Sign("planned", *signing.span())] if signing else []

    def _setting(self, start: int, end: int, kinds: set[str]) -> list[status.Sign]:
        """Return the status that the sentence gives a name in it."""
        site = SITE.search(self._folded, start, end)
        # 在某片区建设现场，一行走进某产业园: what is visited on a site is being built
        if site and self._folded[start] == "在" and _BUILDING_SITE.search(site.group()):
            return [status.Sign("under_construction", *site.span())]
        return self._occasion(start, end) if kinds & {"work", "loose", "listed"} else []

    def _occasion(self, start: int, end: int) -> list[status.Sign]:
        occasion = status.read_occasion(self._folded, start, end)
        if occasion is None or status.is_wished(self._folded, occasion.start, occasion.start):
            return []
        return [occasion._replace(status="planned") if start >= self._planned else occasion]
