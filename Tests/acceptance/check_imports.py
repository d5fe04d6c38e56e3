"""Calendars of other parsers' own tests, imported, with each meeting compared with what the library recurring_ical_events finds in them.

A file is right where each meeting has the same start and end as the library's, and where none is missing but those for which the import gave a
reason at a line of the event. check_imports.py PROGRAM PATH… compares other files: every .ics file at a path, in a folder, or in a source
distribution (.tar.gz).
"""

import collections
import datetime
import itertools
import pathlib
import re
import signal
import subprocess
import sys
import tarfile
import tempfile
import warnings
import zoneinfo

import icalendar
import recurring_ical_events
import yaml

from check_desk import ROOT
from check_desk import program as built_program

# So many different calendars at least lie in the source packages; fewer would say that they have moved.
LEAST_FILES = 250
HUB_ZONE = "Europe/Zurich"
HUB = f"""title: A hub
address: https://hub.example/
language: en
time_zone: {HUB_ZONE}
meeting_types: [{{id: group, title: Group}}]
sections: [{{folder: notes, kind: article, title: Notes}}]
"""
TODAY = "2026-11-30"
# Between the title of an event without a UID and what tells it from others of the same title.
NUMBER = "\x1f"
# The library takes minutes for series by the minute; after so many seconds a file counts as unread by it.
SLOW = 20
WINDOW = re.compile(r"from (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d) (?:is|are) taken")
# What the library reads differently from RFC 5545, with the reason.
DEVIATIONS = [
    (re.compile(r"^RRULE[^\r\n]*BYWEEKNO(?![^\r\n]*BYDAY)", re.M), "BYWEEKNO alone: the library takes all days of the week"),
    (re.compile(r"^DTSTART;(?=[^:\r\n]*TZID=)[^:\r\n]*VALUE=DATE[;:]", re.M), "a day with a zone: the library reads it as midnight"),
    (re.compile(r"^EXRULE", re.M), "EXRULE: the library does not read it"),
    (re.compile(r"^RRULE[^\r\n]*UNTIL=\d{8}T\d{6}(?!Z)", re.M), "UNTIL on the clocks of a zone: the library reads it as UTC"),
]


def utc(moment):
    return moment.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def event_lines(text):
    """For each line of a file, the UID (or title) of the event it stands in."""
    owner, begin, name, title, depth = {}, None, None, None, 0
    unfolded = []
    for number, line in enumerate(re.split(r"\r\n|\n|\r(?!\n)", text), 1):
        if line[:1] in (" ", "\t") and unfolded:
            unfolded[-1] = (unfolded[-1][0], unfolded[-1][1] + line[1:])
        else:
            unfolded.append((number, line))
    for number, line in unfolded:
        word = line.strip().upper()
        if word == "BEGIN:VEVENT":
            begin, name, title, depth = number, None, None, 0
        elif begin and word.startswith(("BEGIN:", "END:")) and word != "END:VEVENT":
            depth += 1 if word.startswith("BEGIN:") else -1
        elif begin and depth == 0 and line.upper().startswith("UID"):
            name = line.partition(":")[2].strip() or None
        elif begin and depth == 0 and line.upper().startswith("SUMMARY") and title is None:
            title = line.partition(":")[2].strip()
        elif word == "END:VEVENT" and begin:
            for inside in range(begin, number + 1):
                owner[inside] = name or f"title {(title or '').strip()}"
            begin = None
    return owner


class Import:
    """What the program makes of a file."""

    def __init__(self, program, path, today, text):
        with tempfile.TemporaryDirectory() as hub:
            content = pathlib.Path(hub, "site-content")
            content.joinpath("meetings").mkdir(parents=True)
            content.joinpath("hub.yaml").write_text(HUB)
            run = subprocess.run(
                [program, "import", path, hub, "--as-of", today], capture_output=True, text=True, timeout=120, check=False)
            self.code, self.output = run.returncode, run.stdout + run.stderr
            records = []
            for file in sorted(content.joinpath("meetings").iterdir()):
                records += yaml.load(file.read_text(), Loader=yaml.CBaseLoader) or []
        owner = event_lines(text)
        self.unread = set()
        self.reasons, self.windows = collections.defaultdict(list), {}
        for line, remark in re.findall(r"^[^\n]*?:(\d+): (.*)", run.stdout, re.M):
            name = owner.get(int(line))
            if "nothing of their type" not in remark:
                self.reasons[name].append(remark)
            window = WINDOW.search(remark)
            if window:
                self.windows[name] = tuple(datetime.date.fromisoformat(day) for day in window.groups())
        self.meetings = collections.defaultdict(collections.Counter)
        for record in records:
            uid = record.get("uid")
            name = re.sub(r"/\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$", "", uid) if uid else f"title {record['title'].strip()}"
            self.meetings[name][self.span(record)] += 1

    @staticmethod
    def span(record):
        def moment(text):
            text = str(text)
            if len(text) == 10:
                return text
            return utc(datetime.datetime.fromisoformat(text).replace(tzinfo=zoneinfo.ZoneInfo(record["time_zone"])))

        return moment(record["start"]), moment(record["end"]) if "end" in record else None


def zones_first(text):
    """The library knows a zone only below its rules, which may stand anywhere."""

    def sort(calendar):
        zones = re.findall(rb"^BEGIN:VTIMEZONE.*?^END:VTIMEZONE[ \t]*\r?\n", calendar[0], re.M | re.S)
        rest = calendar[0]
        for zone in zones:
            rest = rest.replace(zone, b"", 1)
        begin, newline, rest = rest.partition(b"\n")
        return begin + newline + b"".join(zones) + rest

    return re.sub(rb"^BEGIN:VCALENDAR.*?^END:VCALENDAR", sort, text, flags=re.M | re.S)


def wanted(text, found):
    """What the library finds: the same form as the import's meetings."""
    # It would take a zone's rules from another file that has a zone of the same name.
    icalendar.timezone.tzp.use_default()
    meetings = collections.defaultdict(collections.Counter)
    for calendar in icalendar.Calendar.from_ical(zones_first(text), multiple=True):
        zone = str(calendar.get("X-WR-TIMEZONE", ""))
        try:
            floating = zoneinfo.ZoneInfo(zone) if zone else zoneinfo.ZoneInfo(HUB_ZONE)
        except (ValueError, zoneinfo.ZoneInfoNotFoundError):
            floating = zoneinfo.ZoneInfo(HUB_ZONE)

        def form(moment, is_end=False):
            if not isinstance(moment, datetime.datetime):
                return (moment - datetime.timedelta(days=is_end)).isoformat()
            return utc(moment if moment.tzinfo else moment.replace(tzinfo=floating))

        for number, event in enumerate(calendar.walk("VEVENT")):
            if not str(event.get("UID", "")).strip():
                event["UID"] = f"title {str(event.get('SUMMARY', '')).strip()}{NUMBER}{number}"
        # Zones of a calendar's own answer wrongly once they have been asked for days long before their rules.
        days = [event["DTSTART"].dt.timetuple()[:3] for event in calendar.walk("VEVENT") if hasattr(event.get("DTSTART"), "dt")]
        begin = datetime.date(*min(days, default=(1970, 1, 1))) - datetime.timedelta(days=2)
        try:
            query = recurring_ical_events.of(calendar)
        except Exception:  # The library refuses in many ways.
            query = recurring_ical_events.of(calendar, skip_bad_series=True)
            read = {str(series.uid) for series in query.series}
            unread = {str(event["UID"]) for event in calendar.walk("VEVENT")} - read
            found.unread |= {name.partition(NUMBER)[0] for name in unread}
        for series in query.series:
            first, last = found.windows.get(str(series.uid).partition(NUMBER)[0], (begin, datetime.date(2200, 1, 1)))
            days = [first - datetime.timedelta(days=1), last + datetime.timedelta(days=2)]
            for occurrence in itertools.islice(series.between(*days), 500):
                event = occurrence.as_component(keep_recurrence_attributes=True)
                start, end = event["DTSTART"].dt, event["DTEND"].dt if "DTEND" in event else None
                if last.year < 2200 and not first <= datetime.date(start.year, start.month, start.day) <= last:
                    continue
                start_text, end_text = form(start), form(end, is_end=True) if end is not None else None
                meetings[str(series.uid).partition(NUMBER)[0]][(start_text, end_text if end_text and end_text > start_text else None)] += 1
    return meetings


def too_slow(*_):
    raise TimeoutError("the library takes too long")


def compare(program, path):
    """A verdict, and what is to be said of it."""
    data = pathlib.Path(path).read_bytes()
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    starts = [day for day in re.findall(r"^DTSTART[^:\n]*:(\d{4}\d\d\d\d)", text, re.M) if "1900" < day[:4] < "2200"]
    verdict, notes = "equal", []
    days = [TODAY] if len(data) > 200_000 else [TODAY, *(f"{day[:4]}-{day[4:6]}-{day[6:]}" for day in sorted(starts)[:1])]
    for today in days:
        found = Import(program, path, today, text)
        if found.code not in (0, 1):
            return "CRASH", [found.output[-300:]]
        try:
            signal.alarm(SLOW)
            reference = wanted(data, found)
            signal.alarm(0)
        except Exception as error:  # The library refuses in many ways.
            return "unread by the library", [repr(error)[:200]]
        if "nothing was written" in found.output:
            return ("refused" if any(reference.values()) else "nothing in it"), [found.output.split("\n\n")[1][:150]]
        for name in reference.keys() | found.meetings.keys() - found.unread:
            missing, extra = reference[name] - found.meetings[name], found.meetings[name] - reference[name]
            # A day is cut off where a series has more meetings than are taken.
            last = str(found.windows.get(name, ("", ""))[1])
            missing = {span: count for span, count in missing.items() if span[0][:10] < last or not last}
            if not missing and not extra:
                continue
            deviation = next((why for pattern, why in DEVIATIONS if why and pattern.search(text)), None)
            reasons = found.reasons.get(name) or ([deviation] if deviation else [])
            # Of a rule that neither reads the import keeps the first meeting, and says so.
            explained = bool(reasons) and (not extra or bool(deviation) or any(
                said in why for why in reasons
                for said in ("only the first", "its end lies before", "which is included", "a newer event has the UID")))
            verdict = max(verdict, "explained" if explained else "DIFFERENT", key=["equal", "explained", "DIFFERENT"].index)
            notes.append(
                f"{name!s:.60} (from {today}): missing {sorted(missing)[:4]}, extra {sorted(extra)[:4]}; {reasons[:3]}")
    return verdict, notes


def files(paths, folder):
    for path in map(pathlib.Path, paths):
        if path.name.endswith(".tar.gz"):
            target = pathlib.Path(folder, path.name.removesuffix(".tar.gz"))
            with tarfile.open(path) as archive:
                archive.extractall(target, filter="data")
            path = target
        yield from sorted(path.rglob("*.ics")) if path.is_dir() else [path]


def verdicts_on(program, paths):
    """A verdict with its notes for each different file, by its path below the folder in which it was unpacked."""
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, too_slow)
    verdicts, seen = {}, set()
    with tempfile.TemporaryDirectory() as folder:
        for file in files(paths, folder):
            data = file.read_bytes()
            if data not in seen:
                seen.add(data)
                verdicts[str(file).removeprefix(f"{folder}/")] = compare(program, str(file))
    return verdicts


def summary_of(verdicts):
    counts = collections.Counter(verdict for verdict, _ in verdicts.values())
    return f"{len(verdicts)} files: " + ", ".join(f"{count} {verdict}" for verdict, count in counts.most_common())


def check_imports(_site):
    archives = [path for path in sorted((ROOT / ".audit" / "sources").glob("*.tar.gz")) if not path.name.startswith("marko-")]
    verdicts = verdicts_on(built_program(), archives)
    faults = [f"{file}: {notes[:2]}" for file, (verdict, notes) in verdicts.items() if verdict in ("DIFFERENT", "CRASH")]
    if len(verdicts) < LEAST_FILES:
        faults.append(f"the source packages hold {len(verdicts)} calendars, not {LEAST_FILES}")
    return summary_of(verdicts), faults


def main(program, *paths):
    verdicts = verdicts_on(program, paths)
    for file, (verdict, notes) in verdicts.items():
        if verdict != "equal":
            print(f"{verdict}: {file}", *notes[:6], sep="\n    ")
    print(summary_of(verdicts))
    return 1 if {"DIFFERENT", "CRASH"} & {verdict for verdict, _ in verdicts.values()} else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
