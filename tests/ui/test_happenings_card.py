"""What happened, written down on a child's page by key; and whom the law lets be an IRO there."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, CEDAR, ELDER, FERN, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.child import Child
from iro_desktop.domain.happenings import Happening
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.domain.review import ReviewKind
from iro_desktop.services import happenings, preparing, sittings
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.child.about import AboutField
from iro_desktop.ui.child.about_card import AboutCard
from iro_desktop.ui.child.happenings_card import HappeningsCard
from iro_desktop.ui.child.meetings.booking_panel import BookingPanel
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.messages import StatusLine
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words

Show = Callable[..., ChildView]
OpenPage = Callable[[ChildId], ChildView]
Key = Qt.Key
TODAY = dt.date(2026, 11, 22)
KIT = ChildId("kit")
IRO = "Made-up Iro"


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def open_page(workspace: Workspace, shown: Show) -> OpenPage:
    def open_(child: ChildId) -> ChildView:
        view = ChildView(ChildPresenter(workspace, lambda _change: None), pause_ms=60_000)
        view.show_child(child)
        return shown(view, WIDTH, HEIGHT)

    return open_


def _card(view: ChildView) -> HappeningsCard:
    found = view.findChild(HappeningsCard)
    assert found is not None
    return found


def _about(view: ChildView) -> AboutCard:
    found = view.findChild(AboutCard)
    assert found is not None
    return found


def _texts(view: QWidget) -> list[str]:
    return [words.text() for words in view.findChildren(Words) if words.isVisible()]


def _button(inside: QWidget, name: str) -> QWidget:
    for kind in (QPushButton, QToolButton):
        for found in inside.findChildren(kind):
            called = found.accessibleName() or found.text()
            if found.isVisible() and called.startswith(name):
                return found
    raise AssertionError(name)


def _press(qtbot: QtBot, control: QWidget) -> None:
    control.setFocus()
    qtbot.keyClick(control, Key.Key_Space)


def _write(qtbot: QtBot, row: FormRow, text: str) -> None:
    row.focus_first()
    here = QApplication.focusWidget()
    assert isinstance(here, QLineEdit)
    here.selectAll()
    qtbot.keyClicks(here, text)


def _pick(qtbot: QtBot, row: FormRow, steps: int) -> None:
    row.focus_first()
    for _step in range(steps):
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Down)


def _known(workspace: Workspace, child: ChildId = CEDAR) -> list[tuple[Happening, dt.date, str]]:
    found = happenings.of_child(workspace.uow_factory, child)
    return [(one.happening, one.on, one.note) for one in found]


def _kept(workspace: Workspace, child: ChildId) -> Child:
    with workspace.uow_factory() as uow:
        found = uow.children.find(child)
    assert found is not None
    return found


# Written down, taken back, put back


def test_that_what_happened_is_written_down_by_key(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    card = _card(open_page(CEDAR))
    _press(qtbot, card.add_button)
    _pick(qtbot, card.form.about_row, 2)
    _pick(qtbot, card.form.kind_row, 1)
    _write(qtbot, card.form.note_row, "With the team manager")
    _write(qtbot, card.form.day_row, "20/11/2026")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert _known(workspace) == [
        (Happening.CONCERN_RESOLVED, dt.date(2026, 11, 20), "With the team manager")
    ]
    assert "The concern was resolved" in _texts(card)
    assert QApplication.focusWidget() is card.add_button
    assert not card.form.isVisible()


def test_that_a_day_to_come_is_refused_beside_it_and_nothing_typed_is_lost(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    card = _card(open_page(CEDAR))
    _press(qtbot, card.add_button)
    _pick(qtbot, card.form.about_row, 2)
    _write(qtbot, card.form.note_row, "With the team manager")
    _write(qtbot, card.form.day_row, "23/11/2026")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert card.form.day_row.problem() == "That day is still to come."
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Escape)
    assert QApplication.focusWidget() is card.add_button
    _press(qtbot, card.add_button)
    assert card.form.note_row.field.value() == "With the team manager"
    assert _known(workspace) == []


def test_that_a_strategy_discussion_says_which_one_it_was(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    card = _card(open_page(CEDAR))
    _press(qtbot, card.add_button)
    assert not card.form.which_row.isVisible()
    _pick(qtbot, card.form.about_row, 7)
    assert card.form.which_row.isVisible()
    _pick(qtbot, card.form.which_row, 1)
    _write(qtbot, card.form.note_row, "By telephone")
    _write(qtbot, card.form.day_row, "20/11/2026")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert _known(workspace) == [
        (Happening.STRATEGY_DISCUSSION, dt.date(2026, 11, 20), "The first. By telephone")
    ]


def test_that_what_was_taken_back_can_be_put_back(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    day = dt.date(2026, 11, 9)
    happenings.record(workspace.uow_factory, CEDAR, Happening.PEP_HELD, day, "At school")
    view = open_page(CEDAR)
    card = _card(view)
    _press(qtbot, _button(card, "Take back: The personal education plan"))
    assert _known(workspace) == []
    assert "The personal education plan (PEP) was reviewed" not in _texts(card)
    assert QApplication.focusWidget() is card.undo_button
    qtbot.keyClick(card.undo_button, Key.Key_Space)
    assert _known(workspace) == [(Happening.PEP_HELD, day, "At school")]
    assert "The personal education plan (PEP) was reviewed" in _texts(card)
    assert not card.undo_button.isVisible()


def test_that_what_one_child_is_asked_is_not_shown_to_the_next(
    open_page: OpenPage, qtbot: QtBot
) -> None:
    view = open_page(CEDAR)
    card = _card(view)
    _press(qtbot, card.add_button)
    _write(qtbot, card.form.note_row, "Of Cedar alone")
    view.show_child(ASH)
    assert not card.form.isVisible()
    _press(qtbot, card.add_button)
    assert card.form.note_row.field.value() is None


def test_that_all_are_shown_to_whoever_asks(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    for day in range(1, 9):
        when = dt.date(2026, 11, day)
        happenings.record(workspace.uow_factory, CEDAR, Happening.CORE_GROUP_MET, when)
    card = _card(open_page(CEDAR))
    assert _texts(card).count("The core group met") == 5
    _press(qtbot, _button(card, "Show all 8"))
    assert _texts(card).count("The core group met") == 8
    assert QApplication.focusWidget() is _button(card, "Take back: The core group met, 3 November")


@pytest.mark.parametrize("look", LOOKS)
def test_that_everyone_can_write_down_what_happened(
    open_page: OpenPage,
    workspace: Workspace,
    themed: Callable[..., object],
    qtbot: QtBot,
    look: str,
) -> None:
    themed(LOOKS[look])
    happenings.record(
        workspace.uow_factory, CEDAR, Happening.PEP_HELD, dt.date(2026, 11, 9), "At school"
    )
    card = _card(open_page(CEDAR))
    _press(qtbot, card.add_button)
    _pick(qtbot, card.form.about_row, 6)
    card.form.note_row.focus_first()
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    settle()
    for check in ALL_CHECKS:
        check(card)


# What stands of reviews


def test_that_adjourned_and_cancelled_reviews_are_said_on_the_page(
    open_page: OpenPage, workspace: Workspace
) -> None:
    factory = workspace.uow_factory
    day = dt.date(2026, 12, 4)
    fern = preparing.book(factory, FERN, day, "", TODAY)
    sittings.cancel(factory, fern.id, "Made up")
    cedar = preparing.book(factory, CEDAR, day, "", TODAY)
    sittings.adjourn(factory, cedar.id, TODAY, "Made up")
    for child, said in ((FERN, "Cancelled"), (CEDAR, "Adjourned")):
        view = open_page(child)
        pills = [pill.text() for pill in view.findChildren(Pill) if pill.isVisible()]
        assert said in pills


def test_that_another_kind_of_meeting_is_booked_beside_the_review_of_the_case(
    open_page: OpenPage, workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(FERN)
    _press(qtbot, _button(view, "Book a date…"))
    booking = view.findChild(BookingPanel)
    assert booking is not None
    assert booking.offered.isVisible()
    row = next(row for row in booking.findChildren(FormRow) if "Kind of meeting" in _texts(row))
    _pick(qtbot, row, 1)
    assert not booking.offered.isVisible()
    day_row = next(
        row for row in booking.findChildren(FormRow) if "Day of the review" in _texts(row)
    )
    _write(qtbot, day_row, "4/12/2026")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return)
    with workspace.uow_factory() as uow:
        booked = [one for one in uow.reviews.of_child(FERN) if one.planned_for]
    assert [(one.kind, one.planned_for) for one in booked] == [
        (ReviewKind.SECURE, dt.date(2026, 12, 4))
    ]


# Parent and child


@pytest.fixture
def kit(workspace: Workspace) -> ChildId:
    """Fern's made-up child, were she old enough: Cedar, of sixteen, is the parent who is."""
    child = Child(
        id=KIT, number="1007", known_as="Kit", date_of_birth=dt.date(2026, 5, 1), made_up=True
    )
    with workspace.uow_factory() as uow:
        cedar = uow.children.find(CEDAR)
        assert cedar is not None
        uow.children.put(replace(cedar, iro_name=IRO))
        uow.children.put(child)
    return KIT


def test_that_those_old_enough_are_offered_as_a_parent(
    open_page: OpenPage, workspace: Workspace, kit: ChildId, qtbot: QtBot
) -> None:
    view = open_page(kit)
    row = _about(view).row(AboutField.PARENT)
    _write(qtbot, _about(view).row(AboutField.IRO_NAME), "Another Made-up Iro")
    _pick(qtbot, row, 2)
    view.leave()
    assert _kept(workspace, kit).parent_id == CEDAR


def test_that_nobody_is_asked_for_a_parent_where_nobody_could_be_one(
    open_page: OpenPage,
) -> None:
    assert not _about(open_page(ELDER)).row(AboutField.PARENT).isVisible()


def test_that_an_iro_of_parent_and_child_is_refused_and_stays_as_typed(
    open_page: OpenPage, workspace: Workspace, kit: ChildId, qtbot: QtBot
) -> None:
    child = replace(_kept(workspace, kit), parent_id=CEDAR, iro_name="Another Made-up Iro")
    with workspace.uow_factory() as uow:
        uow.children.put(child)
    view = open_page(kit)
    about = _about(view)
    row = about.row(AboutField.IRO_NAME)
    _write(qtbot, row, IRO)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert "has the same IRO, and theirs must differ" in row.problem()
    assert row.field.value() == IRO
    assert _kept(workspace, kit).iro_name == "Another Made-up Iro"
    status = view.findChild(StatusLine)
    assert status is not None
    assert status.text() == "All is saved but one field: it says why."
    _write(qtbot, about.row(AboutField.SOCIAL_WORKER), "Made-up Worker")
    assert view.leave()
    assert _kept(workspace, kit).social_worker == "Made-up Worker"
    assert row.field.value() == IRO
    _pick(qtbot, about.row(AboutField.PARENT), 0)
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Home)
    view.leave()
    assert row.problem() == ""
    assert (_kept(workspace, kit).iro_name, _kept(workspace, kit).parent_id) == (IRO, None)
    assert status.text() == "All changes saved"
