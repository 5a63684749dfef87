"""Who does what is counted, where an indicator begins with him (施事): 法庭共巡回办案, 各热企已储煤.

Subjects that are names are known before (see `topics`); others are told by what they end in and by the adverb of
counting that parts them from their verb.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from newsie import lexicon
from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure, Sentence
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import first_verb, verb_at, words
from newsie.frames.statistic.subjects.topic import Topic
from newsie.frames.statistic.subjects.topics import Topics
from newsie.text import Span

_WHO = (
    "法院|法庭|检察院|[局队站厅院所办委社厂校店行庭署馆科处]|公司|企业?|集团|[各两三四]级|单位|部门|中心|基地|机构|支行|民警|法官|检察官|医生|教师|老师|干部|志愿者|党员|人员|[队社会职店学]员"
    "|员工|职工|工人|村民|居民|群众|农民|司机|市民|专家|代表|委员|团伙|嫌疑人|工作组|专班|党委|政府|两委”?|镇|乡|县|州"
)
_COUNTING = r"(?P<how>(?:共(?![同享建产青和])|先后|累计|已经?|一次性|随即|连夜|主动|还|又){1,3})"
_COUNTS = re.compile(_COUNTING)
_SURE = re.compile("共|先后|一次性|随即|连夜|主动")
_ACTOR = re.compile(
    rf"(?P<who>(?![为向给对由在从与把将被使让]|组织|联合)[^，。；：“”《》0-9]{{1,16}}?(?:{_WHO})){_COUNTING}"
)
_SEVERAL = re.compile(
    r"(?P<who>(?![为向给对由在从与把将被使让]|组织|联合|会同)[^，。；：“”《》0-9的]{2,24}?等(?:部门|单位|企业|乡镇|县区?))(?=[\u4e00-\u9fff]{3})"
)
# 其采用同样手段先后作案
_HE = re.compile(r"(?P<who>其)[^，。；0-9]{0,12}?(?:先后|共|累计)(?=作案|盗|诈|骗|抢|实施|流窜|贩)")
# 民警调取沿街监控录像30余处, 该团伙在网上收购他人银行卡
_DOER = re.compile(
    "(?:(?:该|这一|上述)(?:犯罪)?团伙|(?:办案|执勤|值班|巡逻|出警|社区|特巡警|刑侦|禁毒)?民警|(?:行政)?执法人员|(?:犯罪)?嫌疑人"
    "|办案人员|承办法官|执行[干法]警|办案检察官|工作人员|医务人员|救援人员)"
    "(?![们的被交供均都也仍及和与、]|介绍|表示|提[示醒]|[^，。；]{0,4}(?:说|称|告诉|建议)|已被|抓|共[计有]|一共|总)"
)

# 该团伙在网上收购他人银行卡; not 从某, whose name that is
_ACTING = re.compile("[在从向对将把以用先累还又已连](?![\u4e00-\u9fff]?[某、])")
# 医务人员感染率, 工作人员工资
_NOUN = re.compile("[\u4e00-\u9fff]{2}[率数量费]|总数|工资|待遇|人数|比例|管理|数量")


class Actors:
    """Who does what a sentence counts, figure after figure; to be asked in their order."""

    def __init__(self, source: Source, topics: Topics, sentence: Sentence) -> None:
        """Begin to read whom the clauses of `sentence` begin with."""
        self._source = source
        self._topics = topics
        self._actor: tuple[Span, ...] = ()
        self._sentence = sentence

    @cached_property
    def _doers(self) -> Sequence[Span | None]:
        """Who without a name does what each clause of the sentence tells of."""
        return tuple(_doers(self._source, self._sentence))

    def apart(
        self, topic: Topic, figure: Figure, indicator: tuple[Span, ...]
    ) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """Return the words of an indicator without who does it, and where he stands.

        The second is empty where the clause has a subject of its own, or nobody acts. Who did what the sentence
        counted before does what its further clauses tell: 法庭共巡回办案86件，调解52件.
        """
        acting = actor_of(self._source.string, indicator, figure.span[0])
        if acting is None:
            self._actor = () if topic.own else self._actor or self._doer(topic, figure)
            return self._without_doer(indicator, figure), self._actor
        who, begin = acting
        rest = ((begin, indicator[0][1]), *indicator[1:])
        # 其采用同样手段先后作案: who he is was told before
        if self._source.words(who) == "其":
            self._actor = ()
            return rest, ()
        # 全市｜法院共审结案件: the subject of the clause and those who act are one
        joined = bool(topic.spans) and topic.spans[-1][1] == who[0]
        if topic.own and not joined:
            self._actor = ()
            return indicator, ()
        whole = (topic.spans[-1][0], who[1]) if joined else who
        self._actor = (not topic.own and self._topics.named(*who)) or (whole,)
        return rest, self._actor

    def _doer(self, topic: Topic, figure: Figure) -> tuple[Span, ...]:
        """Return who without a name does what is counted, unless a body is spoken of, whose people they are."""
        if topic.kind == "body":
            return ()
        place = bisect_right(self._sentence.clauses, figure.span[0], key=lambda clause: clause.span[0])
        doer = self._doers[place - 1] if place else None
        return (doer,) if doer else ()

    def _without_doer(self, indicator: tuple[Span, ...], figure: Figure) -> tuple[Span, ...]:
        """Return an indicator without the unnamed who do it: 县市场监管局……执法人员检查食堂16家."""
        if not indicator or indicator[0][0] >= figure.span[0]:
            return indicator
        start, end = indicator[0]
        doer = doer_in(self._source.string, start, end)
        if doer is None:
            return indicator
        counting = _COUNTS.match(self._source.string, doer[1], end)
        begin = counting.end() if counting and counting.end() < end - 1 else doer[1]
        return ((begin, end), *indicator[1:])


def _doers(source: Source, sentence: Sentence) -> Iterator[Span | None]:
    """Yield for each clause who without a name does what it tells of: those of the clause before where it goes on."""
    doer: Span | None = None
    for clause in sentence.clauses:
        start = source.skip_lead(*clause.span)
        found = doer_in(source.string, start, clause.span[1])
        if found:
            doer = found
        # 走访群众近百人 goes on; 伤者有3人 is of others; what a gang has is all its own
        elif doer and not (
            source.string.endswith("团伙", *doer) or verb_at(source.string, start, clause.span[1]) > start
        ):
            doer = None
        yield doer


def doer_in(string: str, start: int, end: int) -> Span | None:
    """Return the unnamed person or group that a clause tells of, if it begins with one.

    >>> doer_in("民警调取监控录像30余处", 0, 13)
    (0, 2)
    """
    doer = _DOER.match(string, start, end)
    if doer is None or doer.end() >= end:
        return None
    # 医务人员感染率, 民警王某帮助…: a noun, or whose name follows
    begin = doer.end()
    named = string[begin] in lexicon.words("surnames.tsv") and verb_at(string, begin, end) == begin
    acts = _ACTING.match(string, begin, end) or not named
    if not acts or _NOUN.match(string, begin, end):
        return None
    return doer.span()


def actor_of(string: str, indicator: tuple[Span, ...], figure: int) -> tuple[Span, int] | None:
    """Return where who acts stands in front of the figure at `figure`, and where what he does begins; None if he does not.

    >>> words = "打岩人民法庭共巡回办案86次"
    >>> actor_of(words, ((0, 11),), 11)
    ((0, 6), 7)
    """
    if not indicator or indicator[0][0] >= figure:
        return None
    start, end = indicator[0]
    form, found = next(
        ((form, match) for form in (_ACTOR, _SEVERAL, _HE) if (match := form.match(string, start, end))),
        (None, None),
    )
    if found is None or found.end() >= end - 1:
        return None
    who = found.span("who")
    inside = first_verb(string, who[0] + 1, who[1])
    if inside and inside[1] < who[1] and string[slice(*inside)] not in words("nominal"):
        return None
    begin = found.end()
    every = string.startswith(("各", "全体"), start)
    if form is _HE or (form is _ACTOR and (every or _SURE.search(found["how"]))):
        return who, begin
    # 企业已复工285家, 雨量站累计雨量: who stands in front is counted, or nobody acts
    stop = verb_at(string, begin, end)
    acts = begin < stop < end and string[begin:stop] not in words("state")
    return (who, begin) if acts else None
