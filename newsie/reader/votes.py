"""What the model took for persons, cut where a name begins and ends (模型所见)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from newsie import patterns as re
from newsie.reader.followers import acts, follows
from newsie.reader.occurrences import Occurrences
from newsie.reader.region import Region
from newsie.reader.shapes import HAN, VERBS, WHILE, ends_in_coverb, is_ordinary, shape, surname_kind
from newsie.reading import Mention
from newsie.sounds import SOUNDS
from newsie.text import Span

_LONGEST_NAME = 6


def voted_names(regions: Sequence[Region], names: Occurrences) -> Iterator[tuple[int, Span]]:
    """Yield where the model saw persons: which region, and the name's place in it.

    Args:
        regions: the stretches of the page.
        names: their texts, to look names up in.
    """
    for index, region in enumerate(regions):
        voted = joined(region)
        ends = {vote.end for vote in voted}
        for vote in voted:
            start, end = _cut(region, vote)
            end -= _takes_in_adverb(regions, index, (start, end), names)
            if not (
                _is_no_person(region.folded, start, end)
                or _is_styled(region, start, end)
                or _is_manner(region, (start, end), ends)
            ):
                yield index, (start, end)


def _is_styled(region: Region, start: int, end: int) -> bool:
    """Tell whether one is only called by surname and title: 李科长."""
    index = bisect_left(region.titled, start + 1)
    title = index < len(region.titled) and (region.titled[index], region.title_ends[index])
    return title == (start + 1, end)


def _is_manner(region: Region, span: Span, ends: Collection[int]) -> bool:
    """Tell whether an everyday word stands behind the title of a name before it: 书记王某书记 + 郑重宣布."""
    if not is_ordinary(region.folded[slice(*span)]):
        return False
    index = bisect_left(region.title_ends, span[0])
    behind = index < len(region.title_ends) and region.title_ends[index] == span[0]
    return behind and region.titled[index] in ends


def _cut(region: Region, vote: Mention) -> Span:
    """Return the place of a name voted for without the words before and behind it that the model took in."""
    text = region.folded
    start = _behind_title(region, vote)
    start += text[start] == " " or _takes_in_joint(region, start, vote.end)
    end = _before_title(region, start, vote.end)
    return start, end - (_takes_in_verb(text, start, end) or _takes_in_home(text, start, end))


def _before_title(region: Region, start: int, end: int) -> int:
    """Return where a name ends that took in the first characters of the title behind it: 王某 + 主任."""
    index = bisect_left(region.titled, start + 2)
    inside = index < len(region.titled) and region.titled[index] < end < region.title_ends[index]
    return region.titled[index] if inside else end


def joined(region: Region) -> list[Mention]:
    """Return the model's persons, two that touch as one: 斯琴 + 毕力格."""
    joined: list[Mention] = []
    for vote in (vote for vote in region.votes if vote.label == "PERSON"):
        last = joined[-1] if joined else None
        if last and last.end == vote.start and vote.end - last.start <= _LONGEST_NAME:
            joined[-1] = Mention("PERSON", last.start, vote.end, last.by)
        else:
            joined.append(vote)
    return joined


# 张寨 + 行政村, 某某勒 + 日报: what the model took for a person is the front of a longer name
_NAMES_MORE = re.compile(
    r"行政村|自然村|日报|晚报|晨报|街道(?!办?主)|办事处|水库|大道|大桥|公路|高速(?![发增])|高铁|隧道|小区|村委会?(?![主委])|主义|指数|定律|效应|综合[征症]"
)
# 某某圣战组织（杰哈德）: a body's name in short
_SHORT_FORM = re.compile(rf"(?:组织|运动|阵线|联盟|党|公司|集团|协会|机构|基金会)（[{HAN}·]{{1,8}}）\Z")
# 一把坎某曼: a thing that is counted
_THING = re.compile(r"[一两三四五六七八九十几0-9][把张架辆根棵株盏座艘件束碗杯瓶袋筐]\Z")


def _is_no_person(text: str, start: int, end: int) -> bool:
    """Tell whether what the model took for a person is part of a longer name, a thing, or a body's short name."""
    if _NAMES_MORE.match(text, end) or _THING.search(text, max(0, start - 3), start):
        return True
    return _SHORT_FORM.search(text, max(0, start - 4), end + 1) is not None


# 某主席同菲某总理; 县政协副主席同某某 has that surname
_HEAD_BEHIND = re.compile("(?:国家)?(?:主席|总书记|总统|国王|总理|首相)")


def _takes_in_joint(region: Region, start: int, end: int) -> bool:
    """Tell whether the model took the joint between two heads of state into a name: 某主席 + 同 + 菲某总理."""
    index = bisect_left(region.title_ends, start)
    behind = index < len(region.title_ends) and region.title_ends[index] == start
    return behind and region.folded[start] in "同与" and _HEAD_BEHIND.match(region.folded, end) is not None


# 来到牧民朝鲁门家, 示范户朝鲁家的棚圈
_FOLK = re.compile(r"(?:[牧村居农渔]民|老人|[\u4e00-\u9fff]户|职工)\Z")


def _takes_in_home(text: str, start: int, end: int) -> int:
    """Return how many characters of whose home it is a name took in: 牧民朝鲁门 + 家."""
    home = end - start > 2 and text[end - 1] == "家"
    return int(home and _FOLK.search(text, max(0, start - 2), start) is not None)


def _takes_in_verb(text: str, start: int, end: int) -> int:
    """Return how many characters of what follows a name the model took in: 袁某汇 + 报, 李某为 + 县, 陶某全程."""
    if "·" in text[start:end] and (does := WHILE.search(text, start + 3, end)):
        return end - does.start()
    no_last = end - start > 2 and text[end - 1] in _NO_LAST
    if text.startswith("互致", end - 1) or no_last or ends_in_coverb(text, start, end):
        return 1
    other = _OTHER.fullmatch(text, start, end)
    if other and surname_kind(other["name"]):
        return end - other.end("name")
    if end - start == 4 and surname_kind(text[start:end]) not in (None, "compound"):
        return 2 * (acts(text, end - 2) and shape(text[start : end - 2]) > -1)
    if end - start != 3 or surname_kind(text[start:end]) is None:
        return 0
    # 王某强 + 调研, although 强调 is a verb: what stands behind is one as well
    cut = _CUT_VERB.match(text, end - 1)
    return int(cut is not None and (cut.group()[0] in "致作做兼" or follows(text, end) < _FULL_VERB))


# 副秘书长陈某|等陪同, 王某|也去了
_NO_LAST = "等也"
_FULL_VERB = 2.0
_CUT_VERB = re.compile(
    r"边(?=[走看说听问算干忙吃喝剥剪装摘].{0,3}边)|兼任|代表(?!作|团|性)|正在|先后|被[任推授评选聘]|致(?:开幕|闭幕|欢迎|答谢|贺|辞|词)|[作做](?:交流|主旨|典型|经验|表态|动员|推介|专题|报告|讲话|发言|说明|总结|部署|具体|点评)|为[省市县区州镇乡](?!长)|汇报|通报|陪同|宣读|宣布|宣讲|参[加与观会]|出席|主持|主讲|介绍|调研|调度|率[队领]|带[队领]|随[同行]|强调|"
    r"指出|督[导办促查]|检查|挨[家个]|冲在|传达|察看|查看|走[访进]|慰问|坦言|透露|叮嘱|勉励|致辞|会见|前往"
)


# 李某同卡尼会谈: both in one name
_OTHER = re.compile(rf"(?P<name>[{HAN}]{{2,3}})[同向与][{SOUNDS}]{{2,6}}")
# 向某某·某某致贺电
_ADDRESSED = re.compile(rf"[向同与对给被由][{HAN}]{{1,7}}·|[向同与对][{SOUNDS}]{{3,6}}$")


def _behind_title(region: Region, vote: Mention) -> int:
    """Return where a name voted for begins: behind the title whose end the model took in (快递小 + 哥王某)."""
    greeted = region.folded.startswith("祝贺", vote.start - 1) and vote.end - vote.start > 2
    if greeted or _ADDRESSED.match(region.folded, vote.start, vote.end):
        return vote.start + 1
    # 嘎查长巴某: or the whole of it
    index = bisect_right(region.titled, vote.start) - 1
    end = region.title_ends[index] if index >= 0 else 0
    return end if vote.start < end <= vote.end - 2 else vote.start


# 某还主持召开, 某曾指出; 才 and 均 end given names as well
_ADVERBS = frozenset("还则曾均都便却仍再并才")
_GIVEN_TOO = frozenset("均才")
_MARKED = 2.0
_IS = frozenset("是的")


def _takes_in_adverb(regions: Sequence[Region], index: int, span: Span, names: Occurrences) -> int:
    """Return 1 where the last character of a name is an adverb of the verb behind it: 王某 + 还主持召开.

    The page decides: one who is named without it (县长王某……王某曾指出) has no such name; one who is named with it
    before a mark (李某才、王某) has. Where it is silent, what no given name ends in is an adverb before a verb.
    """
    start, end = span
    text = regions[index].folded
    if end - start not in (3, 4) or text[end - 1] not in _ADVERBS or " " in text[start:end]:
        return 0
    name = text[start : end - 1]
    if surname_kind(name) is None or any(
        _ends_there(regions[at], stop) for at, _, stop in names.spans(text[start:end])
    ):
        return 0
    if any(_is_whole(regions[at].folded, stop, text[end - 1]) for at, _, stop in names.spans(name)):
        return 1
    return int(text[end - 1] not in _GIVEN_TOO and acts(text, end))


def _ends_there(region: Region, end: int) -> bool:
    """Tell whether a mark or a title stands at `end`, as it does behind no adverb."""
    text = region.folded
    marked = follows(text, end) >= _MARKED and not acts(text, end) and text[end : end + 1] not in VERBS
    return marked or region.has_title(end, end + 1)


def _is_whole(text: str, end: int, tail: str) -> bool:
    """Tell whether a name ends at `end`, and the page goes on otherwise than with the adverb `tail`."""
    behind = text[end : end + 1]
    adverb = behind in _ADVERBS and acts(text, end + 1)
    return behind != tail and (follows(text, end) >= _MARKED or behind in _IS or adverb)
