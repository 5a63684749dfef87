"""Who speaks for a firm or a village: its manager, its cadre, or whoever answers for it (企业、村的发言者)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.naming.names import Name

_MANAGER = re.compile(
    r"(?:总|副总)?(?:董事长|经理|厂长|理事长|总裁|法人代表|场长|创始人)"
    r"|(?:财务|技术|运营|市场|销售|生产|行政|品牌|工程|项目)(?:部|中心)?(?:总监|主管|经理|负责人)"
)
_SPEAKS_FOR = re.compile(
    r"(?:项目|有关|相关|主要|销售|生产|运营|技术|现场|施工){0,2}(?:部|方)?(?:负责人|总监|主管|代表|经理|法人)"
)
_VILLAGE = re.compile(r"(?P<village>.{1,16}?(?:村|社区))(?:党委|党总支|党支部|村委会|居委会)?")
_CADRE = re.compile(r"(?:党委|党总支|党支部|党工委|村委会|居委会|社区)?(?:副)?(?:书记|主任|支书)")
_FIRMS = (
    "公司",
    "集团",
    "合作社",
    "联合社",
    "厂",
    "农场",
    "酒店",
    "超市",
    "药业",
    "农业",
    "食品",
    "科技",
    "基地",
    "场",
)


def spoken_for(string: str, name: Name) -> Name | None:
    """Return the firm or the village whose manager or cadre the words behind its name tell of.

    >>> spoken_for("某某集团项目负责人张三", Name(0, 6, "body"))
    Name(start=0, end=4, kind='body')
    >>> spoken_for("大井村党支部书记张三", Name(0, 6, "body"))
    Name(start=0, end=3, kind='land')
    """
    if name.kind not in ("body", "works", "land"):
        return None
    if firm := _firm(string, name):
        return firm
    village = _VILLAGE.fullmatch(string, *name.span)
    if village is None or _CADRE.match(string, name.end) is None:
        return None
    return Name(*village.span("village"), "land")


def _firm(string: str, name: Name) -> Name | None:
    """Return the firm whose manager or spokesman the words behind its name tell of."""
    firm = _without_project(string, name)
    if _MANAGER.match(string, name.end):
        return firm
    speaks = name.kind == "body" and string.endswith(_FIRMS, *firm.span)
    return firm if speaks and _SPEAKS_FOR.match(string, firm.end) else None


def _without_project(string: str, name: Name) -> Name:
    """Return the firm whose man on a project is named: 某某集团项目负责人, 某某公司项目经理."""
    end = name.end - 2
    projects = string.endswith("项目", *name.span) and string.endswith(_FIRMS, name.start, end)
    return name._replace(end=end) if projects else name
