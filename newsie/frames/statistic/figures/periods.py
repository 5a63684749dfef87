"""When a figure holds: the time expression of its sentence, else the one that frames it.

上半年 at the head of a clause frames what the paragraph says after it. What a figure is measured
against (比去年), the day of an event or of the news itself (记者1月8日获悉), and when something is
to be finished (明年6月并网) say nothing of the figures around them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import NEXT_ITEM, Clause, Figure, Sentence
from newsie.frames.statistic.figures.natures import Nature
from newsie.frames.statistic.figures.source import Source
from newsie.frames.statistic.figures.words import first_verb, words
from newsie.reading import Date

_NEWS = re.compile(r"[^。；\n]{0,30}?(?:记者(?![^，。；\n]{0,18}(?:看到|见到|发现))|获悉|了解到|得知)")
_AGAINST = re.compile(r"(?:[比较与是为占至到]|相当于)$")
# 到2025年新建学校15所: by when
_UNTIL = re.compile(
    r"(?:^|[，。；：“\n]|力争|确保|争取|预计|计划|有望|目标|提出|明确|要求|规划|部署|指出|强调|表示|宣布|[^上直一不]将|据[悉介绍了解统计]{1,3}，)(?:到了?|至)$"
)
# 完成全年计划的六成: the year is that of the plan
_OF_PLAN = re.compile(r"的?(?:目标|计划|任务|预算)[^，。；\n]{0,6}的$")
_INTENDED = re.compile(r"[^，。；\n]{0,8}?(?:要|将|计划|力争|拟|预计|确保)(?![求闻点素])")
# 中秋、国庆“两节”临近，甲局检查市场: what is yet to come frames no fact
_COMING = re.compile(r"[^，。；\n]{0,10}?(?:临近|将至|将近|来临|到来|在即|即将|前夕)")
_ORIGIN = re.compile(r"[由从]$")
_CAUSED = re.compile("(?:并|已|共|目前)?(?:造成|导致|致使|致)")
_TOLD = re.compile("[^，。；\\n]{0,8}?(?:[报称说]|表示|消息|通报|宣布|发布|公布|证实)")
_STEP = re.compile(
    r"[^，。；\n]{0,8}?(?:开工|动工|投产|竣工|建成|奠基|破土|进场|落成|投用|投入使用|通车|并网|开业|封顶|交付|完工|试生产|试运行|启动|完成)"
)
# 刑警队昨日破获一起诈骗案，涉案金额达17万元
_CRACKED = re.compile(
    "(?:凌晨|上午|下午|晚|夜间)?(?:成功|连续|一举)?(?:破获|侦破|查获|查处|捣毁|打掉|抓获|端掉|审结|宣判)"
)
# 去年减少贫困人口8万人。……全市还有贫困村412个: how things stand now
_STILL = re.compile(r"[还尚仍]有")
# 全年完成投资2亿元。……现有大棚6000亩; but 截至3月4日，……现有病例5例
_NOW = re.compile("(?<!占)现有")
# 截至10月底，全县今年实施的112条公路已建成94条: the year is that of the roads
_MADE_THEN = re.compile("(?:计划|拟|安排|确定|新|已)?(?:实施|建设|开工|启动|下达|列入|谋划|签约|引进|承担)的")
# 今年是某某战略提出10周年，已累计承接4.3万家: what the year is frames nothing summed up
_IS_A_YEAR = re.compile(
    r"[，]?(?:正)?(?:是|恰逢|正值|适逢|迎来)[^，。；\n]{0,40}?(?:周年|之年|元年|年头|[0-9一二三四五六七八九十]年)"
)
_SUMMED = re.compile("累计|共计|总计|已有|达到?")
# 目前国内装机容量最大的电站: so large among all
_OF_ALL = re.compile(r"(?:国内|我国|中国|全国|世界|全球|亚洲)[^，。；\n0-9]{0,10}最[大长高多快新]的")
# 由2009年的1000元增加到如今的一万多元: each has its own; 恢复到去年同期的九成 is measured against it
_OWN_OF = re.compile("(?<!同期)的(?:约|近|大约|不足|不到|超)?")
_FROM_TO = re.compile("(?:(?<!恢复)(?<!达)到|至|较|由|从)$")
_SHARES = ("倍", "成")
# 据某国媒体2日报道，某军空袭了50处目标: the only day that is told
_REPORTED = re.compile("(?:报道|消息|称|说|表示)(?:称|说)?(?=，)")
_SPELL_TOLD = re.compile("过去(?:的)?[0-9一二两三四五六七八九十]{1,3}个?多?(?:小时|天|周)")
_NUMBERED = re.compile("(?:^|[；：\\n])(?:[0-9]{1,2}[.、]|（[0-9]{1,2}）)$")
_CLOCKS = ("当地时间", "北京时间", "当地")
_ABOVE_ALL = ("特别是", "尤其是")
# 十年间总量在2021年突破百亿元，平均贡献率达到三成: the year is that of the one event
_REACHED = re.compile(r"(?:首次)?(?:突破|超过|跨上|迈上|跃上|站上)")
# 日前首台机组吊装。项目共125台机组: the news is of one day
_LATELY = ("日前", "近日")
_SO_FAR = (*_LATELY, "目前", "如今", "现在")
# 青山县上半年经济运行平稳，实现生产总值35亿元: the time behind its subject; not 某局局长昨日介绍
_SUBJECT = re.compile(
    "(?!延续|扭转|刷新|创[下历近]|保持|临近|正值|时值|适逢|恰逢|每逢|如果|若(?![羌尔])|建议|提议|记者|据|从|由|在|自|到|于|和|与|比|较|按|为|因|对|向|当|随着|通讯员)(?:《[^《》\n]{1,20}》|“[^“”，。\n]{1,12}”|[\u4e00-\u9fffA-Za-z0-9—·]){2,24}"
)
_NO_SUBJECT = re.compile(
    "记者|是|的$|[在于从自由比较至到为是对将把]$|(?:历年来|跨度|为期)$|[说称]|表示|介绍|通讯员|[那当每往同]年$|(?:[经历]|持续|历时|用时)$"
)
_TELLING = re.compile(
    "[讯电]|[0-9一二三四五六七八九十]{2,4}多?岁|成立|落户|创[办建立]|始建|组建|注册|出生|毕业|参军|入伍|退休|[^，。；\n]{0,24}?(?:[说称]|表示|介绍|透露|通报|公布|发布|报道|宣布|公告|消息|数据|显示|指出|强调|要求|获悉|印发|会见|新闻发布会)"
)
# 某社区2020年获评示范社区，有居民3600户: how many there are, whenever it is told
_THERE_ARE = re.compile(
    "(?:现|共)?有(?![所望力效关机序])[\u4e00-\u9fff]{1,8}|(?:现有|在校|年产[值能]).{0,10}"
)
# 在过去一天抓获3人。据统计，超过85%的人口受灾
_SPELL_PAST = re.compile("过去的?[0-9一二两三四五六七八九十]{1,3}多?个?(?:小时|[天日周月]|星期)")
_BY_OTHERS = re.compile("(?:另外?)?(?:根?据|截至)")
# 未来4年将每年捐助300万元。该社共有成员36名; but 未来三天 a whole forecast tells of
_SPELL_AHEAD = re.compile("(?:未来|今后)的?[0-9一二两三四五六七八九十几]{1,3}个?多?[年月]")
# 3月20日，某工程开工，建成后每年供水1.4亿立方米: when it begins to be built says nothing of it
_THEN = re.compile("届时|(?:建成|投产|投用|投入使用|投运|完工|竣工|通车|达产|成型|开通|投入运营)后")
# 从2月2日至3月4日，: all of a stretch is named
_STRETCH = re.compile("[0-9日月年时号](?:至|到|—|-|~)")
_HELD_YEARLY = re.compile(
    "度?[^，。；\n]{0,16}?(?:[高中联统]考|考试|[会赛展节]|春运|活动|拉开|开幕|举行|落幕|启动|开赛|闭幕)"
)
_HELD_THEN = re.compile("开幕|举行|举办|召开|启动|开赛|签约|揭幕|落幕|闭幕|收官|开工|开业|开园|开展")
# 骗取32人，其中一人借款2万元，半年后被迫还款: later in a tale
_LATER = re.compile(
    "(?:[一二两三四五六七八九十半几数0-9]{1,3}个?多?(?:年|个?月|[天周]|星期|小时))(?:之|以)?后"
)
_PLANNED = re.compile("[^，。；\n]{0,24}?(?:将|预计|计划|可|能|力争|有望|要|拟)")
# 捐赠资金500万元, 受灾3000亩: what happened, whatever it is measured in
_BEFELL = re.compile(
    "捐赠|捐款|捐助|捐出|受灾|绝收|成灾|损失|受损|被淹|倒塌|清运|清理|收缴|查获|缴获|追回|发放|签约|成交|转移|投放|采集|献血"
)
_LONGEST_ASIDE = 30
_LONGEST_FRAME = 1000
_LONGEST_OPENING = 120
_REACH = 12
"""How many dates back the frame is looked for."""


class Periods:
    """The time expressions of a text; `of` gives a figure's."""

    def __init__(self, source: Source, dates: Sequence[Date]) -> None:
        self._string = source.string
        self._dates = dates
        self._starts = [date.start for date in dates]

    def of(self, figure: Figure, sentence: Sentence, *, static: bool, frame: Nature | None) -> Date | None:
        """Return the time expression of `figure`, or None.

        In its sentence the nearest before it, else one in the rest of its clause; else the nearest
        earlier one of the paragraph that opens a clause and can `frame` what is done or planned.
        A `static` figure (总投资) takes none across a semicolon.
        """
        place = bisect_left(self._starts, figure.span[0])
        for date in self._near(place):
            if date.start < sentence.span[0]:
                break
            if (
                self._is_quoted(date, figure)
                or self._is_of_part(date, figure)
                or self._is_made(date, sentence)
            ):
                continue
            if static and "；" in self._string[date.end : figure.span[0]]:
                break
            # 近日，总投资3.6亿元的某某医院封顶
            if static and self._string.startswith(_LATELY, date.start):
                continue
            # 今天，某某隧道启动掘进施工，隧道全长约6公里
            lasts = static and not figure.unit.endswith("元")
            if lasts and date.interval.precision == "day" and date.start < figure.clause[0]:
                continue
            if self._holds(date, figure, sentence, static=static):
                return date
        if place < len(self._dates) and self._dates[place].end <= figure.clause[1]:
            return self._dates[place]
        if static or frame is None:
            return None
        return self._frame(place, figure, sentence, frame) or self._summed_up(place, figure, sentence)

    def _is_made(self, date: Date, sentence: Sentence) -> bool:
        """Tell whether a date says when what is counted was begun, behind as of when: 截至10月底，全县今年实施的…."""
        if _MADE_THEN.match(self._string, date.end) is None:
            return False
        return 0 <= self._string.find("截至", *sentence.span) < date.start

    def _near(self, place: int) -> Sequence[Date]:
        """Return the dates before `place`, the nearest first."""
        return self._dates[max(0, place - _REACH) : place][::-1]

    def _holds(self, date: Date, figure: Figure, sentence: Sentence, *, static: bool) -> bool:
        """Tell whether a date of the figure's sentence says when the figure holds."""
        low = max(0, date.start - 3)
        if self._is_own(date, figure):
            return True
        if _AGAINST.search(self._string, low, date.start) and not (
            _UNTIL.search(self._string, low, date.start) or self._string.endswith(_ABOVE_ALL, 0, date.start)
        ):
            return False
        if _OF_PLAN.match(self._string, date.end, figure.span[0]) or self._is_mentioned(date, figure):
            return False
        if figure.clause[0] <= date.start:
            return date.start >= figure.left[0] or not self._is_origin(date)
        if self._is_news(date) or self._is_origin(date):
            return False
        if self._string.endswith("在", 0, date.start) and _REACHED.match(self._string, date.end):
            return False
        clause = _clause_of(sentence, date)
        if date.interval.precision == "day" and _REPORTED.match(self._string, date.end):
            # 今天称，在过去24小时，…95人丧生
            return not _SPELL_TOLD.search(self._string, date.end, figure.span[0])
        # 某地14日夜间出现强降雨，导致5人死亡
        if _CAUSED.match(self._string, *figure.clause) and not _TOLD.match(self._string, date.end):
            return True
        if clause.figures:
            return True
        # 某厂今年开工建设，总投资2.6亿元
        sums = static and not self._string.endswith("来", date.start, date.end)
        opens = self._opens_clause(date) or (not sums and self._follows_subject(date, clause, figure))
        # 6.前三季度全社会用电量创新高 达到7.77万亿千瓦时；
        opens = opens or _NUMBERED.search(self._string, max(0, date.start - 5), date.start) is not None
        opens = opens or _CRACKED.match(self._string, date.end) is not None
        return opens and _STEP.match(self._string, date.end, clause.span[1]) is None

    def _is_origin(self, date: Date) -> bool:
        """Tell whether a date is only from when something runs: 由2019年的八成; not 从2月2日至3月4日."""
        if not _ORIGIN.search(self._string, max(0, date.start - 1), date.start):
            return False
        return _STRETCH.search(self._string, date.start, date.end) is None

    def _follows_subject(self, date: Date, clause: Clause, figure: Figure) -> bool:
        """Tell whether a date stands behind the subject that a clause begins with: 青山县上半年经济平稳，…."""
        start, end = clause.span[0], date.start
        subject = _SUBJECT.fullmatch(self._string, start, end)
        if subject is None or _NO_SUBJECT.search(self._string, start, end):
            return False
        precision = date.interval.precision
        if self._string.startswith("的", date.end) and precision == "day":
            return False
        if precision == "year" and _THERE_ARE.fullmatch(self._string, figure.clause[0], figure.span[0]):
            return False
        told = _TELLING.match(self._string, date.end, clause.span[1])
        return told is None and first_verb(self._string, start, end) is None

    def _is_own(self, date: Date, figure: Figure) -> bool:
        """Tell whether a level reached or left is that of the time right before it: 增加到如今的一万多元."""
        own = _OWN_OF.match(self._string, date.end, figure.span[0])
        if own is None or own.end() != figure.span[0] or figure.unit in _SHARES:
            return False
        return _FROM_TO.search(self._string, max(0, date.start - 3), date.start) is not None

    def _is_mentioned(self, date: Date, figure: Figure) -> bool:
        """Tell whether a time is only told of: the year of an anniversary, 目前国内最大的."""
        if self._string.startswith("赛季", date.end) or self._names_event(date):
            return True
        if _LATER.fullmatch(self._string, date.start, date.end) and not _PLANNED.match(
            self._string, date.end
        ):
            return True
        if date.start < figure.clause[0]:
            then = _THEN.search(self._string, date.end, figure.span[0])
            # 主体工程日前贯通，届时将惠及83万人
            if then and (then.group() != "届时" or self._string.startswith(_SO_FAR, date.start)):
                return True
            year = _IS_A_YEAR.match(self._string, date.end, figure.clause[0])
            if year and _SUMMED.search(self._string, figure.clause[0], figure.span[0]):
                return True
        return self._string.startswith("目前", date.start) and bool(_OF_ALL.match(self._string, date.end))

    def _names_event(self, date: Date) -> bool:
        """Tell whether a year behind a day belongs to the name of what is held: 6月7日，2015年高考拉开帷幕."""
        if date.interval.precision != "year" or not self._string.endswith("，", 0, date.start):
            return False
        place = bisect_left(self._starts, date.start)
        before = self._dates[place - 1] if place else None
        same_day = before is not None and before.end == date.start - 1 and before.interval.precision != "year"
        return same_day and _HELD_YEARLY.match(self._string, date.end) is not None

    def _frame(self, place: int, figure: Figure, sentence: Sentence, nature: Nature) -> Date | None:
        """Return the last date of the paragraph before the sentence that opens a clause.

        A single day frames what happened on it (发出选票986张), not what something is.
        """
        start = sentence.span[0]
        if _STILL.search(self._string, max(start, figure.span[0] - _LONGEST_OPENING), figure.span[0]):
            return None
        counted = figure.amount.quantity.unit not in words("scale")
        befell = not counted and _BEFELL.search(self._string, *figure.left) is not None
        happened = (counted or befell) and not self._string.startswith("该", start)
        now = _NOW.search(self._string, max(start, figure.span[0] - _LONGEST_OPENING), figure.span[0])
        for date in self._near(place):
            if now and date.interval.precision != "vague":
                return None
            if start - date.end > _LONGEST_FRAME or "\n" in self._string[date.end : start]:
                return None
            if NEXT_ITEM.search(self._string, date.end, start + 4):
                return None
            if (
                date.end > start
                or (date.interval.precision == "day" and not happened)
                or self._string.startswith(_LATELY, date.start)
                or self._is_aside(date)
                or self._names_event(date)
                or self._is_quoted(date, figure)
                or self._is_over(date, start)
            ):
                continue
            if self._opens_clause(date) and not self._is_news(date):
                # 今年要新建35个。……腾出480平方米: what is intended frames no fact
                intended = _INTENDED.match(self._string, date.end) is not None
                intended = intended or _SPELL_AHEAD.match(self._string, date.start, date.end) is not None
                return date if intended == (nature == "target") else None
        return None

    def _is_over(self, date: Date, start: int) -> bool:
        """Tell whether a short spell just past is done with where a sentence is told by others: 过去一天抓获3人。据统计，…."""
        if not _SPELL_PAST.match(self._string, date.start, date.end):
            return False
        return _BY_OTHERS.match(self._string, start) is not None

    def _is_quoted(self, date: Date, figure: Figure) -> bool:
        """Tell whether somebody else's words hold a date: “明天上午来一趟。”8月27日，……抓获犯罪嫌疑人9名."""
        if figure.span[0] - date.end > _LONGEST_FRAME:
            return False
        between = self._string[date.end : figure.span[0]]
        return "”" in between and between.count("”") > between.count("“")

    def _is_of_part(self, date: Date, figure: Figure) -> bool:
        """Tell whether a date is of one part alone, told of before: 其中10月1日发送2.4万人；机场起降航班264架次."""
        among = self._string.endswith("其中", 0, date.start)
        return among and "；" in self._string[date.end : figure.span[0]]

    def _is_aside(self, date: Date) -> bool:
        """Tell whether a date stands in brackets: 年龄不超过30周岁（1986年4月1日以后出生）."""
        opened = self._string.rfind("（", max(0, date.start - _LONGEST_ASIDE), date.start)
        if opened < 0 or "）" in self._string[opened : date.start]:
            return False
        return "）" in self._string[date.end : date.end + _LONGEST_ASIDE]

    def _summed_up(self, place: int, figure: Figure, sentence: Sentence) -> Date | None:
        """Return the date behind a string of figures that opens the news: 检查5次，整改3项……今年以来，…."""
        pause = self._string.find(
            "……", figure.span[1], min(sentence.span[1], figure.span[1] + _LONGEST_OPENING)
        )
        if pause < 0:
            return None
        for date in self._dates[place : place + _REACH]:
            if date.end > sentence.span[1] or date.start <= pause:
                continue
            # 签约项目26个……10月16日上午，洽谈会开幕: not the day of the news
            held = _HELD_THEN.search(self._string, date.end, sentence.span[1])
            event = held and self._opens_clause(date) and not self._is_news(date)
            if date.interval.precision != "day" or event:
                return date
        return None

    def _opens_clause(self, date: Date) -> bool:
        """Tell whether a date opens a clause; 计划到2025年， does too."""
        if _COMING.match(self._string, date.end):
            return False
        start = date.start
        # 在过去一年里，; 从2月2日至3月4日，
        stretch = _STRETCH.search(self._string, date.start, date.end)
        start -= self._string.startswith(("在", "从") if stretch else "在", start - 1)
        # 当地时间5日晚，多名枪手……
        clock = next((word for word in _CLOCKS if self._string.endswith(word, 0, start)), "")
        start -= len(clock)
        # 本报某地1月11日电今天上午，: the dateline ends without a mark
        if start == 0 or self._string.endswith((*"，。；：！？（…\n“—―　", "日电", "日讯", "报讯"), 0, start):
            return True
        # “……只留19个。”今年1至9月，公司实现销售收入3.42亿元; a day behind a quotation is when the story goes on
        if date.interval.precision != "day" and self._string.endswith(("。”", "！”", "？”"), 0, date.start):
            return True
        # 联赛自6月8日开赛以来，共进行比赛91场
        if self._string.startswith("自", date.start) and self._string.endswith("来", date.start, date.end):
            return True
        if self._string.endswith(_ABOVE_ALL, 0, date.start):
            return True
        # 关于明年工作，县长提出，……目标是
        if self._string.endswith("关于", 0, date.start) and self._string[date.start - 3] in "，。；：\n":
            return True
        return _UNTIL.search(self._string, max(0, date.start - 3), date.start) is not None

    def _is_news(self, date: Date) -> bool:
        return _NEWS.match(self._string, date.end) is not None


def _clause_of(sentence: Sentence, date: Date) -> Clause:
    place = bisect_right(sentence.clauses, date.start, key=lambda clause: clause.span[0])
    return sentence.clauses[max(0, place - 1)]
