"""Something that is due: the day, whose it is, how soon; and why that day, for whoever asks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.today.page import DueLine
from iro_desktop.ui.widgets.explanation_panel import ExplanationPanel
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.named_line import NamedColumn
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.tones import icon_of, tone_of

DATE_WIDTH = 176


class DueRow(QWidget):
    """`child_opened` tells whose page is wanted, `paper_wanted` carries what is to be printed.

    The date is a button that explains itself.
    """

    child_opened = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, line: DueLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._why: QWidget | None = None
        self._date = self._date_button(line)
        self._who = self._name_column(line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addWidget(self._when(line), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(self._who, 1)

    def date_button(self) -> ActionButton:
        """The date, which shows and hides why it is that day."""
        return self._date

    def explanation(self) -> QWidget | None:
        """Why it is due that day; None before anybody asked."""
        return self._why

    def _when(self, line: DueLine) -> QWidget:
        when = QWidget()
        when.setMinimumWidth(theme.scaled(DATE_WIDTH))
        column = QVBoxLayout(when)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        pill = Pill(line.how_soon, tone_of(line.urgency), icon_of(line.urgency))
        column.addWidget(self._date, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeading)
        return when

    def _name_column(self, line: DueLine) -> NamedColumn:
        who = NamedColumn(line.name, made_up=line.made_up)
        who.link.clicked.connect(lambda: self.child_opened.emit(line.child))
        said = tr("{which} · {about}", which=line.which, about=line.about)
        who.add_beneath(Words(said if line.about else line.which, "muted"))
        if line.booked:
            who.add_beneath(Words(line.booked, "muted"))
        return who

    def _make_why(self) -> QWidget:
        explanation = self._line.explanation
        if explanation is None:
            return Words(self._line.why, "muted")
        panel = ExplanationPanel(explanation)
        panel.paper_wanted.connect(self.paper_wanted)
        panel.left.connect(self._put_away)
        return panel

    def _put_away(self) -> None:
        self._date.setChecked(False)
        self._date.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the explanation away, as it does for every explained date."""
        if event.key() == Qt.Key.Key_Escape and self._date.isChecked():
            self._put_away()
        else:
            super().keyPressEvent(event)

    def _date_button(self, line: DueLine) -> ActionButton:
        button = ActionButton(line.short_day, "chevron-right", "slight")
        button.setCheckable(True)
        button.toggled.connect(self._on_asked_why)
        button.setToolTip(tr("Why that day?"))
        accessibility.name(
            button,
            tr("Due {day}, {when}. Why that day?", day=line.day, when=line.how_soon),
            line.why,
        )
        return button

    def _on_asked_why(self, asked: bool) -> None:  # noqa: FBT001 - a Qt slot
        self._date.set_icon("chevron-down" if asked else "chevron-right")
        if self._why is None:
            self._why = self._make_why()
            self._who.add_beneath(self._why)
        self._why.setVisible(asked)
        if asked:
            accessibility.announce(self._date, self._line.why)
