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
from iro_desktop.ui.settings.due_dates.lines import Line
from iro_desktop.ui.settings.due_dates.refusals import reason_lines
from iro_desktop.ui.settings.forms.lines import OwnForm, forms_in_force, own_forms
from iro_desktop.ui.settings.sections import Section, SectionWork


class FormsScreen(Protocol):
    """What the presenter asks of the panel."""

    def show_forms(self, own: tuple[OwnForm, ...], in_force: tuple[Line, ...]) -> None:
        """Show the council's own forms, and what each kind of meeting is asked by."""
        ...

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a form is refused; none takes the list away."""
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
        self._work, self._tell = work, tell
        self._screen: FormsScreen | None = None

    def begin(self, shown: FormsScreen) -> None:
        """Show what is in force."""
        self._screen = shown
        self._show()

    def add_file(self, path: Path) -> None:
        """Ask by the form in a file from now on; where it is refused, list every reason."""
        translator = screen()  # the work goes on in a thread that has no screen

        def work() -> CouncilFormRefused | Changed:
            return self._try(read_council_file(path, translator), path.name)

        self._work.run(Section.FORMS, work, self._on_tried)

    def use_again(self, form_id: str) -> None:
        """Ask by a retired form again."""

        def work() -> CouncilFormRefused | Changed:
            with self._uow_factory() as uow:
                entries = council_forms.listed(uow.settings)
                newest = next(entry for entry in entries if entry.id == form_id)
                text = council_forms.text_of(uow.settings, form_id, newest.version)
            return self._try(text, form_id)

        self._work.run(Section.FORMS, work, self._on_tried)

    def retire(self, form_id: str) -> None:
        """Ask by a form no more."""
        words = tr("It is retired. Meetings begun under it keep it.")
        self._work.run(
            Section.FORMS,
            lambda: council_forms.retire(self._uow_factory, form_id, self._clock),
            lambda changed: self._on_changed(changed, words),
        )

    @property
    def _shown(self) -> FormsScreen:
        assert self._screen is not None  # noqa: S101 - a panel begins before it asks
        return self._screen

    def _try(self, text: str, name: str) -> CouncilFormRefused | Changed:
        try:
            return council_forms.add(self._uow_factory, text, name, programs_forms(), self._clock)
        except CouncilFormRefused as refused:
            return refused

    def _on_tried(self, outcome: CouncilFormRefused | Changed) -> None:
        if isinstance(outcome, CouncilFormRefused):
            self._shown.show_reasons(reason_lines(outcome))
            words = tr("That form cannot be used, and nothing has been changed. Mend it first.")
            self._work.screen.show_fault(Section.FORMS, words)
        elif not outcome:
            self._shown.show_reasons(())
            self._work.screen.show_note(Section.FORMS, tr("This form is in force already."))
        else:
            self._on_changed(outcome, tr("Meetings are asked by this form from now on."))

    def _on_changed(self, changed: Changed, words: str) -> None:
        self._shown.show_reasons(())
        self._tell(changed)
        self._show()
        self._work.screen.show_done(Section.FORMS, words)

    def _show(self) -> None:
        with self._uow_factory() as uow:
            entries = council_forms.listed(uow.settings)
            in_force = council_forms.in_force(uow.settings)
        self._shown.show_forms(own_forms(entries), forms_in_force(in_force, programs_forms()))
