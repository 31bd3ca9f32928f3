"""Reads the lines with the views of Spark, which are a data set of files by day, on a cluster of two worker processes."""

import json
import sys
from multiprocessing.pool import ThreadPool
from pathlib import Path

from pyspark.sql import SparkSession

import views

lines, messages, path = views.read(sys.argv[1])
folder = Path(sys.argv[1])
for number, line in enumerate(lines):
    line["day"] = f"2026-07-{number % 4 + 1:02}"
days = sorted({line["day"] for line in lines})
for day in days:
    part = folder / "logs" / f"day={day}"
    part.mkdir(parents=True)
    with open(part / "lines.json", "w", encoding="utf-8") as file:
        for number, line in enumerate(lines):
            if line["day"] == day:
                file.write(json.dumps({"number": number, "message": line["text"]}) + "\n")

spark = (
    SparkSession.builder.master("local-cluster[2,1,1024]")
    .config("spark.ui.enabled", "false")
    .config("spark.log.level", "ERROR")
    .config("spark.driver.memory", "2g")
    .config("spark.sql.shuffle.partitions", "4")
    .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
    .getOrCreate()
)
spark.read.schema("number INT, message STRING, day DATE").json(str(folder / "logs")).write.partitionBy("day").saveAsTable(
    "logs"
)
for statement in views.statements(path):
    spark.sql(statement)


def rows(view):
    """Returns the columns of a view by the number of the line."""
    rows = [row.asDict() for row in spark.sql(f"SELECT * FROM `{view}`").drop("message", "day").collect()]
    return {row.pop("number"): row for row in rows}


# A small query waits most of the time.
with ThreadPool(4) as pool:
    overview, *typed = pool.map(rows, [messages[0]["events"]] + [message["view"] for message in messages], chunksize=1)
views.report(lines, messages, overview, {message["tag"]: rows for message, rows in zip(messages, typed)})
spark.stop()
