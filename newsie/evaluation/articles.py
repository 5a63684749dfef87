"""How near the articles of a result are to gold's, and which of them is which."""

from __future__ import annotations

from collections import Counter

from newsie.evaluation.judgements import About, Sheet
from newsie.evaluation.likeness import alike, clean, equal, likeness, same_name
from newsie.evaluation.pairing import Pairs, pair
from newsie.records import Article, Extraction, Segments

_SHINGLE = 8
_LEAST = 0.3
_ROLES = ("reporters", "correspondents", "photographers")


def judge_articles(sheet: Sheet, gold: Extraction, found: Extraction) -> dict[str, str]:
    """Compare articles; return the id of gold's article for each article of the result that has one."""
    pairs = pair_articles(gold, found)
    for wanted, got in pairs.both:
        _judge_pair(sheet, wanted, got)
    for wanted in pairs.gold:
        about = _about(wanted)
        for row in ("article", "article body exact"):
            sheet.count((row,), "missed", about, gold=_title(wanted))
        if wanted.headline:
            sheet.count(("headline",), "missed", _about(wanted, "headline"), gold=wanted.headline)
        for role in _ROLES:
            for name in getattr(wanted, role):
                sheet.count(("byline",), "missed", _about(wanted, role), gold=name)
    for got in pairs.found:
        for row in ("article", "article body exact"):
            sheet.count((row,), "invented", _about(got), found=_title(got))
    return {got.id: wanted.id for wanted, got in pairs.both}


def pair_articles(gold: Extraction, found: Extraction) -> Pairs[Article]:
    """Return which articles of a page are one."""
    return pair(gold.articles, found.articles, overlap, _LEAST)


def overlap(one: Article, two: Article) -> float:
    """Return how much of their bodies two articles share; of headlines where one has no body."""
    first, second = _body(one), _body(two)
    if not first or not second:
        return likeness(one.headline, two.headline)
    shingles, others = _shingles(first), _shingles(second)
    return 2 * len(shingles & others) / (len(shingles) + len(others))


def judge_persons(sheet: Sheet, gold: Extraction, found: Extraction, homes: dict[str, str]) -> None:
    """Compare how often each person is named on the page; nothing if gold names nobody."""
    wanted, got = _persons(gold), _persons(found)
    if not wanted:
        return
    places = _first_places(gold, {}) | _first_places(found, homes)
    for name in sorted(wanted.keys() | got.keys()):
        article, segments = places[name]
        about = About("mention", "PERSON", article, name, segments)
        right = min(wanted[name], got[name])
        sheet.count(("person mention",), "right", about, gold=name, found=name, times=right)
        sheet.count(("person mention",), "missed", about, gold=name, times=wanted[name] - right)
        sheet.count(("person mention",), "invented", about, found=name, times=got[name] - right)


def _judge_pair(sheet: Sheet, gold: Article, found: Article) -> None:
    sheet.count(("article",), "right", _about(gold), gold=_title(gold), found=_title(found))
    same = _body(gold) == _body(found)
    shared = f"{100 * overlap(gold, found):.1f}% the same"
    sheet.whole("article body exact", same, _about(gold, "body"), _title(gold), shared)
    stacked = clean(gold.kicker) + clean(gold.headline)
    if stacked and stacked == clean(found.kicker) + clean(found.headline):
        sheet.count(
            ("headline",), "right", _about(gold, "headline"), gold=gold.headline, found=found.headline
        )
    else:
        sheet.scalar(("headline",), gold.headline, found.headline, same_name, _about(gold, "headline"))
    for role in _ROLES:
        sheet.listing(("byline",), getattr(gold, role), getattr(found, role), same_name, _about(gold, role))
    sheet.listing(("subheads",), gold.subheads, found.subheads, alike(0.9), _about(gold, "subheads"))
    sheet.scalar(("article kind",), gold.kind, found.kind, equal, _about(gold, "kind"))


def _about(article: Article, field: str = "") -> About:
    roles = {"": "headline", "kind": "headline", "subheads": "subhead"}
    wanted = roles.get(field, "byline" if field in _ROLES else field)
    places = tuple((part.start, part.end) for part in article.segments if part.role == wanted)
    return About("article", field, article.id, article.id, places)


def _title(article: Article) -> str:
    return article.headline or "".join(article.body)[:20]


def _body(article: Article) -> str:
    return clean("".join(article.body))


def _shingles(body: str) -> set[str]:
    return {body[at : at + _SHINGLE] for at in range(max(1, len(body) - _SHINGLE + 1))}


def _persons(page: Extraction) -> Counter[str]:
    return Counter(clean(mention.text) for mention in page.mentions if mention.label == "PERSON")


def _first_places(page: Extraction, homes: dict[str, str]) -> dict[str, tuple[str, Segments]]:
    """Return for each person the article and the place of the first mention."""
    found: dict[str, tuple[str, Segments]] = {}
    for mention in page.mentions:
        if mention.label == "PERSON":
            article = mention.article or ""
            found.setdefault(clean(mention.text), (homes.get(article, article), mention.segments))
    return found
