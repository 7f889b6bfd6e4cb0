#!/usr/bin/env python3
"""A clock that lies moves no other commit's day: histories with forged committer dates, beside a model of its own.

  one among twenty   a clock of 1971, 2099, 9999 or beyond what 64 bits hold, at the start, in the middle, at the tip:
                     every other commit keeps its day, in log, changelog, report, archive, chart and --as-of alike; no
                     command stops; no archive grows
  several in a row   three of them, of one year or of several
  beside the line    on a side branch the merge's clock counts alone; the author's clock never
  any                random clocks: each commit lands where the model says
  all commands       tell with one such clock what they tell with an honest one

The model is the rule as docs/commands/log.md tells it, by trying all: as few commits as possible are disbelieved, the days
that are believed span as few as can be, and what stands earlier is believed. The histories are written as git's loose
objects, for git itself refuses some of these dates: clocks.py SSS SOURCE-FOLDER
"""
import collections
import datetime
import difflib
import hashlib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import zlib

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
DAY = 86400
FIRST = 1672920000  # 2023-01-05T12:00:00Z, a Thursday
TODAY = "2023-07-01"
COMMITS = 20
# Shanghai's day begins at 16:00 UTC.
OFFSET = 8 * 3600
SETTINGS = '[programme]\nname = "Clocks"\ntimezone = "Asia/Shanghai"\n[history]\ncorrection_days = 0\n'
FIRST_KNOWN = -62135596800  # 0001-01-01T00:00:00Z: earlier ones are that day
LAST_KNOWN = 253402214400  # 9999-12-31T00:00:00Z: later ones are that day


class Failure(Exception):
    pass


def run(folder, *arguments):
    done = subprocess.run([SSS, "-C", folder, *arguments], capture_output=True, text=True, timeout=300,
                          env={"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
                               "SOURCE_DATE_EPOCH": str(epoch(TODAY)),
                               # libgit2 leaves behind what it had read of a commit whose clock it then refuses.
                               "ASAN_OPTIONS": "detect_leaks=0"})
    if done.returncode != 0:
        raise Failure(f"sss {' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
    return done.stdout


def epoch(day):
    return int(datetime.datetime.fromisoformat(day + "T12:00:00+00:00").timestamp())


class Repository:
    """Twenty commits on one line; the Nth brings the milestone mN, and those of `branches` by way of a branch, with
    a clock of its own, that a merge lands."""

    def __init__(self, folder, clocks, authors=None, branches=None, moving=False):
        self.folder = pathlib.Path(folder)
        subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True, env={"PATH": os.environ["PATH"], "HOME": str(folder)})
        settings = self.write("blob", SETTINGS.encode())
        entries, parent = [], None
        for number, clock in enumerate(clocks):
            text = f'title = "M{number}"\ntype = "other"\nplanned = 2030-01-{number + 1:02}\n'
            entries.append((f"m{number:02}.toml", "100644", self.write("blob", text.encode())))
            if moving and number:  # the first one moves with each commit, and the one before is reached
                first = f'title = "M0"\ntype = "other"\nplanned = 2023-03-{number + 1:02}\n' + ("actual = 2023-05-20\n" if number > 17 else "")
                entries[0] = ("m00.toml", "100644", self.write("blob", first.encode()))
            if moving and number > 2:
                reached = text.replace(f"M{number}", f"M{number - 1}") + f"actual = {text_of((FIRST + number * 7 * DAY) // DAY - 3)}\n"
                entries[-2] = (f"m{number - 1:02}.toml", "100644", self.write("blob", reached.encode()))
            milestones = self.tree(entries)
            data = self.tree([("milestones", "40000", milestones)])
            root = self.tree([("data", "40000", data), ("sss.toml", "100644", settings)])
            author = authors[number] if authors else FIRST + number * 7 * DAY
            beside = (branches or {}).get(number)
            if beside is not None:
                branch = self.commit(root, [parent] if parent else [], author, beside, f"M{number}")
                parent = self.commit(root, [parent, branch], author, clock, f"Merge {number}") if parent else branch
            else:
                parent = self.commit(root, [parent] if parent else [], author, clock, f"M{number}")
        (self.folder / ".git/refs/heads/main").write_text(parent + "\n")

    def commit(self, tree, parents, author, committer, subject):
        lines = [f"tree {tree}"] + [f"parent {parent}" for parent in parents]
        lines += [f"author A <a@programme.example> {author} +0000", f"committer A <a@programme.example> {committer} +0000", "", subject, ""]
        return self.write("commit", "\n".join(lines).encode())

    def write(self, kind, body):
        stored = f"{kind} {len(body)}\0".encode() + body
        name = hashlib.sha1(stored).hexdigest()
        path = self.folder / ".git/objects" / name[:2] / name[2:]
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(zlib.compress(stored, 1))
        return name

    def tree(self, entries):
        return self.write("tree", b"".join(f"{mode} {name}\0".encode() + bytes.fromhex(oid) for name, mode, oid in entries))


def day_of(clock):
    """Days since 1970 in Shanghai; what 64 bits cannot hold is 1970, as git shows it."""
    if clock >= 2**63:
        clock = 0
    clock = max(FIRST_KNOWN, min(clock, LAST_KNOWN))
    return min((clock + OFFSET) // DAY, LAST_KNOWN // DAY)


def text_of(day):
    return (datetime.date(1970, 1, 1) + datetime.timedelta(days=day)).isoformat()


def landing_days(clocks):
    """The rule, by the longest run that ends at each commit."""
    days = [day_of(clock) for clock in clocks]
    best = []  # of the runs that end here: (length, -span, the positions), the best of all
    for end, day in enumerate(days):
        runs = [(1, 0, [-end])]
        for before in range(end):
            if days[before] <= day:
                length, _, positions = best[before]
                runs.append((length + 1, -(day - days[-positions[0]]), positions + [-end]))
        best.append(max(runs))
    believed = {-position for position in max(best)[2]}
    first = min(believed)
    landed = []
    for position in range(len(days)):
        landed.append(days[position] if position in believed else days[first] if position < first else landed[-1])
    return [text_of(day) for day in landed]


def check(what, found, expected):
    if found != expected:
        raise Failure(f"{what}: {found}, not {expected}")


def check_all(folder, clocks, **how):
    """Every command tells the days of the model."""
    Repository(folder, clocks, **how)
    landed = landing_days(clocks)
    by_milestone = {f"m{number:02}": day for number, day in enumerate(landed)}
    log = json.loads(run(folder, "log", "--format", "json", "-q"))
    check("log", {commit["changes"][0]["id"]: commit["landed_day"] for commit in log["commits"]}, by_milestone)
    for commit in log["commits"]:
        number = int(commit["subject"][1:])
        check(f"whether the clock of M{number} is named", "disbelieved_clock" in commit, text_of(day_of(clocks[number])) != landed[number])

    for since, until in ((landed[5], landed[12]), ("2023-03-01", "2023-05-15")):
        if since <= until < "9999":
            within = json.loads(run(folder, "log", "--since", since, "--until", until, "--format", "json", "-q"))
            found = sorted(change["id"] for commit in within["commits"] for change in commit["changes"])
            check(f"log from {since} until {until}", found, sorted(milestone for milestone, day in by_milestone.items() if since <= day <= until))

    changelog = json.loads(run(folder, "changelog", "--by", "day", "--format", "json", "-q"))
    check("changelog", {change["id"]: period["name"] for period in changelog["periods"] for change in period["changes"]}, by_milestone)

    for day in sorted(set(landed) | {"2023-02-20"})[::5]:
        if day > "9999-12-30":
            continue
        stood = sorted(milestone for milestone, since in by_milestone.items() if since <= day)
        found = [line.split(",")[0] for line in run(folder, "list", "milestone", "--as-of", day, "--format", "csv", "--columns", "id", "-q").splitlines()[1:]]
        check(f"--as-of {day}", sorted(found), stood)

    weeks = collections.defaultdict(set)
    for milestone, day in by_milestone.items():
        if day < TODAY:
            weeks[datetime.date.fromisoformat(day).isocalendar()[:2]].add(milestone)
    for (year, week), news in sorted(weeks.items())[::6]:
        report = json.loads(run(folder, "report", "--period", f"{year:04}-W{week:02}", "--format", "json", "-q"))
        found = {one["id"] for one in report["new_milestones"]}
        first = by_milestone["m00"]
        imported = {milestone for milestone, day in by_milestone.items() if milestone == "m00"} if "m00" in news else set()
        check(f"report of {year:04}-W{week:02}", found | imported, news | imported)

    trend = json.loads(run(folder, "chart", "trend", "--format", "json", "-q"))
    found = {line["id"]: line["forecasts"][0]["told"] for line in trend["lines"]}
    check("chart trend", found, {milestone: min(day, TODAY) for milestone, day in by_milestone.items()})
    return landed


def honest_clocks():
    return [FIRST + number * 7 * DAY for number in range(COMMITS)]


def picked(all_of_them, every):
    """A sample that holds the first and the last."""
    return [one for number, one in enumerate(all_of_them) if number % every == 0 or number == len(all_of_them) - 1]


def check_others(honest, landed, forged):
    for other, day in enumerate(landed):
        if other not in forged:
            check(f"the day of commit {other}", day, text_of(day_of(honest[other])))


def several_in_a_row(scratch):
    honest = honest_clocks()
    for name, forged in (("1971", {9: epoch("1971-01-01"), 10: epoch("1971-01-01"), 11: epoch("1971-01-02")}),
                         ("2099", {9: epoch("2099-01-01"), 10: epoch("2099-01-01"), 11: epoch("2099-01-02")}),
                         ("mixed", {8: 2**70, 9: epoch("2099-01-01"), 10: -DAY, 11: epoch("1971-01-01"), 12: 2**62}),
                         ("apart", {3: epoch("2099-01-01"), 8: epoch("1971-01-01"), 14: epoch("2050-01-01"), 17: 0})):
        try:
            landed = check_all(scratch / f"row-{name}", [forged.get(number, clock) for number, clock in enumerate(honest)])
            check_others(honest, landed, forged)
        except Failure as failure:
            raise Failure(f"clocks of {name}: {failure}") from None


def beside_the_line(scratch):
    honest = honest_clocks()
    for name, clock in (("1971", epoch("1971-01-01")), ("2099", epoch("2099-01-01")), ("1969", -DAY), ("beyond 64 bits", 2**70)):
        try:
            landed = check_all(scratch / f"branch-{name}".replace(" ", "-"), honest, branches={5: clock, 10: clock, 19: clock})
            check_others(honest, landed, {})
            landed = check_all(scratch / f"author-{name}".replace(" ", "-"), honest, authors=[clock if number in (0, 7, 19) else honest[number] for number in range(COMMITS)])
            check_others(honest, landed, {})
            merge_too = [clock if number == 10 else one for number, one in enumerate(honest)]
            check_others(honest, check_all(scratch / f"merge-{name}".replace(" ", "-"), merge_too, branches={10: clock, 11: clock}), {10})
        except Failure as failure:
            raise Failure(f"a clock of {name} beside the line: {failure}") from None


def one_among_twenty(scratch):
    honest = honest_clocks()
    forgeries = (("1971", epoch("1971-01-01"), (0, 1, 10, COMMITS - 1)), ("2099", epoch("2099-01-01"), (0, 10, COMMITS - 2, COMMITS - 1)),
                 ("9999", epoch("9999-12-31"), (10, COMMITS - 1)), ("beyond the calendar", 2**62, (0, COMMITS - 1)),
                 ("1969", -DAY, (0, 10, COMMITS - 1)), ("1970", 0, (10,)), ("long before", -2**62, (0, 10)),
                 ("beyond 64 bits", 2**70, (0, 10, COMMITS - 1)))
    cases = [(name, clock, position) for name, clock, positions in forgeries for position in positions]
    for name, clock, position in picked(cases, sample(3, long=1, sanitized=6)):
        clocks = list(honest)
        clocks[position] = clock
        folder = scratch / f"{name}-{position}".replace(" ", "-")
        try:
            landed = check_all(folder, clocks)
            check_others(honest, landed, {position})
            run(folder, "report", "--archive", "--every", "week", "-q")
            reports = sum(1 for path in (folder / "reports").rglob("*") if path.is_file())
            if reports > 40:
                raise Failure(f"an archive of {reports} weekly reports of half a year")
            for arguments in (["report"], ["show", "m05", "--rev", "HEAD"], ["validate", "--history", "--rev", "HEAD"], ["changelog", "--by", "tag"], ["forecast"],
                              ["chart", "burnup"], ["chart", "timeline"], ["log", "--blame", "m05"], ["timeline"]):
                run(folder, *arguments, "-q")
        except Failure as failure:
            raise Failure(f"a clock of {name} at {position}: {failure}") from None


def as_by_an_honest_clock(scratch):
    """What each command says where one clock lies is what it says where that commit has the clock of the day on which it
    landed, but for the names of commits and the word that a clock was not believed."""
    table = (["log"], ["log", "--format", "json"], ["log", "m00"], ["log", "--blame", "m00"], ["log", "--blame", "m09"], ["log", "--since", "2023-03-01", "--until", "2023-04-20"],
             ["changelog"], ["changelog", "--by", "week"], ["changelog", "--steps", "--by", "day"], ["changelog", "--format", "json"],
             ["report", "--period", "2023-01"], ["report", "--period", "2023-03"], ["report", "--period", "2023-Q2"], ["report", "--format", "json"], ["report", "--as-of", "2023-04-01"],
             ["diff", "HEAD~12..HEAD~3"], ["diff", "HEAD~19..HEAD"], ["diff", "HEAD~1...HEAD"], ["diff", "HEAD~11..HEAD~9", "--format", "json"],
             ["list", "milestone", "--as-of", "2023-03-20"], ["list", "milestone", "--as-of", "2023-03-20", "--where", "late"],
             ["list", "milestone", "--rev", "HEAD~8", "--where", "planned < 2023-04 or actual > 2023-03-20"], ["list", "milestone", "--where", "late", "--rev", "HEAD"],
             ["forecast"], ["forecast", "--as-of", "2023-04-01"], ["forecast", "--format", "json"],
             ["chart", "burnup"], ["chart", "burnup", "--format", "json"], ["chart", "burnup", "--format", "svg"], ["chart", "trend"], ["chart", "trend", "--format", "json"],
             ["chart", "trend", "--period", "2023-Q1"], ["chart", "burnup", "--period", "2023-Q2"], ["chart", "timeline"], ["chart", "actions"],
             ["timeline"], ["show", "m00", "--rev", "HEAD"], ["show", "m00", "--as-of", "2023-04-01"], ["validate", "--history", "--rev", "HEAD"], ["validate", "--rev", "HEAD"])

    def told(folder, arguments):
        text = run(folder, *arguments, "-q")
        text = re.sub(r"[0-9a-f]{40}|\b[0-9a-f]{7}\b", "COMMIT", text)
        text = re.sub(r"(,| ·) its clock says [0-9-]+|,\s*\"disbelieved_clock\": \"[^\"]*\"", "", text)
        return re.sub(r"The clock of commit COMMIT went wrong: it says .*? counts as of [0-9]+ \w+( [0-9]{4})?\.", "", " ".join(text.split())).split()

    honest = honest_clocks()
    forgeries = [(name, clock, position) for name, clock in (("1971", epoch("1971-01-01")), ("2099", epoch("2099-01-01")), ("9999", epoch("9999-12-31")),
                                                             ("beyond 64 bits", 2**70)) for position in (0, 10, COMMITS - 1)]
    for name, clock, position in picked(forgeries, sample(4, long=1, sanitized=5)):
        clocks = list(honest)
        clocks[position] = clock
        # Where it lands with its neighbour, it does so after that one and before the next.
        clocks_then = list(honest)
        clocks_then[position] = honest[1] if position == 0 else honest[position - 1]
        if text_of(day_of(clocks_then[position])) != landing_days(clocks)[position]:
            continue  # nothing speaks against a clock that is earlier than all, or later than all
        forged, true = scratch / f"forged-{name}-{position}".replace(" ", "-"), scratch / f"true-{name}-{position}".replace(" ", "-")
        Repository(forged, clocks, moving=True)
        Repository(true, clocks_then, moving=True)
        for arguments in table:
            one, other = told(forged, arguments), told(true, arguments)
            if one != other:
                difference = " ".join(difflib.unified_diff(other, one, "honest", "forged", lineterm="", n=2))
                raise Failure(f"a clock of {name} at {position}: sss {' '.join(arguments)} says otherwise\n{difference}")


def any_clocks(scratch):
    for seed in sample(range(1), long=range(100), sanitized=range(1)):
        dice = random.Random(seed)
        clocks = [FIRST + dice.randrange(12) * 5 * DAY + dice.randrange(DAY) for _ in range(COMMITS)]
        try:
            check_all(scratch / f"any-{seed}", clocks)
        except Failure as failure:
            raise Failure(f"random clocks, seed {seed}: {failure}") from None


def main():
    with tempfile.TemporaryDirectory(prefix="clocks.") as scratch:
        try:
            if sys.argv[3:]:
                globals()[sys.argv[3]](pathlib.Path(scratch))
                return 0
            one_among_twenty(pathlib.Path(scratch))
            several_in_a_row(pathlib.Path(scratch))
            beside_the_line(pathlib.Path(scratch))
            any_clocks(pathlib.Path(scratch))
            as_by_an_honest_clock(pathlib.Path(scratch))
        except Failure as failure:
            print(f"clocks.py: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
