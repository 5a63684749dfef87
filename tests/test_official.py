"""Officials: one record a person, each post in its fullest form, with evidence."""

import pytest

from newsie.article import Article, Byline
from newsie.extractor import extract
from newsie.frames.official import find_officials
from newsie.reader.gather import gather
from newsie.reader.posts import find_posts
from newsie.reading import Reading
from newsie.records import Official
from newsie.text import Text


def officials(*bodies: str) -> dict[str, Official]:
    texts = [Text.of(body) for body in bodies]
    folded = [text.folded for text in texts]
    found = gather(folded, [()] * len(folded), [()] * len(folded), [])
    readings = [
        Reading(
            article=Article(None, None, (), "news", Byline(), (text,)),
            text=text,
            published=None,
            dates=(),
            amounts=(),
            titles=(),
            mentions=mentions,
            posts=find_posts(text.folded, mentions),
        )
        for text, mentions in zip(texts, found, strict=True)
    ]
    return {official.name: official for official in find_officials(readings)}


def posts(official: Official) -> list[tuple[str | None, str]]:
    return [(post.organization, post.title) for post in official.posts]


def test_one_post_in_two_forms_is_kept_in_the_fuller() -> None:
    found = officials("区党工委书记宋力主持会议。", "示范区党工委书记宋力带队调研。")
    assert posts(found["宋力"]) == [("示范区党工委", "书记")]
    assert found["宋力"].articles == ("0", "1")


def test_a_bare_title_yields_to_one_with_its_place() -> None:
    found = officials("市委副书记、市长尉迟宏主持会议。", "市长尉迟宏宣布开工。")
    assert posts(found["尉迟宏"]) == [("市委", "副书记"), ("市", "市长")]


def test_leader_stands_only_where_no_better_post_does() -> None:
    found = officials("县领导宋祠、区向前陪同。", "县委常委宋祠主持会议。")
    assert posts(found["宋祠"]) == [("县委", "常委")]
    assert posts(found["区向前"]) == [("县", "领导")]


def test_different_posts_are_different_entries() -> None:
    found = officials("县委书记、县委脱贫攻坚领导小组组长宋文渊主持。")
    assert posts(found["宋文渊"]) == [("县委", "书记"), ("县委脱贫攻坚领导小组", "组长")]


def test_a_person_is_in_every_article_that_names_them() -> None:
    found = officials("区长张晓明主持会议。", "张晓明要求，要抓紧。", "无人。")
    assert found["张晓明"].articles == ("0", "1")


def test_evidence_bears_the_words() -> None:
    found = officials("市委副书记、市长尉迟宏主持会议。")["尉迟宏"]
    assert [piece.text for piece in found.evidence["name"]] == ["尉迟宏"]
    assert [piece.text for piece in found.evidence["posts"]] == ["市委副书记", "市市长"]


def test_people_without_public_posts_are_no_officials() -> None:
    assert officials("村民石巧云说，记者王某某报道。", "某某公司总经理李大海致辞。") == {}


def test_a_state_gives_its_posts_in_the_fuller_form() -> None:
    found = officials("国家主席李国庆会见来宾。李国庆主席指出，两国友谊长存。")
    assert posts(found["李国庆"]) == [("国家", "主席")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国家主席李国庆会见来宾。中国国家主席李国庆致辞。", ("中国", "国家主席")),
        ("外交部长李国庆会见来宾。外交部部长李国庆致辞。", ("外交部", "部长")),
        ("英国外交部长李国庆会见来宾。外交部部长李国庆致辞。", ("英国", "外交部长")),
    ],
)
def test_a_post_of_the_state_is_said_once_however_it_is_divided(text: str, expected: tuple[str, str]) -> None:
    assert posts(officials(text)["李国庆"]) == [expected]


def test_who_talks_to_a_president_elect_is_none() -> None:
    found = officials("县长李国庆同某国当选总统特朗普通电话。")
    assert posts(found["李国庆"]) == [(None, "县长")]


def test_posts_of_the_works_are_no_public_posts() -> None:
    found = officials("高新区管委会副主任、项目服务专员李国庆说，项目总工程师王大明介绍。")
    assert {name: posts(official) for name, official in found.items()} == {
        "李国庆": [("高新区管委会", "副主任")]
    }


def test_the_verb_behind_an_unnamed_minister_begins_no_name() -> None:
    found = extract("（1）阿曼外交大臣称美伊下一轮谈判26日在日内瓦举行；", published="2026-02-14").officials
    assert found == ()


def test_the_boards_of_companies_have_no_officials() -> None:
    text = "基层新闻\n\n本报讯（记者 张三）恒岭集团董事局主席马小云、爱心车队队长倪小国和县商务局局长王大山参加。\n"
    assert [official.name for official in extract(text, published="2024-05-20").officials] == ["王大山"]


def test_what_a_minister_once_said_is_no_name() -> None:
    text = "基层新闻\n\n本报讯（记者 张三）年初，甲国财政部长曾表示，货币已经十分坚挺，意图牵制升值。\n"
    assert extract(text, published="2024-05-20").officials == ()


def test_groups_that_guide_and_inspect_are_bodies() -> None:
    text = (
        "基层新闻\n\n本报讯（记者 张三）5月8日，读书班开班，省委第七巡回指导组组长王大山、自治区党委学习实践活动第九指导检查组组长李国庆、"
        "市委第三督导组副组长孙建国到会指导。\n"
    )
    found = {official.name: posts(official) for official in extract(text, published="2019-05-20").officials}
    assert found == {
        "王大山": [("省委第七巡回指导组", "组长")],
        "李国庆": [("自治区党委学习实践活动第九指导检查组", "组长")],
        "孙建国": [("市委第三督导组", "副组长")],
    }
