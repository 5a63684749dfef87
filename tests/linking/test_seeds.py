"""The five sample pages linked together, against their gold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from linking.bcubed import bcubed
from newsie.linking import Linkage
from newsie.linking.results import LinkedProject, Organization, Person

Pages = dict[str, str]


def clusters(
    found: Iterable[Person | Organization | LinkedProject], page_of: Pages
) -> list[set[tuple[str, str]]]:
    return [{(page_of[document], name) for document, name in one.members} for one in found]


def gold_clusters(gold: dict[str, Any], kind: str) -> list[set[tuple[str, str]]]:
    return [{(page, name) for page, name in one["members"]} for one in gold[kind]]


@pytest.mark.parametrize(("kind", "floor"), [("people", 0.97), ("projects", 0.90)])
def test_people_and_projects(
    kind: str, floor: float, linkage: Linkage, gold: dict[str, Any], page_of: Pages
) -> None:
    found = clusters(getattr(linkage, kind), page_of)
    assert bcubed(gold_clusters(gold, kind), found).f1 >= floor


def test_organizations(linkage: Linkage, gold: dict[str, Any], page_of: Pages) -> None:
    """Over every name of the pages; and over those that the gold lists, for it leaves out 许湾办事处 on two pages."""
    right = gold_clusters(gold, "organizations")
    found = clusters(linkage.organizations, page_of)
    assert bcubed(right, found).f1 >= 0.90
    assert bcubed(right, found, set().union(*right)).f1 >= 0.90


def test_posts(linkage: Linkage, gold: dict[str, Any]) -> None:
    for expected in gold["people"]:
        (person,) = (one for one in linkage.people if one.name == expected["id"])
        for post in expected.get("posts", ()):
            keys = {
                key
                for body in linkage.organizations
                if post["organization"] in {alias.name for alias in body.aliases}
                for key in body.keys
            }
            (tenure,) = (t for t in person.tenures if t.key in keys and t.title == post["title"])
            assert tenure.first is not None
            assert tenure.last is not None
            assert all(tenure.first <= day <= tenure.last for day in post["seen"])


def test_doubtful_pairs_are_shown(linkage: Linkage, gold: dict[str, Any], page_of: Pages) -> None:
    members = {one.id: {(page_of[d], name) for d, name in one.members} for one in linkage.people}
    shown = {
        frozenset((left, right))
        for review in linkage.reviews
        if review.kind == "person" and review.status == "needs_review"
        for left in members[review.left]
        for right in members[review.right]
    }
    assert shown == {frozenset((tuple(left), tuple(right))) for left, right in gold["review"]}


def test_project_course(linkage: Linkage, gold: dict[str, Any], page_of: Pages) -> None:
    found = clusters(linkage.projects, page_of)
    for expected in gold["projects"]:
        members = {(page, name) for page, name in expected["members"]}
        (number,) = (place for place, cluster in enumerate(found) if cluster & members)
        course = [(stage.day, stage.status) for stage in linkage.projects[number].stages if stage.status]
        assert {tuple(stage) for stage in expected.get("status", ())} <= set(course)


def test_the_same_words_in_another_paper_are_another_body(linkage: Linkage, page_of: Pages) -> None:
    zones = [one for one in linkage.organizations if not one.body and one.area.endswith(":示范区")]
    assert sorted(one.code for one in zones) == ["4114", "4116"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("示范区纪委监察工委", "示范区纪委监委工委"), ("区管委", "区管委会"), ("文昌办", "文昌办事处")],
)
def test_alias_families(one: str, other: str, linkage: Linkage) -> None:
    (body,) = (body for body in linkage.organizations if one in {alias.name for alias in body.aliases})
    assert other in {alias.name for alias in body.aliases}
    assert all(alias.reason and alias.evidence.segments for alias in body.aliases)
