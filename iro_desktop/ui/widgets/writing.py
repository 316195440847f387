"""What is there to be written with, which is not offered where nothing is one's own to write."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from iro_desktop.ui.widgets.form_row import FormRow

W = TypeVar("W", bound=QWidget)
_WRITES = "writes"


def writing(widget: W) -> W:
    """The widget, marked as one by which something is written, and always in sight for that."""
    widget.setProperty(_WRITES, True)
    return widget


def offer_writing(within: QWidget, *, offered: bool) -> None:
    """Let all that stands within a widget be written, or be read only."""
    rows = within.findChildren(FormRow)
    if isinstance(within, FormRow):
        rows.append(within)
    for row in rows:
        row.set_read_only(not offered)
    for widget in within.findChildren(QWidget):
        if widget.property(_WRITES):
            widget.setVisible(offered)
