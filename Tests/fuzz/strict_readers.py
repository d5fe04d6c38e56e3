"""Reads the files of a site as strictly as their formats are written, with what Python itself brings."""

import csv
import hashlib
import io
import json
import re
import struct
import zipfile
import zlib
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from xml.parsers import expat

ROOT = Path(__file__).resolve().parent.parent.parent
KNOWN_TEMPLATES = {path.read_bytes() for folder in ("templates", "Tests/Fixtures", "skeleton") for path in (ROOT / folder).rglob("*.mustache")}
XHTML_OF_BOOK = (".xhtml", ".opf", ".ncx", ".xml", ".svg")
REFUSALS = (ValueError, expat.ExpatError, zipfile.BadZipFile, zlib.error, struct.error, EOFError, csv.Error, RecursionError)
MOST_KNOWN = 2_000_000
# Names that HTML closes by itself.
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
# Names whose end the page may leave out.
OPTIONAL_END = {"li", "p", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "colgroup", "html", "head", "body"}


class StrictReading:
    """Reads sites, and counts the files that each reader was asked about; what was read once is not read again."""

    def __init__(self):
        self.asked = Counter()
        # The digests of files without faults: most pages of a broken hub are those of the hub that it was.
        self._known = set()

    def faults_of_site(self, site, hub):
        """What a reader refuses, a line each; files that the hub itself brings are its own business."""
        # What a hub's own template makes of a page is the hub's business, too.
        own_pages = any(path.read_bytes() not in KNOWN_TEMPLATES for path in hub.glob("templates/**/*.mustache"))
        own = None
        faults = []
        for path in sorted(site.rglob("*")):
            name = str(path.relative_to(site))
            read = READERS.get(path.suffix)
            if read is None or not path.is_file() or name.startswith(".hubwright"):
                continue
            if own_pages and path.suffix in (".html", ".epub"):
                continue
            content = path.read_bytes()
            key = hashlib.blake2b(path.suffix.encode() + content, digest_size=16).digest()
            if key in self._known:
                continue
            if own is None:
                own = {path.read_bytes() for path in hub.rglob("*") if path.is_file()}
            if content in own:
                continue
            self.asked[path.suffix] += 1
            try:
                read(content)
            except REFUSALS as fault:
                faults.append(f"refused {path.suffix}: {fault} in {name}")
                continue
            if len(self._known) < MOST_KNOWN:
                self._known.add(key)
        return faults


def read_text(content):
    text = content.decode("utf-8", "strict")
    if found := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", text):
        raise ValueError(f"the control character {ord(found[0]):#x}")
    return text


def read_xml(content):
    if not content:
        raise ValueError("an empty file")
    expat.ParserCreate(namespace_separator=" ").Parse(content, True)


def _refuse_constant(name):
    raise ValueError(f"the number {name}")


def _object_of(pairs):
    names = [name for name, _ in pairs]
    if len(set(names)) < len(names):
        raise ValueError("an object with one name twice")
    return dict(pairs)


def read_json(content):
    json.loads(content.decode("utf-8", "strict"), parse_constant=_refuse_constant, object_pairs_hook=_object_of)


def read_table(content):
    text = content.decode("utf-8", "strict").removeprefix("\ufeff")
    widths = {len(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)}
    if len(widths) > 1:
        raise ValueError(f"rows of {sorted(widths)} columns")


def read_html(content):
    reader = Page()
    reader.feed(read_text(content))
    reader.close()
    if reader.open and any(name not in OPTIONAL_END for name in reader.open):
        raise ValueError(f"open at the end: {reader.open}")


class Page(HTMLParser):
    """Every element closed in the order of opening, every id and attribute once, every reference a known one."""

    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.open, self.ids, self.foreign = [], set(), 0

    def handle_starttag(self, tag, attributes):
        self._read_attributes(tag, attributes)
        if tag not in VOID:
            self.open.append(tag)
            self.foreign += tag in ("svg", "math")

    def handle_startendtag(self, tag, attributes):
        self._read_attributes(tag, attributes)
        if tag not in VOID and not self.foreign:
            raise ValueError(f"<{tag}/> closes nothing at {self.getpos()}")

    def _read_attributes(self, tag, attributes):
        names = [name for name, _ in attributes]
        if len(set(names)) < len(names):
            raise ValueError(f"an attribute twice in <{tag}> at {self.getpos()}")
        for name, value in attributes:
            if not re.fullmatch(r"[a-zA-Z_:][\w:.-]*", name):
                raise ValueError(f"the attribute '{name}' in <{tag}> at {self.getpos()}")
            if name == "id":
                if not value or re.search(r"\s", value):
                    raise ValueError(f"the id '{value}'")
                if value in self.ids:
                    raise ValueError(f"the id '{value}' twice")
                self.ids.add(value)

    def handle_endtag(self, tag):
        self.foreign -= tag in ("svg", "math")
        while self.open and self.open[-1] != tag and self.open[-1] in OPTIONAL_END:
            self.open.pop()
        if not self.open or self.open[-1] != tag:
            raise ValueError(f"</{tag}> closes <{self.open[-1] if self.open else ''}> at {self.getpos()}")
        self.open.pop()

    def handle_charref(self, name):
        number = int(name[1:], 16) if name[:1] in "xX" else int(name)
        if number > 0x10FFFF or 0xD800 <= number < 0xE000 or number < 32 and number not in (9, 10, 13) or 0x7F <= number < 0xA0:
            raise ValueError(f"the reference &#{name};")


def read_calendar(content):
    """RFC 5545: lines of at most 75 octets that end in CRLF, components within each other, each property whole."""
    if not content.endswith(b"\r\n"):
        raise ValueError("no line end at the end")
    raw = content[:-2].split(b"\r\n")
    for line in raw:
        if len(line) > 75 or b"\n" in line or b"\r" in line:
            raise ValueError(f"the line {line[:90]!r}")
        line.decode("utf-8", "strict")
    lines = read_text(content).replace("\r\n ", "").split("\r\n")[:-1]
    stack, required = [], {"VEVENT": {"UID", "DTSTAMP", "DTSTART"}, "VCALENDAR": {"VERSION", "PRODID"}, "VTIMEZONE": {"TZID"}}
    for line in lines:
        found = re.fullmatch(r'([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', line)
        if not found:
            raise ValueError(f"the property {line[:60]!r}")
        name, value = found[1], found[3]
        if name == "BEGIN":
            stack.append((value, []))
        elif name == "END":
            component, names = stack.pop() if stack else ("", [])
            if component != value:
                raise ValueError(f"END:{value} ends {component}")
            if missing := required.get(value, set()) - set(names):
                raise ValueError(f"{value} without {sorted(missing)}")
        elif not stack:
            raise ValueError(f"{name} in no component")
        else:
            if name in stack[-1][1] and name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "STATUS", "URL", "SEQUENCE", "CLASS"):
                raise ValueError(f"{name} twice")
            stack[-1][1].append(name)
    if stack:
        raise ValueError(f"{stack[-1][0]} has no end")


def read_archive(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        if len({name.lower() for name in names}) < len(names):
            raise ValueError("a name twice")
        for name in names:
            if name.startswith("/") or ".." in name.split("/") or "\\" in name:
                raise ValueError(f"the name '{name}'")
        if broken := archive.testzip():
            raise ValueError(f"{broken} is damaged")
        if "mimetype" in names:
            first = archive.infolist()[0]
            if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED:
                raise ValueError("mimetype is not first and stored")
            for name in names:
                if name.endswith(XHTML_OF_BOOK):
                    try:
                        read_xml(archive.read(name))
                    except (ValueError, expat.ExpatError) as fault:
                        raise ValueError(f"{fault} in {name}") from fault


READERS = {
    ".xml": read_xml, ".svg": read_xml, ".html": read_html, ".json": read_json, ".csv": read_table,
    ".ics": read_calendar, ".zip": read_archive, ".epub": read_archive, ".txt": read_text,
}
