"""One cell at a glance: what is known, or what to ask."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.words import Words

Key = Qt.Key
OPENING_KEYS = frozenset({Key.Key_Return, Key.Key_Enter, Key.Key_F2, Key.Key_Space})
STEPS = {  # rows down, columns along the line of reading
    Key.Key_Up.value: (-1, 0),
    Key.Key_Down.value: (1, 0),
    Key.Key_Left.value: (0, -1),
    Key.Key_Right.value: (0, 1),
}


class CellTile(QFrame):
    """`opened` by Enter or a click; `walked` carries rows down and columns further on."""

    opened = Signal()
    walked = Signal(int, int)

    def __init__(self, column_title: str) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._column = Words(column_title, "small")
        self._words = Words()
        self._how = Words("", "small")
        self._mark = IconLabel("circle-help", "primary", 18)
        line = QHBoxLayout()
        line.setSpacing(theme.space(6))
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._words, 1)
        layout = QVBoxLayout(self)
        edge = theme.space(10)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(theme.space(4))
        layout.addWidget(self._column)
        layout.addLayout(line)
        layout.addWidget(self._how)
        layout.addStretch(1)
        self._column.hide()

    def show_known(self, title: str, said: str, how: str) -> None:
        """Show what is known."""
        self._show(said, how, "")
        accessibility.name(self, accessibility.sentence(title, said, how), tr("Enter opens it."))

    def show_question(self, title: str, question: str) -> None:
        """Show what to ask: nothing known is not the same as nothing there."""
        self._show(question, "", "muted")
        asked = tr("Not asked yet. Ask: {question}", question=question)
        accessibility.name(self, accessibility.sentence(title, asked), tr("Enter opens it."))

    def set_alone(self, *, alone: bool) -> None:
        """Whether it stands beneath others, and has to say itself which column it is of."""
        self._column.setVisible(alone)

    def set_open(self, *, is_open: bool) -> None:
        """Whether it is the one written in."""
        self.setProperty("tone", "soft" if is_open else "")
        theme.restyle(self)

    def set_tab_stop(self, *, stops: bool) -> None:
        """Whether Tab comes here: of the whole grid, one cell is a stop."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def _show(self, words: str, how: str, role: str) -> None:
        self._words.setText(words)
        self._words.set_role("muted" if role else "")
        self._mark.setVisible(bool(role))
        self._how.setText(how)
        self._how.setVisible(bool(how))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = STEPS.get(event.key())
        if step is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            down, along = step
            self.walked.emit(down, -along if mirrored else along)
        elif event.key() in OPENING_KEYS:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.opened.emit()
