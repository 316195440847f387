"""Why a due date is that day: how it was counted, the law, and what would change it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class ExplanationPanel(QFrame):
    """An explanation in full. `paper_wanted` carries it; `left` asks to put it away."""

    paper_wanted = Signal(object)
    left = Signal()

    def __init__(self, explanation: Explanation, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._explanation = explanation
        self._said: list[Words] = []
        self._head, self._why, self._counting = Words("", "strong"), Words(""), Words("")
        self._rest = QVBoxLayout()
        self._rest.setSpacing(theme.space(4))
        self.days_button = ActionButton("", "chevron-right", "slight")
        self.days_button.setCheckable(True)
        self.days_button.toggled.connect(self._on_days_asked)
        self._days = Words("", "muted")
        self._days.setContentsMargins(theme.space(24), 0, 0, 0)
        self.paper_button = ActionButton(tr("Print or save…"), "printer", "slight")
        self.paper_button.clicked.connect(lambda: self.paper_wanted.emit(self._explanation))
        self.close_button = ActionButton(tr("Close"), "x", "slight")
        self.close_button.clicked.connect(self.left)
        self._lay_out()
        self.show_explanation(explanation)

    def show_explanation(self, explanation: Explanation) -> None:
        """Explain a day. The days passed over stay open where they were."""
        self._explanation = explanation
        head = tr("{which}: {day}", which=explanation.title, day=explanation.day)
        self._head.setText(head)
        self._why.setText(explanation.why)
        accessibility.name(self, head, explanation.short)
        accessibility.name(self.paper_button, tr("Print or save the explanation: {due}", due=head))
        accessibility.name(self.close_button, tr("Close the explanation"))
        self._show_counting(explanation)
        self._show_rest(explanation)

    def _show_counting(self, explanation: Explanation) -> None:
        self._counting.setText(" ".join(explanation.counting))
        self._counting.setVisible(bool(explanation.counting))
        days = explanation.passed_over
        self.days_button.setText(
            ntr("The {number} day passed over", "Each of the {number} days passed over", len(days))
        )
        self.days_button.setVisible(bool(days))
        self._days.setText("\n".join(days))
        self._days.setVisible(bool(days) and self.days_button.isChecked())

    def _show_rest(self, explanation: Explanation) -> None:
        throw_away(self._rest, *self._said)
        self._said = [
            *self._part(tr("Good to know"), explanation.caveats),
            *self._part(tr("Who says so"), explanation.law),
            *self._part(tr("What would change it"), explanation.changes),
        ]

    def _part(self, heading: str, sentences: tuple[str, ...]) -> list[Words]:
        if not sentences:
            return []
        made = [Words(heading, "strong"), *(Words(sentence) for sentence in sentences)]
        made[0].setContentsMargins(0, theme.space(4), 0, 0)
        for words in made:
            self._rest.addWidget(words)
        return made

    def _on_days_asked(self, asked: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.days_button.set_icon("chevron-down" if asked else "chevron-right")
        self._days.setVisible(asked)
        if asked:
            accessibility.announce(self.days_button, "; ".join(self._explanation.passed_over))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        edge = theme.space(14)
        layout.setContentsMargins(edge, theme.space(12), edge, theme.space(10))
        layout.setSpacing(theme.space(6))
        for widget in (self._head, self._why, self._counting):
            layout.addWidget(widget)
        layout.addWidget(self.days_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._days)
        layout.addLayout(self._rest)
        layout.addWidget(FlowRow(self.paper_button, self.close_button))
