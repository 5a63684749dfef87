"""Names of persons by grammar: where names stand, how long they are, how sure that is (人名).

A name stands after a title (书记X), in a list after another name (A、B、C), before what persons
do (X表示), before 同志 or （男，. How long it is, is settled by what follows, by its shape and
by the rest of the page. Nothing here needs a model; a model's names count as votes.

>>> shape("欧阳某") > shape("会议某") and shape("主持") < 0
True
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from newsie import lexicon
from newsie.text import Span

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇"
LONGEST = 6
_DOTTED = re.compile(rf"[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}}){{1,3}}")
_HAN_RUN = re.compile(rf"[{HAN}]{{1,{LONGEST}}}")
# characters that write the sounds of Mongolian, Tibetan, Uyghur, Kazakh, Yi and foreign names
SOUNDS = "".join(
    sorted(
        frozenset(
            "阿艾爱安奥巴白拜班邦包保贝本比彼毕边别宾波伯博布卜才策查察昌朝赤次达代丹当道得德登迪地狄丁东都杜敦多额"
            "尔恩凡菲费芬丰夫弗福甫嘎干冈高戈哥格根贡古瓜果哈海汗杭浩合赫呼胡霍基吉济加佳嘉贾建江杰金津久卡凯坎康柯"
            "科可克肯库坤拉腊来兰朗劳勒雷里丽利力莲连林隆龙卢鲁路伦罗洛玛马麦满曼芒毛茂梅门蒙孟米密明莫姆木穆那纳娜"
            "乃南尼年涅宁牛诺帕派潘彭皮平普其奇齐乾强乔切青清却仁日荣茹若撒萨赛三桑色沙山尚绍申沈胜史什石舍斯丝苏"
            "素索塔太泰唐特提铁廷图吐托瓦万旺王威维文翁沃乌吾伍西希席喜夏香祥小谢辛欣雄雅亚央扬耶叶伊依亦因英永尤尕"
            "于玉约云泽扎则增翟张哲珍郑芝志治中珠朱卓孜子宗祖作措姑呷曲娃牧伙且各嫫惹火妞热曼苗鲜努尼依古再排祖力亚买"
            "买提江依木库尔班热合坎吐迪沙塔肉孜柔古丽仙汗别克巴依达吾列提叶尔肯努哈力别提恰木汗朝鲁其木格高娃图雅苏日道让"
        )
    )
)
_SOUNDS = frozenset(SOUNDS)
# characters that no given name has, or hardly any: 书记李的, 王在
_STOP = frozenset("的了是在和与及等对就将从把被给让也还都又便却仍所此该每各或而且因但若即者们个吗呢吧啊说记")
# what places, bodies and abstractions end in: 文苑路, 区管委, 幸福感
_TAIL = frozenset("区县市镇乡村局委办院厅处科部厂司站街巷会队楼期感性率库员者们化联巷景")
# 高峰说: these single characters are enough
_VERBS = frozenset("说率摄赴任")
_JOIN = re.compile(r"[和及与等]")
_TITLES = r"(?:常务)?[副总代]?(?:书记|主任|[省市县区州局厅部]长|主席(?![台团])|总理)"
# characters of verbs, counts and everyday things that given names hardly have: 边喝茶, 来献血
_UNLIKELY = frozenset(
    "喝吃走跑坐站住去到过出入得做办看听问打拉推送收发买卖借用使修拆装种养饭菜酒药病车房屋街巷厂店场局厅部科室处院校班组队员客户"
    "众群她他它你我您谁什么怎哪样些多少几两半亿号次件项条款钱岁时分秒点级类型式网器品牌费税价额量率比约共余均仅只再最更很不没未别勿"
    "内外间边旁侧面需应该须要能会关停转提取抓抢拿放换接说话讲谈论称叫喊笑哭愁怕病死活产销额件数据表单票证照版页"
    "况况题议案例则规范制度律法条权责任务职业工程施设备料材型粮油煤电话机械械线管道桥渠坝库塘"
)
_DELIMITER = re.compile(r"[、，。；：！？（）“”‘’\"'《》\[\]【】\n/／…—|]| |$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name: its characters on the page and what speaks for it.

    Attributes:
        span: where it stands, half-open.
        name: its characters without spaces.
        score: how much speaks for it; see `readings`.
    """

    span: Span
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says about names, for weighing one place.

    Attributes:
        counts: how often each possible name stands on the page.
        votes: how often the model saw each name.
        firm: names that stand between delimiters in a place for names, or are known.
    """

    counts: Mapping[str, int]
    votes: Mapping[str, int]
    firm: frozenset[str]


@cache
def _surnames() -> Mapping[str, str]:
    return {row[0]: row[1] for row in lexicon.rows("surnames.tsv", 2)}


# 龙岭县, 清水街道: whatever else speaks for it, it is a place
_DIVISION = re.compile(rf"[{HAN}]+(?:[县区市]|街道|社区|地区|自治州|办事处)\Z")


def is_division(name: str) -> bool:
    """Tell whether a name ends as those of counties, cities and districts do, and persons' hardly ever.

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


def surname_kind(name: str) -> str | None:
    """Return common, usual, rare or compound for the surname a name begins with, None if it has none.

    >>> surname_kind("欧阳某"), surname_kind("王某"), surname_kind("的某")
    ('compound', 'common', None)
    """
    if len(name) > 2 and name[:2] in _surnames():
        return "compound"
    kind = _surnames().get(name[:1])
    return kind if len(name) > 1 else None


_BY_KIND = {"common": 1.0, "usual": 0.8, "rare": 0.2, "compound": 2.0}
_ODD_LENGTH = -1.5
_ORDINARY = -1.0
_POOR = -1.3


def shape(name: str) -> float:
    """Return how much a string looks like a name: above 1 good, below 0 poor.

    >>> shape("王某某") > shape("书记")
    True
    """
    if "·" in name:
        strange = sum(character not in _SOUNDS for character in name if character != "·")
        return 2.5 - 0.8 * strange - 2.0 * (name[-1] in _VERBS)
    foreign = len(name) > 2 and all(character in _SOUNDS for character in name)
    score = max(_of_surname(name), 0.9 if foreign else _ODD_LENGTH)
    if name in lexicon.words("ordinary.txt"):
        return score + _ORDINARY
    if not foreign:
        score -= 1.2 * sum(character in _STOP for character in name[1:])
        score -= name[-1] in _TAIL
        score -= 0.7 * sum(character in _UNLIKELY for character in name[1:])
        score -= 1.5 * (name[:2] in lexicon.words("ordinary.txt") and surname_kind(name) != "compound")
    return score


def _of_surname(name: str) -> float:
    kind = surname_kind(name)
    if kind == "compound":
        return _BY_KIND[kind] if len(name) <= 4 else _ODD_LENGTH
    return _BY_KIND[kind] + {2: 0.0, 3: 0.3}.get(len(name), _ODD_LENGTH - 1) if kind else _ODD_LENGTH


@cache
def followers() -> re.Pattern[str]:
    """Return the pattern of the words that may follow a name: verbs, particles, titles."""
    words = sorted(lexicon.words("followers.txt"), key=lambda word: (-len(word), word))
    return re.compile("|".join([_TITLES, *map(re.escape, words)]))


# 系好, 摘着, 收完: a verb with what says how far it went
_DONE = re.compile(rf"(?![的了在是])[{HAN}][好着了完]")


def follows(folded: str, end: int) -> float:
    """Return how well what stands at `end` goes after a name: 2 a mark or verb, 1 a particle, else -0.5.

    >>> follows("王某主持会议", 2), follows("王某。", 2), follows("王某丰出席", 2)
    (2.0, 2.0, -0.5)
    """
    if _DELIMITER.match(folded, end):
        return 2.0
    if _JOIN.match(folded, end):
        return 1.5
    match = followers().match(folded, end)
    if match is None:
        return 1.0 if _DONE.match(folded, end) else -0.5
    return 2.0 if match.end() - end > 1 or match.group() in _VERBS else 1.0


def acts(folded: str, end: int) -> bool:
    """Tell whether a verb of what persons do, of two characters or more, stands at `end`.

    >>> acts("王某主持会议", 2), acts("王某和", 2)
    (True, False)
    """
    match = followers().match(folded, end)
    return _DONE.match(folded, end) is not None if match is None else match.end() - end > 1


def options(folded: str, start: int) -> Iterator[Candidate]:
    """Yield every string at `start` that might be a name, with its shape as score.

    Offsets: spans are half-open offsets into `folded`. 成 功, with a space, is 成功.
    """
    dotted = _DOTTED.match(folded, start)
    if dotted:
        first = folded.index("·", start) + 2
        for end in range(first, dotted.end() + 1):
            if folded[end - 1] != "·" and folded[end : end + 1] != "·":
                name = folded[start:end]
                yield Candidate((start, end), name, shape(name))
        return
    run = _HAN_RUN.match(folded, start)
    length = run.end() - start if run else 0
    if length == 1 and re.match(
        rf" [{HAN}](?![{HAN}])|  ?[{HAN}](?=[{HAN}]{{2}})", folded[start + 1 : start + 5]
    ):
        end = start + 1 + len(folded[start + 1 : start + 5]) - len(folded[start + 1 : start + 5].lstrip()) + 1
        name = folded[start:end].replace(" ", "")
        yield Candidate((start, end), name, shape(name))
    for end in range(start + 2, start + length + 1):
        name = folded[start:end]
        yield Candidate((start, end), name, shape(name))


def weigh(folded: str, candidate: Candidate, page: Page) -> float:
    """Return how much speaks for a candidate in its place: shape, what follows, and the page."""
    name, end = candidate.name, candidate.span[1]
    after = follows(folded, end)
    score = candidate.score + after
    score += 4.0 * (name in page.firm) + 1.5 * min(page.votes.get(name, 0), 2)
    if _is_cut_short(folded, candidate):
        score -= 3.0 if "·" not in name else 1.5
    if _takes_verb(folded, end):
        score -= 1.5
    count = page.counts.get(name, 0)
    longer = page.counts.get(name + folded[end : end + 1], 0)
    if count > 1:
        # 沙马尔 stands six times, each time as 沙马尔哈: it is no name; 宋某 stands before many words
        score += -2.0 if longer == count else 1.0
    return score


def best(folded: str, start: int, page: Page, *, sure: bool = False) -> Candidate | None:
    """Return the likeliest name at `start`, its score included, or None if nothing can be one.

    `sure` says that a name is due here, such as after a title: an everyday word (成功) counts as
    any name then.
    """
    weighed = [
        Candidate(option.span, option.name, weigh(folded, option, page))
        for option in options(folded, start)
        if option.score > _POOR or option.name in page.votes or option.name in page.firm
    ]
    if sure:
        weighed = [Candidate(one.span, one.name, one.score + _assured(folded, one, page)) for one in weighed]
    return max(weighed, key=lambda option: (option.score, len(option.name)), default=None)


def _takes_verb(folded: str, end: int) -> bool:
    """Tell whether the last character of a name belongs to the verb behind it: 盛某作 before 动员."""
    match = followers().match(folded, end - 1)
    return match is not None and match.end() - end > 1 and acts(folded, end)


def _is_cut_short(folded: str, candidate: Candidate) -> bool:
    """Tell whether a name written by sound goes on: 索南才 before 让率."""
    end = candidate.span[1]
    if folded[end : end + 1] not in _SOUNDS or end >= len(folded):
        return False
    if "·" in candidate.name:
        return True
    foreign = len(candidate.name) > 2 and _SOUNDS.issuperset(candidate.name)
    return foreign and follows(folded, end) < 2 <= follows(folded, end + 1)


def _assured(folded: str, candidate: Candidate, page: Page) -> float:
    """Return what a place right behind a title adds: 总统普京, and 县长成功 although it is a word."""
    if page.votes.get(candidate.name) and shape(candidate.name) <= 0:
        return 2.0
    return float(follows(folded, candidate.span[1]) > 0 and seems_ordinary(candidate.name))


def seems_ordinary(name: str) -> bool:
    """Tell whether `shape` took something off a name for being an everyday word or beginning with one."""
    words = lexicon.words("ordinary.txt")
    return name in words or (len(name) == 3 and name[:2] in words)


class Finder:
    """Finds many strings in texts, in time that hardly depends on how many (不计空格).

    >>> [(start, end) for start, end, _ in Finder(["成功"]).spans("副市长成 功参加")]
    [(3, 6)]
    """

    def __init__(self, strings: Iterable[str]) -> None:
        self._by_head: dict[str, list[str]] = {}
        for string in sorted(set(strings), key=lambda string: (-len(string), string)):
            self._by_head.setdefault(string[:2], []).append(string)
        heads = "".join(sorted({head[0] for head in self._by_head}))
        self._head = re.compile(f"[{re.escape(heads)}]") if heads else None

    def spans(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Yield every occurrence, the longer first where several begin; spaces inside do not count."""
        if self._head is None:
            return
        dense, origin = squeeze(folded)
        for match in self._head.finditer(dense):
            start = match.start()
            for string in self._by_head.get(dense[start : start + 2], ()):
                if dense.startswith(string, start):
                    yield origin[start], origin[start + len(string) - 1] + 1, string

    def count(self, texts: Iterable[str]) -> Counter[str]:
        """Return how often each string stands in `texts`."""
        found: Counter[str] = Counter()
        for text in texts:
            found.update(string for _, _, string in self.spans(text))
        return found


def squeeze(folded: str) -> tuple[str, list[int]]:
    """Return a text without spaces and line feeds and, for each character left, where it stood."""
    origin = [index for index, character in enumerate(folded) if character not in " \n"]
    return folded.replace(" ", "").replace("\n", ""), origin
