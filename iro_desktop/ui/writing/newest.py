"""Work of which only the latest matters: one job at a time, and a wish made meanwhile waits."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from iro_desktop.ui.jobs import JobRunner, OnFailed

T = TypeVar("T")


class Newest(Generic[T]):
    """Starts what was wished for last once the job before it has ended, and tells of that alone.

    One at a time, because PDFium draws one page at a time, and because what is overtaken would
    only take the computer from what is wanted. Nothing is told once `teller`, for which it is
    done, is gone: the store may be locked meanwhile.
    """

    def __init__(
        self,
        teller: QObject,
        runner: JobRunner,
        on_done: Callable[[T], None],
        on_failed: OnFailed,
    ) -> None:
        self._teller = teller
        self._runner, self._on_done, self._on_failed = runner, on_done, on_failed
        self._waiting: Callable[[], T] | None = None
        self._busy = False
        self._unwanted = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being worked on."""
        return self._busy

    def wish(self, fn: Callable[[], T]) -> None:
        """Have this done next, in place of whatever waits."""
        if self._busy:
            self._waiting = fn
        else:
            self._start(fn)

    def forget(self) -> None:
        """Want nothing more: what is under way is told to nobody."""
        self._waiting, self._unwanted = None, self._busy

    def _start(self, fn: Callable[[], T]) -> None:
        self._busy, self._unwanted = True, False
        self._runner.run(lambda _control: fn(), self._on_ended, self._on_fault)

    def _on_ended(self, result: T) -> None:
        if self._goes_on():
            self._on_done(result)

    def _on_fault(self, fault: Exception) -> None:
        if self._goes_on():
            self._on_failed(fault)

    def _goes_on(self) -> bool:
        """Note the end of a job, begin what waits. Says whether the job's end is still wanted."""
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if not isValid(self._teller):
            return False
        if waiting is not None:
            self._start(waiting)
            return False
        return not self._unwanted
