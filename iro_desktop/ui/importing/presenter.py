"""Taking files in, without the screen: one import at a time, watched and cancellable."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.problems import Severity
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.private_file import write_file
from iro_desktop.services.wording import words_for
from iro_desktop.ui.importing.outcome import Outcome
from iro_desktop.ui.importing.problem_csv import problems_as_csv
from iro_desktop.ui.importing.problem_list import ProblemList
from iro_desktop.ui.importing.taking_in import take_in
from iro_desktop.ui.jobs import Job, JobRunner


class ImportScreen(Protocol):
    """What the presenter asks of the window."""

    def show_start(self) -> None:
        """Offer to take files in."""
        ...

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Say how far it is, with a way to cancel. `total` 0: not known."""
        ...

    def show_cancelling(self) -> None:
        """Say that it will stop at the next safe place."""
        ...

    def show_outcome(self, outcome: Outcome, problems: ProblemList, summary: str) -> None:
        """Show what the import came to."""
        ...

    def show_message(self, text: str) -> None:
        """Say something, and have it spoken."""
        ...

    def show_fault(self, text: str) -> None:
        """Say what went wrong and what to do."""
        ...

    def hand_on(self, changed: Changed) -> None:
        """Tell other screens what is other than it was."""
        ...


class ImportPresenter:
    """Holds the last import's problems until the next one begins.

    `as_seen_now` makes the transactions of an import that begins now: what comes in from others
    while it is under way was not seen by who began it.
    """

    def __init__(
        self, as_seen_now: Callable[[], UnitOfWorkFactory], clock: Clock, jobs: JobRunner
    ) -> None:
        self._as_seen_now, self._clock, self._jobs = as_seen_now, clock, jobs
        self._screen: ImportScreen | None = None
        self._job: Job | None = None
        self._working = self._stopping = False
        self.problems = ProblemList()

    def begin(self, screen: ImportScreen) -> None:
        """Show the way in."""
        self._screen = screen
        screen.show_start()

    @property
    def is_working(self) -> bool:
        """Whether an import is under way."""
        return self._working

    def today(self) -> dt.date:
        """Today's date."""
        return self._clock.today()

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take in files and folders, unless an import is under way."""
        if self._working or not paths:
            return
        self._working = True
        self._shown.show_progress(0, 0, tr("Looking at what was given…"))
        translator, uow_factory = screen(), self._as_seen_now()
        job = self._jobs.run(
            lambda control: take_in(uow_factory, self._clock, paths, translator, control),
            self._on_done,
            self._on_failed,
            self._on_progress,
            self._on_cancelled,
        )
        self._job = None if job.is_over() else job

    def cancel(self) -> None:
        """Stop at the next safe place. What is half done is undone."""
        if self._job is not None and not self._stopping:
            self._stopping = True
            self._job.cancel()
            self._shown.show_cancelling()

    def start_again(self) -> None:
        """Put the report away and offer to take more in."""
        if not self._working:
            self.problems = ProblemList()
            self._shown.show_start()

    def save_problems(self, destination: Path) -> None:
        """Write the problems that are shown to a CSV file."""
        try:
            write_file(problems_as_csv(self.problems.shown), destination)
        except KnownFault as fault:
            self._shown.show_fault(str(words_for(fault, screen())))
            return
        self._shown.show_message(
            tr(
                "Saved as {file}. It holds numbers of children: keep it as you keep the return.",
                file=destination.name,
            )
        )

    # Inside

    @property
    def _shown(self) -> ImportScreen:
        assert self._screen is not None  # noqa: S101 - a window begins before it asks
        return self._screen

    def _on_progress(self, done: int, total: int, what: str) -> None:
        if self._working and not self._stopping:
            self._shown.show_progress(done, total, what)

    def _on_done(self, outcome: Outcome) -> None:
        self._end()
        if outcome.cancelled and not outcome.changed:
            self._on_cancelled()
            return
        self.problems = ProblemList(outcome.problems)
        self._shown.show_outcome(outcome, self.problems, summary_of(outcome))
        if outcome.changed:
            self._shown.hand_on(outcome.changed)

    def _on_failed(self, fault: Exception) -> None:
        self._end()
        self._shown.show_start()
        if not isinstance(fault, KnownFault):
            raise fault
        self._shown.show_fault(str(words_for(fault, screen())))

    def _on_cancelled(self) -> None:
        self._end()
        self._shown.show_start()
        self._shown.show_message(tr("Stopped. Nothing was changed."))

    def _end(self) -> None:
        self._job, self._working, self._stopping = None, False, False


def summary_of(outcome: Outcome) -> str:
    """The import in a sentence or two."""
    left_out = sum(line.severity is Severity.ERROR for line in outcome.problems)
    refused = (
        ntr(
            "{figure} thing was left out: it is listed below.",
            "{figure} things were left out: they are listed below.",
            left_out,
            figure=screen().number(left_out),
        )
        if left_out
        else ""
    )
    return f"{_what_came_in(outcome)} {refused}".strip()


def _what_came_in(outcome: Outcome) -> str:
    if not outcome.changed:
        return tr("There was nothing new in it: your store is as it was.")
    added = outcome.totals[0].total.added if outcome.totals else 0
    if added:
        return ntr(
            "{figure} new child is in your store.",
            "{figure} new children are in your store.",
            added,
            figure=screen().number(added),
        )
    return tr("Your store is up to date.")
