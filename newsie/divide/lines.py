"""What each line of a page is on its own: furniture, dateline, byline, credit, headline-like or text."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from newsie import patterns as re
from newsie.clean import Line, ends_sentence
from newsie.divide import bylines, photo_credits
from newsie.divide.frame import DAY, NAMES, STAFF, WEEKDAY, frame
from newsie.lexicon import layered, words

Role: TypeAlias = Literal[
    "furniture", "column", "onward", "back", "start", "meta", "byline", "credit", "caption", "brief", "text"
]

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_PAPER = (
    rf"[{_HAN}]{{1,6}}(?:日报|晚报|晨报|时报|商报|都市报|周报|快报|导报|早报|周刊|新闻)|[{_HAN}]{{1,3}}报"
    rf"|[{_HAN}]{{1,9}}(?:新闻|政府|信息|门户|资讯|传媒|发布|公众|零距离|在线|日报|晚报)网|[{_HAN}]{{2,6}}(?:融媒|发布|在线)"
)
_PAPER_NAME = re.compile(_PAPER)
# 某某日报 05 乡村振兴: a page of whatever name
_PAPERS_PAGE = re.compile(rf"(?:{_PAPER})\s{{1,6}}第?[0-9A-Z]{{1,3}}版?\s{{1,6}}[{_HAN}·]{{2,8}}")
_MASTHEAD = [
    # 某某新闻 2023年1月6日: a paper whose name says nothing, beside its date
    re.compile(rf"(?=.{{0,60}}$)(?:.{{0,20}}\s)?{DAY}(?:\s|$|{WEEKDAY}|第|农历|责|编|版|总)[^。，]{{0,50}}"),
    # 总值班 王某 版式 李某; but 城乡统筹 绘就新画卷 is a headline
    re.compile(
        rf"(?=.{{0,70}}$).{{0,16}}{STAFF}\s{{0,20}}[：/]\s{{0,20}}[^。]{{2,60}}|(?:.{{0,16}}[\s●■])?{STAFF}\s{{1,20}}{NAMES}"
    ),
    # a path: 网站首页 > 民生 > 社区
    re.compile(
        r"[^\s>＞»›。，]{0,10}(?:\s{0,20}[>＞»›]{1,2}\s{0,20}[^\s>＞»›。]{2,14}){2,6}|(?:网站)?首页\s?[>＞»›].{0,80}"
    ),
    re.compile(r"(?:第?\s{0,20}[0-9A-Z一二三四五六七八九十]{1,4}\s{0,20}版?|[0-9A-Z]{1,3}\s{0,20}版)"),
    re.compile(r"[A-Z][A-Z ]{4,40}"),
    re.compile(r".{0,60}(?:www\.|WWW\.|https?://|\.example|\.com|\.cn|\.gov)\S{0,200}.{0,20}"),
    re.compile(r"(?:[^|｜]{1,14}\s{0,20}[|｜]\s{0,20}){2,}[^|｜]{0,20}"),
    # a link that lost its address: [查看原文](; when it was last changed; what was broadcast: （《某某联播》 20240424 19:00）
    re.compile(
        r"\[[^\[\]\s]{2,12}\][（(][^\s（）()]{0,300}[）)]?|[（(]更新时间戳?\s?[：:]\s?[0-9]{8,14}[）)]|[（(]《[^《》\s]{2,12}》\s?[0-9]{8}(?:\s[0-9]{1,2}[：:][0-9]{2})?[）)]"
    ),
    # a list of other stories: · 某镇开展义务植树 2019-04-12
    re.compile(rf"[·•]\s{{0,20}}[^。]{{4,60}}\s{DAY}"),
    re.compile(r"[-—=_*·.~＊─━═\s]{3,}"),
    # — 1 —, 第3页 共5页: the number of a sheet
    re.compile(
        r"[-—–·]{1,2}\s{0,3}[0-9]{1,3}\s{0,3}[-—–·]{1,2}|第\s?[0-9]{1,3}\s?页[\s，/]{0,3}(?:共\s?[0-9]{1,3}\s?页)?"
    ),
    re.compile(
        r"第?\s{0,20}[0-9A-Z]{1,3}\s{0,20}版\s{0,20}[：:/]?\s{0,20}\S{0,8}|[A-Z]?\d{1,2}\s{1,20}\S{2,6}|今日\s{0,20}[0-9一二三四五六七八九十]{1,3}\s{0,20}版.{0,12}"
    ),
]
# what other pages have: 千亩莲藕采挖忙 /5版, ▲“流动党校”开进草原（三版）
_TEASER = re.compile(
    r"[●■◆▲△★]?\s?[^。，]{4,40}(?:\s{0,6}（第?[一二三四五六七八0-9A-Z]{1,3}版）|\s?(?:[/／▶→]|[>＞»]{1,3}|…{1,6}|[.·]{2,12})\s?第?[0-9A-Z]{1,3}\s?版|\s{1,6}[A-Z]?[0-9]{1,2}版)"
)
_FURNITURE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in _MASTHEAD))
# 今日导读　“老字号”酒厂重组记 B2　加息后房贷怎么还 B3
_CONTENTS_WORDS = ("今日导读", "本期导读", "导读")
_CONTENTS = re.compile(r"(?:今日|本期)?导读\s[^。]{4,100}[\s/▶→…][A-Z]?[0-9]{1,2}版?")
# a longer line without any of these is neither: 三版 has none
_PLAIN_SIGNS = r"\dA-Za-z>＞»›|｜—·.*~＊─━═=_版编审校稿\-"
_FRAME_SIGN = re.compile(
    # all that a sign begins with, for `re` has a quick loop for one class
    rf"[{_PLAIN_SIGNS}首漫绘插题制照设监统策签值信责](?:(?<=[{_PLAIN_SIGNS}])|(?<=首)页"
    # what else those who make a page are called by (`STAFF`)
    r"|(?<=漫)画|(?<=[绘插题制])图|(?<=照)排|(?<=设)计|(?<=监)制|(?<=统)筹|(?<=策)划|(?<=签)发|(?<=制)作|(?<=值)班|(?<=信)息员|(?<=责)任人)"
)
# 某某新闻 二〇一九年四月十九日
_YEAR_IN_WORDS = re.compile(r"[二一][〇零○一二三四五六七八九十]{3}\s?年")
_SHORTEST_PLAIN = 8
# [图：改造后的小区一角], 【图片】, [图片说明：工人在铺管]: where a web page had a picture
_PICTURE_PLACE = re.compile(
    r"[\[【〔](?:图片?|照片|配图|插图|组图|视频|资料图片?)(?:说明)?\s?[0-9一二三四五①-⑨]{0,2}(?:(?:[：\s]|为)[^\]】〕]{1,60})?[\]】〕]"
)
CONTINUED = re.compile(
    r"[（(【▶►▷▲▼■●→\s]{0,6}(?:下转|详见|紧接)\s{0,20}(?:第?[0-9A-Z一二三四五六七八九十]+版?|.{1,4}版)[^。]{0,14}[）)】]?"
)
"""A note that a story goes on elsewhere: （下转第3版）."""

_CONTINUATION = re.compile(
    r"[（(【◀◄◁▲▼■●←\s]{0,6}(?:上接|接)\s{0,20}(?:第?[0-9A-Z一二三四五六七八九十]+版?|.{1,4}版)[^。]{0,14}[）)】]?"
)
_ITEM = re.compile(
    r"[●■◆▲△★☆◎□○◇▪▶►➤]\s{0,20}(?=\S)|(?:[●■◆▲★◎□○◇▪]\s{0,20})?[【\[〖](?![0-9])[^】\]〗]{3,40}[】\]〗](?=.|$)"
)
_ITEM_TITLE = re.compile(r"\s{0,20}[●■◆▲★◎□○◇▪]?\s{0,20}[【\[〖]([^】\]〗]{3,40})[】\]〗]")
_BOXED = re.compile(r"[【〖\[][^】〗\]]{2,24}[】〗\]]|[▲▼◆★●■◇]{1,3}[^。]{2,16}[▲▼◆★●■◇]{1,3}")
# ●集锦; ■ 乡 镇 传 真
_BULLETED = re.compile(
    rf"[●■◆▲★◎▪]\s?[{_HAN}]{{2,5}}|[●■◆▲★◎▪◇□]\s{{0,3}}[{_HAN}](?:\s{{1,2}}[{_HAN}]){{2,9}}"
)
# 砥砺奋进的五年·行走某地: what a series is called; a person's name between dots is shorter, 要闻·民生 a page's
_SERIES = re.compile(
    rf"[{_HAN}]{{3,8}}[·•][{_HAN}]{{3,8}}|“[{_HAN}]{{3,8}}”[{_HAN}0-9]{{0,8}}[·•][{_HAN}]{{2,8}}"
)
_THREE_SLOGANS = re.compile(r"([^\s]{3,5})(?:\s[^\s]{3,5}){2,3}")
# 新闻 | 某某新区, wrung out of a page's head without its rule; 新闻摘要 heads a summary
_PAGE_TITLE = re.compile(
    rf"(?:综合|本地|县域|区域|民生|社会|经济|时政)?(?:新闻|要闻|时政)(?!摘要|发布|发言|媒体|舆论|宣传|出版|中心|工作|记者|单位|行业|频道)[{_HAN}]{{2,8}}"
)
_PAGE_NAME = re.compile(rf"[{_HAN}]{{0,5}}(?:新闻|要闻|综合|时政)")
_PICTURED = re.compile(r"摄|供图|图$|图[/／:：]|图片|照片")
_REST_OF_BRACKET = re.compile("[^（）]{1,30}）[^，。；]{2}")
_TAKEN = re.compile("摄(?:影(?:报道)?)?[）)]?$")
# 记者 某某/文 某某/图: who wrote stands in it too
WRITTEN = re.compile(
    r"(?<!本)文\s{0,20}[/／并兼及]?\s{0,20}[图摄]|图\s{0,20}[/／]?\s{0,20}文|[/／]\s{0,4}文|撰[稿文]|(?<![本图])文字?\s?[：/／]"
)
"""Who wrote is named beside who took the pictures."""
# 02 要 闻, 要闻·民生 3: what stands beside the name of a page
_NUMBERED = re.compile(
    r"[\s·、/|]+|第?[0-9一二三四五六七八九十]{1,3}版?$|^第?[0-9一二三四五六七八九十]{1,3}版?"
)
# 一、综合 is a part of a report, no page's name
_ENUMERATED = re.compile("[一二三四五六七八九十]{1,3}、")
_ORNAMENT = re.compile(r"[\s▲▼◆★●■◇□※＊*“”\"][\s▲▼◆★●■◇□※＊*“”\"]*")
# 重点项目巡礼 ⑦
# 简讯集装箱
_DIGEST_TITLE = re.compile(
    rf"[{_HAN}]{{0,4}}(?:简讯|快讯|短讯|要闻|新闻|信息)(?:集装箱|超市|快车|荟萃|集锦|一束|拾零|集纳|点击|直通车|扫描|播报|快递)"
)
_SHOWN = re.compile("[展显绽亮][^，。]{0,4}(?:风采|答卷|镜头)$|[交书写答][好出][^，。]{0,6}答卷$")
_PART_OF_SERIES = re.compile("[①-⑳]$|[（(][0-9一二三四五六七八九十]{1,3}[）)]$")
# ornaments and the spaces between characters included
_LONGEST_SECTION = 40

NOTICE = re.compile(
    r"(?:公示|公告|通告|公报|启事|通知|通报|声明|名单|倡议书|公开信|决定|决议|意见|办法)(?:（[^（）]{1,6}）)?$"
)
"""These titles open a story though no dateline follows: 教师招聘公告（摘要）."""

_LONGEST_COLUMN = 26
SLOGAN_WORD = re.compile(r"新时代|新征程|新伟业|新篇章|新作为|新担当")


class Marked(NamedTuple):
    """A line with what it is on its own.

    Attributes:
        line: the line.
        role: `furniture` belongs to no article; `column` is a column title; `onward` and `back` are
            continuation notes; `start` begins with a dateline or a paragraph mark; `meta` is a web
            page's source line; `byline` and `credit` stand alone; `caption` has its credit behind
            it; `brief` begins an item of a digest; `text` is all other.
    """

    line: Line
    role: Role

    @property
    def string(self) -> str:
        """The folded characters."""
        return self.line.text.folded


def mark(line: Line) -> Marked:
    """Tell what a line is on its own.

    Args are one line; its neighbours are looked at later.
    """
    return Marked(line, _role(line))


def _role(line: Line) -> Role:
    string = line.text.folded
    if "版" in string and CONTINUED.fullmatch(string):
        return "onward"
    if "版" in string and _CONTINUATION.fullmatch(string):
        return "back"
    if ("：" in string or ":" in string) and bylines.META.fullmatch(string):
        return "meta"
    if string[0] in "[【〔" and _PICTURE_PLACE.fullmatch(string):
        return "caption"
    # 本报记者 某某 摄影报道, （本报记者 某某 摄）; standing apart, the first is a story's byline
    shot = line.gap and string.endswith("报道")
    credited = not shot and _TAKEN.search(string) is not None and bylines.is_credit(string)
    # □记者 某某 报道, over 本报某地7月17日讯
    reported = string.endswith("报道") and "摄" not in string and bylines.is_byline(string)
    if line.mark or (bylines.opens_story(string) and not (credited or reported)):
        return "start"
    shown = photo_credits.captioned(line.text)
    if shown and (line.gap or photo_credits.is_shown(string) or not ends_sentence(shown[0].folded)):
        return "caption"  # a sentence that stands apart; else it is the end of a picture's text
    if bylines.is_signature(line.text, line.indent):
        return "byline"
    # 本报讯（记者 某某 / 文/图）某局宣布: the bracket of a dateline closes, and text follows
    inside = _REST_OF_BRACKET.match(string) is not None
    if not inside and (bylines.is_byline(string) or bylines.is_credit(string)):
        return "byline" if WRITTEN.search(string) or not _PICTURED.search(string) else "credit"
    if line.gap and _SERIES.fullmatch(string):
        return "column"
    return _framed(string) or ("brief" if _ITEM.match(string) else "text")


def _framed(string: str) -> Role | None:
    """Tell what a line of a page's frame is: furniture, a web page's source line, a column's title."""
    framed = frame(string)
    if framed == "meta":
        return "meta"
    if is_column(string):
        return "column"
    return "furniture" if framed or _is_shaped(string) else None


def is_furniture(string: str) -> bool:
    """Tell whether a line is a masthead, an imprint or a piece of a web page's frame.

    >>> is_furniture("某某日报 要闻"), is_furniture("责任编辑 王某  版式 李某"), is_furniture("区委书记会见来宾")
    (True, True, False)
    """
    return frame(string) == "furniture" or _is_shaped(string)


def _is_shaped(string: str) -> bool:
    """Tell whether a line is of the frame though some of it is any word: 某某新闻 2023年1月6日, 3版 乡村."""
    if string.endswith(("，", "、")) or ends_sentence(string):
        return False
    if string.endswith(("版", "版）")) and _TEASER.fullmatch(string):
        return True
    if string.startswith(_CONTENTS_WORDS) and _CONTENTS.fullmatch(string):
        return True
    dated = len(string.split()) > 1 and _YEAR_IN_WORDS.search(string)
    if len(string) > _SHORTEST_PLAIN and not dated and not _FRAME_SIGN.search(string):
        return is_section(string)
    if len(string) <= _LONGEST_SECTION and _PAPERS_PAGE.fullmatch(string):
        return True
    return _FURNITURE.fullmatch(string) is not None or is_section(string)


def is_section(string: str) -> bool:
    """Tell whether a line names a newspaper or one of its pages: 02 要 闻, 要闻·民生 3."""
    if len(string) > _LONGEST_SECTION or "，" in string or _ENUMERATED.match(string):
        return False
    plain = _NUMBERED.sub("", string.strip("●■◆★▲"))
    if not plain or len(plain) > 16:
        return False
    names = words("sections.txt")
    if plain in names or _PAGE_TITLE.fullmatch(plain):
        return True
    if plain[0] not in _first_letters() and not _PAPER_NAME.match(plain):
        return False
    return any(
        (plain[cut:] in names or not plain[cut:]) and (plain[:cut] in names or _is_paper(plain[:cut]))
        for cut in range(1, len(plain) + 1)
    )


@layered
def _first_letters() -> frozenset[str]:
    """Return the characters that the names of pages begin with."""
    return frozenset(name[0] for name in words("sections.txt"))


def is_page_title(string: str) -> bool:
    """Tell whether a line is the title of a page: 新闻 | 某某新区, without its rule."""
    return _PAGE_TITLE.fullmatch(re.sub(r"\s+", "", string)) is not None


def is_page_name(string: str) -> bool:
    """Tell whether a line names what a page has, of whatever area: 开发区新闻, 镇街要闻.

    >>> is_page_name("开发区新闻"), is_page_name("开发区")
    (True, False)
    """
    return _PAGE_NAME.fullmatch(re.sub(r"\s+", "", string)) is not None


def _is_paper(string: str) -> bool:
    """Tell whether a string can be the name of a newspaper or site."""
    return _PAPER_NAME.fullmatch(string) is not None


def is_column(string: str) -> bool:
    """Tell whether a line is a column title: 简 讯, 新时代 新征程 新伟业, 【奋斗新时代】.

    >>> is_column("民生简讯"), is_column("示范区召开推进会")
    (True, False)
    """
    if len(string) > _LONGEST_COLUMN or ">" in string or "|" in string:
        return False  # 民生 > 动态 is a path
    if _BULLETED.fullmatch(string):
        return True
    if _BOXED.fullmatch(string) and not string.startswith(("●", "■")):
        return True
    plain = _PART_OF_SERIES.sub("", _ORNAMENT.sub("", string))
    if not plain or len(plain) > 12:
        return False
    if _SHOWN.search(plain):
        return False  # 技能比武展风采 says what somebody does
    if plain in words("columns.txt") or plain.endswith(_column_endings()) or _DIGEST_TITLE.fullmatch(plain):
        return True
    return _THREE_SLOGANS.fullmatch(string) is not None and SLOGAN_WORD.search(string) is not None


@layered
def _column_endings() -> tuple[str, ...]:
    """Return what the titles of columns end in: ~ stands before it in the list."""
    return tuple(entry[1:] for entry in words("columns.txt") if entry.startswith("~"))


def item_title(string: str) -> tuple[int, int, int] | None:
    """Return where the title of a digest item stands and where its body begins: ●【题】正文."""
    match = _ITEM_TITLE.match(string)
    return (match.start(1), match.end(1), match.end()) if match else None


_END_OF_NAMES = re.compile(rf"[{_HAN}\s]{{1,5}}(?<![通会决起施])[{_HAN}]）")
_LONGEST_HEAD = 48
# 记者：老椰林产量低是不是主要原因？ in an interview; a paper asks by its own name: 某某日报：钱从哪里来？
_ASKED = re.compile(rf"(?:记\s?者|主持人|问|答)：|[{_HAN}]{{1,6}}[日晚早晨商时周]报：[^。]{{1,46}}？\Z")


def could_be_head(line: Line) -> bool:
    """Tell whether a line could be a headline, subhead or caption, seen alone."""
    # a mark is a paragraph's, where every paragraph has one; elsewhere it opens a story
    return not line.mark and len(string := line.text.folded) <= _LONGEST_HEAD and _could_be_head(string)


@lru_cache(maxsize=4096)
def _could_be_head(string: str) -> bool:
    if _ASKED.match(string) or "。" in string[:-1]:
        return False
    if _END_OF_NAMES.fullmatch(string):
        return False  # 和医院共同负担。（彭 / 雅静）
    return string[-1] not in "。；，、：;,:" and not string.startswith(("，", "。", "、", "；", "”"))
