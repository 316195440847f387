"""The application itself: how it is dressed, and what happens when a bug gets past everything.

The last resort writes a report without values: the kind of fault and where in the program it rose,
never its message, which may hold a child's name.
"""

import datetime as dt
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from iro_desktop import i18n
from iro_desktop.ui import theme
from iro_desktop.ui.appearance import Appearance

APPLICATION_NAME = "IRO Desktop"
MOST_REPORTS = 20
_GRAVE = frozenset({QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg})


def make_application(argv: Sequence[str], appearance: Appearance) -> QApplication:
    """The one QApplication, dressed. It follows the system's light and dark if asked to."""
    app = QApplication(list(argv))
    app.setApplicationName(APPLICATION_NAME)
    QGuiApplication.setApplicationDisplayName(APPLICATION_NAME)
    wear(app, appearance)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: _follow_system(app))
    return app


def wear(app: QApplication, appearance: Appearance) -> None:
    """Put on an appearance, now or later: words, direction, colours, size."""
    i18n.speak(appearance.language)
    theme.apply(app, appearance)


def _follow_system(app: QApplication) -> None:
    appearance = theme.current().appearance
    if appearance.scheme == "system":
        theme.apply(app, appearance)


@dataclass(frozen=True, slots=True)
class Report:
    """What a bug was, without anything it was about."""

    kind: str
    places: tuple[str, ...]

    @classmethod
    def of(cls, kind: type[BaseException], trace: TracebackType | None) -> "Report":
        """The kind of fault and the lines it came through: module, function, line."""
        places = tuple(
            f"{Path(frame.filename).stem}.{frame.name}:{frame.lineno}"
            for frame in traceback.extract_tb(trace)
        )
        return cls(f"{kind.__module__}.{kind.__qualname__}", places)

    def text(self, at: dt.datetime) -> str:
        """The report as it is written to disk."""
        versions = (
            f"python {platform.python_version()}",
            f"pyside {PySide6.__version__}",
            f"system {platform.system()} {platform.release()}",
        )
        return "\n".join((at.isoformat(timespec="seconds"), *versions, self.kind, *self.places, ""))


class LastResort:
    """Catches what nobody caught, in every thread and in Qt, and goes on.

    `told` is called once for each report, on the thread of the fault, with the report's file; what
    it shows is its own affair, as long as it shows no message of the exception's.
    """

    def __init__(
        self,
        folder: Path,
        now: Callable[[], dt.datetime],
        told: Callable[[Path], None],
        rescue: Callable[[], None] | None = None,
    ) -> None:
        self._folder, self._now, self._told = folder, now, told
        self._rescue = rescue
        self._busy = threading.Lock()

    def install(self) -> None:
        """Stand behind Python's and Qt's own hooks, in their place."""
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        sys.unraisablehook = lambda args: self._on_exception(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        qInstallMessageHandler(self._on_qt_message)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(None)

    def _on_exception(
        self,
        kind: type[BaseException],
        _value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, KeyboardInterrupt(), trace)
            return
        self.report(Report.of(kind, trace))

    def _on_qt_message(
        self, severity: QtMsgType, context: QMessageLogContext, _message: str | None
    ) -> None:
        """Qt's messages may quote a text: only where a grave one came from is kept."""
        if severity in _GRAVE:
            place = f"{context.category or 'qt'}:{context.line or 0}"
            self.report(Report(f"qt.{severity.name}", (place,)))

    def report(self, report: Report) -> None:
        """Save what is open, write the report, and say so.

        A fault in here is swallowed: after the last resort there is nothing.
        """
        if not self._busy.acquire(blocking=False):
            return
        try:
            if self._rescue is not None:
                self._rescue()
            self._told(self._write(report))
        except Exception:  # noqa: BLE001, S110 - there is no one left to tell
            pass
        finally:
            self._busy.release()

    def _write(self, report: Report) -> Path:
        at = self._now()
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in sorted(self._folder.glob("fault-*.txt"))[: -MOST_REPORTS + 1]:
            old.unlink(missing_ok=True)
        file = self._folder / f"fault-{at:%Y%m%d-%H%M%S-%f}.txt"
        file.write_text(report.text(at), encoding="utf-8")
        return file
