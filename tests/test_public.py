import subprocess
import sys

import newsie

IMPORT_SECONDS = 0.15


def test_every_public_name_is_there_and_listed() -> None:
    assert newsie.__all__ == sorted(newsie.__all__)
    for name in newsie.__all__:
        assert getattr(newsie, name) is not None
    assert set(newsie.__all__) <= set(dir(newsie))


def test_a_name_that_is_not_public_is_no_attribute() -> None:
    assert not hasattr(newsie, "Manager")


def test_importing_newsie_loads_nothing_and_takes_no_time() -> None:
    script = (
        "import sys, time; before = time.perf_counter(); import newsie; "
        "print(time.perf_counter() - before, [name for name in ('spacy', 'pydantic', 'numpy', 'rich') if name in sys.modules])"
    )
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        for _ in range(3)
    ]
    seconds, loaded = zip(*(run.stdout.split(maxsplit=1) for run in runs), strict=True)
    assert set(loaded) == {"[]\n"}
    assert min(map(float, seconds)) < IMPORT_SECONDS
