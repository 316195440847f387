"""A colleague, enrolled and covering, sends what this program never writes.

Nothing of it breaks a laptop's sync, holds up what comes behind it, or changes a closed record.
"""

import dataclasses
import datetime as dt
import hashlib
from collections.abc import Mapping

import msgspec
import pytest

from iro_desktop.domain.closing_seal import closing_seal_id
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.services import closing_review
from iro_desktop.services.caseload import overview
from iro_desktop.services.history_port import Revision
from iro_desktop.services.syncing import pulling
from iro_desktop.services.syncing.reports import Note
from iro_desktop.services.today import today_asks
from iro_desktop.store import restanding
from iro_desktop.wire.revisions import Bundle, BundleOutcome, WireRevision
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review

FAR = dt.datetime(2999, 1, 1, tzinfo=dt.UTC)
NOBODYS = "a" * 64


def covers(hub: TeamHub, child: str, person: str) -> None:
    with hub.office() as office:
        office.cover(child, hub.people[person], dt.date(2999, 12, 31))


def a_decision(review: Review, what: str) -> Decision:
    return Decision(id=EntityId(new_id()), child_id=review.child_id, review_id=review.id, what=what)


def newest(laptop: MadeUpLaptop, entity: str) -> Revision:
    """The revision of a thing that no other came from."""
    given = laptop.revisions(entity)
    parents = {parent for each in given for parent in each.parents}
    (leaf,) = (each for each in given if each.id not in parents)
    return leaf


def send(laptop: MadeUpLaptop, of: Revision, **said: object) -> BundleOutcome:
    """Send a revision that goes on from one of this laptop's, as no program of ours would."""
    with laptop.uow() as uow:
        author, device = uow.settings.get("hub_author"), uow.settings.get("hub_device")
    told = {
        "id": new_id(),
        "child": of.child,
        "review": of.review,
        "entity": of.entity,
        "kind": of.kind,
        "parents": (of.id,),
        "author": author,
        "device": device,
        "made_at": of.made_at,
        "fields": of.fields,
    }
    revision = WireRevision(**(told | said))  # type: ignore[arg-type]  # what the caller says
    reached = laptop.reach()
    (outcome,) = reached.push([Bundle(new_id(), of.child, (revision,))]).bundles
    reached.close()
    assert outcome.outcome == "accepted"
    return outcome


def a_file(content: bytes, **said: object) -> tuple[bytes, Mapping[str, object]]:
    name = hashlib.sha256(content).hexdigest()
    return content, {"file": name, "bytes": len(content)} | said


FILES = {
    "never sent": (b"", {"file": NOBODYS, "bytes": 7}),
    "shorter than nothing": (b"", {"file": NOBODYS, "bytes": -7}),
    "longer than it is": a_file(b"abc", bytes=5),
    "shorter than it is": a_file(b"abc", bytes=2),
    "no JSON": a_file(b"{", json=True),
    "nested without end": a_file(b"[" * 50_000 + b"]" * 50_000, json=True),
    "nested deeper than a hub takes": a_file(b"[" * 65 + b"]" * 65, json=True),
    "half of a character": a_file("\ud800".encode("utf-8", "surrogatepass")),
    "no text": a_file(b"\xff\xfe"),
}


def test_that_files_that_are_none_hold_up_nothing(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    covers(hub, child.id, "Ben Made-up")
    ben.sync()
    reached = ben.reach()
    for content, reference in FILES.values():
        if content:
            reached.send_piece(child.id, str(reference["file"]), 0, len(content), content)
        fields = dict(newest(ben, child.id).fields) | {"number": reference}
        send(ben, newest(ben, child.id), fields=fields)
    reached.close()
    review = a_review(child)
    ben.put(review)
    ben.sync()
    report = ann.sync()
    assert {Note.NOT_READABLE, Note.FILES_WAITING} <= set(report.notes)
    assert (ann.find(child), ann.find(review)) == (child, review)
    ann.put(dataclasses.replace(child, number="M-2"))
    assert ann.sync().sent == 1
    assert ann.waiting() == 0
    with ann.uow() as uow:
        assert len(uow.ledger.kept_sealed()) == len(FILES), "they are kept as they came"


def test_that_what_a_newer_program_wrote_is_read_after_the_upgrade(
    ann: MadeUpLaptop, anns_other: MadeUpLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    child = a_child()
    review = a_review(child)
    decision = a_decision(review, "Contact goes on.")
    ann.put(child, review, decision)
    ann.sync()
    older = {name: kind for name, kind in restanding._BY_NAME.items() if name != "decision"}
    with monkeypatch.context() as older_program:
        older_program.setattr(restanding, "_BY_NAME", older)
        assert anns_other.sync().notes == (Note.NEWER_PROGRAM,)
        assert anns_other.sync().is_whole
    assert anns_other.find(decision) is None
    monkeypatch.setattr(pulling, "__version__", "0.2.0")
    anns_other.sync()
    assert anns_other.find(decision) == decision
    with anns_other.uow() as uow:
        assert uow.ledger.kept_sealed() == []
    assert anns_other.acknowledged(child.id) == ann.acknowledged(child.id)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_that_a_day_from_which_nothing_can_be_counted_breaks_no_screen(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop, day: str
) -> None:
    child = a_child()
    review = a_review(child)
    ann.put(child, review)
    ann.sync()
    covers(hub, child.id, "Ben Made-up")
    ben.sync()
    for name, field in ((child.id, "date_of_birth"), (review.id, "held_on")):
        of = newest(ben, name)
        send(ben, of, fields=dict(of.fields) | {field: day})
    ann.sync()
    assert (ann.find(child), ann.find(review)) == (child, review)
    assert today_asks(ann.uow, dt.date(2026, 11, 23))
    assert overview(ann.uow, dt.date(2026, 11, 23))


def a_closed_review(ann: MadeUpLaptop, *, is_sealed: bool = True) -> tuple[Review, Decision]:
    child = a_child()
    review = a_review(child, held_on=dt.date(2026, 11, 20), status=ReviewStatus.OPEN)
    decision = a_decision(review, "Contact goes on.")
    ann.put(child, review, decision)
    closed = dataclasses.replace(
        review, status=ReviewStatus.CLOSED, closed_on=dt.date(2026, 11, 22), closed_by="Ann Made-up"
    )
    ann.put(closed)
    if is_sealed:
        with ann.uow() as uow:
            closing_review.put_seal(uow, closed)
    ann.sync()
    return closed, decision


@pytest.mark.parametrize("says", ["later", "as a first", "nothing", "withdrawn", "a wrong review"])
def test_that_nobody_moves_the_seal_of_a_closed_review(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, ben: MadeUpLaptop, says: str
) -> None:
    closed, decision = a_closed_review(ann)
    anns_other.sync()
    covers(hub, closed.child_id, "Ben Made-up")
    ben.sync()
    forged = new_id()
    of = newest(ben, decision.id)
    send(ben, of, id=forged, fields=dict(of.fields) | {"what": "Contact ends."}, made_at=FAR)
    seal = newest(ben, closing_seal_id(closed.id))
    fields: dict[str, object] = msgspec.to_builtins(seal.fields)
    heads = dict(seal.fields["heads"]) | {decision.id: forged}  # type: ignore[call-overload]  # names
    if says == "nothing":
        heads = {}
    elif says == "a wrong review":
        heads |= {closed.id: forged}
    parents = () if says == "as a first" else (seal.id,)
    send(
        ben, seal, parents=parents, fields=fields | {"heads": heads}, made_at=FAR,
        withdrawn=says == "withdrawn",
    )  # fmt: skip
    for laptop in (ann, anns_other, ben, ann):
        report = laptop.sync()
        assert laptop.find(decision) == decision
        assert laptop.find(closed) == closed
        assert report.conflicts == (decision.id,), "a person is shown what came after"


def test_that_a_review_closed_before_there_were_seals_stands_too(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    closed, decision = a_closed_review(ann, is_sealed=False)
    covers(hub, closed.child_id, "Ben Made-up")
    ben.sync()
    of = newest(ben, decision.id)
    send(ben, of, fields=dict(of.fields) | {"what": "Contact ends."})
    of = newest(ben, closed.id)
    send(ben, of, fields=dict(of.fields) | {"status": "open", "closed_on": None}, made_at=FAR)
    assert set(ann.sync().conflicts) == {decision.id, closed.id}
    assert (ann.find(decision), ann.find(closed)) == (decision, closed)
