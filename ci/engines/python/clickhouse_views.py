"""Reads the lines with the views of ClickHouse."""

import json
import sys

from chdb import session

import views

lines, messages, path = views.read(sys.argv[1])
server = session.Session()
server.query("CREATE DATABASE test")
server.query("USE test")
server.query("CREATE TABLE logs (number UInt32, message String) ENGINE = MergeTree ORDER BY number")
rows = "\n".join(json.dumps({"number": number, "message": line["text"]}) for number, line in enumerate(lines))
server.query(f"INSERT INTO logs FORMAT JSONEachRow\n{rows}\n")
for statement in views.statements(path):
    server.query(statement)
server.query("SET output_format_json_quote_64bit_integers = 0")


def rows(view):
    result = str(server.query(f"SELECT * EXCEPT message FROM `{view}`", "JSONEachRow"))
    rows = [json.loads(line) for line in result.splitlines()]
    return {row.pop("number"): row for row in rows}


typed = {message["tag"]: rows(message["view"]) for message in messages}
views.report(lines, messages, rows(messages[0]["events"]), typed)
