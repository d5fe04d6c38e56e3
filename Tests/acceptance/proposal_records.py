"""The hub's own records of proposals, read without the program, and what readers should be told of them."""

from collections import Counter
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
OUTCOMES = ["adopted", "adopted-with-changes", "rejected", "withdrawn", "no-consensus", "unknown"]
REMARKS = {"sourced": "", "none": "", "inferred": "inferred_short", "memory": "certainty_memory"}


def read_records(folder):
    """The originals of a folder by id, from lists and from the front matter of single files; a translation has a language in its name."""
    records = {}
    for path in sorted((ROOT / "site-content" / folder).glob("*.*")):
        if path.name.count(".") > 1:
            continue
        if path.suffix == ".md":
            records[path.stem] = yaml.load(path.read_text().split("\n---", 1)[0].removeprefix("---"), Loader=yaml.BaseLoader)
            continue
        for record in yaml.load(path.read_text(), Loader=yaml.BaseLoader) or []:
            records[record["id"]] = record
    return records


WORDS = yaml.safe_load((ROOT / "templates/strings/en.yaml").read_text())


def outcome(proposal):
    """What readers may be told of an outcome: one without any report is unknown."""
    told, confidence = proposal.get("outcome", "unknown"), proposal.get("outcome_confidence", "none")
    return "unknown" if told == "unknown" or confidence == "none" else told


def phrase(proposal):
    """The words for what became of a proposal, in the middle of a sentence."""
    told = outcome(proposal)
    words = WORDS["result_" + told.replace("-", "_")].lower()
    remark = "" if told == "unknown" else REMARKS[proposal["outcome_confidence"]]
    return f"{words} ({WORDS[remark]})" if remark else words


def counted(proposals):
    """How many proposals came to what, by its words."""
    return Counter(map(phrase, proposals))


def numbers_in(text):
    """The counts in words such as "3 proposals: 1 adopted, 2 not known" or "1 adopted, 2 not known", without the sum."""
    parts = text.split(": ", 1)[-1].split(", ")
    return Counter({words: int(number) for number, words in (part.split(" ", 1) for part in parts)})
