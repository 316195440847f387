"""One contact: a few lines to read, and its fields when it is being written."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.activities import Activity
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.child.contacts.editor import ContactEditor
from iro_desktop.ui.child.contacts.presenter import ContactsPresenter
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.in_focus import is_written_in
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing
from iro_desktop.ui.words.activities import about, reminder, title_of


class ContactRow(QWidget):
    """`written` carries the contact as now written, `removed` the one to take away."""

    written = Signal(object)
    removed = Signal(object)
    left = Signal()

    def __init__(self, contact: Activity, presenter: ContactsPresenter) -> None:
        super().__init__()
        self.contact = contact
        self._presenter = presenter
        self._shown: QWidget | None = None
        self._edit: IconButton | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._show_lines()

    def is_being_written(self) -> bool:
        """Whether the fields stand open."""
        return isinstance(self._shown, ContactEditor)

    def show_contact(self, contact: Activity, *, may_refill: bool = False) -> None:
        """Show it as kept now; fields that are typed into are left alone.

        Others that stand open show it too where they may be filled again.
        """
        if contact == self.contact:
            if isinstance(self._shown, ContactEditor):
                self._shown.refilled.emit()
            return
        if not isinstance(self._shown, ContactEditor):
            self.contact = contact
            self._show_lines()
        elif may_refill and not is_written_in(self._shown):
            self.contact = contact
            self._shown.show_contact(contact)

    def edit(self) -> None:
        """Open the fields, the focus in the summary."""
        if not isinstance(self._shown, ContactEditor):
            editor = ContactEditor(self.contact, self._presenter)
            editor.written.connect(self._on_written)
            editor.left.connect(self.left)
            editor.done.connect(self._on_done)
            self._show(editor)
        if isinstance(self._shown, ContactEditor):
            self._shown.focus_first()

    def _on_written(self, contact: Activity) -> None:
        self.contact = contact
        self.written.emit(contact)

    def _on_done(self) -> None:
        self.left.emit()
        self._show_lines()
        if self._edit is not None:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_lines(self) -> None:
        contact = self.contact
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Words(title_of(contact), "strong"))
        if contact.summary.strip():
            words.addWidget(Words(contact.summary))
        if about(contact):
            words.addWidget(Words(about(contact), "muted"))
        if reminder(contact):
            pill = Pill(reminder(contact), "info", "calendar-clock")
            words.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeading)
        title = title_of(contact)
        self._edit = writing(IconButton(tr("Write more: {what}", what=title), "pencil"))
        self._edit.clicked.connect(self.edit)
        remove = writing(IconButton(tr("Take back: {what}", what=title), "trash-2"))
        remove.clicked.connect(lambda: self.removed.emit(self.contact))
        lines = QWidget()
        layout = QHBoxLayout(lines)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addLayout(words, 1)
        for button in (self._edit, remove):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._show(lines)

    def _show(self, widget: QWidget) -> None:
        if self._shown is not None:
            throw_away(self._layout, self._shown)
        self._shown = widget
        self._layout.addWidget(widget)
        widget.show()  # or nothing could take the focus before the next event
