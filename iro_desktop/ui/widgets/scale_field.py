"""A scaling question's answer: 0 to 10 in halves, and plainly nothing until it is given."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSlider,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets import painting
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words

HALVES = 20
STEPS = 11
LOWEST_CELL_HEIGHT = 44
FORGET_AFTER_MS = 1500
LARGE_TEXT = 1.4  # from here on, what is said of the score stands beneath the ends


class ScaleSlider(QAbstractSlider):
    """Eleven cells for 0 to 10, with a mark between two cells for a half.

    The slider's own value counts halves, 0 to 20. Arrows go a half, Page keys a whole; a digit
    gives it, a digit before it and 0 give 10, a point or a 5 after a digit adds the half; Delete
    takes the answer back. `answered` is told on every change by the user.
    """

    answered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = False
        self._read_only = False
        self._typed = ""
        self._hovered: int | None = None
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, HALVES)
        self.setSingleStep(1)
        self.setPageStep(2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._on_action)
        self._forget = QTimer(self)
        self._forget.setSingleShot(True)
        self._forget.setInterval(FORGET_AFTER_MS)
        self._forget.timeout.connect(self._on_forget)

    def score(self) -> float | None:
        """The score, None until one is given."""
        return self.value() / 2 if self._given else None

    def set_score(self, score: float | None) -> None:
        """Show a score or none, without telling anyone.

        The one that is shown already changes nothing: a half may be about to be typed to it.
        """
        if score == self.score():
            return
        self._given = score is not None
        self._typed = ""
        self.setValue(0 if score is None else round(score * 2))
        self.update()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the score can be seen only."""
        self._read_only = read_only
        self.update()

    def clear(self) -> None:
        """Take the answer back, as the user."""
        if self._given and not self._read_only:
            self.set_score(None)
            self.answered.emit()

    def _give(self, halves: int) -> None:
        if self._read_only:
            return
        same = self._given and halves == self.value()
        self._given = True
        self.setValue(halves)
        self.update()
        if not same:
            self.answered.emit()

    def _on_action(self, _action: int) -> None:
        """A step by key or by assistive technology. From nothing, the first step gives an end."""
        if self._read_only:
            self.setSliderPosition(self.value())
            return
        halves = self.sliderPosition()
        unchanged = self._given and halves == self.value()
        self._typed = ""
        self._given = True
        self.update()
        if not unchanged:
            self.setValue(halves)
            self.answered.emit()

    # Keyboard

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.clear()
        elif text and text in "0123456789.,":
            self._type(text)
        else:
            super().keyPressEvent(event)

    def _type(self, key: str) -> None:
        """Digits as they come: 7 is 7, 7 then . or 5 is 7.5, 1 then 0 is 10."""
        before, self._typed = self._typed, ""
        self._forget.start()
        if key in ".,":
            self._add_half(before)
        elif before == "1" and key == "0":
            self._give(HALVES)
        elif before.endswith(".") and key in "05":
            self._give(int(before[0]) * 2 + (1 if key == "5" else 0))
        elif before and key == "5":
            self._add_half(before)
        else:
            self._typed = key
            self._give(int(key) * 2)

    def _on_forget(self) -> None:
        """After a pause a digit begins anew: a 5 is 5, not the half of what went before."""
        self._typed = ""

    def _add_half(self, before: str) -> None:
        if before:
            self._typed = before[0] + "."
            self._give(int(before[0]) * 2 + 1)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._typed = ""
        super().focusOutEvent(event)
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    # Mouse

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._typed = ""
        self._give(self.halves_at(event.position()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._give(self.halves_at(event.position()))
        self._hovered = self.halves_at(event.position())
        self.update()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: a score is never changed by scrolling past."""
        event.ignore()

    # Geometry

    @override
    def sizeHint(self) -> QSize:
        return QSize(STEPS * theme.scaled(52), self._height())

    @override
    def minimumSizeHint(self) -> QSize:
        widest = self.fontMetrics().horizontalAdvance("10")
        return QSize(STEPS * max(26, widest + 6), self._height())

    def _height(self) -> int:
        return max(LOWEST_CELL_HEIGHT, round(self.fontMetrics().height() * 2.2))

    def halves_at(self, position: QPointF) -> int:
        """The score at a place, in halves: the middle of a cell is whole, its edges are halves."""
        across = position.x() if self._reads_right() else self.width() - position.x()
        cell = self.width() / STEPS
        return max(0, min(HALVES, round((across / cell - 0.5) * 2)))

    def place_of(self, halves: int) -> float:
        """Where a score stands, in pixels from the left."""
        across = (halves / 2 + 0.5) * self.width() / STEPS
        return across if self._reads_right() else self.width() - across

    def _reads_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.LeftToRight

    # Painting

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.begin(painter)
        cells = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        self._paint_ground(painter, cells)
        for number in range(STEPS):
            if not self._is_covered(number, cells):
                self._paint_number(painter, cells, number)
        if self._hovered is not None and not self._read_only:
            self._paint_mark(painter, cells, self._hovered, given=False)
        if self._given:
            self._paint_mark(painter, cells, self.value(), given=True)
        painter.end()

    def _paint_ground(self, painter: QPainter, cells: QRectF) -> None:
        edge = "focus" if self.hasFocus() else "border"
        width = 3 if self.hasFocus() else 1
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("sunken" if self._read_only else "surface"))
        painter.drawRoundedRect(cells, 10, 10)
        if self._given:
            self._paint_fill(painter, cells)
        painter.setPen(QPen(theme.colour("line"), 1))
        for number in range(1, STEPS):
            x = self.width() * number / STEPS
            painter.drawLine(QPointF(x, cells.top() + 8), QPointF(x, cells.bottom() - 8))

    def _paint_fill(self, painter: QPainter, cells: QRectF) -> None:
        """How far along the scale, as an area: seen across a table."""
        place = self.place_of(self.value())
        inner = cells.adjusted(2, 2, -2, -2)
        if self._reads_right():
            inner.setRight(max(inner.left() + 8, place))
        else:
            inner.setLeft(min(inner.right() - 8, place))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_soft"))
        painter.drawRoundedRect(inner, 8, 8)

    def _is_covered(self, number: int, cells: QRectF) -> bool:
        """Whether the mark of a score lies on this number."""
        if not self._given:
            return False
        apart = abs(self.place_of(self.value()) - self.place_of(number * 2))
        width = self.fontMetrics().horizontalAdvance(theme.number(number))
        return apart < (max(cells.height() - 8, 40) + width) / 2 + 3

    def _paint_number(self, painter: QPainter, cells: QRectF, number: int) -> None:
        cell = self.width() / STEPS
        box = QRectF(self.place_of(number * 2) - cell / 2, cells.top(), cell, cells.height())
        painter.setPen(theme.colour("text" if self._given or not self._read_only else "muted"))
        painter.setFont(self.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, theme.number(number))

    def _paint_mark(self, painter: QPainter, cells: QRectF, halves: int, *, given: bool) -> None:
        text = theme.number(halves / 2)
        font = self.font()
        font.setBold(given)
        painter.setFont(font)
        height = cells.height() - 8
        width = max(height, painter.fontMetrics().horizontalAdvance(text) + 16.0)
        place = self.place_of(halves)
        left = min(max(cells.left() + 4, place - width / 2), cells.right() - 4 - width)
        mark = QRectF(left, cells.top() + 4, width, height)
        painter.setPen(QPen(theme.colour("primary"), 1.5))
        painter.setBrush(theme.colour("primary") if given else theme.colour("primary_soft"))
        painter.drawRoundedRect(mark, 8, 8)
        painter.setPen(theme.colour("on_primary" if given else "text"))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, text)


class ScaleField(Field):
    """A score of 0 to 10 in halves, as a number, or None. The ends are said in words beneath."""

    def __init__(
        self, meaning_of_0: str = "", meaning_of_10: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read_only = False
        self._slider = self._make_slider()
        self._slider.answered.connect(self._on_answered)
        self._low, self._high = meaning_of_0, meaning_of_10
        self._name, self._description = "", ""
        self._said = Words("", "strong", wrap=False)
        self._clear = ActionButton(tr("Clear answer"), "x", "slight")
        self._clear.clicked.connect(self._on_cleared)
        keeps = self._clear.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(keeps)
        self._lay_out()
        self._hold(self._slider, self._clear)
        self._refresh()

    def _make_slider(self) -> ScaleSlider:
        """What the score is given on."""
        return ScaleSlider()

    def _lay_out(self) -> None:
        ends = QHBoxLayout()
        ends.setSpacing(theme.space(24))
        low = Words(self._low and tr("0: {meaning}", meaning=self._low), "small")
        high = Words(self._high and tr("10: {meaning}", meaning=self._high), "small")
        high.set_at_end()
        has_room = theme.current().text_scale < LARGE_TEXT
        ends.addWidget(low, 1, Qt.AlignmentFlag.AlignTop)
        if has_room:
            ends.addLayout(self._middle())
        ends.addWidget(high, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addWidget(self._slider)
        layout.addLayout(ends)
        if not has_room:
            layout.addLayout(self._middle())

    def _middle(self) -> QVBoxLayout:
        middle = QVBoxLayout()
        middle.setSpacing(0)
        self._said.set_centred()
        middle.addWidget(self._said)
        middle.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignHCenter)
        return middle

    @override
    def value(self) -> float | None:
        return self._slider.score()

    @override
    def set_value(self, value: AnswerValue) -> None:
        score = None if isinstance(value, bool | str | tuple) else value
        self._slider.set_score(score)
        self._refresh()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._slider.set_read_only(read_only)
        self._refresh()

    @override
    def set_names(self, name: str, description: str = "") -> None:
        low = self._low and tr("0: {meaning}", meaning=self._low)
        high = self._high and tr("10: {meaning}", meaning=self._high)
        self._name, self._description = name, accessibility.sentence(low, high, description)
        accessibility.name(self._clear, tr("Clear the answer to: {question}", question=name))
        self._refresh()

    @override
    def set_faulty(self, faulty: bool) -> None:
        """The words beneath mark the fault; a scale has no wrong value."""

    def _on_answered(self) -> None:
        self._refresh()
        self.answer_changed.emit()

    def _on_cleared(self) -> None:
        self._slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self._slider.clear()

    def _refresh(self) -> None:
        """A slider always has a value to a screen reader; the words say when it means nothing."""
        score = self.value()
        self._clear.setVisible(score is not None and not self._read_only)
        state = (
            tr("Not answered yet")
            if score is None
            else tr("{score} out of 10", score=theme.number(score))
        )
        self._said.setText(state)
        self._said.set_role("muted" if score is None else "strong")
        accessibility.name(
            self._slider, self._name, accessibility.sentence(state, self._description)
        )
