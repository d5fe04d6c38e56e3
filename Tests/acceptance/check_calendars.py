"""Calendars, by three libraries that read them: icalendar and vobject from PyPI, and libical, which Linux desktops use."""

import ctypes
import glob
import json
from datetime import datetime

import icalendar
import vobject


def check_calendars(site):
    faults = []
    events = 0
    libical = Libical()
    names = site.named(".ics")
    uids = {}
    languages = {page.language for page in site.pages.values()}
    for name in names:
        language = next((code for code in languages if name.startswith(f"{code}/")), "")
        data = site.bytes_of(name)
        lines = data.split(b"\r\n")
        if any(b"\n" in line or len(line) > 75 for line in lines):
            faults.append(f"{name}: a line is longer than 75 octets or does not end with CRLF")
        for reader in (_faults_of_icalendar, _faults_of_vobject, libical.faults):
            faults += [f"{name}: {fault}" for fault in reader(data)]
        try:
            here = icalendar.Calendar.from_ical(data).walk("VEVENT")
        except ValueError:
            continue
        events += len(here)
        faults += [f"{name}: {fault}" for fault in _faults_of_events(here, site)]
        for event in here:
            uid = str(event.get("UID"))
            # In every language it is at the same time, and in each its words are the same in all calendars.
            for key, content in ((language, uid), event.to_ical()), ((None, uid), _when(event)):
                first = uids.setdefault(key, (name, content))
                if first[1] != content:
                    faults.append(f"{name}: {uid} is another event than in {first[0]}")
    if not names:
        faults.append("the site has no calendar")
    return f"{len(names)} calendars with {events} entries of {sum(language is None for language, _ in uids)} events", faults


def _when(event):
    return [event[name].to_ical() for name in ("DTSTART", "DTEND") if name in event]


def _faults_of_icalendar(data):
    try:
        calendar = icalendar.Calendar.from_ical(data)
    except ValueError as error:
        return [f"icalendar: {error}"]
    return [f"icalendar: {component.name}: {error}" for component in calendar.walk() for error in component.errors]


def _faults_of_vobject(data):
    try:
        for calendar in vobject.readComponents(data.decode("utf-8")):
            calendar.validate(raiseException=True)
    except (vobject.base.VObjectError, ValueError) as error:
        return [f"vobject: {error}"]
    return []


def _faults_of_events(events, site):
    faults = [f"an event lacks UID, DTSTAMP, DTSTART or SUMMARY: {event.get('UID')}" for event in events
              if not all(key in event for key in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"))]
    if len({str(event.get("UID")) for event in events}) < len(events):
        faults.append("two events have one UID")
    return faults + [f"{event['URL']} is no page of the site" for event in events
                     if str(event.get("URL", "")).startswith(site.address) and not site.file_at(str(event["URL"]))]


class Libical:
    """The library's own parser, and its table of what RFC 5545 lets stand where."""

    def __init__(self):
        found = sorted(glob.glob("/usr/lib/*/libical.so.3") + glob.glob("/usr/lib/libical.so.3") + glob.glob("/usr/lib64/libical.so.3"))
        if not found:
            raise FileNotFoundError("libical.so.3; install the package libical3")
        self.library = library = ctypes.CDLL(found[0])
        library.icalparser_parse_string.restype = ctypes.c_void_p
        library.icalparser_parse_string.argtypes = [ctypes.c_char_p]
        for function in (library.icalcomponent_count_errors, library.icalrestriction_check, library.icalcomponent_free):
            function.argtypes = [ctypes.c_void_p]

    def faults(self, data):
        component = self.library.icalparser_parse_string(data)
        if not component:
            return ["libical: cannot be parsed"]
        errors = self.library.icalcomponent_count_errors(component)
        is_valid = self.library.icalrestriction_check(component)
        self.library.icalcomponent_free(component)
        return ([f"libical: {errors} errors"] if errors else []) + ([] if is_valid else ["libical: breaks a restriction of RFC 5545"])


def check_next_change(site):
    """The file for timers says an instant twice, in the hub's time zone and in UTC, and why."""
    change = json.loads(site.bytes_of("next-change.json"))["next_change"]
    if change is None:
        return "nothing will change", []
    local, utc = (datetime.fromisoformat(change[key].replace("Z", "+00:00")) for key in ("local", "utc"))
    faults = []
    if local != utc:
        faults.append(f"{change['local']} is not {change['utc']}")
    if local.date().isoformat() != change["day"]:
        faults.append(f"{change['local']} is not on {change['day']}")
    if not change["reasons"]:
        faults.append("no reason is given")
    return f"{change['utc']} for {len(change['reasons'])} reasons", faults
