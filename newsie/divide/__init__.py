"""A page to its articles (分稿): headlines to stories, bylines, captions, what belongs to none.

>>> division = divide("区里召开推进会\\n\\n本报讯（记者 姜某）1月8日，区里召开推进会。\\n")
>>> [(str(article.headline), str(article.text)) for article in division.articles]
[('区里召开推进会', '1月8日，区里召开推进会。')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from newsie import patterns as re
from newsie.article import Article, Byline, Division, Kind, Part, Warning
from newsie.clean import Line, clean_lines, spaced, tighten
from newsie.divide import blocks, bylines, datelines
from newsie.divide.amid import in_order
from newsie.divide.assembly import assemble
from newsie.divide.boxes import mark_lines
from newsie.divide.columns import POSITIONED, is_long
from newsie.divide.drafts import Draft, Head, Piece, closes, cut_end_byline
from newsie.divide.frame import DAY
from newsie.divide.headlines import Overlap, give_heads
from newsie.divide.lines import Marked
from newsie.divide.mastheads import with_mastheads
from newsie.divide.order import in_reading_order
from newsie.divide.state import Assembly
from newsie.divide.stray import give_back
from newsie.divide.titles import Titles, titles
from newsie.divide.top import over_address
from newsie.divide.torn import mend
from newsie.divide.unwrap import unwrapped
from newsie.divide.wording import ORDERS
from newsie.layout import Block
from newsie.text import Text

__all__ = ["divide"]

_DATELINE_LINES, _OPENING_LENGTH = 6, 120
_DAY = re.compile(DAY)
_BRIEF_LENGTH = 400
_ALONE_LENGTH = 180
"""What is signed in brackets and stands under no digest's title is a brief if it is no longer."""

_CAPTION_LENGTH = 40
_PICTURE = re.compile("[图摄]")
_TOLD, _STRANGE, _NEAR = 0.4, 0.25, 12
# 种粮大户用手机控制出水口
_SCENE = re.compile(r"[\u4e00-\u9fff]{2,12}(?:在|(?<![成作称认变])为|向|给|用)[\u4e00-\u9fff]{3,20}")
_HEAD_PARTS = 3
_DOUBTS = {"open-end": 1.0, "no-headline": 0.6}
_BREAKS_OFF = 0.5
_SHORTEST_STORY, _SEVERAL = 20, 2
"""What is shorter is no story beside another (查看原文); one alone is in order."""
_MUCH_DOUBT = 1.0
"""With less doubt, lines are left in the order in which they stand."""
# 甲大会在乙市开幕 更多企业参展: an item's own heading, no clause of a sentence
_ITEM_HEAD = re.compile(r"[^，。、：；！？“（《]{0,60}[^，。、：；！？“（《—\s]")
# 建设单位：县水务局 / 总投资：1.2亿元 / 二、某某项目
_WORKS_LABEL = re.compile(
    "(?:建设|项目|工程|实施|责任|施工|监理|设计|主管|投资|承建|牵头)?(?:单位|地点|地址|位置|规模|内容|性质|名称|工期|周期|概况|进展|进度|业主|法人|年限)：|(?:项目)?(?:总|计划|完成)投资：|(?:计划|预计)?(?:开工|完工|竣工|建成)(?:时间|日期)："
)
_NEXT_ITEM = re.compile(
    "[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、](?![0-9])|（[一二三四五六七八九十0-9]{1,2}）"
)


def divide(source: str, layout: Sequence[Block] = ()) -> Division:
    """Return the articles of a page, its furniture, and what was doubtful.

    `source` is the page as given, `layout` the blocks of a printed page, if it was one. Text that
    is no newspaper page comes back as one article without a headline.

    Offsets: every `Text` in the result indexes `source` in code points.
    """
    if layout:
        return _laid_out(blocks.plan(source, layout))
    marked = with_mastheads(mark_lines(unwrapped(clean_lines(source))))
    division = _divided(marked)
    stories = sum(len(article.text) >= _SHORTEST_STORY for article in division.articles)
    if stories < _SEVERAL or _doubt_of(division) < _MUCH_DOUBT:
        return division
    ordered = in_reading_order(marked)
    return _divided(ordered) if ordered else division


def _doubt_of(division: Division) -> float:
    """Return how much speaks against a division: stories without an end or a headline, paragraphs that break off."""
    broken = sum(not closes(text.string) for article in division.articles for text in article.body)
    return sum(_DOUBTS.get(warning.code, 0.0) for warning in division.warnings) + _BREAKS_OFF * broken


def _divided(marked: Sequence[Marked]) -> Division:
    """Return the articles of lines as they stand."""
    state = assemble(marked)
    mend(state)
    give_back(state)
    drafts = [draft for draft in state.drafts if draft.of("body")]
    for draft in drafts:
        in_order(draft)
        _outdented(draft)
        draft.pieces += draft.aside
    places = _places(state, drafts)
    heads = [Head(head.lines, places[head.before]) for head in state.heads]
    captions, heads = _captions(drafts, heads)
    left = [*give_heads(drafts, heads), *_give_captions(drafts, captions)]
    found = [titles(draft) for draft in drafts]
    articles = [_article(draft, titled) for draft, titled in zip(drafts, found, strict=True)]
    over = [line for draft, titled in zip(drafts, found, strict=True) for line in _untitled(draft, titled)]
    lines = sorted(
        [*state.furniture, *over, *(line for head in left for line in head.lines)],
        key=lambda line: line.number,
    )
    bare = [draft for draft in state.drafts if not draft.of("body")]
    empty = [piece.line for draft in bare for piece in draft.pieces]
    return Division(
        articles=tuple(articles),
        furniture=(
            *(line.text for line in sorted([*lines, *empty], key=lambda line: line.number)),
            *(draft.title for draft in bare if draft.title),
        ),
        warnings=(*_placed(state.warnings, places), *_doubts(articles)),
    )


def _untitled(draft: Draft, found: Titles) -> Iterator[Line]:
    """Yield what stands over a story and is none of its titles: what a series is called, over a kicker."""
    rows = [*found.subheads, *(row for row in (found.kicker, found.headline) if row)]
    used = {origin for row in rows for origin in row.origin}
    for head in draft.heads:
        yield from (line for line in head.lines if used.isdisjoint(line.text.origin))


def _laid_out(planned: blocks.Planned) -> Division:
    """Return the articles of a page whose layout is known."""
    articles = [_article(draft, found) for draft, found in planned.drafts]
    return Division(tuple(articles), planned.furniture, (*planned.warnings, *_doubts(articles)))


def _outdented(draft: Draft) -> None:
    """Make a caption of the line after the last paragraph that alone is not indented."""
    body = draft.of("body")
    if len(body) < 3 or body[-1].line.indent or not _pictured(draft):
        return
    if all(piece.line.indent for piece in body[:-1]) and len(body[-1].text) <= _CAPTION_LENGTH:
        last = draft.pieces.index(body[-1])
        draft.pieces[last] = Piece("caption", body[-1].line, body[-1].text)


def _places(state: Assembly, drafts: Sequence[Draft]) -> list[int]:
    """Return for each story, and the end, how many of those in front of it are kept."""
    kept = set(map(id, drafts))
    return [0, *accumulate(int(id(draft) in kept) for draft in state.drafts)]


def _placed(warnings: Iterable[Warning], places: Sequence[int]) -> Iterator[Warning]:
    """Yield warnings with their stories counted among those kept; a story of nothing but （上接第1版） is not."""
    for warning in warnings:
        at = warning.article
        kept = at is not None and places[at] < places[at + 1]
        yield replace(warning, article=places[at] if at is not None and kept else None)


def _captions(drafts: Sequence[Draft], heads: Sequence[Head]) -> tuple[list[Head], list[Head]]:
    """Tell captions among the heads: overprinted lines, and one left alone under a picture's gap."""
    captions: list[Head] = []
    rest: list[Head] = []
    levels = any(line.level for head in heads for line in head.lines)
    strange = _strange_scenes(drafts, heads)
    for position, head in enumerate(heads):
        line = head.lines[0]
        more = position + 1 < len(heads) and heads[position + 1].before == head.before
        pictured = head.before > 0 and _pictured(drafts[head.before - 1])
        under = line.gap > 1 and more and pictured and (not levels or not line.level)
        shown = len(head.lines) == 1 and POSITIONED.search(head.string) is not None
        told = more and len(head.lines) == 1 and _is_told_above(drafts, head)
        if line.doubled or shown or told or position in strange or (under and len(head.lines) == 1):
            captions.append(head)
        else:
            rest.append(head)
    return captions, rest


def _strange_scenes(drafts: Sequence[Draft], heads: Sequence[Head]) -> set[int]:
    """Return which heads tell who does what where, as captions do, and have words of no story near: 志愿者在社区清扫落叶.

    What stands there alone is a headline: 别让担子压在少数人肩上.
    """
    beside = Counter(head.before for head in heads)
    scenes = {
        at
        for at, head in enumerate(heads)
        if head.before and beside[head.before] > 1 and len(head.lines) == 1 and _is_scene(head)
    }
    if not scenes:
        return scenes
    overlap = Overlap(drafts, heads)

    def _is_strange(at: int) -> bool:
        near = range(max(0, heads[at].before - _NEAR), min(len(drafts), heads[at].before + _NEAR))
        return all(overlap(heads[at].string, story) < _STRANGE for story in near)

    return set(filter(_is_strange, scenes))


def _is_scene(head: Head) -> bool:
    return _SCENE.fullmatch(head.string) is not None and ORDERS.search(head.string) is None


def _is_told_above(drafts: Sequence[Draft], head: Head) -> bool:
    """Tell whether a line over another headline tells of the story above it, which has its own: 种粮大户用手机控制出水口."""
    at = head.before
    if not _is_scene(head) or not 0 < at < len(drafts) or not drafts[at - 1].headed:
        return False
    overlap = Overlap(drafts[at - 1 : at + 1], [head])
    return overlap(head.string, 0) >= _TOLD and not overlap(head.string, 1)


def _pictured(draft: Draft) -> bool:
    return draft.kind != "photo" and _PICTURE.search(_opening(draft), 0, _OPENING_LENGTH) is not None


def _give_captions(drafts: Sequence[Draft], captions: Sequence[Head]) -> list[Head]:
    """Give each caption to the story it shares most words with, those with a photographer first.

    Returns those for which there is no story.
    """
    if not captions:
        return []
    overlap = Overlap(drafts, captions)
    left: list[Head] = []
    for head in captions:
        near = range(max(0, head.before - _NEAR), min(len(drafts), head.before + _NEAR))
        best = max(
            near,
            key=lambda at: (overlap(head.string, at) + 0.1 * _pictured(drafts[at]), -abs(at - head.before)),
            default=None,
        )
        if best is None:
            left.append(head)
            continue
        for line in head.lines:
            drafts[best].add("caption", line)
    return left


def _opening(draft: Draft) -> str:
    """Return the byline lines and first body lines of a story, joined by line feeds."""
    pieces = [*draft.of("byline"), *draft.of("body")[:_DATELINE_LINES]]
    return "\n".join(piece.text.folded for piece in pieces)


def _article(draft: Draft, found: Titles) -> Article:
    dateline, pieces = _cut_dateline(draft)
    pieces, tail = cut_end_byline(pieces) or (pieces, None)
    body = _paragraphs(pieces)
    names = [piece.text for piece in draft.of("byline")]
    stated = [Text.join(names, "\n")] if names else []
    stated += [part for part in (dateline, tail) if part]
    credits_ = [piece.text for piece in draft.of("credit")]
    byline = _byline(
        [*stated, *datelines.second_wires([piece.text for piece in pieces])],
        Text.join(credits_, "\n") if credits_ else None,
    )
    stated = [bylines.with_whole_names(text, byline) for text in stated]
    inner = tuple(spaced(piece.text) for piece in draft.of("subhead"))
    return Article(
        headline=found.headline,
        kicker=found.kicker,
        subheads=found.subheads + inner,
        kind=_kind(draft, body, byline),
        byline=byline,
        body=tuple(body),
        captions=tuple(tighten(piece.text) for piece in draft.of("caption")),
        parts=_parts(found, inner, stated, body, draft),
        dateline=dateline,
    )


def _kind(draft: Draft, body: Sequence[Text], byline: Byline) -> Kind:
    """A story under a digest's title is a brief only if it is short; one by photographers is a picture."""
    if byline.photographers and not byline.reporters and any("图为" in text.folded for text in body):
        return "photo"
    longest = _ALONE_LENGTH if draft.alone else _BRIEF_LENGTH
    if draft.kind == "brief" and (draft.dated or not draft.title) and sum(map(len, body)) > longest:
        return "news"
    return draft.kind


def _byline(stated: Sequence[Text], credit: Text | None) -> Byline:
    """Return who made a story; whom a picture's credit names took the picture: 本报记者 某某 摄影报道."""
    found = [bylines.read_byline(text) for text in stated]
    pictures = bylines.read_byline(credit).names if credit else ()
    return Byline(
        reporters=bylines.once(name for byline in found for name in byline.reporters),
        correspondents=bylines.once(name for byline in found for name in byline.correspondents),
        photographers=bylines.once([*(name for byline in found for name in byline.photographers), *pictures]),
    )


def _cut_dateline(draft: Draft) -> tuple[Text | None, list[Piece]]:
    """Return the dateline, and the pieces of a story without it."""
    opening = draft.of("body")[:_DATELINE_LINES]
    folded = "\n".join(piece.text.folded for piece in opening)
    match = datelines.DATELINE.match(folded)
    pieces = draft.of("body", "subhead")
    if match is None or not match.group().strip() or match.end() == len(folded) > 0:
        return None, pieces
    at, rest = 0, []
    for piece in pieces:
        text = piece.text
        if at <= match.end() and piece.role == "body":
            at += len(piece.text) + 1
            text = text[min(max(0, match.end() + len(text) + 1 - at), len(text)) :]
        if text:
            rest.append(Piece(piece.role, piece.line, text))
    return Text.join((piece.text for piece in opening), "\n")[: match.end()].strip(), rest


def _paragraphs(pieces: Sequence[Piece]) -> list[Text]:
    """Return body lines joined to paragraphs."""
    groups: list[list[Piece]] = []
    apart = True
    body = [piece for piece in pieces if piece.role == "body"]
    wrapped = any(not closes(piece.text.string) for piece in body[:-1])
    loose = 2 * sum(is_long(piece.line) for piece in body) >= len(body)
    for piece in pieces:
        if piece.role != "body":
            apart = True
            continue
        if groups and not apart and wrapped and not _breaks(groups[-1][-1], piece, loose=loose):
            groups[-1].append(piece)
        else:
            groups.append([piece])
        apart = False
    joined = (tighten(Text.join(tighten(piece.text) for piece in group)) for group in groups)
    return [paragraph for paragraph in joined if paragraph]


def _breaks(one: Piece, two: Piece, *, loose: bool) -> bool:
    """Tell whether a paragraph ends between two body lines; `loose`: most of the text is not hard-wrapped."""
    string = one.text.folded.rstrip()
    if (one.line.indent > 1 < two.line.indent) or _DAY.fullmatch(two.text.folded):
        return True  # 联系电话：…… / 联系地址：……, and the day under who gives notice
    if over_address(string, two.text.folded) or _is_answer(string, two.text.folded):
        return True
    if closes(string):
        short = one.line.width < 0.8 * two.line.width
        return bool(two.line.gap or two.line.indent or short or is_long(one.line) or is_long(two.line))
    whole = is_long(two.line) or (loose and closes(two.text.string))
    if whole and len(string.split()) <= _HEAD_PARTS and _ITEM_HEAD.fullmatch(string):
        return True
    listed = string.endswith(("；", "：")) and (is_long(one.line) or is_long(two.line) or two.line.gap > 0)
    names = "\u3000" in two.text.string or "\u3000" in one.text.string
    return listed or (names and string.endswith("：") and two.line.gap > 0)


def _is_answer(one: str, two: str) -> bool:
    """Tell whether a line begins with a label of a notice of works, or goes on to the next item behind such a one."""
    if _WORKS_LABEL.match(two):
        return True
    return _WORKS_LABEL.match(one) is not None and _NEXT_ITEM.match(two) is not None


def _parts(
    found: Titles, inner: Sequence[Text], stated: Sequence[Text], body: Sequence[Text], draft: Draft
) -> tuple[Part, ...]:
    """Return every stretch of a story with its role, in reading order."""
    parts = [Part("kicker", found.kicker)] if found.kicker else []
    parts += [Part("headline", found.headline)] if found.headline else []
    parts += [Part("subhead", text) for text in (*found.subheads, *inner)]
    parts += [Part("byline", text) for text in stated]
    parts += [Part("body", text) for text in body]
    parts += [Part("caption", piece.text) for piece in draft.of("caption")]
    parts += [Part("credit", piece.text) for piece in draft.of("credit")]
    return tuple(parts)


def _doubts(articles: Sequence[Article]) -> list[Warning]:
    """Return what could not be settled: stories without a headline, ends in the middle of a sentence."""
    found: list[Warning] = []
    for index, article in enumerate(articles):
        if article.headline is None and len(articles) > 1:
            found.append(
                _doubt("no-headline", "no headline was found for this story", article.body[:1], index)
            )
        if article.body and not closes(article.body[-1].string):
            found.append(
                _doubt("open-end", "the story ends in the middle of a sentence", article.body[-1:], index)
            )
    return found


def _doubt(code: str, message: str, where: Sequence[Text], index: int) -> Warning:
    return Warning(code=code, message=message, segments=where[0].segments() if where else (), article=index)
