"""What the gold records take from their articles is among the quantities found in them."""

from __future__ import annotations

from collections.abc import Iterator

from gate import FOLDERS

from newsie import find_quantities
from newsie.records import Extraction
from newsie.records import Quantity as Recorded
from newsie.values import Quantity

LEAST = 0.99


def of_article(page: Extraction, article: str) -> Iterator[Recorded]:
    """Yield every quantity of the records of an article, those that readers disagree about left out: ages, 一座."""
    doubtful = {warning.message.partition(":")[0] for warning in page.warnings if warning.code == "doubtful"}
    told = [record for record in page.statistics if record.article == article and record.id not in doubtful]
    yield from (record.quantity for record in told)
    counts = [(meeting.article, meeting.headcount) for meeting in page.meetings]
    counts += [(visit.article, visit.headcount) for visit in page.visits]
    yield from (count for home, count in counts if home == article and count is not None)
    for project in page.projects:
        if project.article == article:
            figures = (project.investment, project.land_area, project.floor_area, project.progress)
            yield from (figure for figure in figures if figure is not None)


def plain(quantity: Recorded) -> Quantity:
    return Quantity(quantity.value, quantity.unit, quantity.qualifier, quantity.value_max)


def test_quantities_of_the_gold_are_found() -> None:
    missed: list[str] = []
    wanted = 0
    for path in (path for folder in FOLDERS for path in sorted((folder / "gold").glob("*.json"))):
        page = Extraction.model_validate_json(path.read_text(encoding="utf-8"))
        for article in page.articles:
            found = {each.quantity for each in find_quantities("\n".join((*article.body, *article.captions)))}
            sought = [plain(quantity) for quantity in of_article(page, article.id)]
            wanted += len(sought)
            missed += [f"{path.stem}: {quantity}" for quantity in sought if quantity not in found]
    assert wanted > 1000
    assert len(missed) <= (1 - LEAST) * wanted, missed
