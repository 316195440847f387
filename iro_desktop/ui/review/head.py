"""The head of a review: whose it is, which, how far it is, and the way to begin the meeting."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.review.bar import Bar
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.children import called, name_of
from iro_desktop.ui.words.reviews import kind_of_review, state_of_review


class ReviewHead(Bar):
    """The signals say themselves. What cannot be done as the review stands is not offered."""

    start_wanted = Signal()
    child_wanted = Signal()
    adjourn_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self) -> None:
        self._name = Words("", "h2")
        self._what = Words("", "muted")
        self._status = Pill("")
        self.start_button = ActionButton(tr("Start the meeting"), "users", "primary")
        self.adjourn_button = ActionButton(tr("Adjourn…"), "", "quiet")
        self.cancel_button = ActionButton(tr("Cancel this review…"), "", "quiet")
        self.child_button = child = ActionButton(tr("Child's page"), "user", "quiet")
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._name)
        lines.addWidget(self._what)
        super().__init__(
            words,
            self._status,
            child,
            self.adjourn_button,
            self.cancel_button,
            self.start_button,
        )
        self.setObjectName("top_bar")
        self.start_button.clicked.connect(self.start_wanted)
        self.adjourn_button.clicked.connect(self.adjourn_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        child.clicked.connect(self.child_wanted)

    def name(self) -> str:
        """Whose review it is."""
        return self._name.text()

    def show_review(self, presenter: ReviewPresenter) -> None:
        """Show whose review it is and how far."""
        record, review = presenter.record, presenter.review
        name = called(record.child) if presenter.is_shared else name_of(record.child)
        self._name.setText(name)
        self.child_button.setHidden(presenter.is_shared)
        self._what.setText(
            tr(
                "{kind} · {day}",
                kind=kind_of_review(review.kind),
                day=screen().weekday_date(presenter.day),
            )
        )
        self._show_state(review)
        is_booked = review.status in {ReviewStatus.PLANNED, ReviewStatus.PREPARING}
        self.start_button.setVisible(is_booked)
        self.cancel_button.setVisible(is_booked and not review.held_on and not review.began_on)
        self.adjourn_button.setVisible(
            review.status is ReviewStatus.OPEN and not review.is_adjourned
        )
        self.arrange()

    def focus_broken_off(self) -> None:
        """Put the focus back on what asks to adjourn or to cancel."""
        button = self.cancel_button if self.adjourn_button.isHidden() else self.adjourn_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_state(self, review: Review) -> None:
        words = state_of_review(review)
        if review.is_closed:
            self._status.show_state(words, "success", "lock")
        elif review.is_adjourned:
            self._status.show_state(words, "warning")
        else:
            self._status.show_state(words, "plain" if review.is_fixed else "info")
