"""Two people, or one on two laptops, write about the same child."""

import dataclasses
import datetime as dt
from collections.abc import Callable

from iro_desktop.domain.child import Child
from iro_desktop.domain.conflicts import ConflictCause, Settlement
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.review import Addendum, Review, ReviewStatus
from iro_desktop.services import closing_review
from iro_desktop.services.ledger_port import RecordState
from iro_desktop.services.syncing.conflicts import open_conflicts, settle
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review

Laptops = tuple[MadeUpLaptop, MadeUpLaptop]


def both_have(ann: MadeUpLaptop, anns_other: MadeUpLaptop, *things: object) -> None:
    """Let both laptops stand at the same."""
    ann.put(*things)
    ann.sync()
    anns_other.sync()


def meet(*laptops: MadeUpLaptop) -> None:
    """Sync until nothing new can come."""
    for _ in range(3):
        for laptop in laptops:
            laptop.sync()


def a_decision(review: Review, what: str) -> Decision:
    return Decision(id=EntityId(new_id()), child_id=review.child_id, review_id=review.id, what=what)


def test_that_different_fields_come_together(ann: MadeUpLaptop, anns_other: MadeUpLaptop) -> None:
    child = a_child(known_as="Robin")
    both_have(ann, anns_other, child)
    ann.put(dataclasses.replace(child, known_as="Rob"))
    anns_other.put(dataclasses.replace(child, social_worker="S. Made-up"))
    meet(ann, anns_other)
    wanted = dataclasses.replace(child, known_as="Rob", social_worker="S. Made-up")
    assert ann.find(child) == anns_other.find(child) == wanted
    assert ann.revisions(child.id) == anns_other.revisions(child.id)
    assert ann.states() == anns_other.states() == {child.id: RecordState.ACCEPTED}


def test_that_different_sentences_come_together(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child()
    review = a_review(child)
    weekly, by_may = "Contact goes on weekly.", "School is told by May."
    decision = a_decision(review, "Contact goes on. It is at home. School is told.")
    both_have(ann, anns_other, child, review, decision)
    ann.put(dataclasses.replace(decision, what=f"{weekly} It is at home. School is told."))
    anns_other.put(dataclasses.replace(decision, what=f"Contact goes on. It is at home. {by_may}"))
    meet(ann, anns_other)
    wanted = f"{weekly} It is at home. {by_may}"
    assert ann.find(decision).what == anns_other.find(decision).what == wanted


def test_that_the_same_sentence_waits_for_a_person_and_shows_both(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child()
    review = a_review(child)
    decision = a_decision(review, "Contact is on 4 May.")
    both_have(ann, anns_other, child, review, decision)
    ann.put(dataclasses.replace(decision, what="Contact is on 11 May."))
    anns_other.put(dataclasses.replace(decision, what="Contact is on 14 May."))
    meet(ann, anns_other)
    for laptop in (ann, anns_other):
        (conflict,) = open_conflicts(laptop.uow)
        assert conflict.cause is ConflictCause.BOTH_CHANGED
        assert {side.fields["what"] for side in conflict.sides} == {
            "Contact is on 11 May.",
            "Contact is on 14 May.",
        }
        assert laptop.states()[child.id] is RecordState.CONFLICT
    assert ann.find(decision).what == "Contact is on 11 May.", "what one typed stays on the screen"
    assert anns_other.find(decision).what == "Contact is on 14 May."


def test_that_a_settled_conflict_is_settled_on_both(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    decision = _a_conflict(ann, anns_other)
    _settle(ann, "Contact is on 12 May.")
    meet(ann, anns_other)
    for laptop in (ann, anns_other):
        assert laptop.find(decision).what == "Contact is on 12 May."
        assert open_conflicts(laptop.uow) == ()


def test_that_a_conflict_that_two_settled_differently_is_a_conflict_again(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    decision = _a_conflict(ann, anns_other)
    _settle(ann, "Contact is on 11 May.")
    _settle(anns_other, "Contact is on 14 May.")
    meet(ann, anns_other)
    for laptop in (ann, anns_other):
        (conflict,) = open_conflicts(laptop.uow)
        assert len(conflict.sides) == 2
    _settle(ann, "Contact is on 11 May, and on 14 May.")
    meet(ann, anns_other)
    assert anns_other.find(decision).what == "Contact is on 11 May, and on 14 May."
    assert open_conflicts(anns_other.uow) == ()


def test_that_taking_away_against_an_edit_waits_for_a_person(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child()
    review = a_review(child)
    decision = a_decision(review, "Contact goes on.")
    both_have(ann, anns_other, child, review, decision)
    ann.withdraw(decision)
    anns_other.put(dataclasses.replace(decision, what="Contact goes on, weekly."))
    meet(ann, anns_other)
    for laptop in (ann, anns_other):
        (conflict,) = open_conflicts(laptop.uow)
        assert conflict.cause is ConflictCause.TAKEN_AWAY_AND_CHANGED


def test_that_a_clock_three_days_ahead_wins_nothing(
    hub: TeamHub, ann: MadeUpLaptop, new_laptop: Callable[..., MadeUpLaptop]
) -> None:
    ahead = new_laptop("ahead", skew=dt.timedelta(days=3)).enrol(hub, "Ann Made-up")
    child = a_child(known_as="Robin")
    both_have(ann, ahead, child)
    ahead.put(dataclasses.replace(child, known_as="Robyn"))
    ahead.sync()
    ann.sync()
    ann.put(dataclasses.replace(ann.find(child), known_as="Rob"))
    meet(ann, ahead)
    assert ann.find(child).known_as == ahead.find(child).known_as == "Rob"


def test_that_the_same_review_made_twice_is_one(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child()
    both_have(ann, anns_other, child)
    review = a_review(child, planned_at="School")
    ann.put(review)
    anns_other.put(review)
    meet(ann, anns_other)
    for laptop in (ann, anns_other):
        with laptop.uow() as uow:
            assert uow.reviews.of_child(child.id) == [review]
        assert open_conflicts(laptop.uow) == ()


def test_that_what_is_written_to_a_closed_review_elsewhere_changes_nothing_silently(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child()
    review = a_review(child, held_on=dt.date(2026, 11, 20), status=ReviewStatus.OPEN)
    decision = a_decision(review, "Contact goes on.")
    both_have(ann, anns_other, child, review, decision)
    closed = dataclasses.replace(
        review, status=ReviewStatus.CLOSED, closed_on=dt.date(2026, 11, 22), closed_by="Ann Made-up"
    )
    ann.put(closed)
    with ann.uow() as uow:
        closing_review.put_seal(uow, closed)
    anns_other.put(dataclasses.replace(decision, what="Contact ends."))
    meet(ann, anns_other)
    assert ann.find(decision).what == "Contact goes on."
    (conflict,) = open_conflicts(ann.uow)
    assert (conflict.entity, conflict.cause) == (decision.id, ConflictCause.AFTER_CLOSING)
    texts = {side.fields["what"] for side in conflict.sides}
    assert texts == {"Contact goes on.", "Contact ends."}
    ann.put(
        Addendum(
            id=EntityId(new_id()),
            child_id=child.id,
            review_id=review.id,
            text="Contact ended.",
            added_on=dt.date(2026, 11, 23),
            added_by="Ann Made-up",
        )
    )
    meet(ann, anns_other)
    with anns_other.uow() as uow:
        assert [each.text for each in uow.addenda.of_review(review.id)] == ["Contact ended."]


def _a_conflict(ann: MadeUpLaptop, anns_other: MadeUpLaptop) -> Decision:
    child: Child = a_child()
    review = a_review(child)
    decision = a_decision(review, "Contact is on 4 May.")
    both_have(ann, anns_other, child, review, decision)
    ann.put(dataclasses.replace(decision, what="Contact is on 11 May."))
    anns_other.put(dataclasses.replace(decision, what="Contact is on 14 May."))
    meet(ann, anns_other)
    return decision


def _settle(laptop: MadeUpLaptop, what: str) -> None:
    laptop.clock.advance(60)
    (conflict,) = open_conflicts(laptop.uow)
    fields = {**conflict.sides[0].fields, "what": what}
    settle(laptop.uow, conflict, Settlement(fields), laptop.clock)
