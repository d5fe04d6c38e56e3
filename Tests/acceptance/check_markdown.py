"""The examples of CommonMark and of GitHub's Markdown, read by the program and by cmark-gfm with its own writer."""

import re
import subprocess
import tarfile
from html.parser import HTMLParser
from urllib.parse import quote, unquote

import cmarkgfm
from cmarkgfm.cmark import Options

from check_desk import ROOT
from markdown_differences import OTHERWISE, REFUSED

EXAMPLE = re.compile(r"^(`{10,}) example[^\n]*\n(.*?)^\.\n.*?^\1$", re.MULTILINE | re.DOTALL)
BLOCKS = set("address article blockquote dd div dl dt figure h1 h2 h3 h4 h5 h6 hr li ol p pre table tbody td th thead tr ul".split())


def check_markdown(_site):
    examples = _examples()
    ours = _read(list(examples.values()))
    faults, unseen = [], _reasons()
    summary = f"{len(examples)} examples, of which {len(unseen)} differ for a reason"
    for (name, text), (codes, html) in zip(examples.items(), ours):
        theirs = cmarkgfm.markdown_to_html_with_extensions(
            text, Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE, extensions=["table", "autolink", "strikethrough", "tasklist"])
        found, expected = _canonical(html), _canonical(theirs)
        reason = unseen.pop(name, None)
        if found == expected and reason:
            faults.append(f"{name} is no longer different ({reason})")
        elif found != expected and not reason:
            faults.append(f"{name}: {text!r} [{' '.join(codes)}] is {found}, not {expected}")
        elif reason in REFUSED and reason not in codes:
            faults.append(f"{name} is different without the fault {reason}")
    return summary, faults + [f"there is no {name}" for name in unseen]


def _reasons():
    """Why each of the examples that read differently does."""
    return {
        f"{specification} {number}": reason
        for reason, examples in (REFUSED | OTHERWISE).items() for specification, numbers in examples.items() for number in numbers}


def _examples():
    """Each text once, by the name of its specification and its number there."""
    archives = list((ROOT / ".audit" / "sources").glob("marko-*.tar.gz"))
    examples, seen = {}, set()
    with tarfile.open(archives[0]) as archive:
        for member in sorted(archive.getnames()):
            if not (name := re.search(r"/spec/(\w+)\.txt$", member)):
                continue
            specification = archive.extractfile(member).read().decode()
            for number, match in enumerate(EXAMPLE.finditer(specification), 1):
                text = match[2].replace("→", "\t")
                if text not in seen:
                    examples[f"{name[1]} {number}"] = text
                    seen.add(text)
    return examples


def _read(texts):
    """The codes of the faults, and the HTML, of each text."""
    subprocess.run(["swift", "build", "--product", "read-markdown"], cwd=ROOT, check=True, capture_output=True)
    folder = subprocess.run(["swift", "build", "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    given = "".join(text + "\0" for text in texts).encode()
    result = subprocess.run([f"{folder}/read-markdown"], input=given, capture_output=True, check=True, timeout=60)
    pairs = [part.split("\n", 1) for part in result.stdout.decode().split("\0")[:-1]]
    assert len(pairs) == len(texts)
    return [(codes.split(), html) for codes, html in pairs]


class _Events(HTMLParser):
    """HTML as a list of what happens in it, without what a page of a hub has besides: ids of headings, frames around tables, roles."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.events = []
        self.verbatim = 0
        self.open_frames = []

    def handle_starttag(self, tag, attributes):
        attributes = {name: value or "" for name, value in attributes}
        if tag == "div":
            self.open_frames.append(attributes.get("class") in ("table-wrap", "footnotes"))
            if self.open_frames[-1]:
                return
        if tag == "pre":
            self.verbatim += 1
        self.events.append((tag, _kept(tag, attributes)))

    def handle_startendtag(self, tag, attributes):
        self.events.append((tag, _kept(tag, {name: value or "" for name, value in attributes})))

    def handle_endtag(self, tag):
        if tag == "div" and self.open_frames and self.open_frames.pop():
            return
        if tag == "pre":
            self.verbatim -= 1
        self.events.append(("/" + tag, ()))

    def handle_data(self, data):
        if not self.verbatim:
            data = re.sub(r"\s+", " ", data)
        if self.events and isinstance(self.events[-1], str):
            data = self.events.pop() + data
        self.events.append(data)


def _kept(tag, attributes):
    kept = {name: attributes[name] for name in ("href", "src", "alt", "title", "start", "align") if name in attributes}
    for name in ("href", "src"):
        if name in kept:
            # One writes an address with percent-encoding where another does not.
            kept[name] = quote(unquote(kept[name]))
    match attributes.get("class"):
        case "centre": kept["align"] = "center"
        case "end": kept["align"] = "right"
    if kept.get("align") == "left":
        del kept["align"]
    return tuple(sorted(kept.items()))


def _canonical(html):
    """What readers would see of some HTML, to compare with another: white space around blocks does not count."""
    parser = _Events()
    parser.feed(html)
    parser.close()
    events = []
    for index, event in enumerate(parser.events):
        if isinstance(event, str) and not _is_verbatim(parser.events, index):
            before = parser.events[index - 1] if index else ("p", ())
            after = parser.events[index + 1] if index + 1 < len(parser.events) else ("p", ())
            if before[0].lstrip("/") in BLOCKS:
                event = event.lstrip()
            if after[0].lstrip("/") in BLOCKS:
                event = event.rstrip()
        if event:
            events.append(event)
    return events


def _is_verbatim(events, index):
    opened = sum((event[0] == "pre") - (event[0] == "/pre") for event in events[:index] if not isinstance(event, str))
    return opened > 0
