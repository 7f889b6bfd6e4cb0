#!/usr/bin/env python3
"""What sss asks at a terminal, answered: the prompts of add, the question before a cascade, and the editor.

Each conversation runs on a terminal of its own. A step waits for a text and then types an answer; nothing sleeps.

usage: conversations.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

SSS = pathlib.Path(sys.argv[1]).resolve()
PATIENCE = 60  # seconds until a text that never comes is called missing


def make(folder):
    (folder / "data/milestones").mkdir(parents=True)
    (folder / "data/organisations").mkdir(parents=True)
    (folder / "sss.toml").write_text('[programme]\nname = "The test programme"\n')
    (folder / "data/milestones/a.toml").write_text('title = "A"   # first\ntype = "review"\nplanned = 2018-05-01\n')
    (folder / "data/milestones/b.toml").write_text('title = "B"\ntype = "review"\nplanned = 2018-06-01\ndepends_on = ["a"]\n')
    for name in ("beihang", "beijing-institute", "metu"):
        (folder / f"data/organisations/{name}.toml").write_text(f'name = "{name}"\ntype = "university"\n')


class Talk:
    def __init__(self, folder):
        self.folder = folder
        self.editor = folder / "editor.sh"
        self.copies = folder / "copies"
        self.copies.mkdir()

    def editor_does(self, *turns):
        """A shell script for each time the editor is opened; "$1" is the file."""
        for old in self.folder.glob("turn*"):
            old.unlink()
        for number, turn in enumerate(turns, 1):
            (self.folder / f"turn{number}").write_text(turn)
        self.editor.write_text('#!/bin/sh\nn=1; while [ -e "$0.$n" ]; do n=$((n+1)); done; : > "$0.$n"\n. "$(dirname "$0")/turn$n"\n')
        for old in self.folder.glob("editor.sh.*"):
            old.unlink()
        self.editor.chmod(0o755)

    def run(self, words, steps=(), editor=True):
        """Types the answers; (exit code, all that was shown). A text that does not come ends the talk."""
        env = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1525176000", "TERM": "dumb", "LC_ALL": "C.UTF-8",
               "TMPDIR": str(self.copies)}
        env |= {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS") if name in os.environ}
        if editor:
            env["EDITOR"] = str(self.editor)
        here, there = pty.openpty()
        process = subprocess.Popen([SSS, *words], cwd=self.folder, env=env, stdin=there, stdout=there, stderr=there, start_new_session=True)
        os.close(there)
        shown, seen, steps, until = "", 0, list(steps), time.monotonic() + PATIENCE
        while time.monotonic() < until:
            while steps and (found := shown.find(steps[0][0], seen)) >= 0:
                seen = found + len(steps[0][0])
                os.write(here, steps.pop(0)[1].encode())
            if not select.select([here], [], [], 1)[0]:
                continue
            try:
                part = os.read(here, 65536)
            except OSError:  # the other side is gone
                part = b""
            if not part:
                break
            shown += part.decode("utf-8", "replace").replace("\r\n", "\n")
        else:
            process.kill()
            shown += f"\n(never said: {steps[0][0] if steps else 'the end'})"
        code = process.wait()
        os.close(here)
        if steps:
            shown += f"\n(never asked: {steps[0][0]})"
        return code, shown

    def record(self, name):
        path = self.folder / f"data/milestones/{name}.toml"
        return path.read_text() if path.exists() else None

    def text(self, name):
        return (self.folder / f"data/{name}.toml").read_text()

    def meeting(self):
        (self.folder / "data/meetings").mkdir(exist_ok=True)
        (self.folder / "data/meetings/m.toml").write_text('title = "M"\ntype = "pmb"\nstart = 2018-04-02\nheld = true\n\n[[action]]\nid = "a1"\ntext = "Go"\n')

    def left(self):
        return sorted(path for path in self.copies.rglob("*") if path.is_file())


CONVERSATIONS = []


def conversation(function):
    CONVERSATIONS.append(function)
    return function


@conversation
def a_cascade_is_shown_and_asked_about(talk):
    code, shown = talk.run(["move", "a", "2018-07-01", "--cascade"], [("Write both?", ""), ("> ", "\n")])
    yield code == 0 and "B: 1 June → 1 July 2018" in shown and "Nothing is written" in shown and "2018-06-01" in talk.record("b"), shown
    code, shown = talk.run(["move", "a", "2018-07-01", "--cascade"], [("Write both?", ""), ("> ", "y\n")])
    yield code == 0 and "2018-07-01" in talk.record("a") and "2018-07-01" in talk.record("b"), shown
    code, shown = talk.run(["move", "a", "2018-08-01", "--cascade", "--yes"])
    yield code == 0 and "Write" not in shown and "2018-08-01" in talk.record("b"), shown


@conversation
def a_part_of_an_id_is_enough(talk):
    enter = [("> ", "\n")]
    code, shown = talk.run(["add", "milestone", "--title", "C"],
                           [("type\n", ""), ("> ", "laun\n"), ("repeats\n", ""), *enter, ("baseline\n", ""), *enter, ("planned\n", ""), *enter, ("actual\n", ""), *enter,
                            ("owner\n", ""), ("> ", "bei\n"), ("'bei' may be beihang, beijing-institute", ""), ("> ", "?\n"),
                            ("beihang, beijing-institute, metu", ""), ("> ", "HANG\n"), ("beihang", ""),
                            ("depends_on\n", ""), *enter, ("id\n", ""), *enter])
    yield talk.record("c") is not None and 'type = "launch"' in talk.record("c") and 'owner = "beihang"' in talk.record("c"), shown


@conversation
def an_edit_that_is_sound_is_taken_over(talk):
    talk.editor_does('printf "weight = 2\\n" >> "$1"')
    code, shown = talk.run(["edit", "a"])
    yield code == 0 and "weight 2" in shown and talk.record("a").endswith("weight = 2\n") and not talk.left(), shown
    talk.editor_does("true")
    code, shown = talk.run(["edit", "a"])
    yield code == 0 and "nothing changes" in shown and not talk.left(), shown
    talk.editor_does('printf "# by hand\\n" >> "$1"')
    code, shown = talk.run(["edit", "a"])
    yield code == 0 and "comments or layout" in shown and talk.record("a").endswith("# by hand\n"), shown


@conversation
def findings_are_shown_and_the_text_is_edited_again(talk):
    talk.editor_does('printf "owner = \\"behang\\"\\n" >> "$1"', 'sed -i s/behang/beihang/ "$1"')
    code, shown = talk.run(["edit", "a"], [('did you mean "beihang"?', ""), ("What now?", ""), ("> ", "edit\n")])
    yield code == 0 and 'owner = "beihang"' in talk.record("a") and not talk.left(), shown


@conversation
def a_text_is_kept_or_dropped_as_asked(talk):
    before = talk.record("a")
    talk.editor_does('printf "owner = = 1\\n" >> "$1"', 'sed -i "/owner/d" "$1"; echo "weight = 4" >> "$1"')
    code, shown = talk.run(["edit", "a"], [("What now?", ""), ("> ", "keep\n")])
    kept = re.search(r"sss edit a --from (\S+)", shown)
    yield code == 1 and talk.record("a") == before and kept and pathlib.Path(kept[1]).read_text().endswith("owner = = 1\n"), shown
    code, shown = talk.run(["edit", "a", "--from", kept[1]])
    yield code == 0 and talk.record("a") == before + "weight = 4\n", shown
    talk.editor_does('echo "owner = 1" >> "$1"')
    left = talk.left()
    code, shown = talk.run(["edit", "a"], [("What now?", ""), ("> ", "drop\n")])
    yield code == 1 and "dropped" in shown and talk.record("a") == before + "weight = 4\n" and talk.left() == left, shown


@conversation
def what_was_typed_survives_every_failure(talk):
    before = talk.record("a")
    talk.editor_does('echo "weight = 7" >> "$1"; exit 3')
    code, shown = talk.run(["edit", "a"])
    yield code == 3 and "the editor ended with 3" in shown and "Your text is kept" in shown and len(talk.left()) == 1, shown
    talk.editor_does('echo "weight = 7" >> "$1"; echo "weight = 8" >> data/milestones/a.toml')
    code, shown = talk.run(["edit", "a"])
    yield code == 3 and "changed by somebody else" in shown and talk.record("a") == before + "weight = 8\n" and len(talk.left()) == 2, shown
    talk.editor_does('echo "weight = 7" >> "$1"')
    code, shown = talk.run(["edit", "b"], editor=False)
    yield code == 3 and "neither VISUAL nor EDITOR" in shown, shown


@conversation
def an_action_is_asked_for(talk):
    talk.meeting()
    code, shown = talk.run(["add", "action"],
                           [("meeting\n", ""), ("> ", "m\n"), ("text\n", ""), ("> ", "\n"), ("cannot be left out", ""), ("> ", "Ask\n"),
                            ("owner\n", ""), ("> ", "hang\n"), ("due\n", ""), ("> ", "+2w\n")])
    yield code == 0 and talk.text("meetings/m").endswith('[[action]]\nid = "a2"\ntext = "Ask"\nowner = "beihang"\ndue = 2018-05-15\n'), shown


@conversation
def minutes_are_mended_in_the_editor(talk):
    talk.meeting()
    before = talk.text("meetings/m")
    talk.editor_does('sed -i "s/^# What was decided.*/- It flies.\\nHm/; s/^a1 .*/a1  Go | metoo/" "$1"', 'sed -i "/^Hm/d; s/metoo/metu/" "$1"')
    code, shown = talk.run(["minutes", "m"], [('unknown organisation "metoo"', ""), ("What now?", ""), ("> ", "edit\n")])
    yield code == 0 and 'text = "It flies."' in talk.text("meetings/m") and 'owner = "metu"' in talk.text("meetings/m") and not talk.left(), shown
    talk.editor_does("true")
    code, shown = talk.run(["minutes", "m"])
    yield code == 0 and "nothing changes" in shown and not talk.left(), shown
    talk.meeting()
    talk.editor_does('echo "- Late" >> "$1"; echo "city = \\"Ankara\\"" > more; cat data/meetings/m.toml >> more; mv more data/meetings/m.toml')
    code, shown = talk.run(["minutes", "m"])
    yield code == 3 and "changed by somebody else" in shown and "Your text is kept" in shown and talk.text("meetings/m").endswith(before), shown


@conversation
def what_is_written_and_not_committed_is_not_kept_twice(talk):
    subprocess.run(["git", "init", "-q"], cwd=talk.folder, check=True)
    hook = talk.folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    talk.editor_does('printf "weight = 2\\n" >> "$1"')
    code, shown = talk.run(["edit", "a", "--commit"])
    yield code == 3 and "is written, and not committed" in shown and talk.record("a").endswith("weight = 2\n") and not talk.left(), shown


def main():
    failed = 0
    for talk_about in CONVERSATIONS:
        with tempfile.TemporaryDirectory(prefix="conversations.") as name:
            folder = pathlib.Path(name)
            make(folder)
            for number, (good, shown) in enumerate(talk_about(Talk(folder)), 1):
                if not good:
                    failed += 1
                    print(f"{talk_about.__name__}, part {number}:\n{shown}\n")
                    break
    print(f"{len(CONVERSATIONS)} conversations, {failed} went wrong")
    sys.exit(1 if failed else 0)


main()
