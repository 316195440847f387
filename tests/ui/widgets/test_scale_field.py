"""0 to 10 in halves, and nothing that is not 0."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.widgets.scale_field import ScaleField, ScaleSlider

Shown = Callable[..., QWidget]


def open_field(shown: Shown) -> tuple[ScaleField, ScaleSlider]:
    """A field in a window, and its slider."""
    field = ScaleField("Not safe", "Very safe")
    shown(field, 660)
    field.focus_first()
    slider = field.findChild(ScaleSlider)
    assert slider is not None
    return field, slider


@pytest.mark.parametrize(
    ("keys", "score"),
    [
        ("7", 7.0), ("75", 7.5), ("7.", 7.5), ("7.5", 7.5), ("7.0", 7.0), ("0", 0.0), ("0.", 0.5),
        ("05", 0.5), ("1", 1.0), ("10", 10.0), ("1.", 1.5), ("1.5", 1.5), ("78", 8.0), ("55", 5.5),
        ("100", 0.0), ("9.", 9.5),
    ],
)  # fmt: skip
def test_that_digits_give_the_score_they_spell(shown: Shown, keys: str, score: float) -> None:
    field, slider = open_field(shown)
    QTest.keyClicks(slider, keys)
    assert field.value() == score


def test_that_untouched_is_not_zero_and_does_not_look_like_it(shown: Shown) -> None:
    field, slider = open_field(shown)
    assert field.value() is None
    untouched = slider.grab().toImage()
    field.set_value(0.0)
    assert field.value() == 0.0
    assert slider.grab().toImage() != untouched


def test_that_arrows_go_half_a_step_and_delete_takes_it_back(shown: Shown) -> None:
    field, slider = open_field(shown)
    field.set_value(5.0)
    told: list[float | None] = []
    field.answer_changed.connect(lambda: told.append(field.value()))
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_End,
        Qt.Key.Key_Home,
    ):
        QTest.keyClick(slider, key)
    QTest.keyClick(slider, Qt.Key.Key_Delete)
    assert told == [5.5, 5.0, 6.0, 10.0, 0.0, None]


def test_that_a_click_gives_the_half_it_is_nearest_to(shown: Shown) -> None:
    field, slider = open_field(shown)
    for halves in range(21):
        place = QPoint(round(slider.place_of(halves)), slider.height() // 2)
        QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=place)
        assert field.value() == halves / 2


def test_that_the_scale_is_mirrored_in_a_right_to_left_screen(
    themed: Callable[[Appearance], object], shown: Shown
) -> None:
    themed(Appearance(scheme="light", direction="rtl"))
    _field, slider = open_field(shown)
    assert slider.halves_at(QPointF(slider.width() - 2, 5)) == 0
    assert slider.halves_at(QPointF(2, 5)) == 20


def test_that_a_reader_meets_a_slider_and_hears_that_it_is_not_answered(shown: Shown) -> None:
    field, slider = open_field(shown)
    field.set_names("How safe do you feel?")
    interface = QAccessible.queryAccessibleInterface(slider)
    assert interface.role() == QAccessible.Role.Slider
    assert "Not answered yet" in interface.text(QAccessible.Text.Description)
    interface.valueInterface().setCurrentValue(8)
    field.set_value(4.0)
    assert "4 out of 10" in interface.text(QAccessible.Text.Description)
    assert "0: Not safe." in interface.text(QAccessible.Text.Description)
