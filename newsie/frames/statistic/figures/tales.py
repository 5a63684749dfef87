"""Figures told in passing that no table would have (顺带提及的数): the two of them, an idiom, a model's name."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.words import verb_before

# 2012款: when a thing was made
_MODEL_YEAR = re.compile("(?:19|20)[0-9]{2}款")
# 一点一滴, 一砖一瓦; 一元一斤 is a price
_PAIRED = re.compile("一[^元块角毛0-9，。；、]一[\u4e00-\u9fff]")
# 四处借钱
_ABOUT = re.compile("四处(?=借|碰壁|开花|打听|寻|奔|求|逃|张望|躲|散|筹|找|飞|蔓延|兜售|推销|托人|征战)")
# 张三、李四两人, 朱某与朱某两人, 他们二人
_NAMED = re.compile(
    "(?:[、和与及][\u4e00-\u9fff·]{1,6}|[他她我你咱]们|夫妻|夫妇|兄弟|姐妹|父子|母女|父女|母子|双方)$"
)
_FEW = re.compile("[两二三四五六七八九](?:人|位|名)")
_LONGEST_NAME = 8
# 硕士、博士五名, 救出老人与儿童三人: kinds of people, no names
_KINDS = frozenset("士生长席员师人者妇童等工手医民众户女男子")
# 两人不断在网上强调, but 两人受伤
_WHO = re.compile("(?:但|而|后来|最后|随后|当时|此时)?[两二三四五](?:个?人)")
_DO = re.compile(
    "不断|一直|从小|仍|依然|同时|再次|随即|立即|马上|便|又|正|刚|很|十分|非常|相[识约互遇爱伴]|一[起同边]|决定|商量|约好|用|手牵"
)


# 将二人送医, 为两人颁奖; at the head of a clause 当天两人乘火车去了邻县
_THE_TWO = re.compile("[两二]人")
_TO_THEM = re.compile(
    "(?:将|把|为|给|对|向|与|跟|被|询问|带着|陪同|拦住|得知|看到|但|而|于是|随后|之后|后来|当[天晚时]|这时|此时|因为|由于|直到)$"
)
# 两人受伤, 将两人以上, 两人被捕: counted
_FATE = re.compile(
    "(?:均|全部|已经?|先后|当场|不幸|同时|分别|都|经抢救无效|因[^，。；\n]{1,8})?(?:死|伤|遇|受|身亡|[重轻]伤|失踪|落水|被|获|入选|当选|入围|晋级|中[毒选奖]|溺|丧|殒|牺牲|殉|确诊|感染|触电"
    "|昏迷|脱[险离]|坠|逃|在逃|住院|抢救|入院|夺|以[上下]|一[组间队]|间|份|行|转|台|组|次|制|世界|合住|[，。；、）]|$)"
)


# 村里今年三人参军，两人考上大学: counted as those before are
_COUNTED_BEFORE = re.compile("[三四五六七八九十百千0-9]多?余?[人名位][^，。；：、\\n]{0,14}，$")
_LONGEST_BEFORE = 24
_COUNTED_THEN = re.compile("的?(?:考生|学生)?(?:有|达|共)?[0-9]{1,6}(?:人|名)")


def _is_pronoun(folded: str, figure: Figure) -> bool:
    """Tell whether 两人 and 二人 stand for those named before: 特意为二人送去锦旗, 两人二话没说."""
    start, end = figure.span
    if not _THE_TWO.fullmatch(folded, start, end) or _FATE.match(folded, end):
        return False
    begin = figure.clause[0]
    if start == begin:
        return not _COUNTED_BEFORE.search(folded, max(0, start - _LONGEST_BEFORE), start)
    return _TO_THEM.search(folded, max(begin, start - _LONGEST_NAME), start) is not None


def in_passing(folded: str, figure: Figure) -> bool:
    """Tell whether a figure counts persons just named, or is part of an idiom or of a model's name."""
    start, end = figure.span
    begin = figure.clause[0]
    if figure.unit == "款" and _MODEL_YEAR.match(folded, start, end):
        return True
    if _PAIRED.match(folded, start) or _PAIRED.match(folded, max(0, start - 2)) or _is_about(folded, figure):
        return True
    if not _FEW.match(folded, start, end):
        return False
    if _is_pronoun(folded, figure):
        return True
    if folded[start - 1 : start] not in _KINDS and _NAMED.search(
        folded, max(begin, start - _LONGEST_NAME), start
    ):
        return True
    who = _WHO.match(folded, begin)
    return who is not None and who.end() == end and _DO.match(folded, end) is not None


def _is_about(folded: str, figure: Figure) -> bool:
    """Tell whether 四处 means everywhere: 四处借钱, but 新建四处走廊."""
    start = figure.span[0]
    return _ABOUT.match(folded, start) is not None and verb_before(folded, figure.clause[0], start) == start


def sorts_scores(folded: str, figure: Figure) -> bool:
    """Tell whether a score only says of whom the next figure tells: 600分以上62人."""
    bound = figure.unit == "分" and folded.endswith(("以上", "以下", "以内"), *figure.span)
    return bound and _COUNTED_THEN.match(folded, figure.span[1], figure.clause[1]) is not None
