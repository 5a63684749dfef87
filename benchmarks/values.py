"""Values beside other libraries: numbers, shares, money, measures and dates of case files that others wrote.

usage: python benchmarks/values.py --cases FOLDER [--misses] [--only dates]     newsie on the cases
       python benchmarks/values.py --cases FOLDER --table [--news FILE.jsonl]   beside other libraries
       python benchmarks/values.py --hostile [--size 100000]                    texts made to be slow

Other libraries: pip install jionlp recognizers-text-suite 'emoji<2' cn2an dateparser quantulum3
One that is not installed is left out of the table.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from outside.answer import Answer, Case
from outside.cases import load, set_aside
from outside.hostile import print_hostile
from outside.judge import passes
from outside.measure import ASIDE, Task
from outside.ours import Newsie, reads
from outside.table import print_measured, print_table

ROOT = Path(__file__).parent.parent
GOLD = ("seeds/gold", "tests/pages/gold", "tests/more_pages/gold")


def check_cases(folder: Path, only: str, *, misses: bool, everything: bool) -> None:
    """Print how many cases of each file newsie passes, and those that it does not."""
    cases = load(folder)
    aside = {} if everything else set_aside(ASIDE, cases)
    print(f"{'file':26} {'passed':>6} {'of':>4} {'aside':>5}   %")
    for name, counting in cases.items():
        if only in name:
            kept = [case for case in counting if (name, case.text) not in aside]
            missed = [case for case in kept if not passes(case, _found(case), words=case.kind == "number")]
            right, left = len(kept) - len(missed), len(counting) - len(kept)
            share = 100 * right / max(1, len(kept))
            print(f"{name:26} {right:6} {len(kept):4} {left:5}   {share:.1f}{_read(kept)}")
            for case in missed if misses else ():
                print(shown(case, _found(case)))


def shown(case: Case, found: list[Answer]) -> str:
    """Return a missed case in three lines: its text, what is expected, what was found."""
    day = f" [{case.reference}]" if case.reference else ""
    wanted = "; ".join(map(_shown, case.expected)) or "nothing"
    got = "; ".join(map(_shown, found)) or "nothing"
    return f"  {case.text}{day}\n      want {wanted}\n      got  {got}"


def _shown(answer: Answer) -> str:
    if answer.low is not None:
        high = "" if answer.high is None else f"..{answer.high}"
        hedge = "~" if answer.hedged else ""
        return f"{answer.words} = {hedge}{answer.low}{high} {answer.unit}".rstrip()
    days = " or ".join(dict.fromkeys(f"{first}..{last}" for first, last in answer.days))
    return f"{answer.words} = {days or ('any or none' if answer.free else 'no value')}"


def _found(case: Case) -> list[Answer]:
    return Newsie().answers(case.kind, case.text, case.reference)


def _read(cases: list[Case]) -> str:
    """How many expected numerals `parse_number` reads on their own, for files of numbers.

    Those that are vague (十余万, 几亿) are no single number, and it refuses them.
    """
    if not cases or cases[0].kind != "number":
        return ""
    every = [answer for case in cases for answer in case.expected if answer.low is not None]
    results = [answer for answer in every if not set(answer.words) & set("余餘多几幾")]
    right = sum(reads(answer.words, answer.low) for answer in results if answer.low is not None)
    return f"   (parse_number reads {right} of {len(results)} numerals)"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cases", type=Path, help="folder of case files (JSON, JSONL)")
    parser.add_argument("--misses", action="store_true", help="print each case that newsie does not pass")
    parser.add_argument("--only", default="", help="files whose name has this in it: numbers, money, dates …")
    parser.add_argument("--all", action="store_true", help="count the cases that are set aside, too")
    parser.add_argument("--table", action="store_true", help="compare with other libraries")
    parser.add_argument("--gold", type=Path, nargs="*", default=[ROOT / folder for folder in GOLD])
    parser.add_argument("--news", type=Path, help="JSON Lines with `text`, to time on as well (200 lines)")
    parser.add_argument("--measure", metavar="NAME", help="measure one library and print it as JSON")
    parser.add_argument("--hostile", action="store_true", help="time newsie on texts made to be slow")
    parser.add_argument("--size", type=int, default=100_000, help="characters of the shorter hostile text")
    options = parser.parse_args()
    if options.cases is None and not options.hostile:
        parser.error("give --cases FOLDER or --hostile")
    return options


def main() -> None:
    """Run what the command line asks for."""
    options = _options()
    if options.hostile:
        print_hostile(options.size)
        return
    task = Task(options.cases, tuple(options.gold), options.news)
    if options.measure:
        print_measured(options.measure, task)
    elif options.table:
        print_table(Path(__file__), task)
    else:
        check_cases(options.cases, options.only, misses=options.misses, everything=options.all)


if __name__ == "__main__":
    main()
