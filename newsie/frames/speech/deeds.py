"""What somebody does, or how he looks, while he speaks (边说边做)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS

# “……”某某一边说，一边把果子装箱; 边说边装箱; 说，脸上笑开了花: what is done, or seen, meanwhile
_MEANWHILE = re.compile(
    r"(?:，?一[边面]|边(?=[^，]{0,2}[\u4e00-\u9fff])|[，时]，?(?:(?:满脸|一脸|满眼|言语|话语|语气|神情|神色|嘴角|眼角|随手|顺手)"
    r"|(?:脸|手|眼|嘴|声音|眼神|目光|眼睛)[^，。]{0,3}?(?:[上里中角](?!的[^活])|不)))(?![^，]{0,2}(?:说|告诉|介绍|对|向|讲))[^。！？：“”\n]{2,40}(?=[。！\n]|$)"
)
# 提出要求｜，副县长某某主持会议: what another does at the gathering
FURTHER_DEED = re.compile(
    rf"，[^，。；：]{{0,16}}?{MARKS['PERSON']}[^，。；：]{{0,4}}(?:主持|出席|列席|到会|参加|宣读|传达|[通汇]报|介绍了|回答|作了?[^，。；：]{{0,8}}(?:发言|报告|总结|讲话|表态|汇报|点评|说明|辅导))"
)
ALSO_DOES = ("，一边", "，一面")
"""How the second of two things begins that are done at once: 一边看一边问，一边叮嘱."""


def meanwhile_end(string: str, start: int, end: int) -> int | None:
    """Return where a sentence ends that behind its verb of speech only tells what the speaker does meanwhile.

    Offsets: into the painted `string`; the verb stands from `start` to `end`.

    >>> meanwhile_end("他一边说，一边把果子装箱。", 3, 4), meanwhile_end("他说，果子甜。", 1, 2)
    (12, None)
    """
    match = _MEANWHILE.match(string, end)
    beside = match is not None and match.group()[0] in "边一"
    return None if match is None or (beside and string[start - 1] != "边") else match.end()
