"""A question, its field, and what is wrong with it."""

from collections.abc import Callable

from gallery import TODAY
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.text_field import TextField

Shown = Callable[..., QWidget]


def description(row: FormRow) -> str:
    """What a reader hears of the field beside its name."""
    interface = QAccessible.queryAccessibleInterface(row.field.first_control())
    return interface.text(QAccessible.Text.Description)


def visible_words(row: FormRow) -> list[str]:
    """Every word that can be seen."""
    return [label.text() for label in row.findChildren(QLabel) if label.isVisible()]


def test_that_a_row_tells_all_it_shows_to_a_reader_too(shown: Shown) -> None:
    row = FormRow("What is Ash called?", TextField(), hint="As Ash says it", required=True)
    shown(row)
    assert row.field.first_control().accessibleName() == "What is Ash called?"
    assert "needed to close" in description(row)
    assert "As Ash says it" in description(row)
    assert {"What is Ash called?", "needed to close", "As Ash says it"} <= set(visible_words(row))


def test_that_a_problem_is_shown_said_and_taken_away(shown: Shown) -> None:
    row = FormRow("What is Ash called?", TextField())
    shown(row)
    row.show_problem("Write a name")
    assert "Write a name" in visible_words(row)
    assert "Write a name" in description(row)
    row.show_problem(None)
    assert "Write a name" not in visible_words(row)
    assert "Write a name" not in description(row)


def test_that_a_fields_own_problem_comes_before_what_was_found_missing(shown: Shown) -> None:
    row = FormRow("When?", DateField(lambda: TODAY))
    shown(row)
    row.show_problem("Give a date")
    row.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "nevr")
    row.field.first_control().clearFocus()
    assert row.problem() == row.field.problem() != ""


def test_that_help_opens_and_shuts(shown: Shown) -> None:
    row = FormRow("Why?", TextField(), help_text="Because")
    shown(row)
    assert "Because" not in visible_words(row)
    button = row.findChild(QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert "Because" in visible_words(row)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert "Because" not in visible_words(row)


def test_that_an_ampersand_in_a_question_is_shown(shown: Shown) -> None:
    row = FormRow("Health & school?", TextField())
    shown(row)
    assert row.field.first_control().accessibleName() == "Health & school?"
    assert row.findChild(QLabel).text() == "Health && school?"
