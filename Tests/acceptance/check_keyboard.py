"""What a keyboard, large text, wide spacing, forced colours and a small phone meet: the pages named below, walked by hand in Chromium."""

from browser import Visit, chromium

# A page of each kind, mostly the largest of it, and what a reader comes for: the control that few stops may stand before.
PAGES = {
    "index.html": None,
    "issues/artificial-intelligence.html": None,
    "meetings/pp-22.html": None,
    "meetings/index.html": "form.find input",
    "bodies/index.html": "form.find input",
    "bodies/council.html": None,
    "countries/index.html": "form.find input",
    "countries/kenya.html": None,
    "countries/map.html": ".skip-map a",
    "proposals/pp-22.html": "form.filter select",
    "proposals/pp-22-matrix.html": ".narrow > summary",
    "explainers/spotlight-4-the-plenipotentiary.html": None,
    "glossary/index.html": "form.find input",
    "resolutions/index.html": "form.find input",
    "routes/index.html": None,
    "routes/choose.html": "form.choose input",
    "search.html": "#q",
    "data/index.html": None,
    "downloads/guide-become-a-sector-member.html": None,
}
STOPS_WALKED = 30
# So many that the walk back crosses what stands still while the rest is scrolled.
STOPS_AT_END = {"proposals/pp-22-matrix.html": 170}
STOPS_TO_CONTROL = 4
PHONE = {"width": 360, "height": 640}
DESK = {"width": 1280, "height": 800}
HEAD_HEIGHT = 64
FIRST_CONTENT = 400

# What the keyboard stands on: whether it is seen, has a name, and is worth a stop.
STOP = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const told = stop.tagName.toLowerCase() + (stop.className.baseVal ?? stop.className).replace(/^(?=.)/, ".")
    + " " + JSON.stringify((stop.getAttribute("href") || stop.textContent || "").trim().slice(0, 50));
  const faults = [];
  const boxes = [...stop.getClientRects()];
  const points = boxes.flatMap(box => [.5, .1, .9].flatMap(x => [.5, .15, .85].map(y => [box.left + x * box.width, box.top + y * box.height])));
  const isSeen = ([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (stop.contains(top) || top.contains(stop) && !stop.matches("a, button, summary") || top.closest("label")?.control === stop);
  };
  if (!points.some(isSeen)) faults.push("is out of sight or behind something");
  const style = getComputedStyle(stop);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("does not show the keyboard");
  const labels = [...(stop.labels || [])].map(label => label.textContent).join("");
  const named = (stop.getAttribute("aria-labelledby") || "").split(" ").map(id => document.getElementById(id)?.textContent || "").join("");
  const isFrame = stop.hasAttribute("tabindex");
  if (!(stop.getAttribute("aria-label") || named || labels || (isFrame ? "" : stop.textContent)).trim()) faults.push("has no name");
  if (isFrame && stop.scrollWidth <= stop.clientWidth && stop.scrollHeight <= stop.clientHeight) faults.push("is a stop where nothing scrolls");
  return { told, faults, y: Math.round(stop.getBoundingClientRect().top + scrollY), isSkip: stop.classList.contains("skip") };
}"""

# The walk back begins at the end of the page, or of the list that a page is about.
TO_END = """isList => [...document.querySelectorAll(isList ? "main section a[href]" : "a[href]")].filter(link => link.checkVisibility()).pop().focus()"""

# Boxes that reach beyond the window, but for what scrolls by itself.
WIDER = """() => document.documentElement.scrollWidth <= innerWidth + 1 ? [] : [document.documentElement.scrollWidth + " px",
  ...[...document.querySelectorAll("body *")].filter(element => {
    const box = element.getBoundingClientRect();
    return (box.right > innerWidth + 1 || box.left < -1) && box.width > 1 && !element.closest(".scroll, .table-wrap, pre, svg");
  }).slice(0, 3).map(element => element.tagName.toLowerCase() + "." + element.className)]"""
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }"
# Texts that their box cuts off; what is hidden from sight on purpose has a box of one pixel.
CUT = """() => [...document.querySelectorAll("main *, header *, footer *")].filter(element => element.checkVisibility() && element.clientWidth > 1
  && element.clientHeight > 1 && /hidden|clip/.test(getComputedStyle(element).overflow) && !element.closest("svg")
  && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
  .map(element => element.tagName.toLowerCase() + "." + element.className)"""

# What stands first in a page beyond its title: a paragraph, a fact or an entry.
FIRST = """() => {
  const around = "h1, h2, h3, .kind, .notice, .counted, .byline, .label, nav, form, details, .subscription, .downloads, .books-here, .skip-map, .hidden";
  const first = [...document.querySelectorAll("main p, main dd, main li, main td, main label, main input")].find(element =>
    element.checkVisibility() && element.textContent.trim() + (element.type || "") && (element.closest("form.find, form.filter, form.choose, .search-form, .ask") || !element.closest(around)));
  const head = document.querySelector(".site-head");
  return [head ? head.offsetHeight : 0, first ? Math.round(first.getBoundingClientRect().top + scrollY) : null];
}"""
# What stands first below the title and the summary, so that the opening is not all that a phone shows.
BELOW = """() => {
  const first = [...document.querySelectorAll("main p, main dd, main li, main td, main label, main summary, main input")].find(element =>
    element.checkVisibility() && (element.textContent.trim() || element.type) && !element.closest(".masthead"));
  return first ? Math.round(first.getBoundingClientRect().top + scrollY) : null;
}"""

STRUCTURE = """() => {
  const faults = [];
  for (const box of document.querySelectorAll("details:not([open])")) {
    const summary = box.querySelector("summary");
    if (summary?.checkVisibility() && [...box.children].some(child => child !== summary && child.checkVisibility({ contentVisibilityAuto: true }) && child.offsetHeight))
      faults.push(`"${summary.textContent.trim()}" reports itself closed while it is open`);
  }
  for (const table of document.querySelectorAll("table"))
    if (!table.caption && !table.hasAttribute("aria-label") && !table.closest(".table-wrap")) faults.push(`a table has no caption: ${table.className}`);
  for (const region of document.querySelectorAll("[role=status] output, output output")) faults.push("a live region stands in another");
  for (const output of document.querySelectorAll("output"))
    if (/^\\d+$/.test(output.textContent.trim())) faults.push("what a form finds is told as a bare number");
  return faults;
}"""


def check_keyboard(site):
    pages = {name: control for name, control in PAGES.items() if name in site}
    faults = [f"{name}: there is no such page" for name in PAGES if name not in site]
    place = f"file://{site.root}/"
    stops = 0
    with chromium() as browser:
        desk, phone = Visit(browser, place, viewport=DESK, reduced_motion="reduce"), Visit(browser, place, viewport=PHONE, reduced_motion="reduce")
        sizes = phone.tab.context.new_cdp_session(phone.tab)
        for name, control in pages.items():
            def tell(found, name=name):
                faults.extend(f"{name}: {fault}" for fault in dict.fromkeys(found))
            desk.open(name)
            tell(desk.tab.evaluate(STRUCTURE))
            if desk.tab.locator("form.find").count():
                tell(_find(desk))
                desk.open(name)
            count, found = _walk(desk, name, control)
            stops += count
            tell(found)
            phone.open(name)
            tell(_see_phone(phone.tab, sizes))
        for name in site.sample():
            # The page of what is not found is shown at addresses of a host alone.
            if name not in pages and name != "404.html":
                phone.open(name)
                faults += [f"{name}: {fault}" for fault in _see_phone(phone.tab, sizes)]
        faults += _stick(desk) + _force_colours(desk) + _unfold(phone)
        faults += desk.faults + phone.faults
    return f"{len(pages)} pages, {stops} stops of the keyboard", faults


def _walk(visit, name, control):
    """Walks from the top with Tab, and from the end with Shift+Tab, and gives the number of stops and what is wrong with them."""
    tab, faults, stops, since_skip, reached = visit.tab, [], 0, 0, control is None
    limits = {"Tab": STOPS_WALKED, "Shift+Tab": STOPS_AT_END.get(name, STOPS_WALKED)}
    for key, limit in limits.items():
        if key == "Shift+Tab":
            tab.evaluate(TO_END, "proposals/" in name)
        seen = 0
        for _ in range(limit):
            tab.keyboard.press(key)
            stop = tab.evaluate(STOP)
            if stop is None:
                break
            seen += 1
            if key == "Tab" and not reached:
                since_skip += 1
                reached = tab.evaluate("control => document.activeElement.matches(control)", control)
                if stop["isSkip"]:
                    tab.keyboard.press("Enter")
                    since_skip = 0
            faults += [f"by {key}, {stop['told']} {fault}" for fault in stop["faults"]]
        stops += seen
    if not reached or since_skip > STOPS_TO_CONTROL:
        faults.append(f"{since_skip} stops lead from the skip link to '{control}'" + ("" if reached else ", and it is not among them"))
    return stops, faults


def _find(visit):
    """Looks for what is there and for what is not, and reads what the finder says of it."""
    tab, faults = visit.tab, []
    rows = "() => [...document.querySelectorAll('main :is(li, dl > div, tbody tr) a')].filter(row => row.checkVisibility()).length"
    status = "() => document.querySelector('form.find :is([role=status], output)').textContent.trim()"
    word = tab.evaluate("""() => [...document.querySelectorAll("main :is(section, .tree, .alphabet) :is(li, dl > div)")].pop().textContent.match(/[\\p{L}\\p{N}]{3,}/u)[0]""")
    before = tab.evaluate(rows)
    tab.fill("form.find input", word)
    said = tab.evaluate(status)
    if not 0 < tab.evaluate(rows) < before:
        faults.append(f"the finder leaves {tab.evaluate(rows)} of {before} links for {word!r}")
    if not said or said.isdigit():
        faults.append(f"the finder says {said!r} where it finds {word!r}")
    tab.fill("form.find input", "qqqqq")
    said = tab.evaluate(status)
    if not said or said.isdigit():
        faults.append(f"the finder says {said!r} where it finds nothing")
    return faults


def _see_phone(tab, sizes):
    """On a small phone: where content begins, and whether large text and wide spacing fit."""
    faults = []
    head, first = tab.evaluate(FIRST)
    if head > HEAD_HEIGHT:
        faults.append(f"the head of the site takes {head} px of a phone")
    if first is None or first > FIRST_CONTENT:
        faults.append(f"on a phone the first content comes at {first} px")
    below = tab.evaluate(BELOW)
    if below is not None and below > PHONE["height"]:
        faults.append(f"on a phone nothing but the title and the summary comes before {below} px")
    sizes.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    if wider := tab.evaluate(WIDER):
        faults.append(f"with text at 200 % it is wider than a phone: {', '.join(wider)}")
    sizes.send("Page.setFontSizes", {"fontSizes": {"standard": 16, "fixed": 13}})
    tab.add_style_tag(content=SPACING)
    if wider := tab.evaluate(WIDER):
        faults.append(f"with wide spacing it is wider than a phone: {', '.join(wider)}")
    if cut := tab.evaluate(CUT):
        faults.append(f"wide spacing cuts off {', '.join(cut[:3])}")
    return faults


def _stick(visit):
    """Head and first column of a matrix stay in sight when it is scrolled."""
    visit.open("proposals/pp-22-matrix.html")
    top, side = visit.tab.evaluate("""() => {
      const frame = document.querySelector(".matrix").closest(".scroll");
      frame.scrollTo(700, 700);
      const place = frame.getBoundingClientRect(), corner = frame.querySelector("thead th").getBoundingClientRect();
      return [Math.round(corner.top - place.top), Math.round(corner.left - place.left)];
    }""")
    return [] if abs(top) <= 1 and abs(side) <= 1 else [f"the head of the matrix is {top} px and {side} px from where it should stay"]


def _force_colours(visit):
    """Where the reader's own colours are forced, a country stands out from the others on its map."""
    visit.tab.emulate_media(forced_colors="active")
    visit.open("countries/kenya.html")
    here, there = visit.tab.evaluate("""() => {
      const style = selector => getComputedStyle(document.querySelector(selector));
      const numbers = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
      const light = parts => parts.map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        .reduce((sum, part, index) => sum + part * [.2126, .7152, .0722][index], 0);
      const paper = numbers(style("html").backgroundColor);
      const shown = (colour, opacity) => light(numbers(colour).map((part, index) => opacity * part + (1 - opacity) * paper[index]));
      const rect = style(".locator rect"), path = style(".locator path");
      return [shown(rect.stroke, 1), shown(path.stroke, Number(path.strokeOpacity))];
    }""")
    visit.tab.emulate_media(forced_colors="none")
    contrast = (max(here, there) + .05) / (min(here, there) + .05)
    return [] if contrast >= 3 else [f"countries/kenya.html: with forced colours the country's mark is {contrast:.1f}:1 against other countries"]


def _unfold(visit):
    """The menu of a phone opens by the keyboard, and its links are large enough for a finger."""
    visit.open("index.html")
    if not visit.tab.locator(".site-head summary").count():
        return ["the menu does not fold on a phone"]
    visit.tab.focus(".site-head summary")
    visit.tab.keyboard.press("Enter")
    heights = visit.tab.evaluate("() => [...document.querySelectorAll('.menu a')].map(link => link.checkVisibility() ? link.offsetHeight : 0)")
    return [] if heights and min(heights) >= 44 else [f"links of the unfolded menu are {heights} px high"]
