"""Read one page, and print what was said where, and where on the page it stands: `one_page.py [FILE]`."""

from __future__ import annotations

import sys
from pathlib import Path

import newsie

SAMPLE = Path(__file__).parent.parent / "seeds" / "001_ee1bfada88838ace.txt"


def main(path: Path) -> None:
    """Print the meetings of a page with what was said there, and their places on the page."""
    (source,) = newsie.find_pages(path)  # with the day that a manifest beside it says
    page = newsie.read_page(source)
    result = newsie.load().extract_page(page)
    for meeting in result.meetings:
        print(meeting.name, meeting.date.start if meeting.date else "", "、".join(meeting.chair))
        for piece in meeting.evidence["name"]:
            words = "".join(page.readable[start:end] for start, end in piece.segments)
            print("   ", piece.segments, repr(words))
        for statement in meeting.statements:
            print("   ", statement.speaker or "会议", statement.verb, statement.text)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else SAMPLE)
