"""Who does what at a meeting: chair, speakers, attendees, and the groups without names (参会人员)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.meeting.groups import Crowd, ends_as_group, read_crowd
from newsie.frames.meeting.scene import Clause, Scene
from newsie.frames.meeting.words import any_of
from newsie.frames.speech.antecedents import antecedent
from newsie.text import Span

_P, _POST, _AMOUNT = MARKS["PERSON"], MARKS["POST"], MARKS["AMOUNT"]
_ANY = r"[^，。；！？：\n]"
_WORK = any_of("work")
_VISITS = "调研|考察|督导|督查|视察|检查|慰问|走访|观摩|活动的"
_CHAIR = r"主持(?!人|词|单位)|(?<=在)主持下"
_ATTEND = (
    rf"出席(?!会议的|[^，。；]{{2,20}}的(?:人大|政协|党)?(?:代表|委员)$)|(?<!组织)参加(?!人(?!员)|工作|革命|会议的|[^，。]{{0,8}}保险|了?[此本上]?[次述]?(?:会见|接见)|高考|考试|劳动|[有相]关活动|了?(?:[此本]次)?(?:{_VISITS}))|参与(?=$|活动|其中|比赛)|列席|到会|到场|参会|参训|参赛|聆听|听课|听讲|接受了?[^，。；]{{0,6}}培训|(?<={_AMOUNT})(?:现场|认真)?听取了?|赴会|[步走]入会场|登台|献艺|同场竞技|代表双方签[约字署]"
    r"|观看了?(?:演出|比赛|节目|开幕|文艺)|与会(?!人员|领导|代表|嘉宾|者|同志|的|各|企业|专家)|就[座坐](?!的)|见证|陪同(?!人员|(?:实地|一同)?(?:调研|考察|检查|视察|督导|督查|慰问|走访|参观|看望|察看))"
    r"|(?:揭牌|揭幕|揭彩|授牌|授旗|颁奖|剪彩|培土|奠基)(?!仪式|会|式|活动|成立|典礼|暨)"
    rf"|(?:发放|颁发|赠送|捐赠|移交|授予)了?(?={_ANY}{{0,12}}(?:钥匙|证书|聘书|奖[牌金品杯状]|牌匾|锦旗|奖|称号|慰问金|图书|物资)$)|签[订署](?:了|(?={_ANY}{{0,20}}(?:协议|合同|责任书|备忘录)))"
    r"|面对面坐|围坐|坐到?在?一起|坐镇|齐聚|欢聚|欢聚一堂|(?:设|在)分会场|拿到|领到|领取了?|参观了|观摩了|(?<=代表)(?:先后|实地|分组|共同){0,2}(?:参观|观摩)|进行了?(?:座谈|深入交流|会谈)|座谈交流|夺得|荣获|斩获|(?<!所)获得?(?!奖(?:[者人]|作[者品]|选手|代表|单位|企业|团队|个人|集体|项目|学生))(?=[^，。]{0,14}(?:奖|名|冠军|亚军|季军))"
)
# these may take up the subject of the clause before: 某某主持会议，并讲话；宣布开工；作表态发言
_SPEAK = (
    r"(?<![的要列])讲话(?!精神|要求|稿|时强|中强)"
    rf"|在?(?:讲话|致辞|发言|总结|报告|推介)[中时](?={_ANY}{{0,4}}(?:强调|指出|要求|说|表示|提出|希望|，|$))"
    rf"|发表{_ANY}{{0,8}}(?:讲话|演讲|致辞)|致{_ANY}{{0,4}}[辞词]"
    rf"|(?<![工合协操动当看写创运])作(?![为用风业物者家品战]|出{_ANY}{{0,4}}[指批]示){_ANY}{{0,26}}?{_WORK}(?!会)|作了{_ANY}{{2,20}}$|讲了话"
    rf"|(?<=会议)作了?{_ANY}{{2,90}}(?:报告|说明|汇报)$|发了?言(?!人|稿|提纲)|发出了?{_ANY}{{0,6}}倡议|宣读|宣布|建言献策|领学|畅?[谈交]流?了?{_ANY}{{0,10}}(?:体会|感受|经验)"
)
# these need it in their own clause: a meeting does all this as well (会议传达了……，部署了……)
_OWN = (
    rf"(?<![的取作])[汇通]报(?!会|材料|制度|精神|称|批评)|提出了?{_ANY}{{0,10}}(?:意见|建议|要求)|传达(?!到|室)|解读|讲解|授课"
    rf"|进行了?{_ANY}{{0,14}}{_WORK}(?!会)|推介(?!会|活动|团|[官员])|介绍(?!信|会)|发布{_ANY}{{0,10}}(?:情况|清单|成果|政策|项目|榜单|案例|数据|报告|名单)|报告了|说明了|安排部署|部署了"
    rf"|(?:部署|安排|布置)(?=(?!会|和|与){_ANY}{{2,24}}(?:工作|任务|措施|事项|重点)(?:$|，))|分析了?(?={_ANY}{{0,14}}(?:形势|情况|原因)$)"
    rf"|(?<=[\ue000场])点评(?!会)|回[答应]了?{_ANY}{{0,12}}(?:提问|问题|关切)|答(?:记者|媒体)问|[解答]答了?{_ANY}{{0,10}}提问"
    rf"|[从就围]绕?{_ANY}{{2,24}}(?:讲授|授课|部署|安排)$"
)
_PREDICATE = re.compile(rf"(?P<chair>{_CHAIR})|(?P<attend>{_ATTEND})|(?P<speak>{_SPEAK})|(?P<own>{_OWN})")
# 出席会议的还有：某某、某某
_LISTING = re.compile(
    rf"(?:出席|参加|列席|就座|到会|与会|陪同(?!{_ANY}{{1,10}}[访来][华问])){_ANY}{{0,10}}(?:的{_ANY}{{0,16}}|还)[有是为]"
    # not 经常参加足球活动的学生近1.2万人
    rf"|(?<!经常)(?<!长期)(?<!平时)(?:出席|参加|列席|就座){_ANY}{{0,4}}的(?={_POST}?{_P}|{_ANY}{{2,30}}{_AMOUNT}$)"
    rf"|(?:出席|参加|列席){_ANY}{{0,6}}(?:领导|人员|同志|嘉宾)有"
    r"|(?:参加人|参会人员|与会人员|出席人员|听证代表)名单(?:如下)?$"
)
# persons in what is studied or obeyed act nowhere: 传达学习某某在……上的讲话精神, 据官员某某介绍
_OBJECT = re.compile(
    r"(?:学习|研读|通读|品读|学深|悟透|收看|收听|宣讲|贯彻|落实|传达|领会|按照|根据|围绕|重温|向|对|为|就(?!业)|把|将|受|陪同(?!的)|听取了?(?!.{0,200}作))[^，。；]{0,12}$|^[另又]?据(?!点)[^，。；]{0,30}$"
)
_REPORTS = re.compile(
    rf"{_P}(?:受{_ANY}{{1,20}}委托)?所?作的(?:关于{_ANY}{{2,60}}(?:报告|说明)|{MARKS['DOCUMENT']}|《)"
)
_COMMISSION = re.compile(rf"受{_ANY}{{1,24}}?(?:委托|指派|邀请)")
_BY = re.compile(rf"由{_ANY}{{0,60}}{_P}(?:分别|共同|先后|同志)?$")
# 某某等出席会议｜某某｜主持: in a headline without gaps another chairs, known for a name or not
_ANOTHER = re.compile(
    rf"(?<=出席)[^，。；并且、和与]{{0,12}}?(?:会议|会(?!议)|仪式)(?:{_POST}?{_P}|(?![共分先亲])[^，。；、并且和与上]{{2,4}})"
)
_LIST_END = re.compile(
    rf"{_P}(?:（{_ANY}{{1,20}}）)?(?:同志|一行{_AMOUNT}?|{_AMOUNT}{_ANY}{{0,6}})?"
    rf"(?:等(?:人|{_ANY}{{0,10}}领导|{_ANY}{{0,6}}同志|{_AMOUNT}{_ANY}{{0,6}})?)?[、和及以]{{0,2}}$"
)
_ASIDE = re.compile(
    r"随后|同时|会上|会后|会前|期间|现场|仪式上|座谈会上|会议上|在[主分]会场|首先|最后|活动中|大会上"
)
_OTHERS = re.compile(r"会议|大会|全会|双方|仪式(?!上)|全[市县区省州]|各")
# 某某主持会议，｜并就落实｜讲话, ｜代表县委｜作报告, ｜看望委员并｜参加讨论: who did the last thing goes on;
# 班子成员｜依次发言, 各镇｜作表态发言: others do
_GOES_ON = re.compile(
    r"(?:随后|最后|首先|同时|接着|期间|会[前后]|现场|当场|亲自|带头|率先|分别|先后|共同|一同|一起|多次|即席|脱稿|应邀|受邀|将|并|还|也|又|再|则){0,8}(?:[^，]{1,6}地)?"
    r"(?:$|(?:[在就对从以向为应经赴到]|受[^，的]{1,20}(?:委托|指派|邀请|托)|围绕|聚焦|立足|着眼|紧扣|瞄准|联系|对照|结合|针对|根据|按照|通过|作为|代表(?!们|发|作|[先分依])|以?及|[与同和](?!会|志)|用|站在)|[^，]{1,40}[并还又后]$)"
)
# 认真听取企业代表｜发言: who hears it does not speak, ……听取汇报并｜讲话 does
_HEARS = re.compile(r"(?:听取|聆听|倾听|收听|收看|观看|听[了完])了?(?![^，]{0,40}[并后时])[^，。；]{0,60}\Z")
_GOES = re.compile(
    r"来到|深入(?=[^，。]{2,20}(?:督导|调研|考察|走访|慰问|视察|检查))|前往|走进|先后到|率队|带队"
    rf"|[到赴]{_ANY}{{2,24}}(?:督导|调研|考察|走访|慰问|视察|参观|检查)|实地(?:察看|查看|调研|考察)"
)
# 在甲社区，女工某某拿到了工资: told of elsewhere
_AMONG_PEOPLE = re.compile(
    "在[^，。；]{2,24}(?:村|社区|小区|街道|[镇乡](?!会)|屯|组|家里|家中|地里|田里|田间|车间|工地|大棚|果园|基地|门店|超市|菜市场)里?，"
)
_MEETS = re.compile(r"会议|会上|仪式|座谈|大会|主持|会场|开幕|赛|培训|就座|讲话|致辞|发言")
_AFTER = re.compile(
    rf"[{MARKS['DATE']}，]{{0,40}}(?:[^，。；]{{0,6}}会[后前](?=，)|会[后前]|散会后|仪式后|活动结束后|会议(?:召开|开始)?[前后])"
)
# 各县区、市直各单位，市属高校，驻地部队负责同志: bodies between commas
_BODIES = re.compile(
    r"(?:各|市|县|省|区|全|中央|有关|相关|驻|部分)(?!会|政府常)[^，。；]{1,80}"
    r"(?:部门|单位|团体|高校|院校|企业|机构|开发区|管委会|兵团|[省市县区镇乡]|街道|公司|集团|机关|银行)"
)
_STYLE = re.compile(
    r"(?:常务)?[副总]?(?:书记|主席|总?经理|总理|主任|(?:委员|董事|理事|秘书)长|[省市州县区镇乡部局厅院校会]长|委员)(?![、和各等会])|常委(?=$|在)"
)
# 在某某赴外地出席某峰会之际: what else goes on
_MEANWHILE = re.compile(rf"(?:在|值){_ANY}{{2,60}}之际")
_WHOSE = re.compile(
    "(?:同志|先生|将军|烈士)?(?:的(?:女儿|儿子|夫人|妻子|丈夫|父亲|母亲|孙)|的?(?:亲属|家属|亲友|后[人代]|生前))"
)
# 应某某邀请，某某在某地分别会见某国总统某某，出席某论坛并致辞: who invites and whom one meets is not who speaks
_MET = re.compile(
    r"应[^，。；]{2,60}邀请$|(?:在[^，。；]{2,16}?)?(?:分别|先后|同时|还|并){0,2}(?:会见|会晤|拜会|看望)"
)
_HE = re.compile("(?:随后|接着|同时|会上|最后){0,2}(?P<he>[他她])(?![们的国人乡日])")
_HEARING = re.compile("(?:认真|现场|集中|分别|先后|并|还){0,3}(?:听取|聆听|倾听)")
_SPEECH = frozenset({"speak", "own"})
# how far a subject stands from its predicate at most
_FAR = 34


@dataclass(slots=True)
class Cast:
    """Who is at a meeting. Persons are places in the scene's string; `outsiders` names whom the story asks elsewhere."""

    chair: list[int] = field(default_factory=list)
    speakers: list[int] = field(default_factory=list)
    attendees: list[int] = field(default_factory=list)
    groups: list[Span] = field(default_factory=list)
    headcount: int | None = None
    outsiders: set[str] = field(default_factory=set)

    def add_crowd(self, crowd: Crowd, *, counted: bool = True) -> None:
        """Add people without names."""
        self.groups += crowd.groups
        if counted and self.headcount is None:
            self.headcount = crowd.amount


@dataclass(slots=True)
class _Named:
    """Whom a sentence has named: persons and people without names."""

    persons: list[int] = field(default_factory=list)
    crowds: list[Crowd] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.persons or self.crowds)


@dataclass(slots=True)
class _State:
    """How far a sentence is read.

    Attributes:
        waiting: who was named and has done nothing yet.
        subject: who did the last thing.
        listing: whether 出席会议的有 went before, so that all who follow attend.
        shared: where a list of bodies began that goes on over commas to the people of them all.
    """

    waiting: _Named = field(default_factory=_Named)
    subject: _Named = field(default_factory=_Named)
    listing: bool = False
    shared: int | None = None


def read_roles(scene: Scene, sentences: Sequence[int], cast: Cast) -> None:
    """Add to `cast` whom the sentences, given by number, show at the meeting."""
    for number in sentences:
        if elsewhere(scene, number):
            continue
        state = _State()
        for clause in scene.sentences[number]:
            if clause.spoken and scene.is_headline(number):
                # 3.某某致信强调 要努力 某某出席并讲话
                continue
            if clause.spoken:
                # 1.某某致信强调 凝心聚力 某某出席座谈会并讲话；: who follows a speech acts anew
                state = _State()
                continue
            _read_clause(scene, clause, state, cast)
            cast.speakers += _reporting(scene, clause)
        if state.listing:
            cast.attendees += state.waiting.persons
            for crowd in state.waiting.crowds:
                cast.add_crowd(crowd)


def _reporting(scene: Scene, clause: Clause) -> list[int]:
    """Return whose reports a meeting hears: 听取了某某受市政府委托所作的《报告》."""
    return [match.start() for match in _REPORTS.finditer(scene.string, clause.start, clause.end)]


def elsewhere(scene: Scene, number: int) -> bool:
    """Tell whether a sentence tells of a visit, or of what went on before or after the meeting."""
    text = scene.told(number)
    if _AMONG_PEOPLE.match(text) and not _MEETS.search(text):
        return True
    return bool(_AFTER.match(text)) or (bool(_GOES.search(text)) and not _MEETS.search(text))


def _read_clause(scene: Scene, clause: Clause, state: _State, cast: Cast) -> None:
    text = scene.text(clause)
    if _MEANWHILE.fullmatch(text):
        return
    listing = _LISTING.search(text)
    if listing:
        state.listing, state.waiting = True, _Named()
        _wait(scene, clause.start + listing.end(), clause.end, state)
    predicates = list(_PREDICATE.finditer(scene.string, clause.start, clause.end))
    if listing and (not predicates or predicates[-1].start() < clause.start + listing.end()):
        return
    if not predicates:
        _name_only(scene, clause, state)
        return
    own = _sharing(_subject(scene, clause.start, predicates[0].start()), state)
    alone = not own and not state.waiting and not text.startswith(("并", "还"))
    if own.persons and state.subject and _HEARING.match(text):
        # 某某出席会议，听取局长某某汇报，｜并讲话: the first one does
        _act(scene, predicates, own, cast, alone=False)
        return
    if own or state.waiting:
        state.subject = _Named(state.waiting.persons + own.persons, state.waiting.crowds + own.crowds)
    elif _OTHERS.match(text):
        state.subject = _Named()
    state.waiting = _Named()
    goes_on = not alone or _GOES_ON.match(text[: predicates[0].start() - clause.start])
    _act(scene, predicates, state.subject if goes_on else _Named(), cast, alone=alone)


def _act(scene: Scene, predicates: list[re.Match[str]], subject: _Named, cast: Cast, *, alone: bool) -> None:
    """Let a subject do what the predicates of one clause say; 由 brings in another."""
    done = predicates[0].end()
    for predicate in predicates:
        if predicate.start() > done and _BY.search(scene.string[done : predicate.start()]):
            subject, alone = _subject(scene, done, predicate.start()), False
        elif predicate.lastgroup == "chair" and _ANOTHER.fullmatch(scene.string, done, predicate.start()):
            subject = _Named(list(scene.persons(done, predicate.start())))
        if not (alone and predicate.lastgroup == "own"):
            hears = _HEARS.search(scene.string, max(0, predicate.start() - 2 * _FAR), predicate.start())
            speakers = subject
            if hears and predicate.lastgroup in _SPEECH:
                cast.attendees += [at for at in subject.persons if at < hears.start()]
                speakers = _Named([at for at in subject.persons if at > hears.start()], subject.crowds)
            _assign(predicate, speakers, cast)
        done = predicate.end()


def _sharing(named: _Named, state: _State) -> _Named:
    """Begin a group where the list of bodies begins that its people share: 各县区，市直单位，驻地部队负责同志."""
    first, state.shared = state.shared, None
    if first is None or named.persons or not named.crowds or not named.crowds[0].groups:
        return named
    crowd = named.crowds[0]
    groups = ((first, crowd.groups[0][1]), *crowd.groups[1:])
    return _Named([], [Crowd(groups, crowd.amount), *named.crowds[1:]])


def _name_only(scene: Scene, clause: Clause, state: _State) -> None:
    """Keep whom a clause without a predicate names."""
    text = scene.text(clause)
    commission = _COMMISSION.search(text)
    if _ASIDE.fullmatch(text) or (commission and not commission.start() and state.subject):
        return
    if (state.subject or text.startswith("应")) and _MET.match(text):
        return
    people = scene.persons(clause.start, clause.end)
    lists = people and _LIST_END.search(text) and not _OBJECT.search(text[: people[0] - clause.start][-_FAR:])
    if lists or ends_as_group(text):
        _wait(scene, clause.start, clause.end, state)
        return
    if not people and _BODIES.fullmatch(text):
        state.shared = clause.start if state.shared is None else state.shared
        return
    state.shared = None
    if not state.listing:
        state.waiting = _Named()
    limit = clause.start + commission.start() if commission else clause.end
    subject = [place for place in people if place < limit] or _meant(scene, clause.start, clause.end)
    if subject:
        state.subject = _Named(subject)


def _wait(scene: Scene, start: int, end: int, state: _State) -> None:
    # 以及某某同志的女儿某某: whose she is, not who is there
    people = [at for at in scene.persons(start, end) if not _WHOSE.match(scene.string, at + 1)]
    crowd = read_crowd(scene, _behind(scene, people) if people else start, end)
    named = _sharing(_Named(list(people), [crowd] if crowd else []), state)
    state.waiting.persons += named.persons
    state.waiting.crowds += named.crowds


def _subject(scene: Scene, begin: int, at: int) -> _Named:
    """Return whom the words from `begin` to a predicate at `at` name as its subject."""
    text = scene.string[begin:at]
    commissions = [found.span() for found in _COMMISSION.finditer(text)]
    # 某某受某某委托主持会议: the second only commissions
    people = [
        place
        for place in scene.persons(begin, at)
        if not any(start < place - begin < end for start, end in commissions)
        and not scene.string.startswith("同志为核心", place + 1)
        and not _WHOSE.match(scene.string, place + 1)
    ]
    meant = [] if people else _meant(scene, begin, at)
    if meant:
        return _Named(meant)
    by = _BY.search(text)
    if by:
        return _Named([place for place in people if place >= begin + by.start()])
    front = text[: people[0] - begin][-_FAR:] if people else ""
    if _OBJECT.search(front) and "听取" not in front:
        return _Named()
    start = _behind(scene, people) if people else begin
    crowd = read_crowd(scene, start, at)
    if people and not crowd and at - start > _FAR:
        return _Named()
    return _Named(people, [crowd] if crowd else [])


def _meant(scene: Scene, begin: int, end: int) -> list[int]:
    """Return whom 他 at the head of the words from `begin` to `end` means: 随后，｜他主持召开座谈会."""
    he = _HE.match(scene.string, begin, end)
    who = antecedent(scene.layout, he.start("he"), None) if he else None
    return [who.start] if who and scene.string[who.start] == _P else []


def _behind(scene: Scene, people: Sequence[int]) -> int:
    """Return where the words behind the last of some people begin, the title after the name passed: 某某书记."""
    style = _STYLE.match(scene.string, people[-1] + 1)
    return style.end() if style else people[-1] + 1


def _assign(predicate: re.Match[str], subject: _Named, cast: Cast) -> None:
    kind = predicate.lastgroup
    if kind == "chair":
        cast.chair += [place for place in subject.persons if place not in cast.chair]
        return
    if kind == "attend":
        cast.attendees += subject.persons
    elif not predicate.group().startswith("提出") or not set(subject.persons) <= set(cast.chair):
        # the chair who 提出要求 only closes the meeting
        cast.speakers += subject.persons
    # 两县与各地客商签订合同14个: firms and counties sign, and are no people there
    for crowd in subject.crowds if not predicate.group().startswith("签") else ():
        cast.add_crowd(crowd, counted=kind == "attend")
