"""Sums that a page tells with their parts, and the same figure told twice."""

from decimal import Decimal

import pytest

import newsie
from newsie.records import Extraction

Told = tuple[str | None, tuple[str, ...], bool]


def read(body: str, headline: str = "全县工作稳步推进") -> Extraction:
    page = f"{headline}\n\n　　本报讯（记者 林小夏）{body}\n"
    return newsie.extract(page, published="2021-06-30")


def checks(result: Extraction) -> list[Told]:
    text = {one.id: one.evidence["quantity"][0].text for one in result.statistics}
    return [
        (check.whole and text[check.whole], tuple(text[part] for part in check.parts), check.holds)
        for check in result.checks
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "今年全县新增龙头企业168家，其中省级13家、市级25家、县级130家。",
            ("168家", ("13家", "25家", "130家"), True),
        ),
        (
            "今年全县新增龙头企业168家，其中省级13家、市级25家、县级150家。",
            ("168家", ("13家", "25家", "150家"), False),
        ),
        (
            "今年全县新增龙头企业168家，占全市的12%，其中省级13家、市级25家和县级130家。",
            ("168家", ("13家", "25家", "130家"), True),
        ),
        ("全县培育省级企业13家、市级企业25家，共计38家。", ("38家", ("13家", "25家"), True)),
        ("全县培育省级企业13家、市级企业25家，共计40家。", ("40家", ("13家", "25家"), False)),
        (
            "今年全县完成投资3.72亿元，其中工业投资2.17亿元、农业投资1.55亿元。",
            ("3.72亿元", ("2.17亿元", "1.55亿元"), True),
        ),
        (
            "2020年全县地区生产总值142.6亿元，其中第一产业增加值37.1亿元，第二产业增加值25.4亿元，第三产业增加值80.1亿元。",
            ("142.6亿元", ("37.1亿元", "25.4亿元", "80.1亿元"), True),
        ),
        ("全区完成绿化1.27万亩，其中造林5345亩，修复草原7390亩。", ("1.27万亩", ("5345亩", "7390亩"), True)),
        ("全县实现进出口总额100亿元，出口60亿元，进口40亿元。", ("100亿元", ("60亿元", "40亿元"), True)),
        ("全县用电量中，风电占60%，水电占40%。", (None, ("60%", "40%"), True)),
    ],
)
def test_sums_with_their_parts(body: str, expected: Told) -> None:
    assert checks(read(body)) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        # one firm may be of several of these kinds
        "全县现有企业168家，其中规上企业60家、高新技术企业46家、科技型中小企业90家。",
        "全县有党员300名，其中女党员120名、农村党员210名。",
        "今年全县新增龙头企业168家，其中省级13家、市级25家。",
        "今年全县新增龙头企业约160家，其中省级13家、市级25家、县级130家。",
        "今年全县新增龙头企业160余家，其中省级13家、市级25家、县级130家。",
        "全县发展党员168名，其中女性80名，大学以上100名，35岁以下的130名。",
        "全县完成投资5亿元，其中设备投资4亿元，带动就业200人、培训300人。",
        "代表团共516人，其中运动员284人，教练员、工作人员500人。",
        "全县新增企业15家，注销企业11家，共有企业638家。",
        "药典新增159种，修订1101种，总共6385种。",
        "甲占60%，乙占50%。",
    ],
)
def test_what_is_no_sum_is_not_checked(body: str) -> None:
    assert checks(read(body)) == []


def test_prizes_of_two_kinds_are_two_sums() -> None:
    result = read("县里评出科技奖51项，其中一等奖3项、二等奖48项；发明奖58项，其中一等奖3项、二等奖55项。")
    assert checks(result) == [
        ("51项", ("3项", "48项"), True),
        ("58项", ("3项", "55项"), True),
    ]


def test_a_sum_that_does_not_hold_is_kept_and_told() -> None:
    result = read("今年全县新增龙头企业168家，其中省级13家、市级25家、县级150家。")
    (warning,) = [one for one in result.warnings if one.code == "sum-mismatch"]
    (check,) = result.checks
    assert check.total == Decimal(188)
    assert "188" in warning.message
    assert warning.article == result.articles[0].id
    assert len(warning.segments) == 4


def test_a_figure_told_in_two_paragraphs_has_both_places() -> None:
    result = read("今年以来，全县新增就业5200人。\n　　据介绍，上半年全县新增就业5200人，同比增长3%。")
    places = [one.evidence["quantity"] for one in result.statistics if one.quantity.value == Decimal(5200)]
    assert [[piece.text for piece in pieces] for pieces in places] == [["5200人", "5200人"]]


def test_a_figure_of_the_headline_has_its_place_there() -> None:
    result = read("今年以来，全县新增就业5200人。", headline="全县新增就业5200人")
    (statistic,) = result.statistics
    assert [piece.rule for piece in statistic.evidence["quantity"]] == [
        "statistic.quantity",
        "statistic.headline",
    ]


def test_the_same_figure_of_two_years_is_told_twice() -> None:
    result = read("2018年，全县地区生产总值100亿元。\n　　2020年，全县地区生产总值100亿元。")
    assert [one.period and one.period.start for one in result.statistics] == ["2018-01-01", "2020-01-01"]
