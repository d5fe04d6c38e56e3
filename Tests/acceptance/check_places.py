"""Where things are decided and how one gets in: the map by keyboard, the search for a country, and the way to a route, with and without scripts."""

import gzip
import re
from pathlib import Path

from browser import Visit, chromium

MAP, LIST, FORUM, CHOOSER = "countries/map.html", "countries/index.html", "bodies/index.html", "routes/choose.html"
LARGEST_MAP = 45_000

# The link that has the focus: where it leads, what it is called, and whether one sees that it has it.
FOCUSED = """() => {
  const link = document.activeElement, style = getComputedStyle(link), box = link.getBoundingClientRect();
  return {
    target: link.getAttribute('href'), name: link.querySelector('title')?.textContent ?? '', width: box.width, height: box.height,
    isSeen: link.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  };
}"""
LINKS = "(drawing) => [...drawing.querySelectorAll('a')].map(link => link.getAttribute('href'))"
SHOWN = """() => [...document.querySelectorAll('.found tbody tr')].filter(row => row.offsetParent).map(row => row.querySelector('a').textContent)"""


def check_places(site):
    if MAP not in site.files:
        return "no map", []
    faults = _weigh(site)
    states = {page.path.split("/")[1] for page in site.pages.values() if page.kind == "page-country" and page.language == "en"}
    with chromium() as browser:
        options = {"viewport": {"width": 1280, "height": 900}}
        visit = Visit(browser, f"file://{site.root}/", **options)
        for name, drawing in ((MAP, "svg.world"), (LIST, "svg.squares")):
            faults += _walk(visit, name, drawing, states)
        faults += _walk(visit, FORUM, "svg.forum-drawing", None)
        faults += _see_focus(visit)
        faults += _search(visit)
        faults += _choose_with_script(visit)
        without = Visit(browser, f"file://{site.root}/", java_script_enabled=False, **options)
        faults += _choose_without_script(without)
        faults += visit.faults + without.faults
    return f"{len(states)} states by keyboard, on the map and as squares", faults


def _weigh(site):
    page = Path(site.root, MAP).read_text()
    size = len(gzip.compress(re.search(r'<svg[^>]* class="world".*?</svg>', page, re.S).group().encode(), 9))
    return [] if size < LARGEST_MAP else [f"the map has {size} bytes when packed, not less than {LARGEST_MAP}"]


def _walk(visit, name, selector, expected):
    """Goes through a drawing with the tab key alone."""
    visit.open(name)
    drawing = visit.tab.query_selector(selector)
    links = drawing.evaluate(LINKS)
    faults = []
    if expected is not None and (set(links) != expected or len(links) != len(expected)):
        faults.append(f"{name}: the drawing lacks {sorted(expected - set(links))[:5]} or has one twice")
    # The element before the first link is where a reader comes from.
    visit.tab.evaluate("""(selector) => {
      const drawing = document.querySelector(selector), before = document.createElement('button');
      drawing.before(before); before.focus();
    }""", selector)
    for target in links:
        visit.tab.keyboard.press("Tab")
        found = visit.tab.evaluate(FOCUSED)
        if found["target"] != target:
            return faults + [f"{name}: the tab key leads to {found['target']}, not to {target}"]
        if not (found["name"] and found["isSeen"] and found["width"] > 0 and found["height"] > 0):
            faults.append(f"{name}: the link to {target} has no name, no size or no visible focus")
    return faults


def _see_focus(visit):
    """A picture of a state differs when it has the focus, in every scheme."""
    faults = []
    for media in ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"forced_colors": "active"}):
        visit.tab.emulate_media(**media)
        for name in (MAP, LIST):
            visit.open(name)
            for link in visit.tab.query_selector_all(".world a, .squares a")[::97]:
                link.scroll_into_view_if_needed()
                before = visit.tab.screenshot()
                visit.tab.keyboard.press("Shift")  # So that the focus counts as the keyboard's.
                link.evaluate("link => link.focus({ preventScroll: true })")
                if visit.tab.screenshot() == before:
                    faults.append(f"{name}: the focus on {link.get_attribute('href')} cannot be seen ({media})")
    visit.tab.emulate_media(color_scheme="light", forced_colors="none")
    return faults


def _search(visit):
    """Finds a state by a name without accents, by another name and by a code; Enter opens it."""
    faults = []
    for text, page in (("cote d", "cote-d-ivoire"), ("burma", "myanmar"), ("DEU", "germany"), ("holy", "vatican")):
        visit.open(LIST)
        visit.tab.fill(".find input", text)
        with visit.tab.expect_navigation():
            visit.tab.keyboard.press("Enter")
        if page not in visit.tab.url:
            faults.append(f"'{text}' and Enter lead to {visit.tab.url}, not to {page}")
    return faults


def _choose_with_script(visit):
    """The answers narrow the list at once, and the address keeps them."""
    visit.open(CHOOSER)
    whole = visit.tab.evaluate(SHOWN)
    visit.tab.check(".choose fieldset:nth-of-type(1) label:nth-of-type(2) input")
    visit.tab.check(".choose fieldset:nth-of-type(2) label:nth-of-type(2) input")
    some = visit.tab.evaluate(SHOWN)
    visit.tab.reload()
    again = visit.tab.evaluate(SHOWN)
    counted = visit.tab.inner_text(".choose output .left")
    is_right = 0 < len(some) < len(whole) and again == some and counted == str(len(some))
    return [] if is_right else [f"{CHOOSER}: {len(whole)} routes became {len(some)}, and {len(again)} after the page was loaded again"]


def _choose_without_script(visit):
    """Links alone lead through the questions to fewer routes."""
    visit.open(CHOOSER)
    if visit.tab.is_visible("form.choose"):
        return [f"{CHOOSER}: shows a form that does nothing without its script"]
    rows = visit.tab.locator(".found tbody tr")
    counts = [rows.count()]
    while visit.tab.locator(".ask a").count():
        visit.tab.locator(".ask a").first.click()
        counts.append(rows.count())
    is_right = len(counts) > 1 and counts[-1] > 0 and counts == sorted(counts, reverse=True)
    return [] if is_right else [f"{CHOOSER}: the questions leave {counts} routes"]
