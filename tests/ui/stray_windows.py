"""No widget may ever show as a window of its own: what has no parent yet does when it is shown."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget
from typing_extensions import override

_MEANT = {Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.Dialog, Qt.WindowType.Sheet}


class Watch(QObject):
    """Notes every window that shows and is no main window, popup or dialog."""

    def __init__(self, meant: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._meant = meant
        self.strays: list[str] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        shows = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shows and watched.isWindow() and not self._is_meant(watched):
            self.strays.append(f"{type(watched).__name__} {watched.objectName()!r}")
        return False

    def _is_meant(self, window: QWidget) -> bool:
        return (
            window in self._meant
            or isinstance(window, QMainWindow | QDialog)
            or window.windowType() in _MEANT
        )


@contextmanager
def no_stray_windows(*meant: QWidget) -> Iterator[None]:
    """Fail if a widget shows as a window meanwhile. `meant` are the windows of the test itself."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    watch = Watch(meant)
    app.installEventFilter(watch)
    try:
        yield
    finally:
        app.removeEventFilter(watch)
    assert not watch.strays, watch.strays
