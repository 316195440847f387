"""The page of the hub: what was sent and received, what waits, and what only a person decides."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShowEvent
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import screen, tr
from iro_desktop.services.changed import Changed
from iro_desktop.ui import accessibility
from iro_desktop.ui.sync.conflicts.page import ConflictLine
from iro_desktop.ui.sync.keys import SYNC
from iro_desktop.ui.sync.page import QuarantineLine, RefusedLine, SyncPage
from iro_desktop.ui.sync.presenter import SyncPresenter
from iro_desktop.ui.sync.rows import ConflictRow, QuarantineRow, RefusedRow
from iro_desktop.ui.sync.standing import Progress, Standing
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.lines import Lines
from iro_desktop.ui.widgets.list_card import ListCard
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.surfaces import Card, PageHeader, ScrollPage
from iro_desktop.ui.widgets.words import Words

MOST_SHOWN = 50
T = TypeVar("T")


class SyncView(QWidget):
    """`conflict_opened` carries a thing, `child_opened` a child; `settings_wanted` to sign in."""

    child_opened = Signal(str)
    conflict_opened = Signal(str)
    settings_wanted = Signal()

    def __init__(self, presenter: SyncPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._page: SyncPage | None = None
        self._told: Standing | None = None
        self.sync_button = ActionButton(tr("Sync now"), "upload", "primary")
        self.sync_button.clicked.connect(presenter.pulse.sync_now)
        keys = QKeySequence(SYNC).toString(QKeySequence.SequenceFormat.NativeText)
        self.sync_button.setToolTip(keys)
        self._header = PageHeader(tr("The team’s hub"), actions=[self.sync_button])
        self.sign_in = ActionButton(tr("Sign in…"), "key-round")
        self.sign_in.clicked.connect(self.settings_wanted)
        self._standing = Banner("", "info", self.sign_in)
        self._fault = Banner("", "danger", dismissible=True)
        self.running = RunningCard()
        self.running.cancel.clicked.connect(presenter.pulse.cancel)
        self._report = Card(tr("Sent and received"), spacing=6)
        self._lines = QVBoxLayout()
        self._report.body.addLayout(self._lines)
        self._waiting = Words("", "muted")
        self._kept = Words("", "muted")
        self._report.add(self._waiting, self._kept)
        self.conflicts = ListCard(tr("Two versions: decide"), "danger")
        self.refused = ListCard(tr("Not taken by the hub"), "danger")
        self.quarantine = ListCard(tr("Waits for you as a manager"), "warning")
        page = ScrollPage()
        page.add(self._header, self._standing, self._fault, self.running)
        page.add(self.conflicts, self.refused, self.quarantine, self._report)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        self._fault.hide()
        accessibility.name(self, tr("The team’s hub"))
        presenter.show_on(self)
        presenter.pulse.listen(self._on_standing)

    # What the desk asks of a screen

    def refresh(self) -> None:
        """Show how it stands, and ask the hub what waits for a manager."""
        self._fault.hide()
        self._presenter.refresh()
        self._presenter.look_for_quarantine()

    def leave(self) -> bool:
        """Nothing is typed here that is kept before it is decided."""
        return True

    def on_changed(self, _change: Changed) -> None:
        """Show how it stands now, where anyone sees it."""
        if self.isVisible():
            self._presenter.refresh()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._presenter.refresh()

    def _on_standing(self, standing: Standing) -> None:
        before, self._told = self._told, standing
        if not self.isVisible():
            return
        if before is not None and standing.goes_on_from(before):
            self.running.show_progress(standing.running)
        else:
            self._presenter.refresh()

    # What the presenter asks

    def say_fault(self, words: str) -> None:
        """Say what did not work."""
        self._fault.say(words, "danger")

    def show_page(self, page: SyncPage) -> None:
        """Show how it stands. Rows are made anew only where something differs."""
        before, self._page = self._page, page
        self._header.set_subtitle(page.hub)
        if before is None or before.said != page.said or self._standing.text() != page.said:
            self._standing.say(page.said, page.tone)
        self.sign_in.setVisible(page.must_sign_in)
        self.sync_button.setEnabled(page.may_sync)
        self.running.show_progress(page.running)
        if before is None or before.report != page.report:
            self._show_report(page.report)
        self._waiting.setText(page.waiting)
        self._kept.setText(page.kept)
        self._kept.setVisible(bool(page.kept))
        if before is None or before.conflicts != page.conflicts:
            self.conflicts.show_lines(_lines(page.conflicts), self._conflict_row)
        if before is None or before.refused != page.refused:
            self.refused.show_lines(_lines(page.refused), self._refused_row)
        if before is None or before.quarantine != page.quarantine:
            nothing = "" if page.quarantine is None else tr("Nothing waits in quarantine.")
            self.quarantine.show_lines(_lines(page.quarantine or ()), self._quarantine_row, nothing)

    def _show_report(self, report: Sequence[str]) -> None:
        empty(self._lines)
        for line in report:
            self._lines.addWidget(Words(line))

    def _conflict_row(self, line: ConflictLine) -> QWidget:
        row = ConflictRow(line)
        row.child_opened.connect(self.child_opened)
        row.conflict_opened.connect(self.conflict_opened)
        return row

    def _refused_row(self, line: RefusedLine) -> QWidget:
        row = RefusedRow(line)
        row.again.connect(self._presenter.try_again)
        row.kept.connect(self._presenter.keep_here)
        return row

    def _quarantine_row(self, line: QuarantineLine) -> QWidget:
        row = QuarantineRow(line)
        row.decided.connect(self._presenter.decide)
        return row


class RunningCard(Card):
    """How far a round is, and the way to stop it."""

    def __init__(self) -> None:
        super().__init__(tr("Syncing"), spacing=10)
        self._what = Words("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        accessibility.name(self.bar, tr("How far it is"))
        self.cancel = ActionButton(tr("Stop"), "x")
        accessibility.name(self.cancel, tr("Stop syncing"), tr("What was sent stays sent."))
        self.add(self._what, self.bar)
        self.body.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_progress(self, progress: Progress | None) -> None:
        """Show it, or hide the card where nothing runs."""
        self.setVisible(progress is not None)
        if progress is None:
            return
        self.bar.setRange(0, progress.total)
        self.bar.setValue(progress.done)
        numbers = (screen().number(progress.done), screen().number(progress.total))
        counted = tr("{done} of {total}", done=numbers[0], total=numbers[1])
        parts = [progress.what, counted if progress.total else ""]
        self._what.setText(" · ".join(part for part in parts if part) or tr("You can go on."))


def _lines(of: Sequence[T]) -> Lines[T]:
    return Lines(tuple(of[:MOST_SHOWN]), len(of))
