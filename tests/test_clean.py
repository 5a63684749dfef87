"""Repair of lines: noise, overprint, spaces, line breaks."""

from __future__ import annotations

import pytest

from newsie.clean import clean, clean_lines, ends_sentence, spaced, tighten
from newsie.text import Text


@pytest.mark.parametrize(
    ("raw", "repaired"),
    [
        ("\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd本报讯", "本报讯"),
        ("\ue0a1\ue0a2近日", "近日"),
        ("区\u200b里\ufeff", "区里"),
        ("## 区里召开会议", "区里召开会议"),
        ("**要闻** 速递", "要闻 速递"),
        ("群群众众有有序序领领取取药药品品", "群众有序领取药品"),
        ("高高兴兴上班去", "高高兴兴上班去"),
        ("================", "================"),
        ("a\u3000\u3000b", "a\u3000b"),
    ],
)
def test_a_line_is_repaired(raw: str, repaired: str) -> None:
    assert [str(line.text) for line in clean_lines(raw)] == [repaired]


@pytest.mark.parametrize(
    ("raw", "tight"),
    [
        ("1 月 8日", "1月8日"),
        ("维 C 银翘片", "维C银翘片"),
        ("（扩大） 会议 ， 传达", "（扩大）会议，传达"),
        ("99.6% 96.1%", "99.6% 96.1%"),
        ("New Energy 汽车", "New Energy汽车"),
        ("投资4 800万元，共 1 234 567.5吨", "投资4800万元，共1234567.5吨"),
        ("柳河镇 12 300 45", "柳河镇12 300 45"),
        ("宋 某\u3000区某某\u3000石 某", "宋某\u3000区某某\u3000石某"),
        ("宋某 区某某 石某", "宋某 区某某 石某"),
        ("副 组 长：宋 某\u3000县委副书记、县长", "副组长：宋某\u3000县委副书记、县长"),
        ("宋某 县水利局局长（兼）", "宋某 县水利局局长（兼）"),
        ("宋某 出席了会议并讲话", "宋某出席了会议并讲话"),
    ],
)
def test_running_text_loses_stray_spaces(raw: str, tight: str) -> None:
    assert str(tighten(Text.of(raw))) == tight


@pytest.mark.parametrize(
    ("raw", "headline"),
    [
        ("解“疫”时之忧 做群众“医”靠", "解“疫”时之忧 做群众“医”靠"),
        ("多点发力\u3000持续强化", "多点发力 持续强化"),
        ("示范区 ：扎实抓好", "示范区：扎实抓好"),
    ],
)
def test_a_headline_keeps_the_space_between_its_halves(raw: str, headline: str) -> None:
    assert str(spaced(Text.of(raw))) == headline


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_every_line_break_counts(newline: str) -> None:
    assert [line.number for line in clean_lines(newline.join(["甲", "", "乙"]))] == [1, 3]


def test_wrapped_lines_are_joined_and_paragraphs_kept() -> None:
    assert (
        str(clean("1 月 8日，王\n某到会。\n\n会议指出，\n要落实。"))
        == "1月8日，王某到会。\n会议指出，要落实。"
    )


def test_a_mark_is_seen_and_a_single_lost_glyph_is_none() -> None:
    lines = clean_lines("\ufffd\ufffd\ufffd近日\n区\ufffd里")
    assert [line.mark for line in lines] == [True, False]


def test_blank_text_has_no_lines() -> None:
    assert clean_lines("") == clean_lines(" \n\t\r\n\u3000") == ()


@pytest.mark.parametrize(
    ("string", "ends"), [("到会。", True), ("太感谢了！ ”", True), ("区党工委", False), ("", False)]
)
def test_sentence_ends(string: str, *, ends: bool) -> None:
    assert ends_sentence(string) is ends


@pytest.mark.parametrize("unseen", ["\ufeff", "\u200b", "\u2060", " \ufeff"])
@pytest.mark.parametrize(
    ("raw", "text", "level"), [("# 县里召开会议", "县里召开会议", 1), ("**要闻** 速递", "要闻 速递", 0)]
)
def test_what_nobody_sees_hides_no_markdown(unseen: str, raw: str, text: str, level: int) -> None:
    (line,) = clean_lines(unseen + raw)
    assert (str(line.text), line.level) == (text, level)


@pytest.mark.parametrize(
    "white",
    [
        *("\u3000\u3000", "    ", "\t", "\u2003\u2003", "\u2001\u2001"),
        *("\ufeff\u3000\u3000", "&emsp;&emsp;", "&nbsp;" * 4),
    ],
)
def test_an_indent_is_as_wide_whatever_it_is_made_of(white: str) -> None:
    (line,) = clean_lines(f"{white}4月9日，县里召开会议。")
    assert (str(line.text), line.indent) == ("4月9日，县里召开会议。", 4)
