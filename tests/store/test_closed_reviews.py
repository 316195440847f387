import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from store_samples import (
    ADDENDUM,
    ANSWER,
    CHILD,
    DECISION,
    DOCUMENT,
    PANEL_MEMBER,
    PARTICIPANT,
    REVIEW,
    SCALE_ANSWER,
    SITTING,
    VIEW,
    put_one_of_each,
    records_for,
)

from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.domain.review import Origin, ReviewStatus, close
from iro_desktop.domain.sittings import cancel
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.services.faults import FixedReview
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.store import SqlStore
from iro_desktop.store.kinds import Thing
from written_samples import OF_DOCUMENTS, PICTURE

CLOSED = close(REVIEW, dt.date(2026, 12, 1), "Made-up Officer")

CHANGES: list[Thing] = [
    dataclasses.replace(PARTICIPANT, name="Another"),
    dataclasses.replace(ANSWER, value="Another"),
    dataclasses.replace(VIEW, words="Another"),
    dataclasses.replace(DECISION, what="Another"),
    dataclasses.replace(DECISION, what="Another", kept=Kept.KEPT),
    dataclasses.replace(SCALE_ANSWER, person="Another"),
    dataclasses.replace(CLOSED, closed_by="Another"),
    dataclasses.replace(SITTING, note="Another"),
    dataclasses.replace(PANEL_MEMBER, name="Another"),
    dataclasses.replace(CLOSED, status=ReviewStatus.OPEN),
    dataclasses.replace(CLOSED, origin=Origin.RETURN),
    dataclasses.replace(ANSWER, id=EntityId("new")),
    dataclasses.replace(SITTING, id=EntityId("new")),
    dataclasses.replace(PANEL_MEMBER, id=EntityId("new")),
    dataclasses.replace(DECISION, id=EntityId("new"), kept=Kept.KEPT),
    dataclasses.replace(PICTURE, id=EntityId("new")),
    dataclasses.replace(PICTURE, description="Another"),
    dataclasses.replace(PICTURE, image="Another", sharing=Sharing.EVERYONE),
]


@pytest.fixture
def closed(filled: SqlStore) -> SqlStore:
    with filled.unit_of_work() as uow:
        uow.reviews.put(CLOSED)
    return filled


@pytest.mark.parametrize("thing", CHANGES, ids=lambda thing: type(thing).__name__)
def test_that_a_closed_review_is_not_changed(closed: SqlStore, thing: Thing) -> None:
    with pytest.raises(FixedReview), closed.unit_of_work() as uow:
        records_for(thing, uow).put(thing)


@pytest.mark.parametrize(
    "thing",
    [*CHANGES[:7:2], SITTING, PANEL_MEMBER, PICTURE],
    ids=lambda thing: type(thing).__name__,
)
def test_that_nothing_is_taken_out_of_a_closed_review(closed: SqlStore, thing: Thing) -> None:
    with pytest.raises(FixedReview), closed.unit_of_work() as uow:
        records_for(thing, uow).withdraw(thing)


def test_that_nothing_is_moved_out_of_a_closed_review(closed: SqlStore) -> None:
    other = dataclasses.replace(REVIEW, id=ReviewId("review-2"))
    with closed.unit_of_work() as uow:
        uow.reviews.put(other)
        with pytest.raises(FixedReview):
            uow.answers.put(dataclasses.replace(ANSWER, review_id=other.id))


def test_that_one_change_refused_keeps_back_all_put_with_it(closed: SqlStore) -> None:
    other = dataclasses.replace(REVIEW, id=ReviewId("review-2"))
    elsewhere = dataclasses.replace(ANSWER, id=EntityId("e"), review_id=other.id)
    with closed.unit_of_work() as uow:
        uow.reviews.put(other)
    with closed.unit_of_work() as uow:
        with pytest.raises(FixedReview):
            uow.answers.put_all([elsewhere, dataclasses.replace(ANSWER, value="Another")])
        assert uow.answers.find(elsewhere.id) is None


PASSING: list[Callable[[UnitOfWork], bool]] = [
    lambda uow: uow.reviews.put(CLOSED) is False,
    lambda uow: uow.answers.put(ANSWER) is False,
    lambda uow: uow.addenda.put(dataclasses.replace(ADDENDUM, id=EntityId("new"))),
    lambda uow: uow.written_documents.put(
        dataclasses.replace(DOCUMENT, sent_on=dt.date(2026, 12, 2))
    ),
    lambda uow: uow.decisions.put(
        dataclasses.replace(
            DECISION,
            kept=Kept.PARTLY_KEPT,
            kept_note="Two Fridays of four",
            kept_looked_at_in=ReviewId("next"),
        )
    ),
    lambda uow: uow.children.put(dataclasses.replace(CHILD, known_as="Made-up Wren")),
    lambda uow: uow.kept_pictures.put(dataclasses.replace(PICTURE, sharing=Sharing.NOBODY)),
]


@pytest.mark.parametrize("write", PASSING)
def test_that_a_closed_review_takes_what_comes_after_it(
    closed: SqlStore, write: Callable[[UnitOfWork], bool]
) -> None:
    with closed.unit_of_work() as uow:
        assert write(uow)


@pytest.mark.parametrize(
    "thing",
    [one for one in OF_DOCUMENTS if one != PICTURE],
    ids=lambda thing: type(thing).__name__,
)
def test_that_what_is_written_for_people_may_come_after_closing(
    closed: SqlStore, thing: Thing
) -> None:
    later = dataclasses.replace(thing, id=EntityId("new"))  # type: ignore[type-var]  # a dataclass
    with closed.unit_of_work() as uow:
        assert records_for(later, uow).put(later)
        records_for(later, uow).withdraw(later)


def test_that_a_review_may_be_filled_in_the_unit_that_closes_it(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
        uow.reviews.put(CLOSED)
        uow.decisions.put(DECISION)
        uow.reviews.put(dataclasses.replace(CLOSED, closed_by="Another"))
    with pytest.raises(FixedReview), store.unit_of_work() as uow:
        uow.decisions.put(dataclasses.replace(DECISION, what="Another"))


def test_that_a_cancelled_review_is_as_fixed_as_a_closed_one(store: SqlStore) -> None:
    cancelled = cancel(REVIEW, "Moved away")
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        uow.reviews.put(cancelled)
    late = dataclasses.replace(SITTING, id=EntityId("new"))
    for thing in (REVIEW, dataclasses.replace(ANSWER, value="Another"), late):
        with pytest.raises(FixedReview), store.unit_of_work() as uow:
            records_for(thing, uow).put(thing)


def test_that_a_council_may_correct_a_review_that_only_its_return_tells_of(
    store: SqlStore,
) -> None:
    told = dataclasses.replace(CLOSED, origin=Origin.RETURN)
    corrected = dataclasses.replace(told, participation=ParticipationCode.PN1)
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
        uow.reviews.put(told)
    with store.unit_of_work() as uow:
        assert uow.reviews.put_all([corrected]) == 1
    with pytest.raises(FixedReview), store.unit_of_work() as uow:
        uow.reviews.put(dataclasses.replace(corrected, origin=Origin.LAPTOP))
