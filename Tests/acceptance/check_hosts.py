"""The rules for hosts do what they say in a real Apache, nginx and Caddy: redirects, headers, 404 at depth, and no page breaks the policy.

What these servers hand out is then verified as an edition, also once it was touched."""

import gzip
import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from shutil import which
from urllib.parse import quote, urlsplit

from browser import Visit, chromium
from check_desk import ROOT, run
from web_server import _free_ports, _wait_for

HUB = """title: A hub
address: http://127.0.0.1/{folder}
language: en
time_zone: UTC
hosts: [apache, caddy, nginx]
precompressed: {packed}
security_contact: https://talks.example/report
feed_aliases: [/rss.xml]
meeting_types:
  - {{id: session, title: Session}}
sections:
  - {{folder: guides, kind: guide, title: Guides}}
"""
GUIDE = """---
title: Speak
date: 2031-01-02
aliases: [old/größe.html, old/c++.html, 2019/05/one/, "?p=123", "index.php?id=4&x=a.b"]
---

Words of a guide.

```{deadlines}
meeting: first
```
"""
MEETINGS = """- id: first
  title: First session
  type: session
  start: 2031-05-06
  deadlines:
    - {title: Ask, rule: 4 weeks before the opening}
  sources:
    - {title: Calendar, url: "https://talks.example/calendar", consulted: 2031-01-01}
"""
OLD = {"old/größe.html": "guides/speak.html", "old/c++.html": "guides/speak.html", "2019/05/one/": "guides/speak.html",
       "2019/05/one/index.html": "guides/speak.html", "?p=123": "guides/speak.html", "index.php?id=4&x=a.b": "guides/speak.html",
       "rss.xml": "feed.xml"}
HEADERS = ("content-security-policy", "x-content-type-options", "x-frame-options", "referrer-policy", "permissions-policy",
           "cross-origin-opener-policy", "cache-control")
# Two of each kind of page are enough to see whether the policy holds.
EACH_KIND = 2
HIDDEN = (".htaccess", ".nginx.conf", ".Caddyfile", ".hubwright-manifest")

NGINX = """{user}
daemon off;
pid {scratch}/nginx.pid;
error_log {scratch}/error.log;
events {{ }}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {scratch}/body; proxy_temp_path {scratch}/proxy; fastcgi_temp_path {scratch}/fastcgi;
  uwsgi_temp_path {scratch}/uwsgi; scgi_temp_path {scratch}/scgi;
  server {{ listen 127.0.0.1:{port}; root {root}; include {site}/.nginx.conf; }}
}}
"""
APACHE = """ServerName 127.0.0.1
Listen 127.0.0.1:{port}
PidFile {scratch}/apache.pid
ErrorLog {scratch}/error.log
User www-data
Group www-data
{modules}
TypesConfig /etc/mime.types
DocumentRoot {root}
<Directory {root}>
  Require all granted
  AllowOverride FileInfo Indexes
  Options FollowSymLinks
</Directory>
"""
CADDY = """{{
\tadmin off
\tauto_https off
}}
http://127.0.0.1:{port} {{
\troot * {root}
\timport {site}/.Caddyfile
\tfile_server
}}
"""
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite", "filter", "deflate")


@contextmanager
def serving(server, root, site):
    """Starts one of the servers on a folder, with the site's own rules, and gives its address."""
    with tempfile.TemporaryDirectory() as scratch:
        os.chmod(scratch, 0o755)
        (port,) = _free_ports(1)
        values = {"scratch": scratch, "port": port, "root": root, "site": site, "user": "user root;" if os.geteuid() == 0 else ""}
        if server == "apache":
            folder = "/usr/lib/apache2/modules"
            values["modules"] = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in MODULES)
        text = {"apache": APACHE, "caddy": CADDY, "nginx": NGINX}[server].format(**values)
        file = Path(scratch, "configuration")
        file.write_text(text)
        command = {
            "apache": [which("apache2") or "/usr/sbin/apache2", "-X", "-f", file],
            "caddy": ["caddy", "run", "--adapter", "caddyfile", "--config", file],
            "nginx": [which("nginx") or "/usr/sbin/nginx", "-e", f"{scratch}/error.log", "-c", file],
        }[server]
        environment = {**os.environ, "HOME": scratch, "XDG_DATA_HOME": scratch, "XDG_CONFIG_HOME": scratch}
        with open(f"{scratch}/log", "wb") as log, subprocess.Popen(command, stdout=log, stderr=log, env=environment) as process:
            try:
                _wait_for(port, process)
                yield f"http://127.0.0.1:{port}/"
            except RuntimeError as error:
                raise RuntimeError(f"{server}: {error}: {Path(scratch, 'log').read_text()[-500:]}") from error
            finally:
                process.terminate()
                process.wait()


def check_hosts(_site):
    """Builds a hub for each server, at its root and in a folder, and asks the server what the rules promise."""
    faults, pages = [], 0
    for folder in ("", "some/folder/"):
        with tempfile.TemporaryDirectory(dir="/var/tmp") as root:
            os.chmod(root, 0o755)
            site = Path(root, folder)
            faults += build(site, folder)
            for server in ("apache", "caddy", "nginx"):
                with serving(server, root, str(site).rstrip("/")) as address:
                    place = address + folder
                    found = ask(place, "/" + folder) + verify(place, site)
                    if folder:
                        found += ask_for_packed(place, site)
                    faults += [f"{server} {folder or '/'}: {fault}" for fault in found]
    for server in ("apache", "caddy", "nginx"):
        count, found = open_sample(server)
        pages += count
        faults += [f"{server}: {fault}" for fault in found]
    return f"{len(OLD)} old addresses and {pages} pages in three servers, at a root and in a folder", faults


def build(site, folder):
    """The site in a folder also has its texts packed."""
    with tempfile.TemporaryDirectory() as hub:
        content = Path(hub, "site-content")
        (content / "guides").mkdir(parents=True)
        (content / "meetings").mkdir()
        (content / "hub.yaml").write_text(HUB.format(folder=folder, packed="true" if folder else "false"))
        (content / "guides/speak.md").write_text(GUIDE)
        (content / "meetings/meetings.yaml").write_text(MEETINGS)
        built = run("build", hub, "--output", site, "--as-of", "2031-03-15")
        return [f"the hub does not build: {built.stderr}"] if built.returncode else []


def ask(place, base):
    faults = []
    connection = HTTPConnection(urlsplit(place).netloc)

    def get(path, **headers):
        connection.request("GET", base + quote(path, safe="/?=&+"), headers=headers)
        response = connection.getresponse()
        return response, response.read()

    for old, new in OLD.items():
        response, _ = get(old)
        target = urlsplit(response.getheader("location") or "").path
        query = urlsplit(response.getheader("location") or "").query
        if response.status != 301 or target != base + new or query:
            faults.append(f"{old} is answered with {response.status} to {response.getheader('location')}, not to {base + new}")
    for path in ("", "?p=124", "guides/speak.html", "index.php?id=5", ".well-known/security.txt"):
        response, _ = get(path)
        if response.status != (404 if "php" in path else 200):
            faults.append(f"{path or 'the home page'} is answered with {response.status}")
    for path in ("no.html", "no/such/deep/page.html", *HIDDEN):
        response, body = get(path)
        if response.status != 404 or b"page-not-found" not in body:
            faults.append(f"{path} is answered with {response.status}, or without the site's own page")
    for path in ("", "no.html", "feed.xml", "meetings.ics"):
        response, _ = get(path)
        faults += [f"{path or 'the home page'} is answered without {name}" for name in HEADERS if not response.getheader(name)]
    response, _ = get("meetings.ics")
    if not (response.getheader("content-type") or "").startswith("text/calendar"):
        faults.append(f"meetings.ics is answered as {response.getheader('content-type')}")
    response, body = get("guides/speak.html", **{"Accept-Encoding": "gzip"})
    if response.getheader("content-encoding") != "gzip":
        faults.append("a page is not packed for readers who take gzip")
    response, body = get("guides/speak.html")
    etag = response.getheader("etag")
    response, _ = get("guides/speak.html", **{"If-None-Match": etag or ""})
    if response.status != 304:
        faults.append(f"a page that has not changed is answered with {response.status}")
    connection.close()
    return faults


def ask_for_packed(place, site):
    """Whoever takes gzip gets the very file that lies packed beside the page, under the page's own type."""
    faults = []
    connection = HTTPConnection(urlsplit(place).netloc)
    for name, file in (("", "index.html"), ("guides/speak.html", "guides/speak.html"), ("no/such.html", "404.html"), ("feed.xml", "feed.xml")):
        for coding in ("gzip", "identity"):
            connection.request("GET", urlsplit(place).path + name, headers={"Accept-Encoding": coding})
            response = connection.getresponse()
            body, text = response.read(), (site / file).read_bytes()
            packed = (site / (file + ".gz")).read_bytes()
            if gzip.decompress(packed) != text:
                faults.append(f"{file}.gz is not {file}")
            if body != (packed if coding == "gzip" else text) or response.getheader("content-encoding", "identity") != coding:
                faults.append(f"{name or 'the home page'} is not answered with the {coding} file")
            if not response.getheader("content-type", "").startswith("text/xml" if "xml" in file else "text/html"):
                if "xml" not in response.getheader("content-type", ""):
                    faults.append(f"{name or 'the home page'} is answered as {response.getheader('content-type')} for {coding}")
            if coding == "gzip" and "accept-encoding" not in (response.getheader("vary") or "").lower():
                faults.append(f"{name or 'the home page'} may be kept for readers who cannot unpack it")
    connection.close()
    return faults


def verify(place, site):
    """A host holds the edition; a bit that changes there and a file that goes are named."""
    faults = []
    page, feed = site / "guides/speak.html", site / "feed.xml"
    whole, listed = page.read_bytes(), feed.read_bytes()
    found = run("verify", place)
    if found.returncode or "\nWhole: " not in found.stdout:
        faults.append(f"verify says of the whole site: {found.stdout[-600:]}{found.stderr}")
    page.write_bytes(whole[:-9] + bytes([whole[-9] ^ 1]) + whole[-8:])
    feed.unlink()
    found = run("verify", place)
    # In an order that is the program's own, and with nothing else.
    if found.returncode != 1 or not found.stdout.startswith("changed     guides/speak.html\nmissing     feed.xml\n"):
        faults.append(f"verify says of a site that was touched: {found.stdout[:600]}{found.stderr}")
    page.write_bytes(whole)
    feed.write_bytes(listed)
    return faults


def open_sample(server):
    """Opens pages of every kind of the sample hub; a policy that is broken shows in the console."""
    with tempfile.TemporaryDirectory(dir="/var/tmp") as root:
        os.chmod(root, 0o755)
        hub, site = Path(root, "hub"), Path(root, "site")
        shutil.copytree(ROOT / "Tests/Fixtures/sample-hub", hub)
        file = hub / "site-content/hub.yaml"
        file.write_text(file.read_text() + "hosts: [apache, caddy, nginx]\n")
        built = run("build", hub, "--output", site, "--as-of", "2031-03-15", "--address", "http://127.0.0.1/")
        if built.returncode:
            return 0, [f"the sample hub does not build: {built.stderr[-600:]}"]
        pages = pages_of_each_kind(site)
        with serving(server, str(site), str(site)) as place, chromium() as browser:
            visit = Visit(browser, place)
            for name in pages:
                answer = visit.open(name)
                if "default-src 'self'" not in answer.headers.get("content-security-policy", ""):
                    visit.faults.append(f"{name} is answered without the policy")
            return len(pages), visit.faults


def pages_of_each_kind(site):
    kinds = {}
    for path in sorted(site.rglob("*.html")):
        text = path.read_text()
        kind = re.search(r'<body class="([^"]*)"', text)
        if path.name != "404.html" and "http-equiv=\"refresh\"" not in text:
            kinds.setdefault(kind.group(1) if kind else "", []).append(str(path.relative_to(site)))
    return [name for names in kinds.values() for name in names[:EACH_KIND]]
