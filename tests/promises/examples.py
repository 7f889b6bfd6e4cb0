#!/usr/bin/env python3
"""What the README and the guide show is what the program prints.

Every ```console block of README.md and docs/ is run in order, each file in a fresh `sss init --example demo`
(support/console.py says how such a block is written).

usage: examples.py SSS SOURCE-FOLDER [--accept] [FILE…]
  --accept  write what was printed into the pages (but for outputs that hold `…`); the diff is yours to judge
"""
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

from support import console

ACCEPT = "--accept" in sys.argv
sys.argv = [argument for argument in sys.argv if argument != "--accept"]
SSS = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()


def files():
    if sys.argv[3:]:
        return [pathlib.Path(name).resolve() for name in sys.argv[3:]]
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def run_file(path):
    if not any(True for _ in console.blocks(path.read_text())):
        return 0, []  # a page without examples needs no world
    report = []
    with tempfile.TemporaryDirectory(prefix="examples.") as scratch:
        home, bin_, work = (pathlib.Path(scratch) / name for name in ("home", "bin", "work"))
        for folder in (home, bin_, work):
            folder.mkdir()
        (bin_ / "sss").symlink_to(SSS)
        (home / "gitconfig").write_text("[init]\n\tdefaultBranch = main\n[user]\n\tname = Nobody\n\temail = nobody@programme.example\n")
        env = {
            "PATH": f"{bin_}:{os.environ['PATH']}", "HOME": str(home), "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "100",
            "SOURCE_DATE_EPOCH": "1768478400", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        } | {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
        subprocess.run([SSS, "init", "--example", work / "demo"], env=env, check=True, capture_output=True)

        def shell(script, folder):
            return subprocess.run(["bash", "-c", script], cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True).stdout

        count = 0
        for number, command, expected, got in console.ran(path.read_text(), work / "demo", pathlib.Path(scratch), shell):
            count += 1
            if not console.matches(expected, got):
                if ACCEPT and "…" not in (line.strip() for line in expected.splitlines()):
                    shown = f"$ {command}\n{expected}"
                    path.write_text(path.read_text().replace(shown, f"$ {command}\n{got}", 1))
                report.append(f"{path.relative_to(ROOT)}:{number}: $ {command}\n--- shown\n{expected}--- printed\n{got}")
    return count, report


with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    results = list(pool.map(run_file, files()))
wrong = [text for _, report in results for text in report]
print("\n".join(wrong))
print(f"{sum(count for count, _ in results)} examples run, {len(wrong)} wrong")
sys.exit(1 if wrong else 0)
