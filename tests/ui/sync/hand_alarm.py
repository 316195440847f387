"""An alarm for tests: no timer of it can ring once its test is over."""

from collections.abc import Callable


class HandAlarm:
    """Rings when the test says so."""

    def __init__(self) -> None:
        self.seconds: float | None = None
        self._ring: Callable[[], None] = lambda: None

    def ring_in(self, seconds: float, ring: Callable[[], None]) -> None:
        """Remember when, and what to ring."""
        self.seconds, self._ring = seconds, ring

    def stop(self) -> None:
        """Not to ring."""
        self.seconds = None

    def ring(self) -> None:
        """It is time."""
        assert self.seconds is not None
        self.seconds = None
        self._ring()
