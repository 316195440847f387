"""What is written for a document, its text and its pages, side by side where there is room."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.ui import theme
from iro_desktop.ui.writing.obstacles_card import ObstaclesCard
from iro_desktop.ui.writing.pages_view import LEAST_HEIGHT, PagesView
from iro_desktop.ui.writing.paper_view import PaperView
from iro_desktop.ui.writing.parts_card import PartsCard
from iro_desktop.ui.writing.subjects import Subject

# Each column's least width at 100 %.
WORK, PAPER, PAGES = 320, 440, 460


class ReadingRoom(QWidget):
    """`pages_moved` says that the pages have found, or lost, their place beside the text."""

    pages_moved = Signal()

    def __init__(
        self, obstacles: ObstaclesCard, parts: PartsCard, paper: PaperView, pages: PagesView
    ) -> None:
        super().__init__()
        self._obstacles, self._parts = obstacles, parts
        self._paper, self._pages = paper, pages
        self._subject = Subject.TEXT
        self._laid: tuple[bool, bool] | None = None
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(16))
        column.addWidget(obstacles)
        column.addWidget(parts)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.space(16))
        self.arrange()

    def has_pages_beside(self) -> bool:
        """Whether there is room for the pages beside the text."""
        least = PAPER + PAGES + (WORK if self._has_parts() else 0)
        return self.width() >= theme.scaled(least)

    def show_subject(self, subject: Subject) -> None:
        """Show the text, or the pages alone."""
        self._subject = subject
        self.arrange()

    def set_window_height(self, height: int) -> None:
        """Let the pages be as high as can be seen at once."""
        self._pages.setFixedHeight(max(height, theme.space(LEAST_HEIGHT)))

    def arrange(self) -> None:
        """Give each its place, as things stand now."""
        only_pages = self._subject is Subject.PAGES
        beside = self.has_pages_beside()
        columns = self._has_parts() and self.width() >= theme.scaled(WORK + PAPER)
        before, self._laid = self._laid, (columns, beside)
        if before != self._laid:
            self._place(columns=columns, beside=beside)
        has_work = self._has_parts() or not self._obstacles.isHidden()
        self._work.setVisible(has_work and not only_pages)
        self._paper.setVisible(not only_pages)
        self._pages.setVisible(only_pages or beside)
        if before is not None and before[1] != beside:
            self.pages_moved.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def _has_parts(self) -> bool:
        return not self._parts.isHidden()

    def _place(self, *, columns: bool, beside: bool) -> None:
        for widget in (self._work, self._paper, self._pages):
            self._grid.removeWidget(widget)
        top = Qt.AlignmentFlag.AlignTop
        row = 0 if columns else 1
        first = 1 if columns else 0
        wide = 1 if columns or not beside else 2
        self._grid.addWidget(self._work, 0, 0, 1, wide, top)
        self._grid.addWidget(self._paper, row, first, top)
        if beside:
            self._grid.addWidget(self._pages, row, first + 1, top)
        else:
            self._grid.addWidget(self._pages, row + 1, 0, 1, first + 1)
        shares = (WORK if columns else PAPER, PAPER if columns else PAGES, PAGES)
        used = first + 1 + int(beside)
        for column, share in enumerate(shares):
            self._grid.setColumnStretch(column, share if column < used else 0)
