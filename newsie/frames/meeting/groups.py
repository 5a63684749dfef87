"""Participants without names, as written, and how many they are (参会群体、人数)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.scene import Scene
from newsie.frames.meeting.words import any_of
from newsie.reading import Amount
from newsie.text import Span

_AMOUNT, _P, _DATE = MARKS["AMOUNT"], MARKS["PERSON"], MARKS["DATE"]
_MANY = any_of("many")
_NOUN = rf"{any_of('many', 'one')}[”\"）]?"
_ENDS_MANY = re.compile(rf"{_MANY}[”\"]?$")
_ENDS = re.compile(rf"{_NOUN}$")
# 受助学生｜及家长代表: delegates of both
_DELEGATES = re.compile(r"(?![各全部])[^，。；、]{1,8}代表")
_OF_THEIR_OWN = re.compile(r"(?:代表|负责人|同志|领导|委员|嘉宾)$|[各全]")
# 投资科科长 shares 各市 with the part before it; 各村党支部书记 stands for itself
_OWN_PEOPLE = re.compile(rf"{_MANY}[”\"]?$|[”\"]$|^(?:各|全体|部分|辖区).{{0,200}}{_NOUN}$")
_IN_HALL = re.compile("在各?[主分]会场\\Z")
# 与会人员参观了某展: who they are is told elsewhere
_JUST_THERE = re.compile(
    "(?:随后，|会后，|会前，)?(?:全体)?(?:与会|参会)(?:人员|同志|者)(?:先后|分组|集体|实地|一同|还|共同)*"
)
# 某局领导班子成员、｜中层干部及下属单位负责人: the body named before is theirs
_SAME_BODY = re.compile(
    "分管|协管|中层|班子成员|领导班子|党组成员|党委成员|业务(?:骨干|人员|负责)|技术(?:骨干|人员|负责)|下属|所属|内设|二级(?:机构|单位|班子)|基层站所|股[室所站]|科室|机关(?:干部|工作人员|全体)|工作人员"
)
_CLAUSE_ENDS = re.compile(
    rf"{_NOUN}(?:等共?{_AMOUNT}?[^，。；]{{0,10}}|共?计?{_AMOUNT}|（[^（）]{{1,20}}）)?$"
)
# 各县区、市直有关部门负责人｜共300余人｜在分会场
_LISTED = re.compile(
    rf"(?P<list>.{{0,160}}{_NOUN})等?(?:共|共计|计|总共|一行)?{_AMOUNT}?(?:{any_of('beside')}.{{0,160}})?$"
)
# 某某书记、某某负责人等｜70余名
_AND_OTHERS = re.compile(
    rf"(?P<list>.{{0,160}}[^等])等(?:[^，。；]{{0,6}}(?:单位|部门|地))?[共近]?(?P<count>{_AMOUNT})"
)
_COUNTED = re.compile(
    rf"(?P<home>来自[^，。；]{{1,40}}?的)?(?P<count>{_AMOUNT})(?P<noun>[^，。；、{_AMOUNT}]{{0,12}}?{_MANY})"
)
# 24支代表队, 26支秧歌队, 16支门球队
_TEAM = r"(?:参赛)?(?:代表队|参赛队|代表团|队伍|[\u4e00-\u9fff]{1,4}?队(?![员长伍友医])|[\u4e00-\u9fff]{1,4}?舞团|合唱团)"
# 来自各村的｜186名｜普查“两员”
_CALLED = re.compile(
    rf"(?P<home>来自[^，。；]{{1,40}}?的)?(?P<count>{_AMOUNT})(?P<noun>[^，。；、{_AMOUNT}]{{2,12}}?)(?:{any_of('beside')}){{0,2}}"
)
_TEAMS = re.compile(rf"(?P<list>[^，。；]{{0,80}}[队校院][^，。；队校院]{{0,80}}?)等?{_AMOUNT}{_TEAM}")
# 来自各镇街、县直部门的14支代表队: one group
_TEAMS_OF = re.compile(rf"来自[^，。；]{{2,60}}?的{_AMOUNT}{_TEAM}(?![的、共计]{{0,2}}{_AMOUNT})")
# 来自各乡镇的24支代表队、288名运动员: the teams are the group, the people their number
# 来自各街镇的18支代表队、近120名门球爱好者: who plays in no team is a group of its own
_TEAMS_AND_PEOPLE = re.compile(
    rf"(?P<teams>(?:来自)?[^，。；、]{{0,60}}?{_AMOUNT}{_TEAM})(?:[、和及]|的?共计?)(?P<count>{_AMOUNT})(?P<people>[^，。；、]{{0,12}}?爱好者)"
)
_TEAMS_AND_PLAYERS = re.compile(
    rf"(?P<teams>(?:来自)?[^，。；]{{0,60}}?{_AMOUNT}{_TEAM})(?:[、和及]|的?共计?)(?P<count>{_AMOUNT})[^，。；、]{{0,6}}?(?:运动员|选手|队员|健儿)"
)
# 24支代表队360余名运动员 play in the teams; 12支代表队260名干部 and 26支代表队的410名运动员 stay one group
_TEAMS_OF_PLAYERS = re.compile(
    rf"(?P<teams>(?:来自)?[^，。；]{{0,60}}?{_AMOUNT}{_TEAM})(?:的(?!.{{0,12}}(?:运动员|选手)))?(?P<count>{_AMOUNT})[^，。；、]{{0,6}}?(?:运动员|队员|演员|爱好者)"
)
# 全县各乡镇和县直单位24支代表队参赛
_TEAMS_COMPETE = re.compile(
    rf"(?P<teams>[^，。；、]{{2,60}}?{_AMOUNT}{_TEAM})(?:参赛|参加|同场竞技|展开|角逐)"
)
_LEAD = re.compile(
    rf"(?:[、，：和及以]|这次(?=由)|[与同](?!会|志|学|行|业|事|乡)|据(?!点)|在听取了?|预计将?|{_DATE}|来自(?![^，]{{1,40}}的)|以及|应邀|受邀|另有|还有|其中|会上|会议|当天|当日|仪式上|并(?!购)|组织|(?:召开|举行|举办)了?|邀请了?"
    r"|吸引了?|共有|共|[本此][次届][^，]{1,8}共?有|有(?!关|限|任|色|机|线)|由){0,6}(?:在(?:主|分|各|视频)[^，。]{0,6}会场)?"
)
# ｜20名｜特邀监察员和纳税人代表: one number counts them all
_COUNTED_TOGETHER = re.compile(
    rf"(?<={_AMOUNT})[^，。；、和及与{_AMOUNT}]{{1,12}}[、和](?![各全有相市县区驻])[^，。；、和及与{_AMOUNT}]{{1,12}}\Z"
)
_ASKED = re.compile(rf"邀请了?(?P<who>[^，。；：“{_P}{_DATE}]{{2,40}})\Z")
_ATTENDS = ("出席", "参加", "列席")
# 论坛5月8日迎来｜200余位专家学者
_DRAWN = re.compile(r"(?:迎来|吸引|汇聚|云集)了?")
# words behind a name, or objects of a verb: no participants
_NO_CROWD = re.compile(
    r"等(?!以?及|和)|代表|同志|围绕|就(?!业)|作的|(?:大会|会议)为|向|对|给|受|听取|看望|慰问|会见|陪同|通过|作为|为|确保|引导|鼓励|动员|帮助"
)
# 巡视组｜向｜单位负责人反馈
_TOWARDS = re.compile(r"(?<![面一])向(?!前|阳)")
# 傅某清委员, whose name the reader missed
_ONE_MEMBER = re.compile(r"(?![各全部政县市区省人本常])[\u4e00-\u9fff]{2,3}(?<![政会协体])委员(?:代表|$)")
# 国际组织负责人及代表: the second has no body of its own
_BARE = re.compile(rf"{_MANY}(?:[、等]|$)")
# 9家金融机构的主要负责人和｜市发改委、经委等部门负责同志
_FURTHER_BODIES = re.compile("(?:各|全|[省市州县区镇](?!直?民|长|委书记)|有关|相关|部分|驻)[^，。；]{4}")
# 各乡镇党委书记、｜组织委员: another post in each of them
_IN_EACH = re.compile(
    "[^、]{0,6}(?:(?:组织|宣传|统战|政法|武装|纪检)委员|辅导员|联络员|信息员|协理员|统计员|工作者)"
)
# 5家媒体的记者: people of so many bodies
_OF_COUNTED = re.compile(rf"{_AMOUNT}[^，。；、的]{{2,8}}的")
_PEOPLE = frozenset(("人", "名", "位", "人次"))
_LONGEST = 200
# 18支代表队 is a number, 35个县政府负责同志 are people
_LEAST_COUNTED = 8


@dataclass(frozen=True, slots=True)
class Crowd:
    """Unnamed participants. Offsets: the scene's string.

    Attributes:
        groups: each group as written.
        amount: where the number of people stands.
    """

    groups: tuple[Span, ...]
    amount: int | None


def ends_as_group(text: str) -> bool:
    """Tell whether a clause ends by naming people: 各县区负责人."""
    return bool(_CLAUSE_ENDS.search(text[-_LONGEST:]))


def read_crowd(scene: Scene, start: int, end: int) -> Crowd | None:
    """Return the people without names that the words from `start` to `end` name, or None.

    Offsets: the scene's string. The words stand in front of a predicate (各县区负责人｜参加会议)
    or fill a clause.
    """
    if _JUST_THERE.fullmatch(scene.string, start, end):
        return None
    if end - start > _LONGEST or _NO_CROWD.match(scene.string, start, end):
        return None
    drawn = max((found.end() for found in _DRAWN.finditer(scene.string, start, end)), default=start)
    begin = _begin(scene, drawn + scene.string.startswith("等", drawn, end), end)
    words = scene.string[begin:end]
    if not words or words[0] == "（" or _P in words or _TOWARDS.search(words) or _ONE_MEMBER.match(words):
        return None
    return _of_teams(scene, begin, words) or _of_list(scene, begin, words) or _of_number(scene, begin, words)


def read_turnout(scene: Scene, start: int, end: int) -> Crowd | None:
    """Return the people that a clause about a gathering counts: 8000余名选手畅跑, 代表等70余名骨干学习.

    Offsets: the scene's string; the clause is from `start` to `end`.
    """
    begin = _begin(scene, start, end)
    words = scene.string[begin : min(end, begin + _LONGEST)]
    if _P in words:
        return None
    crowd = _and_others(scene, begin, words)
    if crowd and crowd.groups:
        return crowd
    teams = _of_teams(scene, begin, words)
    counted = _COUNTED.match(words)
    if teams or not counted or not _is_headcount(scene, begin + counted.start("count")):
        return teams
    first = begin if counted["home"] else begin + counted.start("noun")
    return Crowd(((first, begin + counted.end("noun")),), begin + counted.start("count"))


def read_guests(scene: Scene, start: int, at: int) -> Crowd | None:
    """Return whom the words before a verb of holding at `at` ask to come: 某局邀请20名特邀监察员｜召开座谈会."""
    found = _ASKED.search(scene.string, max(start, at - _LONGEST), at)
    if not found or not ends_as_group(found["who"]):
        return None
    first = found.start("who")
    return Crowd((found.span("who"),), first if _is_headcount(scene, first) else None)


def _begin(scene: Scene, start: int, end: int) -> int:
    lead = _LEAD.match(scene.string, start, end)
    return lead.end() if lead else start


def _is_headcount(scene: Scene, at: int) -> bool:
    """Tell whether the amount painted at `at` counts people, more than one."""
    fill = scene.canvas.fills.get(at)
    if fill is None or not isinstance(fill.found, Amount):
        return False
    return fill.found.quantity.unit in _PEOPLE and fill.found.quantity.value > 1


def _headcounts(scene: Scene, begin: int, words: str) -> list[int]:
    places = [begin + found.start() for found in re.finditer(_AMOUNT, words)]
    return [place for place in places if _is_headcount(scene, place)]


def _of_teams(scene: Scene, begin: int, words: str) -> Crowd | None:
    """Read A队、B队、C队5支代表队: each team is a group."""
    people = _TEAMS_AND_PEOPLE.match(words) if "爱好者" in words else None
    if people and _is_headcount(scene, begin + people.start("count")):
        first = begin + 2 * words.startswith("来自")
        groups = (
            (first, begin + people.end("teams")),
            (begin + people.start("people"), begin + people.end("people")),
        )
        return Crowd(groups, begin + people.start("count"))
    players = next(
        (found for form in (_TEAMS_AND_PLAYERS, _TEAMS_OF_PLAYERS) if (found := form.match(words))), None
    )
    if players and _is_headcount(scene, begin + players.start("count")):
        return Crowd(((begin, begin + players.end("teams")),), begin + players.start("count"))
    compete = _TEAMS_COMPETE.match(words)
    if compete:
        return Crowd(((begin, begin + compete.end("teams")),), None)
    whole = _TEAMS_OF.match(words)
    if whole:
        return Crowd(((begin, begin + whole.end()),), None)
    found = _TEAMS.match(words)
    if not found or "、" not in found["list"]:
        return None
    parts = re.finditer(r"[^、和]+(?:和[^、队]+)?", found["list"])
    return Crowd(tuple((begin + part.start(), begin + part.end()) for part in parts), None)


def _and_others(scene: Scene, begin: int, words: str) -> Crowd | None:
    """Read 某某书记、某某负责人等70余名."""
    found = _AND_OTHERS.match(words)
    if not found or not _is_headcount(scene, begin + found.start("count")):
        return None
    groups = _parts(scene.string, begin, begin + found.end("list")) if _ENDS.search(found["list"]) else ()
    return Crowd(groups, begin + found.start("count"))


def _of_list(scene: Scene, begin: int, words: str) -> Crowd | None:
    """Read 各县区、市直有关部门负责人共300余人."""
    crowd = _and_others(scene, begin, words)
    if crowd:
        return crowd
    found = _LISTED.match(words)
    if not found:
        return None
    counts = _headcounts(scene, begin, words)
    # 430名选手 is the group 选手; 35个县政府负责同志 is one as it stands
    first = begin + (counts[:1] == [begin])
    stop = begin + found.end("list")
    if found["list"].count("“") > found["list"].count("”"):
        return None
    number_only = words.startswith(_AMOUNT) and not counts and not _OF_COUNTED.match(words)
    number_only = number_only and len(found["list"]) < _LEAST_COUNTED
    if stop - first <= 1 or number_only:
        return None
    if counts and scene.string[first:stop] == "代表" and not scene.string.startswith(_ATTENDS, stop):
        # ｜218名｜代表隔位就座: those of whom a congress consists
        return Crowd((), counts[0])
    if counts and counts[0] < stop and _COUNTED_TOGETHER.search(scene.string, counts[0] + 1, stop):
        return Crowd(((first, stop),), counts[0])
    return Crowd(_parts(scene.string, first, stop), counts[0] if counts else None)


def _of_number(scene: Scene, begin: int, words: str) -> Crowd | None:
    """Read 300余人, alone or behind words that are no people, and 来自各村的186名普查“两员”: what is counted so is people."""
    called = _CALLED.fullmatch(words)
    if called and _is_headcount(scene, begin + called.start("count")):
        first = begin if called["home"] else begin + called.start("noun")
        return Crowd(((first, begin + called.end("noun")),), begin + called.start("count"))
    for place in _headcounts(scene, begin, words):
        if place == begin or place >= begin + len(words) - 5:
            return Crowd((), place)
    return None


def _parts(string: str, start: int, end: int) -> tuple[Span, ...]:
    """Return the groups of a list; of 来自｜各社区的书记、某某负责人 all come from there, and none is told by it."""
    groups = tuple(_split(string, start, end))
    if len(groups) > 1 and string.startswith("来自", start) and string[groups[0][1]] == "、":
        home, of, _ = string[start : groups[0][1]].partition("的")
        if of and "各" not in home:
            # 来自珠三角的客商、商会代表和在外乡贤: one place of all
            return ((start, end),)
        return ((start + 2, groups[0][1]), *groups[1:])
    return groups


def _split(string: str, start: int, end: int) -> Iterator[Span]:
    """Yield the groups of a list: each part that ends in people of its own is one."""
    begin = start
    for mark in re.finditer(r"、|以及|及(?!其)|和|与", string[start:end]):
        at, after = start + mark.start(), start + mark.end()
        comma = mark.group() == "、"
        hall = _IN_HALL.search(string, begin, at) if comma else None
        if hall:
            # 机关民警在主会场｜、各分局民警在分会场
            yield begin, hall.start()
            begin = after
            continue
        if mark.group() == "及" and _BARE.match(string, after, end):
            continue
        part, rest = string[begin:at], string[after:end].split("、", 1)[0]
        ends = (_ENDS if comma else _ENDS_MANY).search(part)
        if not comma and _DELEGATES.fullmatch(rest) and not _OF_THEIR_OWN.search(part):
            continue
        if mark.group() == "与" and ends and _ENDS_MANY.search(string[after:end]):
            # 政协委员和果农代表｜与｜各局负责人
            yield begin, at
            begin = after
            continue
        if (
            not comma
            and ends
            and _FURTHER_BODIES.match(string, after, end)
            and _ENDS_MANY.search(string[after:end])
        ):
            yield begin, at
            begin = after
            continue
        if ends and part.startswith("各") and _IN_EACH.fullmatch(rest):
            continue
        quoted = comma and part[:1] in '“"' and part[-1:] in '”"'
        if quoted or (ends and _OWN_PEOPLE.search(rest) and not _SAME_BODY.match(rest)):
            yield begin, at
            begin = after
    if end - begin > 1:
        yield begin, end
