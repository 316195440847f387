"""What pages lie in: it takes the focus, scrolls by keys, and knows which of them are in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.emptying import throw_away

AROUND = 12

_Action = QScrollBar.SliderAction
_KEYS = {
    Qt.Key.Key_Down: _Action.SliderSingleStepAdd,
    Qt.Key.Key_Up: _Action.SliderSingleStepSub,
    Qt.Key.Key_PageDown: _Action.SliderPageStepAdd,
    Qt.Key.Key_PageUp: _Action.SliderPageStepSub,
    Qt.Key.Key_Home: _Action.SliderToMinimum,
    Qt.Key.Key_End: _Action.SliderToMaximum,
}
_SIDEWAYS = {
    Qt.Key.Key_Right: _Action.SliderSingleStepAdd,
    Qt.Key.Key_Left: _Action.SliderSingleStepSub,
}


class PagesFrame(QFrame):
    """`moved` says that other pages may be in sight, `resized` that there is another room."""

    moved = Signal()
    resized = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        accessibility.name(self, name)
        self._content = QWidget()
        self._content.setObjectName("scroll_content")
        self._column = QVBoxLayout(self._content)
        edge = theme.space(AROUND)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(edge)
        self._column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._scroll.setWidget(self._content)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.viewport().installEventFilter(self)
        self._scroll.verticalScrollBar().valueChanged.connect(self.moved)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3, 3, 3, 3)  # the ring of the focus
        layout.addWidget(self._scroll)

    def add(self, page: QWidget) -> None:
        """Put a page beneath the others."""
        self._column.insertWidget(self._column.count() - 1, page, 0, Qt.AlignmentFlag.AlignHCenter)
        page.show()  # at once: what is to be shown later has no place yet

    def take(self, page: QWidget) -> None:
        """Take a page away for good."""
        throw_away(self._column, page)

    def room(self) -> int:
        """How wide a page may be, in pixels."""
        return self._scroll.viewport().width() - 2 * theme.space(AROUND)

    def share_scrolled(self) -> float:
        """How far down one is: 0 at the top, 1 at the end."""
        bar = self._scroll.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def scroll_to_share(self, share: float) -> None:
        """Go as far down as that, once pages have their new sizes."""
        self._column.activate()
        self._content.resize(self._content.sizeHint().expandedTo(self._scroll.viewport().size()))
        bar = self._scroll.verticalScrollBar()
        bar.setValue(round(share * bar.maximum()))

    def in_sight(self, pages: Sequence[QWidget]) -> range:
        """The numbers of the pages of which something is to be seen; none before the first."""
        top = self._scroll.verticalScrollBar().value()
        bottom = top + self._scroll.viewport().height()
        seen = [
            number
            for number, page in enumerate(pages)
            if page.y() < bottom and page.y() + page.height() > top
        ]
        return range(seen[0], seen[-1] + 1) if seen else range(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and key in _KEYS:
            self._scroll.verticalScrollBar().triggerAction(_KEYS[key])
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and key in _SIDEWAYS:
            self._scroll.horizontalScrollBar().triggerAction(_SIDEWAYS[key])
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resized.emit()
        return False
