import dataclasses
import datetime as dt

import pytest
from calendar_samples import FIRST, LAST, busy, calendar, event
from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.calendars import content_lines
from iro_desktop.calendars.appointments import Busy
from iro_desktop.calendars.ics_reader import busy_times
from iro_desktop.calendars.refusals import CalendarRefused, Refusal

MORNING = ("DTSTART:20260501T090000Z", "DTEND:20260501T100000Z")
IN_LONDON = ("DTSTART;TZID=Europe/London:20260501T100000", "DURATION:PT1H")
TAKEN = ["2026-05-01 09:00/10:00"]


@pytest.mark.parametrize(
    "start",
    [
        "DTSTART:20260501T090000Z",
        "DTSTART:20260501T100000",
        "DTSTART;TZID=Europe/London:20260501T100000",
        "DTSTART;TZID=Europe/Paris:20260501T110000",
        "DTSTART;TZID=GMT Standard Time:20260501T100000",
        'DTSTART;TZID="(UTC+00:00) Dublin, Edinburgh, Lisbon, London":20260501T100000',
        "dtstart;tzid=Europe/London:20260501T100000",
        "DTSTART;X-OTHER=1;TZID=Europe/\r\n London:2026\r\n\t0501T100000",
    ],
)
def test_that_a_time_is_the_same_however_it_is_written(start: str) -> None:
    assert busy(event(start, "DURATION:PT1H")) == TAKEN


def test_that_a_files_own_rules_for_a_zone_are_not_followed() -> None:
    zone = (
        *("BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:STANDARD", "DTSTART:19700101T000000"),
        *("RRULE:FREQ=SECONDLY", "TZOFFSETFROM:+0500", "TZOFFSETTO:+0500"),
        *("END:STANDARD", "END:VTIMEZONE"),
    )
    lines = (*zone, "BEGIN:VEVENT", *IN_LONDON, "END:VEVENT")
    assert busy(calendar(*lines)) == TAKEN


def test_that_a_whole_day_is_taken_from_midnight_to_midnight_in_london() -> None:
    (found,) = busy_times(event("DTSTART;VALUE=DATE:20260501"), FIRST, LAST)
    assert found == Busy(
        dt.datetime(2026, 4, 30, 23, tzinfo=dt.UTC), dt.datetime(2026, 5, 1, 23, tzinfo=dt.UTC)
    )


@pytest.mark.parametrize(
    "line", ["STATUS:CANCELLED", "status:cancelled", "TRANSP:TRANSPARENT", "transp: transparent"]
)
def test_that_what_takes_no_time_is_left_out(line: str) -> None:
    assert busy(event(*MORNING, line)) == []


@pytest.mark.parametrize("line", ["STATUS:TENTATIVE", "TRANSP:OPAQUE", "CLASS:PRIVATE"])
def test_that_what_takes_time_is_kept(line: str) -> None:
    assert busy(event(*MORNING, line)) == TAKEN


def test_that_a_weekly_meeting_keeps_its_hour_by_londons_clock() -> None:
    weekly = ("DTSTART;TZID=Europe/London:20261023T100000", "DURATION:PT1H")
    found = busy(event(*weekly, "RRULE:FREQ=WEEKLY;UNTIL=20261030T235959Z"))
    assert found == ["2026-10-23 09:00/10:00", "2026-10-30 10:00/11:00"]


def test_that_exceptions_are_left_out_and_additions_taken_in() -> None:
    found = busy(
        event(
            *IN_LONDON,
            "RRULE:FREQ=DAILY;COUNT=4",
            "EXDATE:20260502T090000Z",
            "EXDATE;VALUE=DATE:20260503",
            "RDATE:20260601T090000Z",
            "RDATE;VALUE=PERIOD:20260602T090000Z/PT2H,20260603T090000Z/20260603T093000Z",
        )
    )
    assert found == [
        *("2026-05-01 09:00/10:00", "2026-05-04 09:00/10:00", "2026-06-01 09:00/10:00"),
        *("2026-06-02 09:00/11:00", "2026-06-03 09:00/09:30"),
    ]


def test_that_a_meeting_moved_out_of_its_series_stands_at_its_new_time_alone() -> None:
    moved = (
        *("BEGIN:VEVENT", "UID:made-up", "RECURRENCE-ID;TZID=Europe/Paris:20260502T110000"),
        *("DTSTART:20260502T150000Z", "DURATION:PT30M", "END:VEVENT"),
    )
    series = ("BEGIN:VEVENT", "UID:made-up", *IN_LONDON, "RRULE:FREQ=DAILY;COUNT=2", "END:VEVENT")
    for lines in ((*series, *moved), (*moved, *series)):
        assert busy(calendar(*lines)) == [*TAKEN, "2026-05-02 15:00/15:30"]


def test_that_a_meeting_cancelled_out_of_its_series_is_free() -> None:
    moved = (
        *("BEGIN:VEVENT", "UID:made-up", "RECURRENCE-ID:20260502T090000Z", "STATUS:CANCELLED"),
        *("DTSTART:20260502T090000Z", "DURATION:PT1H", "END:VEVENT"),
    )
    series = ("BEGIN:VEVENT", "UID:made-up", *IN_LONDON, "RRULE:FREQ=DAILY;COUNT=2", "END:VEVENT")
    assert busy(calendar(*series, *moved)) == TAKEN


def test_that_a_free_busy_part_is_read_without_what_it_says_is_free() -> None:
    part = (
        *("BEGIN:VFREEBUSY", "DTSTART:20260101T000000Z", "DTEND:20270101T000000Z"),
        "FREEBUSY:20260501T090000Z/PT1H,20260502T090000Z/20260502T100000Z",
        "FREEBUSY;FBTYPE=FREE:20260503T090000Z/PT1H",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20260504T090000Z/PT1H",
        "END:VFREEBUSY",
    )
    days = ("2026-05-01", "2026-05-02", "2026-05-04")
    assert busy(calendar(*part)) == [f"{day} 09:00/10:00" for day in days]


def test_that_an_alarm_lends_its_event_no_length() -> None:
    alarm = ("BEGIN:VALARM", "TRIGGER:-PT15M", "DURATION:PT9H", "REPEAT:2", "END:VALARM")
    assert busy(event(*alarm, *MORNING)) == TAKEN


def test_that_what_touches_or_overlaps_is_one_stretch() -> None:
    lines: list[str] = []
    for start, length in (("0900", "PT1H"), ("1000", "PT30M"), ("0930", "PT15M")):
        lines += [
            "BEGIN:VEVENT",
            f"DTSTART:20260501T{start}00Z",
            f"DURATION:{length}",
            "END:VEVENT",
        ]
    assert busy(calendar(*lines)) == ["2026-05-01 09:00/10:30"]


def test_that_only_what_reaches_into_the_days_asked_for_is_kept_and_cut_to_them() -> None:
    long_leave = event("DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20270101")
    (found,) = busy_times(long_leave, dt.date(2026, 5, 1), dt.date(2026, 5, 1))
    assert found.start == dt.datetime(2026, 4, 30, 23, tzinfo=dt.UTC)
    assert found.end == dt.datetime(2026, 5, 1, 23, tzinfo=dt.UTC)
    assert busy_times(long_leave, dt.date(2028, 1, 1), dt.date(2028, 2, 1)) == ()


def test_that_leave_begun_before_the_window_repeats_into_it() -> None:
    leave = event("DTSTART:20200101T090000Z", "DURATION:P3D", "RRULE:FREQ=YEARLY")
    (found,) = busy_times(leave, dt.date(2026, 1, 3), dt.date(2026, 1, 9))
    assert found.end == dt.datetime(2026, 1, 4, 9, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    "lines",
    [
        ("DTSTART:2026",),
        ("DTSTART:20269999T990000Z", "DURATION:PT1H"),
        ("DTEND:20260501T100000Z",),
        ("DTSTART:20260501T090000Z", "DTEND:20260501T080000Z"),
        ("DTSTART:20260501T090000Z", "DURATION:P999999999999D"),
        ("DTSTART:20260501T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYDAY=XX"),
        ("DTSTART:20260501T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;INTERVAL=0"),
        ("DTSTART:20260501T090000Z", "DURATION:PT1H", "RRULE:COUNT=3"),
        ("DTSTART:20260501T090000Z", "DURATION:PT1H", "RRULE:FREQ=DAILY;BYHOUR=-5"),
        ("DTSTART:00010101T000000Z", "DURATION:PT1H"),
        ("DTSTART:PT1H", "DURATION:20260501"),
    ],
)
def test_that_an_event_that_cannot_be_read_takes_no_time_and_spoils_no_other(
    lines: tuple[str, ...],
) -> None:
    content = calendar(
        *("BEGIN:VEVENT", *lines, "END:VEVENT", "no line at all"),
        *("BEGIN:VEVENT", *MORNING, "END:VEVENT"),
    )
    assert busy(content) == TAKEN


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", Refusal.NOT_A_CALENDAR),
        (b"\x00\xff\xfe", Refusal.NOT_A_CALENDAR),
        (b"PK\x03\x04", Refusal.NOT_A_CALENDAR),
        (b"<html>BEGIN:VCALENDAR", Refusal.NOT_A_CALENDAR),
        (event(*MORNING, "RRULE:FREQ=SECONDLY"), Refusal.TOO_OFTEN),
        (event(*MORNING, "RRULE:FREQ=HOURLY;COUNT=3"), Refusal.TOO_OFTEN),
        (
            event(
                *MORNING,
                f"RRULE:FREQ=DAILY;BYHOUR={','.join(map(str, range(24)))};BYMINUTE=0,10,20,30,40",
            ),
            Refusal.TOO_OFTEN,
        ),
        (
            calendar(
                *(
                    *("BEGIN:VEVENT", "DTSTART:00020101T090000Z", "DURATION:PT1H"),
                    *("RRULE:FREQ=DAILY;COUNT=1000000000", "END:VEVENT"),
                )
                * 9
            ),
            Refusal.TOO_MANY,
        ),
        (b" " * (content_lines.LARGEST + 1), Refusal.TOO_LARGE),
        (
            b"BEGIN:VCALENDAR\n" + b"BEGIN:VEVENT\nEND:VEVENT\n" * content_lines.MOST_LINES,
            Refusal.TOO_LARGE,
        ),
    ],
)
def test_that_a_hostile_file_is_refused_with_the_reason(content: bytes, refusal: Refusal) -> None:
    with pytest.raises(CalendarRefused) as refused:
        busy_times(content, FIRST, LAST)
    assert refused.value.problem.code == refusal


@given(st.binary(max_size=300), st.lists(st.sampled_from('DRUFEVN:;=,/\r\n 0123TZP"'), max_size=99))
def test_that_any_bytes_are_read_or_refused(rest: bytes, marks: list[str]) -> None:
    content = event(*MORNING, "".join(marks)) + rest
    try:
        found = busy_times(b"BEGIN:VCALENDAR\r\n" + rest + content, FIRST, LAST)
    except CalendarRefused:
        return
    assert all(one.start < one.end for one in found)


@given(st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=4))
def test_that_nothing_of_what_an_event_is_about_is_in_the_result(words: str) -> None:
    secret = f"Zorbelina {words}"
    content = event(
        *(f"SUMMARY:{secret}", f"LOCATION:{secret}", f"DESCRIPTION:{secret}"),
        *(f"ATTENDEE;CN={secret}:mailto:x@example.org", f"CATEGORIES:{secret}", *MORNING),
    )
    found = busy_times(content, FIRST, LAST)
    assert [field.name for field in dataclasses.fields(Busy)] == ["start", "end"]
    assert all(type(value) is dt.datetime for one in found for value in dataclasses.astuple(one))
    assert "Zorbelina" not in repr(found)
    assert found == busy_times(event(*MORNING), FIRST, LAST)


def test_that_nothing_but_when_is_even_looked_at() -> None:
    lines = content_lines.lines_that_say_when(
        event("SUMMARY:Zorbelina", "ATTENDEE:mailto:x@example.org", *MORNING)
    )
    assert lines == ["BEGIN:VEVENT", "UID:made-up", *MORNING, "END:VEVENT"]
