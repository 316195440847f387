"""The end of a review: what is missing, what will be written, closing, and addenda afterwards."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.domain.output_choice import (
    LESS_THAN_TWO_YEARS,
    OVER_TWO_YEARS,
    PERMANENTLY_MATCHED,
)
from iro_desktop.domain.review import Output
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.problems import Problem
from iro_desktop.ui.review.gap_words import gap_sentence
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner, ProblemSummary
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.words import Words


class ClosePage(ScrollPage):
    """`gap_chosen` carries the Problem to go to; `closed` and `write_wanted` say themselves."""

    gap_chosen = Signal(object)
    edited = Signal(object)
    left = Signal()
    close_wanted = Signal()
    write_wanted = Signal()

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._gaps: Sequence[Problem] = ()
        self.summary = ProblemSummary()
        self.summary.activated.connect(lambda number: self.gap_chosen.emit(self._gaps[number]))
        self._ready = Banner(tr("Nothing is missing. The review can be closed."), "success")
        self._output = self._output_card()
        self.close_button = ActionButton(tr("Close the review"), "lock", "primary")
        self.close_button.clicked.connect(self.close_wanted)
        self._write = ActionButton(tr("Letter and minutes"), "file-text")
        self._write.clicked.connect(self.write_wanted)
        self._closed = self._closed_card()
        self.add(
            PageHeader(
                tr("Close and write"),
                tr("Once closed, the record can only be added to, never changed."),
            ),
            self.summary,
            self._ready,
            self._output,
            self._closed,
            _in_a_row(self.close_button, self._write),
        )

    def refresh(self) -> None:
        """List what is missing now, and offer what can be done."""
        self._gaps = self._presenter.gaps()
        fixed = self._presenter.review.is_fixed
        self.summary.show_problems([gap_sentence(gap) for gap in self._gaps])
        self._ready.setVisible(not self._gaps and not fixed)
        self.close_button.setVisible(not fixed)
        self.close_button.setEnabled(not self._gaps)
        self._closed.setVisible(fixed)
        self._show_proposal()
        if fixed:
            self._show_addenda()

    # What will be written

    def _output_card(self) -> Card:
        card = Card(tr("Letter or minutes?"))
        self._proposal = Words("", "muted")
        self._choice = ChoiceField(
            (
                Option(Output.LETTER.value, tr("A letter to the child, as the record")),
                Option(Output.MINUTES.value, tr("Formal minutes")),
                Option(Output.BOTH.value, tr("Both")),
            ),
            may_be_cleared=False,
        )
        self._reason = TextField()
        self._rows = (
            FormRow(tr("What will you write?"), self._choice),
            FormRow(
                tr("Your reason"), self._reason, hint=tr("Where you choose other than proposed.")
            ),
        )
        card.add(self._proposal, *self._rows)
        for row in self._rows:
            row.answer_changed.connect(self._on_chosen)
            row.left.connect(self.left)
        return card

    def _show_proposal(self) -> None:
        proposal = self._presenter.proposal()
        self._proposal.setText(_proposal_words(proposal.output, proposal.reason))
        review = self._presenter.review
        self._choice.set_value((review.output or proposal.output).value)
        self._reason.set_value(review.output_reason)
        for row in self._rows:
            row.set_read_only(review.is_fixed)

    def _on_chosen(self) -> None:
        output = Output(self._choice.value() or self._presenter.proposal().output)
        self.edited.emit(self._presenter.choose_output(output, self._reason.value() or ""))

    # After closing

    def _closed_card(self) -> Card:
        card = Card(tr("The record is closed"))
        self._closed_words = Words("", "muted")
        self._addenda = Words("")
        self._addendum = LongTextField(fewest_lines=2)
        self._addendum_row = FormRow(tr("Add to the record"), self._addendum)
        add = ActionButton(tr("Add this"), "plus")
        add.clicked.connect(self._on_addendum)
        card.add(self._closed_words, self._addenda, self._addendum_row, add)
        return card

    def _show_addenda(self) -> None:
        review, dates = self._presenter.review, screen()
        if review.closed_on:
            self._closed_words.setText(
                tr(
                    "Closed on {day} by {name}.",
                    day=dates.date(review.closed_on),
                    name=review.closed_by or tr("the council's return"),
                )
            )
        added = [
            f"{dates.date(addendum.added_on)}, {addendum.added_by}: {addendum.text}"
            for addendum in self._presenter.record.addenda
        ]
        self._addenda.setText("\n\n".join(added))
        self._addenda.setVisible(bool(added))

    def _on_addendum(self) -> None:
        words = self._addendum.value()
        if not words:
            self._addendum_row.show_problem(tr("Write what is to be added."))
            return
        self._addendum_row.show_problem(None)
        self._presenter.add_addendum(words)
        self._addendum.set_value(None)
        self._show_addenda()


def _proposal_words(output: Output, reason: str) -> str:
    because = {
        PERMANENTLY_MATCHED: tr("the child is permanently matched"),
        OVER_TWO_YEARS: tr("the child has lived in the same home for over two years"),
        LESS_THAN_TWO_YEARS: tr("the child has lived in this home for less than two years"),
    }[reason]
    what = tr("a letter") if output is Output.LETTER else tr("minutes")
    return tr("Proposed: {what}, since {because}. You decide.", what=what, because=because)


def _in_a_row(*buttons: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for button in buttons:
        layout.addWidget(button)
    layout.addStretch(1)
    return row
