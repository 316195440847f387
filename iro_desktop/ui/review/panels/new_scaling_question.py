"""Ask a new scaling question: its words, and what 0 and 10 mean."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.practice_pack import ScaleStarter
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField


class StarterField(PersonField):
    """Questions to choose from, in the place of people."""

    @override
    def listing(self, question: str) -> str:
        return tr("Questions to choose from, for: {question}", question=question)


class NewScalingQuestion(QWidget):
    """A button, and behind it what to fill in.

    A question is asked again word for word at each review, so it is worth choosing well.
    """

    asked = Signal(str, str, str)

    def __init__(self, starters: Sequence[ScaleStarter]) -> None:
        super().__init__()
        self._starters = {starter.text: starter for starter in starters}
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
        self._question = StarterField(tuple(self._starters))
        self._question.answer_changed.connect(self._on_question)
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

    def _on_question(self) -> None:
        """A question of the practice pack brings what 0 and 10 mean, where nothing else is said."""
        starter = self._starters.get(self._question.value() or "")
        if starter is None:
            return
        meanings = [(one.meaning_of_0, one.meaning_of_10) for one in self._starters.values()]
        if any(self._meaning() == one for one in ((None, None), *meanings)):
            self._zero.set_value(starter.meaning_of_0 or None)
            self._ten.set_value(starter.meaning_of_10 or None)

    def _meaning(self) -> tuple[object, object]:
        return self._zero.value(), self._ten.value()

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
