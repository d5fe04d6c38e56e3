"""The preview in a real browser: a save reloads the page where it was, faults stand above the last good page, and go again."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from browser import Visit, chromium

ROOT = Path(__file__).resolve().parent.parent.parent
HUB = ROOT / "Tests/Fixtures/sample-hub"


def check_preview(_):
    """Serves a copy of the sample hub, and edits it as a writer does."""
    program = next((p for p in (ROOT / ".build/release/hubwright", ROOT / ".build/debug/hubwright") if p.exists()), None)
    if program is None:
        return "not tried", ["the program is not built: run make site"]
    with tempfile.TemporaryDirectory() as folder:
        hub = Path(folder, "hub")
        shutil.copytree(HUB, hub)
        shutil.rmtree(hub / "templates", ignore_errors=True)
        keep_english(hub)
        server = subprocess.Popen([program, "serve", hub], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address = re.search(r"http://\S+/", server.stdout.readline()).group().replace("localhost", "127.0.0.1")
            server.stdout.readline()
            with chromium() as browser:
                faults = edit(Visit(browser, address, viewport={"width": 800, "height": 400}), hub)
        finally:
            server.terminate()
            if server.wait() != 0:
                faults = [*locals().get("faults", []), "the server did not end with 0"]
    return "six saves of a page", faults


def keep_english(hub):
    """Takes the translations away, whose interface words are not the theme's."""
    description = hub / "site-content/hub.yaml"
    description.write_text(re.sub(r"^languages:.*?(?=^\S)", "", description.read_text(), flags=re.M | re.S))
    for file in (hub / "site-content").glob("*/*.??.*"):
        file.unlink()


def edit(visit, hub):
    page = hub / "site-content/guides/join-a-delegation.md"
    text = page.read_text()
    visit.open("guides/join-a-delegation.html")
    visit.tab.evaluate("scrollTo(0, 150)")
    faults = []

    def save(what, new, expected, is_shown=True):
        page.write_text(new)
        try:
            visit.tab.wait_for_function(
                "([text, shown]) => document.readyState === 'complete' && document.body.innerText.includes(text) === shown",
                arg=[expected, is_shown], timeout=20_000)
        except Exception:
            faults.append(f"{what}: '{expected}' is {'not ' if is_shown else 'still '}there")

    save("a save", text + "\nA new line.\n", "A new line.")
    if visit.tab.evaluate("scrollY") != 150:
        faults.append("the page did not stay where it was scrolled to")
    save("a draft", text.replace("---\n", "---\ndraft: true\n", 1), "This page is not finished")
    save("an error", text + "\n<b>\n", "error[raw-html]")
    if "Edition of" not in visit.tab.inner_text("body"):
        faults.append("the last good page is not beneath the faults")
    save("an empty file", "", "error[missing-front-matter]")
    save("a mended page", text + "\nMended.\n", "Mended.")
    save("a mended page", text + "\nMended.\n", "error[", is_shown=False)
    return faults + visit.faults
