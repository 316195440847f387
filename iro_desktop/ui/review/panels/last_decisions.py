"""The decisions of the review before, and whether each was kept."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from iro_desktop.domain.decisions import Decision, Kept
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class LastDecisionsPanel(Panel):
    """One card for each promise made last time."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        decisions = presenter.record.last_decisions
        if not decisions:
            self.body.addWidget(
                Words(tr("No earlier review on this laptop made any decision."), "muted")
            )
        for number, decision in enumerate(decisions, start=1):
            self.body.addWidget(self._card(decision, number))

    @override
    def refresh(self) -> None:
        """What was decided last time does not change while this review is on screen."""

    def _card(self, decision: Decision, number: int) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        layout = QVBoxLayout(card)
        margin = theme.space(16)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.space(8))
        layout.addWidget(Words(f"{number}. {decision.what}", "strong"))
        layout.addWidget(Words(who_and_when(decision), "muted"))
        choice = ChoiceField(records.options(records.kept()), in_a_row=not is_wide_text())
        note = TextField()
        choice.set_value(None if decision.kept is Kept.NOT_LOOKED_AT else decision.kept.value)
        note.set_value(decision.kept_note)
        kept = FormRow(tr("Was it kept?"), choice)
        why = FormRow(tr("What happened, or why not?"), note)
        held = [decision]

        def on_changed() -> None:
            chosen = choice.value()
            held[0] = replace(
                held[0],
                kept=Kept(chosen) if chosen else Kept.NOT_LOOKED_AT,
                kept_note=note.value() or "",
            )
            self.edit(self.presenter.look_back(held[0]))

        for row in (kept, why):
            row.answer_changed.connect(on_changed)
            row.left.connect(self.left)
            row.set_read_only(self.is_fixed())
            layout.addWidget(row)
        return card


def who_and_when(decision: Decision) -> str:
    """Who was to do it, and by when."""
    when = screen().date(decision.due_on) if decision.due_on else decision.by_when
    if decision.owner and when:
        return tr("{who}, by {when}", who=decision.owner, when=when)
    return decision.owner or when
