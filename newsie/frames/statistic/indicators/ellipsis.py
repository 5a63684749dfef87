"""What a figure's words leave out and the figures before it name: the object of a verb, the cause of a benefit.

受理案件86件，办结72件: 办结案件. 改造老旧小区4个，惠及居民2600户: 老旧小区惠及居民.
"""

from __future__ import annotations

from itertools import islice

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import first_verb, members, verb_at, verb_before, words
from newsie.frames.statistic.indicators.behind import ends_in_such, says_which
from newsie.frames.statistic.indicators.phrase import Phrase, Place, Spans
from newsie.spans import start_behind
from newsie.text import Span

_MANNERS = ("当场", "限期", "全部", "现场", "实际")
_NOT = ("尚未", "未", "没有", "不予", "不")
_REACH = 8
_LONGEST_COMPOUND = 3
_REACHES = ("惠及", "涉及", "受益")
_LONGEST_REACHING = 8
_NO_CAUSE = re.compile("[的后每均]|[量率额村镇乡县市省户人]$|城市|社区|省份|小组")
_SINGLE = "建修增种改办"
_KINDS = "级类型性"
_SCOPES = frozenset(
    (
        "农村",
        "乡村",
        "城镇",
        "城区",
        "城市",
        "乡镇",
        "县城",
        "市区",
        "主城区",
        "中心城区",
        "本地",
        "外地",
        "省内",
        "省外",
        "国内",
        "国外",
        "境外",
        "海外",
        "山区",
        "牧区",
    )
)
# 发送旅客8.76万人次，其中水路1.2万人次: by what way it is done
_WAYS = frozenset(
    (
        "水路",
        "铁路",
        "公路",
        "道路",
        "民航",
        "航空",
        "高铁",
        "水运",
        "海运",
        "空运",
        "陆路",
        "线上",
        "线下",
        "网上",
    )
)
_LONGEST_THING = 5
_NEAR = 2
_THING = re.compile("[\u4e00-\u9fff]{2,5}")
_COMPOUND = re.compile(
    "(?<=[\u4e00-\u9fff])(?:种植面积|播种面积|收获面积|面积|总?产量|单产|总产值|产值|增加值|零售额|销售额|存栏|出栏|价格|均价|单价|(?:零售|批发|收购|销售|出厂|交易)价|每(?:公?斤|[箱袋件只头])|最[高低]气温|气温|过程雨量|雨量|降[水雨]量)$"
)

# 播种面积, 用电量: one thing is measured by what is done with it
MEASURE_OF = re.compile(
    "(?:播种|种植|收获|收割|栽植|栽种|养殖|灌溉|造林|受灾|成灾|绝收|流转|治理|绿化|覆盖)(?:总?面积)"
    "|(?:[用发供售产蓄][电水气粮]|消费|销售|生产|加工|吞吐|进出口|贷款|存款)(?:总?[量额值]|余额)"
)
# 分行业看, 按经营地分, 从产业看
_BY_KIND = re.compile(
    "(?:其中，?)?(?:分(?![别析])[^，。；\n0-9]{1,6}(?:来?看)?|(?:按|从)(?!环比|同比|走势|趋势|全年|月)[^，。；\n0-9]{1,8}?(?:来?看|划?分))，"
)
_SECTORS = ("业", "门类", "经济", "企业", "城镇", "乡村", "农村", "城市")
_NEAREST_KIND = 12
# 粮食总产量9万吨，其中稻谷5万吨
_MEASURE_AMONG = re.compile(
    f"{MEASURE_OF.pattern}|(?<=[\u4e00-\u9fff])(?:总?产量|总产值|产值|增加值|零售额|存栏|出栏)$"
)
GIFTS = (
    "支持",
    "补贴",
    "优惠",
    "补助",
    "奖励",
    "提升",
    "投资",
    "赔偿",
    "资助",
    "让利",
    "贷款",
    "订单",
    "收入",
)
"""What is got or given, where words for it are nouns."""
# 其中11项被全国推广, 236处为“优”, 2个由国企接手, 15个通了自来水, 52处当场整改
_PREDICATE = re.compile(
    "被|为“|属于|由|[通用住吃建种拿领修喝装过](?:了|上)(?![\u4e00-\u9fff]{0,4}的)|(?:当场|限期|自主|现场|立即|就地|如期|按期|正式|成功|主动|自愿)(?=[\u4e00-\u9fff]{2}(?![^，。；\n]{0,8}的))"
)
_LONGEST_TOLD = 40
_LONGEST_SORTED = 4
_NEAREST_SORT = 16
_SENTENCE_ENDS = "。！？\n"
_LONGEST_SENTENCE = 400


def of_stem(source: Source, form: str, place: Place) -> Phrase | None:
    """Return the phrase of what a rate is of: 办结投诉118件，挽回损失35万元，办结率98%."""
    if not form.endswith("率"):
        return None
    for phrase in islice(reversed(place.before), _REACH):
        if phrase.noun and phrase.verb and form.startswith(source.words(phrase.verb[-1])):
            return phrase
    return None


def goes_on(string: str, figure: Figure, previous: Phrase) -> bool:
    """Tell whether a figure without words is as the one before: 结案和收案总数上升40.5%和28.3%."""
    if figure.link == "bare":
        return True
    changes = previous.change is not None and previous.unit == figure.unit == "%"
    return changes and string[previous.figure.span[1] : figure.span[0]] in ("、", "和")


def reaching(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Say what it is that benefits others: 改造老旧小区4个，惠及居民2600户 is 老旧小区惠及居民."""
    string, previous = source.string, place.previous
    if previous is None or plain.figure.link == "list" or not string.startswith(_REACHES, own[0]):
        return None
    if not previous.verb or not previous.noun or string.startswith(_REACHES, previous.verb[-1][0]):
        return None
    start, end = last_noun(string, previous.noun)[-1]
    apart = previous.figure.clause[0] < sentence_start(string, own[0])
    if (
        apart
        or end > own[0]
        or not 2 <= end - start <= _LONGEST_REACHING
        or _NO_CAUSE.search(string, start, end)
    ):
        return None
    indicator = ((start, end), own)
    return plain._replace(indicator=indicator, head=indicator)


def last_noun(string: str, noun: Spans) -> Spans:
    """Return what a noun's examples are examples of: 道路 of 改造某某大街、某某路等道路, 问题 of 发现并整改问题."""
    if not noun:
        return noun
    start, end = noun[-1]
    if string.startswith("并", start) and start + 1 < (verb := verb_at(string, start + 1, end)) < end:
        return (*noun[:-1], (verb, end))
    listed = string.rfind("等", start, end - 1)
    return (*noun[:-1], (listed + 1, end)) if listed > start and "、" in string[start:listed] else noun


def sentence_start(string: str, at: int) -> int:
    """Return where the sentence begins that `at` stands in, or what is looked at of one without an end."""
    return start_behind(_SENTENCE_ENDS, string, at - _LONGEST_SENTENCE, at)


def counted_alike(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Return what was counted in the same measure before, in the same sentence: 建成书屋9个，惠及群众3万人，新建5个."""
    counted = place.counted(plain.unit) if plain.counts else None
    if counted is None or counted.figure.clause[0] < sentence_start(source.string, own[0]):
        return None
    return counted


def with_object(source: Source, plain: Phrase, own: Span, previous: Phrase) -> Phrase | None:
    """Give a verb the object that the phrase before named: 整改58处."""
    if not previous.noun or source.words(own) in words("whole"):
        return None
    if source.words(own) == source.words(previous.noun[-1]):
        return None
    last = verb_before(source.string, *own)
    start, end = previous.noun[-1]
    # 立案查处违法案件86件，办结72件: the second verb is no object, as in 受理执行案件
    second = verb_at(source.string, start, end)
    # 批捕12人、起诉20人: what was read for a noun is all verb
    if second == end and source.string[start:end] not in words("nominal"):
        return None
    compound = end - second < _LONGEST_COMPOUND
    if start < second and not compound and source.string[start:second] not in words("nominal"):
        start = second
        previous = previous._replace(noun=(*previous.noun[:-1], (start, end)))
    inner = None if previous.verb else first_verb(source.string, start + 1, end - _LONGEST_COMPOUND)
    if inner and source.words(inner) not in words("nominal"):
        # 法院受理执行案件1846件，执结1203件
        start = inner[1]
        previous = previous._replace(noun=(*previous.noun[:-1], (start, end)))
    acted = verb_before(source.string, start, end)
    # 生猪存栏200万头，出栏320万头: one measure stands for the other
    own_verb = source.string[acted:end] not in words("nominal") or source.words(own) in words("measure")
    if start < acted < end and own_verb and len(previous.noun) == 1:
        # 公交车新增150台、更新90台
        indicator: Spans = ((start, acted), own)
        return plain._replace(indicator=indicator, head=indicator, verb=(own,), noun=((start, acted),))
    intransitive = source.string[last : own[1]] in words("state")
    indicator = (*previous.noun, own) if intransitive else (own, *previous.noun)
    return plain._replace(indicator=indicator, head=indicator, verb=(own,), noun=previous.noun)


def only_verb(source: Source, own: Span) -> bool:
    """Tell whether words are verbs and adverbs alone, their object left out."""
    place, end = own
    # 未整改15个
    place += next((len(word) for word in _NOT if source.string.startswith(word, place)), 0)
    while place < end:
        stop = max(verb_at(source.string, place, end), source.skip_lead(place, end))
        if stop == place and source.string.startswith(_MANNERS, place):
            stop = place + 2
        if stop == place and stop == end - 1 and source.string[place] in _SINGLE:
            return True
        if stop == place:
            return False
        place = stop
    return True


def measured_alike(source: Source, plain: Phrase, own: Span, place: Place, *, among: bool) -> Phrase | None:
    """Give a bare thing the measure of the one before: 玉米种植面积达5700万亩，水稻近900万亩.

    What is `among` the one before has it where all of that is a measure: 播种面积30万亩，其中玉米8万亩.
    """
    previous = place.previous
    if previous is None or previous.change or own[1] - own[0] > _LONGEST_THING or previous.unit != plain.unit:
        return None
    string = source.string
    near = own[0] - previous.figure.span[1] <= _NEAR + 2 * among
    if not previous.head or previous.basis or own[0] <= previous.figure.span[1] or not near:
        return None
    if among and previous.verb:
        return None
    pattern = _MEASURE_AMONG if among else _COMPOUND
    measure = pattern.search(string, *previous.head[-1])
    if measure is None or not _THING.fullmatch(string, *own) or first_verb(string, *own):
        return None
    if among and measure.end() != previous.head[-1][1]:
        return None
    # 最高气温35℃，最低气温23℃: it has its measure
    if string.endswith(string[measure.end() - 2 : measure.end()], *own):
        return None
    if string.endswith(members("measure"), *own) or string.startswith("每", own[0]):
        return None
    indicator = (own, measure.span())
    return plain._replace(indicator=indicator, head=indicator)


def with_verb(source: Source, plain: Phrase, own: Span, previous: Phrase) -> Phrase:
    """Give a member of a list the verb, and a mere kind (省级) the noun, of the phrase before."""
    last = source.string[own[1] - 1]
    # 评出A类98家、B类341家: of one kind each
    kind = last in _KINDS and not (previous.noun and source.words(previous.noun[-1]).endswith(last))
    # 建成食堂64个，其中农村52个
    kind = kind or (source.words(own) in _SCOPES and bool(previous.noun))
    noun = previous.noun if kind else (own,)
    parts = (own, *previous.noun) if kind else (own,)
    # 其中民营企业新增减税70亿元 behind 新增减税92亿元: it has the verb
    told = plain.verb or any(source.words(verb) in source.words(own) for verb in previous.verb)
    # 发生事故57起、死亡41人: what befell them is no member of what occurred
    told = told or source.words(own) in words("state")
    indicator = (*(() if told else previous.verb), *parts)
    if source.words(own) in _WAYS and previous.noun:
        indicator, noun = (own, *previous.verb, *previous.noun), previous.noun
    return plain._replace(indicator=indicator, head=indicator, verb=plain.verb or previous.verb, noun=noun)


def with_rest(source: Source, plain: Phrase, own: Span, previous: Phrase) -> Phrase | None:
    """Give 城镇居民 what follows 居民 in 居民人均可支配收入."""
    if previous.noun and previous.counts:
        # 7个项目集中签约动工，其中签约项目4个: what the seven do is not theirs
        return None
    tail = source.words((max(own[0], own[1] - 2), own[1]))
    for index, (start, end) in enumerate(previous.head):
        at = source.string.find(tail, start, end)
        if at < 0 or source.string.startswith(("（", "以上"), at + len(tail)):
            continue
        rest = ((at + len(tail), end), *previous.head[index + 1 :])
        rest = tuple(span for span in rest if span[1] > span[0])
        if rest:
            indicator = (own, *rest)
            return plain._replace(indicator=indicator, head=indicator, noun=previous.noun)
    return None


def of_kind(source: Source, own: Span, place: Place) -> Spans:
    """Return what grows in each of the kinds it is told by: 工业增加值增长5%。分行业看，制糖业下降7.5% is of that value."""
    begin = sentence_start(source.string, own[0])
    if not _BY_KIND.match(source.string, begin, own[0]) or not source.string.endswith(_SECTORS, *own):
        return ()
    told = (phrase for phrase in reversed(place.before[-_NEAREST_KIND:]) if phrase.figure.clause[0] < begin)
    whole = next(told, None)
    # no more than the measure itself, nor what it has already
    if whole is None or not whole.head or not source.string.endswith(members("measure"), *whole.head[-1]):
        return ()
    return whole.head


def of_sort(string: str, own: Span, place: Place) -> Spans:
    """Return what of each of several sorts changes, told of the first alone: 食品类价格下降0.5%，居住类上涨0.2%."""
    previous = place.previous
    if previous is None or not previous.change or not previous.head or not string.endswith("类", *own):
        return ()
    start, end = previous.head[-1]
    near = own[0] - previous.figure.span[1] <= _NEAREST_SORT
    if not near or previous.figure.clause[0] < sentence_start(string, own[0]):
        return ()
    at = string.rfind("类", start, end) + 1
    # 居住类|价格, read for the one before in the same way; 食品类 of 居民消费价格
    shared = len(previous.head) > 1 and string.endswith("类", *previous.head[0])
    if shared or (at == 0 and string.endswith("价格", start, end)):
        return ((start, end),)
    return ((at, end),) if start < at < end <= at + _LONGEST_SORTED else ()


# 拨付300万元的补助资金: a noun that begins like a verb
_SUMS = ("资金", "款项", "贷款", "补贴金", "补助金", "奖金", "费用", "工资")


def noun_left_out(source: Source, figure: Figure, right: Span, place: Place) -> Phrase | None:
    """Read 4个进场施工, whose noun the phrase before named: 5个项目中."""
    previous = place.previous
    if previous is None or not previous.noun or previous.unit != figure.amount.quantity.unit:
        return None
    # 投入救援力量677人。……2380人已转移: others, who need no noun
    if figure.unit == "人" and not source.string.startswith("其中", figure.clause[0]):
        return None
    # 购买了3台播种机: a noun that begins like a verb
    if source.string.startswith(tuple(source.words(noun) for noun in previous.noun), right[0]):
        return None
    start = source.skip_lead(*right)
    stop = verb_at(source.string, start, right[1])
    passive = _PREDICATE.match(source.string, *right) or _PREDICATE.match(source.string, start, right[1])
    named = stop == start or source.words((start, stop)) in words("nominal")
    named = named or source.words(right) in GIFTS or source.string.endswith(_SUMS, *right)
    # 8名失去父母的孤儿: the noun stands behind
    named = named or (says_which(source.string, right) and ends_in_such(source.string, right))
    if start == right[0] and not passive and named:
        return None
    indicator = (*previous.noun, (right[0], min(right[1], right[0] + _LONGEST_TOLD)))
    # 236处为“优”，优良率达98.9%
    head = previous.noun if source.string.startswith("为“", start) else indicator
    return Phrase(figure, indicator, head, noun=previous.noun)
