"""Where undertakings are gone to and looked at, and the sentence around a name.

>>> inspected("一行来到青石大桥项目察看。", (4, 10), {"work"})
True
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.spans import start_behind
from newsie.text import Span

_LONGEST_SENTENCE = 400
_SENTENCE_ENDS = "。！？\n"
_INSPECTED = re.compile(
    "察看|查看|视察|观摩|考察|调研|督导|走进|来到|参观|走访|深入|前往|赴|实地|现场办公|检查"
)
# 来到某夜市、某码头和某广场施工现场: what is gone to on the way is no site
_RUNNING = re.compile(
    "(?:夜市|市场|商场|超市|码头|闸|酒店|饭店|商圈|水库|医院|卫生院|[小中]学|幼儿园|学校|敬老院)$"
)
_WORKS = re.compile("项目|工程|工地|施工|建设|开工|在建")
# （8）某保税区通过验收；（9）某口岸启用: each item of a digest is a sentence
_DIGEST = re.compile(r"；\s{0,4}(?=[（(][0-9]{1,2}[）)]|[0-9]{1,2}[.、])")


def inspected(folded: str, mention: Span, kinds: set[str]) -> bool:
    """Tell whether a name is visited, and as a work: 观摩重大项目建设，先后察看甲产业园."""
    start, end = sentence(folded, mention)
    seen = _INSPECTED.search(folded, start, mention[0])
    # 区长到甲项目、乙项目调研
    if not seen and not ("到" in folded[start : mention[0]] and _INSPECTED.search(folded, mention[1], end)):
        return False
    around = folded[start : mention[0]] + folded[mention[1] : end]
    return "work" in kinds or bool(_WORKS.search(around))


def opens_sentence(folded: str, at: int) -> bool:
    """Tell whether a sentence begins at `at`."""
    return at == 0 or folded[at - 1] in _SENTENCE_ENDS


def is_running(name: str) -> bool:
    """Tell whether a name is of what mostly stands and runs, and is gone to for that.

    >>> is_running("青石水库"), is_running("青石水库除险加固工程")
    (True, False)
    """
    return _RUNNING.search(name) is not None


def sentence(folded: str, span: Span) -> Span:
    """Return the sentence around a span, cut off where it is very long."""
    start = start_behind(_SENTENCE_ENDS, folded, span[0] - _LONGEST_SENTENCE, span[0])
    high = min(len(folded), span[1] + _LONGEST_SENTENCE)
    ends = [place for mark in _SENTENCE_ENDS if (place := folded.find(mark, span[1], high)) >= 0]
    end = min(ends, default=high)
    for item in _DIGEST.finditer(folded, start, end):
        start, end = (item.end(), end) if item.end() <= span[0] else (start, min(end, item.start()))
    return start, end
