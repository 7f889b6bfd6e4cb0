#!/usr/bin/env python3
"""Options mean the same everywhere: the table of docs/options.md has no hole that it does not explain, the ending of -o is obeyed
or refused, results alone go to standard output, and -q silences the rest.

usage: options.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
COMMANDS = {"changelog": [], "diff": ["HEAD~3..HEAD"], "log": [], "report": [], "list": ["milestone"], "timeline": [], "chart": ["trend"],
            "forecast": [], "validate": []}
# What writes.
WRITING = {"set": ["set", "sss-1-cdr", "weight=2"], "done": ["done", "sss-1-em-test", "2019-03-20"],
           "cancel": ["cancel", "sss-1-em-test", "--reason", "no"], "move": ["move", "sss-1-em-test", "2027-03-01"],
           "rename": ["rename", "sss-1-launch", "sss-1-start"], "add": ["add", "milestone", "--title", "New", "--type", "test"]}
failures = []


def claim(what, holds, told=""):
    if not holds:
        failures.append(f"{what}: {told}")


def run(folder, *arguments):
    env = os.environ | {"HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
                        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "SOURCE_DATE_EPOCH": "1768478400"}
    return subprocess.run([SSS, *arguments], cwd=folder, env=env, capture_output=True, text=True)


def table():
    """{option: (what it takes, the commands that do not take it)} as the page says it."""
    rows = {}
    for line in (ROOT / "docs/options.md").read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `-") and len(cells) == 3:
            option, _, takes = cells[0].strip("`").partition(" ")
            holes = set(re.findall(r"`([a-z]+)`", cells[2])) & COMMANDS.keys()
            claim(f"{option} explains its holes", not holes or len(cells[2]) > 20 * len(holes) // 2, cells[2])
            rows[option] = (takes, holes)
    return rows


def taken(command):
    """{option: what it takes} as --help says it."""
    text = subprocess.run([SSS, command, "--help"], capture_output=True, text=True).stdout
    options = {}
    for names, takes in re.findall(r"^  ((?:-[-a-zA-Z]+(?:, )?)+)(?: ([A-Z][A-Z|+0-9]*))?", text, re.M):
        for name in names.split(", "):
            options[name] = takes
    return options


rows = table()
claim("the page has its table", len(rows) >= 10, rows)
for command in COMMANDS:
    options = taken(command)
    for option, (takes, holes) in rows.items():
        if command in holes:
            claim(f"sss {command} takes no {option}, as the page says", option not in options, "it does")
        else:
            claim(f"sss {command} takes {option}", option in options, "and the page does not say why not")
            claim(f"sss {command} {option} takes {takes or 'nothing'}", options.get(option, takes) == takes, options.get(option))

with tempfile.TemporaryDirectory(prefix="options.") as scratch:
    scratch = pathlib.Path(scratch)
    run(scratch, "init", "--example", "demo")
    demo = scratch / "demo"
    for command, words in COMMANDS.items():
        text = run(demo, command, *words, "--format", "json")
        claim(f"sss {command} --format json prints JSON", text.stdout.lstrip().startswith("{"), text.stderr)
        by_name = run(demo, command, *words, "-o", f"{command}.json")
        claim(f"sss {command} -o obeys .json", (demo / f"{command}.json").exists() and (demo / f"{command}.json").read_text().startswith("{"), by_name.stderr)
        refused = run(demo, command, *words, "-o", f"{command}.pdf")
        claim(f"sss {command} -o refuses .pdf", refused.returncode == 2 and not (demo / f"{command}.pdf").exists(), refused.stderr)
        quiet = run(demo, command, *words, "-q")
        claim(f"sss {command} -q says nothing beside its result", quiet.stderr == "", quiet.stderr)
        for option, value in (("--satellite", "sss-2b"), ("--organisation", "apsco"), ("--type", "launch"), ("--period", "2023"), ("--kind", "milestone")):
            if command not in rows[option][1]:
                made = run(demo, command, *words, option, value)
                claim(f"sss {command} {option} {value} works", made.returncode == 0, made.stderr)
    picture = run(demo, "chart", "trend", "--format", "svg", "--width", "900")
    claim("a chart's width in pixels works on, with a remark", 'width="900"' in picture.stdout and "--pixels" in picture.stderr, picture.stderr)
    for command, words in WRITING.items():
        made = run(demo, *words)
        claim(f"sss {command} prints the paths of what it wrote alone", made.returncode == 0 and re.fullmatch(r"(data/\S+\.toml\n)+", made.stdout), made.stdout + made.stderr)
        claim(f"sss {command} proposes the commit on standard error", "git" in made.stderr, made.stderr)
        subprocess.run(["git", "checkout", "-q", "."], cwd=demo)
        subprocess.run(["git", "clean", "-qfd", "data"], cwd=demo)
        quiet = run(demo, *words, "-q")
        claim(f"sss {command} -q leaves the paths alone", quiet.stderr == "" and quiet.stdout == made.stdout, quiet.stderr)
        subprocess.run(["git", "checkout", "-q", "."], cwd=demo)
        subprocess.run(["git", "clean", "-qfd", "data"], cwd=demo)

    for command, words in WRITING.items():
        base = subprocess.run(["git", "rev-parse", "HEAD"], cwd=demo, capture_output=True, text=True).stdout.strip()
        made = run(demo, *words, "--commit", "-q")
        claim(f"sss {command} --commit -q says nothing", made.returncode == 0 and made.stderr == "", made.stderr)
        names = subprocess.run(["git", "diff", "--name-only", "--no-renames", base, "HEAD"], cwd=demo, capture_output=True, text=True).stdout
        left = subprocess.run(["git", "status", "--porcelain", "data"], cwd=demo, capture_output=True, text=True).stdout
        claim(f"sss {command} --commit commits what it wrote", left == "" and set(made.stdout.split()) <= set(names.split()), names + left)
        subprocess.run(["git", "reset", "-q", "--hard", base], cwd=demo)

print("\n".join(failures) or f"{len(rows)} options mean the same in {len(COMMANDS)} commands")
sys.exit(1 if failures else 0)
