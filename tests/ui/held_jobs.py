"""A runner whose jobs wait until the test lets them go: to look at a screen while it works."""

from collections.abc import Callable
from typing import TypeVar

from iro_desktop.ui.jobs import JobControl, OnCancelled, OnFailed, OnProgress
from iro_desktop.ui.runner import DoneJob, InlineRunner

T = TypeVar("T")


class HeldJob:
    """A job that has not begun. Cancelled, it ends without having run."""

    def __init__(self, begin: Callable[[], DoneJob], on_cancelled: OnCancelled | None) -> None:
        self._begin, self._on_cancelled = begin, on_cancelled
        self._cancelled = self._over = False

    def cancel(self) -> None:
        self._cancelled = True

    def is_over(self) -> bool:
        return self._over

    def let_go(self) -> None:
        self._over = True
        if not self._cancelled:
            self._begin()
        elif self._on_cancelled is not None:
            self._on_cancelled()


class HeldJobs:
    """Keeps every job it is given, in order."""

    def __init__(self) -> None:
        self.held: list[HeldJob] = []

    def run(
        self,
        fn: Callable[[JobControl], T],
        on_done: Callable[[T], None] | None = None,
        on_failed: OnFailed | None = None,
        on_progress: OnProgress | None = None,
        on_cancelled: OnCancelled | None = None,
    ) -> HeldJob:
        job = HeldJob(
            lambda: InlineRunner().run(fn, on_done, on_failed, on_progress, on_cancelled),
            on_cancelled,
        )
        self.held.append(job)
        return job

    def let_go(self) -> None:
        """Run everything that waits."""
        while self.held:
            self.held.pop(0).let_go()

    def shutdown(self) -> bool:
        return True
