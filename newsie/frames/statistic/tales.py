"""Figures told in passing that no table would have (顺带提及的数): the two of them, an idiom, a model's name."""

from __future__ import annotations

import re

from newsie.frames.statistic.layout import Figure

# 2012款, 3系: when or in which series a thing was made
_MODEL_YEAR = re.compile("(?:19|20)[0-9]{2}款")
# 一点一滴, 一砖一瓦
_PAIRED = re.compile("一[\u4e00-\u9fff]一[\u4e00-\u9fff]")
_ABOUT = re.compile(
    "四处(?=借|碰|开花|打听|寻|奔|求|逃|张望|游|流|躲|散|飘|筹|找|走|飞|蔓|宣传|兜售|推销|告|托|征)"
)
# 张三、李四两人, 朱某与朱某两人, 他们二人
_NAMED = re.compile(
    "(?:[、和与及][\u4e00-\u9fff·]{1,6}|[他她我你咱]们|夫妻|夫妇|兄弟|姐妹|父子|母女|父女|母子|双方)$"
)
_FEW = re.compile("[两二三四五六七八九](?:人|位|名)")
_LONGEST_NAME = 8
# 两人不断在网上强调, but 两人死亡
_WHO = re.compile("(?:但|而|后来|最后|随后|当时|此时)?[两二三四五](?:个?人)")
_BEFALLS = re.compile(
    "[，。；、]|死|遇难|伤|轻伤|重伤|失踪|获|落网|被|入选|当选|中毒|溺|身亡|及以上|以上|因|确诊|感染|到案|在逃|自首|晋级|脱贫|就业"
)


def in_passing(folded: str, figure: Figure) -> bool:
    """Tell whether a figure counts persons just named, or is part of an idiom or of a model's name."""
    start, end = figure.span
    begin = figure.clause[0]
    if figure.unit == "款" and _MODEL_YEAR.match(folded, start, end):
        return True
    if (
        _PAIRED.match(folded, start)
        or _PAIRED.match(folded, max(0, start - 2))
        or _ABOUT.match(folded, start)
    ):
        return True
    if not _FEW.match(folded, start, end):
        return False
    if _NAMED.search(folded, max(begin, start - _LONGEST_NAME), start):
        return True
    who = _WHO.match(folded, begin)
    return who is not None and who.end() == end and not _BEFALLS.match(folded, end)
