"""Fields for choosing: one answer of several, or any number of them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.option_button import OptionCheck, OptionRadio

_CLEARING_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_CHANGING_KEYS = _CLEARING_KEYS | {
    Qt.Key.Key_Space,
    Qt.Key.Key_Select,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
}


class ChoiceField(Field):
    """One answer of several: one tab stop, arrows choose, Delete takes the answer back.

    Where it may not be cleared, one of the options always stands.
    """

    def __init__(
        self,
        options: Sequence[Option],
        parent: QWidget | None = None,
        *,
        in_a_row: bool = False,
        may_be_cleared: bool = True,
    ) -> None:
        super().__init__(parent)
        self._may_be_cleared = may_be_cleared
        self._values = [option.value for option in options]
        self._read_only = False
        self._group = QButtonGroup(self)
        self._in_a_row = in_a_row
        self._tiles = tiles = _stack(in_a_row=in_a_row)
        for number, option in enumerate(options):
            radio = OptionRadio(option.text)
            self._group.addButton(radio, number)
            tiles.addWidget(radio, 1 if in_a_row else 0)
        self._stop = self._group.buttons()[0]
        self._clear = ActionButton(tr("Clear answer"), "x", "slight")
        self._clear.clicked.connect(self._on_cleared)
        if in_a_row:
            tiles.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignVCenter)
            keeps = self._clear.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)
            self._clear.setSizePolicy(keeps)
        self._box = _lay_out(self, tiles, None if in_a_row else self._clear)
        if in_a_row:
            self._box.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._hold(*self._group.buttons(), self._clear)
        self._group.idClicked.connect(self._on_chosen)
        self._refresh()

    @override
    def minimumSizeHint(self) -> QSize:
        """A row gives way to a column where it has no room, so it asks for no more than that."""
        least = self._box.minimumSize()
        if not self._in_a_row:
            return least
        parts = [*self._group.buttons(), self._clear]
        return QSize(max(part.minimumSizeHint().width() for part in parts), least.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._in_a_row:
            return
        parts = [*self._group.buttons(), self._clear]
        needed = sum(part.minimumSizeHint().width() + self._tiles.spacing() for part in parts)
        row, column = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        direction = row if event.size().width() >= needed else column
        if direction != self._tiles.direction():
            self._tiles.setDirection(direction)
            self.updateGeometry()

    @override
    def value(self) -> str | None:
        chosen = self._group.checkedId()
        return None if chosen < 0 else self._values[chosen]

    @override
    def set_value(self, value: AnswerValue) -> None:
        if value in self._values:
            self._group.button(self._values.index(str(value))).setChecked(True)
        else:
            self._uncheck()
        self._refresh()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for button in self._group.buttons():
            button.setEnabled(not read_only or button.isChecked())
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)
        self._refresh()

    @override
    def set_names(self, name: str, description: str = "") -> None:
        """Each option keeps its own words as its name; the question goes with it."""
        for button in self._group.buttons():
            accessibility.name(button, "", accessibility.sentence(name, description))
        accessibility.name(self._clear, tr("Clear the answer to: {question}", question=name))

    @override
    def first_control(self) -> QWidget:
        return self._group.checkedButton() or self._stop

    @override
    def set_faulty(self, faulty: bool) -> None:
        """Tiles keep their edge: the words beneath and the bar beside the row mark the fault."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._read_only and _is_meddling(event):
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            clearing = self._may_be_cleared and event.key() in _CLEARING_KEYS
            if clearing and self.value() is not None:
                self._on_cleared()
                return True
        return super().eventFilter(watched, event)

    def _on_chosen(self, _number: int) -> None:
        self._refresh()
        self.answer_changed.emit()

    def _on_cleared(self) -> None:
        self._uncheck()
        self._stop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refresh()
        self.answer_changed.emit()

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _refresh(self) -> None:
        """One tab stop for the whole group, and a way back only where there is an answer."""
        self._clear.setVisible(
            self._may_be_cleared and self.value() is not None and not self._read_only
        )
        self._stop = self._group.checkedButton() or self._stop
        for button in self._group.buttons():
            stops = button is self._stop
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            )
        self.setFocusProxy(self._stop)


class ChoicesField(Field):
    """Any number of answers. The value holds them in the order they are offered.

    With several `columns` the options go from line to line, as one reads.
    """

    def __init__(
        self, options: Sequence[Option], parent: QWidget | None = None, *, columns: int = 1
    ) -> None:
        super().__init__(parent)
        self._read_only = False
        tiles = QGridLayout()
        tiles.setSpacing(theme.space(6))
        self._boxes: dict[str, OptionCheck] = {}
        for number, option in enumerate(options):
            box = OptionCheck(option.text)
            box.clicked.connect(self._on_clicked)
            self._boxes[option.value] = box
            tiles.addWidget(box, *divmod(number, columns))
        for column in range(columns):
            tiles.setColumnStretch(column, 1)
        _lay_out(self, tiles)
        self._hold(*self._boxes.values())

    @override
    def value(self) -> tuple[str, ...] | None:
        chosen = tuple(value for value, box in self._boxes.items() if box.isChecked())
        return chosen or None

    @override
    def set_value(self, value: AnswerValue) -> None:
        chosen = value if isinstance(value, tuple) else ()
        for name, box in self._boxes.items():
            box.setChecked(name in chosen)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for box in self._boxes.values():
            box.setEnabled(not read_only or box.isChecked())
            box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        """Each option keeps its own words as its name; the question goes with it."""
        for box in self._boxes.values():
            accessibility.name(box, "", accessibility.sentence(name, description))

    @override
    def set_faulty(self, faulty: bool) -> None:
        """Tiles keep their edge: the words beneath and the bar beside the row mark the fault."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._read_only and _is_meddling(event):
            return True
        return super().eventFilter(watched, event)

    @override
    def first_control(self) -> QWidget:
        return next((box for box in self._boxes.values() if box.isEnabled()), self._controls[0])

    def _on_clicked(self) -> None:
        self.answer_changed.emit()


def _is_meddling(event: QEvent) -> bool:
    """Whether it is a key that would change an answer, or choose another."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() in {QEvent.Type.KeyPress, QEvent.Type.KeyRelease}
        and event.key() in _CHANGING_KEYS
    )


def _stack(*, in_a_row: bool) -> QBoxLayout:
    tiles: QBoxLayout = QHBoxLayout() if in_a_row else QVBoxLayout()
    tiles.setSpacing(theme.space(6))
    return tiles


def _lay_out(field: QWidget, tiles: QLayout, below: QWidget | None = None) -> QBoxLayout:
    layout = QVBoxLayout(field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.space(4))
    layout.addLayout(tiles)
    if below is not None:
        layout.addWidget(below, 0, Qt.AlignmentFlag.AlignLeading)
    return layout
