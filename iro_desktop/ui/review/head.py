"""The head of a review: whose it is, which, how far it is, and the way to begin the meeting."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.review import Review, ReviewStatus
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.bar import Bar
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.children import called, name_of
from iro_desktop.ui.words.reviews import state_of_review, title_of_review

_BOOKED = frozenset({ReviewStatus.PLANNED, ReviewStatus.PREPARING})
_LEAST_IN_FULL = 330  # pixels at 100 %


class ReviewHead(Bar):
    """The signals say themselves. What cannot be done as the review stands is not offered."""

    start_wanted = Signal()
    child_wanted = Signal()
    adjourn_wanted = Signal()
    cancel_wanted = Signal()
    least = 265

    def __init__(self) -> None:
        self._day, self._short_day = "", ""
        self._name = Words("", "h2")
        self._what = Words("", "muted")
        self._status = Pill("")
        self.start_button = ActionButton(tr("Start the meeting"), "users", "primary")
        self.adjourn_button = ActionButton(tr("Adjourn…"), "", "quiet")
        self.cancel_button = ActionButton(tr("Cancel this review…"), "", "quiet")
        self.child_button = child = ActionButton(tr("Child's page"), "user", "quiet")
        accessibility.name(child, child.text())
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
        is_household = record.child.is_household
        page = tr("The household's page") if is_household else tr("Child's page")
        accessibility.name(self.child_button, page)
        self.child_button.setHidden(presenter.is_shared)
        kind, day = title_of_review(review, presenter.form), presenter.day
        self._day = tr("{kind} · {day}", kind=kind, day=screen().weekday_date(day))
        self._short_day = tr("{kind} · {day}", kind=kind, day=screen().date(day))
        self._show_state(review)
        is_booked = not review.is_fixed and review.status in _BOOKED
        self.start_button.setVisible(is_booked)
        self.cancel_button.setVisible(is_booked and not review.held_on and not review.began_on)
        self.adjourn_button.setVisible(
            review.status is ReviewStatus.OPEN and not (review.is_adjourned or review.is_fixed)
        )
        self.arrange()

    @override
    def arrange(self) -> None:
        """Say less where all has no room side by side: a line more is taken from the review."""
        self._say(in_full=True)
        if not self.fits(_LEAST_IN_FULL):
            self._say(in_full=False)
        super().arrange()

    def _say(self, *, in_full: bool) -> None:
        page = self.child_button.accessibleName()
        self._what.setText(self._day if in_full else self._short_day)
        self.child_button.setText(page if in_full else "")
        self.child_button.setToolTip("" if in_full else page)

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
