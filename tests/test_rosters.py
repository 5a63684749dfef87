"""Lists of appointments: how far a verb of appointment reaches."""

import pytest

from newsie.reader.rosters import Rosters


@pytest.mark.parametrize(
    ("text", "word", "inside"),
    [
        ("任命：\n王某为局长；\n李某为科长。", "李某", True),
        ("决定任命：王某为局长。李某为科长。", "李某", True),
        ("免去：王某的局长职务；李某的科长职务。", "李某", True),
        ("任命王某为局长。今天晴，李某为大家服务。", "李某", False),
        ("王某为局长；李某为科长。", "李某", False),
    ],
)
def test_a_list_goes_on_as_long_as_its_items_do(text: str, word: str, inside: bool) -> None:
    assert Rosters.of(text).is_item(text.index(word)) is inside


def test_a_long_page_is_read_in_linear_time() -> None:
    text = "任命：" + "甲、" * 50_000 + "王某为局长；" * 20_000
    assert Rosters.of(text).starts
