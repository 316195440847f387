"""Fields where one may only look, or where there is little room."""

from collections.abc import Callable

import pytest
from accessibility_checks import focusables, settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Option
from iro_desktop.ui.widgets.choice_field import ChoiceField, ChoicesField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.scale_field import ScaleField
from iro_desktop.ui.widgets.surfaces import ScrollPage
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.widgets.yes_no_field import YesNoField

Show = Callable[..., QWidget]
OPTIONS = (Option("kept", "Kept"), Option("partly", "Partly kept"), Option("not", "Not kept"))
VERBATIM = "  I said\u00a0it 🙂\n\n  twice\n"
SEEN_ONLY: dict[str, tuple[Callable[[], Field], AnswerValue]] = {
    "pick": (lambda: PickField(OPTIONS), "not"),
    "choice": (lambda: ChoiceField(OPTIONS), "partly"),
    "choices": (lambda: ChoicesField(OPTIONS), ("partly", "not")),
    "scale": (lambda: ScaleField("Never", "Always"), 7.5),
    "yes or no": (lambda: YesNoField("Why?", detail_on=False), True),
}


@pytest.mark.parametrize("kind", SEEN_ONLY)
def test_that_what_may_only_be_seen_is_reached_by_keys_and_changed_by_none(
    shown: Show, kind: str
) -> None:
    make, value = SEEN_ONLY[kind]
    field = make()
    field.set_value(value)
    field.set_read_only(True)
    field.set_names("Was it kept?")
    shown(field)
    reached = focusables(field)
    assert reached
    for control in reached:
        control.setFocus()
        assert QApplication.focusWidget() is control
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Delete, Qt.Key.Key_5):
            QTest.keyClick(control, key)
    assert field.value() == value


def test_that_an_answer_seen_only_is_read_in_words(shown: Show) -> None:
    field = PickField(OPTIONS)
    field.set_read_only(True)
    field.set_value("partly")
    shown(field)
    assert isinstance(field.first_control(), QLineEdit)
    assert field.findChild(QLineEdit).text() == "Partly kept"
    field.set_read_only(False)
    field.focus_first()
    assert QApplication.focusWidget() is field.first_control()
    assert not field.findChild(QLineEdit).isVisible()


def test_that_every_character_of_a_text_is_kept(shown: Show) -> None:
    field = LongTextField()
    shown(field)
    QApplication.clipboard().setText(VERBATIM)
    field.focus_first()
    QTest.keyClick(field.first_control(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.value() == VERBATIM
    again = LongTextField()
    again.set_value(VERBATIM)
    assert again.value() == VERBATIM


@pytest.mark.parametrize("make", [DateField, lambda _today: NumberField()])
def test_that_what_is_half_typed_is_told_from_what_was_taken_back(
    shown: Show, clock: object, make: Callable[..., Field]
) -> None:
    field = make(clock.today)  # type: ignore[attr-defined]  # a FixedClock
    shown(field)
    field.focus_first()
    line = field.findChild(QLineEdit)
    QTest.keyClicks(line, "4 Ma")
    assert field.value() is None
    assert field.is_unread()
    line.clear()
    assert not field.is_unread()


def test_that_a_row_of_choices_stands_on_end_where_it_has_no_room(shown: Show) -> None:
    field = ChoiceField(OPTIONS, in_a_row=True)
    shown(field, 700)
    tops = {button.y() for button in field._group.buttons()}
    assert len(tops) == 1
    field.resize(150, 400)
    settle()
    tops = {button.y() for button in field._group.buttons()}
    assert len(tops) == len(OPTIONS)
    assert all(button.geometry().right() <= 150 for button in field._group.buttons())
    field.resize(700, 100)
    settle()
    assert len({button.y() for button in field._group.buttons()}) == 1


def test_that_a_screen_reader_can_be_told_more_than_is_seen(shown: Show) -> None:
    row = FormRow("", PickField(OPTIONS), spoken="Was it kept? (Swimming)")
    shown(row)
    control = row.field.first_control()
    assert control.accessibleName() == "Was it kept? (Swimming)"
    row.set_spoken("Was it kept? (Football)")
    assert control.accessibleName() == "Was it kept? (Football)"
    row.set_question("Was it done?")
    assert control.accessibleName() == "Was it kept? (Football)"


def test_that_what_has_the_focus_comes_wholly_into_view_and_stays_there(shown: Show) -> None:
    page = ScrollPage()
    texts = [LongTextField(fewest_lines=4) for _number in range(12)]
    page.add(*texts)
    shown(page, 500, 300)
    settle()
    texts[8].focus_first()
    settle()
    assert _is_whole(page, texts[8])
    for text in texts[:8]:
        text.set_value("\n".join("word" for _line in range(9)))
    settle()
    assert _is_whole(page, texts[8])


def _is_whole(page: ScrollPage, field: Field) -> bool:
    control = field.first_control()
    top = control.mapTo(page.viewport(), QPoint(0, 0)).y()
    return top >= 0 and top + control.height() <= page.viewport().height()
