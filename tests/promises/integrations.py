#!/usr/bin/env python3
"""What we give to CI systems and to git keeps its promises: workflows that may do no more than they must, actions pinned by
their commits, no text of a stranger in a script; and each script does its work, run here with what CI would set.

usage: integrations.py SSS SOURCE-FOLDER
"""
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import zipfile

import yaml

SSS = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2]).resolve()
HERE = ROOT / "integrations"
WORKFLOWS = sorted((HERE / "github").glob("*.yml"))
PLACEHOLDER = "OWNER/sss@FULL-COMMIT-SHA"

FAKE_GH = r'''#!/usr/bin/env python3
import json, os, pathlib, sys
folder = pathlib.Path(os.environ["FAKE"])
arguments = sys.argv[1:]
with open(folder / "calls", "a") as log:
    log.write(json.dumps(arguments) + "\n")
answers = json.loads((folder / "answers").read_text())
assert arguments[0] == "api"
path = next(a for a in arguments[1:] if a.startswith("repos/"))
if "--input" in arguments:
    (folder / "posted").write_text((pathlib.Path.cwd() / arguments[arguments.index("--input") + 1]).read_text())
elif path.endswith("/zip"):
    sys.stdout.buffer.write((folder / "artifact.zip").read_bytes())
else:
    print(json.dumps(next(answer for end, answer in answers.items() if path.endswith(end))))
'''


def environment(home, **more):
    kept = {name: os.environ[name] for name in ("LSAN_OPTIONS", "ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    return kept | {"PATH": f"{SSS.parent}:{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "1768478400", "GIT_CONFIG_NOSYSTEM": "1",
                   "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@programme.example", "GIT_COMMITTER_NAME": "Ada",
                   "GIT_COMMITTER_EMAIL": "ada@programme.example", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "init.defaultBranch", "GIT_CONFIG_VALUE_0": "main"} | more


def run(words, folder, env, code=0):
    made = subprocess.run(words, cwd=folder, env=env, capture_output=True, text=True, errors="replace")
    assert made.returncode == code, f"{words}: exit {made.returncode}, not {code}\n{made.stdout}{made.stderr}"
    return made.stdout + made.stderr


def steps(workflow):
    for job in workflow["jobs"].values():
        yield from job["steps"]


def triggers(workflow):
    return workflow[True]  # YAML 1.1 reads the key `on` as a truth value


def workflows_are_careful():
    assert len(WORKFLOWS) == 6
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text())
        assert workflow["permissions"] in ({}, {"contents": "read"}), path
        assert "pull_request_target" not in triggers(workflow), f"{path}: a stranger's code would run with rights"
        for step in steps(workflow):
            assert "${{" not in step.get("run", ""), f"{path}: an expression stands in a script"
            uses = step.get("uses")
            assert uses in (None, PLACEHOLDER) or re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", uses), f"{path}: {uses} is not pinned"
            if uses and uses.startswith("actions/checkout@"):
                assert step["with"] == {"fetch-depth": 0, "persist-credentials": False}, path


def the_privileged_one_runs_nothing_of_others():
    unprivileged = yaml.safe_load((HERE / "github/records-diff.yml").read_text())
    assert triggers(unprivileged).keys() == {"pull_request"} and unprivileged["permissions"] == {"contents": "read"}
    assert all("permissions" not in job for job in unprivileged["jobs"].values())
    privileged = yaml.safe_load((HERE / "github/records-diff-comment.yml").read_text())
    assert triggers(privileged) == {"workflow_run": {"workflows": [unprivileged["name"]], "types": ["completed"]}}
    assert privileged["permissions"] == {}
    (job,) = privileged["jobs"].values()
    assert job["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert "workflow_run.event == 'pull_request'" in job["if"]
    (step,) = job["steps"]
    assert "uses" not in step, "it checks nothing out and downloads nothing but the one artifact"
    return step["run"]


def the_action_is_careful():
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"] and step["shell"] == "bash"
        named = {value for value in step["env"].values()}
        assert named == {f"${{{{ inputs.{name} }}}}" for name in action["inputs"] if name != "working-directory"}
    assert {"command", "args", "since"} <= action["inputs"].keys()


def init_writes_the_same_workflow(scratch, env):
    run(["sss", "init", "records"], scratch, env)
    written = (scratch / "records/.github/workflows/records.yml").read_text()
    assert written == (HERE / "github/records.yml").read_text(), "sss init and integrations/github/records.yml differ"


def comment(script, scratch, name, artifact, comments=(), sha="c0ffee", size=1000, code=0, branch="fix"):
    """Runs the script that posts, with a `gh` that is ours; gives what it called and the comment's text."""
    folder = scratch / name
    (folder / "bin").mkdir(parents=True)
    (folder / "work").mkdir()
    (folder / "bin/gh").write_text(FAKE_GH)
    (folder / "bin/gh").chmod(0o755)
    with zipfile.ZipFile(folder / "artifact.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for path, text in artifact.items():
            archive.writestr(path, text)
    (folder / "answers").write_text(json.dumps({
        "/pulls": [{"number": 6, "head": {"sha": "0ther"}}, {"number": 7, "head": {"sha": sha}}],
        "/artifacts": {"artifacts": [{"id": 99, "name": "records-diff", "size_in_bytes": size}]},
        "/comments": list(comments)}))
    env = environment(scratch, FAKE=str(folder), GITHUB_REPOSITORY="programme/records", RUN_ID="5", HEAD_OWNER="stranger", HEAD_BRANCH=branch,
                      HEAD_SHA="c0ffee", GH_TOKEN="none")
    env["PATH"] = f"{folder / 'bin'}:{env['PATH']}"
    run(["bash", "-e", "-c", script], folder / "work", env, code)
    calls = [json.loads(line) for line in (folder / "calls").read_text().splitlines()]
    posted = json.loads((folder / "posted").read_text())["body"] if (folder / "posted").exists() else None
    return calls, posted, folder


def comments_are_posted_safely(script, scratch):
    mark = "<!-- sss: records diff -->"
    calls, posted, _ = comment(script, scratch, "first", {"diff.md": "**SSS-1 CDR moves by 45 days**\n"})
    assert calls[-1] == ["api", "--method", "POST", "repos/programme/records/issues/7/comments", "--input", "body.json"], calls
    assert posted.startswith(mark) and "**SSS-1 CDR moves by 45 days**" in posted and "c0ffee" in posted

    others = [{"id": 1, "user": {"login": "stranger"}, "body": mark}, {"id": 2, "user": {"login": "github-actions[bot]"}, "body": "It quotes " + mark},
              {"id": 3, "user": {"login": "github-actions[bot]"}, "body": mark + "\nold"}]
    calls, _, _ = comment(script, scratch, "again", {"diff.md": "x"}, others)
    assert calls[-1][:4] == ["api", "--method", "PATCH", "repos/programme/records/issues/comments/3"], calls
    calls, _, _ = comment(script, scratch, "spoofed", {"diff.md": "x"}, others[:2])
    assert calls[-1][2] == "POST", "a comment of somebody else is never edited"

    calls, posted, _ = comment(script, scratch, "moved-on", {"diff.md": "x"}, sha="newer")
    assert posted is None and len(calls) == 1
    assert comment(script, scratch, "large", {"diff.md": "x"}, size=1_000_001, code=1)[1] is None
    assert comment(script, scratch, "elsewhere", {"../diff.md": "x", "pr-number": "1"}, code=1)[1] is None

    evil = b"@everyone $(touch pwned) `touch pwned` \x1b[2J \xff \x00 ${{ github.token }}\n" + b"@" * 2_000_000
    _, posted, folder = comment(script, scratch, "evil", {"diff.md": evil, "pr-number": "1"}, branch="$(touch pwned)`touch pwned`;touch pwned")
    assert len(posted) <= 65536 and "@everyone" not in posted and "is cut" in posted
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", posted)
    assert not list(folder.rglob("pwned")), "a text was run"

    # Whose words these are stands before them, so that no text hides it; and nothing in the text hides from a reader.
    for number, text in enumerate(("**All is well.**\n\n<!--", "<!-- x", "<?", "<![CDATA[", "```", "<details>", "a &lt; b\n<!-- sss: records diff -->\n<!--")):
        _, posted, _ = comment(script, scratch, f"hiding-{number}", {"diff.md": text})
        first, note, blank, *rest = posted.split("\n")
        assert first == mark and note.startswith("> ") and "own run, for c0ffee" in note and blank == "", posted
        assert not re.search("<[!?]", "\n".join(rest).replace("<!-- -->", "")), posted
    _, posted, _ = comment(script, scratch, "unseen", {"diff.md": "a\u202eb\u2066c\U000e0041d\u0085e می\u200cخواهم \u200fx &<!-- -->4"})
    assert posted.endswith("abcde می\u200cخواهم \u200fx &<!-- -->4\n") or posted.endswith("abcde می\u200cخواهم \u200fx &<!-- -->4"), posted


def a_repository(scratch, name):
    folder = scratch / name
    env = environment(scratch)
    run(["git", "init", "-q", str(folder)], scratch, env)
    (folder / "sss.toml").write_text("")
    (folder / "data/milestones").mkdir(parents=True)
    (folder / "data/milestones/old.toml").write_text('title = "Old"\ntype = "review"\nowner = "nobody"\n')
    run(["git", "add", "-A"], folder, env)
    run(["git", "commit", "-qm", "A repository with a mistake in it"], folder, env)
    return folder


def write_milestone(folder, name, *lines):
    (folder / f"data/milestones/{name}.toml").write_text('title = "New"\ntype = "review"\n' + "".join(line + "\n" for line in lines))


def the_action_runs(scratch):
    origin = a_repository(scratch, "origin")
    clone = scratch / "clone"
    env = environment(scratch)
    run(["git", "clone", "-q", str(origin), str(clone)], scratch, env)
    run(["git", "checkout", "-qb", "work"], clone, env)
    script = [str(HERE / "github/run-sss.sh")]
    pull_request = environment(scratch, GITHUB_BASE_REF="main", GITHUB_ACTIONS="true")
    assert "::error title=unknown-reference,file=data/milestones/old.toml" in run(script, clone, env, 1), "outside a pull request all counts"
    assert "nothing new since origin/main" in run(script, clone, pull_request, 0)
    assert "old.toml" in run(script, clone, pull_request | {"SSS_SINCE": "none"}, 1)
    write_milestone(clone, "new", "owner = 'nobody'")
    assert "new.toml" in run(script, clone, pull_request, 1)
    run(script, clone, pull_request | {"SSS_FORMAT": "sarif", "SSS_OUTPUT": "out.sarif", "SSS_ARGS": "--fail-on\n error  data/milestones/old.toml"}, 0)
    assert json.loads((clone / "out.sarif").read_text())["runs"][0]["results"] == []
    run(script, clone, pull_request | {"SSS_ARGS": "$(touch\tpwned) *"}, 2)
    assert not (clone / "pwned").exists()
    write_milestone(clone, "new", "planned = 2018-05-01")
    run(["git", "add", "data"], clone, env)
    run(["git", "commit", "-qm", "One more"], clone, env)
    told = run(script, clone, pull_request | {"SSS_COMMAND": "diff", "SSS_ARGS": "--format markdown"}, 0)
    assert "1 record" in told or "New" in told, told
    shallow = scratch / "shallow"
    run(["git", "clone", "-q", "--depth", "1", f"file://{origin}", str(shallow)], scratch, env)
    assert "fetch-depth: 0" in run(script, shallow, pull_request, 3)


def the_action_takes_a_released_package(scratch):
    """Where no sss is on PATH: the package whose checksum stands in the action's source, else a build; never another file."""
    records = a_repository(scratch, "of-the-action")
    action = scratch / "runner/_actions/programme/sss/c0ffee"
    (action / "packaging").mkdir(parents=True)
    (action / "dev").write_text('#!/bin/sh\necho "built: $*"\n')
    (action / "dev").chmod(0o755)
    name = f"sss-9.1.0-linux-{os.uname().machine}.tar.gz"
    program = scratch / "packed/sss-9.1.0/bin/sss"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\necho "released: $*"\n')
    program.chmod(0o755)
    (scratch / "served").mkdir()
    package = scratch / "served" / name
    run(["tar", "-czf", package, "-C", scratch / "packed", "sss-9.1.0"], scratch, environment(scratch))
    checksum = hashlib.sha256(package.read_bytes()).hexdigest()
    tools = scratch / "tools"
    tools.mkdir()
    for tool in ("bash", "curl", "grep", "tail", "uname", "mkdir", "sha256sum", "tar", "gzip", "mv", "sh"):
        if tool != "curl":
            (tools / tool).symlink_to(shutil.which(tool))
    (tools / "curl").write_text("""#!/bin/bash
[ -e "$FAKE/$(basename "${@: -1}")" ] || { echo "curl: (22) 404" >&2; exit 22; }
while [ "$1" != --output ]; do shift; done
/bin/cp "$FAKE/$(/usr/bin/basename "${@: -1}")" "$2"
echo "${@: -1}" >> "$FAKE/asked"
""".replace("$(basename", "$(/usr/bin/basename"))
    (tools / "curl").chmod(0o755)
    env = environment(scratch) | {"PATH": str(tools), "GITHUB_ACTION_PATH": str(action), "FAKE": str(scratch / "served"), "GITHUB_SERVER_URL": "https://forge.example"}
    script = [str(HERE / "github/run-sss.sh")]

    def answer(runner, code=0, **more):
        (scratch / runner).mkdir(exist_ok=True)
        return run(script, records, env | {"RUNNER_TEMP": str(scratch / runner)} | more, code)

    released = action / "packaging/released"
    assert answer("a") == "built: sss validate --format=github\n", "no list is no package"
    released.write_text((ROOT / "packaging/released").read_text())
    answer("a")
    released.write_text(f"# as sha256sum lists them\n{'0' * 64}  sss-9.0.0-linux-{os.uname().machine}.tar.gz\n{checksum}  {name}\n{checksum}  sss-9.2.0-linux-vax.tar.gz\n")
    assert answer("b") == "released: validate --format=github\n", "the last one that fits the machine"
    assert answer("b") == "released: validate --format=github\n"
    asked = (scratch / "served/asked").read_text().splitlines()
    assert asked == [f"https://forge.example/programme/sss/releases/download/v9.1.0/{name}"], f"it is fetched once: {asked}"
    own = shutil.copytree(action, scratch / "checkout")
    assert "built" in answer("c", GITHUB_ACTION_PATH=str(own)), "a checkout of one's own has no releases"
    package.write_bytes(package.read_bytes() + b"\0")
    assert "its checksum differs" in answer("d", 3), "another file is never run, and never passed over"
    package.unlink()
    told = answer("e")
    assert "there is no package at https://forge.example/" in told and "built: sss" in told, told


def a_hook_guards_commits(scratch, name, words):
    """As git runs a hook: what a commit would bring in is refused, old mistakes are not."""
    folder = a_repository(scratch, name)
    env = environment(scratch)
    hook = folder / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(words)
    hook.chmod(0o755)
    write_milestone(folder, "new", 'owner = "somebody"')
    run(["git", "add", "-A"], folder, env)
    assert 'unknown organisation "somebody"' in run(["git", "commit", "-qm", "Wrong"], folder, env, 1)
    write_milestone(folder, "new")
    assert "somebody" in run(["git", "commit", "-qm", "Mended, but not staged"], folder, env, 1), "it looks at what is staged"
    run(["git", "commit", "-qam", "Mended"], folder, env)
    write_milestone(folder, "unstaged", 'owner = "somebody"')
    run(["git", "commit", "-q", "--allow-empty", "-m", "Nothing of that is in the commit"], folder, env)
    first = scratch / f"{name}-first"
    run(["git", "init", "-q", str(first)], scratch, env)
    (first / ".git/hooks").mkdir(exist_ok=True)
    (first / ".git/hooks/pre-commit").write_text(words)
    (first / ".git/hooks/pre-commit").chmod(0o755)
    (first / "sss.toml").write_text("[data]\nfoldr = 'x'\n")
    run(["git", "add", "-A"], first, env)
    assert "foldr" in run(["git", "commit", "-qm", "The first commit of all"], first, env, 1)


FAKE_GH_OF_FORMS = r'''#!/bin/sh
printf '%s\n' "$*" >> "$FAKE/calls"
'''


def a_form_becomes_a_pull_request(scratch):
    """The steps of the workflow, one after the other, as GitHub would run them; no word of a stranger becomes a command."""
    workflow = yaml.safe_load((HERE / "github/forms.yml").read_text())
    assert triggers(workflow) == {"issues": {"types": ["labeled"]}} and workflow["permissions"] == {}
    (job,) = workflow["jobs"].values()
    assert job["if"] == "github.event.label.name == 'sss: take'", "a maintainer's label alone starts it"
    checkout, sent, taken, opened, failed = job["steps"]
    assert taken["uses"] == PLACEHOLDER and taken["with"] == {"command": "add", "args": "${{ steps.form.outputs.args }}"}
    assert set(sent["env"]) == {"BODY", "LABELS", "NUMBER"} and failed["if"] == "failure()"

    def play(name, body, labels, code=0, refused=False):
        origin, folder = scratch / f"{name}-origin", scratch / name
        env = environment(scratch)
        run(["git", "init", "-q", "--bare", str(origin)], scratch, env)
        run(["git", "clone", "-q", str(origin), str(folder)], scratch, env)
        (folder / "sss.toml").write_text("")
        (folder / "data/milestones").mkdir(parents=True)
        (folder / "data/milestones/qr.toml").write_text('title = "QR"\ntype = "review"\nplanned = 2024-05-01\n')
        run(["git", "add", "-A"], folder, env)
        run(["git", "commit", "-qm", "A plan"], folder, env)
        run(["git", "push", "-q", "origin", "main"], folder, env)
        fake = scratch / f"{name}-fake"
        (fake / "bin").mkdir(parents=True)
        (fake / "bin/gh").write_text(FAKE_GH_OF_FORMS)
        (fake / "bin/gh").chmod(0o755)
        env |= {"RUNNER_TEMP": str(fake), "GITHUB_OUTPUT": str(fake / "output"), "FAKE": str(fake), "NUMBER": "7", "BASE": "main", "GH_TOKEN": "x",
                "PATH": f"{fake / 'bin'}:{env['PATH']}", "BODY": body, "LABELS": "\\n".join(labels)}
        run(["bash", "-eo", "pipefail", "-c", sent["run"]], folder, env, 1 if refused else 0)
        if refused:
            return folder, None
        (line,) = (fake / "output").read_text().splitlines()
        arguments = line.removeprefix("args=")
        run([str(HERE / "github/run-sss.sh")], folder, env | {"SSS_COMMAND": "add", "SSS_ARGS": arguments, "GITHUB_ACTION_PATH": str(ROOT)}, code)
        if code == 0:
            run(["bash", "-eo", "pipefail", "-c", opened["run"]], folder, env)
        return folder, (fake / "calls").read_text() if (fake / "calls").exists() else ""

    log = ["git", "log", "-1", "--format=%s"]
    folder, calls = play("form-new", "### Title\r\n\r\nVibration test\r\n\r\n### Type\r\n\r\ntest\r\n", ["sss: milestone", "sss: take"])
    subject = run([*log, "origin/form-7"], folder, environment(scratch)).strip()
    assert subject.startswith("Vibration test: new milestone"), subject
    assert f"pr create --head form-7 --base main --title {subject} --body Closes #7." in calls, calls
    folder, calls = play("form-moved", "### Id\n\nqr · QR\n\n### Planned\n\n2024-06-15\n", ["bug", "sss: update", "sss: milestone", "sss: take"])
    assert run([*log, "origin/form-7"], folder, environment(scratch)) == "QR: 1 May → 15 June 2024\n"
    _, calls = play("form-same", "### Id\n\nqr\n\n### Planned\n\n2024-05-01\n", ["sss: update", "sss: milestone", "sss: take"])
    assert "issue comment 7" in calls and "pr create" not in calls, calls
    folder, calls = play("form-wrong", "### Title\n\nx\n\n### Type\n\nnothing\n", ["sss: milestone", "sss: take"], 1)
    assert calls == "" and run(["git", "branch", "-r"], folder, environment(scratch)).split() == ["origin/main"]
    for labels in (["sss: take"], ["sss: milestone; touch pwned", "sss: take"], ["sss: --help", "sss: take"]):
        assert play(f"form-labels-{len(labels[0])}", "### Title\n\nx\n", labels, refused=True)[1] is None
    play("form-evil", "### Title\n\n$(touch pwned) `touch pwned`; touch pwned\n\n### Type\n\ntest\n", ["sss: milestone", "sss: take"])
    assert not list(scratch.rglob("pwned")), "a text was run"


def hooks_guard_commits(scratch):
    a_hook_guards_commits(scratch, "hook", (HERE / "git/pre-commit").read_text())
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert all({"id", "name", "entry", "language", "files"} <= hook.keys() for hook in hooks)
    validate = next(hook for hook in hooks if hook["id"] == "sss-validate")
    assert validate["pass_filenames"] is False
    a_hook_guards_commits(scratch, "pre-commit", f"#!/bin/sh\nexec {validate['entry']}\n")
    fmt = next(hook for hook in hooks if hook["id"] == "sss-fmt")
    assert re.search(fmt["files"], "data/a.toml") and re.search(fmt["exclude"], "sss.toml")
    folder = a_repository(scratch, "fmt")
    run([*shlex.split(fmt["entry"]), "data/milestones/old.toml"], folder, environment(scratch))


def the_gitlab_job_runs(scratch):
    (job,) = yaml.safe_load((HERE / "gitlab/records.yml").read_text()).values()
    assert job["variables"] == {"GIT_DEPTH": "0"} and job["artifacts"]["when"] == "always"
    folder = a_repository(scratch, "gitlab")
    base = run(["git", "rev-parse", "HEAD"], folder, environment(scratch)).strip()
    script = "set -eo pipefail\n" + "\n".join(job["script"])
    run(["bash", "-c", script], folder, environment(scratch), 1)
    env = environment(scratch, CI_MERGE_REQUEST_DIFF_BASE_SHA=base, GITLAB_CI="true")
    run(["bash", "-c", script], folder, env, 0)
    reports = job["artifacts"]["reports"]
    assert len(json.loads((folder / reports["codequality"]).read_text())) == 1, "GitLab compares by itself: it is given all"
    assert 'failures="0"' in (folder / reports["junit"]).read_text()


def main():
    workflows_are_careful()
    script = the_privileged_one_runs_nothing_of_others()
    the_action_is_careful()
    with tempfile.TemporaryDirectory(prefix="integrations.") as name:
        scratch = pathlib.Path(name).resolve()
        init_writes_the_same_workflow(scratch, environment(scratch))
        comments_are_posted_safely(script, scratch)
        the_action_runs(scratch)
        the_action_takes_a_released_package(scratch)
        a_form_becomes_a_pull_request(scratch)
        hooks_guard_commits(scratch)
        the_gitlab_job_runs(scratch)
    print("the action, the workflows, the hooks and the GitLab job do their work, and no more")


if __name__ == "__main__":
    main()
