#!/usr/bin/env python3
"""What `sss site` promises: it opens from a folder, every page is reached and no link leads nowhere, the same bytes everywhere, a
page changes only when what it says changes, addresses last, nothing that sss did not make is touched, and nothing that is not for the public is in any byte.

usage: sites.py SSS SOURCE-FOLDER
"""
import html
import html.parser
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from support.claims import ENVIRONMENT, SSS, answer, claim, failures, git
from support.npm_judges import is_there, judged
from support.samples import sample

ENVIRONMENT = ENVIRONMENT | {"SOURCE_DATE_EPOCH": "1798700000"}  # the end of 2026
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'"
LARGEST = 100_000
VOID = {"meta", "link", "br", "img", "hr", "input", "rect", "line", "path", "circle", "polyline", "polygon", "use", "stop", "ellipse"}


class Page(html.parser.HTMLParser):
    """What a page links to, what it can be linked at, and what is wrong with it."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.anchors, self.wrong, self.open, self.meta, self.said = [], set(), [], [], {}, ""
        self.feed(text)
        if self.open:
            self.wrong.append(f"never closed: {self.open}")

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("script", "iframe", "object", "embed", "base", "form", "style") or "style" in attributes:
            self.wrong.append(f"<{tag} {attributes}>")
        self.wrong += [f"{name}={value}" for name, value in attributes.items() if name.startswith("on")]
        if "id" in attributes:
            if attributes["id"] in self.anchors:
                self.wrong.append(f"twice: id={attributes['id']}")
            self.anchors.add(attributes["id"])
        if tag in ("a", "link"):
            self.links.append(attributes["href"])
        if tag == "meta" and "http-equiv" in attributes:
            self.meta[attributes["http-equiv"].lower()] = attributes["content"]

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.wrong.append(f"</{tag}> closes nothing")

    def handle_data(self, text):
        self.said += text.replace("\u00a0", " ")


def told(path):
    """A page with plain spaces where no line may end."""
    return path.read_text().replace("\u00a0", " ")


def pages_of(folder):
    return {str(path.relative_to(folder)): Page(path.read_text()) for path in sorted(folder.rglob("*.html"))}


def crawl(folder, name):
    """Every link from every page leads to a file or a part of one, and all pages are reached from the front page."""
    pages = pages_of(folder)
    reached, ahead = set(), ["index.html"]
    while ahead:
        page = ahead.pop()
        if page in reached:
            continue
        reached.add(page)
        for link in pages[page].links:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme:
                claim(f"{name}: {page} links outside by http, https or mailto alone", parts.scheme in ("http", "https", "mailto"), link)
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(page), urllib.parse.unquote(parts.path))) if parts.path else page
            claim(f"{name}: {page} names the file that it links to", not target.startswith("..") and (folder / target).is_file(), link)
            if target in pages:
                if parts.fragment:
                    claim(f"{name}: {link} of {page} is a part of that page", urllib.parse.unquote(parts.fragment) in pages[target].anchors)
                ahead.append(target)
    moved = {page for page, made in pages.items() if "refresh" in made.meta}
    gone = {page for page, made in pages.items() if "This record was removed." in made.said}
    claim(f"{name}: every page is reached from the front page", set(pages) - reached <= moved | gone | {"404.html"}, sorted(set(pages) - reached)[:5])
    for page, made in pages.items():
        # Whoever is lost may be anywhere: that page brings its own style along.
        wrong = [one for one in made.wrong if (page, one) != ("404.html", "<style {}>")]
        claim(f"{name}: {page} is sound", not wrong, wrong[:3])
        claim(f"{name}: {page} has its policy", made.meta.get("content-security-policy") == POLICY or page == "404.html", made.meta)
        size = (folder / page).stat().st_size
        claim(f"{name}: {page} is below {LARGEST} bytes", size < LARGEST, size)
    if is_there("html-validate"):
        # The titles of pages are those of records, as long as they are.
        wrong = judged("html", *sorted(folder.rglob("*.html"))[:150], data=b'{"long-title": "off"}')
        claim(f"{name}: html-validate finds nothing", not wrong, wrong[:5])
    return pages


def state_of(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def site(world, *more, into="site", code=0, env=None):
    made = subprocess.run([SSS, "-C", world, "site", "-o", world / into, *more], capture_output=True, text=True, env=ENVIRONMENT | (env or {}), timeout=300)
    claim(f"sss site {' '.join(more)} ends with {code}", made.returncode == code, made.stderr)
    return made


def differing(before, after):
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


def an_example(folder):
    world = folder / "example"
    subprocess.run([SSS, "init", "--example", world], check=True, capture_output=True,
                   env=ENVIRONMENT | {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"})
    return world


def the_example(folder):
    world = an_example(folder)
    site(world, "--as-of", "2023-04-13")
    crawl(world / "site", "the example")
    twins(world, folder)
    figures_are_known(world)
    first = state_of(world / "site")
    manifest = (world / "site" / "site-files.txt").read_text().split("\n")[:-1]
    claim("the manifest names every file but itself", set(manifest) == first.keys() - {"site-files.txt"}, set(manifest) ^ first.keys())
    claim("no name is hidden", not [path for path in first if re.search(r"(^|/)[._]", path)])
    claim("files are for everybody to read", all((world / "site" / path).stat().st_mode & 0o777 == 0o644 for path in manifest))
    site(world, "--as-of", "2023-04-13", into="again", env={"TZ": "Pacific/Apia", "LC_ALL": "C", "LANG": "tr_TR.UTF-8"})
    claim("another clock's zone and another locale give the same bytes", state_of(world / "again") == first)
    made = site(world, "--as-of", "2023-04-13", "--check")
    claim("--check of what stands lists nothing", made.stdout == "", made.stdout)
    site(world, "--as-of", "2023-04-15", "--check", code=1)
    claim("--check writes nothing", state_of(world / "site") == first)
    site(world, "--as-of", "2023-04-15")
    site(world, "--as-of", "2024-08-05")
    second = state_of(world / "site")
    site(world, "--as-of", "2024-08-20")
    changed = differing(second, state_of(world / "site"))
    claim("on another day without a commit only the front page, the actions and site.json differ",
          changed <= {"index.html", "actions/index.html", "site.json"}, changed)


def settled(folder):
    """A world in which things happen."""
    return settled_at(folder / "world")


def settled_at(world):
    (world / "data").mkdir(parents=True)
    git(world, "init", "-q", "-b", "main")
    write(world, "sss.toml", '[programme]\nname = "P"\n[site]\nurl = "https://p.example/s"\nedit = "https://f.example/edit/{path}"\ncommit = "https://f.example/c/{commit}"\n')
    write(world, "data/satellites/one.toml", 'name = "One"\nclass = "nano"\nlead = "u"\n')
    write(world, "data/organisations/u.toml", 'name = "University"\ntype = "university"\n')
    write(world, "data/milestones/cdr.toml", 'title = "CDR"\ntype = "review"\nsatellite = "one"\nowner = "u"\nplanned = 2024-05-01\n')
    write(world, "data/milestones/launch.toml", 'title = "Launch"\ntype = "launch"\nsatellite = "one"\nplanned = 2024-09-01\ndepends_on = ["cdr"]\n')
    write(world, "data/meetings/m.toml", 'title = "Board"\ntype = "pmb"\nstart = 2024-01-05\nheld = true\n[[action]]\nid = "a1"\ntext = "Send it"\nowner = "u"\ndue = 2024-02-01\n')
    commit(world, "begin", "2024-01-10T12:00:00Z")
    return world


def write(world, path, text):
    (world / path).parent.mkdir(parents=True, exist_ok=True)
    (world / path).write_text(text)


def commit(world, message, when):
    git(world, "add", "-A", ".", ":!site", when=when)
    git(world, "commit", "-q", "-m", message, when=when)


def replaced(world, path, old, new):
    text = (world / path).read_text()
    assert old in text
    write(world, path, text.replace(old, new))


def what_happens(folder):
    world = settled(folder)
    day = ("--as-of", "2024-03-20")
    site(world, *day)
    crawl(world / "site", "the world")
    before = state_of(world / "site")
    replaced(world, "data/milestones/launch.toml", "planned", 'notes = "A word."\nplanned')
    commit(world, "a note", "2024-03-01T12:00:00Z")
    site(world, *day)
    after = state_of(world / "site")
    changed = differing(before, after)
    allowed = re.compile(r"milestones/launch\.(html|json)|index\.html|news/.*|site\.json|(.*/)?[^/]*\.(atom|ics)|data/.*")
    claim("a note changes its record's page and what shows it, nothing else", all(allowed.fullmatch(path) for path in changed) and "milestones/launch.html" in changed, changed)
    claim("no index of what is exported changes with it", not {path for path in changed if path.endswith(".html")} - {"milestones/launch.html", "index.html", "news/index.html", "news/2024.html"}, changed)

    replaced(world, "data/milestones/cdr.toml", "2024-05-01", "2024-06-15")
    commit(world, "later\n\nReason: parts are late", "2024-03-02T12:00:00Z")
    git(world, "mv", "data/milestones/cdr.toml", "data/milestones/one-cdr.toml")
    replaced(world, "data/milestones/launch.toml", '"cdr"', '"one-cdr"')
    commit(world, "a name", "2024-03-03T12:00:00Z")
    git(world, "rm", "-q", "data/meetings/m.toml")
    commit(world, "gone", "2024-03-04T12:00:00Z")
    site(world, *day)
    pages = crawl(world / "site", "the world, later")
    moved = pages["milestones/cdr.html"]
    claim("a renamed record keeps its address, which leads on", moved.meta.get("refresh") == "0; url=../milestones/one-cdr.html" and "../milestones/one-cdr.html" in moved.links, moved.meta)
    claim("its canonical address is the new one", "https://p.example/s/milestones/one-cdr.html" in moved.links, moved.links)
    claim("a removed record's page says so", "This record was removed." in pages["meetings/m.html"].said and "gone" not in pages["meetings/m.html"].said)
    cdr = pages["milestones/one-cdr.html"]
    for text in ("1 May 2024", "15 June 2024", "+45 days", "parts are late", "once", "Launch", "Called before", "Correct this record"):
        claim(f"the page of the milestone says '{text}'", text in cdr.said, cdr.said)
    claim("it links to where it can be corrected", "https://f.example/edit/data/milestones/one-cdr.toml" in cdr.links, cdr.links)
    claim("and to its commits", [link for link in cdr.links if re.fullmatch("https://f.example/c/[0-9a-f]{40}", link)])
    twin = json.loads((world / "site" / "milestones" / "one-cdr.json").read_text())
    claim("its twin tells the same", twin["promise"] == {"original": "2024-05-01", "current": "2024-06-15", "actual": None, "difference_days": 45, "moves": 1}
          and twin["former_ids"] == ["cdr"] and twin["schema_version"] == 1, twin)
    claim("the sitemap names the pages by their whole addresses", "<loc>https://p.example/s/milestones/one-cdr.html</loc>" in (world / "site" / "sitemap.xml").read_text())
    claim("its trend is drawn", 'id="trend-title"' in (world / "site" / "milestones" / "one-cdr.html").read_text())
    claim("an abbreviation is explained", '<abbr title="critical design review">CDR</abbr>' in (world / "site" / "milestones" / "one-cdr.html").read_text())
    figures_are_known(world)
    claim("a name in the verdict leads to its page", 'Next: <a href="milestones/one-cdr.html">' in (world / "site" / "index.html").read_text(), (world / "site" / "index.html").read_text()[:3000])
    claim("and in the reports of the past", "../milestones/one-cdr.html" in pages["reports/2024-01.html"].links, pages["reports/2024-01.html"].links)
    judge(world, folder)


def judge(world, folder):
    """What stands in the folder and is not ours."""
    target = folder / "strange"
    target.mkdir()
    (target / "index.html").write_text("mine")
    (target / "notes.txt").write_text("mine too")
    made = site(world, into="../strange", code=3)
    claim("a file that sss did not make is not written over, and nothing else is written", state_of(target) == {"index.html": b"mine", "notes.txt": b"mine too"}
          and "index.html stands there, and sss did not make it" in made.stderr, made.stderr)
    (target / "index.html").unlink()
    site(world, into="../strange")
    (target / "site-files.txt").write_text((target / "site-files.txt").read_text() + "../world/sss.toml\n/etc/hostname\n.git/config\nold/page.html\n")
    (target / "old").mkdir()
    (target / "old" / "page.html").write_text("made by an earlier build")
    site(world, into="../strange")
    claim("what an earlier build made goes, with its folder", not (target / "old").exists())
    claim("a manifest cannot name what lies outside", (world / "sss.toml").exists() and (world / ".git" / "config").exists())
    claim("what is somebody else's stays", (target / "notes.txt").read_text() == "mine too")
    linked = folder / "linked"
    linked.mkdir()
    git(linked, "init", "-q")
    (linked / "out").symlink_to(folder / "elsewhere")
    made = site(world, into="../linked/out", code=3)
    claim("a link that leaves a repository is not followed", not (folder / "elsewhere").exists() and "symbolic link" in made.stderr, made.stderr)


def twins(world, folder):
    """Each record's data keeps to its schema, in which every field is always there."""
    sys.path.append("/usr/lib/python3/dist-packages")  # where Debian keeps its own, whichever Python this is
    import jsonschema
    schema = json.loads((pathlib.Path(sys.argv[2]) / "schemas/output/site-record.schema.json").read_text())
    jsonschema.Draft7Validator.check_schema(schema)
    judge = jsonschema.Draft7Validator(schema)
    found = [path for path in (world / "site").rglob("*.json") if path.with_suffix(".html").exists()]
    claim("every record has its data", len(found) > 40, len(found))
    for path in found:
        wrong = list(judge.iter_errors(json.loads(path.read_text())))
        claim(f"{path.name} keeps to its schema", not wrong, [one.message for one in wrong[:2]])
    faulty = json.loads(found[0].read_text()) | {"former_ids": None}
    claim("the schema sees what is wrong", not judge.is_valid(faulty))


def figures_are_known(world):
    """Each figure of the front page is what its question gives, put to the database that stands beside it."""
    text = (world / "site" / "index.html").read_text()
    known = re.findall(r"<dt>([^<]*): ([0-9]+)</dt><dd><code>(SELECT [^<]*)</code></dd>", text)
    claim("the front page says how it knows", len(known) == 5, known)
    with sqlite3.connect(world / "site" / "data" / "programme.sqlite") as base:
        for what, figure, question in known:
            (seen,), = base.execute(html.unescape(question)).fetchall()
            claim(f"{what}: its question gives {figure}", seen == int(figure), seen)


def killed(folder):
    """At any call that touches the disk: every page is whole, and the next run does the rest."""
    if shutil.which("strace") is None:
        return
    world = folder / "world"
    site(world, "--as-of", "2024-03-20", into="whole")
    whole = state_of(world / "whole")
    shutil.rmtree(world / "whole")
    target = world / "cut"
    for call, every in (("rename", sample(29, 3, 61)), ("openat", sample(97, 11, 211)), ("write", sample(53, 7, 127))):
        for when in range(1, sample(240, 2000, 240), every):
            shutil.rmtree(target, ignore_errors=True)
            cut = subprocess.run(["strace", "-qq", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:signal=KILL:when={when}", SSS, "-C", world, "site", "-o", target,
                                  "--as-of", "2024-03-20"], capture_output=True, env=ENVIRONMENT)
            if cut.returncode == 0:
                break
            torn = [path for path, data in state_of(target).items() if path in whole and path != "site-files.txt" and data != whole[path]] if target.exists() else []
            claim(f"killed at {call} {when}: every file is whole", not torn, torn)
            site(world, "--as-of", "2024-03-20", into="cut")
            claim(f"killed at {call} {when}: the next run does the rest", state_of(target) == whole, differing(state_of(target), whole))


def recipes(folder):
    """Each file of integrations/ that publishes the pages does so, as far as a machine without a network can tell."""
    import yaml
    here = pathlib.Path(sys.argv[2]).resolve() / "integrations"
    world = settled_at(folder / "origin")
    commands = folder / "bin"
    commands.mkdir()
    (commands / "sss").symlink_to(SSS)
    env = ENVIRONMENT | {"PATH": f"{commands}:{os.environ['PATH']}", "HOME": str(folder)}

    def clone(name, *more):
        subprocess.run(["git", "clone", "-q", *more, f"file://{world}", folder / name], check=True, env=env, capture_output=True)
        return folder / name

    def run(words, at, code=0):
        ran = subprocess.run(words, cwd=at, env=env, capture_output=True, text=True)
        claim(f"{words[0]} ends with {code}", ran.returncode == code, ran.stdout + ran.stderr)
        return ran

    cron = [str(here / "cron" / "site"), str(clone("for-cron")), str(folder / "shown")]
    claim("the script is silent where all goes well", (lambda ran: ran.stdout + ran.stderr)(run(cron, folder)) == "")
    claim("and makes the pages", (folder / "shown" / "index.html").exists())
    replaced(world, "data/milestones/cdr.toml", "2024-05-01", "2024-06-15")
    commit(world, "later", "2024-01-20T12:00:00Z")
    run(cron, folder)
    claim("it fetches what is new", "15 June 2024" in told(folder / "shown" / "milestones" / "cdr.html"))
    before = state_of(folder / "shown")
    write(world, "sss.toml", "no settings")
    commit(world, "broken", "2024-01-21T12:00:00Z")
    claim("what fails is said", "sss.toml" in run(cron, folder, 3).stderr)
    claim("and the pages stay", state_of(folder / "shown") == before)
    git(world, "revert", "--no-edit", "HEAD", when="2024-01-22T12:00:00Z")

    (job,) = yaml.safe_load((here / "gitlab" / "site.yml").read_text()).values()
    claim("GitLab's job has the whole history", job["variables"] == {"GIT_DEPTH": "0"} and job["artifacts"]["paths"] == ["public"], job)
    script = ["bash", "-c", "set -eo pipefail\n" + "\n".join(job["script"])]
    run(script, clone("for-gitlab"))
    claim("GitLab's job makes the pages", (folder / "for-gitlab" / "public" / "index.html").exists())
    claim("half a history is refused, with the remedy", "shallow" in run(script, clone("shallow", "--depth", "1"), 3).stderr)

    workflow = yaml.safe_load((here / "github" / "site.yml").read_text())
    build, publish = workflow["jobs"]["build"], workflow["jobs"]["publish"]
    claim("GitHub's workflow never runs for a pull request", not {"pull_request", "pull_request_target"} & workflow[True].keys(), workflow[True])
    claim("what builds may read, what publishes may publish, and no more",
          (workflow["permissions"], build["permissions"], publish["permissions"]) == ({}, {"contents": "read"}, {"pages": "write", "id-token": "write"}))
    step = next(step for step in build["steps"] if step["uses"].startswith("OWNER/sss@"))
    upload = next(step for step in build["steps"] if "upload-pages-artifact" in step["uses"])
    at = clone("for-github")
    ran = subprocess.run([here / "github" / "run-sss.sh"], cwd=at, capture_output=True, text=True,
                         env=env | {"SSS_COMMAND": step["with"]["command"], "SSS_ARGS": step["with"]["args"], "SSS_SINCE": "auto", "SSS_FORMAT": "github"})
    claim("its step makes the pages where they are taken from", ran.returncode == 0 and (at / upload["with"]["path"] / "index.html").exists(), ran.stderr)


def promises_kept(folder):
    """Whether reports were published as promised, the history of the archive says; the front page and `sss status` tell it."""
    world = settled_at(folder / "promised")
    with (world / "sss.toml").open("a") as settings:
        settings.write('[publication]\nevery = "month"\n[report]\narchive = "told before"\n')
    commit(world, "a promise", "2024-01-11T12:00:00Z")
    for month, day in ((1, "2024-02-05"), (2, "2024-03-20")):
        write(world, f"told before/2024/2024-{month:02}.md", "# kept\n")
        write(world, f"told before/2024/2024-{month + 3:02}.satellite-one.md", "# of a part\n")
        commit(world, "kept", f"{day}T12:00:00Z")
    site(world, "--as-of", "2024-05-04", into="promise")
    said = pages_of(world / "promise")["index.html"].said
    for text in ("Of 3 monthly reports, promised within 7 days, 1 came in time, 1 late, and 1 did not come.", "Missing: March 2024.", "That of April 2024 is due by 7 May 2024."):
        claim(f"the front page says '{text}'", text in said, said)
    code, out, err = answer(world, "status")
    claim("sss status counts from today", code == 0, err)
    made = subprocess.run([SSS, "-C", world, "status"], capture_output=True, text=True, env=ENVIRONMENT | {"SOURCE_DATE_EPOCH": "1714824000"})
    claim("sss status says which report did not come, and what to type", "1 report did not come: March 2024\n    sss report --archive 'told before' --every month" in made.stdout, made.stdout + made.stderr)


    for rev, expected in (("HEAD", 1), ("HEAD~1", 2)):
        made = subprocess.run([SSS, "-C", world, "validate", "--history", "--rev", rev], capture_output=True, text=True, env=ENVIRONMENT | {"SOURCE_DATE_EPOCH": "1714824000"})
        claim(f"a missing report is a finding at {rev}", made.stdout.count("[publication-missing]") == expected and "the report of 2024-03 was promised by 2024-04-07" in made.stdout, made.stdout + made.stderr)
    made = subprocess.run([SSS, "-C", world, "report", "--period", "2024-04"], capture_output=True, text=True, env=ENVIRONMENT | {"SOURCE_DATE_EPOCH": "1714824000"})
    claim("the report tells it too", "Of 3 monthly reports, promised within 7 days, 1 came in time, 1 late" in made.stdout, made.stdout + made.stderr)
    part = subprocess.run([SSS, "-C", world, "report", "--period", "2024-04", "--satellite", "one"], capture_output=True, text=True, env=ENVIRONMENT | {"SOURCE_DATE_EPOCH": "1714824000"})
    claim("that of a satellite does not", "monthly report" not in part.stdout and part.returncode == 0, part.stdout + part.stderr)


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4.5" cy="4.5" r="4"/></svg>\n'
NOTES = """Why the *first* date did not hold (ask third&#64;secret.example, fourth&#0064;secret.example):

1. parts came **late**, see [the office](https://office.example/why)
2. [nowhere](javascript:alert(1)) and ![a picture](https://tracker.example/x.png)

<script>alert(1)</script>
"""


def own_words(folder):
    """What the office itself writes: a page about the programme, a logo, notes in Markdown; and what was believed before."""
    world = settled_at(folder / "own")
    replaced(world, "sss.toml", "[site]\n", '[site]\nabout = "public/about.md"\nlogo = "public/logo.svg"\n')
    commit(world, "named before they stand there", "2024-01-11T12:00:00Z")
    made = site(world, code=3)
    claim("a file that the settings name and the commit lacks ends the run", "public/logo.svg does not stand there" in made.stderr and not (world / "site").exists(), made.stderr)
    write(world, "public/logo.svg", LOGO)
    write(world, "public/about.md", "# Who we are\n\nThree *small* satellites. Write to office@secret.example or [us](mailto:other@secret.example).\n\n## How to join\n\n- write to us\n\n| ground station | city |\n|---|---|\n| GS-1 | Lima |\n")
    replaced(world, "data/milestones/launch.toml", "planned", f"notes = \"\"\"\n{NOTES}\"\"\"\nplanned")
    commit(world, "now they do", "2024-01-12T12:00:00Z")
    replaced(world, "data/milestones/cdr.toml", "2024-05-01", "2025-02-15")
    commit(world, "later\n\nReason: parts are late", "2024-03-02T12:00:00Z")
    replaced(world, "data/milestones/cdr.toml", "2025-02-15", "2025-06-15")
    commit(world, "later still", "2025-02-03T12:00:00Z")
    site(world, "--as-of", "2025-03-20")
    pages = crawl(world / "site", "own words")
    about = pages["about.html"]
    for text in ("Who we are", "Three small satellites.", "How to join", "GS-1"):
        claim(f"the page about the programme says '{text}'", text in about.said, about.said)
    claim("every page leads to it", "about.html" in pages["index.html"].links and "../about.html" in pages["milestones/launch.html"].links)
    claim("no page holds an address of mail", not [path for path, data in state_of(world / "site").items() if path.endswith(".html") and b"@secret.example" in data])
    logo = next((world / "site").glob("logo-*.svg"))
    claim("the logo stands on every page", f'<img src="../{logo.name}" alt="" height="32">' in (world / "site" / "milestones" / "cdr.html").read_text() and logo.read_text() == LOGO)
    launch = (world / "site" / "milestones" / "launch.html").read_text()
    for markup in ("<em>first</em>", "<strong>late</strong>", "<ol>", '<a href="https://office.example/why" rel="noopener noreferrer">the office</a>', "nowhere (javascript:alert(1))", "&lt;script&gt;alert(1)&lt;/script&gt;"):
        claim(f"notes are Markdown: {markup}", markup in launch, launch)
    claim("a picture of a note asks nobody", "tracker.example" not in launch)
    cdr = pages["milestones/cdr.html"]
    claim("what was believed at the end of a year leads to the report that told it", "15 February 2025" in cdr.said and "../reports/2024-12.html" in cdr.links, cdr.said)
    since = pages["since/2024-01.html"]
    for text in ("What has changed since January 2024", "1 date moved.", "1 May 2024", "15 June 2025", "+410 days"):
        claim(f"what has changed since says '{text}'", text in since.said, since.said)
    claim("the report of then leads there", "../since/2024-01.html" in pages["reports/2024-01.html"].links, pages["reports/2024-01.html"].links)
    claim("where nothing has changed it says so", "Nothing has changed since." in pages["since/2025-02.html"].said, pages["since/2025-02.html"].said)
    claim("a satellite's page shows its milestones over the years", 'id="timeline-title"' in (world / "site" / "satellites" / "one.html").read_text() and 'id="trend-title"' in (world / "site" / "satellites" / "one.html").read_text())

    replaced(world, "data/milestones/launch.toml", NOTES, "".join(f"Paragraph {i} of a very long story that nobody can tell in a few words.\n\n" for i in range(6000)))
    write(world, "public/logo.svg", LOGO.replace("<circle", '<script href="x.js"/><circle'))
    commit(world, "a long story, and a picture that runs", "2025-02-04T12:00:00Z")
    made = site(world, "--as-of", "2025-03-20", code=3)
    claim("a picture in which something runs is refused", "public/logo.svg" in made.stderr and "<script>" in made.stderr, made.stderr)
    write(world, "public/logo.svg", LOGO)
    commit(world, "the picture again", "2025-02-05T12:00:00Z")
    site(world, "--as-of", "2025-03-20")
    pages = crawl(world / "site", "a long story")
    replaced(world, "data/milestones/cdr.toml", "planned", f"notes = \"\"\"\n{'&' * 40000}\"\"\"\nplanned")
    replaced(world, "data/satellites/one.toml", "class", "notes = \"\"\"\n" + "a\n\n" * 15000 + "\"\"\"\nclass")
    commit(world, "texts that are longer as markup", "2025-02-06T12:00:00Z")
    site(world, "--as-of", "2025-03-20", into="marks")
    crawl(world / "marks", "texts of marks")
    claim("of a long story the page tells the beginning, and where the rest stands", "Paragraph 0 of" in pages["milestones/launch.html"].said and "The rest stands in the data of this page." in pages["milestones/launch.html"].said)


def watched(folder):
    """`--watch` makes pages of what is not committed, says so on each, and leaves nothing but the pages."""
    world = settled_at(folder / "watched")
    scratch = folder / "scratch"
    scratch.mkdir()
    before = git(world, "count-objects", "-v")
    watching = subprocess.Popen([SSS, "-C", world, "site", "--watch", "-o", world / "site"], stderr=subprocess.PIPE, text=True, env=ENVIRONMENT | {"TMPDIR": str(scratch)})
    try:
        first = watching.stderr.readline()
        claim("the first build says what it wrote", re.fullmatch(r"sss: .*index\.html: \d+ files written, 0 removed\n", first), first)
        claim("what is committed is not marked", "not committed" not in (world / "site" / "index.html").read_text())
        replaced(world, "data/milestones/cdr.toml", "2024-05-01", "2024-07-03")
        write(world, "data/milestones/pdr.toml", 'title = "PDR"\ntype = "review"\nplanned = 2024-03-01\n')
        said = watching.stderr.readline()
        page = told(world / "site" / "milestones" / "cdr.html")
        claim("an edit is on the page that was made anew", "3 July 2024" in page and "+63 days" in page, said)
        claim("the page says that it holds what is not committed", "not committed yet" in page and "not committed yet" in (world / "site" / "meetings" / "m.html").read_text())
        claim("a new file has its page", (world / "site" / "milestones" / "pdr.html").exists())
        write(world, "sss.toml", "[programme\n")
        said = watching.stderr.readline() + watching.stderr.readline()
        claim("settings that cannot be read are told, and nothing ends", "sss.toml" in said and watching.poll() is None, said)
        git(world, "checkout", "-q", ".")
        (world / "data" / "milestones" / "pdr.toml").unlink()
        while "index.html" not in said:
            said = watching.stderr.readline()
        claim("what was taken back is gone from the pages", "3 July 2024" not in told(world / "site" / "milestones" / "cdr.html") and not (world / "site" / "milestones" / "pdr.html").exists())
    finally:
        watching.send_signal(signal.SIGINT)
        watching.communicate()
    claim("it ends of the signal", watching.returncode == -signal.SIGINT, watching.returncode)
    claim("nothing is left beside the pages", not list(scratch.iterdir()), list(scratch.iterdir()))
    claim("the repository holds no object more", git(world, "count-objects", "-v") == before)
    claim("it makes no promise for another day", answer(world, "site --watch --check")[0] == 2 and answer(world, "site --watch --as-of 2024-01-20")[0] == 2)


def discreet(folder):
    world = folder / "discreet"
    world.mkdir()
    git(world, "init", "-q", "-b", "main")
    write(world, "sss.toml", '[programme]\nname = "P"\n[site]\nleave_out = ["milestone.notes", "supplier"]\npeople = "none"\n')
    write(world, "schemas/supplier.schema.json", json.dumps({"type": "object", "x-sss-title": "name", "properties": {"name": {"type": "string"}}}))
    write(world, "data/suppliers/hidden.toml", 'name = "Hidden Works"\n')
    write(world, "data/organisations/o.toml", 'name = "Open"\ntype = "agency"\ncontact = "who@secret.example"\nnotes = "write to other@secret.example"\n')
    write(world, "data/milestones/m.toml", 'title = "M"\ntype = "review"\nplanned = 2024-05-01\nnotes = "between us"\n')
    commit(world, "M: notes between us; Hidden Works\n\nReason: ask third@secret.example", "2024-01-10T12:00:00Z")
    replaced(world, "data/milestones/m.toml", "between us", "still between us")
    replaced(world, "data/suppliers/hidden.toml", "Hidden", "Concealed")
    replaced(world, "data/milestones/m.toml", "2024-05-01", "2024-06-01")
    commit(world, "more\n\nReason: fourth@secret.example says so", "2024-03-10T12:00:00Z")
    site(world, "--as-of", "2024-03-20")
    for path, data in state_of(world / "site").items():
        for secret in (b"@secret.example", b"between us", b"Hidden Works", b"Concealed", b"a@example.org"):
            claim(f"{path} does not hold {secret}", secret not in data)
    write(world, "sss.toml", '[programme]\nname = "P"\n[site]\nleave_out = ["milestone.planned"]\n')
    commit(world, "dates are not for the public", "2024-03-11T12:00:00Z")
    site(world, "--as-of", "2024-03-20", into="undated")
    undated = crawl(world / "undated", "without dates")
    claim("what hangs on dates that are not for the public is not told", "is not told" in undated["index.html"].said and "No date is known" not in undated["milestones/m.html"].said,
          undated["milestones/m.html"].said)
    pages = pages_of(world / "site")
    claim("each page says that something is left out", all("left out" in page.said for name, page in pages.items() if name not in ("404.html",)),
          [name for name, page in pages.items() if "left out" not in page.said][:3])


def many(folder):
    """Lists longer than a page are cut by what lasts, and a page stays small."""
    world = folder / "many"
    world.mkdir()
    git(world, "init", "-q", "-b", "main")
    write(world, "sss.toml", '[programme]\nname = "Many"\n')
    for i in range(sample(300, 2000, 60)):
        write(world, f"data/satellites/s{i}.toml", f'name = "S-{i}"\nclass = "nano"\n')
        write(world, f"data/milestones/s{i}-launch.toml", f'title = "S-{i} launch"\ntype = "launch"\nsatellite = "s{i}"\nplanned = 2025-{i % 12 + 1:02}-01\n')
    actions = "".join(f'[[action]]\nid = "a{i}"\ntext = "Thing {i} to be done by somebody who knows how"\nowner = "o{i % 7}"\ndue = 2024-02-01\n' for i in range(sample(700, 3000, 250)))
    for i in range(7):
        write(world, f"data/organisations/o{i}.toml", f'name = "O{i}"\ntype = "agency"\n')
    write(world, "data/meetings/m.toml", f'title = "Board"\ntype = "pmb"\nstart = 2024-01-05\nheld = true\n{actions}')
    commit(world, "all", "2024-01-10T12:00:00Z")
    site(world, "--as-of", "2024-03-20")
    crawl(world / "site", "many")


def colliding(folder):
    world = settled_at(folder / "colliding")
    write(world, "data/milestones/index.toml", 'title = "Index"\ntype = "review"\nplanned = 2024-05-01\n')
    write(world, "schemas/report.schema.json", json.dumps({"type": "object", "x-sss-title": "name", "x-sss-folder": "reports", "properties": {"name": {"type": "string"}}}))
    write(world, "data/reports/one.toml", 'name = "A report of ours"\n')
    commit(world, "more", "2024-01-11T12:00:00Z")
    made = site(world, code=3)
    claim("a record that would stand where a page of the site stands is named before anything is written",
          "the milestone index would stand at milestones/index.html" in made.stderr and "sss rename milestone/index NEW-ID" in made.stderr and not (world / "site").exists(), made.stderr)
    git(world, "mv", "data/milestones/index.toml", "data/milestones/first.toml")
    commit(world, "another name", "2024-01-12T12:00:00Z")
    site(world, "--as-of", "2024-01-20")
    pages = crawl(world / "site", "what was called index")
    claim("a former id gives way to the page that stands there", "Milestones" in pages["milestones/index.html"].said)
    claim("a kind whose folder is called as one of the site's is told apart", "A report of ours" in pages["kind-reports/one.html"].said)


def places(folder):
    """A site has a folder of its own."""
    world = settled_at(folder / "places")
    for into in (".git", ".git/x", "data", "data/milestones", "schemas", "."):
        made = site(world, into=into, code=2)
        claim(f"-o {into} is refused", "A site needs a folder of its own" in made.stderr, made.stderr)
    outside = folder / "shown-elsewhere"
    site(world, into="../shown-elsewhere")
    (outside / "milestones").rename(folder / "theirs")
    (outside / "milestones").symlink_to(folder / "theirs")
    before = state_of(folder / "theirs")
    made = site(world, "--base", "https://b.example", into="../shown-elsewhere", code=3)
    claim("a link within the folder is not followed, wherever the folder is", state_of(folder / "theirs") == before and "symbolic link" in made.stderr, made.stderr)
    (outside / "milestones").unlink()
    (folder / "theirs").rename(outside / "milestones")
    (outside / ".sss-999999-page.tmp").write_text("left by a run that was killed")
    site(world, into="../shown-elsewhere")
    claim("what a killed run left goes, though nothing else changed", not (outside / ".sss-999999-page.tmp").exists())
    # A run in a container has the number of the one that was killed before it.
    shell = f"cd '{outside}' && touch .sss-$$-page.tmp && exec '{SSS}' -C '{world}' site -o '{outside}' --base https://other.example"
    made = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, env=ENVIRONMENT)
    claim("what a killed run of the same number left is no hindrance", made.returncode == 0 and not list(outside.glob(".sss-*")), made.stderr)
    at_root = folder / "at-root"
    at_root.mkdir()
    git(at_root, "init", "-q", "-b", "main")
    write(at_root, "sss.toml", '[programme]\nname = "P"\n[data]\nfolder = "."\n')
    write(at_root, "milestones/m.toml", 'title = "M"\ntype = "review"\nplanned = 2024-05-01\n')
    commit(at_root, "records at the root", "2024-01-10T12:00:00Z")
    site(at_root)
    claim("where the root holds the records, a site lies beside their folders", (at_root / "site" / "milestones" / "m.html").exists())
    site(at_root, into="milestones", code=2)
    made = site(world, "--as-of", "2099-01-01", code=2)
    claim("a day to come is refused", "that day is to come" in made.stderr, made.stderr)
    made = site(world, "--as-of", "2020-01-01", code=3)
    claim("before the first commit is said so", "nothing was committed by 2020-01-01" in made.stderr, made.stderr)


def repeated(folder):
    """What failed and is held again stands for its repetition; what cannot be read is said; a new baseline hides none."""
    world = settled_at(folder / "repeated")
    write(world, "data/milestones/cdr.toml", 'title = "CDR"\ntype = "review"\nsatellite = "one"\nowner = "u"\nbaseline = 2024-01-12\nplanned = 2024-01-12\nactual = 2024-01-12\noutcome = "failed"\n')
    write(world, "data/milestones/cdr-2.toml", 'title = "CDR again"\ntype = "review"\nsatellite = "one"\nowner = "u"\nplanned = 2024-10-01\nrepeats = "cdr"\nbaseline = 2024-08-01\n')
    commit(world, "failed", "2024-01-12T12:00:00Z")
    replaced(world, "data/milestones/cdr-2.toml", "baseline = 2024-08-01", "baseline = 2024-09-01")
    write(world, "data/milestones/broken.toml", "garbage [[[\n")
    commit(world, "a new baseline", "2024-02-12T12:00:00Z")
    site(world, "--as-of", "2024-02-20")
    pages = crawl(world / "site", "repeated")
    claim("what needs it waits for the repetition", "held again as CDR again" in pages["milestones/launch.html"].said and "ends 30 days too late" in pages["milestones/launch.html"].said, pages["milestones/launch.html"].said)
    claim("and the repetition knows", "What needs it" in pages["milestones/cdr-2.html"].said)
    claim("the first baseline counts", "1 August 2024" in pages["milestones/cdr-2.html"].said and "+61 days" in pages["milestones/cdr-2.html"].said, pages["milestones/cdr-2.html"].said)
    claim("the owner's page lists what failed", "failed, 12 January 2024" in pages["organisations/u.html"].said, pages["organisations/u.html"].said)
    claim("the front page says what does not count", "Not counted: 1 failed and held again." in pages["index.html"].said, pages["index.html"].said)
    claim("the front page says what cannot be read", "data/milestones/broken.toml" in pages["index.html"].said, pages["index.html"].said)
    claim("and so does its page", "cannot be read whole" in pages["milestones/broken.html"].said)


def main():
    with tempfile.TemporaryDirectory(prefix="sites.") as name:
        folder = pathlib.Path(name)
        the_example(folder)
        what_happens(folder)
        killed(folder)
        recipes(folder)
        promises_kept(folder)
        own_words(folder)
        watched(folder)
        discreet(folder)
        many(folder)
        colliding(folder)
        places(folder)
        repeated(folder)
    print(f"{len(failures)} claims do not hold")
    return 1 if failures else 0


sys.exit(main())
