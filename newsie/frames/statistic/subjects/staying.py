"""Whether figures are still of the works that the sentence before told of (工程的承接).

A bridge is told on with 全长 and 建成后; 全年考录教师77人 behind it is of whom the news is about.
"""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.statistic.figures.layout import Clause, Sentence
from newsie.frames.statistic.figures.words import either
from newsie.frames.statistic.naming.names import Name, Names, prefixes
from newsie.frames.statistic.naming.register import Register
from newsie.frames.statistic.subjects.measured import SITES
from newsie.frames.statistic.subjects.topic import NOBODY, Topic, is_country
from newsie.lexicon import layered

# 投资4.8亿元实施了拆炉并网工程: the next works of those who build
_NEXT_FUNDED = re.compile("投资[^，。；\n]{2,10}元，?(?:实施|对[^，。；\n]{2,20}(?:进行|实施))")
# 北方路桥公司中标承建，概算投资1180万元: the measures behind are the road's
_BUILDS = re.compile(
    "(?:中标|独家|具体|牵头|共同|联合|全额|负责|参与){0,2}(?:承建|施工|代建|监理|承揽|组织实施|负责实施|实施|(?:投资|开发|承包|规划)?(?:建设|兴建|设计)|勘察设计|运营(?:管理)?)"
)
# 省民政厅下拨的应急资金200万元已到账。抢通公路31处: others than the giver did that
_HANDED = re.compile("(?:下拨|拨付|划拨|下达|捐赠|捐助|援助|支援|援建|资助)的")
# 省督察组向我市交办信访件45件。已办结32件: by the city
_SENDS = re.compile(
    "(?:共|累计|已|分批|先后){0,2}向(?P<whom>[^，。；\\n]{2,12}?)(?:交办|转办|移交)(?!会|仪式)"
)
_DEALT_WITH = re.compile(
    "(?:目前)?(?:已|全部|阶段性|正在)?(?:办结|办理|办复|整改|责令|立案|问责|约谈|查处|回复)"
)
# 建设单位：县水务局。建设地点：白石镇。总投资8600万元
_LABEL = re.compile("(?:地点|位置|地址|选址|单位|业主|性质|法人)：\\Z")
_LONGEST_LABEL = 4


@layered
def _fitting() -> re.Pattern[str]:
    return re.compile(either("fitting", "static"))


def is_built(string: str, topic: Topic) -> bool:
    """Tell whether a subject is works, or a bridge or a park that a model took for a place."""
    if topic.kind != "land":
        return topic.kind == "works"
    return string.endswith(SITES, *topic.spans[-1])


def only_builds(string: str, topic: Topic, clause: Clause) -> bool:
    """Tell whether a clause only says who builds the works told of before it: 由县交通局组织实施，某某公司承建，总投资1180万元."""
    if clause.figures or topic.kind != "body":
        return False
    return _BUILDS.fullmatch(string, topic.begin, clause.span[1]) is not None


def is_labelled(string: str, clause: Clause) -> bool:
    """Tell whether a clause is but the answer to a label of a notice, which says where works are or whose: 建设地点：白石镇."""
    start = clause.span[0]
    return not clause.figures and _LABEL.search(string, max(0, start - _LONGEST_LABEL), start) is not None


def hands_out(string: str, topic: Topic) -> bool:
    """Tell whether a clause tells of money or goods that its subject only gave: 省民政厅下拨的资金."""
    return topic.kind == "body" and _HANDED.match(string, topic.begin) is not None


def receiver(string: str, names: Names, topic: Topic) -> Topic | None:
    """Return who is to deal with what the subject of a clause sends, which the news is about: 督察组向我市交办信访件."""
    sends = _SENDS.match(string, topic.begin) if topic.kind == "body" else None
    name = names.at(*sends.span("whom")) if sends else None
    return Topic((name.span,), 0, name.kind, own=False) if name else None


def deals_with(string: str, start: int, end: int) -> bool:
    """Tell whether a clause tells what became of matters that were sent: 已办结32件, 责令整改164家."""
    return _DEALT_WITH.match(string, start, end) is not None


def stays(string: str, sentence: Sentence) -> bool:
    """Tell whether a sentence can go on about the works told of before it, without naming them.

    One without figures leaves nothing.
    """
    start, end = sentence.span
    if not any(clause.figures for clause in sentence.clauses):
        return True
    if _NEXT_FUNDED.match(string, start, end):
        return False
    return _fitting().search(string, start, end) is not None


def left_for(string: str, register: Register, main: Topic) -> Topic:
    """Return what figures are of that are no longer of the works before: the story's subject, or the place of its works.

    Nobody's where the story is the country's, whose works are told of one by one.
    """
    if is_country(string, main):
        return NOBODY
    if not is_built(string, main):
        return main
    start, end = main.spans[0]
    inside = (part for part in prefixes(string, Name(start, end, "works")) if part.kind == "land")
    # 青山县|滨河大桥
    before = (name for name in register.before(start) if name.kind == "land" and name.end == start)
    area = next(inside, None) or next(before, None)
    return Topic((register.fullest(area),), 0, "land", own=False) if area else NOBODY
