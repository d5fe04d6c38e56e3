"""The forge files of a new hub: valid by the forges' own schemas, without a weakness that is known, and their steps run to the end."""

import hashlib
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import yaml

from check_desk import program, run

TOOLS = Path(sys.executable).parent
# Not on every machine: see Tests/acceptance/run.
ACTIONLINT = TOOLS / "actionlint"
SCHEMAS = {".github/workflows/hub.yml": "vendor.github-workflows", ".gitlab-ci.yml": "vendor.gitlab-ci",
           ".woodpecker/hub.yaml": "vendor.woodpecker-ci"}


def check_forges(_site):
    faults, steps = [], 0
    with tempfile.TemporaryDirectory() as scratch:
        release, digest = pack_release(Path(scratch))
        hub = Path(scratch, "hub")
        begun = run("new", "hub", hub, "--release", "https://releases.example/hubwright.tar.gz", "--digest", digest)
        if begun.returncode:
            return "", [f"new hub: {begun.stderr}"]
        faults += lint(hub)
        # The same release, where this machine can fetch it.
        for name in SCHEMAS:
            file = hub / name
            file.write_text(file.read_text().replace("https://releases.example/hubwright.tar.gz", release.as_uri()))
        prepare(hub)
        for name, commands, environment in scripts(hub):
            steps += len(commands)
            faults += [f"{name}: {fault}" for fault in perform(commands, hub, environment)]
        report = hub / "hubwright.json"
        if not report.is_file() or yaml.safe_load(report.read_text()) != []:
            faults.append(".gitlab-ci.yml: its report is not an empty list, as that of a hub without a fault is")
        faults += refuses_another_release(hub, release, digest)
    return f"{len(SCHEMAS)} files, {steps} steps{'' if ACTIONLINT.exists() else ', without actionlint'}", faults


def pack_release(scratch):
    """The program as its release has it, which is built elsewhere."""
    archive = scratch / "hubwright.tar.gz"
    with tarfile.open(archive, "w:gz") as tar:
        tar.add(program().resolve(), "hubwright-0/bin/hubwright")
    return archive, hashlib.sha256(archive.read_bytes()).hexdigest()


def lint(hub):
    commands = [[TOOLS / "check-jsonschema", "--builtin-schema", schema, hub / name] for name, schema in SCHEMAS.items()]
    commands.append([TOOLS / "zizmor", "--offline", "--no-progress", "--persona", "pedantic", hub / ".github/workflows/hub.yml"])
    if ACTIONLINT.exists():
        commands.append([ACTIONLINT, "-no-color", hub / ".github/workflows/hub.yml"])
    faults = []
    for command in commands:
        found = subprocess.run(command, capture_output=True, text=True, cwd=hub)
        if found.returncode:
            faults.append(f"{command[0].name}: {(found.stdout + found.stderr).strip()[-1500:]}")
    return faults


def prepare(hub):
    text = (hub / "site-content/hub.yaml").read_text()
    (hub / "site-content/hub.yaml").write_text(text.replace("hub.example.org", "talks.internal"))
    for command in (["init", "--quiet", "--initial-branch", "main"], ["add", "--all"],
                    ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--message", "Begin"]):
        subprocess.run(["git", *command], cwd=hub, check=True)


def scripts(hub):
    """The commands of each job, in the order in which the forge runs them, with the environment that it gives them."""
    github = yaml.safe_load((hub / ".github/workflows/hub.yml").read_text())
    commands = [step["run"] for job in github["jobs"].values() for step in job["steps"] if "run" in step]
    yield "GitHub", commands, github["env"] | {"GITHUB_EVENT_NAME": "push", "GITHUB_OUTPUT": str(hub / ".github-output")}
    gitlab = yaml.safe_load((hub / ".gitlab-ci.yml").read_text())
    for job in ("check", "pages"):
        yield f"GitLab {job}", gitlab[job]["script"], gitlab["variables"] | {"CI_PIPELINE_SOURCE": "push"}
    woodpecker = yaml.safe_load((hub / ".woodpecker/hub.yaml").read_text())
    forge = hub.parent / "forge"
    subprocess.run(["git", "init", "--quiet", "--bare", forge / "me/hub.git"], check=True)
    environment = {"CI_PIPELINE_EVENT": "push", "CI_FORGE_URL": forge.as_uri(), "CI_REPO": "me/hub", "TOKEN": "x"}
    for step in woodpecker["steps"]:
        own = {key: value for key, value in step["environment"].items() if isinstance(value, str)}
        yield f"Woodpecker {step['name']}", step["commands"], environment | own


def perform(commands, hub, environment):
    home = hub.parent / "home"
    home.mkdir(exist_ok=True)
    # Nothing of this machine's settings, as on a forge.
    variables = {"PATH": os.environ["PATH"], "HOME": str(home), **environment}
    ended = subprocess.run(["sh", "-e", "-c", "\n".join(commands)], cwd=hub, env=variables, capture_output=True, text=True, timeout=600)
    return [f"ends with {ended.returncode}: {ended.stderr.strip()[-800:]}"] if ended.returncode else []


def refuses_another_release(hub, release, digest):
    wrong = digest.translate(str.maketrans("0123456789abcdef", "123456789abcdef0"))
    ended = subprocess.run([".ci/hubwright", "check"], cwd=hub, capture_output=True, text=True, env={
        "PATH": os.environ["PATH"], "HOME": str(hub.parent), "HUBWRIGHT_RELEASE": release.as_uri(), "HUBWRIGHT_DIGEST": wrong})
    is_refused = ended.returncode == 1 and "was not run" in ended.stderr
    return [] if is_refused else [f"a release with another digest is run: {ended.stderr[-300:]}"]
