"""Due dates one beneath the other, each explaining itself."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.ui import theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.deadlines import Deadline


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
            throw_away(self.body, row)
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
