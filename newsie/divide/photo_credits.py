"""Who took a picture, where the credit stands beside other words: at a caption's or a paragraph's end (图片署名)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.divide.bylines import (
    COLUMN_CREDIT,
    CREDIT_END,
    has_role,
    has_surname,
    is_credit,
    only_names,
    tokens,
)
from newsie.divide.datelines import ROLE
from newsie.text import Text

_INLINE_CREDIT = re.compile(
    rf"(?<=[。！？”…])[ \u3000]{{0,20}}(?:（(?=[^（）]{{2,12}}摄）$)|[（(])?((?:(?<=（)|{ROLE}|[^，。；！？：（）“”]{{2,14}}?(?:中心|局|台|社|办|部|委)[ \u3000])"
    rf"[^，。；！？：（）“”]{{2,40}}?{CREDIT_END})[）)]?$"
)
# what `CREDIT_END` ends in, and nothing
_CREDIT_ENDS = "摄影道图"
_CAPTION_CREDIT = re.compile(
    rf"([^。！？；：]{{4,60}}?)[ \u3000]{{0,20}}((?:[（(][ \u3000]{{0,20}}{ROLE}|(?<=[ \u3000]){ROLE})[^，。；！？：（）]{{2,40}}(?<![文/／])(?:摄影|摄|供图)[）)]?)"
)
# 观摩团在项目现场听取介绍 巴某某 摄; 市民在赏花（李某 摄）
_NAMED_CREDIT = re.compile(
    r"([^，。！？；：、\s]{6,40}。?|[^，。！？；：、\s]{4,24}，[^，。！？；：、\s]{4,24}。)(?:[ \u3000]{1,6}|(?<=。)|(?=（))(?:（\s?)?([\u4e00-\u9fff·]{2,8}[ \u3000]{0,3}[/／]?摄影?)）?"
)
_SHOT_BY = re.compile(r"([\u4e00-\u9fff·]{2,8}?)[ \u3000]{0,3}[/／]?摄影?")
# 本报特约记者 某某 摄
_ROLE_ALONE = re.compile(ROLE)
_DATED = re.compile("[0-9]{1,2}月|[昨今前][天日]|近日|日前|连日")
# 图为市长询问菜价。 本报记者 某某 摄; 上图：5月6日，村民在浇地　某某 摄
_SHOWN_CREDIT = re.compile(
    r"([▲△▼ ]{0,4}[上下左右]?图[^。]{3,60}?(?:。|(?=[ \u3000]|[（(])))[ \u3000]{0,20}([（(]?[^，。；！？：（）]{2,30}(?<![文/／])(?:摄影|摄|供图)[）)]?)"
)
# （通讯员 某某 文/图） ends a story
_WROTE = re.compile(r"文\s?[/／]?\s?[图摄]|图\s?[/／]\s?文")
_POINTERS = frozenset("▲△▼")
# 图书馆 shows nothing
_SHOWN_WORD = re.compile("[▲△▼ ]{0,4}[上下左右]?图(?![书案纸谋们])")


def inline_credit(text: Text) -> tuple[Text, Text] | None:
    """Split a paragraph that ends in a picture credit: …的地标性建筑。 本报记者 崔某 摄."""
    string = text.plain
    match = _INLINE_CREDIT.search(string) if string.rstrip("）)")[-1:] in _CREDIT_ENDS else None
    if match is None or not is_credit(match.group(1)):
        return None
    if _ROLE_ALONE.match(match.group(1)) and _WROTE.search(match.group(1)):
        return None
    return text[: match.start()], text[match.start() :].strip()


def captioned(text: Text) -> tuple[Text, Text] | None:
    """Split a caption that its credit follows on the same line: 大桥施工现场　本报记者 崔某 摄."""
    string = text.folded.rstrip()
    if column_credit(string):
        return None
    credited = string.rstrip("）)").endswith(("摄", "摄影", "供图"))
    pattern = _SHOWN_CREDIT if _SHOWN_WORD.match(string) else _CAPTION_CREDIT
    match = pattern.fullmatch(string) or _named_credit(string) if credited else None
    if match is None or not is_credit(match.group(2)) or _all_names(match.group(1)):
        return None
    if _ROLE_ALONE.fullmatch(match.group(1)) or ("。" in match.group(1) and _DATED.match(string)):
        return None
    return text[: match.end(1)].strip(), text[match.start(2) : match.end(2)].strip()


def is_shown(string: str) -> bool:
    """Tell whether a line begins as what tells of a picture does: 图为, 上图：, ▲.

    >>> is_shown("上图：村民在浇地"), is_shown("图书馆开馆"), is_shown("市民在赏花")
    (True, False, False)
    """
    return string[:1] in _POINTERS or _SHOWN_WORD.match(string) is not None


def _named_credit(string: str) -> re.Match[str] | None:
    """Return what a caption and the bare name of who took it are: 市民在赏花（李某 摄）; without a space between them it is a usual name."""
    match = _NAMED_CREDIT.fullmatch(string)
    by = _SHOT_BY.fullmatch(match[2]) if match else None
    spaced = match is not None and string[match.end(1)] == " "
    return match if by and (spaced or has_surname(by[1])) else None


def _all_names(string: str) -> bool:
    """Tell whether every word can be a name or a unit: 县融媒体中心 崔某, not 大桥一角."""
    names = [name.plain for name in tokens(Text.of(string))]
    named = has_role(string) or all(has_surname(name) or "·" in name for name in names)
    return named and only_names(string)


def column_credit(string: str) -> bool:
    """Tell whether a line credits the pictures of a column: 本栏照片均为本报记者甲摄."""
    return COLUMN_CREDIT.fullmatch(string.strip()) is not None
