"""The least hub that shows what a seed found."""

import re
import shutil
from pathlib import Path

from runs import Run
from strict_readers import StrictReading


def shrunk(program, root, seed, scratch):
    """Leaves out files, then lines, then halves of lines, as long as the same kind of fault is found; gives what is left."""
    run = Run([program, str(root), str(seed), "1", str(scratch), "1"])
    for _ in run.events():
        pass
    folder = scratch / str(seed)
    # The hub as the seed made it: the run has mended it, and has imported into it.
    kept = scratch / "kept"
    shutil.copytree(folder / "original", kept)
    if (folder / "calendar").is_dir():
        shutil.copytree(folder / "calendar", kept / "calendar")
    trial = Trial(program, root, scratch / "trial")
    files = {str(path.relative_to(kept)): path.read_bytes() for path in kept.rglob("*") if path.is_file()}
    found = trial.faults(files)
    if not found:
        return f"seed {seed} has no fault by itself"
    kind = _kind(found[0])

    def is_same(files):
        return any(_kind(text) == kind for text in trial.faults(files))

    for name in sorted(files):
        rest = {other: content for other, content in files.items() if other != name}
        if is_same(rest):
            files = rest
    for name in sorted(files):
        for size in (16, 4, 1):
            files = _without_pieces(files, name, b"\n", size, is_same)
        for size in (256, 32, 8, 1):
            files = _without_pieces(files, name, b"", size, is_same)
    text = "".join(f"-- {name} --\n{content.decode('utf-8', 'backslashreplace')}\n" for name, content in sorted(files.items()))
    return f"{found[0]}\n{text}"


def _kind(text):
    return re.sub(r"[\d/\\].*", "", text)


def _without_pieces(files, name, separator, size, is_same):
    content = files[name]
    parts = content.split(separator) if separator else [content[place : place + 1] for place in range(len(content))]
    if len(parts) > 2_000:
        return files
    place = 0
    while place < len(parts):
        rest = parts[:place] + parts[place + size :]
        trial = {**files, name: separator.join(rest)}
        if is_same(trial):
            parts, files = rest, trial
        else:
            place += size
    return files


class Trial:
    def __init__(self, program, root, folder):
        self.program, self.root, self.folder = program, root, folder

    def faults(self, files):
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "hub").mkdir(parents=True)
        for name, content in files.items():
            path = self.folder / (name if name.startswith("calendar/") else f"hub/{name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        run = Run([self.program, str(self.root), str(self.folder)])
        found = [text for event, _, text in run.events() if event == "fault"]
        if (self.folder / "site").is_dir():
            found += StrictReading().faults_of_site(self.folder / "site", self.folder / "hub")
        return found
