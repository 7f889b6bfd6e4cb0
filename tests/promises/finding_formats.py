#!/usr/bin/env python3
"""What `sss validate` prints for other programs is what these programs read, judged by others than sss: JSON schemas by
python3-jsonschema, XML by expat, GitHub's commands by a parser written after the runner's rules.

usage: finding_formats.py SSS SOURCE-FOLDER
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as ElementTree

import jsonschema

SSS = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()

# The part of SARIF 2.1.0 (OASIS) that we write, each object closed: a property of ours that it does not have fails.
TEXT = {"type": "string", "minLength": 1}
COUNT = {"type": "integer", "minimum": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def closed(required, **properties):
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


MESSAGE = closed(["text"], text=TEXT)
REGION = closed(["startLine"], startLine=COUNT, startColumn=COUNT, endColumn=COUNT)
LOCATION = closed(["physicalLocation"], physicalLocation=closed(
    ["artifactLocation", "region"], region=REGION,
    artifactLocation=closed(["uri"], uri={"type": "string", "pattern": r"^[A-Za-z0-9._~/-]([A-Za-z0-9._~/-]|%[0-9A-F]{2})*$"}, uriBaseId=TEXT)))
RULE = closed(["id"], id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=closed(["text"], text=TEXT, markdown=TEXT),
              defaultConfiguration=closed([], level=LEVEL))
RESULT = closed(["message"], ruleId=TEXT, ruleIndex={"type": "integer", "minimum": 0}, level=LEVEL, message=MESSAGE,
                locations={"type": "array", "minItems": 1, "items": LOCATION},
                partialFingerprints={"type": "object", "minProperties": 1, "additionalProperties": TEXT})
NOTIFICATION = closed(["message"], level=LEVEL, message=MESSAGE)
INVOCATION = closed(["executionSuccessful"], executionSuccessful={"type": "boolean"}, exitCode={"type": "integer"},
                    toolExecutionNotifications={"type": "array", "items": NOTIFICATION})
RUN = closed(["tool"], tool=closed(["driver"], driver=closed(["name"], name=TEXT, semanticVersion={"type": "string", "pattern": r"^\d+\.\d+\.\d+"},
                                                            rules={"type": "array", "items": RULE, "uniqueItems": True})),
             columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
             originalUriBaseIds={"type": "object", "additionalProperties": closed([], uri=TEXT, description=MESSAGE)},
             invocations={"type": "array", "items": INVOCATION}, results={"type": "array", "items": RESULT})
SARIF = closed(["version", "runs"], **{"$schema": TEXT}, version={"const": "2.1.0"}, runs={"type": "array", "items": RUN})

# What GitLab's documentation asks of a Code Quality report.
GITLAB = {"type": "array", "items": closed(
    ["description", "check_name", "fingerprint", "severity", "location"], description=TEXT, check_name=TEXT,
    fingerprint={"type": "string", "pattern": "^[0-9a-f]{40}$"}, severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
    location=closed(["path", "lines"], path={"type": "string", "pattern": r"^(?!\./|/)."}, lines=closed(["begin"], begin=COUNT)))}

HOSTILE = r'a\u202eb\u0000c ](https://evil.example) ##[error]x %0A::error::y \n::add-mask::z \ufffe <b>&amp;]]>'


def make(folder):
    """A repository with findings of every severity, in files and lines that try to break out."""
    def write(path, text):
        file = os.path.join(os.fsencode(folder), os.fsencode(path))
        os.makedirs(os.path.dirname(file), exist_ok=True)
        with open(file, "wb") as out:
            out.write(text if isinstance(text, bytes) else text.encode())
    write("sss.toml", "")
    write("data/organisations/beihang.toml", 'name = "Beihang University"\ntype = "university"\n')
    write("data/milestones/a,b:c%d.toml", f'title = "A"\ntype = "review"\nowner = "{HOSTILE}"\n')
    write(b"data/milestones/no-\xff-text.toml", 'title = "B"\ntype = "reveiw"\n')
    write("data/milestones/plain.toml", 'title = "C"\ntype = "review"\nreviews = ["🛰🛰", "北京", "CDRR"]\nowner = "behang" # 🛰\n')
    for i in range(14):
        write(f"data/milestones/m{i}.toml", f'title = "M{i}"\ntype = "review"\nowner = "behang"\n')
    for i in range(12):
        write(f"data/satellites/s{i}.toml", 'name = "S"\nclass = "nano"\nmass_kg = 30\n')
    write("data/readme.toml", "")
    write("data/milestones/one-line.toml", "title = \"L\"\ntype = \"review\"\ndepends_on = [" + ", ".join(f'"n{i}"' for i in range(3000)) + "]\n")


def run(folder, *arguments):
    env = {name: os.environ[name] for name in ("PATH", "LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    made = subprocess.run([SSS, "-C", folder, "validate", *arguments], capture_output=True, env=env | {"HOME": folder, "SOURCE_DATE_EPOCH": "1768478400"})
    if made.returncode not in (0, 1) or made.stderr:
        raise AssertionError(f"{arguments}: exit {made.returncode}, {made.stderr.decode(errors='replace')}")
    return made.returncode, made.stdout


def check_json(folder):
    findings = json.loads(run(folder, "--format", "json")[1])
    jsonschema.Draft7Validator(json.loads((ROOT / "schemas/output/findings.schema.json").read_text())).validate(findings)
    for finding in findings["findings"]:
        assert len(finding.get("excerpt", "").encode()) <= 1024, "an excerpt keeps a window alone"
    return findings


def sarif_results(folder):
    log = json.loads(run(folder, "--format", "sarif")[1])
    jsonschema.Draft7Validator(SARIF).validate(log)
    return log["runs"][0]


def check_sarif(folder, findings):
    made = sarif_results(folder)
    rules = made["tool"]["driver"]["rules"]
    assert made["columnKind"] == "unicodeCodePoints"
    assert len(made["results"]) == len(findings["findings"])
    assert made["invocations"][0]["exitCode"] == 1
    quoted = 0
    for result, finding in zip(made["results"], findings["findings"]):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == finding["rule"]
        assert result["level"] == finding["severity"]
        physical = result["locations"][0]["physicalLocation"]
        path = os.path.join(os.fsencode(folder), urllib.parse.unquote_to_bytes(physical["artifactLocation"]["uri"]))
        assert os.path.exists(path), path
        assert "](" not in result["message"]["text"].replace("\\]", ""), "no text of a record makes a link"
        region = physical["region"]
        if "startColumn" in region:
            with open(path, "rb") as file:
                line = file.read().decode().split("\n")[region["startLine"] - 1]
            meant = line[region["startColumn"] - 1:region["endColumn"] - 1]
            if meant.startswith('"') and "\\" not in meant and '"' in result["message"]["text"]:  # a value that the message names stands there, letter for letter
                assert meant in result["message"]["text"].split("\n")[0], (meant, result["message"])
                quoted += 1
    assert quoted > 20
    # Both for one release; the former one is no other's.
    former = [result["partialFingerprints"]["sssFinding/v1"] for result in made["results"]]
    assert len(set(former)) == len(former), "the former fingerprints are unique"
    return [result["partialFingerprints"]["sssFinding/v2"] for result in made["results"]]


def check_gitlab(folder, findings):
    issues = json.loads(run(folder, "--format", "gitlab")[1])
    jsonschema.Draft7Validator(GITLAB).validate(issues)
    assert len(issues) == len(findings["findings"])
    return [issue["fingerprint"] for issue in issues]


def parse_command(line):
    """A line as GitHub's runner reads it (ActionCommand.TryParseV2): None, or (command, properties, message)."""
    line = line.lstrip()
    if not line.startswith("::") or (end := line.find("::", 2)) < 0:
        return None
    head, message = line[2:end], line[end + 2:]
    command, _, properties = head.partition(" ")
    def unescaped(text, signs):
        for sign, written in signs:
            text = text.replace(written, sign)
        return text
    data = [("\r", "%0D"), ("\n", "%0A"), ("%", "%25")]
    values = {}
    for part in filter(None, properties.split(",")):
        name, sign, value = part.partition("=")
        assert sign and name not in values, f"a property is broken: {line}"
        values[name] = unescaped(value, [("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")])
    return command, values, unescaped(message, data)


def check_github(folder, findings):
    levels = {"error": "error", "warning": "warning", "notice": "note"}
    lines = run(folder, "--format", "github")[1].decode().splitlines()
    commands = [parsed for line in lines if (parsed := parse_command(line))]
    rest = [line for line in lines if not parse_command(line)]
    assert all("##[" not in line for line in rest), "nor is a command of the old form obeyed"
    assert {name for name, _, _ in commands} <= levels.keys(), commands
    order = [name for name, _, _ in commands]
    assert order == sorted(order, key=list(levels).index), "worst first"
    assert all(order.count(name) <= 10 for name in levels)
    told = [(f["rule"], f["severity"], f.get("line"), f.get("column")) for f in findings["findings"]]
    for name, values, message in commands:
        where = tuple(int(values[key]) if key in values else None for key in ("line", "col"))
        assert (values["title"], levels[name], *where) in told, values
        assert message and values["file"]
    assert any(values["file"] == "data/milestones/a,b:c%d.toml" for _, values, _ in commands), "properties are unescaped to what they were"
    left = len(findings["findings"]) - len(commands)
    assert lines[-1].startswith(f"{left:,} findings are not annotated"), lines[-1]
    assert sum(line.split(" ")[0] in ("error", "warning", "note") for line in rest) == left, "the others stand in the log"


def check_junit(folder, findings, fail_on):
    levels = ["error", "warning", "note"]
    failing = levels[:levels.index(fail_on) + 1]
    code, text = run(folder, "--format", "junit", "--fail-on", fail_on)
    assert text.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    root = ElementTree.fromstring(text)
    cases = list(root.iter("testcase"))
    wrong_files = {f["file"] for f in findings["findings"] if f["severity"] in failing}
    assert code == 1 and root.tag == "testsuites"
    for node in [root, *root.findall("testsuite")]:
        inner = list(node.iter("testcase"))
        assert int(node.get("tests")) == len(inner) and int(node.get("failures")) == sum(case.find("failure") is not None for case in inner)
    assert len(cases) >= findings["summary"]["records"]
    assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases), "a case is told from another by its names"
    assert sum(case.find("failure") is not None for case in cases) == len(wrong_files)
    assert all(case.get("file") and len(case.findall("failure")) <= 1 for case in cases)


def check_clean(folder):
    """Nothing found is told in each format too."""
    (pathlib.Path(folder) / "sss.toml").write_text("")
    assert run(folder, "--format", "gitlab") == (0, b"[]\n")
    assert sarif_results(folder)["results"] == []
    assert ElementTree.fromstring(run(folder, "--format", "junit")[1]).get("failures") == "0"
    assert run(folder, "--format", "github") == (0, b"0 records, no findings.\n")


def main():
    with tempfile.TemporaryDirectory(prefix="formats.") as folder:
        make(folder)
        findings = check_json(folder)
        assert {f["severity"] for f in findings["findings"]} == {"error", "warning"}
        before = check_sarif(folder, findings)
        assert len(set(before)) == len(before), "fingerprints are unique"
        assert before == check_gitlab(folder, findings)
        check_github(folder, findings)
        for level in ("error", "warning", "note"):
            check_junit(folder, findings, level)
        for path in pathlib.Path(folder, "data").rglob("*.toml"):
            path.write_bytes(b"# One more line.\n" + path.read_bytes())
        assert check_sarif(folder, check_json(folder)) == before, "a line above changes no fingerprint"
    with tempfile.TemporaryDirectory(prefix="formats.") as folder:
        check_clean(folder)
    print("json, sarif, gitlab, github and junit are what their readers ask for")


if __name__ == "__main__":
    main()
