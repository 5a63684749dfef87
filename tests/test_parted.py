"""Headlines over stories without a dateline, and pictures' words set into sentences and between paragraphs."""

from __future__ import annotations

import pytest

from newsie.article import Article
from newsie.divide import divide

GRAIN = (
    "粮站收粮忙\n\n本报讯（记者 姜某）1月8日，云溪镇粮\n站开仓收粮，当天收购稻谷120吨。\n"
    "站里新添了两台烘干机，农户不用\n再为阴雨天发愁，售粮款三天到账。\n"
)
GRAIN_BODY = "1月8日，云溪镇粮站开仓收粮，当天收购稻谷120吨。站里新添了两台烘干机，农户不用再为阴雨天发愁，售粮款三天到账。"


def told(articles: tuple[Article, ...]) -> list[tuple[str, str]]:
    return [(str(article.headline), str(article.text).replace("\n", "")) for article in articles]


def test_a_headline_as_wide_as_its_column_stands_over_a_story_without_a_dateline() -> None:
    page = f"{GRAIN}\n古渡口夜游航线受到市民热捧\n古渡口夜游航线开通半个月，已有\n2万多人登船赏灯。（宗某）\n"
    assert told(divide(page).articles) == [
        ("粮站收粮忙", GRAIN_BODY),
        ("古渡口夜游航线受到市民热捧", "古渡口夜游航线开通半个月，已有2万多人登船赏灯。"),
    ]


def test_its_second_line_is_read_with_the_first() -> None:
    page = f"{GRAIN}\n古渡口开通夜游航线\n半个月迎客2万多人\n古渡口夜游航线开通半个月，已有\n2万多人登船赏灯。（宗某）\n"
    assert told(divide(page).articles)[1] == (
        "古渡口开通夜游航线 半个月迎客2万多人",
        "古渡口夜游航线开通半个月，已有2万多人登船赏灯。",
    )


def test_the_first_line_of_a_paragraph_is_no_headline() -> None:
    for line in (
        "县粮食和物资储备中心主任兼站长",
        "据粮站测算云溪镇全镇农户今年",
        "粮站烘干房里日烘干稻谷的总量",
    ):
        rest = {
            "县": "金某某介绍，全年计划收粮3万吨。",
            "据": "可增收500多万元。",
            "粮": "200吨，已经满负荷运转。",
        }
        (story,) = divide(f"{GRAIN}{line}\n{rest[line[0]]}\n").articles
        assert str(story.text).replace("\n", "") == GRAIN_BODY + line + rest[line[0]]


@pytest.mark.parametrize(
    "words",
    [
        "志愿者在社区清扫落叶。",
        "志愿者在社区清扫落叶",
        "建设中的跨江大桥",
        "志愿者在社区清扫落叶。 本报记者 宗某 摄",
    ],
)
def test_a_pictures_words_break_into_a_sentence(words: str) -> None:
    page = GRAIN.replace("农户不用\n", f"农户不用\n\n{words}\n\n")
    (story,) = divide(page).articles
    assert str(story.text).replace("\n", "") == GRAIN_BODY
    assert [str(caption) for caption in story.captions] == [words.split(" ", maxsplit=1)[0]]


@pytest.mark.parametrize("lines", ["再为阴雨天发愁，售粮款三天到账，", "再为阴雨天里的收成和价钱发愁"])
def test_the_rest_of_a_sentence_between_blank_lines_is_none(lines: str) -> None:
    page = GRAIN.replace("再为阴雨天发愁，", f"\n{lines}\n\n")
    (story,) = divide(page).articles
    assert story.captions == ()
    assert lines in str(story.text).replace("\n", "")


def test_a_scene_alone_between_paragraphs_is_a_caption() -> None:
    page = (
        GRAIN.replace("站里新添", "\n工人正在检修烘干设备。\n\n站里新添")
        + "下午，粮站又收下稻谷60吨。\n镇里派车帮农户运粮。\n"
    )
    first, second = (
        divide(text).articles[0] for text in (page, page.replace("工人正在检修烘干设备", "活动受到农户欢迎"))
    )
    assert [str(caption) for caption in first.captions] == []
    assert "活动受到农户欢迎。" in str(second.text)


def test_a_scene_that_no_story_tells_of_is_no_headline() -> None:
    page = f"{GRAIN}\n志愿者在广场清扫落叶\n\n县里开展检查\n本报讯（记者 宗某）1月9日，县里开展检查，\n发现问题3个。\n"
    first, second = divide(page).articles
    assert [str(caption) for story in (first, second) for caption in story.captions] == [
        "志愿者在广场清扫落叶"
    ]
    assert (str(second.headline), second.kicker, second.subheads) == ("县里开展检查", None, ())


def test_where_a_leader_was_is_a_headline() -> None:
    page = f"{GRAIN}\n吴某某在云溪镇调研\n\n本报讯（记者 宗某）1月9日，县长吴某某来到云溪镇调研。\n"
    assert str(divide(page).articles[1].headline) == "吴某某在云溪镇调研"


def test_a_headline_under_its_story_and_one_over_the_next_stand_together() -> None:
    flood = "本报讯（记者 宗某）1月9日，县里召开防汛会议，部署水库除险。\n"
    cruise = "本报讯（记者 郎某）1月9日，古渡口夜游航线开通，市民登船赏灯。\n"
    page = f"{GRAIN}\n{flood}\n县里召开防汛会议\n古渡口夜游航线开通\n{cruise}"
    assert [title for title, _ in told(divide(page).articles)] == [
        "粮站收粮忙",
        "县里召开防汛会议",
        "古渡口夜游航线开通",
    ]


def test_two_lines_of_one_headline_stay_together() -> None:
    flood = "本报讯（记者 宗某）1月9日，县里召开防汛会议，部署水库除险。\n"
    cruise = "本报讯（记者 郎某）1月9日，古渡口夜游航线开通，市民登船赏灯，粮站也来送米。\n"
    page = f"{GRAIN}\n县里召开防汛会议\n\n{flood}\n古渡口夜游航线开通\n粮站码头市民登船\n{cruise}"
    assert [title for title, _ in told(divide(page).articles)][-1].startswith("古渡口夜游航线开通")
