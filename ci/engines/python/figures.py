"""Measures the views of DuckDB, ClickHouse and Spark: lines per second of `kmd_events` with all its columns.

Usage: figures.py FOLDER [ENGINE...], where the program `figures` wrote the folder. The time begins when the lines are in
a table. Each engine has as many threads as processors, and runs three times. The best time counts.
"""

import os
import shutil
import sys
import time
from pathlib import Path

import views

folder = Path(sys.argv[1])
engines = sys.argv[2:] or ["duckdb", "clickhouse", "spark"]


def texts():
    """Returns the texts of the lines without the header."""
    with open(folder / "lines.log", encoding="utf-8") as file:
        return [line.rstrip("\n").split("]: ", 1)[1] for line in file]


def measure(engine, version, count, run, events):
    run()
    seconds = []
    for _ in range(3):
        start = time.monotonic()
        run()
        seconds.append(time.monotonic() - start)
    best = min(seconds)
    print(f"{engine + ' ' + version:<28} {count / best:>12.0f} {events():>10}", flush=True)


def duckdb(lines):
    import duckdb
    import pyarrow

    connection = duckdb.connect()
    lines_table = pyarrow.table({"message": lines})
    connection.execute("CREATE TABLE logs AS SELECT * FROM lines_table")
    connection.execute((folder / "duckdb" / "kmd.duckdb.sql").read_text(encoding="utf-8"))
    run = lambda: connection.execute("CREATE OR REPLACE TEMP TABLE result AS SELECT * FROM kmd_events")
    events = lambda: connection.execute("SELECT count(*) FROM kmd_events").fetchone()[0]
    measure("DuckDB", duckdb.__version__, len(lines), run, events)


def clickhouse(lines):
    from chdb import session
    import pyarrow
    import pyarrow.parquet

    path = folder / "lines.parquet"
    pyarrow.parquet.write_table(pyarrow.table({"message": lines}), path)
    server = session.Session()
    server.query("CREATE DATABASE test")
    server.query("USE test")
    server.query("CREATE TABLE logs (message String) ENGINE = MergeTree ORDER BY tuple()")
    server.query(f"INSERT INTO logs SELECT * FROM file('{path}')")
    for statement in views.statements(folder / "clickhouse" / "kmd.clickhouse.sql"):
        server.query(statement)
    run = lambda: server.query("SELECT * FROM kmd_events", "Null")
    events = lambda: str(server.query("SELECT count() FROM kmd_events")).strip()
    measure("ClickHouse", str(server.query("SELECT version()")).strip().strip('"'), len(lines), run, events)


def spark(lines):
    import pyarrow
    import pyarrow.parquet
    from pyspark.sql import SparkSession

    # One part per processor.
    shutil.rmtree(folder / "parts", ignore_errors=True)
    (folder / "parts").mkdir()
    count = os.cpu_count() or 1
    for part in range(count):
        table = pyarrow.table({"message": lines[part::count]})
        pyarrow.parquet.write_table(table, folder / "parts" / f"{part}.parquet")
    session = (
        SparkSession.builder.master(f"local[{count}]")
        .config("spark.ui.enabled", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.driver.memory", "4g")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .getOrCreate()
    )
    session.sql(f"CREATE TABLE logs USING parquet LOCATION '{(folder / 'parts').resolve()}'")
    for statement in views.statements(folder / "spark" / "kmd.spark.sql"):
        session.sql(statement)
    run = lambda: session.sql("SELECT * FROM kmd_events").write.format("noop").mode("overwrite").save()
    events = lambda: session.sql("SELECT count(*) FROM kmd_events").first()[0]
    measure("Spark", session.version, len(lines), run, events)
    session.stop()


lines = texts()
for engine in engines:
    {"duckdb": duckdb, "clickhouse": clickhouse, "spark": spark}[engine](lines)
