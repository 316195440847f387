"""Ask a new scaling question: its words, and what 0 and 10 mean."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class NewScalingQuestion(QFrame):
    """A question is asked again word for word at each review, so it is worth choosing well."""

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self._question = PersonField(_starters())
        self._zero, self._ten = TextField(), TextField()
        rows = (
            FormRow(tr("The question"), self._question),
            FormRow(tr("What does 0 mean?"), self._zero),
            FormRow(tr("What does 10 mean?"), self._ten),
        )
        self._row = rows[0]
        button = ActionButton(tr("Ask this question"), "plus")
        button.clicked.connect(self._on_asked)
        layout = QVBoxLayout(self)
        margin = theme.space(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.space(10))
        layout.addWidget(Words(tr("Another scaling question"), "strong"))
        for row in rows:
            layout.addWidget(row)
        layout.addWidget(button)

    def _on_asked(self) -> None:
        question = self._question.value()
        if not question:
            self._row.show_problem(tr("Say what you ask."))
            self._row.focus_first()
            return
        self._row.show_problem(None)
        zero, ten = self._zero.value() or "", self._ten.value() or ""
        for field in (self._question, self._zero, self._ten):
            field.set_value(None)
        self.asked.emit(question, zero, ten)


def _starters() -> tuple[str, ...]:
    return (
        tr("How safe do you feel where you live?"),
        tr("How happy are you where you live?"),
        tr("How much do people listen to you?"),
        tr("How are things at school?"),
        tr("How happy are you with the time with your family?"),
        tr("How well do you know what your plan is?"),
    )
