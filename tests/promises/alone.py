#!/usr/bin/env python3
"""Files of src/ compile by themselves, without a warning: what each uses it includes, though clean builds compile in batches.

A build in batches (a unity build) does not see that a file leans on what another one of its batch includes, nor that it hides a
name; whoever works on the code, file by file, would. So the compiler reads files alone, without making code of them. A plain run
takes every twelfth, which costs more than a minute of the processor; `./dev test --long` takes all.

usage: alone.py SSS SOURCE-FOLDER
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys

from support.samples import sample

SSS, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
BUILD = SSS.parent.parent
SKIPPED = 77


def flags_by_target():
    """How the compiler is called for the files of the house and for the commands, without what makes code."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        target = re.search(r"/(sss_core|sss_commands|sss_main)\.dir/", entry["command"])
        if target is None or target[1] in found:
            continue
        words = [word for word in shlex.split(entry["command"]) if not word.endswith("ccache")]
        words = words[: words.index("-o")]
        # Batches switch the warnings off that names of two files of one batch would earn.
        found[target[1]] = [word for word in words if not word.startswith(("-Wno-shadow", "-Wno-subobject", "-O"))]
    return found


def main():
    if not (BUILD / "compile_commands.json").exists():
        print("the program stands in no build folder")
        sys.exit(SKIPPED)
    calls = flags_by_target()
    if any("-fsanitize" in word for word in calls["sss_core"]):
        print("the build without sanitizers tries this")
        sys.exit(SKIPPED)
    files = sorted((ROOT / "src").rglob("*.cpp"))
    assert len(files) > 200, files
    tried = files[:: sample(12, long=1, sanitized=12)]

    def judge(path):
        floor = path.relative_to(ROOT / "src").parts[0]
        target = "sss_main" if floor == path.name else "sss_commands" if floor == "commands" else "sss_core"
        told = subprocess.run([*calls[target], "-fsyntax-only", path], cwd=BUILD, capture_output=True, text=True)
        return None if told.returncode == 0 else f"{path.relative_to(ROOT)} does not compile by itself:\n{told.stderr}"

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        wrong = [one for one in pool.map(judge, tried) if one]
    print("\n".join(wrong) or f"{len(tried)} of {len(files)} files compile by themselves")
    sys.exit(1 if wrong else 0)


main()
