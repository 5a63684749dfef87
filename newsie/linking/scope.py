"""What the newspaper and the page say about where they are: the meaning of 市, 全区, 示范区 (语境).

A page is about the prefecture that it names in full most often; where it names none, about the one in
its newspaper's name (洛阳日报). The district of an article is the one it names; else the one its page names most.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from newsie.linking.names import Scope, is_proper, read_name
from newsie.linking.places import (
    COUNTY,
    PREFECTURE,
    PROVINCE,
    Place,
    city_of,
    leading,
    name_of,
    named_in,
    short_name,
)
from newsie.records import Article, Extraction

_SHARE = 0.5
_ENOUGH = 1.0


def home_of(extraction: Extraction) -> tuple[str, str]:
    """Return the code of the prefecture a document is about, and what says so; both empty if nothing does."""
    votes: dict[str, float] = defaultdict(float)
    texts = tuple(texts_of(extraction))
    for text in texts:
        for place in named_in(text):
            votes[_seat(place)] += 1.0 if len(place.code) <= PREFECTURE else 0.5
    for mention in extraction.mentions:
        if mention.label in {"ORG", "PLACE"} and (named := leading(mention.text)) is not None:
            votes[_seat(named)] += 0.0 if is_proper(mention.text) else 0.5
    votes.pop("", None)
    for code in votes:
        short = short_name(code)
        votes[code] += 0.25 * sum(text.count(short) for text in texts) if short else 0.0
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))
    if ranked and ranked[0][1] >= _ENOUGH and ranked[0][1] >= _SHARE * sum(votes.values()):
        return ranked[0][0], "page"
    if extraction.outlet and (seat := leading(extraction.outlet)) is not None and _seat(seat):
        return _seat(seat), "newspaper"
    return "", ""


def _seat(place: Place) -> str:
    """Return the prefecture of a place, or the municipality; nothing for a province."""
    seat = city_of(place.code)
    return "" if seat == place.code and len(seat) == PROVINCE and name_of(seat + "01") is not None else seat


def texts_of(extraction: Extraction) -> Iterator[str]:
    """Yield the headlines, paragraphs and captions of a document."""
    for article in extraction.articles:
        yield from _texts_of(article)


def _texts_of(article: Article) -> Iterator[str]:
    yield from (text for text in (article.headline, article.kicker) if text)
    yield from article.subheads
    yield from article.body
    yield from article.captions


class Scopes:
    """The scopes of a document's articles, read from the names in it.

    Args:
        extraction: the document.
        names: each name of a body or place, with the id of its article.
    """

    def __init__(self, extraction: Extraction, names: Iterable[tuple[str, str | None]]) -> None:
        self.home, self.home_from = home_of(extraction)
        unknown = f"~{extraction.outlet or extraction.id}"
        self._page = Scope(self.home, unknown, f"~{extraction.id}")
        self._districts: dict[str | None, Counter[str]] = {}
        self._towns: dict[str | None, Counter[str]] = {}
        self._stems: dict[str, str] = {}
        for name, article in names:
            self._read(name, article)
        for story in extraction.articles:
            self._read_counties(story)
        self._scopes: dict[str | None, Scope] = {}

    def of(self, article: str | None) -> Scope:
        """Return the scope of an article; of None, the page's."""
        if article not in self._scopes:
            self._scopes[article] = Scope(
                self._page.home,
                self._page.unknown,
                self._page.page,
                _leader(self._districts, article),
                _only(self._towns.get(article)),
                self._stems,
            )
        return self._scopes[article]

    def _read(self, name: str, article: str | None) -> None:
        for step in read_name(name, self._page).steps:
            if not step.explicit:
                continue
            kind = _kind(step.area, self.home)
            if kind == "district":
                _count(self._districts, article, step.area)
            elif kind == "town":
                _count(self._towns, article, step.area)
                self._stems.setdefault(_stem(step.written), step.area)

    def _read_counties(self, story: Article) -> None:
        """Count the counties that an article names in full."""
        for text in _texts_of(story):
            for place in named_in(text):
                if len(place.code) == COUNTY and place.within(self.home):
                    _count(self._districts, story.id, place.code)


def _kind(area: str, home: str) -> str | None:
    """Tell a district (410305, 4103:示范区) from a town (410305008, 4103:示范区:东湖街道)."""
    if area.startswith("~") or (home and not area.startswith(home)):
        base, _, rest = area.partition(":")
        return "district" if base.startswith("~") and rest.endswith("区") else None
    last = area.rpartition(":")[2]
    if last.endswith(("街道", "镇", "乡")) or (last.isdigit() and len(last) > COUNTY):
        return "town"
    is_zone = last.endswith("区") and not last.endswith("社区")
    return "district" if is_zone or (last.isdigit() and len(last) == COUNTY) else None


def _stem(written: str) -> str:
    for ending in ("街道办事处", "办事处", "街道办", "街道", "镇", "乡"):
        written = written.removesuffix(ending)
    # 市城乡一体化示范区望湖: the town's own name is what follows the district
    return written.rpartition("区")[2] or written


def _count(counts: dict[str | None, Counter[str]], article: str | None, area: str) -> None:
    counts.setdefault(article, Counter())[area] += 1
    if article is not None:
        counts.setdefault(None, Counter())[area] += 1


def _leader(counts: dict[str | None, Counter[str]], article: str | None) -> str | None:
    """Return the area with more than half of an article's votes, else of the page's."""
    for votes in (counts.get(article), counts.get(None)):
        if votes:
            area, most = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
            if most > _SHARE * votes.total():
                return area
    return None


def _only(votes: Counter[str] | None) -> str | None:
    return next(iter(votes)) if votes and len(votes) == 1 else None
