"""Lists of appointments: how far a verb of appointment reaches."""

import pytest

from newsie.reader.rosters import Rosters


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("任命：\n王某为局长；\n李某为科长。", "李某", "item"),
        ("决定任命：王某为局长。李某为科长。", "李某", "item"),
        ("免去：王某的局长职务；李某的科长职务。", "李某", "item"),
        ("任命王某为局长。今天晴，李某为大家服务。", "李某", "other"),
        ("王某为局长；李某为科长。", "李某", "other"),
    ],
)
def test_a_list_goes_on_as_long_as_its_items_do(text: str, word: str, kind: str) -> None:
    assert Rosters.of(text).is_item(text.index(word)) is (kind == "item")


def test_a_long_page_is_read_in_linear_time() -> None:
    text = "任命：" + "甲、" * 50_000 + "王某为局长；" * 20_000
    assert Rosters.of(text).starts
