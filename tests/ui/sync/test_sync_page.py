"""The page of the hub and the line at the foot of the rail."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from hand_alarm import HandAlarm
from held_jobs import HeldJobs
from looks import LOOKS
from opened_laptop import Opened
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.hub.client import HttpDoor, HttpHub
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import HubAway
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.services.syncing.reports import RoundReport
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.sync.presenter import SyncPresenter
from iro_desktop.ui.sync.pulse import Pulse, Round
from iro_desktop.ui.sync.roads import HubRoads
from iro_desktop.ui.sync.rounds import Rounds, hub_of
from iro_desktop.ui.sync.rows import QuarantineRow, RefusedRow
from iro_desktop.ui.sync.view import SyncView
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words
from iro_desktop.vault.sealing import NaclBoxes
from iro_desktop.vault.signatures import is_signed_by
from laptops_for_tests import MadeUpLaptop, TeamHub, a_child
from postgres_for_tests import TestCluster

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def no_pages() -> None:
    raise NotImplementedError


ROADS = HubRoads(HttpHub, HttpDoor, NaclBoxes, no_pages, is_signed_by)


def page_of(laptop: Opened | MadeUpLaptop, jobs: HeldJobs | InlineRunner, work: Round) -> SyncView:
    """The page alone, over a store."""
    workspace = Workspace(laptop.store.unit_of_work, laptop.clock, programs_forms())
    pulse = Pulse(workspace.uow_factory, laptop.clock, jobs, HandAlarm(), work)
    reach = partial(hub_of, ROADS, workspace)
    presenter = SyncPresenter(workspace, jobs, pulse, _nobody_hears, reach)
    return SyncView(presenter)


def _nobody_hears(_change: Changed) -> None:
    pass


def nothing_new(_job: object) -> RoundReport:
    return RoundReport()


def refuse_one(opened: Opened) -> None:
    """One child's words go to the hub, which does not take them."""
    with opened.store.unit_of_work() as uow:
        child = uow.children.find("ash")
        assert child is not None
        uow.children.put(replace(child, known_as="Ashley"))
    with opened.store.unit_of_work() as uow:
        uow.ledger.freeze()
        (bundle,) = uow.ledger.waiting(9)
        uow.ledger.refused(bundle.id, "not_yours")


@pytest.fixture
def sync_page(opened: Opened, shown: Callable[..., SyncView]) -> SyncView:
    refuse_one(opened)
    return shown(page_of(opened, InlineRunner(), nothing_new), 1000, 820)


def test_that_what_was_not_taken_is_said_with_why_and_what_helps(sync_page: SyncView) -> None:
    (row,) = sync_page.refused.findChildren(RefusedRow)
    said = " ".join(words.text() for words in row.findChildren(Words))
    assert "Ashley Alder" in said
    assert "does not know this child as yours" in said
    assert "Ask your manager" in said


def test_that_a_hub_that_is_away_is_told_beside_what_needs_someone(
    opened: Opened, shown: Callable[..., SyncView]
) -> None:
    def away(_job: object) -> RoundReport:
        raise HubAway

    refuse_one(opened)
    page = shown(page_of(opened, InlineRunner(), away), 1000, 820)
    assert "cannot be reached" not in said_on(page)
    page.sync_button.click()
    assert "1 needs you." in said_on(page)
    assert "The hub cannot be reached." in said_on(page)


@pytest.mark.parametrize(("which", "waits"), [("Try again", 1), ("Keep here, do not send", 0)])
def test_that_what_was_not_taken_is_tried_again_or_kept_as_one_says(
    opened: Opened, sync_page: SyncView, which: str, waits: int
) -> None:
    (row,) = sync_page.refused.findChildren(RefusedRow)
    next(one for one in row.findChildren(ActionButton) if one.text() == which).click()
    with opened.store.unit_of_work() as uow:
        assert list(uow.ledger.refusals()) == []
        assert len(uow.ledger.waiting(9)) == waits
    assert sync_page.refused.isHidden()


def test_that_it_is_said_why_old_reviews_stay(
    opened: Opened, shown: Callable[..., SyncView]
) -> None:
    page = shown(page_of(opened, InlineRunner(), nothing_new), 1000, 820)
    assert "no backup" not in said_on(page)
    with opened.store.unit_of_work() as uow:
        uow.settings.set("retention", "90")
    page.refresh()
    assert "no backup that was tried" in said_on(page)
    with opened.store.unit_of_work() as uow:
        uow.settings.set("hub_backed_up_to", "2026-11-20T02:15:00.000000Z")
    page.refresh()
    assert "no backup" not in said_on(page)


def said_on(page: SyncView) -> str:
    """All that can be read there."""
    return " ".join(words.text() for words in page.findChildren(Words) if words.isVisible())


def test_that_a_round_shows_how_far_it_is_and_can_be_stopped(
    opened: Opened, shown: Callable[..., SyncView]
) -> None:
    jobs = HeldJobs()
    page = shown(page_of(opened, jobs, nothing_new), 1000, 820)
    assert page.running.isHidden()
    page.sync_button.click()
    assert page.running.isVisible()
    assert not page.sync_button.isEnabled()
    page.running.cancel.click()
    jobs.let_go()
    assert page.running.isHidden()
    assert page.sync_button.isEnabled()
    assert page._page is not None
    assert page._page.report == ("Stopped. What was sent and received before is kept.",)


def test_that_the_line_in_the_rail_opens_the_page_and_says_what_it_shows(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    refuse_one(opened)
    desk = show_desk(opened)
    line = desk._rail.sync_status
    assert line.text() == "1 needs you"
    assert line.accessibleName() == "The team’s hub: 1 needs you"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Space)
    assert desk.stack.currentWidget() is desk.screens.sync
    assert line.isChecked()
    desk._rail.fit(300)
    assert (line.text(), line.accessibleName()) == ("", "The team’s hub: 1 needs you")


def test_that_a_key_begins_a_round_from_anywhere(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    desk = show_desk(opened)
    begun: list[None] = []
    desk.pulse._round = lambda job: begun.append(None) or nothing_new(job)
    desk.show_child(ChildId("ash"))
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Y, CONTROL_SHIFT)
    assert begun == [None]


def test_that_a_child_whose_copy_was_wiped_is_shown_no_longer(
    opened: Opened, show_desk: Callable[[Opened], Desk]
) -> None:
    desk = show_desk(opened)
    desk.show_children()
    desk.show_child(ChildId("fern"))

    def wipes(_job: object) -> RoundReport:
        with opened.store.unit_of_work() as uow:
            uow.ledger.forget_child(ChildId("fern"))
        return RoundReport(wiped=(ChildId("fern"),), children_received=frozenset({ChildId("fern")}))

    desk.pulse._round = wipes
    desk.pulse.sync_now()
    assert desk.stack.currentWidget() is desk.screens.today
    assert "no longer on this laptop" in desk.saver.message.text()
    desk.go_back()
    assert desk.stack.currentWidget() is desk.screens.today


@contextmanager
def handed_over(postgres: TestCluster, tmp_path: Path) -> Iterator[MadeUpLaptop]:
    """A manager's laptop, and at the hub the unsent work of someone who has left."""
    with (
        TeamHub(postgres) as hub,
        MadeUpLaptop(tmp_path / "ben") as ben,
        MadeUpLaptop(tmp_path / "mona") as mona,
    ):
        ben.enrol(hub, "Ben Made-up")
        ben.put(child := a_child("M-1", known_as="Hazel", made_up=True))
        ben.sync()
        hub.person("Mona Made-up", "manager")
        mona.enrol(hub, "Mona Made-up")
        mona.sync()
        ben.put(replace(child, known_as="Haze"))
        with hub.office() as office:
            office.deactivate(hub.people["Ben Made-up"])
        ben.sync()
        yield mona


@pytest.mark.parametrize(("button", "name"), [("release", "Haze"), ("set_aside", "Hazel")])
def test_that_a_manager_takes_handed_over_work_in_or_sets_it_aside_and_says_why(
    postgres: TestCluster,
    tmp_path: Path,
    shown: Callable[..., SyncView],
    button: str,
    name: str,
) -> None:
    with handed_over(postgres, tmp_path) as mona:
        workspace = Workspace(mona.uow, mona.clock, programs_forms())
        page = shown(page_of(mona, InlineRunner(), Rounds(ROADS, workspace)), 1000, 820)
        page.refresh()
        (row,) = page.quarantine.findChildren(QuarantineRow)
        getattr(row, button).click()
        assert row.reason.problem() == "Write down why first."
        QTest.keyClicks(QApplication.focusWidget(), "He wrote it before he left.")
        getattr(row, button).click()
        assert page._page is not None
        assert page._page.quarantine == ()
        mona.sync()
        with mona.uow() as uow:
            assert [child.known_as for child in uow.children.all()] == [name]


@pytest.mark.parametrize("look", ["light", "large", "mirrored"])
def test_that_everyone_can_use_the_page_of_the_hub(
    opened: Opened,
    shown: Callable[..., SyncView],
    themed: Callable[[Appearance], object],
    look: str,
) -> None:
    refuse_one(opened)
    themed(LOOKS[look])
    page = shown(page_of(opened, HeldJobs(), nothing_new), 1000, 820)
    page.sync_button.click()
    settle()
    for check in ALL_CHECKS:
        check(page)
