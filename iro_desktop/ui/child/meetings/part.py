"""The cards about meetings, and what is done when something is wanted on them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility
from iro_desktop.ui.child.meetings.booking import Wanted, What
from iro_desktop.ui.child.meetings.card import MeetingsCard
from iro_desktop.ui.child.meetings.disruption_card import DisruptionCard
from iro_desktop.ui.child.meetings.next_review_card import NextReviewCard
from iro_desktop.ui.child.meetings.presenter import MeetingsPresenter


class MeetingsPart(QObject):
    """Three cards. `changed` says that something was booked, moved or put aside.

    `review_opened` carries a review to go on with, `failed` what could not be done, in words.
    """

    changed = Signal()
    failed = Signal(str)
    review_opened = Signal(str)

    def __init__(self, presenter: MeetingsPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.next = NextReviewCard(presenter)
        self.in_hand, self.disruption = MeetingsCard(), DisruptionCard()
        self.next.booked.connect(self._on_booked)
        self.in_hand.opened.connect(self._on_opened)
        self.in_hand.move_wanted.connect(self._on_move_wanted)
        self.in_hand.alone_wanted.connect(
            lambda review: self._do(lambda: presenter.take_out(ReviewId(review)))
        )
        self.in_hand.cancelled.connect(
            lambda review, why: self._do(lambda: presenter.cancel(ReviewId(review), why))
        )
        self.disruption.booked.connect(self._on_suggestion_booked)
        self.disruption.put_aside.connect(lambda why: self._do(lambda: presenter.put_aside(why)))

    def show_meetings(self) -> None:
        """Show what the presenter has read."""
        self.in_hand.show_lines(self._presenter.lines())
        self.disruption.show_suggestion(self._presenter.suggested)

    def _on_booked(self, wanted: Wanted) -> None:
        if self._do(lambda: self._presenter.book(wanted)):
            day = screen().weekday_date(wanted.day)
            accessibility.announce(self.next, tr("Booked for {day}", day=day))

    def _on_suggestion_booked(self) -> None:
        if self._do(self._presenter.book_suggested):
            accessibility.announce(self.next, tr("The disruption meeting is booked."))

    def _on_opened(self, review: str) -> None:
        name = ReviewId(review)
        if self._do(lambda: self._presenter.prepare(name)):
            self.review_opened.emit(review)

    def _on_move_wanted(self, review: str) -> None:
        self.next.open_booking(What(review=ReviewId(review)))

    def _do(self, act: Callable[[], object]) -> bool:
        """Do something and read again; say so if it could not be done."""
        try:
            act()
        except KnownFault as fault:
            self.failed.emit(str(words_for(fault, screen())))
            return False
        self.changed.emit()
        return True
