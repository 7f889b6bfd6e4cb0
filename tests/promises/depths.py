#!/usr/bin/env python3
"""How deep an input nests decides no recursion: at random depths, up to the limits and far beyond them, each command ends by
itself, says the limit where it is met, and treats what lies within it as it treats what is flat.

Arrays, inline tables, tables with headers and dotted keys in records, settings and imports; brackets and negations of filters;
lists, quotes and emphasis of Markdown; schemas within schemas, chains of references; folders within folders. The depths are
drawn with a fixed seed; `./dev test --long` draws more of them.

usage: depths.py SSS SOURCE-FOLDER
"""
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

from support import claims
from support.claims import ENVIRONMENT, claim, failures, git
from support.samples import sample

LIMIT = 64  # docs/security.md
dice = random.Random(20261129)


def depths(*edges, most):
    """The edges of a limit, and some depths within and beyond it."""
    drawn = [dice.randrange(1, LIMIT) for _ in range(sample(1, long=12, sanitized=1))]
    drawn += [int(LIMIT * (most / LIMIT) ** dice.random()) for _ in range(sample(1, long=12, sanitized=1))]
    return sorted({*edges, *drawn, most})


def small_stack():
    resource.setrlimit(resource.RLIMIT_STACK, (1 << 20, 1 << 20))  # a recursion that the input decides shows sooner


def run(folder, *words, text=None):
    try:
        made = subprocess.run([claims.SSS, "-C", folder, *words], capture_output=True, env=ENVIRONMENT, timeout=600, input=text,
                              preexec_fn=small_stack)
    except subprocess.TimeoutExpired:
        return -1, "", "it hangs"
    return made.returncode, made.stdout.decode(errors="replace"), made.stderr.decode(errors="replace")


def world(folder):
    (folder / "data/milestones").mkdir(parents=True)
    (folder / "data/things").mkdir()
    (folder / "schemas").mkdir()
    (folder / "sss.toml").write_text('[programme]\nname = "P"\n')
    (folder / "schemas/thing.schema.json").write_text('{"type": "object", "properties": {"title": {"type": "string"}}, "x-sss-title": "title"}')
    (folder / "data/milestones/a.toml").write_text('title = "A"\ntype = "review"\nplanned = 2024-05-01\n')
    (folder / "data/things/t.toml").write_text('title = "T"\n')
    git(folder, "init", "-q", "-b", "main", "--template=")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")


# How many levels each makes of a depth is one more than the depth itself, as the record is a table.
NESTED = {
    "arrays": lambda n: "x = " + "[" * n + "1" + "]" * n + "\n",
    "inline tables": lambda n: "x = " + "{ a = " * n + "1" + " }" * n + "\n",
    "dotted keys": lambda n: ".".join("a" * (n + 1)) + " = 1\n",
    "a header": lambda n: "[" + ".".join("a" * n) + "]\nx = 1\n",
    "headers of arrays": lambda n: "".join("[[" + ".".join("a" * i) + "]]\nx = 1\n" for i in range(1, min(n, 400) + 1)),
    "both in turns": lambda n: "x = " + "".join("[" if i % 2 else "{ a = " for i in range(n)) + "1" + "".join("]" if i % 2 else " }" for i in reversed(range(n))) + "\n",
    "arrays without end": lambda n: "x = " + "[" * n + "\n",
    "tables without end": lambda n: "x = " + "{ a = " * n + "\n",
}


def of_records(folder):
    record = folder / "data/things/t.toml"
    for what, nested in NESTED.items():
        for depth in depths(LIMIT - 2, LIMIT - 1, LIMIT, LIMIT + 1, most=100_000):
            text = 'title = "T"\n' + nested(depth)
            if len(text) > 1_000_000:
                continue
            record.write_text(text)
            said = f"{what} to the depth {depth}"
            status, out, err = run(folder, "validate")
            claim(f"{said}: validate ends by itself", status in (0, 1), f"{status} {out[:300]} {err[:300]}")
            ended = "without end" not in what
            levels = 2 * depth if what == "headers of arrays" else depth  # of each an array and a table
            if ended and levels <= LIMIT - 2:
                claim(f"{said}: it is a record like any other", status == 0, out[:300])
            if levels > LIMIT + 1:
                claim(f"{said}: the limit is said", status == 1 and ("too-deep" in out or not ended), out[:300])
            if status == 0:
                status, _, err = run(folder, "fmt", "data/things/t.toml")
                once = record.read_text()
                claim(f"{said}: fmt ends by itself", status == 0, f"{status} {err[:300]}")
                run(folder, "fmt", "data/things/t.toml")
                claim(f"{said}: fmt twice is fmt once", record.read_text() == once)
                status, _, err = run(folder, "set", "thing/t", "title=U")
                claim(f"{said}: one field is set", status == 0 and record.read_text() == once.replace('"T"', '"U"'), f"{status} {err[:300]}")
            for words in (("list", "thing"), ("show", "thing/t"), ("diff",), ("set", "thing/t", "title=V", "--dry-run"), ("fmt", "--check")):
                status, out, err = run(folder, *words)
                claim(f"{said}: {' '.join(words)} ends by itself", status in (0, 1, 2, 3), f"{status} {err[:300]}")
            status, _, err = run(folder, "add", "thing", "n", "--from", "-", "--from-format", "toml", "--dry-run", text=nested(depth).encode())
            claim(f"{said}: add --from ends by itself", status in (0, 1, 2, 3), f"{status} {err[:300]}")
    record.write_text('title = "T"\n')


def of_settings(folder):
    settings = folder / "sss.toml"
    before = settings.read_text()
    for what, nested in NESTED.items():
        for depth in depths(LIMIT, most=100_000):
            settings.write_text(before + nested(depth))
            for words in (("validate",), ("report",)):
                status, _, err = run(folder, *words)
                claim(f"settings of {what} to the depth {depth}: {words[0]} ends by itself", status in (0, 1, 2, 3), f"{status} {err[:300]}")
    settings.write_text(before)


def of_filters(folder):
    makes = {"brackets": lambda n: "(" * n + "late" + ")" * n, "negations": lambda n: "not " * n + "late", "both": lambda n: "not (" * n + "late" + ")" * n,
             "brackets without end": lambda n: "(" * n, "a long chain": lambda n: " and ".join(["late"] * n), "chains in brackets": lambda n: "(late or " * n + "late" + ")" * n}
    for what, make in makes.items():
        for depth in depths(most=20_000):
            if len(make(depth)) > 100_000:
                continue  # a command line holds no more
            status, _, err = run(folder, "list", "milestone", "--where", make(depth))
            claim(f"a filter of {what} to the depth {depth} ends by itself", status in (0, 2), f"{status} {err[:300]}")
            if depth < 20 and "without end" not in what:
                claim(f"a filter of {what} to the depth {depth} is a filter like any other", status == 0, err[:300])


def of_markdown(folder):
    makes = {"quotes": lambda n: ">" * n + " x", "lists": lambda n: "".join("  " * i + "- x\n" for i in range(min(n, 600))), "emphasis": lambda n: "*" * n + "x" + "*" * n,
             "brackets": lambda n: "[" * n + "x" + "](y)" * n, "code": lambda n: "`" * n + "x", "tags": lambda n: "<b>" * n + "x"}
    record = folder / "data/milestones/a.toml"
    before = record.read_text()
    for what, make in makes.items():
        for depth in depths(most=30_000):
            text = make(depth)
            record.write_text(before + f"notes = {json.dumps(text)}\n")
            for words in (("show", "milestone/a", "--format", "markdown"), ("show", "milestone/a"), ("diff", "--format", "markdown")):
                status, _, err = run(folder, *words)
                claim(f"notes of {what} to the depth {depth}: {words[0]} ends by itself", status in (0, 1), f"{status} {err[:300]}")
    record.write_text(before)


def of_schemas(folder):
    def chain(n):
        return {"$ref": "#/definitions/d0", "definitions": {f"d{i}": {"$ref": f"#/definitions/d{i + 1}"} for i in range(n)} | {f"d{n}": {"type": "object"}}}

    def nested(keyword, wrap):
        return lambda n: ('{"' + keyword + '": ' + wrap[0]) * n + '{"type": "object"}' + (wrap[1] + "}") * n

    makes = {"references": lambda n: json.dumps(chain(n)), "a reference to itself": lambda n: json.dumps({"$ref": "#"}),
             "references in a circle": lambda n: json.dumps({"allOf": [{"$ref": "#/definitions/d0"}], "definitions": {f"d{i}": {"allOf": [{"$ref": f"#/definitions/d{(i + 1) % n}"}]} for i in range(n)}}),
             "not": nested("not", ("", "")), "allOf": nested("allOf", ("[", "]")), "anyOf": nested("anyOf", ("[", "]")), "items": nested("items", ("", "")),
             "properties": nested("properties", ('{"x": ', "}")), "brackets": lambda n: "[" * n + "]" * n, "no end": lambda n: '{"not":' * n}
    schema = folder / "schemas/thing.schema.json"
    before = schema.read_text()
    for what, make in makes.items():
        for depth in depths(most=20_000):
            text = make(depth)
            if len(text) > 1_000_000:
                continue
            schema.write_text(text)
            for words in (("validate",), ("list", "thing"), ("add", "thing", "--help")):
                status, _, err = run(folder, *words)
                claim(f"a schema of {what} to the depth {depth}: {words[0]} ends by itself", status in (0, 1, 2, 3), f"{status} {err[:300]}")
    schema.write_text(before)


def of_folders(folder):
    for depth in (1, dice.randrange(2, 60), dice.randrange(60, 900), 1900):
        git(folder, "checkout", "-q", "-B", "deep", "main")
        at = folder / "data/things"
        names = ["d"] * depth
        path = "/".join(names)
        blob = git(folder, "rev-parse", "HEAD:data/things/t.toml")
        git(folder, "update-index", "--add", "--cacheinfo", f"100644,{blob},data/things/{path}/deep.toml")
        git(folder, "commit", "-qm", "deep")
        for words in (("validate", "--rev", "HEAD"), ("validate", "--staged"), ("log",), ("list", "thing", "--rev", "HEAD"), ("diff", "main..HEAD")):
            status, out, err = run(folder, *words)
            claim(f"folders to the depth {depth}: {' '.join(words)} ends by itself", status in (0, 1, 3), f"{status} {err[:300]}")
            if status != 3 and words[0] in ("list", "log"):
                claim(f"folders to the depth {depth}: {' '.join(words)} tells the record", "deep" in out or "T" in out, out[:300])
        git(folder, "reset", "-q", "--hard", "main")
        assert at.is_dir()


with tempfile.TemporaryDirectory(prefix="depths.") as scratch:
    folder = pathlib.Path(scratch) / "world"
    world(folder)
    for part in (of_records, of_settings, of_filters, of_markdown, of_schemas, of_folders):
        part(folder)
print(f"{len(failures)} of what was claimed does not hold" if failures else "at no depth does anything break")
sys.exit(1 if failures else 0)
