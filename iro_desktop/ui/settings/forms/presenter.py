"""A council's own forms, without the screen: added, retired, used again."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from iro_desktop.i18n import screen, tr
from iro_desktop.services import council_forms
from iro_desktop.services.changed import Changed
from iro_desktop.services.council_files import read_council_file
from iro_desktop.services.faults import CouncilFormRefused
from iro_desktop.services.ports import Clock, UnitOfWorkFactory
from iro_desktop.services.programs_forms import programs_forms
from iro_desktop.ui.settings.council_file import CouncilFile, Outcomes, ReasonsScreen
from iro_desktop.ui.settings.forms.lines import OwnForm, forms_in_force, own_forms
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.sections import Section, SectionWork


class FormsScreen(ReasonsScreen, Protocol):
    """What the presenter asks of the panel."""

    def show_forms(self, own: tuple[OwnForm, ...], in_force: tuple[Line, ...]) -> None:
        """Show the council's own forms, and what each kind of meeting is asked by."""
        ...


class FormsPresenter:
    """`tell` hears what changed for other screens."""

    def __init__(
        self,
        uow_factory: UnitOfWorkFactory,
        clock: Clock,
        work: SectionWork,
        tell: Callable[[Changed], None],
    ) -> None:
        self._uow_factory, self._clock = uow_factory, clock
        self._file = CouncilFile(Section.FORMS, CouncilFormRefused, work, tell)
        self._screen: FormsScreen | None = None

    def begin(self, shown: FormsScreen) -> None:
        """Show what is in force."""
        self._screen = shown
        self._file.begin(shown, self._show)
        self._show()

    def look_again(self) -> None:
        """Show what the council sent meanwhile."""
        self._show()

    def add_file(self, path: Path) -> None:
        """Ask by the form in a file from now on; where it is refused, list every reason."""
        translator = screen()  # the work goes on in a thread that has no screen

        def change() -> Changed:
            return self._add(read_council_file(path, translator), path.name)

        self._file.take(change, _outcomes())

    def use_again(self, form_id: str) -> None:
        """Ask by a retired form again."""

        def change() -> Changed:
            with self._uow_factory() as uow:
                entries = council_forms.listed(uow.settings)
                newest = next(entry for entry in entries if entry.id == form_id)
                text = council_forms.text_of(uow.settings, form_id, newest.version)
            return self._add(text, form_id)

        self._file.take(change, _outcomes())

    def retire(self, form_id: str) -> None:
        """Ask by a form no more."""
        words = tr("It is retired. Meetings begun under it keep it.")
        self._file.change(
            lambda: council_forms.retire(self._uow_factory, form_id, self._clock), words
        )

    @property
    def _shown(self) -> FormsScreen:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        return self._screen

    def _add(self, text: str, name: str) -> Changed:
        return council_forms.add(self._uow_factory, text, name, programs_forms(), self._clock)

    def _show(self) -> None:
        with self._uow_factory() as uow:
            entries = council_forms.listed(uow.settings)
            in_force = council_forms.in_force(uow.settings)
        self._shown.show_forms(own_forms(entries), forms_in_force(in_force, programs_forms()))


def _outcomes() -> Outcomes:
    return Outcomes(
        taken=tr("Meetings are asked by this form from now on."),
        known=tr("This form is in force already."),
        refused=tr("That form cannot be used, and nothing has been changed. Mend it first."),
    )
