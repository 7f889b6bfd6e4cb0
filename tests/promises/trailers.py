#!/usr/bin/env python3
"""What sss takes for a reason or a correction is what `git interpret-trailers` takes for a trailer.

Random messages are made of the lines that matter to git (names, prose, what git itself writes, continued lines, comments,
blanks, dividers), committed, and told by `sss log`. Squash merges are made of such messages as GitHub, GitLab and
`git merge --squash` write them: each of their messages counts as git reads it alone.

trailers.py SSS SOURCE-FOLDER [SEED…]
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()
SEEDS = [int(seed) for seed in sys.argv[3:]] or [1, 2]
MESSAGES = 120

LINES = ["Reason: weather", "Reason: parts are late", "reason:rain", "REASON : wind", "Reason:", "Correction: yes", "correction: YES", "Correction: no",
         "Signed-off-by: Ada <ada@x>", "Co-authored-by: Bo <bo@x>", "(cherry picked from commit 1234)", "Reasons: no trailer of ours", "  and more", "\tand a tab",
         "some prose", "prose: with a colon", "prose with: a colon", "# a comment", "", "", "", " ", "Conflicts:", "\tdata/a.toml", "-", ": nothing"]


def parsed(message):
    out = subprocess.run(["git", "interpret-trailers", "--parse", "--unfold"], input=message.encode(), capture_output=True, check=True).stdout.decode()
    return [line.split(":", 1) for line in out.splitlines()]


def said(trailers):
    reasons = [value.strip() for name, value in trailers if name.strip().lower() == "reason" and value.strip()]
    return list(dict.fromkeys(reasons)), any(name.strip().lower() == "correction" and value.strip().lower() == "yes" for name, value in trailers)


def body(dice, lines):
    return "\n".join(dice.choice(lines) for _ in range(dice.randrange(1, 9)))


def ends_in_several_blocks(message):
    """Where git reads the last block alone, sss reads those above it too: squash merges put theirs below."""
    whole = [part for part in message.replace("\n \n", "\n\n").split("\n\n") if part.strip()]
    def is_block(part):
        return parsed("t\n\n" + part) or "(cherry picked from" in part
    return len(whole) > 2 and is_block(whole[-1]) and is_block(whole[-2])


def plain_message(dice):
    while True:
        message = "Title\n" + dice.choice(["\n", "\n", "\n", ""]) + body(dice, LINES) + "\n"
        # A bulleted list, a divider and several blocks are what squash merges are known by; they are tried below.
        if not ends_in_several_blocks(message):
            return message, *said(parsed(message))


def gathered(dice):
    """Messages of single commits, as they are squashed: their paragraphs are separated by empty lines."""
    parts = []
    while len(parts) < dice.randrange(2, 5):
        message = f"commit {len(parts)}\n\n" + body(dice, LINES[:16] + [""]).strip("\n \t")
        if message.rstrip() == message and not ends_in_several_blocks(message):
            parts.append(message)
    return parts, [said(parsed(part + "\n")) for part in parts]


def squash_message(dice):
    parts, read = gathered(dice)
    form = dice.choice(["github", "gitlab", "git"])
    if form == "git":
        quoted = "".join(f"\ncommit {number:040x}\nAuthor: Bo <bo@x>\nDate:   Mon Jan 1\n\n" + "".join(f"    {line}\n" for line in part.split("\n"))
                         for number, part in enumerate(parts))
        message = "Squashed commit of the following:\n" + quoted
    else:
        message = ("Several (#12)\n\n" if form == "github" else "") + "\n\n".join("* " + part for part in parts) + "\n"
        if form == "github":
            message += "\n---------\n\nCo-authored-by: Bo <bo@x>\nCo-authored-by: Cy <cy@x>\n"
        else:
            message += "\nSee merge request group/project!12\n"
    reasons = list(dict.fromkeys(reason for found, _ in read for reason in found))
    others_reason = any(found and not correction for found, correction in read)
    last = form != "github" and read[-1][1]
    return message, reasons, any(one for _, one in read) and not others_reason and (last or all(one for _, one in read))


def check(seed, folder):
    dice = random.Random(seed)
    messages = [plain_message(dice) if number % 3 else squash_message(dice) for number in range(MESSAGES)]
    messages.append(("Title\n\nReason: rain\n\nCo-authored-by: Bo <bo@x>\n", ["rain"], False))
    messages.append(("Title\n\nReason: rain\n---\nCorrection: yes\n", ["rain"], False))
    subprocess.run(["git", "init", "-q", folder], check=True)
    stream = ""
    for number, (message, _, _) in enumerate(messages):
        when = f"Ada <ada@x> {1704110400 + number * 86400} +0000"
        record = f'title = "T{number}"\ntype = "review"\n'
        stream += (f"commit refs/heads/main\nmark :{number + 1}\nauthor {when}\ncommitter {when}\ndata {len(message.encode())}\n{message}\n"
                   f"M 100644 inline data/milestones/m.toml\ndata {len(record)}\n{record}\n")
    stream += "M 100644 inline sss.toml\ndata 0\n\n"
    subprocess.run(["git", "-C", folder, "fast-import", "--quiet"], input=stream.encode(), check=True)
    out = subprocess.run([SSS, "-C", folder, "log", "--format", "json", "-q"], capture_output=True, check=True).stdout
    told = {commit["id"]: commit for commit in json.loads(out)["commits"]}
    ids = subprocess.run(["git", "-C", folder, "rev-list", "--reverse", "main"], capture_output=True, check=True, text=True).stdout.split()
    failures = 0
    for id, (message, reasons, correction) in zip(ids, messages, strict=True):
        got = told[id].get("reason", ""), told[id].get("correction", False)
        if got != ("; ".join(reasons), correction):
            failures += 1
            print(f"seed {seed}: of {message!r} sss reads {got}, git {reasons} and {correction}")
    return failures


def main():
    with tempfile.TemporaryDirectory(prefix="trailers.") as scratch:
        home = pathlib.Path(scratch)
        (home / "gitconfig").write_text("[init]\n\tdefaultBranch = main\n")
        os.environ |= {"HOME": str(home), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": str(home / "gitconfig"), "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        os.chdir(home)
        failures = sum(check(seed, str(home / f"s{seed}")) for seed in SEEDS)
        print(f"{len(SEEDS) * (MESSAGES + 2)} messages, {failures} read otherwise than by git")
        sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
