"""The diary as a calendar file, and the IRO's own calendar taken in: without the screen."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from iro_desktop.domain.identifiers import ReviewId
from iro_desktop.i18n import Translator, screen
from iro_desktop.services import busy_calendar
from iro_desktop.services.changed import Changed
from iro_desktop.services.diary import DiaryEntry
from iro_desktop.services.diary_calendar import calendar_file
from iro_desktop.services.private_file import write_file
from iro_desktop.services.workspace import Workspace


class Window(Protocol):
    """What is looked at of the diary."""

    def entries_shown(self) -> tuple[DiaryEntry, ...]:
        """What stands on the days shown, as far as the filters let it through."""
        ...

    def entries_of(self, review: ReviewId) -> tuple[DiaryEntry, ...]:
        """The meetings of one review that are booked."""
        ...

    def first_day_shown(self) -> dt.date:
        """The first of those days."""
        ...


@dataclass(frozen=True, slots=True)
class CalendarOrder:
    """What is to be written: whatever the screen turns to meanwhile."""

    entries: tuple[DiaryEntry, ...]
    out: Path
    with_names: bool
    words: Translator


class CalendarsPresenter:
    """`tell` takes what a change touched to the other screens."""

    def __init__(
        self, workspace: Workspace, window: Window, tell: Callable[[Changed], None]
    ) -> None:
        self._workspace = workspace
        self._window = window
        self.tell = tell

    def file_name(self, review: ReviewId | None = None) -> str:
        """What the calendar file may be called, of one meeting or of what is shown."""
        if review is None:
            return f"diary-{self._window.first_day_shown().isoformat()}.ics"
        days = [entry.day for entry in self._window.entries_of(review)]
        return f"meeting-{min(days, default=self._window.first_day_shown()).isoformat()}.ics"

    def order(
        self, out: Path, *, with_names: bool, review: ReviewId | None = None
    ) -> CalendarOrder:
        """What is shown now, or one review alone, to be written at `out`."""
        window = self._window
        entries = window.entries_shown() if review is None else window.entries_of(review)
        return CalendarOrder(entries, out, with_names, screen())

    def write(self, order: CalendarOrder) -> None:
        """Write a calendar file. Raises NoSpace, NotWritable."""
        content = calendar_file(
            self._workspace.uow_factory,
            order.entries,
            order.words,
            self._workspace.clock.now(),
            with_names=order.with_names,
        )
        write_file(content, order.out)

    def take_in(self, path: Path) -> Changed:
        """Keep when a calendar says the IRO is busy, in place of what was kept before.

        Raises UnreadableFile.
        """
        today = self._workspace.clock.today()
        return busy_calendar.take_in_file(self._workspace.uow_factory, path, today)

    def forget(self) -> Changed:
        """Keep nothing of any calendar any more."""
        return busy_calendar.forget(self._workspace.uow_factory)
