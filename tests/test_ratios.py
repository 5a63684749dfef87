from __future__ import annotations

import pytest

from newsie import find_ratios


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("三次产业结构为1.1:50.3:48.6", ["1.1 50.3 48.6"]),
        ("三次产业比例由10：45：45调整为8∶44∶48", ["10 45 45", "8 44 48"]),
        ("男女比例1.05:1，师生比1:15", ["1.05 1", "1 15"]),
        ("按三比一配备，按1:3的比例混合", ["3 1", "1 3"]),
        ("演进为3.6 ： 48 ： 48.4。", ["3.6 48 48.4"]),
        ("上午8:30，12:30:45，以2:1战胜，比分为3:0，比分25:21，1:50000地形图，2比1", []),
    ],
)
def test_ratios(text: str, parts: list[str]) -> None:
    assert [" ".join(map(str, ratio.parts)) for ratio in find_ratios(text)] == parts


def test_places() -> None:
    text = "产业结构为１：２：３"
    assert [text[ratio.start : ratio.end] for ratio in find_ratios(text)] == ["１：２：３"]
