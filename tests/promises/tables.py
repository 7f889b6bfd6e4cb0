#!/usr/bin/env python3
"""What `sss export csv` writes is safe in a spreadsheet, and `sss add --from` reads the same records out of it again.

Tried on the example and on records of random values, hostile ones among them, in every type of field; read by Python's csv
module and, where it is there, by sqlite3. `datapackage.json` is held against a schema of Frictionless packages
(support/datapackage.schema.json) and against the tables that it describes: columns, types, patterns, ids of other tables.

usage: tables.py SSS SOURCE-FOLDER [SEED…]
"""
import csv
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.append("/usr/lib/python3/dist-packages")  # where Debian keeps its own, whichever Python this is
from support.claims import ENVIRONMENT, SSS, answer, claim, failures, git
from support.samples import sample

ENVIRONMENT = ENVIRONMENT | {"SOURCE_DATE_EPOCH": "1790000000"}  # nothing of the example lies ahead

SEEDS = [int(seed) for seed in sys.argv[3:]] or list(range(1, 1 + sample(3, 40, 1)))
ORDER = ["organisation", "satellite", "milestone", "meeting", "statement"]
missing = []


def run(folder, *words):
    made = subprocess.run([SSS, "-C", folder, *map(str, words)], capture_output=True, env=ENVIRONMENT, stdin=subprocess.DEVNULL)
    return made.returncode, made.stdout.decode(), made.stderr.decode(errors="replace")


def done(folder, *words):
    code, out, said = run(folder, *words)
    claim(f"sss {' '.join(map(str, words))} ends well", code == 0, (code, out[-600:], said[-600:]))
    return out


def records(folder, kind):
    found = json.loads(done(folder, "list", kind, "--format", "json"))
    return {one["id"]: one["fields"] for one in found["records"]}


def plain(value):
    """What is said, however it is written: an instant in UTC, a whole number with or without its point."""
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return re.sub(r"(T\d\d:\d\d)(Z|[+-]\d\d:\d\d)$", r"\1:00\2", value) if isinstance(value, str) else value


def commit(folder, message="x"):
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)


def read_back(folder, tables, kinds, scratch, settings=None):
    """A new repository of these tables alone."""
    fresh = scratch / f"fresh-{len(list(scratch.iterdir()))}"
    fresh.mkdir()
    git(fresh, "init", "-q", "-b", "main")
    (fresh / "sss.toml").write_text(settings or (folder / "sss.toml").read_text())
    if (folder / "schemas").exists():
        shutil.copytree(folder / "schemas", fresh / "schemas")
    for kind in kinds:
        table = tables / f"{kind}.csv"
        if len(list(csv.reader(table.open(newline="", encoding="utf-8")))) > 1:
            done(fresh, "add", kind, "--from", table)
    for kind in kinds:
        before, after = records(folder, kind), records(fresh, kind)
        claim(f"the same {kind}s come back", before.keys() == after.keys(), before.keys() ^ after.keys())
        for id in before.keys() & after.keys():
            claim(f"{kind} {id} comes back without loss", plain(before[id]) == plain(after[id]), (before[id], after[id]))
    return fresh


def judge_tables(folder, what):
    """RFC 4180, safe in a spreadsheet, and as their description says."""
    package = json.loads((folder / "datapackage.json").read_text())
    schema = json.loads((pathlib.Path(__file__).parent / "support/datapackage.schema.json").read_text())
    try:
        import jsonschema
        wrong = [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(package)]
        claim(f"{what}: datapackage.json is one", not wrong, wrong[:3])
    except ImportError:
        missing.append("python3-jsonschema")
    ids, tables = {}, {}
    for resource in package["resources"]:
        data = (folder / resource["path"]).read_bytes()
        claim(f"{what}, {resource['name']}: UTF-8 without a mark", not data.startswith(b"\xef\xbb\xbf") and data.decode())
        claim(f"{what}, {resource['name']}: the last line ends", data.endswith(b"\r\n"))
        rows = list(csv.reader(data.decode().splitlines(keepends=True), strict=True)) if b'"' not in data else list(csv.reader((folder / resource["path"]).open(newline="", encoding="utf-8"), strict=True))
        columns = [field["name"] for field in resource["schema"]["fields"]]
        claim(f"{what}, {resource['name']}: its columns are those described", rows[0] == columns, (rows[0], columns))
        claim(f"{what}, {resource['name']}: every row has a cell a column", all(len(row) == len(columns) for row in rows))
        tables[resource["name"]] = [dict(zip(columns, row)) for row in rows[1:]]
        ids[resource["name"]] = {row.get("id") for row in tables[resource["name"]]}
    for resource in package["resources"]:
        for field in resource["schema"]["fields"]:
            cells = [row[field["name"]] for row in tables[resource["name"]]]
            forms = {"integer": r"[+-]?\d+", "number": r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?", "boolean": "true|false", "date": r"\d{4}-\d\d-\d\d", "datetime": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"}
            form = forms.get(field["type"]) or field.get("constraints", {}).get("pattern")
            if form:
                wrong = [cell for cell in cells if cell and not re.fullmatch(form, cell)]
                claim(f"{what}, {resource['name']}.{field['name']}: every cell is of its type", not wrong, wrong[:3])
            if field["type"] == "string":
                wrong = [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not re.fullmatch(forms["number"], cell)]
                claim(f"{what}, {resource['name']}.{field['name']}: no text is a formula", not wrong, wrong[:3])
            if field.get("constraints", {}).get("required"):
                claim(f"{what}, {resource['name']}.{field['name']}: it is always there", all(cells))
        for key in resource["schema"].get("foreignKeys", []):
            named = {row[key["fields"]] for row in tables[resource["name"]]} - {""}
            claim(f"{what}, {resource['name']}.{key['fields']}: names ids of {key['reference']['resource']}", named <= ids[key["reference"]["resource"]], named - ids[key["reference"]["resource"]])
        if shutil.which("sqlite3"):
            script = f'.mode csv\n.import "{folder / resource["path"]}" t\n.mode json\nSELECT count(*) AS n FROM t;\n'
            read = subprocess.run(["sqlite3", ":memory:"], input=script, capture_output=True, text=True)
            claim(f"{what}, {resource['name']}: sqlite3 reads as many rows", not read.stderr and f'"n":{len(tables[resource["name"]])}' in read.stdout, (read.stdout[-200:], read.stderr[-300:]))
    return tables


def of_the_example(scratch):
    folder = scratch / "example"
    done(scratch, "init", folder, "--example")
    tables = scratch / "tables"
    done(folder, "export", "csv", "-o", tables, "--history")
    judge_tables(tables, "the example")
    read_back(folder, tables, ORDER, scratch)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tables.iterdir()}
    done(folder, "export", "csv", "-o", tables, "--history")
    claim("a second export touches nothing", before == {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in tables.iterdir()})
    done(folder, "export", "csv", "-o", scratch / "excel", "--excel", "--kind", "satellite")
    claim("--excel adds a mark, which is read over", (scratch / "excel/satellite.csv").read_bytes() == b"\xef\xbb\xbf" + (tables / "satellite.csv").read_bytes())
    claim("--kind leaves other tables out", sorted(path.name for path in (scratch / "excel").iterdir()) == ["datapackage.json", "satellite.csv"])
    code, _, said = run(folder, "export", "csv")
    claim("without a folder it says that it needs one", code == 2 and "-o tables" in said, said)


TEXTS = ["'=x", "''=x", "-5", "=1+1", "~", "", " ", "  two blanks ", "a;b", "a,b", 'say "no"', "two\nlines", "a\r\nb", "\rx", "\tx", "'", "''", "'x", "@SUM(A1)", "+49", "true", "12", "1.5",
         "2018-04-25", "2018-04", "[1, 2]", "{ a = 1 }", "[", "{", "null", "none", "#N/A", "長い名前", "\u202ex", "é", "a\\b", "';--", "=cmd|' /C calc'!A0", "0123", "1e5", " =1", "nan", "inf", "\u200b"]

SCHEMA = {
    "type": "object", "x-sss-title": "text", "properties": {
        "text": {"type": "string"}, "more": {"type": "string"}, "anything": {}, "count": {"type": "integer"}, "size": {"type": "number"}, "flag": {"type": "boolean"},
        "day": {"anyOf": [{"type": "string", "format": "date"}, {"type": "string"}], "x-sss-date": "planned"},
        "names": {"type": "array", "items": {"type": "string"}}, "numbers": {"type": "array", "items": {"type": "number"}},
        "parts": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}, "text": {"type": "string"}, "size": {"type": "number"}}}},
        "box": {"type": "object", "properties": {"width": {"type": "number"}, "label": {"type": "string"}, "inner": {"type": "object", "properties": {"name": {"type": "string"}}}}}}}


def toml(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return '"' + "".join(c if c not in '"\\' and 31 < ord(c) != 0x7f else f"\\u{ord(c):04x}" for c in value) + '"'
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + "}"
    return repr(value)


def of_random_records(seed, scratch):
    dice = random.Random(seed)
    folder = scratch / f"random-{seed}"
    (folder / "schemas").mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    (folder / "sss.toml").write_text('[data]\nkinds = ["thing"]\n')
    (folder / "schemas/thing.schema.json").write_text(json.dumps(SCHEMA))
    (folder / "data/things").mkdir(parents=True)
    word = lambda: dice.choice(TEXTS)
    number = lambda: dice.choice([0, -5, 12, 1.5, -2.25, 1e10, 7])
    makers = {"text": word, "more": word, "anything": lambda: dice.choice([word(), number(), True, [word(), word()], [], {"a": word()}, {}]), "count": lambda: dice.choice([0, -5, 12]),
              "size": number, "flag": lambda: dice.random() < 0.5, "day": lambda: dice.choice(["2018-04", "2018-Q4~", "2018-04-25/..", "2018", "2018-04-01/2018-04-05"]),
              "names": lambda: [word() for _ in range(dice.randrange(4))], "numbers": lambda: [number() for _ in range(dice.randrange(4))],
              "parts": lambda: [{"id": f"p{i}", "text": word(), "size": number()} for i in range(dice.randrange(3))],
              "box": lambda: dice.choice([{}, {"width": number()}, {"label": word()}, {"width": number(), "label": word(), "inner": {"name": word()}}, {"unknown": word()}, {"inner": {}}])}
    for i in range(60):
        fields = {name: make() for name, make in makers.items() if dice.random() < 0.6}
        if i < len(TEXTS):  # each of them at least once in each sort of place
            fields |= {"text": TEXTS[i], "anything": TEXTS[i], "names": [TEXTS[i]], "box": {"label": TEXTS[i]}}
        (folder / f"data/things/t{i:02}.toml").write_text("".join(f"{name} = {toml(value)}\n" for name, value in fields.items()))
    commit(folder)
    tables = scratch / f"tables-{seed}"
    done(folder, "export", "csv", "-o", tables)
    judge_tables(tables, f"random records {seed}")
    read_back(folder, tables, ["thing"], scratch)


def of_discretion(scratch):
    folder = scratch / "discreet"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "sss.toml").write_text('[site]\nleave_out = ["organisation", "milestone.notes"]\npeople = "none"\n')
    for name, text in (("organisations/secret-org", 'name = "Secret"\ntype = "company"\n'), ("milestones/a", 'title = "A, ask ada@example.org"\ntype = "review"\nowner = "secret-org"\nnotes = "secret"\n')):
        path = folder / f"data/{name}.toml"
        path.parent.mkdir(parents=True)
        path.write_text(text)
    commit(folder)
    done(folder, "export", "csv", "-o", scratch / "public", "--history")
    text = "".join(path.read_text() for path in (scratch / "public").iterdir())
    claim("what is left out is in no byte of any table", not re.search("secret|example.org", text, re.I), text)
    header = (scratch / "public/milestone.csv").read_text().splitlines()[0].split(",")
    claim("nor a column of it", not {"owner", "notes"} & set(header) and not (scratch / "public/organisation.csv").exists(), header)


with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    of_the_example(scratch)
    for seed in SEEDS:
        of_random_records(seed, scratch)
    of_discretion(scratch)
for name in sorted(set(missing)):
    print(f"skipped: not judged by {name}")
print("\n".join(failures[:40]) or f"the example and {len(SEEDS)} random repositories come back out of their tables as they were")
sys.exit(1 if failures else 0)
