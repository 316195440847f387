"""Something the IRO meant to come back to, and the way to say that it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.today.page import ReminderLine
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.named_line import NamedColumn
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import icon_of, tone_of


class ReminderRow(QWidget):
    """`settled` carries the activity that is done with, `child_opened` whose page is wanted."""

    child_opened = Signal(str)
    settled = Signal(object)

    def __init__(self, line: ReminderLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = NamedColumn(line.name, made_up=line.made_up)
        words.link.clicked.connect(lambda: self.child_opened.emit(line.activity.child_id))
        words.add_beneath(Words(line.what), Words(line.about, "muted"))
        words.add_beneath(Pill(line.how_soon, tone_of(line.urgency), icon_of(line.urgency)))
        done = ActionButton(tr("Done"), "check")
        done.clicked.connect(lambda: self.settled.emit(line.activity))
        accessibility.name(done, tr("Done: {what}, {name}", what=line.what, name=line.name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addLayout(words, 1)
        layout.addWidget(done, 0, Qt.AlignmentFlag.AlignVCenter)
