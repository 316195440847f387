"""A card of things noted about a child: read, noted in a form, changed, taken away, put back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_keys import take_form_key
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing noted, in words. `noted` is the thing itself."""

    noted: object
    title: str
    details: tuple[str, ...] = ()
    may_be_removed: bool = True


class EntryForm(QWidget):
    """What is noted is asked for here. Return in a line confirms, Escape gives up."""

    confirmed = Signal()
    given_up = Signal()

    def __init__(self, *rows: QWidget) -> None:
        super().__init__()
        stands_till_confirmed(self)
        keep = ActionButton(tr("Keep it"), "check", "primary")
        keep.clicked.connect(self.confirmed)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self.given_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(6), 0, 0)
        layout.setSpacing(theme.space(12))
        for row in rows:
            layout.addWidget(row)
        layout.addWidget(FlowRow(keep, not_now))
        self.rows = [row for row in rows if isinstance(row, FormRow)]

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        self.rows[0].focus_first()

    def forget_problems(self) -> None:
        """Say of no row that anything is wrong."""
        for row in self.rows:
            row.show_problem(None)

    def refuse(self, why: str, row: FormRow | None = None) -> None:
        """Say why it could not be kept; what was typed stays."""
        faulty = row or self.rows[0]
        faulty.show_problem(why)
        faulty.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_form_key(event, self.confirmed.emit, self.given_up.emit):
            super().keyPressEvent(event)


class EntriesCard(Card):
    """`edit_wanted`, `removed` and `put_back` carry what was noted."""

    edit_wanted = Signal(object)
    removed = Signal(object)
    put_back = Signal(object)

    def __init__(
        self, title: str, leads: Sequence[str], add_words: str, form: EntryForm, nothing: str = ""
    ) -> None:
        super().__init__(title)
        self.form = form
        self._entries: tuple[Entry, ...] | None = None
        self._gone: object = None
        self._nothing = Words(nothing, "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(14))
        self.add_button = writing(ActionButton(add_words, "plus"))
        self.add_button.clicked.connect(self.on_add)
        self.undo_button = ActionButton(tr("Put it back"), "undo-2", "quiet")
        self.undo_button.clicked.connect(self._on_put_back)
        self.form.given_up.connect(self.close_form)
        for lead in leads:
            self.add(Words(lead, "muted"))
        self.add(self._nothing)
        self.body.addLayout(self._list)
        self.add(self.form, FlowRow(self.add_button, self.undo_button))
        self.form.hide()
        self.undo_button.hide()

    def set_title(self, title: str) -> None:
        """Head the card otherwise."""
        if isinstance(self.title, Words):
            self.title.setText(title)
            accessibility.name(self, title)

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show these. What is being typed is left alone."""
        if entries != self._entries:
            self._entries = entries
            self._fill(entries)
            if self._gone is not None and _name_of(self._gone) in map(_name_of, _noted(entries)):
                self._gone = None  # somebody put it back, perhaps in other words
                self.undo_button.hide()

    @override
    def set_to_read(self, *, to_read: bool) -> None:
        if to_read and not self.is_to_read:
            self.form.hide()
        super().set_to_read(to_read=to_read)

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        self._gone, self._entries = None, None
        self.undo_button.hide()
        self.form.hide()
        self.add_button.setVisible(not self.is_to_read)

    def on_add(self) -> None:
        """Ask for something more. The card says what the form begins with."""
        self.open_form()

    def open_form(self) -> None:
        """Show the form."""
        self.form.forget_problems()
        self.form.show()
        self.add_button.hide()
        self.form.focus_first()

    def close_form(self) -> None:
        """Put the form away."""
        self.form.hide()
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self, said: str) -> None:
        """What was asked for is kept now."""
        self.close_form()
        accessibility.announce(self, said)

    def _fill(self, entries: tuple[Entry, ...]) -> None:
        empty(self._list)
        for entry in entries:
            row = _EntryRow(entry)
            row.change.clicked.connect(partial(self._on_edit, entry))
            row.remove.clicked.connect(partial(self._on_removed, entry))
            self._list.addWidget(row)
            row.show()  # at once: the focus may go there before the layout would show it
            self.fit(row)
        self._nothing.setVisible(not entries and bool(self._nothing.text()))

    def _on_edit(self, entry: Entry) -> None:
        self.edit_wanted.emit(entry.noted)

    def _on_removed(self, entry: Entry) -> None:
        self._gone = entry.noted
        accessibility.name(self.undo_button, tr("Put it back: {what}", what=entry.title))
        self.undo_button.show()
        self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(entry.noted)
        accessibility.announce(self, tr("Taken back. It can be put back."))

    def _on_put_back(self) -> None:
        if self._gone is not None:
            gone, self._gone = self._gone, None
            self.put_back.emit(gone)
            self.undo_button.hide()
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)


def _noted(entries: Iterable[Entry]) -> Iterator[object]:
    return (entry.noted for entry in entries)


def _name_of(noted: object) -> str:
    return str(getattr(noted, "id", ""))


class _EntryRow(QWidget):
    def __init__(self, entry: Entry) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Words(entry.title, "strong"))
        for text in entry.details:
            words.addWidget(Words(text, "muted"))
        self.change = writing(IconButton(tr("Change: {what}", what=entry.title), "pencil"))
        self.remove = IconButton(tr("Take away: {what}", what=entry.title), "trash-2")
        if entry.may_be_removed:
            writing(self.remove)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addLayout(words, 1)
        for button in (self.change, self.remove):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.remove.setVisible(entry.may_be_removed)
