"""Which names the evidence of a page is enough for (取舍).

>>> from newsie.reader.evidence import collect
>>> from newsie.reader.region import Region
>>> text = "县长王某某主持会议，王某某说"
>>> page = Occurrences([text])
>>> sorted(accepted(collect([Region.of(text)], [], page), [text], page))
['王某某']
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsie import lexicon
from newsie import patterns as re
from newsie.reader.evidence import Evidence
from newsie.reader.followers import follows
from newsie.reader.given import BY
from newsie.reader.occurrences import Occurrences
from newsie.reader.places_of_words import is_word
from newsie.reader.shapes import HAN, is_by_sound, is_division, is_whole, shape
from newsie.reader.titles import is_title
from newsie.trace import refuse_word

_FIRM = frozenset(
    {BY, "byline", "rule column", "rule credit", "rule introduced", "rule title", "rule appointment"}
)
# 某某镇, 某某集团: the model's name is a place's or a company's
_PLACE = re.compile(
    r"[省市县区镇乡村州旗](?!长)|[湖河港江路街山岛海]|行政村|自然村|日报|晚报|小区|水库|灌区|水利枢纽|抽水蓄能|水电站|大道|大桥|公路|高速(?![发增])|线?高铁|线铁路|特高压|高压[交直]流|隧道|新区|集团|公司|社区|经开|高新|海关|办事处|村委|古城|新闻|自治|蒙古|等(?:多地|[各两三四五]地|地(?![位下方])|方向|[0-9]{1,3}[座条])|、[\u4e00-\u9fff]{2,4}等[0-9]{1,3}[座条]|[满回苗藏彝壮]族"
)
# 李庄镇计划建设……, 镇长某某、纪委书记某某、区政协主席某某, 沈某高铁: a division, a body or a line in the place of a name
_NO_NAME = re.compile(
    rf".{{2,40}}[县镇乡村]|.{{2,3}}(?:高铁|铁路|高速)|.{{2,3}}省|.[委局]|区{lexicon.any_of(lexicon.words('organ_suffixes.txt'))}"
)
# 阿某尔日报, 乌某嘎查: a newspaper, a Mongolian village; “周调度、旬通报”: what is done each week
_NEVER_ENDING = re.compile(
    rf"[{HAN}]{{2,20}}(?:[日晚早晨时]报|嘎查)|周(?:环比|同比|调度|通报|研判|例会|汇总|清零|会商|推送|督查)"
)
# 副县长当主播; 滑好雪, 管好水; 建一处、成一处: what a model takes for names
_VERB_FIRST = re.compile(f"当[{HAN}]{{2,3}}|[滑管用建种唱打练办守读讲走]好[{HAN}]|[{HAN}]一[处个项批件]")
# 部长曾表示; 国防部副部长; 沙江三桥: a river's bridge; 全体在家领导, 卫健、城管等部门: words that look like names
# 乌军反攻, 乌称击退进攻; 授权任职决定, 新年贺词, 上合组织
_NEVER = re.compile(
    "[称指据]?[美俄乌以日英法德印伊叙]军|[美俄乌以日英法德印伊叙韩巴黎]称|任职|任何|应该|应当|贺词|仪式|典礼|上合|经合|[江河][一二三四五六七八九十大新老]桥|[党学]?史(?:明理|增信|崇德|力行|为鉴|铸魂)|解民[忧困愁难]?|卫健|国防部|时(?:说|称|指出|强调|表示)|曾(?:表示|强调|指出|提出|担任|任职|说过|认为|多次)"
)
_LETTERS = re.compile(rf"[{HAN}·A-Za-z.\-]+")
# 祝贺他当选总统
_PRONOUNS = frozenset("他她它们我你您")
_FAIR = -2.0
_GOOD = 1.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How the possible names of a page stand to each other.

    Attributes:
        names: the evidence for each name, by rule.
        counts: how often each stands on the page.
        strength: how much speaks for each.
        longer: for each name those that begin with it.
    """

    names: Mapping[str, Counter[str]]
    counts: Mapping[str, int]
    strength: Mapping[str, float]
    longer: Mapping[str, list[str]]


def accepted(
    evidence: Evidence, texts: Sequence[str], page: Occurrences, heads: Collection[int] = ()
) -> dict[str, Counter[str]]:
    """Return the names with enough evidence and their rules; those that others explain are left out.

    Args:
        evidence: what speaks for each name.
        texts: the regions, width-folded.
        page: the same, to look names up in.
        heads: which of them are of headlines.
    """
    names = {
        name: by
        for name, by in evidence.by_name.items()
        if _is_kept(name, by) and not _is_word(name, by, page, texts, heads)
    }
    counts = {name: page.count(name) for name in names}
    places, fits = _contexts(names, texts, page)
    strength = {
        name: _strength(name, by) + 2.0 * fits[name] / counts[name]
        for name, by in names.items()
        if counts[name]
    }
    standing = Standing(names, counts, strength, _longer(strength))
    return {
        name: names[name]
        for name in strength
        if (
            names[name].keys() & _FIRM
            or _is_believed(name, names[name], places[name] / counts[name], fits[name])
        )
        and not _is_explained(name, standing)
    }


def _is_kept(name: str, by: Counter[str]) -> bool:
    kept = _is_name(name, by)
    if not kept:
        refuse_word("mention", f"no name of a person by its form ({_votes(by)})", name)
    return kept


def _is_word(
    name: str, by: Counter[str], page: Occurrences, texts: Sequence[str], heads: Collection[int]
) -> bool:
    word = set(by) == {"model"} and is_word(name, page, texts, heads)
    if word:
        refuse_word("mention", f"stands only where words do ({_votes(by)})", name)
    return word


def _votes(by: Counter[str]) -> str:
    return ", ".join(sorted(by))


def _is_believed(name: str, by: Counter[str], as_place: float, fit: float) -> bool:
    """Tell whether a name without certain evidence is one, by what follows it and by the model."""
    if as_place * 3 >= 1:
        refuse_word("mention", f"what follows makes it a place or a company ({_votes(by)})", name)
        return False
    believed = fit > 0 or by["model"] > 1 or (by["model"] == 1 and shape(name) >= _GOOD)
    if not believed:
        refuse_word("mention", f"too few votes ({_votes(by)}), and nothing that follows a name", name)
    return believed


def _longer(names: Iterable[str]) -> dict[str, list[str]]:
    """Return for each name the longer ones that begin with it."""
    longer: dict[str, list[str]] = {}
    known = set(names)
    for name in sorted(known):
        for length in range(2, len(name)):
            if name[:length] in known:
                longer.setdefault(name[:length], []).append(name)
    return longer


def _contexts(
    names: Iterable[str], texts: Sequence[str], page: Occurrences
) -> tuple[Counter[str], dict[str, float]]:
    """Count how often what follows each name makes it a place, and add up how well it follows a name."""
    places: Counter[str] = Counter()
    fits: dict[str, float] = defaultdict(float)
    for name in names:
        for text, _, end in page.spans(name):
            places[name] += _PLACE.match(texts[text], end) is not None
            fits[name] += follows(texts[text], end)
    return places, fits


def _is_name(name: str, by: Counter[str]) -> bool:
    if name[-1] in _PRONOUNS:
        return False
    if is_whole(name) or _NEVER.fullmatch(name) or _NEVER_ENDING.fullmatch(name):
        return False
    if len(name) < 2 or not _LETTERS.fullmatch(name) or is_division(name):
        return False
    if _NO_NAME.fullmatch(name) and not by.keys() & _FIRM:
        return False
    if set(by) == {"model"}:
        if _VERB_FIRST.fullmatch(name) and not is_by_sound(name):
            return False
        # what is left of an address of the web has letters only
        return not name.isascii() and not is_title(name) and (by["model"] > 1 or shape(name) > _FAIR)
    return True


def _is_explained(name: str, standing: Standing) -> bool:
    """Tell whether another name explains this one.

    宋某主 is 宋某 before 主持, and where 张某 stands only in 张某明, it is 张某明.
    """
    own = standing.strength[name]
    count = standing.counts[name]
    for other in _relatives(name, standing):
        if name == other + "某" and other.endswith("某"):
            # 方某某 beside 方某: another person
            continue
        rival = standing.strength[other]
        if standing.counts[other] == count and (rival, len(other)) > (own, len(name)):
            refuse_word("mention", f"part of another name, or more than one: {other}", name)
            return True
        if standing.counts[other] > count and 2 * rival >= 3 * own:
            if standing.names[name].keys() & {BY, "byline", "rule credit"}:
                return False
            refuse_word("mention", f"part of another name, or more than one: {other}", name)
            return True
    return False


def _relatives(name: str, standing: Standing) -> Iterator[str]:
    """Yield the other names that begin this one or that this one begins."""
    for length in range(2, len(name)):
        if name[:length] in standing.strength:
            yield name[:length]
    yield from standing.longer.get(name, ())


_WEIGHTS = {
    BY: 4.0,
    "byline": 4.0,
    "rule credit": 4.0,
    "rule introduced": 4.0,
    "rule column": 3.0,
    "rule title": 3.0,
    "rule clause": 1.0,
    "model": 1.5,
}


def _strength(name: str, by: Counter[str]) -> float:
    return shape(name) + sum(_WEIGHTS.get(rule, 2.0) * min(count, 3) for rule, count in by.items())
