"""The painted text: what a mention is painted as, and where it stood."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from newsie.frames.canvas import MARKS, Canvas, holes
from newsie.reading import Mention, Post
from tests.marked import read


def test_each_mention_is_one_character() -> None:
    canvas = Canvas.of(read("〔3月26日〕，[宋某]等⟦8人⟧学习《甲方案》。"))
    wanted = f"{MARKS['DATE']}，{MARKS['PERSON']}等{MARKS['AMOUNT']}学习{MARKS['DOCUMENT']}。"
    assert canvas.string == wanted


def test_places_lead_back_to_the_text() -> None:
    reading = read("〔3月26日〕，[宋某]出席会议。")
    canvas = Canvas.of(reading)
    match = holes("{PERSON}出席").search(canvas.string)
    assert match is not None
    assert reading.string(canvas.span(*match.span())) == "宋某出席"
    assert canvas.at(reading.text.string.index("某出席")) == match.start()
    assert [fill.hole for fill in canvas.within(0, len(canvas.string))] == ["DATE", "PERSON"]
    assert [fill.hole for fill in canvas.within(0, len(canvas.string), "PERSON")] == ["PERSON"]


def test_a_stretch_holds_only_what_lies_in_it() -> None:
    reading = read("[宋某]说。[王某]说。")
    start = reading.text.string.index("王")
    canvas = Canvas.of(reading, start)
    assert canvas.string == f"{MARKS['PERSON']}说。"
    assert canvas.span(0, 1) == (start, start + 2)


def test_posts_in_front_of_a_person_are_one_character() -> None:
    reading = read("县委副书记、县长[宋某]讲话")
    person = reading.mentions[0]
    posts = (
        Post((person.start, person.end), ((0, 2),), (2, 5), "test"),
        Post((person.start, person.end), ((0, 1),), (7, 8), "test"),
    )
    canvas = Canvas.of(replace(reading, posts=posts))
    assert canvas.string == f"{MARKS['POST']}{MARKS['PERSON']}讲话"


def test_a_title_hides_the_names_in_it() -> None:
    reading = read("学习《[宋某]文选》")
    assert Canvas.of(reading).string == f"学习{MARKS['DOCUMENT']}"


def test_the_text_is_folded() -> None:
    assert Canvas.of(read("１０月,开会")).string == "10月，开会"


@given(
    st.text(alphabet="甲乙，。\n", max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 4)), max_size=6),
)
def test_span_and_at_agree(string: str, spans: list[tuple[int, int]]) -> None:
    reading = read(string)
    mentions = tuple(
        Mention("PERSON", start, start + size, ("test",))
        for start, size in spans
        if start + size <= len(string)
    )
    canvas = Canvas.of(replace(reading, mentions=mentions))
    assert canvas.span(0, len(canvas.string)) == (0, len(string))
    for offset in range(len(string)):
        start, end = canvas.span(canvas.at(offset), canvas.at(offset) + 1)
        assert start <= offset < end
