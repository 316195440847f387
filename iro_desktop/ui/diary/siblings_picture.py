"""A family's next reviews on one line of time: from when, until when, and the days all share.

A picture of what the words beside it say.
"""

import datetime as dt

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.diary.day_layout import ELIDED, small_font
from iro_desktop.ui.diary.page import SiblingLine, SiblingsLine
from iro_desktop.ui.widgets import painting

NAMES, BAR, DIAMOND, AROUND = 110, 10, 6, 6


class SiblingsPicture(QWidget):
    """One bar a child, from the first sensible day to the limit; a diamond is what is booked."""

    def __init__(self, family: SiblingsLine, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._family, self._today = family, today
        self._last = max((line.limit for line in family.lines if line.limit), default=today)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        accessibility.name(self, tr("The days on a line: {words}", words=family.window))

    @override
    def sizeHint(self) -> QSize:
        lines = len(self._family.lines) + 1
        return QSize(theme.scaled(240), lines * self._line_height() + theme.space(AROUND))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        painter.setFont(small_font())
        for number, line in enumerate(self._family.lines):
            self._paint_line(painter, line, number * self._line_height())
        if self._family.day is not None:
            self._paint_day(painter, self._family.day)
        self._paint_ends(painter, len(self._family.lines) * self._line_height())
        painter.end()

    def _line_height(self) -> int:
        return QFontMetrics(small_font()).height() + theme.space(AROUND)

    def _paint_line(self, painter: QPainter, line: SiblingLine, top: int) -> None:
        height = self._line_height()
        name = QRect(0, top, theme.scaled(NAMES) - theme.space(8), height)
        cut = QFontMetrics(small_font()).elidedText(line.name, ELIDED, name.width())
        painter.setPen(theme.colour("text"))
        flags = painting.near_side(self.layoutDirection()) | int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(self._turned(name), flags, cut)
        if line.limit is not None and line.limit >= self._today:
            start = self._x(line.earliest or self._today)
            middle, thick = top + height // 2, theme.scaled(BAR)
            width = max(thick, self._x(line.limit) - start)
            bar = QRect(start, middle - thick // 2, width, thick)
            painter.setPen(QPen(theme.colour("line_1"), 1))
            painter.setBrush(theme.colour("bar_1"))
            painter.drawRoundedRect(self._turned(bar), thick / 2, thick / 2)
        if line.booked_on is not None and self._today <= line.booked_on <= self._last:
            self._paint_diamond(painter, self._x(line.booked_on), top + height // 2)

    def _paint_diamond(self, painter: QPainter, x: int, y: int) -> None:
        reach = theme.scaled(DIAMOND)
        centre = self._turned(QRect(x, y, 1, 1)).center()
        painter.save()
        painter.translate(centre)
        painter.rotate(45)
        painter.setPen(QPen(theme.colour("surface"), 1))
        painter.setBrush(theme.colour("line_3"))
        painter.drawRect(-reach, -reach, 2 * reach, 2 * reach)
        painter.restore()

    def _paint_day(self, painter: QPainter, day: dt.date) -> None:
        """The day that does for all runs through every bar."""
        x = self._turned(QRect(self._x(day), 0, 1, 1)).center().x()
        painter.setPen(QPen(theme.colour("line_2"), 2, Qt.PenStyle.DashLine))
        painter.drawLine(x, 0, x, len(self._family.lines) * self._line_height())

    def _paint_ends(self, painter: QPainter, top: int) -> None:
        left, width = theme.scaled(NAMES), self.width() - theme.scaled(NAMES)
        place = QRect(left, top, width, self._line_height())
        painter.setPen(theme.colour("muted"))
        near = painting.near_side(self.layoutDirection())
        opposite = Qt.LayoutDirection.RightToLeft
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            opposite = Qt.LayoutDirection.LeftToRight
        painter.drawText(self._turned(place), near, tr("Today"))
        last = screen().short_date(self._last)
        painter.drawText(self._turned(place), painting.near_side(opposite), last)

    def _x(self, day: dt.date) -> int:
        """How far along a left-to-right line a day stands."""
        left = theme.scaled(NAMES)
        room = self.width() - left - theme.scaled(DIAMOND) * 2
        whole = max(1, (self._last - self._today).days)
        return left + room * (day - self._today).days // whole

    def _turned(self, place: QRect) -> QRect:
        return painting.mirrored(place, self.rect(), self.layoutDirection())
