"""Figures that are changes or shares: 同比增长4.2%, 占进出口总值的七成.

Their indicator is the words in front; where there are none, what the figure before is about.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import either, first_verb, words
from newsie.frames.statistic.indicators.carried import TAIL, last_words, level_of_last, topic_of_last
from newsie.frames.statistic.indicators.ellipsis import of_kind, of_sort
from newsie.frames.statistic.indicators.phrase import Change, Phrase, Place, Spans
from newsie.lexicon import layered
from newsie.text import Span

# averages and rates of change say of what only by what stands before: 日均近70户, 降幅收窄
AVERAGE = re.compile(
    r"(?:同比|环比)?(?:增速|增幅|降幅|涨幅|跌幅|升幅)|[日月年]?[日月年户人亩]均|(?:两|三|近.)年(?:平均)?"
)
_SHARES = frozenset("%％成倍")
_PARTS = _SHARES | {"个百分点", "百分点"}
_NET = frozenset(("净增", "净增加"))
_RATE_END = re.compile(
    r"(?:(?<=[\u4e00-\u9fff]{2})对[^，。；\n]{2,10}?)?的?(?:贡献率|增速|增幅|占比|比重|占[^，。；\n]{2,16}的比重)$"
)
_RATIO = re.compile(
    r"(?:已|已经|约|就)?(?P<verb>为|是|不[及足到]|完成了?|达到|相当于|恢复到|恢复至|达|实现|[只仅][有及]|仅为)"
    r"(?P<whole>[^，。；的\n]{1,16}(?:的[^，。；的\n]{1,8})?)的$"
)
_LIKENED = ("是", "不及", "不足", "不到", "只有", "仅有", "只及", "仅及")
_ONLY = ("只有", "仅有")
_SHARE = re.compile(
    r"(?:大约|约|已|仅|分别|各){0,8}占(?:到|据|了)?(?P<whole>[^，。；\n]{0,24}?)(?:的?(?P<word>比重|比例|比(?!将)|(?<=占)比))?"
    r"(?:约|近|将|已|也|都|还|就|仅|均|仍|超过?了?|不[到足]|高达|为|达到?了?|的|接近|分别|进一步|持续|首次|(?:提[升高]|上升|下降|[升降])[至到]|(?:保持|稳定|维持)在){0,8}$"
)
# 比上年多追回320万元, 一天能多拉五六趟活
_MORE = re.compile(
    r"(?:(?P<basis>(?<![占对之同环相可])[比较][^，。；\n]{1,12}?)(?:又|还|就|能)?|(?<=[能可就])"
    r"|(?<=每[亩户人天年吨斤头株月])|(?<=公顷)|(?<=[亩户人]均)|(?<=一[亩天年]))"
    r"(?<![减增缩至最很])(?P<way>[多少])(?P<verb>(?!于|达|数|年|种|个|有|次|家|名|位|斤|元|吨)[\u4e00-\u9fff]{1,3})$"
)
_WORK_DONE = re.compile(r"(?:主体|土建|基础|安装|路基|桥梁)?(?:总?工程(?:总)?量|工程)|形象进度|总投资")
_DONE = re.compile("(?<=[值额入税量费])(?:累计|共|已)?完成$")
_QUALIFIED = re.compile(
    r"(?:按[^，。；\n]{2,10}计算|按(?:可比|同)口径(?:计算)?|按可比价格?|扣除[^，。；\n]{2,14}后|剔除[^，。；\n]{2,14}后)"
)
_ABOVE = re.compile(
    r"(?:明显|远远?|略微?|稍|显著|大幅|不){0,2}(?<!或)(?:高于|低于|快于|慢于|好于|优于|领先|超出|高出)(?P<ref>(?![后每])[^，。；\n]{1,12})$"
)
# 超过年度任务目标377.7万人
_BEYOND = re.compile(
    r"(?:超过|超出|超)(?P<ref>[^，。；\n0-9]{0,8}?(?:目标|任务|预期|计划)(?:任务|目标|数)?)$"
)
# 增加值实现10%以上增长, 保持5%左右的增幅: how it moves stands behind
_KEEPING = re.compile(
    "(?:均|都|也|仍)?(?:继续|持续)?(?:实现|保持|取得|录得|呈现|维持)了?(?:约|近|超过?|逾)?$"
)
_KEPT = re.compile(
    "(?:以上|左右|以下)?的?(?:较快|快速|同比)?(?:(?P<rise>增长|增幅|涨幅|升幅)|下降|降幅|跌幅|下滑)$"
)
_WHOLE = frozenset(("增收", "增产", "减产", "减亏"))
# 为企业节省近20%的采购成本: what is saved stands behind
_SAVINGS = frozenset(("节省", "节约"))
_SAVED = re.compile(r"的?(?P<what>[\u4e00-\u9fff]{2,16})$")
# 能降低15%的运输成本: what is made less stands behind
_MOVED = re.compile(r"的(?P<what>(?!基础|情况|时候|同时|目标|速度)[\u4e00-\u9fff]{2,16})$")
# 机械的使用将工作效率提升了一倍
ACTED = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?<!即)(?:[将把]|(?<![大天])使(?![用馆者命节徒]))(?=[^将使把，]{2,16}$)"
)
_MOVING_IT = frozenset(("降低", "减少", "压减", "缩减", "提高", "提升", "增加"))
# 电力生产业在新投产项目带动下增长26.8%
_DRIVEN = re.compile(
    "(?:在[^，。；\n在]{2,16}(?:带动|拉动|推动|影响|支撑|作用|刺激|助推)之?下|[受因][^，。；\n受因]{2,14}(?:影响|带动|拉动|推动))$"
)
# 这个数字比去年同期增长50.5%: what was told before
THIS = re.compile(r"这[个一](?:数[字据值]|比例|规模|指标|占比|总量|数量)")
# 较常年同期偏少八成 and 比去年高了3毛钱 are changes; 比其他产区高出3个百分点 is none
_THEN = re.compile("同期|[去上前往常历]年|历史|年[初底末]|上[月周季]|以前|之前|过去|原来|[0-9]年$|前$")
# 学生年均增加2100人: by how much, year by year
_YEARLY = re.compile("(?:[年月日]均|平均每[年月天])(?:增[加长]|减少)(?:了|约|近|超过)?$")
_DOWN = re.compile("[低少慢]")
_TWO = ("前者", "后者")
_NEAREST = 6
_ADJACENT = 3
_WITH_OBJECT = 3
_MOVES = frozenset(("减少", "下降", "降低", "回落", "下滑", "增加", "上升", "增多"))
_COUNTS = ("人数", "户数", "起数", "件数", "次数", "总数", "总量")
_GROWS = ("增长", "下降", "增加", "减少")
_SHORTEST_OWN = 2
_LONGEST_WHOLE = 9


@layered
def _change_tail() -> re.Pattern[str]:
    early = (
        r"(?:反而?|不[升增涨]反|不[降减跌]反|虽然?|却|分别|(?<![亩户人日月年])均|也|再|将|却|预计|已|要){0,8}"
    )
    basis = r"(?P<basis>[同环]比(?:上[月周年季](?:同期)?|[去上]年(?:同期)?|[12][0-9]{3}年(?:同期)?|[^，。；\n0-9]{1,6}假期)?|(?<![占对之同环相可])(?:比|较)(?![重例少高低]|多(?!年))[^，。；\n]{1,16}?(?:相比)?|[与同和跟][^，。；\n]{1,16}?相比)?"
    adverb = (
        r"(?:反而?|不[升增涨]反|不[降减跌]反|虽然?|由|转为|仍然?|依然|分别|(?<![亩户人日月年])均|名义|实际|也|却|[则又](?=[上下升降增减涨跌提回])|再|将|平均每[年月天]|平均|年均|大幅|首次|已|预计|各|约|要|又|略|小幅"
        r"|持续|进一步|一度|仅|微(?=[涨跌增降升])|(?<![最扩加])大(?=[涨跌增降减])|普(?=[涨跌降升])|普遍|上月|上年){0,8}"
    )
    # 比去年贵了3元, but 李长贵500元 is given to a man of that name
    verb = f"(?:(?<!新)(?<!改造)(?<!整治)(?<!改造提)(?P<rise>{either('rise')}|(?<![推])翻(?=了?$)|(?(basis)贵|(?!)))|(?P<fall>(?<![全我本])(?:{either('fall')}))|(?P<compare>{either('compare')}))"
    return re.compile(
        f"{early}{basis}{adverb}{verb}(?:均|都|也|已){{0,2}}(?:了|约|近|超|超过|不足|不到|逾|达|达到|(?:保持|稳定|维持)?在)?$"
    )


@layered
def _last_of_tail() -> frozenset[str]:
    """Return the characters that words of change end in."""
    return frozenset(word[-1] for kind in ("rise", "fall", "compare") for word in words(kind)) | set(
        "了约近超过足到逾达均都也已贵翻在"
    )


def read_change(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Read a change: 同比增长4.2%, 比年初增加97家, 降幅比上月收窄0.2个百分点."""
    start, end = left
    more = _MORE.search(source.string, max(start, end - TAIL), end)
    if more:
        return _read_more(figure, more, place, start)
    told = source.string[end - 1 : end] in _last_of_tail()
    match = _change_tail().search(source.string, max(start, end - TAIL), end) if told else None
    # 降水量11毫米，偏少六成: than in other years
    bare = match is not None and match["compare"] and not match["basis"]
    if match is None or (bare and not match["compare"].startswith("偏")):
        return _read_distance(source, figure, left, place)
    if figure.amount.quantity.unit not in words("scale"):
        # 增加岗位40个 counts; 比去年增加40个, 净增40个 and 信访总量下降320件 are changes
        yearly = _YEARLY.search(source.string, start, end)
        stated = match["basis"] or match["rise"] in _NET or yearly
        if not (stated or _moves(source, match, left) or _again(match, figure, left, place)):
            return None
        if figure.right[1] > figure.right[0]:
            return None
    verb = match["rise"] or match["fall"]
    saved = _SAVED.match(source.string, *figure.right) if verb in _SAVINGS else None
    if saved:
        spared: Spans = (match.span("fall"), saved.span("what"))
        return Phrase(figure, spared, spared, change="decrease")
    moved = (
        _MOVED.match(source.string, *figure.right) if verb in _MOVING_IT and figure.unit in _SHARES else None
    )
    if moved:
        changed: Spans = (moved.span("what"),)
        way: Change = "increase" if match["rise"] else "decrease"
        return Phrase(
            figure, changed, changed, change=way, basis=match.span("basis") if match["basis"] else None
        )
    if verb in _WHOLE and not (match.start() == start and _measures(match, figure, place)):
        # 增收 and 减产 say themselves what changes; 财政收入48亿元，同比增收9亿元 is of the revenue
        closing = match.end("rise") if match["rise"] else match.end("fall")
        head: Spans = ((start, closing),)
    else:
        head = _head(source, (start, match.start()), _not_of_share(figure, place, verb)) or last_words(
            source, place
        )
    if not head:
        return None
    return Phrase(
        figure, head, head, change=_way(match), basis=match.span("basis") if match["basis"] else None
    )


def read_kept(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Read a change whose verb stands behind: 增加值实现10%以上增长."""
    kept = _KEPT.fullmatch(source.string, *figure.right) if figure.unit in _SHARES else None
    keeping = _KEEPING.search(source.string, max(left[0], left[1] - TAIL), left[1]) if kept else None
    head = _head(source, (left[0], keeping.start()), place) if keeping else ()
    if kept is None or not head:
        return None
    return Phrase(figure, head, head, change="increase" if kept["rise"] else "decrease")


def _not_of_share(figure: Figure, place: Place, verb: str | None) -> Place:
    """Return a place without the share before a sum: 蓄水量1380万方，占应蓄水量的29%，同比减少1920万方.

    Nor does a share itself grow by so many per cent: 用电17亿千瓦时，占64%，同比增长10%.
    """
    share, level = place.previous, place.before[-2] if len(place.before) > 1 else None
    if share is None or share.basis is None or share.change is not None:
        return place
    grown = figure.unit == "%" and verb in _GROWS and level is not None and not level.change
    of_level = (
        grown and level.unit not in _PARTS and share.head[: len(level.head)] == level.head if level else False
    )
    return place._replace(before=place.before[:-1]) if figure.unit not in _PARTS or of_level else place


def _again(change: re.Match[str], figure: Figure, left: Span, place: Place) -> bool:
    """Tell whether a bare verb of change goes on about the count right before it: 报名5908人，增加412人."""
    previous = place.previous
    if previous is None or previous.change or previous.unit != figure.unit or not previous.head:
        return False
    return change.start() == left[0] and left[0] - previous.figure.span[1] <= 1


def _moves(source: Source, change: re.Match[str], left: Span) -> bool:
    """Tell whether a count itself falls or rises: 信访总量下降320件; 压减事项40项 is what was done."""
    verb = change["fall"] or change["rise"]
    own = left[0], change.start()
    if verb not in _MOVES or own[1] - own[0] < _SHORTEST_OWN:
        return False
    measured = source.words(own).endswith((*words("measure"), *_COUNTS))
    return measured or first_verb(source.string, *own) is None


def _way(change: re.Match[str]) -> Change | None:
    """Return which way a change goes; what differs from another place has not changed."""
    if change["compare"] and change["basis"] and not _THEN.search(change["basis"]):
        return None
    return "decrease" if change["fall"] or _DOWN.search(change["compare"] or "") else "increase"


def _measures(change: re.Match[str], figure: Figure, place: Place) -> bool:
    """Tell whether a change is of what the figure right before it is: 粮食65万吨，增产1.3%."""
    previous = place.previous
    near = previous is not None and change.start() - previous.figure.span[1] <= _ADJACENT
    return near and bool(place.inherited and (change["basis"] or figure.unit == "%"))


def _read_more(figure: Figure, more: re.Match[str], place: Place, start: int) -> Phrase:
    """Read how much more or less was done: 比上年多追回320万元, 一天能多拉五六趟活."""
    verb = more.span("verb")
    if not more["basis"] and verb[1] - verb[0] >= _WITH_OBJECT and figure.right[1] == figure.right[0]:
        # 就少缴税款38万元: what was not paid, no less than before
        own: Spans = ((more.start("way"), verb[1]),)
        return Phrase(figure, own, own, change="increase" if more["way"] == "多" else None)
    change: Change = "increase" if more["way"] == "多" else "decrease"
    counted = ((figure.right[0], figure.right[1]),) if figure.right[1] > figure.right[0] else ()
    # 每亩地比去年多收200斤
    whose: Spans = ((start, more.start()),) if more["basis"] and more.start() > start else ()
    head = (
        (counted and (verb, *counted))
        or (whose and (*whose, verb))
        or (place.inherited if more["basis"] else ())
        or ((more.start("way"), verb[1]),)
    )
    return Phrase(figure, head, head, change=change, basis=more.span("basis") if more["basis"] else None)


def _read_distance(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Read how far a figure lies from another: 高于全省0.5个百分点."""
    start, end = left
    low = max(start, end - TAIL)
    beyond = _BEYOND.search(source.string, low, end)
    above = beyond or _ABOVE.search(source.string, low, end)
    if above is None or not (beyond or figure.amount.quantity.unit in words("scale")):
        return None
    head = _head(source, (start, above.start()), place)
    ref = above.span("ref")
    date = source.dates.get(ref[0])
    # 高于一周前的6.62%, 高于2月3%的涨幅: a level of that time, no distance
    level = date is not None and source.string[date.end : ref[1]] in ("", "的", "份", "份的")
    return Phrase(figure, head, head, basis=None if level else ref) if head else None


def read_share(source: Source, figure: Figure, left: Span, place: Place) -> Phrase | None:
    """Read a share: 占进出口总值的七成, 完成年度目标的88.1%."""
    fraction = not figure.unit and any(mark in source.words(figure.span) for mark in ("分之", "/"))
    if figure.unit not in _SHARES and not fraction:
        return None
    start, end = left
    # 只有平时的四成: it opens no condition here
    start -= figure.clause[0] < start and source.string.startswith(_ONLY, start - 1)
    share = _SHARE.search(source.string, max(start, end - TAIL), end)
    if share:
        return _share_of(source, figure, place, share, start)
    ratio = _RATIO.search(source.string, max(start, end - TAIL), end)
    return _ratio_to(source, figure, place, ratio, start) if ratio else None


def _share_of(source: Source, figure: Figure, place: Place, share: re.Match[str], start: int) -> Phrase:
    whole, stop = share.span("whole")
    if stop > whole and source.string[stop - 1] == "的":
        stop -= 1
    head = _head(source, (start, share.start()), place)
    if stop == whole and not share["word"] and place.previous and place.previous.head:
        # 粮食播种面积1865万亩，其中玉米占六成
        indicator = (
            *_without_done(source.string, head),
            (share.start(), share.end()),
            *_whole_of(source, figure, head, place),
        )
        return Phrase(figure, indicator, indicator)
    closing = share.end("word") if share["word"] else stop
    indicator = (*_without_done(source.string, head), (source.string.index("占", share.start()), closing))
    return Phrase(figure, indicator, indicator, basis=(whole, stop) if stop > whole else None)


def _whole_of(source: Source, figure: Figure, head: Spans, place: Place) -> Spans:
    """Return what a share without words for it is of: 果园4万亩，其中红枣3万亩，占七成 is of the orchards."""
    previous = place.previous
    among = source.string.startswith("其中", figure.clause[0])
    if previous is None or among or head != previous.head:
        # 选举委员128名，女干部占两成，党员占八成: of whom is too far to say in one phrase
        length = sum(end - start for start, end in place.inherited)
        return () if length > _LONGEST_WHOLE or _is_share(source, previous) else place.inherited
    if len(place.before) > 1 and source.string.startswith("其中", previous.figure.clause[0]):
        return place.before[-2].head
    return ()


def _is_share(source: Source, phrase: Phrase | None) -> bool:
    """Tell whether a phrase is of a share itself: 女干部占两成."""
    return phrase is not None and any(source.string.startswith("占", start) for start, _ in phrase.indicator)


def _ratio_to(source: Source, figure: Figure, place: Place, ratio: re.Match[str], start: int) -> Phrase:
    whole = ratio.span("whole")
    own = (start, ratio.start())
    if _WORK_DONE.fullmatch(ratio["whole"]):
        head: Spans = (own,) if own[1] > own[0] else ()
    else:
        head = _head(source, own, place)
    if ratio["verb"] in _LIKENED and head:
        return Phrase(figure, head, head, basis=whole)
    told = (*_without_done(source.string, head), (ratio.start("verb"), whole[1]))
    return Phrase(figure, told, head, basis=whole)


def _without_done(string: str, head: Spans) -> Spans:
    """Return what a share is of without 完成 that led to its amount: 税收收入完成8亿元，占比66%; 完成投资 is left."""
    done = _DONE.search(string, *head[-1]) if head else None
    return (*head[:-1], (head[-1][0], done.start())) if done else head


def _head(source: Source, own: Span, place: Place) -> Spans:
    """Return the indicator of a change: its own words, or what the clause before is about."""
    string = source.string
    start, end = own
    while end > start and string[end - 1] in "、，的":
        end -= 1
    inherited = topic_of_last(source, place) or level_of_last(source, place) or place.inherited
    if place.last and _QUALIFIED.fullmatch(string, *place.last.span):
        inherited = (*_without_done(string, inherited), place.last.span)
    if end <= start and (dated := _before_date(source, start, place)):
        return (dated,)
    if pair := _one_of_two(source, (start, end), place):
        return pair
    if end <= start or (place.inherited and THIS.fullmatch(string, start, end)):
        return inherited
    acted = ACTED.search(string, start, end)
    start = acted.end() if acted else start
    driven = _DRIVEN.search(string, start + 2, end)
    end = driven.start() if driven else end
    if inherited and place.last is None and string.startswith("拉动", start):
        # 高技术产业利润增速为4.1%，拉动工业利润增长1.4个百分点
        rate = _RATE_END.search(string, *inherited[-1])
        inherited = (*inherited[:-1], (inherited[-1][0], rate.start() if rate else inherited[-1][1]))
        if string.startswith("对", inherited[0][0]):
            # 增加值增长9%，对工业增长的贡献率为46%，拉动工业增长2个百分点
            inherited = place.before[-2].head if len(place.before) > 1 else ()
        return (*inherited, (start, end))
    leaning = (
        string[start] == "占"
        or string[start:end] in words("dependent")
        or any(pattern.fullmatch(string, start, end) for pattern in (AVERAGE, _QUALIFIED))
    )
    leaning = leaning and bool(inherited) and inherited[-1][1] <= start
    if leaning:
        # 地区生产总值完成58亿元，按可比价格计算增长7%
        return (*_without_done(string, inherited), (start, end))
    return (
        (start, end),
        *(of_kind(source, (start, end), place) or of_sort(string, (start, end), place)),
    )


def _one_of_two(source: Source, own: Span, place: Place) -> Spans:
    """Return what the first or the second of two figures was of: 甲、乙分别为9亿元、7亿元，前者下降3.2%，后者增长18.8%."""
    word = source.words(own)
    if word not in _TWO:
        return ()
    told = [phrase for phrase in place.before[-_NEAREST:] if phrase.change is None and phrase.head]
    return told[-2 + _TWO.index(word)].head if len(told) > 1 else ()


def _before_date(source: Source, start: int, place: Place) -> Span | None:
    """Return the words before a date that stands right before a verb of change: 原油期货价格3日大涨近6%."""
    clause = place.run[0].left
    begin = max(clause[0], place.topic.begin if place.topic.begin <= start else clause[0])
    date = next((date for date in source.dates_between(begin, start) if date.end == start), None)
    if date is None:
        return None
    begin = source.skip_lead(begin, date.start)
    begin += source.string.startswith("的", begin)
    return (begin, date.start) if date.start - begin > 1 else None
