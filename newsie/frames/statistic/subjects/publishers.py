"""Who only tells figures that are another's (数据发布者): 国家统计局公布，全国社会物流总额111.9万亿元.

What a ministry, a national association, a statistics office or the customs publish is about a
country or an area, not about them; what they do themselves (国家防总通报责任人2810名) is theirs.
"""

from __future__ import annotations

from newsie import patterns as re

_MINISTRY = (
    r"(?:外交|国防|教育|科学技术|科技|工业和信息化|工信|公安|民政|司法|财政|人力资源和?社会保障|人社|自然资源|生态环境"
    r"|住房和?城乡建设|住建|交通运输|水利|农业农村|商务|文化和旅游|应急管理|退役军人事务)部"
)
_CENTRAL = re.compile(
    rf"{_MINISTRY}[\u4e00-\u9fff]{{0,12}}"
    r"|(?:国家|全国|中国|中华|中央|国务院|最高人民)[\u4e00-\u9fff]{1,18}"
    r"(?:局|署|委|委员会|联合会|协会|学会|商会|中心|院|办|办公室|总社|银行|统计局[\u4e00-\u9fff]{2,10})"
    r"|国务院|海关总署|[\u4e00-\u9fff]{2,8}(?:总局|总署)"
)
# what foreign ministries and armies, the United Nations and the banks of all countries tell is of any country
_OF_NATIONS = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:国防部|外交部|内政部|国土交通部|卫生部|能源部|财政部|司法部|紧急情况部|总参谋部|武装部队|国务院|议会|海关)"
    r"|联合国[\u4e00-\u9fff]{0,18}"
    r"|(?:世界|国际|亚洲|亚太|非洲|泛美|拉美|欧洲|阿拉伯|全球)(?:[\u4e00-\u9fff]{0,12}(?:组织|银行|署|委员会|协会|联合会|机构|理事会|中心|论坛)|联盟)"
    r"|欧盟[\u4e00-\u9fff]{0,6}(?:委员会|统计局|理事会|机构)|经合组织|世[卫贸]组织|粮农组织|欧佩克|亚开行|世行|亚行"
)
_OF_FIGURES = re.compile(
    r"[\u4e00-\u9fff]{0,16}(?:统计局|调查队|调查总队|海关|气象局|气象台|气候中心|(?:统计|气象)部门)"
)
_NEWS = r"(?:数据|统计|监测|调度|调查|测算|核算|报告|公报|消息)(?:结果)?"
_PUBLISHES = re.compile(
    r"(?:等[^，。；\n]{0,4}?(?:部门|单位|部委|机关))?(?:日前|近日|今天|昨天|联合){0,3}(?:印发|出台|下发|发布|公布)(?:了)?《"
    r"|[^，。；：\n0-9]{0,8}?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?(?:（[^（）\n]{1,12}）)?[^，。；：\n0-9]{0,6}?"
    rf"(?:(?:发布|公布|披露)(?:[^，。；：\n]{{0,30}}?(?:{_NEWS}|显示|指数|情况|结果)|[，：]|$)"
    rf"|[^，。；：\n]{{0,14}}?{_NEWS}(?:显示|表明|[，：]|$)"
    r"|(?:举行|召开)[^，。；：\n]{0,24}?(?:发布会|吹风会|见面会)"
    r"|(?:有关|相关)?(?:负责人|司长|局长|发言人)?(?:介绍|表示|说|称|透露|通报|预计|预测)(?:[，：]|$))"
)

# 春运专班数据显示，全社会人员流动量…: told by whoever counts
_COUNTS = re.compile(
    r"[^，。；：\n0-9]{0,8}?(?:最新)?(?:大数据|数据|监测|统计|测算)(?:结果)?显示|(?:重点)?监测的"
)
_CLAIMS = re.compile(
    r"[^，。；：\n]{0,24}?(?:称|[发公]布的?(?:声明|通报|[^，。；：\n]{0,14}?(?:数据|消息|报告|评估)》?)(?:说|显示|指出|预测)?|(?:声明|通报)说)"
)


def is_central(name: str) -> bool:
    """Tell whether a name is one of the state's central organs or a national association.

    >>> is_central("中国物流与采购联合会"), is_central("市委宣传部")
    (True, False)
    """
    return _CENTRAL.fullmatch(name) is not None


def tells_of_others(name: str) -> bool:
    """Tell whether figures that a body tells are those of its country or area.

    >>> tells_of_others("商丘市统计局"), tells_of_others("世界卫生组织"), tells_of_others("市文旅局")
    (True, True, False)
    """
    return is_central(name) or any(form.fullmatch(name) for form in (_OF_FIGURES, _OF_NATIONS))


def tells_abroad(string: str, start: int, end: int) -> bool:
    """Tell whether words name a foreign ministry or a body of many nations, or one whose official speaks behind them.

    >>> tells_abroad("某国国防部称", 0, 5), tells_abroad("市统计局发言人", 0, 4)
    (True, False)
    """
    return _OF_NATIONS.fullmatch(string, start, end) is not None


def publishes(string: str, end: int) -> bool:
    """Tell whether the words behind a name that ends at `end` only make figures known.

    >>> publishes("国家统计局今天发布数据显示，", 5), publishes("国家防总通报名单", 4)
    (True, False)
    """
    return _PUBLISHES.match(string, end) is not None


def counts(string: str, end: int) -> bool:
    """Tell whether the words behind a name that ends at `end` say that its data show what follows.

    >>> counts("某专班数据显示，", 3), counts("某专班检查单位", 3)
    (True, False)
    """
    return _COUNTS.match(string, end) is not None


def claims(string: str, start: int, end: int) -> bool:
    """Tell whether a clause, whose words behind a name these are, only says who claims what follows it.

    What an army or a foreign government says happened is as a rule done by others.

    >>> claims("某国国防军20日称", 5, 9), claims("某国国防军20日空袭", 5, 10)
    (True, False)
    """
    return _CLAIMS.fullmatch(string, start, end) is not None
