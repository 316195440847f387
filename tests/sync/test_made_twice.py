"""What two laptops make for one reason, neither knowing of the other, is one thing."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from fixed_clock import FixedClock
from fresh_stores import copy_of
from iro_desktop.domain.child import Child, ImportantPerson
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId, EntityId, booked_review_id
from iro_desktop.domain.review import Review, ReviewKind, ReviewStatus
from iro_desktop.services import (
    happenings,
    meetings,
    preferred_words,
    preparing,
    reading_wishes,
    recording,
    sdq,
)
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.store import SqlStore

CHILD = Child(
    id=ChildId("made-up-child"),
    number="MADEUP471108",
    date_of_birth=dt.date(2014, 2, 28),
    known_as="Zorbelina",
    social_worker="Perpetua Inkwell",
)
AUNT = ImportantPerson(
    id=EntityId("aunt"), child_id=CHILD.id, name="Aunt Quillfeather", relationship="Aunt"
)
DAY = dt.date(2026, 12, 10)
Act = Callable[[UnitOfWorkFactory], object]


@pytest.fixture
def laptops(tmp_path: Path, fresh_store: Path, clock: FixedClock) -> Iterator[list[SqlStore]]:
    """Two laptops that hold the same child."""
    stores = [copy_of(fresh_store, tmp_path / name, clock) for name in "xy"]
    for store in stores:
        with store.unit_of_work() as uow:
            uow.children.put(CHILD)
            uow.people.put(AUNT)
    yield stores
    for store in stores:
        store.close()


def booked(
    factory: UnitOfWorkFactory, day: dt.date = DAY, kind: ReviewKind | None = None
) -> Review:
    return preparing.book(factory, CHILD.id, day, "School", dt.date(2026, 11, 22), kind)


def begun(factory: UnitOfWorkFactory, kind: ReviewKind = ReviewKind.LOOKED_AFTER) -> Review:
    form = programs_forms().current_for(kind.value)
    return preparing.begin(factory, CHILD.id, form, dt.date(2026, 11, 22), kind=kind)


def asked(factory: UnitOfWorkFactory) -> None:
    recording.ask_scaling_question(
        factory, begun(factory), text="How is home?", meaning_of_0="Bad", meaning_of_10="Good"
    )


def together(factory: UnitOfWorkFactory) -> None:
    first, second = booked(factory), booked(factory, kind=ReviewKind.CHILD_PROTECTION)
    meetings.put_together(factory, first.id, second.id)


ACTS: dict[str, Act] = {
    "a review is booked": booked,
    "a review is begun": begun,
    "a panel is begun": lambda factory: begun(factory, ReviewKind.SECURE),
    "two reviews are put together": together,
    "a question is asked": asked,
    "a score is kept": lambda factory: sdq.record(factory, CHILD.id, DAY, 14),
    "something is told": lambda factory: happenings.record(
        factory, CHILD.id, Happening.PEP_HELD, DAY
    ),
    "a wish is kept": lambda factory: reading_wishes.keep(
        factory, CHILD.id, " Aunt ", language="cy"
    ),
    "a word is kept": lambda factory: preferred_words.prefer(factory, CHILD.id, "mother", "Mum"),
}


HOMES = (
    "reviews", "participants", "panel_members", "scaling_questions", "sdq_scores", "happenings",
    "reader_wishes", "preferred_words", "support_offers",
)  # fmt: skip


def stored(store: SqlStore) -> list[object]:
    """All that a laptop holds of the child."""
    with store.unit_of_work() as uow:
        return [thing for home in HOMES for thing in getattr(uow, home).of_child(CHILD.id)]


@pytest.mark.parametrize("act", ACTS)
def test_that_what_two_laptops_make_alike_is_one_thing(laptops: list[SqlStore], act: str) -> None:
    here, there = laptops
    for store in laptops:
        ACTS[act](store.unit_of_work)
    assert stored(here)
    assert stored(here) == stored(there)


def test_that_the_days_and_kinds_of_meetings_tell_them_apart() -> None:
    names = {
        booked_review_id(ChildId(child), kind, DAY + dt.timedelta(days=later), form)
        for child in ("one", "two")
        for kind in ("looked_after", "council")
        for later in (0, 1)
        for form in ("", "f")
    }
    assert len(names) == 16
    assert booked_review_id(CHILD.id, "a", DAY) != booked_review_id(CHILD.id, "a", DAY, number=2)


def test_that_a_meeting_on_the_day_of_one_that_was_cancelled_is_another(store: SqlStore) -> None:
    factory = store.unit_of_work
    with factory() as uow:
        uow.children.put(CHILD)
    first = booked(factory)
    with factory() as uow:
        uow.reviews.put(replace(first, status=ReviewStatus.CANCELLED, cancelled_because="Ill"))
    second = booked(factory)
    assert second.id != first.id
    with factory() as uow:
        uow.reviews.withdraw(second)
    assert booked(factory).id not in {first.id, second.id}


def test_that_a_meeting_moved_to_another_day_keeps_its_name_and_frees_no_other(
    store: SqlStore,
) -> None:
    factory = store.unit_of_work
    with factory() as uow:
        uow.children.put(CHILD)
    first = booked(factory)
    assert booked(factory, DAY + dt.timedelta(days=7)).id == first.id
    with factory() as uow:
        uow.reviews.put(replace(first, status=ReviewStatus.OPEN, held_on=DAY))
    assert booked(factory).id != first.id


def test_that_a_second_score_of_a_day_stands_beside_the_first(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
    for total in (14, 15, 14):
        sdq.record(store.unit_of_work, CHILD.id, DAY, total)
    with store.unit_of_work() as uow:
        assert [score.total for score in uow.sdq_scores.of_child(CHILD.id)] == [14, 15]


def test_that_what_was_told_taken_back_and_told_again_is_there(store: SqlStore) -> None:
    factory = store.unit_of_work
    with factory() as uow:
        uow.children.put(CHILD)
    happenings.record(factory, CHILD.id, Happening.PEP_HELD, DAY, "At school")
    (first,) = happenings.of_child(factory, CHILD.id)
    happenings.withdraw(factory, first)
    happenings.record(factory, CHILD.id, Happening.PEP_HELD, DAY, "At home")
    happenings.record(factory, CHILD.id, Happening.PEP_HELD, DAY, "By telephone")
    found = happenings.of_child(factory, CHILD.id)
    assert [one.note for one in found] == ["At home", "By telephone"]
    assert found[0].id == first.id
