"""Catalogues for translators, tried with Debian's msgfmt and with the Translate Toolkit, and read back into the hub."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from translate.storage import pypo

from check_desk import run

HUB = {
    "hub.yaml": """title: A hub
address: https://hub.example/
language: en
languages: [en, fr]
time_zone: UTC
sections: [{folder: guides, kind: guide, title: Guides}]
""",
    "glossary/g.yaml": "- { id: chair, title: Chair, meaning: Who leads a meeting. }\n",
    "glossary/g.fr.yaml": "- { id: chair, title: Présidence, meaning: Qui dirige une réunion. }\n",
    "guides/two.md": "---\ntitle: Two\n---\n\nA text.\n",
    "guides/speak.md": r'''---
title: Speak
summary: |
  Two lines, "quoted",
  with a \ and a tab.
tags: [floor, "100% sure"]
---

The Chair gives you the floor. See [[two]] and [this](two.md "Two").

How to ask
----------

- Write early, by `git push`.
- Say why.[^1]

| Day | Hour |
| --- | ---: |
| Monday | 9 |

```{articles}
section: guides
```

> Nobody asked.

[^1]: Briefly, and %s.
''',
}


def check_translations(_site):
    """msgfmt finds no fault, the toolkit writes what it read, and an import of all messages gives a hub that builds and lacks nothing."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for path, text in HUB.items():
            file = Path(folder, "site-content", path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        catalogue = Path(folder, "fr.po")
        count = 0
        for step in ("of a new language", "that was translated"):
            exported = run("translations", folder, "--export", "fr")
            faults += [f"{step}: {line}" for line in exported.stderr.splitlines()]
            catalogue.write_text(exported.stdout)
            verdict = subprocess.run(
                [shutil.which("msgfmt"), "--check", "--output-file=/dev/null", catalogue], capture_output=True, text=True)
            faults += [f"msgfmt, a catalogue {step}: {line}" for line in verdict.stderr.splitlines()]
            units = pypo.pofile.parsestring(catalogue.read_bytes())
            if bytes(units) != catalogue.read_bytes():
                faults.append(f"the Translate Toolkit writes a catalogue {step} otherwise")
            count += len(units.units)
            if step == "of a new language":
                _translate(units)
                catalogue.write_bytes(bytes(units))
                imported = run("translations", folder, "--import", catalogue)
                faults += [f"import: {line}" for line in imported.stderr.splitlines()]
            else:
                faults += [f"lost: {unit.source[:60]}" for unit in units.units if not unit.isheader() and not unit.istranslated()]
        faults += [line for line in run("build", folder, "--format", "concise").stdout.splitlines() if " error[" in line]
    return f"{count} messages in 2 catalogues", faults


# What holds in every language: links, footnotes, code, and the line below the head of a table.
MARKS = re.compile(r"(\[\[.*?\]\]|\]\([^)]*\)|\[\^.*?\]|`.*?`|%s)")


def _translate(units):
    """Gives each message other words that keep its marks."""
    for unit in units.units:
        if not unit.isheader() and not unit.istranslated():
            unit.target = "".join(part if MARKS.fullmatch(part) else part.upper() for part in MARKS.split(unit.source))
