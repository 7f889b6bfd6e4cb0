#!/usr/bin/env python3
"""Says what a package of sss holds besides sss: of which Debian packages it came, under which licences, and where its source is.

  notices.py … --into FOLDER LIBRARY…   writes LICENSES and SOURCE, of the libraries that lie beside the program and of what
                                        was compiled into it
  notices.py … --copyright FILE         writes what Debian wants as `copyright`, of what was compiled into the program

What is said of others is read from the packages that are installed here, never kept in a list of ours that grows old.
"""
import argparse
import pathlib
import re
import subprocess
import sys


class Package:
    """A Debian package as it is installed here."""

    def __init__(self, name, version, source, source_version):
        self.name, self.version, self.source, self.source_version = name, version, source, source_version
        self.copyright = pathlib.Path(f"/usr/share/doc/{name}/copyright").read_text().strip()

    def licences(self):
        """Their names, as the package's own notice lists them; where it is no list, that is all there is to say."""
        if not self.copyright.startswith("Format:"):
            return "as told below"
        return ", ".join(dict.fromkeys(re.findall(r"^License: *(\S.*?) *$", self.copyright, re.M)))


def dpkg_query(*words):
    return subprocess.run(["dpkg-query", *words], capture_output=True, text=True).stdout.splitlines()


def packages(names):
    """Each by its name. dpkg is asked once for all: it reads its whole book for every question."""
    told = dpkg_query("--show", "--showformat=${Package}\t${Version}\t${source:Package}\t${source:Version}\n", *names)
    found = {line.split("\t")[0]: Package(*line.split("\t")) for line in told}
    for name in names:
        if name not in found:
            sys.exit(f"notices: no Debian package {name} is installed here, so that nobody knows its licence")
    return found


def owners(libraries):
    """The name of the package that installed each library. A path is known by either name of a folder that is a link."""
    paths = {}
    for library in map(pathlib.Path, libraries):
        for path in (library, library.resolve()):
            within = path.parts[2:] if path.parts[1] == "usr" else path.parts[1:]
            paths |= {str(pathlib.Path("/", *within)): library.name, str(pathlib.Path("/usr", *within)): library.name}
    found = {}
    for line in dpkg_query("--search", *paths):
        package, path = line.rsplit(": ", 1)
        found[paths[path]] = package.split(":")[0]
    for library in libraries:
        if pathlib.Path(library).name not in found:
            sys.exit(f"notices: {library} belongs to no Debian package, so that nobody knows its licence")
    return found


def commit(source):
    told = subprocess.run(["git", "-C", source, "rev-parse", "HEAD"], capture_output=True, text=True)
    if told.returncode != 0:
        return "no known commit"
    changed = subprocess.run(["git", "-C", source, "status", "--porcelain"], capture_output=True, text=True, check=True).stdout
    return f"commit {told.stdout.strip()}" + (", with changes that were not committed" if changed else "")


def own_licence(arguments):
    return (pathlib.Path(arguments.source) / "LICENSE").read_text().strip()


def heading(text):
    return f"\n\n{'=' * 78}\n{text}\n{'=' * 78}\n\n"


def full_texts(those):
    """Every notice once: packages of one source share theirs."""
    of = {}
    for package in sorted(those, key=lambda package: package.name):
        of.setdefault(package.copyright, {})[f"{package.name} {package.version}"] = None
    return "".join(f"{heading(chr(10).join(names))}{text}\n" for text, names in of.items())


def shared_texts(those):
    """The licences that the notices only point at, which stand on a Debian system and nowhere else."""
    named = sorted({name.rstrip(".") for package in those for name in re.findall(r"/usr/share/common-licenses/([\w.+-]+)", package.copyright)})
    folder = pathlib.Path("/usr/share/common-licenses")
    return "".join(f"{heading(folder / name)}{(folder / name).read_text().rstrip()}\n"
                   for name in named if (folder / name).exists())


def write_copyright(arguments):
    inside = list(packages(arguments.compiled_in).values())
    pathlib.Path(arguments.copyright).write_text(
        f"sss {arguments.version}, built from {commit(arguments.source)}\n\n{own_licence(arguments)}\n\n"
        "Parts of these Debian packages are compiled into the program; their own notices follow:\n\n"
        + "".join(f"  {package.name} {package.version}\n" for package in inside) + full_texts(inside))


def table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "".join("  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() + "\n" for row in rows)


def write_notices(arguments):
    owner = owners(arguments.libraries)
    known = packages([*dict.fromkeys(owner.values()), *arguments.compiled_in])
    beside = {name: known[owner[name]] for name in sorted(owner)}
    inside = [known[name] for name in arguments.compiled_in]
    everything = [*beside.values(), *inside]
    folder = pathlib.Path(arguments.into)
    (folder / "LICENSES").write_text(
        f"What this package of sss {arguments.version} holds, and under which licences. sss itself: MIT (the file LICENSE).\n\n"
        "Libraries beside the program, in lib/, unchanged, as Debian built them:\n\n"
        + table([(name, package.name, package.licences()) for name, package in beside.items()])
        + "\nCompiled into the program:\n\n"
        + table([(package.name, package.licences()) for package in inside])
        + "\nThe notices of each package in full, and behind them the licences that they point at in /usr/share/common-licenses.\n"
        + full_texts(everything) + shared_texts(everything))
    sources = {package.source: package.source_version for package in everything}
    (folder / "SOURCE").write_text(
        f"sss {arguments.version} was built from {commit(arguments.source)}.\n\n"
        "All else came from Debian. These are its source packages, each at the version that stands in this package. A Debian system\n"
        "whose sources list names source packages (deb-src) fetches one by `apt-get source NAME=VERSION`; snapshots of Debian's\n"
        "archive keep every version.\n\n" + table(sorted(sources.items())))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--source", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--compiled-in", action="append", default=[])
    parser.add_argument("--into")
    parser.add_argument("--copyright")
    parser.add_argument("libraries", nargs="*")
    arguments = parser.parse_args()
    if arguments.copyright:
        write_copyright(arguments)
    else:
        write_notices(arguments)


main()
