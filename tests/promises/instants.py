#!/usr/bin/env python3
"""An instant counts by its day in the programme's time zone, whatever offset it is written with and wherever sss runs,
beside the days that Python's zoneinfo tells:

  days     filters, overdue, the report of a day, the timeline and the rules that compare dates agree on every day, for
           instants an hour on either side of midnight and in the hours around a change of clocks
  slips    the way between two instants is told in hours below a day, and as days else, by log, changelog, diff, report
           and proposed commit messages alike
  COSPAR   only the year of a designator is UTC's

instants.py SSS SOURCE-FOLDER
"""
import datetime
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import zoneinfo

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin", "Pacific/Kiritimati", "Asia/Kathmandu", "UTC")
OFFSETS = (0, 480, -300, 330, 840, -720)
MINUTE = datetime.timedelta(minutes=1)
DAY = datetime.timedelta(days=1)


class Failure(Exception):
    pass


def check(what, found, expected):
    if found != expected:
        raise Failure(f"{what}: {found!r}, not {expected!r}")


class Programme:
    def __init__(self, folder, zone):
        self.folder, self.zone = folder, zone
        folder.mkdir(parents=True)
        (folder / "sss.toml").write_text(f'[programme]\nname = "P"\ntimezone = "{zone}"\n[history]\ncorrection_days = 0\n')
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8", "TZ": "America/Lima"}
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments, when="2023-01-01T12:00:00Z"):
        env = self.env | {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
                          for what, value in (("NAME", "A"), ("EMAIL", "a@programme.example"), ("DATE", when))}
        return subprocess.run(["git", "-C", self.folder, *arguments], check=True, env=env, capture_output=True, text=True).stdout

    def write(self, kind, name, text):
        path = self.folder / "data" / f"{kind}s" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def milestone(self, name, *lines, type_="other"):
        self.write("milestone", name, "\n".join([f'title = "{name.upper()}"', f'type = "{type_}"', *lines, ""]))

    def commit(self, when="2023-01-01T12:00:00Z"):
        self.git("add", "-A")
        self.git("commit", "-qm", "news", when=when)

    def run(self, *arguments, code=0, now="2023-02-01T12:00:00+00:00", tz=None):
        env = self.env | {"SOURCE_DATE_EPOCH": str(int(datetime.datetime.fromisoformat(now).timestamp()))} | ({"TZ": tz} if tz else {})
        done = subprocess.run([SSS, "-C", self.folder, *arguments], capture_output=True, text=True, env=env, timeout=300)
        if done.returncode != code:
            raise Failure(f"sss {' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done.stdout

    def ids(self, *arguments):
        return sorted(line.split(",")[0] for line in self.run(*arguments, "--format", "csv", "--columns", "id", "-q").splitlines()[1:])

    def findings(self, *arguments, **how):
        env = json.loads(self.run("validate", "--format", "json", *arguments, **how))
        return sorted((finding["rule"], pathlib.Path(finding["file"]).stem) for finding in env["findings"])


def written(moment, dice):
    offset = datetime.timezone(dice.choice(OFFSETS) * MINUTE)
    return moment.astimezone(offset).isoformat()


def moments(zone, dice):
    """Around midnight of days in plain winter and summer, and around the changes of clocks of 2023."""
    local = zoneinfo.ZoneInfo(zone)
    for day in ("2023-03-12", "2023-03-26", "2023-06-30", "2023-10-29", "2023-11-05", "2023-12-31"):
        midnight = datetime.datetime.fromisoformat(day).replace(tzinfo=local)
        for minutes in (-61, -1, 0, 59, 180):
            yield midnight.astimezone(datetime.timezone.utc) + minutes * MINUTE
    for _ in range(4):
        yield datetime.datetime(2023, 5, 1, tzinfo=datetime.timezone.utc) + dice.randrange(60 * 24 * 90) * MINUTE


def days(folder, zone):
    dice = random.Random(zone)
    local = zoneinfo.ZoneInfo(zone)
    programme = Programme(folder, zone)
    day_of = {}
    for number, moment in enumerate(moments(zone, dice)):
        name = f"m{number:02}"
        day_of[name] = moment.astimezone(local).date()
        programme.milestone(name, f"planned = {written(moment, dice)}")
        day = day_of[name]
        # Needed on the day itself, and a day later: only the second is too late.
        programme.milestone(f"d{number:02}", f"planned = {day}")
        programme.milestone(f"e{number:02}", f"planned = {day + DAY}")
        programme.milestone(f"n{number:02}", f"planned = {written(moment, dice)}", f'depends_on = ["d{number:02}"]')
        programme.milestone(f"o{number:02}", f"planned = {written(moment, dice)}", f'depends_on = ["e{number:02}"]')
        for letter, end in (("s", day), ("t", day - DAY)):
            programme.write("meeting", f"{letter}{number:02}", f'title = "{letter}{number}"\ntype = "other"\nstart = {written(moment, dice)}\nend = {end}\n')
        programme.write("meeting", f"a{number:02}", f'title = "a{number}"\ntype = "other"\nstart = {day}\n[[action]]\nid = "A1"\ntext = "do"\nclosed = {written(moment, dice)}\n')
        programme.write("meeting", f"b{number:02}", f'title = "b{number}"\ntype = "other"\nstart = {day + DAY}\n[[action]]\nid = "A1"\ntext = "do"\nclosed = {written(moment, dice)}\n')
    programme.commit()
    numbers = [name[1:] for name in sorted(day_of)]
    found = programme.findings("--rev", "HEAD", code=1)
    expected = [(rule, f"{letter}{number}") for number in numbers
                for rule, letter in (("dependency-order", "o"), ("end-before-start", "t"), ("action-closed-early", "b"))]
    check("what validate finds", [one for one in found if one[0] in ("dependency-order", "end-before-start", "action-closed-early")], sorted(expected))
    for day in sorted(set(day_of.values()))[::3]:
        same = sorted(name for name, its in day_of.items() if its == day)
        check(f"planned = {day}", programme.ids("list", "milestone", "--where", f"planned = {day} and id ~ m"), same)
        check(f"planned < {day}", programme.ids("list", "milestone", "--where", f"planned < {day} and id ~ m"), sorted(name for name, its in day_of.items() if its < day))
        for today in (day, day + DAY):
            late = sorted(name for name, its in day_of.items() if its < today)
            check(f"late on {today}", programme.ids("list", "milestone", "--where", "late and id ~ m", "--as-of", str(today)), late)
            report = json.loads(programme.run("report", "--as-of", str(today), "--period", str(today), "--format", "json", "-q"))
            overdue = {one["id"]: one["days"] for one in report["overdue"] if one["id"] in day_of}
            check(f"overdue on {today}", overdue, {name: (today - day_of[name]).days for name in late})
    markdown = programme.run("list", "milestone", "--format", "markdown", "--columns", "id,planned", "-q")
    table = programme.run("list", "milestone", "--columns", "id,planned", "-q")
    for name, day in day_of.items():
        for what, text in (("table", table), ("Markdown", markdown)):
            line = next(line for line in text.splitlines() if name in line)
            if f"{day}T" not in line:
                raise Failure(f"the {what} tells {line!r}, though it is {day} in {zone}")
    for arguments in (["report", "--as-of", "2023-06-30"], ["timeline"], ["list", "milestone"], ["log"], ["chart", "timeline"], ["forecast"]):
        check(f"{arguments} elsewhere", programme.run(*arguments, "-q", tz="Pacific/Kiritimati"), programme.run(*arguments, "-q", tz="America/Anchorage"))


def what_happened(folder, zone):
    """What was reached at an instant, and meetings that began at one: yet to come until their day, done from it on."""
    dice = random.Random(zone)
    local = zoneinfo.ZoneInfo(zone)
    programme = Programme(folder, zone)
    day_of = {f"m{number:02}": moment.astimezone(local).date() for number, moment in enumerate(moments(zone, dice))}
    for name, day in day_of.items():
        programme.milestone(name, f"planned = {day}")
    programme.commit()
    for number, moment in enumerate(moments(zone, random.Random(zone))):
        programme.milestone(f"m{number:02}", f"planned = {day_of[f'm{number:02}']}", f"actual = {written(moment, dice)}")
        programme.write("meeting", f"k{number:02}", f'title = "k{number}"\ntype = "other"\nstart = {written(moment, dice)}\nheld = true\n')
    programme.commit("2024-02-01T12:00:00Z")
    for day in sorted(set(day_of.values()))[::4]:
        for today in (day - DAY, day):
            noon = datetime.datetime.combine(today, datetime.time(12), local).isoformat()
            coming = sorted(name for name, its in day_of.items() if its > today)
            found = programme.findings(now=noon, code=1 if coming else 0)
            check(f"what lies in the future of {today}", [name for rule, name in found if rule == "actual-in-future"], coming)
            check(f"meetings in the future of {today}", [name for rule, name in found if rule == "held-in-future"], [name.replace("m", "k") for name in coming])
        check(f"actual = {day}", programme.ids("list", "milestone", "--where", f"actual = {day}"), sorted(name for name, its in day_of.items() if its == day))
    timeline = json.loads(programme.run("timeline", "--format", "json", "-q", now="2024-03-01T12:00:00+00:00"))
    told = {entry["id"]: (entry["first"], entry["last"]) for entry in timeline["entries"] if entry["id"] in day_of}
    check("the timeline", told, {name: (str(day), str(day)) for name, day in day_of.items()})
    report = json.loads(programme.run("report", "--period", "2024-02", "--as-of", "2024-02-29", "--format", "json", "-q"))
    check("the report", {one["id"]: one["against_plan"]["days"] for one in report["achieved"]}, {name: 0 for name in day_of})


# From, to, what is said of it, days and seconds.
WAYS = (("2023-06-10T23:30:00Z", "2023-06-11T02:45:00Z", "3 hours 15 minutes later", 0, 11700),
        ("2023-06-10T15:30:00Z", "2023-06-10T16:30:00+00:00", "1 hour later", 0, 3600),
        ("2023-06-11T02:45:00Z", "2023-06-10T23:45:00-02:00", "1 hour earlier", 0, -3600),
        ("2023-06-10T12:00:00Z", "2023-06-11T11:59:00Z", "23 hours 59 minutes later", 0, 86340),
        ("2023-06-10T12:00:00Z", "2023-06-11T12:00:00Z", "+1 day", 1, None),
        ("2023-06-10T12:00:00Z", "2023-06-12T11:59:00Z", "+2 days", 2, None),
        ("2023-06-10T12:00:00Z", "2023-06-14T18:00:00+08:00", "+4 days", 4, None))


def slips(folder, zone):
    for number, (before, after, said, length, seconds) in enumerate(WAYS):
        programme = Programme(folder / str(number), zone)
        programme.milestone("a", f"planned = {before}")
        programme.milestone("z", "planned = 2023-09-01", 'depends_on = ["a"]')
        programme.commit()
        programme.run("set", "a", f"planned={after}", "-q")
        programme.commit("2023-02-01T12:00:00Z")
        log = json.loads(programme.run("log", "a", "--format", "json", "-q"))
        move = next(change for commit in log["commits"] for change in commit["changes"] if change["change"] == "changed")["move"]
        check(f"{before} → {after}: days", (move["days"], move.get("seconds")), (length, seconds))
        report = json.loads(programme.run("report", "--period", "2023-02", "--as-of", "2023-02-28", "--format", "json", "-q"))["moved"]
        late = "brought_forward" if "earlier" in said else "slipped"
        check(f"{before} → {after}: the report's list", [(one["id"], one["slip"]["days"], one["slip"].get("seconds")) for one in report[late]], [("a", length, seconds)])
        texts = {"log": programme.run("log", "a", "-q"), "changelog": programme.run("changelog", "--format", "text", "-q"),
                 "diff": programme.run("diff", "HEAD~..HEAD", "-q"), "report": programme.run("report", "--period", "2023-02", "--as-of", "2023-02-28", "-q"),
                 "trend": programme.run("chart", "trend", "-q")}
        for name, text in texts.items():
            known = said.lstrip("+") if name == "diff" else said
            if name == "trend" and seconds is None:
                known = f"+{length}"
            if known not in " ".join(text.split()):
                raise Failure(f"{before} → {after}: {name} does not say {known!r}: {text}")


def designators(folder):
    for name, moment, year, fits in (("a", "2021-01-01T05:00:00+08:00", "2020", True), ("b", "2021-01-01T05:00:00+08:00", "2021", False),
                                     ("c", "2020-12-31T23:00:00-05:00", "2021", True), ("d", "2020-12-31T23:00:00-05:00", "2020", False)):
        programme = Programme(folder / name, "Asia/Shanghai")
        programme.write("satellite", "s", f'name = "S"\nclass = "nano"\n[identifiers]\ncospar = "{year}-001A"\n')
        programme.milestone("l", 'satellite = "s"', f"actual = {moment}", type_="launch")
        programme.commit()
        found = programme.findings("--rev", "HEAD", code=0 if fits else 1)
        check(f"{year}-001A of a launch at {moment}", "cospar-year" in {rule for rule, _ in found}, not fits)


def main():
    with tempfile.TemporaryDirectory(prefix="instants.") as scratch:
        scratch = pathlib.Path(scratch)
        try:
            for zone in sample(ZONES[:4], long=ZONES, sanitized=ZONES[1:2]):
                days(scratch / "days" / zone.replace("/", "-"), zone)
                what_happened(scratch / "happened" / zone.replace("/", "-"), zone)
            for zone in sample(("Asia/Shanghai", "America/New_York"), long=ZONES, sanitized=("Asia/Shanghai",)):
                slips(scratch / "slips" / zone.replace("/", "-"), zone)
            designators(scratch / "designators")
        except Failure as failure:
            print(f"instants.py: {failure}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
