#!/usr/bin/env python3
"""docs/rules/ holds the page of every rule, word for word as the tool knows it, and no other page.

usage: rule_pages.py SSS SOURCE [--write]        --write makes the pages anew
"""
import pathlib
import subprocess
import sys

sss, source = sys.argv[1], pathlib.Path(sys.argv[2])
folder = source / "docs" / "rules"


def explain(*arguments):
    return subprocess.run([sss, "explain", *arguments], check=True, capture_output=True, text=True).stdout


names = [line.split()[0] for line in explain().split("\n\n")[0].splitlines()]
pages = {"README.md": explain("--format", "markdown")} | {f"{name}.md": explain("--format", "markdown", name) for name in names}

if "--write" in sys.argv:
    folder.mkdir(parents=True, exist_ok=True)
    for page in folder.glob("*.md"):
        page.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text)

stand = {page.name: page.read_text() for page in folder.glob("*.md")}
wrong = sorted(name for name in pages.keys() | stand.keys() if pages.get(name) != stand.get(name))
if wrong:
    sys.exit(f"docs/rules/ is not what `sss explain` says: {', '.join(wrong)}\n"
             f"The table in src/rules/ is the source; tests/promises/rule_pages.py SSS SOURCE --write copies it.")
