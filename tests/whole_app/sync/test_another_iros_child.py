"""Another's child by every road, and a child who is given to another IRO."""

import dataclasses
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from iro_desktop.domain.child import Child
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ChildId, EntityId, new_id
from iro_desktop.domain.wishes_and_feelings import Sharing, View
from iro_desktop.services.faults import HubRefused
from iro_desktop.services.history_port import Revision
from iro_desktop.services.team_hub.sealing import waiting_to_be_opened
from iro_desktop.wire.people import Grant
from iro_desktop.wire.quarantine import QuarantineDecision
from iro_desktop.wire.revisions import Bundle, BundleOutcome, WireRevision
from iro_hub.command_line.run import run
from iro_hub.escrow.keys import make_escrow_key
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review

NewLaptop = Callable[..., MadeUpLaptop]


def a_decision(child: str, review: str, what: str) -> Decision:
    return Decision(id=EntityId(new_id()), child_id=child, review_id=review, what=what)


def push(laptop: MadeUpLaptop, child: str, *revisions: WireRevision) -> BundleOutcome:
    """Send a bundle that no honest laptop makes."""
    reached = laptop.reach()
    (outcome,) = reached.push([Bundle(new_id(), child, revisions)]).bundles
    reached.close()
    return outcome


def forged(laptop: MadeUpLaptop, of: Revision, **changes: object) -> WireRevision:
    """A revision like one of another's, by this laptop's person."""
    given = {
        "id": new_id(),
        "child": of.child,
        "review": of.review,
        "entity": of.entity,
        "kind": of.kind,
        "parents": (of.id,),
        "author": laptop.setting("hub_author"),
        "device": laptop.setting("device"),
        "made_at": laptop.clock.now(),
        "fields": dict(of.fields),
        **changes,
    }
    return WireRevision(**given)


def test_that_another_iros_child_is_closed_whatever_is_sent_or_guessed(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child, own = a_child(), a_child("M-2")
    review = a_review(child)
    decision = a_decision(child.id, review.id, "School is told.")
    ann.put(child, review, decision)
    ann.sync()
    ben.put(own)
    ben.sync()
    (real,) = ann.revisions(decision.id)
    held = hub.held(child.id)
    assert push(ben, child.id, forged(ben, real)).why == "not_yours"
    assert push(ben, own.id, forged(ben, real)).why == "malformed", "a bundle is of one child"
    merge = forged(ben, real, parents=(real.id, new_id()), author="", device="")
    assert push(ben, child.id, merge).why == "not_yours"
    gone = forged(ben, real, withdrawn=True)
    assert push(ben, child.id, gone).why == "not_yours"
    renamed = forged(ben, real, id=real.id, child=own.id, fields={})
    assert push(ben, own.id, renamed).why == "different_content"
    reached = ben.reach()
    for ask in (
        lambda: reached.grant(child.id, [Grant(real.id, ben.setting("device"), "a2V5")]),
        lambda: reached.grant(own.id, [Grant(real.id, ben.setting("device"), "a2V5")]),
        lambda: reached.send_piece(child.id, hashlib.sha256(b"x").hexdigest(), 0, 1, b"x"),
        reached.quarantine,
        lambda: reached.decide_quarantine(new_id(), QuarantineDecision("release", "Mine.")),
    ):
        with pytest.raises(HubRefused):
            ask()
    reached.wiped(child.id)
    reached.close()
    assert hub.held(child.id) == held
    assert ann.sync().is_whole
    assert ann.find(decision) == decision


def test_that_a_thing_of_another_child_told_under_ones_own_changes_nothing_of_it(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop, new_laptop: NewLaptop
) -> None:
    child, own = a_child(), a_child("M-2")
    review = a_review(child)
    decision = a_decision(child.id, review.id, "School is told.")
    ann.put(child, review, decision)
    ann.sync()
    hub.person("May Made-up", role="manager")
    manager = new_laptop("may").enrol(hub, "May Made-up")
    manager.sync()
    ben.put(own)
    ben.sync()
    (real,) = ann.revisions(decision.id)
    (real_review,) = ann.revisions(review.id)
    for of in (real, real_review):
        fields = {**of.fields, "child_id": own.id}
        push(ben, own.id, forged(ben, of, child=own.id, fields=fields))
    stolen = {**real.fields, "id": new_id(), "child_id": own.id}
    push(ben, own.id, forged(ben, real, entity=stolen["id"], child=own.id, fields=stolen))
    manager.sync()
    assert manager.find(decision) == decision
    assert manager.find(review) == review
    with manager.uow() as uow:
        assert [each.id for each in uow.reviews.of_child(child.id)] == [review.id]
        assert [each.id for each in uow.reviews.of_child(ChildId(own.id))] == []
        assert uow.decisions.of_review(review.id) == [decision]


def test_that_a_new_child_whom_another_told_of_first_stays_theirs_and_nothing_is_lost(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    review = a_review(child)
    ann.put(child, review)
    ben.put(Child(id=child.id, number="M-9", date_of_birth=child.date_of_birth))
    ben.sync()
    report = ann.sync()
    assert report.refused
    assert (ann.find(child), ann.find(review)) == (child, review)
    with hub.office() as office:
        office.allocate(child.id, hub.people["Ann Made-up"])
    ann.sync()
    assert set(hub.ask("SELECT entity FROM hub.revision")) == {child.id, review.id}
    ben.sync()
    assert ben.find(child) is None


def test_that_the_next_iro_gets_the_whole_record_and_what_was_sealed_once_escrow_lets_them(
    hub: TeamHub,
    ann: MadeUpLaptop,
    ben: MadeUpLaptop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("IRO_HUB_OPERATOR_DSN", hub.database.operator)
    key = tmp_path / "escrow.key"
    with hub.office() as office:
        office.set_escrow_key(make_escrow_key(key))
    child = a_child()
    review = a_review(child)
    open_one = View(
        id=EntityId(new_id()),
        child_id=child.id,
        review_id=review.id,
        words="I like football.",
        sharing=Sharing.EVERYONE,
    )
    sealed = dataclasses.replace(open_one, id=EntityId(new_id()), sharing=Sharing.IRO_ONLY)
    ann.put(child, review, open_one, sealed)
    ann.sync()
    with hub.office() as office:
        office.allocate(child.id, hub.people["Ben Made-up"])
    report = ben.sync()
    assert (report.is_whole, ben.find(child), ben.find(review)) == (True, child, review)
    assert (ben.find(open_one), ben.find(sealed)) == (open_one, None)
    with ben.uow() as uow:
        assert waiting_to_be_opened(uow, child.id) == {"view": {sealed.id}}
    assert ann.sync().wiped == (child.id,)
    assert run(["escrow", "grant", child.id, "--key", str(key), "--reason", "A new IRO"]) == 0
    assert ben.sync().is_whole
    assert ben.find(sealed) == sealed
