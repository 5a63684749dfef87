"""Read a table of pages on Apache Spark: `spark_archive.py PAGES.parquet RESULTS.parquet [MASTER]`.

The table has a column of texts and may have columns of dates, newspapers and names. The pipeline is
loaded once in each Python worker of Spark. Partitions of some hundred pages are a good size: a
lost worker costs what was under way in it, and the pipeline's loading (about two seconds) is little
beside that.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from newsie.arrow import extract_batches, result_schema

MASTER = "local-cluster[2,1,1024]"
"""Two worker processes on this machine, a core and 1024 MB each."""

PAGES_IN_A_PARTITION = 200
PAGES_IN_A_BATCH = 64


def missing() -> list[str]:
    """Return what this machine lacks to run Spark."""
    java = shutil.which("java") or (Path(os.environ.get("JAVA_HOME", "")) / "bin" / "java").is_file()
    lacks = [] if java else ["Java 17 or later: apt-get install openjdk-17-jre-headless, or set JAVA_HOME"]
    try:
        import pyspark  # noqa: F401, PLC0415
    except ImportError:
        lacks.append("PySpark: pip install 'pyspark>=4,<5'")
    return lacks


def session(master: str):  # noqa: ANN201 - pyspark need not be there
    """Return a Spark session; on one machine all its parts speak over the loopback address."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    if master.startswith("local"):
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ.setdefault("SPARK_LOCAL_HOSTNAME", "localhost")
    builder = SparkSession.builder.master(master).appName("newsie")
    settings = {
        "spark.sql.execution.arrow.maxRecordsPerBatch": PAGES_IN_A_BATCH,
        "spark.ui.enabled": "false",
        "spark.executor.memory": "700m",
        "spark.executorEnv.PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def extract(spark, pages: str, results: str) -> None:  # noqa: ANN001
    """Extract a table of pages to a table of results, a row for each page."""
    from pyspark.sql.pandas.types import from_arrow_schema  # noqa: PLC0415

    table = spark.read.parquet(pages)
    parts = max(2, table.count() // PAGES_IN_A_PARTITION)
    found = table.repartition(parts).mapInArrow(extract_batches, from_arrow_schema(result_schema()))
    found.write.mode("overwrite").parquet(results)


def main(arguments: Sequence[str]) -> int:
    """Run on a Spark master, the one of this file if none is given."""
    for lack in missing():
        print(f"missing: {lack}", file=sys.stderr)
    if missing():
        return 2
    pages, results, *master = arguments
    spark = session(master[0] if master else MASTER)
    try:
        extract(spark, pages, results)
        read = spark.read.parquet(results)
        print(f"{read.count()} pages, {read.where('error IS NOT NULL').count()} of them failed")
    finally:
        spark.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
