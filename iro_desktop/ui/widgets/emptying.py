"""Throw away what stands in a layout, before it is filled anew."""

from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QWidget


def empty(layout: QLayout) -> bool:
    """Throw all that stands in a layout away. Says whether the focus was in any of it."""
    had_focus = False
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            focused = QApplication.focusWidget()
            had_focus |= focused is not None and widget.isAncestorOf(focused)
            _leave(widget)
    return had_focus


def throw_away(place: QLayout | QStackedWidget, *widgets: QWidget) -> None:
    """Throw away some of what stands in a layout or a stack, and leave the rest."""
    for widget in widgets:
        place.removeWidget(widget)
        _leave(widget)


def _leave(widget: QWidget) -> None:
    widget.hide()  # at once: Qt deletes it only once it is back in its own loop
    widget.deleteLater()
