"""Keep what is typed: within half a second, and at once when it might be lost."""

from collections.abc import Callable, Hashable
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from iro_desktop.services.faults import AccessOver, KnownFault, NotYoursToWrite

PAUSE_MS = 450

Save: TypeAlias = Callable[[Hashable, object], None]


class Autosave(QObject):
    """Saves the latest value under each key, in the order the keys were first touched.

    The pause runs from the first key that is not saved yet and is not put off by the next: however
    long someone types without a break, a power cut takes no more than the pause.

    A value that could not be saved stays pending and is tried again at the next flush: nothing
    typed is lost while the window stands. `failed` carries the KnownFault that stopped it; any
    other exception is a bug and passes on, the value still pending. What the hub would refuse is
    let go of: it will never be saved, and would keep its writer on the screen.
    """

    saving_started = Signal()
    saved = Signal()
    failed = Signal(object)

    def __init__(
        self, save: Save, parent: QObject | None = None, *, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__(parent)
        self._save = save
        self._pending: dict[Hashable, object] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(pause_ms)
        self._timer.timeout.connect(self.flush)

    def touch(self, key: Hashable, value: object) -> None:
        """Save this value once the pause is over."""
        if not self._pending:
            self.saving_started.emit()
        self._pending[key] = value
        if not self._timer.isActive():
            self._timer.start()

    def forget(self) -> None:
        """What it was of is no longer there: keep nothing more of it."""
        self._timer.stop()
        self._pending.clear()

    def is_pending(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self._pending)

    def flush(self) -> bool:
        """Save all that is pending now. Says whether nothing is left."""
        self._timer.stop()
        if not self._pending:
            return True
        refused: KnownFault | None = None
        for key in tuple(self._pending):
            value = self._pending[key]
            try:
                self._save(key, value)
            except (AccessOver, NotYoursToWrite) as fault:
                refused = fault
            except KnownFault as fault:
                self.failed.emit(fault)
                return False
            del self._pending[key]
        if refused is None:
            self.saved.emit()
        else:
            self.failed.emit(refused)
        return True
