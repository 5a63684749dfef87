from __future__ import annotations

from decimal import Decimal

import pytest

from newsie import find_quantities, unit_of
from newsie.lexicon import rows
from newsie.literals.amounts.units import units

PINT = {
    "公里": "km", "海里": "nautical_mile", "英里": "mile", "英尺": "foot", "英寸": "inch", "光年": "light_year", "公顷": "hectare",
    "升": "liter", "加仑": "gallon", "桶油当量": "oil_barrel", "磅": "pound", "盎司": "ounce", "克拉": "carat", "吨": "metric_ton",
    "小时": "hour", "卡": "calorie", "千瓦时": "kWh", "马力": "metric_horsepower", "公里/小时": "km/hour", "毫克/升": "mg/liter",
}  # fmt: skip


@pytest.mark.parametrize(
    ("word", "dimension", "base", "value"),
    [
        ("亩", "area", "m²", "2000"),
        ("尺", "length", "m", "1"),
        ("斤", "mass", "kg", "1.5"),
        ("千瓦时", "energy", "J", "10800000"),
        ("成", "share", "1", "0.3"),
        ("角", "money", "CNY", "0.3"),
        ("人次", "count", "人次", "3"),
        ("美元/吨", "money/mass", "USD/kg", "0.003"),
        ("升/100公里", "volume/length", "m³/m", "0.00000003"),
        ("毫克/100毫升", "concentration", "kg/m³", "0.03"),
    ],
)
def test_three_of_a_unit_in_its_base(word: str, dimension: str, base: str, value: str) -> None:
    unit = unit_of(word)
    assert unit is not None
    assert (unit.dimension, unit.base, unit.in_base(Decimal(3))) == (dimension, base, Decimal(value))


@pytest.mark.parametrize("word", ["个月", "℃"])
def test_what_has_no_factor(word: str) -> None:
    unit = unit_of(word)
    assert unit is not None
    assert unit.factor is None
    assert unit.in_base(Decimal(1)) is None


def test_what_is_no_unit() -> None:
    assert unit_of("会议") is None
    assert unit_of("元/会议") is None


def test_every_measure_and_currency_of_the_list_has_a_unit() -> None:
    for word, kind, _ in rows("measures.tsv", 3):
        found = unit_of(word)
        assert found is not None
        assert kind != "money" or found.dimension == "money", word
        assert kind != "share" or found.dimension == "share", word


def test_a_currency_has_one_base() -> None:
    assert all(len(unit.base) >= 2 for unit in units().values() if unit.dimension == "money")


@pytest.mark.parametrize("word", ["美元", "港币", "日元", "卢布", "兰特", "奈拉", "人民币"])
def test_an_amount_in_each_currency(word: str) -> None:
    [amount] = find_quantities(f"共12.5万{word}。")
    assert (amount.quantity.value, amount.quantity.unit) == (Decimal(125000), word)


def test_factors_agree_with_pint() -> None:
    registry = pytest.importorskip("pint").UnitRegistry()
    for word, name in PINT.items():
        unit = unit_of(word)
        assert unit is not None
        assert unit.factor is not None
        assert float(unit.factor) == pytest.approx(registry(name).to_base_units().magnitude, rel=1e-9), word
