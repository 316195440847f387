"""The first screen of the morning."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.activities import Activity
from iro_desktop.domain.correspondence import WrittenDocument
from iro_desktop.i18n import tr
from iro_desktop.services.changed import Changed
from iro_desktop.ui import accessibility
from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.sync.rows import ConflictRow
from iro_desktop.ui.today.due_row import DueRow
from iro_desktop.ui.today.half_finished_row import HalfFinishedRow
from iro_desktop.ui.today.iro_row import IroRow
from iro_desktop.ui.today.of_iros import IroLine
from iro_desktop.ui.today.page import (
    AskLine,
    DueLine,
    HalfFinishedLine,
    ReminderLine,
    TodayPage,
    UnsentLine,
)
from iro_desktop.ui.today.presenter import TOPICS, TodayPresenter
from iro_desktop.ui.today.reminder_row import ReminderRow
from iro_desktop.ui.today.unsent_row import UnsentRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.invitation import Invitation
from iro_desktop.ui.widgets.list_card import ListCard
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.side_by_side import SideBySide
from iro_desktop.ui.widgets.surfaces import PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words

WIDEST = 1120


class TodayView(QWidget):
    """`children_wanted` carries a filter: half_finished, unnamed; `iro_wanted` the name of an IRO.

    `conflict_opened` carries the thing of which there are two versions, `paper_wanted` an
    Explanation to be printed or saved; the other signals the id of a
    child or of a review.
    """

    child_opened = Signal(str)
    review_opened = Signal(str)
    document_opened = Signal(str)
    children_wanted = Signal(str)
    iro_wanted = Signal(str)
    import_wanted = Signal()
    conflict_opened = Signal(str)
    paper_wanted = Signal(object)

    def __init__(self, presenter: TodayPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._page: TodayPage | None = None
        self._is_stale = True
        self._header = PageHeader("")
        self._made_up = Banner(tr("This caseload is made up: nobody in it exists."))
        self.conflicts = ListCard(tr("Two versions: decide"), "danger")
        self.conflicts.rest_wanted.connect(self._on_more_wanted)
        self._overdue = ListCard(tr("Overdue"), "danger")
        self._due_soon = ListCard(tr("Due in the next 30 days"), "warning")
        self._half_finished = ListCard(tr("Half-finished"), "info")
        self.iros = ListCard(tr("By IRO"), "plain")
        self._reminders = ListCard(tr("To come back to"), "info")
        self._counts = Words("", "muted")
        self._unnamed = ActionButton(tr("Give them names"), "pencil", "quiet")
        self._overdue.rest_wanted.connect(self._on_more_wanted)
        self._due_soon.rest_wanted.connect(self._on_more_wanted)
        self._reminders.rest_wanted.connect(self._on_more_wanted)
        self.iros.rest_wanted.connect(self._on_more_wanted)
        self._half_finished.rest_wanted.connect(lambda: self.children_wanted.emit("half_finished"))
        self._unnamed.clicked.connect(lambda: self.children_wanted.emit("unnamed"))
        accessibility.name(self, tr("Today"))
        self._lay_out()

    def refresh(self) -> None:
        """Read what today asks for again."""
        self._is_stale = False
        self._presenter.show_on(self)

    def leave(self) -> bool:
        """Nothing is typed here that is not kept at once."""
        return True

    def on_changed(self, change: Changed) -> None:
        """Read again, now or when next seen, if what changed is shown here."""
        if not change.topics & TOPICS:
            return
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def show_page(self, page: TodayPage) -> None:
        """Show what today asks for. Rows are made anew only where something differs."""
        if page == self._page:
            return
        had_focus = self._has_focus_inside()
        self._page = page
        self._stack.setCurrentIndex(0 if page.has_caseload else 1)
        self._header.set_title(page.greeting)
        self._header.set_subtitle(tr("{date} · {summary}", date=page.date, summary=page.summary))
        self._made_up.setVisible(page.all_made_up)
        self.invitation.show_for(begins_records=page.begins_records)
        self.iros.show_lines(page.iros, self._iro_row)
        self._show_lists(page)
        self._counts.setText(page.counts)
        self._unnamed.setVisible(page.unnamed > 0)
        if had_focus and not self._has_focus_inside():
            self.focusNextChild()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def _has_focus_inside(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_lists(self, page: TodayPage) -> None:
        self.conflicts.show_lines(page.conflicts, self._conflict_row)
        self._overdue.show_lines(page.overdue, self._ask_row)
        self._due_soon.show_lines(page.due_soon, self._ask_row, _nothing_due(page))
        self._half_finished.show_lines(
            page.half_finished, self._half_finished_row, tr("No review is half-finished.")
        )
        self._reminders.show_lines(page.reminders, self._reminder_row)

    def _iro_row(self, line: IroLine) -> IroRow:
        row = IroRow(line)
        row.iro_wanted.connect(self.iro_wanted)
        return row

    def _conflict_row(self, line: ConflictLine) -> ConflictRow:
        row = ConflictRow(line)
        row.child_opened.connect(self.child_opened)
        row.conflict_opened.connect(self.conflict_opened)
        return row

    def _ask_row(self, line: AskLine) -> QWidget:
        match line:
            case UnsentLine():
                return self._unsent_row(line)
            case DueLine():
                return self._due_row(line)

    def _due_row(self, line: DueLine) -> DueRow:
        row = DueRow(line)
        row.child_opened.connect(self.child_opened)
        row.paper_wanted.connect(self.paper_wanted)
        return row

    def _half_finished_row(self, line: HalfFinishedLine) -> HalfFinishedRow:
        row = HalfFinishedRow(line)
        row.child_opened.connect(self.child_opened)
        row.review_opened.connect(self.review_opened)
        return row

    def _reminder_row(self, line: ReminderLine) -> ReminderRow:
        row = ReminderRow(line)
        row.child_opened.connect(self.child_opened)
        row.settled.connect(self._on_settled)
        return row

    def _unsent_row(self, line: UnsentLine) -> UnsentRow:
        row = UnsentRow(line)
        row.paper_wanted.connect(self.paper_wanted)
        row.document_opened.connect(self.document_opened)
        row.sent.connect(self._on_sent)
        return row

    def _on_sent(self, document: WrittenDocument, to: str) -> None:
        self._presenter.mark_sent(document, to)
        self.refresh()
        accessibility.announce(self, tr("Marked as sent."))

    def _on_settled(self, activity: Activity) -> None:
        self._presenter.settle(activity)
        self.refresh()
        accessibility.announce(self, tr("Done."))

    def _on_more_wanted(self) -> None:
        self._presenter.show_more()
        self.refresh()

    def _lay_out(self) -> None:
        columns = SideBySide()
        columns.add_first(self.conflicts, self._overdue, self._due_soon)
        columns.add_second(self.iros, self._reminders, self._half_finished)
        page = ScrollPage(widest=WIDEST)
        page.add(self._header, self._made_up, columns, self._counts)
        page.body.addWidget(self._unnamed, 0, Qt.AlignmentFlag.AlignLeading)
        self._stack = QStackedWidget()
        self._stack.addWidget(page)
        self.invitation = Invitation(
            "users",
            tr("No children yet"),
            tr(
                "Bring in your council’s SSDA903 return or Annex A list. "
                "It stays on this laptop, encrypted."
            ),
        )
        self.invitation.import_wanted.connect(self.import_wanted)
        self._stack.addWidget(self.invitation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)


def _nothing_due(page: TodayPage) -> str:
    if page.only_parts:
        return tr(
            "Nothing in your part of these records. When reviews are due, the children’s IROs know."
        )
    return tr("Nothing is due in the next 30 days.")
