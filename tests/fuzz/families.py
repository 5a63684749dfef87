"""Hostile texts of any length: each family does one thing that no newspaper does, for as long as is asked.

`benchmarks/hostile.py` measures that the time they take grows with their length and no faster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count, cycle, islice

Family = Callable[[int], str]

_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马胡朱郭何罗高林欧阳司马上官诸葛"
_GIVEN = "明华志强建国秀英丽敏静磊军洋勇艳杰娟涛超霞平刚桂兰玉梅海波"


def repeated(unit: str) -> Family:
    """Return the family of one string again and again."""
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def nested(pair: str) -> Family:
    """Return the family of brackets in brackets, half of the length open and half closed."""
    return lambda length: pair[0] * (length // 2) + pair[1] * (length // 2)


def _names() -> Iterator[str]:
    for number in count():
        first, rest = divmod(number, len(_GIVEN) ** 2)
        second, third = divmod(rest, len(_GIVEN))
        yield _SURNAMES[first % len(_SURNAMES)] + _GIVEN[second] + _GIVEN[third]


def _listed(pattern: str) -> Family:
    def made(length: int) -> str:
        items = (pattern.format(name=name) for name in _names())
        return "".join(islice(items, length // len(pattern.format(name="王明华")) + 1))[:length]

    return made


def _numbered(pattern: str) -> Family:
    def made(length: int) -> str:
        parts: list[str] = []
        size = 0
        for number in count(1):
            parts.append(pattern.format(number=number, month=number % 12 + 1, day=number % 28 + 1))
            size += len(parts[-1])
            if size >= length:
                return "".join(parts)[:length]
        raise AssertionError

    return made


def _unpunctuated(length: int) -> str:
    words = cycle(
        "会议强调要坚持以人民为中心的发展思想县委书记王明华主持会议并讲话总投资达亿元同比增长全县各镇先后来到调研"
    )
    return "".join(islice(words, length))


FAMILIES: dict[str, Family] = {
    "brackets in brackets": nested("（）"),
    "brackets opened and closed": repeated("（）【】()“”"),
    "titles opened": repeated("《"),
    "quotes never closed": repeated("他说：“要抓好工作。"),
    "digits": repeated("1234567890"),
    "numbers with dots": repeated("1.1.2,000.3%"),
    "surnames": repeated(_SURNAMES),
    "a list of names": _listed("{name}、"),
    "posts and names": _listed("县委常委、副县长{name}，"),
    "speakers": _listed("{name}说，要抓好落实。"),
    "年月日": repeated("年月日"),
    "dates": _numbered("{month}月{day}日至{number}日，"),
    "其中": repeated("其中"),
    "one sentence of changes": repeated("与去年同期相比，产量增长5%，"),
    "parts of sums": _numbered("其中企业{number}家，"),
    "amounts": _numbered("{number}.5亿元"),
    "meetings": _listed("1月8日，县长{name}主持召开工作会议，会议强调，要抓好落实。"),
    "names, dates and titles": _listed("《{name}》1月8日，{name}2人，"),
    "figures of one sentence": _listed("县长{name}说：“要抓好”，其中投资3亿元，同比增长5%，"),
    "aims": repeated("预计接待游客30万人次，"),
    "long names": repeated("工商联主席谢尔扎提•阿布"),
    "contacts": lambda length: (
        "招标公告\n\n　　现招标。\n" + repeated("　　联系电话：0379-1234567\n")(length)
    ),
    "appointments": _listed("任命{name}为青河县水利局局长，"),
    "visits": _listed("{name}一行先后来到东河村、西河镇调研，"),
    "projects": _numbered("总投资{number}亿元的第{number}产业园项目开工建设，"),
    "no pause": _unpunctuated,
    "headlines": _listed("县长{name}调研工作\n\n"),
    "characters on lines of their own": repeated("县\n长\n王\n明\n华\n"),
    "bylines": _listed("本报讯（记者 {name}）\n"),
    "continued": repeated("（上接第1版）\n"),
    "white space": repeated(" \u3000\t\n"),
    "spaces": repeated(" "),
    "lost glyphs": repeated("\ufffd\ufffd字"),
    "marks of private use": repeated("\ue001\ue000、\ue000主持召开\ue002会议，\ue003"),
    "right to left and no width": repeated("县\u202e长\u200b王\u2066明\ufeff华\u202c"),
    "overprinted": repeated("群群众众有有序序领领取取"),
    "markdown": repeated("# **`__> "),
    "planes": lambda length: "".join(chr(0x10000 + number * 251 % 0x100000) for number in range(length)),
}
"""From a length in characters to a text of about that length."""


def as_stories(family: Family, length: int, size: int = 2000) -> str:
    """Return stories of a usual length whose text is of a family."""
    front = "某县召开第{number}次会议\n\n　　本报讯（记者 姜某）1月8日，"
    count = max(1, round(length / size))
    stories = (front.format(number=number) + family(length // count - 40) for number in range(count))
    return "".join(f"{story}。\n\n" for story in stories)
