"""The open data read by others' readers: JSON that its schema admits, and tables that a spreadsheet opens right."""

import csv
import json
import re
from html import unescape

from jsonschema import Draft202012Validator

FORMULA = re.compile(r"^[=+\-@\t\r\n＝＋－＠]")


def check_data(site):
    names = [name.removesuffix(".schema.json") for name in site.named(".schema.json")]
    dictionary = unescape(site.bytes_of("data/index.html").decode())
    faults = []
    for name in names:
        data = json.loads(site.bytes_of(f"{name}.json"))
        schema = json.loads(site.bytes_of(f"{name}.schema.json"))
        Draft202012Validator.check_schema(schema)
        faults += [f"{name}.json: {error.message[:200]} at {error.json_path}" for error in Draft202012Validator(schema).iter_errors(data)]
        if not data.get("licence") or data.get("schema") != schema["$id"]:
            faults.append(f"{name}.json names no licence or another schema")
        faults += _check_table(site, name, data["records"], dictionary)
    return f"{len(names)} kinds of records", faults


def _check_table(site, name, records, dictionary):
    raw = site.bytes_of(f"{name}.csv")
    faults = []
    if not raw.startswith(b"\xef\xbb\xbf") or not raw.endswith(b"\r\n"):
        faults.append(f"{name}.csv has no byte-order mark or no line end at its end")
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True), strict=True))
    header, rows = rows[0], rows[1:]
    faults += [f"{name}.csv line {number}: {len(row)} cells, not {len(header)}" for number, row in enumerate(rows, 2) if len(row) != len(header)]
    faults += [f"{name}.csv holds a formula: {cell[:40]!r}" for row in rows for cell in row if FORMULA.match(cell)]
    if [row[0] for row in rows] != [record[header[0]] for record in records]:
        faults.append(f"{name}.csv and {name}.json hold different records")
    faults += [f"the data dictionary does not explain {name}.csv's column {column}" for column in header if f"<code>{column}</code>" not in dictionary]
    if any(record.get("sources") for record in records) and "sources" not in header:
        faults.append(f"{name}.csv has no column for its sources")
    return faults
