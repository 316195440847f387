"""What work in the background and the screen say to each other. No Qt, no threads."""

from collections.abc import Callable
from typing import Protocol, TypeAlias, TypeVar

T = TypeVar("T")

OnFailed: TypeAlias = Callable[[Exception], None]
OnProgress: TypeAlias = Callable[[int, int, str], None]
OnCancelled: TypeAlias = Callable[[], None]


class JobCancelled(Exception):
    """Raised inside the work by `check` once it was cancelled."""


class JobControl(Protocol):
    """What the work is given: how far it is, and whether it should stop."""

    def progress(self, done: int, total: int, what: str = "") -> None:
        """Say how far the work is. `total` 0: not known."""
        ...

    def check(self) -> None:
        """Stop here if the user asked for it.

        Raises:
            JobCancelled: the work was cancelled.
        """
        ...


class Job(Protocol):
    """What whoever started the work holds."""

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        ...

    def is_over(self) -> bool:
        """Whether the work has ended and told so."""
        ...


class JobRunner(Protocol):
    """What starts work in the background."""

    def run(
        self,
        fn: Callable[[JobControl], T],
        on_done: Callable[[T], None] | None = None,
        on_failed: OnFailed | None = None,
        on_progress: OnProgress | None = None,
        on_cancelled: OnCancelled | None = None,
    ) -> Job:
        """Start the work. Exactly one of done, failed and cancelled follows."""
        ...

    def shutdown(self) -> bool:
        """Cancel all work and wait for it. Says whether it all ended."""
        ...
