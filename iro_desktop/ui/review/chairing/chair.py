"""What an IRO has at hand while chairing: taking back, siblings, time, size, and who may see."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.review.chairing import undo_words
from iro_desktop.ui.review.chairing.arms_length import ArmsLength
from iro_desktop.ui.review.chairing.clock_line import ClockLine
from iro_desktop.ui.review.chairing.keys import KeysPanel
from iro_desktop.ui.review.chairing.meeting_clock import AgendaPresenter
from iro_desktop.ui.review.chairing.modes import Modes, announce_size
from iro_desktop.ui.review.chairing.sibling_row import SiblingRow
from iro_desktop.ui.review.edits import Edit
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.siblings import SiblingsPresenter


class Chair(QWidget):
    """Beneath the head of a review.

    `edited` carries what is to be kept; `taken_in` the edit whose place is to be shown anew;
    `resized` says to lay the review out anew, `shared` whether others see it, `review_wanted` the
    id of the review to go to, `given_back` that the focus needs a place.
    """

    edited = Signal(object)
    left = Signal()
    taken_in = Signal(object)
    resized = Signal()
    shared = Signal(bool)
    review_wanted = Signal(str)
    given_back = Signal()

    def __init__(self, presenter: ReviewPresenter, around: QWidget) -> None:
        super().__init__()
        self._presenter, self._around = presenter, around
        self.agenda, self.siblings = AgendaPresenter(presenter), SiblingsPresenter(presenter)
        self.arms_length = ArmsLength(around)
        self.row, self.clock = SiblingRow(self.siblings), ClockLine(self.agenda)
        self.modes, self.keys = Modes(), KeysPanel()
        self._text: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.row, self.modes, self.keys, self.clock):
            layout.addWidget(part)
        self.row.chosen.connect(self.review_wanted)
        self.clock.hide_wanted.connect(self._on_clock_hidden)
        self.modes.unshare_wanted.connect(self.toggle_shared)
        self.modes.redo_wanted.connect(self.redo)
        self.keys.hide_wanted.connect(self.toggle_keys)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def show_review(self) -> None:
        """A review came to the front."""
        self.modes.forget()
        self.siblings.read()
        self.row.refresh()
        self.clock.refresh()

    def show_section(self, section: str) -> None:
        """A section came to the front: what the agenda has of it is talked about now."""
        self.agenda.turn_to_section(section)
        self.clock.refresh()

    # Taking back

    def undo(self) -> None:
        """Take back the last step, and go where it was."""
        self.left.emit()
        self._take_in(self._presenter.undo(), undo_words.taken_back, may_redo=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.left.emit()
        self._take_in(self._presenter.redo(), undo_words.done_again, may_redo=False)

    def _take_in(
        self, edits: tuple[Edit, ...], said: Callable[..., str], *, may_redo: bool
    ) -> None:
        if not edits:
            nothing = tr("Nothing is left to take back.")
            accessibility.announce(self, nothing if may_redo else tr("Nothing to do again."))
            return
        for edit in edits:
            self.edited.emit(edit)
        self.taken_in.emit(edits[0])
        self.modes.say(said(edits, self._presenter.form), may_redo=may_redo)
        self.left.emit()

    # Who may see, and how large

    def toggle_shared(self) -> None:
        """Have others see the screen, or no longer. Nothing that is kept changes by it."""
        self.left.emit()
        self._presenter.is_shared = not self._presenter.is_shared
        shared = self._presenter.is_shared
        had_focus = self.modes.unshare_button.hasFocus()
        self.modes.forget()
        self.modes.show_shared(shared=shared)
        self.row.refresh()
        self.shared.emit(shared)
        self.clock.refresh()
        if had_focus:
            self.given_back.emit()
        if not shared:
            accessibility.announce(self, tr("The screen is not shared any more."))

    def toggle_arms_length(self) -> None:
        """Read at arm's length, or as before."""
        self.left.emit()
        changed = self.arms_length.toggle()
        if changed:
            self.resized.emit()
        announce_size(self, changed=changed, is_large=self.arms_length.is_on)

    def toggle_keys(self) -> None:
        """Show the keys, or hide them."""
        inside = self.keys.isAncestorOf(QApplication.focusWidget() or self)
        self.keys.setHidden(not self.keys.isHidden())
        if not self.keys.isHidden():
            self.keys.hide_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif inside:
            self.given_back.emit()

    # Brothers and sisters

    def next_child(self, by: int = 1) -> None:
        """Go to the review of the next brother or sister at this meeting."""
        review = self.siblings.beside(by) if self._presenter.is_open() else None
        if review is not None:
            self.review_wanted.emit(review)

    def _on_clock_hidden(self) -> None:
        self._presenter.shows_time = False
        self.clock.refresh()
        self.given_back.emit()

    # A text takes back its own typing first

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._text is not None:
            self._text.removeEventFilter(self)
            self._text = None
        is_text = isinstance(new, QLineEdit | QPlainTextEdit)
        if new is not None and is_text and self._around.isAncestorOf(new):
            self._text = new
            new.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once a text has nothing of its own left to take back, the key is the review's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not _may_undo(watched)) or (redo and not _may_redo(watched)):
                event.ignore()
                return True
        return False


def _may_undo(text: QObject) -> bool:
    if isinstance(text, QPlainTextEdit):
        return text.document().isUndoAvailable()
    return isinstance(text, QLineEdit) and text.isUndoAvailable()


def _may_redo(text: QObject) -> bool:
    if isinstance(text, QPlainTextEdit):
        return text.document().isRedoAvailable()
    return isinstance(text, QLineEdit) and text.isRedoAvailable()
