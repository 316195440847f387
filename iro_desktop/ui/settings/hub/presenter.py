"""Belonging to a hub, without the screen: joined by a code or in the browser, and left again."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.i18n import Translator, screen, tr
from iro_desktop.services.changed import Changed, Topic
from iro_desktop.services.faults import KnownFault, NotOurHub, NotOverPlainHttp
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.team_hub import enrolling, leaving, membership, signing_in
from iro_desktop.services.team_hub.enrolling import Introduced, checked_address
from iro_desktop.services.team_hub.membership import HubAccount
from iro_desktop.services.team_hub.signing_in import Pending, WaysIn
from iro_desktop.services.team_hub.wording import who_is
from iro_desktop.services.wording import words_for
from iro_desktop.ui.jobs import Job, JobControl, JobRunner
from iro_desktop.ui.settings.sections import Section, SectionWork


@dataclass(frozen=True, slots=True)
class Question:
    """Who a hub takes this laptop's owner for, to be said yes or no to."""

    hub: str
    who: str
    caution: str = ""


class HubScreen(Protocol):
    """What the presenter asks of the panel."""

    def show_outside(self, address: str, why: str) -> None:
        """Offer to join, or to sign in again; `why` says why that is needed."""
        ...

    def show_waiting(self, address: str) -> None:
        """Open the address in the browser, and wait for it with a way to give up."""
        ...

    def show_question(self, question: Question) -> None:
        """Ask whether this is right."""
        ...

    def show_account(self, hub: str, who: str, address: str, until: str) -> None:
        """Show to which hub this laptop belongs, and as whom."""
        ...

    def show_address_problem(self, text: str) -> None:
        """Say beside the address what is wrong with it."""
        ...

    def show_code_problem(self, text: str) -> None:
        """Say beside the code what is wrong with it."""
        ...


class HubPresenter:
    """`ways` None: no hub can be reached from here. `tell` hears that the account is another."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        clock: Clock,
        ways: WaysIn | None,
        jobs: JobRunner,
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._uow_factory, self._clock = uow_factory, clock
        self._ways, self._jobs, self._work, self._tell = ways, jobs, work, tell
        self._screen: HubScreen | None = None
        self._found: Introduced | None = None
        self._waiting: Job | None = None
        self._turn = 0

    def begin(self, shown: HubScreen) -> None:
        """Show whether this laptop belongs to a hub."""
        self._screen = shown
        self._show()

    @property
    def has_ways(self) -> bool:
        """Whether a hub can be reached from here at all."""
        return self._ways is not None

    # Joining

    def enrol(self, typed: str, code: str) -> None:
        """Ask the hub at this address whose code it is."""
        address = self._address(typed)
        if not enrolling.tidy_code(code):
            self._shown.show_code_problem(tr("Type the code that your manager gave you."))
        elif address:
            self._work.run(
                Section.HUB,
                lambda: self._introduced_by_code(address, code),
                self._ask,
            )

    def sign_in(self, typed: str) -> None:
        """Sign in with the council's account, in the browser."""
        address = self._address(typed)
        words = screen()  # the work goes on in a thread that has no screen
        if address:
            self._work.run(
                Section.HUB,
                lambda: self._begun(address, words),
                lambda pending: self._wait(address, pending),
            )

    def give_up(self) -> None:
        """Wait no more for the browser."""
        if self._waiting is not None:
            self._turn += 1  # what it still has to tell is about nothing that anyone waits for
            self._waiting.cancel()
            self._waiting = None
            self._show()

    def confirm(self) -> None:
        """Yes: belong to that hub from now on."""
        found, self._found = self._found, None
        if found is None:
            return
        try:
            enrolling.keep(self._uow_factory, found, self._clock)
        except KnownFault as fault:
            self._found = found
            self._work.say_fault(Section.HUB, fault)
            return
        self._show()
        self._work.screen.show_done(
            Section.HUB, tr("This laptop belongs to {hub} now.", hub=found.hub_title)
        )
        self._tell(Changed(frozenset({Topic.CASELOAD})))

    def refuse(self) -> None:
        """No: nothing is kept."""
        self._found = None
        self._show()
        self._work.screen.show_note(
            Section.HUB,
            tr("Nothing was kept and nothing was sent. Tell whoever looks after the hub."),
        )

    # Leaving

    def leave(self) -> None:
        """Belong to no hub, and tell the hub so where it can be reached."""
        reach = self._ways.reach if self._ways is not None else None
        self._work.run(Section.HUB, lambda: leaving.leave(self._uow_factory, reach), self._left)

    def _left(self, is_told: bool) -> None:  # noqa: FBT001  # what the work gives
        self._show()
        words = leaving.in_words(screen(), is_told=is_told)
        show = self._work.screen.show_done if is_told else self._work.screen.show_note
        show(Section.HUB, words)
        self._tell(Changed(frozenset({Topic.CASELOAD})))

    # Inside

    @property
    def _shown(self) -> HubScreen:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        return self._screen

    @property
    def _to_hub(self) -> WaysIn:
        assert self._ways is not None  # noqa: S101 - without ways there is no panel
        return self._ways

    def _address(self, typed: str) -> str:
        if not typed.strip():
            self._shown.show_address_problem(tr("Type the address of your hub."))
            return ""
        try:
            return checked_address(typed)
        except (NotOverPlainHttp, NotOurHub) as fault:
            self._shown.show_address_problem(str(words_for(fault, screen())))
            return ""

    def _introduced_by_code(self, address: str, code: str) -> Introduced:
        with closing(self._to_hub.door(address)) as door:
            return enrolling.introduce_by_code(
                self._uow_factory, door, self._to_hub.boxes(), address, code
            )

    def _begun(self, address: str, words: Translator) -> Pending:
        with closing(self._to_hub.door(address)) as door:
            return signing_in.begin(door, self._to_hub.pages(), words)

    def _finished(self, address: str, pending: Pending, control: JobControl) -> Introduced:
        with closing(self._to_hub.door(address)) as door:
            return signing_in.finish(
                self._uow_factory,
                door,
                self._to_hub.pages(),
                self._to_hub.boxes(),
                address,
                pending,
                control.check,
            )

    def _wait(self, address: str, pending: Pending) -> None:
        self._turn += 1
        turn = self._turn
        self._shown.show_waiting(pending.url)

        def done(found: Introduced) -> None:
            if turn == self._turn:
                self._waiting = None
                self._ask(found)

        def failed(fault: Exception) -> None:
            if turn != self._turn:
                return
            self._waiting = None
            self._show()
            if not isinstance(fault, KnownFault):
                raise fault
            self._work.say_fault(Section.HUB, fault)

        self._waiting = self._jobs.run(
            lambda control: self._finished(address, pending, control), done, failed
        )

    def _ask(self, found: Introduced) -> None:
        self._found = found
        with self._uow_factory() as uow:
            before = membership.account_of(uow)
        caution = ""
        if before is not None and before.person != found.person.name:
            caution = tr(
                "Until now this laptop was {earlier}’s. If you are not {earlier}, stop here.",
                earlier=before.person,
            )
        self._shown.show_question(
            Question(found.hub_title, who_is(found.person, screen()), caution)
        )

    def _show(self) -> None:
        with self._uow_factory() as uow:
            account, address = membership.account_of(uow), membership.last_address(uow)
        if account is None:
            self._shown.show_outside(address, "")
        elif account.is_signed_out:
            self._shown.show_outside(address, _why(account))
        else:
            until = "" if account.until is None else screen().date(account.until.date())
            self._shown.show_account(
                account.hub_title, who_is(account, screen()), account.address, until
            )


def _why(account: HubAccount) -> str:
    if account.is_copy:
        return tr(
            "This store came out of a backup, and to {hub} it is a new laptop. Sign in again as "
            "{name}. Until then everything you write is kept here.",
            hub=account.hub_title,
            name=account.person,
        )
    return tr(
        "{hub} asks {name} to sign in again. Until then everything you write is kept here.",
        hub=account.hub_title,
        name=account.person,
    )
