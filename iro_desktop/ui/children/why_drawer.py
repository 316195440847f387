"""Beneath the table: why a child's next review is due that day."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.timescales.explained import Explained
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.explanation_panel import ExplanationPanel
from iro_desktop.ui.words.due_dates import explained

HIGHEST = 300


class WhyDrawer(QScrollArea):
    """`paper_wanted` carries the Explanation to be printed; `left` gives the focus back.

    No higher at a larger text: the table above it must keep room for some rows.
    """

    paper_wanted = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: Explained | None = None
        self.panel: ExplanationPanel | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumHeight(HIGHEST // 2)
        self.setMaximumHeight(HIGHEST)
        self._ground = QWidget()
        self._ground.setObjectName("scroll_content")
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._ground)
        self.viewport().setAutoFillBackground(False)
        self.hide()

    def ask(self, due: Explained | None) -> None:
        """Explain a due date, or put the explanation away: of none, or of the same again."""
        if due is None or (self.isVisible() and due == self._due):
            self.hide()
        else:
            self._show(due)

    def follow(self, due: Explained | None) -> None:
        """Where a date is being explained, explain this one instead: another row was chosen."""
        if self.isVisible() and due is not None and due != self._due:
            self._show(due)

    @override
    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HIGHEST)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _show(self, due: Explained) -> None:
        self._due, words = due, explained(due)
        if self.panel is None:
            self.panel = ExplanationPanel(words)
            self.panel.paper_wanted.connect(self.paper_wanted)
            self.panel.left.connect(self._leave)
            self._column.addWidget(self.panel)
            self._column.addStretch(1)
        self.panel.show_explanation(words)
        self.verticalScrollBar().setValue(0)
        self.show()
        accessibility.announce(self, words.whole)

    def _leave(self) -> None:
        self.hide()
        self.left.emit()
