"""An agenda to start from, its order, and a clock that is given the time."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from iro_desktop.domain.chairing import AgendaItem
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.form_engine.definition import Kind, Placing, Question, Records, Section, Stage
from iro_desktop.services import agenda
from iro_desktop.services.agenda import MeetingClock

CHILD = Child(id=ChildId("rowan"), number="7", known_as="Rowan", date_of_birth=dt.date(2014, 1, 1))
REVIEW = Review(id=ReviewId("review"), child_id=CHILD.id, lasts_minutes=60)
TEN = dt.datetime(2026, 11, 23, 10, tzinfo=dt.UTC)
MINUTE = dt.timedelta(minutes=1)
_ASKED = (Question("q", Kind.TEXT, "How is it?", minutes=Placing("home")),)


def _section(name: str, *, records: tuple[Records, ...] = (), private: bool = False) -> Section:
    return Section(name, name, Stage.CHAIR, records=records, private=private, questions=_ASKED)


def _items(count: int) -> tuple[AgendaItem, ...]:
    return tuple(
        replace(agenda.new_item(REVIEW, place), id=EntityId(str(place))) for place in range(count)
    )


def test_that_the_childs_own_comes_first_and_what_is_private_or_runs_the_meeting_not_at_all() -> (
    None
):
    sections = [
        _section("welcome", records=(Records.ATTENDANCE, Records.AGENDA)),
        _section("home"),
        _section("secret", private=True),
        replace(_section("before"), stage=Stage.PREPARE),
        Section("letter", "Words for the letter", Stage.CHAIR),
        _section("school"),
    ]
    own, *rest = agenda.proposed(REVIEW, CHILD, sections, "What Rowan wants")
    assert agenda.is_childs_own(own, CHILD)
    assert [item.section for item in rest] == ["home", "school"]
    assert agenda.minutes_planned((own, *rest)) <= REVIEW.lasts_minutes


def test_that_what_the_child_adds_stands_beneath_the_childs_own() -> None:
    items = [
        replace(item, brought_by="Rowan " if n < 2 else "Aunt") for n, item in enumerate(_items(4))
    ]
    assert agenda.place_for_childs_own(items, CHILD) == 2


@given(st.integers(1, 8), st.data())
def test_that_moving_an_item_loses_none_and_puts_it_where_it_was_asked_for(
    count: int, data: st.DataObject
) -> None:
    items = _items(count)
    name = data.draw(st.sampled_from([item.id for item in items]))
    place = data.draw(st.integers(-1, count))
    changed = {item.id: item for item in agenda.moved(items, name, place)}
    order = sorted((changed.get(item.id, item) for item in items), key=lambda one: one.position)
    assert [item.position for item in order] == list(range(count))
    assert [item.id for item in order].index(name) == max(0, min(place, count - 1))
    rest = [item.id for item in order if item.id != name]
    assert rest == [item.id for item in items if item.id != name]


def test_that_time_passes_for_the_item_that_is_talked_about_and_for_no_other() -> None:
    first, second = (replace(item, minutes=10) for item in _items(2))
    clock = MeetingClock().turned_to(first.id, TEN)
    clock = clock.turned_to(second.id, TEN + 4 * MINUTE)
    clock = clock.turned_to(first.id, TEN + 9 * MINUTE)
    now = TEN + 11 * MINUTE
    left, other = clock.left_for(first, now), clock.left_for(second, now)
    assert left is not None
    assert other is not None
    assert (left.minutes, other.minutes) == (4, 5)
    assert left.share == 0.6


def test_that_time_left_is_said_in_whole_minutes_and_from_ten_on_in_fives() -> None:
    item = replace(_items(1)[0], minutes=30)
    clock = MeetingClock().turned_to(item.id, TEN)

    def said(seconds: int) -> int:
        left = clock.left_for(item, TEN + dt.timedelta(seconds=seconds))
        assert left is not None
        return left.minutes

    assert [said(n) for n in (0, 7 * 60, 24 * 60 + 40, 30 * 60, 43 * 60)] == [30, 25, 5, 0, -15]


def test_that_a_clock_set_back_takes_no_time_away_and_no_time_is_left_where_none_was_meant() -> (
    None
):
    item = replace(_items(1)[0], minutes=5)
    clock = MeetingClock().turned_to(item.id, TEN)
    left = clock.left_for(item, TEN - 60 * MINUTE)
    assert left is not None
    assert left.minutes == 5
    assert clock.left_for(replace(item, minutes=0), TEN) is None
