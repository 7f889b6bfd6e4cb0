#!/usr/bin/env python3
"""Nothing is ever half-written.

Each writing command is disturbed at the system calls that touch the disk: it is killed there, it is interrupted, or the
call fails (no room, a broken disk, no permission). Which calls these are is found by tracing: all that name the folder and
that no reading command makes. Whatever happens,

- every file is the old one or the new one, and of several files that change together all are old or all are new;
- a failure is told, with exit code 3, leaves nothing behind, and the same command can be run again;
- what a killed run has left half done is told by reading commands, which write nothing, and put back by the next writer;
- an interrupted run ends of its signal (130 and 143 to a shell) and leaves nothing.

Every command of `sss --help` is here with -o, its other options that name a file or a folder to write, and by itself where
its help knows a way to write nothing; the test fails where one is missing, and where a command writes more than is named.

A plain run takes a fixed sample; `./dev test --long` takes every call with every fault. Needs strace.

usage: writing.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
SAMPLE = sample(8, long=None, sanitized=3)  # disturbances of a command, beside one of each system call; None: all of them

ERRORS = ("ENOSPC", "EIO", "EACCES")
SIGNALS = ("KILL", "INT", "TERM")
AUTHOR = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "a"), ("EMAIL", "a@example.org"))}

#                 name        what is typed; {} is the folder
COMMANDS = {
    "set": ["set", "b", "planned=2018-07-01"],
    "add": ["add", "milestone", "new", "--title", "New", "--type", "test"],
    "add-first": ["add", "organisation", "new", "--name", "New", "--type", "agency"],
    "fmt": ["fmt"],
    "done": ["done", "a", "2018-04-01"],
    "move": ["move", "a", "2018-08-01", "--cascade"],
    "close": ["close", "m#a1"],
    "cancel": ["cancel", "c", "--reason", "no money"],
    "repeat": ["repeat", "f", "2018-09"],
    "rename": ["rename", "a", "first"],
    "edit": ["edit", "b"],
    "action": ["add", "action", "m", "--text", "Come"],
    "minutes": ["minutes", "m", "--from", "{}/minutes.txt"],
    "commit": ["done", "a", "2018-04-01", "--commit"],
    "commit-new": ["add", "milestone", "new", "--title", "New", "--type", "test", "--commit", "-m", "A new test"],
    "import": ["add", "--from", "{}/many.json"],
    "archive": ["report", "--archive", "{}/data/archive", "--every", "month"],
    "each": ["report", "--each", "satellite", "-o", "{}/data/each"],
    "manual": ["manual", "--into", "{}/data/pages"],
    "site": ["site", "-o", "{}/../new"],
    "init": ["init", "{}/../new"],
    "example": ["init", "--example", "{}/../new"],
}
# What every command can write: its result.
RESULTS = {
    "add": ["milestone", "new", "--title", "New", "--type", "test", "--dry-run"], "set": ["b", "planned=2018-07-01", "--dry-run"],
    "done": ["a", "2018-04-01", "--dry-run"], "move": ["a", "2018-08-01", "--cascade", "--dry-run"], "close": ["m#a1", "--dry-run"],
    "cancel": ["c", "--reason", "no money", "--dry-run"], "repeat": ["f", "--dry-run"], "rename": ["a", "first", "--dry-run"], "minutes": ["m", "--form"], "fmt": ["--diff"], "validate": [],
    "explain": ["syntax"], "schema": ["milestone"], "status": [], "list": ["milestone"], "show": ["a"], "timeline": [], "log": [], "diff": ["HEAD..HEAD"],
    "changelog": [], "report": [], "chart": ["trend"], "forecast": [], "export": ["ics"], "form": ["milestone"], "verify": ["{}/report.md"], "completion": ["bash"], "manual": ["log"],
}
COMMANDS |= {f"{command} -o": [command, *more, "-o", "{}/data/out"] for command, more in RESULTS.items()}
# They change the records as they do without it, and their message goes to the file.
NO_RESULT = {"edit", "init", "site"}
READS = {"-C", "--config", "--from", "--template"}  # options that name what is read
# Each file of these stands for itself; a run that failed is finished by the next one.
FILE_BY_FILE = {"archive", "each", "manual", "site"}
READING = [["validate"], ["list", "milestone"], ["show", "a"], ["log"], ["report"], ["set", "b", "weight=3", "--dry-run"]]


def make(folder):
    data = folder / "data"
    for kind in ("milestones", "meetings"):
        (data / kind).mkdir(parents=True)
    (folder / "sss.toml").write_text('[programme]\nname = "The test programme"\n')
    (data / "milestones/a.toml").write_text('title = "A"   # first\ntype = "review"\nplanned = 2018-05-01\n')
    (data / "milestones/b.toml").write_text('title = "B"\ntype = "review"\nplanned = 2018-06-01\ndepends_on = ["a"]\n')
    (data / "milestones/c.toml").write_text("title = 'C'\ntype = 'test'\nplanned = 2018-06-10\ndepends_on = ['a', 'b']\n")
    (data / "satellites").mkdir()
    (data / "satellites/s.toml").write_text('name = "S"\nclass = "nano"\n')
    (data / "milestones/d.toml").write_text('title = "D"\ntype = "test"\nsatellite = "s"\n')
    (data / "milestones/f.toml").write_text('title = "F"\ntype = "review"\nactual = 2018-01-05\noutcome = "failed"\n')
    (data / "meetings/m.toml").write_text('title = "M"\ntype = "pmb"\nstart = 2018-01-02\nmilestones = ["a"]\n\n[[action]]\nid = "a1"\ntext = "Go"\n')
    (folder / "many.json").write_text('{"milestone": [{"id": "x", "title": "X", "type": "test"}, {"id": "y", "title": "Y", "type": "test", "depends_on": ["x"]}]}')
    (folder / "minutes.txt").write_text("Attendance: 12\n\nDecisions\n- It flies.\n\nActions\na1  Go | | 2018-06-01 | done\n")
    env = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
           "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": "2018-01-10T00:00:00Z",
           "GIT_COMMITTER_DATE": "2018-01-10T00:00:00Z"}
    for words in (["init", "-q", "-b", "main", "--template="], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run(["git", *words], cwd=folder, env=env, check=True)
    made = subprocess.run([SSS, "-C", folder, "report", "--format", "markdown"], env=env | {"SOURCE_DATE_EPOCH": "1525176000"}, check=True, capture_output=True)
    (folder / "report.md").write_bytes(made.stdout)


def contents(folder):
    """What stands below data/, in the journal's folder, and in the repository that init makes (of its .git only HEAD)."""
    files = {}
    new = folder.parent / "new"
    for path in sorted([*(folder / "data").rglob("*"), *(folder / ".git/sss").rglob("*"), *([new] if new.exists() else []), *new.rglob("*")]):
        name = str(path.relative_to(folder.parent)).removeprefix("work/")
        if "new/.git/" in name and not name.endswith("/.git/HEAD"):
            continue
        if path.is_file() or path.is_symlink():
            files[name] = b"-> " + os.readlink(path).encode() if path.is_symlink() else path.read_bytes()
        elif path.is_dir() and not any(path.iterdir()):
            files[name + "/"] = b""  # an empty folder is something left too
    return files


def temporary(files):
    return sorted(name for name in files if re.search(r"(^|/)\.sss-", name) or name.startswith(".git/sss"))


class Bench:
    """A folder that is made anew for each run."""

    def __init__(self, scratch):
        self.scratch = scratch
        self.editor = scratch / "editor"
        self.editor.write_text('#!/bin/sh\nprintf "weight = 3\\n" >> "$1"\n')
        self.editor.chmod(0o755)
        self.start = scratch / "start"
        self.work = scratch / "work"
        self.tmp = scratch / "tmp"
        make(self.start)

    def environment(self):
        env = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1525176000", "EDITOR": str(self.editor), "LC_ALL": "C.UTF-8",
               "TMPDIR": str(self.tmp), **AUTHOR}
        return env | {name: os.environ[name] for name in ("LSAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ} | {
            "ASAN_OPTIONS": "detect_leaks=0"}  # leaks cannot be looked for under a tracer

    def renew(self):
        for folder in (self.work, self.tmp, self.scratch / "new"):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.start, self.work, symlinks=True)
        self.tmp.mkdir()

    def words(self, typed):
        return [SSS, "-C", self.work, *(word.replace("{}", str(self.work)) for word in typed)]

    def sss(self, typed):
        return subprocess.run(self.words(typed), cwd=self.scratch, env=self.environment(), capture_output=True, text=True, errors="replace")

    def strace(self, typed, *options):
        """The run below strace, which stands for it: where the run is killed, so is strace."""
        # Stopped at the calls that are traced alone, it is ten times as fast; but then no signal of strace arrives.
        fast = [] if any("signal=" in str(option) for option in options) else ["--seccomp-bpf"]
        return subprocess.run(["strace", "-f", *fast, "-qq", *options, *self.words(typed)], cwd=self.scratch, env=self.environment(),
                              capture_output=True, text=True, errors="replace")

    def calls(self, typed):
        """The system calls of a run that name the folder: (how it is called, its name, the how-manieth of that name)."""
        log = self.scratch / "trace"
        self.renew()
        self.strace(typed, "-y", "-s", "0", "-o", log, "-e", "trace=%file,%desc")
        found, counts, first = [], {}, None
        for line in log.read_text(errors="replace").splitlines():
            met = re.match(r"(\d+) +(\w+)\((.*)", line)
            if not met:
                continue
            pid, name, rest = met.groups()
            first = first or pid
            if pid != first:
                continue
            counts[name] = counts.get(name, 0) + 1
            if any(str(folder) in rest for folder in (self.work, self.tmp, self.scratch / "new")):
                flags = sorted(set(re.findall(r"O_CREAT|O_WRONLY|O_RDWR", rest)))
                found.append(("+".join([name, *flags]), name, counts[name]))
        return found


def complaints_about(bench, command, reading):
    typed = COMMANDS[command]
    bench.renew()
    before = contents(bench.work)
    ran = bench.sss(typed)
    after = contents(bench.work)
    if ran.returncode != 0 or after == before or temporary(after):
        yield f"{command}: undisturbed it ends with {ran.returncode}, leaves {temporary(after)}: {ran.stderr}"
        return
    if command.endswith(" -o") and {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)} != {"data/out"}:
        yield f"{command}: more is written than the result, so it needs a case of its own"
    points = [(name, number) for how, name, number in bench.calls(typed) if how not in reading]
    if len(points) < 4:
        yield f"{command}: only {len(points)} calls touch the disk: are they still seen?"
    disturbances = [(name, number, fault) for name, number in points for fault in (*ERRORS, *SIGNALS)]
    if SAMPLE:
        # All results go one way: of the others a few are taken, each elsewhere.
        few = command.endswith(" -o") and command != "list -o"
        step = max(1, len(disturbances) // (2 if few else SAMPLE))
        firsts = {} if few else {name: index * 6 + len(command) % 6 for index, (name, _) in reversed(list(enumerate(points)))}
        # What git's library tries in a new folder is there to stay where it cannot be removed.
        removing = {index * 6 + ERRORS.index("EIO") for index, (name, _) in enumerate(points) if command == "init" and name.startswith("unlink")}
        disturbances = [disturbances[i] for i in sorted({*range(len(command) % step, len(disturbances), step), *firsts.values(), *removing})]
    for name, number, fault in disturbances:
        yield from (f"{command}, {name} {number}, {fault}: {one}" for one in disturbed(bench, command, name, number, fault, before, after))


def disturbed(bench, command, name, number, fault, before, after):
    typed = COMMANDS[command]
    bench.renew()
    what = f"signal={fault}" if fault in SIGNALS else f"error={fault}"
    ran = bench.strace(typed, "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:{what}:when={number}")
    if "the editor ended with" in ran.stderr:
        return  # it was the editor that was disturbed
    files = contents(bench.work)
    left = temporary(files)
    shown = {path: text for path, text in files.items() if path not in left and not path.endswith("/")}
    old = {path: text for path, text in before.items() if not path.endswith("/")}
    if "is written, and not committed" in ran.stderr:  # it was git that was disturbed
        if ran.returncode != 3 or shown != {path: text for path, text in after.items() if not path.endswith("/")} or left:
            yield f"git was disturbed: {ran.returncode}, leaves {left}: {ran.stderr}"
        return
    torn = [path for path in shown.keys() | old.keys() | after.keys() if shown.get(path) not in (old.get(path), after.get(path))]
    if torn:
        yield f"torn: {torn}"
    whole = shown in (old, after) or command in FILE_BY_FILE
    if fault == "KILL":
        if ran.returncode != -signal.SIGKILL:
            yield f"it was to be killed and ended with {ran.returncode}"
        half = not whole and command not in ("init", "example")
        looked = bench.sss(["list", "milestone"])
        if contents(bench.work) != files:
            yield "a reading command has written"
        if half and "stands half done" not in looked.stderr:
            yield f"it stands half done, and a reading command says {looked.stderr!r}"
        next_one = bench.sss(typed if command in (*FILE_BY_FILE, "init", "example") or command.endswith(" -o") else ["set", "c", "weight=2"])
        if next_one.returncode not in (0, 2 if command in ("init", "example") else 0):
            yield f"the next writer ended with {next_one.returncode}: {next_one.stderr}"
        files = contents(bench.work)
        files.pop("data/milestones/c.toml", None)
        if temporary(files):
            yield f"the next writer does not sweep out {temporary(files)}"
        wanted = [{path: text for path, text in state.items() if path != "data/milestones/c.toml"} for state in (before, after)]
        if command not in ("cancel", "move", "fmt", "rename") and {p: t for p, t in files.items() if not p.endswith("/")} not in [
                {p: t for p, t in state.items() if not p.endswith("/")} for state in wanted]:
            yield f"behind the next writer it is neither as before nor as after: {sorted(files)}"
        return
    if fault in SIGNALS:
        expected = {"INT": -signal.SIGINT, "TERM": -signal.SIGTERM}[fault]
        if ran.returncode != expected:
            yield f"ended with {ran.returncode}: {ran.stderr}"
    elif ran.returncode not in (0, 3) or (ran.returncode == 0 and shown != after):
        yield f"ended with {ran.returncode}: {ran.stderr}"
    elif ran.returncode == 3 and "sss: cannot" not in ran.stderr:
        yield f"says {ran.stderr!r}"
    elif ran.returncode == 3 and shown == after and after != old and "only the message was lost" not in ran.stderr:
        yield f"it is written, and said not to be: {ran.stderr}"
    if not whole:
        yield f"of several files some are changed: {sorted(p for p in shown if shown.get(p) != old.get(p))}"
    # What could not be removed stays until the next writer.
    if left and not name.startswith(("unlink", "rmdir")):
        yield f"leaves {left}"
    if shown == old and command not in FILE_BY_FILE and not name.startswith(("unlink", "rmdir")):
        emptied = sorted(path for path in files.keys() - before.keys() if path.endswith("/"))
        if emptied:
            yield f"leaves empty folders: {emptied}"
    if shown != after:
        again = bench.sss(typed)
        if again.returncode != 0 or {p: t for p, t in contents(bench.work).items() if not p.endswith("/")} != {
                p: t for p, t in after.items() if not p.endswith("/")}:
            yield f"run again it ends with {again.returncode}: {again.stderr}"


def complaints_about_names():
    """What the program says of itself is all disturbed here."""
    def help_of(*words):
        return subprocess.run([SSS, *words, "--help"], capture_output=True, text=True, check=True).stdout

    commands = re.findall(r"^  ([a-z]+) {2,}\S", help_of().split("Subcommands:")[1], re.M)
    if len(commands) < 20:
        yield f"only {len(commands)} commands are seen in the help"
    for command in commands:
        text = help_of(command)
        cases = [typed for typed in COMMANDS.values() if typed[0] == command]
        if not cases:
            yield f"sss {command} is not disturbed"
        if "--output" in text and command not in NO_RESULT and not any("-o" in typed for typed in cases):
            yield f"sss {command} -o is not disturbed"
        if re.search(r"rite nothing|in place of writing", text) and not any("-o" not in typed and "--dry-run" not in typed for typed in cases):
            yield f"sss {command} can write nothing, and is not disturbed where it does write"
        for option in re.findall(r"^ +(?:-\w,)?(-[-\w]+) (?:FILE|DIR|FOLDER)\b", text, re.M):
            if option not in READS | {"--output"} and not any(option in typed for typed in cases):
                yield f"sss {command} {option} is not disturbed"


def complaints_about_two(scratch):
    """Many that add the same id at once: one of them stands, the others are told."""
    work = scratch / "together"
    make(work)
    for turn in range(10):
        words = [SSS, "add", "milestone", f"same-{turn}", "--type", "test", "--title"]
        running = [subprocess.Popen([*words, f"Number {i}"], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                   for i in range(6)]
        ended = [(one.communicate(), one.returncode) for one in running]
        won = [i for i, (_, code) in enumerate(ended) if code == 0]
        if len(won) != 1:
            yield f"{len(won)} of 6 added the same id"
        elif f'"Number {won[0]}"' not in (work / f"data/milestones/same-{turn}.toml").read_text():
            yield "what stands is not what was told to stand"
        for (out, error), code in ended:
            if code != 0 and not (code == 2 and "stands already" in error or code == 3 and "another sss is writing" in error):
                yield f"one that came late ended with {code}: {error}"


def complaints_about_journals(bench):
    """A change that stands half done: told by readers, settled by writers, and only where nobody has touched it since."""
    rename = [(name, number) for _, name, number in bench.calls(COMMANDS["rename"]) if name.startswith("rename")]
    name, number = rename[len(rename) // 2 + 1]

    def half_done():
        bench.renew()
        bench.strace(COMMANDS["rename"], "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}")
        return contents(bench.work)

    files = half_done()
    for words in READING:
        ran = bench.sss(words)
        if ran.stderr.count("stands half done") != 1 or contents(bench.work) != files:
            yield f"a half-done rename: {words} says {ran.stderr!r}"
    ran = bench.sss(["set", "c", "weight=2"])
    if "is put back" not in ran.stderr or "stands half done" in bench.sss(["validate"]).stderr:
        yield f"a half-done rename: the next writer says {ran.stderr!r}"
    half_done()
    touched = bench.work / "data/milestones/b.toml"
    touched.write_bytes(touched.read_bytes() + b"# mine\n")
    files = contents(bench.work)
    ran = bench.sss(["set", "c", "weight=2"])
    if ran.returncode != 3 or "b.toml was changed since" not in ran.stderr or contents(bench.work) != files:
        yield f"a half-done rename of which a file was changed since: {ran.returncode}, {ran.stderr!r}"
    if "was changed since" not in bench.sss(["list", "milestone"]).stderr:
        yield "a half-done rename of which a file was changed since: a reading command is silent"
    # A linked working tree has a journal of its own.
    half_done()
    subprocess.run(["git", "worktree", "add", "-q", "../linked"], cwd=bench.work, check=True, capture_output=True)
    linked = subprocess.run([SSS, "-C", bench.scratch / "linked", "list", "milestone"], capture_output=True, text=True, env=bench.environment())
    if linked.stderr:
        yield f"another working tree is told of it: {linked.stderr!r}"


def complaints_outside_git(bench):
    """Without git there is no note of a change: what is killed stays as it stands, each file whole, and the next writer sweeps."""
    def renew():
        bench.renew()
        shutil.rmtree(bench.work / ".git")

    for command in ("rename", "move", "fmt", "import"):
        renew()
        before = contents(bench.work)
        bench.sss(COMMANDS[command])
        after = contents(bench.work)
        if after == before:
            yield f"outside git, {command} does nothing"
        log = bench.scratch / "trace"
        renew()
        bench.strace(COMMANDS[command], "-o", log, "-e", "trace=rename,renameat2,link,unlink")
        points = [(name, number + 1) for name in ("rename", "renameat2", "link", "unlink") for number in range(log.read_text(errors="replace").count(f" {name}("))]
        if not points:
            yield f"outside git, {command}: only {points} are seen"
        for name, number in points:
            renew()
            bench.strace(COMMANDS[command], "-o", os.devnull, "-e", f"trace={name}", "-e", f"inject={name}:signal=KILL:when={number}")
            files = contents(bench.work)
            torn = [path for path in files if path not in temporary(files) and files[path] not in (before.get(path), after.get(path))]
            if torn or any(".git" in path for path in files):
                yield f"outside git, {command}, {name} {number}: torn: {torn}, {sorted(files)}"
            told = bench.sss(["list", "milestone"])
            if "half done" in told.stderr or contents(bench.work) != files:
                yield f"outside git, {command}, {name} {number}: a reading command says {told.stderr!r}"
            ran = bench.sss(["set", "c", "weight=2"])
            left = contents(bench.work)
            if ran.returncode != 0 or temporary(left) or {path: text for path, text in left.items() if "c.toml" not in path} != {
                    path: text for path, text in files.items() if "c.toml" not in path and path not in temporary(files)}:
                yield f"outside git, {command}, {name} {number}: the next writer ends with {ran.returncode}: {ran.stderr}, {sorted(left)}"


def main():
    tried = shutil.which("strace") and subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True).returncode == 0
    if not tried:
        print("strace is missing, or may not trace here: nothing is disturbed")
        sys.exit(77)
    only = sys.argv[3:]
    with tempfile.TemporaryDirectory(prefix="writing.") as name:
        scratch = pathlib.Path(name).resolve()
        bench = Bench(scratch)
        reading = {how for words in READING for how, *_ in bench.calls(words)}
        found = [] if only else list(complaints_about_names())
        found += [one for command in COMMANDS if not only or command in only for one in complaints_about(bench, command, reading)]
        if not only or "journals" in only:
            found += complaints_about_journals(bench)
        if not only or "outside" in only:
            found += complaints_outside_git(bench)
        if not only:
            found += complaints_about_two(scratch)
    print("\n".join(found) or f"{len(COMMANDS)} commands, disturbed where they touch the disk: every file is whole")
    sys.exit(1 if found else 0)


main()
