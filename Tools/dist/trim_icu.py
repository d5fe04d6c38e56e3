#!/usr/bin/env python3
"""Makes an object of ICU's data without what no hub uses: trim_icu.py ARCHIVE OBJECT

ARCHIVE is the lib_FoundationICU.a of Swift's toolchain, whose data are a third of the program. Left out are large tables of characters of other
encodings than Unicode, names of units and currencies but for the root's and English, rules for spelling numbers out, and rules for writing one
script in another: what Hubwright asks of ICU is days, numbers, order, lists, plurals, and the names of languages, states and cities. Linked before
the archive, the object takes the place of the archive's own.
"""

import struct
import subprocess
import sys
import tempfile
from pathlib import Path

ROOTS = {"root.res", "pool.res", "res_index.res", "en.res", "supplementalData.res", "keyTypeData.res"}
LARGEST_ENCODING = 10_000


def main(archive, result):
    with tempfile.TemporaryDirectory() as scratch:
        listed = run("nm", "--print-file-name", "--defined-only", archive)
        found = {line.split()[-1]: line.split(":")[1] for line in listed.splitlines() if line.split()[-1].startswith("icudt")}
        if len(found) != 1:
            sys.exit(f"{archive} has not the one symbol of ICU's data that was expected, but {sorted(found)}")
        [(symbol, member)] = found.items()
        run("ar", "x", "--output", scratch, archive, member)
        data, kept, source = Path(scratch, "data"), Path(scratch, "kept"), Path(scratch, "data.s")
        run("objcopy", "--output-target", "binary", "--only-section", ".rodata", Path(scratch, member), data)
        kept.write_bytes(trimmed(data.read_bytes()))
        source.write_text(f'.section .rodata\n.balign 16\n.globl {symbol}\n{symbol}:\n.incbin "kept"\n.section .note.GNU-stack,"",%progbits\n')
        run("gcc", "-c", "-o", Path(result).resolve(), source.name, folder=scratch)


def trimmed(data):
    """A package of ICU (udata.h, "icupkg") with fewer items: a head, a table of names and offsets, the names, the items."""
    head = struct.unpack_from("<H", data)[0]
    if data[2:4] != b"\xda\x27":
        sys.exit("ICU's data do not begin as a package of it does")
    count = struct.unpack_from("<I", data, head)[0]
    table = [struct.unpack_from("<II", data, head + 4 + 8 * index) for index in range(count)]
    ends = [offset for _, offset in table[1:]] + [len(data) - head]
    items = []
    for (name, start), end in zip(table, ends):
        text = data[head + name:data.index(b"\0", head + name)]
        content = data[head + start:head + end]
        if is_kept(text.decode(), len(content)):
            items.append((text, content))
    names, place = b"", 4 + 8 * len(items)
    places = []
    for text, _ in items:
        places.append(place + len(names))
        names += text + b"\0"
    entries = []
    start = place + len(names)
    padding = -(head + start) % 16
    start += padding
    chunks = []
    for place, (_, content) in zip(places, items):
        entries.append(struct.pack("<II", place, start))
        content += b"\xaa" * (-len(content) % 16)
        chunks.append(content)
        start += len(content)
    return data[:head] + struct.pack("<I", len(items)) + b"".join(entries) + names + b"\xaa" * padding + b"".join(chunks)


def is_kept(name, size):
    parts = name.split("/")[1:]
    if parts[0] in ("unit", "curr"):
        return parts[-1] in ROOTS
    if parts[0] in ("translit", "rbnf"):
        return parts[-1] in ("root.res", "res_index.res", "pool.res") and size < LARGEST_ENCODING
    return not (name.endswith(".cnv") and size > LARGEST_ENCODING)


def run(*command, folder=None):
    return subprocess.run([str(word) for word in command], cwd=folder, stdout=subprocess.PIPE, text=True, check=True).stdout


if __name__ == "__main__":
    main(*sys.argv[1:])
