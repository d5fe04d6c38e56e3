"""What pages say of time, with and without scripts, on the day of the build and on another; programmes in a reader's own zone."""

from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from browser import Visit, chromium

# What the script may move: the day that it names, the rows on both sides of the line, what has passed and where meetings stand.
STATE = """() => ({
  words: {...document.querySelector('p.counted').dataset},
  note: document.querySelector('p.counted').textContent,
  line: document.querySelector('li.today-line time')?.getAttribute('datetime'),
  days: [...document.querySelectorAll('.agenda > li[data-first]')]
    .map(row => row.matches('.today-line') ? 'line' : row.dataset.first),
  due: [...document.querySelectorAll('[data-due]')].map(row => [row.dataset.due, row.textContent]),
  statuses: [...document.querySelectorAll('[data-closes]')].map(e => [e.dataset.opens, e.dataset.closes, e.dataset.before, e.textContent]),
  marked: [...document.querySelectorAll('td.now')].map(cell => cell.dataset.day),
  main: document.querySelector('main').innerHTML,
})"""
ZONES = ["Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati"]


def check_today(site):
    names = [name for name, page in site.pages.items() if 'class="counted"' in page_text(site, name)]
    chosen = [name for name in names if name.count("/") < 2 and (name.startswith("calendar/2") or name.endswith("index.html"))][:5]
    chosen += [name for name in names if name.startswith("meetings/") and name not in chosen][:5]
    faults = []
    with chromium() as browser:
        place = f"file://{site.root}/"
        bare = states(browser, place, chosen, java_script_enabled=False)
        built = {name: date.fromisoformat(state["words"]["built"]) for name, state in bare.items()}
        for later in (0, 1, 400):
            for name in chosen:
                day = built[name] + timedelta(days=later)
                now = datetime.combine(day, time(12), timezone.utc)
                state = states(browser, place, [name], now)[name]
                faults += [f"{name}, {later} days later: {fault}" for fault in faults_of(state, bare[name], now, later)]
        programmes = [name for name in site.pages if "your-times" in page_text(site, name) and name.startswith("meetings/")]
        for name in programmes:
            for zone in ZONES:
                faults += [f"{name} in {zone}: {fault}" for fault in programme_faults(browser, place, name, zone)]
    return f"{len(chosen)} pages on 3 days, {len(programmes)} programmes in {len(ZONES)} zones", faults


def page_text(site, name):
    return site.bytes_of(name).decode()


def states(browser, place, names, now=None, **options):
    visit = Visit(browser, place, timezone_id="UTC", **options)
    if now:
        visit.tab.clock.set_fixed_time(now)
    found = {}
    for name in names:
        visit.open(name)
        found[name] = visit.tab.evaluate(STATE)
    visit.tab.context.close()
    return found


def faults_of(state, bare, now, later):
    words, day = state["words"], now.date().isoformat()
    faults = [] if (day[:4] in state["note"] and state["note"] != bare["note"]) == bool(later) else [f"says '{state['note']}'"]
    if state["line"]:
        position = state["days"].index("line")
        before, after = state["days"][:position], state["days"][position + 1:]
        if state["line"] != day or any(first > day for first in before) or any(first <= day for first in after):
            faults.append(f"the line of {state['line']} stands between {before[-1:]} and {after[:1]}")
    faults += [f"{due} passed and does not say so" for due, text in state["due"] if is_past(due, now) and words["passed"] not in text]
    for opens, closes, before, text in state["statuses"]:
        expected = words["closed"] if is_past(closes, now) else words["underWay"] if opens and is_past(opens, now) else before
        if text not in (expected, ""):
            faults.append(f"a meeting from {opens} to {closes} is '{text}', not '{expected}'")
    if any(marked != day for marked in state["marked"]):
        faults.append(f"marks {state['marked']} as today")
    return faults


def is_past(instant, now):
    """Pages give hours and midnights with their distance from UTC."""
    return datetime.fromisoformat(instant) <= now


def programme_faults(browser, place, name, zone):
    visit = Visit(browser, place, timezone_id=zone)
    visit.open(name)
    rows = visit.tab.evaluate("""() => [...document.querySelectorAll('.programme .when')].map(when => [
      [...when.querySelectorAll(':scope > time')].map(time => time.getAttribute('datetime')),
      when.querySelector('.quiet')?.textContent])""")
    notes = visit.tab.evaluate("() => [...document.querySelectorAll('.your-times')].map(note => note.textContent)")
    visit.tab.context.close()
    # A browser may spell the place as it was spelt before, so the continent has to do.
    faults = [] if all(zone.split("/")[0] + "/" in note for note in notes) else [f"does not name the zone: {notes}"]
    for times, own in rows:
        for time in times:
            here = datetime.fromisoformat(time)
            shown = here.astimezone(ZoneInfo(zone))
            if shown.utcoffset() != here.utcoffset() and shown.strftime("%H:%M") not in (own or ""):
                faults.append(f"{time} is {shown:%H:%M}, not '{own}'")
    return faults
