"""Runs programs and measures them from outside: wall time, processor time, and the peak of resident memory."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass
class Run:
    wall: float
    """Seconds, as are those of the processor, of all threads, in the program and in the system."""
    processor: float
    memory: float
    """Megabytes."""
    output: str


def run(command: list, folder: Path | None = None) -> Run:
    """Runs a program to its end; one that fails ends the benchmark."""
    with tempfile.TemporaryFile("w+") as output:
        start = time.perf_counter()
        process = subprocess.Popen([str(part) for part in command], cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if process.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{text}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def middle(runs: list[Run]) -> Run:
    """The median of each figure by itself."""
    return Run(
        median(run.wall for run in runs), median(run.processor for run in runs), median(run.memory for run in runs), "")


def stages(runs: list[Run]) -> dict[str, tuple[float, float, float]]:
    """What `--timings` printed: for each stage the median wall and processor time in ms, and the memory in MB."""
    rows: dict[str, list[list[float]]] = {}
    for run in runs:
        for line in run.output.splitlines():
            words = line.split()
            if len(words) == 7 and words[2] == words[4] == "ms":
                rows.setdefault(words[0], []).append([float(words[1]), float(words[3]), float(words[5])])
    return {stage: tuple(median(column) for column in zip(*figures)) for stage, figures in rows.items()}
