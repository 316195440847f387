"""An entry of the list: how it stands, whose it is, and why a limit is that day for who asks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.services.diary import Standing
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.page import EntryLine
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import SIDE, LinkButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words

STATE_WIDTH = 150


class EntryRow(QWidget):
    """`opened` tells that its child or its review is wanted."""

    opened = Signal()

    def __init__(self, line: EntryLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.link = LinkButton(line.name)
        self.link.clicked.connect(self.opened)
        accessibility.name(self.link, line.said)
        asked = tr("Why that day?") if line.standing is Standing.DUE else tr("Due by when?")
        self.asks_why = ActionButton(asked, "chevron-right", "slight")
        self.why = Words(line.why, "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addWidget(self._state(), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._who(), 1)

    def _state(self) -> QWidget:
        state = QWidget()
        state.setMinimumWidth(theme.scaled(STATE_WIDTH))
        column = QVBoxLayout(state)
        column.setContentsMargins(0, theme.space(3), 0, 0)
        column.setSpacing(theme.space(4))
        pill = Pill(self.line.word, self.line.tone, self.line.icon)
        column.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeading)
        if self.line.time:
            column.addWidget(Words(self.line.time, "strong"))
        return state

    def _who(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(theme.space(8))
        top.addWidget(self.link)
        if self.line.made_up:
            top.addWidget(Pill(tr("Made up")), 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        beneath = QVBoxLayout()
        beneath.setContentsMargins(theme.space(SIDE), 0, 0, 0)
        beneath.setSpacing(theme.space(2))
        beneath.addWidget(Words(self.line.about, "muted"))
        if self.line.why:
            self._explain(beneath)
        who = QVBoxLayout()
        who.setSpacing(theme.space(2))
        who.addLayout(top)
        who.addLayout(beneath)
        return who

    def _explain(self, beneath: QVBoxLayout) -> None:
        self.asks_why.setCheckable(True)
        self.asks_why.toggled.connect(self._on_asked_why)
        asked = tr("{entry}. {question}", entry=self.line.said, question=self.asks_why.text())
        accessibility.name(self.asks_why, asked, self.line.why)
        beneath.addWidget(self.asks_why, 0, Qt.AlignmentFlag.AlignLeading)
        beneath.addWidget(self.why)
        self.why.hide()

    def _on_asked_why(self, asked: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.asks_why.set_icon("chevron-down" if asked else "chevron-right")
        self.why.setVisible(asked)
        if asked:
            accessibility.announce(self.asks_why, self.why.text())
