#!/usr/bin/env python3
"""Nothing grows faster than its input: a world of a kind that somebody may send is made in two sizes, one twice the other,
and what sss does for them is counted in instructions (valgrind), not in seconds. Twice the input takes little more than
twice the work. What a few bytes of git can spell, as a folder within itself or a file of 300 MB, is refused or passed by
within a fixed memory.

A plain run takes a fixed sample, `./dev test --long` every case at twice the size. Without valgrind, or under a sanitizer,
nothing can be counted, and the test is skipped.

usage: growth.py SSS SOURCE-FOLDER [CASE… | spelled]
"""
import hashlib
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import zlib

from support.samples import LONG, sample

SSS = pathlib.Path(sys.argv[1]).resolve()
CHOSEN = sys.argv[3:]
SCALE = sample(1, long=2, sanitized=1)
ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LANG": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
       "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "gc.auto", "GIT_CONFIG_VALUE_0": "0",
       "SOURCE_DATE_EPOCH": "1706200000"} | {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
       for what, value in (("NAME", "A"), ("EMAIL", "a@x.example"), ("DATE", "2024-01-10T00:00:00Z"))}
NEAR = 2.5  # twice the input, and what sorting adds


def git(folder, *words, **more):
    return subprocess.run(["git", "-C", folder, *words], env=ENV, check=True, capture_output=True, **more).stdout


class World:
    """A repository that is made commit by commit, quickly."""

    def __init__(self, folder):
        self.folder, self.stream, self.day = folder, [], 0
        folder.mkdir(parents=True)
        git(folder, "init", "-q", "-b", "main")

    def commit(self, files, gone=(), message="Something"):
        self.day += 1
        when = f"A <a@x.example> {1577836800 + 86400 * self.day} +0000"
        out = [f"commit refs/heads/main\nauthor {when}\ncommitter {when}\ndata {len(message.encode())}\n{message}\n"]
        out += [f"D {path}\n" for path in gone]
        for path, text in files.items():
            out.append(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n")
        self.stream.append("".join(out))

    def tag(self, name):
        self.stream.append(f"reset refs/tags/{name}\nfrom refs/heads/main\n\n")

    def done(self):
        git(self.folder, "fast-import", "--quiet", input="".join(self.stream).encode())
        git(self.folder, "reset", "-q", "--hard")


def milestone(title, planned="2024-05-05", more=""):
    return f'title = "{title}"\ntype = "review"\nplanned = {planned}\n{more}'


def day(number):
    return f"{2030 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"


SETTINGS = {"sss.toml": '[programme]\nname = "P"\n'}


def chain(world, size):
    """A chain of milestones, each before what it needs, is moved as a whole by a day."""
    for shift in (0, 1):
        world.commit(SETTINGS | {f"data/milestones/m{i}.toml": milestone(f"T{i}", day(size - i + shift), f'depends_on = ["m{i - 1}"]\n' if i else "")
                                 for i in range(size)})


def star(world, size):
    """All need one, and all move."""
    for shift in (0, 1):
        world.commit(SETTINGS | {f"data/milestones/m{i}.toml": milestone(f"T{i}", day(i + shift), 'depends_on = ["m0"]\n' if i else "") for i in range(size)})


def dangling(world, size):
    """One record names as many ids that are not there as there are records."""
    name = "some-long-name-of-a-milestone-of-the-programme-number-"
    files = {f"data/milestones/{name}{i}.toml": milestone(f"T{i}") for i in range(size)}
    names = ", ".join(f'"some-other-name-of-a-milestone-of-a-programme-no-{i}"' for i in range(size))
    world.commit(SETTINGS | files | {"data/milestones/z.toml": milestone("Z", more=f"depends_on = [{names}]\n")})


def circle(world, size):
    """A circle of needs."""
    world.commit(SETTINGS | {f"data/milestones/m{i}.toml": milestone(f"T{i}", more=f'depends_on = ["m{(i + 1) % size}"]\n') for i in range(size)})


def minutes(world, size):
    """A meeting of very many actions, half of them written later."""
    head = 'title = "Council"\ntype = "council"\nstart = 2020-01-02\n'
    actions = [f'\n[[action]]\nid = "a{i}"\ntext = "Do {i}"\n' for i in range(size)]
    world.commit(SETTINGS | {"data/meetings/c.toml": head + "".join(actions[:size // 2])})
    world.commit({"data/meetings/c.toml": head + "".join(actions)})


def findings(world, size):
    """Very many findings in very many files."""
    world.commit(SETTINGS | {f"data/milestones/m{i}.toml": milestone("", more='kolour = "red"\n') for i in range(size)})


def findings_of_one(world, size):
    """Very many findings in one file."""
    world.commit(SETTINGS | {"data/milestones/m.toml": milestone("T", more="".join(f'kolour{i} = "red"\n' for i in range(size)))})


def tags(world, size):
    """A tag at every commit."""
    for i in range(size):
        world.commit((SETTINGS if i == 0 else {}) | {"data/milestones/m.toml": milestone(f"T{i}", day(i))})
        world.tag(f"v1.{i}")


def moves(world, size):
    """One milestone that moves at every commit, and one beside it."""
    for i in range(size):
        world.commit((SETTINGS if i == 0 else {}) | {f"data/milestones/m{i % 2}.toml": milestone(f"T{i % 2}", day(i))})


def renames(world, size):
    """All records of a kind move into a sub-folder, and back."""
    there = {f"data/milestones/m{i}.toml": milestone(f"T{i}") for i in range(size)}
    moved = {path.replace("milestones/", "milestones/old/"): text for path, text in there.items()}
    world.commit(SETTINGS | there)
    world.commit(moved, gone=there)
    world.commit(there, gone=moved)


def new_folder(world, size):
    """The data folder gets another name."""
    there = {f"data/milestones/m{i}.toml": milestone(f"T{i}") for i in range(size)}
    moved = {path.replace("data/", "records/"): text for path, text in there.items()}
    world.commit(SETTINGS | there)
    world.commit({"sss.toml": '[programme]\nname = "P"\n[data]\nfolder = "records"\n'} | moved, gone=there)
    world.commit({"records/milestones/m0.toml": milestone("T0", "2025-01-01")})


def decided(world, size):
    """As many meetings as milestones; each decides on one, and each is changed."""
    for shift in (0, 1):
        world.commit(SETTINGS | {f"data/milestones/m{i}.toml": milestone(f"T{i}", day(i + shift)) for i in range(size)}
                     | {f"data/meetings/c{i}.toml": f'title = "C{i}"\ntype = "council"\nstart = {day(i + shift)}\nmilestones = ["m{i}"]\n\n'
                                                    f'[[action]]\nid = "a1"\ntext = "Do"\n' for i in range(size)})


def waivers(world, size):
    """As many waivers as findings."""
    accepted = "".join(f'[[waiver]]\nrule = "unknown-reference"\nrecord = "m{i}"\nreason = "It comes."\nuntil = 2090-01-01\n' for i in range(size))
    world.commit({"sss.toml": '[programme]\nname = "P"\n' + accepted}
                 | {f"data/milestones/m{i}.toml": milestone(f"T{i}", more='owner = "nobody"\n') for i in range(size)})


def new_names(world, size):
    """All records get names of their own kind, with an alias that tells the former one."""
    there = {f"data/milestones/m{i}.toml": milestone(f"T{i}") for i in range(size)}
    moved = {f"data/milestones/n{i}.toml": milestone(f"T{i}", more=f'aliases = ["m{i}"]\n') for i in range(size)}
    world.commit(SETTINGS | there)
    world.commit(moved, gone=there)


def great_renamed(world, size):
    """A few records of very many fields each get another name, and change."""
    def records(letter, shift):
        return {f"data/milestones/{letter}{n}.toml": milestone(f"T{n}", more="".join(f"f{i} = {i + (shift if i % 3 == 0 else 0)}\n" for i in range(size))) for n in range(8)}
    world.commit(SETTINGS | records("a", 0))
    world.commit(records("b", 1), gone=records("a", 0))


def replaced(world, size):
    """All records go, and others come that are like none of them."""
    there = {f"data/milestones/m{i}.toml": milestone(f"T{i}") for i in range(size)}
    others = {f"data/milestones/n{i}.toml": milestone(f"N{i}", day(i), 'owner = "o"\nnotes = "n"\n') for i in range(size)}
    world.commit(SETTINGS | there)
    world.commit(others, gone=there)


def waivers_of_nothing(world, size):
    """As many waivers of records that are not there."""
    accepted = "".join(f'[[waiver]]\nrule = "unknown-reference"\nrecord = "n{i}"\nreason = "It comes."\nuntil = 2090-01-01\n' for i in range(size))
    world.commit({"sss.toml": '[programme]\nname = "P"\n'})
    world.commit({"sss.toml": '[programme]\nname = "P"\n' + accepted} | {f"data/milestones/m{i}.toml": milestone(f"T{i}") for i in range(size)})


def deep(world, size):
    """A record within as many folders."""
    world.commit(SETTINGS | {"data/milestones/" + "d/" * size + "m.toml": milestone("T")})


def one_record(world, size):
    world.commit(SETTINGS | {"data/milestones/m.toml": milestone("T")})


def many_fields(world, size):
    """A record of very many fields of its own, of which each changes and all change their order."""
    for shift in (0, 1, 2):
        numbers = range(size) if shift % 2 else reversed(range(size))
        world.commit(SETTINGS | {"data/milestones/m.toml": milestone("T", more="".join(f"f{i} = {i + shift}\n" for i in numbers))})


def great_table(world, size):
    """The same within a table, and an array of such tables."""
    for shift in (0, 1, 2):
        numbers = list(range(size) if shift % 2 else reversed(range(size)))
        fields = "".join(f"f{i} = {i + shift}\n" for i in numbers)
        world.commit(SETTINGS | {"data/milestones/m.toml": milestone("T", more=f"[x]\n{fields}[[y]]\nid = 'a'\n{fields}")})


def great_schema(world, size):
    """A schema of very many fields, each by reference, which a record lacks; then all of them are told otherwise."""
    for kind in ("string", "integer"):
        names = [f"f{i}" for i in range(size)]
        schema = {"type": "object", "required": names, "properties": {name: {"$ref": f"#/definitions/{name}"} for name in names},
                  "definitions": {name: {"type": kind} for name in names}, "dependencies": {name: [f"g{i}"] for i, name in enumerate(names)}}
        world.commit(SETTINGS | {"schemas/thing.schema.json": json.dumps(schema), "data/things/t.toml": "".join(f"f{i} = 'x'\n" for i in range(0, size, 2))})


def report_of(text):
    """A file that somebody says is a report, instead of a world."""
    def make(world, size):
        one_record(world, size)
        world.report = text(size)
    return make


COMMIT = "0123456789abcdef0123456789abcdef01234567"
FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
CASES = {
    "diff of a chain that moves": (chain, 75, ["diff", "HEAD~1..HEAD"]),
    "diff of a chain that moves, as a comment": (chain, 75, ["diff", "HEAD~1..HEAD", "--format", "markdown"]),
    "diff of all that need one": (star, 75, ["diff", "HEAD~1..HEAD", "--format", "json"]),
    "the report on all that move": (star, 150, ["report", "--period", "2020-01-03..2020-01-03"]),
    "names that lead nowhere": (dangling, 150, ["validate"]),
    "a circle of needs": (circle, 150, ["validate"]),
    "a move along a chain": (chain, 75, ["move", "m0", "+3d", "--cascade", "--dry-run"]),
    "an action of a great meeting": (minutes, 150, ["close", "c#a7", "2020-03-03", "--dry-run"]),
    "the minutes of a great meeting": (minutes, 150, ["report", "--period", "2020-01"]),
    "findings of one file": (findings_of_one, 150, ["validate"]),
    "findings new since a commit": (findings_of_one, 150, ["diff", "HEAD..HEAD"]),
    "a tag at every commit": (tags, 50, ["changelog", "--by", "tag"]),
    "a milestone that always moves": (moves, 50, ["changelog"]),
    "the forecasts of it": (moves, 50, ["chart", "trend", "--format", "json"]),
    "records that move into a folder": (renames, 75, ["log"]),
    "a data folder with another name": (new_folder, 75, ["log"]),
    "meetings that decide": (decided, 50, ["diff", "HEAD~1..HEAD"]),
    "the report on meetings": (decided, 50, ["report", "--period", "2020-01"]),
    "a record of many fields": (many_fields, 300, ["log"]),
    "its net changes": (many_fields, 300, ["changelog"]),
    "its lives": (many_fields, 300, ["chart", "trend", "--format", "json"]),
    "a great table": (great_table, 300, ["log"]),
    "a great table, between two commits": (great_table, 300, ["diff", "HEAD~2..HEAD", "--format", "json"]),
    "a great schema": (great_schema, 150, ["validate"]),
    "a great schema that a branch changes": (great_schema, 150, ["validate", "--since", "HEAD~1"]),
    "waivers": (waivers, 50, ["validate"]),
    "records that are renamed": (new_names, 75, ["changelog"]),
    "records of many fields that are renamed": (great_renamed, 300, ["log"]),
    "records that others take the place of": (replaced, 600, ["log"]),
    "waivers of nothing": (waivers_of_nothing, 150, ["validate"]),
    "waivers of nothing that a branch brings": (waivers_of_nothing, 150, ["validate", "--since", "HEAD~1"]),
    "a record deep in folders": (deep, 300, ["list", "milestone", "--rev", "HEAD"]),
    "a report full of its last words": (report_of(lambda size: "x Made by sss " * size), 10000, ["verify", "report"]),
    "a report of brackets": (report_of(lambda size: '{"made": ' + "[" * size), 10000, ["verify", "report"]),
    "a report of options": (report_of(lambda size: f"Made by sss 1 from commit {COMMIT}: sss report --rev {COMMIT} --period 2018" + " --satellite a" * size), 2500, ["verify", "report"]),
} | {f"findings as {name}": (findings, 50, ["validate", "--format", name]) for name in FORMATS}


# Of sorts that cost little to count: references, a history, a file that somebody hands in, a format. The others want
# larger worlds, where what grows stands out from what is there anyway.
IN_A_PLAIN_RUN = ("names that lead nowhere", "a tag at every commit", "a record deep in folders", "a report full of its last words", "findings as json")


def instructions(folder, words):
    """How many instructions sss takes for this."""
    counted = folder / "counted"
    ran = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={counted}", SSS, "-C", folder, *words],
                         env=ENV, capture_output=True, cwd=folder, timeout=1200)
    if not counted.is_file() or ran.returncode not in (0, 1, 2, 3):
        raise RuntimeError(f"{words} ended with {ran.returncode}: {ran.stderr[-500:].decode(errors='replace')}")
    totals = [line.split() for line in counted.read_text().splitlines() if line.startswith(("totals:", "summary:"))]
    counted.unlink()
    return int(totals[-1][1])


def complaint_about(scratch, name):
    make, size, words = CASES[name]
    size *= SCALE
    work = []
    for number in (size // 10, size, 2 * size):
        folder = scratch / "world"
        shutil.rmtree(folder, ignore_errors=True)
        world = World(folder)
        make(world, number)
        world.done()
        if hasattr(world, "report"):
            (folder / "report").write_text(world.report)
        work.append(instructions(folder, words))
    beginning, once, twice = work
    # What even the smallest takes, as the start of the program, is left out; and what is too little to be measured.
    growth = (twice - beginning) / max(once - beginning, beginning // 20)
    print(f"{growth:5.2f}  {once / 1e6:8.1f} M → {twice / 1e6:8.1f} M  {name}", flush=True)
    # Nine tenths of the larger become nineteen tenths of it.
    return [f"{name}: twice the input takes {growth:.2f} times the work (sss {' '.join(words)})"] if growth > NEAR * 19 / 18 else []


# ── what a few bytes of git can spell ──

def store(folder, kind, body):
    whole = b"%s %d\0" % (kind, len(body)) + body
    name = hashlib.sha1(whole).hexdigest()
    path = folder / ".git/objects" / name[:2] / name[2:]
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(zlib.compress(whole, 1))
    return bytes.fromhex(name)


def within(folder, leaf, levels, copies=1):
    """A folder of so many copies of a folder of so many copies … of the leaf."""
    names = sorted(f"f{i}" for i in range(copies))
    for _ in range(levels):
        leaf = store(folder, b"tree", b"".join(b"40000 " + name.encode() + b"\0" + leaf for name in names))
    for name in (b"milestones", b"data"):
        leaf = store(folder, b"tree", b"40000 " + name + b"\0" + leaf)
    return leaf.hex()


def come_and_gone(world, tree):
    folder = world.folder
    came = git(folder, "commit-tree", tree, "-p", "HEAD", "-m", "came").decode().strip()
    gone = git(folder, "commit-tree", "HEAD^{tree}", "-p", came, "-m", "gone").decode().strip()
    git(folder, "update-ref", "refs/heads/main", gone)


COMMANDS = (["validate"], ["validate", "--since", "base"], ["diff", "base...HEAD"], ["diff", "HEAD~1..HEAD"], ["report"], ["log"], ["log", "m"],
            ["changelog"], ["chart", "trend", "--format", "json"], ["list", "milestone", "--rev", "HEAD~1"], ["report", "--rev", "HEAD~1"])


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (300, 300))


def run(folder, words):
    """The exit code, what was said, and the most memory in MiB."""
    child = subprocess.Popen([SSS, "-C", folder, *words], env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=limited)
    said = child.stderr.read().decode()
    _, status, used = os.wait4(child.pid, 0)
    return os.waitstatus_to_exitcode(status), said, used.ru_maxrss // 1024


def complaints_about_git(scratch):
    found = []
    small = b"title = \"x\"\n"
    spelled = {
        "30,000 folders within each other": lambda world, leaf: within(world.folder, leaf, 30000),
        "a tree of 8^6 files": lambda world, leaf: within(world.folder, leaf, 5, 8),
        "a tree of 10^10 files": lambda world, leaf: within(world.folder, leaf, 9, 10),
        "folders without a file, 2^40 of them": lambda world, leaf: within(world.folder, store(world.folder, b"tree", b""), 40, 2),
    }
    for name, tree in spelled.items():
        world = World(scratch / name)
        one_record(world, 1)
        world.done()
        git(world.folder, "branch", "base")
        files = b"".join(b"100644 %d.toml\0" % i + store(world.folder, b"blob", small + b"# %d" % i) for i in range(8))
        come_and_gone(world, tree(world, store(world.folder, b"tree", files)))
        for words in sample(COMMANDS[::2], long=COMMANDS, sanitized=COMMANDS):
            code, said, memory = run(world.folder, words)
            looks = words not in (["validate"],)
            if code not in (0, 1, 3) or (looks and code == 3 and ("[data] ignore" not in said or "data/milestones" not in said)):
                found.append(f"{name}: sss {' '.join(words)} ends with {code}: {said[:300]}")
            if memory > 300:
                found.append(f"{name}: sss {' '.join(words)} takes {memory} MiB")
        # The remedy that is told helps.
        (world.folder / "sss.toml").write_text('[programme]\nname = "P"\n[data]\nignore = ["milestones/f*/**"]\n')
        git(world.folder, "commit", "-qam", "It is passed by")
        for words in COMMANDS[1:9:sample(2, long=1, sanitized=1)]:
            code, said, memory = run(world.folder, words)
            # A branch is judged by the settings of its base too, and there nothing is passed by yet.
            if words == ["validate", "--since", "base"] and code == 3 and "[data] ignore" in said:
                continue
            if code not in (0, 1):
                found.append(f"{name}, ignored: sss {' '.join(words)} ends with {code}: {said[:300]}")
        # Where it stood in the past already, the branch that passes it by gets through, and is judged.
        git(world.folder, "branch", "-f", "base", "HEAD~1")
        (world.folder / "data/milestones/m.toml").write_text(milestone("T", "2024-06-06"))
        git(world.folder, "commit", "-qam", "One that moves")
        code, said, _ = run(world.folder, ["validate", "--since", "base"])
        if code != 0:
            found.append(f"{name}, which was there before the branch that ignores it: {code}: {said[:300]}")

    world = World(scratch / "large")
    one_record(world, 1)
    world.done()
    git(world.folder, "branch", "base")
    # Written in pieces: this script is not to be large itself.
    size = 300 << 20
    with tempfile.TemporaryFile() as file:
        file.write(b"title = \"B\"\n# ")
        for _ in range(300):
            file.write(b"x" * (1 << 20))
        file.seek(0)
        blob = subprocess.run(["git", "-C", world.folder, "hash-object", "-w", "--stdin"], stdin=file, env=ENV, check=True, capture_output=True).stdout
    one = store(world.folder, b"tree", b"100644 b.toml\0" + bytes.fromhex(blob.decode().strip()))
    for name in (b"milestones", b"data"):
        one = store(world.folder, b"tree", b"40000 " + name + b"\0" + one)
    come_and_gone(world, one.hex())
    for words in sample(COMMANDS[::2], long=COMMANDS, sanitized=COMMANDS):
        code, said, memory = run(world.folder, words)
        if code not in (0, 1) or (memory > 100):
            found.append(f"a file of 300 MB in the past: sss {' '.join(words)} ends with {code} and takes {memory} MiB: {said[:300]}")
    return found


def main():
    if b"__asan_init" in SSS.read_bytes():
        print("a sanitizer counts in its own way: nothing was counted")
        return 77
    if not shutil.which("valgrind"):
        print("valgrind is not installed: nothing was counted")
        return 77
    cases = [case for case in CASES if (any(word in case for word in CHOSEN) if CHOSEN else LONG or case in IN_A_PLAIN_RUN)]
    found = []
    with tempfile.TemporaryDirectory(prefix="sss-growth-") as name:
        scratch = pathlib.Path(name)
        if not CHOSEN or "spelled" in CHOSEN:
            found += complaints_about_git(scratch)
        for case in cases:
            found += complaint_about(scratch, case)
    for one in found:
        print(one, file=sys.stderr)
    print(f"{len(cases)} of {len(CASES)} sorts of growth were counted")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
