"""Where the command line starts: `newsie`, or `python -m newsie` where that is not on the path."""

from __future__ import annotations

import sys


def main() -> None:
    """Run what was typed. Ctrl-C ends it with a word at any time, also while the commands are still being loaded."""
    try:
        from newsie.cli import main as run  # noqa: PLC0415 - it takes a second or two

        run(prog_name="newsie")
    except KeyboardInterrupt:
        sys.exit("\nAborted!")


if __name__ == "__main__":
    main()
