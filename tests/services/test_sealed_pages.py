"""Which pages travel sealed, what the hub gets of them, and how the IRO's devices open them."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from made_up_meeting import CHILD, Meeting, put_child

from fixed_clock import FixedClock
from fresh_stores import copy_of
from iro_desktop.domain.answers import Answer, answer_id
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.domain.decisions import Decision
from iro_desktop.domain.identifiers import ChildId, EntityId, ReviewId, new_id
from iro_desktop.domain.participation import Role
from iro_desktop.domain.wishes_and_feelings import Sharing, View
from iro_desktop.domain.withholding import (
    ConfidentialDetail,
    Reader,
    WithheldBecause,
    WithheldPassage,
)
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.services.history_port import Revision
from iro_desktop.services.ledger_port import Stamp
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.team_hub import membership
from iro_desktop.services.team_hub.private_pages import private_answers
from iro_desktop.services.team_hub.sealing import ESCROW, StoreSealer, waiting_to_be_opened
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.vault.sealing import NaclBoxes
from iro_desktop.wire.people import Grant, Grants, SealingKeys
from iro_desktop.wire.revisions import WireRevision

BOXES = NaclBoxes()
WORDS = "Nobody is to know that Zorbelina said this."
STAMP = Stamp(1, "x", "Made-up Officer", dt.datetime(2026, 11, 22, 10, tzinfo=dt.UTC))


def introduce_device(store: SqlStore) -> tuple[str, str]:
    """Give a store keys as enrolling does. Its name and public key."""
    pair = BOXES.new_pair()
    with store.unit_of_work() as uow:
        device = membership.device_of(uow.settings)
        uow.settings.set("hub_device", device)
        uow.settings.set("sealing_secret", pair.secret)
    return device, pair.public


@pytest.fixture
def sealer(workspace: Workspace) -> StoreSealer:
    return StoreSealer(workspace.uow_factory, BOXES, workspace.form_of)


@pytest.fixture
def mine(store: SqlStore) -> tuple[str, str]:
    return introduce_device(store)


@pytest.fixture
def other(tmp_path: Path, fresh_store: Path, clock: FixedClock) -> Iterator[SqlStore]:
    """Another laptop of the same IRO: its own name, its own keys."""
    opened = copy_of(fresh_store, tmp_path / "other", clock)
    with opened.unit_of_work() as uow:
        uow.settings.set("device", new_id())
    yield opened
    opened.close()


def sealer_of(store: SqlStore, workspace: Workspace) -> StoreSealer:
    return StoreSealer(store.unit_of_work, BOXES, workspace.form_of)


def newest(uow: UnitOfWork, entity: str) -> Revision:
    return uow.history.of_entity(entity)[-1]


def a_view(review: ReviewId, sharing: Sharing, words: str = WORDS) -> View:
    return View(
        id=EntityId(new_id()), child_id=CHILD.id, review_id=review, words=words, sharing=sharing
    )


def put_view(meeting: Meeting, sharing: Sharing, words: str = WORDS) -> Revision:
    view = a_view(meeting.review.id, sharing, words)
    with meeting.workspace.uow_factory() as uow:
        uow.views.put(view)
        return newest(uow, view.id)


class HubOfTheTest:
    """The two roads that keys take, as the hub answers them."""

    def __init__(self, keys: Mapping[str, str]) -> None:
        self.keys = dict(keys)
        self.given: dict[str, dict[str, str]] = {}
        self.told: list[str] = []

    def sealing_keys(self, child: ChildId) -> SealingKeys:
        return SealingKeys(child, dict(self.keys))

    def grant(self, child: ChildId, grants: Sequence[Grant]) -> None:
        for each in grants:
            self.told.append(each.revision)
            self.given.setdefault(each.device, {})[each.revision] = each.key

    def seen_by(self, device: str) -> "HubOfTheTest":
        """The same hub, called by one device."""
        seen = HubOfTheTest(self.keys)
        seen.given, seen.told, seen._me = self.given, self.told, device
        return seen

    _me = ""

    def grants(self, child: ChildId) -> Grants:
        return Grants(child, dict(self.given.get(self._me, {})))


# Which pages


@pytest.mark.parametrize(
    ("sharing", "is_sealed"),
    [
        (Sharing.IRO_ONLY, True),
        (Sharing.NOBODY, True),
        (Sharing.EVERYONE, False),
        (Sharing.NOT_ASKED, False),
    ],
)
def test_that_words_for_the_iro_alone_are_sealed(
    meeting: Meeting, sealer: StoreSealer, sharing: Sharing, *, is_sealed: bool
) -> None:
    revision = put_view(meeting, sharing)
    assert sealer.is_sealed_kind(revision) is is_sealed


def test_that_answers_to_private_questions_are_sealed_and_others_are_not(
    meeting: Meeting, sealer: StoreSealer
) -> None:
    review = meeting.review
    found = {}
    with meeting.workspace.uow_factory() as uow:
        for question in ("child_agenda", "agenda_notes", "unwanted_people", "wanted_people"):
            answer = Answer(
                id=answer_id(review.id, question),
                child_id=CHILD.id,
                review_id=review.id,
                question=question,
                value=WORDS,
            )
            uow.answers.put(answer)
            found[question] = newest(uow, answer.id)
    assert {name: sealer.is_sealed_kind(revision) for name, revision in found.items()} == {
        "child_agenda": True,
        "agenda_notes": True,
        "unwanted_people": True,
        "wanted_people": False,
    }


def test_that_an_answer_is_sealed_where_nobody_can_say_whether_it_is_private(
    meeting: Meeting, sealer: StoreSealer
) -> None:
    revision = put_view(meeting, Sharing.EVERYONE)
    unknown = replace(
        revision, kind="answer", review=ReviewId("unknown"), fields={"question": "met_at"}
    )
    assert sealer.is_sealed_kind(unknown)


def test_that_every_private_question_of_every_form_is_known(forms: Catalogue) -> None:
    for name in forms.ids():
        form = forms.current(name)
        private = private_answers(form)
        for section in form.sections:
            for question in section.questions:
                expected = section.private or question.private
                assert (question.id in private) is expected, (name, question.id)
                assert all((part.id in private) or not expected for part in question.questions)


def test_that_details_and_what_is_quoted_out_of_sealed_words_are_sealed(
    meeting: Meeting, sealer: StoreSealer
) -> None:
    private = put_view(meeting, Sharing.NOBODY)
    shared = put_view(meeting, Sharing.EVERYONE)
    review = meeting.review.id
    detail = ConfidentialDetail(
        id=EntityId(new_id()), child_id=CHILD.id, words="1 Made-up Row", kept_from=(Reader.PARENT,)
    )

    def passage(thing: str, words: str) -> WithheldPassage:
        return WithheldPassage(
            id=EntityId(new_id()),
            child_id=CHILD.id,
            review_id=review,
            thing=thing,
            field="words",
            words=words,
            because=WithheldBecause.KEEP_OUT,
            kept_from=(Reader.PARENT,),
        )

    told = ConsultationAnswer(
        id=EntityId(new_id()),
        child_id=CHILD.id,
        review_id=review,
        form="consultation-child-8-11",
        form_version=1,
        person="Zorbelina",
        role=Role.CHILD,
        question="only_you",
        asked="Anything for you alone?",
        words=WORDS,
        received_on=dt.date(2026, 11, 20),
        only_for_iro=True,
    )
    passages = [
        passage(private.entity, "know"),
        passage(private.entity, ""),
        passage(shared.entity, "know"),
        passage(told.id, "know"),
    ]
    with meeting.workspace.uow_factory() as uow:
        uow.confidential_details.put(detail)
        uow.consultation_answers.put(told)
        uow.withheld_passages.put_all(passages)
        revisions = [newest(uow, each.id) for each in (detail, told, *passages)]
    sealed = [sealer.is_sealed_kind(revision) for revision in revisions]
    assert sealed == [True, True, True, False, False, True]


# Sealing and opening


def test_that_the_hub_gets_nothing_of_the_words(
    meeting: Meeting, sealer: StoreSealer, mine: tuple[str, str]
) -> None:
    escrow = BOXES.new_pair()
    revision = put_view(meeting, Sharing.IRO_ONLY)
    wire = sealer.seal(revision, {mine[0]: mine[1], ESCROW: escrow.public})
    travelling = msgspec.json.encode(wire)
    assert b"Zorbelina" not in travelling
    assert b"iro_only" not in travelling
    assert wire.fields == {}
    assert wire.sealed is not None
    assert set(wire.sealed.keys) == {mine[0], ESCROW}
    assert BOXES.open(wire.sealed, {ESCROW: escrow.secret}) is not None
    assert sealer.open(wire) == revision


def test_that_what_is_open_travels_as_it_is(meeting: Meeting, sealer: StoreSealer) -> None:
    revision = put_view(meeting, Sharing.EVERYONE)
    wire = sealer.seal(revision, {})
    assert wire.sealed is None
    assert wire.fields == revision.fields
    assert sealer.open(wire) == revision


def test_that_a_second_try_sends_the_same_bytes_whoever_may_read_by_then(
    meeting: Meeting, sealer: StoreSealer, mine: tuple[str, str]
) -> None:
    revision = put_view(meeting, Sharing.NOBODY)
    first = msgspec.json.encode(sealer.seal(revision, {}))
    assert msgspec.json.encode(sealer.seal(revision, {"new": BOXES.new_pair().public})) == first


def test_that_one_who_writes_can_read_it_though_the_hub_does_not_list_them(
    meeting: Meeting, sealer: StoreSealer, mine: tuple[str, str]
) -> None:
    wire = sealer.seal(put_view(meeting, Sharing.NOBODY), {"theirs": BOXES.new_pair().public})
    assert wire.sealed is not None
    assert set(wire.sealed.keys) == {mine[0], "theirs"}


def test_that_another_laptop_of_the_iro_opens_it_and_sends_it_on_as_it_came(
    meeting: Meeting,
    sealer: StoreSealer,
    mine: tuple[str, str],
    other: SqlStore,
    workspace: Workspace,
) -> None:
    name, public = introduce_device(other)
    revision = put_view(meeting, Sharing.IRO_ONLY)
    wire = sealer.seal(revision, {name: public})
    theirs = sealer_of(other, workspace)
    assert theirs.open_page([wire, sealer.seal(put_view(meeting, Sharing.EVERYONE), {})])[0] == (
        revision
    )
    assert theirs.seal(revision, {}) == wire  # a hub that lost it gets the very same back


def test_that_a_colleague_cannot_open_it(
    meeting: Meeting,
    sealer: StoreSealer,
    mine: tuple[str, str],
    other: SqlStore,
    workspace: Workspace,
) -> None:
    introduce_device(other)
    wire = sealer.seal(put_view(meeting, Sharing.IRO_ONLY), {})
    theirs = sealer_of(other, workspace)
    assert theirs.open(wire) is None
    assert not theirs.is_broken(wire)


@pytest.mark.parametrize("name", ["id", "child", "entity", "kind"])
def test_that_a_box_in_another_place_is_broken(
    meeting: Meeting, sealer: StoreSealer, mine: tuple[str, str], name: str
) -> None:
    wire = sealer.seal(put_view(meeting, Sharing.IRO_ONLY), {})
    moved = msgspec.structs.replace(wire, **{name: "another"})
    assert sealer.open(moved) is None
    assert sealer.is_broken(moved)
    assert not sealer.is_broken(wire)


def test_that_a_tampered_box_is_broken(
    meeting: Meeting, sealer: StoreSealer, mine: tuple[str, str]
) -> None:
    wire = sealer.seal(put_view(meeting, Sharing.IRO_ONLY), {})
    assert wire.sealed is not None
    box = wire.sealed.box[:40] + ("A" if wire.sealed.box[40] != "A" else "B") + wire.sealed.box[41:]
    spoilt = msgspec.structs.replace(wire, sealed=msgspec.structs.replace(wire.sealed, box=box))
    assert sealer.open(spoilt) is None
    assert sealer.is_broken(spoilt)


# A new device of the same IRO


def test_that_a_new_laptop_is_given_the_keys_and_opens_what_it_kept(
    meeting: Meeting,
    sealer: StoreSealer,
    mine: tuple[str, str],
    other: SqlStore,
    workspace: Workspace,
) -> None:
    revision = put_view(meeting, Sharing.IRO_ONLY)
    hub = HubOfTheTest({mine[0]: mine[1]})
    wire = sealer.seal(revision, hub.keys)
    name, public = introduce_device(other)
    theirs = sealer_of(other, workspace)
    with other.unit_of_work() as uow:
        put_child(uow)
        uow.reviews.put(meeting.review)
        uow.ledger.keep_sealed([(wire, STAMP)])
        assert waiting_to_be_opened(uow, CHILD.id) == {"view": {revision.entity}}
    hub.keys[name] = public
    assert theirs.exchange(hub.seen_by(name), CHILD.id) == frozenset()
    sealer.exchange(hub.seen_by(mine[0]), CHILD.id)
    assert set(hub.given[name]) == {revision.id}
    assert theirs.exchange(hub.seen_by(name), CHILD.id) == {revision.entity}
    with other.unit_of_work() as uow:
        assert [view.words for view in uow.views.of_child(CHILD.id)] == [WORDS]
        assert uow.ledger.kept_sealed() == []
        assert waiting_to_be_opened(uow, CHILD.id) == {}
    sealer.exchange(hub.seen_by(mine[0]), CHILD.id)
    assert hub.told == [revision.id]


def test_that_a_laptop_that_was_given_a_key_can_give_it_on(
    meeting: Meeting,
    sealer: StoreSealer,
    mine: tuple[str, str],
    other: SqlStore,
    workspace: Workspace,
) -> None:
    revision = put_view(meeting, Sharing.IRO_ONLY)
    hub = HubOfTheTest({mine[0]: mine[1]})
    wire = sealer.seal(revision, hub.keys)
    name, public = introduce_device(other)
    with other.unit_of_work() as uow:
        put_child(uow)
        uow.reviews.put(meeting.review)
        uow.ledger.keep_sealed([(wire, STAMP)])
    hub.keys[name] = public
    sealer.exchange(hub.seen_by(mine[0]), CHILD.id)
    third = BOXES.new_pair()
    hub.keys["third"] = third.public
    sealer_of(other, workspace).exchange(hub.seen_by(name), CHILD.id)
    key = hub.given["third"][revision.id]
    assert wire.sealed is not None
    handed = msgspec.structs.replace(wire.sealed, keys={"third": key})
    assert BOXES.open(handed, {"third": third.secret}) is not None


def test_that_nobody_is_given_keys_twice_and_escrow_none_afterwards(
    meeting: Meeting, sealer: StoreSealer, mine: tuple[str, str]
) -> None:
    sealer.seal(put_view(meeting, Sharing.IRO_ONLY), {})
    hub = HubOfTheTest({mine[0]: mine[1], ESCROW: BOXES.new_pair().public})
    sealer.exchange(hub.seen_by(mine[0]), CHILD.id)
    assert hub.given == {}


def test_that_decisions_travel_open(meeting: Meeting, sealer: StoreSealer) -> None:
    decision = Decision(
        id=EntityId(new_id()), child_id=CHILD.id, review_id=meeting.review.id, what="A swim."
    )
    with meeting.workspace.uow_factory() as uow:
        uow.decisions.put(decision)
        revision = newest(uow, decision.id)
    wire: WireRevision = sealer.seal(revision, {})
    assert wire.fields["what"] == "A swim."
