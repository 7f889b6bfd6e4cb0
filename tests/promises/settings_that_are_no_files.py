#!/usr/bin/env python3
"""What settings and schemas are read from is a file that git holds itself, and nothing else is taken for "there is none".

Settings, schemas and their folder stand there as links (within the repository, out of it, to nowhere), as pipes, devices,
folders, submodules, or may not be read; or they are missing where something names them. Every command that reads them ends
with 3 and says so, in the working tree, in the index and in commits alike; one that does not need them answers as ever.

usage: settings_that_are_no_files.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile

from support import claims
from support.claims import ENVIRONMENT, answer, claim, failures, git
from support.samples import sample

# They look at the working tree.
OF_FILES = ["validate", "list milestone", "show b", "diff", "fmt --check", "set b title=C --dry-run",
            "add milestone n --title N --type test --dry-run", "done b 2024-01-05 --dry-run", "move b 2024-06-01 --dry-run",
            "rename b c --dry-run", "cancel b --reason r --dry-run", "schema thing"]
OF_INDEX = ["validate --staged", "diff --staged"]
OF_COMMITS = ["validate --rev HEAD", "list milestone --rev HEAD", "log", "changelog", "report", "chart trend", "forecast", "export ics", "site --check",
              "show b --rev HEAD", "timeline"]
SETTINGS = '[programme]\nname = "P"\n[rules]\nopen-end = "off"\n'
SCHEMA = ('{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "required": ["title"], '
          '"properties": {"title": {"type": "string"}}}')


def world(folder):
    for kind in ("milestones", "things"):
        (folder / "data" / kind).mkdir(parents=True)
    (folder / "schemas").mkdir()
    (folder / "sss.toml").write_text(SETTINGS)
    (folder / "schemas" / "thing.schema.json").write_text(SCHEMA)
    (folder / "data/milestones/b.toml").write_text('title = "B"\ntype = "review"\nplanned = 2024-05-01\n')
    (folder / "data/things/t.toml").write_text('title = "T"\n')
    git(folder, "init", "-q", "-b", "main", "--template=")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "first")


def take_away(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()


def linked(place, within):
    """The same content, reached through a link: it looks right here, and a clone that is read by others holds no more than the link."""
    def do(folder):
        target = (folder if within else folder.parent) / "elsewhere"
        take_away(target) if target.exists() else None
        (folder / place).rename(target)
        (folder / place).symlink_to(os.path.relpath(target, (folder / place).parent))
    return do


def replaced(place, make):
    def do(folder):
        take_away(folder / place)
        make(folder / place)
    return do


def submodule(place):
    def do(folder):
        other = folder.parent / "other"
        take_away(other) if other.exists() else None
        (folder / place).rename(other)
        git(folder, "rm", "-rqf", "--cached", place)
        git(other, "init", "-q", "-b", "main", "--template=")
        git(other, "add", "-A")
        git(other, "commit", "-qm", "other")
        git(folder, "submodule", "add", "-q", str(other), place)
    return do


def not_fetched(place):
    """What a clone leaves of a submodule where nobody asked for it, as in CI: an empty folder, of which the index alone tells."""
    def do(folder):
        take_away(folder / place)
        (folder / place).mkdir()
        git(folder, "rm", "-rqf", "--cached", place)
        git(folder, "update-index", "--add", "--cacheinfo", f"160000,{git(folder, 'rev-parse', 'HEAD')},{place}")
    return do


PLACES = {"the settings": "sss.toml", "a schema": "schemas/thing.schema.json", "the schemas' folder": "schemas"}
DISGUISES = {}
for what, place in PLACES.items():
    DISGUISES[f"{what}: a link that stays within"] = linked(place, True)
    DISGUISES[f"{what}: a link out of the repository"] = linked(place, False)
    DISGUISES[f"{what}: a link to nowhere"] = replaced(place, lambda path: path.symlink_to("nowhere"))
    DISGUISES[f"{what}: a link to itself"] = replaced(place, lambda path: path.symlink_to(path.name))
    DISGUISES[f"{what}: a pipe"] = replaced(place, os.mkfifo)
    if place != "schemas":
        DISGUISES[f"{what}: a folder"] = replaced(place, lambda path: (path.mkdir(), (path / "x").write_text("")))
    else:
        DISGUISES[f"{what}: a file"] = replaced(place, lambda path: path.write_text("x"))
        DISGUISES[f"{what}: a submodule"] = submodule(place)
        DISGUISES[f"{what}: a submodule that was not fetched"] = not_fetched(place)
    if os.geteuid() == 0:
        DISGUISES[f"{what}: a device"] = replaced(place, lambda path: os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3)))
DISGUISES["a schemas' folder that the settings name, and none is there"] = lambda folder: (folder / "sss.toml").write_text(
    SETTINGS + '[data]\nschemas = "kinds"\n')
DISGUISES["a schemas' folder that the settings name through a link"] = lambda folder: (
    (folder / "kinds").symlink_to("schemas"), (folder / "sss.toml").write_text(SETTINGS + '[data]\nschemas = "kinds"\n'))
DISGUISES["a schemas' folder below a link"] = lambda folder: (
    (folder / "deep").mkdir(), (folder / "schemas").rename(folder / "deep" / "schemas"), (folder / "way").symlink_to("deep"),
    (folder / "sss.toml").write_text(SETTINGS + '[data]\nschemas = "way/schemas"\n'))
# git holds none of these, so that only a working tree can be judged.
NOT_FOR_GIT = ("pipe", "device")


# What holds the records is the repository's own too.
for what, place in {"the data folder": "data", "a kind's folder": "data/things"}.items():
    DISGUISES[f"{what}: a submodule"] = submodule(place)
    DISGUISES[f"{what}: a submodule that was not fetched"] = not_fetched(place)


def refuses(where, folder, commands, sound=None, user=None):
    for command in sample(commands[len(where) % 2::2], long=commands, sanitized=commands[::4]):
        status, out, said = answer(folder, command, user)
        right = status == 3 and len(said.splitlines()) > 1
        if sound is not None and (status, out) == sound[command][:2]:
            right = True
        claim(f"{where}: `sss {command}` ends with 3 and says what to do", right, f"{status} {said or out.decode(errors='replace')[:200]}")


def named_on_the_command_line(place):
    """--config, a template: what is named there is a file that can be read, or there is no answer."""
    folder = place / "named"
    shutil.copytree(place / "sound", folder, symlinks=True)
    (folder / "real.toml").write_text(SETTINGS)
    (folder / "inner.toml").symlink_to("real.toml")
    (folder / "outer.toml").symlink_to("/etc/passwd")
    (folder / "dangling.toml").symlink_to("nowhere")
    (place / "beside.toml").write_text(SETTINGS)
    os.mkfifo(folder / "pipe.toml")
    (folder / "folder.toml").mkdir()
    for name in ("outer", "dangling", "pipe", "folder", "missing"):
        for command in ("validate", "list milestone", "log", "report", "set b title=C --dry-run", "fmt --check"):
            status, out, said = answer(folder, f"{command} --config {folder}/{name}.toml")
            claim(f"`sss --config {name}.toml {command}` ends with 3", status == 3, f"{status} {said or out.decode()[:200]}")
        status, out, said = answer(folder, f"report --template {folder}/{name}.toml")
        claim(f"`sss report --template` of {name} ends with 3", status == 3, f"{status} {said or out.decode()[:200]}")
        status, out, said = answer(folder, f"add --from {folder}/{name}.toml")
        claim(f"`sss add --from` of {name} ends with 2 or 3", status in (2, 3), f"{status} {said or out.decode()[:200]}")
        status, out, said = answer(folder, f"verify {folder}/{name}.toml")
        claim(f"`sss verify` of {name} ends with 2 or 3", status in (2, 3), f"{status} {said or out.decode()[:200]}")
    for name in (f"{folder}/real", f"{folder}/inner", f"{place}/beside"):
        status, _, said = answer(folder, f"validate --config {name}.toml")
        claim(f"`sss --config {name}.toml validate` answers", status in (0, 1), f"{status} {said}")
    reader, writer = os.pipe()
    os.write(writer, b'[rules]\nopen-end = "off"\n')
    os.close(writer)
    made = subprocess.run([claims.SSS, "-C", folder, "validate", "--config", f"/dev/fd/{reader}"], capture_output=True, env=ENVIRONMENT,
                          pass_fds=[reader], timeout=300)
    claim("settings from the shell's <(…) are never read as empty ones", made.returncode == 3, made)
    os.close(reader)


def attributes(place, sound):
    """What git takes no attributes from, sss takes none from either: it is not opened, and nothing waits for it."""
    makes = {"a folder": os.mkdir, "a pipe": os.mkfifo, "a link to a device": lambda path: path.symlink_to("/dev/zero"),
             "a link to itself": lambda path: path.symlink_to(path.name)}
    names = (".gitattributes", "data/.gitignore", "data/milestones/.gitattributes", "data/more/.gitignore", ".mailmap", ".git/info/exclude",
             ".git/info/attributes")
    for what, make in makes.items():
        folder = place / "attributes"
        shutil.copytree(place / "sound", folder, symlinks=True)  # of a copy, git's index knows no file's times
        (folder / "data/more").mkdir()
        (folder / ".git/info").mkdir(exist_ok=True)
        for where in names:
            (folder / where).unlink(missing_ok=True)
            make(folder / where)
        for command in ("validate", "validate --staged", "list milestone", "log", "report"):
            status, out, said = answer(folder, command)
            claim(f"where .gitattributes is {what}, `sss {command}` answers as ever", (status, out) == sound[command][:2], f"{status} {said}")
        # What is not committed is told all the same, and what is committed is not told as changed.
        claim(f"where .gitattributes is {what}, what is committed is told as such", "not committed" not in answer(folder, "log")[2], answer(folder, "log")[2])
        (folder / "data/milestones/b.toml").write_bytes(b'title = "Other"\ntype = "review"\n')
        (folder / "data/things/t.toml").unlink()
        (folder / "data/things/new.toml").write_bytes(b'title = "New"\n')
        said = answer(folder, "log")[2]
        claim(f"where .gitattributes is {what}, what is not committed is told", "3 changed records are not committed" in said, said)
        shutil.rmtree(folder)


with tempfile.TemporaryDirectory() as scratch:
    place = pathlib.Path(scratch).resolve()
    place.chmod(0o755)
    world(place / "sound")
    every = OF_FILES + OF_INDEX + OF_COMMITS
    sound = {command: answer(place / "sound", command) for command in every}
    for command, (status, _, said) in sound.items():
        claim(f"`sss {command}` answers where all is sound", status in (0, 1), said)
    for what, disguise in DISGUISES.items():
        folder = place / "world"
        shutil.copytree(place / "sound", folder, symlinks=True)
        disguise(folder)
        refuses(f"{what}, in the working tree", folder, OF_FILES)
        refuses(f"{what}, in the working tree", folder, OF_INDEX + OF_COMMITS, sound)
        if not any(word in what for word in NOT_FOR_GIT):
            git(folder, "add", "-A")
            refuses(f"{what}, staged", folder, OF_INDEX)
            git(folder, "commit", "-qm", "disguised")
            refuses(f"{what}, committed", folder, every)
            bare = place / "bare"
            git(place, "clone", "-q", "--bare", str(folder), str(bare))
            refuses(f"{what}, in a bare repository", bare, ["validate"] + OF_COMMITS)
            # Whoever puts it right must get through.
            git(folder, "rm", "-rqf", "--cached", "--ignore-unmatch", ".gitmodules", "schemas", "data")
            for entry in list(folder.iterdir()):
                if entry.name != ".git":
                    take_away(entry)
            shutil.copytree(place / "sound", folder, symlinks=True, dirs_exist_ok=True,
                            ignore=lambda here, names: [".git"] if pathlib.Path(here) == place / "sound" else [])
            git(folder, "add", "-A")
            git(folder, "commit", "-qm", "put right")
            for command in ("validate --since HEAD~1", "diff HEAD~1..HEAD", "log", "report", "changelog"):
                status, _, said = answer(folder, command)
                # Where the records of one side cannot be read, nothing can be said of what differs.
                right = (3,) if "folder: a submodule" in what and "schemas" not in what and command.startswith("diff") else (0, 1)
                claim(f"{what}: put right again, `sss {command}` ends with one of {right}", status in right, f"{status} {said}")
            shutil.rmtree(bare)
        shutil.rmtree(folder)
    named_on_the_command_line(place)
    attributes(place, sound)
    nobody = pwd.getpwnam("nobody").pw_uid if os.geteuid() == 0 else None
    if nobody is not None:
        shutil.copy2(claims.SSS, place / "sss")
        claims.SSS = place / "sss"
    for what, name in PLACES.items():
        folder = place / "unreadable"
        shutil.copytree(place / "sound", folder, symlinks=True)
        if nobody is not None:
            for path in [folder, *folder.rglob("*")]:
                os.lchown(path, nobody, nobody)
        (folder / name).chmod(0)
        refuses(f"{what} may not be read", folder, OF_FILES, user=nobody)
        refuses(f"{what} may not be read", folder, OF_INDEX + OF_COMMITS, sound, nobody)
        subprocess.run(["chmod", "-R", "u+rwX", folder], check=True)
        shutil.rmtree(folder)
sys.exit(1 if failures else 0)
