"""What laptops of each role get, and may do: nothing that the hub would refuse comes into being."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from iro_desktop.documents.blocks import Document
from iro_desktop.domain.child import Child
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind, WrittenDocument
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.document_versions import DocumentVersion, SendingWay, digest_of
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.domain.wishes_and_feelings import Sharing, View
from iro_desktop.domain.withholding import Reader
from iro_desktop.services import confirming, sending
from iro_desktop.services.caseload import read_everything
from iro_desktop.services.copies import copy_of
from iro_desktop.services.faults import AccessOver, NotYoursToWrite, PartOfTheRecord
from iro_desktop.services.portable_records import export_record
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.sending import Recipient
from iro_desktop.services.syncing.conflicts import open_conflicts
from iro_desktop.services.syncing.pushing import push_waiting
from iro_desktop.services.syncing.rounds import Round
from iro_desktop.services.syncing.whole_round import sync_state
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.wire.roles import READS, WRITES, WRITES_BESIDES
from laptops_for_tests import Job, MadeUpLaptop, TeamHub, a_child, a_review

NewLaptop = Callable[..., MadeUpLaptop]
Someone = Callable[..., MadeUpLaptop]
_READERS = ("manager", "auditor")


@pytest.fixture
def someone(hub: TeamHub, new_laptop: NewLaptop) -> Someone:
    """Makes the laptop of a person of a role, who was given their access to a child."""

    def make(role: str, child: Child) -> MadeUpLaptop:
        name = f"Somebody {role} made-up"
        hub.person(name, role=role)
        give(hub, child, role, name)
        return new_laptop(role).enrol(hub, name)

    return make


def give(hub: TeamHub, child: Child, role: str, name: str) -> None:
    far = dt.date(2999, 12, 31)
    with hub.office() as office:
        if role == "auditor":
            office.sample(child.id, hub.people[name], far)
        elif role == "iro":
            office.cover(child.id, hub.people[name], far)
        elif role != "manager":
            office.assign(child.id, hub.people[name])


def a_decision(review: Review, what: str = "School is told.") -> Decision:
    return Decision(id=EntityId(new_id()), child_id=review.child_id, review_id=review.id, what=what)


def a_view(review: Review, sharing: Sharing = Sharing.EVERYONE) -> View:
    return View(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        words="I like football.",
        sharing=sharing,
    )


def a_signed_version(review: Review) -> DocumentVersion:
    content = '{"made": "up"}'
    return DocumentVersion(
        id=EntityId(new_id()),
        child_id=review.child_id,
        review_id=review.id,
        kind=DocumentKind.DECISIONS,
        number=1,
        reader=Reader.PARENT,
        content=content,
        drafted_on=dt.date(2026, 9, 1),
        signed_at=dt.datetime(2026, 9, 1, 12, tzinfo=dt.UTC),
        signed_by="Ann Made-up",
        digest=digest_of(content),
    )


def send_alone(laptop: MadeUpLaptop) -> None:
    """Send what waits, and ask nothing."""
    reached = laptop.reach()
    push_waiting(Round(laptop.uow, reached, laptop.sealer, laptop.clock, Job()))
    reached.close()


def workspace_of(laptop: MadeUpLaptop) -> Workspace:
    return Workspace(laptop.uow, laptop.clock, programs_forms())


def test_that_laptops_know_of_each_role_what_the_hub_lets_it_write(hub: TeamHub) -> None:
    with hub.database.connect() as connection:
        rows = connection.execute(
            "SELECT a.role, a.access, k.kind FROM hub.role_access a"
            " JOIN hub.role_kind k ON k.role = a.role AND k.writes WHERE a.writes"
            " UNION SELECT 'manager', 'team', kind FROM hub.role_kind"
            " WHERE role = 'manager' AND writes"
        ).fetchall()
        read = connection.execute(
            "SELECT a.access, k.kind FROM hub.role_access a"
            " JOIN hub.role_kind k ON k.role = a.role AND k.reads"
            " WHERE NOT EXISTS (SELECT FROM hub.role_kind w WHERE w.role = a.role AND w.kind = '*')"
        ).fetchall()
    known = {
        (role, access, kind)
        for role, access in {
            ("iro", "own"),
            ("iro", "cover"),
            ("manager", "team"),
            ("business_support", "assigned"),
            ("social_worker", "part"),
            ("team_manager", "part"),
        }
        for kind in WRITES[access] | WRITES_BESIDES.get(role, frozenset())
    }
    assert set(rows) == known
    assert set(read) == {(access, kind) for access, kinds in READS.items() for kind in kinds}


@pytest.mark.parametrize("role", _READERS)
def test_that_a_reader_merges_nothing_and_leaves_forks_to_the_iro(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, someone: Someone, role: str
) -> None:
    child = a_child(known_as="Robin")
    review = a_review(child)
    decision = a_decision(review, "It goes on.")
    ann.put(child, review, decision)
    ann.sync()
    anns_other.sync()
    reader = someone(role, child)
    reader.sync()
    ann.put(dataclasses.replace(child, known_as="Rob"), dataclasses.replace(decision, what="One."))
    anns_other.put(
        dataclasses.replace(child, social_worker="S. Made-up"),
        dataclasses.replace(decision, what="Two."),
    )
    ann.sync()
    send_alone(anns_other)  # the fork reaches the reader before anyone merged it
    report = reader.sync()
    assert (report.merged, report.refused, report.conflicts) == (0, 0, ())
    with reader.uow() as uow:
        assert set(uow.ledger.forked()) == {child.id, decision.id}
    assert (reader.waiting(), open_conflicts(reader.uow)) == (0, ())
    ann.sync()
    reader.sync()
    assert reader.find(child) == ann.find(child)
    assert (reader.waiting(), sync_state(reader.uow).refused) == (0, 0)


@pytest.mark.parametrize("role", ["manager", "business_support", "team_manager"])
def test_that_what_is_not_theirs_to_write_is_said_before_it_is_kept(
    hub: TeamHub, ann: MadeUpLaptop, someone: Someone, role: str
) -> None:
    child = a_child()
    review = a_review(child)
    ann.put(child, review)
    ann.sync()
    laptop = someone(role, child)
    laptop.sync()
    with pytest.raises(NotYoursToWrite):
        laptop.put(dataclasses.replace(child, known_as="Changed"))
    with pytest.raises(NotYoursToWrite):
        laptop.put(a_child("M-2"))
    with pytest.raises(NotYoursToWrite):
        laptop.withdraw(review)
    report = laptop.sync()
    assert (laptop.waiting(), report.refused, laptop.find(child)) == (0, 0, child)


def test_that_a_managers_answer_on_their_laptop_reaches_the_iro(
    hub: TeamHub, ann: MadeUpLaptop, someone: Someone
) -> None:
    child = a_child()
    held = ann.clock.today() - dt.timedelta(days=3)
    review = a_review(child, status=ReviewStatus.OPEN, held_on=held)
    ann.put(child, review, a_decision(review))
    ann.sync()
    manager = someone("manager", child)
    manager.sync()
    said, _ = confirming.confirm(
        manager.uow, review.id, manager.clock, by="May Made-up", agrees=True
    )
    report = manager.sync()
    assert (report.sent, report.refused, manager.waiting()) == (1, 0, 0)
    ann.sync()
    assert confirming.confirmations(ann.uow, review.id) == (said,)
    with ann.uow() as uow:
        known = read_everything(uow).happenings[child.id]
    assert [(each.happening, each.on) for each in known] == [
        (Happening.MANAGER_RESPONDED, said.on)
    ], "the clock of the answer stops"


def test_that_business_support_gets_its_part_and_marks_what_was_sent(
    hub: TeamHub, ann: MadeUpLaptop, someone: Someone
) -> None:
    child = a_child()
    review = a_review(child)
    version = a_signed_version(review)
    written = WrittenDocument(
        id=EntityId(new_id()),
        child_id=child.id,
        review_id=review.id,
        kind=DocumentKind.DECISIONS,
        written_on=dt.date(2026, 9, 1),
    )
    ann.put(child, review, version, written, a_view(review), a_decision(review))
    ann.sync()
    support = someone("business_support", child)
    support.sync()
    with support.uow() as uow:
        assert (uow.views.all(), uow.decisions.all()) == ([], [])
    sent, _ = sending.note_sent(
        workspace_of(support),
        version.id,
        Recipient("A. Parent", Reader.PARENT),
        SendingWay.PRINTED,
    )
    report = support.sync()
    assert (report.refused, support.waiting()) == (0, 0)
    ann.sync()
    assert ann.find(sent) == sent
    assert ann.find(written).sent_on == sent.sent_on


def test_that_a_social_workers_note_on_a_decision_reaches_the_iro(
    hub: TeamHub, ann: MadeUpLaptop, someone: Someone
) -> None:
    child = a_child()
    review = a_review(child)
    decision = a_decision(review)
    ann.put(child, review, decision, a_view(review))
    ann.sync()
    worker = someone("social_worker", child)
    worker.sync()
    noted = dataclasses.replace(decision, kept_note="The school was told on Monday.")
    worker.put(noted)
    worker.sync()
    ann.sync()
    assert ann.find(decision) == noted


def test_that_a_copy_is_read_only_once_the_last_day_of_cover_is_past(
    hub: TeamHub, ann: MadeUpLaptop, ben: MadeUpLaptop
) -> None:
    child = a_child()
    review = a_review(child)
    ann.put(child, review)
    ann.sync()
    last = dt.date(2999, 6, 30)
    with hub.office() as office:
        office.cover(child.id, hub.people["Ben Made-up"], last)
    ben.sync()
    evening = dt.datetime(2999, 6, 30, 22, 30, tzinfo=dt.UTC)  # half past eleven in London
    ben.clock.advance((evening - ben.clock.now()).total_seconds())
    written = dataclasses.replace(review, planned_at="The library")
    ben.put(written)
    ben.clock.advance(dt.timedelta(hours=1).total_seconds())
    with pytest.raises(AccessOver):
        ben.put(dataclasses.replace(review, planned_at="Too late"))
    assert ben.find(review) == written


@pytest.mark.parametrize("role", ["business_support", "social_worker"])
def test_that_nothing_is_drawn_up_from_a_part_as_if_it_were_the_whole(
    hub: TeamHub, ann: MadeUpLaptop, someone: Someone, role: str
) -> None:
    child = a_child()
    review = a_review(child)
    ann.put(child, review, a_view(review), a_decision(review))
    ann.sync()
    laptop = someone(role, child)
    laptop.sync()
    wanted = CopyWanted(review=review.id, kind=DocumentKind.MINUTES, reader=Reader.PARENT)
    copy = copy_of(workspace_of(laptop), wanted)
    assert "not the whole document" in " ".join(words_in(copy.document))
    with pytest.raises(PartOfTheRecord):
        copy.require_safe()
    with pytest.raises(PartOfTheRecord):
        export_record(laptop.uow, review.id)
    assert "not the whole" not in " ".join(words_in(copy_of(workspace_of(ann), wanted).document))


@pytest.mark.parametrize("role", ["auditor", "business_support"])
def test_that_opening_a_review_to_read_it_writes_nothing(
    hub: TeamHub, ann: MadeUpLaptop, someone: Someone, role: str
) -> None:
    child = a_child()
    review = a_review(child)
    ann.put(child, review)
    ann.sync()
    laptop = someone(role, child)
    laptop.sync()
    presenter = ReviewPresenter(workspace_of(laptop), lambda _changed: None)
    presenter.open(review.id)
    assert presenter.review.is_fixed
    assert not presenter.review.is_closed
    assert (presenter.gaps(), laptop.waiting(), laptop.find(review)) == ((), 0, review)


def words_in(document: Document) -> list[str]:
    """What it says, each paragraph as one text."""
    return [str(block) for block in document.blocks]
