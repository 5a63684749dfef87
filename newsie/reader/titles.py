"""Title words: the offices and roles that stand before or after a person's name (职务, 称谓).

>>> [(office.start, office.end, office.kind) for office in find_titles("县委副书记、县长和记者")]
[(2, 5, 'public'), (6, 8, 'public'), (9, 11, 'credit')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias, cast

from newsie import lexicon

Kind: TypeAlias = Literal["public", "work", "credit"]

# 县委原副书记 and 时任县长: the person no longer has the post
_FORMER = r"(?P<former>原任?|时任|前任|(?<![0-9提向目日之])前(?=[副省市县区州镇乡局厅部总首]))?"
_RANK = (
    r"(?:驻村|常务|专职|兼职|执行|名誉|荣誉|第一|挂职|分管|轮值|代理|代|候任|候补|高级|"
    r"[一二三四]级|副总|副|首席|助理){0,3}"
)
# 主席台, 委员会, 领导小组, 常委会 are no titles
_NOT_AFTER = {
    "书记": "处员",
    "主任": "科医",
    "主席": "台团令",
    "委员": "会长",
    "常委": "会班部扩",
    "领导": "小班干下人力机层责体组职岗核包们对重批者带能作水方同关题和点与及在到为集",
    "成员": "单国",
    "指挥": "部中官员所棒调体系家",
    "电工": "程",
    "焊工": "程",
    "代表": "团队大性们作处会办时",
    "会计": "师核事制",
    "专员": "公",
    "司令": "部员",
    "干部": "队职教管监任作培学考",
    "院长": "期",
    "组长": "单",
    "会长": "期",
    "社长": "期",
    "老师": "傅",
    "群众": "路性组体利满工文",
    "党员": "干大领教先冬志联户发示中",
    "青年": "志干教工人文大创学",
    "专家": "组服团学学工库指",
    "教师": "节队资培",
    "居民": "区小消委健人医可",
    "村民": "委自小代组会们",
    "学生": "会们",
    "医生": "们集",
    "记者": "了从在来会节站获走看日近协联们跟随问注发招采现见专今",
    "文": "化明件字旅艺物体创化具教学书",
    "图": "为书纸片表文们",
    "摄": "像氏影",
    "编辑": "部室",
    "设计": "院单施师",
    "统筹": "推抓协做发规安",
    "执行": "力局情到",
    "策划": "部",
    "文字": "材",
}


@dataclass(frozen=True, slots=True)
class Office:
    """A title word in a text, rank words included (常务副市长).

    Attributes:
        start: first character.
        end: one past the last.
        kind: `public` for offices of public bodies, `work` for other roles, `credit` for who
            made the page.
        former: whether the word before it says that it is held no more (原, 时任).
        word: the title without rank words.
    """

    start: int
    end: int
    kind: Kind
    former: bool
    word: str


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(lexicon.words("titles.tsv"), key=lambda word: (-len(word), word))
    heads = "".join(sorted({word[0] for word in words}))
    parts = (re.escape(word) + _unless(word) for word in words)
    return re.compile(
        f"{_FORMER}(?P<title>(?<!公(?=司长))(?<!地(?=处长)){_RANK}(?=[{heads}])(?P<word>{'|'.join(parts)}))"
    )


def _unless(word: str) -> str:
    if word not in _NOT_AFTER:
        # 学校长期, 全区长效: no 校长, no 区长
        return "(?![期远效征途寿足线])" if word[-1] == "长" else ""
    return f"(?![{_NOT_AFTER[word]}]" + (r"|高[度位质效标]" if word == "领导" else "") + ")"


@cache
def _kinds() -> dict[str, Kind]:
    return {word: cast(Kind, kind) for word, kind in lexicon.rows("titles.tsv", 2)}


def is_title(word: str) -> bool:
    """Tell whether a word is in the list of titles.

    >>> is_title("通讯员"), is_title("王某")
    (True, False)
    """
    return word in _kinds()


def find_titles(folded: str) -> tuple[Office, ...]:
    """Return the title words of a text, sorted by place, none overlapping another.

    Offsets: half-open offsets into `folded`.
    """
    kinds = _kinds()
    found = []
    for match in _pattern().finditer(folded):
        start, end = match.span("title")
        word = match["word"]
        found.append(Office(start, end, kinds[word], match["former"] is not None, word))
    return tuple(found)
