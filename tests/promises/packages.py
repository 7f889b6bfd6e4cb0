#!/usr/bin/env python3
"""What `cpack` makes of a build is what docs/install.md says of it: made twice it is the same bytes; Debian's judge has nothing
against the .deb; where nothing is installed but what it asks for, README's commands run, and it goes without a trace; the tarball
runs wherever it is laid, with its own libraries. Nothing is compiled and nothing fetched: the bare system is made of this
machine's own packages. Needs Debian, and to install anywhere the rights of root.

usage: packages.py SSS SOURCE-FOLDER
"""
import hashlib
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tarfile
import tempfile

from support import console, samples
from support.bare_root import BareRoot

SSS, ROOT = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
BUILD = SSS.parent.parent
SKIPPED = 77
EPOCH = 1700000000


def run(words, **more):
    made = subprocess.run([str(word) for word in words], capture_output=True, text=True, errors="replace", **more)
    assert made.returncode == 0, f"{words}: exit {made.returncode}\n{made.stdout}{made.stderr}"
    return made.stdout


def packed(folder, zone):
    """{file name: path} of the packages, made in this folder and zone. (cpack lets the umask mark a .deb: `./dev` sets it.)"""
    run(["cpack", "-B", folder], cwd=BUILD, umask=0o022, env=os.environ | {"SOURCE_DATE_EPOCH": str(EPOCH), "TZ": zone})
    return {path.name: path for path in [*folder.glob("*.deb"), *folder.glob("*.tar.gz")]}


def the_same_twice(scratch):
    first, second = packed(scratch / "one", "UTC"), packed(scratch / "another/folder", "Asia/Tokyo")
    assert first.keys() == second.keys() and len(first) == 2, (first, second)
    for name in first:
        assert first[name].read_bytes() == second[name].read_bytes(), f"{name} differs when it is made again"
    deb = next(path for name, path in first.items() if name.endswith(".deb"))
    tarball = next(path for name, path in first.items() if name.endswith(".tar.gz"))
    return deb, tarball


def judged(deb):
    if not shutil.which("lintian"):
        print("lintian is not installed: it has not judged the .deb. `./dev test` installs it.")
        return
    told = subprocess.run(["lintian", "--allow-root", "--tag-display-limit", "0", deb], capture_output=True, text=True)
    assert not re.search(r"^[EW]: ", told.stdout, re.M), told.stdout + told.stderr


def links_lead_somewhere(installed):
    """The pages lie in a package as in the repository: whatever they link to is there."""
    for page in [*installed.glob("*.md"), *installed.rglob("docs/**/*.md")]:
        for link in re.findall(r"\]\(([^)#\s]+)", page.read_text()):
            if not re.match(r"[a-z]+:", link):
                assert (page.parent / link).exists(), f"{page.relative_to(installed)} links to {link}, which the package does not hold"


def nothing_names_this_machine(tree):
    for path in tree.rglob("*"):
        if path.is_file() and not path.is_symlink():
            assert str(ROOT).encode() not in path.read_bytes(), f"{path.relative_to(tree)} names the folder in which it was built"


def whole(tree):
    """The .deb's files: what docs/install.md names."""
    share = tree / "usr/share"
    commands = re.findall(r"^  ([a-z]+) {2,}\S", run([SSS, "--help"]).split("Subcommands:")[1], re.M)
    assert {path.name for path in (share / "man/man1").iterdir()} == {"sss.1.gz", *(f"sss-{command}.1.gz" for command in commands)}
    for name in ("bash-completion/completions/sss", "zsh/vendor-completions/_sss", "fish/vendor_completions.d/sss.fish", "doc/sss/copyright",
                 "doc/sss/changelog.gz", "sss/schemas/milestone.schema.json", "sss/schemas/output/report.schema.json", "doc/sss/docs/README.md", "doc/sss/examples/laboratory/sss.toml"):
        assert (share / name).is_file(), name
    for path in ROOT.glob("docs/**/*.md"):
        assert (share / "doc/sss" / path.relative_to(ROOT)).read_bytes() == path.read_bytes(), path


def readme_runs(root, path, of):
    """README's commands, in the bare root, with sss found by this PATH."""
    scratch = pathlib.Path(tempfile.mkdtemp(dir=root.folder / "tmp"))
    environment = {"PATH": path, "HOME": "/root", "TZ": "UTC", "LC_ALL": "C.UTF-8", "COLUMNS": "100", "SOURCE_DATE_EPOCH": "1768478400"}

    def within(outside):
        return "/" + str(pathlib.Path(outside).relative_to(root.folder))

    def shell(script, folder):
        return root.run(["bash", "-c", script], folder, environment)

    root.run(["sss", "init", "--example", "demo"], within(scratch), environment)
    count = 0
    for line, command, expected, got in console.ran((ROOT / "README.md").read_text(), scratch / "demo", scratch, shell, within):
        assert console.matches(expected, got), f"{of}, README.md:{line}: $ {command}\n--- shown\n{expected}--- printed\n{got}"
        count += 1
    assert count > 3
    shutil.rmtree(scratch)


def snapshot(folder):
    """What lies there, but for dpkg's own book-keeping."""
    found = {}
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if name.parts[:3] in (("var", "lib", "dpkg"), ("var", "log")) or name.parts[:2] == ("var", "log"):
            continue
        status = path.lstat()
        found[str(name)] = (stat.filemode(status.st_mode), os.readlink(path) if path.is_symlink() else
                            hashlib.sha256(path.read_bytes()).hexdigest() if stat.S_ISREG(status.st_mode) else "")
    return found


def installs_and_goes(deb, scratch):
    needed = run(["dpkg-deb", "--field", deb, "Depends"])
    assert "tzdata" in needed and "libgit2" in needed and "libc6" in needed, needed
    root = BareRoot(scratch / "debian", [*needed.split(", "), "bash", "coreutils", "libc-bin"])
    before = snapshot(root.folder)
    root.dpkg("--install", deb)
    assert (root.folder / "usr/bin/sss").is_file()
    readme_runs(root, "/usr/bin:/bin", "installed by dpkg")
    root.dpkg("--purge", "sss")
    after = snapshot(root.folder)
    assert after == before, f"what the package left: {sorted(set(after.items()) ^ set(before.items()))[:10]}"
    assert "Package: sss\n" not in (root.folder / "var/lib/dpkg/status").read_text()


def runs_anywhere(tarball, scratch):
    root = BareRoot(scratch / "anywhere", ["libc6", "tzdata", "bash", "coreutils", "libc-bin"])
    if root.run(["readlink", "/proc/self/exe"], "/", {}) == "":
        print("no system without /proc finds libraries beside a program, and here none can be mounted: the tarball was not run")
        sys.exit(SKIPPED)
    place = root.folder / "srv/some where"
    place.mkdir(parents=True)
    with tarfile.open(tarball) as archive:
        archive.extractall(place)
    (folder,) = place.iterdir()
    assert folder.name == tarball.name.removesuffix(".tar.gz")
    told = root.run(["/lib64/ld-linux-x86-64.so.2", "--list", f"/srv/some where/{folder.name}/bin/sss"], "/", {}) if os.uname().machine == "x86_64" else ""
    assert "not found" not in told, told
    own = {path.name for path in (folder / "lib").iterdir()}
    elsewhere = {name for name, path in re.findall(r"^\s*(\S+) => (\S.*) \(", told, re.M) if not path.startswith("/srv/some where/")}
    assert not elsewhere & own and "libc.so.6" not in own, f"{elsewhere} is not taken from the tarball"
    readme_runs(root, f"/srv/some where/{folder.name}/bin:/usr/bin:/bin", "unpacked")
    folder.rename(root.folder / "moved")
    assert root.run(["/moved/bin/sss", "--version"], "/", {}) == run([SSS, "--version"])

    notices, source = (root.folder / "moved/LICENSES").read_text(), (root.folder / "moved/SOURCE").read_text()
    for library in own:
        assert re.search(rf"^  {re.escape(library)} +\S+ +\S", notices, re.M), f"LICENSES does not tell {library}"
    for package in ("libcli11-dev", "libtomlplusplus-dev", "nlohmann-json3-dev", "iso-codes"):
        assert re.search(rf"^  {package} +\S", notices, re.M), f"LICENSES does not tell {package}, which is compiled in"
    assert "GNU GENERAL PUBLIC LICENSE" in notices, "libgit2's licence is told in full, also where no Debian is"
    assert re.search(r"commit [0-9a-f]{40}", source) or "no known commit" in source
    assert re.search(r"^  libgit2 +\d\S+$", source, re.M), source


def the_image_takes_the_deb(deb):
    recipe = (ROOT / "packaging/Containerfile").read_text()
    (pattern,) = re.findall(r"^COPY (\S+) ", recipe, re.M)
    assert pathlib.PurePath(deb).match(pattern), f"{pattern} does not name {deb.name}"


def main():
    if samples.SANITIZED or not (BUILD / "CPackConfig.cmake").exists() or not shutil.which("dpkg-shlibdeps"):
        print("there are packages of a plain build on a Debian machine alone")
        sys.exit(SKIPPED)
    with tempfile.TemporaryDirectory(prefix="packages.") as name:
        scratch = pathlib.Path(name)
        deb, tarball = the_same_twice(scratch)
        judged(deb)
        tree = scratch / "tree"
        run(["dpkg-deb", "--extract", deb, tree])
        whole(tree)
        links_lead_somewhere(tree / "usr/share/doc/sss")
        nothing_names_this_machine(tree)
        the_image_takes_the_deb(deb)
        if os.geteuid() != 0:
            print("not root: nothing was installed")
            sys.exit(SKIPPED)
        installs_and_goes(deb, scratch)
        runs_anywhere(tarball, scratch)
    print("the packages are made alike, install, run and go")


main()
