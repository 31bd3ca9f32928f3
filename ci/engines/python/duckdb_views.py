"""Reads the lines with the views of DuckDB."""

import sys

import duckdb

import views

lines, messages, path = views.read(sys.argv[1])
connection = duckdb.connect()
connection.execute("CREATE TABLE logs (number INTEGER, message VARCHAR)")
connection.executemany("INSERT INTO logs VALUES (?, ?)", [[number, line["text"]] for number, line in enumerate(lines)])
connection.execute(path.read_text(encoding="utf-8"))


def rows(view):
    result = connection.execute(f'SELECT * FROM "{view}"')
    names = [column[0] for column in result.description]
    rows = [dict(zip(names, row)) for row in result.fetchall()]
    for row in rows:
        del row["message"]
    return {row.pop("number"): row for row in rows}


typed = {message["tag"]: rows(message["view"]) for message in messages}
views.report(lines, messages, rows(messages[0]["events"]), typed)
