#!/usr/bin/env python3
"""What bash, zsh and fish offer behind `sss`, asked of the shells themselves; and that every manual page is sound in the
eyes of mandoc.

usage: completion.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()
failures = 0

# What is typed, and what must be offered: exactly (a list), or among others (a set).
CASES = [
    ("sss rep", ["repeat", "report"]),
    ("sss changelog --for", ["--format"]),
    ("sss log --format ", ["json", "markdown", "text"]),
    ("sss log sss-2b-l", ["sss-2b-launch"]),
    ("sss show satellite/sss-1", ["satellite/sss-1"]),
    ("sss list mil", ["milestone", "milestone.sources"]),
    ("sss set sss-2b-launch plan", ["planned="]),
    ("sss set sss-2b-launch owner=bei", ["owner=beihang"]),
    ("sss add milestone --type la", ["launch"]),
    ("sss add milestone --dep", ["--depends-on"]),
    ("sss explain unknown-r", ["unknown-reference"]),
    ("sss completion ", ["bash", "fish", "zsh"]),
    ("sss nothing-of-the-sort x", []),
    ("sss log no-such-record", []),
    ("sss report --period last-", {"last-week", "last-month"}),
    ("sss timeline --satellite ", {"sss-1", "sss-2a", "sss-2b"}),
    ("sss manual lo", ["log"]),
]

BASH = r"""
source <(sss completion bash)
COMP_LINE=$1 COMP_POINT=${#1}
_sss
printf '%s\n' "${COMPREPLY[@]}"
"""
# zsh asks its completion system for what it found; outside of a prompt the function that takes it is ours.
ZSH = r"""
compdef() { : }
compadd() { while (( $# )); do [[ $1 == -a ]] && { print -rl -- ${(P)2}; return }; shift; done }
_files() { : }
source <(sss completion zsh)
words=(${(s: :)1}); [[ $1 == *' ' ]] && words+=('')
CURRENT=$#words
_sss
"""
FISH = "sss completion fish | source; complete -C $argv[1]"


def claim(text, holds, seen=""):
    global failures
    if not holds:
        failures += 1
        print(f"not so: {text}\n  {seen}")


def offered(shell, line, folder):
    command = {"bash": ["bash", "--norc", "-c", BASH, "bash", line],
               "zsh": ["zsh", "-f", "-c", ZSH, "zsh", line],
               "fish": ["fish", "--no-config", "-c", FISH, line]}[shell]
    environment = {"PATH": f"{SSS.parent}:{os.environ['PATH']}", "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    made = subprocess.run(command, cwd=folder / "demo", env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    claim(f"{shell} complains of nothing for '{line}'", made.stderr == "", made.stderr)
    return [found.split("\t")[0] for found in made.stdout.splitlines() if found]


def completions(folder):
    for shell in ("bash", "zsh", "fish"):
        for line, expected in CASES:
            found = offered(shell, line, folder)
            if shell == "bash":  # puts back only what stands behind the last = or :
                head = re.match(r".*[=:]", line.split(" ")[-1])
                found = [(head.group() if head else "") + word for word in found]
            held = expected <= set(found) if isinstance(expected, set) else sorted(found) == sorted(expected)
            claim(f"{shell} offers {expected} behind '{line}'", held, found)


def manual_pages(folder):
    subprocess.run([SSS, "manual", "--into", folder / "man1"], check=True)
    text = subprocess.run([SSS, "--help"], capture_output=True, text=True, check=True).stdout
    commands = re.findall(r"^  ([a-z]+) {2,}\S", text.split("Subcommands:")[1], re.M)
    pages = {page.name for page in (folder / "man1").iterdir()}
    claim("every command has its manual page", pages == {"sss.1"} | {f"sss-{name}.1" for name in commands}, pages)
    for page in sorted((folder / "man1").iterdir()):
        made = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True)
        complaints = [line for line in made.stdout.splitlines() if "missing date" not in line]  # no clock in a result
        claim(f"mandoc finds nothing in {page.name}", not complaints, "\n  ".join(complaints))
        shown = subprocess.run(["mandoc", "-T", "utf8", page], capture_output=True, text=True, check=True).stdout
        plain = re.sub(".\b", "", shown)
        claim(f"{page.name} says how it ends", "EXIT STATUS" in plain)
    plain = re.sub(".\b", "", subprocess.run(["mandoc", "-T", "utf8", folder / "man1" / "sss-log.1"], capture_output=True, text=True).stdout)
    claim("a page shows its examples as they are typed", "sss log --as-of 2023-04-13" in plain, plain)


with tempfile.TemporaryDirectory() as scratch:
    place = pathlib.Path(scratch)
    subprocess.run([SSS, "init", "--example", place / "demo"], check=True, capture_output=True)
    completions(place)
    manual_pages(place)
sys.exit(1 if failures else 0)
