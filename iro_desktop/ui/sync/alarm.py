"""A clock's bell on the screen's thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class QtAlarm(QObject):
    """Rings once, after a while."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ring: Callable[[], None] = lambda: None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)

    def ring_in(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring then; what was to ring before does not."""
        self._ring = ring
        self._timer.start(max(0, int(seconds * 1000)))

    def stop(self) -> None:
        """Not to ring."""
        self._timer.stop()

    def is_set(self) -> bool:
        """Whether it is to ring."""
        return self._timer.isActive()

    def _on_time(self) -> None:
        self._ring()
