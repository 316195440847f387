"""The card of a household, and what is done when something is written on it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import screen
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui.child.household.card import HouseholdCard
from iro_desktop.ui.child.household.presenter import HouseholdField, HouseholdPresenter


class HouseholdPart(QObject):
    """`written` carries what is to be kept soon, as (household, field) and text."""

    written = Signal(object, str)
    changed = Signal()
    failed = Signal(str)

    def __init__(self, presenter: HouseholdPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self.card = HouseholdCard(presenter)
        self.card.written.connect(self._on_written)
        self.card.child_named.connect(lambda child: self._do(lambda: presenter.name_child(child)))
        self.card.ended.connect(lambda on, why: self._do(lambda: presenter.end_approval(on, why)))
        self.card.resumed.connect(lambda: self._do(presenter.resume_approval))

    def show_household(self) -> None:
        """Show what the presenter has read."""
        self.card.show_household(self._presenter.page)

    def keep(self, household: str, field: HouseholdField, text: str) -> None:
        """Keep a field. Raises what the store raises."""
        self._presenter.keep(ChildId(household), field, text)

    def _on_written(self, field: str, text: str) -> None:
        page = self._presenter.page
        if page is not None:
            self.written.emit((page.household, HouseholdField(field)), text)

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except KnownFault as fault:
            self.failed.emit(str(words_for(fault, screen())))
        else:
            self.changed.emit()
