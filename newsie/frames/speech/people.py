"""Speakers without a name, read from a clause: 一位村民, 县医院负责人, 王大爷."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsie import lexicon
from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.manner import (
    ADVERBS,
    COMPLEX,
    ISSUING,
    LEAD,
    MEETING,
    NOUN_FRONT,
    PART,
    REST,
    SAID_AT_ONCE,
    SIMPLE,
    WHEN,
)
from newsie.frames.speech.objects import object_front
from newsie.frames.speech.unmarked import NATIONS
from newsie.frames.speech.verbs import speech_verbs

_P, _DATE = MARKS["PERSON"], MARKS["DATE"]
# 柜台前的工作人员, 路过的群众: what describes for the moment; 市场的负责人 stays whole
_MODIFIED = re.compile(
    r"^(?:.{0,200}[前旁里内中上外下边]|(?:家住|正在|路过|前来|在|从|刚|已|曾|做|负责|等候|排队).{0,200})的(?=.{3,})"
)
# 有业内人士表示, 更有网友指出
_THERE_ARE = re.compile(
    "[也还更但又却]?有(?=(?:业内人士|知情人|目击者|当地人|消费者|分析师|(?:专家|学者|网友|村民|市民|居民|群众|读者|观众|游客|家长|学生|商户|业主|车主|店主|司机|顾客|代表|委员|干部|媒体|老人|农户)(?![\u4e00-\u9fff]*的)))"
)
_WHOLE = re.compile(r"[一多几数有这该本此每各两三另]|\ue003")
NOUNS_OF_PEOPLE = sorted(lexicon.words("speaker_nouns.txt"), key=lambda word: (-len(word), word))
_NAME = re.compile(rf"[\u4e00-\u9fff]{{2,3}}?(?=(?:{SIMPLE}){{0,8}}(?:{COMPLEX})?(?:{SIMPLE}){{0,8}}$)")
_LONGEST = 32
_NO_NAMES = frozenset("却都也则就还又均")
_SURNAMES = "".join(sorted(word for word in lexicon.words("surnames.tsv") if len(word) == 1))
# 陈师傅, 王大爷; 小顾, 老李, but 小区, 小时
CALLED = re.compile(
    rf"[{_SURNAMES}](?:先生|女士|小姐|师傅|老师|大[爷妈叔伯娘婶姐哥嫂]|阿[姨婆公]|奶奶|爷爷|婆婆|伯伯|叔叔|老[汉伯太]|同学|医生|警官)|[小老阿](?![区时米麦路康程])[{_SURNAMES}]"
)
# “……”陈师傅摆摆手说
_GESTURE = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:[笑想顿愣]了[笑想顿愣]|[点摇抬低回]头|[摆招挥拍搓摊]手|竖起|[擦抹]|叹)[\u4e00-\u9fff]{0,6}"
)
# 群里的“放牛娃”说
_NICKNAME = re.compile(rf"[^“”]{{0,12}}(?P<who>“[^“”，。！？\n]{{1,8}}”){ADVERBS}")
_PERSONS_SAY = re.compile("说|告诉|坦言|透露|回忆|感慨|感叹|笑")
# what speaks for those who wrote it: 报告还指出, 《意见》要求
_PAPERS = (
    rf"报告|公报|联合声明|声明|白皮书|蓝皮书|文章|贺词|贺信|通知|通报|公告|社论|{MARKS['DOCUMENT']}(?:报告)?"
)
_PAPER = re.compile(rf"(?:{_PAPERS})\Z")
# 报告要求真实准确, 制度方面要求更严: a noun, unless a mark or a demand follows
_NO_ONE = re.compile(rf"(?:{_PAPERS}|(?<![国方府])方面)\Z")
# 乌方还称, 以军称; 中方 is whom one speaks for
SIDE = rf"[{NATIONS}](?:军(?!方(?!面))|方(?!面)|媒(?!体))|[中泰柬越菲缅澳加哈塞希匈波丹老蒙]方(?![面法向式案便位才能言])"
_SUFFIX = re.compile(
    # 网友“某某”则认为
    rf"(?:(?:网友|网民|博主|楼主)“[^“”\n]{{1,14}}”|武装派别[\u4e00-\u9fff]{{2,4}}|(?:{'|'.join(NOUNS_OF_PEOPLE)})们?(?![士员])|{SIDE}"
    # 下属武装派别“某某旅”称; 某国际会议19日发布《某报告》说: a body named 会议
    rf"|“[\u4e00-\u9fff]{{1,10}}[旅军队组团]”|会议(?={_DATE}?(?:发布|发表|公布))|(?<![发公][表布出])(?<!{_DATE})(?:{_PAPERS}))"
)
# 某国总统府29日发表声明说: whoever it is
_ISSUES = re.compile(
    rf"(?P<who>(?!自|从|由)[^，。；：\n{_P}{_DATE}]{{2,30}}?)(?:{WHEN})?(?:在{PART}{{1,8}}[后上中])?(?:{ISSUING}){ADVERBS}"
)
# 某公司日前接受某报记者采访时回应说: who is asked, not who asks
_ASKED = re.compile("采访|专访|提问|询问|追问")
_INTERVIEWED = re.compile(
    rf"(?P<who>[^，。；：\n{_P}{_DATE}]{{2,24}}?)(?:{WHEN})?在?(?:接受|回答|回应|答复)[^，。；：\n]{{0,40}}?(?:采访|专访|提问|询问|追问)时{ADVERBS}"
)
# 网友@某某评论：
_USER = re.compile(rf"(?P<who>(?:网友|网民|博主|楼主)@[^，。；：“”\n]{{1,16}}?){ADVERBS}")
_FURTHER = re.compile(
    rf"(?:有关|相关|主要|[^，在对向跟给就为时中后接据着住{_DATE}]{{0,3}}?)(?:{'|'.join(NOUNS_OF_PEOPLE)})们?(?:(?<!站)|(?![在着]))|方面"
)
# 王大明委员发言说: a name that the reader missed, and its title
_MEMBER = re.compile("(?P<name>(?!常务|许多|成员|全体)[\u4e00-\u9fff]{3})委员")
# 小声说, 这一问，……, 几次到商场询问: how, how often or what is said, but not who
_HOW = re.compile(
    r"^[\u4e00-\u9fff]{1,2}[着住][^的]{1,10}(?:的[\u4e00-\u9fff]{1,2})?$|^(?:[小大低轻高齐]声|[这那][一句话]|[几多数][次遍番]|一[边再直]|连[连声]|随口|脱口|口中|嘴里|心里|顺口|开口|继续|接着)|[到去在正]\Z|(?<!签)(?<!报)[到在][^，]{2,16}\Z|[了着过][他她它]们?\Z"
)
NOT_PEOPLE = re.compile(
    # 在服务方面要求更高, but 在场群众; 活动期间组织, 会议通过报告
    r"^在(?![场座校外职岗读线京华])|^接受|期间|^会议(?:审议)?通过|我们|我|^(?:表示|认为|强调|指出|希望)|^[他她它]|[了着][他她它]们?$|[对向跟](?:本?报?记者|笔者)$|你|您|咱|自己|^(?![一有几两这那该])(?:[\u4e00-\u9fff]{1,4}着|[\u4e00-\u9fff]{0,2}[拉握抱拽攥扶抓牵]住)(?![^的]{0,20}的(?!双?手))|^(?:一边|要|应|必须|向|给|把|将|是|有的?放矢|以(?!色列|方|军|媒|政府|官员|总[理统]|[外防财]长|国防|内阁|议会)|使(?![馆团])|让|请|对(?!方)|从|为|由|按|被(?![告害访采捐困])|并|等|及|和|与(?!会)|经(?!理)|通过|如果|因|虽然|不(?!少)|没|[若似]有所|（[一二三四五六七八九十]{1,2}）)|未经|值得|接到|收到|(?<=.)被(?![告害访采捐困]|[^的]{1,4}的)|先后组织|地[向对朝跟]|[着了]\Z|(?<=.)(?:(?<![面方导转倾针反相绝应参校])[向对](?![外方手口内面向立])|(?<![外倒])朝(?![阳鲜]))[^的]{0,30}\Z"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who was read.

    Attributes:
        start, end: the words, canvas offsets; equal when the meeting (会议) speaks.
        rule: what found it; `speaker.he` is a pronoun that is still to be resolved.
    """

    start: int
    end: int
    rule: str

    def paper(self, layout: Layout) -> bool:
        """Whether something written speaks: 报告指出."""
        return _PAPER.search(layout.string, self.start, self.end) is not None

    @property
    def meeting(self) -> bool:
        """Whether the meeting itself speaks."""
        return self.start == self.end


def may_be_told_of(layout: Layout, speaker: Speaker) -> bool:
    """Tell whether what seems to speak may only be told of, where no mark follows its verb: 报告要求真实准确."""
    return _NO_ONE.search(layout.string, speaker.start, speaker.end) is not None


def find_phrase(layout: Layout, begin: int, verb: int, *, quoted: bool, loose: bool) -> Speaker | None:
    """Return a speaker without a name, from the head of the clause: 一位村民高兴地说."""
    clause = _without_air(layout.string[begin:verb])
    if re.search(rf"{_P}(?!的)|[《》]|将由|即将", clause):
        return None
    lead = LEAD.match(clause)
    skip = lead.end() if lead else 0
    if there := _THERE_ARE.match(clause, skip):
        skip = there.end()
    if (stop := next(_ends(clause, skip, loose=loose), None)) is not None:
        name = clause[skip:stop]
        refused = NOT_PEOPLE.search(name) or NOUN_FRONT.search(name) or len(name) > _LONGEST
        return None if refused else _trimmed(layout, begin + skip, begin + stop)
    if (issues := _issuing(clause, skip)) is not None:
        return _trimmed(layout, begin + issues.start("who"), begin + issues.end("who"))
    named = _surnamed(layout, begin + skip, verb) or _called(layout, begin + skip, verb)
    if named or REST.fullmatch(clause[skip:]):
        return named  # ”某某接过车钥匙，激动地说: who speaks stands in the clause before
    name = re.sub(
        rf"(?:{SIMPLE}|一边[^，。；！？：“”\n边]{{1,14}}|边[^，。；！？：“”\n边]{{1,8}}边){{1,8}}$",
        "",
        clause[skip:],
    )
    if quoted and 2 <= len(name) <= 16 and not NOT_PEOPLE.search(name) and not _HOW.search(name):
        return _trimmed(layout, begin + skip, begin + skip + len(name))
    return None


@lexicon.layered
def _air() -> re.Pattern[str]:
    airs = sorted(word for word, verb in speech_verbs().items() if verb.kind == "utter")
    return re.compile(rf"(?:{'|'.join(airs)})地\Z")


def _without_air(clause: str) -> str:
    """Return a clause without the air with which one speaks: 一位参赞｜信心满满地."""
    return _air().sub("", clause) if clause.endswith("地") else clause


def _ends(clause: str, skip: int, *, loose: bool) -> Iterator[int]:
    """Yield where a noun for people ends behind which only manner stands, or with `loose` a gesture, up to the verb."""
    for match in _SUFFIX.finditer(clause, skip):
        stop = _joined(clause, _whole(clause, match.end()))
        name = clause[skip:stop]
        if _ASKED.match(clause, stop) or (len(name) < 2 and name != MARKS["DOCUMENT"]) or "援引" in name:
            continue
        if REST.fullmatch(clause, stop) or (loose and _GESTURE.fullmatch(clause, stop)):
            yield stop


def _issuing(clause: str, skip: int) -> re.Match[str] | None:
    """Return who is asked by reporters, writes on the web or issues something: 某公司接受某报记者采访时."""
    asked = _INTERVIEWED.fullmatch(clause, skip) or _USER.fullmatch(clause, skip)
    match = asked or _ISSUES.fullmatch(clause, skip)
    refused = match and (NOT_PEOPLE.search(match["who"]) or MEETING.fullmatch(match["who"]))
    return None if refused else match


def _whole(clause: str, end: int) -> int:
    """Return where a speaker ends of whom more nouns are told: 市卫健委｜有关负责人, 农科院｜专家."""
    while longer := _FURTHER.match(clause, end):
        end = longer.end()
    return end


def _joined(clause: str, end: int) -> int:
    """Return where a speaker ends beside whom others stand who say it, too: 华侨华人｜和留学生｜表示."""
    if clause[end : end + 1] not in ("和", "与", "及"):
        return end
    ends = (match.end() for match in _SUFFIX.finditer(clause, end))
    return next((stop for stop in ends if SAID_AT_ONCE.fullmatch(clause, stop)), end)


def _surnamed(layout: Layout, start: int, verb: int) -> Speaker | None:
    """Return a name that the reader missed, behind the word for a person: 村民张三边走边说."""
    words = layout.string[start:verb]
    for noun in _SUFFIX.finditer(words):
        match = _NAME.match(words, noun.end())
        if match and _is_name(match.group()):
            return Speaker(start + match.start(), start + match.end(), "speaker.surname")
    return None


def _called(layout: Layout, start: int, verb: int) -> Speaker | None:
    """Return one who is called by a surname, behind any words, or by a nickname: 数码迷｜小顾, 群里的｜“放牛娃”."""
    words = layout.string[start:verb]
    for match in CALLED.finditer(words):
        rest = words[match.end() :]
        if not object_front(words[: match.start()]) and (REST.fullmatch(rest) or _GESTURE.fullmatch(rest)):
            return Speaker(start + match.start(), start + match.end(), "speaker.surname")
    named = _NICKNAME.fullmatch(words) if "“" in words and _PERSONS_SAY.match(layout.string, verb) else None
    return Speaker(start + named.start("who"), start + named.end("who"), "speaker.surname") if named else None


def _is_name(words: str) -> bool:
    """Tell whether words can be a name: a surname in front, no word for people, no word said twice (殷殷).

    Nor an adverb behind a noun's last character: 商家却都表示.
    """
    return (
        words[0] in lexicon.words("surnames.tsv")
        and words[0] != "经"
        and words not in ("方面", "曾经")
        and not _SUFFIX.search(words)
        and words != words[0] * len(words)
        and words[1] not in _NO_NAMES
    )


def _trimmed(layout: Layout, start: int, end: int) -> Speaker:
    """Drop what only describes: 正在装车的一位采购商, 柜台前的工作人员."""
    dash = layout.string.rfind("——", start, end)
    start = dash + 2 if 0 <= dash < end - 3 else start  # 英国中央银行——英格兰银行
    name = layout.string[start:end]
    counted = re.search(r"的(?=\ue003|[一几多][位名个家群些])", name)
    if counted and (name[counted.end()] != MARKS["AMOUNT"] or _one(layout, start + counted.end())):
        return Speaker(start + counted.end(), end, "speaker.phrase")
    described = None if _WHOLE.match(name) else _MODIFIED.match(name)
    begin = start + (described.end() if described else 0)
    member = _MEMBER.fullmatch(layout.string, begin, end)
    if member and _is_name(member["name"]):
        return Speaker(begin, begin + len(member["name"]), "speaker.surname")
    return Speaker(begin, end, "speaker.phrase")


def _one(layout: Layout, at: int) -> bool:
    fill = layout.canvas.fills.get(at)
    return fill is not None and layout.reading.plain(fill.span)[:1] in set("一几多")
