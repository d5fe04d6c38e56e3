#!/usr/bin/env python3
"""Lets libFuzzer look for bytes that a reader traps on, hangs on, or says something without a place of.

Each reader begins with texts of the repository's own fixtures. What is found stays in `.build/readers/found/READER`, and what a run learnt
in `.build/readers/corpus/READER`, from which the next goes on. A finding is read again by `fuzz-readers READER FILE`.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORK = ROOT / ".build/readers"
READERS = ["markdown", "fields", "calendar", "table"]
# The last line of a run: `#1048576 DONE cov: 4024 ft: 21403 corp: 2210/312Kb …`.
STATUS = re.compile(r"^#(\d+)\s.*?cov: (\d+) ft: (\d+) corp: (\d+)", re.M)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("program", type=Path, help="fuzz-readers, built for libFuzzer")
    options.add_argument("--minutes", type=float, default=5, help="how long each reader is tried")
    options.add_argument("--readers", default=",".join(READERS), help="which readers, with commas between")
    options.add_argument("--workers", type=int, default=len(os.sched_getaffinity(0)), help="how many are tried at once")
    options = options.parse_args()
    with ThreadPoolExecutor(options.workers) as pool:
        results = list(pool.map(lambda reader: tried(options.program, reader, options.minutes), options.readers.split(",")))
    for line, _ in results:
        print(line)
    sys.exit(1 if any(found for _, found in results) else 0)


def tried(program, reader, minutes):
    """A line about a run, and the files of what it found."""
    corpus, found, log = WORK / "corpus" / reader, WORK / "found" / reader, WORK / f"{reader}.log"
    found.mkdir(parents=True, exist_ok=True)
    plant(corpus, seeds(reader))
    # The trial itself knows what is slow: this is for what never ends, since libFuzzer asks the clock of a busy machine.
    command = [
        program, reader, corpus, f"-max_total_time={int(60 * minutes)}", "-timeout=120", "-max_len=20000", "-rss_limit_mb=3000",
        f"-dict={ROOT / 'Tests/fuzz/words' / reader}.txt", f"-artifact_prefix={found}/", "-print_final_stats=1",
    ]
    # The backtrace of a trap would come instead of libFuzzer's.
    environment = {**os.environ, "SWIFT_BACKTRACE": "enable=no"}
    with log.open("w") as output:
        code = subprocess.run([str(part) for part in command], stdout=output, stderr=output, env=environment, check=False).returncode
    text = log.read_text(errors="replace")
    runs, edges, features, inputs = (STATUS.findall(text) or [("0", "0", "0", "0")])[-1]
    edges_in_all = re.search(r"\((\d+) inline 8-bit counters\)", text)
    line = (
        f"{reader:9} {int(runs):>12,} runs, {int(edges):,} of {int(edges_in_all[1]) if edges_in_all else 0:,} edges, "
        f"{int(features):,} features, {int(inputs):,} inputs kept")
    if code:
        fault = next((line for line in text.splitlines() if "ERROR" in line or "Fatal" in line), f"ends with {code}")
        line += f"\n  {fault.strip()}\n  see {log} and {found}"
    return line, bool(code)


def plant(folder, texts):
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts:
        if len(text) <= 20_000:
            (folder / hashlib.sha1(text, usedforsecurity=False).hexdigest()).write_bytes(text)


# MARK: Where texts come from


def seeds(reader):
    """Texts for a reader, of fixtures that are there for other tests."""
    if reader == "markdown":
        yield from examples_of_specs()
        for _, content in files_of_hubs(".md"):
            yield content.partition(b"\n---\n")[2] or content
    elif reader == "fields":
        for path, content in files_of_hubs(".md", ".yaml", "published.txt"):
            yield place_of(path).encode() + b"\n" + content
    elif reader == "calendar":
        yield from (path.read_bytes() for path in (ROOT / "Tests/fuzz/calendars").glob("*.ics"))
        for text in texts_of_tests("ImportingTests", "FormatsTests"):
            if re.search("^(DTSTART|RRULE|BEGIN:V)", text, re.M):
                yield calendar_of(text).replace("\n", "\r\n").encode()
    else:
        yield from (path.read_bytes() for path in (ROOT / "Tests/fuzz/calendars").glob("*.csv"))
        for text in texts_of_tests("ImportingTests"):
            if re.match(r"[^\n:]*[,;][^\n:]*\n", text):
                yield text.encode()


def examples_of_specs():
    for path in sorted((ROOT / "Tests/MarkdownTests/Specs").glob("*.md")):
        text = path.read_text()
        yield text.encode()
        for example in re.findall(r"^`{5,}example\n(.*?)^\.$", text, re.M | re.S):
            yield example.encode()


def files_of_hubs(*endings):
    """Paths below site-content, and the files, of whole hubs and of the hubs in texts."""
    for folder in ["Tests/Fixtures/sample-hub", "Tests/Fixtures/search-hub", "skeleton"]:
        base = ROOT / folder / "site-content"
        for path in sorted(base.rglob("*")):
            if path.is_file() and path.name.endswith(endings):
                yield str(path.relative_to(base)), path.read_bytes()
    for path in sorted([*(ROOT / "examples").glob("*.txt"), *(ROOT / "Tests/fuzz/hubs").glob("*.txt")]):
        # The signs that mark a place in an example are a digit and two others.
        text = re.sub("\\d\ufe0f\u20e3|\U0001f51f", "", path.read_text())
        for name, content in re.findall(r"^-- (?:/?site-content/)?(\S+) --\n(.*?)(?=^-- |\Z)", text, re.M | re.S):
            if name.endswith(endings):
                yield name, content.encode()


def place_of(path):
    """Where a file is read among those of the trial, which has one of each kind."""
    if "/" not in path:
        return path
    folder, _, name = path.rpartition("/")
    return f"{folder.rpartition('/')[2]}/one.{name.rpartition('.')[2]}"


def texts_of_tests(*targets):
    """What stands in quotes in the tests of some targets."""
    for path in sorted(path for target in targets for path in (ROOT / "Tests" / target).glob("*.swift")):
        source = path.read_text()
        for text in re.findall(r'"""\n(.*?)"""', source, re.S):
            yield "".join(f"{line.strip()}\n" for line in text.splitlines())
        for text in re.findall(r'(?<!")"((?:[^"\\\n]|\\.)+)"(?!")', source):
            yield text.replace("\\r", "").replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")


def calendar_of(text):
    """A whole calendar, of what may be some properties of an event."""
    if "BEGIN:VEVENT" not in text and "BEGIN:VCALENDAR" not in text:
        text = f"BEGIN:VEVENT\nUID:a\nSUMMARY:S\n{text.strip()}\nEND:VEVENT\n"
    if "BEGIN:VCALENDAR" not in text:
        text = f"BEGIN:VCALENDAR\nVERSION:2.0\n{text.strip()}\nEND:VCALENDAR\n"
    return text


if __name__ == "__main__":
    main()
