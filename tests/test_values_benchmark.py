"""The benchmark of values: how it reads cases of others, and how it judges."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.outside.answer import Answer, Case
from benchmarks.outside.cases import candidates, load, set_aside
from benchmarks.outside.judge import passes, same_words
from benchmarks.outside.measure import found_in, wanted_days, wanted_quantity

REFERENCE = date(2017, 3, 22)


def of_number(text: str, *values: str) -> Case:
    wanted = tuple(Answer(value, 0, Decimal(value)) for value in values)
    return Case("numbers", "number", text, None, wanted)


def dated(*days: tuple[str | None, str | None]) -> Answer:
    return Answer("", 0, days=days)


def test_numbers_must_be_as_many_and_alike() -> None:
    case = of_number("3和4", "3", "4")
    assert passes(case, [Answer("3", 0, Decimal(3)), Answer("4", 2, Decimal(4))])
    assert not passes(case, [Answer("3", 0, Decimal(3))])
    assert not passes(case, [Answer("4", 2, Decimal(4)), Answer("3", 0, Decimal(3))])
    assert not passes(case, [Answer("3", 0, Decimal(3)), Answer("四", 2, Decimal(4))], words=True)


def test_words_are_compared_without_width_space_and_hedge() -> None:
    assert same_words("四百多", "四百")
    assert same_words("２．５ 万", "2.5万")
    assert not same_words("四百", "四百五")


def test_printed_floats_are_near_enough() -> None:
    case = of_number("三又三分之一", "3.33333333333333")
    assert passes(case, [Answer("三又三分之一", 0, Decimal(10) / Decimal(3))])
    assert not passes(of_number("一千万分之六", "6E-7"), [Answer("", 0, Decimal("6.1E-7"))])


@pytest.mark.parametrize(("value", "unit"), [("7.5", "成"), ("75", "折"), ("7.5", "折"), ("75", "个百分点")])
def test_shares_are_compared_in_per_cent(value: str, unit: str) -> None:
    case = Case("percentages", "share", "", None, (Answer("", 0, Decimal(75), unit="%"),))
    assert passes(case, [Answer("", 0, Decimal(value), unit=unit)])


def test_units_are_compared_by_what_they_measure() -> None:
    case = Case("dimensions", "dimension", "", None, (Answer("", 0, Decimal(12), unit="Kilometer"),))
    assert passes(case, [Answer("", 0, Decimal(12_000), unit="米")])
    assert passes(case, [Answer("", 0, Decimal(12), unit="公里")])
    assert not passes(case, [Answer("", 0, Decimal(12), unit="米")])


def test_money_without_a_unit_and_with_any_hedge() -> None:
    case = Case("money", "money", "", None, (Answer("", 0, Decimal(15_000), unit="元", hedged=True),))
    assert passes(case, [Answer("", 0, Decimal(15_000), hedged=True)])
    assert not passes(case, [Answer("", 0, Decimal(15_000))])
    assert not passes(case, [Answer("", 0, Decimal(15_000), unit="美元", hedged=True)])


def test_a_named_currency_has_no_value() -> None:
    case = Case("currency", "currency", "人民币", None, (Answer("人民币", 0, unit="Chinese yuan"),))
    assert passes(case, [])
    assert not passes(case, [Answer("人民币", 0, Decimal(1), unit="元")])


def test_either_candidate_is_right_and_order_counts() -> None:
    either = dated(("2017-01-10", "2017-01-12"), ("2018-01-10", "2018-01-12"))
    case = Case("dates", "date", "", REFERENCE, (either,))
    assert passes(case, [dated(("2018-01-10", "2018-01-12"))])
    assert not passes(case, [dated(("2018-01-10", "2018-01-13"))])
    assert not passes(case, [])
    assert not passes(case, [dated(("2018-01-10", "2018-01-12")), dated(("2018-01-10", "2018-01-12"))])


def test_a_day_that_does_not_exist_is_not_found() -> None:
    case = Case("dates", "date", "2月30日", REFERENCE, (Answer("2月30日", 0),))
    assert passes(case, [])
    assert passes(case, [dated((None, None))])
    assert not passes(case, [dated(("2017-02-28", "2017-02-28"))])


def test_a_season_that_they_leave_open_may_be_found() -> None:
    case = Case("dates", "date", "今年夏天", REFERENCE, (Answer("今年夏天", 0, free=True),))
    assert passes(case, [])
    assert passes(case, [dated(("2017-06-01", "2017-08-31"))])


def test_the_end_of_a_range_is_exclusive_unless_it_is_written() -> None:
    month = {"timex": "2016-05", "start": "2016-05-01", "end": "2016-06-01"}
    assert set(candidates(month, REFERENCE)) == {("2016-05-01", "2016-05-31")}
    written = {"timex": "(2018-10-01,2018-10-03,P2D)", "start": "2018-10-01", "end": "2018-10-03"}
    assert set(candidates(written, REFERENCE)) == {("2018-10-01", "2018-10-03"), ("2018-10-01", "2018-10-02")}
    since = {"timex": "2018", "Mod": "since", "start": "2018-01-01", "sourceEntity": "datetimerange"}
    assert set(candidates(since, REFERENCE)) == {("2018-01-01", None)}


def test_files_of_both_kinds_are_read(tmp_path: Path) -> None:
    number = {
        "Input": "三",
        "counts": True,
        "Results": [{"Text": "三", "Start": 0, "Resolution": {"value": "3"}}],
    }
    (tmp_path / "recognizers_numbers.json").write_text(json.dumps([number, number | {"counts": False}]))
    time = {"text": "昨天", "reference": 1623604000, "counts": True}
    time["expected"] = {"time": ["2021-06-13 00:00:00", "2021-06-13 23:59:59"]}
    (tmp_path / "jionlp_times.jsonl").write_text(json.dumps(time))
    cases = load(tmp_path)
    assert cases["recognizers_numbers"] == (
        Case("recognizers_numbers", "number", "三", None, (Answer("三", 0, Decimal(3)),)),
    )
    assert cases["jionlp_times"][0].reference == date(2021, 6, 14)
    assert cases["jionlp_times"][0].expected[0].days == (("2021-06-13", "2021-06-13"),)


def test_no_more_than_one_in_eight_is_set_aside(tmp_path: Path) -> None:
    cases = {"numbers": tuple(of_number(str(number), str(number)) for number in range(8))}
    listed = tmp_path / "aside.tsv"
    listed.write_text("# head\nnumbers\t3\tbecause\n")
    assert set_aside(listed, cases) == {("numbers", "3"): "because"}
    listed.write_text("numbers\t3\tbecause\nnumbers\t4\tbecause\n")
    with pytest.raises(ValueError, match="one in eight"):
        set_aside(listed, cases)
    listed.write_text("numbers\t9\tbecause\n")
    with pytest.raises(ValueError, match="no such case"):
        set_aside(listed, cases)


def test_phrases_and_levels() -> None:
    assert wanted_days("2022-01-01..2022-07-20|2022-01-01..") == [
        (("2022-01-01", "2022-07-20"), ("2022-01-01", None))
    ]
    wanted = wanted_quantity("about 4..6 公里")
    assert wanted == Answer("", 0, Decimal(4), Decimal(6), "公里", hedged=True)
    assert found_in([], wanted) == 0
    assert found_in([Answer("4", 0, Decimal(4))], wanted) == 1
    assert found_in([Answer("4", 0, Decimal(4), unit="千米")], wanted) == 2
    assert found_in([Answer("4", 0, Decimal(4), Decimal(6), "千米", hedged=True)], wanted) == 3
