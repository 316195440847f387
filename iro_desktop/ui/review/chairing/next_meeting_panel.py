"""The next meeting, agreed before people leave: its limit, days that would do, time and place."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout
from typing_extensions import override

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services import next_meeting
from iro_desktop.services.changed import Changed
from iro_desktop.services.diary import USUAL_MINUTES
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.next_meeting import NextMeeting, book_next, may_book_after
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.preparing import Hours
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.review.siblings import SiblingsPresenter
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.offered_days import OfferedDays
from iro_desktop.ui.widgets.option_button import OptionCheck
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.time_field import TimeField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.due_dates import explained, why
from iro_desktop.ui.words.offered_days import advice_on_booking, offered_day

_LENGTHS = (30, 45, 60, 90, 120)


class NextMeetingPanel(Panel):
    """Nothing it says forbids to book: a day after the limit is said to be one.

    `refilled` says that what stands in the fields is of the review as it is kept now.
    """

    refilled = Signal()

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        stands_till_confirmed(self, of_a_family=True)
        self.siblings = SiblingsPresenter(presenter)
        self.siblings.read()
        self._limit: Explained | None = None
        self._stood: tuple[object, ...] = ()
        self._lay_out()
        self._day.answer_changed.connect(self._advise)
        self.offered.chosen.connect(self._on_day_chosen)
        self.book_button.clicked.connect(self.book)
        self.due.paper_wanted.connect(self.paper_wanted)
        self.refresh()

    def _lay_out(self) -> None:
        self.card = Card(tr("When do we meet next?"), spacing=12)
        self._agreed, self._why = Pill("", "success", "calendar-days"), Words("", "muted")
        self.due, self.offered = ExplainedDate(), OfferedDays()
        self._day = DateField(lambda: self.presenter.today)
        self._time, self._place = TimeField(), TextField()
        self._minutes = PickField([Option(str(one), _in_minutes(one)) for one in _LENGTHS])
        self.day_row = FormRow(tr("Day of the next meeting"), self._day)
        self.time_row = FormRow(tr("Begins at"), self._time)
        self.minutes_row = FormRow(tr("How long?"), self._minutes)
        self.place_row = FormRow(
            tr("Place"), self._place, hint=tr("Where those it is about feel at ease.")
        )
        self.advice = Words("", "muted")
        self.family = OptionCheck("")
        self.fault = Banner("", "danger", dismissible=True)
        self.fault.hide()
        self.book_button = ActionButton(tr("Agree this day"), "check", "primary")
        hours = QVBoxLayout() if is_wide_text() else QHBoxLayout()
        hours.setSpacing(theme.space(16))
        hours.addWidget(self.time_row)
        hours.addWidget(self.minutes_row)
        hours.addStretch(1)
        self.card.add(self._agreed, self._why, self.due, self.offered, self.day_row, self.advice)
        self.card.body.addLayout(hours)
        self.card.add(self.place_row, self.family, self.fault)
        self.card.body.addWidget(self.book_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.card)

    # What is shown

    @override
    def refresh(self) -> None:
        presenter, review = self.presenter, self.presenter.review
        may = may_book_after(review) and not self.is_fixed()
        stands = (review.id, review.held_on, review.next_on, may, presenter.record.next_due)
        if stands == self._stood:
            self.refilled.emit()
            return
        self._stood = stands
        factory = presenter.workspace.uow_factory
        self._limit = next_meeting.limit_of_next(factory, review, presenter.today)
        self._show_limit()
        self._show_agreed()
        for part in (self.day_row, self.time_row, self.minutes_row, self.place_row):
            part.setVisible(may)
        others = self.siblings.other_children()
        self.family.setVisible(may and bool(others))
        self.family.setText(self._family_words())
        self.book_button.setVisible(may)
        self.offered.setVisible(False)
        self.advice.setVisible(True)
        if may:
            self._offer()
        elif not self.is_fixed():
            self.advice.setText(tr("Start the meeting first: then the next one can be agreed."))
        else:
            self.advice.setVisible(False)

    @override
    def set_shared(self, *, shared: bool) -> None:
        self.family.setText(self._family_words())

    @override
    def focus_first(self) -> bool:
        if not self.book_button.isVisibleTo(self):
            return False
        self.day_row.focus_first()
        return True

    def _show_limit(self) -> None:
        limit = self._limit
        self.due.setVisible(limit is not None)
        self._why.setVisible(limit is not None or not self.is_fixed())
        if limit is None:
            self._why.setText(tr("No clock runs for the next one: any day will do."))
            return
        self._why.setText(why(limit))
        self.due.show_date(
            explained(limit), tr("By {day} at the latest", day=screen().weekday_date(limit.on))
        )

    def _show_agreed(self) -> None:
        review = self.presenter.review
        self._agreed.setVisible(review.next_on is not None)
        if review.next_on is None:
            return
        day = screen().weekday_date(review.next_on)
        if review.next_at is not None:
            day = tr("{day} at {time}", day=day, time=screen().time(review.next_at))
        is_late = self._limit is not None and review.next_on > self._limit.on
        words = tr("Agreed: {day}, after the limit", day=day) if is_late else ""
        self._agreed.show_state(
            words or tr("Agreed: {day}", day=day),
            "warning" if is_late else "success",
            "circle-alert" if is_late else "calendar-days",
        )

    def _offer(self) -> None:
        presenter, limit = self.presenter, self._limit
        review = presenter.review
        days = next_meeting.days_for_next(
            presenter.workspace.uow_factory, presenter.record.child, limit, presenter.today
        )
        holidays = limit.holidays if limit is not None else {}
        self.offered.show_days(
            [offered_day(one, limit, holidays, is_best=one is days[0]) for one in days]
        )
        self.offered.setVisible(limit is not None and bool(days))
        if self._day.date() is None:  # without a limit no day is better than another
            start = review.next_on or (days[0].day if days and limit is not None else None)
            self._day.set_value(start.isoformat() if start else None)
            time = review.next_at or review.starts_at
            self._time.set_value(time.isoformat("minutes") if time else None)
            self._minutes.set_value(str(review.lasts_minutes or USUAL_MINUTES))
            self._place.set_value(review.next_place or review.planned_at or None)
            self.refilled.emit()
        self._advise()

    def _family_words(self) -> str:
        names = ", ".join(one.name for one in self.siblings.other_children())
        return tr("For the whole family: {names} as well", names=names)

    def _advise(self) -> None:
        day = self._day.date()
        self.offered.mark(day)
        limit = self._limit
        holidays = limit.holidays if limit is not None else {}
        said = [advice_on_booking(day, limit, holidays, self.presenter.today)]
        if day is not None:
            taken = next_meeting.others_that_day(
                self.presenter.workspace.uow_factory, self.presenter.record.child, day
            )
            said.append(
                ntr(
                    "You have another meeting that day.",
                    "You have {number} other meetings that day.",
                    taken,
                )
                if taken
                else ""
            )
        self.advice.setText(" ".join(part for part in said if part))
        self.advice.setVisible(any(said))

    # What happens

    def book(self) -> None:
        """Book the day that is filled in, whatever is said of it."""
        day = self._day.date()
        if day is None or self._time.is_unread():
            self._time.judge()
            (self._day if day is None else self._time).focus_first()
            return
        self.left.emit()
        self.fault.hide()
        agreed = NextMeeting(day, self._place.value() or "", self._hours())
        family, today = self.family.isChecked(), self.presenter.today

        def agree(factory: UnitOfWorkFactory, review: ReviewId) -> Changed:
            return book_next(factory, review, agreed, today, whole_family=family)

        try:
            self.presenter.at_once(agree)
        except KnownFault as fault:
            self.fault.say(str(words_for(fault, screen())), "danger")
            return
        self.refresh()
        self.refilled.emit()
        self.changed.emit()
        accessibility.announce(self, self._agreed.text())

    def _hours(self) -> Hours:
        time = self._time.time()
        return Hours(time, int(self._minutes.value()) if time else 0)

    def _on_day_chosen(self, day: dt.date) -> None:
        self._day.set_value(day.isoformat())
        self._advise()


def _in_minutes(number: int) -> str:
    return ntr("{number} minute", "{number} minutes", number)
