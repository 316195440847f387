"""The quiet clock of a meeting: a thin line and a few plain words. No seconds, no alarm."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.chairing.meeting_clock import AgendaPresenter, ClockWords
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.words import Words

LOOK_EVERY_MS = 15_000
LINE = 3


class ClockLine(QWidget):
    """`hide_wanted` says itself. Nothing of it moves, and nothing is said aloud by itself."""

    hide_wanted = Signal()

    def __init__(self, agenda: AgendaPresenter) -> None:
        super().__init__()
        self._agenda = agenda
        self.words = Words("", "muted")
        self.hide_button = IconButton(tr("Hide the time"), "x")
        self.hide_button.clicked.connect(self.hide_wanted)
        self._bar = _Bar()
        row = QHBoxLayout()
        row.setContentsMargins(theme.space(20), theme.space(4), theme.space(12), theme.space(4))
        row.addWidget(self.words, 1)
        row.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.refresh)
        self.hide()

    def refresh(self) -> None:
        """Say what there is to say now; of nothing, nothing."""
        words = self._agenda.words()
        if words is not None:
            self._show(words)
        self.setVisible(words is not None)

    def _show(self, words: ClockWords) -> None:
        said = tr("{what}: {left}", what=words.what, left=words.left)
        self.words.setText(said)
        accessibility.name(self, said)
        self._bar.set_share(words.share)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()


class _Bar(QWidget):
    """How much of the time is used, from where one begins to read."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        self._share = share
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(100), LINE)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("line"))
        used = self.width() * self._share
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start = self.width() - used if from_right else 0.0
        painter.fillRect(QRectF(start, 0, used, self.height()), theme.colour("primary"))
        painter.end()
