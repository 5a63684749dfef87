"""Sentences with names that were never anybody's, and the files HanLP trains on."""

import random
from pathlib import Path

from newsie.lexicon import rows

TEMPLATES = (
    "{PLACE}{TITLE}{PERSON}到{PLACE}调研。",
    "{PLACE}{TITLE}{PERSON}主持会议并讲话，{PERSON}参加。",
    "{ORG}{TITLE}{PERSON}主持会议。",
    "{PERSON}、{PERSON}陪同调研。",
    "近日，{TITLE}{PERSON}率队到{PLACE}察看项目。",
    "会议由{ORG}{TITLE}{PERSON}主持。",
    "{PERSON}强调，要确保年底前完成主体工程。",
    "{PLACE}召开重点项目推进会。",
    "会议指出，总投资21.8亿元的项目已完成90%以上。",
)
"""Sentences, each stretch in braces a name."""

PLACES = ("青河县", "柳林镇", "东山区", "北湖市", "石桥乡")
ORGS = ("县发改局", "市教育局", "区住建局", "县税务局")
TITLES = ("书记", "县长", "局长", "主任", "市长", "区长", "镇长")
GIVEN = "明华志强平芳丽敏静磊洋勇杰娟涛超霞刚桂英玉兰文建国庆海"
TAGS = {"PLACE": "LOCATION", "ORG": "ORGANIZATION", "TITLE": "TITLE", "PERSON": "PERSON"}

Words = list[tuple[str, str | None]]
"""A sentence as its words, names with HanLP's label."""


def made_sentences(count: int, seed: int) -> list[Words]:
    """Return sentences with names that were never anybody's."""
    chance = random.Random(seed)  # noqa: S311 - seeded, and nothing is secret
    surnames = sorted(row[0] for row in rows("surnames.tsv") if len(row[0]) == 1)[:120] + ["王", "李"] * 10
    choices = {
        "PLACE": lambda: chance.choice(PLACES),
        "ORG": lambda: chance.choice(ORGS),
        "TITLE": lambda: chance.choice(TITLES),
        "PERSON": lambda: (
            chance.choice(surnames) + "".join(chance.choices(GIVEN, k=chance.choice((1, 2, 2))))
        ),
    }
    made: list[Words] = []
    for _ in range(count):
        words: Words = []
        for part in chance.choice(TEMPLATES).replace("{", "}").split("}"):
            words += [(choices[part](), TAGS[part])] if part in choices else [(mark, None) for mark in part]
        made.append(words)
    return made


def write_characters(path: Path, sentences: list[Words]) -> str:
    """Write sentences for a model of characters, tagged IOBES."""
    lines = []
    for words in sentences:
        for word, label in words:
            for place, mark in enumerate(word):
                first, last = place == 0, place == len(word) - 1
                position = "S" if first and last else "B" if first else "E" if last else "I"
                lines.append(f"{mark}\t{'O' if label is None else f'{position}-{label}'}")
        lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def write_words(path: Path, sentences: list[Words]) -> str:
    """Write sentences for a model of words."""
    lines = []
    for words in sentences:
        lines += [f"{word}\t{'O' if label is None else f'S-{label}'}" for word, label in words] + [""]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)
