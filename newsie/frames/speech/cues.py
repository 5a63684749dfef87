"""Attributions: the places where a text says that somebody speaks (引述)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.antecedents import antecedent, same_speaker
from newsie.frames.speech.attribution import SESSION, Cue, Hit
from newsie.frames.speech.carried import RULE as CARRIED
from newsie.frames.speech.carried import carried, goes_on, is_marked
from newsie.frames.speech.deeds import ALSO_DOES, meanwhile_end
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.objects import object_front
from newsie.frames.speech.people import Speaker, may_be_told_of
from newsie.frames.speech.quotes import Quotation
from newsie.frames.speech.silent import why_silent
from newsie.frames.speech.speakers import find_speaker, find_subject, find_teller, opens
from newsie.frames.speech.unmarked import CALLED, SHOWN, UNMARKED, says_unmarked
from newsie.frames.speech.verbs import Kind, speech_verbs, verb_pattern
from newsie.spans import start_behind
from newsie.trace import refuse

_HEAD = 120
_PART = r"[^，。；！？：“”\"\n]"
# what may follow a verb before its mark: 介绍道，告诉记者，表示说
# ……对记者说（如图）。
_TAIL = re.compile(
    r"(?:道|说|称|到|了(?:这么|这样)?一?[句声](?=：))?(?:记者|笔者)?(?:（[如见附上下左右]?图[^（）]{0,2}）)?(?=[，。！：“\"\n]|$)"
)
# 劝导行人200余人次，: what is counted is done, not said
_COUNTED = re.compile(rf"[^，。；：、]{{0,8}}{MARKS['AMOUNT']}(?=[，。；、])")
_ONLY_PEOPLE = frozenset(("劝导", "劝说", "劝告", "奉劝", "提醒", "呼吁", "敦促"))
_TOLD = re.compile(rf"{_PART}{{1,10}}(?=[，。：“\"])")
# 某某鼓励他，要把眼光放长远
_HIM = re.compile("[他她]们?(?=[，：](?:要|应|一定|必须|不要|别|多|把|好好|坚持|继续|努力|千万))")
# 某某鼓励他，好日子是干出来的; but 某某鼓励他，为他办理了残疾证
_TO_HIM = re.compile("[他她]们?(?=：|，(?![为给帮替并还又陪送让使对带协主叮安介联]|把[他她]))")
# “……”某某叮嘱种粮大户。
_HEARER = re.compile(rf"{_PART}{{1,8}}(?=[。\n]|$)")
# 提出三点要求：一要……
_POINTS = re.compile(rf"了?{_PART}{{0,6}}(?:要求|意见|建议|希望|任务|目标|思路|设想)(?=：)")
# 通报了前8个月工作进展情况：截至8月底……, 介绍经验：……
_MATTER = re.compile(
    rf"了?{_PART}{{0,30}}(?:情况|进展|经验|做法|成效|成果|体会|感受|心得|打算|原因|计划|结果|背景|变化|数据|特点|亮点|内容|方案|安排)(?=：)"
)
_TELLS_OF = frozenset(
    {"介绍", "通报", "汇报", "讲述", "说明", "总结", "分析", "解释", "反映", "宣布", "公布"}
)
_UTTERED = re.compile(rf"{_PART}{{0,24}}(?=[，。！：\n]|$)")
# 某某表示将……, 会议强调要……: no mark, but a clause with its own modal verb
_MODAL = re.compile(r"(?:要(?!求|点|闻|素)|将|会(?!议|上)|愿意?|必须|应当?)")
_CLOSING = re.compile(
    rf"(?:说完|说着|说罢|说到这里|话音刚落|话音未落)，(?:{MARKS['POST']}|{_PART}{{0,20}}?)?{MARKS['PERSON']}"
)
_NOUN_BEHIND = re.compile(
    r"(?:的|无[效果]|未果|并(?:提出|祝|转达)|还?有(?!关)|通过|能(?!够)|可以|自己|就一些|借助?|以(?!后)|在|成为|和|与|及|是|，?就是|提出|，?为|了解|下|内容|[、》）])"
)
_LEADERS = ("总书记", "主席", "总理", "委员长", "副主席", "副总理")
# 果农王大爷难掩兴奋：“……”
_ELDER = "[\u4e00-\u9fff](?:[大老](?:爷|妈|娘|叔|婶|姐|哥|伯|汉|爹|嫂)|阿姨|奶奶|爷爷|女士|先生|婶|嫂)"
_MANNER = re.compile(
    rf"(?:{MARKS['PERSON']}(?!的|一文|自述)|[他她](?![的们])|{_ELDER})(?:一边[\u4e00-\u9fff]{{1,8}}，一边)?(?P<how>[\u4e00-\u9fff]{{2,8}})：(?=“)"
)
# 曾说过：“……”, 所说的那样：“……”; 某某书记｜一语道破：“……”
_SAID = re.compile("过?(?:的(?:那样)?)?")
_TITLED = re.compile("(?:同志|先生|女士|[副总]?书记|主席|总理)|[则却又还也就便]")
# 某某在网上看到一句话：“……”
_HEARS = re.compile("[看听读见收][到见过]|题[词写]|写着")
_NAMED_BEFORE = frozenset((MARKS["PERSON"], "他", "她"))
_CLAUSE = re.compile(rf"{_PART}{{2}}")
_STOP = re.compile(r"[。！？\n]")
_ENDED = frozenset({"", "。", "！", "\n"})
_OPENING = frozenset('“"')
_MARKS = frozenset('，：“"')
# one who is spoken to, before the words: 叮嘱经营者，食品留样……
_ADDRESSEE = re.compile(
    rf"(?!立即|尽快|停止|释放)(?!{_PART}{{0,20}}(?:帮助|关心|关爱|服务|照顾|带领|引导|支持|依靠|慰问|走访|做好|团结)){_PART}{{0,24}}?(?:者|人员|群众|村民|居民|同志们?|负责人|干部|职工|员工|们|大家|企业|商户|农户|[养种]殖?植?户|业主|市民|家长|老人|老师|学生|师生|孩子|青年|队员|学员|官兵|战士|社员|\ue000)[，：]"
)
# 称已停火
_TOLD_OF = re.compile(rf"(?!{CALLED.pattern}){_PART}{{4}}")
_NOUNS_TOO = frozenset({"要求", "希望", "建议"})
_DEMANDS = re.compile(r"[^，。；：\n]{0,12}?(?:要(?!求)|应|须|不得|加强|加快|做好|推动|推进|落实|确保)")
# 县融媒体中心报道称，村支书某某表示，……: what he says is told
_REPORTS = frozenset({"报道称", "报道说"})
_QUOTES_ONE = re.compile(
    rf"[^，。；：“”\n]{{0,24}}{MARKS['PERSON']}[^，。；：“”\n]{{0,8}}(?:表示|说|指出|强调|介绍|认为|称)[，：]"
)
_TELLS = frozenset({"称", "说", "表示", "强调", "指出", "警告", "重申", "宣布", "敦促", "呼吁"})
# the verbs of a headline that need no mark: 国际人士表示某国言论威胁和平
_HEADED = frozenset({"称", "表示", "指出", "重申", "宣布"})
# what only is denied, with its words before the space: 乙方否认 甲称……
_DENIES = frozenset({"否认", "驳斥"})
_SAYING = "说着"
_A_SIDE = re.compile(r"(?:方|议会|国会)\Z")


def find_cues(layout: Layout) -> Iterator[Cue]:
    """Yield the attributions of a text, in order, at most one a sentence part."""
    said = list(_by_verb(layout))
    yield from sorted((*said, *_by_manner(layout, said)), key=lambda cue: cue.verb)


def _by_manner(layout: Layout, said: Sequence[Cue]) -> Iterator[Cue]:
    """Yield those that only tell how someone speaks: 某某双眼含泪：“……”."""
    known = {cue.content for cue in said}
    for match in _MANNER.finditer(layout.string) if "：“" in layout.string else ():
        begin, at = layout.clause_start(match.start()), match.start()
        spoken = layout.spoken_at(match.end())
        if not spoken or match.end() in known or layout.quoted(at) or _HEARS.search(match["how"]):
            continue
        if not object_front(layout.string[max(begin, at - 40) : at]):
            speaker = _in_a_manner(layout, begin, at, match.start("how"))
            if speaker is None:
                continue
            yield Cue(speaker, _uttering(layout, *match.span("how")), begin, match.end(), None, strong=True)


def _in_a_manner(layout: Layout, begin: int, at: int, end: int) -> Speaker | None:
    """Return who stands in `at` to `end`, behind what else begins the clause: a name, 他, or 果农王大爷."""
    if layout.string[at] == MARKS["PERSON"]:
        return Speaker(at, at + 1, "speaker.person")
    if end == at + 1:
        return antecedent(layout, at, None)
    return find_speaker(layout, begin, end, loose=True) or Speaker(at, end, "speaker.phrase")


def _uttering(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """Return the verb of speech at the end of words that tell how someone speaks, or else all of them: 曾｜说｜过, 同志｜指出｜的."""
    verbs = (match.span() for match in verb_pattern().finditer(layout.string, start, end))
    found = next((span for span in verbs if _SAID.fullmatch(layout.string, span[1], end)), None)
    if found is None:
        front = _TITLED.match(layout.string, start, end)
        return (front.end() if front and front.end() < end - 1 else start, end)
    return found


def _by_verb(layout: Layout) -> Iterator[Cue]:
    done = -1
    last: Cue | None = None
    for match in verb_pattern().finditer(layout.string):
        if match.start() < done or layout.quoted(match.start()):
            refuse(
                "statement",
                "inside what another attribution or a quotation says",
                match.span(),
                layout.canvas,
            )
            continue
        cue = _resolved(layout, _read(layout, _hit(layout, match, last)), last)
        if cue and last and _cited(layout, last, cue):
            refuse("statement", "the speaker only cites another", match.span(), layout.canvas)
        elif cue:
            yield cue
            last = cue
            done = match.end() if cue.content is None else cue.content


def _resolved(layout: Layout, cue: Cue | None, last: Cue | None) -> Cue | None:
    """Return an attribution with the person whom its 他 means; None where nobody can be meant."""
    if cue and cue.speaker.rule == CARRIED:
        who = carried(layout, cue.begin, last)
        return cue._replace(speaker=who) if who else None
    if cue is None or cue.speaker.rule != "speaker.he":
        return _by_name(layout, cue)
    speaker = antecedent(layout, cue.speaker.start, last)
    if speaker is None:
        refuse("statement", "nobody named before whom the pronoun can mean", cue.verb, layout.canvas)
    return cue._replace(speaker=speaker) if speaker else None


def _by_name(layout: Layout, cue: Cue | None) -> Cue | None:
    """Return an attribution to 总书记 with the name that the text has given before."""
    if cue is None or layout.string[cue.speaker.start : cue.speaker.end] != "总书记":
        return cue
    named = layout.string.rfind(MARKS["PERSON"] + "总书记", 0, cue.speaker.start)
    return cue._replace(speaker=Speaker(named, named + 1, "speaker.pronoun")) if named >= 0 else cue


def _hit(layout: Layout, match: re.Match[str], last: Cue | None) -> Hit:
    start, end = match.span()
    begin = layout.clause_start(start)
    if start - begin > _HEAD:
        begin = start_behind("，", layout.string, start - _HEAD, start)
    if layout.headed(start):
        part = layout.head(begin, start)
        begin = part if part < start else begin
    quotation = layout.owned.get(begin)
    if quotation and last and (quotation == last.quotation or _continues(layout, last, quotation)):
        quotation = None
    return Hit(speech_verbs()[match.group()], start, end, begin, quotation)


def _read(layout: Layout, hit: Hit) -> Cue | None:
    """Return the attribution a verb makes, if it makes one."""
    if hit.quotation and hit.verb.word == "说" and hit.start == hit.begin:
        return _closed(layout, hit, hit.quotation)
    head = layout.string[hit.begin : hit.start]
    if reason := why_silent(layout, hit, head):
        return _none(layout, hit, reason)
    if hit.verb.kind == "utter":
        if layout.string.startswith("地", hit.end):
            return _none(layout, hit, "only tells how the verb behind it is done: 信心满满地｜说")
        # 某某感慨万千：“……”; “……”这句话传遍全城，某某评论：话虽不长……
        comments = hit.quotation and hit.verb.word == "评论"
        if layout.string.startswith("：", hit.end) and (comments or layout.spoken_at(hit.end + 1)):
            return _introduced(layout, hit, hit.end)
        uttered = hit.quotation and _UTTERED.match(layout.string, hit.end)
        if not uttered:
            return _none(layout, hit, "speaks only behind a quotation, or before one and a colon")
        return _attributed(layout, hit, None, loose=True)
    tail = _tail(layout, hit)
    if tail is None and layout.headed(hit.start):
        return _headlined(layout, hit)
    if tail is None:
        return _none(layout, hit, "no mark and no clause behind it: a noun, or no words of speech follow")
    return _introduced(layout, hit, tail)


def _none(layout: Layout, hit: Hit, reason: str) -> Cue | None:
    """Return no attribution, and tell why the verb makes none."""
    refuse("statement", reason, (hit.start, hit.end), layout.canvas)
    return None


def _introduced(layout: Layout, hit: Hit, tail: int) -> Cue | None:
    """Read a verb that has its mark, or its clause, at `tail`."""
    mark = layout.string[tail : tail + 1]
    if mark in _ENDED:
        if not hit.quotation:
            return _none(layout, hit, "ends its sentence, and no quotation stands before it")
        return _attributed(layout, hit, None, loose=True)
    if layout.string.startswith(ALSO_DOES, tail):
        return _none(layout, hit, "one of two things done at once: 一边看一边问，一边叮嘱")
    if mark not in _MARKS and hit.verb.kind == "say" and not (hit.verb.modal or hit.verb.word in UNMARKED):
        return _none(layout, hit, "no comma, colon or quotation behind it")
    if mark in _OPENING and layout.spoken_at(tail) is None:
        return _none(layout, hit, "the quotation behind it is a term, not speech")
    if hit.quotation and (hit.verb.word == "评论" or _another_says(layout, hit, tail)):
        hit = hit._replace(quotation=None)
    loose = hit.quotation is not None or (hit.verb.kind == "say" and mark in _MARKS)
    return _attributed(layout, hit, _content(layout, tail, hit.verb.kind), loose=loose)


def _headlined(layout: Layout, hit: Hit) -> Cue | None:
    """Read a headline of a digest, where a space or nothing is the mark: 1.某某调研时强调 抓好生产；（2）某媒称已停火."""
    spaced = (
        hit.verb.kind == "say"
        and not (hit.verb.noun or hit.verb.word in _DENIES)
        and hit.end < len(layout.string)
        and layout.spaced(hit.end)
    )
    shown = hit.verb.word == "表示" and SHOWN.match(layout.string, hit.end)
    if not spaced and not (hit.verb.word in _HEADED and not shown and _TOLD_OF.match(layout.string, hit.end)):
        return _none(layout, hit, "no mark behind it in a headline")
    speaker = find_speaker(layout, hit.begin, hit.start, loose=True) if spaced else None
    if speaker is None and hit.verb.word in _TELLS:
        speaker = find_teller(layout, hit.begin, hit.start)
    if speaker is None or speaker.meeting:
        return _none(layout, hit, "nobody can be seen to speak")
    return Cue(speaker, (hit.start, hit.end), hit.begin, hit.end, None, strong=True)


def _attributed(layout: Layout, hit: Hit, content: int | None, *, loose: bool) -> Cue | None:
    """Return the attribution with its speaker, or None where nobody can be seen to speak."""
    speaker = find_speaker(layout, hit.begin, hit.start, loose=loose)
    direct = content is not None and layout.spoken_at(content) is not None
    if speaker is None and layout.headed(hit.start) and hit.verb.word in _TELLS:
        speaker = find_teller(layout, hit.begin, hit.start)
    if speaker is None:
        speaker = find_subject(layout, hit.begin, hit.start) or goes_on(layout, hit, content)
        carries_on = speaker is not None and speaker.rule == CARRIED
        marked = carries_on and content is not None and is_marked(layout, content)
        strong = hit.quotation is not None or direct or marked
    else:
        # 他说，有的地方，福利院希望……: inside what another says, a body that wishes says nothing
        opening = speaker.paper(layout) or opens(layout, hit.begin, speaker.start)
        inner = speaker.rule == "speaker.phrase" and not opening
        strong = loose or direct or not inner
    if speaker is None:
        return _none(layout, hit, "nobody can be seen to speak")
    if hit.verb.word in _REPORTS and content is not None and _QUOTES_ONE.match(layout.string, content):
        return _none(layout, hit, "a paper that quotes one by name")
    if _only_told_of(layout, hit, content, speaker):
        return _none(layout, hit, "a noun behind what is told of")
    if hit.verb.word == _SAYING and speaker.rule != "speaker.person":
        return _none(layout, hit, "nobody named says it")
    if speaker.meeting and (hit.quotation or not hit.verb.meeting):
        return _none(layout, hit, "no meeting does that")
    return Cue(speaker, (hit.start, hit.end), hit.begin, content, hit.quotation, strong)


def _only_told_of(layout: Layout, hit: Hit, content: int | None, speaker: Speaker) -> bool:
    """Tell whether a verb behind a paper or 方面 is a noun, for neither a mark nor a demand follows: 报告要求真实准确."""
    if hit.quotation or content is None or hit.verb.word not in _NOUNS_TOO:
        return False
    if not may_be_told_of(layout, speaker):
        return False
    return layout.string[content - 1] not in _MARKS and not _DEMANDS.match(layout.string, content)


def _closed(layout: Layout, hit: Hit, quotation: Quotation) -> Cue | None:
    """Read words that only close a quotation: “……”说完，某某戴好口罩."""
    closing = _CLOSING.match(layout.string, hit.begin)
    if not closing:
        return _none(layout, hit, "closes a quotation, but nobody is named behind it")
    speaker = Speaker(closing.end() - 1, closing.end(), "speaker.closing")
    return Cue(speaker, (hit.start, hit.end), hit.begin, None, quotation, strong=True)


def _cited(layout: Layout, last: Cue, cue: Cue) -> bool:
    """Tell whether a speaker only cites another: 某某表示，习近平总书记强调，……."""
    if last.content is None or cue.quotation or layout.spoken_at(last.content):
        return False
    if cue.begin <= last.content <= cue.verb[0]:
        # 行长称经济疲软⏎行长某某表示，……: a line without a stop, told of again behind it
        return last.content > last.verb[1] or not same_speaker(layout, last, cue)
    same = layout.string.find("\n", last.content, cue.begin) < 0
    if _wishes_for(layout, cue):
        return True
    if last.speaker.paper(layout):
        return False
    # 会议指出，……。党的某次全会强调，……。要……; but a story of the session is told by its words
    session = SESSION.match(layout.string, cue.begin) and not SESSION.match(layout.string, last.begin)
    if session and same:
        return True
    if same_speaker(layout, last, cue):
        return False
    leader = layout.string.startswith(_LEADERS, cue.speaker.end)
    return leader and same


def _wishes_for(layout: Layout, cue: Cue) -> bool:
    """Tell whether a guest goes on for his side: 某某表示，……。乌方期待深化合作."""
    marked = cue.content is not None and layout.string[cue.content - 1] in _MARKS
    if (
        (marked and layout.string[slice(*cue.verb)] != "重申")
        or layout.headed(cue.verb[0])
        or layout.string[cue.begin - 1 : cue.begin] in ("", "\n")
    ):
        return False
    return _A_SIDE.search(layout.string, cue.speaker.start, cue.speaker.end) is not None


def _continues(layout: Layout, last: Cue, quotation: Quotation) -> bool:
    """Tell whether a quotation is still what the speaker before says: 某某说，很好，“……”."""
    if last.content is None or layout.string[quotation.start - 1 : quotation.start] not in ("，", "："):
        return last.content == quotation.start
    return not _STOP.search(layout.string, last.content, quotation.start)


def _another_says(layout: Layout, hit: Hit, tail: int) -> bool:
    """Tell whether the quotation in front is not what this attribution introduces.

    张某表示，……。“……”⏎李某介绍，……: it ends the paragraph before and is 张某's.
    “苦吗？”她摇头说：“……”: it is a question put to her.
    """
    string, quotation = layout.string, hit.quotation
    if quotation is None:
        return False
    before = string[quotation.start - 1 : quotation.start]
    if "\n" in string[quotation.end : hit.begin] and before not in ("", "\n"):
        return _is_anothers(layout, quotation)
    return (
        string[tail] == "：" and string[quotation.end - 2] in "？?" and layout.spoken_at(tail + 1) is not None
    )


def _is_anothers(layout: Layout, quotation: Quotation) -> bool:
    """Tell whether somebody speaks, or is named, in a paragraph before the quotation that ends it."""
    begin = layout.string.rfind("\n", 0, quotation.start) + 1
    before = layout.string[begin : quotation.start]
    return MARKS["PERSON"] in before or any(True for _ in verb_pattern().finditer(before))


def _tail(layout: Layout, hit: Hit) -> int | None:
    """Return where the mark or the clause behind a verb stands, or None where the verb is none."""
    string, end = layout.string, hit.end
    if hit.quotation and (meanwhile := meanwhile_end(string, hit.start, end)):
        return meanwhile
    if hit.verb.word in _ONLY_PEOPLE and _COUNTED.match(string, end):
        return None
    tail = _TAIL.match(string, end) or (_TOLD.match(string, end) if hit.verb.told else None)
    if tail:
        return tail.end()
    points = _POINTS.match(string, end) if hit.verb.word == "提出" else None
    points = points or (_MATTER.match(string, end) if hit.verb.word in _TELLS_OF else None)
    if points:
        return points.end()
    him = _TO_HIM if string[hit.start - 1 : hit.start] in _NAMED_BEFORE else _HIM
    told = him.match(string, end) if hit.verb.kind == "urge" else None
    if told:
        return told.end()
    hearer = _HEARER.match(string, end) if hit.quotation and hit.verb.kind == "urge" else None
    if hearer:
        return hearer.end()
    if hit.verb.kind == "urge":
        # 他要求在确保安全的前提下，……: who asks stands right before the verb
        noun = _NOUN_BEHIND.match(string, end)
        named = string[end] == "在" and string[hit.start - 1] in _NAMED_BEFORE
        return end if _CLAUSE.match(string, end) and (not noun or named) else None
    if hit.verb.modal and _MODAL.match(string, end):
        return end
    return end if says_unmarked(layout.string, hit.verb.word, hit.begin, hit.start) else None


def _content(layout: Layout, tail: int, kind: Kind) -> int:
    """Return where the words begin: behind the mark, and behind one who is only spoken to."""
    string = layout.string
    if string[tail] in "，：":
        return tail + 1
    if kind == "urge" and string[tail] not in '“"':
        addressed = _ADDRESSEE.match(string, tail)
        if addressed:
            return addressed.end()
    return tail
