"""Meetings, matches and festivals as what figures are of: 推介会上, 本届旅游节, 比赛共进行46场 (活动作主语)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause
from newsie.frames.statistic.subjects.topic import Topic
from newsie.text import Span

_AT_EVENT = re.compile(
    r"在?(?:当天|本次|此次|这次)?的?(?P<what>[\u4e00-\u9fff]{0,6}?(?:(?<!发布)(?<!吹风)会|仪式|论坛|活动))议?(?:现场)?上"
)
_ON_THE_SCENE = re.compile("(?:活动|招聘|招聘会)?现场(?=[0-9，共有])")
_NEAR_SCENE = 40
# 开幕当日，入场观众2万人次: of what was opened
_FIRST_DAY = re.compile("(?:开幕|开赛)(?:当[日天晚]|首日)|比赛期间")
# 会上集中签约项目21个: what is signed there, not what a speaker tells of
_DONE_THERE = re.compile(r"(?:会|仪式|现场|活动)上，?(?:还|共|集中|现场|同时){0,2}(?:签约|签订|签署|达成)")
_IS_HELD = re.compile(
    "[^，。；]{0,4}?(?:（[^（）\n]{2,8}）)?(?:(?:在|于)[^，。；\n]{2,20})?(?:火热|顺利|圆满|正式|成功|隆重|激情|热闹|如期)?"
    "(?:举行|举办|开幕|开赛|落幕|闭幕|打响|收官|鸣哨|启幕|启动|拉开(?:帷幕|序幕|大幕)|(?:鸣枪)?开跑|开锣)"
)
_LONGEST_LEAD = 6
# 本期培训为期5天, 培训班设课程9门
_TRAINING = re.compile(
    "(?:[本此该]期|[本此这]次)?(?:培训班?|研修班)(?=为期|共|历时|邀请|设|采取|将|吸引|课程|由[^，。；\n]{2,20}授课)"
)
_ENDS_IN_CLASS = re.compile("(?:培训|研修|学习)班?$")
_EDITION = re.compile("[本此这该]届")
# 此次集中签约 and 此次抽检 are someone's doings
_THIS = re.compile("[本此这]次(?=[\u4e00-\u9fff]{1,5}?(?:[会赛节展]|论坛|马拉松))")
_MATCH = re.compile(r"(?:本届|本次|此次|这次)?(?:赛事|比赛|大赛|赛会)(?=[共设分由历为将总奖进期吸]|[0-9])")
_ENDS_IN_MATCH = re.compile(r"(?:赛|马拉松|杯|运动会)$")
_ENDS_IN_FAIR = re.compile(
    "(?:赛|(?:扶贫|消费|展销|年货|购物|惠民)(?:集市|大集)|马拉松|杯|节|展|(?:运动|招聘|双选|博览|展销|展览|交易|洽谈|推介|对接|订货|[庙灯]|音乐|服博|车博)会)”?$"
)
_CEREMONY = re.compile(r"(?:开|闭)幕(?:式|仪式|会)?$|(?:启动|颁奖|开赛)?仪式$")
_NOUN = re.compile("[\u4e00-\u9fff]{1,5}?[会赛节展坛松周]")
# 第十九届中国（深圳）国际文化产业博览交易会今天开幕, 2025年某某博览会在某地
_NAMED = re.compile(
    r"(?:第[0-9一二三四五六七八九十百]{1,4}|首)届(?:[\u4e00-\u9fffA-Za-z—·-]|（[^（）\n]{1,6}）){1,28}?(?:会|展|节|赛|论坛|马拉松|电影周)(?:第[0-9一二三四五]期)?"
    r"(?=[，。；、（“”》\n—0-9]|[今昨明]|日前|近日|将|在|于|正|开|闭|落|举|召|首|参|期间|签约|成交|意向|现场|出口|进口|展[出区览位]|吸引|接待|累计|实现|达成|设|带动|拉动|启动|启幕|拉开|鸣枪|火热|顺利|已|圆满|进入|线下|线上|第|共|展|的|上[，的])"
)
# 第十四届全国人民代表大会第四次会议
_SITS = re.compile(
    "代表大会|委员会|常委会|全委会|中央|全国人大|政协|理事会|大会主席|[一二三四五六七八九十]中全会"
)
# 大会签约项目137个, 展览展出文物2037件: of the one that was told of
_BARE = re.compile(
    "(?P<what>大会|博览会|交易会|洽谈会|展览会|展会|展览|论坛|电影节|文化节|旅游节|运动会|电影周)(?=[共设分由历为将总奖进期吸汇展面集还签已首持以现参累吸展聚现]|[0-9])"
)
_SHOWS = ("会", "展", "展览")
# 第五届山货节签约金额超36亿元: not who prepares it, nor what it is of
_NOT_OF_EVENT = re.compile(
    "[的上、和与及暨中届]|期间|组委会|执委会|秘书处|筹[委备]|(?:开|闭)幕|(?:冠|亚|季)军|[金银铜]牌|[^，。；\n]{0,12}?(?:消息|获悉|新闻发布会|[说称]|表示|介绍)"
)
# 招聘会比往年多三成, 运动会达到26场: the fairs themselves are counted
_COUNTED = re.compile(
    "比(?!赛)|较(?!量)|(?:增[长加]|减少|下降)了?[近约超]?[0-9一二两三四五六七八九十]"
    "|[将已共总]?[达到超过有仅近约多少增]{0,3}[0-9一二两三四五六七八九十百]{1,6}[多余]?[场届次](?!人)"
)
# 青山县第五届山货节, 2025年中国第五届山货节
_OF_PLACE = re.compile("(?:[0-9]{4}年?)?(?:[\u4e00-\u9fff]{2,10}[省市县区州旗镇乡村]|中国|全国)?")
_SHORTEST_HEADED = 5
_HOLDS = re.compile("[\u4e00-\u9fff](?:举行|召开)[\u4e00-\u9fff]")
_LONGEST_NOUN = 6
_SHORTEST_NOUN = 2
_LONGEST_BACK = 800
_REACH = 400
"""How far back an event is looked for that 本届 or 比赛 stands for."""


class Occasions:
    """The events that an article tells of."""

    def __init__(self, string: str, events: Iterable[Span], others: Iterable[Span]) -> None:
        """`events` are where the meetings told of are named, `others` where what its name tells is one."""
        self._string = string
        # 某某新闻中心举行新闻发布会 is more than a name
        self._told = sorted(event for event in events if not _HOLDS.search(string, *event))
        read = sorted({*self._told, *others})
        # 青河县第四届龙舟赛 is the fuller name of 第四届龙舟赛
        self._editions = [edition for edition in _editions(string) if not _is_within(edition, read)]
        self._all = sorted({*self._editions, *_apart(read, self._editions)})
        self._fairs = [event for event in self._all if _ENDS_IN_FAIR.search(string, *event)]

    def __bool__(self) -> bool:
        """Tell whether the article tells of any."""
        return bool(self._all)

    def at_which(self, clause: Clause) -> Topic | None:
        """Return the meeting at which what follows in the sentence was done: 推介会上，共签约项目11个."""
        if _FIRST_DAY.fullmatch(self._string, *clause.span):
            opened = next(self._near(clause.span[0]), None)
            return (
                Topic((self._without_ceremony(opened),), clause.span[1], "event", own=True)
                if opened
                else None
            )
        at = _AT_EVENT.fullmatch(self._string, *clause.span)
        if at is None:
            return None
        named = (event for event in self._before(clause.span[0]) if at["what"] in self._string[slice(*event)])
        event = next(named, None)
        return Topic((event,), clause.span[1], "event", own=True) if event else None

    def opened(self, clause: Clause, begin: int) -> Topic | None:
        """Return the fair or the games that a clause says are held, from `begin` on: 第六届某某篮球赛在县体育馆举行."""
        place = bisect_right(self._fairs, (begin + _LONGEST_LEAD, begin))
        for start, end in reversed(self._fairs[max(0, place - 2) : place]):
            if (
                begin <= start
                and clause.span[1] > end
                and _IS_HELD.fullmatch(self._string, end, clause.span[1])
            ):
                return Topic((self._without_ceremony((start, end)),), end, "event", own=True)
        return None

    def widened(self, topic: Topic) -> Topic:
        """Return the fair whose name a story's subject only begins: 2019中国·某某（滨江）金秋经贸洽谈会, not 2019中国·某某."""
        start, end = topic.spans[0] if topic.spans else (0, 0)
        if start == end or self._string[start] in "全我本":
            return topic
        low = bisect_right(self._fairs, (start, end))
        fair = next(
            (fair for fair in self._fairs[max(0, low - 1) : low + 1] if fair[0] <= start and end < fair[1]),
            None,
        )
        return Topic((self._without_ceremony(fair),), topic.begin, "event", own=False) if fair else topic

    def on_the_scene(self, clause: Clause) -> Topic | None:
        """Return the fair that the sentence before told of: 举办专场招聘会。现场28家企业提供岗位430个."""
        start = clause.span[0]
        if not clause.figures or not _ON_THE_SCENE.match(self._string, start):
            return None
        event = next(self._before(start), None)
        near = event and start - event[1] <= _NEAR_SCENE and "\n" not in self._string[event[1] : start]
        return Topic((event,), start, "event", own=True) if event and near else None

    def signed_at(self, clause: Clause) -> Topic | None:
        """Return the meeting at which a clause tells of what was signed: 会上集中签约项目21个."""
        start = clause.span[0]
        event = next(self._before(start), None) if _DONE_THERE.match(self._string, *clause.span) else None
        return Topic((event,), start, "event", own=True) if event else None

    def headed(self, clause: Clause, begin: int) -> Topic | None:
        """Return the fair or the games whose figures a clause tells that begins with their name: 第五届山货节签约金额超36亿元."""
        if not clause.figures:
            return None
        if not self._string[begin].isalnum() and self._string[begin] != "“":
            return None
        low = bisect_right(self._all, (begin, 0))
        event = next(iter(self._all[low : low + 1]), None)
        if event is None or event[1] >= clause.figures[0].span[0]:
            return None
        if not _OF_PLACE.fullmatch(self._string, begin, event[0]) or event[1] - begin < _SHORTEST_HEADED:
            return None
        edition = event in self._editions
        fair = edition or _ENDS_IN_FAIR.search(self._string, *event)
        if not edition and _COUNTED.match(self._string, event[1], clause.span[1]):
            return None
        if not fair or _NOT_OF_EVENT.match(self._string, event[1], clause.span[1]):
            return None
        return Topic((self._without_ceremony((begin, event[1])),), event[1], "event", own=True)

    def meant(self, clause: Clause) -> Topic | None:
        """Return the event that a clause begins with, without its name: 本届旅游节, 比赛."""
        start, end = clause.span
        match = _MATCH.match(self._string, start, end)
        if match:
            found = next((event for event in self._near(start) if self._is_match(event)), None)
            return Topic((self._without_ceremony(found),), start, "event", own=True) if found else None
        if training := _TRAINING.match(self._string, start, end):
            near = (event for event in self._before(start) if _ENDS_IN_CLASS.search(self._string, *event))
            return next((Topic((event,), training.end(), "event", own=True) for event in near), None)
        if bare := _BARE.match(self._string, start, end):
            return self._of_bare(bare["what"], start)
        edition = _EDITION.match(self._string, start, end)
        this = edition or _THIS.match(self._string, start, end)
        named = self._by_noun(this.end(), end) if this else None
        return named or (
            self._short(edition.end(), end) or self._alike(edition.end(), end) if edition else None
        )

    def _of_bare(self, what: str, start: int) -> Topic | None:
        """Return the event of its paragraph that a bare 大会 or 展览 stands for."""
        endings = _SHOWS if what.startswith("展") else (what, what[-1])
        for ending in endings:
            for event in self._near(start):
                if "\n" not in self._string[event[1] : start] and self._ends(
                    self._without_ceremony(event), ending
                ):
                    return Topic((self._without_ceremony(event),), start, "event", own=True)
        return None

    def _short(self, head: int, end: int) -> Topic | None:
        """Return the edition whose short name stands at `head`: 文博会 of 第十九届国际文化产业博览交易会."""
        noun = _NOUN.match(self._string, head, end)
        if noun is None or len(noun.group()) < _SHORTEST_NOUN:
            return None
        for event in reversed(self._editions[: bisect_right(self._editions, (head, head))]):
            if head - event[1] <= _LONGEST_BACK and _shortens(noun.group(), self._string[slice(*event)]):
                return Topic((event,), noun.end(), "event", own=True)
        return None

    def _by_noun(self, head: int, end: int) -> Topic | None:
        """Return the event that the noun at `head` is of: 那达慕 of 第六届草原那达慕开幕式."""
        near = [self._without_ceremony(event) for event in self._near(head)]
        for stop in range(min(head + _LONGEST_NOUN, end), head + _SHORTEST_NOUN - 1, -1):
            noun = self._string[head:stop]
            event = next((event for event in near if self._ends(event, noun)), None)
            if event:
                return Topic((event,), stop, "event", own=True)
        return None

    def _alike(self, head: int, end: int) -> Topic | None:
        """Return the last event of its paragraph that is of the kind of the noun at `head`: 本届动漫会, a 会."""
        noun = _NOUN.match(self._string, head, end)
        near = (event for event in self._near(head) if "\n" not in self._string[event[1] : head])
        event = next((event for event in near if noun and self._ends(event, noun.group()[-1])), None)
        return Topic((event,), noun.end(), "event", own=True) if noun and event else None

    def _ends(self, event: Span, noun: str) -> bool:
        return self._string[slice(*event)].rstrip("”").endswith(noun)

    def _is_match(self, event: Span) -> bool:
        return _ENDS_IN_MATCH.search(self._string, *self._without_ceremony(event)) is not None

    def _without_ceremony(self, event: Span) -> Span:
        """Return where an event is named whose opening is told of: 旅游节 of 旅游节开幕式."""
        ceremony = _CEREMONY.search(self._string, *event)
        return (event[0], ceremony.start()) if ceremony and ceremony.start() > event[0] + 2 else event

    def _before(self, offset: int) -> Iterator[Span]:
        """Yield the meetings named before an offset, the last first."""
        return reversed(self._told[: bisect_right(self._told, (offset, offset))])

    def _near(self, offset: int) -> Iterator[Span]:
        """Yield the events named not far before an offset, the last first."""
        for event in reversed(self._all[: bisect_right(self._all, (offset, offset))]):
            if offset - event[1] > _REACH:
                return
            yield event


def _editions(string: str) -> Iterator[Span]:
    """Yield where fairs, games and festivals are named by their number: 第十四届中国航展."""
    if "届" in string:
        for named in _NAMED.finditer(string):
            if _SITS.search(named.group()) is None:
                yield named.span()


def _is_within(edition: Span, events: Sequence[Span]) -> bool:
    """Tell whether one of the events holds an edition and more."""
    near = events[max(0, bisect_right(events, edition) - 2) : bisect_right(events, edition)]
    return any(start < edition[0] and edition[1] <= end for start, end in near)


def _apart(events: Iterable[Span], editions: Sequence[Span]) -> Iterator[Span]:
    """Yield the events that overlap none of the editions."""
    for start, end in events:
        place = bisect_right(editions, (end, 0)) - 1
        if place < 0 or editions[place][1] <= start:
            yield start, end


def _shortens(short: str, full: str) -> bool:
    """Tell whether the characters of a short name stand in the full one, in their order.

    >>> _shortens("文博会", "第三届文化产业博览交易会"), _shortens("航展", "第三届车展")
    (True, False)
    """
    rest = iter(full)
    return full[-1] == short[-1] and all(character in rest for character in short)
