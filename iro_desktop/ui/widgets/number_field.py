"""A number typed as people write one, within its bounds, with its unit beside it."""

from decimal import Decimal

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.words import Words

WIDTH_IN_LETTERS = 12


class NumberField(Field):
    """A number. What cannot be read as one, or is out of bounds, stays as typed and says so."""

    def __init__(
        self,
        minimum: Decimal | None = None,
        maximum: Decimal | None = None,
        unit: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._minimum, self._maximum, self._unit = minimum, maximum, unit
        self._line = QLineEdit()
        self._line.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self._line.textEdited.connect(self._on_typed)
        self._line.setFixedWidth(self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS + 24)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self._line)
        layout.addWidget(Words(unit, wrap=False))
        layout.addStretch(1)
        self._hold(self._line)

    @override
    def value(self) -> float | None:
        number = self._number()
        return number if number is not None and self._is_within(number) else None

    @override
    def is_unread(self) -> bool:
        return bool(self._line.text().strip()) and self.value() is None

    @override
    def set_value(self, value: AnswerValue) -> None:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        if is_number and value == self.value():
            return
        text = ""
        if isinstance(value, int | float) and is_number:
            text = _written(float(value))
        elif isinstance(value, str):
            text = value
        self._line.setText(text)
        self._judge()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        bounds = self._bounds()
        accessibility.name(
            self._line, name, accessibility.sentence(description, self._unit, bounds)
        )

    def _on_typed(self) -> None:
        if self.value() is not None or not self._line.text().strip():
            self._set_problem("")
        self.answer_changed.emit()

    @override
    def _on_left(self) -> None:
        self._judge()

    def _judge(self) -> None:
        typed = self._line.text().strip()
        number = self._number()
        if typed and number is None:
            self._set_problem(tr("Write a number, for example 12"))
        elif number is not None and not self._is_within(number):
            self._set_problem(self._bounds())
        else:
            self._set_problem("")

    def _number(self) -> float | None:
        text = self._line.text().strip()
        number, read = QLocale().toDouble(text)
        if not read:
            number, read = QLocale.c().toDouble(text)
        return number if read else None

    def _is_within(self, number: float) -> bool:
        low = self._minimum is None or number >= self._minimum
        return low and (self._maximum is None or number <= self._maximum)

    def _bounds(self) -> str:
        low = _written(float(self._minimum)) if self._minimum is not None else ""
        high = _written(float(self._maximum)) if self._maximum is not None else ""
        if low and high:
            return tr("Write a number from {low} to {high}", low=low, high=high)
        if low:
            return tr("Write a number of {low} or more", low=low)
        if high:
            return tr("Write a number of {high} or less", high=high)
        return ""


def _written(number: float) -> str:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(number, "f", QLocale.FloatingPointPrecisionOption.FloatingPointShortest)
