"""Who goes: sentences in which named people, or a unit, set out to look at something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.visiting import guests
from newsie.frames.visiting.occasions import dated
from newsie.frames.visiting.otherwise import OTHERWISE, told_otherwise
from newsie.frames.visiting.sessions import party_of_meeting
from newsie.frames.visiting.units import find_unit
from newsie.frames.visiting.words import NOT_BODY, any_of, words
from newsie.lexicon import layered
from newsie.trace import refuse

_P, _POST, _DATE, _AMOUNT = (MARKS[hole] for hole in ("PERSON", "POST", "DATE", "AMOUNT"))
_PART = r"[^，。；！？：\n]"
# a title may follow the name: 某某书记到甲县调研
_STYLE = r"(?:(?:常务)?[副总]?(?:书记|主席|主任|[省市州县区镇乡局院校]长)|总统|总理|首相|议长|国王|同志)"
# 副县长某某（挂职）: what the paper adds to a name
_ASIDE = r"(?:（[^（）\n]{1,12}）)?"
# 等县领导, 等同志, 等县四大班子领导, 等局班子成员, 等一行6人: those who go with the named
_MORE = rf"(?:等(?:[^，。；：、（）\n{_P}到赴在]{{0,8}}?(?:领导(?:同志|干部|班子成员)?|班子成员|负责(?:人|同志)|同志|干部|专家)|{_AMOUNT}|人)?)?"
_WHO = rf"(?P<who>{_P}(?:{_ASIDE}(?:[、和](?:{_POST}|[^，。；：、{_P}\n]{{2,16}}[长记任席员](?={_P}))?|，{_POST}){_P}){{0,60}}){_STYLE}?{_ASIDE}{_MORE}"
_ABROAD = guests.abroad(_WHO)
# words in front of a person who is not the one that goes: 与某某一行座谈, 记者某某
_NOT_SUBJECT = re.compile(
    r"(?:[向与同跟对给为把被由请及在]|期待|盼望|邀请|陪同|随同|围绕|记者|通讯员|评价|热议|盛赞|欢迎|会见|学习|贯彻|落实|传达|按照|根据|对于|，代表|祝贺)$"
)
# 带领有关部门负责人｜深入某镇
_WAY_OFF = "深入|前往|走进|来到|莅临|(?<![未近原历以])来(?![自源访历年])(?=[\u4e00-\u9fff]{1,8}[县市区镇乡村站公司学厂园局])"
# 会见某集团董事长某某｜一行并座谈: a guest in the hall
_RECEIVED = re.compile(r"(?:会见|会晤|接见|拜会|接待|迎接)了?[^，。；]{0,24}$")
# 县长某某、副县长某某等县领导陪同｜某某一行到甲镇调研: the guest is the one that goes
_SHOWN_BY = re.compile(rf"{_P}{_ASIDE}{_MORE}(?:全程|一同)?陪同$")
_SHOWN_ABOUT = re.compile("考察|参观|察看|视察|调研")
# 率队, 带队, 一行8人, 率考察团一行11人, 带领25名委员
_LED = (
    rf"一行(?:{_AMOUNT})?|(?:亲自|分别|分头)?(?:率队|带队|领队)|(?:担)?任(?:组长|团长|领队)"
    rf"|(?:率领?|带着|领着|携){_PART}{{1,24}}?(?:团|组|队)(?:一行)?(?:{_AMOUNT})?"
    rf"|(?:率领?|带领)[^，。；！？：\n到赴]{{1,60}}?(?=[到赴，。；]|{_WAY_OFF}|先后|$)(?:，(?=先后|到|赴|深入|前往|走进|来到|对|就))?"
)
# 由某某带队的督导组, 调研组在某某率领下: a person who leads, though no subject
# 起义部队在某某率领下来到甲山: an army on the march looks at nothing
_ARMY = re.compile(r"(?:起义|部队|红军|大军|游击队|军团)在?$")
# 带领突击队员赶到震中: to save, not to look
_RESCUE = re.compile(r"带领(?:突击队|救援|搜救)")
# 某国总统率总统办公厅主任等到机场送行
_SENDS_OFF = re.compile(r"到机场[^，。]{0,6}(?:送行|送别|迎接|迎候)")
# 应甲市市长某某和乙县政府邀请，赴甲市访问
_INVITES = re.compile(r"(?:[和与及][^，。；]{0,16})?的?邀请，?")
_LED_BY = re.compile(r"(?:由|在|以)$")
# 总书记再次来到某地, 中方同某某: adverbs and prepositions that the reader took into a name
_MISREAD = re.compile(r"再次|经常|全程|各中央|.[站店班]长$|[同与](?=..)")
_PARTY = re.compile(r"带队|率队|领队|组长|团长|带领下|率领下|带领的|率领的")
# 对甲国首次访问10周年之际, 对甲国访问前接受采访
_YEARS = r"[0-9一二三四五六七八九十]{1,3}周年|前(?:接受|夕)|中被|行程"
_SETTING_OUT = re.compile(
    r"(?:(?:随后|当天)，?)?(?:[省市县区]领导)?(?:先后|分别|随后)?(?:深入|前往|走进|来到|赶赴)"
)
# a sentence about what a leader once said on a visit: 学习某某考察时的重要讲话
# 在甲省考察时，总书记强调
_CITED = re.compile("总书记|主席|总理|曾|多次|去年|前年")
_REMEMBERED = re.compile(r"讲话精神|重要讲话|重要指示|批示|重要论述|嘱托|报道|生动故事|一书")
# 某某访问甲国时提出, 在甲国访问期间表示, 祝贺某某访问甲国取得成功: told in passing, of no visit in the story
_PASSING = re.compile(r"[^，。；！？“”]{0,24}(?:时，|期间|取得|以来|的)")


@dataclass(frozen=True, slots=True)
class Goers:
    """A sentence in which someone sets out. All offsets are into the canvas.

    Attributes:
        lead: who leads, as painted persons; empty for a unit.
        unit: the words that name the unit; None for persons.
        start, end: the sentence.
        after: where the words behind the goers begin.
        by: the rule.
    """

    lead: tuple[int, ...]
    unit: tuple[int, int] | None
    start: int
    end: int
    after: int
    by: str


def find_goers(layout: Layout, start: int, end: int) -> Goers | None:
    """Return who sets out in the sentence from `start` to `end`, if anyone does."""
    party = party_of_meeting(layout.string, start, end)
    if party:
        return Goers((), party, start, end, party[1], "visit.unit")
    return _people(layout, start, end) or unit_at_work(layout, start, end) or _headless(layout, start, end)


def unit_at_work(layout: Layout, start: int, end: int) -> Goers | None:
    """Return the unit that carries out an inspection in a sentence, if one does."""
    found = find_unit(layout, start, end)
    return Goers((), found[:2], start, end, found[2], "visit.unit") if found else None


@layered
def _led() -> re.Pattern[str]:
    """Named people at the head of a party: 某某率队……, 某某一行……."""
    with_people = rf"(?:率领?(?!队)|带领)(?:(?!{_WAY_OFF})[^，。；！？：\n到赴]){{1,30}}?(?=(?:在[^，。；]{{2,40}}?)?{any_of('inspect')}(?!(?:慰问|检查|指导|调研)?[组团队]))"
    # 某某代表省委、省政府，9日至10日率有关部门负责同志赴甲市
    sent = rf"(?:还|又|也|的|，(?=[带率]队)|(?:受|代表)[^，。；]{{2,20}}，?)?(?:{_DATE})?"
    return re.compile(rf"{_WHO}{sent}(?:{with_people}|{_LED})")


@layered
def _gone() -> re.Pattern[str]:
    """Named people who go somewhere for a look: 某某到甲县调研."""
    go = r"(?:来到|前往|走进|深入|赴|到|在|奔赴|莅临|亲临|抵达|来)(?!(?:会|场|岗|任|案|位(?!于)|期|底|时)(?![\u4e00-\u9fff]{1,2}[县市区旗镇乡村]))"
    between = rf"{_PART}{{1,110}}?(?:，{_PART}{{0,40}}?)?"
    alone = any_of("alone")
    purpose = rf"(?:{alone}|(?:现场|检查|调研|督促)指导|开展{_PART}{{0,16}}?{alone})"
    return re.compile(
        f"{_WHO}{_way()}{go}{between}{purpose}{NOT_BODY}(?!或(?!有)|成果(?!转化|应用)|报告(?!厅)|(?:调研|考察)?足迹|{_AMOUNT}周?年|{_YEARS})"
    )


@layered
def _way() -> str:
    """How someone goes: 再次, 轻车简从，, 用一整天时间, 冒着细雨驱车."""
    order = rf"(?:，(?={_DATE}))?(?:还|又|也|纷纷|先后|分别|分[头两二三四五六七八九十多][路组批]?|一同|专程|再次|随后|当天|今天|于?{_DATE}|上午|下午){{0,8}}"
    return rf"{order}{guests.TOGETHER}?(?:，?{any_of('manner')}[^，。；！？：“”\n]{{0,16}}?，?)?{order}"


@layered
def _seen() -> re.Pattern[str]:
    """An official who goes to a place and sees to something there: 县长某某踏着泥泞来到甲村，察看……; 某某先后来到……，了解……."""
    go = rf"{_going()}(?!贯彻|学习|推进|研究|分析|实施|落实|挖掘)"
    near = r"(?:(?!陪同(?!下))[^，。；！？：“”\n]){0,24}?"
    far = rf"{_PART}{{1,60}}?(?:，{_PART}{{0,40}}?){{0,3}}"
    order = r"(?:一行)?(?:还|又|也|随后)?(?:在[^，。；]{2,30}陪同下，)?先后|(?P<also>还|又|随后)"
    # 县长某某到甲镇查看……: a bare 到 stands right behind who goes
    bare = rf"{_way()}[到赴](?!来|会|位(?!于)|岗|场|处|任|期|底|时)"
    return re.compile(
        rf"(?P<post>{_POST})?{_WHO}(?:(?(post){near}，?{near}|(?:{order})){go}|(?(post){bare}|(?!))){far}{any_of('see', 'errand')}(?!或|组|团|队(?!伍)|部|中心|员(?!工))"
    )


@layered
def _going() -> str:
    return f"(?:{'|'.join(word for word in words('go') if len(word) > 1)}|沿着?)"


@layered
def _way_there() -> re.Pattern[str]:
    return re.compile(_going())


@layered
def _alone() -> re.Pattern[str]:
    """Named people who look at something: 某某调研重点项目, 某某在调研重点项目时强调……."""
    order = (
        "(?:还|又|先后|分别|一同|共同|实地|专题|现场|集中|调研|专程|再次|前往|带病|亲自|连续|突击|随机){0,8}"
    )
    matter = r"(?:(?:就|对|围绕|针对)[^，。；！？：“”\n]{2,40}?(?:(?:进行|开展)了?|实地|现场|专题)|开展)?"
    in_turn = "(?:还|又|随后)?(?:先后|分别|依次)(?:一同|共同|现场)?(?:察看|查看|看了)"
    return re.compile(
        f"{_WHO}{_way()}(?:{in_turn}|在{order}{matter}{any_of('alone')}{NOT_BODY}"
        f"|{order}{matter}{order}{any_of('alone')}{NOT_BODY}(?!时(?!令)|工作|报告(?!厅)|成果(?!转化|应用)|活动(?!板)|中(?![国学心医科央铁新石建交联粮车小药秋考])|将|或|取得|国际|的|为(?!了|主|期)|对[^，。]{{2,20}}(?:意义|影响)|(?:调研|考察)?足迹|{_AMOUNT}周?年|{_YEARS}))"
    )


@layered
def _while() -> re.Pattern[str]:
    """Named people who speak while they look: 在甲县调研时，县长某某强调."""
    words = rf"[^，。；！？：“”\n{_P}]"
    return re.compile(
        rf"(?:在|{_DATE}){words}{{0,40}}?{any_of('alone')}{words}{{0,24}}?时，(?:{_POST})?{_WHO}"
        "(?=强调|指出|要求|表示|说|，|详细|仔细|希望|勉励)"
    )


# 在甲县乙村，书记某某坐在村民的火塘边，和老人拉起了家常
_SAT = re.compile(
    rf"在{_PART}{{2,40}}，{_POST}{_WHO}(?:坐在|围坐|蹲在|盘腿|走进|来到){_PART}{{1,40}}(?:，{_PART}{{0,12}})?(?:拉起了?家常|拉家常|话家常|唠家常)"
)


@layered
def _purposeful() -> re.Pattern[str]:
    return re.compile(rf"{any_of('inspect')}(?!会上)|来到|前往|走进|深入|莅临|[到赴]")


def _people(layout: Layout, start: int, end: int) -> Goers | None:
    string = layout.string
    if string.find(_P, start, end) < 0:
        return None
    remembered = _REMEMBERED.search(string, start, end)
    for match in _led().finditer(string, start, end):
        sends_off = _SENDS_OFF.search(string, match.start(), end)
        if (
            not sends_off
            and _purposeful().search(string, match.end() - 1, end)
            and _goes(layout, start, match)
        ):
            return Goers(_marks(string, match), None, start, end, match.end(), "visit.led")
    if remembered:
        refuse("visit", "about what was said, or to be studied", remembered.span(), layout.canvas)
        return None
    for rule, pattern in _forms(string, start, end):
        for match in pattern.finditer(string, start, end):
            if (
                told_otherwise(rule, match)
                or (rule == "visit.alone" and _in_passing(layout, start, match))
                or (rule == "visit.seen" and match["also"] and not _in_office(layout, match))
            ):
                refuse(
                    "visit",
                    "of speech, a meeting or an office, not of a way somewhere",
                    match.span(),
                    layout.canvas,
                )
            elif not _goes(layout, start, match):
                refuse("visit", "the person named is not the one that goes", match.span("who"), layout.canvas)
            else:
                return Goers(_marks(string, match), None, start, end, match.end("who"), rule)
    return _while_there(layout, start, end)


def _forms(string: str, start: int, end: int) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield the forms of a way somewhere that a sentence may have."""
    yield "visit.gone", _gone()
    yield "visit.alone", _alone()
    if string.find("访问", start, end) >= 0:
        yield "visit.state", _ABROAD
    if "到" in string[start:end] or _way_there().search(string, start, end):
        yield "visit.seen", _seen()
    if string.find("家常", start, end) >= 0:
        yield "visit.sat", _SAT


def _while_there(layout: Layout, start: int, end: int) -> Goers | None:
    """Return who speaks where they look, at the head of the story or on a day that is told: 在甲县调研时，县长某某强调."""
    string = layout.string
    if string.find("时，", start, end) < 0:
        return None
    match = _while().search(string, start, end)
    if not match or OTHERWISE.search(match.group()):
        return None
    opens = string.find("\n", 0, start) < 0 and not _CITED.search(string, start, match.end())
    if not opens and not dated(layout, start, match.end() - start):
        return None
    return Goers(_marks(string, match), None, start, end, match.start(), "visit.while")


def _in_passing(layout: Layout, start: int, match: re.Match[str]) -> bool:
    """Tell whether a visit of state is only spoken of, or an entry of a programme (8.某某访问甲国)."""
    if not match.group().endswith("访问"):
        return False
    return layout.numbered(start) or _PASSING.match(layout.string, match.end()) is not None


def _in_office(layout: Layout, match: re.Match[str]) -> bool:
    """Tell whether the story gives a post to someone it goes on about by name: 局长某某作报告。某某还来到甲厂，与职工交流."""
    held = {layout.reading.plain(post.person) for post in layout.reading.posts}
    return any(_surface(layout, at) in held for at in _marks(layout.string, match))


def _goes(layout: Layout, start: int, match: re.Match[str]) -> bool:
    """Tell whether the people matched are the subject of their clause and not inside a quotation."""
    front = layout.string[max(start, match.start() - 12) : match.start()].removesuffix(_POST)
    if _ARMY.search(front) or _RESCUE.search(match.group()):
        return False
    led = _LED_BY.search(front) and _PARTY.search(layout.string, match.start(), match.end() + 1)
    if any(_MISREAD.match(_surface(layout, at)) for at in _marks(layout.string, match)):
        return False
    if _INVITES.match(layout.string, match.end("who")):
        return False
    received = _RECEIVED.search(layout.string, max(start, match.start() - 30), match.start())
    # 会见某某一行，陪同考察了甲产业园: who is shown about
    if received and not _SHOWN_ABOUT.search(layout.string, match.end("who"), match.end()):
        return False
    subject = led or _SHOWN_BY.search(front) or not _NOT_SUBJECT.search(front)
    return bool(subject) and not layout.quoted(match.start())


def _surface(layout: Layout, mark: int) -> str:
    return layout.reading.plain(layout.canvas.span(mark, mark + 1))


def _marks(string: str, match: re.Match[str]) -> tuple[int, ...]:
    return tuple(at for at in range(*match.span("who")) if string[at] == _P)


def _headless(layout: Layout, start: int, end: int) -> Goers | None:
    """Read a first sentence that lost its subject to the page's edge: 先后深入甲县、乙县，调研……, or only hints at it: 市领导来到……."""
    going = _SETTING_OUT.match(layout.string) if start == 0 else None
    if going and _purposeful().search(layout.string, going.end(), end):
        return Goers((), None, start, end, start, "visit.headless")
    return None
