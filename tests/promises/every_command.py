#!/usr/bin/env python3
"""Every command has a page, a help text with examples, golden cases, and a place in the README.

usage: every_command.py SSS SOURCE-FOLDER
"""
import pathlib
import re
import subprocess
import sys

SSS, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])


def commands():
    text = subprocess.run([SSS, "--help"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^  ([a-z]+) {2,}\S", text.split("Subcommands:")[1], re.M)


def complaints():
    readme = (ROOT / "README.md").read_text()
    for command in commands():
        help_text = subprocess.run([SSS, command, "--help"], capture_output=True, text=True).stdout
        if "Examples:" not in help_text:
            yield f"sss {command} --help shows no example"
        if not (ROOT / "docs" / "commands" / f"{command}.md").exists():
            yield f"docs/commands/{command}.md is missing"
        if not list((ROOT / "tests" / "golden" / command).glob("*/arguments")):
            yield f"tests/golden/{command}/ holds no case"
        if f"sss {command}" not in readme:
            yield f"README.md does not speak of sss {command}"


names, found = commands(), list(complaints())
print("\n".join(found) or f"{len(names)} commands, each with its page, help, cases and place in the README")
sys.exit(1 if found or not names else 0)
