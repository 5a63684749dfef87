"""Verbs of speech with no mark behind them: 某国军方称打击了目标; ……问候，并表示某国是……."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS

NATIONS = "美俄乌以日韩英法德土印伊巴叙黎欧朝"
"""The nations whose sides and armies the papers write with one character: 俄方, 以军."""

_PART = r"[^，。；！？：“”\"\n]"
UNMARKED = frozenset({"称", "表示", "强调", "指出", "认为"})
"""The verbs that a clause may follow at once where who says it, or a comma, stands right before."""
_FEELINGS = (
    r"(?:欢迎|祝贺|感谢|慰问|敬意|哀悼|谢意|关切|担忧|赞赏|遗憾|愤慨|不满|理解|肯定|问候|祝愿|同情|抗议|谴责|忧虑|关注|震惊|质疑|怀疑|兴趣|信心|歉意"
    r"|满意|高兴|反对|支持|赞成|赞同|赞许|敬佩|钦佩|认可|认同|愤怒|失望|乐观|友好|诚意|好感|异议|尊重|重视|惋惜|悲痛|吊唁)"
)
SHOWN = re.compile(
    r"(?:(?:最?热烈|衷心|诚挚|强烈|高度|深切|亲切|崇高|沉痛|深深|极大|严重|由衷|真诚|充分|完全|十分|非常|特别|坚决|明确|一致)的?)?"
    + _FEELINGS
)
"""What is shown, not said: 表示热烈祝贺和衷心感谢."""
_CLAUSE = re.compile(
    rf"(?![赞道之是了出过着的到对给自]|一?[个种名条]|[^，。；]{{0,8}}[的之]{_FEELINGS}){_PART}{{6}}"
)
CALLED = re.compile("[号职呼赞为之道重霸病得雄臣帝]|王称|兄道")
"""What makes another word of 称: 称号, 称得上, 称王称霸, 称兄道弟."""

_TELLER = re.compile(
    rf"(?:{MARKS['PERSON']}|{MARKS['DATE']}|(?<=[0-9])日)(?:晚间|凌晨|还|也|又|同时)?\Z"
    r"|接受[^，。；]{0,16}(?:采访|访问|提问|专访)时\Z"
    r"|(?:方面|[方军媒]|媒体|[局部厅委])(?:还|也|又|同时)\Z"
)
# 某军称已增派兵力
_FORCES = re.compile(rf"(?:[\u4e00-\u9fff]方|[{NATIONS}]军|政府|方面|媒体|官方|当局)\Z")
_JOINED = re.compile(r"，(?:并|还|同时|也|均|都|一致|再次){0,2}\Z")


def says_unmarked(string: str, verb: str, begin: int, start: int) -> bool:
    """Tell whether the clause behind a verb is what is said, by who or what stands right before the verb.

    Offsets: into the painted `string`; the sentence begins at `begin`, the verb at `start`.

    >>> told = "\ue000转达问候，表示某国愿深化合作。"
    >>> says_unmarked(told, "表示", 0, 6), says_unmarked("\ue000发来贺电，表示热烈祝贺和良好祝愿。", "表示", 0, 6)
    (True, False)
    """
    end = start + len(verb)
    if verb not in UNMARKED or not _CLAUSE.match(string, end):
        return False
    if verb == "称" and CALLED.match(string, end):
        return False
    if verb == "表示" and SHOWN.match(string, end):
        return False
    if verb == "称" and _FORCES.search(string, begin, start):
        return True
    return bool(_JOINED.search(string, begin, start) or _TELLER.search(string, begin, start))
