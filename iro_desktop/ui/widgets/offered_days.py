"""Days that would do for a review, each a button that fills in the day."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.offered_days import OfferedDay


class OfferedDays(QWidget):
    """`chosen` carries a date. Nothing is shown where no day is offered."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[dt.date, ActionButton] = {}
        self._row = FlowRow()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(Words(tr("Days that would do"), "strong"))
        layout.addWidget(
            Words(
                tr("About a week before the limit, and clear of other meetings where it can be."),
                "muted",
            )
        )
        layout.addWidget(self._row)

    def show_days(self, days: Sequence[OfferedDay]) -> None:
        """Offer these days."""
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons = {offered.day: self._button(offered) for offered in days}
        self._row.add(*self._buttons.values())
        self.setVisible(bool(days))

    def mark(self, day: dt.date | None) -> None:
        """Show which of them is the day that is filled in."""
        for offered, button in self._buttons.items():
            button.setChecked(offered == day)
            button.set_icon("check" if offered == day else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a day chooses it, and does not book what stood there before."""
        focused = next((one for one in self._buttons.values() if one.hasFocus()), None)
        if focused is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            focused.click()
        else:
            super().keyPressEvent(event)

    def _button(self, offered: OfferedDay) -> ActionButton:
        button = ActionButton(offered.label, "", "chip")
        button.setCheckable(True)
        button.setToolTip(offered.why)
        accessibility.name(button, offered.label, offered.why)
        button.clicked.connect(lambda: self.chosen.emit(offered.day))
        return button
