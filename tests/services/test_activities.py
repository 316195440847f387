import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up_meeting import CHILD, put_child

from fixed_clock import FixedClock
from iro_desktop.domain.activities import Activity, ActivityKind, Seen, count
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.services import activities
from iro_desktop.services.changed import Topic
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.store import SqlStore

DAY = dt.date(2026, 11, 20)


@pytest.fixture
def desk(store: SqlStore, clock: FixedClock) -> SqlStore:
    with store.unit_of_work() as uow:
        put_child(uow)
        uow.settings.set("iro_name", "Made-up Officer")
    return store


def visit(store: SqlStore, **said: object) -> Activity:
    made = activities.new_activity(store.unit_of_work, CHILD.id, ActivityKind.VISIT, DAY)
    return replace(made, **said)  # type: ignore[arg-type]  # any field


def days_seen(store: SqlStore) -> list[dt.date]:
    with store.unit_of_work() as uow:
        return [
            one.on
            for one in uow.happenings.of_child(CHILD.id)
            if one.happening is Happening.IRO_SAW_CHILD
        ]


def test_that_what_was_done_is_kept_under_the_iros_name(desk: SqlStore) -> None:
    done = visit(desk, summary="We walked the dog.")
    assert Topic.ACTIVITIES in activities.keep(desk.unit_of_work, done).topics
    assert not activities.keep(desk.unit_of_work, done)
    (kept,) = activities.of_child(desk.unit_of_work, CHILD.id)
    assert (kept.recorded_by, kept.summary) == ("Made-up Officer", "We walked the dog.")


def test_that_the_clock_learns_that_the_child_was_seen_and_forgets_it_again(
    desk: SqlStore,
) -> None:
    done = visit(desk)
    activities.keep(desk.unit_of_work, done)
    assert days_seen(desk) == []
    seen = replace(done, seen=Seen.ALONE, on=DAY + dt.timedelta(1))
    assert Topic.CASELOAD in activities.keep(desk.unit_of_work, seen).topics
    assert days_seen(desk) == [seen.on]
    activities.keep(desk.unit_of_work, replace(seen, seen=Seen.NOT_SEEN))
    assert days_seen(desk) == []
    activities.keep(desk.unit_of_work, seen)
    activities.remove(desk.unit_of_work, seen)
    assert days_seen(desk) == []
    assert activities.of_child(desk.unit_of_work, CHILD.id) == ()


def test_that_what_is_to_be_come_back_to_waits_until_it_is_settled(desk: SqlStore) -> None:
    later = visit(desk, remind_on=DAY + dt.timedelta(9), remind_of="Ring Nan")
    sooner = visit(desk, remind_on=DAY + dt.timedelta(2))
    for one in (later, sooner, visit(desk)):
        activities.keep(desk.unit_of_work, one)

    def waiting(days: int) -> list[Activity]:
        found = activities.to_come_back_to(desk.unit_of_work, DAY + dt.timedelta(days))
        return [one for _, one in found]

    assert waiting(1) == []
    assert waiting(9) == [sooner, later]
    activities.settle(desk.unit_of_work, sooner)
    assert waiting(9) == [later]


def test_that_nothing_is_kept_about_a_child_nobody_knows(desk: SqlStore) -> None:
    with pytest.raises(NoSuchThing):
        activities.keep(desk.unit_of_work, visit(desk, child_id=ChildId("nobody")))


def test_that_only_what_lies_between_the_days_is_counted(desk: SqlStore) -> None:
    for days, minutes in ((0, 30), (1, 15), (2, 5)):
        activities.keep(
            desk.unit_of_work, visit(desk, on=DAY + dt.timedelta(days), minutes=minutes)
        )
    found = activities.counts(desk.unit_of_work, DAY, DAY + dt.timedelta(1))
    assert (found.total, found.children, found.minutes) == (2, 1, 45)


@given(
    st.lists(
        st.builds(
            Activity,
            id=st.uuids().map(lambda name: EntityId(str(name))),
            child_id=st.sampled_from([ChildId("a"), ChildId("b")]),
            kind=st.sampled_from(ActivityKind),
            on=st.just(DAY),
            seen=st.sampled_from(Seen),
            minutes=st.integers(0, 600),
        )
    )
)
def test_that_every_activity_is_counted_once(done: list[Activity]) -> None:
    found = count(done)
    assert found.total == len(done) == sum(found.seen.values())
    assert found.of_kind == {kind: Counter(one.kind for one in done)[kind] for kind in ActivityKind}
    assert found.children == len({one.child_id for one in done})
