"""The screen that takes files in: the way in, the work, the report."""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.services.changed import Changed
from iro_desktop.ui.importing.outcome import Outcome
from iro_desktop.ui.importing.presenter import ImportPresenter
from iro_desktop.ui.importing.problem_list import ProblemList
from iro_desktop.ui.importing.report_page import ReportPage
from iro_desktop.ui.importing.start_page import StartPage
from iro_desktop.ui.importing.working_page import WorkingPage


class ImportView(QWidget):
    """Files may be dropped anywhere on it. `changed` carries what an import touched (Changed)."""

    changed = Signal(object)

    def __init__(self, presenter: ImportPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._presenter = presenter
        self.start_page, self.working_page = StartPage(), WorkingPage()
        self.report_page: ReportPage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start_page)
        self._stack.addWidget(self.working_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.start_page.drop_area.chosen.connect(presenter.take_in)
        self.working_page.cancel_wished.connect(presenter.cancel)
        presenter.begin(self)

    # What is dropped

    def leave(self) -> bool:
        """Nothing is typed here; an import under way goes on."""
        return True

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self._presenter.is_working and _paths(event.mimeData().urls()):
            event.acceptProposedAction()
            self.start_page.drop_area.light(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.start_page.drop_area.light(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.start_page.drop_area.light(False)
        event.acceptProposedAction()
        self._presenter.take_in(_paths(event.mimeData().urls()))

    # What the presenter asks

    def show_start(self) -> None:
        """Offer to take files in."""
        self._put_report_away()
        self.start_page.banner.hide()
        self._bring(self.start_page)

    def show_progress(self, done: int, total: int, what: str) -> None:
        """Say how far it is."""
        if self._stack.currentWidget() is not self.working_page:
            self._put_report_away()
            self._bring(self.working_page)
        self.working_page.show_progress(done, total, what)

    def show_cancelling(self) -> None:
        """Say that it will stop."""
        self.working_page.show_progress(0, 0, tr("Stopping…"))

    def show_outcome(self, outcome: Outcome, problems: ProblemList, summary: str) -> None:
        """Show what the import came to."""
        self._put_report_away()
        page = ReportPage(outcome, problems, summary, self._presenter.today)
        page.again_wished.connect(self._presenter.start_again)
        if page.problems is not None:
            page.problems.save_wished.connect(self._presenter.save_problems)
        self.report_page = page
        self._stack.addWidget(page)
        self._bring(page)
        page.banner.say(summary, "success" if outcome.changed else "info")

    def show_message(self, text: str) -> None:
        """Say something."""
        (self.report_page or self.start_page).banner.say(text, "info")

    def show_fault(self, text: str) -> None:
        """Say what went wrong and what to do."""
        (self.report_page or self.start_page).banner.say(text, "danger")

    def hand_on(self, changed: Changed) -> None:
        """Tell other screens what is other than it was."""
        self.changed.emit(changed)

    # Inside

    def _bring(self, page: StartPage | WorkingPage | ReportPage) -> None:
        had_focus = self.isVisible() and self._holds_focus()
        self._stack.setCurrentWidget(page)
        if had_focus:
            page.focus_first()

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return self.isAncestorOf(focused)

    def _put_report_away(self) -> None:
        if self.report_page is not None:
            self._stack.removeWidget(self.report_page)
            self.report_page.deleteLater()
            self.report_page = None


def _paths(urls: list[QUrl]) -> list[Path]:
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
