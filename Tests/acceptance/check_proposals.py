"""The trackers of proposals, counted again from the records themselves: every proposal is found everywhere, and all counts agree."""

import csv
import html
import json
import re
from collections import Counter
from itertools import chain
from pathlib import Path

from proposal_records import counted, numbers_in, outcome, read_records

# The points for debate of the briefing on one conference, and the asks that they hold.
POINTS, ASKS, POINTS_AT = 28, 41, "pp-22"


class Pages:
    """Pages of the site by the records that they are about; each is read once."""

    def __init__(self, root):
        self.root = Path(root)
        self.markup = {}
        self.records = {folder: read_records(folder) for folder in ("issues", "meetings", "resolutions", "actors", "countries")}

    def name(self, folder, record):
        return f"{folder}/{self.records.get(folder, {}).get(record, {}).get('slug', record)}.html"

    def page(self, folder, record):
        name = self.name(folder, record)
        if name not in self.markup:
            self.markup[name] = (self.root / name).read_text()
        return self.markup[name]

    def text(self, folder, record):
        return text_of(self.page(folder, record))

    def folder_of(self, proposer):
        return "actors" if proposer in self.records["actors"] else "countries"


def text_of(markup):
    """The words of a page, with one space between them."""
    body = re.sub(r"<(script|style).*?</\1>", " ", markup, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def check_proposals(site):
    pages = Pages(site.root)
    proposals = read_records("proposals")
    faults = check_places(pages, proposals) + check_main_points(pages, proposals) + check_sums(pages, proposals)
    for meeting in {proposal["meeting"] for proposal in proposals.values()} | {"all"}:
        members = [proposal for proposal in proposals.values() if meeting in ("all", proposal["meeting"])]
        faults += check_matrix(pages, meeting, "matrix", members, lambda proposal: [proposal["issue"]])
        faults += check_matrix(pages, meeting, "texts", members, lambda proposal: proposal.get("touches", []))
        if meeting != "all":
            faults += check_tracker(pages, meeting, members)
    return f"{len(proposals)} proposals", faults + check_index(pages.root, proposals) + check_data(pages.root, proposals)


def check_places(pages, proposals):
    """Each proposal is found from its issue, meeting, tracker, proposers, supporters and texts, and has one place of its own."""
    faults = []
    for key, proposal in proposals.items():
        asks = " ".join(proposal["asks"].split())
        places = [("issues", proposal["issue"]), ("meetings", proposal["meeting"]), ("proposals", proposal["meeting"])]
        places += [(pages.folder_of(who), who) for who in proposal.get("proposers", []) + proposal.get("supporters", [])]
        places += [("resolutions", text) for text in proposal.get("touches", [])]
        faults += [f"{key} is not on {folder}/{record}" for folder, record in places if asks not in pages.text(folder, record)]
        if pages.page("issues", proposal["issue"]).count(f'id="{key}"') != 1:
            faults.append(f"{key} has no place of its own on its issue's page")
    return faults


def check_main_points(pages, proposals):
    """The points of the briefing are all there, and each ask stands on its issue's page under the names of who made it."""
    points = {key: proposal for key, proposal in proposals.items() if proposal.get("main_point")}
    count = len({re.sub(r" \(.*", "", proposal["main_point"]) for proposal in points.values()})
    faults = [] if (count, len(points)) == (POINTS, ASKS) else [f"{count} points with {len(points)} asks, not {POINTS} with {ASKS}"]
    for key, proposal in points.items():
        if proposal["meeting"] != POINTS_AT:
            faults.append(f"{key} is a point of another meeting")
        row = pages.page("issues", proposal["issue"]).partition(f'<li id="{key}"')[2].partition("</li>\n</ul>")[0]
        shown = re.findall(r"<span>(?:<a[^>]*>)?([^<]*)", re.search(r'<p class="who">(.*?)</p>', row, re.S).group(1))
        recorded = [name_of(pages.records[pages.folder_of(who)][who]) for who in proposal["proposers"]]
        if [html.unescape(name) for name in shown] != recorded:
            faults.append(f"{key} is shown as asked by {shown}, not {recorded}")
    return faults


def name_of(record):
    return record.get("short", record["title"])


def check_sums(pages, proposals):
    """The counts in words on the pages of issues, actors, states, texts and meetings."""
    by_page = {}
    for proposal in proposals.values():
        by_page.setdefault(("issues", proposal["issue"]), []).append(proposal)
        by_page.setdefault(("meetings", proposal["meeting"]), []).append(proposal)
        for who in proposal.get("proposers", []):
            by_page.setdefault((pages.folder_of(who), who), []).append(proposal)
        for text in proposal.get("touches", []):
            by_page.setdefault(("resolutions", text), []).append(proposal)
    faults = []
    for (folder, record), members in by_page.items():
        section = pages.page(folder, record).partition('id="proposals">' if folder == "meetings" else 'id="positions">')[2]
        found = re.search(r'<p class="sum">(.*?)</p>', section)
        if not found or numbers_in(found.group(1)) != counted(members) or int(found.group(1).split()[0]) != len(members):
            faults.append(f"{folder}/{record} says {found and found.group(1)!r} of {len(members)} proposals")
    return faults


def check_tracker(pages, meeting, members):
    tracker = pages.page("proposals", meeting)
    faults = []
    found = Counter(re.findall(r'data-outcome="([^"]*)"', tracker))
    if found != Counter(map(outcome, members)):
        faults.append(f"the tracker of {meeting} counts {dict(found)}")
    if table_numbers(tracker)[-1:] != [len(members)]:
        faults.append(f"the table of {meeting} adds up to {table_numbers(tracker)[-1:]}, not {len(members)}")
    return faults


def check_matrix(pages, meeting, kind, members, rows_of):
    """Each cell, each total of a row and of a column, and the sum of a matrix, in numbers and in words."""
    members = [proposal for proposal in members if rows_of(proposal)]
    expected = {}
    for proposal in members:
        makers = proposal.get("proposers") or ["-"]
        for row, column in chain(((row, column) for row in [*rows_of(proposal), ""] for column in [*makers, ""])):
            expected.setdefault((row, column), []).append(proposal)
    page = pages.page("proposals", f"{meeting}-{kind}")
    columns = ["", *re.findall(r'<th scope="col" data-key="([^"]*)"', page)]
    body, foot = re.findall(r"<tbody.*?</tbody>|<tfoot.*?</tfoot>", page, re.S) or ["", ""]
    rows = re.findall(r'<tr data-key="([^"]*)">(.*?)</tr>', body, re.S) + [("", foot)]
    shown = {}
    for row, markup in rows:
        for column, cell in zip(columns, re.findall(r"<td(.*?)</td>", markup, re.S), strict=True):
            if found := re.search(r"<b>(\d+)</b> <span>(.*?)</span>", cell):
                shown[row, column] = (int(found.group(1)), found.group(2))
    faults = []
    for place in expected.keys() | shown.keys():
        number, words = shown.get(place, (0, ""))
        counts = counted(expected.get(place, []))
        said = {words: number} if len(counts) == 1 else numbers_in(words) if words else {}
        if number != counts.total() or said != counts:
            faults.append(f"{meeting}-{kind} says {number} {words!r} at {place}, not {dict(counts)}")
    return faults


def check_index(root, proposals):
    total = table_numbers((root / "proposals/index.html").read_text())
    return [] if total[-1:] == [len(proposals)] else [f"the list of proposals counts {total[-1:]}, not {len(proposals)}"]


def check_data(root, proposals):
    faults = []
    for kind, rows in (("csv", list(csv.DictReader((root / "data/proposals.csv").read_text(encoding="utf-8-sig").splitlines()))),
                       ("json", json.loads((root / "data/proposals.json").read_text())["records"])):
        if sorted(row["id"] for row in rows) != sorted(proposals):
            faults.append(f"data/proposals.{kind} holds {len(rows)} records, not {len(proposals)}")
        if Counter(map(outcome, rows)) != Counter(map(outcome, proposals.values())):
            faults.append(f"data/proposals.{kind} counts other outcomes")
    return faults


def table_numbers(page):
    """The numbers in the table of outcomes, in reading order."""
    table = re.search(r'<table class="counts">(.*?)</table>', page, re.S)
    return [int(number) for number in re.findall(r">(\d+)</td>", table.group(1))] if table else []
