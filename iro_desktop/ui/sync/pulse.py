"""When to sync, and what came of it: rounds in the background, never two at once. No Qt here.

A round is begun once the store is open, a few seconds after the last change, every some minutes,
when the hub answers again, and when it is asked for. What a round changed is told like every other
change, so that screens read it anew; typing goes on meanwhile.
"""

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from iro_desktop.i18n import screen, tr
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import (
    HubAway,
    HubBusy,
    KnownFault,
    NotOurHub,
    SignedOut,
)
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.syncing import reports, whole_round
from iro_desktop.services.syncing.reports import Note, RoundReport
from iro_desktop.services.syncing.rounds import Step
from iro_desktop.services.syncing.whole_round import SyncState
from iro_desktop.services.wording import words_for
from iro_desktop.ui.jobs import Job, JobControl, JobRunner
from iro_desktop.ui.sync.pace import Pace
from iro_desktop.ui.sync.standing import Progress, Reach, Standing
from iro_desktop.ui.sync.words import step_in_words

_REACH: dict[type[KnownFault], Reach] = {
    HubAway: Reach.AWAY,
    HubBusy: Reach.AWAY,
    NotOurHub: Reach.NOT_OURS,
    SignedOut: Reach.SIGNED_OUT,
}
_TAKES_IN = frozenset({Step.RECEIVING, Step.MERGING})
_NO_USE_TRYING = frozenset({Reach.SIGNED_OUT, Reach.ENDED})


class Alarm(Protocol):
    """Calls back once, after a while."""

    def ring_in(self, seconds: float, ring: Callable[[], None]) -> None:
        """Ring then; what was to ring before does not."""
        ...

    def stop(self) -> None:
        """Not to ring."""
        ...


Round = Callable[[JobControl], RoundReport]
"""One round, on another thread, with the hub of the moment."""


class Pulse:
    """Rounds of one open store. `tell` takes what a round changed to the screens."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        clock: Clock,
        runner: JobRunner,
        alarm: Alarm,
        make_round: Round | None,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._uow_factory, self._clock = uow_factory, clock
        self._runner, self._alarm = runner, alarm
        self._round = make_round
        self._pace = Pace(clock, chance)
        self._listeners: list[Callable[[Standing], None]] = []
        self._job: Job | None = None
        self._progress: Progress | None = None
        self._said: Standing | None = None
        self._reach = Reach.UNTRIED
        self._report: tuple[str, ...] = ()
        self._fault = ""
        self._conflicts: tuple[str, ...] = ()
        self._is_resting = self._is_telling = self._wanted_again = False
        self._may_have_taken_in = False
        self.tell: Callable[[Changed], None] = lambda _change: None
        self.before_round: Callable[[], object] = lambda: None
        self.give_up: Callable[[], object] = lambda: None

    # What is said

    def listen(self, listener: Callable[[Standing], None]) -> None:
        """Tell `listener` how it stands, now and whenever that changes."""
        self._listeners.append(listener)
        self._said = self.standing()
        listener(self._said)

    def standing(self) -> Standing:
        """How it stands now."""
        return Standing(
            state=self.state(),
            reach=self._reach,
            now=self._clock.now(),
            running=self._progress if self._job is not None else None,
            report=self._report,
            fault=self._fault,
        )

    def state(self) -> SyncState:
        """What the store knows."""
        return whole_round.sync_state(self._uow_factory)

    def look_again(self) -> None:
        """Say anew how it stands: something that is shown was changed."""
        self._say()

    # When

    def begin(self) -> None:
        """The store was just opened, or the laptop just enrolled."""
        self._is_resting = False
        if self._can_sync():
            self.sync_now()
        self._say()

    def note_change(self, change: Changed) -> None:
        """Something was written here: send it once it is quiet for a few seconds."""
        if self._is_telling or not change or not self._can_sync():
            return
        self._pace.note_change()
        self._set_alarm()
        self._say()

    def pass_on(self, change: Changed) -> None:
        """Tell the screens of what nobody wrote here: it begins no round."""
        self._is_telling = True
        try:
            self.tell(change)
        finally:
            self._is_telling = False

    def sync_now(self) -> None:
        """Begin a round, unless one runs; then another follows it."""
        if self._is_resting or self._round is None:
            return
        if self._job is not None:
            self._wanted_again = True
            return
        self._alarm.stop()
        self.before_round()
        self._pace.note_begun()
        self._may_have_taken_in = False
        self._progress, self._fault = Progress(), ""
        self._wanted_again = False
        self._start(self._round)

    def cancel(self) -> None:
        """Stop the round that runs, at its next step. What is done stays done."""
        if self._job is not None:
            self._job.cancel()

    def rest(self) -> None:
        """The store is about to close: begin nothing more, and stop what runs."""
        self._is_resting = True
        self._alarm.stop()
        self._listeners.clear()
        self.cancel()
        self.give_up()

    # A round

    def _start(self, work: Round) -> None:
        over: list[bool] = []
        job = self._runner.run(
            work,
            on_done=lambda report: self._end(over, lambda: self._on_done(report)),
            on_failed=lambda fault: self._end(over, lambda: self._on_failed(fault)),
            on_progress=self._on_progress,
            on_cancelled=lambda: self._end(over, self._on_cancelled),
        )
        if not over:  # a runner of tests is done before it comes back
            self._job = job
            self._say()

    def _end(self, over: list[bool], then: Callable[[], None]) -> None:
        over.append(True)
        self._job = self._progress = None
        if not self._is_resting:
            then()
            self._say()
            self._go_on()

    def _on_done(self, report: RoundReport) -> None:
        self._reach = Reach.ENDED if report.ended else Reach.ANSWERED
        self._report = reports.in_words(report, screen())
        self._pace.note_success()
        self.pass_on(changed_by(report, self._conflicts))
        self._conflicts = report.conflicts

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, KnownFault):
            raise fault
        self._reach = _REACH.get(type(fault), Reach.FAULT)
        self._fault = str(words_for(fault, screen()))
        self._pace.note_failure(_asked_to_wait(fault))
        self._tell_what_came()

    def _on_cancelled(self) -> None:
        self._report = (tr("Stopped. What was sent and received before is kept."),)
        self._pace.note_success()
        self._tell_what_came()

    def _tell_what_came(self) -> None:
        """A round that broke off: what had come in before that is here."""
        if self._may_have_taken_in:
            self.pass_on(_ANYTHING)

    def _on_progress(self, done: int, total: int, what: str) -> None:
        self._may_have_taken_in |= what in _TAKES_IN
        if self._job is not None and not self._is_resting:
            self._progress = Progress(done, total, step_in_words(what))
            self._say_how_far()

    def _go_on(self) -> None:
        if self._wanted_again:
            self._wanted_again = False
            self._pace.note_change()
        if self._can_sync() and self._reach not in _NO_USE_TRYING:
            self._set_alarm()

    def _set_alarm(self) -> None:
        if self._job is None:
            self._alarm.ring_in(self._pace.seconds(), self.sync_now)

    def _can_sync(self) -> bool:
        return self._round is not None and not self._is_resting and self.state().enrolled

    def _say(self) -> None:
        if self._listeners:
            self._hand_out(self.standing())

    def _say_how_far(self) -> None:
        """Without a look into the store, which the round is just at: it tells often."""
        if self._said is None:
            self._say()
        else:
            self._hand_out(replace(self._said, running=self._progress, now=self._clock.now()))

    def _hand_out(self, standing: Standing) -> None:
        self._said = standing
        for listener in self._listeners:
            listener(standing)


def _asked_to_wait(fault: KnownFault) -> dt.timedelta:
    wait = fault.data.get("wait", "") if isinstance(fault, HubBusy) else ""
    return dt.timedelta(seconds=int(wait) if wait.isdecimal() else 0)


_ANYTHING = Changed(frozenset(Topic))
_RECORDS = frozenset(Topic) - {Topic.SETTINGS}
_ONLY_STATES = Changed(frozenset({Topic.CASELOAD}))
"""Where the newest words of records are, and no word of any."""


def changed_by(report: RoundReport, conflicts: tuple[str, ...]) -> Changed:
    """What screens are to read anew after a round; nothing where nothing came in.

    `conflicts` are those that waited for a person before it.
    """
    if Note.SETTINGS in report.notes:  # what is due, the forms, the wording: all hang on them
        return _ANYTHING
    if report.conflicts != conflicts:
        return Changed(_RECORDS)
    if report.children_received:
        return Changed(_RECORDS, frozenset(report.children_received))
    return _ONLY_STATES if report.sent else Changed()
