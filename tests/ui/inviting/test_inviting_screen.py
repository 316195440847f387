"""Inviting as a person meets it: who is asked, what may be said, drafts and letters."""

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from held_jobs import HeldJobs
from invited_review import workspace_with_invitees
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import BEGUN_REVIEW, CEDARS_REVIEW
from stray_windows import no_stray_windows

from fixed_clock import FixedClock
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.store import SqlStore
from iro_desktop.ui.inviting.presenter import InvitingPresenter, Shape
from iro_desktop.ui.inviting.view import InvitingView
from iro_desktop.ui.runner import InlineRunner

Open = Callable[..., InvitingView]
Key = Qt.Key


@pytest.fixture
def open_view(store: SqlStore, clock: FixedClock, shown: Callable[..., InvitingView]) -> Open:
    workspace = workspace_with_invitees(store, clock)

    def open_(review: ReviewId = BEGUN_REVIEW, runner: object = None) -> InvitingView:
        view = InvitingView(InvitingPresenter(workspace), runner or InlineRunner())  # type: ignore[arg-type]
        shown(view, WIDTH, HEIGHT)
        view.show_review(review)
        return view

    return open_


def _push(button: QWidget) -> None:
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)


def test_that_the_screen_opens_with_the_focus_on_the_first_choice(open_view: Open) -> None:
    view = open_view()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert view.named.isAncestorOf(focus)


def test_that_it_lists_who_is_asked_and_which_part_nobody_fills(open_view: Open) -> None:
    view = open_view()
    assert view.invited.texts() == [
        "Rowan: Always asked, in words of their own; never made to come",
        "Made-up Mother: Mum",
        "Made-up Social Worker: Social worker",
    ]
    (missing,) = view.missing.texts()
    assert missing == "Carer: Or: Key worker in the home. Source: IRO Handbook 2010, chapter 3"
    assert "26 November 2026" in view.by_when.text()


def test_that_lateness_is_said_in_words(open_view: Open, clock: FixedClock) -> None:
    view = open_view()
    assert "That day has gone" not in view.by_when.text()
    clock.advance(5 * 86_400)
    view.refresh()
    assert "That day has gone" in view.by_when.text()


def test_that_choices_are_made_by_arrows_and_reach_the_files(
    open_view: Open, tmp_path: Path
) -> None:
    view = open_view()
    assert (view.named.value(), view.others.value()) == ("no", "no")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Left)
    assert view.named.value() == "yes"
    view.save_in(tmp_path, Shape.DRAFT)
    assert b"Rowan" in (tmp_path / f"invitation-{BEGUN_REVIEW[:8]}-2.eml").read_bytes()
    view.show_review(BEGUN_REVIEW)
    assert view.named.value() == "no"


@pytest.mark.parametrize("shape", Shape)
def test_that_each_button_asks_for_a_folder_and_fills_it(
    open_view: Open, tmp_path: Path, qtbot: QtBot, shape: Shape
) -> None:
    view = open_view()
    saved: list[str] = []
    view.saved.connect(saved.append)
    _push({made: button for button, made in view._buttons()}[shape])
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.setDirectory(str(tmp_path))
    dialog.fileSelected.emit(str(tmp_path))
    dialog.reject()
    assert saved == [str(tmp_path)]
    assert len(list(tmp_path.glob(f"*.{shape.value}"))) == 3
    assert view.message.text() == f"3 invitations saved in {tmp_path.name}."


def test_that_nothing_else_can_be_ordered_while_files_are_written(
    open_view: Open, tmp_path: Path
) -> None:
    jobs = HeldJobs()
    view = open_view(runner=jobs)
    view.save_in(tmp_path, Shape.PDF)
    assert view.message.text() == "Writing…"
    assert not any(button.isEnabled() for button, _ in view._buttons())
    jobs.let_go()
    assert all(button.isEnabled() for button, _ in view._buttons())


def test_that_a_folder_that_cannot_be_written_is_said_and_can_be_tried_again(
    open_view: Open, tmp_path: Path
) -> None:
    view = open_view()
    (tmp_path / "file").write_bytes(b"in the way")
    view.save_in(tmp_path / "file", Shape.DRAFT)
    assert "cannot be written" in view.message.text()
    view.save_in(tmp_path, Shape.DRAFT)
    assert "3 invitations saved" in view.message.text()


def test_that_with_nobody_to_ask_there_is_nothing_to_save(open_view: Open) -> None:
    view = open_view(CEDARS_REVIEW)
    assert view.invited.texts() == []
    assert not any(button.isEnabled() for button, _ in view._buttons())


def test_that_the_way_back_leads_to_the_review(open_view: Open, qtbot: QtBot) -> None:
    view = open_view()
    with qtbot.waitSignal(view.back_wanted) as wanted:
        _push(next(b for b in view.findChildren(type(view.pdf)) if "Back" in b.text()))
    assert wanted.args == [BEGUN_REVIEW]


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_everyone_can_use_the_screen(
    open_view: Open, themed: Callable[..., object], look: object
) -> None:
    themed(look)
    view = open_view()
    view.message.say("3 invitations saved in a folder.", "success")
    settle()
    for check in ALL_CHECKS:
        check(view)


def test_that_nothing_shows_as_a_window_of_its_own(open_view: Open, tmp_path: Path) -> None:
    view = open_view()
    with no_stray_windows(view):
        view.show_review(CEDARS_REVIEW)
        view.show_review(BEGUN_REVIEW)
        view.save_in(tmp_path, Shape.DRAFT)
        settle()
