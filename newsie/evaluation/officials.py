"""How near the officials of a result are to gold's: by their names, then post by post."""

from __future__ import annotations

from newsie.evaluation.context import Bench, on_field, places
from newsie.evaluation.judgements import About
from newsie.evaluation.likeness import same_name, same_post
from newsie.evaluation.pairing import Pairs, pair
from newsie.records import Evidence, Extraction, Official


def judge_officials(bench: Bench, gold: Extraction, found: Extraction) -> None:
    """Compare the officials of a page."""
    pairs = pair_officials(gold, found)
    for wanted, got in pairs.both:
        if wanted.id not in bench.doubtful:
            about = _about(bench, wanted, got.evidence, wanted.evidence)
            bench.sheet.count(("official",), "right", about, gold=wanted.name, found=got.name)
            here = on_field(about, "posts", got.evidence, wanted.evidence)
            bench.sheet.listing(("official post",), wanted.posts, got.posts, same_post, here)
    for wanted in pairs.gold:
        if wanted.id not in bench.doubtful:
            about = _about(bench, wanted, wanted.evidence)
            bench.sheet.count(("official",), "missed", about, gold=wanted.name)
            for post in wanted.posts:
                bench.sheet.count(("official post",), "missed", about._replace(field="posts"), gold=post)
    for got in pairs.found:
        about = _about(bench, got, got.evidence)
        bench.sheet.count(("official",), "invented", about, found=got.name)
        for held in got.posts or (None,):
            bench.sheet.count(("official post",), "invented", about._replace(field="posts"), found=held)


def pair_officials(gold: Extraction, found: Extraction) -> Pairs[Official]:
    """Return which officials of a page are one."""
    return pair(gold.officials, found.officials, _near, 1.0)


def _near(one: Official, two: Official) -> float:
    return float(same_name(one.name, two.name))


def _about(bench: Bench, official: Official, *sides: Evidence) -> About:
    article = next(iter(official.articles), "")
    return About("official", "", bench.home(article), official.id, places(*sides))
