"""From a reading to its statistics: the stages put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from newsie import patterns as re
from newsie.frames.statement import Speech
from newsie.frames.statistic.figures.candidates import reported
from newsie.frames.statistic.figures.layout import Clause, Figure, Sentence, item_gaps, lay_clause, lay_out
from newsie.frames.statistic.figures.natures import Nature, does_more, is_static, nature_of, to_be_done
from newsie.frames.statistic.figures.periods import Periods
from newsie.frames.statistic.figures.repetition import with_headline, without_repetition
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.indicators.actors import Actors
from newsie.frames.statistic.indicators.carried import compared
from newsie.frames.statistic.indicators.distribution import deal_out
from newsie.frames.statistic.indicators.inhabitants import read_inhabitants
from newsie.frames.statistic.indicators.phrase import Phrase, Place
from newsie.frames.statistic.indicators.phrases import counts_countries, read_phrase
from newsie.frames.statistic.indicators.rows import read_rows
from newsie.frames.statistic.indicators.tidying import (
    OF_ANYTHING,
    hangs,
    once_built,
    tidied,
    with_purpose,
    without_date,
    without_expecting,
)
from newsie.frames.statistic.naming.firms import FIRM
from newsie.frames.statistic.subjects.areas import with_places
from newsie.frames.statistic.subjects.presented import told_behind
from newsie.frames.statistic.subjects.topic import Topic
from newsie.frames.statistic.subjects.topics import Beside, Topics
from newsie.frames.yearly import bulletin_year, of_bulletin, of_last_year, planned_parts
from newsie.grounding import amount, day, piece
from newsie.making import made
from newsie.reading import Amount, Date, Reading
from newsie.records import Piece, Statistic
from newsie.spans import Spans
from newsie.text import Span
from newsie.trace import refuse

# 后续还有1400亿元, 其中东北地区5000万吨: words that measure nothing
_SAYS_NOTHING = re.compile(
    r"一[座个条家栋处]|后续|其余|其他|另外|地区|类别|方面|部分|全部|合|是|有|为|在?基础上?|一下子|再次|只有|左右|调整|约|个|的|[长宽高厚]|[^，]{0,12}已经?[对把]|[对把]|但|已|也|还|就|分别|达|平均每[天年月日]|最高|最多|最大|最低|最小"
)
# the district's government, a firm and a works told of before have no gross product
_OF_AREAS = re.compile(
    r"生产总值|社会消费品零售|人均可支配收入|人均纯收入|规模以上工业(?:总产值|增加值)|公共预算收入|财政(?:总)?收入|登记失业率|优良天数|城镇化率|城镇新增就业"
)
_JUST_BEGUN = 2
"""In the first months 2016年，投资增长12% is what is aimed at."""
_MOST_NAMES = 40
"""So many works with a figure in their name are looked for again; pages have far fewer."""
_SUM_FIRST = re.compile("[0-9][0-9.]{0,12}[万亿]{0,2}余?元")
_LONGEST_RUN = 24
_LONGEST_ASIDE = 40
_MOST_ASIDE = 8
"""How many figures of one clause hang together; a longer list is read in parts."""


def find_statistics(
    reading: Reading,
    works: Sequence[Span] = (),
    events: Sequence[Span] = (),
    speeches: Sequence[Speech] = (),
) -> tuple[Statistic, ...]:
    """Return the statistics of an article, in the order of its text.

    `works` is where it names projects, `events` where it names the meetings it tells of, `speeches`
    what is said in it.

    Their evidence stands in the reading's text, in source offsets; ids and the article's id are
    left to the caller.
    """
    source = Source.of(reading.text.folded, reading.dates)
    titles = [(title.start, title.end) for title in reading.titles]
    named = Spans([*titles, *_figured(source.string, works)])
    outside = [amount for amount in reading.amounts if not _is_named(named, amount)]
    if not outside:
        return ()
    # 3—8厘米: a dash that parts no clauses
    ranges = [
        (amount.start, amount.end) for amount in outside if "—" in source.words((amount.start, amount.end))
    ]
    closed = sorted([*titles, *ranges, *((date.start, date.end) for date in reading.dates)])
    sentences = _reported(source.string, lay_out(source.string, outside, closed, item_gaps(reading.text)))
    if not any(clause.figures for sentence in sentences for clause in sentence.clauses):
        return ()
    topics = Topics(reading, source, sentences, Beside(works, events, speeches))
    # 2015年“界江杯”友谊赛: the year is part of the name
    named = Spans(events)
    periods = Periods(source, [date for date in reading.dates if not named.touch(date.start, date.end)])
    records = without_repetition(_records(reading, source, sentences, topics, periods))
    return with_headline(reading, with_places(reading, records))


def _figured(string: str, works: Sequence[Span]) -> Iterator[Span]:
    """Yield every place where works are named that have a figure in their name: 塔本敖包50万千瓦风电基地."""
    names = {string[start:end] for start, end in works}
    # 8000万元新建标准厂房 is a sum and what it is for
    figured = (name for name in names if any(map(str.isdigit, name)) and not _SUM_FIRST.match(name))
    for name in sorted(figured)[:_MOST_NAMES]:
        yield from (match.span() for match in re.finditer(re.escape(name), string))


def _is_named(named: Spans, amount: Amount) -> bool:
    """Tell whether an amount stands in the title of a document."""
    inside = named.touch(amount.start, amount.start + 1)
    if inside:
        refuse("statistic", "part of a name or of a title in 《 》", (amount.start, amount.end))
    return inside


def _reported(folded: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences with those figures alone that are statistics."""
    return tuple(
        sentence._replace(clauses=tuple(_with_reported(folded, clause) for clause in sentence.clauses))
        if any(clause.figures for clause in sentence.clauses)
        else sentence
        for sentence in sentences
    )


def _with_reported(folded: str, clause: Clause) -> Clause:
    if not clause.figures:
        return clause
    amounts = [figure.amount for figure in clause.figures if reported(folded, figure)]
    return clause if len(amounts) == len(clause.figures) else lay_clause(folded, clause.span, amounts)


def _records(
    reading: Reading, source: Source, sentences: Sequence[Sentence], topics: Topics, periods: Periods
) -> Iterator[tuple[Statistic, int]]:
    """Yield the record of each figure with the number of its sentence."""
    plans, year = Spans(planned_parts(reading)), bulletin_year(reading)
    before: Nature = "actual"
    natures: set[Nature] = set()
    number, paragraph, owned = 0, -1, False
    actors: Actors | None = None
    for phrase, topic, sentence in _phrases(source, sentences, topics):
        if actors is None or sentence.number != number:
            actors = Actors(source, topics, sentence)
            between = sentences[number - sentences[0].number + 1 : sentence.number - sentences[0].number]
            near = not between or (
                sentence.paragraph == paragraph
                and all(does_more(source.string, one) for one in (*between, sentence))
            )
            before = natures.pop() if len(natures) == 1 and near else "actual"
            natures, number, paragraph, owned = set(), sentence.number, sentence.paragraph, False
        owned = owned or topic.own
        tidy, actor = actors.apart(topic, phrase.figure, _tidy(source.string, phrase))
        indicator = "".join(source.words(span) for span in tidy)
        if not any(map(str.isalnum, indicator)) or _SAYS_NOTHING.fullmatch(indicator) or hangs(indicator):
            refuse("statistic", "no words say what is measured", phrase.figure.span)
            continue
        if counts_countries(source.string, phrase.figure):
            refuse("statistic", "from how many countries those who take part come", phrase.figure.span)
            continue
        nature = nature_of(source.string, _governed(phrase), sentence, indicator, before)
        static = is_static(indicator)
        lasting = static and not _is_spent(source, phrase.figure, topic, indicator)
        if nature == "actual" and not lasting and to_be_done(source.string, phrase.figure, sentence, plans):
            nature = "target"
        natures.add(nature)
        # 某某大桥已有9座主体合龙: what was said of other works before frames it not
        framed = nature == "actual" and not (topic.own and topic.kind == "works")
        frame: Nature | None = "target" if nature == before == "target" else "actual" if framed else None
        period = periods.of(phrase.figure, sentence, static=lasting, frame=frame)
        period = of_bulletin(source.string, period, year) if period else None
        if nature == "actual" and not static:
            nature, period = _ahead(reading, period, sentence, owned=owned)
        if period and nature == "actual" and not plans.touch(*phrase.figure.span):
            period = of_last_year(source.string, period, reading.published)
        subject = actor or _subject(source, topics, phrase, topic, indicator)
        # 投资2599万元的甲—乙公路: whose name cannot be read
        if not subject and indicator == "投资" and source.string.startswith("的", phrase.figure.span[1]):
            refuse("statistic", "no words say of what", phrase.figure.span)
            continue
        if nature == "target" and not static:
            tidy = once_built(source.string, tidy, phrase.figure, sentence)
        tidy = without_date(source.string, tidy, (period.start, period.end)) if period else tidy
        told = phrase if tidy is phrase.indicator else phrase._replace(indicator=tidy)
        yield _record(reading, told, subject, nature, period), number


def _tidy(string: str, phrase: Phrase) -> tuple[Span, ...]:
    """Return where the words of an indicator stand, without those that only lead to its figure."""
    tidy = tidied(string, phrase.indicator, phrase.figure.span[0])
    expected = any(
        string.find("预计", *span) >= 0 or string.find("将", *span) > 0 or string.endswith(OF_ANYTHING, *span)
        for span in tidy
    )
    tidy = without_expecting(string, tidy) if expected else tidy
    return with_purpose(string, tidy, phrase.figure) if tidy else tidy


def _is_spent(source: Source, figure: Figure, topic: Topic, indicator: str) -> bool:
    """Tell whether a sum is spent on what follows it, and not the price of a works: 投资3700万元，改造背街巷道11条."""
    return indicator == "投资" and topic.kind != "works" and source.string.startswith("，", figure.span[1])


def _subject(
    source: Source, topics: Topics, phrase: Phrase, topic: Topic, indicator: str
) -> tuple[Span, ...]:
    """Return where the words stand for who or what a figure is of."""
    if phrase.described:
        return topics.named(*phrase.described) or (phrase.described,)
    subject = (topics.named(*phrase.subject) if phrase.subject else ()) or topic.spans
    if not topic.own and topic.kind in ("", "land"):
        subject = topics.funded(phrase.figure) or subject
    if subject and subject == topic.spans and _OF_AREAS.search(indicator) and _no_area(source, topic):
        return ()
    return subject


def _governed(phrase: Phrase) -> Figure:
    """Return where the words end that say whether a figure is done: 建成5个|能停放300辆车的停车场 is what stands."""
    figure = phrase.figure
    inside = phrase.described is not None and figure.link == "shared"
    return figure._replace(span=(figure.left[0], figure.left[0])) if inside else figure


def _no_area(source: Source, topic: Topic) -> bool:
    """Tell whether a subject is one that figures of a whole area are not of."""
    named = source.words(topic.spans[-1])
    firm = not topic.own and FIRM.search(named) is not None
    return firm or topic.kind in ("works", "event") or named.endswith("政府")


def _ahead(
    reading: Reading, period: Date | None, sentence: Sentence, *, owned: bool
) -> tuple[Nature, Date | None]:
    """Return what a time after the day of the page makes of a figure: 到2025年新建学校15所 in a page of 2021.

    Of one plan the next sentence may tell on (加快建设枢纽20个), but not where that has a subject of its
    own: 计划到2027年，甲县改造农田100万亩。乙县14万亩中稻进入收获高峰.
    """
    if period is None or not (
        reading.published and _is_ahead(reading.text.folded, period, reading.published)
    ):
        return "actual", period
    return ("actual", None) if owned and period.start < sentence.span[0] else ("target", period)


def _is_ahead(string: str, period: Date, published: date) -> bool:
    """Tell whether a time lies ahead of the day of the page, as does a year by its number that has just begun."""
    start, year = period.interval.start or "", f"{published.year}年"
    begun = published.month <= _JUST_BEGUN and string[period.start : period.end] == year
    return start > published.isoformat() or (begun and period.interval.precision == "year")


def _phrases(
    source: Source, sentences: Sequence[Sentence], topics: Topics
) -> Iterator[tuple[Phrase, Topic, Sentence]]:
    paragraph = -1
    before: list[Phrase] = []
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, before = sentence.paragraph, []
        last: Clause | None = None
        for clause in sentence.clauses:
            if not clause.figures:
                last = clause
                continue
            for part, topic in _parts(clause, topics):
                for phrase in _of_clause(source, part, topic, before, last):
                    before.append(phrase)
                    yield phrase, topic, sentence
            last = None


def _parts(clause: Clause, topics: Topics) -> Iterator[tuple[Clause, Topic]]:
    """Yield the figures of a clause by what they are about: of works, behind the measures that introduce them, each listed of its own."""
    topic, works = topics.of(clause), topics.presented(clause)
    if works is None:
        yield from topics.each(clause)
        return
    yield clause._replace(figures=clause.figures[: works.first]), topic
    if behind := told_behind(clause, works):
        yield clause._replace(figures=behind), works.topic


def _of_clause(
    source: Source, clause: Clause, topic: Topic, before: Sequence[Phrase], last: Clause | None
) -> Iterator[Phrase]:
    """Yield the phrases of a clause; each is in `before` when the next is read."""
    table = read_rows(source, clause)
    yield from table
    index = len(table)
    while index < len(clause.figures):
        figure = clause.figures[index]
        told = _without_aside(source.string, figure, before)
        place = Place(topic, clause.figures[index : index + _LONGEST_RUN], told, None if index else last)
        phrase = read_inhabitants(source, figure, place) or read_phrase(source, figure, place)
        dealt = tuple(compared(source.string, one) for one in deal_out(source.string, phrase, place))
        yield from dealt
        index += len(dealt)


def _without_aside(string: str, figure: Figure, before: Sequence[Phrase]) -> Sequence[Phrase]:
    """Return the phrases before a figure without those in a bracket just closed: 产量3万吨（蓝莓1万吨），增长5%."""
    if not before or not string.startswith("）", before[-1].figure.span[1]):
        return before
    closed = before[-1].figure.span[1]
    opened = string.rfind("（", max(0, closed - _LONGEST_ASIDE), closed)
    near = before[-_MOST_ASIDE:]
    kept = next((at for at, phrase in enumerate(near) if phrase.figure.span[1] == opened), -1)
    return near[: kept + 1] if kept >= 0 and figure.span[0] > closed else before


def _record(
    reading: Reading, phrase: Phrase, subject: tuple[Span, ...], nature: Nature, period: Date | None
) -> Statistic:
    fields = {
        "subject": subject,
        "indicator": phrase.indicator,
        "quantity": (phrase.figure.span,),
        "period": ((period.start, period.end),) if period else (),
        "basis": (phrase.basis,) if phrase.basis else (),
    }
    evidence: dict[str, tuple[Piece, ...]] = {
        field: (piece(reading.text, spans, f"statistic.{field}"),) for field, spans in fields.items() if spans
    }
    return made(
        Statistic,
        subject=evidence["subject"][0].text if subject else None,
        indicator=evidence["indicator"][0].text,
        quantity=amount(phrase.figure.amount),
        period=day(reading.text, period) if period else None,
        nature=nature,
        change=phrase.change,
        basis=evidence["basis"][0].text if phrase.basis else None,
        evidence=evidence,
    )
