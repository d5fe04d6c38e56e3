"""The program as a .tar.gz that runs from wherever it is unpacked."""

import gzip
import io
import tarfile

from release import File


def write(release, folder):
    files = [File("bin/hubwright", release.program, 0o755), File("LICENSE", release.text("LICENSE")),
             File("README.md", release.text("README.md")), File("share/doc/hubwright/CHANGELOG.md", release.text("CHANGELOG.md"))]
    packed = tar([File(f"{release.name}/{file.path}", file.content, file.mode) for file in files + release.files], release.moment)
    (folder / f"{release.name}.tar.gz").write_bytes(compressed(packed))


def tar(files, moment, folders=()):
    """Files, and the folders above them and `folders` (path and mode), as root's, in the order of their paths, all of one moment."""
    entries = {path: None for path, _ in folders}
    modes = dict(folders)
    for file in files:
        parts = file.path.split("/")
        for length in range(1, len(parts)):
            entries["/".join(parts[:length])] = None
        entries[file.path] = file
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        for path in sorted(entries):
            file, entry = entries[path], tarfile.TarInfo(path)
            entry.mtime = moment
            entry.uname = entry.gname = "root"
            if file is None:
                entry.type, entry.mode = tarfile.DIRTYPE, modes.get(path, 0o755)
                archive.addfile(entry)
            else:
                entry.size, entry.mode = len(file.content), file.mode
                archive.addfile(entry, io.BytesIO(file.content))
    return buffer.getvalue()


def compressed(content):
    # Without a name and a time.
    return gzip.compress(content, compresslevel=9, mtime=0)
