import re
from pathlib import Path

import pytest

from newsie.identity import text_sha256
from newsie.inputs import read_page
from newsie.manifest import find_sources
from newsie.records import Extraction

HOMES = ("seeds", "tests/pages")
TOP = Path(__file__).parent.parent
GOLD = sorted(path for home in HOMES for path in (TOP / home / "gold").glob("*.json"))


@pytest.fixture(params=GOLD, ids=lambda path: path.stem)
def gold(request: pytest.FixtureRequest) -> Extraction:
    return Extraction.model_validate_json(request.param.read_text(encoding="utf-8"))


@pytest.fixture
def text(gold: Extraction) -> str:
    (path,) = (TOP / home / gold.source for home in HOMES if (TOP / home / gold.source).is_file())
    return path.read_bytes().decode()


def squeezed(string: str) -> str:
    return re.sub(r"[\s\ufffd#]+", "", string)


def test_every_source_has_gold() -> None:
    sources = [source for home in HOMES for source in find_sources(TOP / home)]
    assert sorted(source.path.stem for source in sources) == sorted(path.stem for path in GOLD)


def test_gold_is_of_the_page_beside_it_and_of_its_day(gold: Extraction, text: str) -> None:
    assert gold.text_sha256 == text_sha256(text)
    days = {
        source.path.name: read_page(source).published for home in HOMES for source in find_sources(TOP / home)
    }
    assert gold.published == str(days[gold.source])


def test_gold_says_only_what_stands_on_the_page(gold: Extraction, text: str) -> None:
    for mention in gold.mentions:
        assert squeezed("".join(text[start:end] for start, end in mention.segments)) == mention.text
    page = re.sub(r"(.)\1", r"\1", squeezed(text))
    for article in gold.articles:
        for words in (article.headline, article.kicker, *article.subheads):
            assert words is None or re.sub(r"(.)\1", r"\1", squeezed(words)) in page


def test_gold_records_belong_to_articles_of_the_page(gold: Extraction) -> None:
    ids = {article.id for article in gold.articles}
    for records in (gold.meetings, gold.visits, gold.projects, gold.statistics, gold.statements):
        assert {record.article for record in records} <= ids
    assert {name for official in gold.officials for name in official.articles} <= ids
