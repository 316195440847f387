"""The people who matter to the child: added, written about, taken away and put back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.child import ImportantPerson
from iro_desktop.i18n import tr
from iro_desktop.services.council_people import Council
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.person_row import PersonRow
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing


class PeopleCard(Card):
    """`written` carries someone to be kept, `removed` someone to be taken away."""

    written = Signal(object)
    removed = Signal(object)
    put_back = Signal(object)
    left = Signal()

    def __init__(
        self,
        new_person: Callable[[], ImportantPerson],
        council: Callable[[], Council] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("Important people"), parent)
        self._new_person, self._council = new_person, council
        self._rows: dict[str, PersonRow] = {}
        self._gone: ImportantPerson | None = None
        self._nobody = Words(tr("Nobody is named yet: family, friends, carers, school."), "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(16))
        self._add = writing(ActionButton(tr("Add someone"), "plus"))
        self._add.clicked.connect(self.add_someone)
        self._undo = ActionButton("", "undo-2", "quiet")
        self._undo.clicked.connect(self._on_undo)
        self._undo.hide()
        self.add(self._nobody)
        self.body.addLayout(self._list)
        self.add(FlowRow(self._add, self._undo))

    def show_people(self, people: Sequence[ImportantPerson], *, may_refill: bool = False) -> None:
        """Show these people, leaving alone whoever is being written about.

        `may_refill` says that all that was typed is kept, so that fields that stand open and are
        not typed into may show it as it is kept now.
        """
        kept = {person.id for person in people}
        for name, row in list(self._rows.items()):
            if name not in kept and not row.is_being_written():
                self._drop(name)
        for person in people:
            if person.id in self._rows:
                self._rows[person.id].show_person(person, may_refill=may_refill)
                self.fit(self._rows[person.id])
            else:
                self._put(person)
        self._nobody.setVisible(not self._rows)
        if self._gone is not None and self._gone.id in kept:
            self._gone = None  # somebody put them back, perhaps in other words
            self._undo.hide()

    def set_household(self, *, is_household: bool) -> None:
        """Whose people they are."""
        title = tr("People of the household") if is_household else tr("Important people")
        assert self.title is not None  # noqa: S101 - it was made with one
        self.title.setText(title)
        accessibility.name(self, title)

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        self._gone = None
        self._undo.hide()
        for name in list(self._rows):
            self._drop(name)

    def add_someone(self) -> None:
        """Open fields for someone more."""
        self._put(self._new_person()).edit()
        self._nobody.hide()

    def row_of(self, person: ImportantPerson) -> PersonRow | None:
        """The row of someone, None where they are not on the list."""
        return self._rows.get(person.id)

    def _put(self, person: ImportantPerson) -> PersonRow:
        row = PersonRow(person, self._council())
        row.written.connect(self.written)
        row.left.connect(self.left)
        row.removed.connect(self._on_removed)
        self._rows[person.id] = row
        self._list.addWidget(row)
        row.show()
        self.fit(row)
        return row

    def _drop(self, name: str) -> None:
        row = self._rows.pop(name)
        throw_away(self._list, row)

    def _on_removed(self, person: ImportantPerson) -> None:
        self._gone = person
        self._drop(person.id)
        self._undo.setText(tr("Put {name} back", name=person.name or tr("them")))
        self._undo.show()
        self.removed.emit(person)
        self._nobody.setVisible(not self._rows)
        self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        accessibility.announce(self, tr("Removed. It can be put back."))

    def _on_undo(self) -> None:
        if self._gone is not None:
            person, self._gone = self._gone, None
            self._undo.hide()
            self.put_back.emit(person)
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
