"""What things stand on: cards, the head of a page, and the page that scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import offer_writing

WIDEST_TEXT = 860
AROUND_FOCUS = 48
NARROW = 420


class Card(QFrame):
    """A white ground with round corners. Add to it with `add`.

    `is_to_read` says that what stands on it is not this person's to write.
    """

    is_to_read = False

    def __init__(
        self, title: str = "", parent: QWidget | None = None, *, spacing: int = 14
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.body = QVBoxLayout(self)
        edge = theme.space(22)
        self.body.setContentsMargins(edge, theme.space(20), edge, edge)
        self.body.setSpacing(theme.space(spacing))
        self.title: Words | None = None
        if title:
            self.title = Words(title, "h2")
            self.body.addWidget(self.title)
            accessibility.name(self, title)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets beneath what is there."""
        for widget in widgets:
            self.body.addWidget(widget)

    def set_to_read(self, *, to_read: bool) -> None:
        """Whether nothing on it is offered to be written."""
        if to_read != self.is_to_read:
            self.is_to_read = to_read
            offer_writing(self, offered=not to_read)

    def fit(self, part: QWidget) -> None:
        """Have a part that is new on the card offer no more than the card."""
        if self.is_to_read:
            offer_writing(part, offered=False)


class PageHeader(QWidget):
    """A page's title, what it is about, and what can be done there."""

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        actions: Sequence[QWidget] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = Words(title, "h1")
        self._subtitle = Words(subtitle, "muted")
        words = QVBoxLayout()
        words.setSpacing(theme.space(2))
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(theme.space(8))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, theme.space(6))
        layout.setSpacing(theme.space(16))
        layout.addLayout(words, 1)
        layout.addLayout(self._actions)
        self._subtitle.setVisible(bool(subtitle))  # only now: what has no parent shows as a window
        for action in actions:
            self.add_action(action)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Show another line beneath the title, or none."""
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, action: QWidget) -> None:
        """Put a button at the end of the row."""
        self._actions.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)


class ScrollPage(QScrollArea):
    """A page that scrolls, no wider than can be read; what takes the focus comes into view."""

    def __init__(self, parent: QWidget | None = None, *, widest: int = WIDEST_TEXT) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        content = QWidget()
        content.setObjectName("scroll_content")
        column = QWidget()
        column.setMaximumWidth(theme.scaled(widest))
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._whole = whole = QVBoxLayout(content)
        centred = QHBoxLayout()
        whole.addLayout(centred)
        whole.addStretch(0)
        centred.addStretch(1)
        centred.addWidget(column, 1000)
        centred.addStretch(1)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.space(16))
        self.setWidget(content)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._on_length_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def add(self, *widgets: QWidget) -> None:
        """Put widgets beneath what is there."""
        for widget in widgets:
            self.body.addWidget(widget)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less at the sides where there is little."""
        is_narrow = event.size().width() < theme.scaled(NARROW)
        side = theme.space(12 if is_narrow else 28)
        self._whole.setContentsMargins(side, theme.space(24), side, theme.space(32))
        super().resizeEvent(event)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, theme.space(AROUND_FOCUS))
            self._show_whole(new)

    def _show_whole(self, widget: QWidget) -> None:
        """Bring all of it into view where it fits: of a text Qt sees to the cursor alone."""
        content: QWidget | None = self.widget()  # PySide's own types disagree on the None
        if content is None or not content.isAncestorOf(widget):
            return
        top = widget.mapTo(content, QPoint(0, 0)).y()
        room = self.viewport().height() - widget.height()
        around = min(theme.space(AROUND_FOCUS), room // 2)
        if around >= 0:
            bar = self.verticalScrollBar()
            least, most = top + around - room, top - around
            bar.setValue(max(least, min(bar.value(), most)))

    def _on_length_changed(self) -> None:
        """What was added may have taken the focus before it had its place, or pushed it away."""
        self._on_focus_changed(None, QApplication.focusWidget())


class Divider(QFrame):
    """A thin line between things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("divider")
        self.setFixedHeight(1)
