#!/usr/bin/env python3
"""Releases: sss's own milestones (project/) are sound and true, each commit that they name stands in this repository's history on that
day; and the check-list of `./dev release` tells whatever does not agree.

usage: releases.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib

SSS, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
NUMBER = re.search(r"^project\(sss VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(), re.M)[1]
ENVIRONMENT = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ} | {
    "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "SOURCE_DATE_EPOCH": "1800000000"} | {
    f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "a"), ("EMAIL", "a@programme.example"))}


def run(*words, folder=ROOT, code=0):
    made = subprocess.run([str(word) for word in words], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True)
    assert made.returncode == code, f"{words}: exit {made.returncode}, not {code}\n{made.stdout}{made.stderr}"
    return made.stdout


def records_are_true():
    assert "no findings" in run(SSS, "-C", "project", "validate")
    records = {path.stem: tomllib.loads(path.read_text()) for path in (ROOT / "project/data/milestones").glob("*.toml")}
    assert f"release-{NUMBER.replace('.', '-')}" in records, "the next release has a record"
    git = subprocess.run(["git", "log", "--date=format-local:%Y-%m-%d", "--format=%ad %s"], cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True)
    if git.returncode != 0 or run("git", "rev-parse", "--is-shallow-repository").strip() != "false":
        print("these sources have no history here: what the records say of it was not looked up")
        return
    history = set(git.stdout.splitlines())
    for id_, record in records.items():
        commits = [source["title"].removeprefix("Commit: ") for source in record.get("sources", []) if source["title"].startswith("Commit: ")]
        assert not id_.startswith("release-") or not commits, f"{id_}: a release is a tag"
        if "actual" in record and not id_.startswith("release-"):
            days = [line[:10] for line in history for commit in commits if line[11:] == commit]
            assert len(days) >= len(commits) > 0, f"{id_}: not all of these are commits here: {commits}"
            assert max(days) == str(record["actual"]), f"{id_}: reached on {record['actual']}, and its commits are of {sorted(days)}"


def made_up_sources(folder):
    """Enough of the sources for the check-list, in the state in which a release could be made."""
    for name in ("CMakeLists.txt", "README.md", "CHANGELOG.md"):
        shutil.copy(ROOT / name, folder)
    for name in ("docs", "packaging", "project"):
        shutil.copytree(ROOT / name, folder / name)
    changelog = folder / "CHANGELOG.md"
    changelog.write_text(re.sub(rf"^## {re.escape(NUMBER)}.*$", f"## {NUMBER}, 2026-12-01", changelog.read_text(), count=1, flags=re.M))
    run("git", "init", "-q", folder)
    commit(folder)
    record = folder / f"project/data/milestones/release-{NUMBER.replace('.', '-')}.toml"
    if "actual" not in tomllib.loads(record.read_text()):
        run(SSS, "-C", "project", "done", record.stem, "2026-12-01", "-q", folder=folder)
    commit(folder)


def commit(folder):
    run("git", "add", "-A", folder=folder)
    run("git", "commit", "-q", "--allow-empty", "-m", "As it stands", folder=folder)


def the_list_tells(scratch):
    sources = scratch / "sources"
    sources.mkdir()
    made_up_sources(sources)

    def refused(what, change):
        """After this change the list says NO once, to that."""
        copy = scratch / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(sources, copy, symlinks=True)
        change(copy)
        told = run(sys.executable, "packaging/release.py", SSS, "--facts", folder=copy, code=1)
        no = [line.split("NO  ")[1] for line in told.splitlines() if line.startswith("  NO  ")]
        assert len(no) == 1 and what in no[0], (what, told)

    def edited(name, old, new):
        def change(folder):
            path = folder / name
            assert old in path.read_text(), (name, old)
            path.write_text(path.read_text().replace(old, new, 1))
            commit(folder)
        return change

    told = run(sys.executable, "packaging/release.py", SSS, "--facts", folder=sources)
    assert "NO" not in told and told.count("  yes ") == 9 and "git tag" not in told, told
    record = f"project/data/milestones/release-{NUMBER.replace('.', '-')}.toml"
    refused("everything is committed", lambda folder: (folder / "CHANGELOG.md").write_text((folder / "CHANGELOG.md").read_text() + "\n"))
    refused("waits for another release", edited("CHANGELOG.md", "\n## ", "\n## Not yet released\n\n- More\n\n## "))
    refused("record of it says the same day", edited(record, "2026-12-01", "2026-12-02"))
    refused(f"the pages say {NUMBER}", edited("docs/install.md", f"sss_{NUMBER}", "sss_0.0.9"))
    refused(f"no tag v{NUMBER}", lambda folder: run("git", "tag", f"v{NUMBER}", folder=folder))
    refused("packaging/released", lambda folder: [(folder / "packaging/released").write_text(f"{'0' * 64}  sss-{NUMBER}-linux-x86_64.tar.gz\n"), commit(folder)])
    refused("records are sound", edited("project/sss.toml", "[programme]", "[programme]\nnmae = 'x'"))

    copy = scratch / "undated"
    shutil.copytree(sources, copy, symlinks=True)
    edited("CHANGELOG.md", f"## {NUMBER}, 2026-12-01", f"## {NUMBER}, not yet released")(copy)
    told = run(sys.executable, "packaging/release.py", SSS, "--facts", folder=copy, code=1)
    assert "NO  CHANGELOG.md tells" in told and "NO  sss's own record" in told, "a day that nobody wrote agrees with none"
    edited("CMakeLists.txt", f"VERSION {NUMBER}", "VERSION 99.0.0")(copy)
    told = run(sys.executable, "packaging/release.py", SSS, "--facts", folder=copy, code=1)
    assert "NO  the program says 99.0.0" in told and "NO  the pages say 99.0.0" in told, told


def main():
    assert re.match(rf"## {re.escape(NUMBER)}\b", re.search(r"^## .*$", (ROOT / "CHANGELOG.md").read_text(), re.M)[0]), "CHANGELOG.md begins with this version"
    records_are_true()
    with tempfile.TemporaryDirectory(prefix="releases.") as name:
        the_list_tells(pathlib.Path(name))
    print("sss's own records are true, and the check-list of a release tells what is not so")


main()
