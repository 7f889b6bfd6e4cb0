#!/usr/bin/env python3
"""Writes a `git fast-import` stream of a made-up collection of long records: the same arguments give the same bytes.

Each record is a rule of 4 KB in the median and 40 KB at most, whose fields stand in two large tables: arrays, texts of
many lines, a list of tables. They lie in sub-folders, which are part of their ids. 5 % of the commits rename a record, 5 %
are merges of short side branches, 15 % touch no record, 3 % mend a field of very many records, the rest edits a few.
"""
import argparse
import datetime
import math
import random
import sys

from make_repository import END, EPOCH, Stream

FOLDERS = ["cloud", "container", "endpoint/linux", "endpoint/macos", "endpoint/windows", "identity", "mail", "network"]
WORDS = ("access account action agent alert attempt baseline binary bucket cache child client cluster command config credential "
         "daemon device domain driver event execution export file filter group handle hash host image instance integrity kernel "
         "key launch library load login mail memory module network object owner parent path payload permission pipe policy port "
         "process profile query record registry remote request role rule schedule script secret server service session shell "
         "signature socket source storage system target task tenant thread ticket token traffic user value version volume window").split()
LARGEST = 40_000
OF_MANY = 150  # records that one commit mends


class Rule:
    """One record as it stands."""

    def __init__(self, number, chance, longer):
        self.chance = chance
        self.number = number
        self.folder = chance.choice(FOLDERS)
        self.name = f"{chance.choice(WORDS)}-{chance.choice(WORDS)}-{number:04d}"
        self.title = self.words(5)
        self.day = datetime.date(2010, 1, 4)
        self.stack = 1
        self.risk = chance.choice([21, 47, 73, 99])
        self.index = [f"logs-{self.word()}.{self.word()}-*" for _ in range(chance.randint(2, 8))]
        self.tags = [f"{self.word().title()}: {self.words(2)}" for _ in range(chance.randint(4, 12))]
        self.references = [self.reference() for _ in range(chance.randint(1, 6))]
        self.threats = [[self.technique() for _ in range(chance.randint(1, 4))] for _ in range(chance.randint(1, 3))]
        size = min(LARGEST - 4000, 2300 * math.exp(chance.gauss(0, 0.85))) * longer
        self.description = [self.line() for _ in range(2)]
        self.query = [self.condition() for _ in range(max(3, int(size * 0.3 / 45)))]
        self.note = [self.line() for _ in range(max(2, int(size * 0.7 / 85)))]

    def word(self):
        return self.chance.choice(WORDS)

    def words(self, count):
        return " ".join(self.word() for _ in range(count))

    def line(self):
        return self.words(self.chance.randint(8, 16)).capitalize() + "."

    def condition(self):
        return f'{self.word()}.{self.word()} : ("{self.word()}.exe", "*{self.word()}*") and'

    def reference(self):
        return f"https://{self.word()}.example/{self.word()}/{self.chance.randint(1, 99999)}"

    def technique(self):
        return self.chance.randint(1000, 1999), self.words(3).title()

    def path(self):
        return f"data/rules/{self.folder}/{self.name}.toml"

    def edit(self, day):
        """One or two things that people change in a rule, and its date, which they always write anew."""
        self.day = day
        for _ in range(self.chance.randint(1, 2)):
            self.edit_one()

    def edit_one(self):
        what = self.chance.random()
        if what < 0.4:
            self.query[self.chance.randrange(len(self.query))] = self.condition()
        elif what < 0.6:
            self.note[self.chance.randrange(len(self.note))] = self.line()
        elif what < 0.7:
            self.references.append(self.reference())
        elif what < 0.8:
            self.tags[self.chance.randrange(len(self.tags))] = f"{self.word().title()}: {self.words(2)}"
        elif what < 0.9:
            self.risk = self.chance.choice([21, 47, 73, 99])
        else:
            self.chance.choice(self.threats).append(self.technique())

    def rename(self, day):
        self.day = day
        self.folder = self.chance.choice(FOLDERS)
        self.name = f"{self.word()}-{self.word()}-{self.number:04d}"

    def text(self):
        quoted = ", ".join(f'"{one}"' for one in self.index)
        lines = [
            "[metadata]", f'creation_date = "2010/01/04"', f'integration = ["{self.folder.split("/")[0]}"]',
            'maturity = "production"', f'min_stack_version = "8.{self.stack}.0"', f"updated_date = {self.day}", "",
            "[rule]", 'author = ["The programme"]', 'description = """', *self.description, '"""',
            f"from = \"now-{self.risk}m\"", f"index = [{quoted}]", 'language = "made-up"', 'license = "CC0-1.0"',
            f'name = "{self.title}"', 'note = """## How to look into it', "", *self.note, '"""', "references = [",
            *(f'    "{one}",' for one in self.references), "]", f"risk_score = {self.risk}", f'rule_id = "{self.number:08x}"',
            f'severity = "{"low" if self.risk < 40 else "high"}"', "tags = [", *(f'    "{one}",' for one in self.tags), "]",
            'timestamp_override = "event.ingested"', 'type = "made-up"', "query = '''", *self.query, "true", "'''", "",
        ]
        for number, techniques in enumerate(self.threats):
            lines += ["[[rule.threat]]", 'framework = "A made-up framework"']
            for key, name in techniques:
                lines += ["[[rule.threat.technique]]", f'id = "T{key}"', f'name = "{name}"',
                          f'reference = "https://framework.example/techniques/T{key}/"']
            lines += ["[rule.threat.tactic]", f'id = "TA{number:04d}"', f'name = "Tactic {number}"', ""]
        return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("records", type=int)
    arguments.add_argument("commits", type=int)
    arguments.add_argument("--longer", type=float, default=1, help="the texts of the records are so many times as long")
    arguments.add_argument("--seed", type=int, default=1)
    options = arguments.parse_args()

    chance = random.Random(options.seed)
    rules = [Rule(number, chance, options.longer) for number in range(options.records)]
    stream = Stream(sys.stdout)
    settings = '[programme]\nname = "Made-up rules"\nshort_name = "R"\n\n[data]\nkinds = ["rule"]\n'
    schema = '{"$id": "urn:sss:rule", "title": "Rule", "type": "object", "x-sss-id": "^[a-z0-9/-]+$", "properties": {}}\n'
    tip = stream.commit("main", EPOCH, "The collection begins", [
        ("sss.toml", settings), ("schemas/rule.schema.json", schema), *((rule.path(), rule.text()) for rule in rules)])
    step = (END - EPOCH) / options.commits

    def day_of(when):
        return datetime.datetime.fromtimestamp(when, datetime.timezone.utc).date()

    def edited(when, few):
        for rule in few:
            rule.edit(day_of(when))
        return [(rule.path(), rule.text()) for rule in few]

    made = 1
    while made < options.commits:
        when = int(EPOCH + made * step)
        kind = chance.random()
        if kind < 0.05 and made + 3 < options.commits:
            first, second = chance.sample(rules, 2)
            side, landed = tip, []
            for rule in (first, second):
                files = edited(when, [rule])
                side = stream.commit("side", when, f"Tune {rule.name}", files, parent=side)
                landed += files
            tip = stream.commit("main", when, f"Note {made}", [(f"docs/note-{made % 50}.md", f"Note {made}\n")], parent=tip)
            tip = stream.commit("main", when, "Merge branch 'side'", landed, parent=tip, merge=side)
            made += 4
            continue
        if kind < 0.2:
            what, files = f"Note {made}", [(f"docs/note-{made % 50}.md", f"Note {made}\n")]
        elif kind < 0.25:
            rule = chance.choice(rules)
            former = rule.path()
            rule.rename(day_of(when))
            what, files = f"Rename {former}", [(former, None), (rule.path(), rule.text())]
        elif kind < 0.28:
            many = chance.sample(rules, min(OF_MANY, len(rules)))
            for rule in many:
                rule.stack, rule.day = rule.stack + 1, day_of(when)
            what, files = "Raise the version", [(rule.path(), rule.text()) for rule in many]
        else:
            what, files = "Tune", edited(when, chance.sample(rules, chance.choice([1, 1, 1, 2, 3, 5])))
        tip = stream.commit("main", when, f"{what}\n\nReason: what was seen\n", files, parent=tip)
        made += 1
    stream.out.write("done\n")


if __name__ == "__main__":
    main()
