"""axe-core finds no violation on a page of each kind, narrow and wide, light and dark."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

from browser import Visit, chromium
from built_site import HUGE_SIZE
from web_server import nginx

# Styles are not fetched again, which a page on disk may not; and a rule of WCAG 2.2 is on that axe leaves off unless asked.
EVERY_RULE = {"resultTypes": ["violations"], "preload": False, "rules": {"target-size": {"enabled": True}}}
# Colours take most of the time on a large page, and are the same as on a small one.
BUT_COLOURS = {**EVERY_RULE, "rules": {**EVERY_RULE["rules"], "color-contrast": {"enabled": False}}}
# A scheme changes nothing but colours.
COLOURS = {"resultTypes": ["violations"], "preload": False, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def check_narrow(site):
    return _check(site, 360)


def check_wide(site):
    return _check(site, 1280)


def _check(site, width):
    pages = site.sample()
    large = [name for name in site.sample(HUGE_SIZE) if name not in pages]
    schemes_by_fault = {}
    axe = Axe()
    with nginx(site.root, urlsplit(site.address).path) as (*_, own), chromium() as browser:
        # Without motion, so that no colour is measured on its way to another.
        options = {"viewport": {"width": width, "height": 900}, "reduced_motion": "reduce"}
        disk, host = Visit(browser, f"file://{site.root}/", **options), Visit(browser, own, **options)
        both = {"light": EVERY_RULE, "dark": COLOURS}
        for name, schemes in [(name, both) for name in pages] + [(name, {"light": BUT_COLOURS}) for name in large]:
            # A host answers with it where there is no page.
            visit = host if name == "404.html" else disk
            visit.open("no/such/page" if visit is host else name)
            for scheme, rules in schemes.items():
                visit.tab.emulate_media(color_scheme=scheme)
                for violation in axe.run(visit.tab, options=rules).response["violations"]:
                    schemes_by_fault.setdefault(f"{name}: {_told(violation)}", []).append(scheme)
    faults = [f"{fault} ({' and '.join(schemes)})" for fault, schemes in schemes_by_fault.items()]
    return f"{len(pages)} pages at {width} px, light and dark, and {len(large)} large ones", faults


def _told(violation):
    nodes = violation["nodes"]
    first = " ".join(str(part) for part in nodes[0]["target"])
    return f"{violation['id']}: {violation['help']}, at {first}" + (f" and {len(nodes) - 1} more" if len(nodes) > 1 else "")
