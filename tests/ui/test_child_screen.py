"""A child's page as a person meets it: writing that is kept, booking, and every appearance."""

import datetime as dt
from collections.abc import Callable

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import HEIGHT, LOOKS, WIDTH
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, BIRCH, CEDAR, CEDARS_REVIEW, FERN, NOBODY_NAMED, workspace_of

from fixed_clock import FixedClock
from iro_desktop.domain.child import Child
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.form_engine.catalogue import Catalogue
from iro_desktop.services import preparing
from iro_desktop.services.changed import Changed
from iro_desktop.services.workspace import Workspace
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.child.journey_card import JourneyCard
from iro_desktop.ui.child.meetings.booking_panel import BookingPanel
from iro_desktop.ui.child.person_row import PersonRow
from iro_desktop.ui.child.presenter import ChildPresenter
from iro_desktop.ui.child.view import ChildView
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.offered_days import OfferedDays
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.time_field import TimeField
from iro_desktop.ui.widgets.words import Words

Show = Callable[..., ChildView]
Wear = Callable[..., object]
A_MOMENT_MS = 1


@pytest.fixture
def workspace(store: SqlStore, clock: FixedClock) -> Workspace:
    return workspace_of(store, clock)


@pytest.fixture
def open_page(workspace: Workspace, shown: Show) -> Callable[[ChildId], ChildView]:
    def open_(child: ChildId) -> ChildView:
        return shown(_view(workspace, child), WIDTH, HEIGHT)

    return open_


def _view(workspace: Workspace, child: ChildId, *, pause_ms: int = 60_000) -> ChildView:
    told: list[Changed] = []
    view = ChildView(ChildPresenter(workspace, told.append), pause_ms=pause_ms)
    view.show_child(child)
    return view


def _called(view: QWidget, name: str) -> QWidget:
    """The control that a screen reader calls so."""
    for kind in (QLineEdit, QPushButton, QToolButton):
        for control in view.findChildren(kind):
            text = control.text() if isinstance(control, QPushButton) else ""
            if control.isVisible() and (control.accessibleName() or text) == name:
                return control
    raise AssertionError(name)


def _kept(workspace: Workspace, child: ChildId) -> Child:
    with workspace.uow_factory() as uow:
        found = uow.children.find(child)
    assert found is not None
    return found


def _texts(view: QWidget) -> list[str]:
    return [words.text() for words in view.findChildren(Words) if words.isVisible()]


def _press(qtbot: QtBot, control: QWidget) -> None:
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)


def test_that_an_unnamed_child_is_given_a_name_from_the_invitation(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(NOBODY_NAMED)
    _press(qtbot, _called(view, "Give a name"))
    qtbot.keyClicks(QApplication.focusWidget(), "Robin")
    assert _kept(workspace, NOBODY_NAMED).known_as == ""
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert _kept(workspace, NOBODY_NAMED).known_as == "Robin"
    assert "Robin" in _texts(view)
    with pytest.raises(AssertionError, match="Give a name"):
        _called(view, "Give a name")


def test_that_typing_is_kept_a_moment_after_the_last_key(
    workspace: Workspace, shown: Show, qtbot: QtBot
) -> None:
    view = shown(_view(workspace, ASH, pause_ms=A_MOMENT_MS), WIDTH, HEIGHT)
    with qtbot.waitSignal(view.autosave.saved):
        qtbot.keyClicks(_called(view, "Social worker"), "M")
    assert _kept(workspace, ASH).social_worker == "M"


def test_that_leaving_the_page_keeps_what_was_typed(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    qtbot.keyClicks(_called(view, "Languages"), "Urdu, English")
    assert view.leave()
    assert _kept(workspace, ASH).languages == ("Urdu", "English")


def test_that_opening_another_child_keeps_what_was_typed_for_the_first(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    qtbot.keyClicks(_called(view, "Permanence plan"), "Adoption")
    view.show_child(CEDAR)
    assert _kept(workspace, ASH).permanence_plan == "Adoption"
    assert _kept(workspace, CEDAR).permanence_plan == ""
    plan = _called(view, "Permanence plan")
    assert isinstance(plan, QLineEdit)
    assert plan.text() == ""


def test_that_a_comma_just_typed_is_not_taken_away_by_saving(
    open_page: Callable[[ChildId], ChildView], qtbot: QtBot
) -> None:
    view = open_page(ASH)
    languages = _called(view, "Languages")
    languages.setFocus()
    qtbot.keyClicks(languages, "Urdu, ")
    view.leave()
    assert isinstance(languages, QLineEdit)
    assert languages.text() == "Urdu, "


def test_that_a_date_half_typed_does_not_take_away_the_date_that_stood_there(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    field = _called(view, "IRO since")
    field.setFocus()
    qtbot.keyClicks(field, "4 May 2026")
    view.leave()
    assert _kept(workspace, ASH).iro_allocated_on is not None
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "4 Ma")
    view.leave()
    assert _kept(workspace, ASH).iro_allocated_on is not None
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    view.leave()
    assert _kept(workspace, ASH).iro_allocated_on is None


def test_that_preparing_opens_the_review(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    with qtbot.waitSignal(view.review_opened) as opened:
        _press(qtbot, _called(view, "Prepare the next review"))
    with workspace.uow_factory() as uow:
        (begun,) = uow.reviews.of_child(ASH)
    assert opened.args == [begun.id]


def test_that_a_review_for_which_no_form_is_there_says_so_and_opens_nothing(
    store: SqlStore, clock: FixedClock, shown: Show, qtbot: QtBot
) -> None:
    whole = workspace_of(store, clock)
    formless = Workspace(whole.uow_factory, clock, Catalogue(()))
    view = shown(_view(formless, ASH), WIDTH, HEIGHT)
    with qtbot.assertNotEmitted(view.review_opened):
        _press(qtbot, _called(view, "Prepare the next review"))
    said = [banner.text() for banner in view.findChildren(Banner) if banner.isVisible()]
    assert any("form" in text for text in said)


def test_that_the_next_review_says_why_that_day_by_key(
    open_page: Callable[[ChildId], ChildView], qtbot: QtBot
) -> None:
    view = open_page(ASH)
    wanted: list[object] = []
    view.paper_wanted.connect(wanted.append)
    _press(qtbot, _called(view, "Due Monday 30 November 2026. Why that day?"))
    assert "It stops on the day the child leaves care or turns 18." in _texts(view)
    _press(
        qtbot,
        _called(view, "Print or save the explanation: First review: Monday 30 November 2026"),
    )
    assert len(wanted) == 1


def test_that_a_past_review_says_when_it_was_due_and_why(
    open_page: Callable[[ChildId], ChildView], qtbot: QtBot
) -> None:
    view = open_page(BIRCH)
    _press(qtbot, _called(view, "Was due Monday 2 February 2026. Why that day?"))
    said = " ".join(_texts(view))
    assert "20 working days after Monday 5 January 2026" in said


def test_that_what_another_day_would_mean_is_a_button_beside_booking(
    open_page: Callable[[ChildId], ChildView], qtbot: QtBot
) -> None:
    view = open_page(ASH)
    with qtbot.waitSignal(view.what_if_wanted) as wanted:
        _press(qtbot, _called(view, "What if…"))
    assert wanted.args == [ASH]


def test_that_a_date_is_booked_by_the_keyboard_alone(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    _press(qtbot, _called(view, "Book a date…"))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    with workspace.uow_factory() as uow:
        (booked,) = uow.reviews.of_child(ASH)
    assert booked.planned_for is not None
    assert booked.planned_for.isoformat() == "2026-11-23"
    assert QApplication.focusWidget() is _called(view, "Change the date…")


def test_that_days_inside_the_limit_are_offered_and_one_is_chosen_by_key(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    preparing.book(workspace.uow_factory, FERN, dt.date(2026, 11, 23), "", dt.date(2026, 11, 22))
    view = open_page(ASH)
    _press(qtbot, _called(view, "Book a date…"))
    offered = view.findChild(OfferedDays).findChildren(QPushButton)
    assert [button.text() for button in offered] == [
        "Tue 24 Nov · free",
        "Wed 25 Nov · free",
        "Thu 26 Nov · free",
        "Fri 27 Nov · free",
        "Mon 30 Nov · free",
    ]
    assert [button.isChecked() for button in offered] == [True, False, False, False, False]
    assert offered[4].accessibleDescription() == "The last working day in time."
    offered[1].setFocus()
    qtbot.keyClick(offered[1], Qt.Key.Key_Return)
    assert offered[1].isChecked()
    with workspace.uow_factory() as uow:
        assert list(uow.reviews.of_child(ASH)) == []
    _press(qtbot, _called(view, "Book this day"))
    with workspace.uow_factory() as uow:
        (booked,) = uow.reviews.of_child(ASH)
    assert booked.planned_for == dt.date(2026, 11, 25)


def test_that_a_review_is_booked_for_an_hour_of_the_day(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    _press(qtbot, _called(view, "Book a date…"))
    time = view.findChild(BookingPanel).findChild(TimeField).first_control()
    time.setFocus()
    qtbot.keyClicks(time, "2.")
    qtbot.keyClick(time, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is time
    assert "Write a time, for example 14:30" in _texts(view)
    with workspace.uow_factory() as uow:
        assert list(uow.reviews.of_child(ASH)) == []
    qtbot.keyClicks(time, "30pm")
    qtbot.keyClick(time, Qt.Key.Key_Return)
    with workspace.uow_factory() as uow:
        (booked,) = uow.reviews.of_child(ASH)
    assert (booked.starts_at, booked.lasts_minutes) == (dt.time(14, 30), 60)
    said = [pill.text() for pill in view.findChildren(Pill)]
    assert "Booked for Monday 23 November 2026 at 14:30" in said


def test_that_escape_gives_up_booking(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    _press(qtbot, _called(view, "Book a date…"))
    panel = view.findChild(BookingPanel)
    assert panel.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    with workspace.uow_factory() as uow:
        assert list(uow.reviews.of_child(ASH)) == []


def test_that_a_day_after_the_limit_is_advised_against_and_can_be_booked(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    _press(qtbot, _called(view, "Book a date…"))
    day = QApplication.focusWidget()
    qtbot.keyClick(day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(day, "1/12/2026")
    assert any("after the last day in time" in text for text in _texts(view))
    qtbot.keyClick(day, Qt.Key.Key_Return)
    with workspace.uow_factory() as uow:
        (booked,) = uow.reviews.of_child(ASH)
    assert booked.planned_for is not None


def test_that_someone_important_is_added_by_typing(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(ASH)
    _press(qtbot, _called(view, "Add someone"))
    qtbot.keyClicks(QApplication.focusWidget(), "Made-up Gran")
    _press(qtbot, _called(view, "Done"))
    with workspace.uow_factory() as uow:
        (gran,) = uow.people.of_child(ASH)
    assert gran.name == "Made-up Gran"
    assert QApplication.focusWidget() is _called(view, "Edit Made-up Gran")


def test_that_someone_removed_can_be_put_back(
    open_page: Callable[[ChildId], ChildView], workspace: Workspace, qtbot: QtBot
) -> None:
    view = open_page(CEDAR)
    _press(qtbot, _called(view, "Remove Made-up Grandad"))
    with workspace.uow_factory() as uow:
        assert list(uow.people.of_child(CEDAR)) == []
    undo = QApplication.focusWidget()
    assert undo is _called(view, "Put Made-up Grandad back")
    qtbot.keyClick(undo, Qt.Key.Key_Space)
    with workspace.uow_factory() as uow:
        assert [person.name for person in uow.people.of_child(CEDAR)] == ["Made-up Grandad"]
    settle()
    assert len(view.findChildren(PersonRow)) == 1


def test_that_a_sisters_name_opens_her_page(
    open_page: Callable[[ChildId], ChildView], qtbot: QtBot
) -> None:
    view = open_page(ASH)
    with qtbot.waitSignal(view.child_opened) as opened:
        _press(qtbot, _called(view, "Zoë Alder, 11 years old"))
    assert opened.args == [BIRCH]


def test_that_a_review_of_the_past_opens(
    open_page: Callable[[ChildId], ChildView], qtbot: QtBot
) -> None:
    view = open_page(CEDAR)
    link = next(
        button
        for button in view.findChildren(QPushButton)
        if button.accessibleName().startswith("Review of 26 October 2026")
    )
    link.setFocus()
    with qtbot.waitSignal(view.review_opened) as opened:
        qtbot.keyClick(link, Qt.Key.Key_Space)
    assert opened.args == [CEDARS_REVIEW]


def test_that_the_journey_is_there_as_text_for_whoever_asks(
    open_page: Callable[[ChildId], ChildView], qtbot: QtBot
) -> None:
    card = open_page(BIRCH).findChild(JourneyCard)
    assert not card.text().isVisible()
    _press(qtbot, card.toggle())
    assert card.text().isVisible()
    assert "Became looked after on 5 January 2026" in card.text().text()
    assert "late" in card.text().text()


@pytest.mark.parametrize(
    ("child", "look"),
    [
        *((CEDAR, look) for look in LOOKS),
        *((ASH, look) for look in ("large", "mirrored")),
        *((NOBODY_NAMED, look) for look in ("light", "stretched")),
    ],
)
def test_that_everyone_can_use_the_screen(
    workspace: Workspace, shown: Show, themed: Wear, look: str, child: ChildId
) -> None:
    themed(LOOKS[look])
    view = shown(_view(workspace, child), WIDTH, HEIGHT)
    settle()
    for check in ALL_CHECKS:
        check(view)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_that_everyone_can_book_and_write_about_people(
    workspace: Workspace, shown: Show, themed: Wear, look: Appearance
) -> None:
    themed(look)
    view = shown(_view(workspace, CEDAR), WIDTH, HEIGHT)
    view.findChild(PersonRow).edit()
    view.findChild(BookingPanel).show()
    view.findChild(JourneyCard).toggle().click()
    settle()
    for check in ALL_CHECKS:
        check(view)
