"""What a page says in another language than its own stands under that language's tag (WCAG 2.2, 3.1.2)."""

import re
from html.parser import HTMLParser

WITHOUT_END = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
WITHOUT_TEXT = {"script", "style", "template"}
# Names are the same in many languages, and hold few such words.
PLAIN_WORD = re.compile(r"(?<!\S)[a-z]{4,}\b")


class _TextReader(HTMLParser):
    """The texts of a page, each with the language of the element that it stands in."""

    def __init__(self):
        super().__init__()
        self.open, self.texts = [("", "")], []

    def handle_starttag(self, tag, attributes):
        if tag not in WITHOUT_END:
            self.open.append((tag, dict(attributes).get("lang") or self.open[-1][1]))

    def handle_startendtag(self, tag, attributes):
        pass

    def handle_endtag(self, tag):
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tag, language = self.open[-1]
        if tag not in WITHOUT_TEXT and (text := " ".join(data.split())):
            self.texts.append((language, text))


def check_languages(site):
    """No sentence of the hub's main language stands untagged on a page of another."""
    main = site.pages["index.html"].language
    originals = {text for name, page in site.pages.items() if page.language == main for language, text in _texts(site, name) if language == main}
    sentences = {text for text in originals if len(PLAIN_WORD.findall(text)) > 1}
    faults, count = [], 0
    for name, page in site.pages.items():
        if page.language == main:
            continue
        count += 1
        faults += [f"{name}: {text[:80]!r} is in {main!r}, and tagged {language!r}" for language, text in _texts(site, name) if language != main and text in sentences]
    return f"{count} pages in other languages, {len(sentences)} sentences in {main!r}", faults


def _texts(site, name):
    reader = _TextReader()
    reader.feed(site.bytes_of(name).decode("utf-8"))
    return reader.texts
