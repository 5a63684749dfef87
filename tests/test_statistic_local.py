"""Of whom figures are in the news of counties, their villages, farmers and offices."""

from __future__ import annotations

import pytest

from newsie.extractor import extract


def subjects(text: str) -> list[str | None]:
    page = "重点工作进展顺利\n\n本报讯（记者 张力）" + text.replace("|", "\n") + "\n"
    return [found.subject for found in extract(page, published="2024-03-05").statistics]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the one county of whose parts alone is told
        ("6月18日，在松阳县大洲乡快递中心，站长说。全县快递业务量完成1386万件。", ["松阳县"]),
        ("日前，从巴林旗供电公司传来消息，今年1至9月份，全旗用电量30.26亿千瓦时。", ["巴林旗"]),
        ("在荆岗区白马社区，居民很高兴。该区去年开发这样的岗位610个。", ["荆岗区"]),
        # the office above, which only sets a task
        (
            "从溪坪县国税局传来喜讯，该局入库税收1.27亿元，完成市局下达的任务。|今年，该局税收仅完成5104万元。走访企业63户。",
            ["溪坪县国税局"] * 3,
        ),
        # kinds of trade and of villages
        ("青山县外贸进出口8亿元，边民互市5.5亿元，增长1.1倍。", ["青山县"] * 3),
        ("青山县有网店3127家，淘宝村、淘宝镇分别达到24个和5个，带动就业1.1万人。", ["青山县"] * 4),
        # 在 is no part of a name
        ("11月16日，青山县公安局在该局大院举行大会，向施工队返还赃款4.3万元。", ["青山县公安局"]),
        ("9月14日，在岑山至马坪公路二标段干活的老板报案，4台挖掘机被盗柴油1100升。", ["岑山至马坪公路二标段"] * 2),
    ],
)
def test_whose_local_figures_are(text: str, expected: list[str | None]) -> None:
    assert subjects(text) == expected
