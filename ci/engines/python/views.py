"""What the programs for the engines that read SQL have in common."""

import json
import sys
from decimal import Decimal
from pathlib import Path


def read(folder):
    """Returns the lines, the messages and the name of a folder's views, and the statements of its file."""
    folder = Path(folder)
    with open(folder / "lines.jsonl", encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    messages = json.loads((folder / "messages.json").read_text(encoding="utf-8"))
    [path] = folder.glob("*.sql")
    return lines, messages, path


def statements(path):
    """Returns the statements of a file. Each ends at the end of a line."""
    return [text for text in path.read_text(encoding="utf-8").split(";\n") if text.strip()]


def plain(value):
    """Returns a value as JSON has it."""
    if isinstance(value, Decimal):
        assert value == int(value), value
        return int(value)
    return value


def report(lines, messages, overview, typed):
    """Prints what the views give for each line, and compares the views with each other.

    `overview` has the columns of the view of all events by the number of the line. `typed` has the columns of the views of
    messages by tag and number.
    """
    by_tag = {message["tag"]: message for message in messages}
    found = {}
    for tag, rows in typed.items():
        for number, columns in rows.items():
            assert number not in found, f"line {number} is in two views"
            found[number] = tag
    assert found == {number: event["tag"] for number, event in overview.items()}, "the views have other lines"
    for number in range(len(lines)):
        event = overview.get(number)
        if event is None:
            print("null")
            continue
        message = by_tag[event["tag"]]
        assert event["severity"] == message["severity"], event
        assert event["facility"] == message["facility"], event
        columns = {name: plain(value) for name, value in typed[event["tag"]][number].items()}
        if "message_" in columns:
            columns["message"] = columns.pop("message_")
        rest = columns.pop("rest")
        assert rest == event["rest"], (event, rest)
        values = {name: value for name, value in columns.items() if value is not None}
        texts = {name: text for name, text in event["fields"].items() if text is not None}
        assert values.keys() == texts.keys(), (values, event)
        for name, value in values.items():
            if isinstance(value, str):
                assert value == texts[name], (value, event)
        print(json.dumps({"tag": event["tag"], "fields": values, "rest": rest}))
    sys.stdout.flush()
