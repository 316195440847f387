import datetime as dt
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from iro_desktop.calendars.content_lines import LARGEST
from iro_desktop.services import busy_calendar
from iro_desktop.services.busy_times import overlaps_busy
from iro_desktop.services.faults import UnreadableFile
from iro_desktop.store import SqlStore

SECRET = "Zorbelina at the clinic"


def calendar(*events: str) -> bytes:
    lines = [
        line
        for event in events
        for line in ("BEGIN:VEVENT", *event.split(" "), f"SUMMARY:{SECRET}", "END:VEVENT")
    ]
    return "\r\n".join(("BEGIN:VCALENDAR", *lines, "END:VCALENDAR")).encode()


MEETING = calendar("DTSTART:20261201T090000Z DTEND:20261201T100030Z")


def read(store: SqlStore) -> list[tuple[str, str]]:
    with store.unit_of_work() as uow:
        return [(a.isoformat(), b.isoformat()) for a, b in busy_calendar.read(uow.settings)]


def test_that_bare_intervals_are_kept_and_nothing_else(store: SqlStore, clock: FixedClock) -> None:
    assert busy_calendar.take_in(store.unit_of_work, MEETING, "my.ics", clock.today())
    with store.unit_of_work() as uow:
        assert uow.settings.get("busy_times") == "20261201T0900/61"
    assert read(store) == [("2026-12-01T09:00:00+00:00", "2026-12-01T10:01:00+00:00")]


def test_that_a_later_file_takes_the_place_of_an_earlier_one(
    store: SqlStore, clock: FixedClock
) -> None:
    busy_calendar.take_in(store.unit_of_work, MEETING, "my.ics", clock.today())
    assert not busy_calendar.take_in(store.unit_of_work, MEETING, "my.ics", clock.today())
    later = calendar("DTSTART:20261202T090000Z DURATION:PT30M")
    busy_calendar.take_in(store.unit_of_work, later, "my.ics", clock.today())
    assert read(store) == [("2026-12-02T09:00:00+00:00", "2026-12-02T09:30:00+00:00")]


def test_that_what_was_taken_in_can_be_forgotten(store: SqlStore, clock: FixedClock) -> None:
    busy_calendar.take_in(store.unit_of_work, MEETING, "my.ics", clock.today())
    assert busy_calendar.forget(store.unit_of_work)
    assert read(store) == []
    assert not busy_calendar.forget(store.unit_of_work)


def test_that_the_past_and_the_far_future_are_not_kept(store: SqlStore, clock: FixedClock) -> None:
    content = calendar(
        "DTSTART:20261121T090000Z DURATION:PT1H",
        "DTSTART:20261122T090000Z DURATION:PT1H",
        "DTSTART:20281121T090000Z DURATION:PT1H",
        "DTSTART:20281123T090000Z DURATION:PT1H",
    )
    busy_calendar.take_in(store.unit_of_work, content, "my.ics", clock.today())
    assert [start[:10] for start, _ in read(store)] == ["2026-11-22", "2028-11-21"]


def test_that_meetings_can_be_held_against_them(store: SqlStore, clock: FixedClock) -> None:
    busy_calendar.take_in(store.unit_of_work, MEETING, "my.ics", clock.today())
    with store.unit_of_work() as uow:
        busy = busy_calendar.read(uow.settings)
    start = dt.datetime(2026, 12, 1, 9, 30, tzinfo=dt.UTC).astimezone().replace(tzinfo=None)
    hour = dt.timedelta(hours=1)
    assert overlaps_busy(start, start + hour, busy)
    assert not overlaps_busy(start + hour, start + 2 * hour, busy)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no calendar", "not a calendar"),
        (b" " * (LARGEST + 1), "too large"),
        (calendar("DTSTART:20261201T090000Z RRULE:FREQ=SECONDLY"), "within the hour"),
        (calendar(*["DTSTART:00020101T090000Z RRULE:FREQ=DAILY;COUNT=99999999"] * 5), "no end"),
    ],
)
def test_that_a_refused_file_is_named_with_the_reason_and_changes_nothing(
    store: SqlStore, clock: FixedClock, tmp_path: Path, content: bytes, why: str
) -> None:
    busy_calendar.take_in(store.unit_of_work, MEETING, "my.ics", clock.today())
    before = read(store)
    path = tmp_path / "other.ics"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile) as refused:
        busy_calendar.take_in_file(store.unit_of_work, path, clock.today())
    assert refused.value.data["name"] == "other.ics"
    assert why in refused.value.data["why"]
    assert SECRET not in str(refused.value.data)
    assert read(store) == before


def test_that_a_file_is_read_from_where_it_lies(
    store: SqlStore, clock: FixedClock, tmp_path: Path
) -> None:
    path = tmp_path / "my.ics"
    path.write_bytes(MEETING)
    busy_calendar.take_in_file(store.unit_of_work, path, clock.today())
    assert len(read(store)) == 1
    with pytest.raises(UnreadableFile):
        busy_calendar.take_in_file(store.unit_of_work, tmp_path / "none.ics", clock.today())
