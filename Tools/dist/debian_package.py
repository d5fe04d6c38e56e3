"""The program as a package of Debian that depends on nothing but glibc."""

import email.utils
import gzip
import os
import subprocess
import tempfile
from pathlib import Path

MAINTAINER = "The Hubwright project <hubwright@localhost.localdomain>"
# Each with its reason, which lintian shows.
OVERRIDES = """\
# A release runs on systems that lack these libraries, or have others; what is linked in stands in LINKED-LICENCES.txt.
hubwright: embedded-library *
# Tables of stems, names of Unicode's signs and words of seven languages are no misspelt English.
hubwright: spelling-error-in-binary *
# The project has no address for mail.
hubwright: bogus-mail-host *
hubwright: bogus-mail-host-in-debian-changelog *
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: hubwright
Comment: What is linked into the program has licences of its own, which stand in
 /usr/share/doc/hubwright/LINKED-LICENCES.txt.

Files: *
Copyright: {copyright}
License: Expat
{licence}
"""
CONTROL = """\
Package: hubwright
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {size}
Depends: libc6 (>= {glibc})
Recommends: tzdata
Suggests: ca-certificates, curl, git, openssh-client, rclone, rsync
Section: web
Priority: optional
Description: builder of engagement hubs
 Hubwright turns articles in Markdown and facts kept as records into a static,
 cross-linked site that helps civil society take part in an international
 process. It checks every reference, derives pages from the records, and writes
 a site that reads the same from a host, from a folder of one, and from disk.
"""


def write(release, folder):
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch, "package")
        place(root, "usr/bin/hubwright", release.program, 0o755)
        for file in release.files:
            place(root, f"usr/{file.path}", file.content, file.mode)
        manual = root / "usr/share/man/man1/hubwright.1"
        place(root, "usr/share/man/man1/hubwright.1.gz", gzip.compress(manual.read_bytes(), 9, mtime=0))
        manual.unlink()
        documents = "usr/share/doc/hubwright"
        place(root, f"{documents}/copyright", copyright_text(release).encode())
        place(root, f"{documents}/changelog.gz", gzip.compress(changelog(release).encode(), 9, mtime=0))
        place(root, "usr/share/lintian/overrides/hubwright", OVERRIDES.encode())
        files = sorted(path for path in root.rglob("*") if path.is_file())
        control = CONTROL.format(
            version=release.version, machine=release.debian_machine, maintainer=MAINTAINER, glibc="{}.{}".format(*release.glibc),
            # As dpkg counts: kilobytes of each file, rounded up, and one for each folder.
            size=sum(-(-path.stat().st_size // 1024) if path.is_file() else 1 for path in root.rglob("*")))
        place(root, "DEBIAN/control", control.encode())
        sums = [f"{md5(path)}  {path.relative_to(root)}\n" for path in files]
        place(root, "DEBIAN/md5sums", "".join(sums).encode())
        for path in [root, *root.rglob("*")]:
            if path.is_dir():
                path.chmod(0o755)
            os.utime(path, (release.moment, release.moment))
        # One thread, since the bytes would differ with their number.
        subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1", "--build", root,
                        folder / f"hubwright_{release.version}_{release.debian_machine}.deb"],
                       check=True, stdout=subprocess.DEVNULL, env={**os.environ, "LC_ALL": "C.UTF-8"})


def place(root, path, content, mode=0o644):
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    file.chmod(mode)


def md5(path):
    return subprocess.run(["md5sum", path], stdout=subprocess.PIPE, text=True, check=True).stdout[:32]


def copyright_text(release):
    """The project's own licence in the form that Debian reads."""
    lines = release.text("LICENSE").decode().strip().splitlines()
    holder = next(line for line in lines if line.startswith("Copyright"))
    terms = lines[lines.index(holder) + 1:]
    body = "\n".join(f" {line}" if line.strip() else " ." for line in "\n".join(terms).strip().splitlines())
    return COPYRIGHT.format(copyright=holder.replace("Copyright (c) ", ""), licence=body)


def changelog(release):
    day = email.utils.formatdate(release.moment)
    return (f"hubwright ({release.version}) unstable; urgency=medium\n\n  * This release; CHANGELOG.md of the project says what is new in it.\n\n"
            f" -- {MAINTAINER}  {day.replace('-0000', '+0000')}\n")
