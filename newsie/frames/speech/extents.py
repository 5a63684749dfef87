"""How far a speech runs."""

from __future__ import annotations

from newsie import lexicon
from newsie import patterns as re
from newsie.frames.canvas import MARKS
from newsie.frames.speech.antecedents import names_actor
from newsie.frames.speech.attribution import SESSION, Cue
from newsie.frames.speech.layout import Layout
from newsie.frames.speech.narrative import tells_on
from newsie.reading import Date

_P, _POST, _DATE = MARKS["PERSON"], MARKS["POST"], MARKS["DATE"]
# sentences that tell what happened and so end a speech: 会议听取……, 据悉……, 他先后来到……
_TOLD = re.compile(
    rf"来看|(?:对此|为此|随后)，(?:{_POST}?{_P}|各[^，。]{{2,10}}(?:迅速|立即|第一时间|高度重视|积极响应))|刚刚过去的{_DATE}|在[^，。]{{2,16}}(?:会议?|仪式|论坛)上，{_POST}?{_P}[^，。]{{0,3}}(?:发表|出席|主持)|[^。“”]{{2,80}}，{_POST}?{_P}来到这里|[^，。]{{0,6}}[组团](?:一行)?(?:还|又|先后)(?:到|来到|前往|走进|深入)|(?:会议|大会|仪式|活动)(?!室|精神)|{_POST}?{_P}(?!精神|重要|同志要|主席(?!夫人|一行)|(?:总书记|总统|总理)(?:此访|这次|此次)|总书记(?:的|关于|提出|强调|指出|对))|{_POST}"
    rf"|(?:目前|{_DATE})，?[^，。]{{2,20}}(?:调查|侦办|核查|核实|处理)中"
    r"|[他她](?!们)|跟[着随][他她]，|[^，。]{0,24}(?:数据|统计)显示|据[^，。]{0,12}报道|据[^，。]{2,20}(?:消息|通报)，|[^，。]{0,20}(?:没有|尚未|未)(?:就此|对此)|为此，?[从自]|(?:参加|出席|列席|陪同)[^，。]{0,8}的(?:还?有|是)|先后(?:来到|深入|走进|到|前往)|此前，(?!我|咱|这)|报道还?[说称]|据悉|据了解|据介绍|据统计|经(?:调?查|核实|了解)，|(?:于是，)?记者|图为|随后|会上|(?:会谈|会见)?(?:结束)?后，|同一天|会后|会前|座谈会|座谈中|期间|仪式上|当日|当天|同日|当晚|会议由"
)
_ATTENDED = re.compile(
    r"(?:参加|出席|列席|陪同|参加座谈|参加调研|参加会议|陪同调研|陪同考察|讲话|作(?:了|出)?[^。，]{0,10}(?:部署|安排)|发言|工作汇报|汇报|作报告|工作报告|说明|宣读[^。]{0,20}|主持会议|签约仪式)。?$"
)
_ACTORS = re.compile(rf"{_P}|负责人|负责同志|有关领导|代表|^[^，。]{{2,12}}(?:局|委|办|区|县|市|镇|街道)")
# figures behind a demand are the newspaper's, not the speaker's
_FACTS = re.compile(
    r"(?:截至|截止|目前|今年以来|去年以来|近年来|连日来|入[春夏秋冬]以来)(?![^。]{{0,60}}(?:要(?!求)|将|必须|确保|力争))"
)
_DEMANDS = frozenset({"表示", "强调", "要求", "希望", "鼓励", "勉励", "叮嘱", "提醒", "告知", "呼吁", "嘱咐"})
# 某某希望澳门抓住机遇。……，走出了一条民生之路: what was achieved is the newspaper's
_URGES = frozenset({"希望", "要求", "鼓励", "勉励", "叮嘱", "嘱咐"})
_ACHIEVED = re.compile(r"(?:走出|取得|实现|形成|建成|迈出)了")
# a paragraph that goes on demanding: 各相关单位要……, 抓住重点。要……
_CARRIED = re.compile(
    r"(?:各|全[市县区州省镇乡旗]|相关|有关|广大|同时，?|一是|二是|三是|四是|五是|首先|其次|要(?!闻|求)|必须)"
    r"[^。！？\n]{0,40}|[^，。！？\n]{2,12}。(?=要|各)"
)
# 黎方感谢中方……, 党组同志要……: a side or a body where the reader took it for a name
_A_SIDE = re.compile(r"[\u4e00-\u9fff]方|党[组委]")
# what only one who speaks for a country says: 近年来，两国……。中方愿……
_FOR_A_SIDE = re.compile(r"[中我双]方|两国|主席同|愿同")
# 某某主席和某某总理共同擘画蓝图。双方要……: of heads of state tells who speaks for one of them
_LEADERS_TOGETHER = re.compile(
    rf"{_P}(?:总书记|国家主席|主席)(?:[和同与、]|先后同){_POST}?{_P}(?:国家主席|主席|总统|总理|首相|国王|总书记)"
)
# 要倒排工期。该工程全长12公里，已完成路基8公里: figures that ask for nothing, behind what does
_ORDERED = _URGES | {"强调", "指出", "提出", "叮咛", "指示"}
_ONESELF = re.compile("我|咱|您|你|这[一个种项]|[吗呢吧？]")
_LIKELY = re.compile("将|能(?![力源耗效级])|如果|只有|才|可以|不|更(?!换|新|改)")
_ORDERS_OR_PROMISES = re.compile(
    "要(?![求闻点素])|必须|应当|不能|不得|决不|绝不|严禁|确保|争取|力争|务必|切实|我们?将|诚邀|欢迎"
)
_DONE = re.compile("已经?[^，。]{1,4}|正在|累计|投入运行|完工")
_HERE = re.compile(rf"(?:{_DATE}，?)?(?:该|(?:此|本|这)次[^，。]{{0,4}}的?)[\u4e00-\u9fff]|(?:{_DATE}，?)该")
_STATES = re.compile(r"(?:截至|目前|今年以来|近年来)[^。，]{0,40}[0-9]")
_MUST = re.compile(r"要(?![求闻点素])|必须")
_HE_ADDS = re.compile(r"，[他她](?:还|又|也|并|同时){1,2}(?:称|表示|说|强调|指出)(?!法)")
_WISHED = re.compile(r"，并?(?:表示|坚信|强调|指出)")
# 总统先生长期致力于两国友好，我对此深表赞赏: one who speaks of himself goes on
_I_SAY = re.compile(
    r"，我(?!国|省|市|县|区|州|军|党|校|院|们|方|台|社|报)[^，。]{0,12}(?:赞赏|感谢|相信|愿|期待|希望|祝愿|高兴|欣慰|欢迎|表示)"
)
_QUOTED = re.compile(r"“[^“”]{0,200}”")
# 某国反战人士批评……, 外方政要对此致以祝贺, 院校师生认真学习领会: others act or talk, though nobody is named
_OTHERS_DO = re.compile(
    r"[^，。；：“”我咱]{0,24}?(?:人士|政要|媒体|舆论|院校|业务部门|官员|民众|网友|师生|观众|各界|嘉宾)(?:们|普遍|纷纷|也|还|均|都)?"
    r"(?:批评|谴责|抗议|认为|质疑|(?:认真)?学习|对[^，。；]{1,24}(?:致以|表示|给予|高度评价)|高度评价|高度赞赏|积极评价)"
    r"|(?:本|该)(?:节目|栏目|片)[^，。]{0,4}将"
    r"|[^，。；：“”我咱]{2,30}?等?也(?:都)?对[^，。；]{2,24}表示"
    # 某国和某国领导人当天签署文件, 国务院某委进一步调动力量
    rf"|[^，。；：“”我咱]{{0,30}}?(?:领导人|各方)(?:当天|当日|{_DATE})(?:签署|举行|发表|会见)"
    rf"|[\u4e00-\u9fff、]{{2,20}}?(?:[委部局署办]|银行|委员会|指挥部|医院)(?:{_DATE}|专门|日前|近日|已经?|紧急|会同|派出|启动|下达|进一步|调派|预拨)(?!要)"
    # 某军方当天发表声明否认……, 甲国、乙国近日也拒绝……: another side acts on a day of its own
    rf"|(?!我|咱|本|该|双方|要|今|明|去)[^，。；：“”我咱要将{_P}]{{2,24}}?(?:{_DATE}|当天|当日|近日|日前)(?:也|还|又|均|都|已|就此|对此)?"
    r"(?:发表|发布|宣布|公布|否认|拒绝|驳斥|通报|回应|联合|决定)"
)
# 某国际会议2日通过决议, 以军称将继续: news of a day told without its month, and of another side
_NEWS = re.compile(
    rf"(?!我|咱|本|该|双方|要|今|明)[^，。；：“”我咱{_P}{_DATE}]{{2,30}}(?P<day>{_DATE})(?![将要起前后至])[\u4e00-\u9fff]"
)
_BARE_DAY = re.compile("[0-9]{1,2}日[早晚]?(?:上午|下午|凌晨|晚间|深夜)?")
# 某某总书记的重要讲话为……指明方向: of what the speaker said
_OF_HIS_WORDS = re.compile(
    rf"(?:{_P})?(?:总书记|主席)的(?:重要|亲切|殷切|深情)?(?:讲话|指示|回信|贺信|嘱托|问候|关怀|勉励|牵挂|期望)[^。；]{{0,16}}(?:为|激励|引发|让|鼓舞|温暖)"
)
# 某某总理作出批示。各有关方面要坚决贯彻: a leader's word told by who goes on demanding
_DIRECTED = re.compile(rf"{_P}(?:总理|总书记)?[^，。；]{{0,4}}作出[^，。；]{{0,4}}(?:批示|指示)")
_GO_ON = re.compile(r"[^，。；]{0,24}要(?!求)")
# 称已停火｜ 多地警报, but 表示经济表现出色 为世界注入动力, 呼吁关爱老人 共建和谐家园
_OF_ONE_PART = frozenset({"称", "宣布"})
_OF_A_SIDE = frozenset({"呼吁", "敦促"})
_LISTED = re.compile(r"[一二三四五六七八九十]是|第[一二三四五六七八九十][，、]")
# 此外，某国官员日前声称，……: another speaks, though nobody can be read
_ATTRIBUTED = re.compile(
    rf"(?:此外|同时|另据|另外|而)?，?(?!我|咱|你|要|应|可以|必须|这|那|据|俗话|常言|老话|古人|有人|换句话|也就是|比如|总的来|一般来|据)"
    rf"[^，。；：“”、{_P}]{{1,20}}?{_DATE}?(?<![据虽听传可以])(?:称|表示|指出|强调|透露|声称|宣称|反驳说|回应称|证实)[，：]"
)
# 某某总书记指出，……。今年以来，全市……: what is cited goes on only where it demands more, or speaks as one of 我们
_CITED_FROM = re.compile(r"总书记")
_LEADS = re.compile(r"总书记|主席")
_ASKS = re.compile(
    r"要(?![求闻点素])|必须|应[该当]?|我们|我国要|^(?:只有|没有|这(?![个几些里]|[一-十]?[年月天次])|也|更|不)"
    r"|^(?:遵循|坚持|加强|推动|完善|健全|深化|强化|加快|构建|提升|大力|优化|推进|培育|弘扬)"
)
# 总书记指出，……。生态环境好，就多了一份幸福感。大家要一起动手: asked right behind
_ASKED_OF = re.compile(r"(?:大家|我们|同志们|全党|各级[^，。]{0,8})要")
# 党的某次全会指出，……。某市……: cited as well, unless the story is of that session
_CITED_SESSION = re.compile(r"党的[^，。；]{2,14}(?:全会|大会|报告)$")
_DIRECTIVE = re.compile(rf"{_P}(?:也|就此)?作出(?:重要)?(?:批示|指示)")
_MODAL = re.compile(r"要(?![求闻点素])|必须|应|加强|确保|切实|坚持|推进|落实|提高")
_NEXT_HEAD = re.compile(rf"{_POST}?{_P}|[\u4e00-\u9fff]{{2,4}}(?:作出|出席|主持|会见|讲话|致辞|参加)")
# 明年两国将共同开启…… is still the speaker's
_OWN_PLAN = re.compile(r"将|愿|我们|双方|两国")
_FIGURE_NOTE = re.compile(
    r"（(?:如|见|下|上|左|右)?[^（）]{0,4}图[^（）]{0,4}）(?=[。！？]?$)|[（(]下转[^）)]{0,12}[）)]$"
)


def indirect_end(layout: Layout, cue: Cue, content: int, limit: int) -> int:
    """Return where the reported words of `cue` that begin at `content` end, at most at `limit`.

    Offsets: canvas.
    """
    _, end = layout.sentence(content)
    if layout.headed(content) and layout.string[content - 1] not in "，：":
        return _headline_end(layout, cue, content, min(end, limit))
    while end < limit and layout.string[end - 1] == "，" and layout.spoken_at(end):
        # reported words that turn into a quotation: 中标企业遍及各地，“我们很有信心。”
        end = layout.following(end + 1)
    if not cue.strong and layout.string[content - 1] not in "，：":
        return _while_demanding(layout, end, limit)
    end = _next_attribution(layout, cue, content, end)
    while end < limit:
        start, next_end = layout.sentence(end)
        if not _goes_on(layout, cue, start, next_end):
            break
        end = next_end
    return min(end, limit)


def _headline_end(layout: Layout, cue: Cue, content: int, limit: int) -> int:
    """Return where what a headline of a digest says ends: 强调 抓好生产 促进增收｜ 某某出席会议；称已停火｜ 多地警报."""
    spaces = (at for at in range(content + 1, limit) if layout.spaced(at))
    verb = layout.string[slice(*cue.verb)]
    marked = layout.spaced(content) or verb not in _OF_ONE_PART
    # 甲组织呼吁启动谈判｜ 某国拒绝推迟撤军
    turns = verb in _OF_A_SIDE and not layout.spaced(content)
    end = next(
        (
            at
            for at in spaces
            if not marked
            or _NEXT_HEAD.match(layout.string, at)
            or (turns and _nations().match(layout.string, at))
        ),
        limit,
    )
    return content + len(layout.string[content:end].rstrip("；：。 \n"))


@lexicon.layered
def _nations() -> re.Pattern[str]:
    return re.compile(lexicon.any_of(lexicon.words("gazetteer/countries.txt")))


def _while_demanding(layout: Layout, end: int, limit: int) -> int:
    """Return where reported words without a mark end: 表示要学习精神。要抓好培训。要强化保障 …."""
    while end < limit and _MUST.match(layout.string, end):
        end = layout.following(end + 1)
    return min(end, limit)


def _next_attribution(layout: Layout, cue: Cue, content: int, end: int) -> int:
    """Return where the first sentence turns to a second attribution: 封锁将持续，他还称……; 祝愿人民幸福，表示……."""
    wishes = layout.string[slice(*cue.verb)].startswith("祝")
    second = (_WISHED if wishes else _HE_ADDS).search(layout.string, content, end)
    return second.start() if second else end


def trimmed(layout: Layout, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space and a note to a picture （如图） at its end."""
    text = re.sub(r"(?:&nbsp;|\s){1,20}$", "", layout.string[start:end]).rstrip()
    note = _FIGURE_NOTE.search(text) or _DIRECTIVE.search(text, 1)
    bare = (text[: note.start()] if note else text).rstrip("，\n ")
    lead = len(bare) - len(bare.lstrip("，： \n"))
    return start + lead, start + max(len(bare), lead)


def _goes_on(layout: Layout, cue: Cue, start: int, end: int) -> bool:
    sentence = layout.string[start:end].strip()
    if not sentence:
        return True
    if layout.spoken_at(start) or _next_item(layout, cue, start):
        return False
    if layout.string[start - 1] == "\n":
        return _carried(layout, cue, start)
    return not _narrates(layout, cue, start, sentence)


def _next_item(layout: Layout, cue: Cue, start: int) -> bool:
    """Tell whether the next item of a digest begins: （2）某地要求停止演习；（3）某火箭试飞失败."""
    return layout.numbered(start) and layout.numbered(layout.sentence(cue.verb[0])[0])


def _narrates(layout: Layout, cue: Cue, start: int, sentence: str) -> bool:
    sentence = _with_sides(layout, start, sentence)
    if _is_his(layout, start, sentence):
        return False
    if (
        _acts(sentence)
        or tells_on(layout, cue, start, sentence)
        or _looks_back(layout, cue, sentence)
        or _is_news(layout, start)
    ):
        return True
    counts = _counts_up(layout, cue, start, sentence)
    verb = layout.string[cue.verb[0] : cue.verb[1]]
    if _CITED_FROM.match(layout.string, cue.speaker.end) or _CITED_SESSION.search(
        layout.string, max(0, cue.verb[0] - 20), cue.verb[0]
    ):
        behind = layout.following(start + 1)
        return not _ASKS.search(sentence) and not _ASKED_OF.match(layout.string, behind)
    if counts or _asked_behind(layout, start):
        return counts
    if _ATTENDED.search(sentence) and _ACTORS.search(sentence):
        # 某某主席昨天同总统先生会晤，……作出新部署。中方愿……
        return not _FOR_A_SIDE.search(_paragraph_from(layout, start))
    fill = layout.canvas.fills.get(start + (sentence[:1] in '“"'))
    if cue.content is not None and _STATES.match(
        layout.reading.text.folded, layout.canvas.starts[cue.content]
    ):
        # 某部表示，目前全国有8155个。今年1—6月，……: figures from the first word on
        return False
    if verb in _DEMANDS and _FACTS.match(layout.reading.text.folded, layout.canvas.starts[start]):
        return not _FOR_A_SIDE.search(_paragraph_from(layout, start))
    # 今年是两国建交十周年, 今天的两国……: no news of the day
    if fill is None or not isinstance(fill.found, Date) or re.match("[是的]", sentence[1:]):
        return False
    # 要抢抓工期。今年，全市开工项目40个: a date opens what the newspaper tells, unless something is asked
    # nor does what one tells who speaks for a side: 昨天，两国元首会晤。中方愿……
    if _FOR_A_SIDE.search(_paragraph_from(layout, start)):
        return False
    told = verb in _DEMANDS and not _MODAL.search(sentence) and not _OWN_PLAN.search(sentence)
    # 元旦将至，要盯牢节日期间: asked, on whatever day
    return told or (fill.found.interval.precision == "day" and not _ASKS.search(sentence))


def _is_his(layout: Layout, start: int, sentence: str) -> bool:
    """Tell whether a sentence is the speaker's own though it tells of others: of a directive, of heads of state."""
    if _I_SAY.search(_QUOTED.sub("", sentence)) or _told_of_directive(layout, start, sentence):
        return True
    together = _LEADERS_TOGETHER.match(sentence) is not None
    return together and _FOR_A_SIDE.search(_paragraph_from(layout, start)) is not None


def _acts(sentence: str) -> bool:
    """Tell whether a painted sentence tells what somebody else does or says."""
    attributed = _ATTRIBUTED.match(sentence) and not SESSION.match(sentence)
    by_form = _TOLD.match(sentence) or attributed or _OTHERS_DO.match(sentence)
    return by_form is not None or names_actor(sentence)


def _is_news(layout: Layout, start: int) -> bool:
    """Tell whether a sentence opens with a body and what it did on a day of this month: 某会议2日通过决议."""
    news = _NEWS.match(layout.string, start)
    fill = layout.canvas.fills.get(news.start("day")) if news else None
    return fill is not None and _BARE_DAY.fullmatch(layout.reading.text.folded, *fill.span) is not None


# 检查组要求企业限期整改。严禁带病生产。
_ORDERS_ON = re.compile(
    "严禁|禁止|一律|不得|不准|不要|一旦|逾期|发现|立即|提倡|第一时间|严格|认真|切实|全面|加强|加快|做好|落实|纳入|[对凡][^，。]{2,16}，|每[日周月天]|(?:日|月底|时)前"
)


def _only_urged(layout: Layout, cue: Cue) -> bool:
    """Tell whether an unnamed body asks for something in the clause of its verb: 抗议者要求举行大选."""
    unmarked = cue.content is not None and layout.string[cue.content - 1] not in "，："
    return unmarked and cue.speaker.rule == "speaker.phrase"


def _looks_back(layout: Layout, cue: Cue, sentence: str) -> bool:
    """Tell whether a sentence says what came of a demand, or what a leader's words were to others.

    Behind what an unnamed body only asks for (抗议者要求举行大选) whatever asks for nothing does.
    """
    asks = _MODAL.search(sentence) or _ASKS.search(sentence) or _ORDERS_ON.search(sentence)
    if _only_urged(layout, cue) and not asks:
        return True
    verb = layout.string[cue.verb[0] : cue.verb[1]]
    if verb in _URGES and _ACHIEVED.search(sentence) and not _ASKS.search(sentence):
        return True
    return bool(_LEADS.match(layout.string, cue.speaker.end) and _OF_HIS_WORDS.match(sentence))


def _counts_up(layout: Layout, cue: Cue, start: int, sentence: str) -> bool:
    """Tell whether a sentence counts what there is, behind one that asks for something or promises it.

    某某要求施工单位倒排工期。该工程全长12公里，目前已完成路基8公里: the newspaper's, as nobody goes on asking.
    """
    if MARKS["AMOUNT"] not in sentence or any(
        pattern.search(sentence) for pattern in (_ONESELF, _MODAL, _ORDERS_ON)
    ):
        return False
    before = layout.string[max(cue.verb[1], layout.sentence(start - 1)[0]) : start]
    verb = layout.string[slice(*cue.verb)]
    here = _HERE.match(sentence) is not None
    ordered = verb in _URGES or (_ORDERS_OR_PROMISES.search(before) and (verb in _ORDERED or here))
    counted = here or _DONE.search(sentence) or not _LIKELY.search(sentence)
    behind = layout.following(start + 1)
    next_asks = layout.string[behind - 1 : behind] != "\n" and _MUST.search(
        layout.string, *layout.sentence(behind)
    )
    return bool(ordered and counted and not next_asks)


def _told_of_directive(layout: Layout, start: int, sentence: str) -> bool:
    """Tell whether a sentence says that a leader gave a directive, and the next one goes on demanding."""
    behind = layout.following(start + 1)
    same = layout.string[behind - 1 : behind] != "\n"
    return bool(same and _DIRECTED.match(sentence) and _GO_ON.match(layout.string, behind))


def _asked_behind(layout: Layout, start: int) -> bool:
    """Tell whether the next sentence goes on asking with nobody named: 今年春运规模创新高。要保障客运顺畅."""
    behind = layout.following(start + 1)
    return layout.string[behind - 1 : behind] != "\n" and _MUST.match(layout.string, behind) is not None


def _with_sides(layout: Layout, start: int, sentence: str) -> str:
    """Return a painted sentence with the side written out that opens it where it was painted as a person."""
    fill = layout.canvas.fills.get(start)
    words = layout.reading.text.folded[slice(*fill.span)] if fill and fill.hole == "PERSON" else ""
    return words + sentence[1:] if _A_SIDE.fullmatch(words) else sentence


def _paragraph_from(layout: Layout, start: int) -> str:
    """Return the rest of the paragraph that holds `start`."""
    stop = layout.string.find("\n", start)
    return layout.string[start : stop if stop >= 0 else None]


def _carried(layout: Layout, cue: Cue, start: int) -> bool:
    verb = layout.string[cue.verb[0] : cue.verb[1]]
    if verb not in {"强调", "要求", "指出", "提出", "希望"}:
        return False
    paragraph = _paragraph_from(layout, start)
    if _LISTED.match(paragraph):
        return True
    first = _CARRIED.match(paragraph)
    return bool(first and _MODAL.search(paragraph[: first.end() + 1])) and not _narrates(
        layout, cue, start, paragraph
    )
