"""A bare Debian system in a folder, made of the packages that are installed on this machine: no network, no archive."""
import os
import pathlib
import re
import shutil
import stat
import subprocess

MERGED = ("bin", "sbin", "lib", "lib32", "lib64", "libx32")  # since Debian 12 links into /usr


def told(words):
    return subprocess.run(words, capture_output=True, text=True, check=True).stdout


class Installed:
    """What is installed here: by name, by what it provides, and what it needs."""

    def __init__(self):
        self.needs, self.by_name = {}, {}
        fields = "${binary:Package}\t${Package}\t${db:Status-Status}\t${Provides}\t${Pre-Depends}, ${Depends}\n"
        for line in told(["dpkg-query", "--show", f"--showformat={fields}"]).splitlines():
            full, name, status, provides, needs = line.split("\t")
            if status != "installed":
                continue
            self.needs[full] = needs
            for also in [name, full, *re.findall(r"[a-z0-9][a-z0-9+.-]+", re.sub(r"\([^)]*\)", "", provides))]:
                self.by_name.setdefault(also, full)
            self.by_name[name] = full

    def one_of(self, alternatives):
        for name in re.findall(r"(?:^|\|) *([a-z0-9][a-z0-9+.-]+)", alternatives):
            if name in self.by_name:
                return self.by_name[name]
        return None

    def closure(self, wanted):
        found, waiting = set(), list(wanted)
        while waiting:
            package = self.one_of(waiting.pop().strip())
            if package and package not in found:
                found.add(package)
                waiting += [need for need in self.needs[package].split(",") if need.strip()]
        return sorted(found)


class BareRoot:
    """These packages and what they need, known to dpkg as installed; nothing else."""

    def __init__(self, folder, packages):
        self.folder = folder
        for name in ("usr", "etc", "dev", "proc", "tmp", "root", "var/lib/dpkg/info", "var/lib/dpkg/updates", "var/lib/dpkg/triggers"):
            (folder / name).mkdir(parents=True)
        for name in MERGED:
            if pathlib.Path("/", name).is_symlink():
                (folder / "usr" / name).mkdir(exist_ok=True)
                (folder / name).symlink_to(f"usr/{name}")
        try:
            os.mknod(folder / "dev/null", 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        except PermissionError:
            (folder / "dev/null").touch()  # where that may not be made, a file swallows as well
        closure = Installed().closure(packages)
        for package in closure:
            for name in told(["dpkg-query", "--listfiles", package]).splitlines():
                self.take(pathlib.Path(name))
        (folder / "var/lib/dpkg/status").write_text(told(["dpkg-query", "--status", *closure]))
        for package in closure:
            for book in pathlib.Path("/var/lib/dpkg/info").glob(f"{package.split(':')[0]}*.list"):
                shutil.copy(book, folder / "var/lib/dpkg/info")

    def take(self, path):
        if not path.is_absolute() or path.parts[:4] in (("/", "usr", "share", "doc"), ("/", "usr", "share", "man"), ("/", "usr", "share", "locale")):
            return
        here = self.folder / path.relative_to("/")
        if path.is_symlink() and not here.exists() and not here.is_symlink():
            here.parent.mkdir(parents=True, exist_ok=True)
            here.symlink_to(os.readlink(path))
        elif path.is_dir():
            here.mkdir(parents=True, exist_ok=True)
        elif path.is_file() and not here.exists():
            here.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, here)

    def run(self, words, folder, environment):
        """What these words print, run within; standard error behind standard output. Where this machine lets it, /proc is there."""
        mounted = 'mount --bind /proc "$0/proc" 2>/dev/null; exec chroot "$0" "$@"'
        return subprocess.run(["unshare", "--mount", "sh", "-c", mounted, self.folder, "/usr/bin/env", "-C", folder, "-i", *(f"{name}={value}" for name, value in environment.items()), *words],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace").stdout

    def dpkg(self, *arguments):
        made = subprocess.run(["dpkg", f"--root={self.folder}", "--no-triggers", *arguments], capture_output=True, text=True,
                              env={"PATH": os.environ["PATH"] + ":/sbin:/usr/sbin", "LC_ALL": "C.UTF-8"})
        assert made.returncode == 0, f"dpkg {arguments}: exit {made.returncode}\n{made.stdout}{made.stderr}"
