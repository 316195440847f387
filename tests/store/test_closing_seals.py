"""A closed review stands as it was sealed, and a version of a document as it was signed."""

import datetime as dt
from dataclasses import replace

import msgspec
import pytest
from hub_samples import (
    MOMENT,
    answer_fields,
    of_another,
    revision,
    send_all,
    stamped,
    value_of,
)
from store_samples import ANSWER, CHILD, DECISION, PARTICIPANT, REVIEW

from fixed_clock import FixedClock
from iro_desktop.domain.closing_seal import ClosingSeal
from iro_desktop.domain.decisions import Kept
from iro_desktop.domain.document_versions import DocumentVersion
from iro_desktop.domain.identifiers import EntityId
from iro_desktop.domain.review import close
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.store import SqlStore
from iro_desktop.store.closed_reviews import FIXED_WITH_REVIEW
from iro_desktop.store.kinds import KINDS
from written_samples import VERSION

LATER = MOMENT + dt.timedelta(days=9)
SEAL_NAME = EntityId("seal-of-review-1")


@pytest.fixture
def closed(filled: SqlStore, clock: FixedClock) -> SqlStore:
    """A store with a closed review, sealed and sent."""
    with filled.unit_of_work() as uow:
        uow.participants.withdraw(PARTICIPANT)
        uow.reviews.put(close(REVIEW, dt.date(2026, 12, 1), "Made-up Officer"))
        heads = uow.history.heads_of_review(REVIEW.id)
        uow.closing_seals.put(
            ClosingSeal(id=SEAL_NAME, child_id=CHILD.id, review_id=REVIEW.id, heads=heads)
        )
        send_all(uow)
    clock.advance(3600)
    return filled


def head_of(uow: UnitOfWork, entity: str) -> str:
    return uow.closing_seals.of_review(REVIEW.id)[-1].heads[entity]


def fields_of(thing: object) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(thing)
    return fields


def test_that_every_kind_that_is_fixed_is_one_that_the_store_keeps() -> None:
    assert {kind.name for kind in KINDS if "review_id" in kind.table.c} > FIXED_WITH_REVIEW


def test_that_the_seal_names_what_stood_and_nothing_is_typed_into_it(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        heads = uow.history.heads_of_review(REVIEW.id)
        uow.answers.put(replace(ANSWER, value="more"))
        first, second = uow.history.of_entity(ANSWER.id)
    assert heads[ANSWER.id] == first.id
    assert second.parents == (first.id,)
    assert {REVIEW.id, DECISION.id, PARTICIPANT.id} <= heads.keys()
    assert not {CHILD.id, VERSION.id} & heads.keys()


def test_that_what_came_after_closing_is_kept_and_does_not_stand(closed: SqlStore) -> None:
    with closed.unit_of_work() as uow:
        sealed = head_of(uow, ANSWER.id)
        uow.ledger.take_in(stamped([revision("late", sealed, made_at=LATER)], 90))
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert [each.id for each in uow.history.of_entity(ANSWER.id)] == [sealed, "late"]
        assert uow.ledger.forked() == uow.ledger.forked([ANSWER.id]) == [ANSWER.id]
        settled = revision("settled", sealed, "late", fields=answer_fields(), made_at=MOMENT)
        uow.ledger.add_merge(settled, is_automatic=False)
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.ledger.forked() == []


def test_that_a_merge_too_changes_nothing_that_was_closed(closed: SqlStore) -> None:
    with closed.unit_of_work() as uow:
        sealed = head_of(uow, ANSWER.id)
        late = revision("late", sealed)
        forged = revision("forged", sealed, "late", author="", device="", made_at=LATER)
        uow.ledger.take_in(stamped([late, forged], 90))
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.ledger.forked([ANSWER.id]) == [ANSWER.id]


def test_that_a_thing_made_after_closing_is_kept_out_of_sight(closed: SqlStore) -> None:
    with closed.unit_of_work() as uow:
        uow.ledger.take_in(stamped([of_another("new", "late")], 90))
        assert uow.answers.find("new") is None
        assert uow.ledger.forked() == ["new"]
        out = of_another("new", "left out", "late", withdrawn=True)
        uow.ledger.add_merge(out, is_automatic=False)
        assert uow.answers.find("new") is None
        assert uow.ledger.forked() == []


def test_that_what_the_next_review_finds_of_a_decision_stands(closed: SqlStore) -> None:
    found = replace(DECISION, kept=Kept.KEPT, kept_note="Every Friday")
    changed = replace(DECISION, what="Something else")
    with closed.unit_of_work() as uow:
        sealed = head_of(uow, DECISION.id)
        made = revision(
            "found", sealed, kind="decision", entity=DECISION.id, fields=fields_of(found)
        )
        other = replace(made, id="other", parents=("found",), fields=fields_of(changed))
        uow.ledger.take_in(stamped([made], 90))
        assert uow.decisions.find(DECISION.id) == found
        assert uow.ledger.forked() == []
        uow.ledger.take_in(stamped([other], 91))
        assert uow.decisions.find(DECISION.id) == found
        assert uow.ledger.forked() == [DECISION.id]


def test_that_what_was_taken_away_before_closing_stays_away(closed: SqlStore) -> None:
    with closed.unit_of_work() as uow:
        back = revision(
            "back", head_of(uow, PARTICIPANT.id), kind="participant", entity=PARTICIPANT.id,
            fields=fields_of(PARTICIPANT),
        )  # fmt: skip
        uow.ledger.take_in(stamped([back], 90))
        assert uow.participants.find(PARTICIPANT.id) is None
        assert uow.ledger.forked() == [PARTICIPANT.id]


def test_that_a_closing_that_comes_last_puts_back_what_stood(
    filled: SqlStore, clock: FixedClock
) -> None:
    with filled.unit_of_work() as uow:
        send_all(uow)
        heads = uow.history.heads_of_review(REVIEW.id)
        uow.ledger.take_in(stamped([revision("late", heads[ANSWER.id])], 90))
        assert value_of(uow) == "late"
        seal = {"id": SEAL_NAME, "child_id": CHILD.id, "review_id": REVIEW.id, "heads": heads}
        made = revision("seal", kind="closing_seal", entity=SEAL_NAME, fields=seal)
        uow.ledger.take_in(stamped([made], 91))
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.ledger.forked() == [ANSWER.id]


def test_that_without_a_seal_both_versions_of_a_closed_record_are_a_fork(
    filled: SqlStore,
) -> None:
    with filled.unit_of_work() as uow:
        uow.reviews.put(close(REVIEW, dt.date(2026, 12, 1), "Made-up Officer"))
        send_all(uow)
        uow.ledger.take_in(stamped([revision("theirs")], 90))
        assert uow.answers.find(ANSWER.id) == ANSWER
        assert uow.ledger.forked() == [ANSWER.id]


def version(name: str, *parents: str, **changed: object) -> Revision:
    changed_version = replace(VERSION, **changed)  # type: ignore[arg-type]  # its fields
    return revision(
        name, *parents, kind="document_version", entity=VERSION.id, made_at=LATER,
        fields=fields_of(changed_version),
    )  # fmt: skip


SIGNED: DocumentVersion = replace(VERSION, signed_at=MOMENT, signed_by="Made-up Officer")


def test_that_a_version_signed_here_stays_as_it_was_signed(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        (draft,) = uow.history.of_entity(VERSION.id)
        uow.document_versions.put(SIGNED)
        send_all(uow)
        other = version("other", draft.id, content='{"a": 1}')
        signed_too = version("too", draft.id, signed_at=LATER, signed_by="Made-up Colleague")
        gone = replace(version("gone", draft.id), withdrawn=True)
        uow.ledger.take_in(stamped([other, signed_too, gone], 90))
        assert uow.document_versions.find(VERSION.id) == SIGNED
        assert uow.ledger.forked() == [VERSION.id]
        mine = uow.history.of_entity(VERSION.id)[1]
        merged = replace(version("merged", mine.id, "other", "too", "gone"), fields=mine.fields)
        uow.ledger.add_merge(merged, is_automatic=False)
        assert uow.document_versions.find(VERSION.id) == SIGNED
        assert uow.ledger.forked() == []


def test_that_a_version_signed_elsewhere_stands_before_a_later_draft(filled: SqlStore) -> None:
    with filled.unit_of_work() as uow:
        send_all(uow)
        (draft,) = uow.history.of_entity(VERSION.id)
        uow.document_versions.put(replace(VERSION, content='{"a": 1}'))
        signed = replace(version("signed", draft.id), fields=fields_of(SIGNED), made_at=MOMENT)
        uow.ledger.take_in(stamped([signed], 90))
        assert uow.document_versions.find(VERSION.id) == SIGNED
        assert uow.ledger.forked() == [VERSION.id]
