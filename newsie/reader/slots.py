"""Places for names: where in a text a person's name is to be expected (人名的位置).

>>> sorted({slot.start for slot in find_slots("县长王某主持", find_titles("县长王某主持"))})
[2]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from newsie import lexicon
from newsie import patterns as re
from newsie.reader.followers import follower, follows
from newsie.reader.organizations import places
from newsie.reader.rosters import Rosters
from newsie.reader.shapes import HAN, is_division, may_begin, shape, surname_kind
from newsie.reader.titles import RANK_ASIDE, Office, find_titles
from newsie.sounds import SOUND, SOUNDS
from newsie.text import Span

__all__ = ["Slot", "credit_names", "find_slots", "find_titles", "introduced_names"]

_NAME = rf"[{HAN}]{{2,4}}(?![{HAN}·])|[{HAN}]{{1,7}}(?:·[{HAN}]{{1,8}}){{1,8}}(?![{HAN}])|[{HAN}] {{1,2}}[{HAN}](?![{HAN}·])"
_AFTER_CREDIT = re.compile(r"[ ：/\n]+")
_NEXT_NAME = re.compile(r" {0,8}[、，/ ] {0,8}")
_TOKEN = re.compile(_NAME)
# 王某，男，汉族 and 王某，现任县长 and 王某（男，汉族 and 王某（右）
_INTRODUCED = re.compile(
    rf"(?<![{HAN}·])({_NAME}|[{HAN}]{{5,6}})(?=，(?:男|女)，|(?<!族)，现任|（(?:男|女)[，）]|（(?:图)?[左右中前后][一二三四排）])"
)
_PARTICULARS = re.compile("，(?:[男女]，|现任)|（(?:[男女图左右中前后])")
_TEXT = re.compile(r" ?(?=[\u3400-\u9fff])")
# and of the items of a digest: 3.某某同某总统会谈；（2）某某……
_CLAUSE = re.compile(r"(?:[。；！？，：“”（\n ] ?|(?<=[0-9])[.、]|(?<=[0-9])）)(?=[\u3400-\u9fff])")
# 某某同某总统会谈, 某某向某论坛致贺信
_ADDRESSES = re.compile(
    r"[同向与][^，。；！？\n]{2,40}?(?:会谈|会见|会晤|通电话|互致|座谈|交谈|谈话|合影|茶叙|致贺|致[信电函慰祝]|发[来去]?[贺慰唁]|献花篮)"
)
# 跑出租的王某某算了一笔账, 在城西开店的李某某感慨
_DOES = re.compile(rf"(?:^|[。！？”\n])[{HAN}“”]{{2,14}}的(?=[{HAN}]{{3}})")
# 74岁的石某保直抹眼泪
_AGED = re.compile(r"(?<=[0-9]岁)的?(?=[\u3400-\u9fff]{2})")
_PLAUSIBLE = -1.3
_APPOINTED = re.compile(r"为|的|辞|同志|任|当选|以|分别|担任")
_MARK = re.compile(r"、(?=[\u3400-\u9fff])")
_MADE = re.compile(r"[为任]")
_ELECTED = re.compile(r"以[^，。]{1,8}票|[^，。]{0,2}当选|同志")
_ELECTS = re.compile("票|当选|同志")
_AFTER_VERB = re.compile(
    r"(?:任命|免去|接受|提名|选举|推选|补选|增选|任免(?!通知|名单|事项|决定|议案|建议)|授权|委托|追授|授予|表彰)(?=[\u3400-\u9fff])"
)
_THERE_ARE = re.compile(
    r"(?:领导|同志|嘉宾|成员|人员|委员)(?:还?有|包括|名单)?：?(?<=[有括单：])\n? ?(?=[\u3400-\u9fff])"
)
_POLITE = re.compile(rf"[{HAN}·]{{2,12}}?(?:同志|先生|女士)(?!们)")
_TITLED = re.compile("同志|先生|女士")
_DOTTED = re.compile(f"[{SOUNDS}]{{1,7}}·(?=[{SOUNDS}])")


@lexicon.layered
def _loose() -> frozenset[str]:
    """Return the roles that are as often parts of other words: a name after one needs more evidence."""
    return lexicon.words("loose_roles.txt")


class Slot(NamedTuple):
    """A place where a name may begin.

    Attributes:
        start: the name's first character, if there is one.
        need: the score a candidate must reach here; see `newsie.reader.persons.weigh`.
        by: the rule, as mentions give it.
        after: tells of a place whether what stands there may follow the name, or the last of a list.
        office: the title in front of it, if there is one.
    """

    start: int
    need: float
    by: str
    after: Callable[[str, int], object] | None = None
    office: Office | None = None


def find_slots(folded: str, offices: tuple[Office, ...], heads: Collection[str] = ()) -> Iterator[Slot]:
    """Yield the places for names of a text, in no order; one place may come more than once.

    Args:
        folded: the text.
        offices: its title words.
        heads: the first characters of names that are known; see `newsie.reader.shapes.may_begin`.

    Offsets: offsets into `folded`.
    """
    for slot in _places(folded, offices):
        if slot.by == "rule list" or may_begin(folded, slot.start, heads):
            yield slot
    yield from _in_clauses(folded, heads)


def _places(folded: str, offices: tuple[Office, ...]) -> Iterator[Slot]:
    """Yield the places that words around them make one for names."""
    yield from _behind_titles(folded, offices)
    ends = sorted(office.end for office in offices) if "·" in folded else []
    for match in _DOTTED.finditer(folded) if "·" in folded else ():
        # 主席木拉提·某: 席 is no part of the name
        last = ends[bisect_left(ends, match.end()) - 1] if ends else 0
        yield Slot(max(match.start(), last), 2.0, "rule dotted")
    for match in _THERE_ARE.finditer(folded):
        yield Slot(match.end(), 2.8, "rule list")
    for match in _AFTER_VERB.finditer(folded):
        yield Slot(match.end(), 1.4, "rule appointment")
    for match in _AGED.finditer(folded):
        yield Slot(match.end(), 2.6, "rule clause", follower)
    for match in _POLITE.finditer(folded) if _TITLED.search(folded) else ():
        yield Slot(match.start(), 2.6, "rule polite")


# 当选总统后第一时间, 本报评论员文章
_NO_NAMES = (
    "后第一",
    "后首",
    "后不久",
    "任期内",
    "任内",
    "文章",
    "权力",
    "权限",
    "职权",
    "纪念堂",
    "纪念馆",
    "故居",
)
_JOINTS = frozenset("和与同向对及")


def _behind_titles(folded: str, offices: tuple[Office, ...]) -> Iterator[Slot]:
    for office in offices:
        if len(office.word) == 1:
            continue
        if folded.startswith(_NO_NAMES, office.end):
            continue
        if folded[office.end : office.end + 1] in _JOINTS and any(named_before(folded, (office,))):
            # 王某某主席和李某总统: the first is named, and 和 begins no name
            continue
        if _is_han(folded, office.end):
            yield Slot(office.end, _need(office), _rule(folded, office), office=office)
        elif (aside := RANK_ASIDE.match(folded, office.end)) and _is_han(folded, aside.end()):
            yield Slot(aside.end(), _need(office), _rule(folded, office), office=office)
        elif folded[office.end : office.end + 1] == " " and _is_han(folded, office.end + 1):
            yield Slot(office.end + 1, 2.8, "rule role", office=office)


def _rule(folded: str, office: Office) -> str:
    """Return the rule of a name behind a title; an occupation that opens a clause is nearly as firm as an office."""
    if office.word in _loose() or office.kind == "credit":
        return "rule role"
    if office.kind == "public":
        return "rule title"
    opens = not office.start or folded[office.start - 1] in "，。；：！？”（\n "
    return "rule occupation" if opens else "rule role"


def _in_clauses(folded: str, heads: Collection[str]) -> Iterator[Slot]:
    """Yield the places at the beginning of clauses, and of the items of sentences that appoint."""
    rosters = Rosters.of(folded)
    elects = _ELECTS.search(folded) is not None
    for start in _clauses(folded):
        if may_begin(folded, start, heads):
            if elects:
                yield Slot(start, 1.8, "rule appointment", _ELECTED.match)
            if rosters.appoints(start):
                yield Slot(
                    start, 1.1 if rosters.is_item(start) else 1.6, "rule appointment", _APPOINTED.match
                )
            yield Slot(start, 3.2, "rule clause", follower)
            if folded[start + 2 : start + 4].strip("同向与") != folded[start + 2 : start + 4]:
                yield Slot(start, 1.3, "rule clause", _ADDRESSES.match)
    for match in _DOES.finditer(folded):
        if may_begin(folded, match.end(), heads):
            yield Slot(match.end(), 2.6, "rule clause", follower)
    # 任命甲为局长、乙为局长
    for match in _MARK.finditer(folded) if rosters.verbs else ():
        if may_begin(folded, match.end(), heads) and rosters.appoints(match.end()):
            yield Slot(match.end(), 1.6, "rule appointment", _MADE.match)


def _clauses(folded: str) -> Iterator[int]:
    """Yield where clauses begin."""
    first = _TEXT.match(folded)
    if first:
        yield first.end()
    for match in _CLAUSE.finditer(folded, first.end() if first else 0):
        yield match.end()


def _need(office: Office) -> float:
    if office.kind == "public" and office.word not in _loose():
        return 1.2
    return 2.3 if office.word in _loose() or office.kind == "credit" else 2.0


def _is_han(folded: str, place: int) -> bool:
    return "\u3400" <= folded[place : place + 1] <= "\u9fff"


def credit_names(folded: str, offices: tuple[Office, ...]) -> Iterator[Span]:
    """Yield the names after 记者, 责任编辑：, 校对 and the like, in lists with spaces or marks.

    >>> text = "责任编辑 王某某 版式 李 某"
    >>> [text[start:end] for start, end in credit_names(text, find_titles(text))]
    ['王某某', '李 某']
    """
    makers = [office for office in offices if office.kind == "credit"]
    ends = {office.start for office in makers}
    for office in makers:
        gap = _AFTER_CREDIT.match(folded, office.end)
        place = gap.end() if gap else -1
        while gap and place not in ends:
            token = _TOKEN.match(folded, place)
            if token is None or not _plausible(token.group(), office):
                break
            yield token.span()
            gap = _NEXT_NAME.match(folded, token.end())
            place = gap.end() if gap else -1


def _plausible(token: str, office: Office) -> bool:
    score = shape(token.replace(" ", ""))
    return score > (_PLAUSIBLE if len(office.word) > 1 and office.word not in _loose() else 0.0)


def introduced_names(folded: str) -> Iterator[Span]:
    """Yield the names that particulars follow: 王某，男，汉族 and 王某（右）.

    >>> list(introduced_names("王某某，女，苗族，现任某职。"))
    [(0, 3)]
    """
    for match in _INTRODUCED.finditer(folded) if _PARTICULARS.search(folded) else ():
        if shape(match.group().replace(" ", "")) > _PLAUSIBLE:
            yield match.span()


# 江东的钱某、河西的某些人: a name whose holder is not to be known
_VEILED = re.compile(rf"[{HAN}]某{{1,2}}")
_VEIL_NEED = 1.5
# 由于某、任某职: surnames that are verbs as often
_VERBAL = frozenset("于任从和向对时当由将让令使在与及经为称是有该")


def veiled_names(folded: str) -> Iterator[Span]:
    """Yield the names whose given name is hidden, where a mark or a verb follows: 钱某、金某.

    >>> text = "江东的钱某、由于某种原因，对某公司说"
    >>> [text[start:end] for start, end in veiled_names(text)]
    ['钱某']
    """
    for match in _VEILED.finditer(folded) if "某" in folded else ():
        known = surname_kind(match.group()) in ("common", "usual") and folded[match.start()] not in _VERBAL
        if known and follows(folded, match.end()) >= _VEIL_NEED:
            yield match.span()


def named_before(folded: str, offices: tuple[Office, ...]) -> Iterator[tuple[Span, float]]:
    """Yield possible names right before an office, with their shape: 习近平总书记.

    >>> [span for span, _ in named_before("听取王某某书记汇报", find_titles("听取王某某书记汇报"))]
    [(2, 5)]
    """
    for office in offices:
        if office.kind != "public" or office.former:
            continue
        for length in (4, 3, 2):
            start = office.start - length
            name = folded[max(0, start) : office.start]
            if (
                len(name) == length
                and (_BEFORE_NAME.search(folded, max(0, start - 2), start) or _heads(folded, start, office))
                and shape(name) > 0.9
                and not is_address(folded, start)
                and not folded.startswith("学习", start - 1)
                and not is_division(name)
            ):
                yield (start, office.start), shape(name)
                break


# 向王某书记汇报, 向李某女士索要: whom one addresses, nobody of the surname 向
_ADDRESSED = re.compile(
    rf"向[{HAN}]{{1,3}}?(?:(?:总?书记|主席|总统|总理|主任|[部省市县区州镇乡局厅院校]长)(?=[发致提表转汇介索赠颁通敬说报祝问请])|先生|女士)"
)


def is_address(folded: str, start: int) -> bool:
    """Tell whether words say whom one addresses: 向王某书记汇报.

    >>> is_address("他向王某书记汇报", 1), is_address("向某某书记主持", 0)
    (True, False)
    """
    return folded[start : start + 1] == "向" and _ADDRESSED.match(folded, start) is not None


def _heads(folded: str, start: int, office: Office) -> bool:
    """Tell whether the body in front of a name is the one its post heads: 县公安局王某某局长."""
    return (
        len(office.word) > 1 and folded[start - 1 : start] == office.word[0] != "" and office.word[-1] == "长"
    )


# 某主席同呼日勒苏赫总统: beside one head of state another, whose name writes sounds
_BESIDE = re.compile(
    rf"(?:主席|总书记|总统|国王|总理|首相)(?:[同和与、及]|分别同)(?:[^，。；：、“”\n的]{{2,12}}的)?"
    rf"(?P<name>(?:(?!的)[{HAN}])(?:(?!的)[{HAN}·-]){{1,11}}?)(?=(?:国家|总|副)?(?:主席(?!团)|总书记|总统|国王|总理|首相|王储))"
)
# 祝贺某某当选总统, 祝贺某某就任总统
_CONGRATULATED = re.compile(
    rf"祝贺(?P<name>(?![他她你您我])[{HAN}](?:(?!的)[{HAN}·-]){{1,11}}?)(?=(?:成功|再次|正式|宣誓){{0,2}}(?:当选|连任|就任|就职|出任|蝉联))"
)
_TO_OFFICE = re.compile(
    r"(?:成功|再次|正式|宣誓){0,2}(?:当选|连任|就任|就职|出任)[^，。；！？\n]{0,14}?(?:总统|总理|首相|主席|国王|议长|秘书长|总干事|总书记)"
)
_NO_ONE = re.compile("[国队党会您他她你们]|主席|总统|总理|阁下")
_ROYAL = re.compile("[一二三四五六七八九十]{1,3}世$")
_LEAST_SOUNDS, _FAIR = 0.6, 0.9


def beside_heads(folded: str) -> Iterator[Span]:
    """Yield the names of foreign heads of state beside another's, their titles behind them, or congratulated.

    >>> text = "某主席同呼日勒苏赫总统、卡尔尼总理祝贺敦布亚当选总统"
    >>> [text[start:end] for start, end in beside_heads(text)]
    ['呼日勒苏赫', '卡尔尼', '敦布亚']
    """
    greeted = _CONGRATULATED.finditer(folded) if "祝贺" in folded else ()
    for match in (*_BESIDE.finditer(folded), *greeted):
        name = _ROYAL.sub("", match["name"])
        foreign = sum(map(SOUND.__contains__, name)) >= _LEAST_SOUNDS * len(name)
        chosen = _TO_OFFICE.match(folded, match.end()) and not _NO_ONE.search(name)
        if (foreign or chosen or shape(name) > _FAIR) and match["name"] not in places():
            yield match.span("name")


_BEFORE_NAME = re.compile(
    r"(?:^|[，。；：！？、“”（）\n ]|学习|贯彻|落实|按照|根据|听取|聆听|深入|[在对和与了的由受向请是按学])$"
)


def columns(folded: str) -> Iterator[Span]:
    """Yield the names of a list printed in columns: 宋 某　区某某　石 某.

    >>> text = "宋 某 区某某 石 某"
    >>> [text[start:end] for start, end in columns(text)]
    ['宋 某', '区某某', '石 某']
    """
    for match in _COLUMNS.finditer(folded) if " " in folded else ():
        names = [token.span() for token in _COLUMN.finditer(folded, *match.span())]
        if any(find_titles(folded[start:end]) for start, end in names):
            continue
        good = sum(shape(folded[start:end].replace(" ", "")) > _PLAUSIBLE for start, end in names)
        if len(names) > 2 and good * 4 >= len(names) * 3:
            yield from names


# 副组长：王某 县教育局局长: the post behind a name, in a list of a leading group
POST_BEHIND = re.compile(rf" (?P<posts>[{HAN}、（）]{{2,60}})(?=\n|$)")
_ROW = re.compile(rf"(?:^|(?<=\n))(?:[{HAN}]{{2,10}}：)?([{HAN}·]{{2,16}})(?={POST_BEHIND.pattern})")
_BRACKETS = re.compile("（[^（）]{1,12}）$")
_ALONE = 0.9


def rows(folded: str) -> Iterator[Span]:
    """Yield the names of lists whose lines end in the post of the one named: 王某某 县教育局局长.

    >>> text = "组长：王某某 县委副书记\\n副组长：查某 副县长"
    >>> [text[start:end] for start, end in rows(text)]
    ['王某某', '查某']
    """
    found = (
        [match for match in _ROW.finditer(folded) if _ends_in_post(match["posts"])] if " " in folded else []
    )
    least = _PLAUSIBLE if len(found) > 1 else _ALONE
    for match in found:
        if shape(match[1]) > least and not find_titles(match[1]):
            yield match.span(1)


def _ends_in_post(words: str) -> bool:
    """Tell whether words end in an office, a remark in brackets aside."""
    words = _BRACKETS.sub("", words)
    offices = find_titles(words)
    return bool(offices) and offices[-1].end == len(words) and offices[-1].kind == "public"


_COLUMN = re.compile(
    rf"[{HAN}]{{2,4}}(?![{HAN}])|[{HAN}] {{1,2}}[{HAN}](?![{HAN}])|[{HAN}]{{1,40}}(?:·[{HAN}]{{1,40}}){{1,8}}"
)
_COLUMNS = re.compile(rf"(?<![{HAN}])[{HAN}]{{1,4}}(?: {{1,3}}[{HAN}·]{{1,12}}(?=[ \n。，]|$)){{2,}}")
