"""The head of a review: whose it is, which, how far it is, and the way to begin the meeting."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.review import ReviewStatus
from iro_desktop.i18n import screen, tr
from iro_desktop.ui.review.bar import Bar
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.children import name_of
from iro_desktop.ui.words.reviews import kind_of_review, status_of_review


class ReviewHead(Bar):
    """`start_wanted` and `child_wanted` say themselves."""

    start_wanted = Signal()
    child_wanted = Signal()

    def __init__(self) -> None:
        self._name = Words("", "h2")
        self._what = Words("", "muted")
        self._status = Pill("")
        self.start_button = ActionButton(tr("Start the meeting"), "users", "primary")
        child = ActionButton(tr("Child's page"), "user", "quiet")
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self._name)
        lines.addWidget(self._what)
        super().__init__(words, self._status, child, self.start_button)
        self.setObjectName("top_bar")
        self.start_button.clicked.connect(self.start_wanted)
        child.clicked.connect(self.child_wanted)

    def show_review(self, presenter: ReviewPresenter) -> None:
        """Show whose review it is and how far."""
        record, review = presenter.record, presenter.review
        self._name.setText(name_of(record.child))
        self._what.setText(
            tr(
                "{kind} · {day}",
                kind=kind_of_review(review.kind),
                day=screen().weekday_date(presenter.day),
            )
        )
        fixed = review.is_fixed
        self._status.show_state(
            status_of_review(review.status),
            "success" if fixed else "info",
            "lock" if fixed else "",
        )
        self.start_button.setVisible(
            review.status in {ReviewStatus.PLANNED, ReviewStatus.PREPARING}
        )
        self.arrange()
