"""What goes to the hub: bundles, answers, refusals, and what is queued again."""

import dataclasses

import pytest
from hub_samples import (
    MOMENT,
    THEIRS,
    answer_fields,
    of_another,
    put_child_and_review,
    revision,
    send_all,
    stamped,
    the_bundle,
    type_answer,
)
from store_samples import ANSWER, CHILD, ONE_OF_EACH, REVIEW

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.services.faults import NoSuchThing
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.store import SqlStore
from iro_desktop.store.outgoing import REVISIONS_IN_A_BUNDLE


def entities(uow: UnitOfWork) -> list[str]:
    return [each.entity for bundle in uow.ledger.waiting(100) for each in bundle.revisions]


def test_that_a_bundle_holds_all_that_waits_oldest_first_and_waits_itself(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        assert uow.ledger.waiting(10) == []
        assert uow.ledger.freeze() == 1
        assert uow.ledger.freeze() == 0
        bundle = the_bundle(uow)
        assert [each.entity for each in bundle.revisions] == [thing.id for thing in ONE_OF_EACH]
        assert bundle.child == CHILD.id
        assert uow.history.unsent() == uow.ledger.unsent_of(CHILD.id) == len(ONE_OF_EACH)


def test_that_what_is_typed_after_freezing_is_a_revision_of_its_own(
    filled: SqlStore, clock: FixedClock
) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        before = the_bundle(uow)
    clock.advance(1)
    type_answer(filled, "Better")
    with filled.unit_of_work() as uow:
        assert uow.ledger.freeze() == 1
        first, second = uow.ledger.waiting(10)
        assert first == before
        assert [each.fields["value"] for each in second.revisions] == ["Better"]


def test_that_a_bundle_is_of_one_child_one_author_and_one_device(store: SqlStore) -> None:
    put_child_and_review(store)
    other = dataclasses.replace(CHILD, id=ChildId("child-2"), number="2")
    with store.unit_of_work() as uow:
        uow.children.put(other)
        uow.history.take_in([revision("theirs"), of_another("x", "elsewhere", device="third")])
        assert uow.ledger.freeze() == 4
        made = [
            {(each.child, each.author, each.device) for each in bundle.revisions}
            for bundle in uow.ledger.waiting(10)
        ]
    assert all(len(of_one) == 1 for of_one in made)
    assert [about.pop()[0] for about in made] == [CHILD.id, other.id, CHILD.id, CHILD.id]


def test_that_a_bundle_is_no_larger_than_the_wire_allows(store: SqlStore) -> None:
    put_child_and_review(store)
    many = [dataclasses.replace(ANSWER, id=EntityId(f"a{n}")) for n in range(2 * 100)]
    large = [
        dataclasses.replace(ANSWER, id=EntityId(f"large-{n}"), value="ü" * 600_000)
        for n in range(3)
    ]
    with store.unit_of_work() as uow:
        uow.answers.put_all(many)
        uow.answers.put_all(large)
        uow.ledger.freeze()
        sizes = [len(bundle.revisions) for bundle in uow.ledger.waiting(10)]
    assert sizes == [REVISIONS_IN_A_BUNDLE, REVISIONS_IN_A_BUNDLE, 3, 1, 1]
    # 198 answers fill two bundles with the child and the review; two answers and a large one a
    # third; two that are larger than half a bundle go alone.


def test_that_only_so_many_bundles_as_were_asked_for_are_read(store: SqlStore) -> None:
    put_child_and_review(store)
    with store.unit_of_work() as uow:
        uow.history.take_in([of_another(f"a{n}", f"r{n}", device=f"device-{n}") for n in range(4)])
        uow.ledger.freeze()
        assert len(uow.ledger.waiting(2)) == 2
        assert uow.ledger.waiting(2) == uow.ledger.waiting(9)[:2]


def test_that_what_the_hub_holds_leaves_the_outbox_and_is_acknowledged(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        bundle = the_bundle(uow)
        uow.ledger.accepted(bundle.id)
        names = {each.id for each in bundle.revisions}
        assert uow.ledger.waiting(10) == []
        assert uow.history.unsent() == 0
        assert uow.ledger.acknowledged(CHILD.id) == names
        assert uow.ledger.stamps(names) == {}
        uow.ledger.stamp(bundle.id, 7, "person-1", "Made-up Officer", MOMENT)
        assert [uow.ledger.stamps(names)[each.id].seq for each in bundle.revisions] == list(
            range(7, 7 + len(names))
        )
        uow.ledger.accepted(bundle.id)
        assert len(uow.ledger.stamps(names)) == len(names)


def test_that_a_refused_bundle_waits_for_a_person(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        name = the_bundle(uow).id
        uow.ledger.sent([name])
        assert set(uow.ledger.states_of_children().values()) == {RecordState.SENT}
        uow.ledger.refused(name, "not_yours")
        assert uow.ledger.waiting(10) == []
        (refused,) = uow.ledger.refusals()
        assert (refused.id, refused.child, refused.why) == (name, CHILD.id, "not_yours")
        assert refused.revisions == len(ONE_OF_EACH) == uow.ledger.unsent_of(CHILD.id)
        assert set(uow.ledger.states_of_children().values()) == {RecordState.REFUSED}
        uow.ledger.try_again(name)
        assert uow.ledger.refusals() == []
        assert the_bundle(uow).id == name
        assert set(uow.ledger.states_of_children().values()) == {RecordState.SAVED_HERE}


def test_that_what_a_person_lets_go_stays_in_the_history_here(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        name = the_bundle(uow).id
        uow.ledger.refused(name, "kind_not_yours")
        uow.ledger.let_go(name)
        assert uow.ledger.refusals() == uow.ledger.waiting(10) == []
        assert uow.history.unsent() == 0
        assert uow.ledger.acknowledged(CHILD.id) == frozenset()
        assert len(uow.history.of_entity(ANSWER.id)) == 1
        assert uow.ledger.states_of_children() == {CHILD.id: RecordState.SAVED_HERE}


@pytest.mark.parametrize("ask", ["try_again", "let_go"])
def test_that_a_bundle_that_is_not_there_is_neither_tried_again_nor_let_go(
    store: SqlStore, ask: str
) -> None:
    with pytest.raises(NoSuchThing), store.unit_of_work() as uow:
        getattr(uow.ledger, ask)("none")


def test_that_an_answer_for_what_was_forgotten_meanwhile_changes_nothing(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        name = the_bundle(uow).id
        uow.history.forget_review(REVIEW.id)
        left = uow.ledger.unsent_of(CHILD.id)
        for answer in (uow.ledger.accepted, lambda name: uow.ledger.refused(name, "x")):
            answer(name)
        uow.ledger.stamp(name, 1, "person-1", "Made-up Officer", MOMENT)
        assert uow.ledger.acknowledged(CHILD.id) == frozenset()
        assert uow.ledger.unsent_of(CHILD.id) == left > 0
        assert uow.ledger.freeze() == 1
        assert len(the_bundle(uow).revisions) == left


def test_that_what_the_hub_lost_is_queued_again_in_a_new_bundle(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        send_all(uow)
        (lost,) = uow.history.of_entity(ANSWER.id)
        assert uow.ledger.queue_again(CHILD.id, [lost.id, "none"]) == 1
        assert uow.ledger.queue_again(CHILD.id, [lost.id]) == 0
        assert uow.ledger.queue_again(ChildId("child-2"), [lost.id]) == 0
        assert lost.id not in uow.ledger.acknowledged(CHILD.id)
        assert uow.ledger.stamps([lost.id]) == {}
        assert uow.ledger.states([ANSWER.id]) == {ANSWER.id: RecordState.SAVED_HERE}
        assert uow.ledger.freeze() == 1
        assert the_bundle(uow).revisions == (lost,)
        send_all(uow, first=90)
        assert uow.ledger.stamps([lost.id])[lost.id].seq == 90


def test_that_a_things_state_is_that_of_its_least_safe_words(
    filled: SqlStore, clock: FixedClock
) -> None:
    other = dataclasses.replace(REVIEW, id=ReviewId("review-2"))
    with filled.unit_of_work() as uow:
        send_all(uow)
        uow.reviews.put(other)
        send_all(uow, first=100)
        assert set(uow.ledger.states_of_reviews(CHILD.id).values()) == {RecordState.ACCEPTED}
    clock.advance(3600)
    type_answer(filled, "Better")
    with filled.unit_of_work() as uow:
        asked = [ANSWER.id, REVIEW.id, "none"]
        assert uow.ledger.states(asked) == {
            ANSWER.id: RecordState.SAVED_HERE,
            REVIEW.id: RecordState.ACCEPTED,
        }
        assert uow.ledger.states_of_reviews(CHILD.id) == {
            REVIEW.id: RecordState.SAVED_HERE,
            other.id: RecordState.ACCEPTED,
        }
        uow.ledger.note_conflicts([REVIEW.id])
        assert uow.ledger.states_of_reviews(CHILD.id)[REVIEW.id] is RecordState.CONFLICT
        assert uow.ledger.states_of_children() == {CHILD.id: RecordState.CONFLICT}
        uow.ledger.settled(REVIEW.id)
        assert uow.ledger.states_of_children() == {CHILD.id: RecordState.SAVED_HERE}


def test_that_once_enrolled_revisions_bear_the_name_that_the_hub_knows(store: SqlStore) -> None:
    put_child_and_review(store)
    store._writer = dataclasses.replace(store._writer, author="")
    with store.unit_of_work() as uow:
        uow.settings.set("iro_name", "Wren")
        uow.settings.set("hub_author", "Made-up Wren")
        uow.answers.put(ANSWER)
        assert uow.history.of_entity(ANSWER.id)[0].author == "Made-up Wren"


def test_that_a_merge_is_queued_and_one_that_is_held_is_passed_over(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        send_all(uow)
        (own,) = uow.history.of_entity(ANSWER.id)
        uow.ledger.take_in(stamped([revision("theirs")], 90))
        merged = revision("merged", own.id, "theirs", author="", device="")
        uow.ledger.add_merge(merged, is_automatic=True)
        uow.ledger.add_merge(merged, is_automatic=True)
        with pytest.raises(ValueError, match="kept already"):
            uow.ledger.add_merge(merged, is_automatic=False)
        assert uow.ledger.freeze() == 1
        assert the_bundle(uow).revisions == (merged,)
        assert uow.answers.find(ANSWER.id) == dataclasses.replace(ANSWER, value="merged")
        assert uow.ledger.forked() == []


def test_that_what_was_written_without_the_newest_revision_is_kept_beside_it(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        (read,) = uow.history.of_entity(ANSWER.id)
        uow.ledger.take_in(stamped([revision("theirs", read.id)], 90))
        mine = dataclasses.replace(
            read, id="mine", parents=(read.id,), fields=answer_fields(value="mine")
        )
        uow.ledger.add_merge(mine, is_automatic=False)
        assert uow.answers.find(ANSWER.id) == dataclasses.replace(ANSWER, value="mine")
        assert uow.ledger.forked([ANSWER.id]) == [ANSWER.id]
        assert mine.device != THEIRS
