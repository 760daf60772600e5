"""What calendar.sh asks of a calendar, by the reading of Python's icalendar."""

import re
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar

SUMMARY = re.compile(r"(Appointment|Further appointment) [1-9][0-9]* of [1-9][0-9]*")
PROPERTIES = {"CLASS", "DTSTAMP", "DTSTART", "DURATION", "SEQUENCE", "STATUS", "SUMMARY", "TRANSP", "UID"}


def check(path: Path) -> int:
    """Fails on the first thing that is wrong; says how many events there are."""
    calendar = Calendar.from_ical(path.read_bytes())
    # The reader takes almost anything and keeps what it could not read in lists.
    for component in calendar.walk():
        assert component.errors == [], f"{path}: {component.errors}"
    assert str(calendar["VERSION"]) == "2.0" and calendar["PRODID"], path
    events = calendar.walk("VEVENT")
    uids = [str(event["UID"]) for event in events]
    assert events and len(set(uids)) == len(uids), f"{path}: {uids}"
    for event in events:
        assert set(event) <= PROPERTIES, f"{path}: {sorted(event)}"
        assert SUMMARY.fullmatch(str(event["SUMMARY"])), f"{path}: {event['SUMMARY']}"
        assert str(event["CLASS"]) == "CONFIDENTIAL", path
        assert str(event["STATUS"]) in ("CONFIRMED", "CANCELLED"), path
        assert int(event["SEQUENCE"]) >= 0, path
        assert event["DTSTAMP"].dt.utcoffset() == timedelta(0), path
        start = event["DTSTART"].dt
        if isinstance(start, datetime):
            assert start.tzinfo is None, f"{path}: a start is local"
            assert timedelta(0) < event["DURATION"].dt <= timedelta(hours=24), path
        else:
            assert isinstance(start, date) and "DURATION" not in event, f"{path}: minutes do not go with a day"
    print(f"{path.parent.name}/{path.name}: {len(events)} events")
    return len(events)


def notices() -> None:
    """The reader sees what is broken; otherwise the check proves nothing."""
    broken = Calendar.from_ical("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20261399T0900\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
    assert any(component.errors for component in broken.walk()), "a broken day goes unnoticed"


if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:]]
    assert files, "no calendars"
    notices()
    print(f"{sum(check(file) for file in files)} events read by another program's reader")
