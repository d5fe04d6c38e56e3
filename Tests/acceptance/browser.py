"""Debian's Chromium, driven by Playwright, which can reach nothing but this machine."""

from contextlib import contextmanager
from shutil import which

from playwright.sync_api import sync_playwright

ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=which("chromium"), args=[ALONE])
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """A tab that collects what goes wrong on the pages it opens, such as a request that leaves the place they lie in."""

    def __init__(self, browser, place, **options):
        self.place = place
        self.faults = []
        self.tab = browser.new_context(service_workers="block", **options).new_page()
        self.tab.on("request", self._see)
        self.tab.on("console", lambda message: self._add("console: " + message.text) if message.type == "error" else None)
        self.tab.on("pageerror", lambda error: self._add(f"script error: {error}"))
        self.tab.on("requestfailed", self._see_failure)

    def open(self, name):
        self.name = name
        return self.tab.goto(self.place + name, wait_until="load")

    def _see(self, request):
        if not request.url.startswith((self.place, "data:", "blob:")):
            self._add(f"asks for {request.url}")

    def _see_failure(self, request):
        # The next page may be opened before the last one's icon has come.
        if request.failure != "net::ERR_ABORTED":
            self._add(f"request failed: {request.url}: {request.failure}")

    def _add(self, fault):
        self.faults.append(f"{self.place}{self.name}: {fault}")
