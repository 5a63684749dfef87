"""Where words stand that a model alone took for persons (误作人名的词).

A slogan of a headline, a term in quotation marks, a member of a row whose other members are no names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from newsie import patterns as re
from newsie.reader.occurrences import Occurrences
from newsie.reader.shapes import HAN, is_by_sound, surname_kind

_ROW = re.compile(rf"[、 ]{{1,3}}([{HAN}]{{2,4}})(?![{HAN}])")
_ROW_BEFORE = re.compile(rf"(?<![{HAN}])([{HAN}]{{2,4}})[、 ]{{1,3}}\Z")
# 当地邮政、顺丰; 为独居、空巢老人: how a member ends behind which a name of two characters stands
_ENDS_MEMBER = re.compile(rf"([{HAN}]([{HAN}]{{2}}))、 ?\Z")
_MEMBERS = re.compile(
    rf"(?:、[{HAN}]{{2,4}}(?![{HAN}])){{1,4}}|、[{HAN}]{{2,3}}(?=组成|等|[一两三四五六七八九]人)"
)
_MEMBERS_BEFORE = re.compile(rf"(?:[{HAN}]{{2,4}}、){{1,4}}\Z")
# 甲总书记、乙总理: whose post is named behind the name
_STYLED = re.compile("(?:常务)?[副总]?(?:书记|主任|主席|总理|总统|[部省市县区镇乡局厅院校]长)")
_LONGEST, _SHORT, _FULL, _REACH, _NEAR = 8, 2, 3, 24, 2
_ALONE = 2
"""A headline of no more characters than these and a name is who wrote: ·某某某·."""

_OPENS, _CLOSES = frozenset("“‘「"), frozenset("”’」")


def is_word(name: str, page: Occurrences, texts: Sequence[str], heads: Collection[int]) -> bool:
    """Tell whether a name that nothing but a model speaks for stands only where words do.

    Args:
        name: the name, without spaces.
        page: where strings stand on the page.
        texts: the regions, width-folded.
        heads: which of them are of headlines: who is named in one is named in the story as well.

    >>> texts = ["看现场、查台账、问整改"]
    >>> is_word("查台账", Occurrences(texts), texts, ()), is_word("看现场", Occurrences(texts), texts, (0,))
    (True, True)
    """
    spans = list(page.spans(name))
    if not spans:
        return False
    return (
        all(text in heads and len(texts[text]) > len(name) + _ALONE for text, _, _ in spans)
        or all(_is_quoted(texts[text], start, end) for text, start, end in spans)
        or all(_in_row(texts[text], start, end, head=text in heads) for text, start, end in spans)
    )


def _is_quoted(text: str, start: int, end: int) -> bool:
    """Tell whether quotation marks hold a name and no more: “红马甲”志愿者, 台风“某某”."""
    return (
        text[start - 1 : start] in _OPENS and text[end : end + 1] in _CLOSES and start > 0 and end < len(text)
    )


def _in_row(text: str, start: int, end: int, *, head: bool) -> bool:
    """Tell whether what stands beside a name in a row is as long and no name: 看现场、查台账、问整改; 测体温 勤通风."""
    if _STYLED.match(text, end):
        return False
    if _is_refrain(text, start, end):
        return True
    behind = _ROW.match(text, end, end + _LONGEST)
    before = _ROW_BEFORE.search(text, max(0, start - _LONGEST), start)
    rows = [found for found in (behind, before) if found and (head or "、" in found.group())]
    if any(len(found[1]) == end - start and _is_no_name(found[1]) for found in rows):
        return not _has_names(text, start, end)
    ends = _ENDS_MEMBER.search(text, max(0, start - _LONGEST), start) if end - start == _SHORT else None
    return ends is not None and _is_no_name(ends[1]) and _is_no_name(ends[2])


def _is_refrain(text: str, start: int, end: int) -> bool:
    """Tell whether two others of a row end, or begin, as a name does: 明大德、守公德、严私德; 连心桥、连心卡、连心路."""
    name, length = text[start:end], end - start
    if length < _FULL:
        return False
    # 坚持明大德: what leads up to the first of them; 严私德成为新风尚: what goes on behind the last
    before = text[max(0, start - _REACH) : start].split("、")[-_NEAR - 1 : -1]
    behind = text[end : end + _REACH].split("、")[1 : _NEAR + 1]
    others = [member[-length:] for member in before] + [member[:length] for member in behind]
    head = name[:_SHORT] if length == _FULL else name[0]
    return (
        sum(other.endswith(name[-1]) for other in others) >= _SHORT
        or sum(other.startswith(head) for other in others) >= _SHORT
    )


def _has_names(text: str, start: int, end: int) -> bool:
    """Tell whether others of a row have names: 由李某某、次某某某、宝某、王某组成的队."""
    before, behind = (
        _MEMBERS_BEFORE.search(text, max(0, start - _REACH), start),
        _MEMBERS.match(text, end, end + _REACH),
    )
    members = f"{before.group() if before else ''}{behind.group() if behind else ''}".split("、")
    # 由李某某: what leads up to the first of them
    return any(len(member) >= _FULL and not _is_no_name(member[-_FULL:]) for member in members)


def _is_no_name(string: str) -> bool:
    return surname_kind(string) is None and not is_by_sound(string)
