#!/usr/bin/env python3
"""What sss says can be translated: xgettext finds each message of src/, and msgfmt refuses a translation that names an argument
which the message has not, lacks one, or leaves a brace open.

usage: translations.py SSS SOURCE-FOLDER
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[2]).resolve()
SKIPPED = 77
# How Words are called (src/words/words.hpp): which argument is the message, its plural, its context.
KEYWORDS = {"say": "1", "say_in": "1c,2", "quantity": "2,3", "quantity_in": "1c,3,4"}
# xgettext would take "{number} % of …" for a format of printf. That it is one of ours it cannot be told of C++: what it notes of
# each message is rewritten to the format that has the same braces.
FLAGS = [f"--flag={name}:{place}:no-c-format" for name, keyword in KEYWORDS.items()
         for place in re.findall(r"(\d+)(?!\d*c)", keyword)]
failures = []


def claim(what, holds, told=""):
    if not holds:
        failures.append(f"{what}: {told}")


def template(folder):
    """All messages of the source, as those who translate get them."""
    pot = folder / "sss.pot"
    files = sorted(str(path.relative_to(ROOT)) for path in [*(ROOT / "src").rglob("*.cpp"), *(ROOT / "src").rglob("*.hpp")])
    run = subprocess.run(["xgettext", "--language=C++", "--from-code=UTF-8", "--keyword", *[f"--keyword={n}:{k}" for n, k in KEYWORDS.items()],
                          *FLAGS, "--add-comments=Translators", "--package-name=sss", f"--output={pot}", *files],
                         cwd=ROOT, capture_output=True, text=True)
    claim("xgettext reads the source", run.returncode == 0 and pot.exists(), run.stderr)
    text = pot.read_text() if pot.exists() else ""
    return text.replace("charset=CHARSET", "charset=UTF-8").replace("no-c-format", "python-brace-format")


def accepted(folder, head, message):
    """Whether msgfmt takes a file of this message."""
    po = folder / "one.po"
    po.write_text(head + message)
    run = subprocess.run(["msgfmt", "--check-format", "--output-file=/dev/null", po], capture_output=True, text=True)
    return run.returncode == 0


if not shutil.which("xgettext") or not shutil.which("msgfmt"):
    print("gettext is not installed: what translators would get was not looked at")
    sys.exit(SKIPPED)

with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    pot = template(scratch)
    entries = [entry for entry in pot.split("\n\n")[1:] if "msgid " in entry]
    claim("the report's messages are found", len(entries) > 400, len(entries))
    for text in ("Next: {title}, planned for {date} ({away}).", "{n} milestone left open", "{number} %"):
        claim("a message is found", f'msgid "{text}"' in pot, text)
    for entry in entries:
        named = re.search(r'^msgid(?:_plural)? (?:"")?[^\n]*\{', entry, re.M)
        claim("a message with arguments has the format that is checked", not named or "python-brace-format" in entry, entry)
        claim("a message is no format of printf", not re.search(r"(?<!no-)c-format", entry.replace("python-brace-format", "")), entry)

    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
    of_next = next((entry for entry in entries if 'msgid "Next: {title}, planned for {date} ({away})."' in entry), "")
    of_share = next((entry for entry in entries if 'msgid "{number} %"' in entry), "")
    for what, entry, right, wrongs in (
            ("a sentence", of_next, "{date} ({away}): {title}.",
             ("{datum} ({away}): {title}.", "{title}.", "{date ({away}): {title}.")),
            ("a share, which looks like a format of printf", of_share, "%{number}", ("%{nummer}", "%"))):
        translated = lambda text: entry.replace('msgstr ""', f'msgstr "{text}"')
        claim(f"the right translation of {what} is accepted", entry and accepted(scratch, head, translated(right)), entry)
        for wrong in wrongs:
            claim(f"a wrong translation of {what} is refused", entry and not accepted(scratch, head, translated(wrong)), wrong)

print("\n".join(failures) or "what sss says can be translated")
sys.exit(1 if failures else 0)
