"""What moved after a change: each due date with the day it was and the day it is, and why."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.settings.due_dates.moved_lines import MovedList
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class MovedDatesPart(QWidget):
    """Nothing is seen of it while nothing has moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moved = MovedList("", ())
        self.list = LinesList(tr("Due dates that moved"), tr("Ctrl+C copies one of them."))
        self.copy_button = ActionButton(tr("Copy the list"), "clipboard-list")
        self.copy_button.clicked.connect(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        for widget in (
            Words(tr("What moved, and why"), "h3"),
            self.list,
            FlowRow(self.copy_button),
        ):
            layout.addWidget(widget)
        self.hide()

    def show_moved(self, moved: MovedList) -> None:
        """List these; the same holds for what is copied."""
        self._moved = moved
        self.list.show_lines(moved.lines)
        self.setVisible(bool(moved.lines))

    def copy(self) -> None:
        """Put the whole list on the clipboard, as text that can be pasted and printed."""
        QGuiApplication.clipboard().setText(self._moved.text)
        accessibility.announce(self, tr("The list is copied. It names children."))
