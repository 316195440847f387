"""Making, opening, recovering and restoring a store, without the screen.

One page is on the screen at a time; the presenter says which. What takes time goes through the
runner, and while it does every other wish is passed over.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Protocol, TypeVar

from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import screen, tr
from iro_desktop.services import access
from iro_desktop.services.access import Laptop, NewStore
from iro_desktop.services.faults import KnownFault, TooSoon, WrongPassphrase
from iro_desktop.services.ports import OpenStore
from iro_desktop.services.wording import words_for
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.unlock.recovery_groups import (
    PickGroups,
    group_matches,
    groups_of,
    pick_groups,
)
from iro_desktop.ui.widgets.passphrase_advice import NewPassphraseFaults, check_new

T = TypeVar("T")


class Page(StrEnum):
    """What fills the window."""

    OPENING = "opening"
    UNLOCK = "unlock"
    RECOVER = "recover"
    ABOUT_YOU = "about_you"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a page
    RECOVERY_KEY = "recovery_key"
    CHECK_BACK = "check_back"
    RESTORE = "restore"


class UnlockScreen(Protocol):
    """What the presenter asks of the window."""

    def show_page(self, page: Page) -> None:
        """Bring a page, with the focus where the person begins."""
        ...

    def show_busy(self, busy: bool) -> None:  # noqa: FBT001 - one state, named
        """Say on the page's button that it is at work, or no longer."""
        ...

    def show_fault(self, text: str) -> None:
        """Say what went wrong and what to do, and have it spoken."""
        ...

    def show_notice(self, text: str) -> None:
        """Say something good, and have it spoken."""
        ...

    def show_wait(self, seconds: int) -> None:
        """Say how long until the next try; 0 when the wait is over."""
        ...

    def show_new_passphrase_faults(self, faults: NewPassphraseFaults) -> None:
        """Say beside the fields what is wrong with a new passphrase."""
        ...

    def show_recovery_key_missing(self) -> None:
        """Say that a recovery key is needed."""
        ...

    def show_name_missing(self) -> None:
        """Say that a name is needed."""
        ...

    def show_recovery_key(self, groups: tuple[str, ...]) -> None:
        """Set the groups out to be written down."""
        ...

    def ask_for_groups(self, numbers: tuple[int, ...]) -> None:
        """Ask for these groups, numbered from 1."""
        ...

    def show_wrong_groups(self, wrong: tuple[bool, ...]) -> None:
        """Mark which of the groups asked for were not right."""
        ...

    def hand_over(self, store: OpenStore) -> None:
        """The store is open: let go of all that was typed, and tell the window."""
        ...


class UnlockPresenter:
    """The state of the first screen.

    `restore` makes a store of a backup file in this folder; `warm_up` loads what is slow to load
    while the person types.
    """

    def __init__(
        self,
        laptop: Laptop,
        jobs: JobRunner,
        *,
        restore: Callable[[Path], None] | None = None,
        warm_up: Callable[[], None] | None = None,
        pick: PickGroups = pick_groups,
    ) -> None:
        self._laptop, self._jobs = laptop, jobs
        self._restore, self._warm_up, self._pick = restore, warm_up, pick
        self._screen: UnlockScreen | None = None
        self._page = Page.OPENING
        self._busy = False
        self._owner = Signatory(name="")
        self._made: NewStore | None = None
        self._asked: tuple[int, ...] = ()

    # What the window may ask

    @property
    def page(self) -> Page:
        """What fills the window."""
        return self._page

    @property
    def can_restore(self) -> bool:
        """Whether a backup can be brought back here."""
        return self._restore is not None

    @property
    def owner(self) -> Signatory:
        """Who said that they are the IRO."""
        return self._owner

    # The beginning

    def begin(self, screen: UnlockScreen, *, use_keyring: bool = True) -> None:
        """Bring the first page. After locking by hand `use_keyring` is False."""
        self._screen = screen
        if self._warm_up is not None:
            warm_up = self._warm_up
            self._jobs.run(lambda _control: warm_up())
        if not self._laptop.keys.exists():
            self.go_to(Page.ABOUT_YOU)
        elif use_keyring:
            self._go_to(Page.OPENING)
            self._work(lambda: access.open_remembered(self._laptop), self._on_remembered)
        else:
            self.go_to(Page.UNLOCK)

    def go_to(self, page: Page) -> None:
        """Go to another page, unless something is under way."""
        if not self._busy:
            self._go_to(page)

    def tick(self) -> None:
        """A second has gone by on a page that waits."""
        self._shown.show_wait(self._laptop.keys.seconds_to_wait())

    # Opening

    def unlock(self, passphrase: str) -> None:
        """Open the store."""
        if passphrase:
            self._work(lambda: access.unlock(self._laptop, passphrase), self._on_opened)

    def recover(self, recovery_key: str, passphrase: str, again: str) -> None:
        """Open the store by its recovery key, under a new passphrase."""
        faults = check_new(passphrase, again)
        self._shown.show_new_passphrase_faults(faults)
        if not recovery_key.strip():
            self._shown.show_recovery_key_missing()
        elif not faults:
            work = lambda: access.recover(self._laptop, recovery_key, passphrase)  # noqa: E731
            self._work(work, self._on_opened)

    # Making

    def introduce(self, owner: Signatory) -> None:
        """Take who the IRO is, and go on to the passphrase."""
        self._owner = owner
        if owner.name.strip():
            self.go_to(Page.PASSPHRASE)
        else:
            self._shown.show_name_missing()

    def make(self, passphrase: str, again: str) -> None:
        """Make the store, and show its recovery key."""
        faults = check_new(passphrase, again, owner_words(self._owner))
        self._shown.show_new_passphrase_faults(faults)
        if not faults:
            work = lambda: access.make_store(self._laptop, passphrase, self._owner)  # noqa: E731
            self._work(work, self._on_made)

    def ask_back(self) -> None:
        """The key is written down: ask for some of its groups."""
        if self._made is not None:
            self._asked = self._pick(len(groups_of(self._made.recovery_key)))
            self.go_to(Page.CHECK_BACK)
            self._shown.ask_for_groups(tuple(number + 1 for number in self._asked))

    def check_back(self, typed: Sequence[str]) -> None:
        """Open the new store, if the groups typed are those of the key."""
        if self._made is None:
            return
        groups = groups_of(self._made.recovery_key)
        right = [
            group_matches(groups[number], text)
            for number, text in zip(self._asked, typed, strict=True)
        ]
        if all(right):
            made, self._made = self._made, None
            self._on_opened(made.store)
        else:
            self._shown.show_wrong_groups(tuple(not each for each in right))

    # Bringing back

    def restore_from(self, backup: Path) -> None:
        """Make the store of a backup, and ask for its passphrase."""
        restore = self._restore
        if restore is not None:
            self._work(lambda: restore(backup), lambda _nothing: self._on_restored())

    def let_go(self) -> None:
        """Close what is open and was never handed over: the window is closing."""
        if self._made is not None:
            self._made.store.close()
            self._made = None

    # Inside

    @property
    def _shown(self) -> UnlockScreen:
        assert self._screen is not None  # noqa: S101 - a window begins before it asks
        return self._screen

    def _go_to(self, page: Page) -> None:
        self._page = page
        self._shown.show_page(page)
        if page in {Page.UNLOCK, Page.RECOVER}:
            self._show_any_wait()

    def _show_any_wait(self) -> None:
        seconds = self._laptop.keys.seconds_to_wait()
        if seconds:
            self._shown.show_wait(seconds)

    def _work(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        if self._busy:
            return
        self._set_busy(True)

        def finish(result: T) -> None:
            self._set_busy(False)
            done(result)

        self._jobs.run(lambda _control: work(), finish, self._on_failed)

    def _set_busy(self, busy: bool) -> None:  # noqa: FBT001 - one state, named
        self._busy = busy
        self._shown.show_busy(busy)

    def _on_failed(self, fault: Exception) -> None:
        self._set_busy(False)
        if self._page is Page.OPENING:
            self._go_to(Page.UNLOCK)
        if not isinstance(fault, KnownFault):
            raise fault
        if not isinstance(fault, TooSoon):
            self._shown.show_fault(str(words_for(fault, screen())))
        if isinstance(fault, WrongPassphrase | TooSoon):
            self._show_any_wait()

    def _on_remembered(self, store: OpenStore | None) -> None:
        if store is None:
            self._go_to(Page.UNLOCK)
        else:
            self._on_opened(store)

    def _on_opened(self, store: OpenStore) -> None:
        self._shown.hand_over(store)

    def _on_made(self, made: NewStore) -> None:
        self._made = made
        self._shown.show_recovery_key(groups_of(made.recovery_key))
        self._go_to(Page.RECOVERY_KEY)

    def _on_restored(self) -> None:
        self._go_to(Page.UNLOCK)
        self._shown.show_notice(
            tr(
                "The backup is back in place. Open it with the passphrase it had when it was "
                "backed up."
            )
        )


def owner_words(owner: Signatory) -> tuple[str, ...]:
    """What a passphrase must not lean on."""
    return (owner.name, owner.email, owner.telephone, owner.authority)
