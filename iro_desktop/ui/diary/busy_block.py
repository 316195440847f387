"""A time at which the IRO is taken elsewhere: its hours, for nothing else of it is known."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.busy_hours import BusyHours
from iro_desktop.ui.widgets.words import Words


class BusyBlock(QFrame):
    """Stands among the entries of a week. There is nothing to open."""

    def __init__(self, hours: BusyHours, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hours = hours
        self.setObjectName("busy")
        layout = QVBoxLayout(self)
        side = theme.space(8)
        layout.setContentsMargins(side, theme.space(6), side, theme.space(6))
        layout.setSpacing(0)
        layout.addWidget(Words(tr("Busy"), "small"))
        layout.addWidget(Words(hours.words, "small"))
        accessibility.name(self, tr("Busy {hours}", hours=hours.words))
