"""People without a name whom a clause is about: 一名男子骗走2万元, 青山县一村民花3000元买了… (无名人物).

Neither the place they are of nor whom the story was about before has what they do.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.naming.names import Name, Names

_ONE = "(?:[这那另又]?一[名位个]?|[这那另][名位个]|该[名位]?)"
_DOES = "(?=[因遭被在将把使用采撬闯偷盗抢骗趁以先已见利驾于通伪说称想又也还却便就从向对给要拿走找看正来去到不没只并同跟往骑持随欲谎冒假]|发现|表示|突然|立即|手持|流窜|多次|频频|竟|，)"
# 男子 alone, but not 男子单打; 老人 and 村民 alone may be any
_PERSON = re.compile(
    f"(?:(?P<one>{_ONE})(?:[\u4e00-\u9fff0-9]{{0,6}}?的?)?(?:(?:男子|女子|女士|[男女]孩|[男女]?司机|市民|村民|居民|网友|顾客|乘客|青年|员工|职工|工人|学生|老人)|老[人汉板太]|老板娘|小伙子?|姑娘|大[爷妈娘叔]|歹徒|嫌疑人|[车店业房户]主|房客|农民|路人|商贩|老师|医生|护士)"
    f"|男子|女子|歹徒|劫匪|窃贼|小偷|骗子){_DOES}"
)
_HEADS = frozenset("一这那另该又男女歹劫窃小骗")
# 万家超市门口一女子, 青山县的一名男子
_AT = re.compile("(?:的|门[口前]|境内|附近|街头)?")


def unnamed(string: str, start: int, end: int) -> Name | None:
    """Return who without a name stands at `start`, if anybody does; 一名 is no part of the words for him.

    >>> unnamed("一名男子骗走", 0, 6), unnamed("男子单打冠军", 0, 6)
    (Name(start=2, end=4, kind='person'), None)
    """
    if start >= end or string[start] not in _HEADS:
        return None
    person = _PERSON.match(string, start, end)
    if person is None:
        return None
    counted = person["one"] is not None and "一" in person["one"] and person["one"][0] not in "这那"
    return Name(person.end("one") if counted else start, person.end(), "person")


def someone(names: Names, start: int, end: int) -> Name | None:
    """Return who without a name a clause begins with, or who is of the place it begins with: 青山县一名男子.

    >>> someone(Names("青山县一名男子骗走"), 0, 9)
    Name(start=0, end=7, kind='person')
    """
    if person := unnamed(names.string, start, end):
        return person
    place = names.at(start, end)
    if place is None or place.kind == "person":
        return None
    near = _AT.match(names.string, place.end, end)
    person = unnamed(names.string, near.end() if near else place.end, end)
    return Name(start, person.end, "person") if person else None
