"""The ```console blocks of a page, run: a line that starts with `$ ` is a command, the lines up to the next one are its whole
output (standard output, then standard error). `…` alone on a line stands for any lines. A block marked ```console no-run is not
run; one marked ```console goes-on begins where the block before it has ended."""
import re
import tempfile


def blocks(text):
    """(line number, whether it goes on, [(command, expected output)…]) of each console block."""
    for match in re.finditer(r"^```console( goes-on)?\n(.*?)^```$", text, re.M | re.S):
        number = text[: match.start()].count("\n") + 2
        steps = []
        for line in match[2].splitlines(keepends=True):
            if line.startswith("$ "):
                steps.append([line[2:].rstrip("\n"), ""])
            elif steps:
                steps[-1][1] += line
        yield number, match[1] is not None, steps


def matches(expected, got):
    pattern = "".join(".*" if line.strip() == "…" else re.escape(line) for line in expected.splitlines(keepends=True))
    return re.fullmatch(pattern, got, re.S) is not None


def ran(text, start, scratch, shell, within=lambda path: path):
    """(line number, command, expected, got) of each command of a page. A block begins in the folder `start`, but one that makes
    its own repository in an empty folder of `scratch`. `shell(script, folder)` runs a script and gives what it printed; it
    knows a path as `within()` tells it."""
    ended = scratch / "ended"
    for number, goes_on, steps in blocks(text):
        fresh = steps and "init" in steps[0][0].split()[:2]
        folder = within(tempfile.mkdtemp(dir=scratch)) if fresh else within(start)
        if goes_on:
            folder = ended.read_text().rstrip("\n")
        script = f"trap 'pwd > {within(ended)}' EXIT\n"
        for i, (command, _) in enumerate(steps):
            script += f"{command}\nprintf '%s' '\x01{i}\x01'\n"
        for (command, expected), got in zip(steps, re.split(r"\x01\d+\x01", shell(script, folder))):
            yield number, command, expected, got
