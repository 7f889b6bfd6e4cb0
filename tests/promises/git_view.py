#!/usr/bin/env python3
"""A repository is seen as git sees it, and what cannot be seen is never told as nothing. Each world is made with the real
git, and where git can be asked the same question its answer is the judge.

usage: git_view.py SSS ROOT [CLAIM…]
"""
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

SSS = str(pathlib.Path(sys.argv[1]).resolve())
failures = 0


def claim(text, holds, seen=""):
    global failures
    if not holds:
        failures += 1
        print(f"not so: {text}\n{seen}")


class World:
    """A folder of its own, with a git that knows nothing of the machine."""

    def __init__(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="git-view.")).resolve()
        kept = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
        self.env = kept | {"HOME": str(self.home), "TZ": "UTC", "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1",
                           "SOURCE_DATE_EPOCH": "1718000000"}
        (self.home / ".gitconfig").write_text("[user]\n\tname = Ada\n\temail = ada@programme.example\n[init]\n\tdefaultBranch = main\n"
                                              "[protocol \"file\"]\n\tallow = always\n[advice]\n\tgraftFileDeprecated = false\n")
        self.clock = 1709287200  # 1 March 2024, 10:00 UTC

    def git(self, *arguments, at, env=None, text=None, check=True):
        made = subprocess.run(["git", *arguments], cwd=at, env=self.env | (env or {}), capture_output=True,
                              input=text.encode() if text is not None else None)
        if check and made.returncode != 0:
            raise RuntimeError(f"git {arguments}: {made.stderr.decode(errors='replace')}")
        return made.stdout.decode(errors="replace").strip()

    def sss(self, *arguments, at, env=None):
        made = subprocess.run([SSS, *arguments], cwd=at, env=self.env | (env or {}), stdin=subprocess.DEVNULL, capture_output=True)
        return made.returncode, made.stdout.decode(errors="replace"), made.stderr.decode(errors="replace")

    def new(self, name, settings='[programme]\nname = "Probe"\n[history]\ncorrection_days = 0\n', bare_of_git=False):
        folder = self.home / name
        folder.mkdir(parents=True)
        if not bare_of_git:
            self.git("init", "-q", at=folder)
        if settings is not None:
            (folder / "sss.toml").write_text(settings)
        return folder

    def commit(self, at, message="Work", who="Ada", email=None, env=None, *more):
        self.clock += 86400
        when = f"@{self.clock} +0000"
        self.git("add", "-A", at=at)
        names = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
                 for what, value in (("NAME", who), ("EMAIL", email or f"{who.split()[0].lower()}@programme.example"), ("DATE", when))}
        self.git("commit", "-q", "--allow-empty", "-m", message, *more, at=at, env=names | (env or {}))
        return self.git("rev-parse", "HEAD", at=at)


def milestone(at, name, planned="2024-06-01", folder="data", more=""):
    path = at / folder / "milestones" / f"{name}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'title = "{name}"\ntype = "other"\nplanned = {planned}\n{more}')


READING = (["report"], ["log"], ["changelog"], ["timeline"], ["chart", "trend"], ["validate", "--rev", "HEAD"], ["list", "milestone", "--rev", "HEAD"])


def refused(world, at, words, commands=READING, env=None, what=""):
    for command in commands:
        code, out, err = world.sss(*command, at=at, env=env)
        claim(f"{what}: sss {' '.join(command)} ends with 3, prints nothing and says why",
              code == 3 and out == "" and all(word in err for word in words) and err.count("\n") > 1, (code, out, err))


# ---------------------------------------------------------------------------- absence is never emptiness


def head_without_a_branch(world):
    at = world.new("r")
    milestone(at, "a")
    world.commit(at)
    world.git("clone", "-q", "--bare", str(at), str(world.home / "m.git"), at=world.home)
    world.git("symbolic-ref", "HEAD", "refs/heads/master", at=world.home / "m.git")
    bare = world.home / "m.git"
    refused(world, bare, ["'master'", "main", "--rev main"], (["report"], ["log"], ["changelog"], ["timeline"], ["validate"], ["list", "milestone"]),
            what="a mirror whose HEAD names no branch")
    code, out, err = world.sss("report", "--rev", "main", at=bare)
    claim("the remedy helps", code == 0 and "0 of 1 milestone" in out, (code, out, err))
    world.git("checkout", "-q", "--orphan", "fresh", at=at)
    refused(world, at, ["'fresh'", "--rev main"], (["report"], ["log"], ["changelog"]), what="an orphan branch")
    code, out, err = world.sss("validate", at=at)
    claim("the working tree is checked all the same", code == 0, (code, out, err))
    fetched = world.new("fetched", settings=None)
    world.git("fetch", "-q", str(bare), "main:refs/remotes/origin/main", at=fetched)
    refused(world, fetched, ["'main'", "origin/main"], (["report"], ["log"]), what="only a remote branch")


def data_folder_that_is_none(world):
    for kind, words in (("link", ["symbolic link"]), ("link above", ["symbolic link"]), ("submodule", ["submodule"]), ("file", ["no folder"]),
                        ("kind link", ["symbolic link", "milestone"])):
        settings = '[data]\nfolder = "programme/data"\n' if kind == "link above" else ""
        at = world.new(kind.replace(" ", "-"), settings=settings)
        if kind in ("link", "link above"):
            milestone(at, "a", folder="real/data")
            (at / ("data" if kind == "link" else "programme")).symlink_to("real/data" if kind == "link" else "real")
        elif kind == "kind link":
            milestone(at, "a", folder="real")
            (at / "data").mkdir()
            (at / "data" / "milestones").symlink_to("../real/milestones")
        elif kind == "submodule":
            inner = world.new("inner")
            milestone(inner, "a", folder=".")
            world.commit(inner)
            world.git("submodule", "--quiet", "add", str(inner), "data", at=at)
        else:
            (at / "data").write_text("nothing\n")
        world.commit(at)
        refused(world, at, words, what=f"a data folder that is a {kind}")
        if kind != "file":
            refused(world, at, words, (["validate"], ["diff"], ["list", "milestone"], ["validate", "--staged"]), what=f"the same in the working tree ({kind})")


def no_data_repository(world):
    at = world.new("code", settings=None)
    (at / "main.c").write_text("x\n")
    world.commit(at)
    refused(world, at, ["neither sss.toml nor a folder named data"], READING + (["validate"], ["diff"], ["list", "milestone"], ["validate", "--staged"]),
            what="a repository of something else")
    milestone(at / "programme", "a")
    (at / "programme" / "sss.toml").write_text("")
    world.commit(at)
    refused(world, at, ["programme", "-C programme"], READING + (["validate"],), what="a data repository below")


def nothing_committed(world):
    at = world.new("fresh")
    for command in (["report"], ["log"], ["changelog"]):
        code, out, err = world.sss(*command, at=at)
        claim(f"a new repository: sss {command[0]} ends with 0 and says so", code == 0 and "there are no records yet" in err, (code, out, err))
    milestone(at, "a")
    refused(world, at, ["1 record stands in the working tree", "git add"], (["report"], ["log"], ["changelog"]), what="records and no commit")
    other = world.new("other", settings=None)
    (other / "main.c").write_text("x\n")
    world.commit(other)
    (other / "sss.toml").write_text("")
    milestone(other, "a")
    refused(world, other, ["sss.toml stands in the working tree", "git add -- sss.toml"], (["report"], ["log"]), what="settings not committed")
    (other / "sss.toml").unlink()
    refused(world, other, ["1 record stands in the working tree"], (["report"], ["log"]), what="data not committed")
    third = world.new("third")
    milestone(third, "a")
    world.commit(third)
    (third / "schemas").mkdir()
    (third / "schemas" / "ground-station.schema.json").write_text('{"type": "object", "x-sss-title": "title", "properties": {"title": {"type": "string"}}}')
    refused(world, third, ["schemas/ground-station.schema.json", "not committed"], (["report"], ["log"]), what="a schema not committed")
    code, out, err = world.sss("report", "--rev", "HEAD", at=third)
    claim("what is named is looked at", code == 0 and "0 of 1 milestone" in out, (code, out, err))
    shutil.rmtree(third / "schemas")
    (third / "sss.toml").write_text('[programme]\nname = "Another"\n')
    code, out, err = world.sss("report", at=third)
    claim("which settings are read is said", code == 0 and "Probe" in out and "sss.toml is changed and not committed" in err, (code, out, err))
    (third / ".gitignore").write_text("b.toml\n")
    milestone(third, "b")
    code, out, err = world.sss("report", at=third)
    claim("a record that git ignores is not committed, which is said", code == 0 and "b.toml" in err, (code, out, err))


def a_mistyped_folder(world):
    at = world.new("r", settings='[data]\nfolder = "dta"\n')
    milestone(at, "a")
    world.commit(at)
    refused(world, at, ["'dta'", "'data'", 'folder = "data"'], READING + (["validate"], ["list", "milestone"], ["validate", "--staged"]), what="a mistyped folder")
    (at / "sss.toml").write_text('[data]\nfolder = "docs"\n')
    (at / "docs").mkdir()
    (at / "docs" / "x.txt").write_text("x\n")
    world.commit(at)
    refused(world, at, ["'docs'", "'data'"], READING, what="a folder of something else")


def truly_empty(world):
    at = world.new("r")
    world.commit(at, "Settings")
    for command in READING:
        code, out, err = world.sss(*command, at=at)
        claim(f"without records sss {command[0]} ends with 0", code == 0, (code, out, err))
    code, out, err = world.sss("report", at=at)
    claim("and says so", "There are no records yet." in out and "there are no records yet" in err, (out, err))
    for number in range(61):
        milestone(at, f"m{number}")
    world.commit(at, "All")
    shutil.rmtree(at / "data")
    world.commit(at, "None", who="Grace Hopper")
    (at / "x").write_text("x\n")
    world.commit(at, "Something else")
    code, out, err = world.sss("report", at=at)
    claim("all records were removed: on which day and by whom", code == 0 and "All 61 records were removed on 4 March 2024 by Grace Hopper." in out, (code, out, err))
    for command in (["log"], ["changelog"], ["timeline"], ["list", "milestone", "--rev", "HEAD"]):
        code, out, err = world.sss(*command, at=at)
        claim(f"sss {command[0]} says it too", code == 0 and "all 61 records were removed on 4 March 2024 by Grace Hopper" in err, (code, out, err))


def a_folder_of_a_repository(world):
    """The same records and commits at the root of a repository and in a folder of one: every command tells the same."""
    root, whole = world.new("root"), world.new("whole", settings=None)
    inner = whole / "sub" / "programme"
    inner.mkdir(parents=True)
    (whole / "main.c").write_text("x\n")
    (inner / "sss.toml").write_text((root / "sss.toml").read_text())
    clock = world.clock
    for at, top in ((root, root), (inner, whole)):
        world.clock = clock
        milestone(at, "a")
        milestone(at, "b")
        world.commit(top, "First")
        milestone(at, "a", "2024-07-01")
        world.commit(top, "Slip", "Grace")
        milestone(at, "a", "2024-08-01")
        (at / "data" / "milestones" / "b.toml").unlink()
        world.commit(top, "Slip again")
        milestone(at, "c")
        milestone(at, "a", "2024-09-01")
        world.git("add", "-A", at=top)
        milestone(at, "d")

    def plain(text):
        text = re.sub(r"[0-9a-f]{40}|\b[0-9a-f]{7}\b", "COMMIT", text)
        return text.replace(str(inner), "HERE").replace(str(root), "HERE")
    commands = [["report"], ["report", "--period", "2024-03", "--format", "json"], ["log"], ["log", "a"], ["log", "--blame", "a"], ["changelog"],
                ["changelog", "HEAD~1..HEAD"], ["timeline"], ["chart", "trend"], ["chart", "burnup"], ["chart", "timeline"], ["list", "milestone"],
                ["list", "milestone", "--as-of", "2024-03-02"], ["show", "a"], ["show", "a", "--rev", "HEAD~1"], ["diff"], ["diff", "--staged"],
                ["diff", "HEAD~2..HEAD"], ["diff", "--format", "message"], ["validate"], ["validate", "--staged"], ["validate", "--rev", "HEAD~1"],
                ["validate", "--since", "HEAD~1"], ["validate", "--history"], ["validate", "data/milestones/a.toml"], ["fmt", "--check"],
                ["forecast"], ["schema"], ["explain", "setting"], ["report", "--archive", "reports", "--every", "month"], ["set", "a", "planned=2024-10-01"],
                ["add", "milestone", "e", "--title", "E", "--type", "other"], ["move", "a", "2024-11-01"], ["done", "c", "2024-05-01"], ["rename", "c", "cc"]]
    for command in commands:
        one, other = world.sss(*command, at=root), world.sss(*command, at=inner)
        claim(f"sss {' '.join(command)} tells the same in a folder", one[0] == other[0] and plain(one[1]) == plain(other[1]) and plain(one[2]) == plain(other[2]),
              "\n".join(map(str, (one, other))))
    report = world.sss("report", "--period", "2024-03", at=inner)[1]
    (inner / "r.txt").write_text(report)
    code, out, err = world.sss("verify", "r.txt", at=inner)
    claim("a report of a folder is verified", code == 0, (code, out, err))
    code, out, err = world.sss("report", at=inner / "data" / "milestones")
    claim("from below the folder too", code == 0 and "0 of 1 milestone" in out, (code, out, err))
    line = re.search(r"^  (git .*(?:\n(?!\S).*)*)", "".join(world.sss("set", "a", "planned=2024-12-02", at=inner)[1:]), re.M)
    if line:
        made = subprocess.run(line.group(1), shell=True, cwd=inner, env=world.env, capture_output=True, text=True)
        claim("the proposed command commits in a folder", made.returncode == 0 and
              "sub/programme/data/milestones/a.toml" in world.git("show", "--stat=200", "--format=", "HEAD", at=whole), made)
    else:
        claim("a command is proposed in a folder", False)


# ---------------------------------------------------------------------------- the world as git sees it


def two_histories(world):
    at = world.new("r")
    milestone(at, "a")
    world.commit(at, "Old begin")
    milestone(at, "a", "2024-07-01")
    old = world.commit(at, "Slip 1")
    world.git("checkout", "-q", "--orphan", "fresh", at=at)
    first = world.commit(at, "Fresh import")
    milestone(at, "a", "2024-08-01")
    world.commit(at, "Slip 2")
    return at, old, first


def replaced_objects(world):
    at, old, first = two_histories(world)
    world.git("replace", "--graft", first, old, at=at)
    code, out, err = world.sss("log", "a", at=at)
    claim("git joins two histories, and so does sss", code == 0 and "Old begin" in out and "Slip 1" in out and "second move" in out, (code, out, err))
    commits = [told["id"] for told in json.loads(world.sss("log", "--format", "json", at=at)[1])["commits"]]
    claim("by the names that git log gives them", set(commits) <= set(world.git("log", "--format=%H", at=at).split()), commits)
    code, out, err = world.sss("log", "a", at=at, env={"GIT_NO_REPLACE_OBJECTS": "1"})
    claim("as without them where git is told so", code == 0 and "Old begin" not in out, (code, out, err))
    code, out, err = world.sss("changelog", "HEAD~3..HEAD", at=at)
    claim("steps lead through the joint", code == 0 and "1 June" in out and "1 August" in out, (code, out, err))
    code, out, err = world.sss("diff", f"{old}...HEAD", at=at)
    claim("so does where two parted", code == 0 and "1 August" in out, (code, out, err))
    base = world.git("merge-base", old, "HEAD", at=at)
    claim("which git says too", base == old, base)
    for form in ("text", "markdown", "json", "html"):
        report = world.sss("report", "--period", "2024-03", "--format", form, at=at)[1]
        replacement = world.git("rev-parse", f"refs/replace/{first}", at=at)
        claim(f"the made-line names what is replaced ({form})", f"{first}={replacement}" in report, report[-600:])
        (at / "r").write_text(report)
        code, out, err = world.sss("verify", "r", at=at)
        claim(f"and the report is verified ({form})", code == 0, (code, out, err))
        clone = world.home / f"clone-{form}"
        world.git("clone", "-q", str(at), str(clone), at=world.home)
        code, out, err = world.sss("verify", str(at / "r"), at=clone)
        claim(f"verify says what a clone lacks ({form})", code == 3 and first in err and "refs/replace" in err, (code, out, err))
        world.git("fetch", "-q", "origin", "refs/replace/*:refs/replace/*", at=clone)
        code, out, err = world.sss("verify", str(at / "r"), at=clone)
        claim(f"its remedy helps ({form})", code == 0, (code, out, err))
        plain = world.sss("report", "--period", "2024-03", "--format", form, at=at, env={"GIT_NO_REPLACE_OBJECTS": "1"})[1]
        claim(f"without replacements the line names none ({form})", f"{first}=" not in plain, plain[-600:])
        (at / "plain").write_text(plain)
        code, out, err = world.sss("verify", "plain", at=at)
        claim(f"and verify says what is more here ({form})", code == 3 and "GIT_NO_REPLACE_OBJECTS" in err, (code, out, err))
    # Another commit's words, and another file's bytes.
    at = world.new("words")
    milestone(at, "a")
    one = world.commit(at, "Wrong words")
    raw = world.git("cat-file", "commit", one, at=at).replace("Wrong words", "Right words").replace("Ada", "Grace")
    other = world.git("hash-object", "-t", "commit", "-w", "--stdin", at=at, text=raw + "\n")
    world.git("replace", one, other, at=at)
    blob = world.git("rev-parse", "HEAD:data/milestones/a.toml", at=at)
    text = 'title = "Another"\ntype = "other"\nplanned = 2024-06-01\n'
    world.git("replace", blob, world.git("hash-object", "-w", "--stdin", at=at, text=text), at=at)
    code, out, err = world.sss("log", at=at)
    claim("a replaced commit and a replaced file are read", "Right words" in out and "Grace" in out and "Another" in out and one[:7] in out, (code, out, err))
    # A loop is refused, as git refuses it.
    world.git("update-ref", f"refs/replace/{other}", one, at=at)
    code, out, err = world.sss("log", at=at)
    claim("replacements without end are refused", code == 3 and "without end" in err, (code, out, err))


def grafts(world):
    at, old, first = two_histories(world)
    (at / ".git" / "info").mkdir(exist_ok=True)
    (at / ".git" / "info" / "grafts").write_text(f"# joined\n{first} {old}\n")
    claim("git follows grafts", len(world.git("log", "--format=%H", at=at).split()) == 4)
    code, out, err = world.sss("log", "a", at=at)
    claim("and so does sss", code == 0 and "Old begin" in out and "second move" in out, (code, out, err))
    report = world.sss("report", "--period", "2024-03", at=at)[1]
    claim("the made-line names them", f"{first}^={old}" in report.replace("\n", ""), report[-400:])
    code, out, err = world.sss("log", "--rev", "HEAD~2", at=at)
    claim("steps lead through them", code == 0 and "Slip 1" in out, (code, out, err))


def mailmaps(world):
    """Random maps, names and addresses: the names that sss tells are git's."""
    dice = random.Random(7)
    names = ["Old Name", "old name", "Ünal", "A B", "X"]
    mails = ["old@x.example", "Old@X.example", "a@b", "n@x.example"]
    for seed in range(6):
        at = world.new(f"m{seed}")
        for number in range(8):
            milestone(at, f"m{number}")
            world.commit(at, f"C{number}", dice.choice(names), dice.choice(mails))
        lines = []
        for _ in range(dice.randrange(1, 7)):
            line = dice.choice(["P <{p}> <{m}>", "<{p}> <{m}>", "P Q <{m}>", "P R <{p}> {n} <{m}>", "<{p}> {n} <{m}>", "# c <{m}> <{p}>", "broken {m}",
                                "  S  T  <{m}>  # why", "Z <> <{m}>", "Y <{p}> <>"])
            lines.append(line.format(p=dice.choice(["p@proper.example", "Q@proper.example"]), m=dice.choice(mails), n=dice.choice(names)))
        (at / ".mailmap").write_text("\n".join(lines) + "\n")
        world.commit(at, "Map")
        told = {one["id"]: one["author"] for one in json.loads(world.sss("log", "--format", "json", at=at)[1])["commits"]}
        for row in world.git("log", "--format=%H%x09%aN%x09%aE", at=at).splitlines():
            commit, name, _ = row.split("\t")
            if commit in told:
                said = told[commit]["name"] if isinstance(told[commit], dict) else told[commit]
                claim(f"{commit[:7]} is by {name!r}", said == name, (said, lines))
    at = world.new("author")
    milestone(at, "a")
    world.commit(at, "First", "Old Name", "old@x.example")
    (at / ".mailmap").write_text("New Name <new@x.example> <old@x.example>\n")
    world.commit(at, "Map")
    code, out, err = world.sss("log", "--author", "New Name", at=at)
    claim("--author knows the proper name", code == 0 and "First" in out, (code, out, err))
    claim("and the other one no more, as in git", world.git("log", "--author=Old Name", "--format=%s", at=at) == "" and
          "First" not in world.sss("log", "--author", "Old Name", at=at)[1])
    out = world.sss("log", "--rev", "HEAD~1", at=at)[1]
    claim("the map is that of the revision read", "Old Name" in out and "New Name" not in out, out)
    (at / ".mailmap").write_text("Local <new@x.example> <old@x.example>\n")
    (world.home / "mine").write_text("Mine <new@x.example> <old@x.example>\n")
    world.git("config", "mailmap.file", str(world.home / "mine"), at=at)
    out = world.sss("log", at=at)[1]
    claim("neither the working tree's nor the user's", "New Name" in out and "Local" not in out and "Mine" not in out, out)


def encodings(world):
    at = world.new("r")
    for number, (encoding, text) in enumerate((("ISO-8859-1", "Größe"), ("ISO-8859-9", "Şüphe"), ("UTF-16", "Größe"), ("Shift_JIS", "日本"), ("nonsense", "x"),
                                               ("latin-1", "Größe"), ("GBK", "中国"))):
        milestone(at, f"m{number}")
        tree = world.commit(at, f"C{number}")
        raw = subprocess.run(["git", "cat-file", "commit", tree], cwd=at, env=world.env, capture_output=True).stdout
        head, _ = raw.split(b"\n\n", 1)
        if encoding == "UTF-16":
            continue  # a header in UTF-16 is no header: git does not write one
        name = encoding if encoding not in ("nonsense", "latin-1") else "ISO-8859-1"
        body = head.replace(b"Ada", text.encode(name)) + b"\nencoding " + encoding.encode() + b"\n\n" + text.encode(name) + b" said\n"
        made = subprocess.run(["git", "hash-object", "-t", "commit", "-w", "--stdin"], cwd=at, env=world.env, input=body, capture_output=True)
        world.git("reset", "-q", "--hard", made.stdout.decode().strip(), at=at)
        told = json.loads(world.sss("log", "--format", "json", at=at)[1])["commits"]
        newest = next(one for one in told if one["id"] == made.stdout.decode().strip())
        said = newest["author"]["name"] if isinstance(newest["author"], dict) else newest["author"]
        git = world.git("log", "-1", "--format=%aN%n%s", at=at, env={"LC_ALL": "C.UTF-8"}).splitlines()
        claim(f"a commit in {encoding} reads as in git", [said, newest["subject"]] == git, (said, newest["subject"], git))


def another_users(world):
    if os.geteuid() != 0:
        print("left out: a repository of another user can only be made by root")
        return
    at = world.new("r")
    milestone(at, "a")
    world.commit(at)
    subprocess.run(["chown", "-R", "1234:1234", str(at)], check=True)
    git_env = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory"}
    other = world.home / "elsewhere"
    for env, what in (({}, "nothing"), (git_env | {"GIT_CONFIG_VALUE_0": str(at)}, "GIT_CONFIG_COUNT"), (git_env | {"GIT_CONFIG_VALUE_0": "*"}, "*"),
                      (git_env | {"GIT_CONFIG_VALUE_0": str(other)}, "another folder"), ({"GIT_CONFIG_PARAMETERS": "'safe.directory=*'"}, "git -c"),
                      ({"GIT_CONFIG_PARAMETERS": "'safe.directory'='*'"}, "git -c of today"), ({"SUDO_UID": "1234"}, "sudo"),
                      ({"GIT_DIR": str(at / ".git")}, "GIT_DIR"),
                      ({"GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*", "GIT_CONFIG_KEY_1": "safe.directory", "GIT_CONFIG_VALUE_1": ""}, "taken back"),
                      ({"GIT_CONFIG_COUNT": "x"}, "a broken count"), ({"GIT_CONFIG_COUNT": "1"}, "a missing key")):
        made = subprocess.run(["git", "log", "--oneline"], cwd=at, env=world.env | env, capture_output=True)
        for command in (["log"], ["diff"], ["validate", "--staged"]):
            code, out, err = world.sss(*command, at=at, env=env)
            claim(f"{what}: sss {command[0]} reads what git reads", (code == 0) == (made.returncode == 0), (made.returncode, made.stderr, code, out, err))
    (world.home / ".gitconfig").write_text((world.home / ".gitconfig").read_text() + "[safe]\n\tdirectory = ~/r\n")
    claim("a home is understood", world.sss("log", at=at)[0] == 0 == subprocess.run(["git", "log"], cwd=at, env=world.env, capture_output=True).returncode)


def named_by_the_environment(world):
    at = world.new("r")
    milestone(at, "a")
    world.commit(at)
    elsewhere = world.new("other")
    for env in ({"GIT_DIR": str(at / ".git"), "GIT_WORK_TREE": str(at)}, {"GIT_DIR": str(at / ".git")}, {"GIT_DIR": "../r/.git", "GIT_WORK_TREE": "../r"}):
        code, out, err = world.sss("changelog", "--format", "text", at=elsewhere, env=env)
        claim(f"the repository of {env} is told", "new milestone" in out or "GIT_DIR" in err or "working tree" in err, (code, out, err))
        claim("and no other", "Nothing changed" not in out, (code, out, err))
    code, out, err = world.sss("validate", at=elsewhere, env={"GIT_DIR": str(at / ".git"), "GIT_WORK_TREE": str(at)})
    claim("its working tree is checked", code == 0 and "1 record" in out, (code, out, err))
    code, out, err = world.sss("log", at=at, env={"GIT_DIR": str(world.home / "none")})
    claim("a repository that is not there is said", code == 3 and "GIT_DIR" in err, (code, out, err))
    # What git hands its hooks in a linked working tree; the data repository in a folder of it.
    whole = world.new("whole", settings=None)
    (whole / "programme").mkdir()
    (whole / "programme" / "sss.toml").write_text("")
    milestone(whole / "programme", "a")
    world.commit(whole)
    linked = world.home / "linked"
    world.git("worktree", "add", "-q", "-b", "side", str(linked), at=whole)
    hook = whole / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nenv | grep ^GIT_ > {world.home}/hook.env\n{SSS} -C programme validate --staged > {world.home}/hook.out 2>&1\n'
                    f'{SSS} -C programme diff --staged >> {world.home}/hook.out 2>&1\n')
    hook.chmod(0o755)
    milestone(linked / "programme", "b")
    world.git("add", "-A", at=linked)
    world.git("commit", "-q", "-m", "B", at=linked)
    out = (world.home / "hook.out").read_text()
    claim("a hook of a linked working tree sees what is staged there", "2 records" in out and "new milestone" in out, out + (world.home / "hook.env").read_text())


def quarantined_objects(world):
    at = world.new("r")
    milestone(at, "a")
    world.commit(at)
    server = world.home / "server.git"
    world.git("clone", "-q", "--bare", str(at), str(server), at=world.home)
    hook = server / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f'#!/bin/sh\nread old new ref\n{SSS} log --rev "$new" > {world.home}/hook.out 2>&1\n{SSS} validate --rev "$new" --since "$old" >> {world.home}/hook.out 2>&1\nexit 0\n')
    hook.chmod(0o755)
    milestone(at, "b", more='owner = "nobody"\n')
    world.commit(at, "Pushed")
    world.git("push", "-q", str(server), "main", at=at)
    out = (world.home / "hook.out").read_text()
    claim("a push that is being received is read and judged", "Pushed" in out and "unknown" in out and "1 error" in out, out)


def files_taken_as_unchanged(world):
    for flag in ("skip-worktree", "assume-unchanged"):
        at = world.new(flag)
        milestone(at, "a")
        milestone(at, "b")
        world.commit(at)
        world.git("update-index", f"--{flag}", "data/milestones/a.toml", at=at)
        for what in ("gone", "other"):
            path = at / "data" / "milestones" / "a.toml"
            path.unlink() if what == "gone" else milestone(at, "a", "2025-01-01")
            git = world.git("status", "--short", at=at)
            code, out, err = world.sss("diff", "--exit-code", at=at)
            claim(f"{flag}, {what}: sss diff and git status say the same", code == (1 if git else 0), (git, code, out, err))
            code, out, err = world.sss("report", at=at)
            claim(f"{flag}, {what}: nothing is said to be uncommitted", code == 0 and err == "", (code, out, err))
        (at / "data" / "milestones" / "a.toml").unlink()
        code, out, err = world.sss("list", "milestone", "--format", "csv", at=at)
        claim(f"{flag}: the record is listed", "a,a" in out.replace('"', ""), out)
        code, out, err = world.sss("validate", at=at)
        claim(f"{flag}: the record is checked", "2 records" in out, out)


def forms_of_the_index(world):
    for form in ("split", "split twice", "version 4", "sparse", "untracked cache", "fsmonitor-free v3"):
        at = world.new(form.replace(" ", "-"))
        for name in "abc":
            milestone(at, name)
        (at / "data/milestones/sub").mkdir()
        (at / "data/milestones/sub/d.toml").write_text('title = "d"\ntype = "other"\n')
        (at / "other" / "deep").mkdir(parents=True)
        (at / "other" / "deep" / "x").write_text("x\n")
        world.commit(at)
        if form.startswith("split"):
            world.git("update-index", "--split-index", at=at)
        if form == "split twice":
            world.git("config", "core.splitIndex", "true", at=at)
            world.git("config", "splitIndex.maxPercentChange", "100", at=at)
            milestone(at, "a", "2024-09-09")
            milestone(at, "e")
            (at / "data" / "milestones" / "b.toml").unlink()
            world.git("add", "-A", at=at)
        if form == "version 4":
            world.git("update-index", "--index-version", "4", at=at)
        if form == "untracked cache":
            world.git("update-index", "--untracked-cache", at=at)
        if form == "sparse":
            world.git("sparse-checkout", "set", "--cone", "--sparse-index", "data/milestones", at=at)
        if form.endswith("v3"):
            (at / "new.txt").write_text("x\n")
            world.git("add", "-N", "new.txt", at=at)
        staged = [row.split("\t")[0] for row in world.git("ls-files", "--", "data", at=at).splitlines()]
        count = len(staged)
        code, out, err = world.sss("validate", "--staged", at=at)
        claim(f"{form}: what is staged is checked whole", code == 0 and f"{count} records" in out, (code, out, err, staged))
        changed = [row.split("\t")[1] for row in world.git("diff", "--cached", "--name-status", "--", "data", at=at).splitlines()]
        code, out, err = world.sss("diff", "--staged", "--exit-code", at=at)
        claim(f"{form}: what is staged differs where git says so", code == (1 if changed else 0), (code, out, err, changed))
        code, out, err = world.sss("report", at=at)
        claim(f"{form}: a report is told", code == 0 and ("not committed" in err) == bool(changed), (code, out, err, changed))
        code, out, err = world.sss("diff", "--exit-code", at=at)
        git = world.git("status", "--short", "--", "data", at=at)
        claim(f"{form}: the working tree differs where git says so", code == (1 if git else 0), (code, out, err, git))
        (at / ".git" / "index").write_bytes(b"DIRC\0\0\0\x02\0\0\xff\xff" + b"\0" * 20)
        code, out, err = world.sss("report", at=at)
        claim(f"{form}: a report asks for no index", code == 0 and "is not known" in err, (code, out, err))
        code, out, err = world.sss("validate", "--staged", at=at)
        claim(f"{form}: what needs a damaged index is refused", code == 3 and out == "", (code, out, err))


def extensions(world):
    at = world.new("r")
    milestone(at, "a")
    world.commit(at)
    world.git("config", "core.repositoryformatversion", "1", at=at)
    for name, value, read in (("relativeworktrees", "true", True), ("preciousobjects", "true", True), ("refstorage", "files", True),
                              ("refstorage", "reftable", False), ("future", "true", False), ("objectformat", "sha1", True), ("objectformat", "sha256", False)):
        path = at / ".git" / "config"
        before = path.read_text()
        path.write_text(before + f"[extensions]\n\t{name} = {value}\n")
        code, out, err = world.sss("changelog", "--format", "text", at=at)
        claim(f"extension {name}={value}: {'read' if read else 'refused with a remedy'}",
              (code == 0 and "new milestone" in out) if read else (code == 3 and out == "" and err.count("\n") > 1), (code, out, err))
        path.write_text(before)
    world.git("config", "core.repositoryformatversion", "2", at=at)
    code, out, err = world.sss("log", at=at)
    claim("a format of tomorrow is refused with a remedy", code == 3 and err.count("\n") > 1, (code, out, err))


def filters(world):
    for attributes, refused_ in (("*.toml filter=lfs\n", True), ("[attr]secret filter=crypt\ndata/** secret\n", True), ("*.bin filter=lfs\n", False),
                                 ("*.toml filter=lfs\ndata/**/*.toml -filter\n", False), ("data/milestones/*.toml working-tree-encoding=UTF-16LE\n", True),
                                 ("*.toml text eol=crlf\n", False)):
        at = world.new(f"f{abs(hash(attributes))}")
        (at / ".gitattributes").write_text(attributes)
        marker = world.home / "ran"
        world.git("config", "filter.lfs.clean", f"touch {marker}; cat", at=at)
        milestone(at, "a", more='notes = """\nOne\nTwo"""\n')
        if "eol=crlf" in attributes:
            path = at / "data" / "milestones" / "a.toml"
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
        if "UTF-16" in attributes:
            path = at / "data" / "milestones" / "a.toml"
            path.write_bytes(path.read_text().encode("utf-16-le"))
        world.commit(at)
        marker.unlink(missing_ok=True)
        for command in (["report"], ["log"], ["validate"], ["validate", "--rev", "HEAD"], ["validate", "--staged"]):
            code, out, err = world.sss(*command, at=at)
            claim(f"{attributes!r}: sss {' '.join(command)} {'is refused with the remedy' if refused_ else 'reads'}",
                  (code == 3 and out == "" and "-filter" in err) if refused_ else code == 0, (code, out, err))
        claim("no filter was run", not marker.exists())
        if not refused_:
            code, out, err = world.sss("diff", "--exit-code", at=at)
            claim(f"{attributes!r}: the working tree is as git sees it", code == 0, (code, out, err))


def attributes_near_a_record(world):
    for name, attributes, text, refused_ in (("deep", "*.toml filter=lfs\n", "", True), ("ident", "*.toml ident\n", '# $Id$\n', True),
                                             ("no-id", "*.toml ident\n", "", False), ("other", "*.bin filter=lfs\n", "", False)):
        at = world.new(name)
        milestone(at, "2024/a", more=text)
        (at / "data" / "milestones" / "2024" / ".gitattributes").write_text(attributes)
        world.commit(at)
        for command in (["report"], ["log"], ["validate"], ["validate", "--rev", "HEAD"]):
            code, out, err = world.sss(*command, at=at)
            claim(f"{attributes!r} in a sub-folder: sss {' '.join(command)} {'is refused with the remedy' if refused_ else 'reads'}",
                  (code == 3 and out == "" and "-ident" in err) if refused_ else code == 0, (code, out, err))


def line_ends_by_the_environment(world):
    at = world.new("crlf")
    milestone(at, "a")
    world.commit(at)
    path = at / "data" / "milestones" / "a.toml"
    plain = path.read_bytes()
    for settings, bytes_ in (({"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.autocrlf", "GIT_CONFIG_VALUE_0": "true"}, plain.replace(b"\n", b"\r\n")),
                             ({"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.autocrlf", "GIT_CONFIG_VALUE_0": "input"}, plain.replace(b"\n", b"\r\n")),
                             ({"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.autocrlf", "GIT_CONFIG_VALUE_0": "true"}, plain.replace(b"06-01", b"06-02")),
                             ({}, plain.replace(b"\n", b"\r\n"))):
        path.write_bytes(bytes_)
        differs = world.git("diff", "--name-only", at=at, env=settings) != "" and world.git("diff", "--stat", at=at, env=settings) != ""
        code, out, err = world.sss("log", at=at, env=settings)
        claim(f"line ends by {settings}: what is not committed is what git says", code == 0 and ("not committed" in err) == differs, (differs, out, err))
        code, out, err = world.sss("show", "a", at=at, env=settings)
        claim(f"line ends by {settings}: so in show", code == 0 and ("not committed" in out) == differs, (differs, out, err))


def settings_in_their_order(world):
    at = world.new("order")
    milestone(at, "a")
    world.commit(at)
    path = at / "data" / "milestones" / "a.toml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    system, user = world.home / "system", world.home / "user"
    def counted(value):
        return {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "Core.AutoCRLF", "GIT_CONFIG_VALUE_0": value}
    def handed(value):
        return {"GIT_CONFIG_PARAMETERS": f"'core.autocrlf'='{value}'"}
    for where in "system", "user", "own", "worktree":
        for in_file, env in (("true", {}), ("true", counted("false")), ("false", counted("true")), ("true", counted("true") | handed("false")),
                             ("false", counted("false") | handed("true")), ("true", handed("false")), ("input", {}), ("false", {})):
            for file in system, user:
                file.write_text("")
            (at / ".git" / "config.worktree").write_text("")
            world.git("config", "--local", "--unset-all", "core.autocrlf", at=at, check=False)
            world.git("config", "--local", "extensions.worktreeConfig", "true", at=at)
            text = f"[core]\n\tautocrlf = {in_file}\n"
            if where == "own":
                world.git("config", "--local", "core.autocrlf", in_file, at=at)
            else:
                {"system": system, "user": user, "worktree": at / ".git" / "config.worktree"}[where].write_text(text)
            env = env | {"GIT_CONFIG_NOSYSTEM": "0", "GIT_CONFIG_SYSTEM": str(system), "GIT_CONFIG_GLOBAL": str(user)}
            differs = world.git("status", "--porcelain", at=at, env=env) != "" and world.git("diff", "--stat", at=at, env=env) != ""
            code, out, err = world.sss("log", at=at, env=env)
            claim(f"{where} says autocrlf = {in_file}, the environment {env}: what is not committed is what git says",
                  code == 0 and ("not committed" in err) == differs, (differs, out, err))
    # A sparse checkout that the settings of this working tree alone know of.
    lean = world.home / "lean"
    world.git("clone", "-q", str(at), str(lean), at=world.home)
    world.git("sparse-checkout", "set", "--no-cone", "/sss.toml", at=lean)
    for env in {}, counted("true"):
        code, out, err = world.sss("list", "milestone", at=lean, env=env)
        claim("what a sparse checkout leaves out is read as it is committed", code == 0 and "1 milestone" in out, (code, out, err))


def a_folder_of_a_bare_repository(world):
    at = world.new("mono", settings=None)
    prog = at / "prog"
    prog.mkdir()
    (prog / "sss.toml").write_text('[programme]\nname = "Probe"\n[history]\ncorrection_days = 0\n')
    milestone(prog, "a")
    world.commit(at)
    milestone(prog, "a", planned="2024-07-01")
    world.commit(at)
    bare = world.home / "mono.git"
    world.git("clone", "-q", "--bare", str(at), str(bare), at=world.home)
    commands = (*READING, ["validate"], ["list", "milestone"], ["show", "a"], ["diff", "HEAD~1..HEAD"], ["forecast"], ["export", "ics"], ["export", "jsonl", "--history"], ["log", "--blame", "a"])
    for command in commands:
        there = world.sss(*command, at=prog)
        for where in ([], ["-C", str(bare)], ["-C", str(bare / "prog")]):
            here = world.sss(*where, *command, at=world.home if where else bare)
            claim(f"a bare repository's folder: sss {' '.join(where + command)} tells what a clone tells",
                  here[0] == 0 and here[1] == there[1], (there, here))
    other = at / "other"
    other.mkdir()
    (other / "sss.toml").write_text("")
    world.commit(at)
    world.git("push", "-q", str(bare), "main", at=at)
    refused(world, bare, ["prog", "other", "-C"], what="two programmes in a bare repository")
    code, out, err = world.sss("-C", str(bare / "prog"), "log", at=world.home)
    claim("of two programmes in a bare repository one is named", code == 0 and "1 June" in out, (code, out, err))


def a_programme_that_moves_into_a_folder(world):
    at, whole = world.new("stays"), world.new("moves")
    clock = world.clock
    for top in (at, whole):
        world.clock = clock
        milestone(top, "a")
        world.commit(top, "Plan")
        milestone(top, "a", planned="2024-07-01")
        world.commit(top, "Slip", "Grace")
    (whole / "prog").mkdir()
    world.git("mv", "data", "sss.toml", "prog", at=whole)
    (whole / "code.c").write_text("x\n")
    clock = world.clock
    world.commit(whole, "Move into a folder")
    world.clock = clock
    world.commit(at, "Nothing")
    clock = world.clock
    for top, inner in ((at, at), (whole, whole / "prog")):
        world.clock = clock
        milestone(inner, "a", planned="2024-08-01")
        world.commit(top, "Slip again")
    for command in (["log"], ["changelog"], ["log", "--blame", "a"], ["chart", "trend"], ["report", "--period", "2024-03"], ["list", "milestone", "--as-of", "2024-03-03"]):
        one, other = world.sss(*command, at=at), world.sss(*command, at=whole / "prog")
        claim(f"a programme that moved into a folder keeps its past: sss {' '.join(command)}", one[0] == 0 and
              re.sub(r"[0-9a-f]{40}|\b[0-9a-f]{7}\b", "COMMIT", one[1]) == re.sub(r"[0-9a-f]{40}|\b[0-9a-f]{7}\b", "COMMIT", other[1]), (one, other))
    (whole / "sss.toml").write_text("")
    world.commit(whole, "Another programme at the root")
    code, out, err = world.sss("log", at=whole / "prog")
    claim("where the root has a programme of its own, its past is its own", code == 0 and "new milestone, planned for 1 July" in out, (code, out, err))


def a_programme_that_moves_between_folders(world):
    ways = [["old", "new"], ["old/deep", "new"], ["a", "b", "c"], ["", "a", "b"], ["old", "new", "old"], ["a", "a/b"], ["a/b", "a"]]
    for number, way in enumerate(ways):
        stays, moves = world.new(f"stays-{number}"), world.new(f"moves-{number}", settings=None)
        (moves / "code.c").write_text("x\n")
        other = moves / "another"
        other.mkdir()
        (other / "sss.toml").write_text('[programme]\nname = "Another"\n')
        milestone(other, "z")
        clock = world.clock
        home = moves / way[0]
        home.mkdir(parents=True, exist_ok=True)
        shutil.copy(stays / "sss.toml", home / "sss.toml")
        months = iter(range(6, 12))
        for step, name in enumerate(way):
            if step:
                target = moves / name
                kept = world.home / "kept"
                kept.mkdir()
                for part in "data", "sss.toml":
                    shutil.move(home / part, kept / part)
                target.mkdir(parents=True, exist_ok=True)
                for part in "data", "sss.toml":
                    shutil.move(kept / part, target / part)
                kept.rmdir()
                home = target
                now = world.clock
                world.commit(moves, "Move")
                world.clock = now
                world.commit(stays, "Move")
            for who in "Ada", "Grace":
                now, planned = world.clock, f"2024-{next(months):02}-01"
                for top, inner in ((stays, stays), (moves, home)):
                    world.clock = now
                    milestone(inner, "a", planned=planned)
                    world.commit(top, "Plan", who)
        def plain(text):
            return re.sub(r"[0-9a-f]{40}|\b[0-9a-f]{7}\b", "COMMIT", text)
        for command in (["log"], ["changelog"], ["log", "--blame", "a"], ["chart", "trend"], ["report", "--period", "2024-03"],
                        ["list", "milestone", "--as-of", "2024-03-03"], ["validate", "--history"], ["show", "a"], ["forecast"]):
            one, two = world.sss(*command, at=stays), world.sss(*command, at=home)
            claim(f"a programme that moved {' → '.join(way)} keeps its past: sss {' '.join(command)}",
                  one[0] == two[0] and plain(one[1]) == plain(two[1]), (one, two))


def hidden_records_removed(world):
    at = world.new("hidden", settings='[programme]\nname = "Probe"\n')
    (at / "schemas").mkdir()
    (at / "schemas" / "note.schema.json").write_text(json.dumps({"type": "object", "x-sss-id": r"^\.?[a-z]+$", "properties": {"text": {"type": "string"}}}))
    notes = at / "data" / "notes"
    notes.mkdir(parents=True)
    (notes / ".only.toml").write_text('text = "x"\n')
    world.commit(at)
    code, out, err = world.sss("log", at=at)
    claim("a record whose name begins with a dot is one", code == 0 and "new note" in out and "no records" not in err, (code, out, err))
    world.git("rm", "-q", "-r", "data", at=at)
    world.commit(at, who="Bo")
    code, out, err = world.sss("report", at=at)
    claim("and that the last of them went is said", code == 0 and "removed" in err and "Bo" in err, (code, out, err))


def branch_names(world):
    up = world.new("up")
    milestone(up, "a")
    world.commit(up)
    at = world.home / "ci"
    at.mkdir()
    world.git("init", "-q", at=at)
    world.git("fetch", "-q", str(up), "main:refs/remotes/origin/main", at=at)
    world.git("checkout", "-q", "--detach", "origin/main", at=at)
    for command in (["validate", "--since", "main"], ["diff", "main...HEAD"], ["log", "--rev", "main"]):
        code, out, err = world.sss(*command, at=at)
        claim(f"sss {' '.join(command)} names the branch that is there", code == 2 and "origin/main" in err, (code, out, err))


ALL = [head_without_a_branch, data_folder_that_is_none, no_data_repository, nothing_committed, a_mistyped_folder, truly_empty, a_folder_of_a_repository,
       replaced_objects, grafts, mailmaps, encodings, another_users, named_by_the_environment, quarantined_objects, files_taken_as_unchanged,
       forms_of_the_index, extensions, filters, attributes_near_a_record, line_ends_by_the_environment, settings_in_their_order,
       a_folder_of_a_bare_repository,
       hidden_records_removed, a_programme_that_moves_into_a_folder,
       a_programme_that_moves_between_folders, branch_names]

wanted = sys.argv[3:]
for one in ALL:
    if wanted and one.__name__ not in wanted:
        continue
    world = World()
    try:
        one(world)
    finally:
        shutil.rmtree(world.home, ignore_errors=True)
sys.exit(1 if failures else 0)
