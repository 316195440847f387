"""A secret on the clipboard: kept out of histories where systems listen, and gone after a while."""

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QGuiApplication

CLEARED_AFTER_MS = 60_000
# What KDE and Windows ask of a program that does not want a clipboard's history to keep something.
_KEPT_OUT = (
    ("x-kde-passwordManagerHint", b"secret"),
    (
        'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"',
        b"1",
    ),
)


class SecretOnClipboard(QObject):
    """At most one secret at a time. It is taken off by the clock, by `clear`, and at the end."""

    def __init__(self, parent: QObject, *, cleared_after_ms: int = CLEARED_AFTER_MS) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(cleared_after_ms)
        self._timer.timeout.connect(self.clear)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.aboutToQuit.connect(self.clear)

    def put(self, secret: str) -> None:
        """Put a secret on the clipboard."""
        data = QMimeData()
        data.setText(secret)
        for kind, value in _KEPT_OUT:
            data.setData(kind, value)
        QGuiApplication.clipboard().setMimeData(data)
        self._secret = secret
        self._timer.start()

    def clear(self) -> None:
        """Take it off, unless something else was copied since."""
        self._timer.stop()
        clipboard = QGuiApplication.clipboard()
        if self._secret and clipboard.text() == self._secret:
            clipboard.clear()
        self._secret = ""
