"""A small archive of made-up records, with words that would do harm if they were run."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from newsie.out.database import Database, Entry
from newsie.records import (
    Appointment,
    Article,
    DateInterval,
    Extraction,
    Meeting,
    Official,
    Post,
    Project,
    Quantity,
    Statistic,
)

HOSTILE = "</td><script>alert(1)</script>$x^2$\u202e"


def _day(day: str) -> DateInterval:
    return DateInterval(text="当日", start=day, end=day, precision="day")


def _page(number: int, day: str, status: str) -> Extraction:
    article = Article(id="a", headline="推进会召开", kicker=None, kind="news")
    chair = Official(
        id="o1",
        name="关某某",
        articles=("a",),
        posts=(Post(organization="县政府", title="县长" if number > 1 else "副县长"),),
    )
    appointed = Official(
        id="o2",
        name="苏某某",
        articles=("a",),
        posts=(Post(organization="县商务局", title="局长"),),
        appointments=(
            Appointment(
                change="appointed", organization="县商务局", title="局长", date=_day(day), by="县人大常委会"
            ),
        ),
    )
    meeting = Meeting(
        id="m", article="a", name="项目推进会", kind="conference", date=_day(day), place=HOSTILE, chair=("关某某",),
        attendees=("苏某某", f"{HOSTILE}甲"),
    )  # fmt: skip
    yuan = Quantity(value=str(number * 300_000_000), unit="元", qualifier="exact")
    project = Project.model_validate(
        {"id": "p", "article": "a", "name": f"第{number}产业园", "investment": yuan, "status": status}
    )
    output = Statistic(
        id="s",
        article="a",
        subject="全县",
        indicator="生产总值",
        quantity=Quantity(value=str(number * 100_000_000), unit="元", qualifier="exact"),
    )
    return Extraction(
        id=f"d{number}",
        source=f"pages/{number}.txt",
        text_sha256=str(number),
        published=day,
        outlet="某某日报",
        articles=(article,),
        meetings=(meeting,),
        officials=(chair, appointed),
        projects=(project,),
        statistics=(output,),
    )


def store(
    path: Path, days: tuple[date, ...] = (date(2023, 1, 9), date(2024, 3, 28), date(2025, 5, 6))
) -> Path:
    """Write an archive of a page a day."""
    with closing(Database(path)) as database:
        for number, day in enumerate(days, 1):
            page = _page(number, day.isoformat(), "planned" if number == 1 else "completed")
            database.add([Entry(page.source, str(number), page)])
    return path
