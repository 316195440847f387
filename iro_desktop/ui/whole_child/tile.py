"""One line of the page: what is known, since when, from where, and until when it holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.whole_child.lines import SheetLine
from iro_desktop.ui.whole_child.record_form import DayForm, RecordForm, SdqForm, Today
from iro_desktop.ui.whole_child.sdq_picture import SdqOverTime
from iro_desktop.ui.widgets.explained_date import ExplainedDate
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words


class Tile(QFrame):
    """`recorded` carries Happening, day and note; `sdq_recorded` day, total and reason."""

    recorded = Signal(object, object, str)
    sdq_recorded = Signal(object, object, str)
    sdq_withdrawn = Signal(object)
    paper_wanted = Signal(object)

    def __init__(self, line: SheetLine, today: Today) -> None:
        super().__init__()
        self.setObjectName("card")
        self.matter = line.matter
        self._title = Words(line.title, "strong")
        self.pill = Pill(line.state, line.tone, line.icon)
        self.value, self._about = Words("", ""), Words("", "small")
        self.record_button = ActionButton(tr("Record…"), "pencil", "slight")
        self.record_button.setToolTip(tr("Write down that it was done"))
        self.record_button.clicked.connect(self.ask)
        accessibility.name(self.record_button, tr("Record: {what}", what=line.title))
        self.due = ExplainedDate(after=(self.record_button,))
        self.due.paper_wanted.connect(self.paper_wanted)
        self.trend = SdqOverTime()
        self.trend.withdrawn.connect(self.sdq_withdrawn)
        self._line, self._today = line, today
        self.form: RecordForm | None = None
        self._body = QVBoxLayout(self)
        self._lay_out()

    def show_line(self, line: SheetLine, *, fixed: bool) -> None:
        """Show the line as it stands; what is being written stays."""
        self._line = line
        self.pill.show_state(line.state, line.tone, line.icon)
        for label, text in ((self.value, line.value), (self._about, line.about)):
            label.setText(text)
            label.setVisible(bool(text))
        spoken = f"{line.title}: {line.stale}"
        self.due.show_date(line.why, line.stale, spoken=spoken)
        is_asking = self.form is not None and not self.form.isHidden()
        may_be_recorded = line.may_be_recorded and not fixed and not is_asking
        self.record_button.setVisible(may_be_recorded)
        self.due.setVisible(line.why is not None or may_be_recorded)
        self.trend.show_trend(line.trend, fixed=fixed)
        accessibility.name(
            self, line.title, accessibility.sentence(line.state, line.value, line.about)
        )

    def ask(self) -> None:
        """Ask when it was. The form is made when first asked for: most lines are only read."""
        if self.form is None and (form := self._make_form(self._line, self._today)):
            self.form = form
            self._body.addWidget(form)
        if self.form is not None:
            self.record_button.hide()
            self.form.open()

    def close_form(self) -> None:
        """Put the form away."""
        if self.form is not None and not self.form.isHidden():
            self.form.hide()
            self.record_button.show()
            self.due.show()
            self.record_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> bool:
        """Put the focus on what can be done here. Says whether there is anything."""
        for button in (self.record_button, self.due.button):
            if button.isVisibleTo(self):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def _make_form(self, line: SheetLine, today: Today) -> RecordForm | None:
        form: RecordForm | None = None
        if line.is_sdq:
            sdq = form = SdqForm(today, line)
            sdq.confirmed.connect(self.sdq_recorded)
        elif line.records is not None:
            day = form = DayForm(today, line, line.records)
            day.confirmed.connect(self.recorded)
        if form is not None:
            form.given_up.connect(self.close_form)
        return form

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.space(8))
        top.addWidget(self._title, 1)
        top.addWidget(self.pill, 0, Qt.AlignmentFlag.AlignTop)
        layout = self._body
        side, above = theme.space(14), theme.space(10)
        layout.setContentsMargins(side, above, side, above)
        layout.setSpacing(theme.space(3))
        layout.addLayout(top)
        layout.addWidget(self.value)
        layout.addWidget(self._about)
        layout.addWidget(self.trend)
        layout.addWidget(self.due)
