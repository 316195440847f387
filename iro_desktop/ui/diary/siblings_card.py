"""Brothers' and sisters' reviews side by side: their limits, and whether one day does for all."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.page import SiblingLine, SiblingsLine
from iro_desktop.ui.diary.siblings_picture import SiblingsPicture
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconLabel
from iro_desktop.ui.widgets.link_button import SIDE, LinkButton
from iro_desktop.ui.widgets.pill import Pill, ink
from iro_desktop.ui.widgets.surfaces import Card, Divider
from iro_desktop.ui.widgets.words import Words

MOST_FAMILIES = 4


class SiblingsCard(Card):
    """`child_opened` carries a child's id."""

    child_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Brothers and sisters side by side"), parent)
        self._families: tuple[SiblingsLine, ...] = ()
        self._today = dt.date.min
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(14))
        self._rest = ActionButton("", "chevron-down", "quiet")
        self._rest.clicked.connect(self._on_rest_wanted)
        self.body.addLayout(self._list)
        self.body.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeading)

    def show_families(self, families: tuple[SiblingsLine, ...], today: dt.date) -> None:
        """Show these; without any, hide."""
        self.setVisible(bool(families))
        if (families, today) != (self._families, self._today):
            self._families, self._today = families, today
            self._fill(families[:MOST_FAMILIES])

    def _on_rest_wanted(self) -> None:
        self._fill(self._families)
        first = self._list.itemAt(0)
        family = first.widget() if first is not None else None
        if family is not None:
            family.findChildren(LinkButton)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, families: tuple[SiblingsLine, ...]) -> None:
        empty(self._list)
        for number, family in enumerate(families):
            if number:
                self._list.addWidget(Divider())
            self._list.addWidget(self._family(family))
        hidden = len(self._families) - len(families)
        self._rest.setText(ntr("Show {number} more", "Show {number} more", hidden))
        self._rest.setVisible(hidden > 0)

    def _family(self, family: SiblingsLine) -> QWidget:
        block = QWidget()
        accessibility.name(block, family.window)
        layout = QVBoxLayout(block)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        said = QHBoxLayout()
        said.setSpacing(theme.space(10))
        said.addWidget(IconLabel(family.icon, ink(family.tone)), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(Words(family.window), 1)
        layout.addLayout(said)
        layout.addWidget(FlowRow(*(self._child(line) for line in family.lines), spacing=10))
        if any(line.limit and line.limit > self._today for line in family.lines):
            layout.addWidget(SiblingsPicture(family, self._today))
        return block

    def _child(self, line: SiblingLine) -> QFrame:
        frame = QFrame()
        frame.setObjectName("card")
        layout = QVBoxLayout(frame)
        edge = theme.space(10)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space(4))
        link = LinkButton(line.name)
        link.clicked.connect(lambda: self.child_opened.emit(line.child))
        beneath = QVBoxLayout()
        beneath.setContentsMargins(theme.space(SIDE), 0, 0, 0)
        beneath.setSpacing(theme.space(4))
        beneath.addWidget(Pill(line.due, line.tone, line.icon), 0, Qt.AlignmentFlag.AlignLeading)
        for text in (line.how_soon, line.booked):
            if text:
                beneath.addWidget(Words(text, "muted", wrap=False))
        layout.addWidget(link)
        layout.addLayout(beneath)
        return frame
