"""Phrases of the genre on which other libraries fail, and newsie must not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from newsie.literals import find_dates, find_quantities
from newsie.values import Quantity

PUBLISHED = date(2022, 7, 20)


def days(text: str) -> list[tuple[str | None, str | None]]:
    return [(found.interval.start, found.interval.end) for found in find_dates(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1 月 8日，记者从区里获悉", "2022-01-08"),
        ("7 月 19日，区里召开会议", "2022-07-19"),
        ("3月28日8时至15时停水", "2022-03-28"),
        ("2021 年 12 月 27 日上午", "2021-12-27"),
        ("12月27日，总结会召开", "2021-12-27"),
        ("１月８日", "2022-01-08"),
    ],
)
def test_days_of_the_page(text: str, day: str) -> None:
    assert days(text) == [(day, day)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("自2015年7月开工至2020年9月底", "2015-07-01", "2020-09-30"),
        ("自2015年7月至2020年9月底", "2015-07-01", "2020-09-30"),
        ("今年以来", "2022-01-01", "2022-07-20"),
        ("去年以来", "2021-01-01", "2022-07-20"),
        ("2020年以来", "2020-01-01", "2022-07-20"),
        ("上半年", "2022-01-01", "2022-06-30"),
        ("一季度", "2022-01-01", "2022-03-31"),
        ("1—6月", "2022-01-01", "2022-06-30"),
        ("本月底", "2022-07-21", "2022-07-31"),
        ("“十四五”期间", "2021-01-01", "2025-12-31"),
        ("截至目前", None, "2022-07-20"),
        ("截至6月底", None, "2022-06-30"),
        ("近日", None, "2022-07-20"),
        ("连日来", None, "2022-07-20"),
        ("日前，市领导到县里调研", None, "2022-07-20"),
    ],
)
def test_stretches_of_the_page(text: str, first: str | None, last: str) -> None:
    assert days(text) == [(first, last)]


def test_the_same_day_is_the_last_full_day() -> None:
    found = find_dates("7月15日，现场会召开。当日下午，大家看了三个村", PUBLISHED)
    assert [each.interval.start for each in found] == ["2022-07-15", "2022-07-15"]
    assert found[1].interval.part_of_day == "afternoon"


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("总投资约70亿元", Quantity(Decimal(7_000_000_000), "元", "about")),
        ("占地750亩", Quantity(Decimal(750), "亩")),
        ("建筑面积120万平方米", Quantity(Decimal(1_200_000), "平方米")),
        ("整改问题600余条", Quantity(Decimal(600), "条", "over")),
        ("发放3万余份", Quantity(Decimal(30_000), "份", "over")),
        ("覆盖4000多人", Quantity(Decimal(4000), "人", "over")),
        ("10 余种", Quantity(Decimal(10), "种", "over")),
        ("完成90%以上", Quantity(Decimal(90), "%", "at_least")),
        ("检查6303家次", Quantity(Decimal(6303), "家次")),
        ("出动45 人次", Quantity(Decimal(45), "人次")),
        ("1433 个", Quantity(Decimal(1433), "个")),
        ("间隔4 到 6 个小时", Quantity(Decimal(4), "个小时", "exact", Decimal(6))),
        ("近700万元", Quantity(Decimal(7_000_000), "元", "about")),
        ("突破2万亿元", Quantity(Decimal(2_000_000_000_000), "元", "over")),
        ("上千名群众", Quantity(Decimal(1000), "名", "at_least")),
        ("十几万人", Quantity(Decimal(110_000), "人", "about", Decimal(190_000))),
    ],
)
def test_quantities_keep_hedge_and_unit(text: str, quantity: Quantity) -> None:
    assert [found.quantity for found in find_quantities(text)] == [quantity]


def test_levels_are_not_counted() -> None:
    found = find_quantities("三级医院168家，其中二级13家、一级25家，村卫生室130个")
    assert [(str(each.quantity.value), each.quantity.unit) for each in found] == [
        ("168", "家"),
        ("13", "家"),
        ("25", "家"),
        ("130", "个"),
    ]
