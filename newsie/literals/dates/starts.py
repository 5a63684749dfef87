"""Where time expressions may begin: one pass over the text, which is most of what finding them costs.

Most characters are passed over by the first character class alone, most of the rest by their neighbour.

>>> [found.start() for found in starts().finditer("上海3月26日上午，中国春节期间")]
[2, 4, 12]
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from newsie import patterns as re
from newsie.lexicon import rows
from newsie.literals.dates.festivals import festival
from newsie.literals.dates.grammar import DIGIT, MONTH
from newsie.literals.dates.lunar import TERMS
from newsie.literals.dates.points import FIRST_MONTHS, QUARTER
from newsie.literals.dates.words import NEAR_PARTS, WORDS

# 3.12日 and 2024.3.7, but no 3.12%
_DOTTED = r"\.[0-9]{1,2}[.日号—–~至到-]"
# where a numeral begins an expression: it runs to 年, 月, 日, 季度, or is joined to another numeral
_NUMERAL = (
    rf"(?<![0-9.,:{DIGIT}十廿〇零百])[0-9〇零○{DIGIT}十廿][0-9〇零○Oo{DIGIT}十廿]{{0,3}}"
    rf"(?= ?(?:[年月日至到]|[-—–~─])|季度|世纪|[/号]|{_DOTTED}|、[0-9]{{1,4}}[年月日、]|[和与][0-9]{{4}}| ?[上下]半年| ?第?[一二三四1-4]季度)"
    # the first year of an item of a list: 7.2025年全国粮食丰收
    r"|(?:(?<=[\n；：][0-9]\.)|(?<=[\n；：][0-9]{2}\.))20[0-9]{2}(?=年)"
    r"|(?<![0-9A-Za-z.,:/一二三四五六七八九十百廿〇零○-])(?:1[89]|2[01])[0-9]{2} ?(?:0[1-9]|1[0-2]) ?[0-3][0-9](?![0-9])"
)
_RELATIVE = (
    r"(?:今|去|明|大?前|大?后|本|上|下|次|翌|同|当)年|这一?年|[上下]一年|本月|这个月|上上?个?月|下下?个?月|当月|同月|[上下]半年|[上下]半月|(?<![^，。；：！？\s])[上中下]旬|全年|年[底末终初内]|月[底初末中]"
    rf"|元年|元月|[两二]千零[{DIGIT}十]{{1,3}}年|{NEAR_PARTS}|第?[一二三1-3](?:季度)?、?第?[二三四2-4]季度|{QUARTER}|{FIRST_MONTHS}"
    rf"|农历|阴历|旧历|夏历|闰?[正冬腊]月|闰(?={MONTH}月)|大年(?=初)"
)
_NUMERALS = f"0-9〇零○{DIGIT}十廿"
# the first two characters of every expression, by the first
_PAIRS = (
    rf"(?<![{_NUMERALS}百])[{_NUMERALS}]"
    rf"(?=[{_NUMERALS}多余几百千Oo]{{0,5}}(?: ?[年月日至到—–~─上下第-]|{_DOTTED}|[季世/周天星礼个号、和与上下第末期规计时以”’\"']| [01][0-9] )|[0-9]{{7}}(?![0-9]))"
    r"|[近眼截迄昨翌]|[日目]前|当[前天日晚夜年月]|最近|如今|现[在如]|至今|[两二]千零|到目|连日|过去|未来|即日"
    rf"|[多数几两半百千][年日月天周十百千个多余星礼几两{DIGIT}]|[两几数][{DIGIT}]"
    rf"|这[几些一个天年周星礼半季]|大[大前后年]|[今明去][天日晚晨早夜儿年后明春夏秋冬（]|[昨前后]（|昨今|接下|往后|不久|那[几些]|[前后][天晚年半个两几些不{DIGIT}十0-9]"
    rf"|[同次][日年月]|同一[日天]|[上下本][上下个一周星礼月年半世季两{DIGIT}十0-9]|周(?:[{DIGIT}日]|天(?=[上下早晚中凌的]|[^\u4e00-\u9fff]|$))|星期|礼拜"
    rf"|[“‘\"'][{DIGIT}十双春元中国清端]|全年|年[底末终初内三]|月[底初末中]|第[{DIGIT}1-4]|首季|头[两二三2-9十1]|[农阴旧夏]历|闰|[上中下]旬|第?[一二三1-3](?:季度)?、?第?[二三四2-4]季"
)
# those that any character may follow
_ALONE = "近眼截迄昨翌闰"


@cache
def starts() -> re.Pattern[str]:
    """Return the pattern that matches the first character of what may be a time expression."""
    pairs = f"{_PAIRS}|{_feasts()}"
    first = _firsts()
    # the classes stand first, so that the search skips to their characters; the rest is looked at from its front
    near = rf"(?:(?=[{_seconds()}])|(?<=[{_ALONE}]))"
    return re.compile(rf"[{first}]{near}(?<=(?={pairs})(?={written()})[{first}])")


def written() -> str:
    """Return the pattern of all that may begin an expression, without the short cut that makes it fast."""
    return rf"(?:{_NUMERAL}|{WORDS}|{_RELATIVE}|{festival().pattern})"


def _firsts() -> str:
    """Return the characters that an expression may begin with, for a class."""
    named = "".join(sorted({name[0] for name in _names()}))
    return f"近最日目接往不那当眼如现截迄至到连多数这大前昨今明后同次翌上下本周星礼过未“‘\"'{_NUMERALS}去全年月第首头两几半百千即农阴旧夏闰{named}"


def _seconds() -> str:
    """Return the characters that may stand second, for a class: all that the pairs are written with."""
    written_with = {*_PAIRS, *"0123456789", *(name[1] for name in _names())} - set(r"\[](){}|?<=!:,^-")
    return "".join(sorted(written_with)) + r"\-"


def _feasts() -> str:
    """Return the first three characters of festivals and of months with names: 记者节, not every 记者."""
    rests = defaultdict(set)
    for name in _names():
        rests[name[0]].add(name[1:3])
    return "|".join(f"{first}(?:{'|'.join(sorted(ends))})" for first, ends in sorted(rests.items()))


def _names() -> tuple[str, ...]:
    return (*(row[0] for row in rows("festivals.tsv", 6)), *TERMS, "正月", "冬月", "腊月", "元年", "元月")
