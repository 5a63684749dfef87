"""Names at the head of a sentence of which a sum and an area are told: 恒岭谷总投资12亿元，占地300亩.

>>> text = "青石家园占地168亩，建有安置房21栋，总投资2.9亿元。"
>>> [text[name.start : name.end] for name in find_measured(text)]
['青石家园']
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.frames.project.names import Name
from newsie.frames.project.naming import is_common, is_own, last_head
from newsie.frames.project.trimming import trim

_SUM = "(?:约|近|达|超过|超|为|逾){0,2}[0-9.]{1,12}[万亿]?余?元"
_AREA = "(?:约|近|达|超过|超|为|逾){0,2}[0-9.]{1,12}[万亿]?余?(?:亩|平方米|平米|公顷|平方公里|㎡)"
_FRONT = (
    r"(?:^|[。；\n])\s{0,4}(?:(?:据悉|据了解|位于[^，。；]{2,16}的|[^，。；]{2,10}[省市县区镇乡村])，?)?(?P<name>[\u4e00-\u9fff“”A-Za-z]{3,16}?)"
    r"(?:(?:位于|坐落于|坐落在|地处)[^，。；]{2,20}，|(?P<defined>是[^，。；0-9]{2,20}?(?:项目|工程)，))?"
)
_COSTING = re.compile(
    f"{_FRONT}(?:计划|预计|概算)?总投资{_SUM}，[^，。；]{{0,6}}(?:占地|建筑|规划|用地|建设)"
)
_COVERING = re.compile(
    f"{_FRONT}(?:总|规划)?(?:占地|用地|建筑)(?:总?面积)?{_AREA}，(?:[^，。；]{{2,30}}，){{0,2}}(?:计划|预计|概算)?总投资{_SUM}"
)
# 青云路全长1.2公里，总投资3500万元
_RUNNING = re.compile(
    f"{_FRONT}(?:全长|总长|长)(?:约|近|达|为){{0,2}}[0-9.]{{1,8}}(?:公里|千米|米|延米)，(?:[^，。；]{{2,30}}，){{0,2}}(?:计划|预计|概算)?总?投资{_SUM}"
)
_STREET = re.compile("[路街道桥渠堤]\\Z")
# 北湖新居二期建筑面积23万平方米
_PHASE = re.compile(
    r"(?:^|[，。；\n])(?P<name>[\u4e00-\u9fff]{3,10}[二三四五]期)(?P<defined>)(?:总|规划)?(?:占地|用地|建筑|总投资)(?:总?面积)?(?:约|近|达|为){0,2}[0-9]"
)
NO_WORK = re.compile(
    "公司|集团|企业|合作社|[类年]$|(?<![一二三四五])期$|资金|合计|以上|方面|领域|累计|计划|固定|政府|该|全[省市县区]|目"
)
"""What is no undertaking, at the end of such words."""


def find_measured(folded: str) -> Iterator[Name]:
    """Yield such names; what ends in a noun of works, or in words of the trade, is found by that noun."""
    sums = "总投资" in folded
    for told in (*_COSTING.finditer(folded), *_COVERING.finditer(folded)) if sums else ():
        words = told["name"]
        # 城东水厂是全区最大的供水项目 says that it is one
        if told["defined"] or not (is_common(words) or last_head().search(words)):
            yield from _named(folded, told)
    for told in _RUNNING.finditer(folded) if "长" in folded and "投资" in folded else ():
        words = told["name"]
        if _STREET.search(words) and "的" not in words and not is_common(words):
            yield from _named(folded, told)
    for told in _PHASE.finditer(folded):
        if is_own(told["name"]):
            yield from _named(folded, told)


def _named(folded: str, told: re.Match[str]) -> Iterator[Name]:
    name = None if NO_WORK.search(told["name"]) else trim(folded, told.span("name"))
    if name:
        yield Name(*name[0], "item", name[1])
