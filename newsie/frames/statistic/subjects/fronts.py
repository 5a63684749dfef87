"""What stands in front of the name of a clause's subject and is no part of it (定语).

位于城南的某某园, 由某公司投资建设的某某项目, 备受关注的某某项目, 冬小麦种植第一大县某某县.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.naming.names import Names
from newsie.frames.statistic.naming.nouns import RENOWN
from newsie.lexicon import any_of

_LOCATED = re.compile(
    r"[\u4e00-\u9fff]{2,6}所在的(?=[\u4e00-\u9fff]{2,8}[村镇乡县区市])|(?:横跨|跨越|飞跨|贯穿|连接)[^，。；\n]{2,16}?的|由[^，。；\n]{2,30}?(?:投资|承建|负责|联合|共同)?(?:主办|承办|举办|建设|兴建|开发|实施|承建|打造|投资|出资|捐建|援建)的|(?:位于|坐落于|坐落在|落户)[^，。；\n]{2,20}的"
    r"|(?:正在|新近|刚刚|主会场|分会场)?(?:签约|动工|开工|续建|引进|落户|在建|新建|新修|建设|兴建|改建|扩建|打造|落成|建成|投用|开业|竣工)不?久?的"
    # 由某镇引进的轴承项目, 村里成立的合作社, 同批开工的电机项目
    r"|(?:由[^，。；\n]{2,20}?|[村镇乡县市区]里?)?(?:引进|招引|成立|创办|组建|领办)的|(?:距此|离此|紧邻)[^，。；\n]{0,6}的|(?:同批|同期|同日|同时|一同|首批)(?:签约|动工|开工|投产|竣工)的"
)
# 这次洪灾已造成全市5个县区受灾: the figures are the area's
# 省里下达我县棚改任务800套, 住建局局长某某汇报了全县31个项目情况 too
_CAUSED = re.compile(
    r"(?:国家|上级|[省市州]里?|自治区)[\u4e00-\u9fff]{0,6}?(?:下达|分配|安排)给?(?=我[市县区州旗镇乡])|(?:[^，。；\n]{0,14}?(?:造成|致使|导致)|[^，。；\n]{0,24}?(?:汇报|通报|介绍|报告)了)(?=(?:全|我)(?:[省市县区州旗镇乡村]|街道))"
)
# 备受关注的某某产业园项目, 作为市级重点工程的某某堤, but 为推进, 对建设的某某项目
_SAID_OF = re.compile("(?![对为把将和与同从向在于被让使给据按随关是有由我该这那])[\u4e00-\u9fff]{3,14}")
# 在夏粮生产第一大省河南, 冬小麦种植第一大县唐河县: the place itself stands behind
_RENOWNED = re.compile(
    rf"在?[^，。；、\n0-9的]{{2,14}}?(?:(?:第[一二三四五])?[大强][省市县区镇]|{any_of(RENOWN)})(?=[\u4e00-\u9fff]{{2}})"
)
# 三大基地中开工最晚的某某公司: not the bases
_UTMOST = re.compile("[^，。；、：\\n0-9是为有系]{2,16}(?<!尽)最[\u4e00-\u9fff]{1,6}")
# 高峰期该镇日需采茶工1.5万人, 最多的上坞村拿走81万元
_AT_TIMES = re.compile(
    "(?:用工|采摘|生产|客流|销售|春运)?(?:高峰[期时]|旺季时?|淡季时?|最多时|最忙时|农忙时?|忙时|平时|平日)(?:节|，)?|(?:其中)?最[多少][的者](?=[一-鿿]{2,8}[村镇乡县区市旗社])"
)
# 作为主会场的某某产业园, 备受关注的某某大桥
_PRAISED = re.compile("作为|备受|广受|深受|倍受|久负|期盼|列入|被列|有望|正在|刚刚|已经")
_SEES = re.compile("(?:发现|看到|得知|获悉|了解到|注意到)(?=[^，。；\n])")
_SAYS = re.compile("|".join(f"(?:{form.pattern})" for form in (_SEES, _AT_TIMES, _LOCATED)))
_WHO = ("works", "body", "person")
_RANKS = ("大", "强", *RENOWN)
_OURS = re.compile("[全我]")
_REACH = 20


class Fronts:
    """What is said of names in front of them, in one text."""

    def __init__(self, string: str, names: Names) -> None:
        self._string = string
        self._names = names

    def behind(self, begin: int, end: int) -> int:
        """Return where the name stands behind what is said of it at `begin`, or `begin`."""
        says = _SAYS.match(self._string, begin, end)
        # 造成全市5个县区受灾: a pattern that looks far ahead
        says = says or (_OURS.search(self._string, begin, end) and _CAUSED.match(self._string, begin, end))
        at = self._behind_saying(begin, end) if says else begin
        return self._behind_rank(at if at > begin else self._behind_relative(begin, end), end)

    def _behind_saying(self, begin: int, end: int) -> int:
        """Return where the name stands behind words that say what befell it, when it is or where it lies."""
        begin = self._behind_seeing(begin, end)
        said = _CAUSED.match(self._string, begin, end) or self._at_times(begin, end)
        return said.end() if said else self.located(begin, end)

    def _at_times(self, begin: int, end: int) -> re.Match[str] | None:
        """Return the words that say at what season, or of which of several, a name is told."""
        times = _AT_TIMES.match(self._string, begin, end)
        return times if times and self._is_named(times.end(), end) else None

    def _behind_seeing(self, begin: int, end: int) -> int:
        """Return where the name stands behind 发现 or 看到, or `begin`: 发现该村上半年有3笔支出."""
        seen = _SEES.match(self._string, begin, end)
        return seen.end() if seen and self._is_named(seen.end(), end) else begin

    def _is_named(self, at: int, end: int) -> bool:
        """Tell whether a name begins at an offset, or what stands for one."""
        return self._string.startswith("该", at) or self._names.at(at, end) is not None

    def located(self, begin: int, end: int) -> int:
        """Return where what stands behind 位于某地的 begins, or `begin`."""
        located = _LOCATED.match(self._string, begin, end)
        return located.end() if located else begin

    def _behind_relative(self, begin: int, end: int) -> int:
        """Return where the works stand that are told of by what is said of them: 备受关注的某某项目."""
        at = self._string.find("的", begin, min(end, begin + _REACH))
        if at < 0:
            return begin
        said = _SAID_OF.fullmatch(self._string, begin, at)
        if said and self._names.is_works(at + 1, end):
            return at + 1
        utmost = self._string.find("最", begin, at) > 0 and _UTMOST.fullmatch(self._string, begin, at)
        if not utmost and not (said and _PRAISED.match(self._string, begin, at)):
            return begin
        named = self._names.at(at + 1, end)
        return at + 1 if named and named.kind in (_WHO if utmost else ("works",)) else begin

    def _behind_rank(self, begin: int, end: int) -> int:
        """Return where the place stands that is called the first province or county of something."""
        near = self._string[begin : min(end, begin + _REACH)]
        if not any(mark in near for mark in _RANKS):
            return begin
        renowned = _RENOWNED.match(self._string, begin, end)
        name = self._names.at(renowned.end(), end) if renowned else None
        return renowned.end() if renowned and name and name.kind == "land" else begin
