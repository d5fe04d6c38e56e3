"""What machines read: feeds, the sitemap, robots.txt and structured data."""

import json
import xml.etree.ElementTree as ElementTree

import feedparser

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = b"http://www.w3.org/2005/Atom"


def check_feeds(site):
    faults = []
    entries = 0
    atom = [name for name in site.named(".xml", ".atom") if ATOM in site.bytes_of(name)]
    for name in atom:
        feed = feedparser.parse(site.bytes_of(name))
        if feed.bozo:
            faults.append(f"{name}: {feed.bozo_exception}")
        items = [(item.get("id"), item.get("link"), item.get("title"), item.get("updated_parsed")) for item in feed.entries]
        faults += _faults_of_items(name, items, site)
        entries += len(items)
    json_feeds = [name for name in site.named("feed.json")]
    for name in json_feeds:
        feed = json.loads(site.bytes_of(name))
        if not str(feed.get("version", "")).startswith("https://jsonfeed.org/version/1"):
            faults.append(f"{name}: no JSON Feed")
        items = [(item.get("id"), item.get("url"), item.get("title"), item.get("date_published")) for item in feed["items"]]
        faults += _faults_of_items(name, items, site)
        entries += len(items)
    if not atom or not json_feeds:
        faults.append("the site has no feed of either form")
    return f"{len(atom)} Atom and {len(json_feeds)} JSON feeds with {entries} entries", faults


def _faults_of_items(name, items, site):
    faults = []
    if len({item[0] for item in items}) < len(items):
        faults.append(f"{name}: two entries have one id")
    for identity, link, title, date in items:
        if not (identity and title and date):
            faults.append(f"{name}: an entry lacks its id, title or date: {link}")
        if not site.file_at((link or "").partition("#")[0]):
            faults.append(f"{name}: {link} is no page of the site")
    return faults


def check_sitemap(site):
    addresses = _locations("sitemap.xml", site)
    if ElementTree.fromstring(site.bytes_of("sitemap.xml")).tag == f"{SITEMAP}sitemapindex":
        # A large site has several.
        addresses = [address for part in addresses for address in _locations(site.file_at(part), site)]
    files = [site.file_at(address) for address in addresses]
    faults = [f"sitemap.xml: {address} is no page of the site" for address, file in zip(addresses, files) if not file]
    if len(set(addresses)) < len(addresses):
        faults.append("sitemap.xml: an address stands there twice")
    expected = {page.path for page in site.pages.values() if not page.is_redirect and page.path != "404.html"}
    faults += [f"sitemap.xml: {name} is missing" for name in sorted(expected - set(files))]
    faults += [f"sitemap.xml: {name} should not be there" for name in sorted(set(filter(None, files)) - expected)]
    if f"Sitemap: {site.address}sitemap.xml" not in site.bytes_of("robots.txt").decode("utf-8").splitlines():
        faults.append("robots.txt: does not name the sitemap")
    return f"{len(addresses)} addresses", faults


def _locations(name, site):
    return [element.text or "" for element in ElementTree.fromstring(site.bytes_of(name)).iter(f"{SITEMAP}loc")]


def check_structured_data(site):
    faults = []
    kinds = set()
    for page in site.pages.values():
        for text in page.structured_data:
            try:
                value = json.loads(text)
            except ValueError as error:
                faults.append(f"{page.path}: {error}")
                continue
            for thing in value if isinstance(value, list) else [value]:
                kinds.update(_faults_and_kinds(thing, page, site, faults))
    return f"{sum(len(page.structured_data) for page in site.pages.values())} blocks: {', '.join(sorted(kinds))}", faults


def _faults_and_kinds(thing, page, site, faults):
    if thing.get("@context") != "https://schema.org" or "@type" not in thing:
        faults.append(f"{page.path}: structured data without its context or type")
    for value in _texts(thing):
        if site.address and value.startswith(site.address) and not site.file_at(value.partition("#")[0]):
            faults.append(f"{page.path}: structured data names {value}, which is no page of the site")
    things = thing["@graph"] if "@graph" in thing else [thing]
    return {str(each.get("@type")) for each in things}


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
