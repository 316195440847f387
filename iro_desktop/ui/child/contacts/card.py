"""Contacts between meetings: one choice writes one down, then what was said is typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.activities import Activity, ActivityKind
from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.contacts.presenter import ContactsPresenter
from iro_desktop.ui.child.contacts.row import ContactRow
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing
from iro_desktop.ui.words.activities import kind_of_activity, title_of

MOST_ROWS = 4


class ContactsCard(Card):
    """`written` carries a contact to be kept; `failed` the words for what could not be kept."""

    written = Signal(object)
    left = Signal()
    failed = Signal(str)

    def __init__(self, presenter: ContactsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(tr("Contacts between meetings"), parent)
        self._presenter = presenter
        self._child: ChildId | None = None
        self._rows: dict[str, ContactRow] = {}
        self._gone: Activity | None = None
        self._shows_all = False
        lead_in = tr("What did you just do? It is noted for today; then write what was said.")
        self.begin_buttons = {
            kind: writing(ActionButton(kind_of_activity(kind), "plus", "slight"))
            for kind in ActivityKind
        }
        for kind, button in self.begin_buttons.items():
            button.clicked.connect(partial(self.begin, kind))
            accessibility.name(button, tr("Note a contact: {what}", what=kind_of_activity(kind)))
        self._undo = ActionButton("", "undo-2", "quiet")
        self._undo.clicked.connect(self._on_undo)
        self._undo.hide()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(14))
        self._all = ActionButton("", "chevron-down", "quiet")
        self._all.clicked.connect(self.show_all)
        self._nothing = Words(tr("Nothing is noted yet."), "muted")
        self._nothing.hide()
        self.add(
            writing(Words(lead_in, "muted")),
            self._nothing,
            FlowRow(*self.begin_buttons.values()),
            FlowRow(self._undo),
        )
        self.body.addLayout(self._list)
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)

    def show_child(self, child: ChildId, *, may_refill: bool = True) -> None:
        """Show a child's contacts, leaving alone what is being written.

        `may_refill` says that all that was typed is kept, so that fields that stand open and are
        not typed into may show it as it is kept now.
        """
        if child != self._child:
            self.forget()
            self._child = child
        self._show(self._presenter.of_child(child), may_refill=may_refill)

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        self._child, self._gone, self._shows_all = None, None, False
        self._undo.hide()
        for name in list(self._rows):
            self._drop(name)

    def show_all(self) -> None:
        """Show every one, and go on where the list was cut."""
        self._shows_all = True
        if self._child is not None:
            self._show(self._presenter.of_child(self._child))

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.begin_buttons[ActivityKind.VISIT].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, kind: ActivityKind) -> None:
        """Note one for today, and open it to be written."""
        if self._child is None:
            return
        self.left.emit()
        try:
            made = self._presenter.begin(self._child, kind)
        except KnownFault as fault:
            self.failed.emit(str(words_for(fault, screen())))
            return
        self._show(self._presenter.of_child(self._child))
        self._rows[made.id].edit()
        accessibility.announce(self, tr("Noted: {what}", what=title_of(made)))

    def row_of(self, contact: Activity) -> ContactRow | None:
        """The row of a contact, None where it is not in sight."""
        return self._rows.get(contact.id)

    def _show(self, contacts: tuple[Activity, ...], *, may_refill: bool = False) -> None:
        open_rows = {name for name, row in self._rows.items() if row.is_being_written()}
        shown = contacts if self._shows_all else contacts[:MOST_ROWS]
        wanted = {one.id for one in shown} | open_rows
        for name in [name for name in self._rows if name not in wanted]:
            self._drop(name)
        for place, contact in enumerate(one for one in contacts if one.id in wanted):
            row = self._rows.get(contact.id) or self._make_row(contact)
            row.show_contact(contact, may_refill=may_refill)
            self._list.insertWidget(place, row)
            row.show()
            self.fit(row)
        if self._gone is not None and self._gone.id in {one.id for one in contacts}:
            self._gone = None  # somebody put it back, perhaps in other words
            self._undo.hide()
        self._nothing.setVisible(self.is_to_read and not contacts)
        self._all.setText(tr("Show all {number}", number=screen().number(len(contacts))))
        self._all.setVisible(len(contacts) > MOST_ROWS and not self._shows_all)

    def _make_row(self, contact: Activity) -> ContactRow:
        row = ContactRow(contact, self._presenter)
        row.written.connect(self.written)
        row.left.connect(self.left)
        row.removed.connect(self._on_removed)
        self._rows[contact.id] = row
        return row

    def _drop(self, name: str) -> None:
        row = self._rows.pop(name)
        throw_away(self._list, row)

    def _on_removed(self, contact: Activity) -> None:
        self.left.emit()
        if self._act(self._presenter.remove, contact):
            self._gone = contact
            self._drop(contact.id)
            self._undo.setText(tr("Put it back: {what}", what=title_of(contact)))
            self._undo.show()
            self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
            accessibility.announce(self, tr("Taken back. It can be put back."))

    def _on_undo(self) -> None:
        gone = self._gone
        if gone is not None and self._child is not None and self._act(self._presenter.keep, gone):
            self._gone = None
            self._undo.hide()
            self._show(self._presenter.of_child(self._child))
            self.focus_first()

    def _act(self, act: Callable[[Activity], None], contact: Activity) -> bool:
        try:
            act(contact)
        except KnownFault as fault:
            self.failed.emit(str(words_for(fault, screen())))
            return False
        return True
