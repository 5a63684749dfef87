"""A synthetic archive whose truth is known: people with careers, pages that show them, all by chance and a seed.

Cities and counties are real ones, people are not. A post has one holder at a time (deputies: a few). Some names are
borne by two people. Pages write bodies in several ways, leave posts out, and misprint names; some stories are
printed twice.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from newsie import lexicon
from newsie.identity import document_key
from newsie.records import (
    Article,
    DateInterval,
    Extraction,
    Meeting,
    Mention,
    Official,
    Post,
    Project,
    Quantity,
    Statistic,
)

Member = tuple[str, str]

START = date(2018, 1, 1)
DAYS = 2190
DEPARTMENTS = (
    ("发展改革委", "发改委", "发展和改革委员会"),
    ("财政局", "财政局", "财政局"),
    ("教育局", "教育局", "教育局"),
    ("住房和城乡建设局", "住建局", "住房城乡建设局"),
    ("人力资源和社会保障局", "人社局", "人力资源社会保障局"),
    ("应急管理局", "应急局", "应急管理局"),
    ("市场监督管理局", "市场监管局", "市监局"),
    ("自然资源和规划局", "自规局", "自然资源和规划局"),
    ("交通运输局", "交通局", "交通运输局"),
    ("农业农村局", "农业农村局", "农业农村局"),
)
STATUSES = ("planned", "started", "under_construction", "finishing", "completed", "operating")
PROJECT_KINDS = ("产业园", "污水处理厂", "快速路", "科技城", "物流园", "体育中心", "水库", "人民医院新院区")
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲波辉建国文斌宇浩凯鑫晨旭东海峰云龙志新成林春雪梅兰竹松柏青山川江河湖洁琳瑶婷欣怡佳慧雅思远航翔鹏飞博睿哲轩昊天泽润泉源清澄澈朗朝晖曦晓光耀荣华富贵安康宁和顺祥瑞吉庆喜乐福禄寿"
SYLLABLES = "望湖青山东林西河南泉北苑长乐永安太平新华金水银川石桥柳园松岭梅溪竹海兰台荷塘云峰龙泉凤凰宝塔玉带天河星光月牙"
WORDS = [
    "坚持",
    "推进",
    "项目",
    "建设",
    "群众",
    "工作",
    "会议",
    "部署",
    "重点",
    "责任",
    "落实",
    "服务",
    "企业",
    "发展",
    "安全",
    "生产",
    "调研",
    "指导",
    "检查",
    "治理",
    "乡村",
    "振兴",
    "道路",
    "学校",
    "医院",
    "社区",
    "防汛",
    "绿化",
    "投资",
    "招商",
    "改革",
    "创新",
    "督导",
    "保障",
    "提升",
    "完善",
    "机制",
    "措施",
    "目标",
    "任务",
    "加快",
    "全面",
    "持续",
    "深入",
]


@dataclass(frozen=True)
class Seat:
    """A post of a body: how many hold it at a time, and how pages write the body."""

    city: str
    county: str | None
    body: str
    names: tuple[str, ...]
    title: str
    places: int = 1


@dataclass
class Human:
    """A person of the archive."""

    number: int
    name: str
    terms: list[tuple[Seat, int, int]] = field(default_factory=list)


Term = tuple[Human, Seat, int, int]
"""A person in a post from a day to a day."""


@dataclass
class Archive:
    """The pages, and who and what is one on them."""

    extractions: list[Extraction]
    people: dict[Member, int]
    organizations: dict[Member, str]
    projects: dict[Member, str]


def make_archive(
    articles: int = 10_000,
    people: int = 3_000,
    shared: int = 600,
    seed: int = 1,
    *,
    cities: int | None = None,
) -> Archive:
    """Return an archive of so many articles; `shared` names are borne by two people each.

    There is a city for 250 people unless `cities` says otherwise.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing is to be kept secret
    return _Maker(articles, people, shared, cities or max(2, people // 250), chance).make()


class _Maker:
    def __init__(self, articles: int, people: int, shared: int, cities: int, chance: random.Random) -> None:
        self.articles, self.chance = articles, chance
        self.cities = self._cities(cities)
        self.seats = [seat for city, counties in self.cities.items() for seat in self._seats(city, counties)]
        self.humans = [Human(number, name) for number, name in enumerate(self._names(people, shared))]
        self.projects = {city: self._projects(counties) for city, counties in self.cities.items()}
        self.archive = Archive([], {}, {}, {})

    def _cities(self, wanted: int) -> dict[str, list[str]]:
        rows = lexicon.rows("gazetteer/codes.tsv.gz", 2)
        counties: dict[str, list[str]] = {}
        for code, name in rows:
            if (
                len(code) == 6
                and len(name) <= 4
                and name.endswith(("县", "区"))
                and not name.endswith("矿区")
            ):
                counties.setdefault(code[:4], []).append(name)
        cities = sorted(
            (code, name) for code, name in rows if len(code) == 4 and name.endswith("市") and len(name) == 3
        )
        enough = [(name, counties[code][:8]) for code, name in cities if len(counties.get(code, ())) >= 6]
        return dict(self.chance.sample(enough, wanted))

    def _seats(self, city: str, counties: list[str]) -> Iterator[Seat]:
        yield from self._bodies(city, None)
        for county in counties:
            yield from self._bodies(city, county)
            for town in self.chance.sample(range(len(SYLLABLES) // 2), 6):
                name = SYLLABLES[2 * town : 2 * town + 2] + "镇"
                for title in ("党委书记", "镇长"):
                    forms = (name, f"{county}{name}", f"{city}{county}{name}")
                    yield Seat(city, county, f"{city}{county}{name}", forms, title)

    def _bodies(self, city: str, county: str | None) -> Iterator[Seat]:
        own, kind = county or city, (county or city)[-1]
        full = f"{city}{county}" if county else city
        for body, titles in (
            ("委", ("书记", "副书记", "常委")),
            ("政府", (f"{kind}长", f"副{kind}长")),
            ("人大常委会", ("主任", "副主任")),
            ("政协", ("主席", "副主席")),
            ("纪委", ("书记", "副书记")),
        ):
            names = (f"{kind}{body}", f"{own}{body}", f"{full}{body}")
            for title in titles:
                yield Seat(
                    city,
                    county,
                    f"{full}{body}",
                    names,
                    title,
                    3 if title[0] == "副" or title == "常委" else 1,
                )
        for forms in DEPARTMENTS:
            names = tuple(f"{place}{form}" for place in (kind, own, full) for form in forms)
            for title in ("主任", "副主任") if forms[0].endswith("委") else ("局长", "副局长"):
                yield Seat(city, county, f"{full}{forms[0]}", names, title, 2 if title[0] == "副" else 1)

    def _projects(self, counties: list[str]) -> list[tuple[str, str, int]]:
        """Return name, county and first day of the projects of a city."""
        names = self.chance.sample(
            [SYLLABLES[n : n + 2] + kind for n in range(0, len(SYLLABLES), 2) for kind in PROJECT_KINDS], 12
        )
        return [(name, self.chance.choice(counties), self.chance.randrange(DAYS)) for name in names]

    def _names(self, people: int, shared: int) -> list[str]:
        surnames = [row[0] for row in lexicon.rows("surnames.tsv") if len(row[0]) == 1][:120]
        names: list[str] = []
        while len(names) < people - shared:
            given = "".join(self.chance.sample(GIVEN, self.chance.choice((1, 2, 2, 2))))
            name = self.chance.choice(surnames) + given
            if name not in names[-1:]:
                names.append(name)
        unique = list(dict.fromkeys(names))
        while len(unique) < people - shared:
            unique.append(self.chance.choice(surnames) + "".join(self.chance.sample(GIVEN, 2)))
            unique = list(dict.fromkeys(unique))
        return unique + self.chance.sample(unique, shared)

    def make(self) -> Archive:
        self._careers()
        present: dict[str, list[Term]] = {city: [] for city in self.cities}
        for human in self.humans:
            for seat, start, end in human.terms:
                present[seat.city].append((human, seat, start, end))
        cities = list(self.cities)
        while len(self.archive.extractions) < self.articles:
            city, day = self.chance.choice(cities), self.chance.randrange(DAYS)
            county = self.chance.choice([None, *self.cities[city] * 2])
            here = [
                one
                for one in present[city]
                if one[2] <= day < one[3]
                and (one[1].county == county or (county and self.chance.random() < 0.02))
            ]
            if here:
                self._page(
                    city, county, day, self.chance.sample(here, min(len(here), self.chance.randint(2, 6)))
                )
        self.chance.shuffle(self.archive.extractions)
        return self.archive

    def _careers(self) -> None:
        taken: dict[Seat, list[tuple[int, int]]] = {}
        by_city: dict[str, list[Seat]] = {}
        for seat in self.seats:
            by_city.setdefault(seat.city, []).append(seat)
        for human in self.humans:
            day = self.chance.randint(-700, DAYS - 400)
            city = self.chance.choice(list(by_city))
            county = self.chance.choice(self.cities[city])
            while day < DAYS:
                term = (day, day + self.chance.randint(400, 1500))
                seat = self._free(by_city[city], county, taken, term)
                if seat is None:
                    break
                taken.setdefault(seat, []).append(term)
                human.terms.append((seat, *term))
                day = term[1] + self.chance.randint(0, 60)
                step = self.chance.random()
                if step > 0.9:
                    break
                if step > 0.87:
                    city = self.chance.choice(list(by_city))
                    county = self.chance.choice(self.cities[city])
                elif step > 0.55:
                    county = self.chance.choice(self.cities[city])

    def _free(
        self, seats: list[Seat], county: str, taken: dict[Seat, list[tuple[int, int]]], term: tuple[int, int]
    ) -> Seat | None:
        """Return a post in the county, or sometimes the city, that is not taken in a time."""
        wanted = None if self.chance.random() < 0.12 else county
        some = [seat for seat in seats if seat.county == wanted]
        for seat in self.chance.sample(some, min(len(some), 30)):
            held = sum(start < term[1] and term[0] < end for start, end in taken.get(seat, ()))
            if held < seat.places:
                return seat
        return None

    def _page(self, city: str, county: str | None, day: int, shown: list[Term]) -> None:
        when = (START + timedelta(days=day)).isoformat()
        place = f"{city}{county or ''}"
        body = f"{when[5:7]}月{when[8:]}日，{place}召开会议。" + "".join(self.chance.choices(WORDS, k=90))
        outlets = [f"{city[:-1]}日报", f"{city[:-1]}晚报"]
        copies = 2 if self.chance.random() < 0.03 else 1
        for outlet in self.chance.sample(outlets, copies):
            if len(self.archive.extractions) < self.articles:
                self._print((outlet, city, county), day, body, shown)

    def _print(self, where: tuple[str, str, str | None], day: int, body: str, shown: list[Term]) -> None:
        outlet, city, county = where
        number = len(self.archive.extractions)
        when = (START + timedelta(days=day)).isoformat()
        digest = sha256(f"{number}".encode()).hexdigest()
        published = (START + timedelta(days=day + 1)).isoformat()
        page = Extraction(
            id=f"document-{digest[:16]}",
            source=f"{number}.txt",
            text_sha256=digest,
            published=published,
            outlet=outlet,
        )
        document = document_key(page)
        article = f"article-{sha256(f'a{number}'.encode()).hexdigest()[:16]}"
        officials: dict[str, Official] = {}
        mentions = [
            Mention(
                label="PLACE", text=f"{city}{county or ''}", article=article, segments=((0, 4),), by=("made",)
            )
        ]
        attendees = []
        for human, seat, _, _ in shown:
            name = self._written(human.name)
            if name in officials or name in attendees:
                continue
            self.archive.people[document, name] = human.number
            # 区委 in a page about another county of the city would be another body
            forms = (
                seat.names
                if seat.county == county
                else seat.names[1:2]
                if not seat.county
                else seat.names[-1:]
            )
            organization = self.chance.choice(forms)
            if self.chance.random() < 0.1:
                attendees.append(name)
                continue
            if len(organization) > 1:
                self.archive.organizations[document, organization] = seat.body
                mentions.append(
                    Mention(label="ORG", text=organization, article=article, segments=((5, 9),), by=("made",))
                )
            officials[name] = Official(
                id=f"official-{number}",
                name=name,
                articles=(article,),
                posts=(Post(organization=organization, title=seat.title),),
            )
        mentions += [
            Mention(label="PERSON", text=name, article=article, segments=((0, 2),), by=("made",))
            for name in (*officials, *attendees)
        ]
        interval = DateInterval(text=when, start=when, end=when, precision="day")
        meeting = Meeting(
            article=article, name="会议", kind="conference", date=interval, attendees=(*officials, *attendees)
        )
        self.archive.extractions.append(
            page.model_copy(
                update={
                    "articles": (
                        Article(id=article, headline="会议", kicker=None, kind="news", body=(body,)),
                    ),
                    "meetings": (meeting,),
                    "officials": tuple(officials.values()),
                    "projects": self._shown_projects(document, article, city, day),
                    "statistics": (self._figure(article, city, county, day),),
                    "mentions": tuple(mentions),
                }
            )
        )

    def _written(self, name: str) -> str:
        """Return a name as it is printed: one in a hundred has a wrong character."""
        if self.chance.random() >= 0.01:
            return name
        place = self.chance.randrange(1, len(name))
        return name[:place] + self.chance.choice(GIVEN) + name[place + 1 :]

    def _shown_projects(self, document: str, article: str, city: str, day: int) -> tuple[Project, ...]:
        name, county, first = self.chance.choice(self.projects[city])
        if day < first or self.chance.random() < 0.5:
            return ()
        status = STATUSES[min((day - first) // 200, len(STATUSES) - 1)]
        written = self.chance.choice((name, f"{name}项目", f"{name}建设项目", f"{county}{name}项目"))
        self.archive.projects[document, written] = f"{city}{name}"
        return (Project(article=article, name=written, status=status),)

    def _figure(self, article: str, city: str, county: str | None, day: int) -> Statistic:
        when = START + timedelta(days=day)
        value = Quantity(value=Decimal(self.chance.randint(1, 900)), unit="家", qualifier="exact")
        return Statistic(
            article=article,
            subject=f"{city}{county or ''}",
            indicator="规模以上工业企业",
            quantity=value,
            period=DateInterval(
                text="全年", start=f"{when.year}-01-01", end=f"{when.year}-12-31", precision="year"
            ),
        )
