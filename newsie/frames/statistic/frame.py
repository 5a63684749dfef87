"""From a reading to its statistics: the stages put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie.frames.statistic.candidates import reported
from newsie.frames.statistic.distribution import deal_out
from newsie.frames.statistic.layout import Clause, Sentence, lay_out
from newsie.frames.statistic.natures import Nature, nature_of
from newsie.frames.statistic.periods import period_of
from newsie.frames.statistic.phrases import Phrase, Place, Reader
from newsie.frames.statistic.topics import Topic, Topics
from newsie.grounding import amount, day, piece
from newsie.reading import Amount, Reading
from newsie.records import Piece, Quantity, Statistic
from newsie.text import Span

_ALIKE = 0.7
"""The share of character pairs that two indicators of one thing have in common."""


def find_statistics(reading: Reading) -> tuple[Statistic, ...]:
    """Return the statistics of an article, in the order of its text."""
    folded = reading.text.folded
    titles = [(title.start, title.end) for title in reading.titles]
    free = [
        found
        for found in reading.amounts
        if not any(start <= found.start and found.end <= end for start, end in titles)
    ]
    sentences = lay_out(folded, _reported(folded, free, titles), titles)
    topics = Topics(reading, sentences)
    records: list[tuple[Statistic, int]] = []
    natures: dict[int, Nature] = {}
    for phrase, topic, sentence in _phrases(reading, sentences, topics):
        before = natures.get(sentence.number - 1, "actual")
        record = _record(reading, phrase, topic, sentence, topics, before)
        if natures.setdefault(sentence.number, record.nature) != record.nature:
            natures[sentence.number] = "actual"
        records.append((record, sentence.number))
    return _without_repetition(records)


def _reported(folded: str, amounts: Sequence[Amount], titles: Sequence[Span]) -> list[Amount]:
    """Return the amounts that are statistics."""
    return [
        figure.amount
        for sentence in lay_out(folded, amounts, titles)
        for clause in sentence.clauses
        for figure in clause.figures
        if reported(folded, figure)
    ]


def _phrases(
    reading: Reading, sentences: tuple[Sentence, ...], topics: Topics
) -> Iterator[tuple[Phrase, Topic, Sentence]]:
    reader = Reader(reading.text.folded, reading.dates)
    paragraph = -1
    before: list[Phrase] = []
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, before = sentence.paragraph, []
        last: Clause | None = None
        for clause in sentence.clauses:
            topic = topics.of(clause)
            for phrase in _of_clause(reader, clause, topic, before, last):
                before.append(phrase)
                yield phrase, topic, sentence
            last = None if clause.figures else clause


def _of_clause(
    reader: Reader, clause: Clause, topic: Topic, before: Sequence[Phrase], last: Clause | None
) -> Iterator[Phrase]:
    """Yield the phrases of a clause; each is in `before` when the next is read."""
    index = 0
    while index < len(clause.figures):
        place = Place(topic, clause.figures[index:], before, None if index else last)
        phrase = reader.read(clause.figures[index], place)
        dealt = deal_out(reader.string, phrase, place)
        yield from dealt
        index += len(dealt)


def _record(reading: Reading, phrase: Phrase, topic: Topic, sentence: Sentence, topics: Topics, before: Nature) -> Statistic:
    text = reading.text
    figure = phrase.figure
    subject = topic.spans
    if phrase.subject:
        subject = topics.named(*phrase.subject) or subject
    indicator = phrase.indicator or (figure.clause,)
    period = period_of(reading.dates, figure, sentence)
    evidence: dict[str, tuple[Piece, ...]] = {
        "indicator": (piece(text, indicator, "statistic.indicator"),),
        "quantity": (piece(text, [figure.span], "statistic.quantity"),),
    }
    if subject:
        evidence["subject"] = (piece(text, subject, "statistic.subject"),)
    if period:
        evidence["period"] = (piece(text, [(period.start, period.end)], "statistic.period"),)
    basis = None
    if phrase.basis:
        evidence["basis"] = (piece(text, [phrase.basis], "statistic.basis"),)
        basis = evidence["basis"][0].text
    return Statistic(
        subject=evidence["subject"][0].text if subject else None,
        indicator=evidence["indicator"][0].text,
        quantity=amount(figure.amount),
        period=day(text, period) if period else None,
        nature=nature_of(text.folded, figure, sentence, evidence["indicator"][0].text, before),
        change=phrase.change,
        basis=basis,
        evidence=evidence,
    )


def _without_repetition(records: list[tuple[Statistic, int]]) -> tuple[Statistic, ...]:
    """Keep the same number of the same thing once, at the mention that has a period if one does.

    `records` come with the number of their sentence: one sentence does not repeat itself.
    """
    kept: list[tuple[Statistic, int]] = []
    places: dict[Quantity, list[int]] = {}
    for record, number in records:
        mates = places.setdefault(record.quantity, [])
        twin = next((at for at in mates if kept[at][1] != number and _same(record, kept[at][0])), None)
        if twin is None:
            mates.append(len(kept))
            kept.append((record, number))
        elif kept[twin][0].period is None and record.period is not None:
            kept[twin] = (record, number)
    return tuple(record for record, _ in kept)


def _same(one: Statistic, other: Statistic) -> bool:
    """Tell whether two records of one number give it for one thing."""
    if one.change != other.change:
        return False
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (one.indicator, other.indicator)]
    return len(pairs[0] & pairs[1]) >= _ALIKE * max(1, min(map(len, pairs)))
