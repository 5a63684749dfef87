"""Figures whose indicator stands in front: 检查企业6303家, 覆盖率达100%, 整改58处.

What a list or the clause before leaves out is put back: 查处酒驾486起、醉驾132起.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import either, last_verb, members, verb_at, words
from newsie.frames.statistic.indicators.carried import TAIL, behind_subject, topic_of_last
from newsie.frames.statistic.indicators.changes import ACTED, AVERAGE, THIS
from newsie.frames.statistic.indicators.crops import of_crop, of_place
from newsie.frames.statistic.indicators.ellipsis import (
    MEASURE_OF,
    counted_alike,
    last_noun,
    measured_alike,
    of_stem,
    only_verb,
    reaching,
    sentence_start,
    with_object,
    with_rest,
    with_verb,
)
from newsie.frames.statistic.indicators.phrase import Phrase, Place, Spans
from newsie.lexicon import layered
from newsie.text import Span

# 达到每人每年610元, 从原来每亩3000株增加到每亩6000株
_PER = r"每(?:[0-9]{1,4}|[一百千]{0,2})(?:[人户亩吨桶股斤件台升]|公顷|平方米|立方米|公斤|千克|克|千瓦时|[天日月年])(?:每[天日月年])?"
_EACH = re.compile(r"每(?:[人户亩吨桶股斤件台升]|公顷|平方米|立方米|公斤|千克|千瓦时)(?:每[天日月年])?$")
# 定期发放救助金，每人每月150元
_PAYMENT = "(?:补贴|补助|津贴|助学金|奖学金|救助金|慰问金|养老金|抚恤金|奖金|租金|工资|保费)(?:标准)?$"
_PAID = re.compile(
    f"(?:发放|发给|给予|领取|领到|支付|缴纳|享受|提供)[\u4e00-\u9fff]{{0,6}}?{_PAYMENT}|{_PAYMENT}"
)
_LONGEST_PER = 6
_LONGEST_LAST = 24
_FAR = 4
_PLACED = re.compile(
    "(?:首次|已经?|再次|成功)?(?:突破|超过|跨越|迈[上过]|站上|达到)[^，。；\\n]{1,10}(?:大关|关口|台阶)$|(?:出现在|位于|居|排名|列|为)[^，。；\\n]{1,12}$|最[多大高长]$"
)
# 驾车时长较之前走国道的5个多小时，缩短至3小时
_THAN = re.compile("[较比](?:之前|此前|原来|以前|过去|以往)[^，。；\\n]{0,12}的$")
_FROM = re.compile(
    rf"(?:也?[由从])(?:[^，。；\n由从]{{0,12}}?的|原来|原先|此前|目前|最初)?(?:{_PER}|一[天月年日]|平均(?:{_PER})?|[日月年户人]均|最[高低多少])?$"
)
# 整改率 and 使用率 lean on what was rectified or built; 按时办结率 says enough
_RATE = re.compile(r"[^，。；\n]{2}(?:率|进度|均价|比例)|[^，。；\n]{2}数[^，。；\n]{2}率")
# 城镇新增就业4.38万人，失业率3.4%: of the whole, not of those
_OWN_RATES = ("失业率", "城镇化率", "增长率", "出生率", "死亡率", "自给率", "利率", "汇率", "良好率")
_AMONG = re.compile(r"其中[，、]?$")
# nouns that begin like verbs
_NOUN = re.compile(
    r"生产总值|(?:出口|进口|投资|销售|成交|交易|消费|融资|贷款|存款)(?:总|余)?额|(?:宣传|救护|服务|巡逻|运输|督导|巡护)[单册车栏品页组队站点艇船]"
)
# 保护区 and 增长面 are no verbs, 宣传员 and 养殖场 whole nouns; 种植面积 begins with a verb
_NOUN_END = re.compile("[区者率极额]|面(?![积粉条包料板])|[员户站场点室厂类](?:$|(?=[的、]))")
_BUILDING = frozenset(
    ("新建", "改建", "扩建", "修建", "建成", "建设", "建立", "改造", "设立", "设置", "增设", "开办")
)
_TOWARDS = re.compile(
    "(?:提前|已|累计|先后|免费|积极|及时)?(?:[向给]|在[^，。；]{2,12}(?:设置|设立|建设|新建|安装))"
)
# 就地化解纠纷57起, 免费发放药品20盒、宣传单30张: how it is done
_MANNER = re.compile("(?:累计|共计?|总共|一共|先后|就[地近便]|当场|免费|成功|依法|及时|连夜|紧急|主动){1,2}")
_SUMMING = re.compile("(?<=[\u4e00-\u9fff]{2})(?:累计|共计|先后|(?<!公)共)")
_MEASURED_ALONE = re.compile(
    "[\u4e00-\u9fff]{0,4}(?:收入|车流量|客流量|销售额|销量|产量|产值|用电量|用水量|支出|流量|交易额|成交额|营业额|利润|税收|面积)"
)
_EXTREMES = frozenset(("最高", "最低", "最多", "最少"))
# 对举报属实的给予奖励，最高10万元
_GIVEN = re.compile(
    "(?P<what>(?:给予|予以|发放|获得?|享受|提供|处以?)(?:一定|相应|适当|现金|一次性)?(?:的)?[一-鿿]{2,4})$"
)


@layered
def level_tail() -> re.Pattern[str]:
    """Return the pattern of what leads from an indicator to its level: 已达到, 下降至, 约为."""
    adverb = (
        r"(?<=约)合|因此|因而|由此|随之|(?<=率)按|(?<![立迅随])即|初步安排|再次|一直|始终|更|已|也|还|却|就|(?<![亩户人日月年])均|大约|(?<!签)约|近|分别|首次|第一次|一度|只|主要(?=有|包括|为)|(?<![纪需摘概提主])要|将|(?<![产功性职技动智潜节储耗光热核风势效])(?<![洁绿供输送色的]电)能|便|可|预计|有望|力争|确保"
        r"|(?<=[度量率例数])过|累计|稳步|平均|各|(?<![身楼山坝墙株最限])高|再|又|共|总共|仍|了|："
        # 注册资本一举增至10亿元, 增速曾高达135%, 射程大致估计在700公里左右
        r"|反而|虽然?(?![^，]{0,8}却)|一举|迅速|甚至|[大粗]致(?:估计)?|保守估计|初步估[计算]|(?<![毕未])曾经?|一般|(?<!最)多达|只需|仅需|只有|仅有|更是|(?<!究)竟然?|居然|大概|可能|或许|(?:将|大概|可能|都|也)会|一直稳定"
    )
    reached = f"{either('rise', 'fall')}(?:到了?|至|为)|(?<![下传送抵最])(?!(?<=[拿收得领受找])到|(?<=[拥具])有|(?<=[行作])为){either('level')}"
    return re.compile(
        f"(?:目前|现如今|如今|(?<![体展实出呈表发浮再重涌闪])现在)?(?:{adverb}|{reached}){{1,8}}(?:{_PER}|[一][天日月年]|[0-9]{{1,4}}[年月][份末底初]?的?|(?:目前|现在|如今)的?(?:每小时|每[天日年])?)?(?:预计|约|近|超过?|逾)?$"
    )


def read_from(source: Source, left: Span) -> Span | None:
    """Return the words in front of 由 or 从, where the figure is the lower end: 时间由22秒缩短至9秒."""
    start, end = left
    match = _FROM.search(source.string, max(start, end - TAIL), end)
    return (start, match.start()) if match else None


def read_level(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Read a figure by the words in front; None where there are none and nothing is inherited."""
    string = source.string
    origin = read_from(source, left)
    start, end = origin or left
    acted = ACTED.search(string, start, end) if origin else None
    start = acted.end() if acted else start
    end = _without_day(source, start, end)
    tail = level_tail().search(string, max(start, end - TAIL), end)
    # 今年，这一数字有望突破90%: what was told before
    end = start if place.inherited and tail and THIS.fullmatch(string, start, tail.start()) else end
    percent_done = figure.amount.quantity.unit == "%" and string.endswith("完成", start, end)
    if tail and not percent_done and end > start:
        end = tail.start()
    than = _THAN.search(string, start, end)
    end = than.start() if than else end
    while end > start and string[end - 1] == "的":
        end -= 1
    subject = _behind(source, figure, place)
    per = _per(string, left)
    if end > start:
        if string[start] == "占" and (whole := topic_of_last(source, place)):
            share = (*whole, (start, end))
            return Phrase(figure, share, share, subject=subject)
        found = _completed(source, figure, (start, end), place, subject)
        if (
            percent_done
            and place.inherited
            and place.topic.kind != "works"
            and source.words((start, end)) == "完成"
        ):
            # 已收获秋粮5亿亩，完成38.6%
            return Phrase(figure, (*place.inherited, (start, end)), place.inherited)
        whole = (*found.indicator, *per)
        # 由每立方米2.25元调整为2.65元: what it is for goes on
        head = whole if origin else found.head
        return found._replace(indicator=whole, head=head) if tail or origin else found
    head = topic_of_last(source, place) or _measured_last(source, place) or place.inherited
    if not head:
        return None
    told = per and source.words(per[0]) == source.words(head[-1])
    return Phrase(figure, head if told else (*head, *per), head, subject=subject)


def _without_day(source: Source, start: int, end: int) -> int:
    """Return where words end before the time of a level: 上升至去年末的4279亿元."""
    if source.string[end - 1 : end] != "的":
        return end
    dates = source.dates_between(max(start, end - TAIL), end)
    day = next((date for date in dates if date.end == end - 1), None)
    reached = day is not None and source.string[day.start - 1] in "至到为"
    return day.start if day and reached else end


def _measured_last(source: Source, place: Place) -> Spans:
    """Return what the clause before tells of that is measured: 最大降水量出现在某镇，达到489毫米."""
    if place.last is None:
        return ()
    start, end = place.last.span
    start = max(source.skip_lead(start, end), place.topic.begin if place.topic.own else start)
    start = behind_subject(place, start, end)
    if end - start > _LONGEST_LAST:
        return ()
    placed = _PLACED.search(source.string, start, end)
    end = placed.start() if placed else end
    told = end - start > 2 and source.string.endswith(members("measure"), start, end)
    return ((start, end),) if told and not source.string.startswith("的", start) else ()


def _per(string: str, left: Span) -> Spans:
    """Return the words right before a figure that say for whom or what it is: 每人每年, 每亩."""
    per = _EACH.search(string, max(left[0], left[1] - _LONGEST_PER), left[1])
    return (per.span(),) if per else ()


def _behind(source: Source, figure: Figure, place: Place) -> Span | None:
    """Return the words after 的 behind the figure or its list, which name its subject.

    占地750亩、总投资70亿元的核心区 are both of the zone.
    """
    start, end = figure.right
    for further in place.run[1:]:
        if start != end or further.link != "list":
            break
        start, end = further.right
    return (start + 1, end) if end - start > 3 and source.string[start] == "的" else None


def _completed(source: Source, figure: Figure, own: Span, place: Place, subject: Span | None) -> Phrase:
    """Return the phrase of own words, with what a list or the clause before it leaves out."""
    string = source.string
    start, end = own
    manner = _MANNER.match(string, start, end)
    opening = manner.end() if manner else start
    stop = opening if _NOUN.fullmatch(source.string, opening, end) else verb_at(source.string, opening, end)
    compound = _is_compound(string, opening, stop, end)
    verb: Spans = ((start, stop),) if opening < stop < end and not compound else ()
    if (
        not verb
        and _TOWARDS.match(string, opening, end)
        and (done := last_verb(string, opening + 2, end - 1))
    ):
        # 提前向各乡镇调拨卫星电话36部、发电机112台
        verb, stop = ((start, done[1]),), done[1]
    summing = None if verb else _SUMMING.search(string, opening, end)
    ending = verb_at(string, summing.end(), end) if summing else end
    if summing and summing.end() < ending < end:
        # 粮食企业累计收购新粮38万吨，其中玉米31万吨
        verb, stop = ((summing.end(), ending),), ending
    # 新建、续建商贸类项目: two verbs share it
    noun = ((stop if verb and string[stop] != "、" else start, end),)
    plain = Phrase(figure, (own,), (own,), verb=verb, noun=noun, subject=subject)
    return (
        _sibling(source, plain, own, place)
        or of_crop(source, plain, own, place)
        or of_place(source, plain, own, place)
        or reaching(source, plain, own, place)
        or _extreme(source, plain, own, place)
        or _dependent(source, plain, own, place)
        or _elliptic(source, plain, own, place)
        or plain
    )


def _is_compound(string: str, start: int, verb: int, end: int) -> bool:
    """Tell whether words are a noun that begins with a verb: 停车场, 养殖户, 种植面积; 新建站 is what was built."""
    builds = string[start:verb] in _BUILDING
    named = not builds and _NOUN_END.match(string, verb, end)
    return bool(named or MEASURE_OF.fullmatch(string, start, end))


def _extreme(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Say what is so much at most: 按查实金额的2%给予奖励，最高10万元，最低500元."""
    string = source.string
    if string[own[0]] != "最" or source.words(own) not in _EXTREMES:
        return None
    given = _GIVEN.search(string, *place.last.span) if place.last else None
    if given:
        base: Spans = (given.span("what"),)
    elif risen := topic_of_last(source, place):
        base = risen  # 用电负荷再创新高，最高达301万千瓦
    elif place.previous and place.previous.figure.clause[0] >= sentence_start(string, own[0]):
        told = place.previous.indicator
        base = told[:-1] if source.words(told[-1]) in _EXTREMES else told
        # 最高气温35℃，最低23℃
        (begin, stop), rest = base[0], base[1:]
        begin += 2 * (source.words((begin, min(stop, begin + 2))) in _EXTREMES and stop - begin > 2)
        base = ((begin, stop), *rest)
    else:
        return None
    # 最高负荷创新高，最高达…
    same = source.words(own) in source.words(base[-1])
    return plain._replace(indicator=base if same else (*base, own), head=base, verb=(), noun=())


def _dependent(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Complete a head that cannot stand alone: 总投资, 整改率, 日均."""
    form = source.words(own)
    average = AVERAGE.fullmatch(form)
    each = _EACH.fullmatch(form)
    if each and (paid := _paid(source, place)):
        return plain._replace(indicator=(paid, own), head=(paid, own), verb=(), noun=())
    if form not in words("dependent") and not average and not each and not _RATE.fullmatch(form):
        return None
    if (place.topic.kind == "works" and not average) or plain.subject or form.endswith(_OWN_RATES):
        return None
    base = place.previous if average else of_stem(source, form, place) or _invested_in(form, place)
    base = base or place.acted() or place.counted()
    # 惠及1200户，每户200元: of whom is not said
    bare = each and base and base.noun and verb_at(source.string, *base.noun[-1]) == base.noun[-1][1]
    if base is None or bare or base.figure.clause[0] < sentence_start(source.string, own[0]):
        return None
    if base.noun and (form.startswith(source.words(base.noun[-1])) or _abridges(source, form, base.noun[-1])):
        # 办结131件，办结率91.6%
        return None
    if not average and base.noun and form.endswith(source.words(base.noun[-1])):
        # 甲县完成投资7亿元，乙县完成投资5亿元
        return None
    stem = form.removesuffix("率")
    noun = last_noun(source.string, base.noun)
    # 首针接种2317人，接种率94.7%
    lead = _without_end(source, base.head if average else noun, form if average else stem)
    last = lead[-1][1] if lead else 0
    if not average and source.string.startswith(stem, last):
        # 不合格2批次，合格率98%; 已复工96家，复工率96%
        if source.string.endswith(("不", "未"), 0, last):
            return None
        lead = (*lead[:-1], (lead[-1][0], last - source.string.endswith("已", 0, last)))
    # 纯收入2.7万元，人均9000元 is 人均纯收入, 接待游客12万人次，日均4万人次 of the visitors
    measured = average and _MEASURED_ALONE.fullmatch("".join(source.words(span) for span in lead))
    indicator = (own, *lead) if measured else (*lead, own)
    return plain._replace(indicator=indicator, head=indicator, verb=(), noun=())


def _invested_in(form: str, place: Place) -> Phrase | None:
    """Return what a sum is put into that stands behind those whom it reaches: 实施项目12个，涉及居民3260户，总投资1.8亿元."""
    previous = place.previous
    if previous is None or not form.endswith("投资") or not _is_of_people(previous):
        return None
    before = (phrase for phrase in reversed(place.before[-_FAR:]) if not _is_of_people(phrase))
    works = next((phrase for phrase in before if phrase.noun and phrase.counts), None)
    same = works and works.figure.clause[0] >= previous.figure.clause[0] - _LONGEST_LAST * 2
    return works if same else None


def _is_of_people(phrase: Phrase) -> bool:
    """Tell whether a figure counts persons or households."""
    return phrase.unit in words("person") or phrase.unit in ("户", "人次", "家庭")


def _abridges(source: Source, form: str, noun: Span) -> bool:
    """Tell whether a rate is of several doings together: 调解、撤诉319件，调撤率82.6%."""
    if not form.endswith("率") or "、" not in source.words(noun):
        return False
    parts = source.words(noun).split("、")
    return len(parts) == len(form) - 1 and all(char in part for char, part in zip(form, parts, strict=False))


def _without_end(source: Source, head: Spans, form: str) -> Spans:
    """Return a head without the word that it ends in already: 乙车的增速只有6.1%，而2011年增速曾高达135%."""
    if not head or not source.words(head[-1]).endswith(form):
        return head
    start, end = head[-1][0], head[-1][1] - len(form)
    return (*head[:-1], (start, end)) if end > start else head[:-1]


def _paid(source: Source, place: Place) -> Span | None:
    """Return what the clause before says is paid: 发放救助金，每人每月150元."""
    paid = _PAID.search(source.string, *place.last.span) if place.last else None
    return paid.span() if paid else None


def _sibling(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Put 金融机构 before 各项贷款余额, as it stands before 各项存款余额 in the phrase before."""
    if place.previous is None or not source.string.startswith("各项", own[0]):
        return None
    start, end = place.previous.head[0] if place.previous.head else own
    at = source.string.find("各项", start, end)
    if at <= start:
        return None
    indicator = ((start, at), own)
    return plain._replace(indicator=indicator, head=indicator)


def _elliptic(source: Source, plain: Phrase, own: Span, place: Place) -> Phrase | None:
    """Complete a member of a list or of 其中, or a verb without its object."""
    among = _AMONG.search(source.string, max(0, plain.figure.left[0] - 3), own[0]) is not None
    listed = plain.figure.link == "list"
    measured = measured_alike(source, plain, own, place, among=among or listed)
    if measured:
        return measured
    previous = place.counted(plain.unit) if among else place.previous
    if previous is None:
        return None
    alike = previous.unit == plain.unit
    if only_verb(source, own) and (
        counted := previous if alike else counted_alike(source, plain, own, place)
    ):
        return with_object(source, plain, own, counted)
    if not listed and not (among and alike):
        return None
    return (with_rest(source, plain, own, previous) if alike else None) or with_verb(
        source, plain, own, previous
    )
