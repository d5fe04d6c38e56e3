"""The program as an image of the Open Container Initiative made of nothing: itself, the glibc that it runs with, and time zones."""

import hashlib
import json
import os
import re
import subprocess
import time
from pathlib import Path

import archive
import licences
from release import File, readelf

PROGRAM = "usr/bin/hubwright"


def write(release, folder):
    others = [licences.from_debian("glibc", "libc6", "LGPL-2.1-or-later"), licences.from_debian("tzdata", "tzdata", "NOASSERTION")]
    files = [File(PROGRAM, release.program, 0o755), *system_files(release)]
    documents = "usr/share/doc/hubwright"
    for file in release.files:
        if file.path.endswith("LINKED-LICENCES.txt"):
            files.append(File(f"usr/{file.path}", licences.texts(release.linked + others)))
    files += [File(f"{documents}/LICENSE", release.text("LICENSE")), File(f"{documents}/hubwright.spdx.json", release.bill_with(others))]
    # Programs write to /tmp; a hub is mounted at /hub.
    layer = archive.tar(files, release.moment, folders=[("tmp", 0o1777), ("hub", 0o755)])
    packed = archive.compressed(layer)
    moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(release.moment))
    config = encoded({
        "created": moment, "architecture": release.debian_machine, "os": "linux",
        "config": {"Entrypoint": [f"/{PROGRAM}"], "WorkingDir": "/hub", "Env": ["PATH=/usr/bin", "LANG=C.UTF-8"]},
        "rootfs": {"type": "layers", "diff_ids": [named(layer)]},
        "history": [{"created": moment, "created_by": "make dist"}],
    })
    manifest = encoded({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json",
        "config": described("application/vnd.oci.image.config.v1+json", config),
        "layers": [described("application/vnd.oci.image.layer.v1.tar+gzip", packed)],
    })
    index = encoded({
        "schemaVersion": 2, "mediaType": "application/vnd.oci.image.index.v1+json",
        "manifests": [described("application/vnd.oci.image.manifest.v1+json", manifest) | {
            "annotations": {"org.opencontainers.image.ref.name": release.version}}],
    })
    blobs = [File(f"blobs/sha256/{hashlib.sha256(blob).hexdigest()}", blob) for blob in (packed, config, manifest)]
    layout = [File("oci-layout", encoded({"imageLayoutVersion": "1.0.0"})), File("index.json", index), *blobs]
    (folder / f"{release.name}.oci.tar").write_bytes(archive.tar(layout, release.moment))


def system_files(release):
    """glibc's libraries at the places where its own loader looks for them, and the data of time zones."""
    loader = re.search(r"interpreter: (.*)\]", readelf("--program-headers", release.program_path))[1]
    libraries = sorted(set(re.findall(r"\(NEEDED\).*\[(lib.*)\]", readelf("--dynamic", release.program_path))))
    folder = f"lib/{os.uname().machine}-linux-gnu"
    files = [File(loader.lstrip("/"), Path(loader).read_bytes(), 0o755)]
    files += [File(f"{folder}/{name}", Path(f"/{folder}/{name}").read_bytes(), 0o755) for name in libraries]
    listed = subprocess.run(["dpkg", "--listfiles", "tzdata"], stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
    # Those below two of its folders are the same once more, for programs that count seconds otherwise.
    zones = [Path(line) for line in listed if line.startswith("/usr/share/zoneinfo/") and line.split("/")[4] not in ("posix", "right")]
    # Old names are links to new ones; as files they need no thought.
    return files + [File(str(zone).lstrip("/"), zone.read_bytes()) for zone in zones if zone.is_file()]


def described(kind, blob):
    return {"mediaType": kind, "digest": named(blob), "size": len(blob)}


def named(blob):
    return "sha256:" + hashlib.sha256(blob).hexdigest()


def encoded(value):
    return json.dumps(value, separators=(",", ":"), sort_keys=True).encode()
