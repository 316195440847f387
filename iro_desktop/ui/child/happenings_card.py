"""What happened: written down, read newest first, taken back and put back."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.happenings import Happening, RecordedHappening
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.child.happening_form import HappeningForm
from iro_desktop.ui.child.happenings import HappeningLine
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing
from iro_desktop.ui.words.happenings import happening_in_words

MOST_LINES = 5


class HappeningsCard(Card):
    """`recorded` carries kind, day and note; `withdrawn` and `put_back` a RecordedHappening."""

    recorded = Signal(object, object, str)
    withdrawn = Signal(object)
    put_back = Signal(object)

    def __init__(self, today: Callable[[], dt.date], parent: QWidget | None = None) -> None:
        super().__init__(tr("What happened"), parent)
        self._lines: tuple[HappeningLine, ...] | None = None
        self._shows_all = False
        self._gone: RecordedHappening | None = None
        self._nothing = Words(
            tr("What the return does not know, and what starts or stops a clock."), "muted"
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(14))
        self._all = ActionButton("", "chevron-down", "quiet")
        self._all.clicked.connect(self.show_all)
        self.form = HappeningForm(today)
        self.form.confirmed.connect(self.recorded)
        self.form.given_up.connect(self.close_form)
        self.form.hide()
        self.add_button = writing(ActionButton(tr("Write down what happened"), "plus"))
        self.add_button.clicked.connect(self.open_form)
        self.undo_button = ActionButton(tr("Put it back"), "undo-2", "quiet")
        self.undo_button.clicked.connect(self._on_put_back)
        self.undo_button.hide()
        self.add(self._nothing)
        self.body.addLayout(self._list)
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeading)
        self.add(self.form, FlowRow(self.add_button, self.undo_button))

    def show_lines(self, lines: tuple[HappeningLine, ...]) -> None:
        """Show these. What is being written is left alone."""
        if lines != self._lines:
            self._lines = lines
            self._fill()

    @override
    def set_to_read(self, *, to_read: bool) -> None:
        if to_read and not self.is_to_read:
            self.form.hide()
        super().set_to_read(to_read=to_read)

    def show_all(self) -> None:
        """Show every one, and go on where the list was cut."""
        self._shows_all = True
        self._fill()
        item = self._list.itemAt(MOST_LINES)
        row = item.widget() if item else None
        if isinstance(row, _HappeningRow):
            row.withdraw.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Begin anew, as another child's page is opened."""
        self._gone, self._shows_all, self._lines = None, False, None
        self.undo_button.hide()
        self.form.forget()
        self.form.hide()
        self.add_button.setVisible(not self.is_to_read)

    def open_form(self) -> None:
        """Ask what happened."""
        self.form.show()
        self.add_button.hide()
        self.form.focus_first()

    def ask_when(self, happening: Happening) -> None:
        """Ask on which day something happened."""
        self.open_form()
        self.form.choose(happening)

    def close_form(self) -> None:
        """Put the form away; what was typed in it stays for the next time."""
        self.form.hide()
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self, happening: Happening, day: dt.date) -> None:
        """What was asked for is kept now."""
        self.form.forget()
        self.close_form()
        words = tr(
            "Written down: {what}, {day}",
            what=happening_in_words(happening),
            day=screen().date(day),
        )
        accessibility.announce(self, words)

    def _fill(self) -> None:
        lines = self._lines or ()
        empty(self._list)
        for line in lines if self._shows_all else lines[:MOST_LINES]:
            row = _HappeningRow(line)
            row.withdraw.clicked.connect(partial(self._on_withdrawn, line))
            self._list.addWidget(row)
            row.show()  # at once: the focus may go there before the layout would show it
            self.fit(row)
        self._nothing.setVisible(not lines)
        self._all.setText(tr("Show all {number}", number=screen().number(len(lines))))
        self._all.setVisible(len(lines) > MOST_LINES and not self._shows_all)

    def _on_withdrawn(self, line: HappeningLine) -> None:
        self._gone = line.recorded
        accessibility.name(
            self.undo_button, tr("Put it back: {what}, {day}", what=line.what, day=line.day)
        )
        self.undo_button.show()
        self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.withdrawn.emit(line.recorded)
        accessibility.announce(self, tr("Taken back. It can be put back."))

    def _on_put_back(self) -> None:
        if self._gone is not None:
            gone, self._gone = self._gone, None
            self.put_back.emit(gone)
            self.undo_button.hide()
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)


class _HappeningRow(QWidget):
    def __init__(self, line: HappeningLine) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(Words(line.what, "strong"))
        for text in (_about(line), line.note):
            if text:
                words.addWidget(Words(text, "muted"))
        self.withdraw = writing(
            IconButton(tr("Take back: {what}, {day}", what=line.what, day=line.day), "trash-2")
        )
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addLayout(words, 1)
        layout.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)


def _about(line: HappeningLine) -> str:
    parts: Sequence[str] = (line.day, line.by)
    return " · ".join(part for part in parts if part)
