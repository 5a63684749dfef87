"""People without a name, police and places within places as what figures are of, and what is measured behind 的."""

from __future__ import annotations

import pytest

from newsie.extractor import extract
from newsie.records import Statistic


def statistics(text: str) -> tuple[Statistic, ...]:
    return extract("基层新闻\n" + text + "\n", published="2023-06-15").statistics


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # neither the place somebody is of nor the story's subject has what he does
        ("沙河县一名男子在网上购物，被骗走2万元。", ["沙河县一名男子"]),
        ("青山县发布通报。近日，一女子冒充中介，骗走租金3万元。随后又骗走5000元。", ["女子", None]),
        ("青山县城管局开展整治。该男子采用同样手段，先后骗走货款3万元。", ["该男子"]),
        ("青山县警方侦破一起诈骗案，一名外省男子被抓获。该男子流窜作案，骗走货款3万元。", ["外省男子"]),
        # a match, an age, an area's people
        ("青山县公布补助名单，男子单打获得奖金30万元。", ["青山县"]),
        ("青山县老人每月领取补贴80元。", ["青山县"]),
        ("青山县今年新增就业5000人。", ["青山县"]),
        # who acts in a place
        ("青山警方开展打击行动。今年共破获案件201起，抓获嫌疑人32人。", ["青山警方", "青山警方"]),
        ("青山县今年破获案件201起。", ["青山县"]),
        # the place in the place
        ("西川自治区的沙河县去年订单增长12%，交易额增长18%。", ["沙河县", "沙河县"]),
        # a list is of its own names
        ("今日在售套餐共计671个，其中浦江区216个，长安区104个。", [None, "浦江区", "长安区"]),
        # who reports is not told of
        ("青山日报报道：5月17日，第八届展会来宾规模达3300人。", [None]),
    ],
)
def test_whose_figures_are(text: str, subjects: list[str | None]) -> None:
    assert [record.subject for record in statistics(text)] == subjects


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("青山县的蔬菜产量超过15万吨。", ["蔬菜产量"]),
        ("青山县追回被骗的30万元货款。", ["追回被骗的货款"]),
        ("我国红树林面积现在达2.7万公顷。", ["红树林面积"]),
        ("展品出现在35个展馆。", ["展品出现在展馆"]),
    ],
)
def test_what_is_measured(text: str, indicators: list[str]) -> None:
    assert [record.indicator for record in statistics(text)] == indicators
