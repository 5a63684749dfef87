"""Buildings and streets whose nouns end names everywhere, where it is said of them that they are built.

Only what is told right behind such a noun makes it one: 青石写字楼主体封顶, 众和金街开工建设, 滨河路建成通车.

>>> text = "青石写字楼土建工程全面完工，滨河路、白岭街建成通车。"
>>> [[text[slice(*span)] for span in spans] for spans in find_raised(text)]
[['青石写字楼'], ['滨河路', '白岭街']]
"""

from __future__ import annotations

from collections.abc import Iterator

from newsie import patterns as re
from newsie.spans import start_behind
from newsie.text import Span

_ADVERBS = "(?:已经?|均|全面|顺利|全部|正式|成功|如期|基本|近日|日前|今[天日]|昨[天日]|全线|相继|同时|双双|先后|即?将|年内|年底前?|本?月底前?|[0-9]{1,2}月[0-9]{1,2}日|于){0,4}"
_RAISED = re.compile(
    # one by one, so that `re` sees what a name may end in
    f"(?P<noun>{'|'.join('店城园厂馆场街苑府郡居阁期路桥道')}|字楼|大楼|用房|小区|家属院|新村|公寓)(?:(?:"
    "(?:(?<=[店城园厂馆场街苑府郡居阁期])|(?<=字楼)|(?<=大楼)|(?<=用房))(?:"
    f"(?:土建|主体|钢结构|建设){{0,2}}(?:工程|结构|施工){{0,2}}{_ADVERBS}(?:开工建设|动工建设|动工兴建|破土动工|封顶)"
    f"|(?:土建|主体|钢结构){{1,2}}(?:工程|结构|施工|建设){{0,2}}{_ADVERBS}(?:完工|完成|竣工)|建设顺利推进"
    f"|(?<=[店城园厂馆]){_ADVERBS}(?:建成)?(?:投入使用|投入运营|投用|投运|开业|营业)"
    ")"
    f"|(?<=[路街桥])(?:[东西南北中]段|[一二三]期|延伸段)?(?:道路)?(?:新建|改造|拓宽|建设)?(?:工程)?{_ADVERBS}"
    "(?:建成通车|正式通车|竣工通车|开通通车|打通|通车|合龙|建成投用|通过(?:竣工|交工|交竣工|质量|综合)验收)"
    # 棉纺厂家属院改造已近尾声, 和苑小区交房
    f"|(?:(?<=小区)|(?<=属院)|(?<=新村)|(?<=公寓)|(?<=[苑园府居]))(?:[一二三四]期)?(?:{_ADVERBS}(?:交房|交钥匙|分房|交付(?:使用|业主)?)"
    f"|(?:综合|整体|提升|旧房|微)?改造(?:工程|项目)?{_ADVERBS}(?:(?:接?近|进入)尾声|进入收尾(?:阶段)?|完工|竣工|完成|过半|(?:正式)?(?:启动|开工)))"
    f"|(?<=[路街])(?:[东西南北中]段|[一二三]期)?(?:新建|改造|拓宽|提升|修复){{1,2}}{_ADVERBS}(?:完工|竣工|完成)"
    # 青石路、滨河街等10条城区道路建成通车
    "|(?<=[路街道])(?:等(?:[0-9一二两三四五六七八九十]{1,3}余?条|一批)?|[0-9一二两三四五六七八九十]{1,3}余?条)[\u4e00-\u9fff]{0,8}?(?:道路|公路|街道|街巷|断头路|干道)"
    "(?:新建|改造|拓宽|提升|建设|工程|任务|的){0,4}"
    f"{_ADVERBS}(?:建成通车|竣工通车|建成|完工|竣工|通车|贯通|开工|加快|推进)?"
    ")(?=[，。；、！\n]|$)|(?:(?<=小区)|(?<=[苑园府居]))(?:[一二三四]期)?(?:首批)?(?:交房|交钥匙|分房|选房)(?:仪式|活动))"
)
_LISTED = re.compile("[\u4e00-\u9fff“”]{2,18}(?:、[\u4e00-\u9fff“”]{2,18}){0,5}\\Z")
# 白沙桥、青石桥和柳林桥: a conjunction behind a noun
_MEMBER = re.compile("(?:(?<![路街桥])(?<!小区)(?<!属院)[和与及]|[^、和与及])+")
_MARKS = "，。；：\n"
_LONGEST_LIST = 120
_ENDING = re.compile("[楼店城园厂馆场街路房苑府郡居阁期道桥区院村寓]\\Z|[东西南北中](?:段|延)\\Z")
_CLASS = re.compile("等|[0-9两三四五六七八九十]余?[条座家栋]")
_BUILT = re.compile(
    "建成|完工|竣工|通车|贯通|开工|建设|改造|拓宽|封顶|完成|打通|推进|动工|投|业|合龙|验收|交房|钥匙|分房|选房|交付"
)
# 今年将打通青石路、白河街等断头路
_MADE = re.compile(
    "[^、]{0,8}?(?:打通|建成|新建|改造|拓宽|修建|改扩建|续建|新修)了?(?=[\u4e00-\u9fff]{2,6}[路街道][^、]{0,2}、)"
)


def find_raised(folded: str) -> Iterator[list[Span]]:
    """Yield where such a name, or a list of them, may stand, with what leads up to it."""
    done = 0
    for found in _RAISED.finditer(folded):
        start, end = _front(folded, done, found.end("noun")), found.end("noun")
        if not (_BUILT.search(folded, *found.span()) or _MADE.match(folded, start, end)):
            continue
        members = _MEMBER.finditer(folded, start, end)
        yield [member.span() for member in members if _is_one(member.group())]
        done = found.end()


def _is_one(member: str) -> bool:
    """Tell whether a member is one building or street, not the class of those in front: 甲、乙等星级酒店, 两条出口路."""
    return _ENDING.search(member) is not None and _CLASS.search(member) is None


def _front(folded: str, low: int, end: int) -> int:
    """Return where the list of names begins that ends at `end`: behind a mark, or behind an item that is no name."""
    start = start_behind(_MARKS, folded, max(low, end - _LONGEST_LIST), end)
    while start < end and not _LISTED.match(folded, start, end):
        start = folded.find("、", start, end) + 1 or end
    return start
