"""Writes a corpus as a site of Hugo, on the layouts in `hugo/`, which show what Hubwright's default theme shows."""

import re
import shutil
from pathlib import Path

from corpus import SECTIONS, Article, Corpus, Record
from hubwright_hub import listed, write

LAYOUTS = Path(__file__).parent / "hugo"
TAXONOMIES = ["issues", "meetings", "authors", "library"]


def write_site(corpus: Corpus, folder: Path, style: Path) -> None:
    """`style` is the style sheet of Hubwright's theme, so that both write the same assets."""
    shutil.copytree(LAYOUTS, folder, dirs_exist_ok=True)
    (folder / "static/assets").mkdir(parents=True, exist_ok=True)
    shutil.copy(style, folder / "static/assets/style.css")
    content = folder / "content"
    for section in SECTIONS:
        (content / section).mkdir(parents=True, exist_ok=True)
        write(content / section / "_index.md", f"---\ntitle: The {section}\ndescription: All of the {section}.\n---\n")
    for taxonomy, records in zip(TAXONOMIES, [corpus.issues, corpus.meetings, corpus.people, corpus.library]):
        write_terms(content / taxonomy, records)
    # Publications and terms of the glossary have their place on one page, as they have in Hubwright.
    write(content / "library/_index.md", "---\ntitle: Library\ncascade: [{target: {kind: term}, build: {render: never}}]\n---\n")
    write(content / "glossary.md", glossary(corpus.terms))
    for record in corpus.resolutions:
        path = content / "resolutions" / f"{record.id}.md"
        path.parent.mkdir(exist_ok=True)
        write(path, f"---\ntitle: {record.title}\ndescription: {record.summary}\n---\n")
    for article in corpus.articles:
        write(content / article.section / f"{article.id}.md", document(article))


def write_terms(folder: Path, records: list[Record]) -> None:
    for record in records:
        (folder / record.id).mkdir(parents=True, exist_ok=True)
        write(folder / record.id / "_index.md", f"---\ntitle: {record.title}\ndescription: {record.summary}\n---\n")


def glossary(terms: list[Record]) -> str:
    return "---\ntitle: Glossary\n---\n\n" + "\n\n".join(f"## {term.title}\n\n{term.summary}" for term in terms) + "\n"


def document(article: Article) -> str:
    return (
        f"---\ntitle: {article.title}\ndescription: {article.summary}\nauthors: {listed(article.authors)}\n"
        f"date: {article.date}\nlastmod: {article.updated}\nreview: {article.review}\nissues: {listed(article.issues)}\n"
        f"meetings: {listed(article.meetings)}\ntags: {listed(article.tags)}\nlibrary: {listed(article.library)}\n"
        f"---\n\n{with_links(article.body)}")


def with_links(body: str) -> str:
    return re.sub(r"\[\[([^|\]]+)\|([^\]]+)\]\]", r"[\2](/\1)", body)
