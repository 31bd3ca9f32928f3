"""Measures how many lines the expressions for RE2 read per second. The argument is a folder with them and `lines.txt`."""

import json
import pathlib
import sys
import time

import re2

folder = pathlib.Path(sys.argv[1])
(path,) = folder.glob("*.json")
options = re2.Options()
# Go has no limit of memory.
options.max_mem = 1 << 28
by_tag = {}
for message in json.loads(path.read_text())["messages"]:
    regexes = [re2.compile(expression["regex"], options) for expression in message["expressions"]]
    by_tag.setdefault(message["tag"] if message["tagged"] else None, []).extend(regexes)
untagged = by_tag.get(None, [])
lines = (folder / "lines.txt").read_text().split("\n")

start = time.perf_counter()
read = 0
for line in lines:
    process, _, text = line.partition("\t")
    for regex in by_tag.get(text.partition(":")[0], untagged if process == "kmd" else []):
        found = regex.search(text)
        if found:
            found.groupdict()
            read += 1
            break
seconds = time.perf_counter() - start
print(f"{'RE2 in Python (expressions)':<28} {len(lines) / seconds:>12.0f} {read:>10}")
