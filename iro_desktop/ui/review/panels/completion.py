"""On which day a review was completed, and which of its days counts as the day it was held."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Conduct
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.services import sittings
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.holding import course, day_choices
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class CompletionCard(Card):
    """What is said here goes to the store at once; `changed` tells that it did.

    A day that the law does not let count is refused beside its field, and stays as it was typed.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._heading = Words("", "h2")
        self._presenter = presenter
        self._course = Words("", "muted")
        self._day = _DayOfCompletion(presenter)
        self._day.confirmed.connect(self._on_completed)
        self.day_row, self.complete_button = self._day.row, self._day.button
        self.counted = _CountedDay(presenter)
        self.counted.wanted.connect(self._on_counted)
        self.add(self._heading, self._course, self._day, self.counted)
        self.refresh()

    def refresh(self) -> None:
        """Show what is known by now. What is being typed stays."""
        review = self._presenter.review
        is_complete = review.completed_on is not None
        self._heading.setText(
            tr("The review is complete") if is_complete else tr("Is the review complete?")
        )
        accessibility.name(self, self._heading.text())
        words = course(review)
        self._course.setText(words)
        self._course.setVisible(bool(words))
        is_series = review.conduct is Conduct.SERIES
        self._day.setVisible(is_series and not review.is_adjourned)
        self._day.show_review()
        self.counted.show_review()
        self.setVisible(bool(words) or is_series)

    def _on_completed(self, day: dt.date) -> None:
        def complete(factory: UnitOfWorkFactory, review: ReviewId) -> Changed:
            return sittings.complete_series(factory, review, day)

        self.left.emit()
        try:
            self._presenter.at_once(complete)
        except KnownFault as fault:
            self._day.refuse(str(words_for(fault, screen())))
            return
        self.refresh()
        self.changed.emit()
        accessibility.announce(self, tr("Complete since {day}", day=screen().weekday_date(day)))

    def _on_counted(self, day: dt.date, because: str) -> None:
        def count(factory: UnitOfWorkFactory, review: ReviewId) -> Changed:
            return sittings.count_from(factory, review, day, because)

        self.left.emit()
        try:
            self._presenter.at_once(count)
        except KnownFault as fault:
            self.counted.refuse(str(words_for(fault, screen())))
            return
        self.counted.accept()
        self.refresh()
        self.changed.emit()


class _DayOfCompletion(QWidget):
    """`confirmed` carries the day, by the button or by Return in the field."""

    confirmed = Signal(object)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._field = DateField(lambda: presenter.today)
        self._shown: dt.date | None = None
        self.row = FormRow(
            tr("On which day was it completed?"),
            self._field,
            hint=tr("From this day on the time to the next review is counted."),
            required=True,
        )
        self.button = ActionButton("", "check")
        self.button.clicked.connect(self._confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        layout.addWidget(self.row)
        layout.addWidget(FlowRow(self.button))

    def show_review(self) -> None:
        """Show the day that is kept, unless another was typed over it."""
        review = self._presenter.review
        if review.completed_on != self._shown:
            self._shown = review.completed_on
            self._field.set_value(self._shown.isoformat() if self._shown else None)
            self.row.show_problem(None)
        self.row.set_read_only(review.is_fixed)
        self.button.setText(
            tr("Complete on this day instead") if self._shown else tr("The review is complete")
        )
        self.button.setVisible(not review.is_fixed)

    def refuse(self, why: str) -> None:
        """Say why the day cannot be taken."""
        self.row.show_problem(why)
        self.row.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self._confirm()
        else:
            super().keyPressEvent(event)

    def _confirm(self) -> None:
        day = self._field.date()
        if day is None:
            self.refuse(tr("Say on which day the review was completed."))
        elif day > self._presenter.today:
            self.refuse(tr("That day is still to come."))
        else:
            self.row.show_problem(None)
            self.confirmed.emit(day)


class _CountedDay(QWidget):
    """`wanted` carries a day and why it, not the day of completion, is to count."""

    wanted = Signal(object, str)

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._days: tuple[tuple[dt.date, str], ...] = ()
        self._wanted: dt.date | None = None  # chosen here, and not kept for want of a reason
        self._reason = TextField()
        self.row: FormRow | None = None
        self.reason_row = FormRow(tr("Why does that day count?"), self._reason, required=True)
        self.reason_row.left.connect(self._on_reason_left)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(12))
        self._layout.addWidget(self.reason_row)

    def show_review(self) -> None:
        """Offer the days of the review, once it is complete and there is more than one."""
        review = self._presenter.review
        days = day_choices(review, self._presenter.sittings)
        self.setVisible(review.completed_on is not None and len(days) > 1)
        if days != self._days:
            self._offer(days)
        if self.row is None:
            return
        if self._wanted is None:
            self.row.field.set_value(review.held_on.isoformat() if review.held_on else None)
            self._reason.set_value(review.counted_because)
        for row in (self.row, self.reason_row):
            row.set_read_only(review.is_fixed)
        self._show_reason()

    def refuse(self, why: str) -> None:
        """Say what is wrong; the day and the words stay as they are."""
        self.reason_row.show_problem(why)

    def accept(self) -> None:
        """What was chosen here is kept now."""
        self._wanted = None
        self.reason_row.show_problem(None)

    def _offer(self, days: tuple[tuple[dt.date, str], ...]) -> None:
        if self.row is not None:
            throw_away(self._layout, self.row)
            self.row = None
        self._days, self._wanted = days, None
        if days:
            options = [Option(day.isoformat(), words) for day, words in days]
            field = ChoiceField(options, may_be_cleared=False)
            self.row = FormRow(tr("Which day counts as the day it was held?"), field)
            self.row.answer_changed.connect(self._on_chosen)
            self._layout.insertWidget(0, self.row)

    def _on_chosen(self) -> None:
        day = self._chosen()
        if day is None:
            return
        self._wanted = day
        self._show_reason()
        if day == self._presenter.review.completed_on:
            self._reason.set_value(None)
            self.wanted.emit(day, "")
        elif self._reason.value():
            self.wanted.emit(day, self._reason.value() or "")
        else:
            accessibility.announce(self, tr("Say why that day counts."))

    def _on_reason_left(self) -> None:
        review, day = self._presenter.review, self._chosen()
        because = self._reason.value() or ""
        is_kept = (day, because.strip()) == (review.held_on, review.counted_because)
        if day is not None and day != review.completed_on and not is_kept and not review.is_fixed:
            self._wanted = day
            self.wanted.emit(day, because)

    def _chosen(self) -> dt.date | None:
        value = None if self.row is None else self.row.field.value()
        return dt.date.fromisoformat(value) if isinstance(value, str) else None

    def _show_reason(self) -> None:
        day, completed = self._chosen(), self._presenter.review.completed_on
        self.reason_row.setVisible(day is not None and day != completed)
