"""Bank holidays, timescales and school terms as a person meets them in the settings."""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest
from accessibility_checks import ALL_CHECKS, settle
from made_up_laptop import OWNER, PASSPHRASE, laptop_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from small_caseload import workspace_of

from fixed_clock import FixedClock
from iro_desktop.services.access import make_store
from iro_desktop.services.school_terms import Term
from iro_desktop.store import SqlStore
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.runner import InlineRunner
from iro_desktop.ui.settings.due_dates.panels import DueDatesPanels
from iro_desktop.ui.settings.presenter import SettingsPresenter
from iro_desktop.ui.settings.view import SettingsView

FUNERAL = dt.date(2026, 11, 25)
AUTUMN = Term("Autumn 2026", dt.date(2026, 9, 2), dt.date(2026, 12, 18))
SPRING = Term("Spring 2027", dt.date(2027, 1, 4), dt.date(2027, 3, 25))
TIGHTER = """council: Exampleshire
rules:
  - rule: cla_first_review
    within: 15 working days
    from: 2020-01-01
    source: Exampleshire procedures 4.2
"""
APPEARANCES = {
    "light": Appearance(scheme="light"),
    "dark": Appearance(scheme="dark"),
    "large": Appearance(scheme="light", text_percent=200),
    "mirrored": Appearance.for_language("ar-XB", "light"),
    "stretched": Appearance.for_language("en-XA", "light"),
}


@pytest.fixture
def presenter(clock: FixedClock, tmp_path: Path) -> Iterator[SettingsPresenter]:
    """Of a store with six made-up children."""
    laptop = laptop_in(tmp_path / "laptop", clock)
    store = make_store(laptop, PASSPHRASE, OWNER).store
    assert isinstance(store, SqlStore)
    workspace_of(store, clock)
    yield SettingsPresenter(store, laptop, clock, InlineRunner(), lambda _change: None)
    store.close()


@pytest.fixture
def view(presenter: SettingsPresenter, shown: Callable[..., SettingsView]) -> SettingsView:
    return shown(SettingsView(presenter, Appearance("light")), 1000, 800)


@pytest.fixture
def panels(view: SettingsView) -> DueDatesPanels:
    return view.due_dates


@pytest.fixture
def council_file(tmp_path: Path) -> Path:
    path = tmp_path / "exampleshire.yaml"
    path.write_text(TIGHTER, encoding="utf-8")
    return path


def press(button: QWidget, qtbot: QtBot) -> None:
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    settle()


def write(text: str, qtbot: QtBot) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), text)


def go_on(qtbot: QtBot, times: int = 1) -> None:
    for _press in range(times):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


def spoken_rows(listed: QWidget) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(listed)
    assert interface.role() == QAccessible.Role.List
    rows = (interface.child(number) for number in range(interface.childCount()))
    return [row.text(QAccessible.Text.Name) for row in rows]


def test_that_a_named_holiday_is_added_and_what_moved_copied_by_the_keyboard(
    panels: DueDatesPanels, qtbot: QtBot
) -> None:
    panel = panels.holidays
    panel.day.focus_first()
    write("25/11/2026", qtbot)
    go_on(qtbot, 2)
    write("State funeral", qtbot)
    go_on(qtbot)
    assert QApplication.focusWidget() is panel.add_button
    press(panel.add_button, qtbot)
    assert panel.day.value() is panel.name.value() is None
    go_on(qtbot)
    assert QApplication.focusWidget() is panel.moved.list
    rows = spoken_rows(panel.moved.list)
    assert any(row.startswith("Ash Alder. First review: Mon 30 Nov 2026 → ") for row in rows)
    go_on(qtbot)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[0] in panel.banner.text()
    assert copied.splitlines()[2:] == rows
    go_on(qtbot)
    take_out = QApplication.focusWidget()
    assert take_out.accessibleName() == "Take out Wednesday 25 November 2026"


def test_that_a_holiday_at_a_weekend_is_refused_beside_its_field(
    panels: DueDatesPanels, qtbot: QtBot
) -> None:
    panel = panels.holidays
    panel.day.focus_first()
    write("28/11/2026", qtbot)
    press(panel.add_button, qtbot)
    assert "weekend" in panel._row.problem()
    assert panel.holds_focus(panel.day)
    assert not panel.moved.isVisible()


def test_that_one_moved_date_is_copied_by_its_own_key(
    panels: DueDatesPanels, presenter: SettingsPresenter, qtbot: QtBot
) -> None:
    presenter.due_dates.add_holiday(FUNERAL, "State funeral")
    settle()
    listed = panels.holidays.moved.list
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_End)
    qtbot.keyClick(listed, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == spoken_rows(listed)[-1]


def test_that_a_councils_file_is_chosen_in_a_dialog(
    panels: DueDatesPanels, qtbot: QtBot, council_file: Path
) -> None:
    panel = panels.timescales
    press(panel.file_button, qtbot)
    (dialog,) = panel.findChildren(QFileDialog)
    assert dialog.fileMode() == QFileDialog.FileMode.ExistingFile
    dialog.fileSelected.emit(str(council_file))
    dialog.reject()
    settle()
    assert panel.state.text() == "The law, and the rules of Exampleshire"
    assert spoken_rows(panel.own) == [
        (
            "First review. Tightened: 15 working days in place of 20 working days · "
            "Exampleshire procedures 4.2. In force since 1 January 2020."
        )
    ]
    assert panel.moved.isVisible()


def test_that_the_law_alone_is_gone_back_to_and_the_focus_stays(
    panels: DueDatesPanels, presenter: SettingsPresenter, qtbot: QtBot, council_file: Path
) -> None:
    panel = panels.timescales
    assert not panel.law_button.isVisible()
    presenter.due_dates.use_council_file(council_file)
    press(panel.law_button, qtbot)
    assert panel.state.text() == "The law alone"
    assert not panel.own.isVisible()
    assert QApplication.focusWidget() is panel.file_button


def test_that_a_refused_file_lists_every_reason(
    panels: DueDatesPanels, presenter: SettingsPresenter, council_file: Path
) -> None:
    looser = TIGHTER.replace("15 working", "30 working")
    council_file.write_text(looser + looser[looser.index("  - rule") :], encoding="utf-8")
    presenter.due_dates.use_council_file(council_file)
    settle()
    panel = panels.timescales
    rows = spoken_rows(panel.reasons)
    assert len(rows) > 1
    assert rows[0].startswith("exampleshire.yaml, line 4, column 5 (T007). ")
    assert panel.state.text() == "The law alone"


def test_that_a_timescale_is_found_and_read_by_the_keyboard(
    panels: DueDatesPanels, qtbot: QtBot
) -> None:
    finder = panels.timescales.finder
    finder.words.focus_first()
    write("secure first", qtbot)
    assert finder.count().startswith("1 of ")
    go_on(qtbot)
    assert QApplication.focusWidget() is finder.list
    qtbot.keyClick(finder.list, Qt.Key.Key_Return)
    whole = QApplication.focusWidget()
    assert whole.accessibleName() == "First review of secure accommodation"
    text = QAccessible.queryAccessibleInterface(whole).text(QAccessible.Text.Value)
    assert text.startswith("1 month after")


def test_that_arrows_go_from_one_timescale_to_the_next(
    panels: DueDatesPanels, qtbot: QtBot
) -> None:
    finder = panels.timescales.finder
    before = finder.whole.value()
    finder.list.setFocus()
    qtbot.keyClick(finder.list, Qt.Key.Key_Down)
    assert spoken_rows(finder.list)[1].startswith("Second review. 3 months")
    assert finder.whole.value() != before
    assert finder.whole.value().startswith("3 months after")


def test_that_nothing_found_shows_no_timescale(panels: DueDatesPanels, qtbot: QtBot) -> None:
    finder = panels.timescales.finder
    finder.words.focus_first()
    write("nothing of the kind", qtbot)
    assert finder.count().startswith("0 of ")
    assert not finder.list.isVisible()
    assert not finder.whole.isVisible()


def test_that_a_term_is_added_changed_and_taken_out_by_the_keyboard(
    panels: DueDatesPanels, qtbot: QtBot
) -> None:
    panel = panels.terms
    panel.name.focus_first()
    write("Autumn 2026", qtbot)
    go_on(qtbot)
    write("2/9/2026", qtbot)
    go_on(qtbot, 2)
    write("18/12/2026", qtbot)
    press(panel.keep_button, qtbot)
    go_on(qtbot)
    change = QApplication.focusWidget()
    assert change.accessibleName() == "Change Autumn 2026"
    qtbot.keyClick(change, Qt.Key.Key_Space)
    assert panel.first.date() == AUTUMN.first
    assert panel.leave_button.isVisible()
    write(" term", qtbot)
    press(panel.keep_button, qtbot)
    assert not panel.leave_button.isVisible()
    go_on(qtbot, 2)
    take_out = QApplication.focusWidget()
    assert take_out.accessibleName() == "Take out Autumn 2026 term"
    qtbot.keyClick(take_out, Qt.Key.Key_Space)
    assert panel.holds_focus()
    assert panel._terms.count() == 0


def test_that_a_change_of_a_term_can_be_left(
    panels: DueDatesPanels, presenter: SettingsPresenter, qtbot: QtBot
) -> None:
    presenter.due_dates.keep_term(AUTUMN, None)
    settle()
    panel = panels.terms
    change = panel._terms.itemAt(0).widget().change
    press(change, qtbot)
    press(panel.leave_button, qtbot)
    assert panel.name.value() is None
    assert panel.holds_focus(panel.name)


def test_that_a_term_taken_out_while_it_is_changed_is_not_brought_back_as_a_change(
    panels: DueDatesPanels, presenter: SettingsPresenter, qtbot: QtBot
) -> None:
    presenter.due_dates.keep_term(AUTUMN, None)
    settle()
    press(panels.terms._terms.itemAt(0).widget().change, qtbot)
    press(panels.terms._terms.itemAt(0).widget().remove, qtbot)
    assert not panels.terms.leave_button.isVisible()


@pytest.mark.parametrize("missing", ["name", "first", "last"])
def test_that_what_a_term_lacks_is_asked_for_beside_its_field(
    panels: DueDatesPanels, qtbot: QtBot, missing: str
) -> None:
    panel = panels.terms
    panel.name.set_value("Autumn 2026")
    panel.first.set_value("2026-09-02")
    panel.last.set_value("2026-12-18")
    getattr(panel, missing).set_value(None)
    press(panel.keep_button, qtbot)
    assert getattr(panel, f"{missing}_row").problem()
    assert panel.holds_focus(getattr(panel, missing))


def test_that_an_overlapping_term_is_refused_beside_its_first_day(
    panels: DueDatesPanels, presenter: SettingsPresenter
) -> None:
    presenter.due_dates.keep_term(AUTUMN, None)
    presenter.due_dates.keep_term(Term("Late", AUTUMN.last, SPRING.first), None)
    assert "Autumn 2026" in panels.terms.first_row.problem()


def fill(view: SettingsView, council_file: Path) -> None:
    """All that the three cards can show at once."""
    wishes = view._presenter.due_dates
    wishes.add_holiday(FUNERAL, "State funeral")
    wishes.use_council_file(council_file)
    wishes.keep_term(AUTUMN, None)
    wishes.keep_term(SPRING, None)
    wishes.keep_term(Term("Late", AUTUMN.last, SPRING.first), None)
    settle()


@pytest.mark.parametrize("appearance", APPEARANCES.values(), ids=APPEARANCES.keys())
def test_that_the_cards_can_be_used_by_everyone(
    presenter: SettingsPresenter,
    shown: Callable[..., SettingsView],
    themed: Callable[[Appearance], object],
    appearance: Appearance,
    council_file: Path,
) -> None:
    themed(appearance)
    view = shown(SettingsView(presenter, appearance), 1200, 900)
    fill(view, council_file)
    cards = view.due_dates
    for card, check in product((cards.holidays, cards.timescales, cards.terms), ALL_CHECKS):
        check(card)


def test_that_nothing_is_scrolled_sideways_at_double_size_with_all_there_is(
    presenter: SettingsPresenter,
    shown: Callable[..., SettingsView],
    themed: Callable[[Appearance], object],
    council_file: Path,
) -> None:
    themed(APPEARANCES["large"])
    view = shown(SettingsView(presenter, APPEARANCES["large"]), 1000, 800)
    fill(view, council_file)
    assert view.findChild(QScrollArea).horizontalScrollBar().maximum() == 0
