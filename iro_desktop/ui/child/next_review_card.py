"""When the next review is due, why that day, and a place to book it."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.review import OF_THE_CASE, ReviewKind
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import ntr, tr
from iro_desktop.services.diary import USUAL_MINUTES
from iro_desktop.services.preparing import Hours
from iro_desktop.ui import theme
from iro_desktop.ui.child.next_review import NextReview, OfferedDay
from iro_desktop.ui.child.offered_days import OfferedDays
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.time_field import TimeField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reviews import kind_of_review
from iro_desktop.ui.words.tones import icon_of, tone_of


class NextReviewCard(Card):
    """`booked` carries day, place and `Hours`; `left` tells that booking was given up or done.

    `paper_wanted` carries the Explanation to be printed or saved, `invitations_wanted` the id of
    the review that is booked.
    """

    booked = Signal(object, str, object, object)
    left = Signal()
    paper_wanted = Signal(object)
    invitations_wanted = Signal(str)

    def __init__(
        self,
        today: Callable[[], dt.date],
        advice_on: Callable[[dt.date | None], str],
        offers: Callable[[], Sequence[OfferedDay]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Next review"), parent, spacing=8)
        self._next: NextReview | None = None
        self._offers = offers
        self._day = Words("", "h3")
        self._pill = Pill("")
        self._why = Words("", "muted")
        self._booked = Pill("", "success", "calendar-days")
        head = QHBoxLayout()
        head.setSpacing(theme.space(10))
        head.addWidget(self._day, 1)
        head.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.due = ExplainedDate()
        self.due.paper_wanted.connect(self.paper_wanted)
        self.invite = ActionButton(tr("Invitations…"), "mail", "quiet")
        self.invite.clicked.connect(self._on_invite)
        self._place = Words("", "muted")
        self.add(self._why, self.due, FlowRow(self._booked, self.invite), self._place)
        self.booking = BookingPanel(today, advice_on)
        self.booking.hide()
        self.booking.confirmed.connect(self._on_confirmed)
        self.booking.given_up.connect(self._close)
        self.add(self.booking)

    def show_next(self, review: NextReview) -> None:
        """Show when it is due. A booking that is being written is left alone."""
        self._next = review
        said = tr("{which}: {day}", which=review.which, day=review.day)
        self._day.setText(said if review.day else review.which)
        self._pill.show_state(review.how_soon, tone_of(review.urgency), icon_of(review.urgency))
        self._pill.setVisible(bool(review.how_soon))
        self._why.setText(review.why)
        self._why.setVisible(bool(review.why))
        self.due.show_date(review.explanation, tr("Why that day?"))
        self.due.setVisible(review.explanation is not None)
        self._booked.show_state(review.booked, "success", "calendar-days")
        self._booked.setVisible(bool(review.booked))
        self._place.setText(review.planned_at)
        self._place.setVisible(bool(review.booked and review.planned_at.strip()))
        is_booked = review.invites_to is not None
        self.invite.setEnabled(is_booked)
        self.invite.setVisible(is_booked or review.explanation is not None)
        self.invite.setToolTip("" if is_booked else tr("Book a date first"))

    def open_booking(self) -> None:
        """Propose a day, and ask."""
        if self._next is not None:
            offers = self._offers()
            best = [offered.day for offered in offers if offered.is_best]
            day = best[0] if best and not self._next.booked else self._next.planned_for
            self.booking.offered.show_days(offers)
            self.booking.propose(day, self._next.planned_at, self._next.hours)
            self.booking.show()
            self.booking.focus_first()

    def close_booking(self) -> None:
        """Put the panel away without booking."""
        self.booking.hide()

    def _on_confirmed(
        self, day: dt.date, place: str, hours: Hours, kind: ReviewKind | None
    ) -> None:
        self.booked.emit(day, place, hours, kind)
        self._close()

    def _on_invite(self) -> None:
        if self._next is not None and self._next.invites_to is not None:
            self.invitations_wanted.emit(self._next.invites_to)

    def _close(self) -> None:
        self.booking.hide()
        self.left.emit()


class BookingPanel(QWidget):
    """A day, its hours, a place, and what to know about it. Nothing it says forbids to book."""

    confirmed = Signal(object, str, object, object)
    given_up = Signal()

    def __init__(
        self, today: Callable[[], dt.date], advice_on: Callable[[dt.date | None], str]
    ) -> None:
        super().__init__()
        self._advice_on = advice_on
        self._day, self._place = DateField(today), TextField()
        self._time, self._minutes = TimeField(), PickField(_lengths())
        self._kind = PickField(_kinds())
        self._kind.answer_changed.connect(self._advise)
        self._day.answer_changed.connect(self._advise)
        self.offered = OfferedDays()
        self.offered.chosen.connect(self._on_day_chosen)
        self._advice = Words("", "muted")
        self._book = ActionButton(tr("Book this day"), "check", "primary")
        self._book.clicked.connect(self.confirm)
        give_up = ActionButton(tr("Not now"), "", "quiet")
        give_up.clicked.connect(self.given_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(10), 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addWidget(FormRow(tr("Kind of meeting"), self._kind))
        layout.addWidget(self.offered)
        layout.addWidget(FormRow(tr("Day of the review"), self._day))
        layout.addWidget(self._advice)
        layout.addLayout(self._hours_row())
        layout.addWidget(
            FormRow(tr("Place"), self._place, hint=tr("Where the child feels at ease."))
        )
        layout.addWidget(FlowRow(self._book, give_up))

    def propose(self, day: dt.date, place: str, hours: Hours) -> None:
        """Begin with this day, place and hours."""
        self._day.set_value(day.isoformat())
        self._kind.set_value(_OF_THE_CASE)
        self._place.set_value(place)
        self._time.set_value(hours.starts_at.isoformat("minutes") if hours.starts_at else None)
        self._minutes.set_value(str(hours.minutes or USUAL_MINUTES))
        self._advise()

    def focus_first(self) -> None:
        """Put the focus on the day."""
        self._day.focus_first()

    def confirm(self) -> None:
        """Book, if a day is given and the time can be read."""
        day, time = self._day.date(), self._time.time()
        if self._time.is_unread():
            self._time.judge()
            self._time.focus_first()
        elif day is not None:
            hours = Hours(time, int(self._minutes.value()) if time else 0)
            self.confirmed.emit(day, self._place.value() or "", hours, self._chosen_kind())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.confirm()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _hours_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.space(16))
        row.addWidget(FormRow(tr("Starts at"), self._time), 1)
        row.addWidget(FormRow(tr("How long"), self._minutes), 1)
        return row

    def _on_day_chosen(self, day: dt.date) -> None:
        self._day.set_value(day.isoformat())
        self._advise()

    def _chosen_kind(self) -> ReviewKind | None:
        """None stands for the review of the child's case, under whichever law that is."""
        kind = self._kind.value()
        return ReviewKind(kind) if kind else None

    def _advise(self) -> None:
        """The limit that days are measured by is that of the review of the case."""
        is_of_the_case = self._chosen_kind() is None
        self.offered.setVisible(is_of_the_case and self.offered.has_days())
        advice = self._advice_on(self._day.date()) if is_of_the_case else ""
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._book.setEnabled(self._day.date() is not None)
        self.offered.mark(self._day.date())


_SHORTEST, _LONGEST, _STEP = 15, 240, 15
_OF_THE_CASE = ""


def _kinds() -> list[Option]:
    """The review of the child's case first; then the meetings that stand beside it."""
    beside = [kind for kind in ReviewKind if kind not in OF_THE_CASE]
    return [
        Option(_OF_THE_CASE, tr("The child's review")),
        *(Option(kind.value, kind_of_review(kind)) for kind in beside),
    ]


def _lengths() -> list[Option]:
    """How long a meeting may last, a quarter of an hour apart."""
    return [
        Option(str(minutes), ntr("{number} minute", "{number} minutes", minutes))
        for minutes in range(_SHORTEST, _LONGEST + 1, _STEP)
    ]
