"""What is linked into the program: its licences as a text, and the bill of materials as SPDX 2.3."""

import hashlib
import json
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
SWIFT = "Apache-2.0 WITH Swift-exception"
GCC = "GPL-3.0-or-later WITH GCC-exception-3.1"
# The library, the Debian package that has its archive, its licence.
FROM_DEBIAN = [
    ("cmark-gfm", "libcmark-gfm-dev", "BSD-2-Clause"), ("cmark-gfm-extensions", "libcmark-gfm-extensions-dev", "BSD-2-Clause"),
    ("libstemmer", "libstemmer-dev", "BSD-3-Clause"), ("libdeflate", "libdeflate-dev", "MIT"), ("libcrypto", "libssl-dev", "Apache-2.0"),
    ("libstdc++", "libstdc++-{gcc}-dev", GCC), ("libgcc", "libgcc-{gcc}-dev", GCC),
]
FROM_SWIFT = {"swift-argument-parser": SWIFT, "swift-atomics": SWIFT, "swift-collections": SWIFT, "swift-nio": "Apache-2.0",
              "swift-system": SWIFT, "yams": "MIT"}
# What lies within these, with its licence and copyright.
WITHIN = [("libyaml", "0.2.5", "MIT", "Copyright (c) 2017-2020 Ingy döt Net, 2006-2016 Kirill Simonov"),
          ("llhttp", "of swift-nio", "MIT", "Copyright Fedor Indutny, 2018")]


@dataclass(frozen=True)
class Linked:
    name: str
    version: str
    licence: str
    source: str
    text: str
    address: str | None = None


def linked(build):
    """Everything in the program, from what this machine linked it with; `build` is the folder in which it was built."""
    gcc = output("gcc", "-dumpversion").split(".")[0]
    found = [from_debian(name, package.format(gcc=gcc), licence) for name, package, licence in FROM_DEBIAN]
    mimalloc = re.search(r"^mimalloc=(.*)$", (HERE / "static-libraries").read_text(), re.MULTILINE)[1]
    found.append(Linked("mimalloc", mimalloc, "MIT", f"the Debian source package mimalloc {mimalloc}, compiled to replace malloc",
                        (build / "libraries/mimalloc.LICENSE").read_text(), f"pkg:deb/debian/mimalloc@{mimalloc}?arch=source"))
    swift = re.search(r"Swift version (\S+)", output("swift", "--version"))[1]
    toolchain = Path(output("which", "swift")).resolve().parents[1]
    swift_text = (toolchain / "share/swift/LICENSE.txt").read_text()
    for name in ("Swift standard library", "Foundation", "libdispatch"):
        found.append(Linked(name, swift, SWIFT, f"the toolchain of Swift {swift}", swift_text))
    found.append(Linked("ICU", swift, "Unicode-3.0", f"the toolchain of Swift {swift}, with CLDR's data",
                        (HERE.parent / "LICENSE-UNICODE").read_text()))
    found += from_swift(build / "build")
    found += [Linked(name, version, licence, "Yams" if name == "libyaml" else "SwiftNIO", f"{copyright}. The MIT License, as above.\n")
              for name, version, licence, copyright in WITHIN]
    return found


def from_debian(name, package, licence):
    version = output("dpkg-query", "--show", "--showformat", "${Version}", package)
    machine = output("dpkg", "--print-architecture")
    return Linked(name, version, licence, f"the Debian package {package} {version}",
                  Path(f"/usr/share/doc/{package}/copyright").read_text(), f"pkg:deb/debian/{package}@{version}?arch={machine}")


def from_swift(build):
    """The packages of Swift, which must be those that versions.txt names: what is resolved on another day may be newer."""
    state = json.loads((build / "workspace-state.json").read_text())
    found, versions = [], []
    for one in state["object"]["dependencies"]:
        identity, version = one["packageRef"]["identity"], one["state"]["checkoutState"]["version"]
        checkout = build / "checkouts" / one["subpath"]
        names = [name for name in ("LICENSE.txt", "LICENSE", "NOTICE.txt") if (checkout / name).exists()]
        text = "\n".join((checkout / name).read_text() for name in names)
        address = one["packageRef"]["location"].removesuffix(".git")
        versions.append(f"{identity} {version}\n")
        found.append(Linked(identity, version, FROM_SWIFT[identity], address, text, f"pkg:swift/{address.removeprefix('https://')}@{version}"))
    named = (HERE / "versions.txt").read_text()
    if sorted(versions) != sorted(named.splitlines(keepends=True)):
        raise SystemExit("The packages that were built are not those of Tools/dist/versions.txt. Write there what is meant:\n"
                         + "".join(sorted(versions)))
    return found


def texts(linked):
    """One text for each licence as it was given, below the names of all that came with it."""
    groups = {}
    for one in linked:
        groups.setdefault(one.text, []).append(one)
    rule = "=" * 80 + "\n"
    parts = ["What is linked into hubwright besides itself, and under which licences.\n\n"]
    for text, members in groups.items():
        parts += [rule, *(f"{one.name} {one.version}: {one.licence} ({one.source})\n" for one in members), rule, "\n", text.rstrip() + "\n\n"]
    return "".join(parts).encode()


def bill(version, program, moment, linked, beside=()):
    """`beside` is what lies beside the program in the same package."""
    own = package("hubwright", version, "MIT", None, None)
    # SHA-1 is what the format asks for of every file.
    file = {"SPDXID": "SPDXRef-Program", "fileName": "./hubwright", "fileTypes": ["BINARY"], "licenseConcluded": "NOASSERTION",
            "licenseInfoInFiles": ["NOASSERTION"], "copyrightText": "NOASSERTION",
            "checksums": [{"algorithm": name.upper(), "checksumValue": hashlib.new(name, program).hexdigest()} for name in ("sha1", "sha256")]}
    packages = {kind: [package(one.name, one.version, one.licence, one.source, one.address) for one in some]
                for kind, some in (("STATIC_LINK", linked), ("DEPENDS_ON", beside))}
    relationships = [relation("SPDXRef-DOCUMENT", "DESCRIBES", one) for one in ("SPDXRef-Program", own["SPDXID"])]
    relationships.append(relation("SPDXRef-Program", "GENERATED_FROM", own["SPDXID"]))
    relationships += [relation("SPDXRef-Program", kind, one["SPDXID"]) for kind, some in packages.items() for one in some]
    document = {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": f"hubwright-{version}",
        # A name of this edition of the program and of what lies beside it, and no address.
        "documentNamespace": "urn:sha256:" + hashlib.sha256(program + repr(beside).encode()).hexdigest(),
        "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(moment)), "creators": [f"Tool: hubwright-dist-{version}"]},
        "packages": [own, *packages["STATIC_LINK"], *packages["DEPENDS_ON"]], "files": [file], "relationships": relationships,
    }
    return (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()


def package(name, version, licence, source, address):
    described = {"SPDXID": "SPDXRef-Package-" + re.sub(r"[^A-Za-z0-9.-]", "-", name), "name": name, "versionInfo": version,
                 "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence,
                 "copyrightText": "NOASSERTION"}
    if source:
        described["sourceInfo"] = f"From {source}."
    if address:
        described["externalRefs"] = [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": address}]
    return described


def relation(one, kind, other):
    return {"spdxElementId": one, "relationshipType": kind, "relatedSpdxElement": other}


def output(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=True).stdout.strip()
