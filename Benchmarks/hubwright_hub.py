"""Writes a corpus as a hub of Hubwright."""

import tempfile
from pathlib import Path

from corpus import Article, Corpus, Record, make_corpus

KINDS = {"explainers": "explainer", "guides": "guide", "briefings": "briefing", "dispatches": "dispatch"}


def make_hub(size: int, folder: Path, is_plain: bool = False) -> Path:
    """A hub of so many articles, in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    hub = Path(tempfile.mkdtemp(prefix=f"hub-{size}-", dir=folder))
    write_hub(make_corpus(size), hub, is_plain)
    return hub


def write_hub(corpus: Corpus, folder: Path, is_plain: bool = False) -> None:
    """A plain hub has pages and feeds, but no search, books or offline copy."""
    content = folder / "site-content"
    for name in [*KINDS, "issues", "meetings", "people", "glossary", "resolutions", "library", "bodies"]:
        (content / name).mkdir(parents=True, exist_ok=True)
    write(content / "hub.yaml", (PLAIN if is_plain else "") + HUB + "".join(SECTION.format(folder=name, kind=kind) for name, kind in KINDS.items()))
    write(content / "bodies/bodies.yaml", "- id: assembly\n  title: Assembly\n")
    write(content / "issues/issues.yaml", records(corpus.issues, lambda _: "  stance: to-watch\n"))
    write(content / "meetings/meetings.yaml", records(corpus.meetings, meeting))
    write(content / "people/people.yaml", records(corpus.people, lambda n: f"  role: Delegate {n}\n"))
    write(content / "library/library.yaml", records(corpus.library, lambda n: f"  url: https://example.org/{n}\n  type: report\n"))
    write(content / "glossary/glossary.yaml", "\n".join(
        f"- id: {term.id}\n  title: {term.title}\n  meaning: {term.summary}\n" for term in corpus.terms))
    write(content / "resolutions/resolutions.yaml", records(corpus.resolutions, lambda n: f"  organ: assembly\n  number: {n}\n"))
    for article in corpus.articles:
        write(content / article.section / f"{article.id}.md", document(article))


def document(article: Article) -> str:
    own = {
        "guides": "for: Delegates\n",
        "briefings": f"meeting: {article.meetings[0]}\n",
        "dispatches": f"meeting: {article.meetings[0]}\nrole: Observer\n",
    }.get(article.section, "")
    sources = "".join(f"  - library: {name}\n" for name in article.library)
    return (
        f"---\ntitle: {article.title}\nsummary: {article.summary}\nauthors: {listed(article.authors)}\n"
        f"date: {article.date}\nupdated: {article.updated}\nreview: {article.review}\nissues: {listed(article.issues)}\n"
        f"meetings: {listed(article.meetings)}\ntags: {listed(article.tags)}\nsources:\n{sources}{own}---\n\n{article.body}")


def records(records: list[Record], fields) -> str:
    """A list of records; `fields` says what a kind has besides, for the n-th of them."""
    return "\n".join(
        f"- id: {record.id}\n  title: {record.title}\n  summary: {record.summary}\n  sources: [library: publication-1]\n{fields(number)}"
        for number, record in enumerate(records, 1))


def meeting(number: int) -> str:
    day = f"{2016 + number // 3}-0{1 + number % 9}"
    return f"  type: session\n  organ: assembly\n  start: {day}-10\n  end: {day}-21\n  city: Geneva\n"


def listed(items: list[str]) -> str:
    return f"[{', '.join(items)}]"


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


PLAIN = "search: false\ndownloads: {copy: false, books: false}\n"

HUB = """\
title: A hub to measure
summary: Articles that nobody wrote, with the records they refer to.
address: https://hub.example.org/
language: en
time_zone: Europe/Zurich
publisher: {name: Nobody}
licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/}
languages: [en]
meeting_types: [{id: session, title: Session}]
citations: [{write: "Resolution {number}", organ: assembly}]
sections:
"""

SECTION = """\
  - {{folder: {folder}, kind: {kind}, title: The {folder}, summary: All of the {folder}., order: date}}
"""
