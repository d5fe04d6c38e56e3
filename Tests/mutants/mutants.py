#!/usr/bin/env python3
"""Breaks the sources in small ways, one at a time, and finds what no test notices.

Each mutant is one edit of one line of Sources, chosen by a seed: an operator, a bound, a branch or a condition. A copy of the tree is
built with it; a mutant that does not compile is drawn anew, and one that no test fails on survives. Results are kept in the copy, so
that a run that was stopped goes on where it was.
"""

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from places import mutants_of

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD_SECONDS = 1_800
# How often as long as without a mutant tests may take before they count as hanging.
PATIENCE = 5


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--count", type=int, default=120, help="how many mutants to try")
    options.add_argument("--seed", type=int, default=1, help="what they are chosen by")
    options.add_argument("--targets", default="", help="only these targets of Sources, with commas between")
    options.add_argument("--copy", type=Path, default=ROOT / ".mutants", help="where the copy of the tree is")
    options = options.parse_args()
    tree = Tree(options.copy)
    tree.check()
    results = Results(options.copy / "results.json")
    mutants = chosen(tree, options)
    equivalent = _equivalent()
    counted = killed = 0
    survivors = []
    for mutant in mutants:
        if counted == options.count:
            break
        if (mutant.path, mutant.new_line.strip()) in equivalent:
            continue
        verdict, seconds = results.of(mutant), 0
        if verdict is None:
            start = time.monotonic()
            verdict = tree.verdict_on(mutant)
            seconds = time.monotonic() - start
            results.add(mutant, verdict)
        if verdict == "does not compile":
            continue
        counted += 1
        killed += verdict != "survives"
        if verdict == "survives":
            survivors.append(mutant)
        print(f"{counted:3} {verdict:32} {mutant} ({seconds:.0f} s)", flush=True)
    print(f"\n{killed} of {counted} mutants fail a test ({100 * killed / max(1, counted):.1f} %).")
    for mutant in survivors:
        print(f"survives: {mutant}\n  - {mutant.old_line.strip()}\n  + {mutant.new_line.strip()}")
    return 0 if counted and killed >= 0.9 * counted else 1


def chosen(tree, options):
    """All mutants in the order in which they are tried: targets in turns."""
    wanted = set(filter(None, options.targets.split(",")))
    pools = {}
    for file in sorted((tree.copy / "Sources").rglob("*.swift")):
        path = file.relative_to(tree.copy)
        target = path.parts[1]
        if not wanted or target in wanted:
            pools.setdefault(target, []).extend(mutants_of(str(path), file.read_text()))
    numbers = random.Random(options.seed)
    weights = {target: len(pool) for target, pool in pools.items()}
    for pool in pools.values():
        numbers.shuffle(pool)
    while pools:
        # By the root of its places, so that a small target is tried too.
        names = sorted(pools)
        name = numbers.choices(names, [weights[name] ** 0.5 for name in names])[0]
        yield pools[name].pop()
        if not pools[name]:
            del pools[name]


def _equivalent():
    """Mutants that change nothing that can be seen, by path and line."""
    lines = (Path(__file__).parent / "equivalent.txt").read_text().splitlines()
    return {tuple(part.strip() for part in line.split(" | ")[:2]) for line in lines if line and not line.startswith("#")}


class Results:
    """What was found before, by the text of each edit."""

    def __init__(self, file):
        self.file = file
        self.verdicts = json.loads(file.read_text()) if file.exists() else {}

    def of(self, mutant):
        return self.verdicts.get(mutant.key)

    def add(self, mutant, verdict):
        self.verdicts[mutant.key] = verdict
        self.file.write_text(json.dumps(self.verdicts, indent=1))


class Tree:
    """A copy of the repository with a build folder of its own."""

    def __init__(self, copy):
        self.copy = copy
        copy.mkdir(exist_ok=True)
        listed = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
        names = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
        kept = {".build", "public", "results.json"}
        old = {str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file() and path.relative_to(copy).parts[0] not in kept}
        changed = [name for name in names if not (copy / name).is_file() or (copy / name).read_bytes() != (ROOT / name).read_bytes()]
        for name in changed:
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
        for name in old - names - {"Package.resolved"}:
            (copy / name).unlink()
        (copy / "public").mkdir(exist_ok=True)
        if changed or old - names - {"Package.resolved"}:
            # What was found of another tree says nothing of this one.
            (copy / "results.json").unlink(missing_ok=True)

    def check(self):
        """Every test passes without a mutant; how long they take then is the measure for hanging."""
        print("Building and testing the copy without a mutant …", flush=True)
        if fault := self.build():
            sys.exit(f"the copy does not build: {fault}")
        start = time.monotonic()
        if not self.passes([]):
            sys.exit("a test fails without a mutant")
        self.seconds = time.monotonic() - start

    def verdict_on(self, mutant):
        file = self.copy / mutant.path
        original = file.read_text()
        file.write_text(mutant.applied_to(original))
        try:
            if self.build():
                return "does not compile"
            # Its own tests first, since most fail there.
            own = f"{mutant.target[0].upper()}{mutant.target[1:]}Tests"
            if (self.copy / "Tests" / own).is_dir() and not self.passes(["--filter", f"^{own}\\."]):
                return f"fails {own}"
            return "survives" if self.passes([]) else "fails another test"
        finally:
            file.write_text(original)

    def build(self):
        """The first error, or nothing."""
        result = _run(["swift", "build", "--build-tests"], self.copy, BUILD_SECONDS)
        if result is None:
            return "it takes too long"
        if result.returncode == 0:
            return None
        errors = [line for line in result.stdout.splitlines() + result.stderr.splitlines() if "error:" in line]
        return (errors or ["no reason given"])[0]

    def passes(self, arguments):
        limit = BUILD_SECONDS if not hasattr(self, "seconds") else PATIENCE * self.seconds + 60
        result = _run(["swift", "test", "--skip-build", *arguments], self.copy, limit)
        return result is not None and result.returncode == 0


def _run(command, folder, seconds):
    """Nothing where it takes longer; what it started is ended with it."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace", start_new_session=True)
    try:
        output, errors = process.communicate(timeout=seconds)
        return subprocess.CompletedProcess(command, process.returncode, output, errors)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None


if __name__ == "__main__":
    sys.exit(main())
