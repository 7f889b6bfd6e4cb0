#!/usr/bin/env python3
"""Reports that are kept keep their promises, over random histories and over the example programme:

  alone     `sss report --archive` reads the history once and writes the bytes that each report has alone
  again     `sss verify` makes each of them again, in every format, also after the settings changed
  touched   what stands is never rewritten; a run that was killed leaves whole files alone, and the next one goes on
  edited    a report that somebody changed is told, line ends that a mail program changed are not a change
  hostile   nothing that a report says of its making makes `sss verify` read or write anything else
  since     `--period since-last` tells what the newest kept report does not, no more and no less

The histories differ by their seed alone, so that a failure can be made again: archive.py SSS SOURCE-FOLDER [SEED…]
"""
import datetime
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
SEEDS = [int(seed) for seed in sys.argv[3:]] or sample([0, 3], long=range(30), sanitized=[0])
DAY = 24 * 3600
START = 1704110400  # 2024-01-01T12:00:00Z
TODAY = START + 400 * DAY


def environment(home, today=TODAY):
    kept = {name: os.environ[name] for name in ("LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    return kept | {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "GIT_CONFIG_NOSYSTEM": "1", "SOURCE_DATE_EPOCH": str(today)}


def run(folder, *arguments, code=0, today=TODAY, stdin=b""):
    made = subprocess.run([SSS, *arguments], cwd=folder, env=environment(folder, today), input=stdin, capture_output=True, timeout=300)
    assert made.returncode == code, f"sss {' '.join(map(str, arguments))} in {folder}: exit {made.returncode}, not {code}\n{made.stdout.decode()[-2000:]}{made.stderr.decode()}"
    return made.stdout


def git(folder, *arguments, stdin=None):
    return subprocess.run(["git", *arguments], cwd=folder, env=environment(folder), input=stdin, check=True, capture_output=True).stdout


# Histories


class Programme:
    """Random commits for `git fast-import`: files by path, edited as people and accidents edit them."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.seed = seed
        self.folder = "milestones"
        self.stream, self.mark = [], 0
        self.files = {"sss.toml": self.settings(), "README.md": "Hello\n"}
        self.ids = 0
        for _ in range(6):
            self.add()

    def settings(self, name="Random", zone=None, starts="monday"):
        zone = zone or ["Asia/Shanghai", "America/New_York", "UTC", "Pacific/Auckland"][self.seed % 4]
        starts = ["monday", "sunday", "saturday"][self.seed % 3] if starts == "monday" else starts
        return f'[programme]\nname = "{name}"\ntimezone = "{zone}"\nweek_starts = "{starts}"\n'

    def day(self):
        return (datetime.date(2024, 1, 1) + datetime.timedelta(days=self.dice.randrange(500))).isoformat()

    def add(self):
        self.ids += 1
        lines = [f'title = "Milestone {self.ids}"', f'type = "{self.dice.choice(["review", "launch", "test"])}"']
        if self.dice.random() < 0.8:
            lines.append(f"planned = {self.day()}")
        self.files[f"data/{self.folder}/m{self.ids}.toml"] = "\n".join(lines) + "\n"

    def edit(self, path):
        dice, text = self.dice, self.files[path]
        what = dice.random()
        if what < 0.45:
            text = re.sub(r"^planned = .*\n", "", text, flags=re.M)
            if dice.random() < 0.8:
                text += f"planned = {self.day()}\n"
        elif what < 0.6:
            text = re.sub(r"^actual = .*\n", "", text, flags=re.M) + f"actual = {self.day()}\n"
        elif what < 0.7:
            text = re.sub(r'^notes = .*\n', "", text, flags=re.M) + f'notes = "{dice.randrange(999)}"\n'
        elif what < 0.78 and self.seed % 2:
            text = text + "planned = = broken\n" if "= =" not in text else text.replace("planned = = broken\n", "")
        else:
            text = re.sub(r'^title = .*', f'title = "Named {dice.randrange(99)}"', text, flags=re.M)
        self.files[path] = text

    def step(self):
        dice = self.dice
        paths = sorted(path for path in self.files if path.startswith("data/"))
        what = dice.random()
        if what < 0.12 or not paths:
            self.add()
        elif what < 0.17:
            del self.files[dice.choice(paths)]
        elif what < 0.24:
            path = dice.choice(paths)
            self.ids += 1
            self.files[f"data/{self.folder}/n{self.ids}.toml"] = self.files.pop(path)
        elif what < 0.30:
            self.files[f"data/meetings/k{self.ids}.toml"] = f'title = "Meeting"\ntype = "pmb"\nstart = {self.day()}\n[[action]]\nid = "a1"\ntext = "Do it"\ndue = {self.day()}\n'
        else:
            self.edit(dice.choice([path for path in paths if "/m" in path] or paths))

    def commit(self, when, parents, files=None):
        self.mark += 1
        files = self.files if files is None else files
        reason = "\n\nReason: weather\n" if self.dice.random() < 0.3 else "\n"
        who = f"Ada <ada@programme.example> {when} +0000"
        lines = [f"commit refs/heads/main\nmark :{self.mark}\nauthor {who}\ncommitter {who}\n".encode()]
        message = f"Step {self.mark}{reason}".encode()
        lines.append(b"data %d\n%s\n" % (len(message), message))
        lines += [b"%s :%d\n" % (b"merge" if i else b"from", parent) for i, parent in enumerate(parents)]
        lines.append(b"deleteall\n")
        for path, text in sorted(files.items()):
            lines.append(b"M 100644 inline %s\ndata %d\n%s\n" % (path.encode(), len(text.encode()), text.encode()))
        self.stream += lines
        return self.mark

    def write(self, folder, commits=70):
        dice = self.dice
        when, tip = START, self.commit(START, [])
        for i in range(commits):
            when += dice.randrange(10 * DAY)
            clock = when - (30 * DAY if dice.random() < 0.03 else 0)  # somebody's clock is wrong
            if self.seed == 3 and i == commits // 2:  # the kind's folder gets another name
                self.folder = "steps"
                self.files["schemas/milestone.schema.json"] = SCHEMA
                for path in [path for path in self.files if path.startswith("data/milestones/")]:
                    self.files[path.replace("data/milestones/", "data/steps/")] = self.files.pop(path)
                tip = self.commit(clock, [tip])
            elif dice.random() < 0.12:
                before = dict(self.files)
                self.step()
                side = self.commit(clock - DAY, [tip])
                if dice.random() < 0.5:
                    self.step()
                    side = self.commit(clock - DAY // 2, [side])
                tip = self.commit(clock - 3600, [tip], before)
                tip = self.commit(clock, [tip, side])
            else:
                self.step()
                tip = self.commit(clock, [tip])
        git(folder, "init", "-q", "-b", "main")
        git(folder, "fast-import", "--quiet", stdin=b"".join(self.stream))
        git(folder, "reset", "-q", "--hard", "main")


SCHEMA = None


def kept(folder, archive):
    return {path.relative_to(folder / archive): path.read_bytes() for path in sorted((folder / archive).rglob("*")) if path.is_file()}


def commit_all(folder, when, message="Later"):
    who = environment(folder) | {"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "a@b.example", "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "a@b.example",
                                 "GIT_AUTHOR_DATE": f"{when} +0000", "GIT_COMMITTER_DATE": f"{when} +0000"}
    subprocess.run(["git", "add", "-A"], cwd=folder, env=who, check=True)
    subprocess.run(["git", "commit", "-q", "-m", message], cwd=folder, env=who, check=True)


# Promises


def each_is_what_it_is_alone(folder, every, format):
    archive = f"../{folder.name}-{every}"
    run(folder, "report", "--archive", archive, "--every", every, "--format", format)
    files = kept(folder, archive)
    assert files, "nothing was kept"
    for name, bytes in files.items():
        alone = run(folder, "report", "--period", name.stem, "--format", format)
        assert bytes == alone, f"seed differs: {folder} {name}: sss report --period {name.stem} --format {format}\n" + difference(bytes, alone)
    run(folder, "verify", *(folder / archive / name for name in files))
    return archive, files


def difference(a, b):
    return "\n".join(f"- {x.decode()}\n+ {y.decode()}" for x, y in zip(a.splitlines(), b.splitlines()) if x != y)[:2000]


def what_stands_is_not_touched(folder, archive, every, format, files):
    dice = random.Random(1)
    before = {name: (folder / archive / name).stat().st_mtime_ns for name in files}
    run(folder, "report", "--archive", archive, "--every", every, "--format", format)
    assert before == {name: (folder / archive / name).stat().st_mtime_ns for name in files}
    gone = [name for name in files if dice.random() < 0.4]
    for name in gone:
        (folder / archive / name).unlink()
    run(folder, "report", "--archive", archive, "--every", every, "--format", format)
    assert kept(folder, archive) == files
    edited = min(files)
    (folder / archive / edited).write_bytes(b"Mine\n")
    run(folder, "report", "--archive", archive, "--every", every, "--format", format)
    assert (folder / archive / edited).read_bytes() == b"Mine\n"
    (folder / archive / edited).write_bytes(files[edited])


def a_killed_run_leaves_whole_files(folder, every, format, files):
    archive = f"../{folder.name}-killed"
    for pause in (0.02, 0.05, 0.1, 0.2):
        running = subprocess.Popen([SSS, "report", "--archive", archive, "--every", every, "--format", format], cwd=folder, env=environment(folder), stderr=subprocess.DEVNULL)
        time.sleep(pause)
        running.kill()
        running.wait()
        if (folder / archive).exists():
            some = {name: bytes for name, bytes in kept(folder, archive).items() if name in files}
            assert some == {name: files[name] for name in some}, "a file is not whole"
    run(folder, "report", "--archive", archive, "--every", every, "--format", format)
    assert {name: bytes for name, bytes in kept(folder, archive).items() if name in files} == files


def settings_may_change(folder, programme, archive, every, format, files):
    later = TODAY + DAY
    text = programme.settings("Renamed", "Asia/Tokyo", "sunday") + '[report]\nupcoming_days = 90\nsections = ["achieved", "moved"]\n'
    (folder / "sss.toml").write_text(text)
    commit_all(folder, later)
    run(folder, "verify", *(folder / archive / name for name in files), today=later + 40 * DAY)
    run(folder, "report", "--archive", archive, "--every", every, "--format", format, today=later + 70 * DAY)
    now = kept(folder, archive)
    assert {name: now[name] for name in files} == files
    new = [name for name in now if name not in files]
    assert new and all(b"Renamed" in now[name] for name in new)
    run(folder, "verify", *(folder / archive / name for name in now), today=later + 90 * DAY)


def random_histories(scratch):
    for seed in SEEDS:
        folder = scratch / f"random{seed}"
        folder.mkdir()
        programme = Programme(seed)
        programme.write(folder)
        archive, files = each_is_what_it_is_alone(folder, "week", "json")
        each_is_what_it_is_alone(folder, "month", "text")
        each_is_what_it_is_alone(folder, "quarter", "markdown")
        what_stands_is_not_touched(folder, archive, "week", "json", files)
        if seed == SEEDS[0]:
            a_killed_run_leaves_whole_files(folder, "week", "json", files)
            only_what_brought_news(folder)
        settings_may_change(folder, programme, archive, "week", "json", files)


def only_what_brought_news(folder):
    run(folder, "report", "--archive", "../news", "--every", "week", "--format", "json", "--if-changed")
    news, whole = kept(folder, "../news"), kept(folder, f"../{folder.name}-week")
    assert news.keys() < whole.keys() and all(whole[name] == bytes for name, bytes in news.items())
    for name, bytes in whole.items():
        if name not in news:
            assert json.loads(bytes)["nothing_changed"]
            assert run(folder, "report", "--period", name.stem, "--format", "json", "--if-changed", "-o", "../quiet.json") == b""
    assert not (folder / "../quiet.json").exists()


def the_example(scratch):
    run(scratch, "init", "--example", "demo")
    demo = scratch / "demo"
    now = 1767225600  # 2026-01-01
    for every, format in (("year", "text"), ("quarter", "markdown"), ("year", "html")):
        run(demo, "report", "--archive", "--every", every, "--format", format, today=now)
    files, formats = kept(demo, "reports"), {".txt": "text", ".md": "markdown", ".html": "html"}
    assert len(files) > 40 and pathlib.Path("2018/2018-Q2.md") in files
    for name, bytes in files.items():
        assert bytes == run(demo, "report", "--period", name.stem, "--format", formats[name.suffix], today=now), name
    return demo


def everything(folder):
    return sorted(path for path in folder.rglob("*") if ".git" not in path.parts)


def edited_reports_are_told(demo):
    before = everything(demo)
    report = run(demo, "report", "--period", "2018-04", "--width", "60")
    path = demo / "r.txt"

    def verify(bytes, code, *words, arguments=("r.txt",)):
        path.write_bytes(bytes)
        made = subprocess.run([SSS, "verify", *arguments], cwd=demo, env=environment(demo), input=bytes, capture_output=True)
        said = (made.stdout + made.stderr).decode()
        assert made.returncode == code and all(word in said for word in words), (made.returncode, said)

    verify(report, 0, "the same")
    verify(report, 0, "the same", arguments=("-",))
    verify(report.replace(b"\n", b"\r\n"), 0, "but for its line ends")
    verify(b"\xef\xbb\xbf" + report.replace(b"\n", b"\r\n"), 0, "but for its line ends")
    verify(run(demo, "report", "--period", "2018-04", "--color", "always"), 0, "the same")
    verify(run(demo, "report", "--period", "2023-W15", "--as-of", "2023-04-13"), 0, "the same")
    verify(run(demo, "report", "--period", "since:HEAD~20"), 0, "the same")
    verify(report.replace(b"April", b"May", 1), 1, "not what commit", "-", "+")
    verify(report.replace(b"sss 0.", b"sss 9.", 1), 0, "sss 9.", "says the same")
    verify(report.replace(b"sss 0.", b"sss 9.", 1).replace(b"April", b"May", 1), 1, "another version")
    verify(b"Dear all,\n" + report, 1, "not what commit")
    verify(b"", 2, "does not say what it was made from")
    verify(report[:300], 2, "does not say what it was made from")
    there = re.search(rb"[0-9a-f]{40}", report)[0]
    verify(report.replace(there, b"c0ffee" * 6 + b"c0ff"), 3, "is not in this repository", "git fetch")
    report = run(demo, "report", "--period", "2018-04")
    command = re.search(rb"^sss report .*", report, re.M)[0]
    verify(report, 0, "the same")
    for hostile in (b"sss report --rev HEAD --period 2018-04", b"sss init " + command[11:], b"sss changelog " + command[11:], command + b" --output /tmp/x",
                    command + b" -o x", command + b" --archive x", command + b" --period 2018-05", command + b" --template /etc/passwd", command + b" $(touch x)",
                    command + b" --period since:HEAD", command.replace(b"2018-04", b"last-week"), command.replace(b"2018-04", b"since-last"), command + b" -C /"):
        verify(report.replace(command, hostile), 2)
    # A settings file that the report names is read where the command line names it too.
    (demo / "mine.toml").write_text('[programme]\nname = "Mine"\n')
    mine = run(demo, "report", "--period", "2018-04", "--config", "mine.toml")
    verify(mine, 2, "--config mine.toml")
    verify(mine, 0, "the same", arguments=("r.txt", "--config", "mine.toml"))
    path.unlink()
    (demo / "mine.toml").unlink()
    assert before == everything(demo), "verifying wrote a file"


def since_the_last_report(scratch):
    folder = scratch / "since"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "data/milestones").mkdir(parents=True)
    (folder / "sss.toml").write_text('[programme]\nname = "Since"\n')

    def milestone(number, when):
        (folder / f"data/milestones/m{number}.toml").write_text(f'title = "Milestone {number}"\ntype = "review"\nplanned = 2024-12-0{number}\n')
        commit_all(folder, when, f"Add {number}")

    def since(today, *arguments):
        made = subprocess.run([SSS, "report", "--period", "since-last", "--format", "json", *arguments], cwd=folder, env=environment(folder, today), capture_output=True)
        assert made.returncode == 0, made.stderr
        told = json.loads(made.stdout) if made.stdout else None
        names = sorted(record["id"] for news in told["record_news"] for record in news["added"]) if told else None
        return names, told and told["period"]["name"], made.stderr.decode()

    milestone(1, START)
    milestone(2, START + DAY)
    names, period, said = since(START + 2 * DAY)
    assert period == "2024-01-01..2024-01-03" and names == ["m2"] and "no report is kept in reports/" in said, (names, period, said)
    # The report of a morning; what lands later that day is news of the next one.
    run(folder, "report", "--period", "this-week", "--format", "markdown", "-o", "first.md", today=START + 2 * DAY)
    (folder / "reports").mkdir()
    (folder / "first.md").rename(folder / "reports/first.md")
    commit_all(folder, START + 2 * DAY + 60, "Keep it")
    milestone(3, START + 2 * DAY + 3600)
    milestone(4, START + 5 * DAY)
    names, period, said = since(START + 6 * DAY)
    assert (names, period) == (["m3", "m4"], "2024-01-04..2024-01-07") and "reports/first.md" in said, (names, period, said)
    # A report of part of the programme, or of nobody's making, is not the last one.
    (folder / "reports/notes.md").write_text("# Notes\n")
    (folder / "reports/2024").mkdir()
    run(folder, "report", "--period", "2024-W01", "--as-of", "2024-01-07", "--kind", "milestone", "-o", "reports/part.txt", today=START + 8 * DAY)
    run(folder, "report", "--period", "2024-W01", "--format", "json", "-o", "reports/2024/2024-W01.json", today=START + 8 * DAY)
    commit_all(folder, START + 8 * DAY, "Keep a week")
    milestone(5, START + 9 * DAY)
    names, period, said = since(START + 9 * DAY)
    assert (names, period) == (["m5"], "2024-01-08..2024-01-10") and "2024-W01.json" in said, (names, period, said)
    assert "reports/part.txt" in since(START + 9 * DAY, "--kind", "milestone")[2]
    names, period, said = since(START + 9 * DAY, "--as-of", "2024-01-06")
    assert (names, period) == (["m3", "m4"], "2024-01-04..2024-01-06"), (names, period, said)
    run(folder, "report", "--period", "since-last", "-o", "reports/today.txt", today=START + 9 * DAY)
    run(folder, "verify", "reports/today.txt", today=START + 20 * DAY)
    commit_all(folder, START + 9 * DAY, "Keep today's")
    assert since(START + 10 * DAY, "--if-changed")[0] is None


def main():
    global SCHEMA
    with tempfile.TemporaryDirectory(prefix="archive.") as name:
        scratch = pathlib.Path(name)
        schema = json.loads((pathlib.Path(sys.argv[2]) / "schemas/milestone.schema.json").read_text())
        schema["x-sss-folder"] = "steps"
        SCHEMA = json.dumps(schema, indent=2)
        random_histories(scratch)
        demo = the_example(scratch)
        edited_reports_are_told(demo)
        since_the_last_report(scratch)
    print(f"reports are kept and made again: {len(SEEDS)} random histories and the example")


main()
