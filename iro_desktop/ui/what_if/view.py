"""Move a review from day to day, and see at once what each would mean."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.identifiers import ChildId
from iro_desktop.i18n import screen, tr
from iro_desktop.services.explaining import Explanation
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.what_if.page import WhatIfPage
from iro_desktop.ui.what_if.presenter import WhatIfPresenter
from iro_desktop.ui.what_if.remarks_card import RemarksCard
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.deadlines_card import DeadlinesCard
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.side_by_side import SideBySide
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words

WIDEST = 1120
_WEEK = 7


class WhatIfView(QWidget):
    """`left` asks for the child's page again, after booking or without.

    `paper_wanted` carries an Explanation to be printed or saved, or all of them in a tuple.
    """

    left = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, presenter: WhatIfPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        stands_till_confirmed(self, of_a_family=True)
        self._presenter = presenter
        presenter.show_on(self)
        self._header = PageHeader(tr("What if the review were on another day?"))
        self._fault = Banner("", "danger")
        self.day = DateField(lambda: presenter.today)
        self.day.answer_changed.connect(self._on_typed)
        self.verdict = Pill("")
        self._problem = Words("", "muted")
        self.deadlines = DeadlinesCard(tr("The next deadlines"))
        self.before = DeadlinesCard(tr("Before the review"))
        self.after = DeadlinesCard(tr("After the review"))
        self.clashes = RemarksCard(tr("What clashes"), tr("Nothing speaks against that day."))
        self.birthdays = RemarksCard(
            tr("Birthdays that change rules"), tr("None before the last of these deadlines.")
        )
        self.book_button = ActionButton(tr("Book this day"), "check", "primary")
        self.book_button.clicked.connect(self.book)
        self.paper_button = ActionButton(tr("Print or save all…"), "printer")
        self.paper_button.clicked.connect(lambda: self.paper_wanted.emit(self._explanations))
        self._explanations: tuple[Explanation, ...] = ()
        self.moves = tuple(self._move_button(*move) for move in _moves())
        for card in (self.deadlines, self.before, self.after):
            card.paper_wanted.connect(self.paper_wanted)
        self._lay_out()

    def show_child(self, child_id: ChildId) -> None:
        """Begin with the day that is booked or proposed, and go there."""
        self._fault.hide()
        self._presenter.open(child_id)
        self._page.verticalScrollBar().setValue(0)
        self.day.focus_first()

    def leave(self) -> bool:
        """Nothing is kept here but what is booked."""
        return True

    def show_page(self, page: WhatIfPage) -> None:
        """Show what a day would mean."""
        self._header.set_subtitle(tr("{name} · {booked}", name=page.name, booked=page.booked))
        if page.day is not None and page.day != self.day.date():
            self.day.set_value(page.day.isoformat())
        self._problem.setText(page.problem)
        self._problem.setVisible(bool(page.problem))
        self.verdict.show_state(page.verdict.text, page.verdict.tone, page.verdict.icon)
        self.verdict.setVisible(bool(page.verdict.text))
        self._explanations = page.explanations
        self.paper_button.setEnabled(bool(page.explanations))
        self.book_button.setEnabled(not page.problem)
        self.deadlines.show_deadlines(page.deadlines)
        self.before.show_deadlines(page.before)
        self.after.show_deadlines(page.after)
        for card, remarks in ((self.clashes, page.clashes), (self.birthdays, page.birthdays)):
            card.show_remarks(remarks)
            card.setVisible(not page.problem)
        if self.isVisible():
            accessibility.announce(self, page.spoken)

    def move_by(self, days: int) -> None:
        """Try a day so many later, or earlier."""
        self._presenter.move(days)

    def book(self) -> None:
        """Book the day that is shown, and go back to the child."""
        day = self._presenter.day
        if day is None or not self.book_button.isEnabled():
            return
        try:
            self._presenter.book()
        except KnownFault as fault:
            self._fault.say(str(words_for(fault, screen())), "danger")
            return
        self.left.emit(self._presenter.child_id)
        accessibility.announce(self, tr("Booked for {day}", day=screen().weekday_date(day)))

    def _on_typed(self) -> None:
        self._presenter.try_day(self.day.date())

    # Layout

    def _move_button(self, text: str, days: int, key: Qt.Key) -> ActionButton:
        keys = QKeySequence(Qt.Modifier.CTRL | key)
        button = ActionButton(text, "", "chip")
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(shown)
        accessibility.name(button, text, tr("Keys: {keys}", keys=shown))
        button.clicked.connect(lambda: self.move_by(days))
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.move_by(days))
        return button

    def _lay_out(self) -> None:
        chosen = Card(spacing=12)
        chosen.add(
            FormRow(tr("Day of the review"), self.day),
            FlowRow(*self.moves),
            FlowRow(self.verdict),
            self._problem,
        )
        columns = SideBySide()
        columns.add_first(self.deadlines, self.before, self.after)
        columns.add_second(self.clashes, self.birthdays)
        self._page = ScrollPage(widest=WIDEST)
        self._page.add(self._header, self._fault, chosen, columns)
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self._make_foot())

    def _make_foot(self) -> QFrame:
        back = ActionButton(tr("Back"), "arrow-left", "quiet")
        back.clicked.connect(lambda: self.left.emit(self._presenter.child_id))
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        side = theme.space(20)
        row.setContentsMargins(side, theme.space(10), side, theme.space(10))
        row.addWidget(FlowRow(back, self.paper_button, self.book_button))
        return foot


def _moves() -> tuple[tuple[str, int, Qt.Key], ...]:
    """Up is sooner, as in a list of days."""
    return (
        (tr("A week sooner"), -_WEEK, Qt.Key.Key_PageUp),
        (tr("A day sooner"), -1, Qt.Key.Key_Up),
        (tr("A day later"), 1, Qt.Key.Key_Down),
        (tr("A week later"), _WEEK, Qt.Key.Key_PageDown),
    )
