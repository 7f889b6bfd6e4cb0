"""The pages that the browser looks at: what sss writes of the example programme, and of records that mean harm."""
import os
import pathlib
import subprocess

ENVIRONMENT = {
    "TZ": "UTC", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1768478400", "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_DATE": "2024-01-10T12:00:00Z", "GIT_COMMITTER_DATE": "2024-01-10T12:00:00Z",
}
KEPT = ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")

# By name: the arguments.
OF_THE_EXAMPLE = {
    "report-2018-04": ["report", "--period", "2018-04", "--format", "html"],
    "report-2019-Q3": ["report", "--period", "2019-Q3", "--format", "html"],
    "report-2021-10": ["report", "--period", "2021-10", "--format", "html"],
    "report-2023-W15": ["report", "--period", "2023-W15", "--as-of", "2023-04-13", "--format", "html"],
    "report-2025": ["report", "--period", "2025", "--format", "html"],
    "report-empty-week": ["report", "--period", "2024-W20", "--format", "html"],
    "changelog": ["changelog", "--format", "html"],
    **{f"chart-{chart}": ["chart", chart, "--format", "html"] for chart in ("trend", "burnup", "timeline", "actions")},
    "changelog-2023": ["changelog", "2023", "--by", "week", "--within", "satellite", "--format", "html"],
}

LONG = "ThisNameHoldsNoBlankAtAll" * 6
HOSTILE = {
    "sss.toml": '[programme]\nname = "<script>alert(1)</script> برنامهٔ ماهواره"\n',
    "data/satellites/one.toml": 'name = "卫星一号 <img src=x onerror=alert(1)>"\nclass = "nano"\n',
    "data/organisations/far.toml": f'name = "{LONG}"\ntype = "university"\n',
    "data/milestones/cdr.toml":
        'title = "</title><script>alert(1)</script> \\u202e مدار \\" onload=x"\ntype = "review"\nreviews = ["CDR"]\n'
        'satellite = "one"\nowner = "far"\nplanned = 2024-01-05\nbaseline = 2023-11-01\n',
    "data/milestones/launch.toml": 'title = "การปล่อยดาวเทียม"\ntype = "launch"\nsatellite = "one"\nplanned = 2024-01-30\n',
    "data/milestones/pdr.toml":
        f'title = "{LONG}"\ntype = "review"\nsatellite = "one"\nactual = 2024-01-09\nplanned = 2024-01-02\n',
    "data/meetings/kick-off.toml":
        'title = "Kick-off `x` ]]> <!--"\ntype = "kick-off"\nstart = 2024-01-08\ncity = "<b>Ankara"\ncountry = "TR"\n'
        '[rids]\nraised = 3\n[[decision]]\nid = "d1"\ntext = "javascript:alert(1) https://example.org/<x>"\n'
        f'[[action]]\nid = "a1"\ntext = "{LONG}"\nowner = "far"\ndue = 2024-01-09\n[[action]]\nid = "a2"\ntext = "報告を公表する"\n',
}
OF_THE_HOSTILE = {
    "hostile-report": ["report", "--period", "2024-01", "--as-of", "2024-01-12", "--format", "html"],
    "hostile-changelog": ["changelog", "--format", "html"],
    **{f"hostile-chart-{chart}": ["chart", chart, "--format", "html"] for chart in ("trend", "burnup", "timeline", "actions")},
}


# A page of each sort.
OF_THE_SITE = ["index.html", "satellites/index.html", "satellites/sss-1.html", "milestones/index.html", "milestones/sss-2b-launch.html", "meetings/index.html",
               "meetings/2018-04-ankara-review.html", "organisations/beihang.html", "statements/index.html", "actions/index.html", "timeline/index.html", "news/index.html",
               "news/2018.html", "reports/index.html", "reports/2018-04.html", "data/index.html", "404.html"]
OF_THE_HOSTILE_SITE = ["index.html", "satellites/one.html", "milestones/index.html", "milestones/cdr.html", "meetings/kick-off.html", "organisations/far.html", "actions/index.html", "timeline/index.html", "news/index.html"]


def run(command, folder, home):
    env = {name: os.environ[name] for name in KEPT if name in os.environ} | ENVIRONMENT
    env |= {"HOME": str(home), "GIT_CONFIG_GLOBAL": str(home / "gitconfig")}
    return subprocess.run(command, cwd=folder, env=env, check=True, stdout=subprocess.PIPE).stdout


def make(sss, folder):
    """Writes all pages below the folder; their paths by name."""
    folder = pathlib.Path(folder)
    home = folder / "home"
    home.mkdir()
    (home / "gitconfig").write_text("[user]\n\tname = <b>Nobody\n\temail = nobody@programme.example\n")
    run([sss, "init", "--example", "example"], folder, home)
    hostile = folder / "hostile"
    for path, text in HOSTILE.items():
        (hostile / path).parent.mkdir(parents=True, exist_ok=True)
        (hostile / path).write_text(text)
    for command in (["git", "init", "-q"], ["git", "add", "-A"], ["git", "commit", "-q", "-m", "All"]):
        run(command, hostile, home)
    pages = {}
    for place, wanted in ((folder / "example", OF_THE_EXAMPLE), (hostile, OF_THE_HOSTILE)):
        for name, arguments in wanted.items():
            pages[name] = folder / f"{name}.html"
            pages[name].write_bytes(run([sss, *arguments], place, home))
    for place, day, wanted in ((folder / "example", "2023-04-13", OF_THE_SITE), (hostile, "2024-01-12", OF_THE_HOSTILE_SITE)):
        into = folder / f"site-of-{place.name}"
        run([sss, "site", "--as-of", day, "-o", into], place, home)
        for page in wanted:
            pages[f"{into.name}-{page.removesuffix('.html').replace('/', '-')}"] = into / page
    if b'<h2 id="charts">' not in pages["report-2025"].read_bytes():
        raise SystemExit("the page of a report shows no charts")
    return pages
