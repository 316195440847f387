"""Appointments as one calendar file (RFC 5545), which any calendar program takes in."""

import datetime as dt
import unicodedata
from collections.abc import Iterable

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from iro_desktop.calendars.appointments import LONDON, Appointment

_PRODUCT = "-//IRO Desktop//Diary//EN"
_BREAKING = frozenset({"Cc", "Cs", "Zl", "Zp"})


def calendar_bytes(appointments: Iterable[Appointment], made_at: dt.datetime) -> bytes:
    """The file: lines folded at 75 octets and ended by CRLF, as the standard has it.

    Whole days are dates, their end exclusive, and take up no time. The rest is in London's time,
    with the zone described in the file. Every entry is marked private. `made_at` is aware.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    events = [_event(appointment, made_at) for appointment in appointments]
    if any(event["DTSTART"].params.get("TZID") for event in events):
        calendar.add_component(_london())
    for event in events:
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content


def _event(appointment: Appointment, made_at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", appointment.uid)
    event.add("dtstamp", made_at.astimezone(dt.UTC))
    if appointment.starts_at is None:
        event.add("dtstart", appointment.day)
        event.add("dtend", appointment.day + dt.timedelta(days=1))
    else:
        # Not an end: by the clock it has two readings in the night the clocks go back.
        event.add("dtstart", dt.datetime.combine(appointment.day, appointment.starts_at, LONDON))
        event.add("duration", dt.timedelta(minutes=appointment.minutes))
    event.add("summary", _one_line(appointment.title))
    if place := _one_line(appointment.place):
        event.add("location", place)
    if appointment.categories:
        event.add("categories", [_one_line(category) for category in appointment.categories])
    event.add("status", appointment.status.value)
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if appointment.takes_time else "TRANSPARENT")
    return event


def _london() -> Timezone:
    """London's time as it has been since 1996: summer from late March to late October.

    Summer Time Order 2002 (SI 2002/262). Written by hand: `Timezone.from_tzinfo` puts the change
    at two in the morning of winter time, where it is at one.
    """
    zone = Timezone()
    zone.add("tzid", LONDON.key)
    for name, part, first, month, before, after in (
        ("BST", TimezoneDaylight(), dt.datetime(1996, 3, 31, 1), 3, 0, 1),  # noqa: DTZ001
        ("GMT", TimezoneStandard(), dt.datetime(1996, 10, 27, 2), 10, 1, 0),  # noqa: DTZ001
    ):
        part.add("tzname", name)
        part.add("dtstart", first)
        part.add("rrule", vRecur(freq="YEARLY", bymonth=month, byday="-1SU"))
        part.add("tzoffsetfrom", dt.timedelta(hours=before))
        part.add("tzoffsetto", dt.timedelta(hours=after))
        zone.add_component(part)
    return zone


def _one_line(text: str) -> str:
    """Text that cannot begin a line of its own in the file."""
    shown = (" " if unicodedata.category(each) in _BREAKING else each for each in text)
    return " ".join("".join(shown).split())
