#!/usr/bin/env python3
"""Breaks the sources in small ways, and finds what no test notices.

Each mutant is one edit of one line of a function in Sources, chosen by a seed: an operator, a bound, a branch or a condition. A copy of the
tree is built once with all of them, and each is then chosen by the environment as the tests run; one that does not compile is left out,
and one that no test fails on survives. Results are kept in the copy, so that a run that was stopped goes on where it was, and so that after
tests were added only the survivors need be tried again.
"""

import argparse
import hashlib
import json
import math
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

from bodies import SWITCH, VARIABLE, guarded
from places import mutants_of

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = {"release": ["-c", "release", "-Xswiftc", "-enable-testing"], "debug": []}
# How often as long as without a mutant tests may take before they count as hanging.
PATIENCE = 5
# What a mutant may take of the machine's memory, in bytes.
MOST_MEMORY = 12 << 30
# These tests judge how the sources are written, which in the copy is not as they are.
OF_SOURCES = ["--skip", "^HouseRulesTests\\."]
# What each build writes for itself.
SOURCE = re.compile(r"Sources/.*\.swift$")
SWITCH_FILE = "MutantSwitch.swift"
SURVIVES, REFUSED = "survives", "does not compile"
# So many more are tried to be compiled as are tried by tests.
SPARE = 1.5


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--count", type=int, default=120, help="how many mutants to try")
    options.add_argument("--seed", type=int, default=1, help="what they are chosen by")
    options.add_argument("--targets", default="", help="only these targets of Sources, with commas between")
    options.add_argument("--copy", type=Path, default=ROOT / ".mutants", help="where the copy of the tree is")
    options.add_argument("--configuration", choices=BUILD, default="release", help="debug builds sooner, and tests longer")
    options.add_argument("--survivors", action="store_true", help="after tests were added: believe what was found, and try the survivors again")
    options = options.parse_args()
    tree = Tree(options.copy, BUILD[options.configuration])
    results = Results(options.copy / "results.json")
    # What was found of another tree says nothing of this one.
    results.forget(lambda verdict: verdict == SURVIVES if options.survivors else tree.has_changed and verdict != REFUSED)
    equivalent = _equivalent()
    drawn = (mutant for mutant in chosen(options) if (mutant.path, mutant.new_line.strip()) not in equivalent)
    mutants = {number: mutant for number, mutant in zip(range(int(options.count * SPARE)), drawn) if results.of(mutant) != REFUSED}
    compiled = tree.build(mutants, refuse=lambda number: results.add(mutants[number], REFUSED))
    counted = killed = 0
    survivors = []
    for number in sorted(compiled)[:options.count]:
        mutant = mutants[number]
        verdict, seconds = results.of(mutant), 0
        if verdict is None:
            start = time.monotonic()
            verdict = tree.verdict_on(number, mutant)
            seconds = time.monotonic() - start
            results.add(mutant, verdict)
        counted += 1
        killed += verdict != SURVIVES
        if verdict == SURVIVES:
            survivors.append(mutant)
        print(f"{counted:3} {verdict:32} {mutant} ({seconds:.0f} s)", flush=True)
    print(f"\n{killed} of {counted} mutants fail a test ({100 * killed / max(1, counted):.1f} %).")
    for mutant in survivors:
        print(f"survives: {mutant}\n  - {mutant.old_line.strip()}\n  + {mutant.new_line.strip()}")
    return 0 if counted and killed >= 0.9 * counted else 1


def chosen(options):
    """All mutants in the order in which they are tried.

    Each has a place of its own that the seed and its text give, so that an edit of one file leaves those of the others as they are.
    """
    wanted = set(filter(None, options.targets.split(",")))
    pools = {}
    for file in sorted((ROOT / "Sources").rglob("*.swift")):
        path = file.relative_to(ROOT)
        target = path.parts[1]
        if not wanted or target in wanted:
            pools.setdefault(target, []).extend(mutants_of(str(path), file.read_text()))

    def place(mutant):
        chance = random.Random(f"{options.seed} {mutant.path} {mutant.start} {mutant.old_line} {mutant.new_line}").random()
        # By the root of its places, so that a small target is tried too (weighted sampling after Efraimidis and Spirakis).
        return -math.log(1 - chance) * len(pools[mutant.target]) ** 0.5

    return sorted((mutant for pool in pools.values() for mutant in pool), key=place)


def _equivalent():
    """Mutants that change nothing that can be seen, by path and line."""
    lines = (Path(__file__).parent / "equivalent.txt").read_text().splitlines()
    rows = (line.split(" | ") for line in lines if line and not line.startswith("#"))
    return {(row[0].strip(), " | ".join(row[1:-1]).strip()) for row in rows}


class Results:
    """What was found before, by the text of each edit."""

    def __init__(self, file):
        self.file = file
        self.verdicts = json.loads(file.read_text()) if file.exists() else {}

    def of(self, mutant):
        return self.verdicts.get(mutant.key)

    def add(self, mutant, verdict):
        self.verdicts[mutant.key] = verdict
        self._write()

    def forget(self, is_doubted):
        self.verdicts = {key: verdict for key, verdict in self.verdicts.items() if not is_doubted(verdict)}
        self._write()

    def _write(self):
        self.file.write_text(json.dumps(self.verdicts, indent=1))


class Tree:
    """A copy of the repository with a build folder of its own, whose sources hold all mutants."""

    def __init__(self, copy, build):
        self.copy = copy
        self.build_options = build
        copy.mkdir(exist_ok=True)
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
        names = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
        kept = {".build", "public", "results.json", "digest"}
        for path in [path for path in copy.rglob("*") if path.is_file() and path.relative_to(copy).parts[0] not in kept]:
            if str(path.relative_to(copy)) not in names | {"Package.resolved"} and path.name != SWITCH_FILE:
                path.unlink()
        for name in (name for name in names if not SOURCE.match(name)):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            _write_if_changed(copy / name, (ROOT / name).read_bytes())
            shutil.copymode(ROOT / name, copy / name)
        (copy / "public").mkdir(exist_ok=True)
        tree = "".join(f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()}\n" for name in sorted(names))
        self.has_changed = _write_if_changed(copy / "digest", tree.encode())

    def build(self, mutants, refuse):
        """Builds the copy with these mutants, by their numbers, and answers the numbers of those that compile; tells of the others."""
        left = dict(mutants)
        while True:
            print(f"Building the copy with {len(left)} mutants …", flush=True)
            owners = self._write(left)
            left = {number: mutant for number, mutant in left.items() if number in owners.numbers}
            result = subprocess.run(["swift", "build", "--build-tests", *self.build_options], cwd=self.copy, capture_output=True, text=True, errors="replace")
            if result.returncode == 0:
                break
            faulty = owners.at(re.findall(r"(Sources/\S+\.swift):(\d+):\d+: error:", result.stdout + result.stderr))
            if not faulty:
                sys.exit("the copy does not build:\n" + (result.stdout + result.stderr)[-2000:])
            for number in faulty:
                refuse(number)
            left = {number: mutant for number, mutant in left.items() if number not in faulty}
        print("Testing the copy without a mutant …", flush=True)
        start = time.monotonic()
        if self.fails([], 0, None):
            sys.exit("a test fails without a mutant")
        self.seconds = time.monotonic() - start
        return set(left)

    def _write(self, mutants):
        """Writes all sources with these mutants, and none with another."""
        owners = Owners()
        for file in sorted((ROOT / "Sources").rglob("*.swift")):
            path = str(file.relative_to(ROOT))
            here = {number: mutant for number, mutant in mutants.items() if mutant.path == path}
            source = guarded(file.read_text(), here)
            owners.add(path, source)
            (self.copy / path).parent.mkdir(parents=True, exist_ok=True)
            _write_if_changed(self.copy / path, source.text.encode())
        for target in {mutant.target for mutant in mutants.values()}:
            _write_if_changed(self.copy / "Sources" / target / SWITCH_FILE, SWITCH.encode())
        return owners

    def verdict_on(self, number, mutant):
        # Those of its own target first, since most fail there.
        own = _own_tests(mutant.target)
        if self.fails(["--filter", f"^{own}\\."], number, mutant):
            return f"fails {own}"
        return "fails another test" if self.fails(["--skip", f"^{own}\\."], number, mutant) else SURVIVES

    def fails(self, arguments, number, mutant):
        """Whether a test fails, or they hang; it does not wait for the others then."""
        limit = PATIENCE * self.seconds + 60 if mutant else None
        environment = os.environ if mutant is None else {**os.environ, VARIABLE: str(number)}
        process = subprocess.Popen(
            ["swift", "test", "--skip-build", *self.build_options, *arguments, *OF_SOURCES], cwd=self.copy, env=environment, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace", start_new_session=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY)))
        clock = threading.Timer(limit, _end, [process]) if limit else None
        if clock:
            clock.start()
        try:
            for line in process.stdout:
                if line.startswith("✘"):
                    if mutant is None:
                        print(line, end="")
                    return True
            return process.wait() != 0
        finally:
            if clock:
                clock.cancel()
            _end(process)


class Owners:
    """Which lines of which sources belong to which mutants."""

    def __init__(self):
        self.sources = {}

    def add(self, path, source):
        self.sources[path] = source

    @property
    def numbers(self):
        return {number for source in self.sources.values() for _, _, numbers in source.owners for number in numbers}

    def at(self, places):
        return {number for path, line in places for number in self.sources[path].mutants_at(int(line))}


def _own_tests(target):
    own = f"{target[0].upper()}{target[1:]}Tests"
    return own if (ROOT / "Tests" / own).is_dir() else "OutputsTests"


def _write_if_changed(file, data):
    """Whether it wrote: what is the same need not be built again."""
    if file.is_file() and file.read_bytes() == data:
        return False
    file.write_bytes(data)
    return True


def _end(process):
    """With all that it started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


if __name__ == "__main__":
    sys.exit(main())
