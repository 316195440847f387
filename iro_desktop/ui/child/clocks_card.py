"""Every clock that runs for a child besides the next review's: what, by when, and why that day."""

from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import screen, tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.clocks import ClockLine, counted, heading_of
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import icon_of, tone_of

MOST_LINES = 6


class ClocksCard(Card):
    """`record_wanted` carries the Happening that meets a clock, `paper_wanted` an Explanation."""

    record_wanted = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Clocks"), parent)
        self._lines: tuple[ClockLine, ...] | None = None
        self._shows_all = False
        self.rows: list[ClockRow] = []
        self._counted = Words("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(12))
        self.all_button = ActionButton("", "chevron-down", "quiet")
        self.all_button.clicked.connect(self.show_all)
        self.add(self._counted)
        self.body.addLayout(self._list)
        self.body.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.kept = ExplainedDate()
        self.kept.paper_wanted.connect(self.paper_wanted)
        self.add(self.kept)

    def show_clocks(self, lines: tuple[ClockLine, ...]) -> None:
        """Show the soonest of these. What stands already, and is open, is left alone."""
        if lines == self._lines:
            return
        here: QWidget | None = QApplication.focusWidget()  # PySide's own types leave out the None
        had_focus = here is not None and self.isAncestorOf(here)
        self._lines = lines
        self._counted.setText(counted(lines) or tr("No other clock runs."))
        self._fill()
        if had_focus and self.rows:
            self.rows[0].focus_first()

    @override
    def set_to_read(self, *, to_read: bool) -> None:
        if to_read != self.is_to_read:
            super().set_to_read(to_read=to_read)
            self._lines = None  # every row is made anew

    def show_kept_until(self, explanation: Explanation | None) -> None:
        """Say until when the record of all this is kept; None where nobody can know yet."""
        self.kept.setVisible(explanation is not None)
        if explanation is None:
            return
        words = tr("Record kept until {day}", day=explanation.day)
        self.kept.show_date(explanation, words, spoken=words)

    def show_all(self) -> None:
        """Show every one, and go on where the list was cut."""
        self._shows_all = True
        self._fill()
        self.rows[MOST_LINES].focus_first()

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        self._lines, self._shows_all = None, False
        self.kept.close_explanation()

    def _fill(self) -> None:
        empty(self._list)
        lines = self._lines or ()
        is_cut = len(lines) > MOST_LINES and not self._shows_all
        self.rows = []
        shown = lines[:MOST_LINES] if is_cut else lines
        for pressing, some in groupby(shown, key=lambda line: line.urgency):
            self._list.addWidget(Words(heading_of(pressing), "h3"))
            for line in some:
                self._list.addWidget(self._row(line))
        self.all_button.setText(tr("Show all {number}", number=screen().number(len(lines))))
        accessibility.name(
            self.all_button, tr("Show all {number} clocks", number=screen().number(len(lines)))
        )
        self.all_button.setVisible(is_cut)

    def _row(self, line: ClockLine) -> QWidget:
        row = ClockRow(line)
        row.due.paper_wanted.connect(self.paper_wanted)
        if self.is_to_read:
            row.record.hide()
        row.record.clicked.connect(lambda: self.record_wanted.emit(line.records))
        self.rows.append(row)
        return row


class ClockRow(QWidget):
    """What is due; beneath it the day, which explains itself, and how soon that is."""

    def __init__(self, line: ClockLine) -> None:
        super().__init__()
        self.line = line
        pill = Pill(line.how_soon, tone_of(line.urgency), icon_of(line.urgency))
        spoken = tr("{what}, due {day}, {when}", what=line.what, day=line.day, when=line.how_soon)
        self.due = ExplainedDate(line.explanation, line.day, spoken=spoken, after=(pill,))
        self.record = ActionButton(tr("Record…"), "pencil", "slight")
        self.record.setToolTip(tr("Write down that it was done"))
        accessibility.name(self.record, tr("Record: {what}", what=line.what))
        top = QHBoxLayout()
        top.setSpacing(theme.space(8))
        top.addWidget(Words(line.what), 1)
        top.addWidget(self.record, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(2))
        layout.addLayout(top)
        layout.addWidget(self.due)
        self.record.setVisible(line.records is not None)

    def focus_first(self) -> None:
        """Put the focus on the day."""
        self.due.button.setFocus(Qt.FocusReason.OtherFocusReason)
