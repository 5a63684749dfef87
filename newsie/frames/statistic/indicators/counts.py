"""Figures whose noun stands behind them: 走访14个社区, 4个项目实现如期交付, 对16家单位进行了巡察."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Figure
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import either, first_verb, members, verb_at, verb_before, words
from newsie.frames.statistic.indicators.behind import (
    acting_on_next,
    end_of_noun,
    ends_in_such,
    is_met_with,
    is_of_behind,
    verb_behind,
)
from newsie.frames.statistic.indicators.ellipsis import GIFTS, noun_left_out
from newsie.frames.statistic.indicators.phrase import Phrase, Place, Spans
from newsie.lexicon import layered
from newsie.text import Span

_LONGEST = 40
_LEAST_OWN = 4
_LONGEST_WITH_VERB = 12
_PIVOT = re.compile(r"(?:分别|逐一|全部|均|都){0,8}(?:进行|给予|予以|开展|实施)了?")
_TRAILING = re.compile(
    r"中?(?:分别|逐一|全部|免费|同步(?:部署)?|集中|统一|率先|先后|大力|广泛|均|都|已|正|正在|现场|已有|现有|中有|共有){1,8}$"
)
_OF_PLACES = re.compile(
    "(?:示范|试点|重点)?(?:[县市区镇乡村州省站点园厂校户](?!场|域|别|级)|地区|城市|单位|企业|基地|社区|街道|项目)"
)
_LEAST_VERB = 2
_ENDING = re.compile(
    r"(?:等(?:部分)?)?(?:组成|构成)$|之一[^、]{0,30}$|的?基础上$|、(?:[约近超]?[0-9]|[多数][人名辆栋户条座处])[^、]{0,40}$"
)
# 首批250吨融雪剂, 第四批690亿元资金: the batch is of what stands behind
_BATCH = re.compile("(?:首|第[一二三四五六七八九十]{1,3}|[新又]一|最后一|末)[批期轮]$")
_ONE = re.compile(r"(?:(?<=[^第十])[将把])?(?<![第十])一(?:[支个批条座家所]|[笔沓叠]|(?<=了一)[件台套辆双])$")
_RATED = re.compile(
    "(?<=[\u4e00-\u9fff])[\u4e00-\u9fff]{2}率(?:已|均|超过|达到?|为|约|近|不低于|[稳定保持]{2}在|提[升高][至到]){0,3}$"
)
_ENTITIES = frozenset(("组织", "装备", "灾害", "纠纷"))
# 36个城市重点商圈日均客流量同比增长1.6倍
_GROWN = re.compile(
    r"(?:(?<=[\u4e00-\u9fff]{2})[日月年户人]均[^，。；\n]{2,8}?)?(?:同比|环比|较[去上]年(?:同期)?)(?:增长|下降|增加|减少|提[高升]|上升)了?$"
)
# 出资100多万元跟踪救助了30多名孤儿: what was done with it
_DONE_WITH = re.compile("(?<=[\u4e00-\u9fff]{2})了$")
_MUST = ("必须", "务必")
_LISTING = re.compile(r"共有|包括|含有|设有")
_COVERBS = ("对", "为", "向", "给", "在")
# 使8000户居民的供热质量得到改善
_MAKING = (*_COVERBS, "使", "让")
_BARE_COVERBS = frozenset("由将把与和以按经")
_GIVEN = ("下达", "拿到", "领到", "收到", "得到")
_SUMMED = ("总计", "合计", "共计", "一共")
_OWNED = ("自有", "国有", "私有", "公有", "占有", "享有", "持有", "没有")
_WIDE = ("辖区", "全县", "全市", "全区")
# 68米高的主塔
_SIZE = re.compile(r"[高长宽深厚重]的(?=[\u4e00-\u9fff]{2})")
# 为科考站提供60%以上的用电量: of what the share is
_TOLD = re.compile("[从在被将已正把向由]")
_PART_OF = re.compile(
    r"(?:提供|承担|满足|削减|减少|包揽|贡献|取消|关闭|召回|覆盖|拥有|持有|生产|创造|支付|抵扣|受理)了?(?:全[国省市县区球])?$"
)
# what is brought about stands behind: 形成超400亿元的全产业链规模, 对进口钢铝征收25%的关税
_YIELDS = re.compile(
    r"(?:形成|实现|获得|得到|取得|有|带来|创造|享受|领取|拿到|收到|征收|加征|缴纳|给予|下达|预留|保持|达成|建起|积累|释放)[了出]?$"
)
# 实施奋斗镇1万亩节水灌溉项目, 改造城区15公里左右排水管网: where stands before how much
_WHERE = re.compile(r"(?:镇|乡|街道|办事处|城区|[\u4e00-\u9fff]{2}[村区县市]|林场|农场)$")
# 获得5000万元的资金支持, 享受3000元的惠民补贴, 有1.5万元的优惠: who gets or gives needs what
_TAKES = re.compile(
    r"(?:获得?|得到|取得|获取|募得|募集|筹得|筹集|享受|享有|领取|领到|拿到|收到|支付|付出|给付|提供|赠送|送出|发放|捐赠|捐出|出资|赔偿|补偿|索赔|给予|申请|申领|拨付"
    r"|收取|收缴|缴纳|缴存|负担|承担|背负|承受|忍受|花费|花去|耗费|节省|节约|赚取|赚到|省下|设立|预留|追加|签下|拿下|斩获|贡献|[达具带]有|拥有|(?<!目)有|垫付|预[交付缴]|补[交缴]|偿还|归还|退还|退回|骗取|诈骗|骗走|挪用|借到|借来|欠下|拖欠|结清|兑现|追回|追缴|罚没|开出)了?(?:每[人户名](?:每[月年天])?)?$"
    # 交了1万余元的定金, 花了500元的路费
    r"|[交花付还借欠存垫罚赔捐补掏收]了$"
)
# 获得5000万元的融资后
_AFTERWARDS = ("后", "时", "前", "中")
_PARTS = frozenset(("%", "成", "倍", "个百分点"))
_TAKEN = re.compile("[\u4e00-\u9fff“”·A-Za-z]{2,14}")
_ACTS = re.compile(
    "[已全均将被由在从就也都还又才仅只则是为以用可能不左多装送交花存]|到[账位手]|直接|转[给入到]"
)
_GRANTS = re.compile("(?:给予|予以)[^，。；\n0-9]{0,8}$")
_TASKS = ("任务", "目标")
# 完成21万平方米的公园景观建设
_MONEYS = ("贷款", "资金", "补贴", "补助", "债券", "基金", "奖金", "保险金", "补偿金", "消费券")
# 发现近20万公斤的炭化稻谷遗存
_FINDS = re.compile(
    r"(?:发现|出土|查获|采购|购买|购置|种下|栽下|建起|打造|建成|修建|搭建|铺设|开辟|形成|承包|流转|收割|培育)[了出]?$"
)
_DONE_TO = ("建设", "改造", "修复", "治理", "绿化", "种植")
_HEADS = ("投资", "达", "为", "至", "到")
_IN_TIME = frozenset(("提前", "按期", "如期", "按时", "全部", "顺利"))

_OFTEN = re.compile("(?:平均)?每[天日月年]|日均|年均")


def counts_right(source: Source, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether the thing counted stands behind the figure: 走访14个社区."""
    string = source.string
    start, end = left
    if right[1] <= right[0]:
        return False
    if _takes(string, figure, left, right) or _SIZE.match(string, *right):
        return True
    if start < end and is_of_behind(string, figure, (start, end), right):
        return True
    # 给每户5至10万元不等的贴息贷款
    if string.startswith("不等", figure.right[0]) and string.endswith(_MONEYS, *right):
        return True
    end = _without_have(string, start, end)
    # 每天有20吨蔬菜运往省城
    often = end < left[1] and _OFTEN.fullmatch(string, start, end) is not None
    if often or start >= end or string.endswith("、", start, end) or _BATCH.search(string, start, end):
        return True
    if string.startswith("的", figure.right[0]) and string.endswith(("造成", "带来"), start, end):
        return True
    if string.startswith("的", figure.right[0]):
        # 东部建一个700平方米的小池塘
        one = _ONE.search(string, start, end) is not None
        return one or _theirs(string, figure, (start, end), right)
    if figure.amount.quantity.unit not in words("scale"):
        return True
    if _is_of_another(string, figure, (start, end), right):
        return True
    return _measures_right(string, figure, (start, end), right)


def _takes(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether a sum or size is of what somebody gets or gives: 获得5000万元的资金支持."""
    if not string.startswith("的", figure.right[0]) or figure.unit in _PARTS:
        return False
    if not _TAKEN.fullmatch(string, *right) or string.endswith(_AFTERWARDS, *right):
        return False
    if not _TAKES.search(string, *left):
        return False
    verb = first_verb(string, right[0] + 1, right[1])
    return verb is None or string.endswith(GIFTS, *right) or string[slice(*verb)] in words("nominal")


def _is_of_another(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether the words in front are the noun of the figure before: 33处灌区5558万亩农田, not 33家企业用地50亩."""
    if figure.link != "shared" or figure.unit in ("%", "成") or figure.unit not in words("scale"):
        return False
    if string.endswith(members("measure"), *left) or first_verb(string, *left):
        return False
    return verb_at(string, *right) == right[0] and not string.startswith(("的", "左右", "以上"), right[0])


def _theirs(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether words behind 的 say what a figure measures: 解决2.3万人的饮水问题, 形成400亿元的产业规模."""
    start, end = left
    if _PART_OF.search(string, start, end) and figure.unit in ("%", "成") and right[1] - right[0] >= 2:
        return True
    if string.endswith("价值", start, end):
        return True
    if is_met_with(string, figure, left, right):
        return True
    if _YIELDS.search(string, start, end) and string.endswith(members("measure"), *right):
        return True
    done = figure.unit in words("person") or string.endswith(_DONE_TO, *right)
    if _FINDS.search(string, start, end) and right[1] - right[0] >= 2:
        return True
    return _only_verb(string, start, end) and done and right[1] - right[0] >= _LEAST_OWN


def _measures_right(string: str, figure: Figure, left: Span, right: Span) -> bool:
    """Tell whether what is measured in metres or money stands behind the figure: 拨付4.5亿元救灾资金."""
    start, end = left
    if string.endswith("的", start, end):
        # 提供包括导弹在内的6.5亿欧元军事装备
        if string.endswith(("在内的", "等的"), start, end):
            return True
        if figure.unit not in _PARTS and _is_noun(string, right):
            return True
        end -= 1
    if string.endswith(_HEADS, start, end) and not string.endswith(_GIVEN, start, end):
        return False
    task = string.endswith(_TASKS, *right)
    # 设立保障性住房再贷款: a noun that begins like a verb
    plain = verb_at(string, *right) == right[0] or task or string.endswith(_MONEYS, *right)
    # 给予企业2万元奖励
    if string[slice(*right)] in GIFTS and _GRANTS.search(string, start, end):
        return True
    if _DONE_WITH.search(string, *right):
        return False
    if plain and verb_at(string, start, end) > start and (task or _WHERE.search(string, start, end)):
        return True
    return verb_before(string, start, end) < end and plain


def _is_noun(string: str, right: Span) -> bool:
    """Tell whether the words behind a figure are what it measures: 归还拖欠的50万元货款, not 上级下拨的50万元已到账."""
    acts = _ACTS.match(string, *right) or first_verb(string, *right)
    return not acts and _TAKEN.fullmatch(string, *right) is not None


def _only_verb(string: str, start: int, end: int) -> bool:
    """Tell whether words are one verb, with 了 at most."""
    stop = verb_at(string, start, end)
    return stop > start and string[stop:end] in ("", "了", "好")


def read_count(source: Source, figure: Figure, left: Span, right: Span, place: Place) -> Phrase:
    """Read a count whose noun follows it; `left` and `right` are the words around it."""
    sized = _SIZE.match(source.string, *right)
    if sized:
        # 300米长的水带从山下引上来
        told = _TOLD.search(source.string, sized.end() + 2, right[1])
        thing = (sized.end(), min(told.start() if told else right[1], sized.end() + _LONGEST))
        indicator = (thing, (sized.start(), sized.start() + 1))
        return Phrase(figure, indicator, indicator)
    if _is_of_another(source.string, figure, left, right):
        verb = first_verb(source.string, right[0] + 1, right[1])
        noun = (right[0], verb[0] if verb else min(right[1], right[0] + _LONGEST))
        return Phrase(figure, (noun,), (noun,), noun=(noun,))
    own = _lead(source.string, figure, left, place)
    return (
        noun_left_out(source, figure, right, place)
        or _acted_on(source.string, figure, own, right, place)
        or _plain(source.string, figure, _said(source.string, own), right, place)
    )


def _said(string: str, own: Spans) -> Spans:
    """Return the words in front without a coverb alone, which says nothing: 对52条高速公路、136个区域…."""
    return () if own and string[slice(*own[0])] in ("对", "在") else own


def _plain(string: str, figure: Figure, own: Spans, right: Span, place: Place) -> Phrase:
    if string.startswith(_MUST, right[0]) and right[1] - right[0] > _LEAST_OWN:
        # 剩余248户必须全部开工
        right = right[0] + len(_MUST[0]), right[1]
    limit = min(right[1], right[0] + _LONGEST)
    split = verb_behind(string, (right[0], limit))
    noun = _trimmed(string, (right[0], split[0] if split else limit))
    held = bool(own) and string.endswith(_MAKING, *own[-1])
    rest = (
        end_of_noun(string, split, limit)
        if own
        and split
        and not held
        and limit - right[0] > _LONGEST_WITH_VERB
        and not ends_in_such(string, (right[0], limit))
        else limit
    )
    if owner := _whose_measure(string, right, place):
        return Phrase(figure, (owner,), (owner,), noun=(owner,))
    if whose := acting_on_next(string, figure, own, noun, place):
        return Phrase(figure, (whose,), (whose,), noun=(whose,))
    rate = (
        _RATED.search(string, right[0], limit)
        or _GROWN.search(string, right[0], limit)
        or _invested().search(string, right[0], limit)
        if len(place.run) > 1 and place.run[1].link == "shared"
        else None
    )
    if rate:
        # 668个项目开工率超过70%, 167个项目总投资达597亿元: the rate is the next figure's
        told = (*own, (noun[0], rate.start()))
        return Phrase(figure, told, told, verb=own, noun=((noun[0], rate.start()),))
    kind = _shared_kind(string, (right[0], rest), place) if not split or split[0] >= right[1] else None
    if kind:
        indicator = (*own, (right[0], rest), kind)
        return Phrase(figure, indicator, indicator, verb=own, noun=((right[0], rest), kind))
    predicate = None if split else _shared_predicate(string, place)
    indicator = (*own, _trimmed(string, (right[0], rest)), *((predicate,) if predicate else ()))
    # 24项提前完成，完成率达77.4%
    named = verb_at(string, *right) == right[0] and string[slice(*noun)] not in _IN_TIME
    # 15个停工项目中，9个复工
    named = named or (noun[1] == right[1] and string.startswith("中", noun[1]))
    return Phrase(figure, indicator, indicator, verb=own, noun=(noun,) if named else ())


def _whose_measure(string: str, right: Span, place: Place) -> Span | None:
    """Return whom the measure is of that the next figure is for: 12家医院的床位总数达3600张."""
    if len(place.run) < 2 or place.run[1].link != "shared" or place.run[0].left[1] > place.run[0].left[0]:
        return None
    at = string.find("的", right[0] + _LEAST_VERB, right[1])
    told = string[at + 1 : right[1]].rstrip("已均共约达到为超过近突破")
    return (right[0], at) if at > 0 and told.endswith((*words("measure"), "总数")) else None


@layered
def _invested() -> re.Pattern[str]:
    return re.compile(
        f"(?<=[\u4e00-\u9fff]{{2}})(?:{either('static')}|计划投资|投资额|(?<=项目)投资|(?<=工程)投资)(?:约|达到?|超过?|共|近|为|预计|合计){{0,3}}$"
    )


def _lead(string: str, figure: Figure, left: Span, place: Place) -> Spans:
    """Return the words in front of a count that belong to its indicator."""
    start, end = left
    had = _without_have(string, start, end)
    if figure.link == "shared" and string.endswith("共有", start, end):
        # 31个省共有54个城市: the provinces were counted before
        return ()
    end = had
    one = _ONE.search(string, start, end)
    end = one.start() if one else end
    listing = _LISTING.search(string, start, end)
    if listing and "、" in string[listing.end() : end]:
        start = end
    verb = verb_at(string, start, end)
    # 评选出甲茶、乙米、丙豆腐3个品牌: they were named one by one
    if verb > start and string.count("、", verb, end) + 1 == figure.amount.quantity.value > 1:
        end = verb
    # 一条特色景观环路、两条滨河路
    end = verb if string.endswith("、", start, end) else end
    # 整合广播、电视、报纸、网站等9个平台: the list only gives examples
    if string.endswith("等", start, end) and "、" in string[start:end]:
        first = first_verb(string, start, string.rfind("、", start, end)) if verb == start else None
        if first and string[slice(*first)] in words("act") - words("nominal") - words("lead"):
            # 店内不仅首发了影音、办公等200余种新品
            return (first,)
        end = verb if verb > start or end - start > _LONGEST_WITH_VERB else end
    if end > start and string[start:end] not in _BARE_COVERBS:
        return ((start, end),)
    if figure.link in ("list", "bare") and place.previous is not None:
        return place.previous.verb
    return ()


@layered
def _having() -> tuple[str, ...]:
    return tuple(sorted(words("have"), key=len, reverse=True))


def _without_have(string: str, start: int, end: int) -> int:
    """Return `end` without a verb of having before it: 合作社有12户社员."""
    if not string.endswith(_having(), start, end):
        return end
    for word in _having():
        if string.endswith(word, start, end):
            # 自有收割机18台
            whole = string.endswith(("全国有", "我国有", "各国有"), start, end)
            if word == "有" and not whole and string.endswith(_OWNED, start, end):
                return end
            end -= len(word)
            return end - 2 * string.endswith(_SUMMED, start, end)
    return end


def _acted_on(string: str, figure: Figure, own: Spans, right: Span, place: Place) -> Phrase | None:
    """Read 对16家单位进行了巡察 as 巡察 + 单位."""
    skip = next((len(coverb) for coverb in _COVERBS if own and string.startswith(coverb, own[0][0])), 0)
    # 在轨实施180项研究: in orbit, not at something
    if not skip or string.startswith(("在轨", "在建", "在册"), own[0][0]):
        return None
    # 向某国提供价值1亿美元的援助, 向某国提供1亿美元军事支持
    # 在全省打造504个单产提升引领方
    acts = verb_before(string, *own[-1])
    done = own[-1][1] - acts >= _LEAST_VERB and acts > own[0][0] + skip
    scaled = figure.unit in words("scale") and acts < own[-1][1]
    # 对毕业生给予每人每月800元的生活补贴
    if scaled or done or string.endswith("价值", *own[-1]) or _GRANTS.search(string, *own[-1]):
        return None
    listed = len(place.run) > 1 and all(other.link == "list" for other in place.run[1:])
    last = place.run[-1].right if listed else right
    pivot = _PIVOT.search(string, last[0], min(last[1], last[0] + 2 * _LONGEST))
    verb = pivot.span() if pivot else _acting(string, last[0] + 1, last[1])
    # 在25个有夏粮生产的省: the verb says which
    if verb is None or (not pivot and string.startswith("的", verb[1])):
        return None
    begin = pivot.end() if pivot and pivot.end() < last[1] else verb[0]
    noun = _trimmed(string, (right[0], min(right[1], verb[0]) if right[1] >= last[1] else right[1]))
    modifier = (own[0][0] + skip, own[0][1])
    modified = modifier[1] > modifier[0] and not string.startswith(_WIDE, modifier[0])
    act = (begin, min(last[1], begin + _LONGEST))
    indicator = (act, *((modifier,) if modified else ()), noun)
    return Phrase(figure, indicator, indicator, verb=own, noun=(noun,))


def _acting(string: str, start: int, end: int) -> Span | None:
    """Return the first verb, or the place behind a kind of places that has one in its name: 在38个整建制推进县|推广技术."""
    verb = first_verb(string, start, end)
    named = _OF_PLACES.match(string, verb[1], end) if verb else None
    return (named.end(), named.end()) if named and named.end() < end else verb


def _shared_kind(string: str, noun: Span, place: Place) -> Span | None:
    """Return the noun that kinds in a list share: 20个国际性、80个全国性综合交通枢纽城市."""
    if len(place.run) < 2 or place.run[1].link != "list" or noun[1] <= noun[0]:
        return None
    mark = string[noun[1] - 1]
    last = place.run[-1].right
    at = string.find(mark, *last) if mark in "性级型类" else -1
    return (at + 1, last[1]) if 0 <= at < last[1] - 2 else None


def _shared_predicate(string: str, place: Place) -> Span | None:
    """Return the predicate that a list of counts shares: 1个乡、7个村退出贫困序列."""
    last = place.run[-1]
    if len(place.run) == 1 or any(figure.link not in ("list", "bare") for figure in place.run[1:]):
        return None
    if last.left[0] != last.span[0]:
        return None
    start, end = last.right
    # 10万亩种薯基地、350万株花卉种植等项目建设: 种植 is of the last alone
    start = max(start, string.find("等", start, end))
    verb = verb_behind(string, (start, end))
    # 19家龙头企业、67个合作组织: the last thing's own noun
    if verb is None or (verb[1] == end and string[slice(*verb)] in _ENTITIES):
        return None
    return verb[0], min(end, verb[0] + _LONGEST)


def _trimmed(string: str, span: Span) -> Span:
    match = _TRAILING.search(string, *span) or _ENDING.search(string, *span)
    return (span[0], match.start()) if match and match.start() > span[0] else span
