"""How the child took part: a code is suggested with its reason; the IRO confirms it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from iro_desktop.domain.participation import ParticipationCode
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class ParticipationPanel(Panel):
    """The suggestion, the codes that are possible at this age, and the IRO's own decision."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._suggested = Words("", "strong")
        self._why = Words("", "muted")
        self.confirm_button = ActionButton(tr("Confirm this code"), "check", "primary")
        self.confirm_button.clicked.connect(self._on_taken)
        self._codes = presenter.possible_codes()
        self._choice = ChoiceField(
            [Option(code.value, records.code_words(code)) for code in self._codes]
        )
        self._reason = TextField()
        self.code_row = FormRow(
            tr("The code that goes into the return"), self._choice, required=True
        )
        self.reason_row = FormRow(
            tr("Why is it another code than the one suggested?"), self._reason, required=True
        )
        for row in (self.code_row, self.reason_row):
            row.answer_changed.connect(self._on_chosen)
            row.left.connect(self.left)
        self._lay_out()
        self._show_choice()
        self.refresh()

    @override
    def refresh(self) -> None:
        """Suggest anew: who came and how they spoke may have changed."""
        suggestion, review = self.presenter.suggestion(), self.presenter.review
        self._suggestion.setVisible(not self.is_fixed())
        self.confirm_button.setVisible(
            suggestion is not None and suggestion.code is not review.participation
        )
        self.reason_row.setVisible(self._needs_reason())
        if suggestion is None:
            self._suggested.setText(tr("No code can be suggested yet."))
            self._why.setText(
                tr("Say under “Were they there?” whether the child came, and how their views did.")
            )
            return
        self._suggested.setText(tr("Suggested: {code}", code=records.code_words(suggestion.code)))
        self._why.setText(records.suggestion_reason(suggestion.reason))

    @override
    def row_of(self, gap: Problem) -> FormRow | None:
        if gap.code == "participation_reason_missing":
            return self.reason_row
        return self.code_row if gap.data["question"] == "" else None

    @override
    def focus_first(self) -> bool:
        if self.confirm_button.isVisibleTo(self):
            self.confirm_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.code_row.focus_first()
        return True

    def _lay_out(self) -> None:
        self._suggestion = QFrame()
        self._suggestion.setObjectName("card")
        self._suggestion.setProperty("tone", "soft")
        layout = QVBoxLayout(self._suggestion)
        margin = theme.space(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self._suggested)
        layout.addWidget(self._why)
        layout.addWidget(self.confirm_button, 0, Qt.AlignmentFlag.AlignLeading)
        card = Card()
        card.add(self._suggestion, self.code_row, self.reason_row)
        self.body.addWidget(card)

    def _needs_reason(self) -> bool:
        suggestion, review = self.presenter.suggestion(), self.presenter.review
        if review.participation is None or suggestion is None:
            return False
        return suggestion.code is not review.participation or bool(review.participation_reason)

    def _show_choice(self) -> None:
        review = self.presenter.review
        if review.participation_confirmed and review.participation is not None:
            self._choice.set_value(review.participation.value)
        self._reason.set_value(review.participation_reason)
        for row in (self.code_row, self.reason_row):
            row.set_read_only(self.is_fixed())

    def _on_taken(self) -> None:
        suggestion = self.presenter.suggestion()
        if suggestion is not None:
            self._choice.set_value(suggestion.code.value)
            self._on_chosen()
            self.left.emit()
            accessibility.announce(self, tr("Confirmed: {code}", code=suggestion.code.value))
            self._choice.focus_first()

    def _on_chosen(self) -> None:
        chosen = self._choice.value()
        if chosen is None:
            self.edit(self.presenter.take_back_code())
        else:
            reason = self._reason.value() or ""
            self.edit(self.presenter.confirm_code(ParticipationCode(chosen), reason))
        self.refresh()
