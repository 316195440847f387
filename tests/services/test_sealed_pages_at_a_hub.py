"""Sealed pages with a real hub: what it holds, who can read it, and how a new laptop comes to."""

import datetime as dt
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from iro_desktop.domain.child import Child
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import EntityId, new_id
from iro_desktop.domain.review import Review, ReviewKind
from iro_desktop.domain.wishes_and_feelings import Sharing, View
from iro_desktop.domain.withholding import ConfidentialDetail, Reader
from iro_desktop.services.copies import copy_of
from iro_desktop.services.faults import KeptUnread
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.team_hub.sealing import waiting_to_be_opened
from iro_desktop.services.workspace import Workspace
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child, a_review
from postgres_for_tests import TestCluster

ANN, BEN = "Ann Made-up", "Ben Made-up"
WORDS = "Nobody is to know that Zorbelina said this."


@pytest.fixture
def hub(postgres: TestCluster) -> Iterator[TeamHub]:
    with TeamHub(postgres) as running:
        yield running


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator["Rooms"]:
    with ExitStack() as stack:
        yield Rooms(tmp_path, stack)


class Rooms:
    """Where laptops stand; they are shut down at the end."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self._folder, self._stack = folder, stack

    def laptop(self, name: str, hub: TeamHub, person: str) -> MadeUpLaptop:
        made = self._stack.enter_context(MadeUpLaptop(self._folder / name))
        return made.enrol(hub, person)


def a_view(child: Child, review: Review) -> View:
    return View(
        id=EntityId(new_id()),
        child_id=child.id,
        review_id=review.id,
        words=WORDS,
        sharing=Sharing.IRO_ONLY,
    )


def told(laptop: MadeUpLaptop, child: Child) -> list[str]:
    with laptop.uow() as uow:
        return [view.words for view in uow.views.of_child(child.id)]


def kept_closed(laptop: MadeUpLaptop, child: Child) -> set[str]:
    with laptop.uow() as uow:
        return set(waiting_to_be_opened(uow, child.id))


def test_that_only_the_iros_own_laptops_read_a_sealed_page_the_later_one_too(
    hub: TeamHub, rooms: Rooms
) -> None:
    first = rooms.laptop("first", hub, ANN)
    child = a_child()
    review = a_review(child)
    first.put(child, review)
    first.put(a_view(child, review))
    first.sync()
    bodies = hub.ask("SELECT body FROM hub.revision")
    assert len(bodies) == 3
    assert not any("Zorbelina" in body or "iro_only" in body for body in bodies)
    cover = rooms.laptop("cover", hub, BEN)
    with hub.office() as office:
        office.cover(child.id, hub.people[BEN], dt.date(2099, 1, 1))
    second = rooms.laptop("second", hub, ANN)
    for laptop in (second, cover):
        laptop.sync()
        assert told(laptop, child) == []
        assert kept_closed(laptop, child) == {"view"}
        assert laptop.find(review) == review
    first.sync()
    second.sync()
    cover.sync()
    assert told(second, child) == [WORDS]
    assert kept_closed(second, child) == set()
    assert told(cover, child) == []


def test_that_two_laptops_of_the_iro_bring_a_sealed_page_together(
    hub: TeamHub, rooms: Rooms
) -> None:
    first, second = (rooms.laptop(name, hub, ANN) for name in ("first", "second"))
    child = a_child()
    review = a_review(child)
    view = a_view(child, review)
    first.put(child, review)
    first.put(view)
    first.sync()
    second.sync()
    first.put(replace(view, about="School"))
    second.put(replace(view, heard_on=dt.date(2026, 11, 20)))
    for laptop in (first, second, first, second, first):
        report = laptop.sync()
        assert report.refused == 0
    merged = replace(view, about="School", heard_on=dt.date(2026, 11, 20))
    assert first.find(view) == merged
    assert second.find(view) == merged
    assert first.waiting() == second.waiting() == 0
    assert not any(WORDS in body for body in hub.ask("SELECT body FROM hub.revision"))


def test_that_a_hub_put_back_to_an_older_day_gets_the_very_same_page_from_either_laptop(
    hub: TeamHub, rooms: Rooms
) -> None:
    first, second = (rooms.laptop(name, hub, ANN) for name in ("first", "second"))
    child = a_child()
    review = a_review(child)
    first.put(child, review)
    first.sync()
    backup = hub.back_up()
    first.put(a_view(child, review))
    first.sync()
    second.sync()
    body = hub.ask("SELECT body FROM hub.revision WHERE kind = 'view'")
    hub.restore(backup)
    second.sync()
    assert hub.ask("SELECT body FROM hub.revision WHERE kind = 'view'") == body
    first.sync()
    assert first.waiting() == second.waiting() == 0
    assert told(first, child) == told(second, child) == [WORDS]


def test_that_no_copy_leaves_a_laptop_that_cannot_read_what_to_keep_from_its_reader(
    hub: TeamHub, rooms: Rooms
) -> None:
    first = rooms.laptop("first", hub, ANN)
    child = a_child()
    review = a_review(child, kind=ReviewKind.LOOKED_AFTER)
    detail = ConfidentialDetail(
        id=EntityId(new_id()),
        child_id=child.id,
        words="1 Made-up Row",
        kept_from=(Reader.PARENT,),
    )
    first.put(child, review)
    first.put(detail)
    first.sync()
    cover = rooms.laptop("cover", hub, BEN)
    with hub.office() as office:
        office.cover(child.id, hub.people[BEN], dt.date(2099, 1, 1))
    cover.sync()
    wanted = CopyWanted(review=review.id, kind=DocumentKind.INVITATION, reader=Reader.PARENT)
    for laptop, is_refused in ((first, False), (cover, True)):
        workspace = Workspace(laptop.uow, laptop.clock, programs_forms())
        assert bool(copy_of(workspace, wanted).unread) is is_refused
        copy_of(workspace, replace(wanted, reader=Reader.FILE)).require_safe()
    with pytest.raises(KeptUnread):
        copy_of(workspace, wanted).require_safe()
