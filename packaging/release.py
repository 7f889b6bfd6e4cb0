#!/usr/bin/env python3
"""The check-list of a release, as a script: what must agree agrees, the tests pass, the packages are made twice alike, and sss's own
report of its milestones is made. Ends with the commands that remain to be typed; it tags and pushes nothing itself.

  ./dev release            the whole of it, which takes as long as CI and a build from nothing
  ./dev release --facts    only what must agree, in seconds
"""
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path.cwd()
SSS = pathlib.Path(sys.argv[1])
FACTS_ALONE = "--facts" in sys.argv[2:]


def told(*words):
    made = subprocess.run(words, capture_output=True, text=True)
    return made.stdout.strip() if made.returncode == 0 else ""


def text(name):
    path = ROOT / name
    return path.read_text() if path.exists() else ""


def version():
    return re.search(r"^project\(sss VERSION (\S+)", text("CMakeLists.txt"), re.M)[1]


def changes(number):
    """The day and the text of a version's section in CHANGELOG.md; a section that was not released yet has no day."""
    found = re.search(rf"^## {re.escape(number)}(?:, (\d{{4}}-\d\d-\d\d))?.*?\n(.*?)(?=^## |\Z)", text("CHANGELOG.md"), re.M | re.S)
    return (found[1], found[2].strip()) if found else (None, "")


def milestone(number):
    """sss's own record of a release: its id, and what it says."""
    id_ = "release-" + number.replace(".", "-")
    record = text(f"project/data/milestones/{id_}.toml")
    return id_, tomllib.loads(record) if record else None


def others(number):
    """Versions that the pages name as that of sss, and that are not this one."""
    for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for found in re.finditer(r"(?:Made by sss |sss_|sss-)(\d+\.\d+\.\d+)(?![.\d])", path.read_text()):
            if found[1] != number:
                yield f"{path.relative_to(ROOT)} names {found[0]}"


def facts(number):
    """(what must be so, whether it is, what to do where it is not)"""
    day, section = changes(number)
    id_, record = milestone(number)
    yield "everything is committed", not told("git", "status", "--porcelain"), "commit or take away what `git status` shows"
    yield f"the program says {number}", told(SSS, "--version") == f"sss {number}", "`./dev build`: CMakeLists.txt states the version"
    stale = list(others(number))
    yield f"the pages say {number}", not stale, "; ".join(stale)
    yield f"CHANGELOG.md tells what {number} brings, and from when it is", bool(day and section), f"write its heading as `## {number}, YEAR-MONTH-DAY`"
    yield "nothing in CHANGELOG.md waits for another release", "## Not yet released" not in text("CHANGELOG.md"), "move it into the section of this one"
    reached = str(record.get("actual", "")) if record else ""
    yield "sss's own record of it says the same day", bool(day) and reached == day, f"`sss -C project done {id_} {day or 'DAY'} --commit`"
    yield "its records are sound", subprocess.run([SSS, "-C", "project", "validate", "-q"], capture_output=True).returncode == 0, "`sss -C project validate`"
    yield f"no tag v{number} stands yet", not told("git", "tag", "--list", f"v{number}"), "a release that was given out is never changed: raise the version in CMakeLists.txt"
    yield "packaging/released does not list it yet", f"sss-{number}-" not in text("packaging/released"), "its line is committed behind the tag"


def show(what, holds, remedy):
    print(f"{'  yes ' if holds else '  NO  '}{what}" + ("" if holds else f"\n        {remedy}"), flush=True)
    return holds


def step(what, *words):
    print(f"  …   {what}", flush=True)
    return show(what, subprocess.run(words).returncode == 0, f"{' '.join(words)} has failed, above")


def write_notes(number, folder):
    """What the tag and the page of the release say: the changes, and sss's own report of its milestones."""
    report = told(SSS, "-C", "project", "report", "--format", "markdown")
    (folder / f"sss-{number}-notes.md").write_text(f"# sss {number}\n\n{changes(number)[1]}\n\n{report}\n")
    subprocess.run([SSS, "-C", "project", "report", "--format", "html", "-o", folder / f"sss-{number}-report.html"], check=True)


def remains(number, folder):
    tarballs = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in sorted(folder.glob("*.tar.gz"))]
    return f"""
sss {number} can be released. What remains is yours:

  git tag --annotate --cleanup=verbatim v{number} -F build/packages/sss-{number}-notes.md
  git push origin v{number}

Then put build/packages/* beside that tag, and commit these lines into packaging/released:

  {chr(10).join(tarballs)}
"""


def main():
    number = version()
    print(f"The release of sss {number}:")
    good = [show(*fact) for fact in facts(number)]
    if not os.environ.get("SSS_MAINTAINER"):
        print("  (the packages will name nobody who answers for them: SSS_MAINTAINER='Name <address>' ./dev release)")
    if not all(good) or FACTS_ALONE:
        sys.exit(0 if all(good) else 1)
    if not step("the tests pass", ".ci/run") or not step("the packages are the same when made twice", "./dev", "package", "--twice"):
        sys.exit(1)
    folder = ROOT / "build/packages"
    write_notes(number, folder)
    print(remains(number, folder))


main()
