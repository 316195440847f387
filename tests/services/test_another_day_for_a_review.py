"""Another day for a review, as the store knows the child, the IRO's diary and the schools."""

import datetime as dt
from dataclasses import replace

import pytest

from fixed_clock import FixedClock
from iro_desktop.domain.care import Episode
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EpisodeId, ReviewId
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.timescales.what_if import Birthday
from iro_desktop.services import school_terms
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.school_terms import Term
from iro_desktop.services.what_if import Clash, ClashKind, Situation, read, what_if
from iro_desktop.store import SqlStore

ASH, OTHER, SIBLING, ELSEWHERE = map(ChildId, ("ash", "other", "sibling", "elsewhere"))
STARTED = dt.date(2026, 11, 2)  # the first review is due on Monday 30 November
THURSDAY = dt.date(2026, 11, 26)
AUTUMN = Term("Autumn term", dt.date(2026, 9, 1), dt.date(2026, 12, 18))
SPRING = Term("Spring term", dt.date(2027, 1, 4), dt.date(2027, 3, 25))
CHILDREN = (
    Child(id=ASH, number="1", date_of_birth=dt.date(2012, 12, 1), sibling_group="alders"),
    Child(id=OTHER, number="2", date_of_birth=dt.date(2013, 1, 1)),
    Child(id=SIBLING, number="3", date_of_birth=dt.date(2014, 1, 1), sibling_group="alders"),
    Child(id=ELSEWHERE, number="4", date_of_birth=dt.date(2014, 1, 1), iro_name="Another IRO"),
)


def episode(child: ChildId) -> Episode:
    return Episode(
        id=EpisodeId(child), child_id=child, started=STARTED, legal_status="C2", placement="U6"
    )


def booking(child: ChildId, day: dt.date, starts_at: str = "", minutes: int = 60) -> Review:
    return Review(
        id=ReviewId(f"{child}-{day}"),
        child_id=child,
        planned_for=day,
        starts_at=dt.time.fromisoformat(starts_at) if starts_at else None,
        lasts_minutes=minutes,
    )


@pytest.fixture(autouse=True)
def caseload(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.children.put_all(CHILDREN)
        uow.episodes.put_all(map(episode, (ASH, OTHER, SIBLING, ELSEWHERE)))
    for term in (AUTUMN, SPRING):
        school_terms.put(store.unit_of_work, term)


def book(store: SqlStore, *reviews: Review) -> None:
    with store.unit_of_work() as uow:
        uow.reviews.put_all(reviews)


def situation(store: SqlStore, clock: FixedClock, child: ChildId = ASH) -> Situation:
    return read(store.unit_of_work, child, clock.today())


def kinds(found: Situation, day: dt.date = THURSDAY) -> list[ClashKind]:
    return [clash.kind for clash in what_if(found, day).clashes]


def test_that_it_begins_with_the_day_booked(store: SqlStore, clock: FixedClock) -> None:
    book(store, booking(ASH, THURSDAY))
    assert situation(store, clock).day_to_begin_with == THURSDAY


def test_that_it_begins_a_week_inside_the_limit_where_nothing_is_booked(
    store: SqlStore, clock: FixedClock
) -> None:
    assert situation(store, clock).day_to_begin_with == dt.date(2026, 11, 23)


def test_that_a_booked_day_that_has_gone_is_not_begun_with(
    store: SqlStore, clock: FixedClock
) -> None:
    book(store, booking(ASH, dt.date(2026, 11, 16)))
    assert situation(store, clock).day_to_begin_with == dt.date(2026, 11, 23)


def test_that_the_deadlines_are_those_of_the_childs_own_clock(
    store: SqlStore, clock: FixedClock
) -> None:
    found = what_if(situation(store, clock), THURSDAY).outlook
    assert [due.rule.id for due in found.deadlines] == [
        "cla_first_review",
        "cla_second_review",
        "cla_subsequent_review",
    ]
    assert found.deadlines[0].on == dt.date(2026, 11, 30)
    assert found.deadlines[1].counted_from == THURSDAY


@pytest.mark.parametrize(
    ("mine", "other", "kind"),
    [
        ("10:00", "10:30", ClashKind.MEETING_AT_THE_TIME),
        ("10:00", "11:00", ClashKind.MEETING_WITHIN_THE_HOUR),
        ("10:00", "11:59", ClashKind.MEETING_WITHIN_THE_HOUR),
        ("10:00", "12:00", ClashKind.MEETING_SAME_DAY),
        ("13:00", "11:01", ClashKind.MEETING_WITHIN_THE_HOUR),
        ("13:00", "11:00", ClashKind.MEETING_SAME_DAY),
        ("", "11:00", ClashKind.MEETING_SAME_DAY),
        ("10:00", "", ClashKind.MEETING_SAME_DAY),
    ],
)
def test_that_another_meeting_clashes_by_how_near_it_is(
    store: SqlStore, clock: FixedClock, mine: str, other: str, kind: ClashKind
) -> None:
    book(store, booking(ASH, dt.date(2026, 11, 25), mine), booking(OTHER, THURSDAY, other))
    assert kinds(situation(store, clock)) == [kind, ClashKind.IN_TERM]


def test_that_the_childs_own_booking_is_no_clash(store: SqlStore, clock: FixedClock) -> None:
    book(store, booking(ASH, THURSDAY, "10:00"))
    assert kinds(situation(store, clock)) == [ClashKind.IN_TERM]


def test_that_the_childs_own_meeting_of_another_kind_is_another_meeting(
    store: SqlStore, clock: FixedClock
) -> None:
    midway = replace(booking(ASH, THURSDAY), kind=ReviewKind.MIDWAY)
    book(store, midway, booking(ASH, dt.date(2026, 11, 30)))
    found = situation(store, clock)
    assert found.day_to_begin_with == dt.date(2026, 11, 30)
    assert kinds(found) == [ClashKind.MEETING_SAME_DAY, ClashKind.IN_TERM]


def test_that_a_meeting_of_another_iro_is_no_clash(store: SqlStore, clock: FixedClock) -> None:
    book(store, booking(ELSEWHERE, THURSDAY, "10:00"))
    assert kinds(situation(store, clock)) == [ClashKind.IN_TERM]


def test_that_a_siblings_review_that_day_is_a_chance_and_no_clash(
    store: SqlStore, clock: FixedClock
) -> None:
    book(store, booking(ASH, THURSDAY, "10:00"), booking(SIBLING, THURSDAY, "10:30"))
    assert kinds(situation(store, clock)) == [ClashKind.WITH_SIBLING, ClashKind.IN_TERM]


def test_that_a_bank_holiday_is_named_and_a_weekend_is_not(
    store: SqlStore, clock: FixedClock
) -> None:
    found = situation(store, clock)
    christmas = what_if(found, dt.date(2026, 12, 25)).clashes
    saturday = what_if(found, dt.date(2026, 11, 28)).clashes
    assert christmas[0] == Clash(ClashKind.CLOSED_DAY, holiday="Christmas Day")
    assert saturday == (Clash(ClashKind.CLOSED_DAY),)


def test_that_between_two_terms_school_is_out(store: SqlStore, clock: FixedClock) -> None:
    assert kinds(situation(store, clock), dt.date(2026, 12, 22)) == [ClashKind.OUTSIDE_TERM]


def test_that_beyond_the_last_term_that_is_known_nothing_is_said_of_school(
    store: SqlStore, clock: FixedClock
) -> None:
    assert kinds(situation(store, clock), dt.date(2027, 5, 5)) == []


def test_that_nothing_is_said_of_school_for_a_child_below_school_age(
    store: SqlStore, clock: FixedClock
) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(replace(CHILDREN[0], date_of_birth=dt.date(2024, 1, 1)))
    assert kinds(situation(store, clock)) == []


def test_that_a_busy_time_clashes_only_while_the_review_would_last(
    store: SqlStore, clock: FixedClock
) -> None:
    book(store, booking(ASH, THURSDAY, "10:00"))
    found = situation(store, clock)
    at_ten, at_noon = (dt.datetime.combine(THURSDAY, dt.time(hour)) for hour in (10, 12))
    hour = dt.timedelta(hours=1)
    assert ClashKind.BUSY in kinds(replace(found, busy=((at_ten, at_ten + hour),)))
    assert ClashKind.BUSY not in kinds(replace(found, busy=((at_noon, at_noon + hour),)))


def test_that_birthdays_count_until_the_last_of_the_deadlines(
    store: SqlStore, clock: FixedClock
) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(replace(CHILDREN[0], date_of_birth=dt.date(2011, 8, 26)))
    found = what_if(situation(store, clock), THURSDAY)
    assert found.outlook.deadlines[-1].on == dt.date(2027, 8, 26)
    assert found.birthdays == (Birthday(16, dt.date(2027, 8, 26)),)


def test_that_the_clock_stops_at_eighteen_and_no_deadline_follows(
    store: SqlStore, clock: FixedClock
) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(replace(CHILDREN[0], date_of_birth=dt.date(2009, 1, 15)))
    found = what_if(situation(store, clock), THURSDAY)
    assert len(found.outlook.deadlines) == 2
    assert found.outlook.deadlines[1].stops_on == dt.date(2027, 1, 15)
    assert found.birthdays == (Birthday(18, dt.date(2027, 1, 15)),)


@pytest.mark.parametrize("day", [dt.date(2026, 11, 21), dt.date(2030, 12, 1)])
def test_that_a_day_gone_or_after_childhood_is_refused(
    store: SqlStore, clock: FixedClock, day: dt.date
) -> None:
    with pytest.raises(ValueError):
        what_if(situation(store, clock), day)


def test_that_a_child_who_is_not_there_is_said_to_be_so(store: SqlStore, clock: FixedClock) -> None:
    with pytest.raises(NoSuchThing):
        read(store.unit_of_work, ChildId("nobody"), clock.today())
