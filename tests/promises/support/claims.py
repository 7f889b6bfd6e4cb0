"""What trials of a whole program share: claims that are counted, a git whose names and dates are fixed, and a run of sss."""
import os
import pathlib
import subprocess
import sys

SSS = pathlib.Path(sys.argv[1]).resolve()  # another copy of it may be put here
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1706200000", "GIT_CONFIG_NOSYSTEM": "1",
               "GIT_CONFIG_GLOBAL": os.devnull,
               # A run that fails ends at once, and libgit2 leaves behind what it had read of a damaged object.
               "ASAN_OPTIONS": "detect_leaks=0"}
failures = []


def claim(text, holds, seen=""):
    if not holds:
        failures.append(text)
        print(f"not so: {text}\n  {seen}")


def git(folder, *words, when="2024-01-10T12:00:00Z"):
    who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "a"), ("EMAIL", "a@example.org"), ("DATE", when))}
    return subprocess.run(["git", "-c", "protocol.file.allow=always", *words], cwd=folder, check=True, capture_output=True, text=True,
                          env=ENVIRONMENT | who).stdout.strip()


def answer(folder, command, user=None):
    """The exit code, the output as bytes, and what was said."""
    try:
        made = subprocess.run([SSS, "-C", folder, *command.split()], capture_output=True, env=ENVIRONMENT, timeout=300,
                              stdin=subprocess.DEVNULL, user=user)
    except subprocess.TimeoutExpired:
        return -1, b"", "it hangs"
    return made.returncode, made.stdout, made.stderr.decode(errors="replace")
