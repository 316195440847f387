"""The checks themselves: each must catch the fault it is there for."""

from collections.abc import Callable

import pytest
from accessibility_checks import (
    ALL_CHECKS,
    assert_everything_has_a_name_and_a_role,
    assert_focus_is_visible,
    assert_nothing_is_cut,
    assert_radio_groups_are_one_stop,
    assert_tab_reaches_everything,
    assert_targets_are_large_enough,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

Shown = Callable[..., QWidget]


def window(*widgets: QWidget) -> QWidget:
    """A window with two sound controls around what is given."""
    made = QWidget()
    layout = QVBoxLayout(made)
    for widget in (QPushButton("First"), *widgets, QPushButton("Last")):
        layout.addWidget(widget)
    return made


def named(widget: QWidget) -> QWidget:
    """The widget with a name."""
    widget.setAccessibleName("Name")
    return widget


@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.__name__)
def test_that_a_sound_window_passes(shown: Shown, check: Callable[[QWidget], None]) -> None:
    check(shown(window(named(QLineEdit()))))


def test_that_a_missing_name_is_found(shown: Shown) -> None:
    with pytest.raises(AssertionError, match="QLineEdit"):
        assert_everything_has_a_name_and_a_role(shown(window(QLineEdit())))


def test_that_a_trap_is_found(shown: Shown) -> None:
    with pytest.raises(AssertionError, match="trap"):
        assert_tab_reaches_everything(shown(window(named(QPlainTextEdit()))))


def test_that_what_tab_does_not_reach_is_found(shown: Shown) -> None:
    before, skipped, after = QPushButton("A"), QPushButton("B"), QPushButton("C")
    made = shown(window(before, skipped, after))

    def skip(_next: bool) -> bool:  # noqa: FBT001 - Qt's own
        after.setFocus()
        return True

    before.focusNextPrevChild = skip  # type: ignore[method-assign]
    with pytest.raises(AssertionError, match="QPushButton"):
        assert_tab_reaches_everything(made)


def test_that_a_small_target_is_found(shown: Shown) -> None:
    small = QPushButton("x")
    small.setFixedSize(16, 16)
    with pytest.raises(AssertionError, match="16x"):
        assert_targets_are_large_enough(shown(window(small)))


@pytest.mark.parametrize("wraps", [False, True])
def test_that_cut_words_are_found(shown: Shown, *, wraps: bool) -> None:
    label = QLabel("Words that need far more room than this")
    label.setWordWrap(wraps)
    label.setFixedSize(60, 20)
    with pytest.raises(AssertionError, match="Words that need"):
        assert_nothing_is_cut(shown(window(label)))


def test_that_an_invisible_focus_is_found(shown: Shown) -> None:
    plain = QPushButton("Plain")
    plain.setStyleSheet("QPushButton, QPushButton:focus { border: none; padding: 8px; }")
    with pytest.raises(AssertionError, match="pixels"):
        assert_focus_is_visible(shown(window(plain)))


def test_that_a_radio_group_of_several_stops_is_found(shown: Shown) -> None:
    row = QWidget()
    layout, group = QHBoxLayout(row), QButtonGroup(row)
    for text in ("Yes", "No"):
        radio = QRadioButton(text)
        group.addButton(radio)
        layout.addWidget(radio)
    with pytest.raises(AssertionError, match="QRadioButton"):
        assert_radio_groups_are_one_stop(shown(window(row)))
