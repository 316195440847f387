"""The page of the hub: how syncing stands, and what waits for a person's decision."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Protocol

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.ledger_port import RefusedBundle
from iro_desktop.services.ports import UnitOfWork
from iro_desktop.services.syncing import purging
from iro_desktop.services.team_hub import quarantine
from iro_desktop.services.team_hub.membership import account_of
from iro_desktop.services.team_hub.port import Hub
from iro_desktop.services.wording import words_for
from iro_desktop.services.workspace import Workspace
from iro_desktop.ui.jobs import JobControl, JobRunner
from iro_desktop.ui.sync.conflicts.presenter import lines_of
from iro_desktop.ui.sync.page import PageTone, QuarantineLine, RefusedLine, SyncPage
from iro_desktop.ui.sync.pulse import Pulse
from iro_desktop.ui.sync.standing import Reach, Standing, needs_you, short_words
from iro_desktop.ui.sync.words import moment_in_words, moment_of, why_quarantined, why_refused
from iro_desktop.ui.words.children import name_of
from iro_desktop.wire.quarantine import Quarantined

MANAGER = "manager"
RELEASE, SET_ASIDE = "release", "set_aside"
_TONES: dict[str, PageTone] = {"success": "success", "danger": "warning", "warning": "warning"}
_DANGER = frozenset({Reach.NOT_OURS, Reach.ENDED})

ReachHub = Callable[[], AbstractContextManager[Hub]]
Waiting = tuple[Quarantined, ...]
"""The hub of the moment, with this laptop's token. Raises SignedOut without one."""


class SyncScreen(Protocol):
    """What the presenter needs of the screen."""

    def show_page(self, page: SyncPage) -> None:
        """Show how it stands."""
        ...

    def say_fault(self, words: str) -> None:
        """Say what did not work."""
        ...


class SyncPresenter:
    """`pulse` syncs; `tell` takes what a decision touched to the other screens."""

    def __init__(
        self,
        workspace: Workspace,
        runner: JobRunner,
        pulse: Pulse,
        tell: Callable[[Changed], None],
        reach: ReachHub | None,
    ) -> None:
        self._workspace, self._runner, self._tell = workspace, runner, tell
        self._reach = reach
        self._view: SyncScreen | None = None
        self._quarantine: tuple[Quarantined, ...] = ()
        self.pulse = pulse

    def show_on(self, view: SyncScreen) -> None:
        """From now on, this is the screen."""
        self._view = view

    def refresh(self) -> None:
        """Show how it stands now."""
        if self._view is not None:
            self._view.show_page(self._page(self.pulse.standing()))

    # What the hub did not take

    def try_again(self, bundle: str) -> None:
        """Send it once more."""
        with self._workspace.uow_factory() as uow:
            uow.ledger.try_again(bundle)
        self.pulse.sync_now()
        self.refresh()

    def keep_here(self, bundle: str) -> None:
        """Do not send it. It stays in this laptop's history."""
        with self._workspace.uow_factory() as uow:
            uow.ledger.let_go(bundle)
        self.pulse.look_again()
        self.refresh()

    # Quarantine

    def look_for_quarantine(self) -> None:
        """Ask the hub what waits for a manager, if the person is one."""
        if self._reach is not None and self._is_manager():
            reach = self._reach
            self._runner.run(
                lambda control: _listed(reach, control), self._on_listed, self._on_not_asked
            )

    def decide(self, bundle: str, decision: str, reason: str) -> None:
        """Release it into the record, or set it aside, and say why."""
        if self._reach is None:
            return
        reach = self._reach
        settle = {"release": quarantine.release, "set_aside": quarantine.set_aside}[decision]

        def work(control: JobControl) -> Waiting:
            control.check()
            with reach() as hub:
                settle(hub, bundle, reason)
                return quarantine.waiting_for_decision(hub)

        self._runner.run(work, self._on_decided, self._on_failed)

    def _on_listed(self, listed: Waiting) -> None:
        self._quarantine = listed
        self.refresh()

    def _on_decided(self, listed: Waiting) -> None:
        self._on_listed(listed)
        self.pulse.sync_now()  # what was released is in the record now

    def _on_not_asked(self, fault: Exception) -> None:
        """The list is not worth a message: how the hub stands is said above."""
        if not isinstance(fault, KnownFault):
            raise fault

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, KnownFault):
            raise fault
        if self._view is not None:
            self._view.say_fault(str(words_for(fault, screen())))

    # In words

    def _is_manager(self) -> bool:
        with self._workspace.uow_factory() as uow:
            account = account_of(uow)
        return account is not None and account.role == MANAGER

    def _page(self, standing: Standing) -> SyncPage:
        state, short = standing.state, short_words(standing)
        with self._workspace.uow_factory() as uow:
            refused = tuple(_refused(uow, one) for one in uow.ledger.refusals())
            held = tuple(self._held(uow, one) for one in self._quarantine)
            is_kept = purging.is_kept_for_want_of_backup(uow)
        signed_out = state.signed_out or standing.reach is Reach.SIGNED_OUT
        wrong = signed_out or standing.reach in _DANGER
        sentence = short.sentence
        if standing.running is None:
            sentence = tr("{words}. {sentence}", words=short.words, sentence=short.sentence)
            if needs_you(state) and not signed_out and standing.fault:  # it hides behind no other
                sentence = f"{sentence} {standing.fault}"
        return SyncPage(
            hub=_hub(standing),
            tone="danger" if wrong else _TONES.get(short.colour, "info"),
            said=sentence,
            running=standing.running,
            report=standing.report,
            waiting=_waiting(state.waiting),
            kept=_kept() if is_kept else "",
            may_sync=standing.running is None and not signed_out,
            must_sign_in=signed_out,
            conflicts=lines_of(self._workspace),
            refused=refused,
            quarantine=held if self._is_manager() else None,
        )

    def _held(self, uow: UnitOfWork, held: Quarantined) -> QuarantineLine:
        number = ntr("{number} change", "{number} changes", held.revisions)
        return QuarantineLine(
            held.bundle,
            _child(uow, ChildId(held.child)),
            tr(
                "{number} by {who}, received {when}",
                number=number,
                who=held.by_name,
                when=self._moment(held.received_at),
            ),
            why_quarantined(held.why),
        )

    def _moment(self, text: str) -> str:
        moment = moment_of(text)
        return text if moment is None else moment_in_words(moment, self._workspace.clock.now())


def _listed(reach: ReachHub, control: JobControl) -> Waiting:
    control.check()
    with reach() as hub:
        return quarantine.waiting_for_decision(hub)


def _hub(standing: Standing) -> str:
    state = standing.state
    if not state.person:
        return state.hub_title
    return tr("{hub} · signed in as {person}", hub=state.hub_title, person=state.person)


def _waiting(waiting: int) -> str:
    if not waiting:
        return tr("Nothing waits to be sent.")
    return ntr(
        "{number} change is kept here and waits to be sent.",
        "{number} changes are kept here and wait to be sent.",
        waiting,
    )


def _kept() -> str:
    return tr(
        "Old reviews stay on this laptop although their time here is over: "
        "the hub has told of no backup that was tried."
    )


def _refused(uow: UnitOfWork, refused: RefusedBundle) -> RefusedLine:
    why = why_refused(refused.why)
    return RefusedLine(
        refused.id,
        _child(uow, refused.child),
        ntr("{number} change", "{number} changes", refused.revisions),
        why.why,
        why.what_helps,
    )


def _child(uow: UnitOfWork, name: ChildId) -> str:
    child = uow.children.find(name)
    return name_of(child) if child is not None else tr("A child not known here")
