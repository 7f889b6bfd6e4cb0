#!/usr/bin/env python3
"""A repository that is damaged gets no clean answer: whatever is broken in it, each command either ends with 3 and says
what to do, or needs nothing of what is broken and answers, byte for byte, as it does where all is sound.

usage: damaged_repositories.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import pwd
import shutil
import subprocess
import sys
import tempfile

from support import claims
from support.claims import ENVIRONMENT, answer, claim, failures, git
from support.samples import sample

COMMANDS = ["validate", "validate --since HEAD~1", "validate --history", "validate --rev HEAD", "validate --staged",
            "validate --since other", "list milestone", "list milestone --rev HEAD", "show b", "show b --rev v1", "log", "log --since v1",
            "log --since other", "diff HEAD~1..HEAD", "diff", "diff --staged", "diff other...HEAD", "changelog", "report",
            "report --after v1", "chart trend", "timeline", "forecast", "export ics", "export json --history", "site --check", "set b planned=2024-05-09 --dry-run",
            "move m1 2024-06-09 --dry-run", "rename b c --dry-run", "fmt --check"]


BLOB = "HEAD:data/milestones/b.toml"
NOTHING = "1234567890" * 4 + "\n"
# git itself answers there: nothing is borrowed, or was cut off, that would be missing.
HARMLESS = {"alternates are garbage", "a shallow file names what is not there"}


def world(folder):
    (folder / "data" / "milestones").mkdir(parents=True)
    (folder / "sss.toml").write_text('[programme]\nname = "P"\n')
    git(folder, "init", "-q", "-b", "main")
    for number, day in enumerate(("01", "05", "09"), 1):
        (folder / "data" / "milestones" / "b.toml").write_text(
            f'title = "B"\ntype = "review"\nplanned = 2024-05-0{number}\nactual = 2024-01-0{number}\n')
        (folder / "data" / "milestones" / f"m{number}.toml").write_text('title = "M"\ntype = "review"\nplanned = 2024-06-01\n')
        git(folder, "add", "-A")
        git(folder, "commit", "-qm", f"step {number}", when=f"2024-01-{day}T12:00:00Z")
    git(folder, "tag", "-am", "the first", "v1", "HEAD~1")
    git(folder, "branch", "other", "HEAD~2")
    # A fact is changed and not committed, so that `validate` looks back.
    (folder / "data" / "milestones" / "b.toml").write_text(
        'title = "B"\ntype = "review"\nplanned = 2024-05-03\nactual = 2024-01-04\n')


def loose(folder, revision):
    name = git(folder, "rev-parse", revision)
    return folder / ".git" / "objects" / name[:2] / name[2:]


def overwrite(path, content):
    path.chmod(0o644)
    path.write_bytes(content)


def shorten(path, by):
    """What a full disk or a lost power leaves."""
    content = path.read_bytes()
    overwrite(path, content[:by] if by > 0 else content[:by or None])


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0x40
    overwrite(path, bytes(content))


def packed(folder, suffix):
    git(folder, "gc", "-q")
    return next((folder / ".git" / "objects" / "pack").glob("*" + suffix))


def scramble(path):
    content = bytearray(path.read_bytes())
    for i in range(20, len(content) - 20, 7):
        content[i] ^= 0x55
    overwrite(path, bytes(content))


def borrow_from_nowhere(folder):
    """The objects of a clone that shares them, whose origin is gone."""
    objects = folder / ".git" / "objects"
    for each in [one for one in objects.iterdir() if len(one.name) == 2]:
        shutil.rmtree(each)
    (objects / "info").mkdir(exist_ok=True)
    (objects / "info" / "alternates").write_text("/nowhere/objects\n")


def cut(path):
    overwrite(path, path.read_bytes()[:-60])


DAMAGES = {
    "the record's object is garbage": lambda f: overwrite(loose(f, BLOB), b"garbage"),
    "the record's object is empty": lambda f: overwrite(loose(f, BLOB), b""),
    "the record's object is gone": lambda f: loose(f, BLOB).unlink(),
    "the record's object is a folder": lambda f: (loose(f, BLOB).unlink(), loose(f, BLOB).mkdir()),
    "the record's object holds more": lambda f: overwrite(loose(f, BLOB), loose(f, BLOB).read_bytes() + b"more"),
    "a bit of an older version is wrong": lambda f: flip(loose(f, "HEAD~1:data/milestones/b.toml")),
    "the folder's tree is gone": lambda f: loose(f, "HEAD:data/milestones").unlink(),
    "the root's tree is gone": lambda f: loose(f, "HEAD^{tree}").unlink(),
    "an older root's tree is gone": lambda f: loose(f, "HEAD~1^{tree}").unlink(),
    "the tip's commit is gone": lambda f: loose(f, "HEAD").unlink(),
    "an older commit is gone": lambda f: loose(f, "HEAD~1").unlink(),
    "the first commit is gone": lambda f: loose(f, "HEAD~2").unlink(),
    "the tag's object is gone": lambda f: loose(f, "v1").unlink(),
    "the tag names nothing": lambda f: (f / ".git" / "refs" / "tags" / "v1").write_text(NOTHING),
    "the branch names nothing": lambda f: (f / ".git" / "refs" / "heads" / "main").write_text(NOTHING),
    "another branch names nothing": lambda f: (f / ".git" / "refs" / "heads" / "other").write_text(NOTHING),
    "HEAD is garbage": lambda f: (f / ".git" / "HEAD").write_text("garbage\n"),
    "HEAD is empty": lambda f: (f / ".git" / "HEAD").write_text(""),
    "HEAD is gone": lambda f: (f / ".git" / "HEAD").unlink(),
    "HEAD is a folder": lambda f: ((f / ".git" / "HEAD").unlink(), (f / ".git" / "HEAD").mkdir()),
    "HEAD names nothing": lambda f: (f / ".git" / "HEAD").write_text(NOTHING),
    "the branch is garbage": lambda f: (f / ".git" / "refs" / "heads" / "main").write_text("garbage\n"),
    "the branch is empty": lambda f: (f / ".git" / "refs" / "heads" / "main").write_text(""),
    "another branch is garbage": lambda f: (f / ".git" / "refs" / "heads" / "other").write_text("garbage\n"),
    "the tag is garbage": lambda f: (f / ".git" / "refs" / "tags" / "v1").write_text("garbage\n"),
    "the packed branches are garbage": lambda f: (git(f, "pack-refs", "--all"), (f / ".git" / "packed-refs").write_text("garbage\n" * 9)),
    "the packed branches are cut": lambda f: (git(f, "pack-refs", "--all"), shorten(f / ".git" / "packed-refs", 70)),
    "the objects are gone": lambda f: shutil.rmtree(f / ".git" / "objects"),
    "the settings of git are broken": lambda f: (f / ".git" / "config").write_text("[core\nnonsense"),
    "the settings of git are a folder": lambda f: ((f / ".git" / "config").unlink(), (f / ".git" / "config").mkdir()),
    "the index is garbage": lambda f: (f / ".git" / "index").write_bytes(b"garbage" * 20),
    "the index is cut": lambda f: shorten(f / ".git" / "index", 90),
    "the index is empty": lambda f: (f / ".git" / "index").write_bytes(b""),
    "the index is a folder": lambda f: ((f / ".git" / "index").unlink(), (f / ".git" / "index").mkdir()),
    "the pack is cut": lambda f: cut(packed(f, ".pack")),
    "the pack is empty": lambda f: overwrite(packed(f, ".pack"), b""),
    "the middle of the pack is wrong": lambda f: scramble(packed(f, ".pack")),
    "the pack is gone": lambda f: packed(f, ".pack").unlink(),
    "the pack's index is garbage": lambda f: overwrite(packed(f, ".idx"), b"garbage" * 200),
    "the pack's index is cut": lambda f: cut(packed(f, ".idx")),
    "the pack's index is gone": lambda f: packed(f, ".idx").unlink(),
    "a tree is named that is a blob": lambda f: commit_of(f, git(f, "rev-parse", "HEAD:sss.toml")),
    "a tree is named that is the empty blob": lambda f: commit_of(f, empty_blob(f)),
    "a commit names no tree": lambda f: commit_without_tree(f),
    "a shallow file names what is not there": lambda f: (f / ".git" / "shallow").write_text(NOTHING),
    "a shallow file is garbage": lambda f: (f / ".git" / "shallow").write_text("garbage\n"),
    "objects are borrowed from nowhere": borrow_from_nowhere,
    "alternates are garbage": lambda f: (f / ".git" / "objects" / "info" / "alternates").write_bytes(b"\xff\x00\x01\n" * 5),
    ".git is a file that leads nowhere": lambda f: (shutil.rmtree(f / ".git"), (f / ".git").write_text("gitdir: nowhere\n")),
    ".git is an empty file": lambda f: (shutil.rmtree(f / ".git"), (f / ".git").write_text("")),
    ".git is an empty folder": lambda f: (shutil.rmtree(f / ".git"), (f / ".git").mkdir()),
    ".git is a link that leads nowhere": lambda f: (shutil.rmtree(f / ".git"), (f / ".git").symlink_to("nowhere")),
}
for name, revision in {"record": BLOB, "folder": "HEAD:data/milestones", "root": "HEAD^{tree}", "commit": "HEAD",
                       "older commit": "HEAD~1", "tag": "v1"}.items():
    for by in (1, 20, -5) if name != "record" else (1, 5, 20, 40, -1, -5):
        what = f"{by} bytes are left of" if by > 0 else f"{-by} bytes are cut off"
        DAMAGES[f"{what} the {name}'s object"] = lambda f, revision=revision, by=by: shorten(loose(f, revision), by)
# Tried without the rights of root, to whom nothing is unreadable.
UNREADABLE = {f"{name} may not be read": name for name in ("objects", "objects/pack", "HEAD", "refs", "refs/heads/main", "config",
                                                            "index", "packed-refs", "BLOB", "FOLDER OF BLOB", "PACK")}


def empty_blob(folder):
    return subprocess.run(["git", "hash-object", "-w", "--stdin"], cwd=folder, input="", check=True, capture_output=True,
                          text=True, env=ENVIRONMENT).stdout.strip()


def raw_commit(folder, text):
    name = subprocess.run(["git", "hash-object", "-t", "commit", "-w", "--literally", "--stdin"], cwd=folder, input=text,
                          check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout.strip()
    (folder / ".git" / "refs" / "heads" / "main").write_text(name + "\n")


def commit_of(folder, tree):
    raw_commit(folder, f"tree {tree}\nparent {git(folder, 'rev-parse', 'HEAD')}\nauthor a <a@example.org> 1704880000 +0000\n"
                       "committer a <a@example.org> 1704880000 +0000\n\nx\n")


def commit_without_tree(folder):
    raw_commit(folder, f"parent {git(folder, 'rev-parse', 'HEAD')}\nauthor a <a@example.org> 1704880000 +0000\n"
                       "committer a <a@example.org> 1704880000 +0000\n\nx\n")


def without_rights(folder, name):
    git_folder = folder / ".git"
    if name == "packed-refs":
        git(folder, "pack-refs", "--all")
    if name == "PACK":
        path = packed(folder, ".pack")
    elif "BLOB" in name:
        path = loose(folder, BLOB) if name == "BLOB" else loose(folder, BLOB).parent
    else:
        path = git_folder / name
    path.chmod(0)


def judge(what, folder, user=None):
    refused = 0
    # How an object is damaged changes little for who reads it, so some of the commands tell: those of a stretch of the past
    # and of the index always, for there are ways to be damaged that nobody else meets.
    always = ["log", "log --since v1", "diff --staged"]
    some = sample(COMMANDS[len(what) % 2::2] + always, long=COMMANDS, sanitized=COMMANDS[::12] + always)
    for command in some if "bytes" not in what or some is not COMMANDS else COMMANDS[::3] + ["log"]:
        status, out, said = answer(folder, command, user)
        refused += status == 3
        same = (status, out) == sound[command][:2]
        claim(f"where {what}, `sss {command}` ends with 3 or answers as ever", status == 3 or same,
              f"{status} {said or out.decode(errors='replace')[:300]}")
        if status == 3:
            claim(f"where {what}, `sss {command}` says what to do", len(said.splitlines()) > 1, said)
    claim(f"where {what}, somebody says so", refused > 0 or what in HARMLESS)


def named_by_whom(place):
    """An object that is not there is told by its name, as git fsck does, and by what needs it."""
    for revision, command, need in ((BLOB, "log", "data/milestones/b.toml of the commit"),
                                    ("HEAD:data/milestones", "log", "data/milestones of the commit"),
                                    ("HEAD~1^{tree}", "log", "the files of the commit"),
                                    ("HEAD~1", "log", "from which the commit"),
                                    ("HEAD", "log", "which refs/heads/main names"),
                                    ("v1", "report --after v1", "the tag refs/tags/v1 names")):
        folder = place / "named"
        shutil.copytree(place / "sound", folder)
        path = loose(folder, revision)
        path.unlink()
        status, _, said = answer(folder, command)
        id = path.parent.name + path.name
        claim(f"what needs {revision} is named", status == 3 and need in said and (id in said or revision == "v1"), said)
        shutil.rmtree(folder)


def put(folder, name, make):
    path = folder / ".git" / name
    path.parent.mkdir(exist_ok=True)
    path.unlink(missing_ok=True)
    make(path)


def includes(folder, text):
    with (folder / ".git/config").open("a") as config:
        config.write(f"[include]\n\tpath = {text}\n")


def bomb(folder):
    """A file that includes the next one eight times, which includes the next one eight times …"""
    for level in range(8):
        (folder / ".git" / f"c{level}").write_text(f"[include]\n\tpath = c{level + 1}\n" * 8)
    includes(folder, "c0")


# git waits for a pipe for ever there, or reads without end.
WAITING = {f"{name} is a pipe": lambda f, name=name: put(f, name, os.mkfifo) for name in (
    "packed-refs", "HEAD", "refs/heads/main", "refs/heads/other", "config", "info/grafts", "objects/info/alternates", "commondir")} | {
    f"{name} is a link to a device": lambda f, name=name: put(f, name, lambda path: path.symlink_to("/dev/zero"))
    for name in ("packed-refs", "refs/heads/main", "config", "objects/info/alternates")} | {
    "the settings include a pipe": lambda f: (os.mkfifo(f / ".git/pipe"), includes(f, "pipe")),
    "the settings include a device": lambda f: includes(f, "/dev/zero"),
    "the settings include themselves": lambda f: includes(f, "config"),
    "the settings include ever more": bomb,
    "HEAD is endless": lambda f: (f / ".git/HEAD").write_text("ref: refs/heads/" + "a" * 50_000_000),
    "alternates name very many": lambda f: (f / ".git/objects/info/alternates").write_text("".join(f"/none/{i}\n" for i in range(300_000))),
    ".git is a pipe": lambda f: ((f / ".git").rename(f / "real"), os.mkfifo(f / ".git")),
    ".git leads to itself": lambda f: ((f / ".git").rename(f / "real"), (f / ".git").write_text("gitdir: .git\n")),
    ".git is a circle of links": lambda f: ((f / ".git").rename(f / "real"), (f / ".git").symlink_to(".git")),
}
HARMLESS_THERE = {"the settings include nothing": lambda f: includes(f, "/dev/null"), "a remote has a path": lambda f: includes(f, "missing")}


def waits_for_nobody(place):
    """Nothing of git's own makes a command wait: what is a pipe, a device or without end is refused, by its name."""
    for what, damage in (WAITING | HARMLESS_THERE).items():
        folder = place / "waiting"
        shutil.copytree(place / "sound", folder, symlinks=True)
        damage(folder)
        for command in ("validate", "log", "report", "diff HEAD~1..HEAD"):
            status, out, said = answer(folder, command)
            if what in WAITING:
                claim(f"where {what}, `sss {command}` ends with 3 and says what to do", status == 3 and len(said.splitlines()) > 1, f"{status} {said[:300]}")
            else:
                claim(f"where {what}, `sss {command}` answers as ever", (status, out) == sound[command][:2], f"{status} {said[:300]}")
        shutil.rmtree(folder)


with tempfile.TemporaryDirectory() as scratch:
    place = pathlib.Path(scratch)
    world(place / "sound")
    sound = {command: answer(place / "sound", command) for command in COMMANDS}
    for command, (status, _, said) in sound.items():
        claim(f"`sss {command}` answers where all is sound", status in (0, 1), said)
    for what, damage in DAMAGES.items():
        folder = place / "damaged"
        shutil.copytree(place / "sound", folder, symlinks=True)
        damage(folder)
        judge(what, folder)
        shutil.rmtree(folder)
    named_by_whom(place)
    waits_for_nobody(place)
    nobody = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
    if nobody is not None:
        place.chmod(0o755)
        shutil.copy2(claims.SSS, place / "sss")
        (place / "sss").chmod(0o755)
        claims.SSS = place / "sss"
    for what, name in UNREADABLE.items():
        folder = place / "damaged"
        shutil.copytree(place / "sound", folder, symlinks=True)
        without_rights(folder, name)
        if nobody is not None:
            for path in [folder, *folder.rglob("*")]:
                os.lchown(path, nobody, nobody)
        judge(what, folder, nobody)
        subprocess.run(["chmod", "-R", "u+rwX", folder], check=True)
        shutil.rmtree(folder)
sys.exit(1 if failures else 0)
