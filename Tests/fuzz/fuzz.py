#!/usr/bin/env python3
"""Builds thousands of small hubs, each broken in ways that its seed chooses, and says what no build may do.

A build may not trap, take over five seconds, say something without a place, or write a file that a strict reader refuses. What is found
is shown with its seed; `--seed N --builds 1 --keep FOLDER` tries one again and keeps its hub, and `--shrink N` makes it small.
"""

import argparse
import functools
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from pathlib import Path

from runs import Run
from shrinking import shrunk
from strict_readers import READERS, StrictReading

ROOT = Path(__file__).resolve().parent.parent.parent
BATCH = 50
# Of so many builds each reader is asked about some file, or something is wrong with the fuzzer.
ENOUGH = 2_000
# The kinds of faults that are shown in full; of the rest only the number is.
SHOWN = 40


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("program", help="the built fuzz-hubs")
    options.add_argument("--seed", type=int, default=1, help="the first seed")
    options.add_argument("--builds", type=int, default=0, help="how many seeds to try")
    options.add_argument("--minutes", type=float, default=0, help="how long to go on, where no number of builds is given")
    options.add_argument("--every", type=int, default=1, help="of how many builds one is read strictly")
    options.add_argument("--keep", type=Path, help="where the hubs and sites with faults stay")
    options.add_argument("--shrink", type=int, help="the seed whose fault is to be shown with the least hub")
    options = options.parse_args()
    scratch = Path(tempfile.mkdtemp(prefix="fuzz-hubs-", dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None))
    try:
        if options.shrink is not None:
            print(shrunk(options.program, ROOT, options.shrink, scratch))
            return
        faults, asked, count, seconds = fuzzed(options, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    print(f"{count} builds in {seconds:.0f} s ({60 * count / max(seconds, 1):.0f} a minute), {len(faults)} of them with faults")
    for seed, kinds in sorted(faults.items())[:SHOWN]:
        for kind in kinds:
            print(f"seed {seed}: {kind}")
    print("read strictly, each file once: " + ", ".join(f"{number:,} {suffix}" for suffix, number in sorted(asked.items())))
    unasked = sorted(READERS.keys() - asked.keys()) if count >= ENOUGH else []
    if unasked:
        print(f"no build wrote a file for the readers of {unasked}")
    sys.exit(1 if faults or unasked else 0)


def fuzzed(options, scratch):
    """What is wrong by seed, how many files each reader was asked about, how many builds were tried, and in how many seconds."""
    start = time.monotonic()
    workers = len(os.sched_getaffinity(0))
    end = options.seed + options.builds if options.builds else None
    limit = None if options.builds else start + 60 * (options.minutes or 1)
    next_seed, faults, asked, count = options.seed, {}, Counter(), 0
    with ProcessPoolExecutor(workers) as pool:
        running = set()
        while True:
            while len(running) < workers and (next_seed < end if end else time.monotonic() < limit):
                size = min(BATCH, end - next_seed) if end else BATCH
                running.add(pool.submit(batch, options.program, next_seed, size, str(scratch), options.every, options.keep))
                next_seed += size
            if not running:
                return faults, asked, count, time.monotonic() - start
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for result in done:
                found, files, size = result.result()
                faults.update(found)
                asked.update(files)
                count += size
                for seed, kinds in found.items():
                    print(f"  seed {seed}: {kinds[0]}", flush=True)


def batch(program, first, count, scratch, every, keep):
    """Tries seeds, going on behind one that ended the program."""
    faults, end, seed = {}, first + count, first
    reading = strict_reading()
    reading.asked.clear()
    while seed < end:
        run = Run([program, str(ROOT), str(seed), str(end - seed), scratch, str(every if not keep else 1)])
        for event, number, text in run.events():
            seed = number + 1
            folder = Path(scratch) / str(number)
            if event == "fault":
                faults.setdefault(number, []).append(text)
                continue
            if (folder / "site").is_dir():
                faults.setdefault(number, []).extend(reading.faults_of_site(folder / "site", folder / "hub"))
            if not faults.get(number):
                faults.pop(number, None)
            if keep and (faults.get(number) or count == 1):
                shutil.copytree(folder, keep / str(number), dirs_exist_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
        if run.started is None:
            raise SystemExit(f"fuzz-hubs tried no seed: {run.error}")
    return faults, dict(reading.asked), count


@functools.cache
def strict_reading():
    """The reading of this worker, which knows what it read for other batches."""
    return StrictReading()


if __name__ == "__main__":
    main()
