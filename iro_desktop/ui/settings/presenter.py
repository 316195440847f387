"""The settings, without the screen: each wish is carried out and its outcome said in one place."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import tr
from iro_desktop.services import access, owner
from iro_desktop.services.access import Laptop
from iro_desktop.services.changed import Changed
from iro_desktop.services.document_languages import LanguageState, document_languages
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.ports import Clock, OpenStore
from iro_desktop.services.team_hub.signing_in import WaysIn
from iro_desktop.ui.appearance import Appearance
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.settings.documents.look_presenter import LookPresenter
from iro_desktop.ui.settings.documents.wording_presenter import WordingPresenter
from iro_desktop.ui.settings.documents.words_presenter import WordsPresenter
from iro_desktop.ui.settings.due_dates.presenter import DueDatesPresenter
from iro_desktop.ui.settings.forms.presenter import FormsPresenter
from iro_desktop.ui.settings.hub.presenter import HubPresenter
from iro_desktop.ui.settings.kept_appearance import keep_appearance
from iro_desktop.ui.settings.practice.presenter import PracticePresenter
from iro_desktop.ui.settings.sections import Section, SectionsScreen, SectionWork
from iro_desktop.ui.widgets.passphrase_advice import NewPassphraseFaults, check_new


class KeyringState(StrEnum):
    """Whether the computer's own sign-in opens the store; `MISSING` where it has no keyring."""

    OFF = "off"
    ON = "on"
    MISSING = "missing"


class SettingsScreen(SectionsScreen, Protocol):
    """What the presenter asks of the window."""

    def show_new_passphrase_faults(self, faults: NewPassphraseFaults) -> None:
        """Say beside the fields what is wrong with a new passphrase."""
        ...

    def show_keyring(self, state: KeyringState) -> None:
        """Show whether the sign-in opens the store."""
        ...


class SettingsPresenter:
    """One open store's settings. `tell` hears what changed for other screens.

    `ways` lead into a team's hub; None where there are none.
    """

    def __init__(
        self,
        store: OpenStore,
        laptop: Laptop,
        clock: Clock,
        jobs: JobRunner,
        tell: Callable[[Changed], None],
        ways: WaysIn | None = None,
    ) -> None:
        self._store, self._laptop, self._clock = store, laptop, clock
        self._jobs, self._work = jobs, SectionWork(jobs)
        self._screen: SettingsScreen | None = None
        factory = store.unit_of_work
        self.due_dates = DueDatesPresenter(factory, clock, self._work, tell)
        self.wording = WordingPresenter(factory, clock, self._work, tell)
        self.look = LookPresenter(factory, self._work, tell)
        self.words = WordsPresenter(factory, self._work, tell)
        self.forms = FormsPresenter(factory, clock, self._work, tell)
        self.practice = PracticePresenter(factory, self._work, tell)
        self.hub = HubPresenter(factory, clock, ways, jobs, self._work, tell)

    def begin(self, screen: SettingsScreen) -> None:
        """Fill the screen, but for what due dates hang on: its panels begin themselves."""
        self._screen = screen
        self._work.begin(screen)
        self._jobs.run(lambda _control: self._laptop.keys.remembered(), self._on_remembered)

    def list_languages(self, show: Callable[[tuple[LanguageState, ...]], None]) -> None:
        """Tell how complete each language of documents is, once that has been read."""
        self._jobs.run(lambda _control: document_languages(), show)

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
            self._work.say_fault(Section.APPEARANCE, fault)

    # The passphrase and the computer's sign-in

    def change_passphrase(self, old: str, new: str, again: str) -> None:
        """Change the passphrase; the store itself is not touched."""
        who = self.owner()
        faults = check_new(new, again, (who.name, who.email, who.telephone, who.authority))
        self._shown.show_new_passphrase_faults(faults)
        if not faults:
            self._work.run(
                Section.PASSPHRASE,
                lambda: access.change_passphrase(self._laptop, old, new),
                lambda _nothing: self._shown.show_done(
                    Section.PASSPHRASE,
                    tr("The passphrase is changed. The recovery key is the same as before."),
                ),
            )

    def remember(self, passphrase: str) -> None:
        """Let the computer's own sign-in open the store."""
        self._work.run(Section.KEYRING, lambda: self._try_to_remember(passphrase), self._on_tried)

    def forget(self) -> None:
        """Ask for the passphrase again each time."""
        self._work.run(
            Section.KEYRING, self._laptop.keys.forget_on_this_computer, lambda _none: self._off()
        )

    # Backups

    def back_up(self, destination: Path) -> None:
        """Write a whole copy, and check it."""
        self._work.run(
            Section.BACKUP,
            lambda: self._store.back_up(destination),
            lambda _nothing: self._shown.show_done(
                Section.BACKUP,
                tr("Backed up as {file}, and checked.", file=destination.name),
            ),
        )

    def verify(self) -> None:
        """Read and check every page of the store."""
        self._work.run(
            Section.BACKUP,
            self._store.verify,
            lambda _nothing: self._shown.show_done(
                Section.BACKUP, tr("Every page of the store was read, and it is whole.")
            ),
        )

    # Inside

    @property
    def _shown(self) -> SettingsScreen:
        assert self._screen is not None  # noqa: S101 - a window begins before it asks
        return self._screen

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
