"""Takes the picture of the home page that README.md shows: take_screenshot.py FOLDER PNG."""

import sys
from pathlib import Path

from browser import chromium


def main(folder, picture):
    with chromium() as browser:
        tab = browser.new_context(viewport={"width": 1280, "height": 860}, color_scheme="light").new_page()
        tab.goto(Path(folder, "index.html").resolve().as_uri())
        tab.screenshot(path=picture)


if __name__ == "__main__":
    main(*sys.argv[1:])
