"""The open data as programs of others read it: the Data Package, CSV on the Web, and the people and votes by the names of Popolo."""

import csv
import json
import re
from html import unescape

from csvw import CSVW
from frictionless import validate

POPOLO = {"persons", "organizations", "events", "memberships", "vote_events"}


def check_tables(site):
    if "data/datapackage.json" not in site:
        return "no data", ["the site has no data/datapackage.json"]
    package = json.loads(site.bytes_of("data/datapackage.json"))
    metadata = json.loads(site.bytes_of("data/csv-metadata.json"))
    tables = {table["url"].removesuffix(".csv"): table for table in metadata["tables"]}
    faults = _faults_of_package(site) + _faults_of_metadata(site)
    expected = {name.removeprefix("data/").removesuffix(".csv") for name in site.named(".csv") if name.startswith("data/")}
    if not {resource["name"] for resource in package["resources"]} == set(tables) == expected:
        faults.append("the tables, the Data Package and the metadata name different tables")
    dictionary = unescape(site.bytes_of("data/index.html").decode())
    columns = 0
    for resource in package["resources"]:
        columns += len(resource["schema"]["fields"])
        faults += _differences(site, resource, tables[resource["name"]], dictionary)
    things = _faults_of_popolo(site, faults) if "data/popolo.json" in site else 0
    return f"{len(tables)} tables with {columns} columns, {things} people, organisations, meetings and votes", faults


def _faults_of_package(site):
    report = validate(str(site.root / "data/datapackage.json"))
    faults = [f"datapackage.json: {error.message[:200]}" for error in report.errors]
    for task in report.tasks:
        faults += [f"datapackage.json, {task.name}: {error.message[:200]}" for error in task.errors]
    if report.stats["tasks"] == 0:
        faults.append("datapackage.json: no table was read")
    return faults


def _faults_of_metadata(site):
    try:
        # A key that is empty names nothing, which the Recommendation allows.
        table_group = CSVW(str(site.root / "data/csv-metadata.json"), validate=True, strict=False)
        if table_group.is_valid:
            return []
    except ValueError as error:  # A cell of another type than its column ends the reading.
        return [f"csv-metadata.json: {error}"]
    return [f"csv-metadata.json: {str(warning.message)[:200]}" for warning in table_group.warnings] or ["csv-metadata.json is not valid"]


def _differences(site, resource, table, dictionary):
    """Where the columns of a table, or what is said of them, differ between what describes it."""
    name = resource["name"]
    text = site.bytes_of(f"data/{resource['path']}").decode("utf-8-sig")
    header = next(csv.reader(text.splitlines(keepends=True), strict=True))
    fields = {field["name"]: field["description"] for field in resource["schema"]["fields"]}
    columns = {column["name"]: column["dc:description"] for column in table["tableSchema"]["columns"]}
    schema = json.loads(site.bytes_of(f"data/{name}.schema.json"))["properties"]["records"]["items"]
    faults = []
    if not list(fields) == list(columns) == header:
        faults.append(f"{name}: the table, the Data Package and the metadata have different columns")
    for column, meaning in fields.items():
        if not meaning == columns.get(column) == _meaning(schema, column.split(".")):
            faults.append(f"{name}: what is said of {column} differs")
        if not re.search(rf"<code>{re.escape(column)}</code></th><td>[^<]*</td><td>{re.escape(meaning)}</td>", dictionary):
            faults.append(f"{name}: the dictionary says something else of {column}")
    return faults


def _meaning(schema, path):
    for name in path:
        schema = schema.get("properties", {}).get(name, {})
    return schema.get("description")


def _faults_of_popolo(site, faults):
    popolo = json.loads(site.bytes_of("data/popolo.json"))
    things = {thing["id"] for name in POPOLO for thing in popolo.get(name, []) if "id" in thing}
    count = sum(len(popolo.get(name, [])) for name in POPOLO)
    if len(things) != count - len(popolo.get("memberships", [])):
        faults.append("popolo.json: two things have one id, or one has none")
    for name in sorted(POPOLO & set(popolo)):
        for thing in popolo[name]:
            named = [value for key, value in thing.items() if key.endswith("_id")] + [thing.get("member", {}).get("id")]
            faults += [f"popolo.json: {name} name '{each}', which is not there" for each in named if each and each not in things]
            if any(value in (None, "", []) for value in thing.values()):
                faults.append(f"popolo.json: {name} have an empty field: {str(thing)[:100]}")
    if not set(popolo) <= POPOLO | {"title", "licence", "source"}:
        faults.append("popolo.json: other lists than those of Popolo")
    return count
