"""The posts behind a verb of appointment: 为县教育局局长、党组书记, 拟任县直单位正职."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.reader.scene import Organization, Scene, bind, resolve, title_start
from newsie.reader.titles import Office
from newsie.text import Span

_STOP = re.compile(
    r"[，。；：！？\n]|（(?![省市县区州旗镇乡街道、]{1,8}）)|(?<![省市县区州旗镇乡街道])）|职务|一职|的请求|的决定|候选人|人选|(?<=[长任记员])，?并"
)
_AND = re.compile(r"和|并?兼任?")
# 县（市、区）党委书记
_PART = re.compile(r"(?:[^、（]|（[^（）\n]{0,8}）)+")
_LONGEST = 120
# 正科级领导职务, 县直单位正职: a kind of post where the page names none
_KIND_OF_POST = re.compile(
    r"(?:[正副一二三四][乡科县处厅局]级)?(?:领导职务|正职|副职)|[正副一二三四][乡科县处厅局]级(?=职务|干部)"
)
# 新一届政府总理, 第六任行政长官, 其副市长职务: no words of the organisation
_LEAD = re.compile(
    r"(?:其|该|新任|新一[届任]|下一?任|原|兼任的?|担任的?|新(?=[总首主议部局校院县市区镇乡])){0,8}"
)
_TAIL = re.compile(r"第[0-9一二三四五六七八九十百]{1,4}任\Z|新一?[届任]\Z|(?<=[^更创革刷])新\Z")


def read_posts(scene: Scene, start: int) -> list[tuple[Organization, Span]]:
    """Return the posts that are listed from `start` on: where organisation and title stand.

    Offsets: into the scene's text.
    """
    end = _end(scene, start)
    kind = _KIND_OF_POST.search(scene.folded, start, min(len(scene.folded), end + 4))
    if kind and kind.start() <= end:
        return [(((start, kind.start()),) if kind.start() > start else (), kind.span())]
    raw = [_read(scene, part) for part in _parts(scene, start, end)]
    named = [(span, office) for span, office in raw if office]
    if not named or raw[-1][1] is None:
        return []
    # 第一届、第二届主任 and 省委、市委书记: a part without a title has that of the next
    items = resolve(scene, _filled(raw))
    return [(post.organization, post.title) for post in bind(scene, (start, start), items, "post changed")]


def _parts(scene: Scene, start: int, end: int) -> Iterator[Span]:
    """Yield the words of each post; 和 parts them behind a title alone (农业和农村委员会主任和书记)."""
    for match in _PART.finditer(scene.folded, start, end):
        first = match.start()
        for link in _AND.finditer(scene.folded, *match.span()):
            if link.start() in scene.ending:
                yield first, link.start()
                first = link.end()
        yield first, match.end()


def _end(scene: Scene, start: int) -> int:
    """Return where the list of posts ends: at a mark, at 职务, at the next person."""
    stop = _STOP.search(scene.folded, start, start + _LONGEST)
    end = stop.start() if stop else min(len(scene.folded), start + _LONGEST)
    end = min((person[0] for person in scene.persons_between(start, end)), default=end)
    return end - (scene.folded[end - 1 : end] in ("、", "和"))


def _read(scene: Scene, part: Span) -> tuple[Span, Office | None]:
    """Return the words of the organisation and the title of one post of a list."""
    start, end = part
    office = scene.ending.get(end)
    if office is None or office.start < start:
        return part, None
    lead = _LEAD.match(scene.folded, start, office.start)
    start = lead.end() if lead else start
    title = max(start, title_start(scene.folded, office))
    tail = _TAIL.search(scene.folded, start, title)
    return (start, tail.start() if tail else title), office


def _filled(raw: Sequence[tuple[Span, Office | None]]) -> list[tuple[Span, Office]]:
    filled: list[tuple[Span, Office]] = []
    following: Office | None = None
    for span, office in reversed(raw):
        following = office or following
        if following:
            filled.insert(0, (span, following))
    return filled
