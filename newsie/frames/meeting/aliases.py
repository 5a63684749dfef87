"""When two names mean one gathering: 中博会 and the fair in full, 市委十二届三次全会 and the session in full (会议简称)."""

from __future__ import annotations

from newsie import patterns as re

# 中博会, 西洽会
_SHORT_FORM = re.compile("[\u4e00-\u9fff]{1,3}[博运奥交洽残展]会")
_SESSION = re.compile("[一二三四五六七八九十0-9]{1,4}[届次]")
# 人大三次会议 is not the third one of its 常委会
_OTHER = re.compile("常务|常委|预备|主席团|主任|党组|联席|代表团|纪委|政协|人大|人民代表")
_SAME = {"人民代表": "人大", "常务": "常委"}
# 中央纪委 and 中纪委
_CENTRAL = frozenset("中央")
_LEAST_LONGER = 3
_MEETS = ("会", "会议")


def is_same_session(name: str, known: str) -> bool:
    """Tell whether two names, as written, mean one gathering.

    >>> is_same_session("中博会", "第六届中部投资贸易博览会")
    True
    >>> is_same_session("省十四届人大三次会议", "青山省第十四届人民代表大会第三次会议")
    True
    >>> is_same_session("市人大常委会第三次会议", "市人大第三次会议")
    False
    """
    short, full = sorted((name, known), key=len)
    if _SHORT_FORM.fullmatch(short):
        return len(full) >= len(short) + _LEAST_LONGER and full.endswith("会") and _is_within(short, full)
    sessions = set(_SESSION.findall(short))
    if not any(session.endswith("次") for session in sessions) or not sessions <= set(_SESSION.findall(full)):
        return False
    return _bodies(short) == _bodies(full) and set(short) - _CENTRAL <= set(full) and full.endswith(_MEETS)


def _is_within(short: str, full: str) -> bool:
    rest = iter(full)
    return all(letter in rest for letter in short)


def _bodies(name: str) -> set[str]:
    return {_SAME.get(word, word) for word in _OTHER.findall(name)}
