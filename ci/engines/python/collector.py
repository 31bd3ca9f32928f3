"""Runs the rules for the OpenTelemetry Collector: the expressions by RE2, the rest as its documentation says.

The argument is a folder with the files of the rules and `lines.jsonl`. A line of the output is what was found in a line.
"""

import json
import pathlib
import re
import sys

import re2
import yaml


def literal(text):
    """Reads a string of an expression."""
    assert text[0] == text[-1] == '"', text
    return re.sub(r"\\x24|\\(.)", lambda found: found[1] or "$", text[1:-1])


def field(text):
    """Returns the names in `attributes.kmd.tag` or `attributes["kmd.tag"]`."""
    if found := re.fullmatch(r'attributes\["(.+)"\]', text):
        return [found[1]]
    first, *names = text.split(".")
    assert first == "attributes", text
    return names


def get(attributes, names):
    for name in names:
        # Of nil, no field can be taken.
        assert attributes is not None
        attributes = attributes.get(name)
    return attributes


def put(attributes, names, value):
    *above, last = names
    for name in above:
        attributes = attributes.setdefault(name, {})
    attributes[last] = value


def delete(attributes, names):
    *above, last = names
    del get(attributes, above)[last]


def test(condition):
    """Compiles a part of a condition, which is one comparison."""
    if found := re.fullmatch(r'type\((.+)\) != "string"', condition):
        names = field(found[1])
        return lambda attributes: not isinstance(get(attributes, names), str)
    left, operator, right = condition.split(" ", 2)
    names = field(left)
    if operator == "startsWith":
        begin = literal(right)
        return lambda attributes: get(attributes, names).startswith(begin)
    value = None if right == "nil" else literal(right)
    assert operator in ("==", "!="), condition
    return lambda attributes: (get(attributes, names) == value) == (operator == "==")


def conditions(text):
    """Compiles a condition: comparisons with `and`, and in parentheses with `or`."""
    parts = []
    for part in re.findall(r'\(attributes[^()"]+(?:"[^"]*"[^()"]*)*\)|(?:[^ "]|"(?:[^"\\]|\\.)*"| (?!and ))+', text):
        part = part.strip().removeprefix("and ")
        if part.startswith("("):
            either = [test(one) for one in part[1:-1].split(" or ")]
            parts.append(lambda attributes, either=either: any(one(attributes) for one in either))
        elif part:
            parts.append(test(part))
    # The second of two conditions is only evaluated if the first holds.
    return lambda attributes: all(part(attributes) for part in parts)


class Operators:
    def __init__(self, operators):
        self.operators = operators
        ids = [operator["id"] for operator in operators if "id" in operator]
        assert len(ids) == len(set(ids)), "an identifier is used twice"
        self.at = {operator.get("id"): at for at, operator in enumerate(operators)}
        options = re2.Options()
        # Go has no limit of memory.
        options.max_mem = 1 << 28
        for operator in operators:
            if "regex" in operator:
                operator["compiled"] = re2.compile(operator["regex"], options)
                assert operator["compiled"].groupindex, operator["regex"]
            operator["test"] = conditions(operator.get("if", ""))
            for route in operator.get("routes", []):
                route["test"] = conditions(route["expr"])

    def run(self, attributes):
        """Returns the severity and the names of the values by those of the attributes."""
        severity = None
        names = {}
        at = 0
        while at < len(self.operators):
            operator = self.operators[at]
            target = operator.get("output")
            kind = operator["type"]
            if kind == "router":
                routes = (route["output"] for route in operator["routes"] if route["test"](attributes))
                target = next(routes, operator["default"])
            elif operator["test"](attributes):
                if kind == "regex_parser":
                    assert operator["on_error"] == "send_quiet"
                    found = operator["compiled"].search(get(attributes, field(operator["parse_from"])))
                    if found:
                        put(attributes, field(operator["parse_to"]), found.groupdict())
                elif kind == "add":
                    put(attributes, field(operator["field"]), operator["value"])
                elif kind == "move":
                    value = get(attributes, field(operator["from"]))
                    assert value is not None
                    delete(attributes, field(operator["from"]))
                    put(attributes, field(operator["to"]), value)
                    names[field(operator["to"])[-1]] = field(operator["from"])[-1]
                elif kind == "remove":
                    delete(attributes, field(operator["field"]))
                elif kind == "severity_parser":
                    value = get(attributes, field(operator["parse_from"]))
                    severity = next(key for key, word in operator["mapping"].items() if word == value)
                else:
                    assert kind == "noop", kind
            # No operator leads back.
            next_at = self.at[target] if target else at + 1
            assert next_at > at
            at = next_at
        return severity, names


def parse_int(text, base):
    number = int(text, base)
    return number if -(1 << 63) <= number < 1 << 63 else None


def value(expression, attributes):
    """Evaluates a value. What fails is nil, and then nothing is set."""
    path = r'attributes\["([^"]+)"\]'
    if expression in ("true", "false"):
        return expression == "true"
    if found := re.fullmatch(rf"Double\({path}\)", expression):
        return float(attributes[found[1]])
    if found := re.fullmatch(rf"Int\({path}\)", expression):
        return parse_int(attributes[found[1]], 10)
    if found := re.fullmatch(rf"ParseInt\({path}, (\d+)\)", expression):
        return parse_int(attributes[found[1]], int(found[2]))
    if found := re.fullmatch(rf"ParseInt\(Substring\({path}, (\d), Len\({path}\) - (\d)\), (\d+)\)", expression):
        text = attributes[found[1]]
        assert found[1] == found[3] and found[2] == found[4] and "_" not in text
        return parse_int(text[int(found[2]):], int(found[5]))
    found = re.fullmatch(rf"{path} - (\d+)", expression)
    return attributes[found[1]] - int(found[2])


def holds(condition, attributes):
    path = r'attributes\["([^"]+)"\]'
    if found := re.fullmatch(rf"IsString\({path}\)", condition):
        return isinstance(attributes.get(found[1]), str)
    if found := re.fullmatch(rf"IsInt\({path}\)", condition):
        return type(attributes.get(found[1])) is int
    if found := re.fullmatch(rf"{path} > (\d+)", condition):
        return attributes[found[1]] > int(found[2])
    found = re.fullmatch(rf"{path} (==|!=) (.+)", condition)
    other = None if found[3] == "nil" else literal(found[3])
    return (attributes.get(found[1]) == other) == (found[2] == "==")


def transform(statements, attributes):
    for statement in statements:
        statement, _, condition = statement.partition(" where ")
        if condition and not all(holds(part, attributes) for part in condition.split(" and ")):
            continue
        if found := re.fullmatch(r'delete_key\(attributes, "(.+)"\)', statement):
            attributes.pop(found[1], None)
            continue
        found = re.fullmatch(r'set\(attributes\["([^"]+)"\], (.+)\)', statement)
        result = value(found[2], attributes)
        if result is not None:
            attributes[found[1]] = result


def read(folder, end):
    (path,) = folder.glob(end)
    text = path.read_text()
    assert "$" not in text, "a variable"
    return path.name.split(".")[0], yaml.safe_load(text)


def main():
    folder = pathlib.Path(sys.argv[1])
    name, operators = read(folder, "*.operators.yaml")
    _, file = read(folder, "*.processors.yaml")
    processor = file["processors"][f"transform/{name}"]
    (group,) = processor["log_statements"]
    assert processor["error_mode"] == "silent" and group["context"] == "log"
    operators = Operators(operators)
    for line in (folder / "lines.jsonl").read_text().splitlines():
        attributes = {"message": json.loads(line)["text"]}
        severity, names = operators.run(attributes)
        transform(group["statements"], attributes)
        attributes.pop("message")
        found = {names[key]: value for key, value in attributes.items()}
        if not found:
            print("null")
            continue
        tag, rest = found.pop("tag"), found.pop("rest", "")
        assert found.pop("severity") and found.pop("facility") and severity
        print(json.dumps({"tag": tag, "fields": found, "rest": rest}))


main()
