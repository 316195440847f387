"""The council's stationery and theme, without the screen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from iro_desktop.documents.theme import Theme
from iro_desktop.i18n import screen, tr
from iro_desktop.services import council_look
from iro_desktop.services.changed import Changed
from iro_desktop.services.council_look import CouncilLook
from iro_desktop.services.faults import CouncilLookRefused, UnreadableFile
from iro_desktop.services.ports import UnitOfWorkFactory
from iro_desktop.services.wording import words_for
from iro_desktop.ui.settings.sections import Section, SectionWork


class LookScreen(Protocol):
    """What the presenter asks of the panel."""

    def show_look(self, look: CouncilLook) -> None:
        """Show what is in use."""
        ...

    def show_stationery(self, look: CouncilLook) -> None:
        """Show whose stationery is in use. What stands in the fields stays."""
        ...

    def show_theme_refused(self, text: str) -> None:
        """Say beside the colour why a theme is not taken; nothing takes that away."""
        ...


class LookPresenter:
    """What a council lays over our own look. `tell` hears what changed for other screens."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._uow_factory, self._work, self._tell = uow_factory, work, tell
        self._screen: LookScreen | None = None

    def begin(self, shown: LookScreen) -> None:
        """Show what is in use."""
        self._screen = shown
        self._show()

    def look_again(self) -> None:
        """Show the stationery that the council sent meanwhile."""
        self._shown.show_stationery(self._look())

    def take_stationery(self, path: Path) -> None:
        """Write on a council's stationery from now on."""
        words = tr("Word files are written on {name} from now on.", name=path.name)
        gone = tr("it is not there")
        self._work.run(
            Section.LOOK,
            lambda: council_look.take_stationery(
                self._uow_factory, _bytes_of(path, gone), path.name
            ),
            lambda changed: self._on_changed(changed, words),
        )

    def drop_stationery(self) -> None:
        """Write on blank pages again."""
        words = tr("Word files are written on blank pages again.")
        self._work.run(
            Section.LOOK,
            lambda: council_look.drop_stationery(self._uow_factory),
            lambda changed: self._on_changed(changed, words),
        )

    def keep_theme(self, theme: Theme) -> None:
        """Dress documents so from now on; one that cannot be read is refused beside the colour."""
        theme = replace(theme, accent=theme.accent.strip().upper())
        words = tr("Documents look so from now on.")

        def work() -> CouncilLookRefused | Changed:
            try:
                return council_look.keep_theme(self._uow_factory, theme)
            except CouncilLookRefused as refused:
                return refused

        def done(outcome: CouncilLookRefused | Changed) -> None:
            if isinstance(outcome, CouncilLookRefused):
                self._shown.show_theme_refused(str(words_for(outcome, screen())))
                return
            self._shown.show_theme_refused("")
            self._on_changed(outcome, words)

        self._work.run(Section.LOOK, work, done)

    @property
    def _shown(self) -> LookScreen:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        return self._screen

    def _on_changed(self, changed: Changed, words: str) -> None:
        self._tell(changed)
        self._show()
        self._work.screen.show_done(Section.LOOK, words)

    def _show(self) -> None:
        self._shown.show_look(self._look())

    def _look(self) -> CouncilLook:
        with self._uow_factory() as uow:
            return council_look.look_of(uow.settings)


def _bytes_of(path: Path, gone: str) -> bytes:
    try:
        if path.stat().st_size > council_look.MOST_BYTES:
            return bytes(council_look.MOST_BYTES + 1)
        return path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(name=path.name, why=fault.strerror or gone) from fault
