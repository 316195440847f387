"""Remarks on the finished document, rule by rule: why, and what could be written instead."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.link_button import LinkButton
from iro_desktop.ui.widgets.surfaces import Card, Divider
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.writing.remarks import Reading, RemarkGroup, RemarkLine


class RemarksPanel(QWidget):
    """It explains and offers; nothing is written by itself. `place_wanted`: a sentence, words."""

    place_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Reading | None = None
        self.cards: list[Card] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(12))
        self._column.addStretch(1)

    def show_reading(self, reading: Reading) -> None:
        """Show the remarks on a document; the same ones stay as they are."""
        if reading == self._shown:
            return
        self._shown = reading
        throw_away(self._column, *self.cards)
        self.cards = [self._head(reading), *map(self._group, reading.groups)]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)

    def _head(self, reading: Reading) -> Card:
        card = Card(tr("How it reads"), spacing=8)
        card.add(Words(reading.figure, "strong"))
        said = (
            ntr("One remark.", "{number} remarks.", reading.count)
            if reading.count
            else tr("Nothing here would make a child stumble.")
        )
        card.add(Words(tr("{remarks} They are only hints: you decide.", remarks=said), "muted"))
        return card

    def _group(self, group: RemarkGroup) -> Card:
        title = tr("{rule} ({number})", rule=group.title, number=len(group.lines))
        card = Card(title, spacing=12)
        for line in group.lines:
            if line is not group.lines[0]:
                card.add(Divider())
            card.add(self._line(line))
        return card

    def _line(self, line: RemarkLine) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(Words(tr("“{sentence}”", sentence=line.sentence), "quote"))
        column.addWidget(Words(line.why))
        if not line.authored:
            column.addWidget(Words(tr("The program’s own words, or a part of the form."), "small"))
        if line.lead:
            column.addWidget(Words(line.lead, "muted"))
        for offer in line.offers:
            column.addWidget(OfferRow(offer))
        column.addWidget(self._show_button(line), 0, Qt.AlignmentFlag.AlignLeading)
        return widget

    def _show_button(self, line: RemarkLine) -> ActionButton:
        button = ActionButton(tr("Show in the text"), "eye", "slight")
        accessibility.name(button, tr("Show in the text: {words}", words=line.words))
        button.clicked.connect(lambda: self.place_wanted.emit(line.sentence, line.words))
        return button


class OfferRow(QWidget):
    """Words that could be written instead; pressed, they are on the clipboard."""

    def __init__(self, offer: str) -> None:
        super().__init__()
        self._offer = offer
        self.button = LinkButton(offer)
        accessibility.name(self.button, tr("Copy: {words}", words=offer))
        self.button.setToolTip(tr("Copy"))
        self.button.clicked.connect(self._on_copied)
        self.copied = Words(tr("Copied"), "small", wrap=False)
        keeps = self.copied.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.copied.setSizePolicy(keeps)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.button)
        line.addWidget(self.copied)
        line.addStretch(1)
        self.copied.hide()

    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(self._offer)
        self.copied.show()
        accessibility.announce(self.button, tr("Copied: {words}", words=self._offer))
