#!/usr/bin/env python3
"""What `sss export sqlite` writes is a sound database, the same to the byte wherever it is made, and a report's numbers can be
recomputed from it in SQL: for fifty days of the example, and for days of random programmes.

usage: databases.py SSS SOURCE-FOLDER [SEED…]
"""
import datetime
import json
import os
import pathlib
import random
import re
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support.claims import ENVIRONMENT, SSS, claim, failures, git
from support.samples import sample

SEEDS = [int(seed) for seed in sys.argv[3:]] or list(range(1, 1 + sample(3, 30, 1)))
ROOT = pathlib.Path(sys.argv[2]).resolve()


def done(folder, *words, **more):
    made = subprocess.run([SSS, "-C", folder, *map(str, words)], capture_output=True, env=ENVIRONMENT | more, stdin=subprocess.DEVNULL)
    claim(f"sss {' '.join(map(str, words))} ends well", made.returncode == 0, made.stderr.decode(errors="replace")[-800:])
    return made.stdout


def database(folder, *words):
    path = folder / f"programme-{len(list(folder.glob('programme-*')))}.sqlite"
    done(folder, "export", "sqlite", "-o", path, *words)
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True), path


def datasette_is_told_of_all(what, folder, base):
    """Each table and view of the database is described, and nothing that is not there."""
    told = json.loads(done(folder, "export", "datasette"))["databases"]["programme"]["tables"]
    there = {name for name, in base.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'")}
    claim(f"{what}: Datasette is told of every table and view", set(told) == there, set(told) ^ there)
    for name, table in told.items():
        columns = {row[1] for row in base.execute(f'PRAGMA table_info("{name}")')}
        wrong = (set(table.get("columns", {})) | ({table["label_column"]} if "label_column" in table else set())) - columns
        claim(f"{what}: and of columns of {name} that it has", not wrong, wrong)


def one(base, sql, *values):
    return base.execute(sql, values).fetchone()[0]


def is_sound(what, base, whole=True):
    claim(f"{what}: PRAGMA integrity_check", [row[0] for row in base.execute("PRAGMA integrity_check")] == ["ok"])
    claim(f"{what}: PRAGMA foreign_key_check", not (wrong := base.execute("PRAGMA foreign_key_check").fetchall()), wrong[:3])
    claim(f"{what}: its schema has its version", one(base, "PRAGMA user_version") == 1)
    tables = base.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall()
    claim(f"{what}: every table is STRICT", all(strict for _, strict in tables), tables)
    page = (ROOT / "docs/sqlite.md").read_text()
    for name, in base.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'"):
        told = name.removesuffix("_versions")
        claim(f"{what}: docs/sqlite.md tells of {name}", f"`{name}`" in page or f"`{told}`" in page or told == "things")
    for name, in base.execute("SELECT name FROM sqlite_schema WHERE type = 'view'"):
        base.execute(f'SELECT * FROM "{name}" LIMIT 5').fetchall()
    claim(f"{what}: versions follow each other without a gap", not one(base, """SELECT count(*) FROM versions AS a JOIN versions AS b ON a.record = b.record AND b.number = a.number + 1
          WHERE a.valid_to IS NULL OR a.valid_to > b.valid_from"""))
    if not whole:
        return
    claim(f"{what}: what stands has one version without an end", not one(base, """SELECT count(*) FROM records AS r WHERE (r.ended IS NULL) <>
          ((SELECT count(*) FROM versions AS v WHERE v.record = r.record AND v.valid_to IS NULL) = 1)"""))
    kinds = {kind for kind, in base.execute("SELECT DISTINCT kind FROM records WHERE ended IS NULL")}
    for kind in kinds:
        table = kind.replace("-", "_") + "s"
        claim(f"{what}: {table} holds what stands", one(base, f'SELECT count(*) FROM "{table}"') == one(base, "SELECT count(*) FROM records WHERE kind = ? AND ended IS NULL", kind))


def as_json(folder, *words):
    return json.loads(done(folder, *words))


def recompute(folder, base, day):
    """The numbers of the report of that day, out of the database alone."""
    report = as_json(folder, "report", "--as-of", day, "--period", "today", "--format", "json")
    told, standing = f"the report of {day}", report["standing"]
    seen = base.execute("""SELECT count(*) FILTER (WHERE counts AND reached), count(*) FILTER (WHERE counts), count(*) FILTER (WHERE is_cancelled), count(*) FILTER (WHERE dropped AND NOT is_cancelled),
                                  count(*) FILTER (WHERE repeated AND NOT is_cancelled AND NOT dropped) FROM milestones_as_of WHERE as_of = ?""", (day,)).fetchone()
    claim(f"{told}: how many are reached, of how many", seen == (standing["reached"]["count"], standing["total"]["count"], standing["cancelled"], standing["no_longer_awaited"], standing["failed_and_repeated"]), (seen, standing))
    late = {row for row in base.execute("""SELECT id, CAST(julianday(as_of) - julianday(planned_last) AS INTEGER) FROM milestones_as_of
        WHERE as_of = ? AND is_open AND planned_last < as_of AND NOT (actual_last IS NOT NULL AND planned_last <= actual_last)""", (day,))}
    claim(f"{told}: which are overdue, by how many days", late == {(entry["id"], entry["days"]) for entry in report["overdue"]}, (late, report["overdue"]))
    open_, overdue = base.execute("SELECT count(*) FILTER (WHERE is_open), count(*) FILTER (WHERE overdue) FROM actions_as_of WHERE as_of = ?", (day,)).fetchone()
    claim(f"{told}: how many actions are open, and overdue", (open_, overdue) == (report["actions"]["open"], report["actions"]["overdue"]), (open_, overdue, report["actions"]))


def slips(folder, base):
    """The moves that the database tells are those of the log."""
    log = as_json(folder, "log", "--format", "json")
    moves = sorted((commit["id"], change["id"], change["move"]["from"], change["move"]["to"], change["move"]["days"], change["move"]["ordinal"], change["move"]["total_days"])
                   for commit in log["commits"] for change in commit["changes"] if "move" in change)
    told = sorted(base.execute("""SELECT m.commit_id, v.id, m.from_text, m.to_text, m.days, m.ordinal, m.total_days FROM moves AS m JOIN versions AS v USING (record, commit_id)"""))
    # A record that was put back with another date has moved too; the log tells it as one that came.
    put_back = {(commit, id) for commit, id in base.execute("SELECT commit_id, id FROM changes WHERE sort = 'added'")}
    claim("the moves are those of sss log", moves == [move for move in told if move[:2] not in put_back], set(moves) ^ set(told))
    claim("as many commits changed records", len(log["commits"]) <= one(base, "SELECT count(*) FROM commits"))


def states(folder, base, commits):
    """What stood on a day is what `sss export json` tells of it, record by record."""
    for day in commits:
        told = {(r["kind"], r["id"]): r["fields"] for r in as_json(folder, "export", "json", "--as-of", day)["records"]}
        seen = {(kind, id): json.loads(content) for kind, id, content in base.execute("""SELECT r.kind, v.id, v.content FROM days AS d JOIN versions AS v
            ON v.valid_from <= d.ends_at AND (v.valid_to IS NULL OR v.valid_to > d.ends_at) JOIN records AS r USING (record) WHERE d.day = ?""", (day,))}
        claim(f"the state of {day} is the same in both", told == seen, [key for key in told.keys() | seen.keys() if told.get(key) != seen.get(key)][:3])


def same_everywhere(folder, path):
    bytes_ = path.read_bytes()
    for more in ({"TZ": "Asia/Kathmandu"}, {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, {"SOURCE_DATE_EPOCH": "1900000000"}, {"HOME": "/none"}):
        claim(f"the same bytes with {more}", done(folder, "export", "sqlite", **more) == bytes_)
        for form in ("ics", "atom", "json", "jsonl"):
            if "SOURCE_DATE_EPOCH" not in more or form != "ics":  # a year after its cancellation an event goes
                claim(f"{form}: the same bytes with {more}", done(folder, "export", form, **more) == done(folder, "export", form))


def days_between(base, many, dice):
    days = [day for day, in base.execute("SELECT day FROM days ORDER BY day")]
    return days if len(days) <= many else sorted({days[0], days[-1], *dice.sample(days, many - 2)})


def of_the_example(scratch):
    folder = scratch / "example"
    done(scratch, "init", folder, "--example")
    base, path = database(folder)
    is_sound("the example", base)
    datasette_is_told_of_all("the example", folder, base)
    same_everywhere(folder, path)
    days = days_between(base, 50, random.Random(1))
    for day in days:
        recompute(folder, base, day)
    states(folder, base, days[::10])
    slips(folder, base)
    part, _ = database(folder, "--satellite", "sss-2b")
    is_sound("a part of it", part, whole=False)
    claim("a part of it holds less", 0 < one(part, "SELECT count(*) FROM milestones") < one(base, "SELECT count(*) FROM milestones"))
    claim("the full-text index finds what a record says", one(base, "SELECT count(*) FROM search WHERE search MATCH 'inter AND satellite'") > 0)
    empty, _ = database(folder, "--as-of", "2000-01-01")
    is_sound("nothing", empty)


def write(folder, name, text):
    path = folder / name
    if text is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def of_random_programmes(seed, scratch):
    dice = random.Random(seed)
    folder = scratch / f"random-{seed}"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "sss.toml", '[programme]\nname = "P"\ntimezone = "Asia/Shanghai"\n')
    date = lambda: f"2024-{dice.randrange(1, 13):02}-{dice.randrange(1, 29):02}"
    rough = lambda: dice.choice([date(), f'"2024-{dice.randrange(1, 13):02}"', f'"2024-Q{dice.randrange(1, 5)}"', f'"{date()}/.."'])
    names = [f"m{i}" for i in range(8)]
    for number in range(25):
        for _ in range(dice.randrange(1, 4)):
            sort = dice.randrange(10)
            if sort < 6:
                lines = [f'title = "T{dice.randrange(99)}"', f'type = "{dice.choice(["review", "launch", "test"])}"']
                if dice.random() < 0.7:
                    lines.append(f'satellite = "s{dice.randrange(2)}"')
                if dice.random() < 0.8:
                    lines.append(f"planned = {rough()}")
                if dice.random() < 0.4:
                    lines.append(f"actual = 2024-01-{1 + number:02}")
                    if dice.random() < 0.5:
                        lines.append(f'outcome = "{dice.choice(["passed", "failed", "failure", "success"])}"')
                elif dice.random() < 0.15:
                    lines.append('cancelled = { date = 2024-01-02, reason = "no money" }')
                if dice.random() < 0.15:
                    lines.append(f'repeats = "{dice.choice(names)}"')
                write(folder, f"data/milestones/{dice.choice(names)}.toml", "\n".join(lines) + "\n")
            elif sort < 7:
                write(folder, f"data/satellites/s{dice.randrange(2)}.toml", f'name = "S"\nclass = "nano"\n' + ('cancelled = { date = 2024-01-02, reason = "lost" }\n' if dice.random() < 0.4 else ""))
            elif sort < 9:
                actions = "".join(f'[[action]]\nid = "a{i}"\ntext = "do it"\n' + (f"due = {date()}\n" if dice.random() < 0.7 else "") + (f"closed = 2024-01-{1 + number:02}\n" if dice.random() < 0.4 else "") for i in range(3))
                write(folder, f"data/meetings/k{dice.randrange(2)}.toml", f'title = "M"\ntype = "pmb"\nstart = 2024-01-{dice.randrange(1, 10):02}\nheld = true\n' + actions)
            else:
                write(folder, f"data/milestones/{dice.choice(names)}.toml", None)
        git(folder, "add", "-A", when=f"2024-01-{1 + number:02}T{dice.randrange(24):02}:00:00Z")
        git(folder, "commit", "-q", "--allow-empty", "-m", "x", when=f"2024-01-{1 + number:02}T{dice.randrange(24):02}:00:00Z")
    base, _ = database(folder)
    is_sound(f"random programme {seed}", base)
    datasette_is_told_of_all(f"random programme {seed}", folder, base)
    days = days_between(base, 25, dice)
    for day in days:
        recompute(folder, base, day)
    states(folder, base, days[::6])
    slips(folder, base)


def of_names(scratch):
    """Kinds and fields may be called as SQL's own words, or so that SQLite takes two of them for one."""
    folder = scratch / "names"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder, "sss.toml", '[site]\nleave_out = ["organisation", "milestone.notes"]\npeople = "none"\n')
    write(folder, "schemas/version.schema.json", json.dumps({"type": "object", "properties": {name: {"type": "string"} for name in ("select", "Select", "record", "id_", "planned_first", "a.b", 'q"u')} |
                                                                                              {"planned": {"x-sss-date": "planned"}, "valid_from": {"type": "integer"}}}))
    write(folder, "schemas/commit.schema.json", json.dumps({"type": "object", "x-sss-folder": "its-commits", "properties": {"name": {"type": "string"}}}))
    write(folder, "data/versions/one.toml", 'select = "a"\nSelect = "b"\nrecord = "c"\nplanned = 2024-01-01\nplanned_first = "d"\nvalid_from = 7\n')
    write(folder, "data/its-commits/x.toml", 'name = "x"\n')
    write(folder, "data/organisations/secret-org.toml", 'name = "Secret"\ntype = "company"\n')
    write(folder, "data/milestones/a.toml", 'title = "A"\ntype = "review"\nowner = "secret-org"\nnotes = "secret ada@example.org"\nweight = 1.5\n')
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "ask ada@example.org")
    base, path = database(folder)
    claim("names are sound", [row[0] for row in base.execute("PRAGMA integrity_check")] == ["ok"] and not base.execute("PRAGMA foreign_key_check").fetchall())
    row = base.execute("SELECT * FROM versions_records").fetchone()
    claim("every field has a column of its own", {"a", "b", "c", "d", "2024-01-01", 7} <= set(row), row)
    claim("what is left out is in no byte", not re.search(rb"secret|owner\"|example\.org", path.read_bytes(), re.I))
    claim("nobody is named", one(base, "SELECT count(author) FROM commits") == 0)


with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    of_the_example(scratch)
    for seed in SEEDS:
        of_random_programmes(seed, scratch)
    of_names(scratch)
print("\n".join(failures[:40]) or f"the example and {len(SEEDS)} random programmes, recomputed in SQL")
sys.exit(1 if failures else 0)
