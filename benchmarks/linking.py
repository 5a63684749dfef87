"""Measure linking on synthetic archives: time, memory, and how right it is.

    python benchmarks/linking.py 10000 100000

Each size runs in a process of its own. People, shared names and cities grow with the articles, as in an archive of
more newspapers; with --same-people they do not, as in one of more years. What is timed is `newsie.link` alone, in
processor seconds.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from linking.archive import Member, make_archive
from linking.bcubed import bcubed

from newsie.linking import Linkage, link

_MEGABYTE = 1024


def main() -> None:
    """Run each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=[10_000])
    parser.add_argument("--same-people", action="store_true", help="3,000 people whatever the size")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        print(json.dumps(measure(args.sizes[0], args.seed, same_people=args.same_people)))
        return
    for size in args.sizes:
        flags = ["--same-people"] if args.same_people else []
        command = [sys.executable, __file__, str(size), "--inside", "--seed", str(args.seed), *flags]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        print(done.stdout.strip(), flush=True)


def measure(articles: int, seed: int, *, same_people: bool) -> dict[str, float]:
    """Link an archive and return what it took and how right it is."""
    people = 3_000 if same_people else max(300, articles * 3 // 10)
    archive = make_archive(articles, people, people // 5, seed)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    linkage = link(archive.extractions)
    seconds = time.process_time() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {
        "articles": articles,
        "people": len(set(archive.people.values())),
        "seconds": round(seconds, 1),
        "megabytes with the archive": round(after / _MEGABYTE),
        "megabytes of linking": round((after - before) / _MEGABYTE),
        "people F1": _f1(archive.people, linkage.people),
        "organizations F1": _f1(archive.organizations, linkage.organizations),
        "projects F1": _f1(archive.projects, linkage.projects),
        **false_merges(archive.people, linkage),
        "reviews": len(linkage.reviews),
    }


def _f1(truth: Mapping[Member, object], found: Iterable[object]) -> float:
    clusters: dict[object, set[Member]] = defaultdict(set)
    for member, one in truth.items():
        clusters[one].add(member)
    members = [set(getattr(one, "members")) for one in found]  # noqa: B009 - people, bodies and projects alike
    return round(bcubed(clusters.values(), members, truth.keys()).f1, 4)


def false_merges(truth: Mapping[Member, int], linkage: Linkage) -> dict[str, float]:
    """Return the share of false merges, and of people that one of them touches."""
    mixed = [
        found for one in linkage.people if len(found := Counter(truth[member] for member in one.members)) > 1
    ]
    people = len(set(truth.values()))
    touched = {human for found in mixed for human in found}
    return {
        "false merges": round(len(mixed) / people, 4),
        "people falsely merged": round(len(touched) / people, 4),
    }


if __name__ == "__main__":
    main()
