"""Time newsie on texts made to be slow: doubling one may at most double the time."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import newsie
from newsie.literals import find_literals
from newsie.text import fold

PIECES = (
    "1", "一", "1月", "第", "亿", "万", "百", "十", "零", "1至", "1-", "1—", "1到1至", "百分之", "分之", "又", "一又", "1/",
    "1.", "1,", "1,000,", "点", "一点", "负", "半", "几", "数", "多", "余", "约", "近", "不", "不超过", "以上", "年", "1年", "今年",
    "去年", "1月1日", "1日", "1日至", "1月1日至", "月底", "周", "周一", "农历", "正月", "世纪", "1年代", "上", "前1个", "两", "成", "折",
    "元", "1元", "1角", "人民币", "个", "1个", "1万", "1亿1万", "三四", "二〇", "“", "《", "1 ", " ", "1：", "12:", "(", "（1", "1^", "1e", "-",
    "自1月至", "从1", "截至", "同比增长1", "1米", "1斤半", "1千", "期间", "第1", "十四五", "二十", "°", "1%", "%", "壹", "廿", "k",
)  # fmt: skip
RUNS: dict[str, Callable[[str], object]] = {
    "find_literals": lambda text: find_literals(fold(text), date(2022, 7, 20)),
    "find_numbers": newsie.find_numbers,
}


def print_hostile(size: int, worst: int = 10) -> None:
    """Print, for each function, the pieces whose doubled text takes longest, the slowest, and what raises."""
    for name, function in RUNS.items():
        timed = {piece: _doubled(function, piece, size) for piece in PIECES}
        rows = [(*times, piece) for piece, times in timed.items() if not isinstance(times, str)]
        raised = [f"{piece!r}: {times}" for piece, times in timed.items() if isinstance(times, str)]
        print(
            f"\n{name}: time at {2 * size:,} characters over time at {size:,}, characters a second of CPU time"
        )
        for ratio, rate, piece in sorted(rows, reverse=True)[:worst]:
            print(f"  {piece!r:14} {ratio:5.2f}  {rate:12,.0f}")
        slowest = sorted((rate, piece) for _, rate, piece in rows)[:worst]
        print("  slowest: " + ", ".join(f"{piece!r} {rate:,.0f}" for rate, piece in slowest))
        print("\n".join(f"  raises on {line}" for line in raised))


def _doubled(function: Callable[[str], object], piece: str, size: int) -> tuple[float, float] | str:
    """Return the time of a doubled text over that of the text, and the characters a second of the longer.

    Or, when it raises, what it raises.
    """
    text = piece * (2 * size // len(piece) + 1)
    try:
        once, twice = _seconds(function, text[:size]), _seconds(function, text[: 2 * size])
    except Exception as error:  # noqa: BLE001
        return repr(error)
    return twice / once, 2 * size / twice


def _seconds(function: Callable[[str], object], text: str) -> float:
    """Return the least CPU time of three runs, fewer when they are long."""
    times: list[float] = []
    while len(times) < 3 and sum(times) < 1:
        start = time.process_time()
        function(text)
        times.append(time.process_time() - start)
    return max(min(times), 1e-6)
