#!/usr/bin/env python3
"""The limits that docs/security.md names are the ones that hold: what reaches a limit is taken, and what is beyond it by the
least is refused as the page says, from a file and from standard input, in the working tree and in commits.

The rows of the page's table are read here, so that none stands there untried. Standard input that never ends is refused too,
within a fixed memory, and what cannot be read of it is a failure.

usage: limits.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import re
import resource
import subprocess
import sys
import tempfile

from support import claims
from support.claims import ENVIRONMENT, claim, failures, git
from support.samples import SANITIZED

KIB, MIB = 1 << 10, 1 << 20
PAGE = pathlib.Path(sys.argv[2]) / "docs/security.md"
RECORD = 'title = "A"\ntype = "review"\nplanned = 2024-05-01\n'
SETTINGS = '[programme]\nname = "P"\n'
SCHEMA = '{"type": "object", "properties": {"title": {"type": "string"}}, "x-sss-title": "title"}'


def world(folder):
    for path, text in {"sss.toml": SETTINGS, "schemas/thing.schema.json": SCHEMA, "data/milestones/a.toml": RECORD, "data/things/t.toml": 'title = "T"\n'}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    git(folder, "init", "-q", "-b", "main", "--template=")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")


def run(folder, *words, **how):
    try:
        made = subprocess.run([claims.SSS, "-C", folder, *words], capture_output=True, env=ENVIRONMENT, timeout=300, **({"stdin": subprocess.DEVNULL} | how))
    except subprocess.TimeoutExpired:
        return -1, "", "it hangs"
    return made.returncode, made.stdout.decode(errors="replace"), made.stderr.decode(errors="replace")


def padded(text, size, ending):
    """The same, and what says nothing until it has so many bytes."""
    more = size - len(text)
    return text + (" " * more if ending == "json" else "#" + "x" * (more - 2) + "\n")


def of_texts(folder):
    """A record, settings and a schema, each at the limit and one byte beyond it."""
    for path, text, ending in (("data/milestones/a.toml", RECORD, "toml"), ("sss.toml", SETTINGS, "toml"), ("schemas/thing.schema.json", SCHEMA, "json")):
        git(folder, "checkout", "-q", "-B", "tried", "main")
        (folder / path).write_text(padded(text, MIB, ending))
        for words in (("validate",), ("list", "milestone"), ("list", "thing")):
            status, out, err = run(folder, *words)
            claim(f"{path} of 1 MiB: {' '.join(words)} takes it", status == 0, f"{status} {out[:300]} {err[:300]}")
        (folder / path).write_text(padded(text, MIB + 1, ending))
        git(folder, "commit", "-qam", "larger")
        for words in (("validate",), ("validate", "--rev", "HEAD"), ("validate", "--since", "main")):
            status, out, _ = run(folder, *words)
            claim(f"{path} beyond 1 MiB: {' '.join(words)} is a finding", status == 1 and f"{path}:" in out and "1 MiB" in out and ("too-large" in out or "[schema]" in out), out[:300])
            claim(f"{path} beyond 1 MiB: it is called what it is", ("record may" in out) == path.startswith("data/"), out[:300])
        for words in (("list", "milestone"), ("list", "milestone", "--rev", "HEAD"), ("log",), ("report",), ("diff", "main..HEAD"), ("set", "thing/t", "title=U")):
            status, out, err = run(folder, *words)
            if path.startswith("data/"):
                claim(f"{path} beyond 1 MiB: {' '.join(words)} ends by itself", status in (0, 1), f"{status} {err[:300]}")
                claim(f"{path} beyond 1 MiB: nothing is taken from it", "2024-05-01" not in out or words[0] not in ("list",), out[:300])
            else:
                claim(f"{path} beyond 1 MiB: {' '.join(words)} relies on none of it", status == 3 and "1 MiB" in err, f"{status} {out[:300]} {err[:300]}")
        git(folder, "checkout", "-qf", "main")
        claim(f"{path}: all is sound again", run(folder, "validate")[0] == 0)


def of_nesting(folder):
    record = folder / "data/things/t.toml"
    for depth, right in ((63, True), (64, True), (65, False)):
        record.write_text('title = "T"\nx = ' + "[" * depth + "1" + "]" * depth + "\n")
        status, out, err = run(folder, "validate")
        claim(f"{depth} levels are {'taken' if right else 'a finding'}", (status == 0) if right else (status == 1 and "too-deep" in out), out[:300] + err[:300])
    git(folder, "checkout", "-q", ".")


def of_imports(folder):
    """TOML and JSON, and CSV; each as a file, and on standard input."""
    texts = {"json": '{"milestone": [{"id": "x", "title": "X", "type": "test"}]}', "toml": '[[milestone]]\nid = "x"\ntitle = "X"\ntype = "test"\n'}
    path = folder.parent / "import"
    for ending, text in texts.items():
        for size, right in ((MIB, True), (MIB + 1, False)):
            path.write_text(padded(text, size, ending))
            for name, stdin in ((path, subprocess.DEVNULL), ("-", path.open("rb"))):
                status, _, err = run(folder, "add", "--from", name, "--from-format", ending, "--dry-run", stdin=stdin)
                claim(f"{size} bytes of {ending} from {'a file' if name is path else 'standard input'} are {'taken' if right else 'refused'}",
                      (status == 0) if right else (status == 2 and "larger than 1 MiB" in err), f"{status} {err[:300]}")
    # A table that large is a matter of seconds, so what reaches the limit is no record at all.
    begin = b"id,title,type\nx,"
    for size, right in ((64 * MIB, True), (64 * MIB + 1, False)):
        with path.open("wb") as file:
            file.write(begin)
            file.truncate(size)  # zeros, which no field holds
        for name, stdin in ((path, subprocess.DEVNULL), ("-", path.open("rb"))):
            status, _, err = run(folder, "add", "milestone", "--from", name, "--from-format", "csv", "--dry-run", stdin=stdin)
            claim(f"{size} bytes of csv from {'a file' if name is path else 'standard input'} are {'read' if right else 'refused'}",
                  status in (1, 2) and "larger" not in err if right else status == 3 and "larger than 64 MiB" in err, f"{status} {err[:300]}")
    path.unlink()


def of_reports(folder):
    made = run(folder, "report", "--format", "markdown")[1].encode()
    path = folder.parent / "report"
    for size, right in ((32 * MIB, True), (32 * MIB + 1, False)):
        path.write_bytes(made + b" " * (size - len(made)))
        for name, stdin in ((path, subprocess.DEVNULL), ("-", path.open("rb"))):
            status, _, err = run(folder, "verify", name, stdin=stdin)
            claim(f"a report of {size} bytes from {'a file' if name is path else 'standard input'} is {'read' if right else 'refused'}",
                  (status in (0, 1, 2) and "larger" not in err) if right else (status == 3 and "larger than 32 MiB" in err), f"{status} {err[:300]}")
    path.unlink()


def of_paths(folder):
    """A record within folders within each other: names of 255 bytes, the last one as long as is needed."""
    blob = git(folder, "rev-parse", "HEAD:data/things/t.toml")

    def commit(longest):
        def tree(entries):
            return subprocess.run(["git", "mktree"], cwd=folder, input=entries, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout.strip()

        left = longest - len("data/things") - len("/x.toml")
        names = []
        while left > 256:
            names.append("d" * (255 if left - 256 != 1 else 254))
            left -= 1 + len(names[-1])
        names.append("e" * (left - 1))
        at = tree(f"100644 blob {blob}\tx.toml\n")
        for name in reversed(names):
            at = tree(f"040000 tree {at}\t{name}\n")
        at = tree(f"040000 tree {at}\tthings\n")
        at = tree(f"040000 tree {at}\tdata\n100644 blob {git(folder, 'rev-parse', 'HEAD:sss.toml')}\tsss.toml\n"
                  f"040000 tree {git(folder, 'rev-parse', 'HEAD:schemas')}\tschemas\n")
        return git(folder, "commit-tree", at, "-p", "main", "-m", "deep")

    for size, right in ((4096, True), (4097, False)):
        deep = commit(size)
        for words in (("list", "thing", "--rev", deep), ("diff", f"main..{deep}"), ("validate", "--rev", deep)):
            status, out, err = run(folder, *words)
            claim(f"a path of {size} bytes: {words[0]} {'reads it' if right else 'refuses it'}",
                  status in (0, 1) if right else status == 3 and "4096 bytes" in err and "[data] ignore" in err, f"{status} {out[-300:]} {err[:300]}")


def of_names(folder):
    """HEAD and the list of other object folders."""
    for name, text in ((".git/HEAD", "ref: refs/heads/main\n"), (".git/objects/info/alternates", "# none\n")):
        path = folder / name
        before = path.read_text() if path.exists() else None
        path.parent.mkdir(exist_ok=True)
        for size, right in ((64 * KIB, True), (64 * KIB + 1, False)):
            path.write_text(text + "\n" * (size - len(text)))
            for words in (("validate",), ("log",), ("validate", "--rev", "HEAD")):
                status, _, err = run(folder, *words)
                claim(f"{name} of {size} bytes: {' '.join(words)} {'reads it' if right else 'refuses it'}",
                      status == 0 if right else status == 3 and "65536 bytes" in err and name in err, f"{status} {err[:300]}")
        path.unlink() if before is None else path.write_text(before)


def of_git_settings(folder):
    path = folder / ".git/config"
    before = path.read_text()
    for size, right in ((4 * MIB, True), (4 * MIB + 1, False)):
        path.write_text(padded(before, size, "toml"))
        status, _, err = run(folder, "log")
        claim(f"git's settings of {size} bytes are {'read' if right else 'refused'}", status == 0 if right else status == 3 and "4194304 bytes" in err, f"{status} {err[:300]}")
    (folder / ".git/more").write_text("")
    for many, right in ((1000, True), (1001, False)):
        path.write_text(before + "[include]\n\tpath = more\n" * many)
        status, _, err = run(folder, "log")
        claim(f"git's settings that include {many} files are {'read' if right else 'refused'}", status == 0 if right else status == 3 and "more than 1000 files" in err, f"{status} {err[:300]}")
    path.write_text(before)


# What the page says, and who tries it.
ROWS = {
    ("a record, a settings file, a schema", "1 MiB", "a finding; it is not read"): of_texts,
    ("nesting within a record", "64", "a finding"): of_nesting,
    ("a file for `add --from`", "1 MiB (TOML, JSON), 64 MiB (CSV)", "refused"): of_imports,
    ("a kept report that is verified", "32 MiB", "refused"): of_reports,
    ("a path in the past", "4,096 bytes", "refused; `[data] ignore` passes it by"): of_paths,
    ("git's HEAD and its list of other object folders", "64 KiB", "refused"): of_names,
    ("git's settings, and how many files they include", "4 MiB, 1,000", "refused"): of_git_settings,
}


def rows_of_the_page():
    table = PAGE.read_text().split("## Limits")[1].split("\n## ")[0]
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table.splitlines() if line.startswith("|")]
    return rows[2:]  # behind the head and its line


def of_standard_input(folder):
    """One that never ends, one that cannot be read, and one that is closed, for each command that reads it."""
    def bounded():
        resource.setrlimit(resource.RLIMIT_CPU, (300, 300))

    READING = (["fmt", "-"], ["fmt", "-", "--check"], ["verify", "-"], ["add", "milestone", "--from", "-", "--from-format", "csv", "--dry-run"],
               ["add", "--from", "-", "--from-format", "json", "--dry-run"], ["add", "--from", "-", "--from-format", "toml", "--dry-run"],
               ["minutes", "nobody", "--from", "-", "--dry-run"])
    helps = {command: run(folder, command, "--help")[1] for command in re.findall(r"^  ([a-z]+) {2,}\S", run(folder, "--help")[1].split("Subcommands:")[1], re.M)}
    for command, text in helps.items():
        claim(f"sss {command}, which reads standard input, is tried", "standard input" not in text or any(words[0] == command for words in READING), text)
    for words in READING:
        with subprocess.Popen(["yes", "x = 1,2"], stdout=subprocess.PIPE) as endless:
            child = subprocess.Popen([claims.SSS, "-C", folder, *words], stdin=endless.stdout, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT, preexec_fn=bounded)
            endless.stdout.close()
            said = child.stderr.read().decode(errors="replace")
            _, status, used = os.wait4(child.pid, 0)
            endless.kill()
        code = os.waitstatus_to_exitcode(status)
        claim(f"sss {' '.join(words)} of what never ends is refused", code in (1, 2, 3) and "MiB" in said, f"{code} {said[:300]}")
        if b"__asan_init" not in pathlib.Path(claims.SSS).read_bytes():
            claim(f"sss {' '.join(words)} of what never ends takes no more than what is allowed", used.ru_maxrss < 250 * KIB, f"{used.ru_maxrss} KiB")
        for what, how in (("a folder", {"stdin": os.open(folder, os.O_RDONLY)}), ("closed", {"stdin": None, "preexec_fn": lambda: os.close(0)})):
            status, out, err = run(folder, *words, **how)
            claim(f"sss {' '.join(words)}: where standard input is {what}, that is a failure", (status, out) == (3, "") and "cannot read standard input" in err, f"{status} {out[:200]} {err[:300]}")


with tempfile.TemporaryDirectory(prefix="limits.") as scratch:
    folder = pathlib.Path(scratch).resolve() / "world"
    world(folder)
    rows = rows_of_the_page()
    claim("the limits of docs/security.md are those that are tried here", set(rows) == set(ROWS), sorted(set(rows) ^ set(ROWS)))
    # Under the sanitizers texts of 64 MiB take minutes, and what they would show the fuzz targets of the same readers do.
    large = {of_imports, of_reports, of_standard_input}
    parts = [part for part in (*ROWS.values(), of_standard_input) if part not in large or not SANITIZED]
    for part in parts:
        part(folder)
print(f"{len(failures)} of what was claimed does not hold" if failures else f"{len(set(parts) & set(ROWS.values()))} of {len(rows)} limits were tried and hold where the page says")
sys.exit(1 if failures else 0)
