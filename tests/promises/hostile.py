#!/usr/bin/env python3
"""Every printer escapes by itself.

Hostile text is put into every place that a stranger can fill: every field (of the right type and of a wrong one), ids, names
of files and of keys, tags, branches, authors, messages, titles and names of schemas, values of settings, arguments. Every
format of every command is made of that, and judged: nothing acts on a terminal, turns or hides text, is obeyed by a CI
system that reads its log, marks up a page, runs in a spreadsheet. What writing needs (joiners, direction marks) stays.

usage: hostile.py SSS SOURCE-FOLDER
"""
import csv
import email
import email.policy
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
EPOCH = "1706200000"

# How a value begins matters: some signs mean something at the beginning of a line or a cell alone.
BEGINNINGS = ["::error::", "=1+1;=2", "<img src=https://evil.example/a>", "\x1b[31m", "-1", "\t@x", "\u202e", "##[error]", "\n::error::"]
REST = (" ::error::wrapped" * 9 + "\x1b]0;PWN\x07\x9b31m\x85::warning::W\n::stop-commands::PWN\n##[error]E ##vso[task.x]V \u202e\u202b\u2066\u2069\U000e0041\u200b\u2028::x::y\u2029"
        ";=HYPERLINK(\"https://evil.example\") </title></script><script>PWN</script><img src=https://evil.example/p.png onerror=PWN> "
        "[x](https://evil.example/l) ![x](https://evil.example/i) @team #1 | y `` ]]> --> <!-- ' onmouseover=PWN \" END")
NEEDED = "می‌خواهم ه‍.ش \u200fAPSCO\u200e"  # joiners and direction marks of real names

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ufeff\U000e0000-\U000e007f]")


def toml(text):
    return '"' + "".join(c if c not in '"\\' and " " <= c < "\x7f" else f"\\U{ord(c):08X}" for c in text) + '"'


def name_of(text, extra=""):
    """As the name of a file or a reference: what neither may hold is left out."""
    return re.sub(r"[/\0]", "", text)[:60] + extra


def ref_name(text):
    text = re.sub(r"[\0-\x20\x7f~^:?*\[\\@{]", "", text)
    return re.sub(r"\.\.|//|\.lock|^[-/.]+|[/.]+$", "", text).encode()[:90].decode(errors="ignore")


class World:
    """A data repository that a stranger has filled."""

    def __init__(self, folder, begin):
        self.folder = folder
        self.text = begin + REST
        folder.mkdir()
        self.git("init", "-q", "-b", "main", "--template=")

    def git(self, *words, at=0, author="a"):
        day = f"2024-01-{10 + at:02}T00:00:00Z"
        env = {"PATH": os.environ["PATH"], "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "a@x.example",
               "GIT_COMMITTER_NAME": author, "GIT_COMMITTER_EMAIL": "a@x.example", "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day}
        subprocess.run(["git", *words], cwd=self.folder, env=env, check=True, capture_output=True)

    def write(self, path, text):
        path = self.folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(errors="surrogateescape"))

    def commit(self, at):
        author = re.sub(r"[\n<>]", "", self.text)
        message = f"{self.text}\n\nReason: {self.text.splitlines()[0]} {self.text[-60:]}\n"
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, at=at, author=author)

    def settings(self, more=""):
        t = toml(self.text)
        self.write("sss.toml", f"[programme]\nname = {t}\nshort_name = {t}\n{more}")

    def schema(self):
        fields = {"title": {"type": "string", "title": self.text, "description": self.text}, "state": {"enum": [self.text, "x"], "title": self.text},
                  self.text: {"type": "string", "description": self.text}, "when": {"type": "string", "x-sss-date": "planned", "title": self.text}}
        self.write("schemas/thing.schema.json", json.dumps({"title": self.text, "description": self.text, "type": "object", "x-sss-title": "title",
                                                            "x-sss-id": "^.*$", "properties": fields, "additionalProperties": True}))

    def sound(self):
        """All that the schemas allow."""
        t = toml(self.text)
        self.settings("\n[history]\ncorrection_days = 0\n")
        self.schema()
        self.write("data/milestones/a.toml", f"title = {t}\ntype = \"review\"\nplanned = 2024-05-05\nowner = \"o\"\nsatellite = \"s\"\n"
                   f"notes = {t}\naliases = []\nsources = [{{ title = {t}, url = \"https://x.example/?a=b&c\" }}]\n".replace("aliases = []\n", ""))
        self.write("data/milestones/b.toml", f"title = {t}\ntype = \"launch\"\nplanned = 2024-02-01\nsatellite = \"s\"\ndepends_on = [\"a\"]\n")
        self.write("data/milestones/c.toml", f"title = {t}\ntype = \"review\"\nbaseline = 2024-01-01\nplanned = 2024-01-05\nactual = 2024-01-12\nowner = \"o\"\n")
        self.write("data/milestones/needed.toml", f"title = {toml(NEEDED)}\ntype = \"review\"\nplanned = 2024-03-05\n")
        self.write("data/organisations/o.toml", f"name = {t}\nshort_name = {t}\ntype = \"agency\"\ncontact = {t}\nnotes = {t}\n")
        self.write("data/satellites/s.toml", f"name = {t}\nclass = \"micro\"\nlead = \"o\"\nnotes = {t}\n[[payload]]\nname = {t}\npurpose = {t}\n[launch]\nvehicle = {t}\nsite = {t}\n")
        self.write("data/meetings/m.toml", f"title = {t}\ntype = \"pmb\"\nstart = 2024-01-11\ncity = {t}\nvenue = {t}\nchair = {t}\nminutes = {t}\nhosts = [\"o\"]\nmilestones = [\"a\"]\nnotes = {t}\n"
                   f"\n[[decision]]\nid = \"d1\"\ntext = {t}\n\n[[action]]\nid = \"a1\"\ntext = {t}\nowner = \"o\"\ndue = 2024-01-20\n")
        self.write(f"data/things/{name_of(self.text)}.toml", f"title = {t}\nstate = {t}\nwhen = \"2024-06\"\n{t} = {t}\n")
        self.commit(0)
        self.git("tag", "-a", "-m", self.text, "v1" + ref_name(self.text))
        self.git("branch", "b" + ref_name(self.text))
        path = self.folder / "data/milestones/a.toml"
        for at, planned in ((3, "2024-06-05"), (6, "2024-07-05")):
            path.write_text(path.read_text().replace(re.search(r"planned = (\S+)", path.read_text())[1], planned))
            self.write("data/milestones/b.toml", f"title = {t}\ntype = \"launch\"\nplanned = 2024-02-01\nsatellite = \"s\"\ndepends_on = [\"a\"]\nnotes = {toml(self.text + str(at))}\n")
            self.commit(at)
        self.git("tag", "v2" + ref_name(self.text))

    def wrong(self):
        """What the schemas do not allow: other types, unknown names, names of files that are no ids, lines that are no TOML."""
        t = toml(self.text)
        self.settings()
        numbers = "\n".join(f"{key} = {t}" for key in ("planned", "actual", "baseline", "weight", "type", "owner", "satellite", "outcome"))
        self.write("data/milestones/a.toml", f"title = 1\n{numbers}\nreviews = [{t}]\ndepends_on = [{t}]\n{t} = 1\n[cancelled]\ndate = {t}\n{t} = {t}\n")
        self.write("data/milestones/b.toml", f"title = {t}\ntype = \"review\"\nweight = [{t}]\nplanned = {{ {t} = {t} }}\n")
        self.write("data/milestones/c.toml", f"title = \"x\" # {name_of(self.text)}\ntype = reveiw{name_of(self.text)}\n")
        self.write("data/milestones/d.toml", f"title = \"\u202e\u2066 \u0085 raw\"   \ntype = \"review\" # \u202e ::error::\n")
        self.write(f"data/milestones/{name_of(self.text)}.toml", f"title = {t}\ntype = \"review\"\n")
        self.write(f"data/{name_of(self.text)}/x.toml", "a = 1\n")
        self.write(f"data/milestones/{name_of(self.text)}.txt", "x")
        self.write("data/satellites/s.toml", f"name = {t}\nclass = {t}\nmass_kg = {t}\ndimensions_mm = [{t}]\nform_factor = {t}\n[orbit]\naltitude_km = {t}\nregime = {t}\n[identifiers]\ncospar = {t}\nnorad = {t}\n[[radio]]\nmhz = {t}\nuse = {t}\n")
        self.write("data/organisations/o.toml", f"name = {t}\ntype = {t}\ncountry = {t}\nmembership = {t}\nparent = {t}\nurl = {t}\n")
        self.write("data/meetings/m.toml", f"title = {t}\ntype = {t}\nstart = {t}\nend = {t}\ncountry = {t}\nattendance = {t}\nhosts = [{t}]\nsatellites = [{t}]\n[rids]\nraised = {t}\n"
                   f"[[action]]\nid = {t}\ntext = {t}\nowner = {t}\ndue = {t}\nclosed = {t}\n[[action]]\nid = {t}\ntext = 1\n[[decision]]\nid = {t}\ntext = {t}\n")
        self.commit(0)
        self.write("data/milestones/a.toml", f"title = {t}\ntype = \"review\"\nplanned = {t}\nweight = {toml('x' + self.text)}\n")
        os.symlink("/etc/" + name_of(self.text), self.folder / "data/milestones" / ("l" + name_of(self.text)))
        self.commit(3)


def formats_of(words, *formats):
    return [[*words, "--format", one] for one in formats]


HOSTILE = "{text}"
# Every command, in every format. A test below fails where a command is missing.
READ = [
    *formats_of(["validate"], "text", "json", "sarif", "junit", "github", "gitlab"), ["validate", "--color", "never", "--since", "HEAD~1"],
    *[one for kind in ("milestone", "meeting", "satellite", "organisation", "thing") for one in formats_of(["list", kind], "table", "json", "csv", "markdown")],
    *formats_of(["list", "milestone", "--columns", "id,title,weight,planned,owner.name,satellite.name,notes,late"], "table", "json", "csv", "markdown"),
    *formats_of(["list", "satellite", "--columns", "id,mass_kg,orbit.altitude_km,identifiers.norad,dimensions_mm,launch.vehicle"], "table", "json", "csv", "markdown"),
    *formats_of(["list", "meeting", "--columns", "id,attendance,rids.raised,city,action.text,hosts"], "table", "json", "csv", "markdown"),
    *[one for what in ("a", "b", "m", "s", "o") for one in formats_of(["show", what], "text", "markdown", "json")],
    *formats_of(["timeline"], "text", "markdown", "json"),
    *formats_of(["log"], "text", "markdown", "json"), *formats_of(["log", "milestone/a"], "text", "markdown", "json"), ["log", "--blame", "milestone/a"],
    *formats_of(["diff", "HEAD~1..HEAD"], "text", "markdown", "json", "message"), *formats_of(["diff", "HEAD~2..HEAD"], "text", "markdown", "message"),
    *formats_of(["changelog"], "text", "markdown", "html", "json"), *formats_of(["changelog", "--by", "tag"], "text", "markdown", "html", "json"),
    *formats_of(["report", "--period", "2024-01"], "text", "markdown", "html", "eml", "json"),
    *[one for what in ("trend", "burnup", "timeline", "actions") for one in formats_of(["chart", what], "text", "svg", "html", "json", "csv")],
    *formats_of(["forecast"], "text", "markdown", "json"), ["status"], *formats_of(["status"], "text", "json"), ["repeat", "a", "--dry-run"], ["site", "--check"], ["site", "--base", HOSTILE, "--check"], *[["export", form] for form in ("ics", "atom", "json", "jsonl")], ["export", "json", "--history"],
    ["schema"], ["schema", "thing"], ["schema", "milestone"], ["add", "thing", "--help"], ["add", "milestone", "--help"],
    ["fmt", "--diff"], ["fmt", "--check"], ["completion", "bash"], ["explain", "unknown-reference"], *formats_of(["explain", "unknown-reference"], "text", "markdown"), ["manual", "log"],
    ["schema", "--editor", "taplo"], ["schema", "--editor", "tombi"], *formats_of(["report", "--period", "2024-01", "--rev", "HEAD~1"], "text", "eml"),
    *[["changelog", "--within", heap, "--format", form] for heap in ("category", "kind", "owner", "satellite") for form in ("text", "html")],
    ["set", "a", "title=" + HOSTILE, "--dry-run"], ["set", "a", "weight=" + HOSTILE], ["set", "a", HOSTILE + "=1"], ["set", HOSTILE, "a=1"],
    ["add", "milestone", "--title", HOSTILE, "--type", "review", "--dry-run"], ["add", HOSTILE, "--title", "x"], ["add", "milestone", "--title", "x", "--type", HOSTILE],
    ["add", "milestone", HOSTILE, "--title", "x", "--type", "test"], ["add", "milestone", "--" + HOSTILE, "x"], ["add", "--from", HOSTILE],
    ["done", HOSTILE], ["done", "a", HOSTILE], ["move", "a", HOSTILE], ["move", "a", "2024-09-01", "--reason", HOSTILE, "--dry-run"],
    ["close", "m#" + HOSTILE], ["cancel", "a", "--reason", HOSTILE, "--dry-run"], ["rename", "a", HOSTILE], ["rename", "milestone/a", "first", "--dry-run"],
    ["report", "--each", "satellite", "-o", "each"], ["report", "--each", "organisation", "--format", "eml", "-o", "mails"], ["report", "--each", HOSTILE],
    ["add", "milestone", "--from", "data/meetings/m.toml", "--from-format", "csv"], ["add", "milestone", "--from", "sss.toml", "--sheet", HOSTILE, "--date-format", HOSTILE],
    ["form", "milestone"], ["form", "milestone", "--for", "gitlab"], ["form", "meeting", "--update"], ["form", HOSTILE], ["form", "milestone", "--fields", HOSTILE],
    ["minutes", "m", "--form"], ["minutes", HOSTILE, "--form"], ["minutes", "m", "--from", "data/meetings/m.toml"], ["minutes", "m", "--from", HOSTILE],
    ["add", "action", "m", "--text", HOSTILE, "--dry-run"], ["add", "action", "m", "--owner", HOSTILE], ["add", "action", "m#" + HOSTILE, "--text", "x"],
    ["edit", HOSTILE], ["verify", HOSTILE], ["report", "--period", HOSTILE], ["report", "--as-of", HOSTILE], ["report", "--rev", HOSTILE], ["report", "--template", HOSTILE],
    ["report", "--satellite", HOSTILE], ["list", HOSTILE], ["list", "milestone", "--where", HOSTILE], ["list", "milestone", "--where", "title=" + HOSTILE],
    ["list", "milestone", "--columns", HOSTILE], ["list", "milestone", "--format", HOSTILE], ["log", HOSTILE], ["log", "--author", HOSTILE], ["diff", HOSTILE],
    ["changelog", HOSTILE], ["chart", HOSTILE], ["explain", HOSTILE], ["schema", HOSTILE], ["completion", HOSTILE], ["manual", HOSTILE], [HOSTILE], ["--" + HOSTILE],
    ["validate", HOSTILE], ["validate", "--config", HOSTILE], ["validate", "--rev", HOSTILE], ["fmt", HOSTILE], ["init", HOSTILE + "/x/\0"], ["forecast", HOSTILE], ["export", HOSTILE],
    ["show", HOSTILE], ["timeline", "--satellite", HOSTILE], ["list", "milestone", "-o", "/none/" + HOSTILE], ["-C", HOSTILE, "validate"],
    # Those that write, each in the folder as it then stands.
    ["fmt"], ["set", "a", "weight=2"], ["done", "milestone/b", "2024-01-20"], ["move", "milestone/a", "2024-09-01", "--reason", HOSTILE], ["close", "m#a1"],
    ["done", "milestone/needed", "2024-01-21", "--commit"], ["cancel", "c", "--reason", HOSTILE, "--commit", "-m", HOSTILE], ["rename", "milestone/a", "first"], ["add", "milestone", "--title", HOSTILE, "--type", "test"],
]


class Tags(html.parser.HTMLParser):
    """@param notes: notes in Markdown stand on the page, whose links are links: they lead to http and https, and tell nobody from where"""

    def __init__(self, notes=False):
        super().__init__(convert_charrefs=True)
        self.wrong, self.notes = [], notes

    def handle_starttag(self, tag, attributes):
        plain_link = self.notes and tag == "a" and dict(attributes).get("rel") == "noopener noreferrer" and re.match("https?://", dict(attributes)["href"])
        for name, value in attributes:
            if plain_link and name == "href":
                continue
            if name.startswith("on") or (name in ("src", "href") and "evil" in (value or "")) or (value or "").lower().strip().startswith("javascript"):
                self.wrong.append(f"<{tag} {name}={value!r}>")
        if tag in ("script", "iframe", "object", "embed", "base"):
            self.wrong.append(f"<{tag}>")


def text_complaints(text, where, form=""):
    if form in ("svg", "html"):  # a picture has no <bdi>: each name stands between isolates of ours, which are closed
        text = re.sub("\u2068([^\u2066-\u2069]*)\u2069", r"\1", text)
    for found in FORBIDDEN.finditer(text):
        yield f"{where} holds U+{ord(found[0]):04X}: …{text[max(0, found.start() - 60):found.start() + 20]!r}"
        break
    ours = re.compile(r"::(error|warning|notice) title=[a-z-]+,file=") if form == "github" else None
    for line in text.splitlines():
        if line.strip().startswith("::") and not (ours and ours.match(line)):
            yield f"{where}: a CI system obeys {line!r:.90}"
            break
        if re.search(r"##[A-Za-z-]*\[", line):
            yield f"{where}: a CI system obeys {line!r:.90}"
            break


def csv_complaints(text, dividers=(",", ";")):
    for divider in dividers:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=divider):
            for cell in row:
                if re.match(r"[\s\"]*[=+\-@\uff1d\uff0b\uff0d\uff20]", cell) and not re.fullmatch(r"[+-]?[0-9.]+", cell):
                    yield f"divided at {divider}, a cell is a formula: {cell!r:.60}"
                    return


def html_complaints(text, notes=False):
    tags = Tags(notes)
    tags.feed(text)
    yield from (f"the page holds {one}" for one in tags.wrong[:3])


def markdown_complaints(text):
    if shutil.which("cmark-gfm"):
        page = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink"], input=text, capture_output=True, text=True, check=True).stdout
        yield from html_complaints(page)
        if "evil.example" in re.sub(r">[^<]*<", "><", page):
            yield f"a link or picture of a stranger: {page[max(0, page.find('evil.example') - 80):][:120]!r}"
    for found in re.finditer(r"<(?!!-- -->|/?(details|summary|sub|br)\b)[a-zA-Z!/?]", text):
        yield f"raw HTML: {text[found.start():found.start() + 60]!r}"
        return


def mail_complaints(raw):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    if message.defects or set(message.keys()) - {"From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Language", "Content-Type"}:
        yield f"a head of a mail with {message.keys()}, {message.defects}"
    for part in message.walk():
        if part.get_content_type() == "text/html":
            yield from html_complaints(part.get_content())
        if part.get_content_maintype() == "text":
            yield from text_complaints(part.get_content(), part.get_content_type())


def complaints(words, ran):
    form = words[words.index("--format") + 1] if "--format" in words else "text"
    if ran.returncode not in (0, 1, 2, 3):
        yield f"ended with {ran.returncode}"
    for where, raw in (("stderr", ran.stderr), ("stdout", ran.stdout)):
        try:
            text = raw.decode()
        except UnicodeDecodeError as error:
            yield f"{where} is no UTF-8: {error}"
            continue
        yield from text_complaints(text, where, form)
        if where == "stderr" or not text:
            continue
        if form in ("json", "sarif", "gitlab") and ran.returncode in (0, 1):
            json.loads(text)
        elif form in ("svg", "junit"):
            tree = xml.etree.ElementTree.fromstring(text)
            if any("script" in one.tag or "img" in one.tag or any(name.startswith("on") for name in one.attrib) for one in tree.iter()):
                yield "its elements are a stranger's"
        elif form == "html":
            yield from html_complaints(text)
        elif form == "csv":
            yield from csv_complaints(text)
        elif form == "markdown":
            yield from markdown_complaints(text)
        elif form == "eml":
            yield from mail_complaints(raw)


def run(words, folder, text):
    typed = [re.sub(r"\0", "", word.replace(HOSTILE, text)) for word in words]
    env = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": EPOCH, "LC_ALL": "C.UTF-8", "HOME": str(folder.parent), "EDITOR": "true",
           "GIT_CONFIG_GLOBAL": os.devnull} | {name: os.environ[name] for name in ("LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    return subprocess.run([SSS, *typed], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=300)


# Settings and schemas that cannot be relied on: each alone, for the first of them ends the run.
def broken_worlds(text):
    t = toml(text)
    for number, settings in enumerate((f"[programme]\ntimezone = {t}\n", f"[programme]\nweek_starts = {t}\n", f"[{t}]\nx = 1\n", f"[programme]\n{t} = 1\n",
                                       f"[rules]\n{t} = \"error\"\n", f"[rules]\nstale = {t}\n", f"[data]\nfolder = {t}\n", f"[data]\nschemas = {t}\n",
                                       f"[data]\nkinds = [{t}]\n", f"[data]\nignore = [{t}]\n", f"[report]\nupcoming_days = {t}\n", f"name = {name_of(text)}\n",
                                       f"[[waiver]]\nrule = {t}\nrecord = {t}\nreason = {t}\nuntil = {t}\n")):
        yield f"settings {number}", {"sss.toml": settings}
    sound = {"sss.toml": "[programme]\nname = \"P\"\n"}
    yield "schema name", sound | {f"schemas/{name_of(text)}.schema.json": "{}"}
    for number, schema in enumerate(({"type": text}, {text: 1, "type": "object", "properties": {text: {"type": text}}}, {"$ref": text}, {"x-sss-folder": text},
                                     {"x-sss-id": text + "("}, {"properties": {"a": {"pattern": text + "("}}}, {"properties": {"a": {"x-sss-reference": text}}},
                                     {"properties": {"a": {"x-sss-date": text}}}, {"x-sss-title": text}, {"required": [text]})):
        yield f"schema {number}", sound | {"schemas/thing.schema.json": json.dumps(schema), "data/things/x.toml": f"a = {t}\n"}
    yield "schema text", sound | {"schemas/thing.schema.json": "{" + text}


def site_complaints(world):
    """Every file of the site that is made of it."""
    ran = run(["site", "-o", "../site"], world.folder, world.text)
    yield from complaints(["site"], ran)
    folder = world.folder.parent / "site"
    if ran.returncode != 0 or not (folder / "index.html").exists():
        yield f"no site is made of it: {ran.stderr.decode(errors='replace')[:300]}"
        return
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if not re.fullmatch(r"[A-Za-z0-9~._/-]+", name):
            yield f"a file of the site is called {name!r}"
        if not path.is_file() or path.suffix == ".sqlite":
            continue
        text = path.read_bytes().decode()
        if path.suffix == ".csv":  # read back without loss, so that what a text holds stands in it
            yield from (f"{name}: {one}" for one in csv_complaints(text, (",",)))
            continue
        yield from text_complaints(text, name, path.suffix[1:])
        if path.suffix == ".html":
            yield from (f"{name}: {one}" for one in html_complaints(text, notes=True))
        elif path.suffix == ".json":
            json.loads(text)
    shutil.rmtree(folder)


def bytes_that_are_no_text(scratch):
    """A commit's author and message, a file's name and a record that are no UTF-8: JSON tells them, with U+FFFD where a byte is none."""
    world = World(scratch / "bytes", "x")
    world.write("sss.toml", "[programme]\nname = \"P\"\n")
    world.write("data/milestones/c.toml", "title = \"C\"\ntype = \"review\"\nplanned = 2024-01-01\n")
    world.write("data/milestones/a.toml", "title = \"caf\udce9\"\ntype = \"review\"\n")
    world.write("data/milestones/b\udce9.toml", "title = \"B\"\ntype = \"review\"\n")
    world.git("add", "-A")
    world.git("commit", "-q", "-m", "Caf\udce9 first", author="J\udce9r")
    told = 0
    for words in ([*READ, *formats_of(["log", "milestone/c"], "json"), *formats_of(["validate", "--rev", "HEAD"], "json", "sarif", "gitlab")]):
        if "--format" not in words or words[-1] not in ("json", "sarif", "gitlab"):
            continue
        ran = run(words, world.folder, "x")
        try:
            text = ran.stdout.decode()
            told += "\ufffd" in text
            if text:
                json.loads(text)
        except ValueError as error:
            yield f"bytes that are no text, {' '.join(words)!r}: {error}"
    if told < 6:
        yield f"bytes that are no text are told by {told} commands alone"


def a_diff_as_a_file(scratch):
    """On a terminal a difference is safe; in the file of -o it is what `git apply` takes."""
    world = World(scratch / "diff", "x")
    world.write("sss.toml", "[programme]\nname = \"P\"\n")
    path = world.folder / "data/milestones/a.toml"
    world.write("data/milestones/a.toml", "type   =   \"review\"\ntitle = \"\u202e \u0085 ::error:: raw\"   # \u2066 ##[error]\n")
    world.commit(0)
    before = path.read_bytes()
    for words, does in ((["fmt", "--diff"], ["fmt"]), (["set", "a", "weight=2", "--dry-run"], ["set", "a", "weight=2"])):
        shown = run(words, world.folder, "x")
        yield from (f"{' '.join(words)!r}: {one}" for one in complaints(words, shown))
        run([*words, "-o", "../written.diff"], world.folder, "x")
        run(does, world.folder, "x")
        wanted = path.read_bytes()
        path.write_bytes(before)
        world.git("apply", "../written.diff")
        if path.read_bytes() != wanted or wanted == before:
            yield f"{' '.join(words)!r} -o: the difference leads to {path.read_bytes()!r}"
        path.write_bytes(before)


def help_of(*words):
    return subprocess.run([SSS, *words, "--help"], capture_output=True, text=True, check=True).stdout


def every_command_is_here():
    """Each command that the program has, in each format that its help names, and each file that it can be told to read."""
    tried = {(words[0], words[words.index("--format") + 1]) for words in READ if "--format" in words[:-1]}
    commands = re.findall(r"^  ([a-z]+) {2,}\S", help_of().split("Subcommands:")[1], re.M)
    if len(commands) < 20:
        yield f"only {len(commands)} commands are seen in the help"
    for command in commands:
        if command not in {words[0] for words in READ}:
            yield f"no hostile text was tried on {command}"
        text = help_of(command)
        said = re.search(r"^  --format FORMAT\s+([^;(]+?)(?= *[;(]|\n  -|\n\n)", text, re.M)
        if "--format" in text and not said:
            yield f"the formats of {command} are not seen in its help"
        for form in re.split(r",\s+|\s+or\s+", said[1].strip()) if said else ():
            if (command, form) not in tried:
                yield f"no hostile text was tried on {command} --format {form}"


def main():
    found = list(every_command_is_here())
    tried = 0
    with tempfile.TemporaryDirectory(prefix="hostile.") as name:
        scratch = pathlib.Path(name).resolve()
        found += [*bytes_that_are_no_text(scratch), *a_diff_as_a_file(scratch)]
        # A plain run takes the first ones; `./dev test --long` takes all.
        for number, begin in enumerate(BEGINNINGS[:sample(2, long=None, sanitized=1)]):
            for sort in ("sound", "wrong"):
                world = World(scratch / f"{sort}-{number}", begin)
                getattr(world, sort)()
                if sort == "sound":
                    found += [f"{sort} {begin!r}, site: {one}" for one in site_complaints(world)]
                for words in READ:
                    # How a value begins matters to what is made of records; that an argument is told safely is seen once.
                    if number > 1 and any(HOSTILE in word for word in words) and sort == "wrong":
                        continue
                    tried += 1
                    ran = run(words, world.folder, world.text)
                    try:
                        found += [f"{sort} {begin!r}, {' '.join(words)!r}: {one}" for one in complaints(words, ran)]
                    except Exception as error:  # what no parser takes
                        found.append(f"{sort} {begin!r}, {' '.join(words)!r}: {type(error).__name__}: {error}")
                    if sort == "sound" and words[:1] == ["list"] and words[1] == "milestone" and "--format" in words and NEEDED.encode() not in ran.stdout and \
                            HOSTILE not in " ".join(words) and "id" not in words[-1]:
                        if words[-1] != "table":
                            found.append(f"{' '.join(words)!r}: the name {NEEDED!r} has lost something")
            text = begin + REST
            for what, files in broken_worlds(text):
                world = World(scratch / f"broken-{number}", begin)
                for path, content in files.items():
                    try:
                        world.write(path, content)
                    except OSError:
                        pass
                world.write("data/milestones/a.toml", "title = \"A\"\ntype = \"review\"\n")
                world.commit(0)
                for words in (["validate"], ["report"], ["list", "milestone"], ["list", "thing"], ["set", "a", "weight=2"], ["add", "thing", "--help"], ["validate", "--format", "json"],
                              ["validate", "--format", "github"]):
                    tried += 1
                    ran = run(words, world.folder, world.text)
                    found += [f"{what} {begin!r}, {' '.join(words)!r}: {one}" for one in complaints(words, ran)]
                shutil.rmtree(world.folder)
    print("\n".join(found[:60]) or f"{tried} runs: nothing hostile comes through")
    if len(found) > 60:
        print(f"… and {len(found) - 60} more")
    sys.exit(1 if found else 0)


main()
