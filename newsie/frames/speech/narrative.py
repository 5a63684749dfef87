"""What a newspaper goes on to tell behind a speech: who handled the matter, what the place looks like (叙事)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.antecedents import names_actor
from newsie.frames.speech.attribution import Cue
from newsie.frames.speech.layout import Layout

_POST, _DATE = MARKS["POST"], MARKS["DATE"]
# police, rescuers, doctors: those who act on what somebody reports
_HANDLER = r"(?:[民交刑特巡法]警|警方|警察|派出所|公安机关|消防[员队]|消防(?:救援)?人员|救援(?:人员|队员?)|医护人员|急救人员|医生|侦查员|执法人员|办案人员|调解员|巡逻队员?)"
_AT_ONCE = "随[后即]|立[即刻]|迅速|马上|火速|及时|第一时间|当即|连夜"
_CASE = re.compile(
    # 接警后，派出所立即查询; 接到反映后，街道办组织疏通
    "(?:接|获)[到报]?[^，。；我咱]{0,10}(?:[警报]|报案|举报|求助|反映|通知|线索|电话|投诉|指令)之?后，"
    # 通过调查，民警得知……; 经过医院的抢救，老人恢复了意识
    "|(?:通过|经过?)[^，。；我咱]{0,12}(?:调查|询问|审[讯查]|讯问|盘[查问]|排查|走访|侦[查察]|摸排|核[查实]|比对|研判|鉴定|检测|认定|调解|劝[说导解]|提醒|抢救|救治|治疗|手术|搜救|搜寻|营救|蹲守|追捕|布控|勘查|了解)(?:得知|发现)?，"
    # 民警一边安抚他，一边查找收款人
    rf"|(?:[^，。；我咱]{{1,10}}，)?[^，。；：“”我咱要]{{0,10}}?{_HANDLER}们?(?:{_AT_ONCE}|一边|发现|看[见到]|得知|赶[到赴]|带|将[其该他她]|调取|锁定|抓获|查[明获]|告知|依法|对[^，。]{{1,10}}(?:进行|展开|实施|依法))"
)
# those who speak of what they did themselves: 派出所所长某某介绍，接警后，……
_OWN_CASE = re.compile(
    rf"{_POST}|{_HANDLER}|(?<!报)警|医|公安|消防|法[院庭]|检察|救援|应急|交管|执法|指挥部|负责人|[队所院]长|物业|[署局厅委部]\Z"
)
# 而在30年前，某村遍地盐碱; 1983年，王某开始治碱; 2010年，他退伍回乡
_DAYS_OF_OLD = re.compile(rf"(?P<while>而?在?)(?P<date>{_DATE}|[0-9一二三四五六七八九十几数多]{{1,4}}年前)，")
_A_YEAR = re.compile("[12][0-9]{3}年|(?P<ago>[0-9一二三四五六七八九十几数多余]{1,4}年前)")
_HE = re.compile("[他她](?!们)")
_ONESELF = re.compile("我|咱|必须|要(?!求)")
_TOLD = re.compile(
    # 走进车间，工人们正在赶制: what who wrote it sees
    r"(?:走进|步入|漫步|行走在|置身)[^，。；我咱你您]{2,16}，(?=[^，。；我咱]{0,20}(?:正|只见|映入|随处|[一处]片|扑面|井然|忙))"
    # 新闻发布会还介绍了……
    r"|[^，。；：]{0,8}(?:发布会|通气会)[上]?(?:还|也|又|同时)(?:介绍|通报|公布|透露|发布|宣布)"
    # 目前，县政府已成立专班
    rf"|(?:目前|随后|同时|{_DATE})，[^，。；：“”我咱要将]{{1,14}}?(?:政府|公安|警方|[委局办厅](?![员托])|指挥部|工作组|消防|医院)"
    rf"(?:已经?|正在?)?(?:{_AT_ONCE}|组织|成立|启动|调集|派出|召开|抽调|会同|督促|责令|协调|增派|介入|立案|拘留|刑拘)"
)


def tells_on(layout: Layout, cue: Cue, start: int, sentence: str) -> bool:
    """Tell whether a painted sentence behind the speech of `cue` is the newspaper's: 接警后，派出所立即查询.

    Whoever handles such matters may tell of it, and so may one who says 我们.
    """
    if _TOLD.match(sentence):
        return not _same_body(layout, cue, sentence)
    if _ONESELF.search(sentence):
        return False
    if _long_ago(layout, start, sentence):
        return True
    if not _CASE.match(sentence):
        return False
    return cue.speaker.meeting is False and not _OWN_CASE.search(_who(layout, cue))


def _long_ago(layout: Layout, start: int, sentence: str) -> bool:
    """Tell whether a sentence tells what somebody did in a year of the past, or sets days of old against today's."""
    opening = _DAYS_OF_OLD.match(sentence)
    if opening is None:
        return False
    fill = layout.canvas.fills.get(start + opening.start("date"))
    words = layout.reading.plain(fill.span) if fill else opening["date"]
    year = _A_YEAR.match(words)
    if year is None:
        return False
    if opening["while"] == "而在" and year["ago"]:
        return True
    rest = sentence[opening.end() :]
    return _HE.match(rest) is not None or names_actor(rest)


def _who(layout: Layout, cue: Cue) -> str:
    """Return the clause that says who speaks, painted, and the words of the speaker."""
    span = layout.canvas.span(cue.speaker.start, cue.speaker.end)
    return layout.string[cue.begin : cue.verb[0]] + layout.reading.plain(span)


def _same_body(layout: Layout, cue: Cue, sentence: str) -> bool:
    """Tell whether a sentence tells of the body that speaks: 县应急局介绍……。目前，县应急局已组织……."""
    span = layout.canvas.span(cue.speaker.start, cue.speaker.end)
    words = layout.reading.plain(span)
    return len(words) > 1 and words[-3:] in sentence
