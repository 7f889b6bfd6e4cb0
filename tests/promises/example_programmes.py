#!/usr/bin/env python3
"""The programmes in examples/ are what a newcomer would copy: each is laid out as `sss fmt` has it and validates without a finding,
and its README shows what sss prints of it (support/console.py says how), its report above all.

usage: example_programmes.py SSS SOURCE-FOLDER [--accept]
  --accept  write what was printed into the pages (but for outputs that hold `…`); the diff is yours to judge
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from support import console

ACCEPT = "--accept" in sys.argv
SSS, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
WHEN = "2026-01-14T12:00:00Z"  # all is committed then; today is the day after
ENVIRONMENT = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ} | {
    "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "100", "SOURCE_DATE_EPOCH": "1768478400", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull} | {
    f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Ada"), ("EMAIL", "ada@programme.example"), ("DATE", WHEN))}


def tried(folder, scratch):
    """What is wrong with an example, in words."""
    (scratch / "bin").mkdir()
    (scratch / "bin/sss").symlink_to(SSS)
    environment = ENVIRONMENT | {"PATH": f"{scratch / 'bin'}:{os.environ['PATH']}", "HOME": str(scratch)}

    def shell(script, where):
        return subprocess.run(["bash", "-c", script], cwd=where, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout

    work = shutil.copytree(folder, scratch / folder.name)
    # Without the page: it shows commits' ids, which would hang on it.
    begun = shell("git init -q && sss fmt --check && git add sss.toml data $(ls -d schemas 2> /dev/null) && git commit -qm 'As it stands' && sss validate", work)
    if "no findings" not in begun:
        yield f"{folder.name} is not clean:\n{begun}"
    page = folder / "README.md"
    commands = []
    for line, command, expected, got in console.ran(page.read_text(), work, scratch, shell):
        commands.append(command)
        if console.matches(expected, got):
            continue
        if ACCEPT and "…" not in (line.strip() for line in expected.splitlines()):
            page.write_text(page.read_text().replace(f"$ {command}\n{expected}", f"$ {command}\n{got}", 1))
        yield f"{page.relative_to(ROOT)}:{line}: $ {command}\n--- shown\n{expected}--- printed\n{got}"
    if not {"sss validate", "sss report"} <= set(commands):
        yield f"{page.relative_to(ROOT)} shows no report"


def main():
    folders = sorted(path.parent for path in (ROOT / "examples").glob("*/sss.toml"))
    index = (ROOT / "examples/README.md").read_text()
    wrong = [f"examples/README.md does not lead to {folder.name}" for folder in folders if f"({folder.name}/README.md)" not in index]
    for folder in folders:
        with tempfile.TemporaryDirectory(prefix="example.") as name:
            wrong += tried(folder, pathlib.Path(name))
    print("\n".join(wrong) or f"{len(folders)} example programmes are as their pages show them")
    sys.exit(1 if wrong or len(folders) < 3 else 0)


main()
