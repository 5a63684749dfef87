"""Persons: the same name, near names, reviewers' decisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsie.errors import RuleError
from newsie.linking.decisions import Decision, Decisions, of_kind, read_decisions
from newsie.linking.people import find_people
from newsie.linking.results import Person, Review
from newsie.linking.sightings import Evidence, PersonSeen, PostSeen


def seen(document: str, name: str, key: str, title: str, day: str) -> PersonSeen:
    """A sighting of a name in a post on a day."""
    posts = (PostSeen(key, "某机关", title),) if title else ()
    evidence = Evidence(document, "article", name, ((0, len(name)),))
    return PersonSeen(name, posts, key.partition("|")[0], None, day, day, evidence)


def names_of(people: tuple[Person, ...]) -> list[list[tuple[str, str]]]:
    return sorted(list(person.members) for person in people)


def test_promotion_is_one_person() -> None:
    people, reviews = find_people(
        [
            seen("a", "宋望", "4103:示范区|党工委", "副书记", "2022-03-25"),
            seen("b", "宋望", "4103:示范区|党工委", "书记", "2022-07-15"),
        ]
    )
    (person,) = people
    assert [(held.title, held.first) for held in person.tenures] == [
        ("副书记", "2022-03-25"),
        ("书记", "2022-07-15"),
    ]
    assert person.reasons
    assert not reviews


def test_the_same_post_in_two_cities_is_two_persons() -> None:
    people, reviews = find_people(
        [
            seen("a", "李望湖", "410305|政府", "县长", "2022-03-25"),
            seen("b", "李望湖", "320924|政府", "县长", "2022-03-26"),
            seen("c", "李望湖", "410305|政府", "县长", "2022-03-27"),
        ]
    )
    assert names_of(people) == [[("a", "李望湖"), ("c", "李望湖")], [("b", "李望湖")]]
    assert not reviews


def test_two_heads_in_one_district_at_once_are_doubtful() -> None:
    people, reviews = find_people(
        [
            seen("a", "李望", "410305|教育局", "局长", "2022-01-01"),
            seen("b", "李望", "410305|民政局", "局长", "2022-02-01"),
            seen("c", "李望", "410305|教育局", "局长", "2022-03-01"),
        ]
    )
    assert len(people) == 2
    assert [review.status for review in reviews] == ["needs_review"]
    assert "posts that nobody holds at once, at the same time" in reviews[0].reasons


def test_who_moves_to_the_next_county_is_one_person() -> None:
    people, _ = find_people(
        [
            seen("a", "李望湖", "410305|政府", "县长", "2022-03-25"),
            seen("b", "李望湖", "410306|委", "书记", "2022-08-25"),
        ]
    )
    assert len(people) == 1


def near_names(second: str) -> tuple[tuple[Person, ...], tuple[Review, ...]]:
    return find_people(
        [
            seen("a", "张望湖", "410305|管委会", "主任", "2022-01-01"),
            seen("b", "张望湖", "410305|管委会", "主任", "2022-06-01"),
            seen("c", "张望胡", "410305|管委会", "主任", second),
        ]
    )


def test_a_near_name_within_the_holder_s_time_is_a_misprint() -> None:
    (person,), reviews = near_names("2022-03-01")
    assert [alias.name for alias in person.aliases] == ["张望湖", "张望胡"]
    assert person.score == 0.9
    assert not reviews


def test_a_near_name_before_or_after_is_doubtful() -> None:
    people, (review,) = near_names("2022-09-01")
    assert len(people) == 2
    assert {review.left_name, review.right_name} == {"张望湖", "张望胡"}


def test_near_names_on_one_page_are_two_persons() -> None:
    people, reviews = find_people(
        [
            seen("a", "张望湖", "410305|管委会", "主任", "2022-01-01"),
            seen("a", "张望胡", "410305|管委会", "主任", "2022-01-01"),
        ]
    )
    assert len(people) == 2
    assert not reviews


def test_decisions_are_applied() -> None:
    sightings = [
        seen("a", "张望", "410305|管委会", "主任", "2022-03-01"),
        seen("b", "张望明", "410305|管委会", "主任", "2022-07-01"),
        seen("c", "李望", "410305|政府", "县长", "2022-07-01"),
        seen("d", "李望", "410305|委", "书记", "2022-09-01"),
    ]
    assert len(find_people(sightings)[0]) == 3
    same = Decisions(same=((("a", "张望"), ("b", "张望明")),))
    assert [("a", "张望"), ("b", "张望明")] in names_of(find_people(sightings, same)[0])
    different = Decisions(different=((("a", "张望"), ("b", "张望明")), (("c", "李望"), ("d", "李望"))))
    people, reviews = find_people(sightings, different)
    assert len(people) == 4
    assert not reviews


def test_a_file_of_decisions_is_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(
        '[[decision]]\nverdict = "same"\nkind = "person"\nleft = ["b", "张"]\nright = ["a", "李"]\n', "utf-8"
    )
    (decision,) = read_decisions(path)
    assert of_kind((decision,), "person").same == ((("a", "李"), ("b", "张")),)
    assert of_kind((decision,), "project") == Decisions()


@pytest.mark.parametrize(
    "text",
    ["[[decision]", '[[decision]]\nverdict = "perhaps"\n', '[[verdict]]\nkind = "person"\n'],
)
def test_a_wrong_file_of_decisions_is_refused(text: str, tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(RuleError, match=r"decisions\.toml"):
        read_decisions(path)
    with pytest.raises(RuleError, match=r"none\.toml: No such file"):
        read_decisions(tmp_path / "none.toml")


def test_deciding_both_ways_is_refused() -> None:
    one = Decision(verdict="same", kind="person", left=("a", "张"), right=("b", "张"))
    other = Decision(verdict="different", kind="person", left=("b", "张"), right=("a", "张"))
    with pytest.raises(RuleError, match="both ways"):
        of_kind((one, other), "person")


def test_of_a_name_with_many_clusters_each_has_its_likeliest_doubt() -> None:
    cities = [f"41{number:02}" for number in range(2, 12)]
    found = [
        seen(city, "李望湖", f"{city}|教育局", "局长", f"2022-01-{number:02}")
        for number, city in enumerate(cities, 1)
    ]
    people, reviews = find_people(found)
    assert len(people) == len(cities)
    assert len(cities) / 2 <= len(reviews) < len(cities)
    doubtful = {side for review in reviews for side in (review.left, review.right)}
    assert doubtful == {person.id for person in people}
    # what was found to be two makes room for the next
    (left, right) = (
        (reviews[0].left_evidence.document, "李望湖"),
        (reviews[0].right_evidence.document, "李望湖"),
    )
    _, others = find_people(found, Decisions(different=((min(left, right), max(left, right)),)))
    assert doubtful == {side for review in others for side in (review.left, review.right)}
