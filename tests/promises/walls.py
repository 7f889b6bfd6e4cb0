#!/usr/bin/env python3
"""The walls of the house stand: who may include what (docs/architecture.md).

usage: walls.py SSS SOURCE-FOLDER
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[2])
# From the ground up: a floor includes itself and what stands before it in this list.
FLOORS = ["support", "programme", "git", "records", "schema", "history", "rules", "facts", "words", "pages", "print", "site", "work", "commands"]
# A library's header, and the only floors that may include it.
LIBRARIES = {
    r"git2(\.h|/)": {"git"},
    r"zlib\.h": {"git"},
    r"toml\+\+/": {"records", "schema"},
    r"CLI/": {"commands"},
    r"re2/": {"records", "schema"},
    r"utf8proc": {"support", "records"},
    r"ctemplate/": {"print"},
    r"date/": {"support"},
    r"uuid/": {"support"},
    r"cmark": {"support"},
    r"sqlite3\.h": {"print"},
    r"pugixml": {"print", "records", "site"},
    r"zip\.h": {"records"},
}
# What reads the clock, the environment or a terminal belongs into commands/ alone.
OUTSIDE = re.compile(r"std::getenv|secure_getenv|system_clock::now|std::c(out|err|in)\b|isatty|\bprintf\(|std::system\(|popen\(|\bexec[lv]p?e?\(")
# A library that writes to standard error by itself is kept from it where it is called.
SILENCED = {"src/print/template/template.cpp": "std::cerr.rdbuf("}
# A standard kind is known by its constant, a field by `Value`: neither is spelled, nor a date parsed, a second time.
SPELLED = re.compile(r'(?:[=!]= |\b(?:of|find|kind|tells_of|is_of|[a-z]+_at)\((?:[\w.>-]+, )?)"(?:milestone|meeting|satellite|statement|organisation)"')
# A room is one that a stranger finds his way in, a file one idea. What is larger still is here with its size: this only shrinks.
MOST_FILES, MOST_LINES = 50, 400
LARGER_ROOMS = {}
LONGER_FILES = {
    "src/commands/completion/candidates.cpp": 434,
    "src/print/json/report_json.cpp": 424,
    "src/print/record_page.cpp": 458,
    "src/print/template/report_template.cpp": 480,
    "src/records/edit.cpp": 433,
    "src/records/files.cpp": 487,
    "src/records/value_walk.cpp": 418,
    "src/facts/query/filter.cpp": 480,
    "src/facts/change/impact.cpp": 415,
    "src/schema/explain.cpp": 478,
    "src/schema/keywords.cpp": 412,
    "src/support/atomic_file.cpp": 655,
}
PARSED = re.compile(r"parse_date\([^)]*->text\(\)")


def floor_of(path):
    return path.relative_to(ROOT / "src").parts[0]


def complaints():
    for path in sorted([*(ROOT / "src").rglob("*.cpp"), *(ROOT / "src").rglob("*.hpp")]):
        name = path.relative_to(ROOT)
        floor = "commands" if path.parent == ROOT / "src" else floor_of(path)
        if floor not in FLOORS:
            yield f"{name}: '{floor}' is no floor of the house"
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if own := re.match(r'#include "([a-z_]+)/', line):
                if FLOORS.index(own[1]) > FLOORS.index(floor):
                    yield f"{name}:{number}: {floor}/ includes {own[1]}/, which stands above it"
            if library := re.match(r"#include <(.+)>", line):
                for pattern, allowed in LIBRARIES.items():
                    if re.match(pattern, library[1]) and floor not in allowed:
                        yield f"{name}:{number}: <{library[1]}> belongs into {' and '.join(sorted(allowed))} alone"
            if floor != "programme" and SPELLED.search(line):
                yield f"{name}:{number}: spells what programme/standard_kinds.hpp names: {line.strip()}"
            if floor != "programme" and PARSED.search(line):
                yield f"{name}:{number}: parses what Value::date() tells: {line.strip()}"
            if floor != "commands" and OUTSIDE.search(line.split("//")[0].replace(SILENCED.get(str(name), "//"), "")):
                yield f"{name}:{number}: reads the world, which only commands/ may: {line.strip()}"


def sizes():
    """Rooms and files that are larger than they may be, and exceptions that are none any more."""
    counts, lines = {}, {}
    for path in [*(ROOT / "src").rglob("*.cpp"), *(ROOT / "src").rglob("*.hpp")]:
        room = str(path.parent.relative_to(ROOT))
        counts[room] = counts.get(room, 0) + 1
        lines[str(path.relative_to(ROOT))] = len(path.read_text().splitlines())
    for what, is_, most, larger in (("files", counts, MOST_FILES, LARGER_ROOMS), ("lines", lines, MOST_LINES, LONGER_FILES)):
        for name, size in sorted(is_.items()):
            if size > larger.get(name, most):
                yield f"{name} has {size} {what}, and may have {larger.get(name, most)}: split it"
        for name, size in larger.items():
            if is_.get(name, 0) < size:
                yield f"{name} has {is_.get(name, 0)} {what} only: say so in tests/promises/walls.py" + (", or take it out there" if is_.get(name, 0) <= most else "")


found = [*complaints(), *sizes()]
print("\n".join(found) or "the walls stand")
sys.exit(1 if found else 0)
