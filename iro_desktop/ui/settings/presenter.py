"""The settings, without the screen: each wish is carried out and its outcome said in one place."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import screen, tr
from iro_desktop.services import access, bank_holidays, owner
from iro_desktop.services.access import Laptop
from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.ports import Clock, OpenStore
from iro_desktop.services.wording import words_for
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.settings.kept_appearance import keep_appearance
from iro_desktop.ui.widgets.passphrase_advice import NewPassphraseFaults, check_new

T = TypeVar("T")


class Section(StrEnum):
    """Where on the screen an outcome is said."""

    OWNER = "owner"
    APPEARANCE = "appearance"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a section
    KEYRING = "keyring"
    BACKUP = "backup"
    HOLIDAYS = "holidays"


class KeyringState(StrEnum):
    """Whether the computer's own sign-in opens the store; `MISSING` where it has no keyring."""

    OFF = "off"
    ON = "on"
    MISSING = "missing"


class SettingsScreen(Protocol):
    """What the presenter asks of the window."""

    def show_done(self, section: Section, text: str) -> None:
        """Say what was done, and have it spoken."""
        ...

    def show_note(self, section: Section, text: str) -> None:
        """Say something that is neither, and have it spoken."""
        ...

    def show_fault(self, section: Section, text: str) -> None:
        """Say what went wrong and what to do, and have it spoken."""
        ...

    def show_busy(self, section: Section, busy: bool) -> None:  # noqa: FBT001 - one state, named
        """Say that work is under way, or no longer."""
        ...

    def show_new_passphrase_faults(self, faults: NewPassphraseFaults) -> None:
        """Say beside the fields what is wrong with a new passphrase."""
        ...

    def show_keyring(self, state: KeyringState) -> None:
        """Show whether the sign-in opens the store."""
        ...

    def show_holidays(self, days: tuple[dt.date, ...]) -> None:
        """List the bank holidays that were added."""
        ...


class SettingsPresenter:
    """One open store's settings. `tell` hears what changed for other screens."""

    def __init__(
        self,
        store: OpenStore,
        laptop: Laptop,
        clock: Clock,
        jobs: JobRunner,
        tell: Callable[[Changed], None],
    ) -> None:
        self._store, self._laptop, self._clock = store, laptop, clock
        self._jobs, self._tell = jobs, tell
        self._screen: SettingsScreen | None = None
        self._busy: set[Section] = set()

    def begin(self, screen: SettingsScreen) -> None:
        """Fill the screen."""
        self._screen = screen
        self._show_holidays()
        self._jobs.run(lambda _control: self._laptop.keys.remembered(), self._on_remembered)

    @property
    def folder(self) -> Path:
        """Where the store lies."""
        return self._laptop.folder

    def today(self) -> dt.date:
        """Today's date."""
        return self._clock.today()

    # Who the IRO is

    def owner(self) -> Signatory:
        """The IRO as the store knows them."""
        return owner.read(self._store.unit_of_work)

    def keep_owner(self, who: Signatory) -> None:
        """Keep who the IRO is. Raises NoSpace, NotWritable, DamagedStore."""
        owner.introduce(self._store.unit_of_work, who)

    # How the screen looks

    def keep_appearance(self, appearance: Appearance) -> None:
        """Keep how the screen looks, for the next time it opens."""
        try:
            keep_appearance(self._laptop.folder, appearance)
        except KnownFault as fault:
            self._say_fault(Section.APPEARANCE, fault)

    # The passphrase and the computer's sign-in

    def change_passphrase(self, old: str, new: str, again: str) -> None:
        """Change the passphrase; the store itself is not touched."""
        who = self.owner()
        faults = check_new(new, again, (who.name, who.email, who.telephone, who.authority))
        self._shown.show_new_passphrase_faults(faults)
        if not faults:
            self._work(
                Section.PASSPHRASE,
                lambda: access.change_passphrase(self._laptop, old, new),
                lambda _nothing: self._shown.show_done(
                    Section.PASSPHRASE,
                    tr("The passphrase is changed. The recovery key is the same as before."),
                ),
            )

    def remember(self, passphrase: str) -> None:
        """Let the computer's own sign-in open the store."""
        self._work(Section.KEYRING, lambda: self._try_to_remember(passphrase), self._on_tried)

    def forget(self) -> None:
        """Ask for the passphrase again each time."""
        self._work(
            Section.KEYRING, self._laptop.keys.forget_on_this_computer, lambda _none: self._off()
        )

    # Backups

    def back_up(self, destination: Path) -> None:
        """Write a whole copy, and check it."""
        self._work(
            Section.BACKUP,
            lambda: self._store.back_up(destination),
            lambda _nothing: self._shown.show_done(
                Section.BACKUP,
                tr("Backed up as {file}, and checked.", file=destination.name),
            ),
        )

    def verify(self) -> None:
        """Read and check every page of the store."""
        self._work(
            Section.BACKUP,
            self._store.verify,
            lambda _nothing: self._shown.show_done(
                Section.BACKUP, tr("Every page of the store was read, and it is whole.")
            ),
        )

    # Bank holidays

    def add_holiday(self, day: dt.date) -> bool:
        """Have a day count as a bank holiday. Says whether it is one that was not known."""
        changed = bank_holidays.add_holiday(self._store.unit_of_work, day)
        if changed:
            self._show_holidays()
            self._tell(changed)
            words = tr("{day} counts as a bank holiday.", day=screen().weekday_date(day))
            self._shown.show_done(Section.HOLIDAYS, words)
        else:
            words = tr("{day} is a bank holiday already.", day=screen().weekday_date(day))
            self._shown.show_note(Section.HOLIDAYS, words)
        return bool(changed)

    def remove_holiday(self, day: dt.date) -> None:
        """Have a day that was added no longer count."""
        self._tell(bank_holidays.remove_holiday(self._store.unit_of_work, day))
        self._show_holidays()
        words = tr("{day} no longer counts.", day=screen().weekday_date(day))
        self._shown.show_done(Section.HOLIDAYS, words)

    # Inside

    @property
    def _shown(self) -> SettingsScreen:
        assert self._screen is not None  # noqa: S101 - a window begins before it asks
        return self._screen

    def _show_holidays(self) -> None:
        with self._store.unit_of_work() as uow:
            days = bank_holidays.added(uow.settings)
        self._shown.show_holidays(days)

    def _on_remembered(self, key: bytes | None) -> None:
        self._shown.show_keyring(KeyringState.OFF if key is None else KeyringState.ON)

    def _try_to_remember(self, passphrase: str) -> bool:
        access.remember(self._laptop, passphrase)
        return self._laptop.keys.remembered() is not None

    def _on_tried(self, kept: bool) -> None:  # noqa: FBT001 - what the work says
        self._shown.show_keyring(KeyringState.ON if kept else KeyringState.MISSING)
        if kept:
            words = tr("From now on this computer's sign-in opens the store.")
            self._shown.show_done(Section.KEYRING, words)

    def _off(self) -> None:
        self._shown.show_keyring(KeyringState.OFF)
        words = tr("From now on the passphrase is asked for each time.")
        self._shown.show_done(Section.KEYRING, words)

    def _work(self, section: Section, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if section in self._busy:
            return
        self._set_busy(section, busy=True)

        def finish(result: T) -> None:
            self._set_busy(section, busy=False)
            done(result)

        def fail(fault: Exception) -> None:
            self._set_busy(section, busy=False)
            if not isinstance(fault, KnownFault):
                raise fault
            self._say_fault(section, fault)

        self._jobs.run(lambda _control: work(), finish, fail)

    def _set_busy(self, section: Section, *, busy: bool) -> None:
        (self._busy.add if busy else self._busy.discard)(section)
        self._shown.show_busy(section, busy)

    def _say_fault(self, section: Section, fault: KnownFault) -> None:
        self._shown.show_fault(section, str(words_for(fault, screen())))
