"""The frame of a page (报头, 版头, 网页边框): lines that are nothing but dates, page names, staff and buttons.

What a frame says is printed in any order and company: 2019年4月19日 星期五 农历三月十五 第2版 要闻 责编 王某,
or 首页 > 新闻中心 > 要闻, or 【打印】【关闭】. So a line is read piece by piece from its beginning: it is
of the frame if pieces go to its end and one of them stands in frames only. The line under a web
page's headline (发布时间：… 来源：… 浏览次数：…) is made of pieces too.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal, TypeAlias

from newsie import patterns as re
from newsie.lexicon import any_of, layered, words

Frame: TypeAlias = Literal["furniture", "meta"]

_LONGEST = 240
_MENU = 3
"""So many words that headlines have as well are a menu when nothing else stands with them."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_END = rf"(?![{_HAN}])"
_COLON = r"\s?[：|丨]\s?"
_SEPARATORS = re.compile(
    r"[\s↑↓→←⬆⬇☟👇👆|·●★☆▪◆■▲▼□○◎◇/\\>＞»›→\-—–_=~+，、；：※【】\[\]（）〔〕()「」<>*#&]+"
)
_RUNNING = ("。", "，", "、", "；")
NAMES = rf"(?:(?![^\s：]{{0,8}}：)[{_HAN}·]{{1,4}}{_END}[ 、，/]{{0,4}}){{1,8}}"
"""Names in a row, each perhaps split by a space: 王 某 李某某."""

STAFF = (
    r"(?:[一二三四五六七八九十0-9A-Z]{1,3}版)?"
    r"(?:今日|本期|本版|值班|轮值|责任|版面|美术|图片|图文|文字|视觉|版式|新媒体|执行|实习|电子|[一二三]审){0,4}"
    r"(?:(?:副?总)编辑?|编委|组稿|图编|漫画|绘图|插图|题图|主编|编辑|责编|编审|审校|审读|校对|检校|版式|版面|组版|美编|制图|排版|照排|设计|监制|统筹|策划|审核|审定"
    r"|签发|签审|审签|监审|[一二三初复终]审|[一二三初]校|制作|编发|编校|核稿|统稿|审稿|值班主任|值班领导|信息员|责任人)"
)
"""Who makes a page: 责任编辑, 校对, 美编."""

_NUMERAL = "〇零○一二三四五六七八九十"
DAY = (
    r"(?:(?:19|20)[0-9]{2}(?:\s?年\s{0,2}[0-9]{1,2}\s?月\s{0,2}[0-9]{1,2}\s?日|\s?[./-]\s?[0-9]{1,2}\s?[./-]\s?[0-9]{1,2}(?![0-9]))"
    rf"|[二一][{_NUMERAL}]{{3}}\s?年\s?[{_NUMERAL}]{{1,3}}\s?月\s?[{_NUMERAL}]{{1,3}}\s?日)"
)
"""A day with its year: 2019年4月19日, 2018.3.30, 二〇一九年四月十九日."""

WEEKDAY = rf"(?:星\s?期\s?|礼拜|周)[一二三四五六日天](?![{_HAN}]{{2}})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY"
_STEMS = r"[甲乙丙丁戊己庚辛壬癸]\s?[子丑寅卯辰巳午未申酉戌亥]\s?[鼠牛虎兔龙蛇马羊猴鸡狗猪]?\s?年?"
_TERM = r"(?:[今明][日天])?(?:立[春夏秋冬]|[春秋]分|[夏冬]至|雨水|惊蛰|清明|谷雨|小满|芒种|[小大][暑雪寒]|处暑|白露|寒露|霜降)"
_MOON_DAY = r"闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)"
_LUNAR = (
    rf"(?:农历|夏历|阴历)\s?(?:{_STEMS}\s?)?(?:{_MOON_DAY})?|{_STEMS}\s?{_MOON_DAY}"
    rf"|{_MOON_DAY}(?=$|\s|{_TERM})|{_TERM}(?=$|\s)"
)
_PAGE = (
    r"第?\s?[0-9A-Z]{1,4}(?:\s?[-—~至]\s?[0-9A-Z]{1,4})?\s?版(?![面权本画主])|第[一二三四五六七八九十]{1,3}版"
    r"|(?:今日|本期|共|今日共)\s?[0-9一二三四五六七八九十]{1,3}\s?[个大]?版"
    r"|(?:总|新|创刊)?第\s?[0-9]{1,6}\s?[期号]|总第\s?[0-9]{1,6}|[A-Z][0-9]{1,3}(?![0-9A-Za-z])"
)
_REGISTER = (
    rf"[{_HAN}]{{1,8}}[〔\[（]\s?(?:19|20)[0-9]{{2}}\s?[〕\]）]\s?第?\s?[0-9]{{1,4}}\s?号|此件(?:依申请|主动)?公开(?:发布)?|不予公开"
    r"|(?:国内|国际|全国)?(?:统一|标准)(?:连续出版物|刊)号?|国内刊号|CN\s?[0-9]{2}\s?[-—－–]{1,2}\s?[0-9]{4}(?:/[A-Z]{1,2})?"
    r"|ISSN\s?[0-9X-]{8,9}|(?:邮发)?代号\s?：?\s?[0-9]{1,3}[-—－–][0-9]{1,4}"
    rf"|中共[{_HAN}]{{2,16}}(?:委员会|委)\s?(?:机关报|主管主办|主管|主办)?|[{_HAN}]{{2,12}}(?:主管|主办|机关报|(?:报社|编辑部|融媒体中心|传媒中心|新闻中心|(?:传媒|报业)集团)(?:编辑)?出版)"
    r"|(?:[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z]?\s{1,3})?[^\s，。：]{0,8}(?:准印证|登记证|许可证)\s?[字第号：0-9A-Z（）-]{1,20}"
)
_CONTACT = (
    rf"(?:[{_HAN}]{{1,6}}[日晚商都时早]?报社?)?(?:本报|本版|本网|电子|报社|编辑部|总编室|新闻|投稿|举报|监督|广告|发行|印刷|零售|全年|每月|订阅|邮政|联系|值班|服务|爆料|咨询"
    r"|办公室|通联部|记者部|投诉|报料|官方){0,4}"
    r"(?:地址|社址|热线|电话|传真|信箱|邮箱|邮编|邮政编码|定价|零售价?|网址|网站|微信号?|微博|QQ群?|E-?mail|Tel|印刷|订阅|承印|发行|法律顾问)"
    rf"\s?(?:：|(?=\s?[0-9]))\s?[^\s，。]{{1,60}}|0[0-9]{{2,3}}[-—][0-9]{{7,8}}(?![0-9])|[{_HAN}]{{2,8}}[：]\s?[0-9]{{3,4}}[-—]?[0-9]{{4,8}}|[{_HAN}]{{2,16}}(?:举报|投诉|监督|服务|咨询|报警)(?:电话|热线)：[0-9]{{3,5}}(?![0-9])|联系人?\s?：\s?{NAMES}"
)
_URL = r"[A-Za-z0-9._/:：+%-]{0,60}(?:www\.|WWW\.|https?：//|\.com|\.cn|\.net|\.gov|\.org|@)[A-Za-z0-9._/：:+%@?=&-]{0,200}"
_HOME = rf"[{_HAN}]{{2,24}}(?:门户网站|政府网站?|官方网站|新闻网|信息网|政务网)|[{_HAN}]{{1,10}}报\s?[·|]?\s?(?:多媒体)?(?:数字|电子)(?:报刊?|版)"
# 统计公报, 情况通报 are no papers
_SITE = rf"[{_HAN}]{{1,10}}(?<![公通捷喜汇申填举预情警])报社?|[{_HAN}]{{2,10}}(?:融媒体?(?:中心)?|客户端|微信公众号|发布|在线|网站)|(?:[{_HAN}]\s){{1,6}}报"
# what none of them is without
_SITE_SIGN = re.compile("[报媒端号布线站]")
_SKY = r"(?:晴|多云|阴|[小中大暴雷阵]{1,2}[雨雪]|雨夹雪|雾|霾)(?:有[小中大暴雷阵]{1,2}[雨雪])?"
_WIND = r"[东南西北偏微]{1,4}风\s?(?:[0-9一二三四五六七八九]\s?(?:[~～—–至到-]?\s?[0-9一二三四五六七八九])?\s?级)?"
_DEGREES = r"-?[0-9]{1,2}\s?(?:℃|度|°C?)?\s?(?:[~～/—–至到-]\s?-?[0-9]{1,2})?\s?(?:℃|度|°C?)"
_WEATHER = (
    rf"(?:天气(?:预报)?|气温|最[高低]气?温度?|[今明][日天]|今明|[今明]夜|白天|夜间)\s?：?(?=$|\s?(?:到|{_SKY}|{_WIND}|{_DEGREES}|白天|夜间|气温|天气|[今明]))"
    rf"|到(?=[明夜])|[{_HAN}]{{2,8}}：(?={_SKY}(?:[转到间\s，；]|$))|{_SKY}(?:(?:转|到|间){_SKY}){{0,3}}(?=$|[\s，；]|{_WIND}|{_DEGREES}|气温)|{_WIND}|{_DEGREES}|(?:空气质量|PM2\.5|湿度)\s?：?\s?\S{{1,8}}"
)
_SKY_TOLD = re.compile("气温|℃")
_SCAN = (
    r"更多(?:资讯|新闻|精彩|内容|信息)?[^，。]{0,24}?(?:APP|客户端|二维码|公众号|小程序)”?|(?:请)?点击(?:上方|下方|文末|左下角|右上角)?(?:“[^“”，。]{2,12}”)?[“”\s]?(?:蓝字|蓝色字|阅读原文|名片|卡片|“?关注”?|右上角)[^，。]{0,16}$|发表于[^\s，。]{2,5}$"
    r"|(?:请|手机|微信|长按){0,4}(?:扫一扫|扫码|扫描|扫下方|长按|识别)[^，。！]{0,24}?(?:二维码|关注|下载|观看|看视频|看更多|看直播|了解|客户端|公众号|阅读|分享|到手机|小程序|读报|订阅|听新闻|打开当前页)"
    r"[^。]{0,24}$|(?:二维码|微信公众号|抖音号|视频号)\s?：?\s?[^\s，。]{0,16}$|[^\s，。]{2,10}(?:二维码|公众号)$"
)
_COUNT = (
    r"(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|人次|率)?\s?(?:：\s?)?[0-9][0-9 ,]{0,10}\s?次?"
    r"|(?:浏览|阅读|点击|访问|查看)(?:次数|量|数|人次|率)\s?(?:：|$)|[0-9]{1,9}\s?(?:次浏览|次阅读|人阅读)"
    r"|(?:字体|字号|文字|字体大小|选择字号)\s?：?(?=[\s【\[（]{0,2}(?:特?大|超大|小|A|T))|视力保护色\s?：.{0,20}$"
    rf"|(?:索\s?引\s?号|文\s?号|发文字号|(?:主题|组配|体裁|信息|服务对象)分类|主\s?题\s?词|公开(?:方式|形式|范围|时限|日期)|有\s?效\s?性|信息类别|(?:发文|成文|生效|实施|废止|失效)日期){_COLON}[^\s，。]{{0,40}}"
)
"""Who has read it and how large it is shown: 浏览次数：1234, 字体：大 中 小."""

_SIZE = r"(?:特大|超大|大|中|小|标准)号?(?=$|[\s|/】\]）·、])|(?:增大|减小|恢复|放大|缩小)字[号体]"
# 某某县人民政府门户网站 >> 政务公开 >> 工程建设
_TRAIL = r"(?:[^，。；：>»›\s]{2,20}\s{0,3}(?:>{1,2}|»|›)\s{0,3}){2,6}[^，。；：>»›\s]{0,24}$"
_REST = (
    _TRAIL
    + r"|(?:您|你)?(?:现在|当前)?(?:的|所在的?|所处的?)?位置\s?(?:是|在)?\s?[：>].*|(?:上一?|下一?)[篇条则]\s?：.*"
    r"|(?:相关|延伸|更多|热门|推荐|精彩)(?:阅读|新闻|链接|报道|文章|推荐|内容|稿件)\s?(?:：.*|$)"
    r"|(?:主办|承办|主管|协办|版权|运维|技术支持|网站维护)(?:单位|方|所有|声明)?\s?(?:：.*|©.*|$)|(?:版权所有|Copyright|©).*"
    r"|[^，。]{0,30}(?:版权所有|网站标识码|ICP\s?备|公网安备|未经(?:书面|本报|本网|许可|授权|允许)).*"
    r"|(?:热搜词?|热门搜索|搜索热词|热词|热门关键词)\s?：.{0,80}$|请输入[^，。]{0,12}(?:关键[字词]|内容)\s{0,4}(?:搜索|检索)?(?=\s|$)"
    r"|(?:附件|图片来源|视频来源|原文链接|阅读原文|原标题)\s?：.{0,80}$|(?:分享|转发)(?:到|至|给)\s?：?.{0,60}$|(?:[^\s，。]{0,8}(?:见|请看|参见|刊)|导读\s?：?)\s?(?:今日|本报|本期)?\s?第?\s?[0-9A-Z一二三四五六七八九十]{1,3}\s?版(?=[）\s]|$)"
    rf"|据?(?:新华社|人民网|新华网|央视新闻|央广网|中新社|中新网|人民日报|[{_HAN}]{{2,6}}[日晚]报)(?:微博|客户端|报道|电|消息)?(?=[）\s]|$)|[^，。]{{0,12}}(?:敬请|欢迎)(?:关注|扫码|下载|订阅|垂询|投稿)[^。]{{0,40}}$"
)
_SOURCE = (
    rf"(?:文章|稿件|信息|新闻|内容|资料)?(?:来源|稿源|出处|来稿单位|发布单位|发布机构|发布机关|供稿单位|供稿|责任单位|转载自){_COLON}[^\s，。；]{{1,40}}"
    rf"|(?:发布|发表|更新|录入|上传|编辑|添加|公开|发文|提交)?(?:时间|日期|于)\s?：?\s?{DAY}"
    rf"|(?:文章|本文)?(?:作者|记者|通讯员|撰稿|撰文|供稿人?|供图|摄影|文图|图文|图片|文|图|发布人|发布者|文字){_COLON}{NAMES}"
)


@layered
def _piece() -> re.Pattern[str]:
    """Return the pattern of one piece; the name of the group that matches is its kind."""
    alone = any_of(words("frame_words.tsv", "alone"))
    beside = any_of([*words("frame_words.tsv", "beside"), *words("sections.txt")])
    spread = "|".join(rf"{word[0]}\s{word[1]}" for word in words("sections.txt") if len(word) == 2)
    return re.compile(
        rf"(?P<source>{_SOURCE})|(?P<sure>{_REST}|{WEEKDAY}|{_LUNAR}|{_REGISTER}|{_PAGE}|{_CONTACT}|{_URL}|{_SCAN}|{_COUNT}|(?:{_HOME}){_END}"
        rf"|{STAFF}(?:\s?[：/|丨\s]\s?{NAMES}|$)|(?:责编|责任编辑|校对|美编|审读|版式|组版)[{_HAN}]{{2,3}}{_END}|(?:{alone}){_END})"
        rf"|(?P<day>{DAY}|(?:19|20)[0-9]{{2}}\s?年\s?[0-9]{{1,2}}\s?月(?=$|\s))|(?P<time>[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?)|(?P<size>{_SIZE})|(?P<site>(?:{_SITE}){_END})"
        rf"|(?P<menu>(?:{beside}|{spread}|走进[{_HAN}]{{2,6}}|(?:魅力|美丽|印象|活力)[{_HAN}]{{2,4}}|[{_HAN}]{{2,4}}(?:概况|要闻)){_END})"
        rf"|(?P<weather>{_WEATHER})|(?P<latin>[A-Za-z][A-Za-z.'’]*)|(?P<number>[0-9]{{1,8}})"
    )


def frame(string: str) -> Frame | None:
    """Tell whether a folded line is of a page's frame, or the line under a web page's headline.

    >>> frame("2019年4月19日 星期五 农历己亥年三月十五"), frame("2023-05-06 10:21 来源：某某日报 浏览次数：12")
    ('furniture', 'meta')
    >>> frame("星期五集中开会") is None
    True
    """
    running = string.endswith(_RUNNING) and "未经" not in string and "版权" not in string
    if running and not _SKY_TOLD.search(string):
        return None
    kinds = None if len(string) > _LONGEST else _kinds(string.removesuffix("。") if running else string)
    if running and (kinds is None or kinds["weather"] < _MENU):
        return None  # 天气预报：晴转多云，西北风4～5级，最低气温1℃。
    if kinds is None or not (kinds or len(string) > 1):
        return None
    if not kinds:
        return "furniture"  # a ruled line, a row of arrows
    if kinds["source"] or (kinds["day"] and kinds["time"]):
        return "meta"
    beside = kinds["menu"] + 2 * kinds["site"] if kinds["menu"] else kinds["site"]
    barred = kinds["menu"] > 1 and re.search("[|>]", string)  # 信息公开 | 政务动态
    sure = barred or kinds["sure"] or kinds["day"] or kinds["size"] > 1 or kinds["weather"] > 1
    return "furniture" if sure or beside >= _MENU else None


def is_menu(string: str) -> bool:
    """Tell whether a folded line has nothing but words of a web page's menu: 政务公开, one of a column of them."""
    kinds = _kinds(string) if len(string) <= _LONGEST else None
    return bool(kinds) and not set(kinds or ()) - {"menu", "size"}


def is_site(string: str) -> bool:
    """Tell whether a folded line is the name of a newspaper, a website or a newsroom: 某某区融媒体中心."""
    if len(string) > _LONGEST or string.endswith(("发布", "在线")) or not _SITE_SIGN.search(string):
        return False
    kinds = _kinds(string)
    return bool(kinds) and not set(kinds or ()) - {"site"}


def _kinds(string: str) -> Counter[str] | None:
    """Count the pieces of a line by kind; None if anything else stands in it."""
    piece = _piece()
    found: list[str] = []
    at = 0
    while at < len(string):
        if gap := _SEPARATORS.match(string, at):
            at = gap.end()
            continue
        match = piece.match(string, at)
        if match is None or match.end() == at:
            return None
        found.append(match.lastgroup or "")
        at = match.end()
    return Counter(found)
