#!/usr/bin/env python3
"""No way out of the repository: nothing that a pull request can bring leads sss to read or write elsewhere.

`-o` replaces a link that stands in a repository and follows none, and writes an open descriptor (/dev/stdout, /dev/fd/N,
/proc/self/fd/N) as it stands open, whatever is behind it: a file (also one that is appended to), a pipe, a terminal. Every
command that writes refuses a data folder, a kind's folder and a record that is a link out of the repository.

usage: ways_out.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import pty
import pwd
import shutil
import subprocess
import sys
import tempfile

from support import claims
from support.claims import ENVIRONMENT, claim, failures, git

PRECIOUS = "what stood there before\n"


def world(folder):
    for kind in ("milestones", "meetings", "satellites"):
        (folder / "data" / kind).mkdir(parents=True)
    (folder / "sss.toml").write_text('[programme]\nname = "P"\n')
    (folder / "data/milestones/a.toml").write_text('title="A"\ntype = "review"\nplanned = 2024-05-01\n')
    (folder / "data/milestones/b.toml").write_text('title = "B"\ntype = "review"\nplanned = 2024-06-01\ndepends_on = ["a"]\n')
    (folder / "data/meetings/m.toml").write_text('title = "M"\ntype = "pmb"\nstart = 2024-01-02\n\n[[action]]\nid = "a1"\ntext = "Go"\n')
    git(folder, "init", "-q", "-b", "main", "--template=")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")


def run(folder, *words, user=None, **how):
    how = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | how
    return subprocess.run([claims.SSS, "-C", folder, *words], env=ENVIRONMENT, timeout=300, stdin=subprocess.DEVNULL, user=user, **how)


def onto_links(place, user):
    """What -o does with what stands at its place."""
    world_folder = place / "links"
    shutil.copytree(place / "sound", world_folder, symlinks=True)
    outside = place / "outside"
    outside.mkdir(exist_ok=True)
    for name in ("tracked", "untracked"):
        (outside / name).write_text(PRECIOUS)
        (world_folder / f"{name}.md").symlink_to(f"../outside/{name}")
    (world_folder / "inner.md").symlink_to("sss.toml")
    (world_folder / "dangling.md").symlink_to("../outside/new")
    (world_folder / "round.md").symlink_to("round.md")
    (world_folder / "chain.md").symlink_to("tracked.md")
    (outside / "hard").write_text(PRECIOUS)
    os.link(outside / "hard", world_folder / "hard.md")
    (world_folder / "door").symlink_to("../outside")
    (world_folder / "insides").symlink_to(".git")
    git(world_folder, "add", "tracked.md", "dangling.md", "chain.md", "door")
    git(world_folder, "commit", "-qm", "links")
    (place / "own.md").unlink(missing_ok=True)
    (place / "own.md").symlink_to("own-target.md")
    (place / "own-target.md").write_text(PRECIOUS)
    if user is not None:
        give_away([place, *place.rglob("*")], user)
    expected = run(world_folder, "report", "--format", "markdown", user=user).stdout
    settings = (world_folder / "sss.toml").read_bytes()
    for name in ("tracked", "untracked", "inner", "dangling", "round", "chain", "hard"):
        made = run(world_folder, "report", "--format", "markdown", "-o", world_folder / f"{name}.md", user=user)
        target = world_folder / f"{name}.md"
        claim(f"-o onto {name}.md puts the result in the link's place",
              made.returncode == 0 and not target.is_symlink() and target.read_bytes() == expected, made)
    claim("nothing that a link led to was touched",
          [(outside / name).read_text() for name in ("tracked", "untracked", "hard")] == [PRECIOUS] * 3 and
          (world_folder / "sss.toml").read_bytes() == settings and not (outside / "new").exists(), sorted(outside.iterdir()))
    for name in ("door/new.md", "door/tracked", "insides/config", "insides/new"):
        made = run(world_folder, "report", "-o", world_folder / name, user=user)
        claim(f"-o {name}, behind a link out of the repository, is refused", made.returncode == 3 and b"symbolic link" in made.stderr, made)
    claim("nothing is left outside", sorted(path.name for path in outside.iterdir()) == ["hard", "tracked", "untracked"] and
          "[core]" in (world_folder / ".git/config").read_text() and not (world_folder / ".git/new").exists(), sorted(outside.iterdir()))
    made = run(world_folder, "report", "--format", "markdown", "-o", place / "own.md", user=user)
    claim("a link of one's own, outside of every repository, is followed",
          made.returncode == 0 and (place / "own.md").is_symlink() and (place / "own-target.md").read_bytes() == expected, made)
    for name in ("door", "tracked.md"):
        made = run(world_folder, "report", "--archive", world_folder / "door", user=user)
        claim("an archive behind a link is refused", made.returncode == 3 and not (outside / "2024").exists(), made)
    shutil.rmtree(world_folder)
    shutil.rmtree(outside)


def read_all(handle):
    parts = []
    while True:
        try:
            part = os.read(handle, 65536)
        except OSError:  # a terminal whose other end is closed
            break
        if not part:
            break
        parts.append(part)
    return b"".join(parts)


def into_descriptors(place, user):
    """Each name of an open descriptor, with a file, a file that is appended to, a pipe and a terminal behind it."""
    folder = place / "sound"
    expected = run(folder, "report", "--format", "markdown", user=user).stdout
    claim("there is a report", len(expected) > 100)
    scratch = place / "scratch"
    scratch.mkdir()
    scratch.chmod(0o777)
    for number in (1, 2, 5):
        names = [f"/dev/fd/{number}", f"/proc/self/fd/{number}"] + {1: ["/dev/stdout"], 2: ["/dev/stderr"]}.get(number, [])
        link = scratch / f"link-{number}"
        link.symlink_to(f"/proc/self/fd/{number}")
        for name in [*names, link]:
            for behind in ("file", "appended", "pipe", "terminal"):
                path = scratch / "behind"
                reader = None
                if behind == "file":
                    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o666)
                    os.write(handle, b"before\n")
                elif behind == "appended":
                    path.write_text(PRECIOUS)
                    handle = os.open(path, os.O_WRONLY | os.O_APPEND)
                elif behind == "pipe":
                    reader, handle = os.pipe()
                else:
                    reader, handle = pty.openpty()

                def place_it(handle=handle, number=number):
                    if handle != number:
                        os.dup2(handle, number)
                    os.set_inheritable(number, True)

                # -q: on a terminal's standard error the progress of a run would stand in the way.
                made = run(folder, "report", "-q", "--format", "markdown", "-o", name, user=user, preexec_fn=place_it, close_fds=False,
                           stdout=None if number == 1 else subprocess.PIPE, stderr=None if number == 2 else subprocess.PIPE)
                os.close(handle)
                got = read_all(reader) if reader is not None else path.read_bytes()
                if reader is not None:
                    os.close(reader)
                got = got.replace(b"\r\n", b"\n")
                wanted = {"file": b"before\n" + expected, "appended": PRECIOUS.encode() + expected}.get(behind, expected)
                claim(f"-o {name} writes the open descriptor, behind which is a {behind}" + (" (as root)" if user is None else ""),
                      made.returncode == 0 and got == wanted, (made, got[:200]))
                path.unlink(missing_ok=True)
    for name, word in (("/dev/fd/77", b"no such descriptor"), ("/proc/self/fd/77", b"no such descriptor"), ("/proc/1/fd/1", b"another process")):
        made = run(folder, "report", "-o", name, user=user)
        claim(f"-o {name} is refused", made.returncode == 3 and word in made.stderr, made)
    with open("/dev/full", "wb") as full:
        made = run(folder, "report", "-o", "/dev/stdout", user=user, stdout=full)
        claim("a full device behind /dev/stdout is told", made.returncode == 3, made)
    shutil.rmtree(scratch)


WRITING = {
    "set": ["set", "b", "title=C"],
    "done": ["done", "b", "2024-01-05"],
    "move": ["move", "b", "2024-07-01"],
    "cascade": ["move", "a", "2024-08-01", "--cascade", "--yes"],
    "cancel": ["cancel", "b", "--reason", "r"],
    "rename": ["rename", "a", "first"],
    "add": ["add", "milestone", "new", "--title", "N", "--type", "test"],
    "import": ["add", "--from", "{}/new.json"],
    "fmt": ["fmt"],
    "edit": ["edit", "b", "--from", "{}/new.toml"],
    "close": ["close", "m#a1"],
}


def contents(folder):
    return {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and ".git" not in path.parts}


def writers(place, user):
    """The folders and files that a writing command goes by lead out of the repository through a link."""
    def whole(folder, outside):
        (folder / "data").rename(outside / "data")
        (folder / "data").symlink_to(outside / "data")

    def within(folder, outside):
        (folder / "data").rename(folder / "real")
        (folder / "data").symlink_to("real")

    def kinds(folder, outside):
        for kind in ("milestones", "meetings"):
            (folder / "data" / kind).rename(outside / kind)
            (folder / "data" / kind).symlink_to(outside / kind)

    def records(folder, outside):
        for name in ("milestones/a.toml", "milestones/b.toml", "meetings/m.toml"):
            path = folder / "data" / name
            path.rename(outside / path.name)
            path.symlink_to(outside / path.name)

    def nowhere(folder, outside):
        (folder / "data").rename(outside / "data")
        (folder / "data").symlink_to(outside / "not-there")

    for what, disguise in {"the data folder is a link out": whole, "the data folder is a link within": within,
                           "the kinds' folders are links out": kinds, "the records are links out": records,
                           "the data folder is a link to nowhere": nowhere}.items():
        for command, words in WRITING.items():
            folder, outside = place / "written", place / "outside"
            shutil.copytree(place / "sound", folder, symlinks=True)
            outside.mkdir()
            (folder / "new.json").write_text('{"milestone": [{"id": "x", "title": "X", "type": "test"}]}')
            (folder / "new.toml").write_text('title = "New"\ntype = "review"\n')
            disguise(folder, outside)
            if user is not None:
                give_away([place, *place.rglob("*")], user)
            before = contents(outside), contents(folder / "real") if (folder / "real").exists() else {}
            made = run(folder, *(word.replace("{}", str(folder)) for word in words), user=user)
            after = contents(outside), contents(folder / "real") if (folder / "real").exists() else {}
            claim(f"where {what}, `sss {' '.join(words)}` writes nothing outside", before == after, made)
            # A new record is written where nothing leads out; what is only a link there is left.
            free = "records" in what and command in ("add", "import")
            claim(f"where {what}, `sss {' '.join(words)}` refuses", free or made.returncode != 0, made)
            shutil.rmtree(folder)
            shutil.rmtree(outside)


def beginnings(place, user):
    """`sss init` where links stand in its way."""
    for name in ("data", "data/milestones", "sss.toml", ".github", ".github/workflows", "schemas"):
        folder, outside = place / "begun", place / "outside"
        folder.mkdir()
        outside.mkdir()
        git(folder, "init", "-q", "-b", "main", "--template=")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).symlink_to(outside / "target")
        if name != "sss.toml":
            (outside / "target").mkdir()
        if user is not None:
            give_away([place, *place.rglob("*")], user)
        made = run(place, "init", folder, user=user)
        claim(f"`sss init` writes nothing behind the link {name}", contents(outside) == {} and
              (name == "sss.toml" or list((outside / "target").iterdir()) == []), made)
        shutil.rmtree(folder)
        shutil.rmtree(outside)


def give_away(paths, user):
    for path in paths:
        os.lchown(path, user, user)


with tempfile.TemporaryDirectory() as scratch:
    place = pathlib.Path(scratch).resolve()
    place.chmod(0o755)
    world(place / "sound")
    users = [None]
    if os.geteuid() == 0:
        users.append(pwd.getpwnam("nobody").pw_uid)
        shutil.copy2(claims.SSS, place / "sss")
        claims.SSS = place / "sss"
    for user in users:
        if user is not None:
            give_away([place, *place.rglob("*")], user)
        onto_links(place, user)
        into_descriptors(place, user)
        writers(place, user)
        beginnings(place, user)
        if user is not None:
            give_away([place, *place.rglob("*")], 0)
sys.exit(1 if failures else 0)
