#!/usr/bin/env python3
"""What `./dev sss` says on a machine that has nothing yet: which packages it installs, how far it is, how long it took, and where
it fails the whole of what was said. Standard output holds the result alone.

The machine is made up: a copy of `dev` beside programs of ours in the place of apt-get, dpkg-query and cmake.

usage: first_hour.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import pty
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[2]).resolve()

APT = """#!/bin/sh
echo "apt-get $*" >> "$ASKED"
if [ "$1" = install ]; then
  printf 'dlstatus:1:12.5:Retrieving\\ndlstatus:2:99.9:Retrieving\\npmstatus:g++:40.0:Installing\\n' >&3
  echo "apt speaks at length"
  exit "${APT_FAILS:-0}"
fi
"""
CMAKE = """#!/bin/bash
case "$1" in
  --preset) echo "cmake configures" ;;
  --build)
    mkdir -p "$2/src"
    printf '#!/bin/sh\\necho "the report: $*"\\n' > "$2/src/sss"
    chmod +x "$2/src/sss"
    for step in $(seq 40); do echo "[$step/40] Building CXX object"; done
    if [ -n "$CMAKE_FAILS" ]; then echo "error: no such thing"; exit 1; fi ;;
esac
"""


def machine(folder):
    tools = folder / "tools"
    tools.mkdir()
    for name, text in (("apt-get", APT), ("cmake", CMAKE), ("dpkg-query", "#!/bin/sh\nexit 1\n"), ("id", "#!/bin/sh\necho 0\n")):
        (tools / name).write_text(text)
        (tools / name).chmod(0o755)
    (folder / "clone").mkdir()
    (folder / "clone/dev").write_bytes((ROOT / "dev").read_bytes())
    (folder / "clone/dev").chmod(0o755)
    return {"PATH": f"{tools}:{os.environ['PATH']}", "ASKED": str(folder / "asked"), "HOME": str(folder), "LC_ALL": "C.UTF-8"}


def on_a_terminal(words, folder, environment):
    """What stands on standard output, and what a terminal is shown of standard error."""
    main, other = pty.openpty()
    running = subprocess.Popen(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=other)
    os.close(other)
    shown = b""
    try:
        while part := os.read(main, 65536):
            shown += part
    except OSError:  # so Linux says that the other end was closed
        pass
    os.close(main)
    return running.stdout.read().decode(), shown.decode(), running.wait()


def main():
    with tempfile.TemporaryDirectory(prefix="first-hour.") as name:
        folder = pathlib.Path(name)
        environment = machine(folder)
        words = ["./dev", "sss", "report", "--as-of", "2023-04-13"]

        made = subprocess.run(words, cwd=folder / "clone", env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        assert made.returncode == 0 and made.stdout == "the report: report --as-of 2023-04-13\n", made
        lines = made.stderr.splitlines()
        assert lines[0].startswith("dev: installing ") and " packages, with what they need: g++ cmake " in lines[0], lines
        assert any(line.startswith("dev: installed in ") for line in lines), lines
        assert any("building for the first time: some " in line for line in lines), lines
        assert [line for line in lines if "steps are done" in line] == [f"dev: building, {step} of 40 steps are done" for step in (10, 20, 30)], lines
        assert "\r" not in made.stderr and "apt speaks" not in made.stderr, "a log is no terminal"
        asked = (folder / "asked").read_text()
        assert "apt-get update" in asked and "--no-install-recommends" in asked and "libgit2-dev" in asked, asked

        out, shown, code = on_a_terminal(words, folder / "clone", environment)
        assert (out, code) == ("the report: report --as-of 2023-04-13\n", 0), (out, code)
        for line in ("dev: fetching the packages, 12 %", "dev: installing the packages, 40 %", "dev: building, 40 of 40 steps are done"):
            assert f"\r\x1b[K{line}" in shown, shown
        assert shown.endswith("\r\x1b[K"), "the line is gone before the result stands there"

        made = subprocess.run(words, cwd=folder / "clone", env=environment | {"CMAKE_FAILS": "1"}, capture_output=True, text=True)
        assert made.returncode == 1 and made.stdout == "" and "error: no such thing" in made.stderr and "[40/40]" in made.stderr, made
        made = subprocess.run(words, cwd=folder / "clone", env=environment | {"APT_FAILS": "100"}, capture_output=True, text=True)
        assert made.returncode != 0 and made.stdout == "" and "apt speaks at length" in made.stderr, made
    print("the first hour is told as it goes")


main()
