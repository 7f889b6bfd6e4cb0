#!/usr/bin/env python3
"""What sss writes as Markdown stays what it is in GitHub's and GitLab's dialect, whatever the records say: no link, picture, markup or
task comes out of them, nobody is mentioned, nothing referred to, and no table loses a cell. Rendered by cmark-gfm.

usage: markdown.py SSS SOURCE-FOLDER
"""
import collections
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()
SKIPPED = 77
TITLES = [
    "@octocat", "cc @octo/team-1", "#12", "owner/repo#5", "GH-7", "!3", "%v1", "~bug", "$12$", "&4", ":100:", "https://evil.example/x",
    "www.evil.example", "HTTP://EVIL.EXAMPLE", "a@evil.example", "[x](javascript:alert(1))", "![x](//y)", "a | b || c", "`code` ``",
    "<img src=x onerror=y>", "&lt;b&gt; &#64;octocat &commat;octocat", "- [ ] task", "1. one", "***", "~~gone~~", "x[^1]", "\\", "\\|", "line\nbreak",
    "> quote", "# heading", "<!-- hidden", "--> shown", "[[_TOC_]]", "{{x}}", "$`math`$", "__bold__ *it*", "<https://evil.example>", "| --- |", "/close",
    "卫星 @某人", "ماهواره #۱۲", "*", "a\u200b@octocat", "mailto:a@evil.example", "xmpp:a@evil.example", "commit@5080aab5080aab",
]
COMMANDS = [["report", "--period", "2024-01", "--as-of", "2024-01-20"], ["report", "--period", "2024-02", "--as-of", "2024-02-20"],
            ["changelog"], ["changelog", "--steps", "--by", "week", "--within", "owner"], ["list", "milestone"]]
TAGS = {"details", "summary", "h1", "h2", "h3", "p", "strong", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "hr", "blockquote", "code", "br"}
# What a platform looks for in the text that is left when Markdown is done (a comment ends a text), and GitLab before that.
REFERENCES = [r"(?<!\w)@\w", r"(?<!&)#\d", r"\bGH-\d", r"(?<!\w)[!%]\w", r"&\d", r":[\w+-]+:", r"(?i)\w://\w", r"(?i)\bwww\.", r"\w@\w"]
UNESCAPED = r"(?<!\\)[@#!%~$](?=\w)"


class Rendered(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts, self.count, self.broken = [], collections.Counter(), True

    def handle_starttag(self, tag, attrs):
        self.count[tag] += 1
        self.broken = True

    def handle_endtag(self, tag):
        self.broken = True

    def handle_comment(self, data):
        self.broken = True

    def handle_data(self, data):
        if self.broken:
            self.texts.append("")
            self.broken = False
        self.texts[-1] += data


def run(folder, *command):
    env = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ} | {
        "HOME": str(folder), "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1768478400", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "@octocat #1 [x](y)", "GIT_AUTHOR_EMAIL": "m@example.org", "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "a@example.org"}
    return subprocess.run(command, cwd=folder, env=env, check=True, capture_output=True).stdout.decode()


def commit(folder, day, reason=""):
    run(folder, "git", "add", "-A")
    subprocess.run(["git", "-c", "user.name=@octocat [x](y)", "-c", "user.email=m@example.org", "commit", "-q", "-m", f"All\n\n{reason}"], cwd=folder,
                   check=True, env={"PATH": os.environ["PATH"], "HOME": str(folder), "GIT_AUTHOR_DATE": f"{day}T12:00:00Z", "GIT_COMMITTER_DATE": f"{day}T12:00:00Z"})


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def make(folder):
    """Titles, names, texts and reasons that all mean harm."""
    def write(path, text):
        path = folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    write("sss.toml", '[programme]\nname = "@octocat #1 <b>*x*"\n[history]\ncorrection_days = 0\n')
    write("data/organisations/far.toml", 'name = "@octocat | https://evil.example"\ntype = "university"\n')
    for number, title in enumerate(TITLES):
        write(f"data/satellites/s{number}.toml", f'name = {quoted(title)}\nclass = "nano"\n')
        write(f"data/milestones/m{number}.toml", f'title = {quoted(title)}\ntype = "review"\nsatellite = "s{number}"\nowner = "far"\nplanned = 2024-01-{10 + number % 15}\n')
        write(f"data/milestones/u{number}.toml", f'title = {quoted("u " + title)}\ntype = "review"\nowner = "far"\n')
    run(folder, "git", "init", "-q")
    commit(folder, "2024-01-02")
    items = "".join(f"[[decision]]\nid = \"d{n}\"\ntext = {quoted(title)}\n[[action]]\nid = \"a{n}\"\ntext = {quoted(title)}\nowner = \"far\"\ndue = 2024-01-1{n % 10}\n"
                    for n, title in enumerate(TITLES))
    write("data/meetings/review.toml", 'title = "#1 @octocat"\ntype = "review"\nstart = 2024-01-15\ncity = "@octocat | :100:"\ncountry = "TR"\n' + items)
    for number, title in enumerate(TITLES):
        path = folder / f"data/milestones/m{number}.toml"
        text = path.read_text()
        path.write_text(text.replace("planned = 2024-01", "planned = 2024-02") if number % 3 else text + "actual = 2024-01-14\n")
    commit(folder, "2024-01-16", "Reason: see @octocat #12 | https://evil.example :100: [x](y)")
    for number, title in enumerate(TITLES):
        with (folder / f"data/milestones/u{number}.toml").open("a") as file:
            file.write(f'[cancelled]\ndate = 2024-02-10\nreason = {quoted(title)}\n')
    commit(folder, "2024-02-12", "Reason: GH-7 &4 ~bug")


def problems(source):
    for line in source.splitlines():
        for found in re.finditer(UNESCAPED, line.replace("\\\\", "")):
            yield f"not escaped at {found.start()}: {line}"
    page = subprocess.run(["cmark-gfm", "--unsafe", *(word for one in ("table", "autolink", "strikethrough", "tagfilter", "tasklist", "footnotes") for word in ("-e", one))],
                          input=source.encode(), check=True, capture_output=True).stdout.decode()
    rendered = Rendered()
    rendered.feed(page)
    for tag in rendered.count.keys() - TAGS:
        yield f"there is an element {tag}"
    for text in rendered.texts:
        for reference in REFERENCES:
            if re.search(reference, text):
                yield f"{reference} is found in: {text}"
    width = 0
    for line in source.splitlines():
        cells = len(re.findall(r"(?<!\\)\|", line.replace("\\\\", ""))) - 1 if line.startswith("|") else 0
        if cells and width and cells != width:
            yield f"a row has {cells} cells, the table {width}: {line}"
        width = cells
    tables = sum(line.startswith("| --- |") for line in source.splitlines())
    if tables != rendered.count["table"]:
        yield f"{tables} tables are written, {rendered.count['table']} are shown"


def main():
    if not shutil.which("cmark-gfm"):
        print("SKIPPED: cmark-gfm is not installed, so no Markdown was judged. `./dev test` installs it.")
        return SKIPPED
    wrong = []
    with tempfile.TemporaryDirectory(prefix="markdown.") as scratch:
        folder = pathlib.Path(scratch)
        make(folder)
        for command in COMMANDS:
            source = run(folder, SSS, *command, "--format", "markdown")
            if len(source) < 1000:
                wrong.append(f"{command}: this says too little to be judged: {source}")
            wrong += [f"{' '.join(command)}: {problem}" for problem in problems(source)]
    for line in wrong[:40]:
        print(line)
    print(f"{len(COMMANDS)} texts, {len(wrong)} problems")
    return 1 if wrong else 0


sys.exit(main())
