#!/usr/bin/env python3
"""What sss tells of a history adds up, whatever the history: random ones are made with the real git and checked.

  landing   the same work landed by a merge, squashed and rebased gives the same net changelog, apart from its commits
  ends      a net changelog of A..B turns the records of A into those of B, and says nothing else
  diff      so do the changes that `sss diff A..B` tells, from the two states alone; but for renames, which the steps may
            show where the ends do not, both tell the same
  steps     every step of `sss log` begins at what the step before it left, and the last one ends at HEAD
  twice     every run made twice gives the same bytes

The histories differ by their seed alone, so that a failure can be made again: histories.py SSS SOURCE-FOLDER [SEED…]
"""
import copy
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
SEEDS = [int(seed) for seed in sys.argv[3:]] or range(sample(10, long=200, sanitized=2))
SETS = {"depends_on", "aliases"}
DATES = ["2024-05-01", "2024-06-15", "2024-07", "2024-Q4", "2025", "2025-01-20"]
FIRST_SECOND = 1704110400  # 2024-01-01T12:00:00Z
TEN_DAYS = 10 * 24 * 3600  # beyond the grace period of corrections


class Failure(Exception):
    pass


# Records: {(kind, id): {field: value}}; a value is a string, a number, a list of strings or a table of strings.


def toml(fields, dice):
    """The fields as a file. What says the same is spelled in many ways: history must not notice."""
    def value(name, what):
        if isinstance(what, list):
            return "[" + ", ".join(json.dumps(one) for one in dice.sample(what, len(what))) + "]"
        if name in ("planned", "actual") and len(what) == 10 and dice.random() < 0.5:
            return what
        return json.dumps(what)
    plain = [f"{name} = {value(name, what)}\n" for name, what in fields.items() if not isinstance(what, dict)]
    tables = [f"[{name}]\n" + "".join(f"{key} = {json.dumps(text)}\n" for key, text in what.items())
              for name, what in fields.items() if isinstance(what, dict)]
    comment = "# " + "x" * dice.randrange(4) + "\n" if dice.random() < 0.3 else ""
    return comment + "".join(plain + tables)


def path(key):
    return f"data/{key[0]}s/{key[1]}.toml"


class History:
    """Commits for `git fast-import`, each with its records and the bytes of its files."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.commits = []  # (parents, records, files, author)
        self.new_ids = 0

    def commit(self, parents, records, author="Ada"):
        files = {}
        known = [self.commits[parent] for parent in parents]
        for key, fields in records.items():
            same = next((parent[2][path(key)] for parent in known if parent[1].get(key) == fields), None)
            rewritten = self.dice.random() < 0.1
            files[path(key)] = same if same is not None and not rewritten else toml(fields, self.dice)
        self.commits.append((parents, copy.deepcopy(records), files, author))
        return len(self.commits) - 1

    def records(self, commit):
        return copy.deepcopy(self.commits[commit][1])

    def new_id(self):
        self.new_ids += 1
        return f"r{self.new_ids}"

    def new_record(self):
        dice = self.dice
        if dice.random() < 0.7:
            return "milestone", {"title": f"Title {dice.randrange(99)}", "type": dice.choice(["review", "launch"]), "planned": dice.choice(DATES)}
        return "organisation", {"name": f"Name {dice.randrange(99)}", "type": dice.choice(["agency", "university"])}

    def edit(self, fields):
        """One field gets another value, comes or goes."""
        dice = self.dice
        if "name" in fields:
            choices = {"name": f"Name {dice.randrange(99)}", "country": dice.choice(["CN", "TR", "TH"]), "url": f"https://{dice.randrange(9)}.example"}
        else:
            choices = {"planned": dice.choice(DATES), "weight": dice.randrange(1, 9), "owner": dice.choice(["a", "b", "c"]),
                       "depends_on": dice.sample(["x", "y", "z"], dice.randrange(1, 4)), "notes": "line\n" * dice.randrange(1, 4),
                       "cancelled": {"date": dice.choice(DATES[:2]), "reason": dice.choice(["money", "time"])}}
        name = dice.choice(sorted(choices))
        if name in fields and dice.random() < 0.25 and name not in ("name",):
            del fields[name]
        else:
            fields[name] = choices[name]

    def work(self, records, mine):
        """Some steps on the records that `mine` admits: edits, additions, removals, renames that say so."""
        dice = self.dice
        for _ in range(dice.randrange(1, 4)):
            keys = sorted(key for key in records if mine(key))
            what = dice.random()
            if what < 0.2 or not keys:
                kind, fields = self.new_record()
                records[kind, self.new_id()] = fields
                continue
            key = dice.choice(keys)
            if what < 0.3:
                del records[key]
            elif what < 0.4 and key[0] == "organisation":
                fields = records.pop(key)
                fields["aliases"] = sorted(set(fields.get("aliases", [])) | {key[1]})
                records[key[0], self.new_id()] = fields
            else:
                self.edit(records[key])

    def write(self, folder, tip):
        """A repository whose main branch ends at `tip`."""
        subprocess.run(["git", "init", "-q", folder], check=True)
        stream = []
        wanted, waiting = set(), [tip]
        while waiting:
            commit = waiting.pop()
            if commit not in wanted:
                wanted.add(commit)
                waiting += self.commits[commit][0]
        for number in sorted(wanted):
            parents, _, files, author = self.commits[number]
            when = f"{author} <{author.lower()}@programme.example> {FIRST_SECOND + number * TEN_DAYS} +0000"
            message = f"Commit {number}"
            stream.append(f"commit refs/heads/main\nmark :{number + 1}\nauthor {when}\ncommitter {when}\ndata {len(message)}\n{message}\n")
            stream += [f"{'from' if i == 0 else 'merge'} :{parent + 1}\n" for i, parent in enumerate(parents)]
            stream.append("deleteall\n")
            stream += [f"M 100644 inline {name}\ndata {len(text.encode())}\n{text}\n" for name, text in sorted(files.items())]
            stream.append(f"reset refs/tags/c{number}\nfrom :{number + 1}\n\n")
        stream.append(f"reset refs/heads/main\nfrom :{tip + 1}\n\n")
        subprocess.run(["git", "-C", folder, "fast-import", "--quiet", "--force"], input="".join(stream).encode(), check=True)


def run(folder, *arguments):
    once, again = (subprocess.run([SSS, "-C", folder, *arguments, "-q"], capture_output=True, check=False) for _ in range(2))
    if once.returncode != 0:
        raise Failure(f"sss {' '.join(arguments)} failed: {once.stderr.decode()}")
    if once.stdout != again.stdout:
        raise Failure(f"sss {' '.join(arguments)} printed something else the second time")
    return once.stdout


def same(name, value):
    return sorted(value) if name in SETS and isinstance(value, list) else value


def plain(records):
    return {key: {name: same(name, value) for name, value in fields.items()} for key, fields in records.items()}


def expect(whether, what):
    if not whether:
        raise Failure(what)


def apply(records, change):
    """Takes one told change into the records; its `from` must be what stands."""
    key = change["kind"], change["id"]
    if change["change"] == "added":
        expect(key not in records, f"{key} is told as new and stands already")
        records[key] = {name: same(name, value) for name, value in change["content"].items()}
        return
    if change["change"] == "removed":
        content = {name: same(name, value) for name, value in change["content"].items()}
        expect(records.pop(key, None) == content, f"{key} is told as removed and did not say {content}")
        return
    old = change["kind"], change.get("former_id", change["id"])
    expect(old in records, f"{old} is told as changed and does not stand")
    fields = records.pop(old)
    expect(key not in records, f"{old} is renamed to {key}, which stands already")
    records[key] = fields
    for field in change.get("fields", []):
        *tables, name = field["path"].split(".")
        table = fields
        for outer in tables:
            table = table.setdefault(outer, {})
        expect(table.get(name) == same(name, field["from"]), f"{key} {field['path']} was {table.get(name)}, told as {field['from']}")
        if field["to"] is None:
            del table[name]
            for outer in tables:
                if not fields[outer]:
                    del fields[outer]
        else:
            table[name] = same(name, field["to"])


def net(folder, stretch):
    """The net changes of a stretch, all told as one period."""
    told = json.loads(run(folder, "changelog", stretch, "--by", "year", "--format", "json"))
    expect(len(told["periods"]) <= 1, f"{stretch} falls into several years: the generator's dates are too far apart")
    return [change for period in told["periods"] for change in period["changes"]]


def check_ends(history, folder, a, b):
    changes = net(folder, f"c{a}..c{b}")
    turn_into(history, a, b, changes, "net")
    differing = json.loads(run(folder, "diff", f"c{a}..c{b}", "--format", "json"))["changes"]
    turn_into(history, a, b, differing, "diff")
    renamed = {(change["kind"], id) for change in changes + differing if "former_id" in change for id in (change["id"], change["former_id"])}
    def others(told):
        return [{name: value for name, value in change.items() if name != "move"} for change in anonymous(told)
                if (change["kind"], change["id"]) not in renamed]
    expect(others(changes) == others(differing), f"changelog and diff tell c{a}..c{b} in two ways")


def turn_into(history, a, b, changes, name):
    records = plain(history.records(a))
    # A record may take a name that another one gives up in the same net: those that leave go first.
    for change in sorted(changes, key=lambda change: ("removed", "changed", "added").index(change["change"])):
        apply(records, change)
    expect(records == plain(history.records(b)), f"the {name} of c{a}..c{b} does not end at c{b}")


def check_steps(history, folder, tip):
    records = {}
    for commit in reversed(json.loads(run(folder, "log", "--format", "json"))["commits"]):
        for change in sorted(commit["changes"], key=lambda change: ("removed", "changed", "added").index(change["change"])):
            apply(records, change)
    expect(records == plain(history.records(tip)), "the steps of the log do not end at HEAD")


def begin(history):
    records = {}
    for _ in range(6):
        kind, fields = history.new_record()
        records[kind, history.new_id()] = fields
    return history.commit([], records)


def anonymous(changes):
    """What a net changelog says, without who said it and in how many steps."""
    def clean(change):
        change = {name: value for name, value in change.items() if name not in ("commit", "commits", "reasons", "title")}
        change["fields"] = sorted(({name: value for name, value in field.items() if name != "commit"} for field in change.get("fields", [])),
                                  key=lambda field: field["path"])
        for field in change["fields"]:
            field |= {"from": same(field["path"], field["from"]), "to": same(field["path"], field["to"])}
        change["content"] = {name: same(name, value) for name, value in change.get("content", {}).items()}
        change["move"] = {name: value for name, value in change.get("move", {}).items() if name in ("from", "to", "days", "total_days")}
        return change
    return sorted((clean(change) for change in changes), key=lambda change: (change["kind"], change["id"], change["change"]))


def landing(seed, scratch):
    """Work on a branch beside work on main, on other records, landed in three ways."""
    history = History(seed)
    base = begin(history)
    keys = sorted(history.records(base))
    beside = set(history.dice.sample(keys, 3))
    main = base
    for _ in range(2):
        records = history.records(main)
        history.work(records, lambda key: key in beside)
        main = history.commit([main], records)
    on_main = history.records(main)
    theirs = set(on_main) | set(keys)

    side, branch = base, []
    for _ in range(history.dice.randrange(1, 5)):
        records = history.records(side)
        history.work(records, lambda key: key not in beside and (key in keys or key not in theirs))
        side = history.commit([side], records, "Grace")
        branch.append(side)

    def landed(commit):
        """What main holds once the branch's work up to a commit is on top of it."""
        records = history.records(commit)
        kept = {key: fields for key, fields in records.items() if key not in beside}
        mine = {key: fields for key, fields in on_main.items() if key in beside or key not in keys}
        return kept | mine

    merged = history.commit([main, side], landed(side))
    squashed = history.commit([main], landed(side))
    rebased = main
    for commit in branch:
        rebased = history.commit([rebased], landed(commit), "Grace")
    told = []
    for name, tip in (("merged", merged), ("squashed", squashed), ("rebased", rebased)):
        folder = str(scratch / name)
        history.write(folder, tip)
        check_ends(history, folder, main, tip)
        check_ends(history, folder, base, tip)
        check_steps(history, folder, tip)
        told.append(anonymous(net(folder, f"c{main}..c{tip}")))
    expect(told[0] == told[1], "merged and squashed, the same work is told differently")
    expect(told[0] == told[2], "merged and rebased, the same work is told differently")


def tangle(seed, scratch):
    """Branches that touch the same records and merge into each other, with conflicts resolved either way or anew."""
    history = History(seed)
    dice = history.dice
    heads = [begin(history)] * 3
    for _ in range(14):
        which = dice.randrange(3)
        records = history.records(heads[which])
        parents = [heads[which]]
        if dice.random() < 0.4:
            other = heads[dice.choice([one for one in range(3) if one != which])]
            if other != heads[which]:
                parents.append(other)
                theirs = history.records(other)
                for key in sorted(set(records) | set(theirs)):
                    chosen = dice.choice([records, theirs]).get(key)
                    records.pop(key, None)
                    if chosen is not None:
                        records[key] = chosen
                if dice.random() < 0.3:
                    history.work(records, lambda key: True)
        else:
            history.work(records, lambda key: True)
        heads[which] = history.commit(parents, records, ("Ada", "Grace", "Noor")[which])
    tip = history.commit([heads[0], heads[1], heads[2]], history.records(heads[0]) if dice.random() < 0.3 else history.records(heads[1]))
    folder = str(scratch / "tangle")
    history.write(folder, tip)
    check_steps(history, folder, tip)
    ancestors, waiting = set(), [tip]
    while waiting:
        commit = waiting.pop()
        if commit not in ancestors:
            ancestors.add(commit)
            waiting += history.commits[commit][0]
    for start in dice.sample(sorted(ancestors - {tip}), 3):
        check_ends(history, folder, start, tip)


def main():
    with tempfile.TemporaryDirectory(prefix="histories.") as scratch:
        home = pathlib.Path(scratch)
        (home / "gitconfig").write_text("[init]\n\tdefaultBranch = main\n")
        os.environ |= {"HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": str(home / "gitconfig"), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        failed = 0
        for seed in SEEDS:
            for property_ in (landing, tangle):
                folder = home / f"{property_.__name__}-{seed}"
                folder.mkdir()
                try:
                    property_(seed, folder)
                except Failure as failure:
                    failed += 1
                    print(f"{property_.__name__}, seed {seed}: {failure}")
        print(f"{len(SEEDS)} seeds, {failed} failures")
        sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
