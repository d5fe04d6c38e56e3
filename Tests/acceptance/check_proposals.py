"""The trackers of proposals, counted again from the records themselves: every proposal is found everywhere, and all counts agree."""

import csv
import html
import json
import re
from collections import Counter
from pathlib import Path

import yaml

# 28 points as printed; two of them hold two positions each, which are kept apart.
POINTS, ASKS = 30, 41
CONTENT = Path(__file__).resolve().parents[2] / "site-content"


def read_records(folder):
    """The records of a folder by id, from lists and from the front matter of single files."""
    records = {}
    for path in sorted((CONTENT / folder).glob("*.yaml")):
        for record in yaml.load(path.read_text(), Loader=yaml.BaseLoader) or []:
            records[record["id"]] = record
    for path in sorted((CONTENT / folder).glob("*.md")):
        records[path.stem] = yaml.load(path.read_text().split("\n---", 1)[0].removeprefix("---"), Loader=yaml.BaseLoader)
    return records


def text_of(path):
    """The words of a page, with one space between them."""
    body = re.sub(r"<(script|style).*?</\1>", " ", path.read_text(), flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def state(proposal):
    """What readers may be told of an outcome: one without any report is unknown."""
    outcome, confidence = proposal.get("outcome", "unknown"), proposal.get("outcome_confidence", "none")
    return "unknown" if "unknown" == outcome or confidence == "none" else outcome


class Pages:
    """Pages of the site by the records that they are about; each is read once."""

    def __init__(self, root):
        self.root = Path(root)
        self.texts = {}
        self.slugs = {folder: {key: record.get("slug", key) for key, record in read_records(folder).items()}
                      for folder in ("issues", "meetings", "resolutions", "actors", "countries")}

    def text(self, folder, record):
        name = f"{folder}/{self.slugs.get(folder, {}).get(record, record)}.html"
        if name not in self.texts:
            self.texts[name] = text_of(self.root / name)
        return self.texts[name]


def check_proposals(site):
    pages = Pages(site.root)
    proposals = read_records("proposals")
    actors = read_records("actors")
    faults = []
    for key, proposal in proposals.items():
        asks = " ".join(proposal["asks"].split())
        places = [("issues", proposal["issue"]), ("meetings", proposal["meeting"]), ("proposals", proposal["meeting"])]
        places += [("actors" if who in actors else "countries", who)
                   for who in proposal.get("proposers", []) + proposal.get("supporters", [])]
        places += [("resolutions", text) for text in proposal.get("touches", [])]
        faults += [f"{key} is not on {folder}/{record}" for folder, record in places if asks not in pages.text(folder, record)]
        anchor = f'id="{key}"'
        issue_page = (pages.root / f"issues/{pages.slugs['issues'][proposal['issue']]}.html").read_text()
        if issue_page.count(anchor) != 1:
            faults.append(f"{key} has no place of its own on its issue's page")
    faults += check_main_points(proposals)
    faults += check_counts(pages.root, proposals)
    return f"{len(proposals)} proposals", faults


def check_main_points(proposals):
    """The briefing's main points for debate are all there: POINTS of them, split into ASKS."""
    asks = [proposal["main_point"] for proposal in proposals.values() if proposal.get("main_point")]
    if (len(set(asks)), len(asks)) == (POINTS, ASKS):
        return []
    return [f"the briefing's main points are {len(set(asks))} in {len(asks)} asks, not {POINTS} in {ASKS}"]


def check_counts(root, proposals):
    faults = []
    by_meeting = {}
    for proposal in proposals.values():
        by_meeting.setdefault(proposal["meeting"], []).append(proposal)
    for meeting, members in by_meeting.items():
        tracker = (root / f"proposals/{meeting}.html").read_text()
        found = Counter(re.findall(r'data-outcome="([^"]*)"', tracker))
        if found != Counter(map(state, members)):
            faults.append(f"the tracker of {meeting} counts {dict(found)}")
        table = numbers(tracker, "counts")
        if table and table[-1] != len(members):
            faults.append(f"the table of {meeting} adds up to {table[-1]}, not {len(members)}")
        matrix = (root / f"proposals/{meeting}-matrix.html").read_text()
        pairs = Counter((p["issue"], who) for p in members for who in p.get("proposers", []))
        cells = {(issue, who): int(count) for issue, who, count in re.findall(
            r'\?issue=([^&"]+)&amp;actor=([^#"]+)#[^>]*>(?:<span[^>]*>[^<]*</span>)?(\d+)</a>', matrix)}
        if cells != dict(pairs):
            faults.append(f"the matrix of {meeting} differs in {set(cells.items()) ^ set(pairs.items())}")
    for kind, rows in (("csv", list(csv.DictReader((root / "data/proposals.csv").read_text(encoding="utf-8-sig").splitlines()))),
                       ("json", json.loads((root / "data/proposals.json").read_text())["records"])):
        if sorted(row["id"] for row in rows) != sorted(proposals):
            faults.append(f"data/proposals.{kind} holds {len(rows)} records, not {len(proposals)}")
        if Counter(map(state, rows)) != Counter(map(state, proposals.values())):
            faults.append(f"data/proposals.{kind} counts other outcomes")
    total = numbers((root / "proposals/index.html").read_text(), "counts")
    if not total or total[-1] != len(proposals):
        faults.append(f"the list of proposals counts {total[-1:]}, not {len(proposals)}")
    return faults


def numbers(page, table_class):
    """The numbers in a table, in reading order."""
    table = re.search(rf'<table class="{table_class}">(.*?)</table>', page, re.S)
    return [int(number) for number in re.findall(r">(\d+)</td>", table.group(1))] if table else []
