import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest
from sqlalchemy.exc import IntegrityError
from store_samples import (
    ADDENDUM,
    ANSWER,
    CHILD,
    DECISION,
    EPISODE,
    OF_A_REVIEW,
    ONE_OF_EACH,
    REVIEW,
    VIEW,
    records_for,
)

from iro_desktop.domain.identifiers import ChildId, EntityId, EpisodeId, ReviewId
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.store import SqlStore
from iro_desktop.store.kinds import Thing


@pytest.mark.parametrize("thing", ONE_OF_EACH, ids=lambda thing: type(thing).__name__)
def test_that_a_thing_is_found_again_after_the_program_ended(
    filled: SqlStore, reopen: Callable[[], SqlStore], thing: Thing
) -> None:
    with reopen().unit_of_work() as uow:
        records = records_for(thing, uow)
        assert records.find(thing.id) == thing
        assert list(records.all()) == [thing]
        assert list(records.of_child(CHILD.id)) == [thing]
        assert list(records.of_child(ChildId("another"))) == []


@pytest.mark.parametrize("thing", OF_A_REVIEW, ids=lambda thing: type(thing).__name__)
def test_that_what_hangs_on_a_review_is_found_by_it(filled: SqlStore, thing: Thing) -> None:
    with filled.unit_of_work() as uow:
        assert list(records_for(thing, uow).of_review(REVIEW.id)) == [thing]
        assert list(records_for(thing, uow).of_review(ReviewId("another"))) == []


def test_that_an_unknown_id_is_none(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        assert uow.children.find("nobody") is None


def test_that_putting_the_same_again_changes_nothing(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        before = uow.history.unsent()
        for thing in ONE_OF_EACH:
            assert records_for(thing, uow).put(thing) is False
        assert uow.history.unsent() == before


def test_that_many_put_at_once_count_only_what_changed(filled: SqlStore) -> None:
    others = [dataclasses.replace(CHILD, id=ChildId(f"c{n}"), number=str(n)) for n in range(1200)]
    with filled.unit_of_work() as uow:
        assert uow.children.put_all([CHILD, *others]) == 1200
        assert uow.children.put_all([CHILD, *others]) == 0
        others[7] = dataclasses.replace(others[7], known_as="Made-up Wren")
        assert uow.children.put_all([CHILD, *others]) == 1
        assert [child.id for child in uow.children.all()] == [
            CHILD.id,
            *(other.id for other in others),
        ]


def test_that_of_one_id_put_twice_at_once_the_last_stands(store: SqlStore) -> None:
    renamed = dataclasses.replace(CHILD, known_as="Made-up Wren")
    with store.unit_of_work() as uow:
        assert uow.children.put_all([CHILD, renamed]) == 1
        assert uow.children.find(CHILD.id) == renamed
        assert len(uow.history.of_entity(CHILD.id)) == 1


def test_that_nothing_put_is_nothing_changed(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        assert uow.children.put_all([]) == 0


def test_that_a_thing_taken_away_is_out_of_sight_and_comes_back_when_put(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.decisions.withdraw(DECISION)
        uow.decisions.withdraw(DECISION)
        assert uow.decisions.find(DECISION.id) is None
        assert list(uow.decisions.all()) == list(uow.decisions.of_review(REVIEW.id)) == []
        assert [each.withdrawn for each in uow.history.of_entity(DECISION.id)] == [False, True]
        assert uow.decisions.put(DECISION) is True
        assert uow.decisions.find(DECISION.id) == DECISION


def test_that_what_was_never_kept_cannot_be_taken_away(store: SqlStore) -> None:
    with store.unit_of_work() as uow, pytest.raises(NoSuchThing) as refused:
        uow.decisions.withdraw(DECISION)
    assert refused.value.data == {"kind": "decision", "name": DECISION.id}


def test_that_nothing_is_kept_of_a_child_who_is_not_there(store: SqlStore) -> None:
    with pytest.raises(IntegrityError), store.unit_of_work() as uow:
        uow.reviews.put(REVIEW)


def test_that_decisions_stand_by_position_then_as_they_came(filled: SqlStore) -> None:
    def numbered(name: str, position: int) -> None:
        uow.decisions.put(dataclasses.replace(DECISION, id=EntityId(name), position=position))

    with filled.unit_of_work() as uow:
        for name, position in (("d", 2), ("z", 1), ("b", 1), ("a", 1)):
            numbered(name, position)
        numbered("z", 1)
        order = [decision.id for decision in uow.decisions.of_review(REVIEW.id)]
        assert order == [DECISION.id, "z", "b", "a", "d"]


def test_that_a_changed_thing_keeps_its_place(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.answers.put(dataclasses.replace(ANSWER, id=EntityId("answer-2"), question="school"))
        uow.answers.put(dataclasses.replace(ANSWER, value="Much better"))
        assert [answer.id for answer in uow.answers.of_review(REVIEW.id)] == [
            ANSWER.id,
            "answer-2",
        ]


def test_that_episodes_stand_by_the_day_they_started(filled: SqlStore) -> None:
    days = [dt.date(2024, 1, 2), dt.date(2020, 3, 4)]
    with filled.unit_of_work() as uow:
        for day in days:
            uow.episodes.put(
                dataclasses.replace(EPISODE, id=EpisodeId(day.isoformat()), started=day)
            )
        found = [episode.started for episode in uow.episodes.of_child(CHILD.id)]
        assert found == [days[1], EPISODE.started, days[0]]


def test_that_reviews_stand_by_the_day_held_or_else_planned_and_those_without_a_day_last(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        for name, planned, held in (
            ("none", None, None),
            ("held", dt.date(2027, 1, 1), dt.date(2026, 1, 1)),
            ("late", dt.date(2027, 2, 1), None),
        ):
            uow.reviews.put(
                dataclasses.replace(REVIEW, id=ReviewId(name), planned_for=planned, held_on=held)
            )
        order = [review.id for review in uow.reviews.of_child(CHILD.id)]
        assert order == ["held", REVIEW.id, "late", "none"]


def test_that_views_and_addenda_stand_by_day(filled: SqlStore) -> None:
    earlier, later = dt.date(2026, 11, 1), dt.date(2026, 12, 9)
    with filled.unit_of_work() as uow:
        for name, day in (("later", later), ("earlier", earlier)):
            uow.views.put(dataclasses.replace(VIEW, id=EntityId(f"v-{name}"), heard_on=day))
            uow.addenda.put(dataclasses.replace(ADDENDUM, id=EntityId(f"a-{name}"), added_on=day))
        views = [view.id for view in uow.views.of_review(REVIEW.id)]
        addenda = [addendum.id for addendum in uow.addenda.of_review(REVIEW.id)]
        assert views == ["v-earlier", "v-later", VIEW.id]
        assert addenda == ["a-earlier", ADDENDUM.id, "a-later"]


def test_that_a_character_that_no_hub_takes_is_left_out_of_what_is_put(store: SqlStore) -> None:
    typed = dataclasses.replace(ANSWER, value=("fi\0ne", "a\\u0000b"), question="ho\0me")
    with store.unit_of_work() as uow:
        uow.children.put(CHILD)
        uow.reviews.put(REVIEW)
        assert uow.answers.put(typed)
        kept = dataclasses.replace(ANSWER, value=("fine", "a\\u0000b"))
        assert uow.answers.find(ANSWER.id) == kept
        assert not uow.answers.put(typed)
        (revision,) = uow.history.of_entity(ANSWER.id)
        assert revision.fields["value"] == ["fine", "a\\u0000b"]
