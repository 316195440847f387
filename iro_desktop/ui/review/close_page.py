"""The end of a review: what is missing, what will be written, closing, and what comes later."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from iro_desktop.domain.output_choice import (
    LESS_THAN_TWO_YEARS,
    OVER_TWO_YEARS,
    PERMANENTLY_MATCHED,
)
from iro_desktop.domain.review import Output, Review, ReviewStatus
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.problems import Problem
from iro_desktop.ui.review.addenda_card import AddendaCard
from iro_desktop.ui.review.gap_words import gap_beside, gap_sentence
from iro_desktop.ui.review.holding import in_time, is_unexplained
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.to_read import has_ended
from iro_desktop.ui.review.tool_remarks_card import ToolRemarksCard
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.deadlines_card import DeadlinesCard
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner, ProblemSummary
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words

_ENDED = frozenset({ReviewStatus.CLOSED, ReviewStatus.CANCELLED})


class ClosePage(ScrollPage):
    """`gap_chosen` carries the Problem to go to, `paper_wanted` an Explanation to print.

    The other signals say themselves.
    """

    gap_chosen = Signal(object)
    edited = Signal(object)
    left = Signal()
    failed = Signal(object)
    close_wanted = Signal()
    write_wanted = Signal()
    lateness_wanted = Signal()
    paper_wanted = Signal(object)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._gaps: Sequence[Problem] = ()
        self.summary = ProblemSummary()
        self.summary.activated.connect(lambda number: self.gap_chosen.emit(self._gaps[number]))
        self._ready = Banner(tr("Nothing is missing. The review can be closed."), "success")
        self.close_button = ActionButton(tr("Close the review"), "lock", "primary")
        self.close_button.clicked.connect(self.close_wanted)
        self.write_button = ActionButton(tr("Letter and minutes"), "file-text")
        self.write_button.clicked.connect(self.write_wanted)
        self.why_late_button = ActionButton(tr("Say why"), "pencil")
        self.why_late_button.clicked.connect(self.lateness_wanted)
        self._late = Banner("", "warning", self.why_late_button)
        self._output = self._output_card()
        self.remarks = ToolRemarksCard(presenter)
        self.addenda = AddendaCard(presenter)
        self.addenda.failed.connect(self.failed)
        self.deadlines = DeadlinesCard(tr("What follows, and by when"))
        self.deadlines.paper_wanted.connect(self.paper_wanted)
        self._header = PageHeader("")
        self.add(
            self._header,
            self.summary,
            self._late,
            self._ready,
            self.remarks,
            self._output,
            self.addenda,
            FlowRow(self.close_button, self.write_button),
            self.deadlines,
        )

    def refresh(self) -> None:
        """List what is missing now, and offer what can be done."""
        review = self._presenter.review
        fixed, closed = review.is_fixed, review.is_closed
        self._show_header(review)
        self._show_gaps()
        self._show_lateness()
        self.remarks.refresh()
        self.close_button.setVisible(not fixed)
        self.write_button.setVisible(closed or not has_ended(review))
        self.write_button.setText(tr("Letter and minutes") if closed else tr("See a draft"))
        self._output.setVisible(self._presenter.may_be_a_letter() and (closed or not fixed))
        says = review.closed_on or self._presenter.record.addenda
        self.addenda.setVisible(closed and bool(says or self._presenter.allowed.writes("addendum")))
        self.deadlines.show_deadlines(self._presenter.by_when())
        self._show_proposal()
        if closed:
            self.addenda.refresh()

    def focus_first(self) -> None:
        """Put the focus on what is missing, or on what comes next."""
        if self._gaps:
            self.summary.focus_first()
        elif self._presenter.review.is_closed:
            self.write_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            button = self.close_button if self.close_button.isVisibleTo(self) else self
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, gap: Problem) -> None:
        """Put the focus where something missing on this page is put right."""
        self.reason_row.show_problem(gap_beside(gap))
        self.reason_row.focus_first()

    def _show_gaps(self) -> None:
        gaps = self._presenter.gaps()
        if gaps != self._gaps:
            self._gaps = gaps
            self.summary.show_problems([gap_sentence(gap) for gap in gaps])
        self._ready.setVisible(not gaps and not self._presenter.review.is_fixed)
        self.close_button.setEnabled(not gaps)

    def _show_header(self, review: Review) -> None:
        if review.is_fixed and review.status not in _ENDED:
            self._header.set_title(tr("To be read"))
            self._header.set_subtitle(tr("The child’s IRO closes the review, and writes of it."))
        elif review.is_fixed and not review.is_closed:
            self._header.set_title(tr("Not held"))
            self._header.set_subtitle(tr("What was prepared for it can still be read."))
        else:
            self._header.set_title(tr("Close and write"))
            self._header.set_subtitle(
                tr("Once closed, the record can only be added to, never changed.")
            )

    def _show_lateness(self) -> None:
        """Late without a reason: a reminder, for no law asks for one."""
        record, today = self._presenter.record, self._presenter.today
        unexplained = is_unexplained(record, today)
        if unexplained:
            state = in_time(record, today).state
            self._late.say(
                tr("{state}: nobody has said why. You can close without that.", state=state),
                "warning",
            )
        self._late.setVisible(unexplained)

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
        self.choice_row = FormRow(tr("What will you write?"), self._choice)
        self.reason_row = FormRow(
            tr("Why do you choose other than proposed?"), self._reason, required=True
        )
        card.add(self._proposal, self.choice_row, self.reason_row)
        for row in (self.choice_row, self.reason_row):
            row.answer_changed.connect(self._on_chosen)
            row.left.connect(self.left)
        return card

    def _show_proposal(self) -> None:
        proposal, review = self._presenter.proposal(), self._presenter.review
        self._proposal.setText(_proposal_words(proposal.output, proposal.reason))
        self._proposal.setVisible(not self._presenter.allowed.is_part)
        self._choice.set_value((review.output or proposal.output).value)
        self._reason.set_value(review.output_reason)
        for row in (self.choice_row, self.reason_row):
            row.set_read_only(review.is_fixed)
        self._show_reason()

    def _show_reason(self) -> None:
        review = self._presenter.review
        differs = review.output not in {None, Output.BOTH, self._presenter.proposal().output}
        asked = differs and not review.is_fixed
        self.reason_row.setVisible(asked or bool(review.output_reason))
        if not differs or review.output_reason:
            self.reason_row.show_problem(None)

    def _on_chosen(self) -> None:
        output = Output(self._choice.value() or self._presenter.proposal().output)
        self.edited.emit(self._presenter.choose_output(output, self._reason.value() or ""))
        self._show_reason()
        self._show_gaps()


def _proposal_words(output: Output, reason: str) -> str:
    because = {
        PERMANENTLY_MATCHED: tr("the child is permanently matched"),
        OVER_TWO_YEARS: tr("the child has lived in the same home for over two years"),
        LESS_THAN_TWO_YEARS: tr("the child has lived in this home for less than two years"),
    }[reason]
    what = tr("a letter") if output is Output.LETTER else tr("minutes")
    return tr("Proposed: {what}, since {because}. You decide.", what=what, because=because)
