"""A review that was begun, and the way back into it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.sync.badge import badges
from iro_desktop.ui.today.page import HalfFinishedLine
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.named_line import NamedColumn
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import icon_of, tone_of


class HalfFinishedRow(QWidget):
    """`review_opened` tells which review goes on, `child_opened` whose page is wanted."""

    child_opened = Signal(str)
    review_opened = Signal(str)

    def __init__(self, line: HalfFinishedLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = NamedColumn(line.name, made_up=line.made_up)
        words.link.clicked.connect(lambda: self.child_opened.emit(line.child))
        carry_on = ActionButton(tr("Read it") if line.to_read else tr("Carry on"), "arrow-right")
        carry_on.clicked.connect(lambda: self.review_opened.emit(line.review))
        spoken = (
            tr("Read the review of {name}", name=line.name)
            if line.to_read
            else tr("Carry on with the review of {name}", name=line.name)
        )
        accessibility.name(carry_on, spoken)
        words.add_beneath(Words(line.state, "muted"))
        pills: list[QWidget] = []
        if line.how_soon:
            pills.append(Pill(line.how_soon, tone_of(line.urgency), icon_of(line.urgency)))
        pills.extend(badges(line.synced))
        if len(pills) > 1:
            words.add_beneath(FlowRow(*pills))
        else:
            words.add_beneath(*pills)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addLayout(words, 1)
        layout.addWidget(carry_on, 0, Qt.AlignmentFlag.AlignVCenter)
