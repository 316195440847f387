import datetime as dt
from dataclasses import replace

import pytest
from made_up_meeting import CHILD, NOW, Desk

from iro_desktop.calendars.appointments import AppointmentStatus
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ReviewId, derived_id
from iro_desktop.domain.review import Origin, Review, ReviewKind
from iro_desktop.i18n import Translator
from iro_desktop.services import diary
from iro_desktop.services.case_references import References, references
from iro_desktop.services.diary import DiaryEntry, Standing
from iro_desktop.services.diary_calendar import appointments_of, calendar_file
from iro_desktop.store import SqlStore

TR = Translator()
KEY = References("00" * 32)
REVIEW = Review(
    id=ReviewId("1a2b3c4d-made-up"),
    child_id=CHILD.id,
    planned_for=dt.date(2026, 12, 1),
    planned_at="12 Quillfeather Lane",
)
BOOKED = DiaryEntry(
    child=CHILD,
    review=REVIEW,
    kind=ReviewKind.SECURE,
    standing=Standing.BOOKED,
    day=dt.date(2026, 12, 1),
    starts_at=dt.time(10),
    minutes=90,
    iro="Made-up Officer",
)
DUE = replace(BOOKED, review=None, standing=Standing.DUE, starts_at=None)
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2027, 12, 31)


def every_name(child: Child) -> set[str]:
    return {child.known_as, child.family_name, child.number, child.id} - {""}


def test_that_an_entry_is_called_by_its_reference_alone() -> None:
    (booked,) = appointments_of([BOOKED], TR, KEY)
    assert booked.title == "Review booked 1A2B3C4D"
    assert (booked.place, booked.categories) == ("", ("IRO Desktop",))
    assert (booked.day, booked.starts_at, booked.minutes) == (BOOKED.day, dt.time(10), 90)


def test_that_names_places_and_kinds_stand_there_where_that_was_chosen() -> None:
    (booked,) = appointments_of([BOOKED], TR, KEY, with_names=True)
    assert booked.title == "Review booked 1A2B3C4D: Zorbelina Quillfeather"
    assert booked.place == "12 Quillfeather Lane"
    assert "Review of a child in secure accommodation" in booked.categories


def test_that_a_child_whom_nobody_has_named_goes_by_the_reference() -> None:
    unnamed = replace(BOOKED, child=replace(CHILD, known_as="", family_name=""))
    (booked,) = appointments_of([unnamed], TR, KEY, with_names=True)
    assert booked.title == "Review booked 1A2B3C4D"


def test_that_a_due_day_is_whole_and_a_cancelled_meeting_says_so() -> None:
    cancelled = replace(BOOKED, standing=Standing.CANCELLED)
    due, meeting = appointments_of([DUE, cancelled], TR, KEY)
    assert (due.starts_at, due.takes_time) == (None, False)
    assert due.title.startswith("Review due ")
    assert meeting.status is AppointmentStatus.CANCELLED


def test_that_an_entry_keeps_its_name_when_it_moves_is_held_or_is_cancelled() -> None:
    moved = replace(BOOKED, day=dt.date(2026, 12, 9), starts_at=None)
    entries = [
        BOOKED,
        moved,
        *(replace(BOOKED, standing=s) for s in (Standing.HELD, Standing.CANCELLED)),
    ]
    uids = {
        appointments_of([entry], TR, KEY, with_names=named)[0].uid
        for entry in entries
        for named in (True, False)
    }
    assert len(uids) == 1


def test_that_no_two_entries_have_one_name() -> None:
    other = replace(DUE, kind=ReviewKind.LOOKED_AFTER)
    later = replace(DUE, day=dt.date(2027, 3, 1), number=1)
    sitting = replace(BOOKED, day=dt.date(2026, 12, 8), number=1)
    found = appointments_of([DUE, other, later, BOOKED, sitting], TR, KEY)
    assert len({appointment.uid for appointment in found}) == 5


def test_that_no_reference_can_be_guessed_back_to_a_councils_number() -> None:
    child = replace(CHILD, id=derived_id("child", "", "471108"))
    from_return = replace(REVIEW, origin=Origin.RETURN, id=derived_id("review", child.id))
    for entry in (
        replace(DUE, child=child),
        replace(BOOKED, child=child, review=from_return),
    ):
        (appointment,) = appointments_of([entry], TR, KEY)
        (elsewhere,) = appointments_of([entry], TR, References("01" * 32))
        assert (appointment.title, appointment.uid) != (elsewhere.title, elsewhere.uid)
        for told in (appointment.title, appointment.uid):
            assert child.id[:8].upper() not in told.upper()
            assert from_return.id[:8].upper() not in told.upper()


def test_that_a_store_has_references_of_its_own_for_good(store: SqlStore) -> None:
    first, again = references(store.unit_of_work), references(store.unit_of_work)
    assert first.of(CHILD, None) == again.of(CHILD, None)
    assert first.of(CHILD, None) != KEY.of(CHILD, None)


@pytest.mark.parametrize("with_names", [False, True])
def test_that_a_whole_diary_tells_only_what_was_chosen(desk: Desk, *, with_names: bool) -> None:
    factory = desk.store.unit_of_work
    entries = diary.entries(factory, NOW.date(), FIRST, LAST)
    content = calendar_file(factory, entries, TR, NOW, with_names=with_names)
    text = content.decode().replace("\r\n ", "")
    assert text.count("BEGIN:VEVENT") == len(entries) > 50
    uids = [line for line in text.split("\r\n") if line.startswith("UID:")]
    assert len(set(uids)) == len(entries)
    names = {name for entry in entries for name in every_name(entry.child)}
    found = {name for name in names if f" {name} " in text.replace("\r\n", " ")}
    assert bool(found) is with_names
    if not with_names:
        assert "LOCATION" not in text
        summaries = {line for line in text.split("\r\n") if line.startswith("SUMMARY:")}
        assert all(len(line.split()) == 3 for line in summaries)


def test_that_a_file_made_again_is_the_same_file(desk: Desk) -> None:
    factory = desk.store.unit_of_work
    entries = diary.entries(factory, NOW.date(), FIRST, LAST)
    assert calendar_file(factory, entries, TR, NOW) == calendar_file(factory, entries, TR, NOW)
