"""A hub of all that once went wrong elsewhere, as it is right: built, it passes the other checks; what is wrong is refused at its place."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from built_site import BuiltSite
from check_books import check_copy, check_epub
from check_browsing import check_server
from check_calendars import check_calendars
from check_data import check_data
from check_desk import ROOT, program
from check_formats import check_feeds, check_sitemap, check_structured_data
from check_links import check_links, check_reach
from check_markup import check_markup
from check_tables import check_tables

HUB = ROOT / "Tests/Fixtures/cases-hub"
DAY = "2026-11-30"
# On each of these a page comes or goes, or a meeting begins or ends.
LATER_DAYS = ["2026-12-15", "2027-05-11", "2027-05-16", "2027-06-17"]
CHECKS = [
    check_links, check_reach, check_feeds, check_calendars, check_sitemap, check_structured_data, check_data, check_tables, check_markup,
    check_epub, check_copy, check_server]
GUIDE = "site-content/guides/case.md"
HEAD = b"---\ntitle: Case\n---\n\n"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg">%b</svg>'
# What is added to the hub, and the code of the error that refuses it; an empty code where it is taken.
WRITTEN = [
    (GUIDE, b"---\r\ntitle: Case\r\n---\r\n\r\nText.\r", ""),
    (GUIDE, b"\xef\xbb\xbf" + HEAD + b"Text.\n", ""),
    (GUIDE, b"---\ntitle: Case\nissues: [https://example.org/water]\n---\n", "unresolved-reference"),
    (GUIDE, b"---\ntitle: Case\nissues: [%b]\n---\n" % (b"x" * 200), "unresolved-reference"),
    (GUIDE, b'---\ntitle: Case\nissues: ["a\\nb"]\n---\n', "unresolved-reference"),
    (GUIDE, HEAD + b"A sign &#xFFFF; here.\n", "invalid-encoding"),
    (GUIDE, HEAD + b"A sign &#1; here.\n", "invalid-encoding"),
    (GUIDE, HEAD + b"A sign &#146; here.\n", "invalid-encoding"),
    (GUIDE, HEAD + b"[here]()\n", "empty-link"),
    (GUIDE, HEAD + b"[file](x:1.pdf)\n", "dangerous-link"),
    ("site-content/files/x:1.pdf", b"x", "invalid-file-name"),
    ("site-content/files/q?.png", b"x", "invalid-file-name"),
    ("site-content/files/end.", b"x", "invalid-file-name"),
    ("site-content/guides/con.md", HEAD, "invalid-file-name"),
    ("site-content/guides/aux.md", HEAD, "invalid-file-name"),
    ("site-content/guides/com1.md", HEAD, "invalid-file-name"),
    ("site-content/guides/~$notes.docx", b"x", ""),
    ("site-content/guides/a.md.orig", HEAD, ""),
    ("site-content/guides/Thumbs.db", b"x", ""),
    ("site-content/guides/raw.html", b"<script>1</script>", ""),
    ("site-content/files/d.svg", SVG % b"<script>1</script>", "active-picture"),
    ("site-content/files/d.svg", SVG % b'<image href="https://example.org/x.png"/>', "active-picture"),
    ("site-content/files/d.svgz", b"\x1f\x8b", "active-picture"),
    ("site-content/files/index.html", b"x", "duplicate-address"),
    ("templates/article.mustache", b"{{titel}}", "unknown-template-name"),
    ("templates/article.mustache", b"<title>{{page_title}}</title>", ""),
]
# What a symbolic link in `files` leads to.
LINKED = ["/proc/self/environ", "../../.git/config", "../hub.yaml"]


def check_cases(_site):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        hub = Path(folder, "hub")
        shutil.copytree(HUB, hub)
        code, output = _run("build", hub)
        if code or "error" in output:
            return "not built", [output[-500:]]
        site = BuiltSite(hub / "public")
        for check in CHECKS:
            faults += [f"{check.__name__}: {fault}" for fault in check(site)[1]]
        faults += _hidden(site)
        for day in LATER_DAYS:
            code, output = _run("build", hub, day)
            if code:
                faults.append(f"on {day} the build ends with {code}: {output[-300:]}")
        for path, text, expected in WRITTEN:
            faults += _try(hub, path, text, expected)
        faults += _try_links(hub)
    return f"{len(site.files)} files of {len(CHECKS)} checks, {len(LATER_DAYS)} later days, {len(WRITTEN) + len(LINKED)} writings", faults


def _run(command, hub, day=DAY):
    run = subprocess.run(
        [program(), command, hub, "--as-of", day, "--format", "concise"], capture_output=True, text=True, timeout=300, check=False)
    return run.returncode, run.stdout + run.stderr


def _hidden(site):
    """What readers may not see yet, or any more, is named in no file."""
    words = [b"under embargo", b"taken down", b"Secret plan"]
    return [f"{name} names {word.decode()!r}" for name in site.files for word in words if word in site.bytes_of(name)]


def _try(hub, path, text, expected):
    file = hub / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text)
    before = _snapshot(hub / "public")
    code, output = _run("build", hub)
    found = set(re.findall(r"^[^\n]*?:\d+:\d+: error\[([a-z-]+)\]", output, re.M))
    faults = []
    if (code, found) != ((1, {expected}) if expected else (0, set())):
        faults.append(f"{path} of {text[:60]!r}: the build ends with {code} and {sorted(found)}, not {expected or 'nothing'}")
    if expected and _snapshot(hub / "public") != before:
        faults.append(f"{path} of {text[:60]!r} is refused, and the site has changed")
    name = Path(path).name
    if not expected and not name.endswith((".md", ".mustache")) and any(name in str(built) for built in _snapshot(hub / "public")):
        faults.append(f"{path} is published, and nothing names it")
    file.unlink()
    return faults


def _try_links(hub):
    """A link that leads out of the hub, or to what the hub keeps back, publishes nothing."""
    faults = []
    (hub / ".git").mkdir(exist_ok=True)
    (hub / ".git/config").write_text("token = x\n")
    link = hub / "site-content/files/environment.txt"
    for target in LINKED:
        link.symlink_to(target)
        code, output = _run("build", hub)
        link.unlink()
        if code != 1 or "error[unreadable-file]" not in output:
            faults.append(f"a link to {target} ends with {code}: {output[-300:]}")
    return faults


def _snapshot(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
