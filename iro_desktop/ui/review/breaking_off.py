"""Adjourn a review, resume it, cancel it: what stands of it is said, and each is asked first."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.domain.review import Conduct
from iro_desktop.i18n import screen, tr
from iro_desktop.services import sittings
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import AlreadyAdjourned, AlreadyComplete, KnownFault
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.ask_panel import Asked, AskPanel
from iro_desktop.ui.review.holding import before_adjourning, standing
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner

Act = Callable[[UnitOfWorkFactory, ReviewId], Changed]


class BreakingOff(QWidget):
    """Beneath the head of a review. `left` says to keep what was typed, `changed` to look anew.

    `asking` tells whether a question stands open, `given_up` that the focus has to go back to where
    it came from.
    """

    left = Signal()
    changed = Signal()
    asking = Signal(bool)
    given_up = Signal()

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.resume_button = ActionButton(tr("Resume the review…"), "arrow-right")
        self.resume_button.clicked.connect(self.ask_to_resume)
        self.standing = Banner("", "warning", self.resume_button)
        self.refusal = Banner("", "danger", dismissible=True)
        self.adjourning = self._panel(_adjourning(presenter), self._adjourn)
        self.resuming = self._panel(_resuming(presenter), self._resume)
        self.cancelling = self._panel(_cancelling(), self._cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.standing, self.refusal, *self._panels()):
            layout.addWidget(part)
        for banner in (self.standing, self.refusal):
            banner.setObjectName("band")  # as wide as the window, as the head above it is
            banner.hide()

    def show_review(self) -> None:
        """Say what stands of the review on screen."""
        review = self._presenter.review
        limit = None
        if review.is_adjourned and review.adjourned_on is not None:
            limit = self._presenter.resume_by(review.adjourned_on)
        words = standing(review, limit, self._presenter.today)
        if words and words != self.standing.text():
            self.standing.say(words, "warning" if review.is_adjourned else "info")
        self.standing.setVisible(bool(words))
        self.resume_button.setVisible(review.is_adjourned)

    def forget(self) -> None:
        """Another review comes: put away what was asked of this one."""
        self.refusal.hide()
        for panel in self._panels():
            panel.forget()
        self.asking.emit(False)

    def put_away(self) -> None:
        """Close what is asked; what was typed stays for the next time."""
        for panel in self._panels():
            panel.hide()
        self.asking.emit(False)

    def refuse(self, why: str) -> None:
        """Say why something asked for at the head cannot be done."""
        self.refusal.say(why, "danger")

    # What is asked

    def ask_to_adjourn(self) -> None:
        """Ask for the day and the reason; where it cannot be, say so at once."""
        review = self._presenter.review
        if review.adjourned_on is not None:
            self.refuse(_said(AlreadyAdjourned()))
        elif review.completed_on is not None:
            self.refuse(_said(AlreadyComplete()))
        else:
            self._ask(self.adjourning)

    def ask_to_resume(self) -> None:
        """Ask for the day on which it goes on."""
        self._ask(self.resuming)

    def ask_to_cancel(self) -> None:
        """Ask why it will not be held."""
        self._ask(self.cancelling)

    def _panels(self) -> tuple[AskPanel, ...]:
        return self.adjourning, self.resuming, self.cancelling

    def _panel(self, asked: Asked, act: Callable[[dt.date | None, str], None]) -> AskPanel:
        panel = AskPanel(asked, lambda: self._presenter.today)
        panel.confirmed.connect(act)
        panel.given_up.connect(lambda: self._give_up(panel))
        return panel

    def _ask(self, panel: AskPanel) -> None:
        self.refusal.hide()
        for other in self._panels():
            other.setHidden(other is not panel)
        panel.ask(self._presenter.today)
        self.asking.emit(True)

    def _give_up(self, panel: AskPanel) -> None:
        panel.hide()
        self.asking.emit(False)
        if panel is self.resuming:
            self.resume_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.given_up.emit()

    # What is done

    def _adjourn(self, day: dt.date | None, because: str) -> None:
        def adjourn(factory: UnitOfWorkFactory, review: ReviewId) -> Changed:
            return sittings.adjourn(factory, review, day or self._presenter.today, because)

        self._do(self.adjourning, adjourn, tr("Adjourned"))

    def _resume(self, day: dt.date | None, _because: str) -> None:
        def resume(factory: UnitOfWorkFactory, review: ReviewId) -> Changed:
            return sittings.resume(factory, review, day or self._presenter.today)

        self._do(self.resuming, resume, tr("Resumed"))

    def _cancel(self, _day: dt.date | None, because: str) -> None:
        def cancel(factory: UnitOfWorkFactory, review: ReviewId) -> Changed:
            return sittings.cancel(factory, review, because)

        self._do(self.cancelling, cancel, tr("Cancelled"))

    def _do(self, panel: AskPanel, act: Act, said: str) -> None:
        self.left.emit()
        try:
            self._presenter.at_once(act)
        except KnownFault as fault:
            panel.refuse(fault)
            return
        panel.forget()
        self.asking.emit(False)
        self.changed.emit()
        accessibility.announce(self, said)


def _said(fault: KnownFault) -> str:
    return str(words_for(fault, screen()))


def _adjourning(presenter: ReviewPresenter) -> Asked:
    def to_know(day: dt.date | None) -> str:
        return before_adjourning(presenter.resume_by(day) if day else None)

    return Asked(
        tr("Adjourn the review"),
        to_know,
        tr("Adjourn the review"),
        day=tr("On which day is it adjourned?"),
        reason=tr("Why? What has to be known first?"),
    )


def _resuming(presenter: ReviewPresenter) -> Asked:
    def to_know(_day: dt.date | None) -> str:
        if presenter.review.conduct is Conduct.SERIES:
            return tr("Its meetings go on; say afterwards when it is complete.")
        return tr("It is complete that day, and counts as held then.")

    return Asked(
        tr("Resume the review"),
        to_know,
        tr("Resume the review"),
        day=tr("On which day does it go on?"),
    )


def _cancelling() -> Asked:
    words = tr("It stays on the child's page as cancelled. When the next is due does not change.")
    return Asked(
        tr("Cancel this review"),
        lambda _day: words,
        tr("Cancel this review"),
        reason=tr("Why will it not be held?"),
    )
