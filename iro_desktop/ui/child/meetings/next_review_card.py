"""When the next review is due, why that day, and a place to book it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.child.meetings.booking import Wanted, What
from iro_desktop.ui.child.meetings.booking_panel import BookingPanel
from iro_desktop.ui.child.meetings.presenter import MeetingsPresenter
from iro_desktop.ui.child.next_review import NextReview
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import icon_of, tone_of


class NextReviewCard(Card):
    """`booked` carries what is `Wanted`; `left` tells that booking was given up or done.

    `paper_wanted` carries the Explanation to be printed or saved, `invitations_wanted` the id of
    the review that is booked.
    """

    booked = Signal(object)
    left = Signal()
    paper_wanted = Signal(object)
    invitations_wanted = Signal(str)

    def __init__(self, presenter: MeetingsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(tr("Next review"), parent, spacing=8)
        self._next: NextReview | None = None
        self._presenter = presenter
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
        self.booking = BookingPanel(lambda: presenter.today, presenter)
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
        has_what_for = is_booked or review.explanation is not None
        self.invite.setVisible(has_what_for and review.may_invite)
        self.invite.setToolTip("" if is_booked else tr("Book a date first"))

    def open_booking(self, what: What | None = None) -> None:
        """Propose a day, and ask; without `what`, for the kind that is most likely meant."""
        if self._next is not None:
            self.booking.propose(what or What.of(self._presenter.kind_to_begin_with()))
            self.booking.show()
            self.booking.focus_first()

    def close_booking(self) -> None:
        """Put the panel away without booking."""
        self.booking.hide()

    def _on_confirmed(self, wanted: Wanted) -> None:
        self.booked.emit(wanted)
        self._close()

    def _on_invite(self) -> None:
        if self._next is not None and self._next.invites_to is not None:
            self.invitations_wanted.emit(self._next.invites_to)

    def _close(self) -> None:
        self.booking.hide()
        self.left.emit()
