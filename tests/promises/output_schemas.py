#!/usr/bin/env python3
"""The JSON that sss prints is what schemas/output/ says: of the example programme, and in every golden case.

A key that a schema does not describe fails here too, though readers must bear with it: what is printed is described.

usage: output_schemas.py SSS SOURCE-FOLDER
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
RUNS = {"diff": [["HEAD~5..HEAD~1"], ["HEAD~20"]],
        "log": [[], ["-n", "3"], ["sss-2b-launch"], ["--as-of", "2018-05-01"], ["--field", "planned", "--since", "2023"], ["--blame", "sss-1"]],
        "changelog": [[], ["--steps", "--by", "week"], ["HEAD~20..HEAD~5"], ["--by", "tag", "--within", "owner"]],
        "report": [[], ["--period", "2018-Q2"], ["--as-of", "2019-01-01"]],
        "list": [["milestone"], ["action"], ["decision"], ["milestone", "--columns", "+slip,+moves,+late,+age,+last_changed", "--limit", "3"],
                 ["satellite", "--columns", "id,phase,progress"], ["satellite.sources", "--where", "satellite = sss-1"], ["meeting", "--where", "start < 2018"], ["satellite", "--columns", "name,lead.country,payload.name"]],
        "show": [[], ["sss-2b-launch"], ["satellite/sss-1"], ["2017-01-contract-signing#a1"], ["sss-1-cdr", "sss-2b-launch"], ["sss-2b-launch", "--as-of", "2018-06-01"]],
        "chart": [["trend"], ["burnup"], ["timeline"], ["actions"], ["trend", "--as-of", "2023-04-13"], ["burnup", "--period", "2018"]],
        "export": [["json"], ["json", "--history"], ["json", "--satellite", "sss-2b", "--as-of", "2019-01-01"]],
        "timeline": [[], ["--as-of", "2018-06-01"]],
        "status": [[], ["--days", "90", "--organisation", "sjtu"]],
        "forecast": [[], ["--back-test"], ["--as-of", "2018-06-01"]],
        "validate": [[]]}
FORMS = {"validate": "findings"}  # a command whose form has another name
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float), "null": type(None)}
KEYWORDS = {"$schema", "$id", "$ref", "title", "description", "definitions", "type", "const", "enum", "pattern", "minimum", "minItems", "items",
            "required", "properties", "additionalProperties", "dependencies", "minLength", "format", "allOf", "anyOf"}


def is_type(value, name):
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))


def problems(schema, value, root, where="$"):
    """The few keywords of draft-07 that the schemas of the output use; another one is a problem by itself."""
    while "$ref" in schema:
        schema = root["definitions"][schema["$ref"].removeprefix("#/definitions/")]
    for keyword in schema.keys() - KEYWORDS:
        yield f"{where}: this test does not know the keyword {keyword}"
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_type(value, name) for name in types):
        yield f"{where}: {value!r} is no {' or '.join(types)}"
        return
    if "const" in schema and value != schema["const"]:
        yield f"{where}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} does not match {schema['pattern']}"
    if isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield f"{where}: {value!r} is too short"
    if schema.get("format") == "date" and isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        yield f"{where}: {value!r} is no date"
    for one in schema.get("allOf", []):
        yield from problems(one, value, root, where)
    branches = [list(problems(one, value, root, where)) for one in schema.get("anyOf", [])]
    if branches and all(branches):
        yield from min(branches, key=len)
    if "minimum" in schema and is_type(value, "number") and value < schema["minimum"]:
        yield f"{where}: {value} is below {schema['minimum']}"
    if isinstance(value, list):
        if len(value) < schema.get("minItems", 0):
            yield f"{where}: too few items"
        for i, item in enumerate(value):
            yield from problems(schema.get("items", {}), item, root, f"{where}[{i}]")
    if isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                yield f"{where}: {name} is missing"
        for name, needed in schema.get("dependencies", {}).items():
            for other in needed if name in value else []:
                if other not in value:
                    yield f"{where}: {name} stands there without {other}"
        known, others = schema.get("properties"), schema.get("additionalProperties")
        for name, one in value.items():
            if known is not None and name in known:
                yield from problems(known[name], one, root, f"{where}.{name}")
            elif isinstance(others, dict):
                yield from problems(others, one, root, f"{where}.{name}")
            elif known is not None:
                yield f"{where}: {name} is not described"


def documents(text):
    """The JSON objects that stand at the beginning of a line of an output."""
    at = 0
    while (found := re.compile(r"^\{$", re.M).search(text, at)) is not None:
        document, at = json.JSONDecoder().raw_decode(text, found.start())
        yield document


def asked_for_json(arguments):
    """The command of each run of a golden case that prints JSON: a case may hold other commands than that of its folder."""
    runs = [line.split() for line in arguments.read_text().splitlines()] if arguments.exists() else []
    return [run[0] for run in runs if "json" in run]


def main():
    wrong, count = [], 0
    def check(folder, text, origin, asked=()):
        nonlocal count
        found = list(documents(text))
        for command, document in zip(asked if len(asked) == len(found) else [folder] * len(found), found):
            if "runs" in document:
                continue  # SARIF, which finding_formats.py holds against its own schema
            count += 1
            form = "blame" if command == "log" and "values" in document else "programme" if command == "show" and "programme" in document else FORMS.get(command, command)
            schema = json.loads((ROOT / f"schemas/output/{form}.schema.json").read_text())
            wrong.extend(f"{origin}: {problem}" for problem in problems(schema, document, schema))
    with tempfile.TemporaryDirectory(prefix="schemas.") as scratch:
        env = os.environ | {"HOME": scratch, "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": "1768478400"}
        demo = pathlib.Path(scratch) / "demo"
        subprocess.run([SSS, "init", "--example", demo], env=env, check=True, capture_output=True)
        for command, runs in RUNS.items():
            for arguments in runs:
                made = subprocess.run([SSS, "-C", demo, command, *arguments, *([] if command == "export" else ["--format", "json"])], env=env, check=True, capture_output=True)
                check(command, made.stdout.decode(), f"sss {command} {' '.join(arguments)}")
    for command in RUNS:
        for path in sorted((ROOT / "tests/golden" / command).glob("*/stdout")):
            check(command, path.read_text(errors="replace"), path.relative_to(ROOT), asked_for_json(path.parent / "arguments"))
    print("\n".join(wrong[:30]))
    print(f"{count} documents, {len(wrong)} problems")
    sys.exit(1 if wrong or count < 10 else 0)


if __name__ == "__main__":
    main()
