"""Read one page and look at what was said where, and where on the page it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import newsie


def main(path: Path) -> None:
    """Print the meetings of a page with what was said there, and their places on the page."""
    page = newsie.read_page(newsie.Source(path))
    result = newsie.extract(page.text, source=page.source)
    for meeting in result.meetings:
        print(meeting.name, meeting.date.start if meeting.date else "", "、".join(meeting.chair))
        for piece in meeting.evidence["name"]:
            print("   ", piece.segments, repr("".join(page.text[start:end] for start, end in piece.segments)))
        for statement in meeting.statements:
            print("   ", statement.speaker or "会议", statement.verb, statement.text)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
