"""A child's time in care along a line: homes and legal status as bars, reviews as marks."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.journey import (
    Bar,
    Journey,
    ReviewMark,
    due_sentence,
    placement_sentence,
    review_sentence,
    status_sentence,
)
from iro_desktop.ui.widgets.picture_of_time import PictureOfTime

_DAYS_IN_A_YEAR = 365.25
_PLACEMENT_BARS = ("bar_1", "bar_3")
_STATUS_BARS = ("bar_4", "bar_2")
_MARK = 9.0
_FEWEST_LETTERS = 3  # less of a bar's name says nothing


@dataclass(frozen=True, slots=True)
class _Spot:
    """A thing in the picture that can be pointed at: where it is, and what it says."""

    place: QRectF
    sentence: str


class JourneyPicture(PictureOfTime):
    """The picture. Arrows go from thing to thing and have each said; pointing shows a tool tip."""

    def __init__(self, journey: Journey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._journey = journey
        self.setMouseTracking(True)
        self.show_journey(journey)

    def show_journey(self, journey: Journey) -> None:
        """Draw another journey."""
        self._journey, self._chosen = journey, -1
        accessibility.name(
            self, tr("The child’s journey"), accessibility.sentence(*self.sentences())
        )
        self.updateGeometry()
        self.update()

    def sentences(self) -> tuple[str, ...]:
        """The same in words, a line for each thing."""
        return self._journey.sentences(_say)

    @override
    def things(self) -> tuple[str, ...]:
        return tuple(spot.sentence for spot in self._spots())

    # Geometry

    @override
    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(560), round(self._bottom()))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(300), round(self._bottom()))

    def _lane_height(self) -> float:
        return self._line() + theme.space(12)

    def _lane_top(self, lane: int) -> float:
        """Lanes: homes, legal status, reviews. Each has its name above it."""
        return 4 + lane * (self._line() + self._lane_height() + theme.space(8)) + self._line() + 2

    def _axis_top(self) -> float:
        return self._lane_top(2) + self._lane_height() + theme.space(6)

    def _bottom(self) -> float:
        """Beneath the axis: years, then the key, then the sentence of what is chosen."""
        return self._axis_top() + 3 * self._line() + theme.space(20)

    def _margin(self) -> float:
        return theme.scaled(_MARK) + 4.0

    def _x(self, day: dt.date) -> float:
        first, last = self._journey.became_looked_after, self._journey.last_day
        span = max(30, (last - first).days)
        along = min(1.0, max(0.0, (day - first).days / span))
        margin = self._margin()
        x = margin + along * (self.width() - 2 * margin)
        return self.width() - x if self._is_mirrored() else x

    def _between(self, start: dt.date, end: dt.date, lane: int) -> QRectF:
        one, other = sorted((self._x(start), self._x(end)))
        return QRectF(one, self._lane_top(lane), max(4.0, other - one), self._lane_height())

    def _mark_place(self, day: dt.date) -> QRectF:
        size = theme.scaled(_MARK * 2)
        middle = self._lane_top(2) + self._lane_height() / 2
        return QRectF(self._x(day) - size / 2, middle - size / 2, size, size)

    def _spots(self) -> tuple[_Spot, ...]:
        journey = self._journey
        end = journey.ended or journey.today
        spots = [
            _Spot(self._between(bar.started, bar.ended or end, 0), placement_sentence(bar, _say))
            for bar in journey.placements
        ]
        spots += [
            _Spot(self._between(bar.started, bar.ended or end, 1), status_sentence(bar, _say))
            for bar in journey.legal_statuses
        ]
        spots += [
            _Spot(self._mark_place(review.held), review_sentence(review, _say))
            for review in journey.reviews
        ]
        if journey.next_due:
            spots.append(_Spot(self._mark_place(journey.next_due), due_sentence(journey, _say)))
        return tuple(spots)

    # Mouse

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = QPointF(event.pos())
            found = [spot for spot in self._spots() if spot.place.contains(point)]
            QToolTip.showText(event.globalPos(), found[-1].sentence if found else "", self)
            return True
        return super().event(event)

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        painter.setFont(self.font())
        for lane, name in enumerate(
            (tr("Where the child lives"), tr("Legal status"), tr("Reviews"))
        ):
            self._paint_lane(painter, lane, name)
        self._paint_axis(painter)
        self._paint_bars(painter, self._journey.placements, 0, _PLACEMENT_BARS)
        self._paint_bars(painter, self._journey.legal_statuses, 1, _STATUS_BARS)
        self._paint_reviews(painter)
        self._paint_key(painter)
        self._paint_chosen(painter)
        painter.end()

    def _paint_lane(self, painter: QPainter, lane: int, name: str) -> None:
        top = self._lane_top(lane)
        words = QRectF(
            self._margin(), top - self._line() - 2, self.width() - 2 * self._margin(), self._line()
        )
        painter.setPen(theme.colour("muted"))
        painter.drawText(words, painting.near_side(self.layoutDirection()), name)

    def _paint_axis(self, painter: QPainter) -> None:
        """Years beneath, with as many named as there is room for."""
        journey, top = self._journey, self._axis_top()
        painter.setPen(QPen(theme.colour("border"), 1.5))
        painter.drawLine(QPointF(self._margin(), top), QPointF(self.width() - self._margin(), top))
        years = range(journey.became_looked_after.year + 1, journey.last_day.year + 1)
        room = QFontMetricsF(self.font()).horizontalAdvance("2026") + 16
        days = max(30, (journey.last_day - journey.became_looked_after).days)
        a_year = self.width() * _DAYS_IN_A_YEAR / days
        every = max(1, round(room / a_year + 0.5))
        for number, year in enumerate(years):
            x = self._x(dt.date(year, 1, 1))
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.drawLine(QPointF(x, self._lane_top(0)), QPointF(x, top))
            box = QRectF(x - room / 2, top + 3, room, self._line())
            if number % every == 0 and QRectF(self.rect()).contains(box):
                painter.setPen(theme.colour("muted"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(year))
        today = self._x(journey.today)
        painter.setPen(QPen(theme.colour("primary"), 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(today, self._lane_top(0)), QPointF(today, top + 4))

    def _paint_bars(
        self, painter: QPainter, bars: tuple[Bar, ...], lane: int, grounds: tuple[str, str]
    ) -> None:
        end = self._journey.ended or self._journey.today
        metrics = QFontMetricsF(self.font())
        for number, bar in enumerate(bars):
            place = self._between(bar.started, bar.ended or end, lane).adjusted(1, 0, -1, 0)
            painter.setPen(QPen(theme.colour("border"), 1))
            painter.setBrush(theme.colour(grounds[number % len(grounds)]))
            painter.drawRoundedRect(place, 5, 5)
            inner = place.adjusted(7, 0, -7, 0)
            text = metrics.elidedText(bar.text, Qt.TextElideMode.ElideRight, inner.width())
            if len(text) >= _FEWEST_LETTERS:
                painter.setPen(theme.colour("text"))
                side = painting.near_side(self.layoutDirection())
                painter.drawText(inner, side | int(Qt.AlignmentFlag.AlignVCenter), text)

    def _paint_reviews(self, painter: QPainter) -> None:
        middle = self._lane_top(2) + self._lane_height() / 2
        painter.setPen(QPen(theme.colour("line"), 2))
        painter.drawLine(
            QPointF(self._margin(), middle), QPointF(self.width() - self._margin(), middle)
        )
        for review in self._journey.reviews:
            _paint_review(painter, self._mark_place(review.held), review)
        if self._journey.next_due:
            overdue = self._journey.next_due < self._journey.today
            _paint_due(painter, self._mark_place(self._journey.next_due), overdue=overdue)

    def _paint_key(self, painter: QPainter) -> None:
        """What each mark means, in words."""
        x, top = self._margin(), self._axis_top() + self._line() + theme.space(8)
        size = float(theme.scaled(_MARK * 2))
        metrics = QFontMetricsF(self.font())
        for text, paint in _key(self._journey.today):
            width = metrics.horizontalAdvance(text)
            paint(painter, self._turned(QRectF(x, top + (self._line() - size) / 2, size, size)))
            painter.setPen(theme.colour("muted"))
            words = self._turned(QRectF(x + size + 6, top, width + 2, self._line()))
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), text)
            x += size + width + theme.space(24)

    def _paint_chosen(self, painter: QPainter) -> None:
        if not self.hasFocus():
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 3))
        spots = self._spots()
        if not 0 <= self._chosen < len(spots):
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 10, 10)
            return
        painter.drawRoundedRect(spots[self._chosen].place.adjusted(-2, -2, 2, 2), 6, 6)
        painter.setPen(theme.colour("text"))
        top = self._axis_top() + 2 * self._line() + theme.space(14)
        words = QRectF(self._margin(), top, self.width() - 2 * self._margin(), self._line() + 4)
        side = painting.near_side(self.layoutDirection())
        text = QFontMetricsF(self.font()).elidedText(
            self.chosen_sentence(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, side, text)


def _say(day: dt.date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")


def _key(today: dt.date) -> tuple[tuple[str, Callable[[QPainter, QRectF], None]], ...]:
    """Each mark in the picture: its meaning, and how it is drawn."""
    in_time, late = ReviewMark("", today, in_time=True), ReviewMark("", today, in_time=False)
    return (
        (tr("in time"), lambda painter, place: _paint_review(painter, place, in_time)),
        (tr("late"), lambda painter, place: _paint_review(painter, place, late)),
        (tr("next due"), lambda painter, place: _paint_due(painter, place, overdue=False)),
        (tr("today"), _paint_today),
    )


def _paint_today(painter: QPainter, place: QRectF) -> None:
    middle = place.center().x()
    painter.setPen(QPen(theme.colour("primary"), 1.5, Qt.PenStyle.DashLine))
    painter.drawLine(QPointF(middle, place.top()), QPointF(middle, place.bottom()))


def _paint_review(painter: QPainter, place: QRectF, review: ReviewMark) -> None:
    """A full disc in time, a full triangle late, an empty disc where it cannot be told."""
    inner = place.adjusted(2, 2, -2, -2)
    if review.in_time is False:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("danger"))
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(inner.center().x(), inner.top()),
                    QPointF(inner.right(), inner.bottom()),
                    QPointF(inner.left(), inner.bottom()),
                ]
            )
        )
        return
    painter.setPen(QPen(theme.colour("success" if review.in_time else "border"), 2))
    painter.setBrush(theme.colour("success" if review.in_time else "surface"))
    painter.drawEllipse(inner)


def _paint_due(painter: QPainter, place: QRectF, *, overdue: bool) -> None:
    """An empty diamond; drawn heavier once it is overdue."""
    inner, middle = place.adjusted(1, 1, -1, -1), place.center()
    painter.setPen(QPen(theme.colour("danger" if overdue else "primary"), 3 if overdue else 2))
    painter.setBrush(theme.colour("surface"))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(middle.x(), inner.top()),
                QPointF(inner.right(), middle.y()),
                QPointF(middle.x(), inner.bottom()),
                QPointF(inner.left(), middle.y()),
            ]
        )
    )
