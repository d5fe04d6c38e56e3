"""The built site as it lies on disk: its files, and what its pages say of themselves."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from urllib.parse import unquote, urldefrag, urlsplit


@dataclass
class Link:
    """An address that a page holds, with the element it stands in."""

    url: str
    element: str
    attribute: str
    rel: frozenset
    line: int

    @property
    def is_followed(self):
        """True where a reader follows it, false where the browser or a machine does."""
        return self.element in {"a", "area"}


@dataclass
class Page:
    path: str
    links: list = field(default_factory=list)
    anchors: set = field(default_factory=set)
    elements: set = field(default_factory=set)
    structured_data: list = field(default_factory=list)
    language: str = ""
    direction: str = "ltr"
    kind: str = ""
    is_redirect: bool = False
    size: int = 0


ORDINARY_SIZE = 40_000
HUGE_SIZE = 1_000_000_000
ADDRESS_ATTRIBUTES = {"href", "src", "poster", "data", "action", "formaction", "cite", "background", "xlink:href"}


class _PageReader(HTMLParser):
    def __init__(self, page):
        super().__init__()
        self.page = page
        self.data_text = None

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        page = self.page
        page.elements.add(tag)
        page.anchors.update(values[name] for name in ("id", "name") if values.get(name) and (name == "id" or tag == "a"))
        if tag == "html":
            page.language = values.get("lang", "")
            page.direction = values.get("dir", "") or page.direction
        if tag == "body":
            page.kind = values.get("class", "")
        if tag == "meta" and values.get("http-equiv", "").lower() == "refresh":
            page.is_redirect = True
            self._add(values.get("content", "").partition("=")[2].strip("'\" "), "a", "content", values)
        if tag == "meta" and values.get("property") in {"og:image", "og:url"}:
            self._add(values.get("content", ""), "link", "content", {"rel": "canonical"})
        if tag == "script" and values.get("type") == "application/ld+json":
            self.data_text = ""
        for name, value in values.items():
            if name in ADDRESS_ATTRIBUTES:
                self._add(value, tag, name, values)
            elif name in {"srcset", "imagesrcset"}:
                for candidate in value.split(","):
                    self._add(candidate.split()[0] if candidate.split() else "", tag, name, values)

    def handle_data(self, data):
        if self.data_text is not None:
            self.data_text += data

    def handle_endtag(self, tag):
        if tag == "script" and self.data_text is not None:
            self.page.structured_data.append(self.data_text)
            self.data_text = None

    def _add(self, url, tag, name, values):
        rel = frozenset(values.get("rel", "").lower().split())
        self.page.links.append(Link(url.strip(), tag, name, rel, self.getpos()[0]))


class BuiltSite:
    """Every file of a folder; dotfiles are the generator's own and not the site's."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        names = (path.relative_to(self.root).as_posix() for path in sorted(self.root.rglob("*")) if path.is_file())
        self.files = [name for name in names if not Path(name).name.startswith(".")]
        self._known = set(self.files)
        self.pages = {name: self._read(name) for name in self.files if name.endswith(".html")}
        self.address = self._canonical_address()

    def named(self, *suffixes):
        return [name for name in self.files if name.endswith(suffixes)]

    def bytes_of(self, name):
        return (self.root / name).read_bytes()

    def __contains__(self, name):
        return name in self._known

    def resolve(self, url, page):
        """The file and anchor that a relative address leads to; the file is None where it leaves the folder."""
        address, anchor = urldefrag(url)
        path = unquote(urlsplit(address).path)
        target = normpath(join(dirname(page), path)) if path else page
        return (None if target.startswith("..") else target), unquote(anchor)

    def file_at(self, url):
        """The file at an absolute address of the site itself, which may name a folder; None for any other address."""
        if not self.address or not url.startswith(self.address):
            return None
        path = unquote(urlsplit(url).path)[len(urlsplit(self.address).path):]
        path = path + "index.html" if path == "" or path.endswith("/") else path
        return path if path in self else None

    def sample(self, size=ORDINARY_SIZE):
        """A page of each kind and direction of writing, of articles one from each folder, the home page of each language, and one with each
        element that these lack.

        Of many, the one that is nearest to a size: by default one that shows much, since a huge one takes as long as the rest.
        """
        pages = self._nearest(size)
        # Languages that are written in one direction share templates and styles.
        chosen = _one_each(pages, lambda page: (*_kind(page), page.language if page.kind == "home" else page.direction))
        elements = set().union(*(page.elements for page in chosen))
        for page in pages:
            if not page.elements <= elements:
                elements |= page.elements
                chosen.append(page)
        return [page.path for page in chosen]

    def pages_to_see(self):
        """Every page of the hub's main language, and of each other one a page of each kind, since their templates are the same."""
        main = self.pages["index.html"].language
        others = [page for page in self._nearest(ORDINARY_SIZE) if page.language != main]
        own = [name for name, page in self.pages.items() if page.language == main and not page.is_redirect]
        return own + [page.path for page in _one_each(others, lambda page: (*_kind(page), page.language))]

    def _nearest(self, size):
        pages = [page for page in self.pages.values() if not page.is_redirect]
        return sorted(pages, key=lambda page: (abs(size - page.size), page.path))

    def _read(self, name):
        data = self.bytes_of(name)
        page = Page(name, size=len(data))
        _PageReader(page).feed(data.decode("utf-8"))
        return page

    def _canonical_address(self):
        home = self.pages.get("index.html")
        links = home.links if home else []
        return next((link.url for link in links if "canonical" in link.rel and link.element == "link"), "")


def _kind(page):
    """The kind of a page, with the folder that an article stands in."""
    return page.kind, "" if basename(page.path) == "index.html" else dirname(page.path).removeprefix(f"{page.language}/")


def _one_each(pages, key):
    """The first of the pages for each key."""
    return list({key(page): page for page in reversed(pages)}.values())[::-1]
