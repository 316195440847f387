"""The window: locked and open, what it keeps as it closes, and what it hides from other eyes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from made_up_desk import laptop_with_caseload, surroundings
from made_up_laptop import PASSPHRASE
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import BEGUN_REVIEW
from stray_windows import no_stray_windows

from fixed_clock import FixedClock
from iro_desktop.services import recording
from iro_desktop.services.access import Laptop
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import NoSpace
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.desk import Desk
from iro_desktop.ui.main_window import MainWindow
from iro_desktop.ui.runner import Runner
from iro_desktop.ui.screens import build_desk
from iro_desktop.ui.start import build_window
from iro_desktop.ui.unlock.presenter import UnlockPresenter
from iro_desktop.ui.unlock.view import UnlockView
from iro_desktop.ui.widgets.form_row import FormRow

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
A_MOMENT_MS = 1


@pytest.fixture
def laptop(tmp_path: Path, clock: FixedClock) -> Laptop:
    """A laptop with the small caseload, locked."""
    made, store = laptop_with_caseload(tmp_path / "laptop", clock)
    store.close()
    return made


@pytest.fixture
def window(
    laptop: Laptop,
    clock: FixedClock,
    runner: Runner,
    qtbot: QtBot,
    themed: Callable[..., object],
) -> MainWindow:
    """The window of that laptop, locked and in front."""
    made = build_window(surroundings(laptop, clock), runner)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.begin()
    return made


def _focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focus(), key, modifier)


def _unlock(window: MainWindow, qtbot: QtBot) -> Desk:
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))
    QTest.keyClicks(_focus(), PASSPHRASE)
    _press(Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.desk is not None
    return window.desk


def _type_place(desk: Desk) -> None:
    desk.show_review(BEGUN_REVIEW)
    review = desk.screens.review
    review.go_to(review.order.index("welcome"))
    row = review.stack.page_of("welcome").rows["met_at", ""]
    assert isinstance(row, FormRow)
    row.focus_first()
    QTest.keyClicks(_focus(), "your school")


def _place_kept(laptop: Laptop) -> object:
    """What the store holds, opened by its passphrase once the window has let go of it."""
    store = laptop.open_store(laptop.folder, laptop.keys.unlock(PASSPHRASE))
    try:
        with store.unit_of_work() as uow:
            answers = uow.answers.of_review(BEGUN_REVIEW)
        return next((answer.value for answer in answers if answer.question == "met_at"), None)
    finally:
        store.close()


def _place_in(store: OpenStore | None) -> object:
    assert store is not None
    with store.unit_of_work() as uow:
        answers = uow.answers.of_review(BEGUN_REVIEW)
    return next((answer.value for answer in answers if answer.question == "met_at"), None)


def test_that_the_window_begins_locked_and_opens_by_the_passphrase(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.desk is None
    assert window.store is None
    desk = _unlock(window, qtbot)
    assert window.stack.currentWidget() is desk
    assert desk.stack.currentWidget() is desk.screens.today
    assert _focus() is desk.screens.today or desk.screens.today.isAncestorOf(_focus())
    assert window.unlock is None


def test_that_the_title_never_says_more_than_the_programs_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = _unlock(window, qtbot)
    for show in (desk.show_children, lambda: desk.show_review(BEGUN_REVIEW)):
        show()
        assert window.windowTitle() == "IRO Desktop"


def test_that_locking_keeps_what_was_typed_and_lets_go_of_the_store(
    window: MainWindow, laptop: Laptop, qtbot: QtBot
) -> None:
    _type_place(_unlock(window, qtbot))
    _press(Key.Key_L, CONTROL)
    assert window.desk is None
    assert window.store is None
    assert isinstance(window.stack.currentWidget(), UnlockView)
    assert _place_kept(laptop) == "your school"


def test_that_one_unlocks_again_and_goes_on(window: MainWindow, qtbot: QtBot) -> None:
    _type_place(_unlock(window, qtbot))
    _press(Key.Key_L, CONTROL)
    _unlock(window, qtbot)
    assert _place_in(window.store) == "your school"


def test_that_closing_the_window_keeps_what_was_typed(
    window: MainWindow, laptop: Laptop, qtbot: QtBot
) -> None:
    _type_place(_unlock(window, qtbot))
    window.close()
    assert window.store is None
    assert _place_kept(laptop) == "your school"


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A disk that takes no answer, until the function given is called."""

    def no_space(*_given: object) -> Changed:
        raise NoSpace

    monkeypatch.setattr(recording, "save_answer", no_space)
    return monkeypatch.undo


def test_that_the_window_stays_open_while_the_disk_is_full(
    window: MainWindow, laptop: Laptop, qtbot: QtBot, full_disk: Callable[[], None]
) -> None:
    desk = _unlock(window, qtbot)
    _type_place(desk)
    desk.show_today()
    assert not window.close()
    assert window.isVisible()
    assert window.stack.currentWidget() is desk
    assert desk.stack.currentWidget() is desk.screens.review
    full_disk()
    assert window.close()
    assert _place_kept(laptop) == "your school"


def test_that_locking_on_a_full_disk_hides_everything_and_locks_once_there_is_room(
    window: MainWindow, laptop: Laptop, qtbot: QtBot, full_disk: Callable[[], None]
) -> None:
    desk = _unlock(window, qtbot)
    _type_place(desk)
    window.lock()
    assert window.store is not None
    assert not desk.isVisible()
    assert any("Not locked yet" in words.text() for words in _words_in_sight(window))
    full_disk()
    window.lock()
    assert isinstance(window.stack.currentWidget(), UnlockView)
    assert _place_kept(laptop) == "your school"


def test_that_another_appearance_waits_for_a_full_disk(
    window: MainWindow, qtbot: QtBot, full_disk: Callable[[], None]
) -> None:
    desk = _unlock(window, qtbot)
    _type_place(desk)
    window.rebuild()
    assert window.desk is desk
    full_disk()
    window.rebuild()
    assert window.desk is not desk
    assert _place_in(window.store) == "your school"


def _words_in_sight(window: MainWindow) -> list[QLabel]:
    return [words for words in window.findChildren(QLabel) if words.isVisible()]


@pytest.mark.parametrize("way", ["another program", "a bug", "the cover"])
def test_that_what_is_typed_is_kept_when_the_window_goes_out_of_sight(
    window: MainWindow, qtbot: QtBot, way: str
) -> None:
    _type_place(_unlock(window, qtbot))
    assert _place_in(window.store) is None
    if way == "another program":
        QApplication.sendEvent(QApplication.instance(), QEvent(QEvent.Type.ApplicationDeactivate))
    elif way == "a bug":
        window.keep_everything()
    else:
        _press(Key.Key_F9)
    assert _place_in(window.store) == "your school"


def test_that_a_key_hides_everything_and_shows_it_again_where_one_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = _unlock(window, qtbot)
    _type_place(desk)
    writing_at = _focus()
    _press(Key.Key_F9)
    assert not desk.isVisible()
    assert "F9" in _focus().accessibleName()
    _press(Key.Key_F9)
    assert desk.isVisible()
    assert _focus() is writing_at


def test_that_esc_or_a_key_that_is_held_lifts_the_picture_and_a_key_hit_by_chance_does_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = _unlock(window, qtbot)
    _press(Key.Key_F9)
    _press(Key.Key_A)
    assert not desk.isVisible()
    _press(Key.Key_Escape)
    assert desk.isVisible()
    _press(Key.Key_F9)
    QTest.keyPress(_focus(), Key.Key_Space)
    qtbot.waitUntil(desk.isVisible)


def test_that_there_is_nothing_to_hide_while_it_is_locked(window: MainWindow) -> None:
    window.toggle_cover()
    assert isinstance(window.stack.currentWidget(), UnlockView)


def test_that_the_window_locks_itself_when_nobody_works(
    laptop: Laptop,
    clock: FixedClock,
    runner: Runner,
    qtbot: QtBot,
    themed: Callable[..., object],
) -> None:
    around = surroundings(laptop, clock)
    window = MainWindow(
        lambda: UnlockView(
            UnlockPresenter(laptop, runner, restore=lambda _file: None, warm_up=lambda: None)
        ),
        lambda store: build_desk(around, runner, store, lambda _appearance: None),
        settle=runner.shutdown,
        lock_after_ms=A_MOMENT_MS,
    )
    qtbot.addWidget(window)
    window.show()
    window.begin(laptop.open_store(laptop.folder, laptop.keys.unlock(PASSPHRASE)))
    qtbot.waitUntil(lambda: window.desk is None)
    assert window.store is None


def test_that_another_appearance_keeps_what_was_typed_and_comes_back_to_the_settings(
    window: MainWindow, qtbot: QtBot
) -> None:
    desk = _unlock(window, qtbot)
    _type_place(desk)
    desk.screens.settings.appearance_changed.emit(Appearance("dark"))
    assert window.desk is not None
    assert window.desk is not desk
    assert window.desk.stack.currentWidget() is window.desk.screens.settings
    assert _place_in(window.store) == "your school"


def test_that_nothing_shows_as_a_window_of_its_own(window: MainWindow, qtbot: QtBot) -> None:
    with no_stray_windows(window):
        desk = _unlock(window, qtbot)
        desk.show_review(BEGUN_REVIEW)
        window.toggle_cover()
        window.toggle_cover()
        desk.screens.settings.appearance_changed.emit(Appearance("dark"))
        window.lock()
