"""Calendar files as other programs write them, and appointments to write out ourselves."""

import datetime as dt

from hypothesis import strategies as st

from iro_desktop.calendars.appointments import Appointment, AppointmentStatus
from iro_desktop.calendars.ics_reader import busy_times

MADE_AT = dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC)
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2027, 12, 31)


def calendar(*lines: str) -> bytes:
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", "")).encode()


def event(*lines: str) -> bytes:
    """A calendar with one event of these lines."""
    return calendar("BEGIN:VEVENT", "UID:made-up", *lines, "END:VEVENT")


def busy(content: bytes) -> list[str]:
    """What is taken within two years, in UTC, such as `2026-05-01 09:00/10:00`."""
    return [
        f"{one.start:%Y-%m-%d %H:%M}/{one.end:%H:%M}" for one in busy_times(content, FIRST, LAST)
    ]


texts = st.text(max_size=100)
appointments = st.builds(
    Appointment,
    uid=st.uuids().map(str),
    day=st.dates(FIRST, LAST),
    starts_at=st.none() | st.times().map(lambda time: time.replace(second=0, microsecond=0)),
    minutes=st.integers(1, 600),
    title=texts,
    place=texts,
    categories=st.lists(texts, max_size=3).map(tuple),
    status=st.sampled_from(AppointmentStatus),
)
