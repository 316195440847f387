"""The computer's own clock: the one place where the program asks what time it is."""

import datetime as dt

from typing_extensions import override

from iro_desktop.services.ports import Clock


class SystemClock(Clock):
    """The time and the date as the laptop has them."""

    @override
    def today(self) -> dt.date:
        """The date where the laptop is."""
        return self.now().astimezone().date()

    @override
    def now(self) -> dt.datetime:
        """The time in UTC, aware."""
        return dt.datetime.now(dt.UTC)  # noqa: TID251  # this is the Clock that others take
