"""Bylines at the end of a text: …问题53个。（记者 许某）, ……铺摊子。　关某 本报记者 乔某."""

from __future__ import annotations

from newsie import patterns as re
from newsie.divide.bylines import bare_names, has_role, only_names
from newsie.divide.datelines import HAN, ROLE
from newsie.text import Text

_END_BYLINE = re.compile(
    rf"（\s{{0,20}}([^（）。；！？，：\s]{{0,14}}?(?:{ROLE}|(?:文[字图]?[/、]?图?片?|图[/、]?文|供稿|撰文)\s?：)[^（）。；！？]{{1,60}}|[^（）。；！？，：]{{2,24}})\s{{0,20}}）$"
)
# 切莫盲目铺摊子。　关某某 本报记者 乔某某
_UNBRACKETED = re.compile(
    rf"(?<=[。！？”])[ \n\u3000]{{1,8}}(?:[{HAN}]{{2,4}}[ \u3000、]{{1,3}}){{0,3}}(?:本报|本网|见习|实习){{0,2}}(?:记[ \n]{{0,4}}者|通[ \n]{{0,4}}讯[ \n]{{0,4}}员)[ \n\u3000：]{{0,4}}[{HAN} \n\u3000、]{{2,24}}$"
)
# （县应急局供稿）: a body signs, and no one of it
_SUPPLIED = re.compile(r"（\s?[^（），。：\s]{2,16}[局委办院会部社团处科站队校室]\s{0,3}供稿\s?）")


def end_byline(text: Text) -> tuple[Text, Text] | None:
    """Split a paragraph that ends in a bracketed byline: …问题53个。（记者 许某）."""
    match = _END_BYLINE.search(text.folded)
    if match is None:
        return _unbracketed(text)
    if _SUPPLIED.fullmatch(match.group()):
        return text[: match.start()].strip(), text[match.start() :]
    bare = match.start() == 0 or text.folded[: match.start()].rstrip().endswith(("。", "！", "？", "”"))
    if not (only_names(match.group()) if has_role(match.group()) else bare and bare_names(text)):
        return None
    return text[: match.start()].strip(), text[match.start() :]


def _unbracketed(text: Text) -> tuple[Text, Text] | None:
    """Split a paragraph that ends in a byline with role words and without brackets: ……铺摊子。　关某某 本报记者 乔某某."""
    if "者" not in text.folded[-30:] and "员" not in text.folded[-30:]:
        return None
    match = _UNBRACKETED.search(text.folded)
    if match is None or not only_names(match.group()):
        return None
    return text[: match.start()].strip(), text[match.start() :].strip()
