import datetime as dt
from zoneinfo import ZoneInfo

from calendar_samples import FIRST, LAST, MADE_AT, appointments, texts
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

from iro_desktop.calendars.appointments import LONDON, Appointment, AppointmentStatus
from iro_desktop.calendars.ics_reader import busy_times
from iro_desktop.calendars.ics_writer import calendar_bytes

DUE = Appointment("due-1", dt.date(2026, 5, 3), None, 0, "Review due 1A2B3C4D")
MEETING = Appointment(
    "meeting-1", dt.date(2026, 5, 1), dt.time(10), 90, "Review booked 1A2B3C4D", "Room 4"
)


def lines_of(*written: Appointment) -> list[str]:
    return calendar_bytes(written, MADE_AT).decode().replace("\r\n ", "").split("\r\n")


def test_that_a_due_date_is_a_whole_day_that_takes_no_time() -> None:
    lines = lines_of(DUE)
    assert "DTSTART;VALUE=DATE:20260503" in lines
    assert "DTEND;VALUE=DATE:20260504" in lines
    assert "TRANSP:TRANSPARENT" in lines


def test_that_a_meeting_is_in_londons_time_and_takes_it() -> None:
    lines = lines_of(MEETING)
    assert "DTSTART;TZID=Europe/London:20260501T100000" in lines
    assert "DURATION:PT1H30M" in lines
    assert "TRANSP:OPAQUE" in lines
    assert "LOCATION:Room 4" in lines


def test_that_the_zone_stands_in_the_file_once_and_only_where_it_is_used() -> None:
    assert lines_of(MEETING, MEETING).count("BEGIN:VTIMEZONE") == 1
    assert "BEGIN:VTIMEZONE" not in lines_of(DUE)


def test_that_the_zone_in_the_file_is_londons() -> None:
    (zone,) = Calendar.from_ical(calendar_bytes([MEETING], MADE_AT)).walk("VTIMEZONE")
    described = zone.to_tz(lookup_tzid=False)
    hour = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    while hour.year < 2027:
        assert hour.astimezone(described).utcoffset() == hour.astimezone(LONDON).utcoffset()
        hour += dt.timedelta(hours=1)


def test_that_every_entry_is_private_and_stamped_in_utc() -> None:
    made_at = dt.datetime(2026, 7, 1, 12, tzinfo=ZoneInfo("Europe/London"))
    lines = calendar_bytes([DUE, MEETING], made_at).decode().split("\r\n")
    assert lines.count("CLASS:PRIVATE") == 2
    assert lines.count("DTSTAMP:20260701T110000Z") == 2


def test_that_a_cancelled_meeting_says_so_under_its_old_name() -> None:
    before = lines_of(MEETING)
    cancelled = Appointment(
        *("meeting-1", MEETING.day, MEETING.starts_at, 90, MEETING.title),
        status=AppointmentStatus.CANCELLED,
    )
    lines = lines_of(cancelled)
    assert "UID:meeting-1" in set(lines) & set(before)
    assert "STATUS:CANCELLED" in lines
    assert "TRANSP:TRANSPARENT" in lines


@given(st.lists(appointments, max_size=4))
def test_that_lines_are_folded_by_octets_and_end_as_the_standard_says(
    written: list[Appointment],
) -> None:
    content = calendar_bytes(written, MADE_AT)
    assert content.endswith(b"END:VCALENDAR\r\n")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        assert b"\n" not in line
        assert b"\r" not in line


@given(texts, texts)
def test_that_no_text_becomes_a_line_of_its_own(title: str, place: str) -> None:
    hostile = Appointment(
        "u", MEETING.day, MEETING.starts_at, 60, f"{title}\r\nBEGIN:VEVENT", f"{place}\u2028X:1"
    )
    written = Calendar.from_ical(calendar_bytes([hostile], MADE_AT))
    assert len(written.walk("VEVENT")) == 1
    assert str(written.walk("VEVENT")[0]["LOCATION"]).endswith("X:1")


@given(st.lists(appointments, max_size=5))
def test_that_what_is_written_is_read_back_the_same(written: list[Appointment]) -> None:
    read = Calendar.from_ical(calendar_bytes(written, MADE_AT)).walk("VEVENT")
    assert [(event["UID"], event["STATUS"]) for event in read] == [
        (appointment.uid, appointment.status.value) for appointment in written
    ]
    for event, appointment in zip(read, written, strict=True):
        starts = event["DTSTART"].dt
        if appointment.starts_at is None:
            assert (starts, event["DTEND"].dt - starts) == (appointment.day, dt.timedelta(days=1))
        else:
            by_the_clock = dt.datetime.combine(appointment.day, appointment.starts_at)
            assert starts.replace(tzinfo=None) == by_the_clock
            assert event["DURATION"].dt == dt.timedelta(minutes=appointment.minutes)


@given(appointments)
def test_that_a_meeting_written_is_busy_time_when_read(appointment: Appointment) -> None:
    assume(appointment.day < LAST)
    found = busy_times(calendar_bytes([appointment], MADE_AT), FIRST, LAST)
    if appointment.starts_at is None or not appointment.takes_time:
        assert found == ()
    else:
        (busy,) = found
        starts = dt.datetime.combine(appointment.day, appointment.starts_at, LONDON)
        assert busy.start == starts.astimezone(dt.UTC)
        assert busy.end - busy.start == dt.timedelta(minutes=appointment.minutes)
