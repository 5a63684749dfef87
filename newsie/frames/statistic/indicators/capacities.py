"""How much something can hold or do, said in front of it (定语中的能力): 建成5个能停放300辆车的停车场.

The first figure counts car parks, the second is of each of them and not of who built them.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.words import first_verb, words
from newsie.frames.statistic.indicators.phrase import Phrase
from newsie.text import Span

_HOLDS = (
    "停放|停泊|停|容纳|入住|居住|住|安置|蓄水|蓄|储存|贮存|存储|存放|储藏|储|冷藏|处理|处置|生产|加工|吞吐|装载|载客|载|乘坐|坐|接待|孵化|养殖|饲养|存栏|出栏"
    "|收治|就餐|用餐|就读|入学|灌溉|发电|供水|供气|供热|充电|观看|办公|消纳|焚烧|填埋|屠宰|烘干|育苗|种植|分拣|服务"
)
_TIMES = "(?:每[次天年日月]|每小时|[日年]|一次性?|单次|同时|最多)"
# 能停放, 每天可处理污水, 日处理污水
_SAID = re.compile(
    f"(?:(?:{_TIMES})?(?:可以?|能够?|足够|足以))?(?P<does>(?:{_TIMES})?(?:{_HOLDS}))(?P<what>[\u4e00-\u9fff]{{0,6}}?)(?:约|近|超过?|逾|达到?|多达|上)?$"
)
_ABLE = re.compile(f"(?:{_TIMES})?(?:可以?|能够?|足够|足以)(?:{_TIMES})?(?:{_HOLDS})")
_WHOLE = re.compile(r"(?P<what>[^，。；：、的\n0-9]{0,6})的(?P<whole>[一-鿿“”A-Za-z]{2,14})")
_LONGEST = 20
_LEAST = 2


def whole_behind(string: str, figure: Figure, within: Figure) -> Span | None:
    """Return where what `figure` counts stands behind how much it can hold, `within`: 5个能停放300辆车的停车场."""
    if within.link != "shared" or figure.unit in words("scale"):
        return None
    said = _SAID.match(string, figure.span[1], within.span[0])
    return _whole(string, within) if said else None


def read_capacity(string: str, figure: Figure) -> Phrase | None:
    """Read how much something can hold or do that is named behind the figure: 能停放300辆车的停车场."""
    whole = _whole(string, figure)
    if whole is None:
        return None
    low = max(figure.left[0], figure.span[0] - _LONGEST)
    said = _SAID.search(string, low, figure.span[0])
    if said is None or (figure.link != "shared" and not _ABLE.match(string, said.start())):
        return None
    behind = _WHOLE.match(string, figure.span[1], figure.clause[1])
    things = (said.span("what"), behind.span("what") if behind else (0, 0))
    indicator = (said.span("does"), *(span for span in things if span[0] < span[1]))
    return Phrase(figure, indicator, indicator, described=whole)


def _whole(string: str, figure: Figure) -> Span | None:
    """Return where what is told of stands behind 的, up to what it does."""
    behind = _WHOLE.match(string, figure.span[1], figure.clause[1])
    if behind is None:
        return None
    start, end = behind.span("whole")
    verb = first_verb(string, start + _LEAST, end)
    if verb and string[slice(*verb)] not in words("nominal"):
        end = verb[0]
    return start, end
