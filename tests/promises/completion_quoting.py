#!/usr/bin/env python3
"""What TAB puts on the line is one word, whatever it is called: hostile names of tags, branches, ids and files are typed
into the real bash, zsh and fish at a terminal, and the program that is then run must get exactly the name, and nothing
else must be run.

usage: completion_quoting.py SSS SOURCE-FOLDER
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

from support.samples import sample

SSS = pathlib.Path(sys.argv[1]).resolve()
failures = 0

# Each begins otherwise, so that the first letters choose it.
TAGS = ["a$(touch${IFS}PWN)", "b`touch${IFS}PWN`", "c;touch${IFS}PWN", "d'e'", 'e"f"', "f|g>PWN", "g&h", "h(i)", "i!j",
        "j#k", "k%l", "l{m,n}", "m=n", "n@o", "$o", "#p", "r" + "\u202e" + "s"]
FILES = ["a b", "b$(touch PWN)", "c`touch PWN`", "d'e", 'e"f', "f;touch PWN", "g\\h", "h:i", "i=j", "k&l", "l(m)", "-x"]
START = {"bash": (["bash", "--norc", "--noprofile", "-i"], "bind 'set bell-style none'; source <(sss completion bash)"),
         "zsh": (["zsh", "-f", "-i"], "autoload -U compinit; compinit -u -D; source <(sss completion zsh); PS1='$ '"),
         "fish": (["fish", "--no-config", "-i"], "sss completion fish | source")}


def claim(text, holds, seen=""):
    global failures
    if not holds:
        failures += 1
        print(f"not so: {text}\n  {seen}")


class Terminal:
    """A shell at a terminal of its own."""

    def __init__(self, shell, folder):
        arguments, first = START[shell]
        self.pid, self.handle = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            path = f"{folder.parent / 'bin'}:{os.environ['PATH']}"
            os.execvpe(arguments[0], arguments, {"PATH": path, "HOME": str(folder.parent), "TERM": "dumb", "PS1": "$ ",
                                                 "LC_ALL": "C.UTF-8", "REAL": str(SSS), "WORDS": str(folder.parent / "words")})
        self.said = b""
        self.type(first + "\n")
        self.type("echo ready-$((1+1))\n" if shell != "fish" else "echo ready-(math 1+1)\n")
        self.until(b"ready-2", 20)

    def type(self, text):
        os.write(self.handle, text.encode())

    def until(self, what, seconds):
        end = time.monotonic() + seconds
        while what not in self.said and time.monotonic() < end:
            if not self.hear(0.1) and what in self.said:
                break

    def hear(self, seconds):
        if not select.select([self.handle], [], [], seconds)[0]:
            return False
        try:
            self.said += os.read(self.handle, 65536)
        except OSError:
            return False
        return True

    def quiet(self, seconds=0.4, most=6):
        """Until nothing more is said for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end and self.hear(seconds):
            pass

    def close(self):
        os.close(self.handle)
        try:
            os.kill(self.pid, 9)
        except ProcessLookupError:
            pass
        os.waitpid(self.pid, 0)


def run(folder, *command):
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def world(folder):
    (folder / "bin").mkdir()
    # Writes down the words that it is run with, and asks the real program where a shell asks for candidates.
    (folder / "bin" / "sss").write_text('#!/bin/bash\ncase $1 in complete|completion) exec "$REAL" "$@" ;; esac\n'
                                        'printf "%s\\0" "$@" > "$WORDS.new"; mv "$WORDS.new" "$WORDS"\n')
    (folder / "bin" / "sss").chmod(0o755)
    repository = folder / "repository"
    (repository / "data" / "milestones").mkdir(parents=True)
    (repository / "sss.toml").write_text("")
    (repository / "data" / "milestones" / "plain.toml").write_text('title = "Plain"\ntype = "review"\n')
    # A kind whose ids may hold what shells take for more than letters.
    (repository / "schemas").mkdir()
    (repository / "schemas" / "thing.schema.json").write_text(
        '{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "x-sss-id": "^.+$",'
        ' "properties": {"title": {"type": "string"}}}')
    (repository / "data" / "things").mkdir()
    for name in FILES:
        (repository / "data" / "things" / f"{name}.toml").write_text('title = "T"\n')
        (repository / "files").mkdir(exist_ok=True)
        (repository / "files" / name).write_text("")
    run(repository, "git", "init", "-q", "-b", "main")
    run(repository, "git", "add", "-A")
    run(repository, "git", "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "first")
    for name in TAGS:
        run(repository, "git", "update-ref", f"refs/tags/t{name}", "HEAD")
        run(repository, "git", "update-ref", f"refs/heads/u{name}", "HEAD")
    run(repository, "git", "update-ref", "refs/tags/--output=PWN", "HEAD")
    return repository


def words_after(terminal, folder, typed):
    words = folder / "words"
    words.unlink(missing_ok=True)
    terminal.type(typed + "\t")
    terminal.quiet()
    terminal.type("\n")
    end = time.monotonic() + 5
    while not words.exists() and time.monotonic() < end:
        terminal.hear(0.05)
    if not words.exists():
        terminal.type("\x03")
        terminal.quiet()
        return None
    return words.read_bytes().decode().split("\0")[:-1]


def try_shell(shell, folder, repository):
    terminal = Terminal(shell, repository)
    try:
        cases = []
        for kind in "tu":
            cases += [(f"sss diff {kind}{name[0]}" if name[0] not in "$#" else f"sss diff {kind}\\{name[0]}", ["diff", kind + name])
                      for name in TAGS]
        cases += [(f"sss log {name[0]}", ["log", name]) for name in FILES if name[0] != "-"]
        cases += [(f"sss report -o files/{name[0]}", ["report", "-o", "files/" + name]) for name in FILES if name[0] != "-"]
        if shell != "zsh":  # zsh goes on behind a quote that is still open with the quote itself
            cases += [("sss diff 'ta", ["diff", "ta$(touch${IFS}PWN)"])]
        cases += [('sss diff "ta', ["diff", "ta$(touch${IFS}PWN)"]), ('sss diff "tb', ["diff", "tb`touch${IFS}PWN`"])]
        for typed, expected in cases[::sample(3, long=1, sanitized=6)]:
            terminal.said = b""
            words = words_after(terminal, folder, typed)
            # What cannot be offered safely may be left as it was typed.
            left = words is not None and words[:-1] == expected[:-1] and expected[-1].startswith(words[-1])
            claim(f"{shell} puts {expected[-1]!r} on the line behind {typed!r} as one word", words == expected or (left and '"' in typed),
                  f"{words} {terminal.said!r}")
            claim(f"{shell} runs nothing else behind {typed!r}", not list(repository.glob("**/PWN*")))
    finally:
        terminal.close()


with tempfile.TemporaryDirectory() as scratch:
    place = pathlib.Path(scratch)
    repository = world(place)
    offered = subprocess.run([SSS, "complete", "--", "diff", ""], cwd=repository, capture_output=True, text=True, check=True).stdout
    claim("a tag with a dash in front is offered by its long name", "refs/tags/--output=PWN\t" in offered and
          not re.search("^-", offered, re.M), offered)
    for shell in sys.argv[3:] or START:
        try_shell(shell, place, repository)
sys.exit(1 if failures else 0)
