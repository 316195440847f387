"""Throw away what stands in a layout, before it is filled anew."""

from PySide6.QtWidgets import QApplication, QLayout


def empty(layout: QLayout) -> bool:
    """Throw all that stands in a layout away. Says whether the focus was in any of it."""
    had_focus = False
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            focused = QApplication.focusWidget()
            had_focus |= focused is not None and widget.isAncestorOf(focused)
            widget.hide()
            widget.deleteLater()
    return had_focus
