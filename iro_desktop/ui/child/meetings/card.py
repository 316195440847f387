"""Every other meeting in hand, each with the way on to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.meetings.lines import MeetingLine
from iro_desktop.ui.child.meetings.reason_form import ReasonForm
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import icon_of, tone_of


class MeetingsCard(Card):
    """Each signal carries the id of the review; `cancelled` its reason as well."""

    opened = Signal(str)
    move_wanted = Signal(str)
    invitations_wanted = Signal(str)
    alone_wanted = Signal(str)
    cancelled = Signal(str, str)
    paper_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Meetings in hand"), parent, spacing=10)
        self._lines: tuple[MeetingLine, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(18))
        self.body.addLayout(self._list)

    def show_lines(self, lines: Sequence[MeetingLine]) -> None:
        """Show these; without any, the card is not there."""
        self.setVisible(bool(lines))
        if tuple(lines) == self._lines and self._list.count():
            return
        self._lines = tuple(lines)
        empty(self._list)
        for line in lines:
            self._list.addWidget(self._row(line))

    def _row(self, line: MeetingLine) -> "MeetingRow":
        row = MeetingRow(line)
        row.opened.connect(lambda: self.opened.emit(line.review))
        row.move_wanted.connect(lambda: self.move_wanted.emit(line.review))
        row.invitations_wanted.connect(lambda: self.invitations_wanted.emit(line.review))
        row.alone_wanted.connect(lambda: self.alone_wanted.emit(line.review))
        row.cancelled.connect(lambda why: self.cancelled.emit(line.review, why))
        row.due.paper_wanted.connect(self.paper_wanted)
        return row


class MeetingRow(QWidget):
    """One meeting: what, when, where and with what, and what can be done about it."""

    opened = Signal()
    move_wanted = Signal()
    invitations_wanted = Signal()
    alone_wanted = Signal()
    cancelled = Signal(str)

    def __init__(self, line: MeetingLine) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(6))
        layout.addWidget(Words(line.title, "h3"))
        states: list[QWidget] = [Pill(line.state, "info")]
        if line.due_when:
            states.append(Pill(line.due_when, tone_of(line.urgency), icon_of(line.urgency)))
        layout.addWidget(FlowRow(*states))
        when = " · ".join(part for part in (line.day, line.place) if part)
        layout.addWidget(Words(when, "muted"))
        if line.together:
            layout.addWidget(Words(line.together))
        if line.pep_too:
            layout.addWidget(Words(tr("The education plan (PEP) is reviewed there too."), "muted"))
        self.due = ExplainedDate()
        layout.addWidget(self.due)
        self.due.hide()
        if line.explanation is not None:
            day = line.explanation.day
            self.due.show_date(line.explanation, tr("Due by {day}", day=day))
            self.due.show()
        layout.addWidget(FlowRow(*self._buttons(line)))
        self._why = ReasonForm(tr("Why will it not be held?"), tr("Cancel this meeting"))
        self._why.given.connect(self.cancelled)
        self._why.given_up.connect(self._on_given_up)
        self._why.hide()
        if self._cancel is not None:
            self._cancel.clicked.connect(self._why.ask)
        layout.addWidget(self._why)

    def _buttons(self, line: MeetingLine) -> list[ActionButton]:
        go_on = ActionButton(line.action, "arrow-right")
        go_on.clicked.connect(self.opened)
        found = [go_on]
        if line.may_be_moved:
            move = ActionButton(tr("Change the date…"), "calendar-days", "quiet")
            move.clicked.connect(self.move_wanted)
            found.append(move)
        if line.may_invite:
            invite = ActionButton(tr("Invitations…"), "mail", "quiet")
            invite.clicked.connect(self.invitations_wanted)
            found.append(invite)
        if line.together and line.may_be_moved:
            alone = ActionButton(tr("Hold on its own"), "user", "quiet")
            alone.clicked.connect(self.alone_wanted)
            found.append(alone)
        self._cancel: ActionButton | None = None
        if line.may_be_moved:
            self._cancel = ActionButton(tr("Cancel it…"), "x", "quiet")
            found.append(self._cancel)
        for button in found:
            accessibility.name(button, f"{button.text()}: {line.whole}")
        return found

    def _on_given_up(self) -> None:
        if self._cancel is not None:
            self._cancel.setFocus(Qt.FocusReason.OtherFocusReason)
