"""Keep what is typed: a moment after the last key, and at once when it might be lost."""

from collections.abc import Callable, Hashable
from typing import TypeAlias

from PySide6.QtCore import QObject, QTimer, Signal

from iro_desktop.services.faults import KnownFault

PAUSE_MS = 600

Save: TypeAlias = Callable[[Hashable, object], None]


class Autosave(QObject):
    """Saves the latest value under each key, in the order the keys were first touched.

    A value that could not be saved stays pending and is tried again at the next flush: nothing
    typed is lost while the window stands. `failed` carries the KnownFault that stopped it; any
    other exception is a bug and passes on, the value still pending.
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
        """Save this value once the typing pauses."""
        if not self._pending:
            self.saving_started.emit()
        self._pending[key] = value
        self._timer.start()

    def is_pending(self) -> bool:
        """Whether anything waits to be saved."""
        return bool(self._pending)

    def flush(self) -> bool:
        """Save all that is pending now. Says whether nothing is left."""
        self._timer.stop()
        if not self._pending:
            return True
        for key in tuple(self._pending):
            value = self._pending[key]
            try:
                self._save(key, value)
            except KnownFault as fault:
                self.failed.emit(fault)
                return False
            del self._pending[key]
        self.saved.emit()
        return True
