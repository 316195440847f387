"""In time or not: how and on which day a review is held, and why it was late."""

from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Conduct, LateReason, ReviewStatus
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.problems import Problem
from iro_desktop.services import sittings
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.wording import words_for
from iro_desktop.ui.review.attribute import iso, text
from iro_desktop.ui.review.holding import day_question, has_one_day, in_time
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.panels.completion import CompletionCard
from iro_desktop.ui.review.panels.sittings import SittingsPanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.words.reviews import conduct_of_review, reason_for_lateness

_NOT_SAID = ""


class HoldingPanel(Panel):
    """The card of a single meeting; of a series also its meetings, and when it was complete."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._state = Pill("")
        self.due = ExplainedDate(after=(self._state,))
        self.due.paper_wanted.connect(self.paper_wanted)
        self._stood = presenter.review.held_on
        self.body.addWidget(self._make_card())
        self.sittings = SittingsPanel(presenter)
        self.completion = CompletionCard(presenter)
        self.body.addWidget(self.sittings)
        self.body.addWidget(self.completion)
        self._connect()
        self._show_why_late()
        self.refresh()

    @override
    def refresh(self) -> None:
        review, fixed = self.presenter.review, self.is_fixed()
        is_series = review.conduct is Conduct.SERIES
        self._conduct.set_value(review.conduct.value)
        self.day_row.set_question(day_question(review))
        self.day_row.setVisible(has_one_day(review))
        if not self.day_row.problem() and self._day.date() != review.held_on:
            self._day.set_value(iso(review.held_on))
        self.sittings.refresh()
        self.sittings.setVisible(is_series or self.sittings.may_put_back())
        self.completion.refresh()
        for row in (self.conduct_row, self.day_row, self.reason_row, self.note_row):
            row.set_read_only(fixed)
        self._show_in_time()

    @override
    def row_of(self, gap: Problem) -> FormRow | None:
        if gap.code != "review_not_held":
            return None
        return self.day_row if has_one_day(self.presenter.review) else self.completion.day_row

    @override
    def focus_first(self) -> bool:
        """Go to the day while it is missing. Says whether it is."""
        review = self.presenter.review
        if review.held_on is not None or review.is_fixed or review.is_adjourned:
            return False
        row = self.day_row if has_one_day(review) else self.completion.day_row
        row.focus_first()
        return True

    def focus_why_late(self) -> None:
        """Put the focus where it is said why the review was late."""
        self.reason_row.focus_first()

    # Layout

    def _make_card(self) -> Card:
        self._day = DateField(lambda: self.presenter.today)
        self._conduct = ChoiceField(
            [Option(conduct.value, conduct_of_review(conduct)) for conduct in Conduct],
            in_a_row=True,
            may_be_cleared=False,
        )
        self._reason = PickField(
            [
                Option(_NOT_SAID, tr("Not said yet")),
                *(Option(reason.value, reason_for_lateness(reason)) for reason in LateReason),
            ]
        )
        self._note = LongTextField(fewest_lines=2)
        self.conduct_row = FormRow(tr("How is the review held?"), self._conduct)
        self.day_row = FormRow(
            day_question(self.presenter.review),
            self._day,
            hint=tr("From this day on the time to the next review is counted."),
            required=True,
        )
        self.reason_row = FormRow(
            tr("Why was it late?"),
            self._reason,
            hint=tr("No law asks for this. Your council may, and it is fair to the child."),
        )
        self.note_row = FormRow(tr("What else is there to know of it?"), self._note)
        card = Card(tr("In time or not"))
        card.add(self.due)
        card.add(self.day_row, self.conduct_row, self.reason_row, self.note_row)
        return card

    def _connect(self) -> None:
        self.day_row.answer_changed.connect(self._on_day_typed)
        self.day_row.left.connect(self._on_day_left)
        self.conduct_row.answer_changed.connect(self._on_conduct_chosen)
        for row in (self.reason_row, self.note_row):
            row.answer_changed.connect(self._on_why_late)
            row.left.connect(self.left)
        self.sittings.edited.connect(self.edited)
        self.sittings.left.connect(self.left)
        self.completion.left.connect(self.left)
        for part in (self.sittings, self.completion):
            part.changed.connect(self._on_part_changed)

    # What is shown

    def _show_in_time(self) -> None:
        found = in_time(self.presenter.record, self.presenter.today)
        words = tr("Due by {day}", day=found.due.day) if found.due else ""
        self.due.show_date(found.due, words)
        self.due.setVisible(found.due is not None)
        self._state.show_state(found.state, found.tone, found.icon)
        self._state.setVisible(bool(found.state))
        review = self.presenter.review
        said = review.late_reason is not None or bool(review.late_note)
        for row in (self.reason_row, self.note_row):
            row.setVisible(said or (found.is_late and not review.is_fixed))

    def _show_why_late(self) -> None:
        review = self.presenter.review
        self._reason.set_value(review.late_reason.value if review.late_reason else _NOT_SAID)
        self._note.set_value(review.late_note)

    # What happens

    def _on_part_changed(self) -> None:
        self.refresh()
        self.changed.emit()

    def _on_day_typed(self) -> None:
        """On the way to a day others are typed: one that cannot be gives way to what stood."""
        day = self._day.date()
        to_come = day is not None and day > self.presenter.today
        self.day_row.show_problem(tr("That day is still to come.") if to_come else None)
        held_on = self._stood if to_come or self._day.is_unread() else day
        if held_on != self.presenter.review.held_on:
            self.edit(self.presenter.hold_on(held_on))
            self._show_in_time()

    def _on_day_left(self) -> None:
        self._stood = self.presenter.review.held_on
        self.left.emit()

    def _on_why_late(self) -> None:
        reason = self._reason.value()
        self.edit(
            self.presenter.say_why_late(
                LateReason(reason) if reason else None, text(self._note.value())
            )
        )

    def _on_conduct_chosen(self) -> None:
        chosen, review = Conduct(str(self._conduct.value())), self.presenter.review
        self.left.emit()
        self.conduct_row.show_problem(None)
        if chosen is Conduct.SERIES and review.conduct is not Conduct.SERIES:
            self._begin_series()
        elif review.conduct is Conduct.SERIES:
            self._end_series(chosen)
        elif chosen is not review.conduct:
            self.edit(self.presenter.hold_as(chosen))
            self.left.emit()
        self._stood = self.presenter.review.held_on
        self.refresh()

    def _begin_series(self) -> None:
        first = sittings.new_sitting(
            self.presenter.review, self.presenter.review.held_on or self.presenter.likely_day()
        )

        def begin(factory: UnitOfWorkFactory, _review: ReviewId) -> Changed:
            return sittings.add_sitting(factory, first)

        try:
            self.presenter.at_once(begin)
        except KnownFault as fault:
            self.conduct_row.show_problem(str(words_for(fault, screen())))
            return
        self.changed.emit()

    def _end_series(self, chosen: Conduct) -> None:
        """One meeting of which nothing was written is simply that; more are not thrown away."""
        held, has_begun = self.presenter.sittings, self.presenter.review.status is ReviewStatus.OPEN
        if len(held) > 1 or any(sitting.with_whom or sitting.note for sitting in held):
            self.conduct_row.show_problem(
                tr("Remove its meetings first. What is written of them would be lost.")
            )
            self._conduct.set_value(Conduct.SERIES.value)
            self.conduct_row.focus_first()
            return
        for sitting in held:
            self.edit(self.presenter.remove(sitting))
            if has_begun and sitting.on <= self.presenter.today:
                self.edit(self.presenter.hold_on(sitting.on))
        self.edit(self.presenter.hold_as(chosen))
        self.left.emit()
