"""Commands, facts and plans told apart (指令、事实、计划): what a speech mainly does.

Each sentence of a speech counts by its length; sentences that demand or announce weigh more than
those that tell, which often only lead to them.

>>> kind_of("强调", "当前任务很重。要压实责任，必须确保安全。"), kind_of("说", "下一步，我们将新建两所学校。")
('command', 'plan')
>>> kind_of("介绍", "园区已有企业30家。"), kind_of("问", "什么时候开业？")
('fact', None)
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from newsie import lexicon
from newsie import patterns as re
from newsie.frames.speech.verbs import speech_verbs
from newsie.text import fold

Kind: TypeAlias = Literal["command", "plan", "fact"]

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
# what a clause may open with before it demands: 同时，要…… 各级各部门务必…… 全镇上下必须……
_DEMAND = re.compile(
    r"(?:^|[，：、“])[^，：“”]{0,16}?(?:"
    r"(?<![重主需想只就不首紧摘纲概简扼是])(?<!天都)(?<!强调)要(?![求点素闻塞员道害么义领职件是价没跑花等到回几十0-9]|不[然是得了])|要(?:求|坚决)(?!是)(?=各|全|大家|相关|有关)|"
    r"必须(?!的)|务必|(?<![供反回响适相效感对顺呼因照策答一])应(?:当|该)?(?![对急用变邀有答届运聘])|需要?(?=[^求要，。]{2})(?!要?(?:解决|时间))|须(?![知发])|(?<![看舍免说见由])不得|不(?:允许|容许)|不能(?!再)|不准|严禁|切勿|一定要)"
)
# 切实加强…… 全面落实……: a demand that leaves 要 out
_BARE = re.compile(
    r"^(?:“|一是|二是|三是|四是|五是|[^，。]{0,8}?(?:部门|单位|各地|干部|党员|同志|企业|群众|代表|委员|青年|机关)(?:们)?)?"
    r"(?:切实|全面|进一步|深入|扎实|坚决(?![拒不否])|严格|认真|持续|加快|加大|加强|强化|抓好|抓紧|抓住|做好|做到|确保|坚持|坚定|落实|压实|推动|推进|紧盯|紧扣|紧紧|聚焦|围绕|把握|牢固|牢记|牢牢|"
    r"树立|提高|提升|增强|充分|高度|着力|保护好|建立健全|发挥好|注重|突破|运用|大力|积极|全力|统筹|优化|完善|健全|构建|共建|拓展|深化|密切|高质量|高水平|保持|发扬|弘扬|防止|避免|以(?![^，。]{0,8}同志为)[^，。]{2,20}为|把[^，。]{2,20}(?:作为|放在)|尽快|立即|继续|主动|努力|千方百计|精准|守住|筑牢|立足|瞄准|结合)"
)
# 希望大家……, 希望民进……: others are to do it; 希望早日…… is the speaker's own wish
_OTHERS = re.compile(
    r"让我们(?=携|共同|一起|一道|把|以|在|继续|努力|更|珍|铭|坚)|(?:^|[，：“])[^，：“”]{0,6}?希望(?![寄的在之是工小能可早尽今通与同和将这未不])"
    r"|(?:盼望|呼吁|敦促|鼓励|勉励|号召|欢迎|建议)(?=[^，。]{0,6}?(?:各|大家|你|双方|企业|广大|全|代表|同志|青年|有关|相关|政府|社会|更多|国际|朋友))"
)
# 下一步，我们将…… 力争年底…… 愿同各方一道
_INTENT = re.compile(
    r"(?:^|[，：“、])[^，：“”]{0,20}?(?:"
    r"(?<![即必终大小主名武老干健上少中])(?<!不会)将(?![近军士领帅来官才往])|(?<![已在个项该五年大类些的])计划(?=[^，。的]{2})(?!内|外|生育|经济|单列)|力争|争取|(?<![自志意心宏遗户人祝])愿(?![景望者])|(?<!不)打算|拟(?=[在于建投对])|"
    r"准备(?=[^，。的]{2})|决心(?=[把要为让以])|有信心|(?<![在起一个项该此的])决定(?![性了因权于是])|努力(?=[把将为让使打实])|会(?=继续|更加|一直|把|尽|坚持|努力|进一步)|期待|(?<![^，：“])希望(?=[能可早尽今通与同和将未])|(?<![议行现守背约出信])承诺(?![等的书、，。])|(?:准备|即将)(?=推出|启动|开展|开工|建设|举办))"
    r"|我们一定(?!要)|一定(?=会|积极|努力|把|尽|全力|认真|好好|加倍)|(?<![到了])(?:明[年天](?!经济|工作)|下个?[月周]|年内)(?![度的])|目标(?:任务)?(?:是|为)"
    r"|下一步|接下来|下一阶段|下阶段|今后[，我将还会要]|(?<![辟向绘创造])未来[，我将还会]|年底前|到20\d\d年"
)
# 将带来机遇, 将有助于稳定, 将很快结束: what is expected, not what is planned
_EXPECTED = re.compile(
    r"将(?:会|很可能|可能|是|对|给|成为|带来|有(?!序|力|效)|导致|加剧|造成|面临|达|得到|影响|产生|使|让|出现|超过|增长|下降|取决|助力|迎来|取得|造福|失败|无法|难以|缺乏|推高|推升|拉动|迫使|"
    r"(?:很快|最终|彻底)?结束|在[^，。]{0,30}(?:发挥|产生|取得|迎来|得到|公布)|[^，。]{2,16}?(?:激化|异化|视|定性|归咎)(?:为|成|作|于)|[^，。]{2,24}，则|推动[^，。]{2,20}(?:迈上|再上|取得))"
)
# 态势将进一步巩固 is expected too, but 我们将进一步巩固 is planned: it depends on whose deed it is
_CONTINUES = re.compile(
    r"将(?:更|顺利|圆满|进一步|持续|继续|不断|极大|大大|为[^，。]{0,24}(?:带来|提供|作出|注入|创造))"
)
# 某国提供武器，将强化对立，导致风险增加: feared, not planned
_HARM = re.compile(r"导致|引发|加剧|恶化|(?:风险|危险|威胁)(?:增加|上升|加大)")
_AVERTED = re.compile(r"防|避免|遏制|杜绝|应对|解决|整治|打击")
_SUPPOSED = re.compile(r"如果|假如|倘若|一旦|除非|若")
_OWN = re.compile(
    r"(?:^|[，。：；“]|下一步|接下来|今后|[我们方国])(?:还|也|都)?$|(?:公司|企业|政府|部门|集团|学校|医院|中心|办事处|[委局厅院校站队组所行镇县市区州省村社处])(?:还|也|都)?$"
)
_DONE = re.compile(
    r"已经?(?!知)|(?<![为除])了(?![解不望])|过去|近年来|以来|目前|截至|去年|同比|达到|取得|实现了|是(?!否)"
)
_QUOTED = re.compile(r"“[^“”。！？\n]{1,12}”")
_PROMOTES = re.compile(r"(?:组织|开展|支持|推动|引导|完善|加大)[^。]{2,40}，(?:鼓励|支持|引导)|鼓励")
_QUESTION = re.compile(r"[？?]”?$")
_ASKS = frozenset({"问", "问道", "追问", "发问", "询问", "反问"})
# 某总统祝愿人民幸福: nothing is asked, planned or told
_WISHES = frozenset({"祝愿"})
_VOWING = frozenset({"表示", "说", "坚信", "表态"})
_MANY = re.compile(r"大家|群众|官兵|干部|学员|党员|职工|师生|工作者|们$")
_PLANS = frozenset({"决定", "承诺", "期待", "期望", "表态"})
# verbs of talk, in which 要 says less
_TALKS = frozenset({"说", "告诉", "介绍", "坦言", "说道", "称", "感慨", "感叹", "回忆"})
_DEMANDS = frozenset({"强调", "要求", "指出", "提出", "希望", "明确"})
# 他们今年要增加到50吨, 我们还要把信号架到最远的牧场: no demand, what they are about to do
_SELF = re.compile(r"(?:^|[，。“])(?:他们|她们|公司|企业|村里|今年|明年)[^，。：]{0,10}要(?!求)")
_WE = re.compile(r"(?:^|[，。“])(?:我们?|咱们?)[^，。：]{0,10}要(?!求)")
_ASKS_MORE = 2.0
_SAYS_MORE = 1.3


def kind_of(verb: str, text: str, *, speaker: str = "") -> Kind | None:
    """Return what a speech mainly does: it commands, plans or tells facts; None where it only asks, or is nothing.

    Args:
        verb: the verb of speech, as written.
        text: what was said.
        speaker: who, as the record says it; what 大家 or 干部群众 say must be done they will do themselves.
    """
    vows = verb in _VOWING and bool(_MANY.search(speaker))
    sentences = [match.group().strip() for match in _SENTENCE.finditer(_QUOTED.sub("“”", fold(text)))]
    if verb in _ASKS or verb in _WISHES or all(_QUESTION.search(sentence) for sentence in sentences):
        return None
    if verb in _urges():
        return "command"
    if verb in _PLANS:
        return "plan"
    talks = verb in _TALKS
    more: dict[Kind, float] = {
        "command": _SAYS_MORE if talks else _ASKS_MORE,
        "plan": _ASKS_MORE,
        "fact": 1.0,
    }
    weight: dict[Kind, float] = {"command": 0.0, "plan": 0.0, "fact": 0.0}
    for number, sentence in enumerate(sentences):
        # 希望大家……。把握机遇，……: what goes on demanding leaves 要 out
        demands = verb in _DEMANDS or weight["command"] > 0
        kind = _of_sentence(sentence, demands=demands, talks=talks)
        # 下一步还将……。鼓励相关地区优化措施: a plan goes on
        goes_on = weight["plan"] > 0 and _PROMOTES.match(sentence)
        kind = "plan" if (vows or goes_on) and kind == "command" else kind
        if kind == "command" and not number and verb in _DEMANDS:
            return kind
        weight[kind] += len(sentence) * more[kind]
    return max(weight, key=lambda kind: weight[kind])


@lexicon.layered
def _urges() -> frozenset[str]:
    """Return the verbs that ask something of those who hear them."""
    return frozenset(word for word, verb in speech_verbs().items() if verb.kind == "urge") - _PLANS


def _of_sentence(sentence: str, *, demands: bool, talks: bool) -> Kind:
    others = _OTHERS.search(sentence)
    # 我国欢迎企业来投资，愿加强合作: welcomed by who plans
    if others and not (others.group().startswith("欢迎") and _intent(sentence)):
        return "command"
    if (talks and _WE.search(sentence)) or ((talks or not demands) and _SELF.search(sentence)):
        return "plan"
    demand, intent = _demand(sentence), _intent(sentence)
    if demand and not (intent and intent.start() < demand.start()):
        return "command"
    if _BARE.match(sentence) and not _DONE.search(sentence):
        # 坚决贯彻指示，守护好万家灯火: asked of others by who demands, promised by who does not
        return "command" if demands else "fact" if talks else "plan"
    return "plan" if intent else "fact"


def _demand(sentence: str) -> re.Match[str] | None:
    """Return where a sentence demands something; 如果不能解决，…… only supposes."""
    found = _DEMAND.finditer(sentence)
    return next((match for match in found if not _SUPPOSED.search(match.group())), None)


def _intent(sentence: str) -> re.Match[str] | None:
    """Return where a sentence says what is intended; none where it only expects something."""
    for match in _INTENT.finditer(sentence):
        will = match.end() - 1
        own = _OWN.search(sentence, max(0, match.start()), will)
        expected = (
            _EXPECTED.match(sentence, will)
            or (not own and _CONTINUES.match(sentence, will))
            or (_HARM.search(sentence, will) and not _AVERTED.search(sentence, will))
        )
        if not expected:
            return match
    return None
