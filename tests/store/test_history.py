import dataclasses
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_samples import (
    ANSWER,
    CHILD,
    DECISION,
    ONE_OF_EACH,
    PERSON,
    QUESTION,
    REVIEW,
    put_one_of_each,
    records_for,
)

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import EntityId, ReviewId
from iro_desktop.domain.review import ReviewStatus, close
from iro_desktop.services.faults import NewerStore, NoSuchThing, UnreadableFile
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.store import SqlStore, create_store
from iro_desktop.store.standing import newest_of

KEY = bytes(range(32))
OFFICER = "Made-up Officer"


@pytest.fixture
def elsewhere(tmp_path: Path, clock: FixedClock) -> Iterator[SqlStore]:
    """Another laptop."""
    store = create_store(tmp_path / "elsewhere", KEY, clock=clock, author="Made-up Colleague")
    yield store
    store.close()


def all_history(uow: UnitOfWork) -> list[Revision]:
    return [each for thing in ONE_OF_EACH for each in uow.history.of_entity(thing.id)]


def made(name: str, *parents: str, second: int = 0) -> Revision:
    return Revision(
        id=name,
        child=CHILD.id,
        review=REVIEW.id,
        entity=ANSWER.id,
        kind="answer",
        parents=parents,
        author=OFFICER,
        device="d",
        made_at=dt.datetime(2026, 11, 22, 10, 0, second, tzinfo=dt.UTC),
        fields={
            "id": ANSWER.id,
            "child_id": CHILD.id,
            "review_id": REVIEW.id,
            "question": "home",
            "value": name,
        },
    )


def test_that_a_reviews_history_is_its_own_and_of_what_hangs_on_it_oldest_first(
    store: SqlStore,
) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        kinds = [each.kind for each in uow.history.of_review(REVIEW.id)]
    assert kinds == [
        "review", "participant", "answer", "view", "decision", "scale_answer", "addendum",
        "written_document", "sitting", "panel_member", "document_text", "withheld_passage",
        "kept_picture", "document_version", "sending", "read_together", "childs_reply",
        "managers_confirmation", "translated_text",
        "map_item", "worry_statement", "matrix_cell", "milestone", "room", "story_frame",
        "story_agreement", "network_person", "safety_rule", "plan_test", "asked_question",
        "tool_use", "agenda_item", "meeting_part", "agreement", "support_offer",
        "permanence_finding", "consultation_answer", "closing_seal",
    ]  # fmt: skip


def test_that_history_taken_in_elsewhere_makes_the_same_things(
    store: SqlStore, elsewhere: SqlStore
) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        uow.people.withdraw(PERSON)
        revisions = all_history(uow)
    with elsewhere.unit_of_work() as uow:
        assert uow.history.take_in(reversed(revisions)) == len(revisions)
        for thing in ONE_OF_EACH:
            found = records_for(thing, uow).find(thing.id)
            assert found == (None if thing is PERSON else thing)
        assert sorted(all_history(uow), key=lambda each: each.id) == sorted(
            revisions, key=lambda each: each.id
        )


def test_that_history_taken_in_twice_changes_nothing(store: SqlStore, elsewhere: SqlStore) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        revisions = all_history(uow)
    with elsewhere.unit_of_work() as uow:
        uow.history.take_in(revisions)
        assert uow.history.take_in([*revisions, *revisions]) == 0
        assert uow.history.unsent() == len(revisions)


def test_that_a_change_made_elsewhere_stands_here_and_is_gone_on_from(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        (first,) = uow.history.of_entity(ANSWER.id)
        assert uow.history.take_in([made("there", first.id)]) == 1
        answer = uow.answers.find(ANSWER.id)
        assert answer is not None
        assert answer.value == "there"
        uow.answers.put(dataclasses.replace(answer, value="here again"))
        assert uow.history.of_entity(ANSWER.id)[-1].parents == ("there",)


def test_that_an_older_change_that_comes_late_does_not_stand(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        uow.history.take_in([made("two", "one", second=1)])
        uow.history.take_in([made("one", second=50)])
        answer = uow.answers.find(ANSWER.id)
        assert answer is not None
        assert answer.value == "two"


@given(st.permutations([made("a"), made("b", "a"), made("c", "a", second=5), made("d", "b")]))
def test_that_the_newest_is_a_leaf_and_the_same_in_every_order(revisions: list[Revision]) -> None:
    assert newest_of(revisions).id == "c"


def test_that_a_closed_review_is_taken_in_whole(store: SqlStore, elsewhere: SqlStore) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        uow.reviews.put(close(REVIEW, dt.date(2026, 12, 1), OFFICER))
        revisions = all_history(uow)
    with elsewhere.unit_of_work() as uow:
        uow.history.take_in(revisions)
        review = uow.reviews.find(REVIEW.id)
        assert review is not None
        assert review.status is ReviewStatus.CLOSED
        assert uow.answers.find(ANSWER.id) == ANSWER


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ({"kind": "telepathy"}, NewerStore),
        ({"fields": {"id": ANSWER.id}}, UnreadableFile),
        ({"fields": {**made("x").fields, "id": "another"}}, UnreadableFile),
        ({"fields": {**made("x").fields, "question": "\ud800"}}, UnreadableFile),
        ({"child": "another"}, UnreadableFile),
        ({"review": None}, UnreadableFile),
    ],
)
def test_that_history_that_makes_no_sense_is_refused_whole(
    store: SqlStore, wrong: dict[str, object], fault: type[Exception]
) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        before = uow.history.unsent()
    strange = dataclasses.replace(made("strange"), **wrong)  # type: ignore[arg-type]
    with pytest.raises(fault), store.unit_of_work() as uow:
        uow.history.take_in([made("sound"), strange])
    with store.unit_of_work() as uow:
        assert uow.history.unsent() == before
        assert uow.answers.find(ANSWER.id) == ANSWER


def test_that_a_forgotten_review_leaves_nothing_but_the_child(
    store: SqlStore, reopen: Callable[[], SqlStore]
) -> None:
    other = dataclasses.replace(REVIEW, id=ReviewId("review-2"))
    kept = dataclasses.replace(DECISION, id=EntityId("decision-2"), review_id=other.id)
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        uow.reviews.put(other)
        uow.decisions.put(dataclasses.replace(kept, kept_looked_at_in=REVIEW.id))
        uow.decisions.withdraw(DECISION)
        uow.reviews.put(close(REVIEW, dt.date(2026, 12, 1), OFFICER))
        uow.history.forget_review(REVIEW.id)
    with reopen().unit_of_work() as uow:
        assert uow.history.of_review(REVIEW.id) == []
        for thing in ONE_OF_EACH:
            hung_on_it = hasattr(thing, "review_id") or thing is REVIEW
            assert (records_for(thing, uow).find(thing.id) is None) == hung_on_it
            assert bool(uow.history.of_entity(thing.id)) != hung_on_it
        assert [review.id for review in uow.reviews.all()] == [other.id]
        assert [decision.id for decision in uow.decisions.all()] == [kept.id]


def test_that_a_forgotten_review_comes_back_from_its_history(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        put_one_of_each(uow)
        uow.reviews.put(close(REVIEW, dt.date(2026, 12, 1), OFFICER))
    with store.unit_of_work() as uow:
        revisions = uow.history.of_review(REVIEW.id)
        uow.history.forget_review(REVIEW.id)
    with store.unit_of_work() as uow:
        uow.history.take_in(revisions)
        assert uow.history.of_review(REVIEW.id) == revisions
        assert uow.decisions.find(DECISION.id) == DECISION
        assert uow.scaling_questions.find(QUESTION.id) == QUESTION


def test_that_a_review_that_is_not_there_cannot_be_forgotten(store: SqlStore) -> None:
    with pytest.raises(NoSuchThing) as refused, store.unit_of_work() as uow:
        uow.history.forget_review(REVIEW.id)
    assert refused.value.data == {"kind": "review", "name": REVIEW.id}
