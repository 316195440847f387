"""A child's or a review's copy goes whole, and never while something of it waits."""

import hashlib
from dataclasses import replace

import pytest
from hub_samples import (
    MOMENT,
    of_another,
    put_child_and_review,
    send_all,
    sent_work,
    stamped,
    the_bundle,
    type_answer,
)
from store_samples import ANSWER, CHILD, ONE_OF_EACH, REVIEW, records_for
from test_ledger_incoming import SEALED

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId
from iro_desktop.services.faults import NoSuchThing, StillUnsent, UnreadableFile
from iro_desktop.services.ledger_port import Cursor, Stamp
from iro_desktop.store import SqlStore, ledger
from iro_desktop.wire.revisions import Sealed
from written_samples import VERSION

CONTENT = b"a drawing"
NAME = hashlib.sha256(CONTENT).hexdigest()
OTHER = replace(CHILD, id=ChildId("child-2"), number="2")


def test_that_a_child_is_wiped_with_all_that_was_kept_and_others_stay(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.children.put(OTHER)
        uow.document_versions.put(replace(VERSION, signed_at=MOMENT))
        send_all(uow)
        uow.ledger.advance(CHILD.id, Cursor(9, "abc"))
        uow.ledger.advance(OTHER.id, Cursor(1, "def"))
        uow.ledger.keep_sealed([(SEALED, Stamp(91, "p", "P", MOMENT))])
        uow.ledger.keep_seals(CHILD.id, {ANSWER.id: Sealed("box", {})})
        uow.ledger.keep_file(CHILD.id, NAME, CONTENT)
        uow.ledger.note_conflicts([ANSWER.id])
        uow.ledger.forget_child(CHILD.id)
        for thing in ONE_OF_EACH:
            assert records_for(thing, uow).find(thing.id) is None
            assert uow.history.of_entity(thing.id) == []
        assert uow.children.all() == [OTHER]
        assert uow.ledger.cursors() == {OTHER.id: Cursor(1, "def")}
        assert uow.ledger.conflicts() == uow.ledger.kept_sealed() == []
        assert uow.ledger.seals_of(CHILD.id) == {}
        assert uow.ledger.file(CHILD.id, NAME) is None
        assert uow.ledger.acknowledged(CHILD.id) == frozenset()
        assert len(uow.ledger.acknowledged(OTHER.id)) == 1
    filled.verify()


def test_that_a_child_with_something_unsent_is_not_wiped(
    filled: SqlStore, clock: FixedClock
) -> None:
    with filled.unit_of_work() as uow:
        send_all(uow)
    clock.advance(3600)
    type_answer(filled, "unsent")
    with pytest.raises(StillUnsent) as refused, filled.unit_of_work() as uow:
        uow.ledger.forget_child(CHILD.id)
    assert refused.value.data == {"count": "1"}
    with filled.unit_of_work() as uow:
        assert uow.answers.find(ANSWER.id) is not None


def test_that_a_child_that_was_wiped_is_taken_in_anew(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        sent = list(the_bundle(uow).revisions)
        send_all(uow)
        uow.ledger.forget_child(CHILD.id)
        uow.ledger.take_in(stamped(sent))
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.history.unsent() == 0


def test_that_a_purged_review_is_not_taken_in_again_until_it_is_brought_back(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        sent = list(the_bundle(uow).revisions)
        send_all(uow)
        uow.ledger.advance(CHILD.id, Cursor(9, "abc"))
        uow.ledger.purge_review(REVIEW.id)
        later = [*sent, of_another("a9", "later")]
        uow.ledger.take_in(stamped(later))
        uow.ledger.keep_sealed([(SEALED, Stamp(91, "p", "P", MOMENT))])
        assert uow.reviews.find(REVIEW.id) is None
        assert uow.ledger.kept_sealed() == []
        assert uow.ledger.purged_reviews(CHILD.id) == {REVIEW.id}
        assert uow.ledger.cursor(CHILD.id) == Cursor(9, "abc")
        uow.ledger.bring_back(REVIEW.id)
        uow.ledger.bring_back(ReviewId("none"))
        assert uow.ledger.cursors() == {CHILD.id: Cursor()}
        uow.ledger.take_in(stamped(later))
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.answers.find("a9") is not None


def test_that_a_review_with_something_unsent_is_not_purged(filled: SqlStore) -> None:
    with pytest.raises(StillUnsent), filled.unit_of_work() as uow:
        uow.ledger.purge_review(REVIEW.id)
    with pytest.raises(NoSuchThing), filled.unit_of_work() as uow:
        uow.ledger.purge_review(ReviewId("none"))


def test_that_a_laptop_of_a_hub_forgets_nothing_unsent_unless_it_is_told_to(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        uow.settings.set("hub_id", "hub-1")
    with pytest.raises(StillUnsent), filled.unit_of_work() as uow:
        uow.history.forget_review(REVIEW.id)
    with filled.unit_of_work() as uow:
        uow.history.forget_review(REVIEW.id, is_unsent_too=True)
        assert uow.reviews.find(REVIEW.id) is None
        assert uow.ledger.purged_reviews(CHILD.id) == frozenset()


def test_that_a_review_brought_in_again_from_its_file_is_no_longer_purged(
    filled: SqlStore,
) -> None:
    with sent_work(filled) as uow:
        uow.settings.set("hub_id", "hub-1")
        revisions = uow.history.of_review(REVIEW.id)
        uow.history.forget_review(REVIEW.id)
        assert uow.ledger.purged_reviews(CHILD.id) == {REVIEW.id}
        uow.history.take_in(revisions)
        assert uow.ledger.purged_reviews(CHILD.id) == frozenset()
        assert uow.ledger.unsent_of(CHILD.id) == len(revisions)


def test_that_forgetting_a_review_leaves_the_rest_of_its_bundle_to_be_sent(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        uow.history.forget_review(REVIEW.id)
        assert uow.ledger.waiting(10) == []
        assert uow.ledger.freeze() == 1
        assert {each.review for each in the_bundle(uow).revisions} == {None}


def test_that_a_file_is_kept_by_what_is_in_it_until_it_is_dropped(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        uow.ledger.keep_file(CHILD.id, NAME, CONTENT)
        uow.ledger.keep_file(CHILD.id, NAME, CONTENT)
        assert uow.ledger.file(CHILD.id, NAME) == CONTENT
        assert uow.ledger.file(OTHER.id, NAME) is None
        with pytest.raises(UnreadableFile):
            uow.ledger.keep_file(CHILD.id, NAME, b"another")
        uow.ledger.drop_file(CHILD.id, NAME)
        uow.ledger.drop_file(CHILD.id, NAME)
        assert uow.ledger.file(CHILD.id, NAME) is None


def test_that_no_more_is_kept_beside_a_child_than_there_is_room_for(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "FILES_BYTES_OF_A_CHILD", 10)
    with store.unit_of_work() as uow:
        uow.ledger.keep_file(CHILD.id, NAME, CONTENT)
        other = hashlib.sha256(b"xx").hexdigest()
        with pytest.raises(UnreadableFile):
            uow.ledger.keep_file(CHILD.id, other, b"xx")
        uow.ledger.keep_file(OTHER.id, other, b"xx")


def test_that_a_things_own_review_decides_what_goes(store: SqlStore) -> None:
    put_child_and_review(store)
    second = replace(REVIEW, id=ReviewId("review-2"))
    with store.unit_of_work() as uow:
        uow.reviews.put(second)
        uow.answers.put(replace(ANSWER, id=EntityId("kept"), review_id=second.id))
        uow.answers.put(ANSWER)
        send_all(uow)
        uow.ledger.note_conflicts([ANSWER.id, "kept"])
        uow.ledger.purge_review(REVIEW.id)
        assert uow.ledger.conflicts() == ["kept"]
        assert [answer.id for answer in uow.answers.all()] == ["kept"]
