"""What the screen shows of a day that might be chosen, in words."""

import datetime as dt
from dataclasses import dataclass

from iro_desktop.services.explaining import Explanation
from iro_desktop.ui.words.deadlines import Deadline, State


@dataclass(frozen=True, slots=True)
class Remark:
    """A clash, or a birthday that changes rules."""

    text: str
    state: State


@dataclass(frozen=True, slots=True)
class WhatIfPage:
    """A day and what it would mean. `problem` says why a day cannot be tried; then all is empty."""

    name: str
    booked: str
    day: dt.date | None
    verdict: State
    deadlines: tuple[Deadline, ...] = ()
    clashes: tuple[Remark, ...] = ()
    birthdays: tuple[Remark, ...] = ()
    before: tuple[Deadline, ...] = ()
    after: tuple[Deadline, ...] = ()
    problem: str = ""

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """Every due date on the page, in the order of their cards."""
        every = (*self.deadlines, *self.before, *self.after)
        return tuple(deadline.explanation for deadline in every)

    @property
    def spoken(self) -> str:
        """What a screen reader says as the day is moved."""
        return self.problem or "; ".join(
            (self.verdict.text, *(remark.text for remark in self.clashes))
        )
