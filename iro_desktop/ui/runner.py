"""Work in the background: one function, one thread, its result told on the screen's thread.

With `sync_worker` to come, the only place that makes threads. What the work is given and gives
back are frozen values, never widgets, rows or sessions.
"""

import gc
import threading
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from typing_extensions import override

from iro_desktop.ui.jobs import JobCancelled, JobControl, OnCancelled, OnFailed, OnProgress

T = TypeVar("T")
LONGEST_GOODBYE_MS = 5000


class JobThread(QThread):
    """One function in a thread of its own.

    Its signals are told on the thread that made it. A QThread that runs one function, not a worker
    moved to a thread: there, plain functions would be called in the worker's thread.
    """

    progressed = Signal(int, int, str)

    def __init__(self, fn: Callable[[JobControl], object]) -> None:
        super().__init__()
        self._fn = fn
        self._stop = threading.Event()
        self._over = False
        self.fault: Exception | None = None

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._stop.set()

    def is_over(self) -> bool:
        """Whether the work has ended and told so."""
        return self._over

    def mark_over(self) -> None:
        """Note that the end is being told."""
        self._over = True

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Tell how far the work is, from inside the work."""
        self.progressed.emit(done, total, what)

    def check(self) -> None:
        """Stop here if asked to, from inside the work."""
        if self._stop.is_set():
            raise JobCancelled

    @override
    def run(self) -> None:
        try:
            self._fn(self)
        except Exception as fault:  # noqa: BLE001 - carried to whoever started the work
            self.fault = fault


class Runner(QObject):
    """Starts jobs and keeps each alive until it has ended.

    A QThread that is destroyed while it runs takes the whole program with it. So does a widget that
    is destroyed in another thread than the screen's: while any job runs, Python looks for garbage
    nowhere, since it would do so in whichever thread made the most of it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._endings: dict[JobThread, Callable[[], None]] = {}

    def run(
        self,
        fn: Callable[[JobControl], T],
        on_done: Callable[[T], None] | None = None,
        on_failed: OnFailed | None = None,
        on_progress: OnProgress | None = None,
        on_cancelled: OnCancelled | None = None,
    ) -> JobThread:
        """Start `fn` now. One of done, failed, cancelled follows, on the screen's thread.

        A fault that nobody takes is raised on the screen's thread, where the last resort sees it.
        """
        results: list[T] = []
        job = JobThread(lambda control: results.append(fn(control)))
        if on_progress is not None:
            job.progressed.connect(on_progress)
        self._endings[job] = lambda: _tell(job.fault, results, on_done, on_failed, on_cancelled)
        job.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        gc.disable()
        job.start()
        return job

    def is_busy(self) -> bool:
        """Whether any job has not ended yet."""
        return bool(self._endings)

    def shutdown(self) -> bool:
        """Cancel every job and wait for it, within bounds; nothing is told. Says if all ended."""
        for job in self._endings:
            job.cancel()
        waited = [job.wait(LONGEST_GOODBYE_MS) for job in self._endings]
        ended = all(waited)
        if ended:
            self._endings.clear()
            gc.enable()
        return ended

    @Slot()
    def _on_finished(self) -> None:
        for job in [job for job in self._endings if job.isFinished()]:
            tell = self._endings.pop(job)
            job.wait()
            job.mark_over()
            if not self._endings:
                gc.enable()
            tell()


class DoneJob:
    """A job that was over before anyone could hold it."""

    def cancel(self) -> None:
        """Too late."""

    def is_over(self) -> bool:
        """Always."""
        return True


class InlineRunner:
    """Runs each job at once, where it is called: for tests and for work that must not wait."""

    def run(
        self,
        fn: Callable[[JobControl], T],
        on_done: Callable[[T], None] | None = None,
        on_failed: OnFailed | None = None,
        on_progress: OnProgress | None = None,
        on_cancelled: OnCancelled | None = None,
    ) -> DoneJob:
        """Run `fn` and tell how it ended, before coming back."""
        results: list[T] = []
        fault: Exception | None = None
        try:
            results.append(fn(_InlineControl(on_progress)))
        except Exception as raised:  # noqa: BLE001 - told as the threaded runner tells it
            fault = raised
        _tell(fault, results, on_done, on_failed, on_cancelled)
        return DoneJob()

    def is_busy(self) -> bool:
        """Never."""
        return False

    def shutdown(self) -> bool:
        """Nothing to wait for."""
        return True


class _InlineControl:
    def __init__(self, on_progress: OnProgress | None) -> None:
        self._on_progress = on_progress

    def progress(self, done: int, total: int, what: str = "") -> None:
        if self._on_progress is not None:
            self._on_progress(done, total, what)

    def check(self) -> None:
        """No one can have cancelled it."""


def _tell(
    fault: Exception | None,
    results: list[T],
    on_done: Callable[[T], None] | None,
    on_failed: OnFailed | None,
    on_cancelled: OnCancelled | None,
) -> None:
    if isinstance(fault, JobCancelled):
        if on_cancelled is not None:
            on_cancelled()
    elif fault is not None:
        if on_failed is None:
            raise fault
        on_failed(fault)
    elif on_done is not None:
        on_done(results[0])
