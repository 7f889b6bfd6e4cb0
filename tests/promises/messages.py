#!/usr/bin/env python3
"""A report that is sent as a message is one that mail programs read: judged by Python's email package.

usage: messages.py SSS SOURCE-FOLDER
"""
import email
import email.policy
import html.parser
import os
import pathlib
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()
FROM, TO = "秘书处, the Office <office@example.org>", ["partners@example.org", "Ada \"the first\" <ada@example.org>"]
SINGLE = ("from", "to", "subject", "date", "message-id", "mime-version", "content-type")
HOSTILE = {
    "sss.toml": '[programme]\nname = "برنامهٔ ماهواره\\r\\nBcc: victim@example.org"\ntimezone = "Asia/Tehran"\n'
                '[mail]\nfrom = "Office <office@example.org>"\nto = ["a@example.org", "b@example.org"]\n',
    "data/satellites/one.toml": 'name = "卫星一号"\nclass = "nano"\n',
    "data/milestones/dot.toml": 'title = ".\\nFrom nobody\\n--=_0000000000000000--\\u202e <script>"\ntype = "review"\nplanned = 2024-01-05\n',
    "data/milestones/long.toml": f'title = "{"การปล่อยดาวเทียม" * 12}"\ntype = "launch"\nsatellite = "one"\nplanned = 2024-01-30\n',
}


class Balanced(html.parser.HTMLParser):
    """Every element that is opened is closed, in order."""
    VOID = {"meta", "br", "hr", "img", "link", "wbr"}

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def run(folder, *command, check=True):
    env = {name: os.environ[name] for name in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ} | {
        "HOME": str(folder), "TZ": "America/Lima", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1768478400", "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "=?UTF-8?Q?Mallory?=\tx", "GIT_AUTHOR_EMAIL": "m@example.org",
        "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "a@example.org",
        "GIT_AUTHOR_DATE": "2024-01-10T12:00:00Z", "GIT_COMMITTER_DATE": "2024-01-10T12:00:00Z"}
    return subprocess.run(command, cwd=folder, env=env, check=check, capture_output=True)


def problems(raw, sent_from, sent_to):
    """What is wrong with a message."""
    for number, line in enumerate(raw.split(b"\n"), 1):
        if len(line) > 76 and b"<" not in line:
            yield f"line {number} has {len(line)} characters"
        if any(byte > 126 or byte < 32 for byte in line):
            yield f"line {number} holds more than plain ASCII"
        if line == b"." or (number > 1 and line.startswith(b"From ")):
            yield f"line {number} would end the message"
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = [message, *message.iter_parts()]
    for part in parts:
        yield from (f"defect: {defect!r}" for defect in part.defects)
        for name, value in part.items():
            yield from (f"defect in {name}: {defect!r}" for defect in getattr(value, "defects", ()))
    for name in SINGLE:
        if len(message.get_all(name, [])) != 1:
            yield f"the field {name} stands {len(message.get_all(name, []))} times"
    for name in ("bcc", "cc"):
        if name in message:
            yield f"there is a field {name}"
    if [(one.display_name, one.addr_spec) for one in message["from"].addresses] != [sent_from]:
        yield f"it is sent from {message['from']}"
    if [(one.display_name, one.addr_spec) for one in message["to"].addresses] != sent_to:
        yield f"it is sent to {message['to']}"
    if message.get_content_type() != "multipart/alternative" or [part.get_content_type() for part in parts[1:]] != ["text/plain", "text/html"]:
        yield f"it consists of {[part.get_content_type() for part in parts]}"
    for part in parts[1:]:
        if part.get_content_charset() != "utf-8" or part["content-transfer-encoding"] != "quoted-printable":
            yield f"a part is {part['content-type']}, {part['content-transfer-encoding']}"


def main():
    wrong, count = [], 0
    with tempfile.TemporaryDirectory(prefix="messages.") as scratch:
        scratch = pathlib.Path(scratch)
        run(scratch, SSS, "init", "--example", "example")
        hostile = scratch / "hostile"
        for path, text in HOSTILE.items():
            (hostile / path).parent.mkdir(parents=True, exist_ok=True)
            (hostile / path).write_text(text)
        for command in (["git", "init", "-q"], ["git", "add", "-A"], ["git", "commit", "-q", "-m", "All"]):
            run(hostile, *command)
        options = ["--mail-from", FROM, *(word for one in TO for word in ("--mail-to", one))]
        named = (("秘书处, the Office", "office@example.org"), [("", TO[0]), ('Ada "the first"', "ada@example.org")])
        set_ = (("Office", "office@example.org"), [("", "a@example.org"), ("", "b@example.org")])
        cases = [("example", period, options, named) for period in
                 (["2018-04"], ["2019-Q3"], ["2021-10"], ["2023-W15", "--as-of", "2023-04-13"], ["2025"], ["2024-W20"])]
        cases += [("hostile", ["2024-01", "--as-of", "2024-01-12"], [], set_), ("hostile", ["2023"], options, named)]
        for folder, period, given, (sent_from, sent_to) in cases:
            command = [SSS, "report", "--period", *period]
            raw = run(scratch / folder, *command, "--format", "eml", *given).stdout
            count += 1
            where = f"{folder} {period[0]}"
            wrong += [f"{where}: {problem}" for problem in problems(raw, sent_from, sent_to)]
            message = email.message_from_bytes(raw, policy=email.policy.default)
            text, page = (part.get_content() for part in message.iter_parts())
            # But for the line that says how it is made again.
            own = run(scratch / folder, *command, "--width", "76", "--color", "never").stdout.decode()
            if text.partition("\nMade by ")[0] != own.partition("\nMade by ")[0] or len(own.partition("\nMade by ")[0]) < 200:
                wrong.append(f"{where}: the text is not the report's own")
            reader = Balanced()
            reader.feed(page)
            if reader.open or reader.wrong:
                wrong.append(f"{where}: the page does not close {reader.open} {reader.wrong}")
            for unwanted in ("<script", "<svg", "<img", "<nav"):
                if unwanted in page:
                    wrong.append(f"{where}: the page holds {unwanted}")
            if folder == "hostile" and "victim" in message["subject"] and "\n" in message["subject"]:
                wrong.append(f"{where}: the subject breaks the head")
            if raw != run(scratch / folder, *command, "--format", "eml", *given).stdout:
                wrong.append(f"{where}: the same message twice is not the same bytes")
    for line in wrong:
        print(line)
    print(f"{count} messages, {len(wrong)} problems")
    return 1 if wrong else 0


sys.exit(main())
