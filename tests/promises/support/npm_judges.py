"""Judges that are libraries of npm's (tests/browser/package.json): `./dev test` installs them where it can, and a test says which of
them are not there."""
import json
import pathlib
import shutil
import subprocess
import sys

FOLDER = pathlib.Path(sys.argv[2]).resolve() / "build" / "browser"
SCRIPT = pathlib.Path(__file__).with_name("judges.mjs")


def is_there(library):
    return shutil.which("node") is not None and (FOLDER / "node_modules" / library / "package.json").exists()


def judged(judge, *files, data=b""):
    """What the judge read; a ValueError with its words where it objects."""
    made = subprocess.run(["node", SCRIPT, FOLDER, judge, *files], input=data, capture_output=True)
    if made.returncode != 0:
        raise ValueError(made.stderr.decode(errors="replace")[:1500])
    return json.loads(made.stdout)
