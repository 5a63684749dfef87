"""What is seen on one page: whose body a post is, where it stands, which names are bodies."""

from __future__ import annotations

from newsie.linking import link
from newsie.linking.distil import distil
from newsie.records import Article, Extraction, Mention, Official, Piece, Post

TEXT = "洛阳市教育局党组书记、局长李望湖，副市长、洛阳市政府秘书长张望，洛阳市长宋望，涧西区武汉路街道、各县区教育局参加。"


def page(outlet: str = "洛阳日报", day: str = "2023-03-06", *posts: tuple[str | None, str]) -> Extraction:
    """A page with an official who has posts, each read from the words that name its title."""
    evidence = tuple(
        Piece(segments=((n, n + 1),), text=f"{body or ''}{title}", rule="test")
        for n, (body, title) in enumerate(posts)
    )
    official = Official(
        name="李望湖",
        articles=("a",),
        posts=tuple(Post(organization=body, title=title) for body, title in posts),
        evidence={"posts": evidence},
    )
    places = ("洛阳市", "武汉路街道", "各县区教育局")
    return Extraction(
        id="document-1",
        source="page.txt",
        text_sha256="1",
        published=day,
        outlet=outlet,
        articles=(Article(id="a", headline=None, kicker=None, kind="news", body=(TEXT,)),),
        officials=(official,) if posts else (),
        mentions=tuple(
            Mention(label="ORG", text=name, article="a", segments=((0, 1),), by=("test",)) for name in places
        ),
    )


def keys(*posts: tuple[str | None, str]) -> list[str]:
    (seen,) = distil(page("洛阳日报", "2023-03-06", *posts)).people
    return [post.key for post in seen.posts]


def test_who_heads_a_government_heads_the_place() -> None:
    head = [
        ("洛阳市", "市长"),
        ("洛阳", "市长"),
        ("洛阳市政府", "副市长"),
        ("市人民政府", "市长"),
        (None, "市长"),
    ]
    assert set(keys(*head)) == {"4103|"}
    assert keys(("市政府", "秘书长"), ("洛阳市教育局", "局长")) == ["4103|政府", "4103|教育局"]


def test_each_post_has_its_own_place() -> None:
    linkage = link([page("洛阳日报", "2023-03-06", ("洛阳市教育局党组", "书记"), ("洛阳市教育局", "局长"))])
    (person,) = linkage.people
    told = {held.title: (held.evidence.text, held.last_evidence.segments) for held in person.tenures}
    assert told == {
        "书记": ("洛阳市教育局党组书记", ((0, 1),)),
        "局长": ("洛阳市教育局局长", ((1, 2),)),
    }
    assert list(linkage.holders("市教育局", "局长")["name"]) == ["李望湖"]


def test_which_names_are_bodies() -> None:
    seen = distil(page("洛阳日报", "2023-03-06", ("洛阳市教育局党组", "书记"), ("洛阳市教育局", "局长")))
    found = {one.name: one.area for one in seen.organizations}
    assert found["武汉路街道"].startswith("4103")
    assert "洛阳市教育局" in found
    assert "各县区教育局" not in found


def test_one_text_in_two_papers_is_two_documents() -> None:
    post = ("洛阳市教育局", "局长")
    pages = [page("洛阳日报", "2023-03-06", post), page("洛阳晚报", "2023-03-07", post)]
    linkage = link(pages)
    assert [one.outlet for one in sorted(linkage.documents, key=lambda one: one.published or "")] == [
        "洛阳日报",
        "洛阳晚报",
    ]
    assert link(reversed(pages)).dump() == linkage.dump()
    (person,) = linkage.people
    assert [held.count for held in person.tenures] == [1]
