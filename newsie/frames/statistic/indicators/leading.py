"""What stands before the words for a figure and says only who does it, when or how (此次检查共…, 局长某某从…)."""

from __future__ import annotations

from newsie import lexicon
from newsie import patterns as re
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import verb_at

# 投资下降很大程度是由于流入的资金减少了22%
_BECAUSE = re.compile(
    r"[^，。；\n]{2,16}?(?:很大程度上?|主要|正)?是?(?:由于|得益于|受益于|源于|是因为)(?=[\u4e00-\u9fff]{4})"
)
_BY = re.compile(r"(?:按照?|照着?|依照)[^，。；\n]{1,12}?(?:说的|要求|标准|规定)")
# 此次活动共发放资料500份
_OCCASION = re.compile(
    r"(?:此次|本次|该次|这次)?(?:活动|行动|演练|演习|巡察|督[导察查]|检查|抽[检查]|调研|走访|整治|排查|普查|执法|慰问|义诊|评选|招[聘募]|采购|救援|普法|(?!社会|机会)[\u4e00-\u9fff]{1,2}(?:组|会|展|们))(?:期间|中)?(?=共|累计|先后)"
    # 局长李某带领班子成员先后走访企业63户
    r"|[^，。；\n0-9]{0,12}?(?:带领|率领)[^，。；\n0-9]{1,16}?(?=先后|累计|逐[户一个]|共)"
    # 本届大赛吸引76支队伍
    r"|[本此该][届次][\u4e00-\u9fff]{1,3}(?:[会赛展节]|活动|行动)(?=共|累计|先后|有|吸引|收到)"
)
# 镇党委书记李某带领干部走访农户320户
_BOSS = re.compile(
    "[^，。；\n0-9]{0,24}(?:书记|[县市区镇乡局部院校所站队科会处]长|主任|主席|经理|理事长|董事长|支书|政委)(?![们工])"
)
_ACTS = re.compile("从|率|在|向|现场|先后|当场|一行|分别")
# 民警接警后立即调取监控23处
_AT_ONCE = re.compile(
    "(?:(?:[^，。；\\n0-9]{0,8}?(?:接[警报诉]|接到[\u4e00-\u9fff]{2,6}|得知情况|赶到现场|到达现场)后))?，?(?:立即|迅速|马上|立刻|第一时间|火速|连夜)(?=[\u4e00-\u9fff]{3})"
)
# 带着村民种下黄桃300亩
_TAKING = re.compile(
    "(?:带着|领着|带领|率领)(?:全?[村镇乡县队组社厂])?(?:[^，。；、\n0-9的]{1,4}(?:们|户|员|众|民|人|部|友|伴|弟|家|工))"
)
_MODE = re.compile(
    r"(?:采取|采用|按照|实行|推行|通过|依托)[^，。；\n]{2,24}?(?:模式|方式|办法|机制|路子)(?=[\u4e00-\u9fff]{3})"
)


def behind_occasion(source: Source, start: int, end: int) -> int:
    """Return where the words for a figure begin behind who is named with a post, the occasion and the manner."""
    string = source.string
    done = _behind_boss(string, start, end)
    start = source.skip_lead(done, end) if done > start else start
    occasion = _OCCASION.match(string, start, end - 1)
    start = source.skip_lead(occasion.end(), end) if occasion else start
    at_once = _AT_ONCE.match(string, start, end - 1)
    start = at_once.end() if at_once else start
    taking = _TAKING.match(string, start, end)
    if taking and verb_at(string, taking.end(), end) > taking.end():
        return taking.end()
    by = (
        _BY.match(string, start, end - 1)
        or _MODE.match(string, start, end - 2)
        or _BECAUSE.match(string, start, end)
    )
    return by.end() if by else start


def _behind_boss(string: str, start: int, end: int) -> int:
    """Return where what is done begins behind who is named with a post: 副县长、公安局局长李某某从刑侦抽调民警23名."""
    post = _BOSS.match(string, start, end)
    # 制造业采购经理人指数: nobody's name
    named = post is not None and string[post.end()] in lexicon.words("surnames.tsv")
    if post is None or not named or verb_at(string, post.end(), end) > post.end():
        return start
    for at in (post.end() + 2, post.end() + 3):
        if at < end - 1 and (verb_at(string, at, end) > at or _ACTS.match(string, at, end)):
            return at
    return start


def with_then(string: str, begin: int, start: int) -> int:
    """Return where 与去年同期相比 begins whose first words were taken for a time: `begin` is where the clause does."""
    if not string.startswith("相比", start):
        return start
    return next((at for at in range(start - 1, begin - 1, -1) if string[at] in "与同和跟"), start)
