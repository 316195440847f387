"""The days of a month on which something stands, one beneath the other."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.entry_row import EntryRow
from iro_desktop.ui.diary.page import DayCell, DiaryPage, EntryLine
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card, Divider
from iro_desktop.ui.widgets.words import Words

MOST_ENTRIES = 60  # a service's month has hundreds, and each is several widgets


class DayList(QWidget):
    """`entry_opened` carries an EntryLine, `paper_wanted` an Explanation to be printed.

    `invitations_wanted` and `calendar_file_wanted` carry the id of a booked review.
    """

    entry_opened = Signal(object)
    paper_wanted = Signal(object)
    invitations_wanted = Signal(str)
    calendar_file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[DayCell, ...] = ()
        self._cards: dict[dt.date, Card] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space(12))
        self._rest = ActionButton("", "chevron-down", "quiet")
        self._rest.clicked.connect(self._on_rest_wanted)
        accessibility.name(self, tr("List"))

    def show_page(self, page: DiaryPage) -> None:
        """Show a month's days, as many as are read at once; the rest for who asks."""
        if page.days == self._days and page.anchor in self._cards:
            return
        self._days = page.days
        self._fill(self._first_days(page))

    def focus_day(self, day: dt.date) -> bool:
        """Put the focus on the first thing of a day. Says whether the day is there."""
        card = self._cards.get(day)
        if card is not None:
            row = next(iter(card.findChildren(EntryRow)), None)
            (row.link if row else card).setFocus(Qt.FocusReason.OtherFocusReason)
        return card is not None

    def explain(self, line: EntryLine) -> EntryRow | None:
        """Open why an entry is that day, and go there. Gives its row, if it can be explained."""
        rows = self._cards[line.day].findChildren(EntryRow) if line.day in self._cards else []
        row = next((row for row in rows if row.line.key == line.key), None)
        if row is None or row.due is None:
            return None
        row.due.open_explanation()
        row.due.button.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def _first_days(self, page: DiaryPage) -> Sequence[DayCell]:
        """Up to so many entries, but as far as the day one is on."""
        number = 0
        for place, cell in enumerate(page.days):
            if number >= MOST_ENTRIES and page.anchor < cell.day:
                return page.days[:place]
            number += len(cell.entries)
        return page.days

    def _fill(self, days: Sequence[DayCell]) -> None:
        for card in self._cards.values():
            card.hide()
            card.deleteLater()
        self._cards = {cell.day: self._card(cell) for cell in days}
        for card in self._cards.values():
            self._column.addWidget(card)
        hidden = sum(len(cell.entries) for cell in self._days[len(days) :])
        self._column.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeading)
        self._rest.setText(ntr("Show {number} more", "Show {number} more", hidden))
        self._rest.setVisible(hidden > 0)

    def _on_rest_wanted(self) -> None:
        number = len(self._cards)
        self._fill(self._days)
        self.focus_day(self._days[number].day)

    def _card(self, cell: DayCell) -> Card:
        card = Card(spacing=10)
        accessibility.name(card, cell.said)
        head = QHBoxLayout()
        head.setSpacing(theme.space(10))
        head.addWidget(Words(cell.heading, "h3"), 1)
        for text, tone in ((tr("Today"), "info"), (cell.holiday, "plain")):
            if text and (cell.is_today or text == cell.holiday):
                head.addWidget(Pill(text, "info" if tone == "info" else "plain"))
        card.body.addLayout(head)
        if cell.busy:
            hours = ", ".join(part.words for part in cell.busy)
            card.add(Words(tr("Busy {hours}", hours=hours), "muted"))
        for number, line in enumerate(cell.entries):
            if number:
                card.add(Divider())
            row = EntryRow(line)
            row.opened.connect(lambda line=line: self.entry_opened.emit(line))
            row.other_opened.connect(self.entry_opened)
            row.paper_wanted.connect(self.paper_wanted)
            row.invitations_wanted.connect(self.invitations_wanted)
            row.calendar_file_wanted.connect(self.calendar_file_wanted)
            card.add(row)
        if not cell.entries:
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            card.add(Words(tr("Nothing in the diary"), "muted"))
        return card
