"""Ask a new scaling question: its words, and what 0 and 10 mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField


class NewScalingQuestion(QWidget):
    """A button, and behind it what to fill in.

    A question is asked again word for word at each review, so it is worth choosing well.
    """

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.begin_button = ActionButton(tr("Ask another scaling question"), "plus")
        self.begin_button.clicked.connect(self.begin)
        self.form = self._make_form()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        layout.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.form)
        self.form.hide()

    def begin(self) -> None:
        """Show what is to be filled in, and go there."""
        self.begin_button.hide()
        self.form.show()
        self._row.focus_first()

    def done(self) -> None:
        """Fold it away again, empty."""
        for field in (self._question, self._zero, self._ten):
            field.set_value(None)
        self._row.show_problem(None)
        self.begin_button.show()
        self.form.hide()

    def _make_form(self) -> QFrame:
        self._question = PersonField(_starters())
        self._zero, self._ten = TextField(), TextField()
        self._row = FormRow(
            tr("What do you ask?"),
            self._question,
            hint=tr("Choose one from the list, or write your own. It is asked again next time."),
        )
        ask = ActionButton(tr("Ask this question"), "check", "primary")
        ask.clicked.connect(self._on_asked)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self._on_given_up)
        card = Card(tr("Another scaling question"))
        card.add(
            self._row,
            FormRow(tr("What does 0 mean?"), self._zero),
            FormRow(tr("What does 10 mean?"), self._ten),
            FlowRow(ask, not_now),
        )
        return card

    def _on_given_up(self) -> None:
        self.done()
        self.begin_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_asked(self) -> None:
        question = self._question.value()
        if not question:
            self._row.show_problem(tr("Say what you ask."))
            self._row.focus_first()
            return
        self._row.show_problem(None)
        self.asked.emit(question, self._zero.value() or "", self._ten.value() or "")


def _starters() -> tuple[str, ...]:
    return (
        tr("How safe do you feel where you live?"),
        tr("How happy are you where you live?"),
        tr("How much do people listen to you?"),
        tr("How are things at school?"),
        tr("How happy are you with the time with your family?"),
        tr("How well do you know what your plan is?"),
    )
