"""Milestones of an undertaking: clauses that tell a step and mostly a day (预计本月底正式开业).

>>> text = "目前，12栋厂房已全部封顶"
>>> find_step(text, (3, len(text)), Within(()))
(3, 13)
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.reading import Date
from newsie.spans import Within
from newsie.text import Span

_STEP = re.compile(
    r"开工|动工|奠基|破土|开建|复工|封顶|结顶|贯通|合龙|蓄水(?!量|目标|任务|调度|位)|竣工|完工|验收|交付|投用|投运|投产|试生产|试产|试运行|试运营|试营业|(?<!直)通车(?!辆)|开业|开园|开馆|并网|首[^，。；]{0,12}开行"
    r"|(?<!创)建成|启用(?![\u4e00-\u9fff“]{3})|投入(?:正式|试)?(?:使用|运营|运行|生产)|(?:如期|顺利|成功|全部|正式)落地|交工|铺开|开门迎客|(?<!高水平)对外开放(?!平台|新|水平|格局|门户|合作)|开门营业|开闸|开镰|开诊|启动$|通航(?!孔|里程)|通水(?!泥)|通气|通电|落成|点火(?!仪式)|量产|试车|修通|到顶|恢复施工|(?:正式|开通|建成|投入|试)运营"
    r"|(?:施工|浇筑|吊装|安装|架设|铺设|建设|开挖)(?:已|基本|全部|已经|顺利|全面){0,8}(?:完成(?![0-9总])|结束)|完成[^，。；0-9的]{2,8}(?:摊铺|铺装|浇筑|安装|调试|架设|吊装|封顶|铺设)(?!率|任务|量|[^，。；]{0,4}(?:的|后|等))|完成(?:全部|所有)?(?:主体|土建|桩基|路基)(?:工程|结构|施工|建设){0,2}$|[铺摊架][装铺设].{0,10}全部完成|(?:桩基|路基|路面|桥梁|隧道|桥隧|涵洞|机电|房建|交安|装饰|土建|主体|基础|连续梁|箱梁)(?:工程|施工|结构)?(?:已|基本|全部|已经|顺利|全面){0,8}完成$|建至[0-9]|(?:[前月日底年”]|正式|[向对](?:市民|公众|社会|游客)(?:免费)?)开放$|具备[^，。；]{2,6}条件|进入(?:内外)?(?:施工|建设|冲刺|收官|设备|装修|调试|铺轨|联调联试)[^，。；]{0,6}(?:阶段|后期)"
    r"|(?:开始|启动|完成|进入)[^，。；]{0,6}铺轨|铺轨(?:施工|全部|全面|已|基本){0,2}(?:完成|启动|结束)|(?:开始|启动|完成|进入)[^，。；]{0,8}联调联试|送电成功|成功送电|(?:投料|点火|试车|并网|带电|冲转|送电|合闸|吊装|首爆)(?:一次)?成功|(?:一次|成功)(?:投料|点火|试车|并网)|转体(?:成功|到位|完成)|(?:成功|顺利|完成)转体|(?:下沉|顶推|吊装|架设)(?:就位|到位)|(?:安装|装修|施工|建设)进入尾声|(?:建设|施工|工程|进度)过半|(?:开始|启动)建设|建设(?:正式|全面)?启动"
    # 完成土地摘牌, 可研报告已通过省级评审, 前期手续已全部办结
    r"|(?:完成|通过)了?[^，。；0-9的]{0,10}(?:摘牌|征地|拆迁|征迁|征拆|审批|评审|核准)$|(?:手续|审批)[^，。；]{0,6}(?:办结|办理完毕|办完)$|(?<=[0-9日月年底初])签约$"
)
# 群众年底前搬进新居: what comes of homes is a step where a day stands with it
_MOVE_IN = re.compile(
    r"(?:搬迁|交付|拎包|入户|回迁|[年月日底前])入住(?!率|企业)|(?:搬进|搬入|住进|住上|迁入)了?新(?:居|家|房|楼)|交房|交钥匙"
)
_AIM = re.compile(r"计划|预计|力争|争取|确保|有望|可望|拟|将(?!近)|即将|具备")
_UNDATED_AIM = re.compile(r"即将|有望")
# 建成后, 投产达效, 开工率, 复工复产工作 tell no step; 要早日建成 is a wish
_NO_STEP = re.compile(
    r"保驾护航|奠定|一[^，。；]{1,4}就|平均|为契机|还剩|从[^，。；]{1,8}到[^，。；]{1,8}(?:只|仅|全程|用|共|不到)|^(?:察看|查看)|一旦|周年|情况|汇报|新投产|新开工|新建成|早日|尽早|尽快|仪式|[开复竣]工率|开工项目|现场会|复工复产|建成区|的建成|加快|推动|促进|提供|满足|实现年|年产|可实现|带动|推进会|一路|运营模式|运营管理|负责运营|运营中心|(?:建成|完工)(?:了)?[0-9.]{1,8}(?:公里|千米|米|[处个座户])|通车里程|运营里程|恢复通|并网容量|网运营|一批|[投启][运用产][0-9]{1,3}年|水流贯通|最[大高长深多]|^这|[个条座项](?:开工|建成|投产)(?:的)?(?:重大|重点)?(?:项目|工程)|年来$|^(?:和|、)|打下[^，。；]{0,4}基础|[作做]出了?[^，。；]{0,6}贡献|而努力奋斗|初期|准备工作|出席|宣布|早一[天日]|从[^，。；]{1,10}到[^，。；]{1,12}[到再]|^[是将]?(?:继|我国|全球|世界)|^[是的]|赋予|由[0-9]|高铁网|(?:开工|动工|建成|通车|投产|竣工|开通|运营|交付)的[^，。；]{1,10}$|格局|(?:投产|开通|开行|通车)新线|(?:投产|并网|投运)(?:发电)?的第|(?:营运|运营)前的|条件的|人次|补水|[0-9一二三四五六七八九十]{1,4}[余多]?家|通航能力|^随着|^自(?:开通|投运|投用|建成|运营|[^，。；]{0,12}(?:开放|开园|开馆|营业|开业)$)|做准备|全力推进|[启投][运用产][一二两三四五六七八九十]{1,3}年"
    # 建成水冲式公厕30座, 已建成3.61万公里, 沿街楼体等项目开工: what else is built
    r"|建成[^，。；0-9]{0,8}(?:[0-9.]{1,12}[万千百]?[余多]?|[两三四五六七八九十])(?:公里|千米|[座个条处家所])|(?:道路|公厕|公路)[0-9]{1,12}[条座]"
    r"|[^，。；]{3,30}等[^，。；、]{0,8}(?:项目|工程)"
)
# 国庆节前具备通车条件: a day that no calendar date gives
_BY_FEAST = re.compile(
    r"[“\"]?(?:国庆|中秋|春节|元旦|清明|端午|五一|十一|汛期|主汛|雨季|入冬|开学|供暖季?|年关)节?[”\"]?(?:来临|到来)?(?:之?前|期间)"
)
_PART_DONE = re.compile(r"(?:已有|已经有|其中|有)[0-9一二三四五六七八九十]{1,40}[余多]?[栋幢座个条家]")
_FIRST = re.compile("[^、]{2,20}(?:封顶|完工|贯通|合龙|竣工|投用)(?=、)")
_ONCE_BUILT = re.compile(r"(?:建成|通航|开通|投产|达产|投用|通车|完工|竣工|运营|落成|使用|投运)(?:后|之后)")
# 已建成投用: no more than how far the whole has come
_STATE = re.compile(
    "(?:项目|工程|整个){0,2}(?:现在?|如今|已经?)(?:均|都|也|已|全部|全面|整体|陆续|相继){0,4}"
    "(?:建成|竣工|完工|落成)?(?:并|且)?(?:投用|投产|投运|投入(?:正式|试)?(?:使用|运营|运行|生产)|交付使用|运营|启用|开业|使用|通车|达产|达效|并网|发电|通水){1,3}"
)
_LATER = re.compile(r"(?:后|以来|之后|时|之前|前(?!期))$")
_LEAD = re.compile(
    r"(?:(?:等)?(?:[0-9]{1,3}|[两三四五六七八九十]{1,3})(?:个(?:重点|重大|建设)?(?:项目|工程)|[条座](?:城区|市政|城市|农村)?(?:道路|公路|街道|桥梁))(?=通过|建成|竣工|通车|全部|均|已|顺利|相继|同时|集中)|目前|截至目前|截至|现在|如今|其中|据悉|据了解|据介绍|听说|得知|同时|另外|此外|听到|看到|了解到|获悉|随后|至此|标志着|意味着|按照计划|根据计划|届时|并|且|也|还|宣布|“|\"|等[^，。；]{0,10}?(?:项目|工程|平台|铁路|高铁|新线|线路|高速公路)){1,8}"
)
_ANAPHOR = re.compile(
    r"该项(?!目)|(?:该|这个|这座|这条|此)[\u4e00-\u9fff]{0,8}?(?:项目|工程|园|园区|基地|中心|站|路|桥|水库)(?=已|于|将|计划|预计|[0-9]|去年|今年|明年|正)"
)
_FRONTS = frozenset({"", "。", "\n", "，", "；", "）"})
_RUN_ON = re.compile(r"(?:今天|昨天|日前|近日)(?:（[^（）]{1,12}）)?$")
# 计划年底前开工、明年上半年投产: a step of its own, with its day
_NEXT = re.compile("、")
_SHORTEST, _LONGEST, _LONGEST_PIECE, _NEAR = 4, 36, 160, 12


def find_steps(
    folded: str, piece: Span, dates: Within[Date], clause: Span
) -> Iterator[tuple[Span, Date | None]]:
    """Yield the words of each step that a piece of a clause tells, with its day.

    Args:
        folded: the text, width-folded.
        piece: the piece, half-open, without the name of the undertaking.
        dates: the dates of the text.
        clause: the clause that the piece is of.
    """
    at = piece[0]
    for joint in _NEXT.finditer(folded, *piece) if piece[1] - at <= _LONGEST_PIECE else ():
        # 计划年底前开工、|明年上半年投产
        own = dates.between(joint.end(), min(joint.end() + _NEAR, piece[1]))
        if own and _tells(folded, own[0].end, piece[1]):
            before = at, joint.start()
            if step := find_step(folded, before, dates, before if dates.between(*before) else clause):
                yield step, day_of(folded, step, before if dates.between(*before) else clause, dates)
            at = joint.end()
    piece = at, piece[1]
    clause = piece if at > clause[0] and dates.between(*piece) else clause
    if step := find_step(folded, piece, dates, clause):
        yield step, day_of(folded, step, clause, dates)


def find_step(folded: str, piece: Span, dates: Within[Date], clause: Span | None = None) -> Span | None:
    """Return the words of a step that a piece of a clause tells, or None.

    Args:
        folded: the text, width-folded.
        piece: the piece, half-open, without the name of the undertaking.
        dates: the dates of the text.
        clause: the clause that the piece is of; a day in it or alone before it is the step's.
    """
    start, end = piece
    if end - start > _LONGEST_PIECE or not _tells(folded, start, end):
        return None
    # 去年11月投用以来, 全线明年建成通车后: the step is told where a day stands with it
    dated = bool(dates.between(start, end)) or _BY_FEAST.search(folded, start, end) is not None
    due = dated or (clause is not None and day_of(folded, piece, clause, dates) is not None)
    while tail := _LATER.search(folded, start, end):
        if not dated:
            return None
        end = tail.start()
    once = _ONCE_BUILT.search(folded, start, end)
    if once and not (dated and _is_day_of(folded, once.end(), (start, end), dates)):
        return None
    # 某某大桥贯通 and its day at the head of the next line
    if run_on := _RUN_ON.search(folded, start, end):
        end = run_on.start()
    start = _begin(folded, start, end)
    words = folded[start:end].rstrip('”"、')
    # 门诊楼已封顶、住院楼建到第11层: the first of two steps
    words = first.group() if (first := _FIRST.match(words)) else words
    if not _SHORTEST <= len(words) <= _LONGEST or not _tells(words, 0, len(words)) or _NO_STEP.search(words):
        return None
    if not due and (_STATE.fullmatch(words) or not _STEP.search(words)):
        return None
    if _PART_DONE.search(words) and not due:
        return None
    # 今年内，甲高铁、乙高铁将建成通车
    if _AIM.search(words) and not due and not _UNDATED_AIM.search(words):
        return None
    return start, start + len(words)


def _tells(folded: str, start: int, end: int) -> bool:
    """Tell whether words have a verb for a step of works, or for moving into them."""
    return any(told.search(folded, start, end) is not None for told in (_STEP, _MOVE_IN))


def _is_day_of(folded: str, once: int, piece: Span, dates: Within[Date]) -> bool:
    """Tell whether a day stands with what is built, or a step with a day behind: not 建成后床位由目前的400张增至…."""
    return bool(dates.between(piece[0], once)) or _STEP.search(folded, once, piece[1]) is not None


def _begin(folded: str, start: int, end: int) -> int:
    """Return where the words of a step begin: 目前，该项目 is no part of them."""
    for pattern in (_LEAD, _ANAPHOR, _LEAD):
        match = pattern.match(folded, start, end)
        start = match.end() if match else start
    return start


def day_of(folded: str, step: Span, clause: Span, dates: Within[Date]) -> Date | None:
    """Return the day of a step: in its words, else in the same clause, else alone in the clause before it."""
    found = dates.between(*step) or dates.between(*clause)
    if found:
        return found[0]
    # 2月18日，工程正式复工
    before = dates.between(max(0, clause[0] - 24), clause[0] - 1)
    alone = before and before[-1].end == clause[0] - 1 and folded[before[-1].end] == "，"
    return before[-1] if alone and folded[before[-1].start - 1 : before[-1].start] in _FRONTS else None
