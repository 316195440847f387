"""Hubs that are killed, put back to an older day, or set up anew: no acknowledged word is lost."""

import dataclasses
import threading
from collections.abc import Callable, Iterator

import pytest

from bad_lines_for_tests import BadLine, Fate, bad_line
from iro_desktop.services.faults import HubAway, HubBusy, SignedOut
from iro_desktop.services.syncing import pushing
from iro_desktop.services.syncing.reports import Note
from iro_desktop.services.syncing.rounds import Round
from iro_hub.private_cluster import throwaway_cluster
from laptops_for_tests import Job, MadeUpLaptop, TeamHub, a_child, a_review
from postgres_for_tests import TestCluster

NewLaptop = Callable[..., MadeUpLaptop]


@pytest.fixture
def hub_apart(postgres: TestCluster) -> Iterator[TeamHub]:
    """A hub whose gateway runs in a process of its own."""
    with TeamHub(postgres, is_apart=True) as hub:
        yield hub


def test_that_a_hub_put_back_to_an_older_day_is_given_all_it_lost(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    child = a_child(known_as="Robin")
    ann.put(child)
    ann.sync()
    anns_other.sync()
    older = hub.back_up()
    review, other = a_review(child), a_child("M-2")
    ann.put(review, other, dataclasses.replace(child, known_as="Rob"))
    ann.sync()
    anns_other.sync()
    before = set(hub.held(child.id)), set(hub.held(other.id))
    hub.restore(older)
    assert not hub.held(other.id)
    report = anns_other.sync()
    assert report.requeued == 3
    assert Note.HUB_RESTORED in report.notes
    ann.sync()
    assert (set(hub.held(child.id)), set(hub.held(other.id))) == before
    for laptop in (ann, anns_other):
        assert laptop.sync().is_whole
        assert (laptop.find(review), laptop.find(other)) == (review, other)
        assert laptop.find(child).known_as == "Rob"
        assert laptop.waiting() == 0


@pytest.mark.parametrize("more", [0, 2, 5])
def test_that_numbers_given_out_twice_after_a_restore_hide_nothing(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop, more: int
) -> None:
    child = a_child()
    ann.put(child)
    ann.sync()
    anns_other.sync()
    older = hub.back_up()
    lost = [a_review(child, planned_at="lost") for _ in range(2)]
    ann.put(*lost)
    ann.sync()
    hub.restore(older)
    theirs = [a_review(child, planned_at="new") for _ in range(more)]
    anns_other.put(*theirs)
    anns_other.sync()
    mine = a_review(child, planned_at="mine")
    ann.put(mine)
    for laptop in (ann, anns_other, ann):
        laptop.sync()
    wanted = {each.id for each in (*lost, *theirs, mine)}
    for laptop in (ann, anns_other):
        with laptop.uow() as uow:
            assert {each.id for each in uow.reviews.of_child(child.id)} == wanted
        assert laptop.waiting() == 0
        assert laptop.acknowledged(child.id) == set(hub.held(child.id))


def test_that_what_was_accepted_and_never_answered_for_survives_a_restore(
    hub: TeamHub, ann: MadeUpLaptop, anns_other: MadeUpLaptop
) -> None:
    """Accepted behind another's words, so that only a pull could cover it; then both go."""
    child = a_child()
    ann.put(child)
    ann.sync()
    anns_other.sync()
    older = hub.back_up()
    anns_other.put(a_review(child))
    anns_other.sync()
    mine = a_review(child)
    ann.put(mine)
    reached = ann.reach()
    pushing.push_waiting(Round(ann.uow, reached, ann.sealer, ann.clock, Job()))
    reached.close()
    ann.start_again()
    hub.restore(older)
    ann.sync()
    anns_other.sync()
    assert anns_other.find(mine) == mine


def test_that_a_hub_set_up_anew_is_given_everything(hub: TeamHub, ann: MadeUpLaptop) -> None:
    child = a_child()
    ann.put(child, a_review(child))
    ann.sync()
    before = set(hub.held(child.id))
    hub.set_up_anew()
    with pytest.raises(SignedOut):
        ann.sync()
    assert ann.find(child) == child, "nothing is wiped"
    ann.enrol(hub, "Ann Made-up")
    report = ann.sync()
    assert Note.NEW_HUB in report.notes
    assert set(hub.held(child.id)) == before
    assert ann.sync().notes == ()


@pytest.mark.parametrize("seconds", [0, 0.01])
def test_that_a_gateway_killed_amid_batches_loses_and_doubles_nothing(
    hub_apart: TeamHub,
    new_laptop: NewLaptop,
    monkeypatch: pytest.MonkeyPatch,
    seconds: float,
) -> None:
    hub = hub_apart
    monkeypatch.setattr(pushing, "_AT_ONCE", 2)  # several pushes
    ann = new_laptop("ann").enrol(hub, "Ann Made-up")
    children = [a_child(f"M-{number}") for number in range(6)]
    ann.put(*children, *(a_review(child) for child in children for _ in range(60)))
    killer = threading.Timer(seconds, hub.kill)
    with bad_line(hub.address) as line:
        line.fates = lambda _method, path: _start_at_the_second_push(line, path, killer)
        with pytest.raises((HubAway, HubBusy)):
            ann.sync(by=line.address)
    killer.join()
    assert ann.waiting() > 0
    hub.start()
    ann.sync()
    assert ann.waiting() == 0
    for child in children:
        held = hub.held(child.id)
        assert len(held) == len(set(held)) == 61
        assert ann.acknowledged(child.id) == set(held)


def _start_at_the_second_push(line: BadLine, path: str, killer: threading.Timer) -> Fate:
    if "/push" in path and line.count("POST", "/push") == 2:
        killer.start()
    return Fate.PASSES


def test_that_a_postgresql_killed_at_once_keeps_all_that_it_acknowledged(
    new_laptop: NewLaptop,
) -> None:
    with throwaway_cluster(is_durable=True) as cluster:
        held = TestCluster()
        held._cluster = cluster
        with TeamHub(held) as hub:
            ann = new_laptop("ann").enrol(hub, "Ann Made-up")
            child = a_child()
            ann.put(child, a_review(child))
            ann.sync()
            ann.put(a_review(child))
            cluster.stop_at_once()
            with pytest.raises((HubAway, HubBusy)):
                ann.sync()
            cluster.start()
            hub.stop()
            hub.start()
            assert set(hub.held(child.id)) == ann.acknowledged(child.id)
            ann.sync()
            assert len(hub.held(child.id)) == 3
            assert ann.waiting() == 0
