"""What 该船, 该导弹 and 该国 stand for where no name was read: the words before that end in the noun (回指).

>>> string = "发布我国自主研发的新能源大电网运控系统。该系统覆盖9省。"
>>> string[slice(*thing(string, 20, 21, 25)[0])]
'新能源大电网运控系统'
"""

from __future__ import annotations

from newsie import lexicon
from newsie import patterns as re
from newsie.frames.statistic.figures.words import words
from newsie.lexicon import any_of, layered
from newsie.spans import start_behind
from newsie.text import Span

_LONGEST_NOUN = 6
_LONGEST_PHRASE = 24
_REACH = 300
_LEAST_MORE = 2
# 船体 is no ship, 系统集成 no system
_ENDS_HERE = re.compile(
    r"[，。、；：）”！？\n]|在(?!线)|[于今昨前日将已正成是由为从可共也及并以]|[\u4e00-\u9fff]?(?:完成|建成|投产|投用|交付|启用|发布|首[飞航次]|下水|出坞|开通|运行|试射|成功|开工|通车|发生|举行|亮相)"
)
_BOUND = frozenset("的了，。；：、！？…—\n　 将把被在由于从向对为与和及有至到等称是让使这那")
_MEASURED = re.compile(
    "(?:我国|中国|全国|全球|世界|国内|亚洲)?(?:自主研[发制])?(?:最[大长高新快]|首|第[一二三四五0-9]{1,3}|[一两这]|[0-9]{1,4}(?:多|余)?)(?:艘|枚|座|条|台|架|个|套|颗|支|款|种|处|口|批|项|家|部|辆|列|段|期|次|名|位)"
)
_OF_NOUN = "官者员方机器率量费人户"
_GROUP = ("群", "们", "段", "化")
_NO_THING = re.compile(
    "[省市县区州旗镇乡村地国院校局厅厂段期人]|公司|集团|企业|地区|城市|行业|阶段|[批项名起次位]"
)


def thing(string: str, start: int, head: int, end: int) -> tuple[Span, int] | None:
    """Return what the noun at `head`, behind 该 at `start`, stands for, the last words of the paragraph that end in it, and its end."""
    if _NO_THING.match(string, head):
        return None
    low = start_behind("\n", string, start - _REACH, start)
    for stop in range(min(head + _LONGEST_NOUN, end), head, -1):
        # 该城市群 is no 城市
        if string[stop : stop + 1] in _GROUP:
            continue
        noun = string[head:stop]
        at = string.rfind(noun, low, start)
        while at >= 0:
            close = at + len(noun)
            if _ENDS_HERE.match(string, close) and (begin := _begin(string, low, at)) <= at - _LEAST_MORE:
                # 该机型 is of a 无人机
                return (begin, close), stop + string.startswith("型", stop, end)
            at = string.rfind(noun, low, at) if at > low else -1
    return None


def _begin(string: str, low: int, at: int) -> int:
    """Return where the words begin that end in the noun at `at`."""
    place = at
    while place > max(low, at - _LONGEST_PHRASE):
        if string[place - 1] == "”":
            opened = string.rfind("“", max(low, place - _LONGEST_PHRASE), place)
            if opened < 0:
                break
            place = opened
            continue
        if string[place - 1] in _BOUND or string[place - 1] == "“" or _behind_verb(string, low, place):
            break
        place -= 1
    measured = _MEASURED.match(string, place, at)
    return measured.end() if measured else place


def _behind_verb(string: str, low: int, place: int) -> bool:
    """Tell whether a verb that is no part of a name ends at `place`: 发布|某某系统, but 执行|官."""
    if string[place] in _OF_NOUN:
        return False
    before = (string[place - length : place] for length in (2, 3) if place - length >= low)
    return any(word in words("act") | words("speech") and word not in words("nominal") for word in before)


@layered
def _countries() -> re.Pattern[str]:
    return re.compile(any_of(lexicon.words("gazetteer/countries.txt")))


def country(string: str, start: int) -> Span | None:
    """Return the country that 该国 at `start` is, the last its paragraph names.

    >>> country("西班牙气温达到42度。该国大部分地区高温。", 11)
    (0, 3)
    """
    low = start_behind("\n", string, start - _REACH, start)
    named = [found.span() for found in _countries().finditer(string, low, start)]
    return named[-1] if named else None
