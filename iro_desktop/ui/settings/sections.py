"""Work that the settings ask for: one thing at a time in each section, its outcome said there."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

from iro_desktop.i18n import screen
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.jobs import JobRunner

T = TypeVar("T")


class Section(StrEnum):
    """Where on the screen an outcome is said."""

    OWNER = "owner"
    HUB = "hub"
    APPEARANCE = "appearance"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a section
    KEYRING = "keyring"
    BACKUP = "backup"
    HOLIDAYS = "holidays"
    TIMESCALES = "timescales"
    TERMS = "terms"
    WORDING = "wording"
    LOOK = "look"
    WORDS = "words"
    FORMS = "forms"
    PRACTICE = "practice"


class SectionsScreen(Protocol):
    """Where outcomes are said."""

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


class SectionWork:
    """Runs what is wished for in the background. A wish in a section at work is passed over."""

    def __init__(self, jobs: JobRunner) -> None:
        self._jobs = jobs
        self._screen: SectionsScreen | None = None
        self._busy: set[Section] = set()

    def begin(self, screen: SectionsScreen) -> None:
        """Say outcomes on this screen from now on."""
        self._screen = screen

    @property
    def screen(self) -> SectionsScreen:
        """Where outcomes are said."""
        assert self._screen is not None  # noqa: S101 - a window begins before it asks
        return self._screen

    def run(self, section: Section, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do the work, then tell its result; a known fault is said in the section."""
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
            self.say_fault(section, fault)

        self._jobs.run(lambda _control: work(), finish, fail)

    def say_fault(self, section: Section, fault: KnownFault) -> None:
        """Say a fault in words."""
        self.screen.show_fault(section, str(words_for(fault, screen())))

    def _set_busy(self, section: Section, *, busy: bool) -> None:
        (self._busy.add if busy else self._busy.discard)(section)
        self.screen.show_busy(section, busy)
