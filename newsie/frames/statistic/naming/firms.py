"""The full names of firms, schools and hospitals that go by shorter ones (单位全称)."""

from __future__ import annotations

from collections.abc import Iterable

from newsie import patterns as re
from newsie.frames.statistic.naming.names import Name
from newsie.frames.statistic.naming.shorter import numbered
from newsie.spans import start_behind
from newsie.text import Span

# 县供电公司 is the county's own
FIRM = re.compile("(?:(?<!供电)(?<!电力)(?<!烟草)(?<!邮政)(?<!自来水)(?<!分)公司|集团|合作社)$")
"""What the name of a firm of its own ends in."""

FIRMS = ("公司", "集团", "合作社")
_HEADS = re.compile("(?:副?董事长|总?经理|副总经理|总裁|厂长|理事长|法人代表|负责人)(?![助办室])")
_REACH = 80
_SHORTEST_FORM = 3
_CALLED = re.compile("(?P<called>[\u4e00-\u9fff]{2,6})(?P<what>公司|集团|合作社|厂)")
_TRADE = re.compile("(?P<word>[\u4e00-\u9fff]{1,8}?)(?=(?:集团)?(?:股份|控股)?(?:有限)?(?:责任)?公司)")
_PLACED = re.compile("(?:[\u4e00-\u9fff]{2,4}[省市县区旗镇乡村]){0,2}(?:[\u4e00-\u9fff]{2})?")


def whole_house(string: str, form: str, names: Iterable[Name]) -> Span | None:
    """Return where the school or the hospital is named in full: 县第二人民医院 of 县二院."""
    full = numbered(form)
    if full is None:
        return None
    longer = (name.span for name in names if name.end - name.start > len(form))
    return next((span for span in longer if full.match(string, *span)), None)


def whole_firm(string: str, form: str, names: Iterable[Name]) -> Span | None:
    """Return where a firm is named in full: 河湾绿源农业有限公司 of 绿源农业, 青山县汇川丝绸公司 of 汇川公司."""
    called = _CALLED.fullmatch(form)
    for name in names:
        longer = name.kind == "body" and name.end - name.start > len(form) >= _SHORTEST_FORM
        if not longer or not FIRM.search(string, *name.span):
            continue
        if form in string[name.start : name.end] or (called and _is_called(string, name, called)):
            return name.span
    return None


def firm_by_its_word(string: str, start: int, firms: Iterable[Name]) -> tuple[Name | None, int]:
    """Return the firm named before that goes by its own word and its trade at `start`, and where they end.

    竹韵纸业 of 河湾县竹韵纸业有限公司; its word alone (竹韵) may be anything.
    """
    word = string[start : start + _SHORTEST_FORM]
    for firm in firms:
        at = string.find(word, firm.start + 2, firm.end)
        if firm.end > start or at < 0 or not _PLACED.fullmatch(string, firm.start, at):
            continue
        trade = _TRADE.match(string, at, firm.end)
        short = string[at : trade.end()] if trade else ""
        if short and string.startswith(short, start):
            return firm, start + len(short)
    return None, start


def firm_headed(string: str, start: int, head: int, names: Iterable[Name]) -> Span | None:
    """Return the firm that 该公司 at `start`, with its noun at `head`, is: that whose head the sentence named.

    赛芯电子董事长某某发言，该公司今年投入4300万元: not the last firm that was named.
    """
    if not string.startswith(("公司", "企业", "集团"), head):
        return None
    low = start_behind("。\n", string, start - _REACH, start)
    heads = list(_HEADS.finditer(string, low, start))
    if not heads:
        return None
    end = heads[-1].start()
    begin = start_behind("，、；：“”", string, low, end)
    form = string[begin:end]
    firm = next(
        (name.span for name in names if name.kind == "body" and form == string[slice(*name.span)]), None
    )
    return whole_firm(string, form, names) or firm


def _is_called(string: str, name: Name, called: re.Match[str]) -> bool:
    """Tell whether a firm goes by its own word, behind its place: 青山县|汇川|丝绸公司."""
    at = string.find(called["called"], name.start, name.end)
    if at < 0 or not string.endswith(called["what"], *name.span):
        return False
    return _PLACED.fullmatch(string, name.start, at) is not None
