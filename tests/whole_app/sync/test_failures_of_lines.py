"""Lines that break, answers that are lost or come twice, rounds that are cut short anywhere."""

from collections.abc import Iterator

import msgspec
import pytest

from bad_lines_for_tests import BadLine, Fate, bad_line
from iro_desktop.hub.client import HttpHub
from iro_desktop.services.faults import HubAway, KnownFault, NotOurHub
from iro_desktop.services.syncing import pushing
from iro_desktop.services.syncing.rounds import Round
from laptops_for_tests import Cancelled, Job, MadeUpLaptop, TeamHub, a_child, a_review


@pytest.fixture
def line(hub: TeamHub) -> Iterator[BadLine]:
    with bad_line(hub.address) as line:
        yield line


def test_that_an_answer_lost_on_the_way_back_loses_and_doubles_nothing(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, line: BadLine
) -> None:
    child = a_child(known_as="Robin")
    ann.put(child)
    line.fails_once("POST", "/push", Fate.ANSWER_IS_LOST)
    with pytest.raises(HubAway):
        ann.sync(by=line.address)
    assert len(hub.held(child.id)) == 1, "the hub had committed"
    assert ann.waiting() == 1
    assert ann.sync(by=line.address).sent == 1
    assert len(hub.held(child.id)) == 1
    assert ann.waiting() == 0
    anns_other.sync()
    assert anns_other.find(child) == child


@pytest.mark.parametrize(
    ("method", "part", "fate"),
    [
        ("POST", "/push", Fate.NEVER_ARRIVES),
        ("POST", "/push", Fate.ANSWER_IS_CUT),
        ("GET", "/changed", Fate.ANSWER_IS_LOST),
        ("GET", "/revisions", Fate.NEVER_ARRIVES),
        ("GET", "/revisions", Fate.ANSWER_IS_CUT),
    ],
)
def test_that_a_round_goes_on_where_the_line_broke(
    hub: TeamHub,
    ann: MadeUpLaptop,
    anns_other: MadeUpLaptop,
    line: BadLine,
    fate: Fate,
    method: str,
    part: str,
) -> None:
    child = a_child(known_as="Robin")
    theirs, mine = a_review(child), a_review(child)
    ann.put(child)
    ann.sync()
    anns_other.sync()
    anns_other.put(theirs)
    anns_other.sync()
    ann.put(mine)
    line.fails_once(method, part, fate)
    with pytest.raises(KnownFault) as raised:
        ann.sync(by=line.address)
    assert isinstance(raised.value, HubAway | NotOurHub)
    ann.start_again()
    assert ann.sync(by=line.address).is_whole
    anns_other.sync()
    assert ann.find(theirs) == anns_other.find(theirs) == theirs
    assert ann.find(mine) == anns_other.find(mine) == mine
    assert len(hub.held(child.id)) == 3


def test_that_what_is_delivered_twice_is_held_once(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, line: BadLine
) -> None:
    child = a_child()
    ann.put(child, a_review(child), a_review(child))
    line.fates = lambda _method, _path: Fate.ARRIVES_TWICE
    assert ann.sync(by=line.address).sent == 3
    anns_other.sync(by=line.address)
    assert len(hub.held(child.id)) == 3
    assert anns_other.find(child) == child


def test_that_revisions_that_come_before_their_parents_end_as_if_they_had_come_in_order(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, ben: MadeUpLaptop, line: BadLine
) -> None:
    child = a_child(known_as="Robin")
    ann.put(child)
    with ann.uow() as uow:
        uow.ledger.freeze()
    for name in ("Robyn", "Robbie", "Rob"):
        child = a_child(id=child.id, known_as=name)
        ann.put(child)
        with ann.uow() as uow:
            uow.ledger.freeze()
    _push_backwards(ann)
    assert hub.held(child.id) != [each.id for each in ann.revisions(child.id)]
    anns_other.sync()
    ann.sync()
    assert anns_other.find(child).known_as == ann.find(child).known_as == "Rob"
    assert anns_other.revisions(child.id) == ann.revisions(child.id)
    assert ann.waiting() == 0


def _push_backwards(laptop: MadeUpLaptop) -> None:

    hub = laptop.reach()
    round_ = Round(laptop.uow, hub, laptop.sealer, laptop.clock, Job())
    pushed = pushing.Pushed()
    with laptop.uow() as uow:
        waiting = uow.ledger.waiting(10)
    assert len(waiting) == 4
    for bundle in reversed(waiting):
        ready = pushing._ready(round_, pushed, bundle)
        assert ready is not None
        assert hub.push([ready.bundle]).bundles[0].outcome == "accepted"
    hub.close()


def test_that_a_round_may_be_cancelled_at_every_step(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child(known_as="Robin")
    anns_other.put(child)
    anns_other.sync()
    ann.sync()
    ann.put(a_review(child), a_child(id=child.id, known_as="Robin", pronouns="they"))
    anns_other.put(a_review(child), a_child(id=child.id, known_as="Robyn"))
    anns_other.sync()
    stops_at = 0
    while True:
        stops_at += 1
        try:
            ann.sync(job=Job(stops_at))
        except Cancelled:
            continue
        break
    assert stops_at > 5
    anns_other.sync()
    for laptop in (ann, anns_other):
        found = laptop.find(child)
        assert (found.known_as, found.pronouns) == ("Robyn", "they")
        assert laptop.waiting() == 0
    assert ann.revisions(child.id) == anns_other.revisions(child.id)


def test_that_nobody_waits_for_the_network_to_type(ann: MadeUpLaptop, line: BadLine) -> None:
    child = a_child()
    ann.put(child, a_review(child))

    def fates(_method: str, _path: str) -> Fate:
        with ann.uow() as uow:  # this thread's own transaction, while the round waits for us
            uow.settings.set("typed", "meanwhile")
        return Fate.PASSES

    line.fates = fates
    ann.sync(by=line.address)
    assert ann.setting("typed") == "meanwhile"


def test_that_a_hub_of_a_newer_wire_is_told_from_a_hub_that_is_away(
    ann: MadeUpLaptop, hub: TeamHub
) -> None:
    child = a_child()
    ann.put(child)
    with pytest.raises(NotOurHub):
        ann.sync(by=f"{hub.address}/of-another-version")
    assert ann.waiting() == 1
    assert ann.sync().sent == 1


def test_that_a_word_of_a_newer_hub_leaves_a_bundle_waiting(
    ann: MadeUpLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann.put(a_child())
    push = HttpHub.push

    def as_a_newer_hub_says(hub: HttpHub, bundles: object) -> object:
        answer = push(hub, bundles)  # type: ignore[arg-type]  # passed on
        outcomes = [msgspec.structs.replace(each, outcome="pondered") for each in answer.bundles]
        return msgspec.structs.replace(answer, bundles=tuple(outcomes))

    with monkeypatch.context() as patch:
        patch.setattr(HttpHub, "push", as_a_newer_hub_says)
        ann.sync()
    assert ann.sync().is_whole
    assert ann.waiting() == 0
