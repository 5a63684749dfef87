"""From a result to sightings: the persons, bodies, projects and figures of one document, with their places settled.

Nothing but the document is looked at: the sightings of a page are the same in any company.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from newsie import lexicon
from newsie import patterns as re
from newsie.identity import document_key
from newsie.linking import projects
from newsie.linking.names import Organ, Scope, is_body, is_group_of, read_name
from newsie.linking.places import countries, leading, named
from newsie.linking.scope import Scopes, texts_of
from newsie.linking.sightings import (
    DocumentSeen,
    Evidence,
    FigureSeen,
    OrganizationSeen,
    PersonSeen,
    PostSeen,
    ProjectSeen,
    StorySeen,
)
from newsie.linking.stories import signature
from newsie.records import (
    Article,
    DateInterval,
    Extraction,
    Meeting,
    Official,
    Piece,
    Post,
    Project,
    Statistic,
    Visit,
)

_Gathering: TypeAlias = Meeting | Visit
_WHOLE = re.compile("(?:全|我|本|该)?([省市县区州])$")
_NATION = re.compile("(?:全国|我国|中国)$")
_NATIONAL_TITLES = re.compile("总书记|国家副?主席|国务院|总理|副总理|国务委员|委员长|副委员长")
_TITLE_TIER = re.compile("([省市县区州旗镇乡])长$")
_NEWS_DAY = re.compile(r"([0-9]{1,2})\s?月\s?([0-9]{1,2})\s?日(?:[上下]午)?\s?[，,]\s?记者")
_ANAPHORS = re.compile(
    "(?:该|本|各|全|我|咱们)?(?:[省市县区州旗]|街道办事处|办事处|街道办|街道|镇|乡|社区|村|学校|委员会|(?:社区|村)?党支部|纪委)$"
)
_MANY = re.compile("(?:全?[省市县区州旗])?各")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of a body or place in a record."""

    text: str
    article: str | None
    evidence: Evidence
    is_mention: bool


def distil(extraction: Extraction) -> DocumentSeen:
    """Return what was seen in a document, under the name that tables have for it: one text may stand in two papers."""
    extraction = extraction.model_copy(update={"id": document_key(extraction)})
    names = tuple(_names(extraction))
    scopes = Scopes(extraction, ((name.text, name.article) for name in names))
    return DocumentSeen(
        id=extraction.id,
        source=extraction.source,
        published=extraction.published,
        outlet=extraction.outlet,
        home=scopes.home,
        home_from=scopes.home_from,
        people=tuple(_people(extraction, scopes)),
        organizations=_organizations(extraction, names, scopes),
        projects=tuple(_project(extraction, project, scopes) for project in extraction.projects),
        figures=tuple(_figure(extraction, figure, scopes) for figure in extraction.statistics),
        stories=tuple(_stories(extraction)),
    )


def _evidence(extraction: Extraction, article: str | None, piece: Piece | None, text: str) -> Evidence:
    if piece is None:
        return Evidence(extraction.id, article or "", text, ())
    return Evidence(extraction.id, article or "", piece.text, piece.segments)


def _first(pieces: Sequence[Piece] | None) -> Piece | None:
    return pieces[0] if pieces else None


def _names(extraction: Extraction) -> Iterator[_Name]:
    """Yield every name that may be a body's or place's, with its article."""
    for mention in extraction.mentions:
        if mention.label in {"ORG", "PLACE"}:
            evidence = Evidence(extraction.id, mention.article or "", mention.text, mention.segments)
            yield _Name(mention.text, mention.article, evidence, mention.label == "ORG")
    for official in extraction.officials:
        article = official.articles[0] if official.articles else None
        for post, piece in _posts(official):
            if post.organization:
                yield _Name(
                    post.organization, article, _evidence(extraction, article, piece, post.organization), True
                )
    for record, field, text in _fields(extraction):
        piece = _first(record.evidence.get(field))
        yield _Name(text, record.article, _evidence(extraction, record.article, piece, text), False)


def _fields(extraction: Extraction) -> Iterator[tuple[_Gathering | Statistic, str, str]]:
    gatherings: tuple[_Gathering, ...] = (*extraction.meetings, *extraction.visits)
    for record in gatherings:
        if record.organizer:
            yield record, "organizer", record.organizer
    for figure in extraction.statistics:
        if figure.subject:
            yield figure, "subject", figure.subject


def _posts(official: Official) -> Iterator[tuple[Post, Piece | None]]:
    """Yield each post with its evidence, which stands in the same order."""
    pieces = official.evidence.get("posts", ())
    for number, post in enumerate(official.posts):
        yield post, pieces[number] if number < len(pieces) else None


def _organizations(
    extraction: Extraction, names: Iterable[_Name], scopes: Scopes
) -> tuple[OrganizationSeen, ...]:
    found: dict[str, OrganizationSeen] = {}
    text = "\n".join(texts_of(extraction))
    longer = sorted({name.text for name in names}, key=lambda name: (-len(name), name))
    for name in names:
        organ = read_name(name.text, scopes.of(name.article))
        if not _is_organization(name, organ) or _is_fragment(name.text, longer, text):
            continue
        for written, area, body in _parts(organ):
            found.setdefault(
                written,
                OrganizationSeen(written, area, body, organ.rule, extraction.published, name.evidence),
            )
    for short in _short_towns(extraction, scopes):
        found.setdefault(short.name, short)
    return tuple(found[name] for name in sorted(found))


def _is_fragment(name: str, longer: Sequence[str], text: str) -> bool:
    """Tell a name that the text has only within longer names: 区党工委 where it is always 示范区党工委."""
    # 市教育局党组书记、局长 names 市教育局
    around = [other for other in longer if name in other and other != name and not is_group_of(other, name)]
    if not around:
        return False
    without = text
    for other in around:
        without = without.replace(other, "\0")
    return name in text and name not in without


def _short_towns(extraction: Extraction, scopes: Scopes) -> Iterator[OrganizationSeen]:
    """Yield the short forms in headlines of towns that the page names (望湖办 for 望湖办事处)."""
    for article in extraction.articles:
        segments = tuple((part.start, part.end) for part in article.segments if part.role == "headline")
        for stem, area in sorted(scopes.of(article.id).towns.items()):
            if article.headline and f"{stem}办" in article.headline and f"{stem}办事" not in article.headline:
                evidence = Evidence(extraction.id, article.id, article.headline, segments)
                rule = "short form of a town's office in a headline"
                yield OrganizationSeen(f"{stem}办", area, "", rule, extraction.published, evidence)


def _is_organization(name: _Name, organ: Organ) -> bool:
    """Leave out 该办事处, which names nothing by itself, 各县区教育局, which are many, and words that are no body's name."""
    if _ANAPHORS.match(name.text) or _MANY.match(name.text):
        return False
    return name.is_mention or bool(organ.steps) or (is_body(name.text) and len(name.text) <= 24)


def _parts(organ: Organ) -> Iterator[tuple[str, str, str]]:
    """Yield a name and the places that it begins with, which are bodies too: 示范区财政局 names 示范区."""
    for step in organ.steps:
        if step.explicit and len(step.written) > 1 and step.written != organ.name:
            yield step.written, step.area, ""
    yield organ.name, organ.area, organ.body


def _people(extraction: Extraction, scopes: Scopes) -> Iterator[PersonSeen]:
    """Yield a sighting for each name: officials, and whoever else the records name as acting."""
    days = _days(extraction)
    officials = {official.name: official for official in extraction.officials}
    outlet = extraction.outlet if extraction.outlet and leading(extraction.outlet) is None else None
    acting = {name: article for name, article, _ in reversed(list(_acting(extraction)))}
    for name in sorted({*officials, *acting}):
        if not _is_name(name, has_post=name in officials):
            continue
        official = officials.get(name)
        articles = official.articles if official else ()
        article = articles[0] if articles else acting.get(name)
        posts = tuple(_posts_seen(official, scopes.of(article))) if official else ()
        piece = _first(official.evidence.get("posts" if posts else "name")) if official else None
        seen: Sequence[str | None] = sorted(days.get(name, ())) or [extraction.published]
        scope = scopes.of(article)
        yield PersonSeen(
            name=name,
            posts=posts,
            area=scope.district or scope.base,
            outlet=outlet,
            first=seen[0],
            last=seen[-1],
            evidence=_evidence(extraction, article, piece, name),
        )


def _is_name(name: str, *, has_post: bool) -> bool:
    """Tell a name from a country, and from an everyday word that stands without a post."""
    return name not in countries() and (has_post or name not in lexicon.words("ordinary.txt"))


def _acting(extraction: Extraction) -> Iterator[tuple[str, str, str | None]]:
    """Yield the people who chair, speak, attend, lead or come along: name, article, day."""
    people = {mention.text for mention in extraction.mentions if mention.label == "PERSON"}
    for meeting in extraction.meetings:
        for name in (*meeting.chair, *meeting.speakers, *meeting.attendees):
            yield name, meeting.article, _day(meeting.date)
    for visit in extraction.visits:
        for name in (*visit.lead, *visit.companions):
            yield name, visit.article, _day(visit.date)
    for statement in extraction.statements:
        if statement.speaker in people and statement.speaker:
            yield statement.speaker, statement.article, None


def _day(date: DateInterval | None) -> str | None:
    """Return the day of a date, if it is one."""
    if date is None or date.precision != "day" or date.start is None or date.start.startswith("-"):
        return None
    return date.start


def _days(extraction: Extraction) -> dict[str, set[str]]:
    """Return the days on which the page shows each person; publication stands in for articles without one."""
    days: dict[str, set[str]] = {}
    dated: dict[str, set[str]] = {}
    for name, article, day in _acting(extraction):
        if day is not None:
            days.setdefault(name, set()).add(day)
            dated.setdefault(name, set()).add(article)
    for official in extraction.officials:
        if extraction.published and set(official.articles) - dated.get(official.name, set()):
            days.setdefault(official.name, set()).add(extraction.published)
    return days


def _posts_seen(official: Official, scope: Scope) -> Iterator[PostSeen]:
    for post, piece in _posts(official):
        seen = PostSeen(_post_key(post, scope), post.organization, post.title)
        yield seen if piece is None else replace(seen, text=piece.text, segments=piece.segments)


def _post_key(post: Post, scope: Scope) -> str:
    """Return the key of the body that a post is of; who heads a government heads the place: 市政府副市长, 洛阳副市长."""
    found = _TITLE_TIER.search(post.title)
    tier = found[1] if found else ""
    if post.organization:
        organ = read_name(_whole_place(post, tier), scope)
        return f"{organ.area}|" if tier and organ.body == "政府" else organ.key
    if _NATIONAL_TITLES.match(post.title):
        return "|"
    return f"{read_name(tier + '政府', scope).area if tier in {*'省市县区'} else scope.base}|"


def _whole_place(post: Post, tier: str) -> str:
    """Return the body of a post; of 洛阳市长, which is written short, 洛阳市."""
    name = post.organization or ""
    return name + tier if tier and not name.endswith(tier) and named(name + tier) else name


def _project(extraction: Extraction, project: Project, scopes: Scopes) -> ProjectSeen:
    scope = scopes.of(project.article)
    organ = read_name(project.name, scope)
    return ProjectSeen(
        name=projects.bare_name(project.name),
        core=projects.core(project.name),
        area=organ.area if organ.steps else scope.district or scope.base,
        status=project.status,
        progress=project.progress.value if project.progress else None,
        milestones=tuple((step.text, _day(step.date)) for step in project.milestones),
        day=_article_day(extraction, project.article),
        owner=project.owner,
        place=project.place,
        investment=project.investment.value if project.investment else None,
        evidence=_evidence(extraction, project.article, _first(project.evidence.get("name")), project.name),
    )


def _article_day(extraction: Extraction, article: str) -> str | None:
    """Return the day of the one event in an article, of its news (12月16日，记者从…获悉), else of publication."""
    events: tuple[_Gathering, ...] = (*extraction.meetings, *extraction.visits)
    days = {_day(event.date) for event in events if event.article == article} - {None}
    if len(days) == 1:
        return days.pop()
    return next(
        (
            day
            for story in extraction.articles
            if story.id == article and (day := _news_day(story, extraction))
        ),
        extraction.published,
    )


def _news_day(story: Article, extraction: Extraction) -> str | None:
    """Return the last day of that month and day which is not after publication."""
    found = _NEWS_DAY.search("".join(story.body[:1]))
    if found is None or extraction.published is None:
        return None
    year, when = int(extraction.published[:4]), f"{int(found[1]):02}-{int(found[2]):02}"
    try:
        date(year, int(found[1]), int(found[2]))
    except ValueError:
        return None
    return f"{year if when <= extraction.published[5:] else year - 1}-{when}"


def _figure(extraction: Extraction, figure: Statistic, scopes: Scopes) -> FigureSeen:
    period = figure.period
    return FigureSeen(
        subject=_subject(figure.subject, scopes.of(figure.article)),
        subject_text=figure.subject,
        indicator=figure.indicator,
        unit=figure.quantity.unit,
        qualifier=figure.quantity.qualifier,
        value=figure.quantity.value,
        value_max=figure.quantity.value_max,
        period=(period.start, period.end, period.precision) if period else None,
        nature=figure.nature,
        change=figure.change,
        basis=figure.basis,
        day=extraction.published,
        evidence=_evidence(
            extraction, figure.article, _first(figure.evidence.get("indicator")), figure.indicator
        ),
    )


def _subject(subject: str | None, scope: Scope) -> str:
    if subject is None:
        return f"{scope.base}|"
    if _NATION.match(subject):
        return "|"
    if (whole := _WHOLE.match(subject)) is not None:
        return f"{read_name(whole[1] + '政府', scope).area}|"
    return read_name(subject, scope).key


def _stories(extraction: Extraction) -> Iterator[StorySeen]:
    for article in extraction.articles:
        yield StorySeen(
            article=article.id,
            document=extraction.id,
            outlet=extraction.outlet,
            day=extraction.published,
            headline=article.headline,
            signature=signature("".join(article.body)),
        )
