"""The head of a child's page: who it is, and the one thing to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.child.identity import Identity, Mark, Sibling
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import PageHeader
from iro_desktop.ui.widgets.words import Words


class ChildHeader(QWidget):
    """Tells that the review is wanted, or a date, or what another day would mean, or a sibling."""

    prepare_wanted = Signal()
    booking_wanted = Signal()
    what_if_wanted = Signal()
    child_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prepare_button = ActionButton("", "clipboard-list", "primary")
        self.prepare_button.clicked.connect(self.prepare_wanted)
        self._book = ActionButton(tr("Book a date…"), "calendar-days")
        self._book.clicked.connect(self.booking_wanted)
        self.what_if_button = ActionButton(tr("What if…"), "calendar-clock")
        self.what_if_button.setToolTip(tr("See what another day for the review would mean"))
        self.what_if_button.clicked.connect(self.what_if_wanted)
        self._header = PageHeader("")
        self._identity: Identity | None = None
        self._changing: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.space(10))
        self._layout.addWidget(self._header)
        self._layout.addWidget(FlowRow(self.prepare_button, self._book, self.what_if_button))

    def show_identity(self, identity: Identity, booked: str) -> None:
        """Show whose page it is. `booked` says that a date stands already."""
        self._book.setText(tr("Change the date…") if booked else tr("Book a date…"))
        self._book.setVisible(identity.may_book)
        if identity == self._identity:
            return
        self._identity = identity
        self._header.set_title(identity.name)
        self._header.set_subtitle(identity.about)
        self.prepare_button.setText(identity.action)
        self.prepare_button.setVisible(bool(identity.action))
        self.what_if_button.setVisible(identity.may_ask_what_if)
        self._show_changing(identity)

    def focus_booking(self) -> None:
        """Put the focus back on the button that books."""
        self._book.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_changing(self, identity: Identity) -> None:
        throw_away(self._layout, *self._changing)
        self._changing = [_pills(identity.marks)] if identity.marks else []
        if identity.siblings:
            self._changing.append(self._siblings(identity.siblings))
        for place, widget in enumerate(self._changing, start=1):
            self._layout.insertWidget(place, widget)

    def _siblings(self, siblings: tuple[Sibling, ...]) -> FlowRow:
        row = FlowRow(Words(tr("Brothers and sisters here:"), "muted", wrap=False), spacing=4)
        for sibling in siblings:
            link = LinkButton(tr("{name}, {age}", name=sibling.name, age=sibling.age))
            link.clicked.connect(
                lambda _checked=False, to=sibling.child: self.child_opened.emit(to)
            )
            row.add(link)
        return row


def _pills(marks: tuple[Mark, ...]) -> FlowRow:
    return FlowRow(*(Pill(mark.text, mark.tone) for mark in marks))
