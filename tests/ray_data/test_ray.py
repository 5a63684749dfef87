"""The Arrow function on Ray Data, in two processes on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

ray = pytest.importorskip("ray")
arrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")

from newsie.arrow import extract_table, result_schema  # noqa: E402

TOP = Path(__file__).parent.parent.parent


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Start Ray with two workers, who read with the library that stands beside this test."""
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        runtime_env={"env_vars": {"PYTHONPATH": os.fspath(TOP)}},
    )
    yield
    ray.shutdown()


@pytest.mark.usefixtures("cluster")
@pytest.mark.filterwarnings("ignore")  # Ray warns of parts of its own
def test_ray_gives_what_one_process_gives(tmp_path: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((TOP / "tests" / "pages").glob("*.txt"))]
    made = [
        {"id": f"{copy}-{at}", "text": f"{text}\n{copy}"}
        for copy in range(4)
        for at, text in enumerate(texts)
    ]
    table = arrow.Table.from_pylist([*made, {"id": "broken", "text": None}])
    parquet.write_table(table, tmp_path / "pages.parquet")
    pages = ray.data.read_parquet(str(tmp_path / "pages.parquet"))
    pages.map_batches(extract_table, batch_format="pyarrow", batch_size=8).write_parquet(
        str(tmp_path / "results")
    )
    found = parquet.read_table(tmp_path / "results")
    assert found.schema == result_schema()
    assert len(found) == len(table)
    alone = extract_table(table)
    assert sum(error is not None for error in found["error"].to_pylist()) == 1
    assert found.sort_by("source").to_pylist() == alone.sort_by("source").to_pylist()
