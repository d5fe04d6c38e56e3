"""The program under the fuzzer: what it says, and how it ends."""

import os
import select
import subprocess
import time

# Seconds of the processor that a seed may take, and of the clock that it may wait for something else than the processor, which others
# may have for long.
PROCESSOR_LIMIT = 5
WAITING_LIMIT = 60


class Run:
    """One run of `fuzz-hubs`, read line by line."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        # The last seed that was begun.
        self.started = None
        self.error = ""

    def events(self):
        """`("fault", seed, what)`, and `("done", seed, "")` when a seed is over, also where it ended the program."""
        with self.process:
            yield from self._events()

    def _events(self):
        os.set_blocking(self.process.stderr.fileno(), False)
        is_open, errors = False, b""
        rest, last, used = b"", time.monotonic(), self._processor_seconds()[0]
        while True:
            ready, _, _ = select.select([self.process.stdout], [], [], 0.5)
            errors = (errors + (self.process.stderr.read() or b""))[-20_000:]
            if not ready:
                seconds, is_waiting = self._processor_seconds()
                if not is_waiting:
                    last = time.monotonic()
                if seconds - used > PROCESSOR_LIMIT or time.monotonic() - last > WAITING_LIMIT:
                    self.process.kill()
                    self.process.wait()
                    yield from self._ended(is_open, "takes over 5 seconds")
                    return
                continue
            piece = os.read(self.process.stdout.fileno(), 65_536)
            if not piece:
                break
            *lines, rest = (rest + piece).split(b"\n")
            last, used = time.monotonic(), self._processor_seconds()[0]
            for line in lines:
                event, number, text = (line.decode("utf-8", "replace").split(" ", 2) + [""])[:3]
                if event == "seed":
                    self.started, is_open = int(number), True
                elif event == "done":
                    is_open = False
                    yield event, int(number), ""
                elif event == "fault":
                    yield event, int(number), text
        code = self.process.wait()
        errors += self.process.stderr.read() or b""
        self.error = errors.decode("utf-8", "replace")
        yield from self._ended(is_open, f"ends with {code}: {self._reason()}")

    def _ended(self, is_open, text):
        if is_open:
            yield "fault", self.started, text
            yield "done", self.started, ""

    def _reason(self):
        lines = [line for line in self.error.splitlines() if "Fatal" in line or "rror" in line or " in " in line]
        return " / ".join(line.strip() for line in lines[:3])[:400]

    def _processor_seconds(self):
        """How many it has used, and whether it wants none."""
        try:
            with open(f"/proc/{self.process.pid}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
        except OSError:
            return 0, False
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"), fields[0] == "S"
