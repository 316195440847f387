"""The ways between the screens, and that nothing typed on one is lost on the way to another."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from looks import LOOKS
from made_up_desk import laptop_with_caseload, surroundings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import ASH, BEGUN_REVIEW, CEDAR, CEDARS_REVIEW, FERN, NOBODY_NAMED
from stray_windows import no_stray_windows

from a_role_for_tests import be
from fixed_clock import FixedClock
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Review
from iro_desktop.i18n import Translator
from iro_desktop.services.access import Laptop
from iro_desktop.services.explaining import explanation_of
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.reckoning import lawful
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.screens import build_desk
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton

Key = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WIDTH, HEIGHT = 1240, 820


@pytest.fixture
def opened(tmp_path: Path, clock: FixedClock) -> Iterator[tuple[Laptop, OpenStore]]:
    laptop, store = laptop_with_caseload(tmp_path / "laptop", clock)
    yield laptop, store
    store.close()


@pytest.fixture
def store_kept(opened: tuple[Laptop, OpenStore]) -> OpenStore:
    return opened[1]


@pytest.fixture
def make_desk(opened: tuple[Laptop, OpenStore], clock: FixedClock) -> Callable[[], Desk]:
    laptop, store = opened

    def make() -> Desk:
        return build_desk(
            surroundings(laptop, clock), InlineRunner(), store, lambda _appearance: None
        )

    return make


@pytest.fixture
def desk(make_desk: Callable[[], Desk], shown: Callable[..., Desk]) -> Desk:
    made = shown(make_desk(), WIDTH, HEIGHT)
    made.focus_screen()
    return made


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focus(), key, modifier)


def _in_front(desk: Desk) -> QWidget:
    return desk.stack.currentWidget()


def _type_place(desk: Desk) -> None:
    """Write where the meeting is, and leave the focus there."""
    review = desk.screens.review
    review.go_to(review.order.index("welcome"))
    row = review.stack.page_of("welcome").rows["met_at", ""]
    assert isinstance(row, FormRow)
    row.focus_first()
    QTest.keyClicks(_focus(), "your school")


def _place_kept(store: OpenStore) -> object:
    with store.unit_of_work() as uow:
        answers = uow.answers.of_review(BEGUN_REVIEW)
    return next((answer.value for answer in answers if answer.question == "met_at"), None)


def test_that_another_day_is_tried_from_a_childs_page_and_booked(
    desk: Desk, store_kept: OpenStore
) -> None:
    desk.show_child(ASH)
    desk.screens.child.header.what_if_wanted.emit()
    assert _in_front(desk) is desk.screens.what_if
    desk.screens.what_if.move_by(1)
    desk.screens.what_if.book()
    assert _in_front(desk) is desk.screens.child
    with store_kept.unit_of_work() as uow:
        (review,) = uow.reviews.of_child(ASH)
    assert str(review.planned_for) == "2026-11-24"


def test_that_the_whole_record_is_read_from_a_childs_page(
    desk: Desk, store_kept: OpenStore
) -> None:
    review = Review(id=ReviewId("held"), child_id=ASH, held_on=dt.date(2026, 11, 2))
    with store_kept.unit_of_work() as uow:
        uow.reviews.put(review)
    desk.show_child(ASH)
    desk.screens.child.at_25_wanted.emit(review.id)
    assert _in_front(desk) is desk.screens.writing
    assert desk.screens.writing.kind is DocumentKind.READ_AT_25
    assert desk.screens.writing.leave()


@pytest.mark.parametrize(
    "name", ["today", "children", "diary", "child", "what_if", "review", "writing"]
)
def test_that_a_due_date_on_any_screen_can_be_put_on_paper(desk: Desk, name: str) -> None:
    due = lawful().due("record_sent", dt.date(2026, 11, 2))
    getattr(desk.screens, name).paper_wanted.emit(explanation_of(due, Translator()))
    assert desk.saver.dialog is not None
    assert desk.saver.dialog.isVisible()
    desk.saver.dialog.reject()


def test_that_today_is_in_front_at_first(desk: Desk) -> None:
    assert _in_front(desk) is desk.screens.today


def test_that_no_place_on_the_rail_is_lit_while_a_child_is_in_front(desk: Desk) -> None:
    desk.show_diary()
    desk.show_child(ASH)
    assert not [button for button in desk._buttons if button.isChecked()]
    diary = next(button for button in desk._buttons if button.text() == "Diary")
    for _ in range(2):  # a place that is lit stays lit when it is chosen again
        diary.click()
        assert diary.isChecked()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Key.Key_1, "today"),
        (Key.Key_2, "children"),
        (Key.Key_3, "diary"),
        (Key.Key_4, "importing"),
        (Key.Key_5, "settings"),
    ],
)
def test_that_each_screen_is_a_key_away_with_the_focus_on_it(
    desk: Desk, key: Qt.Key, name: str
) -> None:
    desk.show_child(ASH)
    _press(key, CONTROL)
    screen = getattr(desk.screens, name)
    assert _in_front(desk) is screen
    assert _focus() is screen or screen.isAncestorOf(_focus())
    chosen = [button for button in desk._buttons if button.isChecked()]
    assert [desk._buttons[button] for button in chosen] == [screen]


def test_that_the_way_back_leads_through_the_screens_one_came_by(desk: Desk) -> None:
    desk.show_children()
    desk.show_child(CEDAR)
    desk.show_review(CEDARS_REVIEW)
    for screen in (desk.screens.child, desk.screens.children, desk.screens.today):
        _press(Key.Key_Left, ALT)
        assert _in_front(desk) is screen
    _press(Key.Key_Left, ALT)
    assert _in_front(desk) is desk.screens.today


def test_that_a_review_opens_with_the_focus_on_its_sections(desk: Desk) -> None:
    desk.show_child(NOBODY_NAMED)
    desk.screens.child.review_opened.emit(BEGUN_REVIEW)
    assert _in_front(desk) is desk.screens.review
    assert _focus() is desk.screens.review.sections


def test_that_the_documents_open_with_the_focus_on_which_and_lead_back(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.show_review(CEDARS_REVIEW)
    desk.screens.review.document_wanted.emit(CEDARS_REVIEW)
    writing = desk.screens.writing
    assert _in_front(desk) is writing
    assert writing.kinds.isAncestorOf(_focus())
    writing.back_wanted.emit(CEDARS_REVIEW)
    assert _in_front(desk) is desk.screens.review
    assert _focus() is desk.screens.review.sections


def test_that_invitations_open_from_a_childs_page_and_lead_back_to_it(desk: Desk) -> None:
    desk.show_child(NOBODY_NAMED)
    invite = next(
        button
        for button in desk.screens.child.findChildren(ActionButton)
        if button.text() == "Invitations…"
    )
    invite.setFocus()
    _press(Key.Key_Space)
    inviting = desk.screens.inviting
    assert _in_front(desk) is inviting
    assert inviting.named.isAncestorOf(_focus())
    inviting.back_wanted.emit(BEGUN_REVIEW)
    assert _in_front(desk) is desk.screens.child
    _press(Key.Key_Left, ALT)
    assert _in_front(desk) is desk.screens.today


def test_that_invitations_open_from_the_diary_and_lead_back_to_the_same_days(desk: Desk) -> None:
    desk.show_diary()
    diary = desk.screens.diary
    diary.bar.mode_wanted.emit("list")
    diary.bar.step_wanted.emit(1)
    title = diary.bar.title.text()
    invite = next(
        button
        for button in diary.list.findChildren(ActionButton)
        if button.text() == "Invitations…"
    )
    invite.setFocus()
    _press(Key.Key_Space)
    assert _in_front(desk) is desk.screens.inviting
    assert desk.screens.inviting.by_when.text()
    desk.screens.inviting.back_wanted.emit(BEGUN_REVIEW)
    assert _in_front(desk) is diary
    assert diary.bar.title.text() == title
    assert diary.list.isVisible()


@pytest.mark.parametrize(
    "go",
    [
        lambda desk: desk.show_today(),
        lambda desk: desk.show_children(),
        lambda desk: desk.show_child(FERN),
        lambda desk: desk.show_review(CEDARS_REVIEW),
        lambda desk: desk.show_documents(CEDARS_REVIEW),
        lambda desk: desk.show_invitations(BEGUN_REVIEW),
        lambda desk: desk.show_diary(),
        lambda desk: desk.show_importing(),
        lambda desk: desk.show_settings(),
        lambda desk: desk.go_back(),
        lambda desk: desk.leave(),
    ],
)
def test_that_what_is_typed_is_kept_on_every_way_out_of_a_review(
    desk: Desk, store_kept: OpenStore, go: Callable[[Desk], None]
) -> None:
    desk.show_review(BEGUN_REVIEW)
    _type_place(desk)
    assert _place_kept(store_kept) is None
    go(desk)
    assert _place_kept(store_kept) == "your school"


def test_that_one_comes_back_to_the_section_one_left(desk: Desk) -> None:
    desk.show_review(BEGUN_REVIEW)
    _type_place(desk)
    desk.screens.review.back_wanted.emit(NOBODY_NAMED)
    assert _in_front(desk) is desk.screens.child
    _press(Key.Key_Left, ALT)
    review = desk.screens.review
    assert review.order[review.stack_place()] == "welcome"


def test_that_a_figure_of_today_opens_the_children_it_counts(desk: Desk) -> None:
    desk.screens.today.children_wanted.emit("overdue")
    assert _in_front(desk) is desk.screens.children


def test_that_locking_is_a_key_away(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.lock_wanted):
        _press(Key.Key_L, CONTROL)


@pytest.mark.parametrize("look", ["light", "large", "mirrored", "stretched"])
def test_that_everyone_can_use_what_stands_around_the_screens(
    make_desk: Callable[[], Desk],
    shown: Callable[..., Desk],
    themed: Callable[[Appearance], object],
    look: str,
) -> None:
    themed(LOOKS[look])
    desk = shown(make_desk(), WIDTH, HEIGHT)
    settle()
    for check in ALL_CHECKS:
        check(desk)


def test_that_no_screen_shows_anything_as_a_window_of_its_own(
    make_desk: Callable[[], Desk], shown: Callable[..., Desk]
) -> None:
    with no_stray_windows():
        desk = make_desk()
        window = QStackedWidget()
        window.addWidget(desk)
    shown(window, WIDTH, HEIGHT)
    with no_stray_windows(window):
        for show in (
            desk.show_children,
            lambda: desk.show_child(CEDAR),
            lambda: desk.show_child(NOBODY_NAMED),
            lambda: desk.show_review(BEGUN_REVIEW),
            lambda: desk.show_review(CEDARS_REVIEW),
            lambda: desk.show_documents(CEDARS_REVIEW),
            lambda: desk.show_invitations(BEGUN_REVIEW),
            desk.show_diary,
            desk.show_importing,
            desk.show_settings,
            desk.show_today,
        ):
            show()
            settle()


# While others see the screen


def test_that_nothing_else_comes_to_the_front_of_a_shared_screen(
    make_desk: Callable[[], Desk], shown: Callable[..., Desk]
) -> None:
    desk = shown(make_desk(), WIDTH, HEIGHT)
    desk.show_children()
    desk.show_review(BEGUN_REVIEW)
    review = desk.screens.review
    review.chair.toggle_shared()
    assert not desk._rail.isVisible()
    for key, modifier in ((Key.Key_1, CONTROL), (Key.Key_3, CONTROL), (Key.Key_Left, ALT)):
        QTest.keyClick(QApplication.focusWidget() or desk, key, modifier)
        assert desk.stack.currentWidget() is review
    review.back_wanted.emit(CEDAR)
    assert desk.stack.currentWidget() is review
    review.chair.toggle_shared()
    assert desk._rail.isVisible()
    desk.go_back()
    assert desk.stack.currentWidget() is desk.screens.children


def test_that_only_who_may_begin_a_record_is_offered_to_bring_children_in(
    make_desk: Callable[[], Desk], store_kept: OpenStore, shown: Callable[..., Desk]
) -> None:
    assert isinstance(store_kept, SqlStore)
    be(store_kept, "manager")
    desk = shown(make_desk(), WIDTH, HEIGHT)
    assert not desk.import_button.isVisible()
    assert desk.children_button.text() == "Children"
    before = desk.stack.currentWidget()
    desk.show_importing()  # as its key would
    assert desk.stack.currentWidget() is before
