"""Repeated groups and drawings."""

from collections.abc import Callable

import pytest
from gallery import group_field
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from iro_desktop.domain.drawings import decode
from iro_desktop.ui.widgets.drawing_field import Canvas, DrawingField
from iro_desktop.ui.widgets.group_field import GroupField

Shown = Callable[..., QWidget]


def open_group(shown: Shown, *items: str) -> tuple[GroupField, list[object]]:
    """A group with entries, and what it tells as it changes."""
    field = group_field()
    field.set_value(items)
    shown(field, 600, 900)
    told: list[object] = []
    field.answer_changed.connect(lambda: told.append(field.value()))
    return field, told


def test_that_an_added_entry_stands_last_and_takes_the_focus(shown: Shown) -> None:
    field, told = open_group(shown, "a")
    field.add()
    assert told == [("a", "new-0")]
    assert field.content("new-0").isAncestorOf(QApplication.focusWidget())


def test_that_a_removed_entry_can_be_brought_back_whole(shown: Shown) -> None:
    field, told = open_group(shown, "a", "b")
    field.content("a").findChild(QLineEdit).setText("Nan")
    field.remove("a")
    assert field.value() == ("b",)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert told == [("b",), ("a", "b")]
    assert field.content("a").findChild(QLineEdit).text() == "Nan"


def test_that_alt_and_an_arrow_move_the_entry_that_has_the_focus(shown: Shown) -> None:
    field, told = open_group(shown, "a", "b", "c")
    field.content("c").findChild(QLineEdit).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert told == [("a", "c", "b")]
    field.move_item("a", -1)
    assert field.value() == ("a", "c", "b")


def test_that_tab_goes_through_the_entries_as_they_are_seen(shown: Shown) -> None:
    field, _told = open_group(shown, "a", "b")
    field.move_item("b", -1)
    first, second = (field.content(item).findChild(QLineEdit) for item in ("b", "a"))
    first.setFocus()
    for _press in range(20):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if QApplication.focusWidget() is second:
            return
    pytest.fail("the second entry was not reached from the first")


def open_drawing(shown: Shown) -> tuple[DrawingField, Canvas]:
    """A drawing field, and its sheet."""
    field = DrawingField()
    shown(field, 500, 420)
    field.focus_first()
    canvas = field.findChild(Canvas)
    assert canvas is not None
    return field, canvas


def test_that_a_line_drawn_with_the_mouse_is_one_stroke(shown: Shown) -> None:
    field, canvas = open_drawing(shown)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 60))
    QTest.mouseMove(canvas, QPoint(150, 60))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(150, 60))
    strokes = decode(field.value() or "")
    assert len(strokes) == 1
    assert strokes[0][0].x < strokes[0][-1].x or len(strokes[0]) == 1


def test_that_one_can_draw_with_the_keyboard_alone(shown: Shown) -> None:
    field, canvas = open_drawing(shown)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert field.value() is None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(canvas, key)
    (stroke,) = decode(field.value() or "")
    assert [(dot.x, dot.y) for dot in stroke] == [(520, 300), (540, 300), (540, 320)]


def test_that_a_cleared_drawing_can_be_brought_back(shown: Shown) -> None:
    field, _canvas = open_drawing(shown)
    drawn = '{"v":1,"strokes":[[1,2,5,30,40,5],[7,8,5]]}'
    field.set_value(drawn)
    field.clear()
    assert field.value() is None
    field.undo()
    assert field.value() == drawn
    field.undo()
    assert field.value() == '{"v":1,"strokes":[[1,2,5,30,40,5]]}'


def test_that_a_drawing_of_a_newer_version_is_said_to_be_so(shown: Shown) -> None:
    field, _canvas = open_drawing(shown)
    field.set_value('{"v":9,"strokes":[]}')
    assert field.problem() != ""
