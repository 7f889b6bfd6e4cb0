#!/usr/bin/env python3
"""The schedules of docs/cron.md work, as far as a machine without a network can tell: every block of that page and every file
that it names is run, with a forge that is a folder, and a `sendmail`, `gh`, `systemctl` and `journalctl` that only write down
what they were asked. Each is run when there is news, when there is none, and when something fails.

usage: schedules.py SSS SOURCE-FOLDER
"""
import configparser
import datetime
import email
import email.policy

import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zoneinfo

import yaml

SSS = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
HERE = ROOT / "integrations"
PAGE = (ROOT / "docs/cron.md").read_text()
ZONE = zoneinfo.ZoneInfo("Asia/Shanghai")
MONDAY = datetime.datetime(2024, 2, 5, 6, 30, tzinfo=ZONE)

RECORDER = """#!/bin/sh
# {name}: writes down how it was called and what it was given, and fails where it is told to.
[ ! -e "$RECORDS/{name}.fails" ] || {{ echo "{name}: no such luck" >&2; exit 75; }}
n=$(ls "$RECORDS" | grep -c '^{name}[.][0-9]*$' || true)
{{ printf '%s\\n' "$@"; echo ----; [ -t 0 ] || {stdin}; }} > "$RECORDS/{name}.$((n + 1))"
for word; do case "$word" in *.md) cp "$word" "$RECORDS/{name}.body" ;; esac; done
"""


class World:
    """A forge with the programme's records, and programs that write down what they are asked."""

    def __init__(self, scratch, name):
        self.scratch = scratch / name
        self.scratch.mkdir()
        self.recorded = self.scratch / "recorded"
        self.recorded.mkdir()
        (self.scratch / "bin").mkdir()
        (self.scratch / "bin/sss").symlink_to(SSS)
        shutil.copy(HERE / "cron/weekly-report", self.scratch / "bin/weekly-report")
        for name in ("sendmail", "gh", "systemctl", "journalctl"):
            path = self.scratch / "bin" / name
            path.write_text(RECORDER.format(name=name, stdin="cat" if name == "sendmail" else ":"))
            path.chmod(0o755)
        self.today = MONDAY
        self.forge, self.work = self.scratch / "forge.git", self.scratch / "work"
        self.git(self.scratch, "init", "-q", "--bare", "-b", "main", str(self.forge))
        self.git(self.scratch, "init", "-q", "-b", "main", str(self.work))
        (self.work / "data/milestones").mkdir(parents=True)
        (self.work / "sss.toml").write_text('[programme]\nname = "The programme"\ntimezone = "Asia/Shanghai"\n[mail]\nfrom = "office@programme.example"\nto = ["partners@programme.example"]\n')
        self.git(self.work, "remote", "add", "origin", str(self.forge))
        self.record("a", "2024-01-03T12:00:00Z")
        self.record("b", "2024-01-31T12:00:00Z")

    def environment(self, **more):
        kept = {name: os.environ[name] for name in ("LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        return kept | {"PATH": f"{self.scratch / 'bin'}:{os.environ['PATH']}", "HOME": str(self.scratch), "LC_ALL": "C.UTF-8", "RECORDS": str(self.recorded),
                       "SOURCE_DATE_EPOCH": str(int(self.today.timestamp())), "GIT_CONFIG_NOSYSTEM": "1",
                       # What the job commits is of its own day: a clock of years later would be the one that is believed.
                       "GIT_AUTHOR_DATE": self.today.isoformat(), "GIT_COMMITTER_DATE": self.today.isoformat()} | more

    def git(self, folder, *words, when="2024-01-31T12:00:00Z"):
        who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER") for what, value in (("NAME", "Ada"), ("EMAIL", "ada@programme.example"), ("DATE", when))}
        return subprocess.run(["git", *words], cwd=folder, env=self.environment() | who, check=True, capture_output=True, text=True).stdout

    def record(self, name, when):
        self.git(self.work, "fetch", "-q", "origin")
        if self.git(self.work, "branch", "-r").strip():
            self.git(self.work, "reset", "-q", "--hard", "origin/main")
        (self.work / f"data/milestones/{name}.toml").write_text(f'title = "Milestone {name}"\ntype = "review"\nplanned = 2024-05-01\n')
        self.git(self.work, "add", "-A")
        self.git(self.work, "commit", "-qm", f"Add {name}", when=when)
        self.git(self.work, "push", "-q", "origin", "HEAD:main")

    def run(self, script, folder=None, shell=("sh", "-c"), code=0, **more):
        """The script as its scheduler runs it: what it said. `code` None: it must fail, with whatever code."""
        made = subprocess.run([*shell, script], cwd=folder or self.scratch, env=self.environment(**more), capture_output=True, text=True, stdin=subprocess.DEVNULL)
        assert made.returncode == code if code is not None else made.returncode != 0, f"{script}: exit {made.returncode}\n{made.stdout}{made.stderr}"
        return made.stdout + made.stderr

    def calls(self, name):
        """What the program was asked since this was asked last."""
        files = sorted((file for file in self.recorded.glob(f"{name}.*") if file.suffix[1:].isdigit()), key=lambda file: int(file.suffix[1:]))
        told = [file.read_text().split("----\n", 1) for file in files]
        for file in files:
            file.unlink()
        return [(words.splitlines(), stdin) for words, stdin in told]

    def fails(self, name, does):
        file = self.recorded / f"{name}.fails"
        file.touch() if does else file.unlink()

    def kept(self):
        """The reports on the forge's branch."""
        return [path for path in self.git(self.forge, "ls-tree", "-r", "--name-only", "main").split() if path.startswith("reports/")]

    def next_week(self):
        self.today += datetime.timedelta(days=7)


def message_of(call):
    words, text = call
    assert words == ["-t", "-oi"], words
    message = email.message_from_string(text, policy=email.policy.default)
    assert message["To"] == "partners@programme.example" and not message.defects
    return message.get_body(("plain",)).get_content()


def blocks(language):
    found = [re.sub(r"^  ", "", text, flags=re.M) if indent else text for indent, text in re.findall(rf"^( *)```{language}\n(.*?)^ *```$", PAGE, re.M | re.S)]
    assert found, f"docs/cron.md has no {language} block"
    return found


def on_this_machine(text, world):
    """A snippet with the places of this machine in place of the example's."""
    return (text.replace("ssh://git@forge.programme.example/records.git", str(world.forge)).replace("/srv/records", str(world.scratch / "clone"))
            .replace("/usr/local/bin:/usr/bin:/bin:/usr/sbin", world.environment()["PATH"]))


def fits(field, low, high):
    """Whether a field of a crontab is sound: `*`, numbers, ranges, lists and steps."""
    for part in field.split(","):
        match = re.fullmatch(r"(\*|(\d+)(-(\d+))?)(/(\d+))?", part)
        if not match or any(not low <= int(match[i]) <= high for i in (2, 4) if match[i]):
            return False
    return True


def jobs(crontab):
    """(variables, [(five fields, command)…] of a crontab."""
    variables, found = {}, []
    for line in crontab.splitlines():
        if match := re.fullmatch(r"([A-Z]+)=(.*)", line):
            variables[match[1]] = match[2]
        elif line.strip() and not line.startswith("#"):
            *fields, command = line.split(None, 5)
            bounds = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
            assert len(fields) == 5 and all(fits(field, *bound) for field, bound in zip(fields, bounds)), line
            assert "%" not in command, "cron takes a % for the end of the line"
            found.append((fields, command))
    assert found
    return variables, found


def clone_as_the_page_says(world):
    for block in blocks("sh"):
        if "systemctl" not in block:
            world.run(on_this_machine(block, world), shell=("sh", "-ec"))
    assert (world.scratch / "clone/.git").is_dir()
    assert str(world.scratch / "clone") in (world.scratch / ".gitconfig").read_text()


def cron_keeps_and_mails(scratch):
    world = World(scratch, "cron")
    clone_as_the_page_says(world)
    variables, ((_, command),) = jobs(on_this_machine(blocks("crontab")[0], world))
    assert variables.keys() == {"MAILTO", "PATH"}
    run = lambda **how: world.run(command, **how)
    assert run() == "", "a run that went well says nothing, or cron mails it"
    weeks = [f"reports/2024/2024-W0{n}.md" for n in range(1, 6)]
    assert world.kept() == weeks, world.kept()
    (mail,) = world.calls("sendmail")
    assert "week 5 of 2024" in message_of(mail) and "Milestone b" in message_of(mail)
    # The same day, and the next: nothing more to do.
    assert run() == "" and not world.calls("sendmail")
    world.today += datetime.timedelta(days=1)
    assert run() == "" and not world.calls("sendmail") and world.kept() == weeks
    # A week without news is kept and not mailed.
    world.next_week()
    assert run() == "" and not world.calls("sendmail") and len(world.kept()) == 6
    # A mail program that fails is loud, and the next run makes up for it.
    world.record("c", "2024-02-14T12:00:00Z")
    world.next_week()
    world.fails("sendmail", True)
    assert "no such luck" in run(code=None) and len(world.kept()) == 6
    world.fails("sendmail", False)
    assert run() == "" and len(world.calls("sendmail")) == 1 and len(world.kept()) == 7
    # So does a forge that cannot be reached.
    world.record("d", "2024-02-21T12:00:00Z")
    world.next_week()
    world.forge.rename(world.scratch / "away")
    assert run(code=None) != "" and not world.calls("sendmail")
    (world.scratch / "away").rename(world.forge)
    assert run() == "" and len(world.calls("sendmail")) == 1 and len(world.kept()) == 8
    every = [path for path in (world.scratch / "clone/reports").rglob("*.md")]
    world.run(f"sss verify {' '.join(shlex.quote(str(path)) for path in every)}", world.scratch / "clone")
    assert run.__name__ and world.run("weekly-report /nowhere", code=None) != ""
    shallow = world.scratch / "shallow"
    world.git(world.scratch, "clone", "-q", "--depth", "1", f"file://{world.forge}", str(shallow))
    world.next_week()
    assert "shallow" in world.run(f"weekly-report {shallow}", code=3)


def the_short_line_mails(scratch):
    world = World(scratch, "short")
    clone_as_the_page_says(world)
    _, ((fields, command),) = jobs(on_this_machine(blocks("crontab")[1], world))
    assert fields[4] == "1", "a line that keeps nothing runs once a week"
    assert world.run(command) == ""
    (mail,) = world.calls("sendmail")
    assert "week 5 of 2024" in message_of(mail)
    (world.scratch / "clone/sss.toml").write_text("")
    world.git(world.scratch / "clone", "commit", "-qam", "Nobody to mail to")
    assert "sender" in world.run(command, code=2) and not world.calls("sendmail")


def unit(name):
    # systemd's files repeat keys, which configparser would not have; ours do so for Environment= alone.
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    parser.optionxform = str
    parser.read_string((HERE / "systemd" / name).read_text())
    return parser


def systemd_units_are_sound(scratch):
    world = World(scratch, "systemd")
    clone_as_the_page_says(world)
    for block in blocks("sh"):
        if "systemctl" in block:
            world.run(block, shell=("sh", "-ec"))
    named = " ".join(" ".join(words) for words, _ in world.calls("systemctl"))
    assert set(re.findall(r"[\w-]+\.(?:service|timer)", named)) == {"weekly-report.timer", "weekly-report.service"}
    service, timer, failed = unit("weekly-report.service"), unit("weekly-report.timer"), unit("weekly-report-failed.service")
    assert service["Unit"]["OnFailure"] == "weekly-report-failed.service" and timer["Timer"]["Persistent"] == "true"
    calendar = timer["Timer"]["OnCalendar"]
    assert re.fullmatch(r"Mon \*-\*-\* \d\d:\d\d:\d\d [A-Z]\w+/\w+", calendar) and zoneinfo.ZoneInfo(calendar.split()[-1])
    assert world.run(on_this_machine(service["Service"]["ExecStart"].replace("/usr/local/bin/", ""), world)) == ""
    assert len(world.calls("sendmail")) == 1
    words = shlex.split(failed["Service"]["ExecStart"].replace("%H", "host"))
    world.run(words[2], shell=words[:2], OFFICE="office@programme.example")
    (_, mail), = world.calls("sendmail")
    assert mail.startswith("To: office@programme.example\nSubject: The weekly report failed on host\n\n") and world.calls("journalctl")
    if not shutil.which("systemd-analyze"):
        print("systemd-analyze is not here: the units were read, not judged by it")
        return
    folder = world.scratch / "units"
    folder.mkdir()
    for path in (HERE / "systemd").iterdir():
        (folder / path.name).write_text(on_this_machine(path.read_text(), world).replace("/usr/local/bin/weekly-report", str(world.scratch / "bin/weekly-report"))
                                        .replace("User=records", "User=root"))
    judged = subprocess.run(["systemd-analyze", "verify", *map(str, sorted(folder.iterdir()))], capture_output=True, text=True, env=world.environment(SYSTEMD_UNIT_PATH=f"{folder}:"))
    ours = [line for line in (judged.stdout + judged.stderr).splitlines() if "weekly-report" in line]
    assert not ours, "\n".join(ours)
    judged = subprocess.run(["systemd-analyze", "calendar", calendar], capture_output=True, text=True)
    assert judged.returncode == 0, judged.stderr


def run_the_workflow(world, workflow, clone):
    """As GitHub does: each step, and after one that failed only those that ask for it. Gives the step that failed."""
    (job,) = workflow["jobs"].values()
    failed = None
    for step in job["steps"]:
        if (failed is not None) != (step.get("if") == "failure()"):
            continue
        uses, given = step.get("uses", ""), step.get("with", {})
        try:
            if uses == "OWNER/sss@FULL-COMMIT-SHA":
                inputs = {f"SSS_{name.upper()}": str(value) for name, value in given.items()}
                world.run(str(HERE / "github/run-sss.sh"), clone, shell=("bash", "-c"), **inputs)
            elif uses:
                assert uses.startswith("actions/checkout@") and given["fetch-depth"] == 0
            else:
                env = {name: "none" if "${{" in value else value for name, value in step.get("env", {}).items()}
                world.run(step["run"], clone, shell=("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"), GITHUB_SERVER_URL="https://forge.example", GITHUB_REPOSITORY="p/records",
                          GITHUB_RUN_ID="5", **env)
        except AssertionError as reason:
            assert failed is None, reason
            failed = step.get("name", uses), str(reason)
    return failed


def github_keeps_and_posts(scratch):
    world = World(scratch, "github")
    workflow = yaml.safe_load((HERE / "github/weekly-report.yml").read_text())
    assert workflow[True].keys() == {"schedule", "workflow_dispatch"}, "it never runs what a pull request holds"
    assert workflow["permissions"] == {} and workflow["defaults"]["run"]["shell"] == "bash"
    fields = workflow[True]["schedule"][0]["cron"].split()
    assert fields[2:] == ["*", "*", "0"]
    in_utc = datetime.datetime(2024, 2, 4, int(fields[1]), int(fields[0]), tzinfo=datetime.timezone.utc)
    assert in_utc == MONDAY, "its hour is the Monday morning that its comment says"

    def a_run(depth=None):
        clone = world.scratch / "runner"
        shutil.rmtree(clone, ignore_errors=True)
        world.git(world.scratch, "clone", "-q", *(["--depth", str(depth)] if depth else []), f"file://{world.forge}", str(clone))
        failed = run_the_workflow(world, workflow, clone)
        return failed, [words for words, _ in world.calls("gh")]

    failed, calls = a_run()
    assert not failed and len(world.kept()) == 5, failed
    assert calls[0][:4] == ["issue", "create", "--title", "The programme: week 5 of 2024 (29 January – 4 February)"] and calls[1] == ["auth", "setup-git"], calls
    assert "Milestone b" in (world.recorded / "gh.body").read_text()
    assert a_run() == (None, [])
    world.next_week()
    failed, calls = a_run()
    assert not failed and calls == [["auth", "setup-git"]] and len(world.kept()) == 6, "a week without news is kept and not posted"
    world.record("c", "2024-02-14T12:00:00Z")
    world.next_week()
    failed, calls = a_run(depth=1)
    assert failed[0].startswith("OWNER/sss") and "shallow" in failed[1], failed
    assert calls == [["issue", "create", "--title", "The weekly report failed", "--body", "https://forge.example/p/records/actions/runs/5", "--repo", "p/records"]]
    failed, calls = a_run()
    assert not failed and len(calls) == 2 and len(world.kept()) == 7


def gitlab_publishes(scratch):
    world = World(scratch, "gitlab")
    (job,) = yaml.safe_load((HERE / "gitlab/weekly-report.yml").read_text()).values()
    assert job["variables"] == {"GIT_DEPTH": "0"} and job["artifacts"]["paths"] == ["public"]
    script = "set -eo pipefail\n" + "\n".join(job["script"])

    def pages(name):
        clone = world.scratch / name
        world.git(world.scratch, "clone", "-q", str(world.forge), str(clone))
        world.run(script, clone, shell=("bash", "-c"))
        return {str(path.relative_to(clone)): path.read_bytes() for path in (clone / "public").rglob("*.html")}

    first = pages("first")
    assert sorted(first) == [f"public/2024/2024-W0{n}.html" for n in range(1, 6)] + ["public/index.html"]
    assert first["public/index.html"] == first["public/2024/2024-W05.html"]
    assert pages("again") == first
    world.record("c", "2024-02-07T12:00:00Z")
    world.next_week()
    later = pages("later")
    assert {name: later[name] for name in first if "index" not in name} == {name: page for name, page in first.items() if "index" not in name}
    shallow = world.scratch / "shallow"
    world.git(world.scratch, "clone", "-q", "--depth", "1", f"file://{world.forge}", str(shallow))
    assert "GIT_DEPTH" in world.run(script, shallow, shell=("bash", "-c"), code=3, GITLAB_CI="true")


def every_file_is_named():
    for path in [*(HERE / "cron").iterdir(), *(HERE / "systemd").iterdir(), HERE / "github/weekly-report.yml", HERE / "gitlab/weekly-report.yml"]:
        assert f"(../{path.relative_to(ROOT)})" in PAGE, f"docs/cron.md does not speak of {path}"


def main():
    every_file_is_named()
    with tempfile.TemporaryDirectory(prefix="schedules.") as name:
        scratch = pathlib.Path(name).resolve()
        cron_keeps_and_mails(scratch)
        the_short_line_mails(scratch)
        systemd_units_are_sound(scratch)
        github_keeps_and_posts(scratch)
        gitlab_publishes(scratch)
    print("the schedules for cron, systemd, GitHub and GitLab keep, send and post, and fail aloud")


main()
