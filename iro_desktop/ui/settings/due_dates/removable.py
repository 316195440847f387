"""A line of words with what can be done about it at its end, and a column of such lines."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class RemovableLine(QWidget):
    """Words that can be taken out, and changed where that is asked for.

    `spoken` is what the buttons are said to be about.
    """

    def __init__(self, text: str, spoken: str, *, changeable: bool = False) -> None:
        super().__init__()
        self.change: ActionButton | None = None
        self.remove = ActionButton(tr("Take out"), "trash-2", "quiet")
        accessibility.name(self.remove, tr("Take out {day}", day=spoken))
        buttons = [self.remove]
        if changeable:
            self.change = ActionButton(tr("Change"), "pencil", "quiet")
            accessibility.name(self.change, tr("Change {day}", day=spoken))
            buttons.insert(0, self.change)
        self._buttons = buttons
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(Words(text), 1)
        for button in buttons:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def follow(self, last: QWidget) -> QWidget:
        """Be reached after `last` by Tab, and give what is reached last here.

        Buttons that are made late would be reached after everything else.
        """
        for button in self._buttons:
            QWidget.setTabOrder(last, button)
            last = button
        return last
