"""One finding at a time beneath a text: what it is, why, and what could be put there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.findings import Finding
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.words import Words

_SHORT = 16  # letters: what is longer has to be able to wrap


class FindingsPanel(QFrame):
    """`offer_taken` carries the offer; `walk_wanted` a step to another finding."""

    offer_taken = Signal(str)
    walk_wanted = Signal(int)
    hide_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("popup")
        self.offers: tuple[QPushButton, ...] = ()
        self._title, self._count = Words("", "strong"), Words("", "small", wrap=False)
        self._words, self._lead = Words(""), Words("", "muted")
        self.before_button = IconButton(tr("The one before"), "chevron-left")
        self.next_button = IconButton(tr("The next one"), "chevron-right")
        self.hide_button = IconButton(tr("Hide the remarks"), "x")
        self.before_button.clicked.connect(lambda: self.walk_wanted.emit(-1))
        self.next_button.clicked.connect(lambda: self.walk_wanted.emit(1))
        self.hide_button.clicked.connect(self.hide_wanted)
        head = QHBoxLayout()
        head.setSpacing(theme.space(6))
        head.addWidget(self._title, 1)
        for part in (self._count, self.before_button, self.next_button, self.hide_button):
            head.addWidget(part)
        layout = QVBoxLayout(self)
        side, above = theme.space(14), theme.space(8)
        layout.setContentsMargins(side, above, above, theme.space(12))
        layout.setSpacing(theme.space(6))
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addWidget(self._lead)
        self._below = layout
        self._offers_box = QWidget()
        layout.addWidget(self._offers_box)

    def show_finding(
        self, finding: Finding, number: int, total: int, offers: Sequence[str]
    ) -> None:
        """Show one of them, with what can be put in its place."""
        self._title.setText(finding.title)
        self._count.setText(tr("{number} of {total}", number=number, total=total))
        self._words.setText(finding.explanation)
        self._lead.setText(finding.lead)
        self._lead.setVisible(bool(finding.lead and offers))
        for moving in (self.before_button, self.next_button):
            moving.setVisible(total > 1)
        self._show_offers(finding, offers)
        accessibility.name(self, accessibility.sentence(finding.title, finding.explanation))

    def focus_first(self) -> None:
        """Put the focus on the first offer, else on what leads on."""
        places = (*self.offers, self.next_button, self.hide_button)
        first = next(place for place in places if place.isVisibleTo(self))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """All of it, for a screen reader."""
        lead = self._lead.text() if self.offers else ""
        count = self._count.text()
        return accessibility.sentence(self._title.text(), count, self._words.text(), lead)

    def _show_offers(self, finding: Finding, offers: Sequence[str]) -> None:
        """Short ones side by side, and beneath them those that have to wrap."""
        self._offers_box.hide()
        self._offers_box.deleteLater()
        self._offers_box = QWidget()
        column = QVBoxLayout(self._offers_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        self.offers = tuple(self._button(finding, offer) for offer in offers)
        short = [button for button in self.offers if isinstance(button, ActionButton)]
        if short:
            column.addWidget(FlowRow(*short))
        for button in self.offers:
            if button not in short:
                column.addWidget(button)
        self._below.addWidget(self._offers_box)
        self._offers_box.setVisible(bool(offers))

    def _button(self, finding: Finding, offer: str) -> QPushButton:
        if len(offer) <= _SHORT:
            button: QPushButton = ActionButton(offer.replace("&", "&&"), "", "chip")
        else:
            button = LinkButton(offer)
        named = tr("Write “{offer}” for “{words}”", offer=offer, words=finding.words)
        accessibility.name(button, named)
        button.clicked.connect(lambda: self.offer_taken.emit(offer))
        return button

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Escape:
            self.hide_wanted.emit()
        elif event.key() == Qt.Key.Key_F7:
            self.walk_wanted.emit(-1 if shifted else 1)
        else:
            super().keyPressEvent(event)
