#!/usr/bin/env python3
"""Writes a `git fast-import` stream of a made-up programme: the same arguments give the same bytes.

5 % of the commits are merges of short side branches, 30 % touch no record, the rest edit one record (now and then a
few). Record files look like those that people write: a title, dates, references, a note.
"""
import argparse
import datetime
import random
import sys

EPOCH = int(datetime.datetime(2010, 1, 4, tzinfo=datetime.timezone.utc).timestamp())
END = int(datetime.datetime(2026, 1, 5, tzinfo=datetime.timezone.utc).timestamp())

REVIEWS = ["PDR", "CDR", "QR", "AR"]


class Programme:
    """The records as they stand, and how each is written."""

    def __init__(self, count, folders, seed):
        self.random = random.Random(seed)
        self.folders = folders
        self.milestones = [f"m-{i:06d}" for i in range(count * 2 // 5)]
        self.meetings = [f"g-{i:06d}" for i in range(count * 2 // 5)]
        self.satellites = [f"s-{i:05d}" for i in range(max(1, count // 10))]
        self.organisations = [f"o-{i:05d}" for i in range(max(1, count - len(self.milestones) - len(self.meetings) - len(self.satellites)))]
        self.state = {}

    def path(self, kind, record):
        if not self.folders:
            return f"data/{kind}/{record}.toml"
        return f"data/{kind}/{hash_of(record) % 64:02d}/{record}.toml"

    def day(self, low=2010, high=2030):
        year = self.random.randint(low, high)
        return datetime.date(year, self.random.randint(1, 12), self.random.randint(1, 28))

    def begin(self):
        """Every record in its first form, as (path, bytes)."""
        for i, record in enumerate(self.organisations):
            yield self.path("organisations", record), self.organisation(record, 0)
        for record in self.satellites:
            yield self.path("satellites", record), self.satellite(record, 0)
        for number, record in enumerate(self.milestones):
            # Four reviews a satellite, each once: a programme whose records are sound.
            satellite = self.satellites[number // len(REVIEWS) % len(self.satellites)]
            self.state[record] = {"planned": self.day(2027, 2030), "revision": 0, "satellite": satellite, "review": REVIEWS[number % len(REVIEWS)]}
            yield self.path("milestones", record), self.milestone(record)
        for record in self.meetings:
            self.state[record] = {"start": self.day(2010, 2025), "revision": 0}
            yield self.path("meetings", record), self.meeting(record)

    def organisation(self, record, revision):
        return f'name = "Organisation {record}"\ntype = "university"\nshort_name = "{record.upper()}"\ncountry = "CN"\nnotes = "Revision {revision} of what is known."\n'

    def satellite(self, record, revision):
        lead = self.organisations[hash_of(record) % len(self.organisations)]
        return f'name = "Satellite {record}"\nclass = "nano"\nlead = "{lead}"\nform_factor = "3U"\nmass_kg = {3 + revision % 10 / 10}\n\n[orbit]\nregime = "SSO"\naltitude_km = {500 + revision % 40}\n'

    def milestone(self, record):
        state = self.state[record]
        owner = self.organisations[hash_of(record) % len(self.organisations)]
        return (f'title = "Milestone {record}"\ntype = "review"\nsatellite = "{state["satellite"]}"\nreviews = ["{state["review"]}"]\n'
                f'baseline = 2026-06-01\nplanned = {state["planned"]}\nowner = "{owner}"\nweight = 1\n'
                f'notes = """\nRevision {state["revision"]}. Held at the site of the owner; documents are due four weeks before.\n"""\n\n'
                f'[[sources]]\ntitle = "Minutes"\nurl = "https://programme.example/minutes/{record}"\n')

    def meeting(self, record):
        state = self.state[record]
        host = self.organisations[hash_of(record) % len(self.organisations)]
        return (f'title = "Meeting {record}"\ntype = "pmt"\nstart = {state["start"]}\nend = {state["start"] + datetime.timedelta(days=2)}\n'
                f'city = "Beijing"\ncountry = "CN"\nhosts = ["{host}"]\nattendance = {20 + state["revision"] % 40}\n\n'
                f'[[decision]]\nid = "d1"\ntext = "The plan of revision {state["revision"]} is agreed."\n\n'
                f'[[action]]\nid = "a1"\ntext = "Send the documents."\nowner = "{host}"\n')

    def edit(self):
        """One record changed, as (path, bytes, what)."""
        chance = self.random.random()
        if chance < 0.6:
            record = self.random.choice(self.milestones)
            state = self.state[record]
            state["revision"] += 1
            if self.random.random() < 0.7:
                moved = state["planned"] + datetime.timedelta(days=self.random.randint(-10, 60))
                state["planned"] = max(moved, datetime.date(2026, 6, 2))
            return self.path("milestones", record), self.milestone(record), f"Move {record}"
        if chance < 0.9:
            record = self.random.choice(self.meetings)
            self.state[record]["revision"] += 1
            return self.path("meetings", record), self.meeting(record), f"Minutes of {record}"
        record = self.random.choice(self.satellites)
        return self.path("satellites", record), self.satellite(record, self.random.randint(1, 99)), f"Figures of {record}"


def hash_of(text):
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 % 2**32
    return value


class Stream:
    def __init__(self, out):
        self.out = out
        self.mark = 0

    def commit(self, branch, when, message, files, parent=None, merge=None):
        self.mark += 1
        who = f"Maintainer {self.mark % 17} <m{self.mark % 17}@programme.example> {when} +0000"
        lines = [f"commit refs/heads/{branch}\nmark :{self.mark}\nauthor {who}\ncommitter {who}\n"]
        lines.append(f"data {len(message.encode())}\n{message}\n")
        if parent:
            lines.append(f"from :{parent}\n")
        if merge:
            lines.append(f"merge :{merge}\n")
        for path, content in files:  # without a content it goes
            lines.append(f"D {path}\n" if content is None else f"M 100644 inline {path}\ndata {len(content.encode())}\n{content}\n")
        self.out.write("".join(lines))
        return self.mark


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("records", type=int)
    arguments.add_argument("commits", type=int)
    arguments.add_argument("--folders", action="store_true", help="sort each kind into 64 sub-folders")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()

    programme = Programme(options.records, options.folders, options.seed)
    chance = random.Random(options.seed + 1)
    stream = Stream(sys.stdout)
    settings = '[programme]\nname = "A made-up programme"\nshort_name = "M"\n'
    tip = stream.commit("main", EPOCH, "The programme begins", [("sss.toml", settings), *programme.begin()])
    step = (END - EPOCH) / options.commits
    made = 1
    while made < options.commits:
        when = int(EPOCH + made * step)
        if chance.random() < 0.05 and made + 3 < options.commits:
            # A side branch of two commits, and what happened on the line meanwhile.
            side, landed = tip, []
            for _ in range(2):
                path, content, what = programme.edit()
                landed.append((path, content))
                side = stream.commit("side", when, what, [(path, content)], parent=side)
            tip = stream.commit("main", when, f"Note {made}", [(f"docs/note-{made % 50}.md", f"Note {made}\n")], parent=tip)
            tip = stream.commit("main", when, "Merge branch 'side'", landed, parent=tip, merge=side)
            made += 4
        elif chance.random() < 0.3:
            tip = stream.commit("main", when, f"Note {made}", [(f"docs/note-{made % 50}.md", f"Note {made}\n")], parent=tip)
            made += 1
        else:
            path, content, what = programme.edit()
            tip = stream.commit("main", when, f"{what}\n\nReason: what the week brought\n", [(path, content)], parent=tip)
            made += 1
    stream.out.write("done\n")


if __name__ == "__main__":
    main()
