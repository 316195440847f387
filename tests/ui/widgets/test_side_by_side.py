"""Two columns that turn into one."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.widgets.side_by_side import SideBySide

Show = Callable[..., SideBySide]


def _columns() -> tuple[SideBySide, QPushButton, QPushButton]:
    columns, first, second = SideBySide(), QPushButton("first"), QPushButton("second")
    columns.add_first(first)
    columns.add_second(second)
    return columns, first, second


def test_that_columns_stand_beside_each_other_where_there_is_room(shown: Show) -> None:
    columns, first, second = _columns()
    shown(columns, 1000, 400)
    assert columns.is_side_by_side()
    assert first.y() == second.y()
    assert first.x() < second.x()


def test_that_columns_stand_beneath_each_other_where_there_is_little(shown: Show) -> None:
    columns, first, second = _columns()
    shown(columns, 600, 400)
    assert not columns.is_side_by_side()
    assert first.x() == second.x()
    assert first.y() < second.y()


def test_that_larger_text_needs_more_room_for_two(
    shown: Show, themed: Callable[[Appearance], object]
) -> None:
    themed(Appearance(scheme="light", text_percent=200))
    columns, _first, _second = _columns()
    shown(columns, 1000, 400)
    assert not columns.is_side_by_side()
