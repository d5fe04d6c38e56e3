"""What all files of a release hold: the program, its manual, completions, licences and bill of materials."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property

import licences
import manual

# What each machine is called by uname, Debian and OCI.
DEBIAN_NAMES = {"x86_64": "amd64", "aarch64": "arm64"}
GLIBC = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"}


@dataclass(frozen=True)
class File:
    """`path` is below the prefix, such as `bin/hubwright`."""

    path: str
    content: bytes
    mode: int = 0o644


class Release:
    def __init__(self, root, program, linked):
        self.root = root
        self.program_path = program
        self.program = program.read_bytes()
        self.linked = linked
        self.version = self.run("--version")
        self.machine = os.uname().machine
        self.moment = int(os.environ["SOURCE_DATE_EPOCH"])
        self.name = f"hubwright-{self.version}-linux-{self.machine}"
        self.check_program()

    def run(self, *arguments):
        ended = subprocess.run([self.program_path, *arguments], stdout=subprocess.PIPE, text=True, check=True,
                               env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8"})
        return ended.stdout.strip()

    @property
    def debian_machine(self):
        return DEBIAN_NAMES[self.machine]

    @cached_property
    def glibc(self):
        """The oldest glibc with which the program runs, such as (2, 35)."""
        versions = re.findall(r"GLIBC_(\d+)\.(\d+)", readelf("--version-info", self.program_path))
        return max((int(major), int(minor)) for major, minor in versions)

    @cached_property
    def bill(self):
        """The bill of materials of the program, as SPDX."""
        return self.bill_with([])

    def bill_with(self, beside):
        return licences.bill(self.version, self.program, self.moment, self.linked, beside)

    @cached_property
    def files(self):
        """All but the program, below the prefix of whatever package holds them, sorted."""
        described = json.loads(self.run("--experimental-dump-help"))
        completions = {shell: self.run("--generate-completion-script", shell).encode() + b"\n" for shell in ("bash", "zsh", "fish")}
        # It is read by shells and run by none.
        completions["bash"] = completions["bash"].removeprefix(b"#!/bin/bash\n").lstrip()
        documents = "share/doc/hubwright"
        return sorted([
            File("share/man/man1/hubwright.1", manual.page(described["command"], self.version, self.moment).encode()),
            File("share/bash-completion/completions/hubwright", completions["bash"]),
            File("share/zsh/vendor-completions/_hubwright", completions["zsh"]),
            File("share/fish/vendor_completions.d/hubwright.fish", completions["fish"]),
            File(f"{documents}/hubwright.spdx.json", self.bill),
            File(f"{documents}/LINKED-LICENCES.txt", licences.texts(self.linked)),
        ], key=lambda file: file.path)

    def text(self, name):
        return (self.root / name).read_bytes()

    def check_program(self):
        """Refuses a program that needs more of a system than glibc, or tells of the machine that built it."""
        needed = set(re.findall(r"\(NEEDED\).*\[(.*)\]", readelf("--dynamic", self.program_path)))
        if needed - GLIBC:
            sys.exit(f"The program needs shared libraries: {', '.join(sorted(needed - GLIBC))}")
        for folder in (str(self.root), os.path.expanduser("~") + "/"):
            if folder.encode() in self.program:
                sys.exit(f"The program names the folder {folder} of the machine that built it")


def readelf(*arguments):
    return subprocess.run(["readelf", "--wide", *arguments], stdout=subprocess.PIPE, text=True, check=True).stdout
