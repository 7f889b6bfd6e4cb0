#!/usr/bin/env python3
"""What docs/scale.md says is what happens: its commands are run over a hundred generated repositories, and its queries give the
figures that the repositories were made with. Where DuckDB is not there, that part is shown as skipped.

usage: scale.py SSS SOURCE-FOLDER
"""
import collections
import os
import pathlib
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support.claims import ENVIRONMENT, SSS, claim, failures, git
from support.npm_judges import is_there, judged
from support.samples import sample

ROOT = pathlib.Path(sys.argv[2]).resolve()
REPOSITORIES = sample(100, 100, 5)
PAGE = (ROOT / "docs/scale.md").read_text()
REASONS = ["weather", "parts", "money", None]


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.M | re.S)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def make(folder, dice, told):
    """A repository of a few records; what is to be found of it goes into `told`."""
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    write(folder / "sss.toml", '[programme]\nname = "P"\n[history]\ncorrection_days = 0\n')
    plans = {f"m{i}": dice.randrange(1, 20) for i in range(3)}
    owners = {name: dice.choice(["ada", "bo"]) for name in plans}
    for owner in ("ada", "bo"):
        write(folder / f"data/organisations/{owner}.toml", f'name = "{owner}"\ntype = "university"\n')
    def milestone(name, actual=None):
        write(folder / f"data/milestones/{name}.toml", f'title = "{name}"\ntype = "review"\nowner = "{owners[name]}"\nplanned = 2024-05-{plans[name]:02}\n' + (f"actual = 2024-05-{actual:02}\n" if actual else ""))
    for name in plans:
        milestone(name)
    month = dice.choice([3, 11])
    write(folder / "data/meetings/k.toml", f'title = "K"\ntype = "pmb"\nstart = 2024-{month:02}-01\nheld = true\n[[action]]\nid = "a1"\ntext = "Go"\nowner = "ada"\n')
    told["ages"]["over 90 days" if month == 3 else "up to 90 days"] += 1
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "The plan")
    day = 11
    for name in plans:
        if dice.random() < 0.6:
            day += 1
            reason, days = dice.choice(REASONS), dice.randrange(1, 9)
            plans[name] += days
            milestone(name)
            git(folder, "commit", "-qam", "later" + (f"\n\nReason: {reason}" if reason else ""), when=f"2024-01-{day}T12:00:00Z")
            told["causes"][reason or "no reason given"][0] += 1
            told["causes"][reason or "no reason given"][1] += days
        if dice.random() < 0.5:
            actual = dice.randrange(1, 28)
            milestone(name, actual)
            day += 1
            git(folder, "commit", "-qam", "done", when=f"2024-01-{day}T12:00:00Z")
            told["owners"][owners[name]][0] += actual <= plans[name]
            told["owners"][owners[name]][1] += 1


with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    (scratch / "bin").mkdir()
    (scratch / "bin/sss").symlink_to(SSS)
    world = scratch / "world"
    world.mkdir()
    dice, told = random.Random(1), {"causes": collections.defaultdict(lambda: [0, 0]), "owners": collections.defaultdict(lambda: [0, 0]), "ages": collections.Counter()}
    for number in range(REPOSITORIES):
        make(world / f"r{number:03}", dice, told)
    if not shutil.which("sqlite3"):
        print("skipped: sqlite3 is not installed")
        sys.exit(77)
    script = blocks("sh")[0]
    env = ENVIRONMENT | {"PATH": f"{scratch / 'bin'}:{os.environ['PATH']}"}
    made = subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=world, env=env, capture_output=True, text=True)
    claim("the commands of docs/scale.md end well", made.returncode == 0 and not made.stderr, made.stderr[-1000:])
    causes, owners, ages = [sql for sql in blocks("sql") if "filename" not in sql]
    if made.returncode == 0:
        base = sqlite3.connect(world / "all.sqlite")
        claim("slips by cause", dict((row[0], list(row[1:])) for row in base.execute(causes)) == dict(told["causes"]), (base.execute(causes).fetchall(), told["causes"]))
        claim("punctuality by organisation", {row[0]: list(row[1:]) for row in base.execute(owners)} == {name: seen for name, seen in told["owners"].items()}, (base.execute(owners).fetchall(), told["owners"]))
        claim("actions by age", dict(base.execute(ages)) == dict(told["ages"]), (base.execute(ages).fetchall(), told["ages"]))
    if not is_there("@duckdb/node-api"):
        print("skipped: DuckDB is not here to read the JSON lines")
    else:
        for number in range(REPOSITORIES):
            subprocess.run([SSS, "-C", world / f"r{number:03}", "export", "jsonl", "--history", "-o", world / f"r{number:03}/changes.jsonl"], env=env, check=True)
        os.chdir(world)
        query = next(sql for sql in blocks("sql") if "filename" in sql)
        subprocess.run(["bash", "-euo", "pipefail", "-c", blocks("sh duckdb")[0]], cwd=world, env=env, check=True)
        views = "".join(f"CREATE VIEW {table} AS FROM '{table}.csv';\n" for table in ("moves", "milestones", "actions"))

        def rows(sql):
            (world / "query.sql").write_text(views + sql)
            return [[int(value) if re.fullmatch(r"-?\d+", str(value)) else value for value in row] for row in judged("duckdb", world / "query.sql")]
        claim("DuckDB: slips by cause", {row[0]: row[1:] for row in rows(causes)} == dict(told["causes"]), (rows(causes), told["causes"]))
        claim("DuckDB: punctuality by organisation", {row[0]: row[1:] for row in rows(owners)} == dict(told["owners"]), (rows(owners), told["owners"]))
        claim("DuckDB: actions by age", {row[0]: row[1] for row in rows(blocks("sql duckdb")[0])} == dict(told["ages"]), told["ages"])
        (world / "query.sql").write_text(query)
        claim("DuckDB reads all lines as one table", len(judged("duckdb", world / "query.sql")) == REPOSITORIES)
print("\n".join(failures[:20]) or f"{REPOSITORIES} repositories in one database")
sys.exit(1 if failures else 0)
