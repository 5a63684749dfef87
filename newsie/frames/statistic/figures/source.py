"""The text that figures are read from, with its dates by where they begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newsie import patterns as re
from newsie.frames.statistic.figures.words import either, words
from newsie.lexicon import layered
from newsie.reading import Date
from newsie.text import Span

# 力争到2025年全市总产值突破1800亿元
_BY_THEN = re.compile(r"(?:力争|确保|争取|预计|计划|有望)?到")
# 已建和在建充电桩, 应检尽检: the adverb says of what kind, as its fellow behind it does
_OWN_VERB = (
    "[已拟][\u4e00-\u9fff]{1,3}[、和及与或](?:在[建营产校册职售研用岗编]|[未待拟])|已[\u4e00-\u9fff]{1,2}未"
    "|[应需能](?P<done>[\u4e00-\u9fff])[尽未](?P=done)"
)


@layered
def _heads_of_leads() -> frozenset[str]:
    """Return what connectives and adverbs begin with, and what stands before dates: 力争到."""
    return frozenset('一二三四五六七八九十两几过“"国春元清端中双（0123456789力确争预计有到').union(
        word[0] for word in words("lead")
    )


@layered
def _lead() -> re.Pattern[str]:
    return re.compile(
        f'(?:此次|本次|这次|本轮)(?:督导|督查|巡察|巡查|检查|暗访|调研|考核|验收|抽查|排查|普查)(?=共|累计|一共|先后|已)|[两二]人(?:各自?|(?=共|分别|一共|合计|累计))|[一二三四五六七八九十两几]{{1,3}}年(?:来|间)?(?=共|累计|建成|完成|投资|新建)|连续[0-9一二三四五六七八九十两多]{{1,3}}(?:年(?:保持在?|稳定在)?|个?[天日周月](?=[\u4e00-\u9fff]))|过去的?[0-9一二三四五六七八九十两几]{{1,4}}多?个?(?:小时|天|周|月|年)(?:内|里|中|来|间)?|(?!(?!共建[成起]){either("firm")}|{_OWN_VERB})(?:{either("lead")})|[“"]?(?:五一|十一|国庆|春节|元旦|清明|端午|中秋|双节)[”"]?节?(?:小长假|假期|黄金周|期间|当天)|[“"]十[一二三四五六七]五[”"](?=[\u4e00-\u9fff]{{2,10}}(?:将|拟|要|计划))|（[0-9一二三四五六七八九十]{{1,2}}）|(?<![^\n。；])[一二三四五六七八九十]{{1,2}}、|(?<![0-9])[0-9]{{1,2}}(?:[.、](?![0-9])|[.](?=20[0-9]{{2}}(?![0-9.])))'
    )


@dataclass(frozen=True, slots=True)
class Source:
    """A folded text and its dates.

    Attributes:
        string: the text, width-folded.
        dates: its dates by where they begin.
        dated: where they begin, sorted.
        heads, lead: what connectives begin with, and their pattern: asked for at every clause.
        led: what `skip_lead` has answered; several ask about each clause.
    """

    string: str
    dates: Mapping[int, Date]
    dated: tuple[int, ...]
    heads: frozenset[str] = field(default_factory=_heads_of_leads, repr=False)
    lead: re.Pattern[str] = field(default_factory=_lead, repr=False)
    led: dict[Span, int] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, string: str, dates: Sequence[Date]) -> Source:
        """Return the source of a folded text."""
        by_start = {date.start: date for date in dates}
        return cls(string, by_start, tuple(sorted(by_start)))

    def dates_between(self, start: int, end: int) -> Iterator[Date]:
        """Yield the dates that begin between two offsets."""
        for place in self.dated[bisect_left(self.dated, start) : bisect_left(self.dated, end)]:
            yield self.dates[place]

    def skip_lead(self, start: int, end: int) -> int:
        """Return where the words behind connectives, adverbs and dates begin.

        >>> Source.of("其中，已检查", ()).skip_lead(0, 6)
        2
        """
        if start < end and start not in self.dates and self.string[start] not in self.heads:
            return start
        led = self.led.get((start, end))
        if led is None:
            led = self.led[start, end] = self._behind_lead(start, end)
        return led

    def _behind_lead(self, start: int, end: int) -> int:
        at = start
        while at < end:
            date = self.dates.get(at)
            if date is None and self.string[at] not in self.heads:
                return at
            match = None if date else self.lead.match(self.string, at, end)
            if date is not None and date.end <= end:
                at = date.end
                while at < end and self.string[at] in "，、份期间":
                    at += 1
                # 2025年|度电影票房, 今天的西藏
                at += self.string.startswith("度", at) and self.string[at - 1] in "年季"
                at += self.string.startswith("的", at) and self.string[at - 1] in "天今日"
            elif match:
                at = match.end()
            elif (then := _BY_THEN.match(self.string, at, end)) and then.end() in self.dates:
                at = then.end()
            else:
                return at
        return at

    def words(self, span: Span) -> str:
        """Return the words of a span."""
        return self.string[span[0] : span[1]]
