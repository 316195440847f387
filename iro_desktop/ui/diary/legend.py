"""What the icons of the month stand for."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.pill import ink
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import Tone


class Legend(FlowRow):
    """One icon and its word for each way in which an entry can stand, and how to ask why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        meanings: tuple[tuple[str, str, Tone], ...] = (
            (tr("Overdue"), "circle-alert", "danger"),
            (tr("Due"), "calendar-clock", "warning"),
            (tr("Due, booked"), "calendar", "plain"),
            (tr("Booked"), "calendar-days", "info"),
            (tr("Held"), "circle-check", "plain"),
            (tr("Adjourned"), "circle-dot", "plain"),
            (tr("Cancelled"), "x", "plain"),
        )
        super().__init__(*(_meaning(*one) for one in meanings), parent=parent, spacing=14)
        self.add(Words(tr("E or a right click: why that day?"), "small", wrap=False))


def _meaning(word: str, icon: str, tone: Tone) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(5))
    row.addWidget(IconLabel(icon, ink(tone), 15))
    row.addWidget(Words(word, "small", wrap=False))
    return pair
