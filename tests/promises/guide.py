#!/usr/bin/env python3
"""The guide leads everywhere: docs/README.md names every page and every command's, whatever lies in docs/ is reached from it by
links, and no link of any page of this repository leads to nothing.

usage: guide.py SSS SOURCE-FOLDER
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[2]).resolve()
GUIDE = ROOT / "docs/README.md"


def slug(heading):
    """How GitHub and GitLab name a heading in an address."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def prose(page):
    return re.sub(r"^```.*?^```$", "", page.read_text(), flags=re.M | re.S)


def links(page):
    """(the file, the heading within it) of each link that stays in the repository."""
    for link in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if not re.match(r"[a-z][a-z+.-]*:", link):
            name, _, heading = link.partition("#")
            yield (page.parent / name).resolve() if name else page, heading


def main():
    wrong = []
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")]
    for page in pages:
        for target, heading in links(page):
            if not target.exists():
                wrong.append(f"{page.relative_to(ROOT)} leads to {target.relative_to(ROOT)}, which is not there")
            elif heading and target.suffix == ".md" and heading not in map(slug, re.findall(r"^#+ (.+)$", prose(target), re.M)):
                wrong.append(f"{page.relative_to(ROOT)} leads to #{heading} of {target.relative_to(ROOT)}, which has no such heading")
    named = {target for target, _ in links(GUIDE)}
    wrong += [f"docs/README.md does not name {page.relative_to(ROOT)}" for page in [*(ROOT / "docs").glob("*.md"), *(ROOT / "docs/commands").glob("*.md")]
              if page != GUIDE and page not in named]
    reached, waiting = {GUIDE}, [GUIDE]
    while waiting:
        for target, _ in links(waiting.pop()):
            if target not in reached and target.exists():
                reached.add(target)
                waiting += [target] if target.suffix == ".md" else []
    wrong += [f"nothing leads from docs/README.md to {path.relative_to(ROOT)}" for path in (ROOT / "docs").rglob("*") if path.is_file() and path not in reached]
    print("\n".join(wrong) or f"{len(pages)} pages, and the guide leads to all of docs/")
    sys.exit(1 if wrong else 0)


main()
