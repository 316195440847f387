"""What comes from the hub: taken in whole, never queued, and never stopped by one odd revision."""

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from hub_samples import (
    MOMENT,
    answer_fields,
    of_another,
    put_child_and_review,
    revision,
    send_all,
    stamped,
    type_answer,
    value_of,
)
from store_samples import ANSWER, CHILD, QUESTION, REVIEW, SCALE_ANSWER, put_one_of_each

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ChildId, EntityId
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Cursor, RecordState, Stamp
from iro_desktop.store import SqlStore, create_store
from iro_desktop.wire.revisions import Sealed, WireRevision

SEALED = WireRevision(
    id="sealed",
    child=CHILD.id,
    review=REVIEW.id,
    entity="view-9",
    kind="view",
    parents=(),
    author="Made-up Colleague",
    device="another",
    made_at=MOMENT,
    fields={},
    sealed=Sealed(box="Ym94", keys={"another": "a2V5"}),
)


def history_of_another_laptop(folder: Path, clock: FixedClock) -> list[Revision]:
    other = create_store(folder, bytes(range(32)), clock=clock, author="Made-up Colleague")
    with other.unit_of_work() as uow:
        put_one_of_each(uow)
        uow.ledger.freeze()
        made = [each for bundle in uow.ledger.waiting(10) for each in bundle.revisions]
    other.close()
    return made


def test_that_a_colleagues_record_is_taken_in_stamped_and_not_queued(
    store: SqlStore, tmp_path: Path, clock: FixedClock
) -> None:
    made = history_of_another_laptop(tmp_path / "other", clock)
    with store.unit_of_work() as uow:
        touched = uow.ledger.take_in(stamped(made))
        assert touched == [each.entity for each in made]
        assert uow.history.unsent() == 0
        assert uow.ledger.acknowledged(CHILD.id) == {each.id for each in made}
        assert uow.ledger.stamps([made[4].id]) == {
            made[4].id: Stamp(5, "person-2", "Made-up Colleague", MOMENT)
        }
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.ledger.states_of_children() == {CHILD.id: RecordState.ACCEPTED}
        assert uow.ledger.take_in(stamped(made)) == []


def test_that_things_get_their_rows_whatever_the_order_in_which_revisions_come(
    store: SqlStore, tmp_path: Path, clock: FixedClock
) -> None:
    made = history_of_another_laptop(tmp_path / "other", clock)
    with store.unit_of_work() as uow:
        for number, each in enumerate(reversed(made)):
            uow.ledger.take_in(stamped([each], len(made) - number))
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.scale_answers.find(SCALE_ANSWER.id) == SCALE_ANSWER
        assert uow.scaling_questions.find(QUESTION.id) == QUESTION
        assert uow.reviews.find(REVIEW.id) == REVIEW
    store.verify()


def test_that_own_words_that_come_back_are_stamped_and_leave_the_outbox(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.freeze()
        mine = [each for bundle in uow.ledger.waiting(9) for each in bundle.revisions]
        assert uow.ledger.take_in(stamped(mine)) == []
        assert uow.history.unsent() == 0
        assert len(uow.ledger.stamps(each.id for each in mine)) == len(mine)


def test_that_a_hub_that_counts_anew_is_taken_at_its_word(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        send_all(uow)
        (mine,) = uow.history.of_entity(ANSWER.id)
        uow.ledger.take_in(stamped([mine], 500))
        assert uow.ledger.stamps([mine.id])[mine.id].seq == 500
        assert uow.history.unsent() == 0


@pytest.mark.parametrize(
    "odd",
    [
        {"kind": "telepathy"},
        {"fields": {"id": "odd"}},
        {"fields": answer_fields(id="another")},
        {"child": "another"},
        {"review": None},
        {"made_at": dt.datetime(1, 1, 1, tzinfo=dt.timezone(dt.timedelta(hours=14)))},
        {"made_at": dt.datetime(2026, 1, 1)},  # noqa: DTZ001  # what a forger may send
        {"entity": CHILD.id, "fields": answer_fields(id=CHILD.id)},
    ],
    ids=["kind", "fields", "thing", "child", "review", "long ago", "no zone", "another's name"],
)
def test_that_one_odd_revision_is_kept_as_it_came_and_the_others_are_taken_in(
    store: SqlStore, odd: dict[str, object]
) -> None:
    put_child_and_review(store)
    strange = revision("odd", **odd)
    with store.unit_of_work() as uow:
        given = stamped([of_another("a1", "one"), strange, of_another("a2", "two")])
        assert uow.ledger.take_in(given) == ["a1", "a2"]
        assert (value_of(uow, "a1"), value_of(uow, "a2")) == ("one", "two")
        ((kept, stamp),) = uow.ledger.kept_sealed()
        assert (kept.id, kept.kind, kept.fields) == (strange.id, strange.kind, strange.fields)
        assert kept.sealed is None
        assert stamp.seq == 2
        assert uow.ledger.take_in(given) == []
        assert uow.children.find(CHILD.id) == CHILD
    store.verify()


def test_that_a_number_that_no_column_has_room_for_is_odd(store: SqlStore) -> None:
    put_child_and_review(store)
    item = {"id": "i", "child_id": CHILD.id, "review_id": REVIEW.id, "what": "x", "minutes": 2**70}
    with store.unit_of_work() as uow:
        uow.ledger.take_in(stamped([revision("big", kind="agenda_item", entity="i", fields=item)]))
        assert len(uow.ledger.kept_sealed()) == 1


def test_that_what_cannot_be_opened_is_kept_until_it_can(store: SqlStore) -> None:
    put_child_and_review(store)
    stamp = Stamp(9, "person-2", "Made-up Colleague", MOMENT, carried=True)
    view = {"id": "view-9", "child_id": CHILD.id, "review_id": REVIEW.id, "words": "Not for Mum"}
    with store.unit_of_work() as uow:
        uow.ledger.keep_sealed([(SEALED, stamp), (SEALED, stamp)])
        assert uow.ledger.kept_sealed() == [(SEALED, stamp)]
        opened = revision("sealed", kind="view", entity="view-9", fields=view)
        assert uow.ledger.take_in([(opened, stamp)]) == ["view-9"]
        assert uow.ledger.kept_sealed() == []
        uow.ledger.opened(["sealed"])
        found = uow.views.find("view-9")
        assert found is not None
        assert found.words == "Not for Mum"


def test_that_how_far_a_child_was_taken_in_is_remembered(store: SqlStore) -> None:
    with store.unit_of_work() as uow:
        assert uow.ledger.cursor(CHILD.id) == Cursor()
        uow.ledger.advance(CHILD.id, Cursor(4, "abc"))
        uow.ledger.advance(CHILD.id, Cursor(7, "def"))
        assert uow.ledger.cursor(CHILD.id) == Cursor(7, "def")
        assert uow.ledger.cursors() == {CHILD.id: Cursor(7, "def")}


def test_that_what_a_colleague_wrote_meanwhile_stands_beside_ones_own_words(
    filled: SqlStore, clock: FixedClock
) -> None:
    with filled.unit_of_work() as uow:
        (base,) = uow.history.of_entity(ANSWER.id)
        send_all(uow)
    clock.advance(3600)
    type_answer(filled, "mine")
    with filled.unit_of_work() as uow:
        later = MOMENT + dt.timedelta(days=3)
        uow.ledger.take_in(stamped([revision("theirs", base.id, made_at=later)], 90))
        assert value_of(uow) == "mine"
        assert uow.ledger.forked() == uow.ledger.forked([ANSWER.id, "none"]) == [ANSWER.id]
        assert uow.ledger.forked([REVIEW.id]) == []
        assert uow.ledger.states([ANSWER.id]) == {ANSWER.id: RecordState.SAVED_HERE}
        (mine,) = [each for each in uow.history.of_entity(ANSWER.id) if each.parents == (base.id,)
                   and each.id != "theirs"]  # fmt: skip
        uow.ledger.take_in(stamped([revision("merged", "theirs", mine.id)], 91))
        assert value_of(uow) == "merged"
        assert uow.ledger.forked() == []


def test_that_of_two_colleagues_versions_the_same_stands_on_every_laptop(store: SqlStore) -> None:
    put_child_and_review(store)
    later = MOMENT + dt.timedelta(seconds=1)
    with store.unit_of_work() as uow:
        pair = [revision("b", made_at=later), revision("a", device="third")]
        uow.ledger.take_in(stamped(pair))
        assert value_of(uow) == "b"


def test_that_revisions_that_name_each_other_do_no_harm(store: SqlStore) -> None:
    put_child_and_review(store)
    with store.unit_of_work() as uow:
        uow.ledger.take_in(stamped([revision("a", "b"), revision("b", "a"), revision("c", "c")]))
        assert value_of(uow) in {"a", "b", "c"}


def test_that_things_a_person_must_look_at_are_listed_until_they_are_settled(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        uow.ledger.note_conflicts([ANSWER.id, REVIEW.id, ANSWER.id, "none"])
        uow.ledger.note_conflicts([ANSWER.id])
        assert uow.ledger.conflicts() == [ANSWER.id, REVIEW.id]
        assert uow.ledger.states([ANSWER.id]) == {ANSWER.id: RecordState.CONFLICT}
        uow.ledger.settled(ANSWER.id)
        assert uow.ledger.conflicts() == [REVIEW.id]


def test_that_the_whole_store_is_looked_through_for_forks(store: SqlStore) -> None:
    put_child_and_review(store)
    with store.unit_of_work() as uow:
        made = [of_another(f"a{n}", f"{n}-{half}") for n in range(3) for half in "xy"]
        uow.ledger.take_in(stamped(made))
        uow.ledger.take_in(stamped([of_another("a1", "merged", "1-x", "1-y")], 90))
        assert uow.ledger.forked() == ["a0", "a2"]
        assert uow.ledger.forked([]) == []


def test_that_sealed_forms_are_kept_once_and_for_all(store: SqlStore) -> None:
    first, second = Sealed("one", {"d": "k"}), Sealed("two", {})
    with store.unit_of_work() as uow:
        uow.ledger.keep_seals(CHILD.id, {"r1": first})
        uow.ledger.keep_seals(CHILD.id, {"r1": second, "r2": second})
        uow.ledger.keep_seals(ChildId("child-2"), {"r3": second})
        assert uow.ledger.seals(["r1", "none"]) == {"r1": first}
        assert uow.ledger.seals_of(CHILD.id) == {"r1": first, "r2": second}
        uow.ledger.note_granted("tablet", ["r1", "r3", "r1"])
        assert uow.ledger.granted(CHILD.id, "tablet") == {"r1"}
        assert uow.ledger.granted(CHILD.id, "other") == frozenset()


def test_that_own_words_typed_after_a_merge_go_on_from_it(
    filled: SqlStore, clock: FixedClock
) -> None:
    with filled.unit_of_work() as uow:
        send_all(uow)
        (base,) = uow.history.of_entity(ANSWER.id)
        uow.ledger.take_in(stamped([revision("theirs", base.id)], 90))
    clock.advance(100)
    type_answer(filled, "after")
    with filled.unit_of_work() as uow:
        assert uow.history.of_entity(ANSWER.id)[-1].parents == ("theirs",)
        assert uow.answers.find(EntityId(ANSWER.id)) == dataclasses.replace(ANSWER, value="after")
