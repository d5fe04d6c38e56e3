"""axe-core finds no violation on a page of each kind, narrow and wide, light and dark."""

from axe_playwright_python.sync_playwright import Axe

from browser import Visit, chromium

WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
# Styles are not fetched again, which a page on disk may not; and a rule of WCAG 2.2 is on that axe leaves off unless asked.
OPTIONS = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}


def check_accessibility(site):
    faults = []
    pages = site.sample()
    axe = Axe()
    with chromium() as browser:
        # Without motion, so that no colour is measured on its way to another.
        visit = Visit(browser, f"file://{site.folder}/", reduced_motion="reduce")
        for name in pages:
            visit.open(name)
            for width in WIDTHS:
                visit.tab.set_viewport_size({"width": width, "height": 900})
                for scheme in SCHEMES:
                    visit.tab.emulate_media(color_scheme=scheme)
                    for violation in axe.run(visit.tab, options=OPTIONS).response["violations"]:
                        faults.append(f"{name} ({width} px, {scheme}): {_told(violation)}")
    return f"{len(pages)} pages at {len(WIDTHS)} widths in {len(SCHEMES)} schemes", faults


def _told(violation):
    nodes = violation["nodes"]
    first = " ".join(str(part) for part in nodes[0]["target"])
    return f"{violation['id']}: {violation['help']}, at {first}" + (f" and {len(nodes) - 1} more" if len(nodes) > 1 else "")
