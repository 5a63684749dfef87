"""What looks like a name of a person: its surname, its length, its characters (名字的样子).

>>> shape("欧阳某") > shape("会议某") and shape("主持") < 0
True
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from newsie import lexicon
from newsie import patterns as re
from newsie.sounds import SOUND

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
LONGEST = 6
# 阿卜杜拉二世
_REIGNING = re.compile("(?<=..)[一二三四五六七八九十]{1,2}世$")
_DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}}){{1,3}}")
# 国防部长某某·某某｜中将: the rank, and how one is spoken of
_STYLED = re.compile(
    "[上中少大准][将校尉](?![\u4e00-\u9fff]{0,2}·)|将军|元帅|殿下|阁下|夫妇|夫人|博士|教授|先生|女士|同志|因此"
)
# 努尔兰·某某｜边走边介绍
WHILE = re.compile(rf"边(?=[{HAN}]{{1,6}}边)")
_HAN_RUN = re.compile(rf"[{HAN}]{{1,{LONGEST}}}")
# 成 功: a name of two characters, printed as wide as one of three
_APART = re.compile(rf" [{HAN}](?![{HAN}])|  ?[{HAN}](?=[{HAN}]{{2}})")
# Mongolian 布和 and 孟和, Uyghur 阿不都拉: words whose 和 and 不 write a sound
_PEACE = ("布和", "孟和", "巴和", "阿不")

# characters that no given name has, or hardly any: 书记李的, 王在
_STOP = frozenset(
    "的着了是在和与及等对就将从把被给让也还都又便却仍所此该每各或而且因但若即者们个吗呢吧啊说记"
)
# what places, bodies and abstractions end in: 文苑路, 区管委, 幸福感
_TAIL = frozenset("区县市镇乡村局委办院厅处科部厂司站街巷会队楼期感性率库员者们化联巷景")
VERBS = frozenset("说称率摄赴任")
"""Single characters that are a verb behind a name: 高峰说."""
_COVERBS = frozenset("在就对把被曾")
# 某某来我县调研, 某某来青河县考察, 某某为获奖选手颁奖
_COMES = re.compile(
    "为(?=[^，。；]{1,16}(?:颁奖|授牌|授旗|揭牌|揭幕|剪彩|颁发|送上|送去|授课|点赞))|"
    "于(?=[0-9当今昨近本去前次同日])|"
    rf"来(?:我[省市县区州旗盟乡镇村校院]|[{HAN}]{{2,6}}[省市县区州旗盟乡镇村](?=调研|考察|督导|视察|检查|走访|慰问|参观))"
)

# 总书记全国一盘棋谋划, 总理某某和国防部长, 书记甲、时任县长乙: such words stand where names do
_WHOLES = frozenset(
    [
        "全国",
        "全省",
        "全市",
        "全县",
        "全区",
        "全党",
        "全军",
        "全球",
        "全民",
        "全体",
        "全票",
        "国防",
        "国安",
        "公安",
        "商务",
        "时任",
    ]
)
# characters of verbs, counts and everyday things that given names hardly have: 边喝茶, 来献血
_UNLIKELY = frozenset(
    "喝吃走跑坐站住去到过出入得做办看听问打拉推送收发买卖借用使修拆装种养饭菜酒药病车房屋街巷厂店场局厅部科室处院校班组队员客户"
    "众群她他它你我您谁什么怎哪样些多少几两半亿号次件项条款钱岁时分秒点级类型式网器品牌费税价额量率比约共余均仅只再最更很不没未别勿"
    "内外间边旁侧面需应该须要能会关停转提取抓抢拿放换接说话讲谈论称叫喊笑哭愁怕病死活产销额件数据表单票证照版页"
    "况况题议案例则规范制度律法条权责任务职业工程施设备料材型粮油煤电话机械械线管道桥渠坝库塘"
)


@lexicon.layered
def _surnames() -> Mapping[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("surnames.tsv", 2)}


@lexicon.layered
def _surname_heads() -> frozenset[str]:
    return frozenset(surname[0] for surname in _surnames())


# 龙岭县, 清水街道: whatever else speaks for it, it is a place
_DIVISION = re.compile(rf"[{HAN}]{{1,40}}(?:[县区市巷]|街道|社区|地区|自治州|办事处)\Z")


def is_division(name: str) -> bool:
    """Tell whether a name ends as those of counties, cities and lanes do, and persons' hardly ever.

    >>> is_division("某岭县"), is_division("王某村")
    (True, False)
    """
    return len(name) > 2 and _DIVISION.match(name) is not None


def is_ordinary(name: str) -> bool:
    """Tell whether a name is an everyday word as well, such as 成功.

    >>> is_ordinary("成功"), is_ordinary("欧阳某")
    (True, False)
    """
    return name in lexicon.words("ordinary.txt") or (len(name) == 2 and surname_kind(name) is None)


def seems_ordinary(name: str) -> bool:
    """Tell whether `shape` took something off a name for being an everyday word or beginning with one."""
    words = lexicon.words("ordinary.txt")
    return name in words or (len(name) == 3 and name[:2] in words)


def surname_kind(name: str) -> str | None:
    """Return common, usual, rare or compound for the surname a name begins with, None if it has none.

    >>> surname_kind("欧阳某"), surname_kind("王某"), surname_kind("的某")
    ('compound', 'common', None)
    """
    surnames = _surnames()
    if len(name) > 2 and name[:2] in surnames:
        return "compound"
    return surnames.get(name[:1]) if len(name) > 1 else None


_WHOLE_COUNTRY = frozenset({"全国", "全省", "全市", "全县", "全区", "全体", "全党", "全军", "全球", "全民"})
# 祝全国的小朋友们: surnames that are verbs and prepositions as well
_VERBS_TOO = frozenset("祝向从于和时当为由让令使望呼给对在与及将经连")


def ends_in_coverb(folded: str, start: int, end: int) -> bool:
    """Tell whether a name took in what leads the words behind it.

    >>> ends_in_coverb("书记孙某在主持会议时", 2, 5), ends_in_coverb("方某曾任局长", 0, 3), ends_in_coverb("孙某在，", 0, 3)
    (True, True, False)
    >>> ends_in_coverb("书记张某来我县调研", 2, 5), ends_in_coverb("书记张某来出席", 2, 5)
    (True, False)
    """
    if end - start <= 2:
        return False
    coverb = folded[end - 1] in _COVERBS and folded[end : end + 1].isalpha()
    return coverb or _COMES.match(folded, end - 1) is not None


def is_whole(name: str) -> bool:
    """Tell whether a name is a word for all of a country or a body, or such a word behind a verb.

    >>> is_whole("全国"), is_whole("祝全国"), is_whole("陈全国")
    (True, True, False)
    """
    return name in _WHOLES or (name[:1] in _VERBS_TOO and name[1:] in _WHOLE_COUNTRY)


# 任命某某·某某为局长: 任 is a surname, too
_APPOINTING = ("任命", "任免", "免去")
_BY_KIND = {"common": 1.0, "usual": 0.8, "rare": 0.2, "compound": 2.0}
_BY_LENGTH = {2: 0.0, 3: 0.3}
_ODD_LENGTH = -1.5
_ORDINARY = -1.0
_BY_SOUND = 0.9
POOR = -1.3
"""The shape of what is hardly a name: nothing but what the page says of it can make it one."""


def shape(name: str) -> float:
    """Return how much a string looks like a name: above 1 good, below 0 poor.

    >>> shape("王某某") > shape("书记")
    True
    """
    if "·" in name:
        if name.startswith(_APPOINTING):
            return POOR - 1
        strange = sum(character not in SOUND for character in name if character != "·")
        if 2 * strange >= len(name) - name.count("·"):
            return POOR - 1
        return 2.5 - 0.8 * strange - 2.0 * (name[-1] in VERBS)
    foreign = len(name) > 2 and is_by_sound(name)
    if is_whole(name):
        return POOR - 1
    kind = surname_kind(name)
    score = max(_of_surname(name, kind), _BY_SOUND if foreign else _ODD_LENGTH)
    words = lexicon.words("ordinary.txt")
    if name in words:
        return score + _ORDINARY
    if not foreign:
        score -= 1.2 * sum(map(_STOP.__contains__, name[1:]))
        score -= name[-1] in _TAIL
        score -= 0.7 * sum(map(_UNLIKELY.__contains__, name[1:]))
        score -= 1.5 * (name[:2] in words and kind != "compound")
    return score


def _of_surname(name: str, kind: str | None) -> float:
    if kind is None:
        return _ODD_LENGTH
    if kind == "compound":
        return _BY_KIND[kind] if len(name) <= 4 else _ODD_LENGTH
    return _BY_KIND[kind] + _BY_LENGTH.get(len(name), _ODD_LENGTH - 1)


def is_by_sound(text: str) -> bool:
    """Tell whether characters only write sounds, as those of Mongolian or Tibetan names do.

    >>> is_by_sound("布和朝鲁"), is_by_sound("阿卜杜拉二世"), is_by_sound("王某")
    (True, True, False)
    """
    if text.endswith("世") and (reigning := _REIGNING.search(text)):
        text = text[: reigning.start()]
    return SOUND.issuperset(text[0] + text[2:] if text.startswith(_PEACE) else text)


def may_begin(folded: str, start: int, heads: Collection[str] = ()) -> bool:
    """Tell whether a name can begin at `start`: a surname, a name with dots, one written by sound.

    `heads` are the first characters of names that are known; each of them may begin one.

    >>> [may_begin("和王某到阿里木", place) for place in (0, 1, 4)]
    [True, True, True]
    >>> may_begin("的人", 0), may_begin("的人", 0, "的")
    (False, True)
    """
    head = folded[start : start + 1]
    if head in heads or head in _surname_heads():
        return bool(head)
    return "·" in folded[start + 1 : start + 8] or (
        head in SOUND and len(sounds := folded[start : start + 3]) == 3 and is_by_sound(sounds)
    )


def longest(folded: str, start: int) -> int:
    """Return the length above which nothing at `start` has a shape better than poor; names with dots aside.

    >>> longest("王某主持会议", 0), longest("欧阳某主持会议", 0), longest("阿里木江主持", 0)
    (3, 4, 6)
    """
    if is_by_sound(folded[start : start + 3]):
        return LONGEST
    return 4 if folded[start : start + 2] in _surnames() else 3


def options(folded: str, start: int) -> list[tuple[int, str]]:
    """Return every string at `start` that might be a name: its end, its characters without spaces.

    Offsets: ends are offsets into `folded`. 成 功, with a space, is 成功.

    >>> options("王某到", 0), options("单 良。", 0)
    ([(2, '王某'), (3, '王某到')], [(3, '单良')])
    """
    if "·" in folded[start + 1 : start + 8] and (dotted := _DOTTED.match(folded, start)):
        first = folded.index("·", start) + 2
        does = WHILE.search(folded, first, dotted.end()) or _STYLED.search(folded, first, dotted.end())
        ends = range(first, (does.start() if does else dotted.end()) + 1)
        found = [end for end in ends if folded[end - 1] != "·" and folded[end : end + 1] != "·"]
        return [(end, folded[start:end]) for end in found]
    run = _HAN_RUN.match(folded, start)
    if run is None:
        return []
    if run.end() == start + 1:
        apart = _APART.match(folded, start + 1, start + 5)
        return [(apart.end(), folded[start] + folded[apart.end() - 1])] if apart else []
    return [(end, folded[start:end]) for end in range(start + 2, run.end() + 1)]
