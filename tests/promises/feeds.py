#!/usr/bin/env python3
"""What `sss export atom` writes is an Atom feed (RFC 4287), one entry a new fact, whose id never changes.

Judged by jing with a RELAX NG grammar of RFC 4287 (support/atom.rnc), by python3-feedparser, and by checks of our own, each with a
faulty sample that it must catch: authors, absolute addresses, unique ids. Two successive exports are read as a subscriber's
reader reads them: what was renamed, cancelled, moved, corrected, retitled and removed in between.

usage: feeds.py SSS SOURCE-FOLDER
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import uuid
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.append("/usr/lib/python3/dist-packages")  # where Debian keeps its own, whichever Python this is
from support.claims import answer, claim, failures, git
from support.npm_judges import is_there, judged

GRAMMAR = pathlib.Path(__file__).parent / "support" / "atom.rnc"
NAMESPACE = uuid.UUID("a1c1b6ea-c84a-547d-9325-51461e65b04a")
ATOM = "{http://www.w3.org/2005/Atom}"

GOOD = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>urn:uuid:%s</id><title>P</title><updated>2024-01-02T00:00:00Z</updated><author><name>P</name></author>
  <link rel="self" type="application/atom+xml" href="https://a.example/programme.atom"/>
  <entry><id>urn:uuid:%s</id><title>A</title><published>2024-01-02T00:00:00Z</published><updated>2024-01-02T00:00:00Z</updated>
    <link rel="alternate" type="text/html" href="https://a.example/a.html"/><content type="html">&lt;p&gt;A &lt;a href="https://a.example/a.html"&gt;a&lt;/a&gt;&lt;/p&gt;</content></entry>
  <entry><id>urn:uuid:%s</id><title>B</title><published>2024-01-01T00:00:00Z</published><updated>2024-01-01T00:00:00Z</updated>
    <content type="html">&lt;p&gt;B&lt;/p&gt;</content></entry>
</feed>
""" % tuple(uuid.uuid5(NAMESPACE, name) for name in "fab")


def text(node, name):
    return node.findtext(ATOM + name)


def entries(feed):
    return feed.findall(ATOM + "entry")


def addresses(feed):
    return [link.get("href") for link in feed.iter(ATOM + "link")] + [
        address for content in feed.iter(ATOM + "content") for address in re.findall(r'(?:href|src)="([^"]*)"', content.text or "")]


CHECKS = [
    ("RFC 4287 4.1.1", "every entry has an author, its own or the feed's", lambda f: f.find(ATOM + "author") is not None or all(e.find(ATOM + "author") is not None for e in entries(f)),
     ("<author><name>P</name></author>", "")),
    ("RFC 4287 4.2.6", "no two entries have the same id", lambda f: len({text(e, "id") for e in entries(f)}) == len(entries(f)), (str(uuid.uuid5(NAMESPACE, "b")), str(uuid.uuid5(NAMESPACE, "a")))),
    ("RFC 9562", "an id is a UUID's name", lambda f: all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", text(n, "id")) for n in [f, *entries(f)]),
     (f"urn:uuid:{uuid.uuid5(NAMESPACE, 'a')}", "https://a.example/a")),
    ("site.md 8", "every address is absolute", lambda f: all(re.match("https?://[^/]+/", one) for one in addresses(f)), ('href="https://a.example/a.html"', 'href="/a.html"')),
    ("site.md 8", "in the content too", lambda f: all(re.match("https?://[^/]+/", one) for one in addresses(f)), ('&lt;a href="https://a.example/a.html"', '&lt;a href="a.html"')),
    ("site.md 8", "newest first", lambda f: [text(e, "updated") for e in entries(f)] == sorted((text(e, "updated") for e in entries(f)), reverse=True), ("<updated>2024-01-01", "<updated>2024-01-03")),
    ("RFC 4287 4.2.15", "the feed is as new as its newest entry", lambda f: not entries(f) or text(f, "updated") == max(text(e, "updated") for e in entries(f)), ("<updated>2024-01-02", "<updated>2024-01-05")),
    ("RFC 4287 4.2.9", "nothing is updated before it was published", lambda f: all(text(e, "published") <= text(e, "updated") for e in entries(f)), ("<published>2024-01-01", "<published>2024-01-02")),
    ("RFC 4287 4.1.3", "an entry says something", lambda f: all(text(e, "content") and text(e, "title") for e in entries(f)), ("&lt;p&gt;B&lt;/p&gt;", "")),
    ("site.md 8", "content is HTML without script or image", lambda f: all(e.find(ATOM + "content").get("type") == "html" and not re.search(r"<(script|img|iframe|style)|\son\w+=", text(e, "content") or "") for e in entries(f)),
     ("&lt;p&gt;B", "&lt;script&gt;B")),
]


def broken(data):
    try:
        feed = xml.fromstring(data)
    except xml.ParseError as error:
        return [f"it is no XML: {error}"]
    return [f"{where}: {rule}" for where, rule, keeps, _ in CHECKS if not keeps(feed)]


def judge_the_judge():
    claim("the sample that is right breaks nothing", not broken(GOOD), broken(GOOD))
    for where, rule, _, (old, new) in CHECKS:
        claim(f"the faulty sample of '{rule}' is one", old in GOOD)
        claim(f"{where}, {rule}: its faulty sample is caught", f"{where}: {rule}" in broken(GOOD.replace(old, new, 1)), broken(GOOD.replace(old, new, 1)))


class Judges:
    """Those that are not ours; what is missing is said."""

    def __init__(self):
        self.missing = []
        if not shutil.which("jing"):
            self.missing.append("jing")
        try:
            import feedparser
            self.feedparser = feedparser
        except ImportError:
            self.feedparser = None
            self.missing.append("python3-feedparser")
        if not is_there("feedsmith"):
            self.missing.append("feedsmith")
        self.pages = []

    def judge(self, what, data):
        claim(f"{what} breaks no rule", not broken(data), broken(data))
        self.pages.append((what, data))  # one start of Java for all
        if "feedsmith" not in self.missing:
            try:
                read = judged("feed", data=data)
            except ValueError as error:
                read = str(error)
            claim(f"{what}: feedsmith reads every entry", read == [text(e, "id") for e in entries(xml.fromstring(data))], read)
        if not self.feedparser:
            return
        read = self.feedparser.parse(data)
        claim(f"{what}: feedparser reads it without a remark", not read.bozo and read.version == "atom10", (read.get("bozo_exception"), read.version))
        claim(f"{what}: and finds every entry", [e.id for e in read.entries] == [text(e, "id") for e in entries(xml.fromstring(data))])

    def by_grammar(self, scratch):
        if "jing" in self.missing:
            return
        faulty = {"no id": GOOD.replace("<id>", "<x>").replace("</id>", "</x>"), "a day for a moment": GOOD.replace("2024-01-02T00:00:00Z", "2024-01-02"),
                  "two titles": GOOD.replace("<title>A</title>", "<title>A</title><title>A</title>"), "no name": GOOD.replace("<name>P</name>", "")}
        for number, (what, data) in enumerate([("the good sample", GOOD.encode()), *self.pages]):
            (scratch / f"{number}.atom").write_bytes(data)
        run = subprocess.run(["jing", "-c", GRAMMAR, *sorted(scratch.glob("*.atom"))], capture_output=True, text=True)
        claim("jing finds every feed valid by RFC 4287's grammar", run.returncode == 0, run.stdout[:2000] + run.stderr[:500])
        for what, data in faulty.items():
            (scratch / "faulty").write_text(data)
            run = subprocess.run(["jing", "-c", GRAMMAR, scratch / "faulty"], capture_output=True, text=True)
            claim(f"jing finds {what}", run.returncode == 1, run.stdout)


def export(folder, words=""):
    code, data, said = answer(folder, "export atom " + words)
    claim(f"export atom {words} ends well", code == 0, said)
    return data


def read(data):
    return {text(e, "id"): {"title": text(e, "title"), "updated": text(e, "updated"), "published": text(e, "published"), "content": text(e, "content"),
                            "author": e.findtext(f"{ATOM}author/{ATOM}name"), "links": [link.get("href") for link in e.findall(ATOM + "link")],
                            "of": [c.get("term") for c in e.findall(ATOM + "category")]} for e in entries(xml.fromstring(data))}


def urn(*parts):
    return "urn:uuid:" + str(uuid.uuid5(NAMESPACE, "\n".join(parts)))


def write(folder, files, message="x", when="2024-01-10T12:00:00Z"):
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True) if content is None else path.write_text(content)
    git(folder, "add", "-A", when=when)
    git(folder, "commit", "-q", "-m", message, when=when)


def milestone(title, *lines):
    return "\n".join([f'title = "{title}"', 'type = "review"', *lines, ""])


def new(folder):
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


def of_the_example(judges, scratch):
    folder = scratch / "example"
    code, _, said = answer(scratch, f"init {folder} --example")
    claim("the example is made", code == 0, said)
    for words in ("", "--history", "--satellite sss-2b", "--organisation apsco", "--kind meeting", "--as-of 2018-05-01", "--as-of 2000-01-01"):
        judges.judge(f"the example {words}", export(folder, words))
    claim("at most the newest hundred are told", len(entries(xml.fromstring(export(folder)))) <= 100)
    # Whatever was told once is told for ever, under the same id.
    known = {}
    for commit in git(folder, "log", "--format=%H", "--reverse", "--first-parent").split():
        now = read(export(folder, f"--history --rev {commit}"))
        claim("no entry ever vanishes", known.keys() <= now.keys(), {known[id]["title"] for id in known.keys() - now.keys()})
        for id, entry in now.items():
            before = known.get(id)
            claim("an entry changes only with a later 'updated'", before is None or before["published"] == entry["published"]
                  and (before["updated"] < entry["updated"] or before["content"] == entry["content"] or not re.search("Put right", entry["content"])), (before, entry))
        known = now


HOSTILE = "<script>alert(1)</script> ]]> &amp; &lt; \u202ex\x1b[31m\x85\ufffe\uffff \"q\" 'p' javascript:alert(1) " + "長い名前" * 60 + " evil@example.org"


def of_hostile_text(judges, scratch):
    folder = new(scratch / "hostile")
    hostile = '"' + "".join(c if c not in '"\\' and ord(c) > 31 and ord(c) != 0x7f else f"\\u{ord(c):04x}" for c in HOSTILE) + '"'
    write(folder, {
        "sss.toml": f'[programme]\nname = {hostile}\ndescription = {hostile}\n[site]\nurl = "https://a.example/p/"\n',
        "data/milestones/a.toml": f'title = {hostile}\ntype = "review"\nplanned = "2024-Q2"\nsatellite = "s"\nowner = "o"\n',
        "data/meetings/m.toml": f'title = {hostile}\ntype = "pmb"\nstart = 2024-04-01\ncity = {hostile}\n[[action]]\nid = "a1"\ntext = {hostile}\nowner = "o"\ndue = 2024-05-01\n',
        "data/satellites/s.toml": f'name = {hostile}\nclass = "nano"\n', "data/organisations/o.toml": f'name = {hostile}\ntype = "university"\n'})
    write(folder, {"data/milestones/a.toml": f'title = {hostile}\ntype = "review"\nplanned = 2024-06-01\ncancelled = {{ date = 2024-03-01, reason = {hostile} }}\n'},
          "moved\n\nReason: " + HOSTILE, "2024-03-01T12:00:00Z")
    data = export(folder)
    judges.judge("hostile text", data)
    for entry in read(data).values():
        claim("no text becomes markup", not re.search("<script", entry["content"]), entry)
    claim("no e-mail address is published", b"example.org" not in data)


def of_two_exports(judges, scratch):
    folder = new(scratch / "two")
    names = ("renamed", "cancelled", "moved", "removed", "untouched", "reached", "retitled", "corrected")
    write(folder, {"sss.toml": '[programme]\nid = "p"\nname = "P"\n', **{f"data/milestones/{name}.toml": milestone(name.upper(), f"planned = 2024-06-0{number}", f'notes = "the {name} one, so that it is like no other"')
                   for number, name in enumerate(names, 1)}})
    first = export(folder)
    keep = {name: (folder / f"data/milestones/{name}.toml").read_text() for name in names}
    write(folder, {"data/milestones/corrected.toml": keep["corrected"].replace("2024-06-08", "2024-06-09")}, "put right\n\nCorrection: yes", "2024-02-01T12:00:00Z")
    write(folder, {"data/milestones/renamed.toml": None, "data/milestones/called-otherwise.toml": keep["renamed"], "data/milestones/removed.toml": None,
                   "data/milestones/cancelled.toml": keep["cancelled"] + 'cancelled = { date = 2024-02-28, reason = "no money" }\n',
                   "data/milestones/moved.toml": keep["moved"].replace("2024-06-03", "2024-07-16"), "data/milestones/reached.toml": keep["reached"] + "actual = 2024-02-27\n",
                   "data/milestones/retitled.toml": keep["retitled"].replace("RETITLED", "Another title")}, "all at once\n\nReason: weather", "2024-03-01T12:00:00Z")
    second = export(folder)
    judges.judge("the first export", first)
    judges.judge("the second export", second)
    before, now = read(first), read(second)
    added = {name: urn("p", "milestone", name, "added", "2024-01-10") for name in names}
    claim("ids are those that docs/commands/export.md tells how to make", set(before) == set(added.values()), before)
    claim("no entry vanishes", before.keys() <= now.keys())
    claim("what nobody touched is the same", now[added["untouched"]] == before[added["untouched"]])
    claim("a rename posts nothing anew", now[added["renamed"]] == before[added["renamed"]], now[added["renamed"]])
    claim("a new title is the same entry, updated", now[added["retitled"]]["title"].startswith("Another title: ") and now[added["retitled"]]["updated"] == "2024-03-01T12:00:00Z"
          and now[added["retitled"]]["published"] == "2024-01-10T12:00:00Z", now[added["retitled"]])
    one = now[added["corrected"]]
    claim("a corrected date is the same entry, and says what was put right", one["updated"] == "2024-02-01T12:00:00Z" and "Put right on 1 February 2024" in one["content"], one)
    fresh = {id for id in now if id not in before}
    new_ones = {sort: urn("p", "milestone", name, sort, "2024-03-01") for name, sort in (("moved", "moved"), ("cancelled", "cancelled"), ("removed", "removed"), ("reached", "reached"))}
    claim("what moved, was cancelled, removed and reached is news", fresh == set(new_ones.values()), {id: now[id]["title"] for id in fresh ^ set(new_ones.values()) if id in now})
    claim("a move says from when to when, and why", "1" in now[new_ones["moved"]]["content"] and "July 2024" in now[new_ones["moved"]]["content"] and "weather" in now[new_ones["moved"]]["content"], now[new_ones["moved"]])
    claim("a cancellation says why", "no money" in now[new_ones["cancelled"]]["content"], now[new_ones["cancelled"]])
    claim("who signed it is its author", all(now[id]["author"] == "a" for id in fresh))
    # Twice on one day, and an address: the ids of before stay.
    write(folder, {"data/milestones/moved.toml": keep["moved"].replace("2024-06-03", "2024-08-01")}, "again", "2024-03-01T15:00:00Z")
    write(folder, {"sss.toml": '[programme]\nid = "p"\nname = "P"\n[site]\nurl = "https://a.example/x"\nlicense = "CC-BY-4.0"\n'}, "site", "2024-03-02T12:00:00Z")
    third = export(folder)
    judges.judge("the third export", third)
    after = read(third)
    claim("a second move of one day is news of its own", set(after) - set(now) == {urn("p", "milestone", "moved", "moved", "2024-03-01 2")}, set(after) - set(now))
    claim("neither an address nor a rename posts anything anew", all(after[id]["updated"] == now[id]["updated"] for id in now))
    claim("links lead to the record's page, by its name of today", after[added["renamed"]]["links"] == ["https://a.example/x/milestones/called-otherwise.html"], after[added["renamed"]])
    claim("the same day gives the same bytes as another", export(folder, "--as-of 2024-12-31") == third)


def of_discretion(scratch):
    folder = new(scratch / "discreet")
    write(folder, {"sss.toml": '[site]\nleave_out = ["organisation", "milestone.notes"]\npeople = "none"\n', "data/organisations/secret-org.toml": 'name = "Secret organisation"\ntype = "company"\n',
                   "data/milestones/a.toml": milestone("A", "planned = 2024-06-01", 'owner = "secret-org"', 'notes = "Secret"')})
    write(folder, {"data/milestones/a.toml": milestone("A", "planned = 2024-06-01", 'owner = "secret-two"', 'notes = "Secret too"')}, "secrets", "2024-02-01T12:00:00Z")
    data = export(folder).decode()
    claim("what is left out is in no byte", not re.search("secret|<name>a<", data, re.I), data)
    claim("a change of what is left out is no news", len(read(data)) == 1, data)


judge_the_judge()
judges = Judges()
with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    of_the_example(judges, scratch)
    of_hostile_text(judges, scratch)
    of_two_exports(judges, scratch)
    of_discretion(scratch)
    judges.by_grammar(scratch)
for name in judges.missing:
    print(f"skipped: not judged by {name}")
print("\n".join(failures) or f"{len(CHECKS)} checks, each with a sample that breaks it; {len(judges.pages)} feeds judged by {' and '.join({'feedsmith', 'jing', 'python3-feedparser'} - set(judges.missing)) or 'nobody else'}")
sys.exit(1 if failures else 77 if len(judges.missing) == 2 else 0)
