"""A council's own file, taken in for one section of the settings; what came of it is said there."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from iro_desktop.services.changed import Changed
from iro_desktop.services.faults import CouncilFormRefused, LocalWordsRefused, PracticePackRefused
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.reasons import reason_lines
from iro_desktop.ui.settings.sections import Section, SectionWork

Refused = LocalWordsRefused | CouncilFormRefused | PracticePackRefused


class ReasonsScreen(Protocol):
    """What is asked of the section's panel."""

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a file is refused; none takes the list away."""
        ...


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What is said once a file is taken, where it is in force already, and where it is refused."""

    taken: str
    known: str
    refused: str


class CouncilFile:
    """`refused` is the fault that lists reasons; `tell` hears what changed for other screens."""

    def __init__(
        self,
        section: Section,
        refused: type[Refused],
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._section, self._refused = section, refused
        self._work, self._tell = work, tell
        self._screen: ReasonsScreen | None = None
        self._show: Callable[[], None] = lambda: None

    def begin(self, shown: ReasonsScreen, show: Callable[[], None]) -> None:
        """List reasons on this panel from now on. `show` shows there what is in force."""
        self._screen, self._show = shown, show

    def take(self, change: Callable[[], Changed], outcomes: Outcomes) -> None:
        """Try a change that a file brings; where it is refused, list every reason."""

        def work() -> Refused | Changed:
            try:
                return change()
            except self._refused as refused:
                return refused

        def done(outcome: Refused | Changed) -> None:
            if isinstance(outcome, Refused):
                self.refuse(outcome, outcomes.refused)
            elif not outcome:
                self._shown.show_reasons(())
                self._work.screen.show_note(self._section, outcomes.known)
            else:
                self._on_changed(outcome, outcomes.taken)

        self._work.run(self._section, work, done)

    def change(self, change: Callable[[], Changed], words: str) -> None:
        """Make a change that nothing can refuse, and say so in these words."""
        self._work.run(self._section, change, lambda changed: self._on_changed(changed, words))

    def refuse(self, refused: Refused, words: str) -> None:
        """List why a file is refused."""
        self._shown.show_reasons(reason_lines(refused))
        self._work.screen.show_fault(self._section, words)

    @property
    def _shown(self) -> ReasonsScreen:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        return self._screen

    def _on_changed(self, changed: Changed, words: str) -> None:
        self._shown.show_reasons(())
        self._tell(changed)
        self._show()
        self._work.screen.show_done(self._section, words)
