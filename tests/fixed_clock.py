"""A clock that stands still until a test moves it."""

import datetime as dt

from typing_extensions import override

from iro_desktop.services.ports import Clock


class FixedClock(Clock):
    """`moment` is aware and in UTC; the laptop is taken to be where UTC is."""

    def __init__(self, moment: dt.datetime) -> None:
        self.moment = moment

    @override
    def today(self) -> dt.date:
        return self.moment.date()

    @override
    def now(self) -> dt.datetime:
        return self.moment

    def advance(self, seconds: float) -> None:
        """Let time pass; a negative figure sets the clock back."""
        self.moment += dt.timedelta(seconds=seconds)
