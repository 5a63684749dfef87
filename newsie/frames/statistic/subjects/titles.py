"""Books, rules and films as what figures are of: 《某某条例》……《条例》共7章53条 (题名作主语)."""

from __future__ import annotations

from bisect import bisect_right

from newsie import patterns as re
from newsie.text import Span

_TITLE = re.compile("《[^《》\n]{2,60}》")
# 《抗战》主题展览参观人数, 《某某》一书收录
_SHOWN = re.compile(
    r"(?:(?!共|累计|已|先后|巡回)[\u4e00-\u9fff]{0,4}?(?:展览?|节目|音乐会|纪录片|电影|专题片|演出|丛书)|一[书文片剧]|系列丛书)?"
)
# 《甲》《乙》等36部作品; 《规划》提出，建设园区10个: what is listed, and what is said in it, is of others
_OTHERS = re.compile(
    r"[等、《和与及的（]|[^，。；\n]{0,8}?(?:提出|指出|明确|要求|强调|显示|规定|部署|确定|称|说|认为|表明|印发|发布|公布|实施|施行|建议|围绕|透露|报道|预测|预计|介绍|致力|旨在|第[0-9一二三四五六七八九十])"
)
_THIS = re.compile("[该本此这](?:部|本)?(?:书|片|剧|影片|条例|专题片|纪录片|电影|规定|办法|读本|文集)")
_RULES = ("条例", "规定", "办法")
_REACH = 12


class Titles:
    """The titles in a text, each mention of which stands for the fullest."""

    def __init__(self, string: str) -> None:
        self._string = string
        self._titles = [match.span() for match in _TITLE.finditer(string)] if "《" in string else []
        self._starts = [start for start, _ in self._titles]

    def at(self, start: int, end: int) -> tuple[Span, int] | None:
        """Return the fullest title of the work that the words at `start` name or stand for, and where they end.

        >>> Titles("修订《安和条例》。《条例》共7章。").at(9, 14)
        ((2, 8), 13)
        """
        if not self._titles:
            return None
        if this := _THIS.match(self._string, start, end):
            before = self._before(start)
            word = this.group()
            # 该条例 is one of the name; 该书 any
            if before and word.endswith(_RULES) and word[1:] not in self._string[slice(*before)]:
                return None
            return (before, this.end()) if before else None
        place = bisect_right(self._starts, start) - 1
        if place < 0 or self._starts[place] != start or self._titles[place][1] > end:
            return None
        stop = self._titles[place][1]
        if _OTHERS.match(self._string, stop, end):
            return None
        shown = _SHOWN.match(self._string, stop, end)
        if shown and shown.end() > stop:
            return (start, shown.end()), shown.end()
        return self._fullest(place), stop

    def lists(self, start: int, end: int) -> bool:
        """Tell whether several titles stand at `start`, which are counted: 《甲》《乙》等36部作品."""
        title = _TITLE.match(self._string, start, end)
        return title is not None and self._string.startswith(("等", "、", "《"), title.end())

    def _before(self, start: int) -> Span | None:
        """Return the last title of the same paragraph, or of the one before."""
        place = bisect_right(self._starts, start)
        found = self._titles[place - 1] if place else None
        near = found is not None and self._string.count("\n", found[1], start) <= 1
        return found if near else None

    def _fullest(self, place: int) -> Span:
        start, end = self._titles[place]
        form = self._string[start + 1 : end - 1]
        for other in reversed(self._titles[max(0, place - _REACH) : place]):
            if other[1] - other[0] > end - start and form in self._string[slice(*other)]:
                return other
        return start, end
