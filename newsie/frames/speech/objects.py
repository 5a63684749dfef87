"""Persons to whom something is done, and who do not speak (宾语)."""

from __future__ import annotations

from newsie import patterns as re
from newsie.frames.canvas import MARKS

_POST = MARKS["POST"]
# what a body does to somebody: 县委日前追授某某称号，并号召……
DONE_TO = r"(?:追授|追记|追认|授予|表彰|表扬|嘉奖|奖励|约谈|处罚|处分|问责|通报批评)"
"""What bodies do to persons: they are told of, and say nothing."""

# 追授某某称号, 表彰了某某, 约谈企业负责人某某; but 表彰大会上某某……
_OBJECT = re.compile(rf"{DONE_TO}[了过]?[^，。的上中时后会式]{{0,10}}\Z")


def object_front(front: str) -> bool:
    """Tell whether the words in front of a person make it no subject: 拉着某某, 与某某."""
    front = front.removesuffix(_POST)
    return _OBJECT.search(front) is not None or bool(
        re.search(
            r"(?:着|[往向与同跟对给为把被叫让请及]|(?<=[就便地])对(?![面口接])[^，。]{0,10}(?:村民|居民|职工|群众|老人|学生|工人|业主|店主|户)|(?:归咎|归功|归因)于[^，。]{0,14}|(?:联系|致电|通知|责令)[^，。]{0,4}|(?<![反响相供])应|[此这本]次|告诉|问|见到|看望|慰问|陪同|感谢|随|受|听取|传达|学习|贯彻|落实)$",
            front,
        )
    )
