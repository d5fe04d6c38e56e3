"""Tries a built site with real parts and prints a line for each check: audit.py FOLDER [CHECK…]. Exits 1 where one fails."""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from built_site import BuiltSite
from check_accessibility import check_narrow, check_wide
from check_books import check_copy, check_epub, check_print
from check_browsing import check_disk, check_server
from check_calendars import check_calendars, check_next_change
from check_cases import check_cases
from check_data import check_data
from check_desk import check_hub, check_reports, check_schemas
from check_filters import check_filters
from check_forges import check_forges
from check_formats import check_feeds, check_sitemap, check_structured_data
from check_hosts import check_hosts
from check_imports import check_imports
from check_keyboard import check_keyboard
from check_languages import check_languages
from check_links import check_links, check_reach
from check_markdown import check_markdown
from check_markup import check_markup
from check_places import check_places
from check_preview import check_preview
from check_proposals import check_proposals
from check_search import check_search, check_search_elsewhere
from check_tables import check_tables
from check_today import check_today
from check_translations import check_translations
from check_words import check_words

# Each takes the site and gives a summary and its faults. The long ones come first, since two run at a time.
CHECKS = {
    "imports": check_imports,
    "cases": check_cases,
    "access-narrow": check_narrow,
    "access-wide": check_wide,
    "keyboard": check_keyboard,
    "disk": check_disk,
    "server": check_server,
    "markup": check_markup,
    "epub": check_epub,
    "print": check_print,
    "copy": check_copy,
    "links": check_links,
    "languages": check_languages,
    "reach": check_reach,
    "feeds": check_feeds,
    "calendars": check_calendars,
    "next-change": check_next_change,
    "sitemap": check_sitemap,
    "structured-data": check_structured_data,
    "proposals": check_proposals,
    "today": check_today,
    "search": check_search,
    "hub": check_hub,
    "reports": check_reports,
    "schemas": check_schemas,
    "hosts": check_hosts,
    "forges": check_forges,
    "filters": check_filters,
    "data": check_data,
    "tables": check_tables,
    "words": check_words,
    "places": check_places,
    "markdown": check_markdown,
    "preview": check_preview,
    "translations": check_translations,
}
# Run only when they are named.
MORE_CHECKS = {"search-elsewhere": check_search_elsewhere}
SHOWN_FAULTS = 25


def run(name):
    start = time.monotonic()
    try:
        summary, faults = {**CHECKS, **MORE_CHECKS}[name](site)
    except Exception as error:  # A check that breaks is a check that fails, and the others still count.
        summary, faults = "broke off", [f"{type(error).__name__}: {error}"]
    return summary, faults, time.monotonic() - start


def main(arguments):
    folder, names = (arguments or [""])[0], arguments[1:] or list(CHECKS)
    if not Path(folder, "index.html").is_file() or not set(names) <= {*CHECKS, *MORE_CHECKS}:
        print(f"usage: run FOLDER [CHECK…], a folder with a built site and checks out of: {', '.join([*CHECKS, *MORE_CHECKS])}", file=sys.stderr)
        return 64
    # Read once, before the workers are forked, so that each has it.
    global site
    site = BuiltSite(folder)
    has_failed = False
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("fork")) as pool:
        results = [(name, pool.submit(run, name)) for name in names]
        for name, result in results:
            summary, faults, seconds = result.result()
            verdict = f"{len(faults)} faults" if faults else "passes"
            print(f"{name:16} {verdict:12} {summary} ({seconds:.0f} s)", flush=True)
            for fault in faults[:SHOWN_FAULTS]:
                print(f"  {fault}")
            if len(faults) > SHOWN_FAULTS:
                print(f"  and {len(faults) - SHOWN_FAULTS} more")
            has_failed = has_failed or bool(faults)
    return 1 if has_failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
