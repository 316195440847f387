"""The settings as a person meets them."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from made_up_laptop import OWNER, PASSPHRASE, laptop_in
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from fixed_clock import FixedClock
from iro_desktop.services.access import Laptop, make_store
from iro_desktop.services.ports import OpenStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.settings.kept_appearance import NAME, read_appearance
from iro_desktop.ui.settings.presenter import KeyringState, SettingsPresenter
from iro_desktop.ui.settings.view import SettingsView

PROCLAIMED = dt.date(2027, 6, 3)
NEW = "green kettle harbour"
APPEARANCES = {
    "light": Appearance(scheme="light"),
    "dark": Appearance(scheme="dark"),
    "large": Appearance(scheme="light", text_percent=200),
    "mirrored": Appearance.for_language("ar-XB", "light"),
    "stretched": Appearance.for_language("en-XA", "light"),
}


@pytest.fixture
def laptop(tmp_path: Path, clock: FixedClock) -> Laptop:
    return laptop_in(tmp_path / "laptop", clock)


@pytest.fixture
def opened(laptop: Laptop) -> Iterator[OpenStore]:
    made = make_store(laptop, PASSPHRASE, OWNER)
    yield made.store
    made.store.close()


@pytest.fixture
def presenter(opened: OpenStore, laptop: Laptop, clock: FixedClock) -> SettingsPresenter:
    return SettingsPresenter(opened, laptop, clock, InlineRunner(), lambda _change: None)


@pytest.fixture
def view(presenter: SettingsPresenter, shown: Callable[..., SettingsView]) -> SettingsView:
    return shown(SettingsView(presenter, Appearance("light")), 1000, 800)


def _press(button: QWidget, qtbot: QtBot) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)


def test_that_a_name_is_kept_once_its_field_is_left(
    view: SettingsView, presenter: SettingsPresenter, qtbot: QtBot
) -> None:
    view.owner_panel._name.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), " and more")
    assert presenter.owner() == OWNER
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert presenter.owner().name == OWNER.name + " and more"


def test_that_what_is_typed_is_kept_when_the_screen_is_left(
    view: SettingsView, presenter: SettingsPresenter, qtbot: QtBot
) -> None:
    view.owner_panel._telephone.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), "9")
    assert view.leave()
    assert presenter.owner().telephone == OWNER.telephone + "9"


def test_that_an_empty_name_is_asked_for_and_not_kept(
    view: SettingsView, presenter: SettingsPresenter, qtbot: QtBot
) -> None:
    view.owner_panel._name.focus_first()
    line = QApplication.focusWidget()
    qtbot.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    assert view.owner_panel._name_row.problem()
    view.leave()
    assert presenter.owner() == OWNER


def test_that_an_appearance_is_told_and_kept_as_it_is_picked(
    view: SettingsView, laptop: Laptop, qtbot: QtBot
) -> None:
    view.appearance_panel.text_size.set_value("150")
    view.appearance_panel.language.set_value("ar-XB")
    with qtbot.waitSignal(view.appearance_changed) as told:
        view.appearance_panel.scheme.focus_first()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    expected = Appearance("dark", 150, "ar-XB", "rtl")
    assert told.args == [expected]
    assert read_appearance(laptop.folder) == expected
    kept = json.loads((laptop.folder / NAME).read_text())
    assert set(kept) == {"scheme", "text_percent", "language"}


def test_that_the_passphrase_is_changed_by_the_keyboard(
    view: SettingsView, laptop: Laptop, qtbot: QtBot
) -> None:
    view.passphrase_panel.present.focus_first()
    for words in (PASSPHRASE, NEW, NEW):
        qtbot.keyClicks(QApplication.focusWidget(), words)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert laptop.keys.unlock(NEW)
    assert view.passphrase_panel.present.value() is None
    assert view.passphrase_panel.new_passphrase.passphrase() == ""


def test_that_turning_the_sign_in_on_and_off_keeps_the_focus_in_its_card(
    view: SettingsView, laptop: Laptop, qtbot: QtBot
) -> None:
    panel = view.keyring_panel
    panel.passphrase.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), PASSPHRASE)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert laptop.keys.remembered()
    assert panel.holds_focus()
    _press(panel.off_button, qtbot)
    assert laptop.keys.remembered() is None
    assert panel.holds_focus()


def test_that_without_a_keyring_nothing_is_offered(view: SettingsView) -> None:
    view.show_keyring(KeyringState.MISSING)
    panel = view.keyring_panel
    assert panel._missing.isVisible()
    assert not panel.on_button.isVisible()
    assert not panel.passphrase.isVisible()


def test_that_a_holiday_is_added_and_taken_out_by_the_keyboard(
    view: SettingsView, presenter: SettingsPresenter, qtbot: QtBot
) -> None:
    panel = view.due_dates.holidays
    panel.day.focus_first()
    qtbot.keyClicks(QApplication.focusWidget(), "3/6/2027")
    _press(panel.add_button, qtbot)
    settle()
    assert panel.day.value() is None
    qtbot.keyClick(panel.add_button, Qt.Key.Key_Tab)
    take_out = QApplication.focusWidget()
    assert take_out.accessibleName() == "Take out Thursday 3 June 2027"
    qtbot.keyClick(take_out, Qt.Key.Key_Space)
    assert panel.holds_focus()
    assert panel._days.count() == 0


def test_that_adding_no_day_is_answered_beside_the_field(view: SettingsView, qtbot: QtBot) -> None:
    _press(view.due_dates.holidays.add_button, qtbot)
    assert view.due_dates.holidays._row.problem()


def test_that_the_folder_of_the_store_can_be_read_and_selected(
    view: SettingsView, laptop: Laptop
) -> None:
    assert view.facts_panel.where.value() == str(laptop.folder)


@pytest.mark.parametrize("appearance", APPEARANCES.values(), ids=APPEARANCES.keys())
def test_that_the_settings_can_be_used_by_everyone(
    presenter: SettingsPresenter,
    shown: Callable[..., SettingsView],
    themed: Callable[[Appearance], object],
    appearance: Appearance,
) -> None:
    themed(appearance)
    view = shown(SettingsView(presenter, appearance), 1200, 900)
    presenter.due_dates.add_holiday(PROCLAIMED)
    settle()
    for check in ALL_CHECKS:
        check(view)


def test_that_nothing_is_scrolled_sideways_at_double_size(
    presenter: SettingsPresenter,
    shown: Callable[..., SettingsView],
    themed: Callable[[Appearance], object],
) -> None:
    themed(APPEARANCES["large"])
    view = shown(SettingsView(presenter, APPEARANCES["large"]), 1000, 800)
    settle()
    assert view.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
