"""Stretches of time that are named by what happened in them: 自活动开展以来, 三夏期间.

In: a folded text. Out: where such phrases stand. They have no days of their own.

>>> find_events("行动开展以来，共检查260家。")
((0, 6),)
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.text import Span

_PHRASE = re.compile(r"以来|期间")
# what comes before the phrase, back to the last mark or the word that opens it
_BEFORE = re.compile(r"[^，。；：！？、（）\n]{0,120}$")
_OPENS = re.compile(r"自(?![身己觉主然愿动治信救由来家贸驾查行建筹强立发我])从?")
_LEADS = re.compile(
    r"^(?:据悉|据了解|特别是|尤其是|其中|同时|而|但|并|在|于|就|为|对|从|随着|[“‘\"](?=[^”’\"]{0,120}$)){1,8}"
)
# 我县|“三夏”期间, 县交警大队|春运期间: whose time it was stands in front
_WHOSE = re.compile(
    r"(?:[全我本该各][省市县区州旗盟镇乡村校国]|[^，。；：！？、（）“”\n]{2,12}?(?:[省市县区州旗镇乡村局院处队所站校]|街道|社区|公司|政府|系统|部门))[在于]?"
    r"(?=(?:“[^“”\n]{1,12}”[\u4e00-\u9fff]{0,4}|春运|暑运|三夏|三秋|双抢|春耕(?:备耕|生产)?|秋收(?:秋种)?|夏收|农忙|[主盛]?汛期?|两会|节假?日|假日|暑[假期]|寒假|[高中]考|展会|疫情|供[暖热]|封控)$)"
)
# 市交警支队|开展“百日行动”以来
_WHO_BEGAN = re.compile(
    r"[^，。；：！？、（）“”\n]{2,14}?(?:[局队院校镇乡县市区厅]|部门|公司|街道|法院)(?=(?:开展|启动|实施|部署|组织开展)[^，。；]{4})"
)
_RECORD = ("最", "首次", "首个", "罕见", "历史同期", "同期最", "的最", "单日最", "单月最")
_LONG = 30
_SHORT = {"以来": 16, "期间": 8}
# 供暖头三天共受理报修1260个, 开学第一周; not 比去年供暖头三天
_FIRST_OF = re.compile(
    "(?<!年)(?:假期|供[暖热]|开[学园市业播馆工]|春运|暑运|试?运营|通车|开通|上线|上市|上映)(?:[头前][一二两三四五六七八九十0-9]{1,2}(?:[天周日]|个月)|第一周)(?![的头前])"
)
# 长期以来 names no stretch; 会议期间 is the meeting itself, whose date stands elsewhere
_NEVER = re.compile(
    r"(?:长期|一直|长久|自古|有史|历来|历史|多年|近年|那时|与生俱)$|^(?:(?:实地|现场|重点|专题|全面|突击|切实|全力|进一步|详细|扎实|要){0,3}(?:防止|保障|做好|落实|加强|抓好|严防|确保|检查|指导|督导|督查|看望|慰问|走访|调研|考察|视察|巡查|巡视|暗访|抽查|察看|查看|查访|明察|夜查|督办|督促|了解|研究|部署|安排|强化|维护|营造|统筹)|[市区县镇乡省])|^(?:会议|活动|调研|考察|座谈|视察|走访|培训|督导|检查|会|论坛|其)$"
)


def find_events(folded: str) -> tuple[Span, ...]:
    """Return the places of …以来 and …期间 that begin in the same clause, and of 供暖头三天, sorted."""
    found: list[Span] = []
    for match in _PHRASE.finditer(folded):
        start = _opening(folded, match)
        if start is not None and (not found or found[-1][1] <= start):
            found.append((start, match.end()))
    found.extend(match.span() for match in _FIRST_OF.finditer(folded))
    return tuple(sorted(found))


def _opening(folded: str, phrase: re.Match[str]) -> int | None:
    if phrase.group() == "期间" and folded.startswith("的", phrase.end()):
        return None
    # 出现建站以来最大洪水: no time, but how great it was
    if phrase.group() == "以来" and folded.startswith(_RECORD, phrase.end()):
        return None
    window = folded[max(0, phrase.start() - _LONG) : phrase.start()]
    before = _BEFORE.search(window)
    words = before.group() if before else ""
    opens = _OPENS.search(words) if phrase.group() == "以来" else None
    if opens:
        return phrase.start() - len(words) + opens.start()
    lead = _LEADS.match(words)
    words = words[lead.end() :] if lead else words
    whose = (_WHOSE if phrase.group() == "期间" else _WHO_BEGAN).match(words)
    words = words[whose.end() :] if whose else words
    if not words or len(words) > _SHORT[phrase.group()] or _NEVER.search(words):
        return None
    return phrase.start() - len(words)
