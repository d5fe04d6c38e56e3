"""Every link and anchor leads somewhere, from disk as from any folder of any host, and every page can be reached."""

import re
from urllib.parse import urlsplit, urlunsplit

FOLLOWED_SCHEMES = {"https", "http", "mailto", "tel", "webcal"}
# These say what a page is, to machines, and are absolute by their formats' rules; nothing loads them.
NAMING_RELATIONS = {"canonical", "alternate", "license", "author", "me"}
STYLE_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+)['"]?([^'")\s;]+)""")


def check_links(site):
    faults = []
    count = 0
    for page in site.pages.values():
        for link in page.links:
            count += 1
            if fault := _fault_of(link, page, site):
                faults.append(f"{page.path}:{link.line}: <{link.element}> {link.url!r} {fault}")
    for name in site.named(".css"):
        for url in STYLE_ADDRESS.findall(site.bytes_of(name).decode("utf-8")):
            target, _ = site.resolve(url, name)
            if not url.startswith(("data:", "#")) and (urlsplit(url).netloc or target not in site):
                faults.append(f"{name}: {url!r} is no file of the site")
    return f"{count} links of {len(site.pages)} pages", faults


def _fault_of(link, page, site):
    parts = urlsplit(link.url)
    if parts.scheme or parts.netloc:
        return _fault_of_absolute(link, parts, site)
    if link.url == "":
        return "is empty"
    if page.path == "404.html" and parts.path.startswith("/"):
        # A host shows it at any address, so that its links begin at the host's root; in the offline copy they are relative.
        return None if site.file_at(urlunsplit(urlsplit(site.address)[:2] + parts[2:])) else "names no file of the site from the root of its host"
    if "\\" in link.url or parts.path.startswith("/"):
        return "is not relative"
    target, anchor = site.resolve(link.url, page.path)
    if target is None:
        return "leads out of the site"
    if target not in site:
        return "leads to a folder, which shows a list from disk" if (site.root / target).is_dir() else "leads nowhere"
    known = site.pages[target].anchors if target in site.pages else None
    if anchor and known is not None and anchor not in known:
        return "has no such anchor"
    return None


def _fault_of_absolute(link, parts, site):
    is_own = bool(site.address) and link.url.startswith(site.address)
    if link.element == "link" and link.rel & NAMING_RELATIONS:
        return "names no file of the site" if is_own and not site.file_at(link.url) else None
    if parts.scheme == "webcal":
        return None if site.file_at(link.url.replace("webcal:", "https:", 1)) else "is no calendar of the site"
    if link.is_followed or link.attribute == "cite":
        if is_own and "external" in link.rel:
            # A copy on disk says where the newest edition is.
            return None if site.file_at(link.url) else "names no file of the site"
        if is_own:
            return "leads out of a copy on disk"
        return None if parts.scheme in FOLLOWED_SCHEMES else "has a scheme that is not allowed"
    return None if parts.scheme == "data" else "is loaded from elsewhere"


def check_reach(site):
    """Follows the links that readers follow, from the home page on; no way need lead to a redirect or to 404.html."""
    steps = {"index.html": 0}
    waiting = ["index.html"]
    for name in waiting:
        for link in site.pages[name].links if name in site.pages else []:
            if not link.is_followed or urlsplit(link.url).scheme:
                continue
            target, _ = site.resolve(link.url, name)
            if target in site.pages and target not in steps:
                steps[target] = steps[name] + 1
                waiting.append(target)
    orphans = [page.path for page in site.pages.values() if page.path not in steps and not page.is_redirect]
    faults = [f"{name}: no way leads there from index.html" for name in orphans if name != "404.html"]
    return f"{len(steps)} pages, the farthest {max(steps.values())} steps from the home page", faults
