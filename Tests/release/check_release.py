#!/usr/bin/env python3
"""Tries the files of a release on machines that have nothing but Debian: check_release.py [FOLDER]

In chroots of Debian 12 and 13 without Swift, the hub of this repository is built from the archive, the package and the wheel, and from the
image in an empty folder; all must give the same bytes. Needs root, debootstrap, lintian and skopeo. The bare systems are kept in
$TMPDIR/hubwright-bare for the next run.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(tempfile.gettempdir(), "hubwright-bare")
SYSTEMS = {"bookworm": "Debian 12", "trixie": "Debian 13"}
# From the files of the release to the built hub, in seconds.
LONGEST = 60
DAY = "2026-11-09"
ENVIRONMENT = {"HOME": "/root", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}
# How the program comes onto a machine, and what it is then called.
WAYS = {
    "archive": ("mkdir /opt/h && tar -xzf /release/*.tar.gz -C /opt/h --strip-components 1", "/opt/h/bin/hubwright"),
    "package": ("dpkg --install /release/*.deb", "hubwright"),
    "wheel": ("python3 -m venv /opt/v && /opt/v/bin/pip install --quiet --no-index /release/*.whl", "/opt/v/bin/hubwright"),
}


def main():
    release = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "dist").resolve()
    if os.geteuid() != 0 or not shutil.which("debootstrap") or not shutil.which("lintian") or not shutil.which("skopeo"):
        sys.exit("Bare machines are made by root with debootstrap, and packages held against lintian and skopeo: install what is missing.")
    faults = static_faults(release)
    editions = {}
    for suite, name in SYSTEMS.items():
        for way, (install, program) in WAYS.items():
            base = bare_system(suite, ["python3-venv"] if way == "wheel" else [])
            if base is None:
                faults.append(f"{name} could not be made; see {KEPT}/{suite}.log")
                continue
            editions[f"{name}, {way}"] = built(name, way, base, release, f"{install} && {build(program)}", faults)
    editions["image"] = built("nothing", "image", None, release, None, faults)
    if len(set(editions.values())) != 1:
        faults.append(f"not the same site everywhere: {editions}")
    faults += forge_faults(release)
    for fault in faults:
        print(f"FAULT  {fault}")
    print(f"{len(editions)} ways, {len(faults)} faults")
    sys.exit(1 if faults else 0)


def build(program):
    return f"{program} build /hub --as-of {DAY} && {program} verify /hub/public"


def static_faults(release):
    """What others say of the files: dpkg's and OCI's own tools, and the sums."""
    commands = [["sha256sum", "--check", "--quiet", "SHA256SUMS"], ["lintian", "--allow-root", "--fail-on", "error,warning,info", *release.glob("*.deb")]]
    commands += [["skopeo", "inspect", f"oci-archive:{image}"] for image in release.glob("*.oci.tar")]
    faults = []
    for command in commands:
        ended = subprocess.run(command, cwd=release, capture_output=True, text=True)
        if ended.returncode or command[0] == "lintian" and ended.stdout.strip():
            faults.append(f"{command[0]}: {(ended.stdout + ended.stderr).strip()[-1500:]}")
    control = subprocess.run(["dpkg-deb", "--field", *release.glob("*.deb"), "Depends"], capture_output=True, text=True).stdout
    if not control.startswith("libc6 (>= ") or "," in control:
        faults.append(f"the package depends on more than glibc: {control.strip()}")
    return faults


def bare_system(suite, packages):
    """A folder with Debian's smallest system and `packages`; nil where it cannot be had."""
    folder = KEPT / "-".join([suite, *packages])
    if (folder / "ready").exists():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    KEPT.mkdir(parents=True, exist_ok=True)
    command = ["debootstrap", "--variant=minbase", *([f"--include={','.join(packages)}"] if packages else []), suite, folder, mirror()]
    with (KEPT / f"{suite}.log").open("w") as log:
        if subprocess.run(command, stdout=log, stderr=log).returncode:
            return None
    (folder / "ready").touch()
    return folder


def mirror():
    """Where this machine has its own packages from."""
    for file in sorted(Path("/etc/apt").glob("sources.list.d/*.sources")):
        for line in file.read_text().splitlines():
            if line.startswith("URIs:"):
                return line.split()[1]
    for line in Path("/etc/apt/sources.list").read_text().splitlines():
        if line.startswith("deb "):
            return next(word for word in line.split() if "://" in word)
    sys.exit("This machine says nowhere where it has its packages from.")


@contextmanager
def machine(base):
    """A copy of a bare system with the hub in /hub, gone afterwards."""
    with tempfile.TemporaryDirectory(dir=KEPT) as scratch:
        root = Path(scratch, "root")
        if base:
            subprocess.run(["cp", "--archive", "--reflink=auto", base, root], check=True)
        else:
            root.mkdir()
        (root / "hub").mkdir(exist_ok=True)
        packed = subprocess.run(["git", "archive", "HEAD", "site-content"], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
        subprocess.run(["tar", "-x", "-C", root / "hub"], input=packed, check=True)
        yield root


def built(system, way, base, release, command, faults):
    """The digest of the list of the built site's files."""
    with machine(base) as root:
        if base:
            shutil.copytree(release, root / "release")
            if run(root, "sh", "-c", "command -v swift").returncode == 0:
                faults.append(f"{system} has Swift")
            commands = [["sh", "-e", "-c", command]]
        else:
            commands = [["/usr/bin/hubwright", *words] for words in (["build", "/hub", "--as-of", DAY], ["verify", "/hub/public"])]
        start = time.monotonic()
        if not base:
            unpack_image(release, root)
        for words in commands:
            ended = run(root, *words)
            if ended.returncode:
                faults.append(f"{system}, {way}: ends with {ended.returncode}: {(ended.stdout + ended.stderr)[-800:]}")
                break
        seconds = time.monotonic() - start
        sums = root / "hub/public/SHA256SUMS"
        digest = hashlib.sha256(sums.read_bytes()).hexdigest()[:16] if sums.exists() else "nothing"
        print(f"{system:>10}, {way:<8} {seconds:6.1f} s from the file to the verified hub, {digest}", flush=True)
        if digest == "nothing":
            faults.append(f"{system}, {way}: no site was built")
        if seconds > LONGEST:
            faults.append(f"{system}, {way}: takes {seconds:.0f} s, and at most {LONGEST} are meant")
        return digest


def run(root, *command):
    """As the only program of a machine, which has the kernel's own files as every machine does."""
    (root / "proc").mkdir(exist_ok=True)
    enter = 'mount -t proc proc "$0/proc" && exec chroot "$0" "$@"'
    return subprocess.run(["unshare", "--mount", "--propagation", "private", "sh", "-c", enter, root, *command], env=ENVIRONMENT,
                          capture_output=True, text=True)


def unpack_image(release, root):
    """As an engine does: by the index, the manifest and its layers."""
    with tarfile.open(next(release.glob("*.oci.tar"))) as image:
        def blob(described):
            return image.extractfile("blobs/" + described["digest"].replace(":", "/"))
        manifest = json.load(blob(json.load(image.extractfile("index.json"))["manifests"][0]))
        for layer in manifest["layers"]:
            with tarfile.open(fileobj=blob(layer), mode="r:gz") as files:
                files.extractall(root)


def forge_faults(release):
    """The files of a new hub take the archive by its digest, as the list of sums has it."""
    with tempfile.TemporaryDirectory() as scratch:
        archive = next(release.glob("*.tar.gz"))
        digest = next(line.split()[0] for line in (release / "SHA256SUMS").read_text().splitlines() if line.endswith(archive.name))
        subprocess.run(["tar", "-xzf", archive, "-C", scratch, "--strip-components", "1"], check=True)
        hub = Path(scratch, "talks")
        steps = [[Path(scratch, "bin/hubwright"), "new", "hub", hub, "--release", f"https://releases.example/{archive.name}", "--digest", digest],
                 [hub / ".ci/hubwright", "check"]]
        variables = {**ENVIRONMENT, "PATH": os.environ["PATH"], "HOME": scratch, "HUBWRIGHT_RELEASE": archive.as_uri(), "HUBWRIGHT_DIGEST": digest}
        for step in steps:
            ended = subprocess.run(step, cwd=hub if hub.exists() else scratch, env=variables, capture_output=True, text=True)
            if ended.returncode:
                return [f"a new hub's forge: {step[1]} ends with {ended.returncode}: {(ended.stdout + ended.stderr)[-800:]}"]
    return []


if __name__ == "__main__":
    main()
