"""Count the officials of pages by title, reading them in two processes: `many_pages.py [FOLDER]`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import newsie

SAMPLES = Path(__file__).parent.parent / "seeds"


def main(folder: Path) -> None:
    """Print how often each title is held on the pages of a folder."""
    titles: Counter[str] = Counter()
    for outcome in newsie.extract_many(newsie.find_pages(folder), workers=2):
        if isinstance(outcome, newsie.Failure):
            print(outcome.source, outcome.reason, file=sys.stderr)
            continue
        titles.update(post.title for official in outcome.officials for post in official.posts)
    for title, count in titles.most_common(20):
        print(count, title)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else SAMPLES)
