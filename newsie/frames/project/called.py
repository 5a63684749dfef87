"""What is said right beside a name that makes it an undertaking, besides how far it has come.

>>> is_opened("年内投入使用", (0, 6)), is_ranked("石白铁路全线控制性工程", (0, 4)), is_ranked("石白铁路货运列车", (0, 4))
(True, True, False)
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.text import Span

# 青石大道建成通车, 第三中学投入使用
_OPENED = re.compile(
    "(?:已|将|日前|近日|今[天日]|昨天|年内|年底前?|[今明后]年|[上下]半年|[一二三四]季度|(?:于|[0-9]{4}年)?[0-9]{1,2}[月日]|正式|全面|全线|全部|顺利|如期|整体|竣工|建成|主体(?:工程)?){0,6}"
    "(?:建成|竣工|完工|封顶|落成|通车|投产|投用|投运|开馆|开园|投入(?:使用|运营)(?=[，。；、！”并]|$))(?![后率]|[^，。；]{0,6}(?:周年|[年月]来|以来))"
)
# 是陆海通道的骨干工程, 重点工程某某高速, 某某铁路全线控制性工程某某隧道
_RANKED = "(?:国家级?|省级?|市级?|世界级?)?(?:重点|重大|控制性|骨干|标志性|标杆|关键性?)[\u4e00-\u9fff]{0,4}(?:工程|项目)"
_CALLED = re.compile(
    f"(?:作?为|是)[^，。；是]{{0,20}}?{_RANKED}(?=[，。；、]|之一)(?![^。；]{{0,20}}(?:始?建|建成)于[0-9]{{4}}年)"
)
_RANK_BEFORE = re.compile(f'{_RANKED}(?:之一)?(?:的|——|—|:)?[“"]?$')
# 新建了跨青河的第三座大桥——某某大桥
_BUILT_BEFORE = re.compile('(?:新建|建成|兴建|修建|在建)[^，。；—]{2,24}——[“"]?$')
_WHOLE_OF = re.compile(
    "(?:全线|全程|首[个条座]|重难点|的|[三两]大|最[大长难高]){0,3}(?:控制性|关键性?|重难点)(?:节点)?(?:工程|项目)"
)
# 某某大桥首根桩基开钻, 某某船闸进行联合调试, 在某某大桥，1000多名建设者坚守岗位
_AT_WORK = re.compile(
    "(?![^，。；]{0,10}(?:车间|生产线|流水线))(?![^，。；]{0,16}(?:更换|维修|养护|检修|需要))[\u4e00-\u9fffA-Z0-9]{0,14}?(?:开钻|(?:单机|单闸|联合|联动|有水|无水|系统|设备)[\u4e00-\u9fff]{0,4}调试|封底|校飞|试通航|整体提升|首[根片榀节件]|架设|吊装|浇筑|铺装|掘进)(?![技工机设量材法]|监控|护栏|防撞|路灯|标志|电缆|光缆)"
    "|，?(?:约|近|每天有?|上)?[0-9一二三四五六七八九十百千万]{1,6}余?多?名(?:建设者|施工人员|建设工人)(?=[^，。；]{0,8}(?:坚守|奋战|施工|建设|加班|作业|忙碌|鏖战))"
)
# 某某大道拓宽工程全长8.8公里, 某某水厂扩建工程设计日供水10万吨: what is told of it is how it is built
_LAID_OUT = re.compile(
    "(?:项目|工程)?(?:(?:路线|线路|道路|主线|干渠|渠道|隧道|桥梁|全线|设计)?(?:全长|总长|长度?)(?:约|为|近|达)*[0-9]"
    "|(?:总|建设|计划|施工)工期|(?:主要)?建设(?:内容|规模)|双向[四六八两]车道|(?:已|目前|累计|现){0,3}完成[^，。；、0-9]{2,12}?[0-9.]{1,8}[万千百]?余?(?:公里|千米|延米|米|座|处|立方米|方|平方米|亩|孔|跨|片|根|栋)|设计(?:时速|标准|供水|日|年|处理|总|灌溉|防洪|库容|规模)|规划(?:建设|用地|总|占地)[^，。；]{0,8}[0-9]"
    "|(?:新建|改造|加固|治理|疏浚|清淤|衬砌|整治|拓宽|改建|修建|建设)[^，。；、]{2,12}?[0-9.]{1,8}(?:万|千|百)?余?(?:公里|千米|米|座|处|亩|平方米|公顷))"
)
# 因某某大道改造工程封闭施工需要
_NEEDS = re.compile("(?:[\u4e00-\u9fff]{0,6}(?:施工|建设))?的?(?:需要(?=，|$)|期间)")
# 施工人员在某某水库|坝体碾压作业
_WORKERS = re.compile(
    "(?:施工人员|工人们?|建设者们?|作业人员|施工队|技术人员)(?:正|正在|昨天|今天|日前)?在[^，。；“”]{0,9}$"
)
_WORK = re.compile(
    "[^，。；、“”]{0,10}?(?P<work>作业|施工|铺[设装筑]|浇[筑灌]|安装|焊接|碾压|绑扎|吊装|架设|抢抓工期|紧张忙碌|忙碌)"
)
_BEFORE = 28


def is_opened(folded: str, piece: Span) -> bool:
    """Tell whether what stands behind a name, or a list of them, says that it is or will be in use."""
    return _OPENED.match(folded, *piece) is not None


def is_ranked(folded: str, mention: Span) -> bool:
    """Tell whether a name is called an important work, or is the whole of such a part, or is worked at."""
    if _RANK_BEFORE.search(folded, max(0, mention[0] - _BEFORE), mention[0]):
        return True
    called = any(said.match(folded, mention[1]) for said in (_CALLED, _AT_WORK))
    called = called or _BUILT_BEFORE.search(folded, max(0, mention[0] - _BEFORE), mention[0]) is not None
    return called or find_part(folded, mention) is not None


def is_laid_out(folded: str, mention: Span) -> bool:
    """Tell whether how long, wide or large works are is told right behind their name.

    >>> is_laid_out("海堤路拓宽工程全长8.8公里", (0, 7))
    True
    """
    return any(told.match(folded, mention[1]) is not None for told in (_LAID_OUT, _NEEDS))


def find_part(folded: str, mention: Span) -> Span | None:
    """Return the words behind a name for a part on which all depends, if such stand there: 全线控制性工程."""
    part = _WHOLE_OF.match(folded, mention[1])
    if part or not _WORKERS.search(folded, max(0, mention[0] - _BEFORE), mention[0]):
        return part.span() if part else None
    work = _WORK.match(folded, mention[1])
    return work.span("work") if work else None
