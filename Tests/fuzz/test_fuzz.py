#!/usr/bin/env python3
"""Shows that the fuzzer refuses what it is there to refuse: a check that lets all through finds nothing."""

import io
import tempfile
import unittest
import zipfile
from pathlib import Path
from unittest import mock

import runs
from readers import READERS as BYTE_READERS
from readers import seeds
from strict_readers import READERS, StrictReading


def calendar(*lines):
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR")).encode()


def archive(*files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files:
            written.writestr(name, content)
    return data.getvalue()


EVENT = ("BEGIN:VEVENT", "UID:a", "DTSTAMP:20261005T090000Z", "DTSTART:20261005", "END:VEVENT")
# For each ending a file that is right, and some that are not.
CASES = {
    ".xml": (b"<a><b/></a>", [b"", b"<a>", b"<a></b>", b"<a b='1' b='2'/>", b"<a>&nbsp;</a>", b"<x:a/>", b"<a>\x01</a>"]),
    ".svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", [b"<svg>", b"\xff<svg/>"]),
    ".html": (
        b"<!doctype html><p id=a>x<br>&amp;<ul><li>y</ul>",
        [b"<b><i>x</b></i>", b"<p id=a><p id=a>", b"<p id=''>", b"<p a a>", b"<p a\"=1>", b"<div>", b"<div/>", b"&#1;", b"&#xD800;", b"\xff", b"a\x00"],
    ),
    ".json": (b'{"a": [1, null]}', [b"", b"{", b'{"a": NaN}', b'{"a": 1, "a": 2}', b'"\xff"', b"[1,]"]),
    ".csv": (b"a,b\r\n1,2\r\n", [b"a,b\r\n1\r\n", b'a,"b', b"\xff,a"]),
    ".ics": (
        calendar(*EVENT),
        [
            calendar(*EVENT).replace(b"\r\n", b"\n"), calendar(*EVENT[:-1]), calendar(*EVENT[:1], *EVENT[2:]), calendar("SUMMARY"),
            calendar("X-A:" + "x" * 80), calendar(*EVENT[:2], *EVENT[1:]), b"UID:a\r\n", calendar("X-A:\x07"),
        ],
    ),
    ".zip": (archive(("a", "1"), ("b", "2")), [b"", b"PK", archive(("a", "1"), ("A", "2")), archive(("../a", "1")), archive(("/a", "1"))]),
    ".epub": (
        archive(("a.html", "<p>")), [archive(("mimetype", "application/epub+zip"), ("a.xhtml", "<a/>"))],
    ),
    ".txt": ("Ü\n".encode(), [b"\xff", b"a\x00", b"a\x1b"]),
}


class StrictReaders(unittest.TestCase):
    def test_every_reader_refuses(self):
        self.assertEqual(sorted(CASES), sorted(READERS))
        for suffix, (right, wrong) in CASES.items():
            self.assertEqual(self.faults(suffix, right), [], suffix)
            for content in wrong:
                with self.subTest(suffix=suffix, content=content):
                    self.assertEqual(len(self.faults(suffix, content)), 1)

    def test_a_damaged_archive_is_refused(self):
        whole = archive(("a", "text that is packed " * 9))
        self.assertEqual(len(self.faults(".zip", whole[:40] + b"\xff" + whole[41:])), 1)

    def test_a_file_is_read_once_and_what_is_wrong_again(self):
        reading = StrictReading()
        for content, asked in ((b"{}", 1), (b"{}", 1), (b"{", 2), (b"{", 3)):
            self.faults(".json", content, reading)
            self.assertEqual(reading.asked[".json"], asked)

    def faults(self, suffix, content, reading=None):
        with tempfile.TemporaryDirectory() as folder:
            site, hub = Path(folder, "site"), Path(folder, "hub")
            site.mkdir()
            hub.mkdir()
            (site / f"file{suffix}").write_bytes(content)
            return (reading or StrictReading()).faults_of_site(site, hub)


class Runs(unittest.TestCase):
    """What a program under the fuzzer does, and what is said of it."""

    def events(self, script, processor=5, waiting=60):
        with mock.patch.multiple(runs, PROCESSOR_LIMIT=processor, WAITING_LIMIT=waiting):
            return list(runs.Run(["sh", "-c", script]).events())

    def test_tells_faults_and_goes_on(self):
        self.assertEqual(
            self.events("echo seed 1; echo fault 1 is wrong; echo done 1; echo seed 2; echo done 2"),
            [("fault", 1, "is wrong"), ("done", 1, ""), ("done", 2, "")])

    def test_tells_of_a_trap(self):
        fault, done = self.events("echo seed 7; echo Fatal error: so >&2; kill -ILL $$")
        self.assertEqual((fault, done), (("fault", 7, "ends with -4: Fatal error: so"), ("done", 7, "")))

    def test_tells_of_what_never_ends(self):
        hang = [("fault", 3, "takes over 5 seconds"), ("done", 3, "")]
        self.assertEqual(self.events("echo seed 3; while :; do :; done", processor=0.1), hang)
        self.assertEqual(self.events("echo seed 3; exec sleep 60", waiting=0.1), hang)


class Seeds(unittest.TestCase):
    def test_every_reader_of_bytes_begins_with_something(self):
        for reader in BYTE_READERS:
            self.assertGreater(len(set(seeds(reader))), 10, reader)


if __name__ == "__main__":
    unittest.main()
