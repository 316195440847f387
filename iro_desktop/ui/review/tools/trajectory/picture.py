"""The line drawn from the milestones: planned, revised, reached, and how far they drifted."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.tools.trajectory.line import Stop, drift_in_words
from iro_desktop.ui.review.tools.trajectory.marks import (
    paint_arrow,
    paint_planned,
    paint_reached,
    paint_revised,
    paint_today,
)
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.picture_of_time import PictureOfTime

_MARK = 8.0
_NARROW = 560  # pixels at 100 %: with less, the drift stands beneath the name
_SHORTEST = 60  # days that the line spans at least
_AROUND = 0.04


class TrajectoryPicture(PictureOfTime):
    """A lane for each milestone above one line of time.

    Arrows go from milestone to milestone and have each said; Enter, or a click, tells `opened` with
    its id.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[Stop, ...] = ()
        self._today = dt.date.min
        self._span = _span((), self._today)

    def show_stops(self, stops: Sequence[Stop], today: dt.date) -> None:
        """Draw these, in this order."""
        self._stops, self._today = tuple(stops), today
        self._span = _span(self._stops, today)
        self._chosen = min(self._chosen, len(self._stops) - 1)
        accessibility.name(
            self,
            tr("The milestones along a line"),
            accessibility.sentence(
                tr("Arrow keys go from milestone to milestone"),
                *(f"{stop.name}: {'; '.join(stop.sentences())}" for stop in self._stops),
            ),
        )
        self.updateGeometry()
        self.update()

    @override
    def things(self) -> Sequence[str]:
        return [accessibility.sentence(stop.name, *stop.sentences()) for stop in self._stops]

    # Geometry

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(560), round(self._bottom()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(280), round(self._bottom()))

    def _mark(self) -> float:
        return float(theme.scaled(_MARK))

    def _lane_height(self) -> float:
        return self._words_height() + 2 * self._mark() + theme.space(16)

    def _words_height(self) -> float:
        return self._line() * (2 if self._is_narrow() else 1)

    def _is_narrow(self) -> bool:
        return self.width() < theme.scaled(_NARROW)

    def _lane(self, number: int) -> QRectF:
        top = theme.space(6) + number * self._lane_height()
        return QRectF(0, top, self.width(), self._lane_height())

    def _rail(self, number: int) -> float:
        """How far down the marks of a lane stand."""
        return self._lane(number).top() + self._words_height() + self._mark() + theme.space(6)

    def _axis(self) -> float:
        return self._lane(len(self._stops)).top() + theme.space(2)

    def _bottom(self) -> float:
        """Beneath the axis: the dates, then what each mark means."""
        return self._axis() + (1 + self._key_lines()) * (self._line() + theme.space(6)) + 8

    def _margin(self) -> float:
        return self._mark() + 6.0

    def _x(self, day: dt.date) -> float:
        first, last = self._span
        along = _AROUND + (1 - 2 * _AROUND) * (day - first).days / (last - first).days
        x = self._margin() + along * (self.width() - 2 * self._margin())
        return self.width() - x if self._is_mirrored() else x

    # Keyboard and mouse

    @override
    def _places(self, back: int, on: int, last: int) -> Mapping[int, int]:
        beside = super()._places(back, on, last)
        return {**beside, Qt.Key.Key_Down: on, Qt.Key.Key_Up: back}

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for number in range(len(self._stops)):
            if self._lane(number).contains(event.position()):
                self._chosen = number
                self.update()
                self._open()

    def _open(self) -> None:
        if 0 <= self._chosen < len(self._stops):
            self.opened.emit(self._stops[self._chosen].id)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        painter.setFont(self.font())
        self._paint_time(painter)
        self._paint_waiting(painter)
        for number, stop in enumerate(self._stops):
            self._paint_words(painter, number, stop)
            self._paint_stop(painter, number, stop)
        self._paint_key(painter)
        self._paint_focus(painter)
        painter.end()

    def _paint_time(self, painter: QPainter) -> None:
        """The axis, its months, and today in every lane."""
        axis, margin = self._axis(), self._margin()
        painter.setPen(QPen(theme.colour("border"), 1.5))
        painter.drawLine(QPointF(margin, axis), QPointF(self.width() - margin, axis))
        metrics = QFontMetricsF(self.font())
        taken: list[QRectF] = []
        for day in _ticks(*self._span):
            text = screen().month(day)
            width = metrics.horizontalAdvance(text) + 12
            box = QRectF(self._x(day) - width / 2, axis + 4, width, self._line())
            clear = not any(box.intersects(other) for other in taken)
            if clear and box.left() >= 0 and box.right() <= self.width():
                taken.append(box)
                painter.setPen(QPen(theme.colour("line"), 1))
                painter.drawLine(QPointF(self._x(day), theme.space(6)), QPointF(self._x(day), axis))
                painter.setPen(theme.colour("muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(QPen(theme.colour("primary"), 1.5, Qt.PenStyle.DashLine))
        today = self._x(self._today)
        painter.drawLine(QPointF(today, axis - 4), QPointF(today, axis + 4))
        for number in range(len(self._stops)):  # beneath the words, never through them
            lane = self._lane(number)
            top = lane.top() + self._words_height()
            painter.drawLine(QPointF(today, top), QPointF(today, lane.bottom()))

    def _paint_waiting(self, painter: QPainter) -> None:
        """From the end of what has to come first down, or up, to what waits for it."""
        lanes = {stop.thread: number for number, stop in enumerate(self._stops)}
        painter.setPen(QPen(theme.colour("border"), 1.2, Qt.PenStyle.DotLine))
        for number, stop in enumerate(self._stops):
            for thread in stop.waits_for:
                before = lanes.get(thread)
                if before is None or not stop.days or not self._stops[before].days:
                    continue
                start = QPointF(self._x(self._stops[before].days[-1]), self._rail(before))
                end = QPointF(self._x(stop.days[0]), self._rail(number))
                painter.drawPolyline(QPolygonF([start, QPointF(start.x(), end.y()), end]))

    def _paint_words(self, painter: QPainter, number: int, stop: Stop) -> None:
        """The name where reading begins; the drift at the far end, or beneath it."""
        inner = self._lane(number).adjusted(self._margin(), 0, -self._margin(), 0)
        inner.setHeight(self._line())
        drift = drift_in_words(stop.drift, reached=stop.actual_on is not None)
        late = stop.drift is not None and stop.drift > 0
        wide = QFontMetricsF(self.font()).horizontalAdvance(drift) + 2
        left, place = inner.width() - wide - theme.space(16), QRectF(inner)
        if self._is_narrow():
            left = inner.width()
            place.moveTop(inner.top() + self._line())
        else:
            place.setLeft(inner.right() - wide)
        name = tr("{name} (the goal)", name=stop.name) if stop.is_goal else stop.name
        self._write(
            painter,
            QRectF(inner.left(), inner.top(), left, inner.height()),
            name,
            is_bold=stop.is_goal,
        )
        painter.setPen(theme.colour("warning" if late else "muted"))
        painter.setFont(self.font())
        painter.drawText(self._turned(place), painting.near_side(self.layoutDirection()), drift)

    def _write(self, painter: QPainter, place: QRectF, words: str, *, is_bold: bool) -> None:
        font = self.font()
        font.setBold(is_bold)
        painter.setFont(font)
        painter.setPen(theme.colour("text"))
        words = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(self._turned(place), painting.near_side(self.layoutDirection()), words)

    def _paint_stop(self, painter: QPainter, number: int, stop: Stop) -> None:
        rail = self._rail(number)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(
            QPointF(self._margin(), rail), QPointF(self.width() - self._margin(), rail)
        )
        late = stop.drift is not None and stop.drift > 0
        for start, end in pairwise(stop.days):
            tone = "warning" if late else "primary"
            paint_arrow(painter, self._x(start), self._x(end), rail, self._mark(), tone)
        if stop.planned_on:
            paint_planned(painter, QPointF(self._x(stop.planned_on), rail), self._mark())
        for day in stop.revised_to:
            paint_revised(painter, QPointF(self._x(day), rail), self._mark())
        if stop.actual_on:
            paint_reached(painter, QPointF(self._x(stop.actual_on), rail), self._mark())

    def _key(self) -> tuple[tuple[str, Callable[[QPainter, QPointF, float], None]], ...]:
        return (
            (tr("first planned"), paint_planned),
            (tr("new date"), paint_revised),
            (tr("reached"), paint_reached),
            (tr("today"), paint_today),
        )

    def _key_places(self) -> list[QRectF]:
        """Where each mark of the key and its words stand, on as many lines as they need."""
        metrics, size = QFontMetricsF(self.font()), 2 * self._mark()
        places: list[QRectF] = []
        x, line = self._margin(), 0
        for text, _ in self._key():
            width = size + 8 + metrics.horizontalAdvance(text) + 2
            if places and x + width > self.width() - self._margin():
                x, line = self._margin(), line + 1
            places.append(QRectF(x, line, width, self._line()))
            x += width + theme.space(20)
        return places

    def _key_lines(self) -> int:
        return 1 + round(self._key_places()[-1].top())

    def _paint_key(self, painter: QPainter) -> None:
        top, step = self._axis() + self._line() + theme.space(12), self._line() + theme.space(6)
        for place, (text, paint) in zip(self._key_places(), self._key(), strict=True):
            there = self._turned(
                QRectF(place.left(), top + place.top() * step, place.width(), place.height())
            )
            mark = self._mark()
            x = there.right() - mark if self._is_mirrored() else there.left() + mark
            paint(painter, QPointF(x, there.center().y()), mark)
            inner = 2 * mark + 8
            words = there.adjusted(
                *((0, 0, -inner, 0) if self._is_mirrored() else (inner, 0, 0, 0))
            )
            painter.setPen(theme.colour("muted"))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_focus(self, painter: QPainter) -> None:
        if not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 3))
        around = QRectF(self.rect())
        if 0 <= self._chosen < len(self._stops):
            around = self._lane(self._chosen)
        painter.drawRoundedRect(around.adjusted(2, 1, -2, -1), 8, 8)

    @override
    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt's own event, passed on
        self.updateGeometry()


def _span(stops: Sequence[Stop], today: dt.date) -> tuple[dt.date, dt.date]:
    days = [today, *(day for stop in stops for day in stop.days)]
    first, last = min(days), max(days)
    return first, max(last, first + dt.timedelta(days=_SHORTEST))


def _ticks(first: dt.date, last: dt.date) -> list[dt.date]:
    """First days of months, of quarters, or of years: as many as can be read along a line."""
    months = (last - first).days / 30
    every = 1 if months <= 8 else 3 if months <= 30 else 12  # noqa: PLR2004 - by eye
    days = [
        dt.date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13, every)
    ]
    return [day for day in days if first <= day <= last]
