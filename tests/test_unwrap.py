"""The same article gives the same paragraphs however its lines are broken; torn pages and lists are left as they are."""

from __future__ import annotations

import re

import pytest

from newsie.clean import clean_lines, width
from newsie.divide import divide
from newsie.divide.unwrap import unwrapped

HEADLINE = "青河县召开春季农业生产现场会"
FIRST = (
    "4月9日，青河县召开春季农业生产现场会，安排部署春耕备耕工作。县委副书记、县长赵明出席会议并讲话，各乡镇主要负责人，"
    "县农业农村局、县水利局等12个单位负责同志参加会议。"
)
SECOND = "会议指出，今年全县计划播种面积42.6万亩，其中粮食38.2万亩，比上年增加1.5万亩；新建高标准农田6.3万亩，总投资1.26亿元。"
THIRD = "赵明强调，各乡镇要早谋划、早安排，把种子、化肥、农机具落实到户，确保不误农时。要用好“农技110”服务平台，让农民群众少跑路、多办事。"
SUBHEAD = "今年要种多少"
BEHIND = "与会人员观摩了平川镇的育秧大棚。"
STORY = [HEADLINE, FIRST, SUBHEAD, SECOND, THIRD, BEHIND]
NO_BEGIN = "，。、；：？！”’）》】"


def broken(text: str, columns: int, indent: int = 0, narrow: range = range(0)) -> list[str]:
    """Return a text in lines so many half-width columns wide; numbers stay whole, marks hang over the edge."""
    words = re.findall(rf"[“（《]*(?:[0-9.]+|.)[{NO_BEGIN}]*", text)
    lines, line, room = [], "", columns - indent
    for word in words:
        if line and width(line) + width(word.rstrip(NO_BEGIN)) > room:
            lines.append(line)
            line = ""
            room = columns // 2 if len(lines) in narrow else columns
        line += word
    return [*lines, line]


def paragraphs(source: str) -> list[str]:
    """Return the headline, subheads and paragraphs of the only article of a page."""
    (article,) = divide(source).articles
    assert article.headline is not None
    return [str(text) for text in (article.headline, *article.subheads, *article.body)]


PLAIN = [HEADLINE, SUBHEAD, FIRST, SECOND, THIRD, BEHIND]


def test_every_paragraph_in_one_line() -> None:
    assert paragraphs("\n".join([HEADLINE, "", *STORY[1:]])) == PLAIN


@pytest.mark.parametrize("columns", [20, 24, 30, 36, 44, 58, 68, 76])
@pytest.mark.parametrize("indent", ["　　", "    "])
def test_indented_paragraphs(columns: int, indent: str) -> None:
    body = [[indent + first, *rest] for first, *rest in (broken(text, columns, 4) for text in STORY[1:])]
    lines = [line for paragraph in body for line in paragraph]
    assert paragraphs("\n".join([HEADLINE, "", *lines])) == PLAIN
    assert paragraphs("\r\n".join([HEADLINE, "", *(line + "  " for line in lines)])) == PLAIN
    # a margin before every line, a blank line between all
    assert paragraphs("\n".join([HEADLINE, "", *("      " + line for line in lines)])) == PLAIN
    assert paragraphs("\n\n".join([HEADLINE, *lines])) == PLAIN


@pytest.mark.parametrize("columns", [20, 24, 30, 36, 44, 58, 68, 76])
def test_a_blank_line_between_paragraphs(columns: int) -> None:
    assert (
        paragraphs("\n\n".join([HEADLINE, *("\n".join(broken(text, columns)) for text in STORY[1:])]))
        == PLAIN
    )


@pytest.mark.parametrize("columns", [20, 26, 36, 44])
def test_only_a_short_last_line_tells_the_end_of_a_paragraph(columns: int) -> None:
    story = [text for text in STORY[1:] if width(broken(text, columns)[-1]) < columns - 4 and text != SUBHEAD]
    lines = [line for text in story for line in broken(text, columns)]
    assert paragraphs("\n".join([HEADLINE, "", *lines])) == [HEADLINE, *story]


@pytest.mark.parametrize("frame", [["— 2 —"], ["", "第2页 共3页", "", "青河日报 2024年4月10日", ""], ["\f"]])
def test_a_page_ends_amid_a_sentence(frame: list[str]) -> None:
    first, *rest = broken(FIRST, 30, 4)
    body = [["　　" + first, *rest[:1], *frame, *rest[1:]]]
    body += [["　　" + first, *rest] for first, *rest in (broken(text, 30, 4) for text in STORY[2:])]
    page = "\n".join([HEADLINE, "", *(line for paragraph in body for line in paragraph)])
    assert paragraphs(page.replace("\f\n", "\f")) == PLAIN


@pytest.mark.parametrize("columns", [30, 40])
def test_lines_are_narrow_beside_a_picture(columns: int) -> None:
    body = [
        ["　　" + first, *rest]
        for first, *rest in (broken(text, columns, 4, range(1, 5)) for text in STORY[1:])
    ]
    page = "\n".join([HEADLINE, "", *(line for paragraph in body for line in paragraph)])
    assert paragraphs(page) == PLAIN


def test_spaces_between_characters_take_no_room() -> None:
    body = [["　　" + first, *rest] for first, *rest in (broken(text, 30, 4) for text in STORY[1:])]
    lines = [
        line[:at] + " " + line[at:] for at, line in enumerate((line for text in body for line in text), 4)
    ]
    found = paragraphs("\n".join([HEADLINE, "", *lines]))
    assert [re.sub(r"\s", "", text) for text in found] == PLAIN


def whole(page: str) -> int:
    """Return how many lines a page has once its paragraphs are put together."""
    return len(unwrapped(clean_lines(page)))


def test_what_is_not_set_evenly_is_left_as_it_is() -> None:
    lines = [line for text in (FIRST, SECOND, THIRD) for line in broken(text, 24)]
    assert whole("\n".join(lines)) < len(lines)
    # the columns are torn: a sentence goes on elsewhere
    torn = [*lines[:3], "", *lines[8:12], "", *lines[3:8], "", *lines[12:]]
    assert whole("\n".join(torn)) == len(lines)
    # a picture's words stand in a sentence
    shown = [*lines[:4], "", "农户在平整土地", "", *lines[4:]]
    assert whole("\n".join(shown)) == len(shown) - 2
    # members of a commission, lines of a poem
    listed = ["工作组成员：", "王立新", "赵明", "孙国强", "周小红", "吴江", "郑海涛"]
    assert whole("\n".join(listed)) == len(listed)


def test_a_byline_is_no_line_of_a_paragraph() -> None:
    lines = [*broken(SECOND, 30), *broken(THIRD, 30), "本报记者 孙国强　通讯员 周小红"]
    assert str(unwrapped(clean_lines("\n".join(lines)))[-1].text) == lines[-1]


def test_a_numbered_item_begins_a_paragraph_under_a_full_line() -> None:
    full = next(
        text
        for text in (SECOND[:-1] + "好" * count + "。" for count in range(12))
        if width(broken(text, 20)[-1]) == 22
    )
    story = ["（一）" + THIRD, full, "（二）" + SECOND, "（三）" + THIRD]
    lines = [line for text in story for line in broken(text, 20)]
    found = [str(line.text) for line in unwrapped(clean_lines("\n".join(lines)))]
    assert [text for text in found if text.startswith("（")] == [story[0], *story[2:]]


@pytest.mark.parametrize("columns", [22, 30, 40])
def test_spaces_beside_numbers_are_lost_where_a_line_breaks(columns: int) -> None:
    story = [
        re.sub(r"(?<=[0-9])(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[0-9])", " ", text)
        for text in STORY[1:]
    ]
    body = [["　　" + first, *rest] for first, *rest in (broken(text, columns, 4) for text in story)]
    page = "\n".join([HEADLINE, "", *(line.rstrip() for text in body for line in text)])
    assert [re.sub(r"\s", "", text) for text in paragraphs(page)] == PLAIN
