#!/usr/bin/env python3
"""Nothing is ever half-written.

Each writing command is killed before each of its steps that touch the disk, and each of these steps is made to fail (disk
full, read-only, a broken disk). Whatever happens, every file is the old one or the new one; a failure is told with exit
code 3 and leaves nothing behind; the next writer sweeps out what a killed one left. Two that add at once never take each
other's place.

The steps are met by a small library that stands before the C library (it needs a C compiler, which whoever built sss has).

usage: writing.py SSS SOURCE-FOLDER
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SSS = pathlib.Path(sys.argv[1]).resolve()

SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

/* Counts the steps that touch the disk. At step FAULT_AT: the process is killed (FAULT=kill), or the step fails with the
   error of this number. FAULT_LOG gets the name of the step. */
static int fault(char const* name)
{
    static int count = 0;
    char const* at = getenv("FAULT_AT");
    if (at == NULL || strcmp(program_invocation_short_name, "sss") != 0) return 0;
    if (++count != atoi(at)) return 0;
    int (*open_)(char const*, int, ...) = dlsym(RTLD_NEXT, "open");
    ssize_t (*write_)(int, void const*, size_t) = dlsym(RTLD_NEXT, "write");
    int log = open_(getenv("FAULT_LOG"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (log >= 0 && write_(log, name, strlen(name)) >= 0) close(log);
    if (strcmp(getenv("FAULT"), "kill") == 0) raise(SIGKILL);
    errno = atoi(getenv("FAULT"));
    return 1;
}

#define NEXT(type, name, parameters) type (*next) parameters = (type (*) parameters)dlsym(RTLD_NEXT, #name)

static int open_with(char const* name, char const* path, int flags, mode_t mode)
{
    int (*next)(char const*, int, ...) = (int (*)(char const*, int, ...))dlsym(RTLD_NEXT, name);
    if ((flags & O_CREAT) && fault("open")) return -1;
    return next(path, flags, mode);
}
int open(char const* path, int flags, ...)
{
    va_list rest; va_start(rest, flags); mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; va_end(rest);
    return open_with("open", path, flags, mode);
}
int open64(char const* path, int flags, ...)
{
    va_list rest; va_start(rest, flags); mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0; va_end(rest);
    return open_with("open64", path, flags, mode);
}
ssize_t write(int file, void const* bytes, size_t size)
{
    static int full = 0;
    NEXT(ssize_t, write, (int, void const*, size_t));
    if (file > 2 && full) { errno = full; return -1; }
    if (file > 2 && fault("write")) {
        full = errno;
        if (size > 1) return next(file, bytes, size / 2);  /* a full disk takes a part first */
        return -1;
    }
    return next(file, bytes, size);
}
int fsync(int file) { NEXT(int, fsync, (int)); return fault("fsync") ? -1 : next(file); }
int fchmod(int file, mode_t mode) { NEXT(int, fchmod, (int, mode_t)); return fault("fchmod") ? -1 : next(file, mode); }
int rename(char const* a, char const* b) { NEXT(int, rename, (char const*, char const*)); return fault("rename") ? -1 : next(a, b); }
int renameat2(int d, char const* a, int e, char const* b, unsigned flags)
{
    NEXT(int, renameat2, (int, char const*, int, char const*, unsigned));
    return fault("renameat2") ? -1 : next(d, a, e, b, flags);
}
int link(char const* a, char const* b) { NEXT(int, link, (char const*, char const*)); return fault("link") ? -1 : next(a, b); }
int unlink(char const* path) { NEXT(int, unlink, (char const*)); return fault("unlink") ? -1 : next(path); }
"""

ENOSPC, EROFS, EIO, EACCES = 28, 30, 5, 13

#                 name        what is typed                                             files that change
COMMANDS = {
    "set": ["set", "b", "planned=2018-07-01"],
    "add": ["add", "milestone", "new", "--title", "New", "--type", "test"],
    "fmt": ["fmt"],
    "done": ["done", "a", "2018-04-01"],
    "move": ["move", "a", "2018-08-01", "--cascade"],
    "close": ["close", "m#a1"],
    "cancel": ["cancel", "c", "--reason", "no money"],
    "rename": ["rename", "a", "first"],
    "edit": ["edit", "b"],
    "import": ["add", "--from", "many.json"],
}


def make(folder):
    data = folder / "data"
    for kind in ("milestones", "meetings"):
        (data / kind).mkdir(parents=True)
    (folder / "sss.toml").write_text('[programme]\nname = "The test programme"\n')
    (data / "milestones/a.toml").write_text('title = "A"   # first\ntype = "review"\nplanned = 2018-05-01\n')
    (data / "milestones/b.toml").write_text('title = "B"\ntype = "review"\nplanned = 2018-06-01\ndepends_on = ["a"]\n')
    (data / "milestones/c.toml").write_text("title = 'C'\ntype = 'test'\nplanned = 2018-06-10\ndepends_on = ['a', 'b']\n")
    (data / "meetings/m.toml").write_text('title = "M"\ntype = "pmb"\nstart = 2018-01-02\nmilestones = ["a"]\n\n[[action]]\nid = "a1"\ntext = "Go"\n')
    (folder / "many.json").write_text('{"milestone": [{"id": "x", "title": "X", "type": "test"}, {"id": "y", "title": "Y", "type": "test", "depends_on": ["x"]}]}')


def contents(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted((folder / "data").rglob("*")) if path.is_file()}


def visible(files):
    return {path: text for path, text in files.items() if not pathlib.Path(path).name.startswith(".")}


class Bench:
    """A folder that is made anew for each run."""

    def __init__(self, scratch):
        self.scratch = scratch
        self.shim = scratch / "shim.so"
        (scratch / "shim.c").write_text(SHIM)
        subprocess.run(["cc", "-shared", "-fPIC", "-w", "-o", self.shim, scratch / "shim.c", "-ldl"], check=True)
        self.editor = scratch / "editor"
        self.editor.write_text('#!/bin/sh\nprintf "weight = 3\\n" >> "$1"\n')
        self.editor.chmod(0o755)
        self.log = scratch / "step"
        self.start = scratch / "start"
        make(self.start)

    def run(self, command, at=None, fault=None):
        """(exit code, standard error, files, the step at which it was disturbed or "")"""
        work = self.scratch / "work"
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(self.start, work)
        self.log.unlink(missing_ok=True)
        env = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1525176000", "EDITOR": str(self.editor), "LC_ALL": "C.UTF-8",
               "TMPDIR": str(self.scratch)}
        env |= {name: os.environ[name] for name in ("LSAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        if at is not None:
            env |= {"LD_PRELOAD": str(self.shim), "FAULT_AT": str(at), "FAULT": str(fault), "FAULT_LOG": str(self.log),
                    "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"}
        ran = subprocess.run([SSS, *COMMANDS[command]], cwd=work, env=env, capture_output=True, text=True)
        step = self.log.read_text() if self.log.exists() else ""
        return ran.returncode, ran.stderr, contents(work), step

    def again(self, words):
        env = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1525176000"}
        subprocess.run([SSS, *words], cwd=self.scratch / "work", env=env, capture_output=True, check=False)
        return contents(self.scratch / "work")


def torn(files, before, after):
    """Files that are neither the old one nor the new one."""
    shown = visible(files)
    return [path for path in shown.keys() | before.keys() | after.keys()
            if shown.get(path) not in (before.get(path), after.get(path))]


def complaints_about(bench, command):
    before = contents(bench.start)
    code, error, after, _ = bench.run(command)
    if code != 0 or after == before:
        yield f"{command}: undisturbed it ends with {code} and changes {'nothing' if after == before else 'files'}: {error}"
        return
    disturbed = 0
    for fault in ("kill", ENOSPC, EROFS, EIO, EACCES):
        for at in range(1, 200):
            code, error, files, step = bench.run(command, at, fault)
            if not step:
                break
            disturbed += 1
            what = f"{command}, step {at} ({step}), {fault}"
            if wrong := torn(files, before, after):
                yield f"{what}: torn: {wrong}"
            left = files.keys() - visible(files).keys()
            if fault == "kill":
                if code != -9:
                    yield f"{what}: it was to be killed and ended with {code}"
                if left and bench.again(["set", "c", "weight=2"]).keys() - visible(files).keys():
                    yield f"{what}: the next writer does not sweep out {left}"
            else:
                if code not in (0, 3) or (code == 0 and visible(files) != after):
                    yield f"{what}: ended with {code}: {error}"
                if code == 3 and "sss: cannot" not in error:
                    yield f"{what}: says {error!r}"
                # A removal that failed leaves what was to be removed; everything else is taken away again.
                if left and step != "unlink":
                    yield f"{what}: leaves {left}"
                # The files of fmt have nothing to do with each other.
                if command != "fmt" and code == 3 and step in ("open", "write", "fsync", "fchmod") and visible(files) != before:
                    yield f"{what}: failed while preparing, and yet something is changed"
        else:
            yield f"{command}: it never ended undisturbed"
    if disturbed < 20:
        yield f"{command}: only {disturbed} steps were met: does the shim still see them?"


def complaints_about_two(scratch):
    """Many that add the same id at once: one of them stands, the others are told."""
    work = scratch / "together"
    make(work)
    for turn in range(10):
        words = [SSS, "add", "milestone", f"same-{turn}", "--type", "test", "--title"]
        running = [subprocess.Popen([*words, f"Number {i}"], cwd=work, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
                   for i in range(6)]
        ended = [(one.communicate(), one.returncode) for one in running]
        won = [i for i, (_, code) in enumerate(ended) if code == 0]
        if len(won) != 1:
            yield f"{len(won)} of 6 added the same id"
        elif f'"Number {won[0]}"' not in (work / f"data/milestones/same-{turn}.toml").read_text():
            yield "what stands is not what was told to stand"
        for (out, error), code in ended:
            if code != 0 and not (code == 2 and "stands already" in error or code == 3 and "another sss is writing" in error):
                yield f"one that came late ended with {code}: {error}"


def main():
    with tempfile.TemporaryDirectory(prefix="writing.") as name:
        scratch = pathlib.Path(name)
        bench = Bench(scratch)
        found = [one for command in COMMANDS for one in complaints_about(bench, command)]
        found += complaints_about_two(scratch)
    print("\n".join(found) or f"{len(COMMANDS)} commands, disturbed at each step: every file is whole")
    sys.exit(1 if found else 0)


main()
