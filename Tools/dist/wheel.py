"""The program as a wheel: pip puts it on the path (PyPA's binary distribution format 1.0; platform tags by PEP 600)."""

import base64
import hashlib
import io
import time
import zipfile


def write(release, folder):
    tag = "py3-none-manylinux_{}_{}_{}".format(*release.glibc, release.machine)
    name = f"hubwright-{release.version}"
    info = f"{name}.dist-info"
    metadata = (f"Metadata-Version: 2.4\nName: hubwright\nVersion: {release.version}\n"
                "Summary: Builds engagement hubs: Markdown, records and templates in, a cross-linked site out.\n"
                "License-Expression: MIT\nLicense-File: LICENSE\nLicense-File: LINKED-LICENCES.txt\nRequires-Python: >=3.8\n"
                "Description-Content-Type: text/markdown\n\n").encode() + release.text("README.md")
    wheel = f"Wheel-Version: 1.0\nGenerator: hubwright-dist\nRoot-Is-Purelib: false\nTag: {tag}\n".encode()
    entries = [(f"{name}.data/scripts/hubwright", release.program, 0o755)]
    for file in release.files:
        if file.path.endswith("LINKED-LICENCES.txt"):
            entries.append((f"{info}/licenses/LINKED-LICENCES.txt", file.content, file.mode))
        elif file.path.endswith(".spdx.json"):
            entries.append((f"{info}/sboms/hubwright.spdx.json", file.content, file.mode))
        else:
            entries.append((f"{name}.data/data/{file.path}", file.content, file.mode))
    entries += [(f"{info}/licenses/LICENSE", release.text("LICENSE"), 0o644), (f"{info}/METADATA", metadata, 0o644), (f"{info}/WHEEL", wheel, 0o644)]
    record = "".join(f"{path},sha256={digest(content)},{len(content)}\n" for path, content, _ in entries)
    entries.append((f"{info}/RECORD", (record + f"{info}/RECORD,,\n").encode(), 0o644))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content, mode in entries:
            entry = zipfile.ZipInfo(path, time.gmtime(release.moment)[:6])
            entry.create_system, entry.external_attr, entry.compress_type = 3, (0o100000 | mode) << 16, zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    (folder / f"{name}-{tag}.whl").write_bytes(buffer.getvalue())


def digest(content):
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
