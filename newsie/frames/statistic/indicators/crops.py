"""Which crop a yield is of, and which measure a place has, where only the figure before says it (作物, 地区).

全县水稻种植面积18万亩，总产量11万吨: 水稻总产量. 全县最高气温37℃，山区可达40℃: 最高气温.
"""

from __future__ import annotations

from itertools import islice

from newsie import patterns as re
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.indicators.phrase import Phrase, Place, Spans
from newsie.text import Span

_YIELD = re.compile(
    r"(?:预计|今年|年|总|平均|综合|实际|夏季|秋季)?(?:亩均?产[量值]?|单产|总产|产量|产值|总产[量值])"
    r"|(?:优[质良]|主导)?(?:品种|良种)(?:覆盖率|应用率)|(?:良种|机械化)(?:覆盖)?率|机[收播插耕]率|[机抢]?[收播]获?进度|收[割获]进度|年?出栏|挂果率|商品率|优果率"
)
# 预计可收10万斤, 能打1200斤
_GATHERED = re.compile("(?:采?收|产|打|采摘|收获)")
_PLANTED = re.compile(
    "(?:累计|共)?(?P<crop>[\u4e00-\u9fff]{2,5}?)(?:的|逐[渐步])?(?:播种|种植|栽培|栽种)(?:总?面积|规模)"
)
_PLANTS = re.compile(
    "(?:共|已|累计|大面积)?(?:发展|种植|播种|栽植|栽种|种下|种|抢播|抢种|承包|套种|试种|引种)了?(?P<crop>(?!面积|基地|大棚|土地|植)[\u4e00-\u9fff]{2,6}?)(?:种植)?(?:基地|产业|面积)?"
)
_ORCHARD = re.compile("(?P<crop>[\u4e00-\u9fff]{1,4}[园林])(?:面积)?")
_CROPS = (_PLANTED, _PLANTS, _ORCHARD)
_PLANTING = re.compile("(?:种植|播种|栽植|栽种|种|抢播|抢种|套种|试种|引种|养殖|饲养|存栏|养)了?$")
_FIELDS = ("亩", "公顷", "顷", "垧", "株", "棵", "头", "只", "羽")
_WEIGHTS = ("斤", "公斤", "吨", "千克")
_OTHER = re.compile("(?:耕地|农田|土地|设施|大棚|作物|绿肥|苗木)$|高标准")
# 3500万亩小麦逐渐成熟
_ASIDE = re.compile("(?:逐[渐步]|陆续|已经?|正在?|全部|全面|的|都|也){1,3}$")
_LEAST = 2
_REACH = 8
# 山区可达40℃, 沙河镇一带39℃
_SOMEWHERE = re.compile(
    "(?:(?:其中|但|个别|部分)?[\u4e00-\u9fff、]{0,14})(?:一带|局地|局部|大部|(?<!其他)地区|山区|沿[海江河]|[东南西北中]部|乡镇)"
)
_WEATHER = ("℃", "度", "毫米", "级", "厘米", "米/秒")
_LONGEST_PLACE = 18
_NEAR = 2


def of_crop(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Put the crop told of before in front of its yield: 总产量 behind 水稻种植面积."""
    form = source.words(own)
    gathered = plain.unit in _WEIGHTS and _GATHERED.fullmatch(form)
    if not (gathered or _YIELD.fullmatch(form)):
        return None
    crop = _crop(source, place)
    if crop is None:
        return None
    indicator: Spans = (crop, own)
    return plain._replace(indicator=indicator, head=indicator, verb=(), noun=())


def _crop(source: Source, place: Place) -> Span | None:
    """Return where the one crop stands that the figures before in the sentence or paragraph are of."""
    known: dict[str, Span] = {}
    for phrase in islice(reversed(place.before), _REACH):
        crop = _planted(source, phrase)
        if crop is not None:
            known[source.words(crop)] = crop
    return next(iter(known.values())) if len(known) == 1 else None


def _planted(source: Source, phrase: Phrase) -> Span | None:
    """Return the crop of a phrase that says how much land is planted with it."""
    if not phrase.unit.startswith(_FIELDS) or not phrase.indicator or phrase.change or phrase.basis:
        return None
    string = source.string
    start, end = phrase.indicator[-1]
    crop = next((found for form in _CROPS if (found := form.fullmatch(string, start, end))), None)
    if crop is not None:
        span = crop.span("crop")
    elif phrase.verb and phrase.noun and _PLANTING.search(string, *phrase.verb[-1]):
        # 种植小麦50万亩、玉米30万亩
        span = phrase.noun[-1]
    elif phrase.noun and phrase.noun[-1][0] >= phrase.figure.span[1] and not phrase.verb:
        # 80多亩荔枝
        span = phrase.noun[-1]
    else:
        return None
    trailing = _ASIDE.search(string, *span)
    span = (span[0], trailing.start()) if trailing else span
    return None if span[1] - span[0] < _LEAST or _OTHER.search(string, *span) else span


def of_place(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Give a place the measure of the weather told of before: 全县最高气温37℃，山区可达40℃."""
    previous = place.previous
    if plain.unit not in _WEATHER or own[1] - own[0] > _LONGEST_PLACE or previous is None:
        return None
    near = 0 < plain.figure.clause[0] - previous.figure.span[1] <= _NEAR
    if not near or previous.unit != plain.unit or previous.change or not previous.head:
        return None
    if not _SOMEWHERE.fullmatch(source.string, *own):
        return None
    # 局部最高气温: a part that has no name of its own
    part = (own, *previous.head) if source.string.endswith(("局部", "局地"), *own) else previous.head
    return plain._replace(indicator=part, head=previous.head, verb=(), noun=())
