"""Who speaks: the words in front of a verb of speech, read as a speaker."""

from __future__ import annotations

from dataclasses import dataclass

from newsie import lexicon
from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.objects import DONE_TO, object_front
from newsie.frames.speech.unmarked import NATIONS
from newsie.spans import start_behind

_P, _POST, _DATE = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"]
_PART = r"[^，。；！？：“”\n]"
# words between speaker and verb that only colour the speaking: 与会人员纷纷表示
_SIMPLE = (
    r"至今|个个|纷纷|一致|却|便|就|还|也|都|又|再次|同时|最后|随后|并且?|接着|进一步|着重|特别|反复|再三|当场|现场|随即|立即|多次"
    r"|最后|首先|笑着?|动情|激动|高兴|感慨|欣慰|自豪|坦率|由衷|欣喜|兴奋|热情|严肃|郑重|明确|普遍|均|则|连连|连声|不禁"
    r"|就?此|如是|干脆|索性|公开|这样|如此|深有感触|颇有感触|有感而发|感触颇深|深情|语重心长|谆谆|亲切|具体|分别|先后|共同|代表|曾|深有体会"
    r"|微笑着|忍不住|不住|常常?|经常|总是?|总结|补充|回忆|介绍|解释|感叹|分析|研判|判断|测算|估算|预测|反映|坦言|当即|即刻|连忙|赶忙|赶紧|马上|频频|一再|由衷|颇为|不由得|禁不住|不无|应声|抢着|接着话|接过话[头茬]|打趣|满意|开心|乐呵呵|笑呵呵|笑盈盈|满脸笑容|坚定|诚恳|认真|耐心|感激|无奈|如实|直接|表态|发言|致辞|讲话|并?作[^，。]{0,6}讲话并?"
)
_COMPLEX = (
    rf"{_PART}{{0,8}}(?:着|[拉握抱拽攥扶]住){_PART}{{0,10}}|{_PART}{{1,3}}了[把口声阵下]{_PART}{{0,3}}|{_PART}{{1,8}}地|一?边{_PART}{{1,14}}一?边|一边{_PART}{{1,10}}|一[边面]{_PART}{{1,20}}，一[边面]{_PART}{{0,10}}|在{_PART}{{1,24}}|像{_PART}{{1,14}}一样|[说谈提讲聊][起到]{_PART}{{1,26}}"
    rf"|(?:面?对|向|与|同|跟|和|给|为|就|以|用|围绕|针对|结合|代表|作为|接受|通过|从){_PART}{{1,26}}|{_PART}{{1,20}}(?:时|后|中|上|之余)"
)
# 市教育局15日表示, 某部发表声明称, 某局稍早前称
# nor is 15日 a date where nobody knows of which month
_WHEN = rf"于?(?:当地时间)?(?:{_DATE}|[0-9]{{1,2}}日)(?:晚间|深夜|凌晨|早些时候)?|当[天日晚]|同一[天日]|此?前一[天日]|不久前|此前|稍[早晚]前?|[日近]日|随后"
_ISSUING = (
    rf"(?:发表|发布|发出|公布|印发|下发|发)(?:了|书面|联合|一?份|最新|视频|题为|署名){{0,3}}(?:{MARKS['DOCUMENT']}(?:的?(?:文章|报告|公报|白皮书))?|声明|公告|通报|通知|消息|信息|数据|报告|公报|通告|讲话|警告|视频|文章|博文|帖|文)(?:中|里)?"
    rf"|(?<={_DATE})(?:报告|通报)"
    rf"|(?<!据)援引{_PART}{{1,30}}(?:的话|的?(?:报道|报告|消息|说法|声明)|人士|官员)"
)
_ADVERBS = rf"(?:{_SIMPLE}|{_WHEN}|{_ISSUING}){{0,6}}"
# 某国决议再次严厉敦促, 某某出席开幕式宣布: how a headline's speaker says it, and where
_TONE = r"威胁|严厉|强烈|紧急|接连|出席[^，。；：\n]{1,16}?(?:[会式坛展节]|活动)"
# 拿到营业执照后高兴地说 has two
_REST = re.compile(rf"{_ADVERBS}(?:{_COMPLEX})?{_ADVERBS}(?:{_COMPLEX})?{_ADVERBS}")
_SAID_AT_ONCE = re.compile(_ADVERBS)
# 某某在今天召开的“某某计划”新闻发布会上表示
_AT_NAMED = re.compile(rf"在[^，。；！？：\n]{{2,60}}[会式礼坛动][上中]{_ADVERBS}")
_NOUNS = "按照|根据|落实|听取|听了|倾听|听|据|遵照|对照|达到|符合|不符|提出|的|部署|工作|具体|明确提出|有关|相关|任务|目标|重要|有益|有力|新|总"
NOUN_FRONT = re.compile(
    rf"(?:{_NOUNS}|[一二三四五六七八九十两几0-9][点条项])$|(?:按照|根据|落实|听取|听了|倾听|认真听|听|牢记|不负|践行|违反|提出的|宣读){_PART}{{0,30}}$"
)
_MEETING = re.compile(
    rf"(?:{_DATE})?，?(?:本次|此次|这次|该)?{_PART}{{0,20}}?"
    r"(?:会议|大会|全会|座谈会|推进会|调度会|动员会|部署会|现场会|交流会|视频会|例会|专题会|工作会|表彰会|研讨会|点评会|办公会)"
    rf"(?:{_SIMPLE}){{0,8}}"
)
# 某委员会7日在首都召开会议指出, 县长某某主持会议并强调: who met, or led it, speaks
_HELD = re.compile(
    rf"(?:(?:委员会|[委局部院府])[^，的]{{0,12}}(?:召开|举行)会议|{_P}[^，的]{{0,12}}(?:(?:主持|召集)[^，{_P}]{{0,24}}|(?:出席|参加|列席)[^，{_P}]{{2,24}}(?:[并时后]|讲话)[^，]{{0,6}}))\Z"
)
_ON = re.compile(rf"(?:在)?(?:会上|会议上|大会上|讲话中)(?:{_SIMPLE}){{0,8}}")
_SHORT, _LONGEST_TELLER = 8, 16
_PRONOUN = re.compile(r"(?:他|她)(?!们)")
_LEAD = re.compile(
    rf"(?:{_DATE}[，]?|(?:据?新华社[^，。；]{{0,8}}{_DATE}电|会上|会后|会前|会场上|仪式上|座谈会上|活动中|活动现场|现场|采访中|采访时|临别时|谈话间|随后|最后|同时|此外"
    rf"|在?(?:致辞|讲话|发言|报告|总结|座谈|接受采访)[中时]，?|目前|日前|近日|当天|当日|据(?:悉|了解)，?|据|另据|然而|不过|可是|但是|于是|后来|原来|听(?=[几多一两][个位名])|对此|为此|那天|如今|其中|而|但|正如|{_PART}{{1,12}}(?:上|里|内|旁|前|下)，)){{1,8}}"
)
# 柜台前的工作人员, 路过的群众: what describes for the moment; 市场的负责人 stays whole
_MODIFIED = re.compile(
    r"^(?:.{0,200}[前旁里内中上外下边]|(?:家住|正在|路过|前来|在|从|刚|已|曾|做|负责|等候|排队).{0,200})的(?=.{3,})"
)
# 有业内人士表示, 更有网友指出
_THERE_ARE = re.compile(
    "[也还更但又却]?有(?=(?:业内人士|知情人|目击者|当地人|消费者|分析师|(?:专家|学者|网友|村民|市民|居民|群众|读者|观众|游客|家长|学生|商户|业主|车主|店主|司机|顾客|代表|委员|干部|媒体|老人|农户)(?![\u4e00-\u9fff]*的)))"
)
_WHOLE = re.compile(r"[一多几数有这该本此每各两三另]|\ue003")
_NOUNS_OF_PEOPLE = sorted(lexicon.words("speaker_nouns.txt"), key=lambda word: (-len(word), word))
_NAME = re.compile(rf"[\u4e00-\u9fff]{{2,3}}?(?=(?:{_SIMPLE}){{0,8}}(?:{_COMPLEX})?(?:{_SIMPLE}){{0,8}}$)")
_NO_NAMES = frozenset("却都也则就还又均")
# what speaks for those who wrote it: 报告还指出, 《意见》要求
_PAPERS = (
    rf"报告|公报|联合声明|声明|白皮书|蓝皮书|文章|贺词|贺信|通知|通报|公告|社论|{MARKS['DOCUMENT']}(?:报告)?"
)
_PAPER = re.compile(rf"(?:{_PAPERS})\Z")
# 报告要求真实准确, 制度方面要求更严: a noun, unless a mark or a demand follows
_NO_ONE = re.compile(rf"(?:{_PAPERS}|(?<![国方府])方面)\Z")
# 乌方还称, 以军称; 中方 is whom one speaks for
_SIDE = rf"[{NATIONS}](?:军(?!方(?!面))|方(?!面)|媒(?!体))|[中泰柬越菲缅澳加哈塞希匈波丹老蒙]方(?![面法向式案便位才能言])"
_SUFFIX = re.compile(
    # 网友“某某”则认为
    rf"(?:(?:网友|网民|博主|楼主)“[^“”\n]{{1,14}}”|武装派别[\u4e00-\u9fff]{{2,4}}|(?:{'|'.join(_NOUNS_OF_PEOPLE)})们?|{_SIDE}"
    # 下属武装派别“某某旅”称; 某国际会议19日发布《某报告》说: a body named 会议
    rf"|“[\u4e00-\u9fff]{{1,10}}[旅军队组团]”|会议(?={_DATE}?(?:发布|发表|公布))|(?<![发公][表布出])(?<!{_DATE})(?:{_PAPERS}))"
)
# 某国总统府29日发表声明说: whoever it is
_ISSUES = re.compile(
    rf"(?P<who>(?!自|从|由)[^，。；：\n{_P}{_DATE}]{{2,30}}?)(?:{_WHEN})?(?:在{_PART}{{1,8}}[后上中])?(?:{_ISSUING}){_ADVERBS}"
)
# 某公司日前接受某报记者采访时回应说: who is asked, not who asks
_ASKED = re.compile("采访|专访|提问|询问|追问")
_INTERVIEWED = re.compile(
    rf"(?P<who>[^，。；：\n{_P}{_DATE}]{{2,24}}?)(?:{_WHEN})?在?(?:接受|回答|回应|答复)[^，。；：\n]{{0,40}}?(?:采访|专访|提问|询问|追问)时{_ADVERBS}"
)
# 网友@某某评论：
_USER = re.compile(rf"(?P<who>(?:网友|网民|博主|楼主)@[^，。；：“”\n]{{1,16}}?){_ADVERBS}")
# 某国军方29日否认被包围，并称……; 各国代表高度赞赏……，表示……
_ACTS = re.compile(
    rf"(?P<who>[^，。；：“”《》{_P}{_POST}{_DATE}]{{1,26}}?(?:(?:{'|'.join(_NOUNS_OF_PEOPLE)})们?|{_SIDE}))"
    rf"(?:{_WHEN}|在(?={_PART}{{2,30}}，)|(?:还|也|纷纷|高度|积极|强烈)?(?=赞赏|评价|否认|谴责|批评|感谢|祝贺|驳斥|反对|欢迎)|(?:正式|专门|发布公告，|已|还){{0,2}}(?={DONE_TO}))"
)
_FURTHER = re.compile(
    rf"(?:有关|相关|主要|[^，在对向就为时中后接据着住{_DATE}]{{0,3}}?)(?:{'|'.join(_NOUNS_OF_PEOPLE)})们?|方面"
)
# 王大明委员发言说: a name that the reader missed, and its title
_MEMBER = re.compile("(?P<name>(?!常务|许多|成员|全体)[\u4e00-\u9fff]{3})委员")
# 市教育局近日发布通知，要求……
_ISSUER = re.compile(
    rf"(?P<who>[^，。；：“”的{_P}]{{1,24}}?(?:[局委办厅部署]|政府|委员会|指挥部|中心|[工协商]会|联合会|妇联|办公室|领导小组|组委会|团[省市县区]委))(?:{_WHEN}|联合|共同|[向面][^，。；的]{{2,16}}?(?=发)){{0,3}}"
    rf"(?:发布|印发|下发|发出|出台|公布)了?[^，。；：{_P}]{{0,30}}?(?:通知|公告|通告|意见|方案|办法|倡议书?|提示|预警|文件|措施|{MARKS['DOCUMENT']})(?=[，。])"
)
# 小声说, 这一问，……, 几次到商场询问: how, how often or what is said, but not who
_HOW = re.compile(
    r"^[\u4e00-\u9fff]{1,2}[着住][^的]{1,10}(?:的[\u4e00-\u9fff]{1,2})?$|^(?:[小大低轻高齐]声|[这那][一句话]|[几多数][次遍番]|一[边再直]|连[连声]|随口|脱口|口中|嘴里|心里|顺口|开口|继续|接着)|[到去]\Z|(?<!签)(?<!报)[到在][^，]{2,16}\Z|[了着过][他她它]们?\Z"
)
_GROUP = re.compile(
    "[^，]{0,12}?(?:人员|督导组|检查组|督查组|工作组|调研组|专家组|验收组|考核组|评审组|考察团|代表团|志愿者|干部|民警|委员们|代表们)"
)
_NOT_PEOPLE = re.compile(
    # 在服务方面要求更高, but 在场群众; 活动期间组织, 会议通过报告
    r"^在(?![场座校外职岗读线京华])|^接受|期间|^会议(?:审议)?通过|我们|我|^(?:表示|认为|强调|指出|希望)|^[他她它]|[了着][他她它]们?$|[对向跟](?:本?报?记者|笔者)$|你|您|咱|自己|^[\u4e00-\u9fff]{0,2}[着住过起].{0,12}的双?手$|^(?:一边|要|应|必须|向|给|把|将|是|有的?放矢|以(?!色列|方|军|媒|政府|官员|总[理统]|[外防财]长|国防|内阁|议会)|使(?![馆团])|让|请|对(?!方)|从|为|由|按|被|并|等|及|和|与(?!会)|经(?!理)|通过|如果|因|虽然|不|没)"
)


def opens(layout: Layout, start: int, at: int) -> bool:
    """Tell whether nothing but time and place stands between `start` and the speaker at `at`."""
    front = layout.string[start:at]
    return not front or front.endswith(("据", "有")) or bool(_LEAD.fullmatch(front))


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


def find_speaker(layout: Layout, start: int, verb: int, *, loose: bool) -> Speaker | None:
    """Return the speaker that stands between `start` and the verb at `verb`, or None.

    `loose` lets any noun phrase speak and anything stand between a person and the verb: right
    next to a quotation, or where a mark follows the verb. Offsets: canvas.
    """
    head = layout.string[start:verb]
    begin = start + _last_clause(head)
    clause = layout.string[begin:verb]
    meets = _MEETING.fullmatch(clause) is not None
    at_meeting = Speaker(verb, verb, "speaker.meeting")
    if (meets and not _HELD.search(clause)) or _ON.fullmatch(clause):
        return at_meeting
    found = (
        _person(layout, begin, verb, loose=loose)
        or _pronoun(layout, begin, verb, loose=loose)
        or _phrase(layout, begin, verb, quoted=start in layout.owned)
    )
    # 区委召开会议强调
    return found or (at_meeting if meets else None)


def find_teller(layout: Layout, begin: int, verb: int) -> Speaker | None:
    """Return who says what a headline of a digest tells, whoever it is: 某媒称打击目标包括机场.

    Offsets: canvas; the headline, or the part of it behind a space, begins at `begin`.
    """
    words = re.sub(r"(?:否认|证实|谴责|批评)[^，并]{1,12}并\Z", "", layout.string[begin:verb])
    words = re.sub(r"(?:通过(?:决议|声明)|发表声明|发声明|发文)\Z", "", words)
    words = re.sub(rf"(?:{_SIMPLE}|{_TONE}|在[^，]{{1,8}}){{1,3}}\Z", "", words)
    if not 1 <= len(words) <= _LONGEST_TELLER or re.search(rf"[，。；：！？“”{_DATE}]", words):
        return None
    if words.endswith(_P):
        return Speaker(begin + len(words) - 1, begin + len(words), "speaker.person")
    # 俄称……: a nation by its one character
    people = words in NATIONS if len(words) == 1 else not _NOT_PEOPLE.search(words)
    return Speaker(begin, begin + len(words), "speaker.phrase") if people else None


def find_subject(layout: Layout, start: int, verb: int) -> Speaker | None:
    """Return the subject that an earlier part of the sentence names: 某某走进车间，勉励大家…… .

    Offsets: canvas; `start` is where the sentence begins, the verb stands first in its part.
    """
    head = layout.string[start:verb]
    begin = start + _last_clause(head)
    clause = layout.string[begin:verb]
    rest = _LEAD.match(clause)
    if not _REST.fullmatch(clause[rest.end() if rest else 0 :]):
        return None
    if re.match(r"(?:\ue002，?)?(?:会议|大会)", layout.string[start:verb]) and begin > start:
        return Speaker(verb, verb, "speaker.meeting")
    acting = _acting(layout, start, begin, verb)
    if acting:
        return acting
    end = begin - 1
    while end > start:
        part = start + _last_clause(layout.string[start:end])
        found = _subject_person(layout, part, end) or _lone_pronoun(layout, part)
        if found:
            return found
        end = part - 1
    return _subject_phrase(layout, start, verb)


def _acting(layout: Layout, start: int, end: int, verb: int) -> Speaker | None:
    """Return the body or the unnamed people at the head of a sentence that tells what they did: 某国方面29日否认……，并称."""
    lead = _LEAD.match(layout.string, start, end)
    acts = _ACTS.match(layout.string, lead.end() if lead else start, end)
    if acts is None or "报道" in layout.string[acts.end() : end][:3] or "、" in layout.string[end:verb]:
        return None
    if _NOT_PEOPLE.search(acts["who"]) or _MEETING.fullmatch(acts["who"]):
        return None
    return Speaker(*acts.span("who"), "speaker.subject")


# 某某一边翻动烤串，一边说: one clause
_BOTH = re.compile(rf"一[边面]{_PART}{{1,20}}，一[边面]{_PART}{{0,10}}$")


def _last_clause(head: str) -> int:
    both = _BOTH.search(head) if "，一" in head else None
    end = both.start() if both else len(head)
    return start_behind("，：\n", head, 0, end)


def _person(layout: Layout, begin: int, verb: int, *, loose: bool) -> Speaker | None:
    """Return the first person of a clause that can be its subject."""
    string = layout.string
    clause = string[begin:verb]
    far: Speaker | None = None
    for match in re.finditer(rf"{_P}(?:(?:、|和|与){_POST}?{_P})*", clause):
        front, rest = clause[: match.start()], clause[match.end() :]
        if object_front(front) or re.match(r"的(?!确)", rest):
            continue
        rest = re.sub(
            r"^(?:等人?|一行|老师|教授|院士|师傅|委员|代表|书记|主任|经理|[局县市区镇乡校院厂科]长|大[爷妈娘叔]|[^，]{0,2}同志|（[^）]{0,10}）)",
            "",
            rest,
        )
        if _REST.fullmatch(rest) or _AT_NAMED.fullmatch(rest):
            return Speaker(begin + match.start(), begin + match.end(), "speaker.person")
        if loose and far is None and not NOUN_FRONT.search(rest) and not re.search("[“”]", rest):
            far = Speaker(begin + match.start(), begin + match.end(), "speaker.person")
    return far


def _subject_person(layout: Layout, begin: int, end: int) -> Speaker | None:
    clause = layout.string[begin:end]
    match = re.match(rf"(?:{_PART}{{0,40}}?)(?P<who>{_P}(?:(?:、|和){_POST}?{_P}){{0,60}})(?!的)", clause)
    if match and not object_front(clause[: match.start("who")]):
        return Speaker(begin + match.start("who"), begin + match.end("who"), "speaker.subject")
    return None


def _lone_pronoun(layout: Layout, begin: int) -> Speaker | None:
    return Speaker(begin, begin + 1, "speaker.he") if _PRONOUN.match(layout.string, begin) else None


def _subject_phrase(layout: Layout, start: int, verb: int) -> Speaker | None:
    """Return an unnamed subject at the head of a sentence: 执法人员走进……，叮嘱经营者…… ."""
    lead = _LEAD.match(layout.string, start, verb)
    begin = lead.end() if lead else start
    if issued := issuer(layout, begin, verb):
        return issued
    match = _GROUP.match(layout.string, begin, verb)
    if not match or _NOT_PEOPLE.search(match.group()) or re.search("根据|按照|听取", match.group()):
        return None
    return Speaker(begin, match.end(), "speaker.subject")


def issuer(layout: Layout, begin: int, end: int) -> Speaker | None:
    """Return the body that issues something at the head of a sentence: 市教育局近日发布通知."""
    lead = _LEAD.match(layout.string, begin, end)
    issued = _ISSUER.match(layout.string, lead.end() if lead else begin, end)
    if issued is None or _NOT_PEOPLE.search(issued["who"]):
        return None
    return Speaker(*issued.span("who"), "speaker.subject")


def _pronoun(layout: Layout, begin: int, verb: int, *, loose: bool) -> Speaker | None:
    """Return 他 or 她 as the speaker; whom it means is settled later (see `antecedents`)."""
    clause = layout.string[begin:verb]
    lead = _LEAD.match(clause)
    match = _PRONOUN.match(clause, lead.end() if lead else 0)
    if match is None:
        return None
    rest = clause[match.end() :]
    if _REST.fullmatch(rest) or (loose and len(rest) <= _SHORT):
        return Speaker(begin + match.start(), begin + match.end(), "speaker.he")
    return None


def _phrase(layout: Layout, begin: int, verb: int, *, quoted: bool) -> Speaker | None:
    """Return a speaker without a name, from the head of the clause: 一位村民高兴地说."""
    clause = layout.string[begin:verb]
    if re.search(rf"{_P}(?!的)|[《》]|将由|即将", clause):
        return None
    lead = _LEAD.match(clause)
    skip = lead.end() if lead else 0
    if there := _THERE_ARE.match(clause, skip):
        skip = there.end()
    for match in _SUFFIX.finditer(clause, skip):
        stop = _joined(clause, _whole(clause, match.end()))
        name = clause[skip:stop]
        if _ASKED.match(clause, stop):
            continue
        if (len(name) < 2 and name != MARKS["DOCUMENT"]) or not _REST.fullmatch(clause[stop:]):
            continue
        if _NOT_PEOPLE.search(name) or NOUN_FRONT.search(name) or len(name) > 32:
            return None
        return _trimmed(layout, begin + skip, begin + stop)
    if (issues := _issuing(clause, skip)) is not None:
        return _trimmed(layout, begin + issues.start("who"), begin + issues.end("who"))
    named = _surnamed(layout, begin + skip, verb)
    if named or _REST.fullmatch(clause[skip:]):
        return named  # ”某某接过车钥匙，激动地说: who speaks stands in the clause before
    name = re.sub(
        rf"(?:{_SIMPLE}|一边[^，。；！？：“”\n边]{{1,14}}|边[^，。；！？：“”\n边]{{1,8}}边){{1,8}}$",
        "",
        clause[skip:],
    )
    if quoted and 2 <= len(name) <= 16 and not _NOT_PEOPLE.search(name) and not _HOW.search(name):
        return _trimmed(layout, begin + skip, begin + skip + len(name))
    return None


def _issuing(clause: str, skip: int) -> re.Match[str] | None:
    """Return who is asked by reporters, writes on the web or issues something: 某公司接受某报记者采访时."""
    asked = _INTERVIEWED.fullmatch(clause, skip) or _USER.fullmatch(clause, skip)
    match = asked or _ISSUES.fullmatch(clause, skip)
    refused = match and (_NOT_PEOPLE.search(match["who"]) or _MEETING.fullmatch(match["who"]))
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
    return next((stop for stop in ends if _SAID_AT_ONCE.fullmatch(clause, stop)), end)


def _surnamed(layout: Layout, start: int, verb: int) -> Speaker | None:
    """Return a name that the reader missed, behind the word for a person: 村民张三边走边说."""
    words = layout.string[start:verb]
    for noun in _SUFFIX.finditer(words):
        match = _NAME.match(words, noun.end())
        if match and _is_name(match.group()):
            return Speaker(start + match.start(), start + match.end(), "speaker.surname")
    return None


def _is_name(words: str) -> bool:
    """Tell whether words can be a name: a surname in front, no word for people, no word said twice (殷殷).

    Nor an adverb behind a noun's last character: 商家却都表示.
    """
    return (
        words[0] in lexicon.words("surnames.tsv")
        and words != "方面"
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
