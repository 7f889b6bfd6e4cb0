#!/usr/bin/env python3
"""Where the machine has no time zones, or hardly any, that is said as the machine's fault and not the record keeper's:
exit code 3 and the package to install, in every command; a programme in UTC needs none. Mounts an empty folder over
the database in a name space of its own, for which it must be root: time_zones.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()
DATABASE = "/usr/share/zoneinfo"
SKIPPED = 77
COMMANDS = [["validate"], ["report"], ["log"], ["list", "milestone"], ["show", "a"], ["done", "a", "--dry-run"]]


def programme(folder, zone):
    (folder / "data/milestones").mkdir(parents=True)
    (folder / "sss.toml").write_text(f'[programme]\nname = "P"\ntimezone = "{zone}"\n')
    (folder / "data/milestones/a.toml").write_text('title = "A"\ntype = "other"\nplanned = 2024-06-01\n')
    env = {"PATH": os.environ["PATH"], "HOME": str(folder)} | {
        f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "A"), ("EMAIL", "a@programme.example"), ("DATE", "2024-03-01T10:00:00Z"))}
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "A"]):
        subprocess.run(["git", "-C", folder, *arguments], check=True, env=env)
    return folder


def run(folder, zones, arguments):
    mounted = f'mount --bind "$0" {DATABASE} 2>/dev/null || exit {SKIPPED}; exec "$@"'
    done = subprocess.run(["unshare", "-m", "sh", "-c", mounted, zones, SSS, "-C", folder, *arguments], capture_output=True, text=True,
                          env={"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1710000000"})
    return done.returncode, done.stdout + done.stderr


def main():
    if os.geteuid() != 0 or shutil.which("unshare") is None or not pathlib.Path(DATABASE).is_dir():
        return SKIPPED
    failed = []
    with tempfile.TemporaryDirectory(prefix="zones.") as scratch:
        scratch = pathlib.Path(scratch)
        none, few = scratch / "none", scratch / "few"
        none.mkdir()
        (few / "Etc").mkdir(parents=True)
        shutil.copy(f"{DATABASE}/Etc/UTC", few / "Etc/UTC")
        berlin, utc = programme(scratch / "berlin", "Europe/Berlin"), programme(scratch / "utc", "UTC")
        for zones in (none, few):
            for arguments in COMMANDS:
                code, said = run(berlin, zones, arguments)
                if code == SKIPPED:
                    return SKIPPED
                if code != 3 or "tzdata" not in said:
                    failed.append(f"{' '.join(arguments)} with {zones.name}: {code}, {said}")
                code, said = run(utc, zones, arguments)
                if code != 0:
                    failed.append(f"{' '.join(arguments)} in UTC with {zones.name}: {code}, {said}")
    for line in failed:
        print(f"time_zones.py: {line}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
