"""A list of lines: one stop for Tab, arrows move, each row as high as its words."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.widgets import painting

HIGHEST = 420
_LINE = Qt.ItemDataRole.UserRole
_SIDE, _ABOVE, _BETWEEN = 12, 10, 2
_ANY_HEIGHT = 10_000
_EDGES = 2 * 3  # of the frame that shows the focus, whether it is there or not
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class LinesList(QListView):
    """As high as its rows, up to a part of a page. `shown` tells the row one is on, or None.

    Enter and a double click tell `opened`; Ctrl+C copies the row one is on.
    """

    shown = Signal(object)
    opened = Signal()

    def __init__(self, name: str, description: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _LinesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        accessibility.name(self, name, description)
        self.doubleClicked.connect(self.opened)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these, staying on the one the user is on where it is still among them."""
        here = self.line()
        self._model.show_lines(lines)
        if here is not None and here in lines:
            self.setCurrentIndex(self._model.index(lines.index(here)))
        self._fit()
        self.shown.emit(self.line())

    def line(self) -> Line | None:
        """The line the user is on."""
        index = self.currentIndex()
        return self._model.line(index.row()) if index.isValid() else None

    def go_to_first(self) -> None:
        """Put the user on the first line where they are on none."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0))

    def room_for_words(self) -> int:
        """How wide words may be: the same with a scroll bar and without, focused or not."""
        bar = self.verticalScrollBar().sizeHint().width()
        return self.width() - _EDGES - bar - 2 * theme.space(_SIDE)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.shown.emit(self.line())

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        self.go_to_first()
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.line()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.opened.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and line is not None:
            QGuiApplication.clipboard().setText(line.spoken)
            accessibility.announce(self, tr("Copied"))
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height, most = _EDGES, theme.scaled(HIGHEST)
        for row in range(self._model.rowCount()):
            height += self.sizeHintForRow(row)
            if height >= most:
                break
        self.setFixedHeight(min(height, most))


class _LinesModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> Line:
        return self._lines[row]

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.spoken
            case _:
                return line if role == _LINE else None


class _LineDelegate(QStyledItemDelegate):
    """Paints the heading bold, what stands beneath it calm, and what to beware of in its colour."""

    def __init__(self, view: LinesList) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.room_for_words()
        heights = [_height(text, font, width) for text, font, _ in _pieces(index.data(_LINE))]
        between = theme.space(_BETWEEN) * (len(heights) - 1)
        return QSize(width, sum(heights) + between + 2 * theme.space(_ABOVE))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painting.begin(painter)
        self._paint_ground(painter, option, is_last=_is_last(index))
        width = self._view.room_for_words()
        top = option.rect.top() + theme.space(_ABOVE)
        for text, font, token in _pieces(index.data(_LINE)):
            box = QRect(option.rect.left() + theme.space(_SIDE), top, width, _ANY_HEIGHT)
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            place = painting.mirrored(box, option.rect, option.direction)
            flags = painting.near_side(option.direction) | painting.WRAPPED
            painter.drawText(place, flags, text)
            top += _height(text, font, width) + theme.space(_BETWEEN)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, is_last: bool
    ) -> None:
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("primary_soft" if here else "sunken"))
        if here or hovered:
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), 8, 8)
        elif not is_last:
            painter.setPen(theme.colour("line"))
            side = theme.space(_SIDE)
            below = option.rect.bottom()
            painter.drawLine(option.rect.left() + side, below, option.rect.right() - side, below)


def _is_last(index: Index) -> bool:
    return index.row() == index.model().rowCount() - 1


def _pieces(line: Line) -> Iterator[tuple[str, QFont, str]]:
    """What is painted, top down: words, their font, and the token of their colour."""
    yield line.title, theme.body_font(bold=True), "text"
    for text in line.details:
        yield text, theme.body_font(), "muted"
    if line.caution:
        yield line.caution, theme.body_font(), "warning"


def _height(text: str, font: QFont, width: int) -> int:
    room = QRect(0, 0, max(1, width), _ANY_HEIGHT)
    return QFontMetrics(font).boundingRect(room, painting.WRAPPED, text).height()
