"""Lines in the order in which they are read: sentences whose rest stands elsewhere, headlines and pictures set into a column."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from growth import grows_evenly

from newsie.clean import clean_lines
from newsie.divide import divide
from newsie.divide.boxes import mark_lines
from newsie.divide.joins import joins
from newsie.divide.lines import Marked
from newsie.divide.mastheads import with_mastheads
from newsie.divide.order import in_reading_order
from newsie.divide.runs import runs_of

PAGES = sorted((Path(__file__).parent / "untold_pages").glob("*.txt"))

TORN = """\
市二院胸痛中心打通救心通道

晚报讯（记者 叶舟）今年1至10月，该院共
收治急性心梗患者312例，较去年同

苏江晚报
A05
民生
2016年11月17日 星期四

沈建平主持召开市政府常务会议
兜住民生底线
让困难群众温暖过冬

期提高2.1个百分点。
许卫东说，中心打破了科室壁垒，救护车
在路上就能把心电图传回医院。

晚报讯（记者 韩冰）昨天上午，市长沈建平主持召开市政
府常务会议，听取困难群众冬春救助、背街小巷整治情况
汇报。会议指出，要进一步摸清底数、应保尽保。
"""

DOUBTFUL = f"""{TORN}
本报讯（记者 姜某）近日，区里召开推进会，部署
"""

HEADED_INSIDE = """\
本报讯（记者 蒋文）清晨6点多，雾
还没散，廖春莲已经背着药箱出了门。
大雪封山，村民盘老五突发急性阑
霜降茶果红 农家采收忙
现场签约项目3个 总投资8.6亿元
尾炎，她打着手电走了3个多小时赶
到，又和村民一起用竹躺椅把人抬下
了山。

本报讯（记者 段雨）霜降节气一到，枫木坳乡的油
茶林里便热闹起来，茶果采收忙，一颗颗红亮亮的
茶果很快装满了箩筐。
"""

SET_IN = """\
本报讯（记者 韩冰）昨天上午，市长沈建平主持召开市政
府常务会议，听取困难群众冬春救助、背街小巷整治情况
汇报，绝不让一户困难群众受冻挨饿。
11月14日，经开区育才
小学滨湖校区正式启用，
1260名学生从老校区搬
进宽敞明亮的新教室。

会议决定，将市区低保标准由每人每月600元提高到650元，
年底前为困难家庭发放棉衣、棉被1.2万件，确保群众温暖
过冬，各区要抓好落实。
"""


def _marked(page: str) -> list[Marked]:
    return with_mastheads(mark_lines(clean_lines(page)))


def _lines(page: str) -> list[str]:
    ordered = in_reading_order(_marked(page))
    assert ordered is not None
    return [item.string for item in ordered]


def test_the_rest_of_a_sentence_is_put_behind_its_beginning() -> None:
    lines = _lines(TORN)
    at = lines.index("收治急性心梗患者312例，较去年同")
    assert lines[at + 1] == "期提高2.1个百分点。"
    assert lines[at + 4 : at + 6] == ["苏江晚报", "A05"]


def test_a_story_gets_back_the_rest_of_its_sentence_and_the_next_its_headline() -> None:
    one, two, _ = divide(DOUBTFUL).articles
    assert str(one.text).startswith("今年1至10月，该院共收治急性心梗患者312例，较去年同期提高2.1个百分点。")
    assert str(one.text).endswith("救护车在路上就能把心电图传回医院。")
    assert "沈建平主持召开市政府常务会议" in {str(two.headline), str(two.kicker)}


def test_headlines_set_into_a_sentence_are_none_of_it() -> None:
    lines = _lines(HEADED_INSIDE)
    at = lines.index("大雪封山，村民盘老五突发急性阑")
    assert lines[at + 1] == "尾炎,她打着手电走了3个多小时赶".replace(",", "，")
    assert lines.index("霜降茶果红 农家采收忙") > lines.index("了山。")


def test_a_picture_set_into_a_column_is_a_run_of_its_own() -> None:
    begins = [run.begin for run in runs_of(_marked(SET_IN)) if run.kind == "body"]
    assert "11月14日，经开区育才" in begins


@pytest.mark.parametrize("page", [TORN, HEADED_INSIDE])
def test_no_line_is_lost_and_all_are_counted_anew(page: str) -> None:
    marked = _marked(page)
    ordered = in_reading_order(marked)
    assert ordered is not None
    assert sorted(item.string for item in ordered) == sorted(item.string for item in marked)
    numbers = [item.line.number for item in ordered]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("seed", range(60))
def test_no_line_is_lost_however_a_page_is_cut_up(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    lines = chance.choice(PAGES).read_text(encoding="utf-8").splitlines()
    pieces: list[list[str]] = []
    while lines:
        size = chance.randint(1, 9)
        pieces.append(lines[:size])
        lines = lines[size:]
    chance.shuffle(pieces)
    marked = _marked("\n".join(line for piece in pieces for line in piece))
    ordered = in_reading_order(marked) or marked
    assert sorted(item.string for item in ordered) == sorted(item.string for item in marked)


@pytest.mark.parametrize(
    "page",
    [
        "区里召开推进会\n\n本报讯（记者 姜某）1月8日，区里召开推进会，\n部署全年工作。\n\n区里开展走访\n\n本报讯（记者 王某）近日，区里开展走访。\n",
        "",
        "只有一行",
    ],
)
def test_a_page_in_order_stays_as_it_is(page: str) -> None:
    assert in_reading_order(_marked(page)) is None


def test_evidence_of_a_torn_sentence_is_where_it_stands() -> None:
    one, *_ = divide(DOUBTFUL).articles
    segments = one.text.segments()
    assert "".join("".join(DOUBTFUL[start:end].split()) for start, end in segments) == "".join(
        str(one.text).split()
    )


def test_a_long_text_is_no_page() -> None:
    assert in_reading_order(_marked(TORN * 400)) is None


def test_a_long_page_takes_as_long_a_line() -> None:
    def ordering(size: int) -> Callable[[], object]:
        marked = _marked("\n\n".join([TORN, HEADED_INSIDE, SET_IN] * size))
        return lambda: in_reading_order(marked)

    assert grows_evenly(ordering, small=4, large=16)


@pytest.mark.parametrize(
    ("end", "begin", "other"),
    [
        ("较去年同", "期提高2.1个百分点", "沈建平主持召开会议"),
        ("盘老五突发急性阑", "尾炎，她打着手电", "霜降茶果红"),
        ("让体育精", "神融入校园生活", "“产业是根子"),
        ("拆除锅炉186", "台，取缔企业", "会议指出"),
    ],
)
def test_what_goes_on_is_told_from_what_does_not(end: str, begin: str, other: str) -> None:
    assert joins().goes_on(end, begin) > 1 + joins().goes_on(end, other)


def test_beginnings_of_sentences_are_told_from_their_rest() -> None:
    assert joins().begins("会议指出，") > 0 > joins().begins("的高质量发展")


@pytest.mark.parametrize("words", ["", " ", "\U00020bb7\U00020bb7", "abc", "3", "\ufffd"])
def test_unknown_characters_say_little(words: str) -> None:
    assert abs(joins().goes_on("较去年同", words)) < 5
    assert abs(joins().goes_on(words, "期提高")) < 5
    assert -4 <= joins().begins(words) <= 4
