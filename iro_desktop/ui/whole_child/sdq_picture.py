"""The questionnaire's scores over time: a small picture, and a table that says the same."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.documents.whole_child_words import (
    HIGHEST_SDQ,
    day_of_score_in_words,
    score_in_words,
)
from iro_desktop.domain.sdq import SdqScore
from iro_desktop.domain.whole_child import SdqTrend
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.emptying import empty
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.picture import Picture
from iro_desktop.ui.widgets.words import Words

HEIGHT, WIDTH = 64, 220
_CONCERN, _BORDERLINE = 17, 14
_EDGE, _MARK = 8, 4.5


class SdqOverTime(QWidget):
    """`withdrawn` carries a score that is to be taken back. Shown from the second score on."""

    withdrawn = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._scores: tuple[SdqScore, ...] = ()
        self._is_fixed = False
        self.picture = SdqPicture()
        self.button = ActionButton(tr("As a table"), "chevron-right", "slight")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self.table = QWidget()
        self._grid = QGridLayout(self.table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space(14))
        self._grid.setColumnStretch(1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addWidget(self.picture)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.table)
        self.table.hide()
        self.hide()

    def show_trend(self, trend: SdqTrend | None, *, fixed: bool) -> None:
        """Show these scores; in a fixed record none can be taken back."""
        scores = trend.scores if trend else ()
        if (scores, fixed) == (self._scores, self._is_fixed):
            return
        self._scores, self._is_fixed = scores, fixed
        self.picture.show_scores(trend.totals if trend else ())
        self.picture.setVisible(len(trend.totals if trend else ()) > 1)
        self._fill()
        self.setVisible(bool(scores))

    def _fill(self) -> None:
        empty(self._grid)
        for row, score in enumerate(reversed(self._scores)):
            day = day_of_score_in_words(score, screen())
            said = score_in_words(score, screen())
            self._grid.addWidget(Words(day, "muted", wrap=False), row, 0)
            self._grid.addWidget(Words(said), row, 1)
            if not (score.is_of_return or self._is_fixed):
                button = IconButton(tr("Take back: {what}, {day}", what=said, day=day), "trash-2")
                button.clicked.connect(lambda _=False, gone=score: self.withdrawn.emit(gone))
                self._grid.addWidget(button, row, 2)

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - a Qt slot
        self.button.set_icon("chevron-down" if shown else "chevron-right")
        self.table.setVisible(shown)


class SdqPicture(Picture):
    """A line through the totals, over the grounds of the three bands. High is more worrying."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[tuple[dt.date, int], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_scores(self, scores: Sequence[SdqScore]) -> None:
        """Show these totals, oldest first."""
        self._points = tuple((one.on, one.total) for one in scores if one.total is not None)
        said = (
            tr("{score} on {date}", score=screen().number(total), date=screen().date(day))
            for day, total in self._points
        )
        accessibility.name(self, tr("SDQ over time"), accessibility.sentence(*said))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH), theme.scaled(HEIGHT))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH // 2), theme.scaled(HEIGHT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for token, low, high in (
            ("danger_soft", _CONCERN, HIGHEST_SDQ),
            ("warning_soft", _BORDERLINE, _CONCERN),
            ("success_soft", 0, _BORDERLINE),
        ):
            top, bottom = self._height_of(high), self._height_of(low)
            painter.setBrush(theme.colour(token))
            painter.drawRect(QRectF(0, top, self.width(), bottom - top))
        places = [self._place(day, total) for day, total in self._points]
        painter.setPen(QPen(theme.colour("line_1"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(theme.colour("line_1"))
        for place in places:
            painter.drawEllipse(place, theme.scaled(1) * _MARK, theme.scaled(1) * _MARK)
        painter.end()

    def _height_of(self, total: int) -> float:
        return self.height() * (1 - total / HIGHEST_SDQ)

    def _place(self, day: dt.date, total: int) -> QPointF:
        first, last = self._points[0][0], self._points[-1][0]
        span = (last - first).days
        along = (day - first).days / span if span else 0.5
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            along = 1 - along
        edge = theme.scaled(_EDGE)
        room = self.width() - 2 * edge
        y = min(max(self._height_of(total), edge), self.height() - edge)
        return QPointF(edge + along * room, y)
