"""Thirteen made-up programmes, each hard for a page in its own way: their repositories, made alike every time.

A programme is a list of commits, (day, files) each, for `git fast-import`; a file without a text goes. What chance there is comes from
the programme's name.
"""
import datetime
import json
import random
import subprocess

BEGIN = datetime.date(2024, 1, 8)
AS_OF = datetime.date(2026, 5, 1)
DAY = datetime.timedelta(days=1)
REVIEWS = ["SRR", "PDR", "CDR", "QR", "AR", "FRR", "LRR", "ELR"]
OWNERS = ["aerospace-lab", "institute-of-flight", "ministry", "north-university"]


def toml(fields):
    return "".join(f"{name} = {value if isinstance(value, datetime.date) else json.dumps(value, ensure_ascii=False)}\n"
                   for name, value in fields.items() if value is not None)


class Programme:
    def __init__(self, name, as_of=AS_OF):
        self.name, self.as_of = name, as_of
        self.dice = random.Random(name)
        self.milestones = {}
        self.commits = []
        self.files = {"sss.toml": f'[programme]\nname = "The {name.replace("-", " ")} programme"\n'}
        for owner in OWNERS:
            self.files[f"data/organisations/{owner}.toml"] = toml({"name": owner.replace("-", " ").capitalize(), "type": "university"})

    def satellite(self, ident, name):
        self.files[f"data/satellites/{ident}.toml"] = toml({"name": name, "class": "nano"})

    def milestone(self, ident, title, day, satellite=None, type_="review", baseline=True, **more):
        self.milestones[ident] = {"title": title, "type": type_, "satellite": satellite, "owner": self.dice.choice(OWNERS), "planned": day,
                                  "baseline": day if baseline else None, **more}
        self.touch(ident)

    def touch(self, ident):
        self.files[f"data/milestones/{ident}.toml"] = toml(self.milestones[ident])

    def commit(self, day):
        if self.files:
            self.commits.append((day, self.files))
        self.files = {}

    def live(self, begin, until, every, moves, reach=True, worst=90):
        """Every so many days some plans move, and what was planned until then is reached, or moves on."""
        day = begin + every * DAY
        while day <= until:
            still = [i for i, one in self.milestones.items() if "actual" not in one]
            for ident in still:
                one = self.milestones[ident]
                if one["planned"] <= day:
                    if reach and self.dice.random() < 0.7:
                        one["actual"] = one["planned"]
                    else:
                        one["planned"] = day + self.dice.randint(min(5, worst), worst) * DAY
                    self.touch(ident)
            for ident in self.dice.sample(still, min(moves, len(still))):
                one = self.milestones[ident]
                if "actual" not in one:
                    one["planned"] = max(one["planned"] + self.dice.randint(-worst // 6, worst) * DAY, day + DAY)
                    self.touch(ident)
            self.commit(day)
            day += every * DAY

    def stream(self):
        yield b"feature done\n"
        for day, files in self.commits:
            at = int(datetime.datetime(day.year, day.month, day.day, 12, tzinfo=datetime.timezone.utc).timestamp())
            who = f"A Maintainer <maintainer@programme.example> {at} +0000"
            yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\ndata 7\nRecords\n".encode()
            for path, text in sorted(files.items()):
                data = text.encode()
                yield f"M 100644 inline {path}\ndata {len(data)}\n".encode() + data + b"\n"
            yield b"\n"
        yield b"done\n"

    def write(self, folder):
        folder.mkdir(parents=True)
        subprocess.run(["git", "init", "-q", "-b", "main", folder], check=True)
        subprocess.run(["git", "-C", folder, "fast-import", "--quiet", "--done"], input=b"".join(self.stream()), check=True)
        return folder


def with_satellites(name, count, reviews, years=3, letters="ECP-{}", every=30, moves=None):
    """So many satellites with some of their reviews and a launch each."""
    made = Programme(name)
    for number in range(1, count + 1):
        ident, title = f"s-{number}", letters.format(number)
        made.satellite(ident, title)
        for place in range(reviews):
            day = BEGIN + made.dice.randint(30, 365 * years) * DAY
            made.milestone(f"{ident}-{REVIEWS[place].lower()}", f"{title} {REVIEWS[place]}", day, ident, reviews=[REVIEWS[place]])
        made.milestone(f"{ident}-launch", f"{title} launch", BEGIN + (365 * years + made.dice.randint(0, 200)) * DAY, ident, "launch")
    made.commit(BEGIN)
    made.live(BEGIN, AS_OF - 10 * DAY, every, moves if moves is not None else max(2, count * reviews // 12))
    return made


def one():
    made = with_satellites("one", 1, 8)
    made.milestone("contract", "Contract with the builder of the platform and of its ground segment", BEGIN + 40 * DAY, None, "contract")
    made.commit(AS_OF - 5 * DAY)
    return made


def far_apart():
    """Of each satellite a review long ago and a launch in years: what stands beside today's line has least room."""
    made = Programme("thirty")
    for number in range(1, 31):
        title = f"Earth Climate Pathfinder {number}"
        made.satellite(f"s-{number}", title)
        made.milestone(f"s-{number}-pdr", f"{title} PDR", datetime.date(2024, 8, 24) + made.dice.randint(-60, 400) * DAY, f"s-{number}")
        made.milestone(f"s-{number}-aiv", f"{title} assembly, integration and verification of the flight model",
                       datetime.date(2026, 3, 1) + made.dice.randint(-40, 300) * DAY, f"s-{number}", "test")
        made.milestone(f"s-{number}-launch", f"{title} launch", datetime.date(2032, 6, 1), f"s-{number}", "launch")
    made.commit(datetime.date(2024, 1, 1))
    made.live(datetime.date(2024, 1, 1), AS_OF - 30 * DAY, 45, 9, reach=False)
    return made


def all_late():
    made = with_satellites("all-late", 4, 5, years=1, every=4000)
    return made


def all_done():
    made = with_satellites("all-done", 4, 5, years=1, every=20, moves=3)
    for ident, fields in made.milestones.items():
        fields["actual"] = min(fields["planned"], AS_OF - DAY)
        made.touch(ident)
    made.commit(AS_OF - DAY)
    return made


SCRIPTS = {
    "arabic": "القمر الصناعي للطلاب", "bengali": "ছাত্রদের উপগ্রহ", "chinese": "学生小卫星一号", "cyrillic": "Студенческий спутник",
    "devanagari": "विद्यार्थी उपग्रह", "greek": "Δορυφόρος φοιτητών", "hebrew": "לוויין הסטודנטים", "japanese": "学生の小型衛星",
    "thai": "ดาวเทียมนักศึกษา", "latin": "Öğrenci uydusu ünlü ışık",
}


def ten_scripts():
    made = Programme("ten-scripts")
    for ident, name in SCRIPTS.items():
        made.satellite(ident, name)
        made.milestone(f"{ident}-cdr", f"{name} CDR", BEGIN + made.dice.randint(100, 700) * DAY, ident)
        made.milestone(f"{ident}-launch", f"{name} – {name} launch", BEGIN + made.dice.randint(700, 1200) * DAY, ident, "launch")
    made.commit(BEGIN)
    made.live(BEGIN, AS_OF - 10 * DAY, 60, 4)
    return made


def decades():
    made = Programme("decades")
    for ident, name in (("old", "Pioneer"), ("new", "Successor")):
        made.satellite(ident, name)
    for year in range(1978, 2058, 4):
        day = datetime.date(year, 1 + year % 12, 11)
        satellite = "old" if year < 2010 else "new"
        past = {"actual": day} if day < BEGIN else {}
        made.milestone(f"m-{year}", f"{'Pioneer' if year < 2010 else 'Successor'} review of {year}", day, satellite, **past)
    made.commit(BEGIN)
    made.live(BEGIN, AS_OF - 10 * DAY, 90, 3, worst=900)
    return made


def days():
    """A campaign of ten days, told day by day."""
    made = Programme("days", as_of=BEGIN + 8 * DAY)
    made.satellite("s", "Campaign")
    for number, what in enumerate(["Fuelling", "Electrical check-out", "Mating with the launcher", "Dress rehearsal", "Launch readiness review", "Roll-out",
                                   "Launch", "First contact"]):
        made.milestone(f"m-{number}", f"Campaign {what.lower()}", BEGIN + (2 + number) * DAY, "s", "launch" if what == "Launch" else "operation")
    made.commit(BEGIN)
    made.live(BEGIN, BEGIN + 8 * DAY, 1, 2, worst=3)
    return made


def thousand_actions():
    made = Programme("thousand-actions")
    made.satellite("s", "Busy")
    made.milestone("cdr", "Busy CDR", AS_OF + 60 * DAY, "s")
    for number in range(40):
        begins = BEGIN + 20 * number * DAY
        text = toml({"title": f"Progress meeting {number + 1}", "type": "pmt", "start": begins, "end": begins + DAY, "city": "Ankara", "country": "TR"})
        for action in range(25):
            due = begins + made.dice.randint(10, 300) * DAY
            closed = due + made.dice.randint(-9, 60) * DAY
            text += "\n[[action]]\n" + toml({
                "id": f"a{action + 1}", "text": f"Send document {number + 1}.{action + 1} to all who take part", "owner": made.dice.choice([*OWNERS, None]),
                "due": due, "closed": closed if closed < AS_OF and made.dice.random() < 0.9 else None})
        made.files[f"data/meetings/m-{number + 1}.toml"] = text
    made.commit(BEGIN)
    return made


def empty():
    made = Programme("empty")
    made.files = {"sss.toml": made.files["sss.toml"]}
    made.commit(BEGIN)
    return made


def all_programmes():
    return [empty(), one(), with_satellites("three", 3, 4), with_satellites("twelve", 12, 7), far_apart(),
            with_satellites("three-hundred", 300, 1, every=60), all_late(), all_done(), ten_scripts(), decades(), days(),
            with_satellites("two-hundred-milestones", 25, 7, every=15, moves=12), thousand_actions()]
