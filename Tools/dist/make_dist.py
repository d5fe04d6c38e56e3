#!/usr/bin/env python3
"""Makes the files of a release in dist/: make_dist.py [PROGRAM]

PROGRAM is what build-program made; without one it is built first. Two runs of one commit on machines with the same packages give the same bytes.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import archive
import debian_package
import image
import licences
import wheel
from release import Release

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / ".build/dist"
LARGEST = 25_000_000


def main():
    program = Path(sys.argv[1]) if len(sys.argv) > 1 else built_program()
    os.environ.setdefault("SOURCE_DATE_EPOCH", git("show", "--no-patch", "--format=%ct", "HEAD"))
    if git("status", "--porcelain", "--untracked-files=no"):
        print("These files are of sources that differ from the commit: nobody can make them again.", file=sys.stderr)
    release = Release(ROOT, program, licences.linked(BUILD))
    folder = ROOT / "dist"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / f"{release.name}.spdx.json").write_bytes(release.bill)
    archive.write(release, folder)
    debian_package.write(release, folder)
    wheel.write(release, folder)
    image.write(release, folder)
    sums = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(folder.iterdir())]
    (folder / "SHA256SUMS").write_text("".join(sums))
    for file in sorted(folder.iterdir()):
        print(f"{file.stat().st_size:>12,}  {file.name}")
    too_large = [file.name for file in folder.iterdir() if file.stat().st_size > LARGEST]
    if too_large:
        sys.exit(f"More than {LARGEST:,} bytes to download: {', '.join(too_large)}")


def built_program():
    built = subprocess.run([ROOT / "Tools/dist/build-program", BUILD], stdout=subprocess.PIPE, text=True, check=True)
    return Path(built.stdout.strip())


def git(*arguments):
    return subprocess.run(["git", *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
