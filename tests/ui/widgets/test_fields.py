"""What every field promises, and what each kind adds."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from gallery import TODAY, every_field, options
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from iro_desktop.ui.widgets.choice_field import ChoiceField, ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.text_field import FEWEST_LINES, MOST_LINES, LongTextField, TextField
from iro_desktop.ui.widgets.yes_no_field import YesNoField

Shown = Callable[..., QWidget]
KINDS = (
    "text", "long text", "remarked text", "choice", "choices", "date", "number", "scale", "person",
    "yes or no", "drawing", "group",
)  # fmt: skip


class Listener:
    """Counts what a field tells."""

    def __init__(self, field: Field) -> None:
        self.changes = self.departures = 0
        field.answer_changed.connect(self._on_changed)
        field.left.connect(self._on_left)

    def _on_changed(self) -> None:
        self.changes += 1

    def _on_left(self) -> None:
        self.departures += 1


def focus() -> QWidget:
    """What has the focus, which must be something: a key on nothing aborts."""
    here = QApplication.focusWidget()
    assert here is not None
    return here


@pytest.mark.parametrize("kind", KINDS)
def test_that_a_field_shows_what_is_set_and_tells_no_one(shown: Shown, kind: str) -> None:
    field, value = every_field()[kind]
    shown(field)
    listener = Listener(field)
    assert field.value() is None
    field.set_value(value)  # type: ignore[arg-type]  # each value fits its field
    assert field.value() == value
    field.set_value(None)
    assert field.value() is None
    assert listener.changes == 0


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_question_is_said_wherever_the_focus_stops(shown: Shown, kind: str) -> None:
    field, value = every_field()[kind]
    field.set_value(value)  # type: ignore[arg-type]
    field.set_names("How is Ash?", "Say it plainly")
    shown(field)
    field.focus_first()
    interface = QAccessible.queryAccessibleInterface(focus())
    words = interface.text(QAccessible.Text.Name) + interface.text(QAccessible.Text.Description)
    assert "How is Ash?" in words
    assert "Say it plainly" in words


@pytest.mark.parametrize("kind", KINDS)
def test_that_leaving_a_field_is_told_once(shown: Shown, kind: str) -> None:
    field, value = every_field()[kind]
    field.set_value(value)  # type: ignore[arg-type]
    window, other = QWidget(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(other)
    shown(window)
    field.focus_first()
    listener = Listener(field)
    other.setFocus()
    assert listener.departures == 1


@pytest.mark.parametrize("kind", ["text", "long text", "date", "number", "choice", "scale"])
def test_that_a_read_only_field_takes_no_keys(shown: Shown, kind: str) -> None:
    field, value = every_field()[kind]
    field.set_value(value)  # type: ignore[arg-type]
    field.set_read_only(True)
    shown(field)
    field.focus_first()
    listener = Listener(field)
    for key in (Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_Space):
        QTest.keyClick(focus(), key)
    assert field.value() == value
    assert listener.changes == 0


def test_that_typing_is_told_and_spaces_are_no_answer(shown: Shown) -> None:
    field = TextField()
    shown(field)
    field.focus_first()
    listener = Listener(field)
    QTest.keyClicks(focus(), "  ")
    assert field.value() is None
    QTest.keyClicks(focus(), "Ash")
    assert field.value() == "  Ash"
    assert listener.changes == 5


def _height_of(lines: int, shown: Shown) -> int:
    field = LongTextField()
    field.set_value("\n".join("word" for _line in range(lines)))
    shown(field, 400)
    return field.findChild(QPlainTextEdit).sizeHint().height()


def test_that_a_long_text_grows_with_its_lines_up_to_a_bound(shown: Shown) -> None:
    heights = {lines: _height_of(lines, shown) for lines in (1, FEWEST_LINES, 6, MOST_LINES, 40)}
    assert heights[1] == heights[FEWEST_LINES] < heights[6] < heights[MOST_LINES] == heights[40]


def test_that_tab_leaves_a_long_text(shown: Shown) -> None:
    window, field, after = QWidget(), LongTextField(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(field)
    layout.addWidget(after)
    shown(window)
    field.focus_first()
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is after


def test_that_the_wheel_goes_to_the_page_while_nobody_writes(shown: Shown) -> None:
    window, field, other = QWidget(), LongTextField(), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(other)
    layout.addWidget(field)
    shown(window)
    field.set_value("line\n" * 100)
    other.setFocus()
    text = field.findChild(QPlainTextEdit)
    wheel = QWheelEvent(
        QPointF(5, 5), text.mapToGlobal(QPointF(5, 5)), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(text.viewport(), wheel)
    assert text.verticalScrollBar().value() == 0
    assert not wheel.isAccepted()


def test_that_arrows_choose_and_delete_takes_the_choice_back(shown: Shown) -> None:
    field = ChoiceField(options())
    shown(field)
    field.focus_first()
    listener = Listener(field)
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert field.value() == "a"
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert field.value() == "b"
    QTest.keyClick(focus(), Qt.Key.Key_Delete)
    assert field.value() is None
    assert listener.changes == 3
    assert focus() is field.first_control()


def test_that_an_ampersand_in_an_option_is_shown_and_is_no_shortcut(shown: Shown) -> None:
    field = ChoiceField(options())
    shown(field)
    field.set_value("b")
    interface = QAccessible.queryAccessibleInterface(field.first_control())
    assert interface.text(QAccessible.Text.Name) == "Video & phone"


def test_that_several_answers_stand_in_the_order_offered(shown: Shown) -> None:
    field = ChoicesField(options())
    field.set_value(("c", "a"))
    assert field.value() == ("a", "c")


def date_field(shown: Shown, typed: str) -> DateField:
    """A date field in which that was typed."""
    field = DateField(lambda: TODAY)
    shown(field)
    field.focus_first()
    QTest.keyClicks(focus(), typed)
    return field


def test_that_a_typed_date_is_said_in_words_and_written_out_once_left(shown: Shown) -> None:
    field = date_field(shown, "4/5/26")
    assert field.value() == "2026-05-04"
    assert field.date() == dt.date(2026, 5, 4)
    assert "Monday 4 May 2026" in [
        label.text() for label in field.findChildren(QWidget) if hasattr(label, "text")
    ]
    field.first_control().clearFocus()
    assert field.findChild(QLineEdit).text() == "4 May 2026"


def test_that_an_unreadable_date_is_kept_and_said_only_once_left(shown: Shown) -> None:
    field = date_field(shown, "4 Mayy")
    assert field.value() is None
    assert field.problem() == ""
    field.first_control().clearFocus()
    assert field.problem() != ""
    assert field.findChild(QLineEdit).text() == "4 Mayy"
    field.set_value("2026-05-04")
    assert field.problem() == ""


def test_that_a_day_picked_from_the_calendar_is_the_answer(shown: Shown, qtbot: QtBot) -> None:
    field = date_field(shown, "")
    listener = Listener(field)
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    calendar = QApplication.activePopupWidget()
    assert calendar is not None
    view = calendar.focusWidget()
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert field.value() == "2026-11-23"
    assert listener.changes >= 1
    assert QApplication.activePopupWidget() is None


@pytest.mark.parametrize(
    ("typed", "value"), [("12", 12.0), ("12.5", 12.5), ("41", None), ("many", None)]
)
def test_that_a_number_out_of_bounds_is_kept_and_said(
    shown: Shown, typed: str, value: float | None
) -> None:
    field = NumberField(Decimal(0), Decimal(40))
    shown(field)
    field.focus_first()
    QTest.keyClicks(focus(), typed)
    assert field.value() == value
    field.first_control().clearFocus()
    assert bool(field.problem()) is (value is None)
    assert field.findChild(QLineEdit).text() == typed


def test_that_any_name_can_be_typed_beside_the_suggestions(shown: Shown) -> None:
    field = PersonField(("Jo Made-up",))
    shown(field)
    field.focus_first()
    QTest.keyClicks(focus(), "Sam")
    assert field.value() == "Sam"
    field.set_suggestions(("Kim Made-up",))
    assert field.value() == "Sam"


def test_that_more_is_asked_only_where_the_answer_calls_for_it(shown: Shown) -> None:
    field = YesNoField("What would help?", detail_on=False)
    shown(field)
    field.set_value(True)
    assert field.findChild(QPlainTextEdit) is None
    field.set_value(False)
    text = field.findChild(QPlainTextEdit)
    assert text.isVisible()
    field.set_detail("A lamp")
    field.set_value(True)
    assert not text.isVisible()
    assert field.detail() == "A lamp"


def test_that_moving_from_yes_to_its_detail_is_not_leaving(shown: Shown) -> None:
    field = YesNoField("Which?")
    field.set_value(True)
    shown(field)
    field.focus_first()
    listener = Listener(field)
    field.findChild(QPlainTextEdit).setFocus()
    assert listener.departures == 0
