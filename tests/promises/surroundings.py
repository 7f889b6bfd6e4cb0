#!/usr/bin/env python3
"""What surrounds a run never falsifies it: a reader that leaves, a full device, a closed stream, another user's repository, an odd clock,
locale, time zone or home.

usage: surroundings.py SSS ROOT
"""
import os
import pathlib
import subprocess
import sys
import tempfile

SSS = str(pathlib.Path(sys.argv[1]).resolve())
NOON = "1681387200"  # 13 April 2023, 12:00 UTC
failures = 0


def claim(text, holds, seen=""):
    global failures
    if not holds:
        failures += 1
        print(f"not so: {text}\n{seen}")


def run(*arguments, cwd, **env):
    """(exit code, standard output, standard error) in an environment that holds nothing but what is named."""
    base = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
    made = subprocess.run([SSS, *arguments], cwd=cwd, env=base | {"HOME": str(cwd), "SOURCE_DATE_EPOCH": NOON} | env,
                          stdin=subprocess.DEVNULL, capture_output=True)
    return made.returncode, made.stdout.decode(), made.stderr.decode()


def a_reader_that_leaves(demo):
    reading, writing = os.pipe()
    os.close(reading)
    for command in (["log"], ["changelog"], ["report"], ["validate", "--format", "json"], ["list", "milestone"]):
        made = subprocess.run([SSS, *command], cwd=demo, stdout=writing, stderr=subprocess.PIPE)
        claim(f"a closed pipe is no error of sss {command[0]}", (made.returncode, made.stderr) == (0, b""), made)
    os.close(writing)


def a_full_device(demo):
    for command in (["log"], ["report"], ["validate"], ["show", "sss-1-launch"]):
        with open("/dev/full", "wb") as full:
            made = subprocess.run([SSS, *command], cwd=demo, stdout=full, stderr=subprocess.PIPE, text=True)
        claim(f"sss {command[0]} on a full device ends with 3 and says so",
              made.returncode == 3 and "No space left on device" in made.stderr, made)


def closed_streams(demo):
    """Where a standard stream is closed, the next file that is opened would get its number."""
    record = demo / "data/milestones/sss-1-launch.toml"
    before = record.read_bytes()
    set_it = ["set", "sss-1-launch", "notes=Written"]
    made = subprocess.run([SSS, *set_it], cwd=demo, capture_output=True)
    wanted = record.read_bytes()
    claim("a field is set", made.returncode == 0 and wanted != before, made)
    for closed in ([0], [1], [2], [0, 1], [0, 2], [1, 2], [0, 1, 2]):
        def close(closed=closed):
            for one in closed:
                os.close(one)
        for command in (["log"], ["report"], ["validate"], set_it, ["fmt", "--check"], ["report", "-o", str(demo / "out")]):
            record.write_bytes(before)
            made = subprocess.run([SSS, *command], cwd=demo, stdout=subprocess.PIPE if 1 not in closed else None,
                                  stderr=subprocess.PIPE if 2 not in closed else None, preexec_fn=close)
            prints = 1 in closed and "-o" not in command and command[0] != "fmt"
            claim(f"sss {command[0]} without the streams {closed} ends with {3 if prints else 0}", made.returncode == (3 if prints else 0), made)
            claim(f"sss {command[0]} without the streams {closed}: the record is whole", record.read_bytes() == (wanted if command == set_it else before), record.read_bytes())
    record.write_bytes(before)
    (demo / "out").unlink()


def odd_clocks(demo):
    for odd in ("abc", "12x", "99999999999999999999", " 1", "1.5"):
        code, out, err = run("report", cwd=demo, SOURCE_DATE_EPOCH=odd)
        claim(f"SOURCE_DATE_EPOCH={odd} is refused by name", (code, out) == (2, "") and f"'{odd}'" in err, (code, out, err))


def the_machines_habits(demo):
    for command in (["report"], ["changelog"], ["list", "milestone"], ["timeline"], ["log", "sss-2b-launch"]):
        plain = run(*command, cwd=demo)
        claim(f"sss {command[0]} works without any habit of the machine", plain[0] == 0, plain)
        for habit in ({"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE"}, {"TZ": "Pacific/Kiritimati"}, {"TZ": ":nowhere"},
                      {"HOME": "/nowhere/at/all"}, {"COLUMNS": "40", "TERM": "xterm"}):
            claim(f"sss {command[0]} is the same bytes with {habit}", run(*command, cwd=demo, **habit) == plain)


def another_users_repository(demo):
    if os.geteuid() != 0:
        print("left out: a repository of another user can only be made by root")
        return
    os.chown(demo, 12345, 12345)
    os.chown(demo / ".git", 12345, 12345)
    place = demo.resolve()
    remedy = f"git config --global --add safe.directory '{place}'"
    for setting in ("", "[user]\n\tname = Nobody\n", "[safe]\n\tdirectory = /elsewhere\n"):
        home = demo.parent / "home"
        home.mkdir(exist_ok=True)
        (home / ".gitconfig").write_text(setting)
        code, out, err = run("log", cwd=demo, HOME=str(home))
        claim(f"another user's repository is told with its remedy (settings {setting!r})",
              (code, out) == (3, "") and "belongs to another user" in err and remedy in err, (code, out, err))
    (demo.parent / "home" / ".gitconfig").write_text(f"[safe]\n\tdirectory = {place}\n")
    code, out, err = run("log", cwd=demo, HOME=str(demo.parent / "home"))
    claim("the remedy helps", code == 0 and out, (code, out, err))


with tempfile.TemporaryDirectory() as scratch:
    demo = pathlib.Path(scratch).resolve() / "demo"
    made = subprocess.run([SSS, "init", "--example", str(demo)], capture_output=True, text=True)
    claim("the example is made", made.returncode == 0, made)
    a_reader_that_leaves(demo)
    a_full_device(demo)
    closed_streams(demo)
    odd_clocks(demo)
    the_machines_habits(demo)
    another_users_repository(demo)
sys.exit(1 if failures else 0)
