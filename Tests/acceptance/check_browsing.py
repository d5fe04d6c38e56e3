"""Pages open without a fault from disk and from a real web server, and nothing sticks out of a narrow screen."""

from http.client import HTTPConnection
from urllib.parse import quote, urljoin, urlsplit

from browser import Visit, chromium
from web_server import nginx

NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 900}

# What is wider than the screen, unless it scrolls in a box of its own.
OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const hides = [document.documentElement, document.body].some(e => /hidden|clip/.test(getComputedStyle(e).overflowX));
  if (document.documentElement.scrollWidth <= width && !hides) return null;
  const scrolls = element => {
    for (let e = element; e && e !== document.body; e = e.parentElement)
      if (/auto|scroll/.test(getComputedStyle(e).overflowX)) return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e));
  const last = wide[wide.length - 1];
  if (!last) return hides ? null : 'something';
  const name = last.tagName.toLowerCase() + (last.className ? '.' + last.className : '');
  return `<${name}> ${last.textContent.trim().slice(0, 40)}`;
}"""


def check_disk(site):
    """Opens pages from disk on the narrowest screen."""
    # A page that leads on at once has nothing to look at, and 404.html is what a host answers with.
    pages = [name for name in site.pages_to_see() if name != "404.html"]
    with chromium() as browser:
        visit = Visit(browser, f"file://{site.root}/", viewport=NARROW)
        for name in pages:
            visit.open(name)
            if wide := visit.tab.evaluate(OVERFLOW):
                visit.faults.append(f"{name}: wider than {NARROW['width']} px: {wide}")
    return f"{len(pages)} pages at {NARROW['width']} px", visit.faults


def check_server(site):
    """Asks a server for every file at a root and in a sub-folder, and opens a page of each kind there."""
    faults = []
    pages = site.sample()
    with nginx(site.root, urlsplit(site.address).path) as (*places, own), chromium() as browser:
        for place in places:
            faults += _fetch_all(site, place)
            visit = Visit(browser, place, viewport=WIDE)
            for name in pages:
                if name != "404.html":
                    visit.open(name)
            faults += visit.faults
        faults += _try_missing_page(site, own)
    return f"{len(site.files)} files and {len(pages)} opened pages, at a root and in a sub-folder", faults


TYPES = {".html": "text/html", ".css": "text/css", ".js": "javascript", ".svg": "image/svg+xml", ".xml": "xml", ".json": "json"}


def _fetch_all(site, place):
    faults = []
    connection = HTTPConnection(urlsplit(place).netloc)
    for name in site.files:
        connection.request("GET", urlsplit(place).path + quote(name))
        response = connection.getresponse()
        response.read()
        media_type = response.headers.get_content_type()
        expected = next((media for suffix, media in TYPES.items() if name.endswith(suffix)), "")
        if response.status != 200 or expected not in media_type:
            faults.append(f"{place}{name}: answered {response.status} as {media_type}")
    connection.close()
    return faults


def _try_missing_page(site, place):
    """The host answers with 404.html at any depth, and all that it loads and leads to is there."""
    connection = HTTPConnection(urlsplit(place).netloc)

    def answer(address):
        connection.request("GET", urlsplit(address).path)
        response = connection.getresponse()
        return response.status, response.read()

    faults = []
    for missing in [f"{place}no-such-page.html", f"{place}no/such/page/at/all"]:
        status, text = answer(missing)
        if status != 404 or b"page-not-found" not in text:
            faults.append(f"{missing}: answered {status}, without the site's 404 page")
        for link in site.pages["404.html"].links:
            target = urljoin(missing, link.url)
            if urlsplit(target).netloc == urlsplit(place).netloc and (status := answer(target)[0]) != 200 and not link.url.startswith("#"):
                faults.append(f"{missing}: its link {link.url!r} is answered {status}")
    connection.close()
    return faults
