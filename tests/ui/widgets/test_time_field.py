import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from iro_desktop.i18n import Translator
from iro_desktop.ui.widgets.time_field import TimeField
from iro_desktop.ui.widgets.time_words import read_time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:30", (14, 30)),
        ("14.30", (14, 30)),
        (" 1430 ", (14, 30)),
        ("9", (9, 0)),
        ("9 30", (9, 30)),
        ("2.30pm", (14, 30)),
        ("2 p.m.", (14, 0)),
        ("12am", (0, 0)),
        ("12 pm", (12, 0)),
        ("0:05", (0, 5)),
    ],
)
def test_that_a_time_is_read_as_people_write_it(text: str, time: tuple[int, int]) -> None:
    assert read_time(text) == dt.time(*time)


@pytest.mark.parametrize("text", ["", "noon", "25:00", "14:60", "13pm", "0am", "14:3", "14:30:00"])
def test_that_what_is_no_time_is_not_guessed_at(text: str) -> None:
    assert read_time(text) is None


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)))
def test_that_a_time_as_the_screen_says_it_is_read_back(time: dt.time) -> None:
    assert read_time(Translator().time(time)) == time


def test_that_a_time_half_typed_is_complained_of_only_once_it_is_left(
    shown: Callable[..., QWidget],
) -> None:
    field, other, page = TimeField(), QLineEdit(), QWidget()
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(other)
    shown(page)
    field.focus_first()
    QTest.keyClicks(field.first_control(), "14:")
    assert (field.problem(), field.is_unread(), field.value()) == ("", True, None)
    other.setFocus()
    assert field.problem() == "Write a time, for example 14:30"
    field.focus_first()
    QTest.keyClicks(field.first_control(), "3")
    QTest.keyClicks(field.first_control(), "0")
    assert (field.problem(), field.value()) == ("", "14:30")


def test_that_a_time_is_put_in_order_when_left(shown: Callable[..., QWidget]) -> None:
    field, other, page = TimeField(), QLineEdit(), QWidget()
    column = QVBoxLayout(page)
    column.addWidget(field)
    column.addWidget(other)
    shown(page)
    field.focus_first()
    QTest.keyClicks(field.first_control(), "2.30pm")
    other.setFocus()
    line = field.first_control()
    assert isinstance(line, QLineEdit)
    assert line.text() == "14:30"
