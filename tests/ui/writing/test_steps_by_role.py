"""Which steps of a document's way each role is offered, and that a reader's copy notes nothing."""

from collections.abc import Callable

import pytest
from on_its_way import OnItsWay
from PySide6.QtWidgets import QWidget
from small_caseload import CEDARS_REVIEW, workspace_of
from what_can_be_written import buttons_that_write, fields_to_write_in

from a_role_for_tests import be
from fixed_clock import FixedClock
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.withholding import Reader
from iro_desktop.services import writing
from iro_desktop.store import SqlStore
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.writing.versions.next_step import Action, next_step
from iro_desktop.ui.writing.versions.panel import VersionsPanel

DECISIONS = CopyWanted(review=CEDARS_REVIEW, kind=DocumentKind.DECISIONS, reader=Reader.PARENT)


@pytest.fixture
def way(store: SqlStore, clock: FixedClock) -> OnItsWay:
    return OnItsWay(workspace_of(store, clock))


def test_that_business_support_sends_what_is_signed_and_changes_nothing(
    way: OnItsWay, store: SqlStore
) -> None:
    way.signed()
    assert {Action.SEND, Action.CORRECT} <= next_step(way.page).actions
    be(store, "business_support")
    assert next_step(way.page).main is Action.SEND
    assert next_step(way.page).actions == {Action.SEND, Action.OPEN}


def test_that_a_manager_reads_it_and_is_told_whose_the_next_step_is(
    way: OnItsWay, store: SqlStore
) -> None:
    be(store, "manager")
    said = "No version of this copy is kept yet. The child’s IRO makes one."
    assert (next_step(way.page).sentence, next_step(way.page).actions) == (said, frozenset())
    be(store, "iro")
    way.signed()
    be(store, "manager")
    assert next_step(way.page).sentence.endswith("That is for the child’s IRO.")
    assert next_step(way.page).actions == {Action.OPEN}


@pytest.mark.parametrize(("role", "buttons"), [("manager", 1), ("social_worker", 0)])
def test_that_only_a_manager_answers_the_decisions(
    way: OnItsWay, store: SqlStore, shown: Callable[..., QWidget], role: str, buttons: int
) -> None:
    be(store, role)
    panel = VersionsPanel(way.presenter, InlineRunner())
    panel.show_copy(DECISIONS)
    shown(panel, 760, 800)
    assert fields_to_write_in(panel) == []
    assert len(buttons_that_write(panel)) == buttons


def test_that_a_copy_that_a_reader_keeps_does_not_wait_to_be_sent(
    way: OnItsWay, store: SqlStore, clock: FixedClock
) -> None:
    be(store, "auditor")
    minutes = DocumentKind.MINUTES
    assert not writing.note_written(store.unit_of_work, CEDARS_REVIEW, minutes, clock)
    be(store, "iro")
    assert writing.note_written(store.unit_of_work, CEDARS_REVIEW, minutes, clock)
