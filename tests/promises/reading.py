#!/usr/bin/env python3
"""A command that reads leaves no trace: below strace each of them opens no file to write, makes, moves and removes none,
starts no program and speaks to nobody. What it changes is none of its own either: the repository's files, git's among
them, are byte for byte and to the nanosecond what they were; and it looks for its repository once and reads the history
once, whatever it asks of them. A command that writes starts nothing but the editor that is named, whatever hooks, filters
and helpers git's settings offer.

Every command of `sss --help` is either read here or named as one that writes, so that none is forgotten. Without strace,
or where a container forbids to trace, the test is told as skipped (exit code 77), never as passed.

usage: reading.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from support import claims
from support.claims import claim, failures, git

READING = {
    "validate": ["validate", "validate --staged", "validate --since HEAD~1", "validate --history", "validate --rev HEAD~1",
                 "validate --format sarif"],
    "list": ["list milestone", "list milestone --format csv", "list milestone --rev HEAD~1"],
    "show": ["show b", "show b --format json"],
    "status": ["status", "status --format json"],
    "log": ["log", "log --since HEAD~1", "log b", "log --format json"],
    "changelog": ["changelog", "changelog --format html"],
    "diff": ["diff", "diff --staged", "diff HEAD~1..HEAD", "diff --format message --staged", "diff --format markdown"],
    "report": ["report", "report --format html", "report --format html --period 2024-01", "report --after HEAD~1"],
    "chart": ["chart trend", "chart trend --format svg"],
    "timeline": ["timeline"],
    "forecast": ["forecast"],
    "export": ["export ics", "export atom", "export json", "export jsonl --history", "export sqlite"],
    "site": ["site --check"],
    "verify": ["verify {}/report.md"], "form": ["form milestone", "form meeting --update --for gitlab"], "minutes": ["minutes m --form", "minutes m --from {}/minutes.txt --dry-run"],
    "explain": ["explain", "explain syntax"],
    "schema": ["schema", "schema milestone"],
    "completion": ["completion bash", "complete bash 2 sss list ''"],
    "manual": ["manual", "manual log"],
    # Those that write are asked what they would do.
    "set": ["set b planned=2024-05-09 --dry-run"],
    "add": ["add milestone new --title New --type test --dry-run"],
    "done": ["done b 2024-01-05 --dry-run"],
    "move": ["move b 2024-05-09 --dry-run", "move b 2024-05-09 --cascade --dry-run"],
    "close": ["close m#a1 --dry-run"],
    "cancel": ["cancel b --reason none --dry-run"],
    "repeat": ["repeat f --dry-run"],
    "rename": ["rename b c --dry-run"],
    "fmt": ["fmt --check", "fmt --diff"],
}
ALWAYS_WRITE = {"edit", "init"}
# Beside the history that is told, two questions go to the past by themselves: how long ago a record was touched, from the newest
# commit backwards; and, of what moved since a revision, how often it had moved before, which reads the files of those records alone.
READ_AGAIN = {"report --after HEAD~1", "report --format html", "report --format html --period 2024-01"}
# What writes starts nothing either, save the editor that is named, and speaks to nobody; {} is the folder, as above.
WRITING = {
    "set": ["set b planned=2024-05-09"], "add": ["add milestone new --title New --type test", "add --from {}/many.json"], "done": ["done b 2024-01-05"],
    "move": ["move b 2024-05-09", "move b 2024-05-09 --cascade"], "close": ["close m#a1"], "cancel": ["cancel b --reason none"], "repeat": ["repeat f"], "rename": ["rename b c"],
    "fmt": ["fmt"], "edit": ["edit b"], "minutes": ["minutes m --from {}/minutes.txt"], "init": ["init {}/../new", "init --example {}/../new"], "report": ["report --archive {}/kept --every month", "report -o {}/report.html"],
    "manual": ["manual --into {}/pages"], "site": ["site -o {}/pages"],
}

CALLS = ("open openat openat2 creat rename renameat renameat2 unlink unlinkat mkdir mkdirat rmdir link linkat symlink symlinkat "
         "truncate ftruncate chmod fchmod fchmodat chown fchown lchown fchownat utime utimes utimensat futimesat mknod mknodat "
         "setxattr lsetxattr fsetxattr fallocate execve execveat fork vfork socket connect bind sendto sendmsg ptrace mount").split()
OPENS = {"open", "openat", "openat2"}
TO_WRITE = re.compile(r"O_(WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)\b")


def world(folder):
    for kind in ("milestones", "meetings"):
        (folder / "data" / kind).mkdir(parents=True)
    (folder / "sss.toml").write_text('[programme]\nname = "P"\n')
    git(folder, "init", "-q", "-b", "main", "--template=")
    (folder / "data/milestones/f.toml").write_text('title = "F"\ntype = "review"\nactual = 2024-01-01\noutcome = "failed"\n')
    for number in (1, 2, 3):
        (folder / "data/milestones/b.toml").write_text(f'title = "B"\ntype = "review"\nplanned = 2024-05-0{number}\n')
        (folder / f"data/milestones/a{number}.toml").write_text('title = "A"\ntype = "review"\nplanned = 2024-06-01\ndepends_on = ["b"]\n')
        (folder / "data/meetings/m.toml").write_text('title = "M"\ntype = "pmb"\nstart = 2024-01-02\n\n[[action]]\nid = "a1"\ntext = "Go"\n')
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", f"step {number}")
    git(folder, "tag", "v1", "HEAD~1")
    made = run(folder, ["report", "--format", "markdown"], [])
    (folder / "report.md").write_text(made.stdout)
    (folder / "minutes.txt").write_text("Decisions\n- It flies.\n")
    # Something staged, something only written, and a file whose times alone are other ones than the index says.
    (folder / "data/milestones/a1.toml").write_text('title = "Staged"\ntype = "review"\nplanned = 2024-06-01\n')
    git(folder, "add", "-A")
    (folder / "data/milestones/a2.toml").write_text('title = "Written"\ntype = "review"\nplanned = 2024-06-01\n')
    os.utime(folder / "data/milestones/a3.toml", (1, 1))
    # A change that a killed run left half done: reading commands say so, and do nothing about it.
    (folder / ".git/sss").mkdir()


def run(folder, words, below):
    environment = {name: os.environ[name] for name in ("PATH", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
    return subprocess.run([*below, claims.SSS, "-C", folder, *words], capture_output=True, text=True, errors="replace", stdin=subprocess.DEVNULL,
                          env=environment | {"SOURCE_DATE_EPOCH": "1706200000", "HOME": str(folder.parent), "LC_ALL": "C.UTF-8",
                                             "ASAN_OPTIONS": "detect_leaks=0"})  # leaks cannot be looked for under a tracer


def state(folder):
    """All that stands there, git's files too, with the times of their last change."""
    return {path: (path.lstat().st_mtime_ns, path.lstat().st_mode, path.read_bytes() if path.is_file() else b"")
            for path in sorted(folder.rglob("*"))}


def offences(log):
    started = 0
    for line in log.read_text(errors="replace").splitlines():
        met = re.match(r"\d+ +(\w+)\((.*)", line)
        if not met or met[1] not in CALLS:
            continue
        name, rest = met.groups()
        if name == "execve":
            started += 1
            if started > 1:
                yield line
        elif name not in OPENS or TO_WRITE.search(rest):
            yield line


def lookups(log):
    """How often the repository was looked for: its settings are judged each time, read by us and then by the library, before
    it is opened. Handles that follow skip that."""
    found = re.findall(r'openat\([^"]*"[^"]*/\.git/config", O_RDONLY\|O_NONBLOCK[^)]*\) = \d', log.read_text(errors="replace"))
    return len(found) / 2


def readings(log, tree):
    """How often the history was read: what stood in a commit that no command names is looked at once then, and each object
    is a file of its own here."""
    return len(re.findall(rf'/objects/{tree[:2]}/{tree[2:]}", [^)]*\) = \d', log.read_text(errors="replace")))


def offers_programs(folder):
    """Whatever makes git start a program is set, each time to one that leaves a trace; nobody's data can set it, a clone's owner can."""
    program = folder.parent / "program"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> {folder.parent}/started\ncat\n')
    program.chmod(0o755)
    for hook in ("pre-commit", "post-commit", "post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc", "commit-msg"):
        (folder / ".git/hooks").mkdir(exist_ok=True)
        shutil.copy2(program, folder / ".git/hooks" / hook)
    for key in ("core.pager", "core.editor", "core.fsmonitor", "core.sshCommand", "core.askPass", "sequence.editor", "credential.helper", "diff.external", "gpg.program",
                "filter.x.clean", "filter.x.smudge", "filter.x.process", "diff.x.textconv", "diff.x.command", "merge.x.driver", "uploadpack.packObjectsHook", "init.templateDir"):
        git(folder, "config", key, str(program))
    git(folder, "config", "filter.x.required", "true")
    git(folder, "remote", "add", "origin", f"ext::{program}")
    git(folder, "config", "remote.origin.promisor", "true")
    (folder / ".gitattributes").write_text("*.toml filter=x diff=x merge=x\n")


def started_by(log):
    """What a run started: the lines of all programs but itself."""
    lines = [line for line in log.read_text(errors="replace").splitlines() if re.match(r"\d+ +(execve|execveat|socket|connect|sendto|sendmsg)\(", line)]
    return [line for line in lines[1:] if "ENOENT" not in line]


def of_writing(scratch):
    for offered in (False, True):
        for command in commands():
            claim(f"`sss {command}`, which can write, is tried here", command in WRITING or not writes(command))
        for typed in (one for several in WRITING.values() for one in several):
            place = scratch / "writing"
            place.mkdir()
            folder = place / "world"
            folder.mkdir()
            world(folder)
            (folder / "many.json").write_text('{"milestone": [{"id": "x", "title": "X", "type": "test"}]}')
            if offered:
                offers_programs(folder)
            editor = place / "editor"
            editor.write_text('#!/bin/sh\n: ')
            editor.chmod(0o755)
            log = scratch / "trace"
            made = run(folder, [word.replace("{}", str(folder)) for word in typed.split()],
                       ["env", f"EDITOR={editor}", "strace", "-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "trace=" + ",".join("?" + one for one in CALLS)])
            found = started_by(log)
            if typed.startswith("edit"):
                claim("`sss edit` starts the editor", offered or any(str(editor) in line for line in found), made)
                found = [line for line in found if str(editor) not in line]
            claim(f"`sss {typed}` starts nothing and speaks to nobody" + (", whatever git's settings offer" if offered else ""), not found, "\n  ".join(found[:5]))
            claim(f"`sss {typed}`: no program has left a trace", not (place / "started").exists(), made)
            claim(f"`sss {typed}` does its work", offered or made.returncode == 0, f"{made.returncode} {made.stderr}")
            shutil.rmtree(place)


def writes(command):
    """Whether its help knows a way to write nothing, or names a folder to write to."""
    text = subprocess.run([claims.SSS, command, "--help"], capture_output=True, text=True, check=True).stdout
    return command in ALWAYS_WRITE or re.search(r"rite nothing|in place of writing|--(into|archive) DIR", text) is not None


def commands():
    text = subprocess.run([claims.SSS, "--help"], capture_output=True, text=True, check=True).stdout
    return re.findall(r"^  ([a-z]+) {2,}\S", text.split("Subcommands:")[1], re.M)


def can_trace():
    if not shutil.which("strace"):
        return "strace is not installed"
    made = subprocess.run(["strace", "-f", "-o", os.devnull, "-e", "trace=openat", "true"], capture_output=True, text=True)
    return "" if made.returncode == 0 else f"strace may not trace here: {made.stderr.strip()}"


def judges(scratch):
    """The judge itself is tried: a program that does write is caught."""
    log = scratch / "trace"
    subprocess.run(["strace", "-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "trace=" + ",".join("?" + one for one in CALLS), "touch", scratch / "touched"],
                   check=True)
    claim("a program that writes is caught", list(offences(log)), log.read_text())
    subprocess.run(["strace", "-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "trace=" + ",".join("?" + one for one in CALLS), "sh", "-c", "/bin/true; true"],
                   check=True)
    claim("a program that starts another is caught", list(offences(log)), log.read_text())


if reason := can_trace():
    print(f"skipped: {reason}, so nothing is known of what reading commands do")
    sys.exit(77)
with tempfile.TemporaryDirectory() as name:
    scratch = pathlib.Path(name)
    judges(scratch)
    folder = scratch / "world"
    world(folder)
    for command in commands():
        claim(f"`sss {command}` is tried here", command in READING or command in ALWAYS_WRITE)
    before = state(folder)
    tried = in_history = read_history = 0
    first = git(folder, "rev-parse", "HEAD~2^{tree}")
    for typed in (one for several in READING.values() for one in several):
        words = ["" if word == "''" else word.replace("{}", str(folder)) for word in typed.split()]
        log = scratch / "trace"
        made = run(folder, words, ["strace", "-f", "--seccomp-bpf", "-qq", "-o", log, "-e", "trace=" + ",".join("?" + one for one in CALLS)])
        claim(f"`sss {typed}` answers", made.returncode in (0, 1), f"{made.returncode} {made.stderr}")
        claim(f"`sss {typed}` was traced", "execve(" in log.read_text(errors="replace"))
        looked = lookups(log)
        claim(f"`sss {typed}` looks for the repository once at most", looked <= 1, looked)
        in_history += looked == 1
        read = readings(log, first)
        claim(f"`sss {typed}` reads the history once at most", read <= 1 + (typed in READ_AGAIN), read)
        read_history += read > 0
        found = list(offences(log))
        claim(f"`sss {typed}` writes, starts and calls nothing", not found, "\n  ".join(found[:5]))
        after = state(folder)
        claim(f"`sss {typed}` leaves all as it was", after == before,
              [str(path) for path in before.keys() | after.keys() if before.get(path) != after.get(path)])
        tried += 1
    claim("most of them look for it at all", in_history > tried / 2, in_history)
    claim("many of them read the history", read_history > tried / 4, read_history)


    of_writing(scratch)
    print(f"{tried} runs of reading commands traced")
sys.exit(1 if failures else 0)
