"""Where the reading of an article's subjects has come to (主语的承接)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause, Sentence
from newsie.frames.statistic.subjects.publishers import is_central
from newsie.frames.statistic.subjects.topic import NOBODY, Topic

# 党中央, 欧洲央行, 某国国防军 open news of which the next paragraph tells of others
_LOCAL_BODY = re.compile(
    r"[省市县区州旗镇乡村]|街道|社区|(?:公司|集团|合作社|农场|厂|[分支]行|所|站|队|学|校|院|局|园|中心)$"
)
# 县水务局迅速行动。 / 一是强化领导。……
_FIRST_ITEM = re.compile("一是|首先，|第一，")
_ITEM = re.compile("[一二三四五六七八九]是|[首其]先，|其次，|第[一二三四五六七八九]，|最后，")
_LEAST_NOUN = 2
_LONGEST_HOLD = 2000
"""How far an article's own subject holds: a yearly report has many."""


def as_far_as_figures(
    string: str, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, Sequence[Clause]]]:
    """Yield the sentences that figures may follow in their paragraph, with the clauses as far as they do.

    A paragraph that leads to a list of measures is read to its end, whose subject they are of.
    """
    leading = _before_items(string, sentences)
    last = {
        sentence.paragraph: sentence.number
        for sentence in sentences
        if any(clause.figures for clause in sentence.clauses)
    }
    for sentence in sentences:
        end = last.get(sentence.paragraph, -1)
        if sentence.paragraph in leading or sentence.number < end:
            yield sentence, sentence.clauses
        elif sentence.number == end:
            stop = max(number for number, clause in enumerate(sentence.clauses, 1) if clause.figures)
            yield sentence, sentence.clauses[:stop]


def _before_items(string: str, sentences: Sequence[Sentence]) -> frozenset[int]:
    """Return the paragraphs behind which a list of measures begins a paragraph for each: 一是强化领导."""
    if not any(word in string for word in ("一是", "首先，", "第一，")):
        return frozenset()
    return frozenset(
        one.paragraph
        for one, other in pairwise(sentences)
        if one.paragraph != other.paragraph and _FIRST_ITEM.match(string, other.span[0])
    )


@dataclass(slots=True)
class Flow:
    """Where the reading of an article's subjects has come to.

    Attributes:
        main: the article's own subject.
        current: that of the clause before.
        lasting: that which the sentence will leave to the next.
        told: whether the clause before told of works as done: 某某大道建成通车.
        among: whether it told of one of several: 其中京津项目占六成.
        carried: that with which the sentence began.
        listed: whether the sentence has told figures of it.
        someone: the last person without a name.
        doer: whose the measures are that a list of paragraphs tells of.
        outside: the current and the lasting one in front of the brackets it stands in.
    """

    main: Topic
    current: Topic
    lasting: Topic
    told: bool = False
    among: bool = False
    carried: Topic | None = None
    listed: bool = False
    outside: tuple[Topic, Topic] | None = None
    doer: Topic | None = None
    someone: Topic = NOBODY

    def set_aside(self, *, inside: bool) -> None:
        """Keep what is told of while what stands in brackets is told, and return to it."""
        if inside and self.outside is None:
            self.outside = self.current, self.lasting
        elif not inside and self.outside is not None:
            self.current, self.lasting = self.outside
            self.outside = None

    def turn_to_someone(self, string: str, topic: Topic) -> None:
        """Go on with a person without a name: 一名外省男子落网。该男子作案14起 is one; 后来又骗3000元 no more of where he is from."""
        start, end = topic.spans[0]
        same = string[start] in "该这那" and self.someone.spans
        if not same or not string.endswith(string[end - _LEAST_NOUN : end], *self.someone.spans[0]):
            self.someone = topic
        self.current, self.lasting = self.someone, NOBODY

    def begin(self, string: str, at: int, offset: int) -> None:
        """Begin a paragraph at an offset, so many characters behind the article's beginning."""
        if _FIRST_ITEM.match(string, at):
            self.doer = self.lasting if self.lasting.kind == "body" else None
        elif not _ITEM.match(string, at):
            self.doer = None
        far = self.main.kind != "land" and offset > _LONGEST_HOLD
        if far or (offset and self.main.kind == "body" and not _is_local(string, self.main)):
            self.main = NOBODY
        self.current, self.told, self.among = self.doer or self.main, False, False


def _is_local(string: str, topic: Topic) -> bool:
    """Tell whether a body is one whose own doings a local page tells on: an office of a place, a firm, a school."""
    return any(
        _LOCAL_BODY.search(string, *span) and not is_central(string[slice(*span)]) for span in topic.spans
    )
