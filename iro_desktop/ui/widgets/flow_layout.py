"""A row that goes on in the next line when it is full: for pills and buttons."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from iro_desktop.ui import theme


class FlowLayout(QLayout):
    """Lays its widgets side by side at their own size, line under line, in reading direction."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.space(spacing))

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    # Qt asks beyond the end to find it, and wants nothing back.
    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Place the items within a width, in the middle of their lines. Gives the height taken."""
        top = 0
        for line in self._lines(rect.width()):
            height = max(size.height() for _item, _x, size in line)
            if move:
                for item, x, size in line:
                    self._move(item, x, top + (height - size.height()) // 2, size, rect)
            top += height + self.spacing()
        return max(0, top - self.spacing())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        """The items line by line, each with how far along it stands and its size."""
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = []
        x = 0
        for item in self._shown():
            size = item.sizeHint().boundedTo(QSize(width, item.sizeHint().height()))
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, x, size))
            x += size.width() + self.spacing()
        return lines

    def _move(self, item: QLayoutItem, x: int, y: int, size: QSize, rect: QRect) -> None:
        from_right = self._is_right_to_left()
        left = rect.right() + 1 - x - size.width() if from_right else rect.left() + x
        item.setGeometry(QRect(QPoint(left, rect.top() + y), size))

    def _is_right_to_left(self) -> bool:
        widget = self.parentWidget()
        return widget is not None and widget.layoutDirection() == Qt.LayoutDirection.RightToLeft


class FlowRow(QWidget):
    """A widget with a flowing row inside."""

    def __init__(self, *widgets: QWidget, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=spacing)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.add(*widgets)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the end of the row."""
        for widget in widgets:
            self._flow.addWidget(widget)
