"""A sheet to draw on with a pen, a finger, a mouse, or the keyboard."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.drawings import (
    SHEET_HEIGHT,
    SHEET_WIDTH,
    Dot,
    NotADrawing,
    Stroke,
    decode,
    encode,
)
from iro_desktop.i18n import ntr, tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.picture import Picture
from iro_desktop.ui.widgets.words import Words

PEN, WIDEST_PEN = 5, 14
KEY_STEP = 20
HIGHEST_SHEET = 420
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Canvas(Picture):
    """The sheet itself. With the keyboard: arrows move the pen, Space sets it down and lifts it."""

    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: tuple[Stroke, ...] = ()
        self._current: list[Dot] = []
        self._pen = (SHEET_WIDTH // 2, SHEET_HEIGHT // 2)
        self._pen_down = False
        self._read_only = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents, on=False)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def strokes(self) -> tuple[Stroke, ...]:
        """The lines that are finished."""
        return self._strokes

    def set_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show these lines."""
        self._strokes, self._current, self._pen_down = strokes, [], False
        self.update()

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the drawing can be seen only."""
        self._read_only = read_only

    @override
    def sizeHint(self) -> QSize:
        return QSize(500, self.heightForWidth(500))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return min(HIGHEST_SHEET, round(width * SHEET_HEIGHT / SHEET_WIDTH))

    def _scale(self) -> float:
        return min(self.width() / SHEET_WIDTH, self.height() / SHEET_HEIGHT)

    def _sheet(self) -> QRectF:
        scale = self._scale()
        width, height = SHEET_WIDTH * scale, SHEET_HEIGHT * scale
        from_right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return QRectF(self.width() - width if from_right else 0, 0, width, height)

    def _dot(self, position: QPointF, width: int) -> Dot:
        sheet, scale = self._sheet(), self._scale()
        x = round((position.x() - sheet.left()) / scale)
        y = round((position.y() - sheet.top()) / scale)
        return Dot(max(0, min(SHEET_WIDTH, x)), max(0, min(SHEET_HEIGHT, y)), width)

    def _add(self, dot: Dot) -> None:
        if not self._current or self._current[-1] != dot:
            self._current.append(dot)
            self.update()

    def _finish(self) -> None:
        if self._current:
            self._strokes = (*self._strokes, tuple(self._current))
            self._current = []
            self.update()
            self.drawn.emit()

    @override
    def tabletEvent(self, event: QTabletEvent) -> None:
        event.accept()
        if self._read_only:
            return
        if event.type() == QEvent.Type.TabletRelease:
            self._finish()
        elif event.buttons():
            width = PEN + round((WIDEST_PEN - PEN) * event.pressure())
            self._add(self._dot(event.position(), width))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._read_only:
            self._add(self._dot(event.position(), PEN))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and not self._read_only:
            self._add(self._dot(event.position(), PEN))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._finish()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._read_only:
            super().keyPressEvent(event)
        elif event.key() in _ARROWS:
            self._move_pen(*_ARROWS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space:
            self._turn_pen()
        else:
            super().keyPressEvent(event)

    def _move_pen(self, across: int, down: int) -> None:
        x = max(0, min(SHEET_WIDTH, self._pen[0] + across * KEY_STEP))
        y = max(0, min(SHEET_HEIGHT, self._pen[1] + down * KEY_STEP))
        self._pen = (x, y)
        if self._pen_down:
            self._add(Dot(x, y, PEN))
        self.update()

    def _turn_pen(self) -> None:
        self._pen_down = not self._pen_down
        if self._pen_down:
            self._add(Dot(*self._pen, PEN))
            accessibility.announce(self, tr("Pen down"))
        else:
            self._finish()
            accessibility.announce(self, tr("Pen up"))
        self.update()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pen_down = False
        self._finish()
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._sheet()
        width = 3 if self.hasFocus() else 1
        painter.setPen(QPen(theme.colour("focus" if self.hasFocus() else "border"), width))
        painter.setBrush(theme.colour("sunken" if self._read_only else "surface"))
        painter.drawRoundedRect(sheet.adjusted(2, 2, -2, -2), 10, 10)
        painter.translate(sheet.topLeft())
        painter.scale(self._scale(), self._scale())
        paint_strokes(painter, (*self._strokes, tuple(self._current)))
        if self.hasFocus() and not self._read_only:
            self._paint_pen(painter)
        painter.end()

    def _paint_pen(self, painter: QPainter) -> None:
        pen = QPen(theme.colour("focus"), 3)
        painter.setPen(pen)
        painter.setBrush(theme.colour("focus") if self._pen_down else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(*self._pen), 9, 9)


class DrawingField(Field):
    """A drawing as text (see `strokes`), or None. Taking back and clearing can be undone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = Canvas()
        self._canvas.drawn.connect(self._on_drawn)
        self._cleared: tuple[Stroke, ...] = ()
        self._said = Words("", "muted")
        self._undo = ActionButton(tr("Undo last line"), "undo-2", "slight")
        self._undo.clicked.connect(self.undo)
        self._clear = ActionButton(tr("Clear drawing"), "trash-2", "slight")
        self._clear.clicked.connect(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(4))
        layout.addWidget(self._canvas)
        layout.addWidget(self._said)
        layout.addWidget(FlowRow(self._undo, self._clear))
        self._hold(self._canvas, self._undo, self._clear)
        self._refresh()

    @override
    def value(self) -> str | None:
        strokes = self._canvas.strokes()
        return encode(strokes) if strokes else None

    @override
    def set_value(self, value: AnswerValue) -> None:
        strokes: tuple[Stroke, ...] = ()
        problem = ""
        if isinstance(value, str) and value:
            try:
                strokes = decode(value)
            except NotADrawing:
                problem = tr("This drawing was made by a newer version and cannot be shown")
        self._cleared = ()
        self._canvas.set_strokes(strokes)
        self._set_problem(problem)
        self._refresh()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._canvas.set_read_only(read_only)
        self._undo.setVisible(not read_only)
        self._clear.setVisible(not read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        how = tr("Arrow keys move the pen. Space sets it down and lifts it.")
        accessibility.name(
            self._canvas, name, accessibility.sentence(self._said.text(), description, how)
        )

    @override
    def set_faulty(self, faulty: bool) -> None:
        """The words beneath mark the fault."""

    def undo(self) -> None:
        """Take back the last line, or bring back what was cleared."""
        if self._cleared:
            self._canvas.set_strokes(self._cleared)
            self._cleared = ()
        else:
            self._canvas.set_strokes(self._canvas.strokes()[:-1])
        self._told()

    def clear(self) -> None:
        """Take the whole drawing away."""
        self._cleared = self._canvas.strokes()
        self._canvas.set_strokes(())
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._told()

    def _on_drawn(self) -> None:
        self._cleared = ()
        self._told()

    def _told(self) -> None:
        self._refresh()
        self.answer_changed.emit()

    def _refresh(self) -> None:
        count = len(self._canvas.strokes())
        self._said.setText(
            ntr("A drawing of 1 line", "A drawing of {number} lines", count)
            if count
            else tr("Nothing drawn yet. Draw with a pen, a finger, the mouse or the arrow keys.")
        )
        self._undo.setText(tr("Bring the drawing back") if self._cleared else tr("Undo last line"))
        self._undo.setEnabled(bool(count or self._cleared))
        self._clear.setEnabled(bool(count))


def paint_strokes(painter: QPainter, strokes: Sequence[Stroke]) -> None:
    """Draw the lines of a drawing on a painter that is scaled to its sheet."""
    for stroke in strokes:
        _paint_stroke(painter, stroke)


def _paint_stroke(painter: QPainter, stroke: Stroke) -> None:
    if len(stroke) == 1:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawEllipse(QPointF(stroke[0].x, stroke[0].y), stroke[0].width, stroke[0].width)
    for start, end in pairwise(stroke):
        pen = QPen(theme.colour("text"), end.width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start.x, start.y, end.x, end.y)
