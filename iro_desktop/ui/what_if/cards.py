"""Due dates one beneath the other, each explaining itself; and remarks with their states."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui import theme
from iro_desktop.ui.what_if.page import Deadline, Remark
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words


class DeadlinesCard(Card):
    """`paper_wanted` carries the Explanation to be printed or saved."""

    paper_wanted = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.rows: list[DeadlineRow] = []

    def show_deadlines(self, deadlines: Sequence[Deadline]) -> None:
        """Show these. A row that stays keeps its explanation open; without any, nothing shows."""
        while len(self.rows) > len(deadlines):
            row = self.rows.pop()
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for number, deadline in enumerate(deadlines):
            if number == len(self.rows):
                self._add_row()
            self.rows[number].show_deadline(deadline)
        self.setVisible(bool(deadlines))

    def _add_row(self) -> None:
        row = DeadlineRow()
        row.due.paper_wanted.connect(self.paper_wanted)
        self.rows.append(row)
        self.add(row)


class DeadlineRow(QWidget):
    """What is due, when and how soon; and why, for whoever asks."""

    def __init__(self) -> None:
        super().__init__()
        self._what, self._note = Words("", "strong"), Words("", "small")
        self.state = Pill("")
        self.due = ExplainedDate(after=(self.state,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        for widget in (self._what, self.due, self._note):
            layout.addWidget(widget)

    def show_deadline(self, deadline: Deadline) -> None:
        """Show a due date."""
        explanation, state = deadline.explanation, deadline.state
        self._what.setText(explanation.title)
        self.due.show_date(explanation)
        self.state.show_state(state.text, state.tone, state.icon)
        self._note.setText(deadline.note)
        self._note.setVisible(bool(deadline.note))


class RemarksCard(Card):
    """Remarks one beneath the other, or `nothing` where there are none."""

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self._nothing = Words(nothing, "muted")
        self.add(self._nothing)
        self._shown: tuple[Remark, ...] = ()
        self._rows: list[QWidget] = []

    def show_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """Show these."""
        self._nothing.setVisible(not remarks)
        if remarks == self._shown:
            return
        self._shown = remarks
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [_remark_row(remark) for remark in remarks]
        self.add(*self._rows)


def _remark_row(remark: Remark) -> QWidget:
    row = QWidget()
    layout = QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(3))
    layout.addWidget(FlowRow(Pill(remark.state.text, remark.state.tone, remark.state.icon)))
    layout.addWidget(Words(remark.text))
    return row
