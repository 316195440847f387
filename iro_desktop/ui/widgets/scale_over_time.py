"""One scaling question over time: a line for each person, and the same as a table."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.picture import Picture

COLOURS = ("line_1", "line_2", "line_3", "line_4", "line_5")
HIGHEST = 10
INSIDE_EDGE = 12  # the style sheet's padding of a table, above and below


@dataclass(frozen=True, slots=True)
class ScaleLine:
    """One person's scores, 0 to 10 in halves, oldest first. People are never put together."""

    person: str
    points: tuple[tuple[dt.date, float], ...]

    def sentence(self) -> str:
        """The scores in words."""
        scores = [
            tr("{score} on {date}", score=theme.number(score), date=_short(day))
            for day, score in self.points
        ]
        return tr("{person}: {scores}", person=self.person, scores=", ".join(scores))


class ScaleOverTime(QWidget):
    """The picture, and beneath it the table that says the same."""

    def __init__(
        self, question: str, lines: Sequence[ScaleLine], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.chart = ScaleChart(lines)
        self.table = scale_table(question, lines)
        accessibility.name(
            self.chart, question, accessibility.sentence(*(line.sentence() for line in lines))
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(10))
        layout.addWidget(self.chart)
        layout.addWidget(self.table)


class ScaleChart(Picture):
    """Lines told apart by the shape of their marks and by the name at their end."""

    def __init__(self, lines: Sequence[ScaleLine], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(line for line in lines if line.points)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(480), max(190, round(12.5 * self._line_height())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(280), self.sizeHint().height())

    def _line_height(self) -> float:
        return QFontMetricsF(self.font()).height()

    def _plot(self) -> QRectF:
        metrics = QFontMetricsF(self.font())
        names = max((metrics.horizontalAdvance(line.person) for line in self._lines), default=0)
        names = min(names, self.width() * 0.35) + theme.scaled(30)
        scale = metrics.horizontalAdvance("10") + 14
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (names, scale) if right_to_left else (scale, names)
        height = self.height() - 2.2 * self._line_height()
        return QRectF(left, self._line_height() / 2, self.width() - left - right, height)

    def _place(self, day: dt.date, score: float) -> QPointF:
        plot = self._plot()
        days = sorted({point[0] for line in self._lines for point in line.points})
        span = max(1, (days[-1] - days[0]).days)
        along = (day - days[0]).days / span if len(days) > 1 else 0.5
        along = 0.04 + 0.92 * along
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            along = 1 - along
        return QPointF(
            plot.left() + along * plot.width(), plot.bottom() - score / HIGHEST * plot.height()
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        painter.setFont(self.font())
        self._paint_grid(painter)
        if self._lines:
            self._paint_days(painter)
            heights = self._name_heights()
            for number, line in enumerate(self._lines):
                self._paint_line(painter, line, number)
                self._paint_name(painter, line, number, heights[number])
        painter.end()

    def _paint_grid(self, painter: QPainter) -> None:
        plot, line = self._plot(), self._line_height()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for score in range(0, HIGHEST + 1, 2):
            y = plot.bottom() - score / HIGHEST * plot.height()
            painter.setPen(QPen(theme.colour("border" if score == 0 else "line"), 1))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            painter.setPen(theme.colour("muted"))
            left = plot.right() + 4 if right_to_left else 0.0
            box = QRectF(left, y - line / 2, plot.left() - 6, line)
            if right_to_left:
                box.setWidth(self.width() - left)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, theme.number(score))

    def _paint_days(self, painter: QPainter) -> None:
        """Dates beneath, those that have room."""
        plot, metrics = self._plot(), QFontMetricsF(self.font())
        taken: list[QRectF] = []
        days = sorted({point[0] for line in self._lines for point in line.points})
        painter.setPen(theme.colour("muted"))
        for day in (days[-1], *days[:-1]):
            text = QLocale().toString(QDate(day.year, day.month, day.day), "MMM yyyy")
            width = metrics.horizontalAdvance(text) + 10
            left = max(0.0, min(self._place(day, 0).x() - width / 2, self.width() - width))
            box = QRectF(left, plot.bottom() + 8, width, self._line_height())
            if not any(box.intersects(other) for other in taken):
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
                taken.append(box)

    def _paint_line(self, painter: QPainter, line: ScaleLine, number: int) -> None:
        colour = theme.colour(COLOURS[number % len(COLOURS)])
        places = [self._place(day, score) for day, score in line.points]
        painter.setPen(QPen(colour, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(QPen(theme.colour("surface"), 1.5))
        painter.setBrush(colour)
        for place in places:
            paint_mark(painter, place, number, theme.scaled(6))

    def _name_heights(self) -> list[float]:
        """Where each name stands so that none lies on another: top to bottom, a line apart."""
        line, plot = self._line_height(), self._plot()
        wanted = [self._place(*line_.points[-1]).y() for line_ in self._lines]
        order = sorted(range(len(wanted)), key=lambda number: wanted[number])
        heights = [0.0] * len(wanted)
        lowest = float("-inf")
        for number in order:
            heights[number] = max(wanted[number], lowest + line)
            lowest = heights[number]
        over = max(0.0, lowest - plot.bottom())
        return [height - over for height in heights]

    def _paint_name(self, painter: QPainter, line: ScaleLine, number: int, height: float) -> None:
        plot, metrics = self._plot(), QFontMetricsF(self.font())
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = (plot.left() if right_to_left else self.width() - plot.right()) - theme.scaled(26)
        text = metrics.elidedText(line.person, Qt.TextElideMode.ElideRight, room)
        left = 0.0 if right_to_left else plot.right() + theme.scaled(24)
        mark = plot.left() - theme.scaled(13) if right_to_left else plot.right() + theme.scaled(13)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(COLOURS[number % len(COLOURS)]))
        paint_mark(painter, QPointF(mark, height), number, theme.scaled(5))
        painter.setPen(theme.colour("text"))
        box = QRectF(left, height - metrics.height() / 2, room, metrics.height())
        painter.drawText(box, painting.near_side(self.layoutDirection()), text)


def paint_mark(painter: QPainter, at: QPointF, number: int, half: float) -> None:
    """A disc, a square, a triangle, a diamond or a bar, by number."""
    x, y = at.x(), at.y()
    shapes = {
        1: [(-half, -half), (half, -half), (half, half), (-half, half)],
        2: [(0.0, -half - 1), (half + 1, half), (-half - 1, half)],
        3: [(0.0, -half - 2), (half + 2, 0.0), (0.0, half + 2), (-half - 2, 0.0)],
        4: [
            (-half / 2, -half - 2),
            (half / 2, -half - 2),
            (half / 2, half + 2),
            (-half / 2, half + 2),
        ],
    }
    corners = shapes.get(number % len(COLOURS))
    if corners is None:
        painter.drawEllipse(at, half, half)
    else:
        painter.drawPolygon(QPolygonF([QPointF(x + across, y + down) for across, down in corners]))


class WholeTable(QTableWidget):
    """A table as high as its rows: the page scrolls, not the table."""

    @override
    def sizeHint(self) -> QSize:
        self.ensurePolished()
        rows = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height()
        return QSize(super().sizeHint().width(), rows + 2 * self.frameWidth() + INSIDE_EDGE)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())


def scale_table(question: str, lines: Sequence[ScaleLine]) -> QTableWidget:
    """The scores with a row for each person and a column for each day."""
    days = sorted({day for line in lines for day, _score in line.points})
    table = WholeTable(len(lines), len(days))
    table.setHorizontalHeaderLabels([_short(day) for day in days])
    table.setVerticalHeaderLabels([line.person for line in lines])
    for row, line in enumerate(lines):
        for day, score in line.points:
            item = QTableWidgetItem(tr("{score} out of 10", score=theme.number(score)))
            table.setItem(row, days.index(day), item)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    near = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
    table.horizontalHeader().setDefaultAlignment(near)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setHighlightSections(False)
    table.verticalHeader().setHighlightSections(False)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    accessibility.name(table, tr("Scores for: {question}", question=question))
    return table


def _short(day: dt.date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
