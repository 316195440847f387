"""A review's edits on their way to the store: kept as one types, and tried again where it fails."""

from collections.abc import Hashable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from iro_desktop.i18n import screen
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.review.edits import Edit, key_of
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.saving import Autosave
from iro_desktop.ui.widgets.messages import StatusLine

TRY_AGAIN_MS = 5000


class ReviewSaving(Autosave):
    """Says in the status line how it stands."""

    def __init__(
        self, presenter: ReviewPresenter, status: StatusLine, parent: QWidget, *, pause_ms: int
    ) -> None:
        super().__init__(self._bring, parent, pause_ms=pause_ms)
        self._presenter, self._status = presenter, status
        self.again = QTimer(self)
        self.again.setSingleShot(True)
        self.again.setInterval(TRY_AGAIN_MS)
        self.again.timeout.connect(self.flush)
        self.saving_started.connect(status.show_saving)
        self.saved.connect(self._on_saved)
        self.failed.connect(self.say_failed)

    def take(self, edit: Edit) -> None:
        """Keep an edit soon; a later one of the same replaces it."""
        self.touch(key_of(edit), edit)

    def say_failed(self, fault: KnownFault) -> None:
        """Say what could not be kept, and try again where it waits to be."""
        self._status.show_failed(str(words_for(fault, screen())))
        if self.is_pending():
            self.again.start()

    def _bring(self, _key: Hashable, edit: object) -> None:
        assert isinstance(edit, Edit)  # noqa: S101 - only edits are touched
        self._presenter.save(edit)

    def _on_saved(self) -> None:
        self.again.stop()
        self._status.show_saved(aloud=False)
