"""What posts say about each other (职务): who can hold two at a time, and which are held by one person only."""

from __future__ import annotations

from newsie import patterns as re
from newsie.linking.places import COUNTY

_VAGUE = re.compile(".{0,200}(?:领导|负责人|负责同志|干部|成员|代表|调研员|巡视员|发言人)$")
_HEAD = re.compile(
    "(?:代|代理|第一)?(?:书记|主任|主席|会长|理事长|检察长|[省市县区镇乡局厅部院校所站行处科队州村]长|总理|总统|首相)$"
)
_MEMBER = re.compile(".{0,200}(?:委员|常委|组员)$")
# heads of these may well be one person: 区委书记 and 区人大主任
_CORE = {
    "",
    "委",
    "政府",
    "人大",
    "政协",
    "党工委",
    "管委会",
    "纪委",
    "纪委监委",
    "监委",
    "党委",
    "党组",
    "武装部",
}
# who leads one of these is as a rule called so wherever another of his posts is
_LEADING = {"", "委", "政府", "党工委", "管委会", "党委", "党组"}
_ACTING = re.compile("^代理(?=.长)")
_TITLES = {"党委书记": "书记", "代书记": "书记", "党支部书记": "书记", "支书": "书记", "村支书": "书记"}


def split(key: str) -> tuple[str, str]:
    """Return the area and the body of a key.

    >>> split("4103:示范区|管委会")
    ('4103:示范区', '管委会')
    """
    area, _, body = key.partition("|")
    return area, body


def counted_title(title: str) -> str:
    """Return a title in the form it is counted under.

    >>> counted_title("代理市长"), counted_title("党支部书记")
    ('代市长', '书记')
    """
    return _TITLES.get(title, _ACTING.sub("代", title))


def is_vague(title: str) -> bool:
    """Tell a title that many have (领导, 负责人)."""
    return _VAGUE.match(title) is not None


def is_head(title: str) -> bool:
    """Tell a title that one person has at a time.

    >>> is_head("主任"), is_head("副主任"), is_head("常委")
    (True, False, False)
    """
    return _HEAD.match(title) is not None


def unit(area: str) -> str:
    """Return the district, prefecture, province or country that an area is of: towns count as their county's.

    >>> unit("410305008"), unit("4103:示范区"), unit("4103:荷花社区")
    ('410305', '4103:示范区', '4103')
    """
    head, *rest = area.split(":")
    if head.isdigit():
        head = head[:COUNTY]
    if rest and rest[0].endswith("区") and not rest[0].endswith("社区"):
        return f"{head}:{rest[0]}"
    return head


def depth(area: str) -> int:
    """Return how far down an area is: country 0, province 1, prefecture 2, county or zone 3, town 4, village 5.

    >>> [depth(area) for area in ("", "41", "4103", "4103:示范区", "410305008", "4103:荷花社区")]
    [0, 1, 2, 3, 4, 5]
    """
    head, *rest = area.split(":")
    last = rest[-1] if rest else ""
    if last.endswith(("社区", "村")):
        return 5
    if last.endswith(("街道", "镇", "乡")):
        return 4
    if last:
        return 3
    return {0: 0, 2: 1, 4: 2, 6: 3, 9: 4}.get(len(head), 0) if head.isdigit() or not head else 0


def nested(one: str, other: str) -> bool:
    """Tell whether one area lies in the other, or is it."""
    return one.startswith(other) or other.startswith(one)


def exclude(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether nobody holds both posts at a time; a post is a key and a title.

    >>> exclude(("410305|教育局", "局长"), ("410305|民政局", "局长"))
    True
    >>> exclude(("410305|委", "书记"), ("410305|人大", "主任"))
    False
    """
    (one_key, one_title), (other_key, other_title) = one, other
    if is_vague(one_title) or is_vague(other_title) or one_key == other_key:
        return False
    (one_area, one_body), (other_area, other_body) = split(one_key), split(other_key)
    if not nested(one_area, other_area):
        return True
    if depth(one_area) != depth(other_area):
        # 县委常委、镇党委书记 is one person, 县人大主任 and 镇长 are two
        return not (_MEMBER.match(one_title) or _MEMBER.match(other_title))
    if not (is_head(one_title) and is_head(other_title)):
        return False
    departments = {_department(one_body), _department(other_body)}
    return one_area == other_area and len(departments) == 2 and not departments & _CORE


def hardly_together(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell posts of one place that a person may hold together, but is then called by both: 副县长 and 公安局局长.

    >>> hardly_together(("410305|政协", "副主席"), ("410305|应急管理局", "副局长"))
    True
    """
    (one_key, one_title), (other_key, other_title) = one, other
    (one_area, one_body), (other_area, other_body) = split(one_key), split(other_key)
    if one_area != other_area or any(_MEMBER.match(t) or is_vague(t) for t in (one_title, other_title)):
        return False
    departments = {_department(one_body), _department(other_body)}
    return len(departments) == 2 and not departments <= _LEADING


def _department(body: str) -> str:
    """Return the department that a party group is of: 财政局党组 is 财政局."""
    return re.sub("(?:党组|党委|党支部|党总支)$", "", body)
