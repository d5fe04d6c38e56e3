"""axe-core finds no violation on a page of each kind, narrow and wide, light and dark."""

from axe_playwright_python.sync_playwright import Axe

from browser import Visit, chromium

SCHEMES = ("light", "dark")
# Styles are not fetched again, which a page on disk may not; and a rule of WCAG 2.2 is on that axe leaves off unless asked.
OPTIONS = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}


def check_narrow(site):
    return _check(site, 360)


def check_wide(site):
    return _check(site, 1280)


def _check(site, width):
    schemes_by_fault = {}
    pages = site.sample()
    axe = Axe()
    with chromium() as browser:
        # Without motion, so that no colour is measured on its way to another.
        visit = Visit(browser, f"file://{site.root}/", viewport={"width": width, "height": 900}, reduced_motion="reduce")
        for name in pages:
            visit.open(name)
            for scheme in SCHEMES:
                visit.tab.emulate_media(color_scheme=scheme)
                for violation in axe.run(visit.tab, options=OPTIONS).response["violations"]:
                    schemes_by_fault.setdefault(f"{name}: {_told(violation)}", []).append(scheme)
    faults = [f"{fault} ({' and '.join(schemes)})" for fault, schemes in schemes_by_fault.items()]
    return f"{len(pages)} pages at {width} px, {' and '.join(SCHEMES)}", faults


def _told(violation):
    nodes = violation["nodes"]
    first = " ".join(str(part) for part in nodes[0]["target"])
    return f"{violation['id']}: {violation['help']}, at {first}" + (f" and {len(nodes) - 1} more" if len(nodes) > 1 else "")
