"""An entry of the list: how it stands, whose it is, and why a limit is that day for who asks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.i18n import tr
from iro_desktop.services.diary import Standing
from iro_desktop.services.meetings_due import ADJOURNED
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.page import EntryLine
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import SIDE, LinkButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.due_dates import explained

STATE_WIDTH = 150


class EntryRow(QWidget):
    """`opened` tells that its child or its review is wanted, `paper_wanted` an Explanation.

    `other_opened` carries the line of another review that is held at the same meeting.
    `invitations_wanted` and `calendar_file_wanted` carry the id of the review that is booked.
    """

    opened = Signal()
    other_opened = Signal(object)
    paper_wanted = Signal(object)
    invitations_wanted = Signal(str)
    calendar_file_wanted = Signal(str)

    def __init__(self, line: EntryLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        first = line.together[0] if line.together else line
        self.link = LinkButton(first.name)
        self.link.clicked.connect(self.opened)
        accessibility.name(self.link, first.said)
        self.due = self._due(line.due) if line.due else None
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
        first = self.line.together[0] if self.line.together else self.line
        beneath.addWidget(Words(first.about, "muted"))
        if self.due is not None:
            beneath.addWidget(self.due)
        if self.line.invites_to is not None:
            beneath.addWidget(self._ways_on(self.line.invites_to))
        who = QVBoxLayout()
        who.setSpacing(theme.space(2))
        who.addLayout(top)
        who.addLayout(beneath)
        for other in self.line.together[1:]:
            self._add_other(who, other)
        return who

    def _add_other(self, who: QVBoxLayout, other: EntryLine) -> None:
        """Another review at the same meeting: whose, which, and how to invite to it."""
        link = LinkButton(other.name)
        link.clicked.connect(lambda: self.other_opened.emit(other))
        accessibility.name(link, other.said)
        beside = FlowRow(link, Pill(tr("Same meeting"), "info", "users"))
        who.addWidget(beside)
        beneath = QVBoxLayout()
        beneath.setContentsMargins(theme.space(SIDE), 0, 0, 0)
        beneath.addWidget(Words(other.about, "muted"))
        if other.invites_to is not None and other.may_invite:
            review = other.invites_to
            invite = ActionButton(tr("Invitations…"), "mail", "slight")
            accessibility.name(invite, tr("Invitations: {entry}", entry=other.said))
            invite.clicked.connect(lambda: self.invitations_wanted.emit(review))
            beneath.addWidget(FlowRow(invite))
        who.addLayout(beneath)

    def _ways_on(self, review: ReviewId) -> FlowRow:
        self.file_button = ActionButton(tr("Calendar file…"), "download", "slight")
        accessibility.name(
            self.file_button, tr("Calendar file of this meeting: {entry}", entry=self.line.said)
        )
        self.file_button.clicked.connect(lambda: self.calendar_file_wanted.emit(review))
        if not self.line.may_invite:
            return FlowRow(self.file_button)
        return FlowRow(self._invite(review), self.file_button)

    def _invite(self, review: ReviewId) -> ActionButton:
        invite = ActionButton(tr("Invitations…"), "mail", "slight")
        accessibility.name(invite, tr("Invitations: {entry}", entry=self.line.said))
        invite.clicked.connect(lambda: self.invitations_wanted.emit(review))
        return invite

    def _due(self, due: Explained) -> ExplainedDate:
        words = explained(due)
        if self.line.standing is Standing.DUE:
            asked, spoken = tr("Why that day?"), self.line.said
        else:
            asked = _by_when(due, words.day)
            spoken = tr("{entry}. {question}", entry=self.line.said, question=asked)
        found = ExplainedDate(words, asked, spoken=spoken)
        found.paper_wanted.connect(self.paper_wanted)
        return found


def _by_when(due: Explained, day: str) -> str:
    if due.rule.id == ADJOURNED:
        return tr("To be completed by {day}", day=day)
    return tr("Due by {day}", day=day)
