#!/usr/bin/env python3
"""No decision reads a sentence of our own: what a program needs to know is a value, and its text is made last.

A condition that looks into words is listed below by its file and the words it looks for: the texts of others alone
(formats, libraries, what people type). Any other condition is refused, and one that is gone must leave the list.

usage: sentences.py SSS SOURCE-FOLDER
"""
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[2])

WORDS = r'"((?:[^"\\]|\\.)*)"'
CONDITIONS = [
    # text.starts_with("cancelled:"), sentence.find(" → "), …
    re.compile(r"[.>](?:starts_with|ends_with|contains|r?find)\(" + WORDS + r"\)"),
    # parts.middle == "half of"
    re.compile(r"[!=]= " + WORDS),
    # message.find('"'): whatever is looked for in what another function worded
    re.compile(r"(?:message|sentence|help|words|description|wording)(?:\.(?:text|whole)\(\))?(?:\.|->)"
               r"(?:starts_with|ends_with|contains|r?find)\(([^\n;]*?)\)"),
]
# A literal reads like a sentence where it has a word and a blank, an arrow, or a colon behind a word.
SENTENCE = re.compile(r"[a-z]{2,} |  *[a-z]{3,}|→|[a-z]{3,}:$")

FOREIGN = {
    ("src/git/needed_by.cpp", "tree "): "a commit object's header",
    ("src/git/opening.cpp", "repository version"): "libgit2's words",
    ("src/git/commit_text.cpp", "tree "): "a commit object's header",
    ("src/git/commit_text.cpp", "parent "): "a commit object's header",
    ("src/git/commit_text.cpp", "author "): "a commit object's header",
    ("src/git/commit_text.cpp", "committer "): "a commit object's header",
    ("src/git/commit_text.cpp", "encoding "): "a commit object's header",
    ("src/records/document.cpp", "cannot redefine"): "toml++'s words",
    ("src/records/document.cpp", "cannot insert"): "toml++'s words",
    ("src/records/bare_value.cpp", "Error while parsing "): "toml++'s words",
    ("src/schema/format.cpp", "file:"): "the scheme of an address",
    ("src/schema/json.cpp", " - "): "the words of the JSON library",
    ("src/print/mail/mail.cpp", "From "): "the format of mailboxes",
    ("src/print/made_line.cpp", "sss report"): "a report that someone hands in",
    ("src/words/changelog_words.cpp", "The "): "the programme's name, as its people wrote it",
    ("src/work/change/field_values.cpp", "'['"): "what people type",
    ("src/work/log_request.cpp", "since:"): "what people type",
    ("src/work/minutes/reading.cpp", "open from before"): "what people type",
    ("src/work/change/field_values.cpp", "'{'"): "what people type",
    ("src/commands/parsing.cpp", " not in {"): "CLI11's words",
    ("src/commands/manual.cpp", "Examples:"): "the head of a help text",
    ("src/history/trailers.cpp", "(cherry picked from commit "): "a commit's message: git's words",
    ("src/history/trailers.cpp", "Conflicts:"): "a commit's message: git's words",
    ("src/history/trailers.cpp", "commit "): "a commit's message: git's words",
    ("src/history/trailers.cpp", "See merge request "): "a commit's message: GitLab's words",
    ("src/history/trailers.cpp", "Closes "): "a commit's message: GitLab's words",
    ("src/history/trailers.cpp", "separator"): "a commit's message",
    ("src/history/trailers.cpp", "'\\n'"): "a commit's message",
    ("src/records/bare_value.cpp", ": "): "toml++'s words",
    ("src/print/made_line.cpp", "\\nMIME-Version:"): "a report that someone hands in",
    ("src/print/made_line.cpp", "<!DOCTYPE html>"): "a report that someone hands in",
    ("src/facts/change/former_fingerprints.cpp", "'\"'"): "what a release before hashed",
    ("src/facts/change/former_fingerprints.cpp", "'\"', from + 1"): "what a release before hashed",
    ("src/print/mail/mail.cpp", "'\\n'"): "where a line is cut",
}


def conditions():
    for path in sorted((ROOT / "src").rglob("*.cpp")):
        name = path.relative_to(ROOT).as_posix()
        for number, line in enumerate(path.read_text().splitlines(), 1):
            code = line.split("  //")[0]
            for place, pattern in enumerate(CONDITIONS):
                for found in pattern.finditer(code):
                    words = found[1].strip('"') if place == 2 and found[1].startswith('"') else found[1]
                    if place == 2 or SENTENCE.search(words):
                        yield name, number, words


found = collections.defaultdict(list)
for name, number, words in conditions():
    found[name, words].append(number)
complaints = [f"{name}:{numbers[0]}: a condition looks for the words \"{words}\"; a decision reads values, never a sentence"
              for (name, words), numbers in found.items() if (name, words) not in FOREIGN]
complaints += [f"{name}: no condition looks for \"{words}\" any more: take it off the list in {pathlib.Path(__file__).name}"
               for name, words in sorted(FOREIGN) if (name, words) not in found]
print("\n".join(complaints) or "no condition looks into words of our own")
sys.exit(1 if complaints else 0)
