"""Linking an archive whose truth is known: how right it is, and that the order of pages does not matter."""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linking.archive import Archive, Member, make_archive
from linking.bcubed import bcubed
from newsie.linking import Linkage, link
from newsie.linking.registry import Registry

SMALL = make_archive(60, 60, 12, seed=3)
SMALL_DUMP = link(SMALL.extractions).dump()


@pytest.fixture(scope="module")
def archive() -> Archive:
    return make_archive(3_000, 900, 180, cities=12)


@pytest.fixture(scope="module")
def linked(archive: Archive) -> Linkage:
    return link(archive.extractions)


def clusters(truth: Mapping[Member, object]) -> list[set[Member]]:
    found: dict[object, set[Member]] = defaultdict(set)
    for member, one in truth.items():
        found[one].add(member)
    return list(found.values())


@pytest.mark.parametrize("kind", ["people", "organizations", "projects"])
def test_most_is_linked_as_it_should(kind: str, archive: Archive, linked: Linkage) -> None:
    truth: Mapping[Member, object] = getattr(archive, kind)
    found = [set(one.members) for one in getattr(linked, kind)]
    assert bcubed(clusters(truth), found, truth.keys()).f1 >= 0.95


def test_hardly_anyone_is_falsely_merged(archive: Archive, linked: Linkage) -> None:
    mixed = [one for one in linked.people if len({archive.people[member] for member in one.members}) > 1]
    assert len(mixed) <= 0.01 * len(set(archive.people.values()))


def test_stories_printed_twice_count_once(archive: Archive, linked: Linkage) -> None:
    story_of = {document: story.id for story in linked.stories for document in story.documents}
    assert len(linked.stories) > 50
    for person in linked.people:
        stories = {story_of.get(document, document) for document, _ in person.members}
        assert sum(alias.count for alias in person.aliases) <= len(stories) + len(person.aliases)


def test_every_member_is_in_one_person(linked: Linkage) -> None:
    counts = Counter(member for person in linked.people for member in person.members)
    assert set(counts.values()) == {1}


@given(st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_any_order_gives_the_same_bytes(chance: random.Random) -> None:
    pages = list(SMALL.extractions)
    chance.shuffle(pages)
    assert link(pages).dump() == SMALL_DUMP


@given(st.randoms(use_true_random=False), st.integers(min_value=0, max_value=60))
@settings(max_examples=8, deadline=None)
def test_adding_pages_gives_what_linking_all_gives(chance: random.Random, known: int) -> None:
    pages = list(SMALL.extractions)
    chance.shuffle(pages)
    with Registry.of(link(pages[:known])) as registry:
        middle = (known + len(pages)) // 2
        registry.update(pages[known:middle])
        registry.update(pages[middle:])
        assert registry.dump() == SMALL_DUMP


def test_a_page_given_twice_counts_once() -> None:
    assert link([*SMALL.extractions, *SMALL.extractions[:7]]).dump() == SMALL_DUMP
