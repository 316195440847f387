"""A time of day, typed as people write one."""

import datetime as dt

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import screen, tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.time_words import read_time

WIDTH_IN_LETTERS = 12


class TimeField(Field):
    """A time, as ISO text. What cannot be read as one stays as typed, and says so once left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = _ShortLine()
        self._line.setPlaceholderText(tr("hours and minutes"))
        self._line.textEdited.connect(self._on_typed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._line)
        layout.addStretch(1)
        self._hold(self._line)

    def time(self) -> dt.time | None:
        """The time that stands in the field, None when there is none or it cannot be read."""
        return read_time(self._line.text())

    @override
    def value(self) -> str | None:
        time = self.time()
        return time.isoformat("minutes") if time else None

    @override
    def is_unread(self) -> bool:
        return bool(self._line.text().strip()) and self.time() is None

    @override
    def set_value(self, value: AnswerValue) -> None:
        text = value if isinstance(value, str) else ""
        time = read_time(text)
        if time is None or time != self.time():
            self._line.setText(screen().time(time) if time else text)
        self.judge()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        hint = tr("For example 14:30 or 2.30pm")
        accessibility.name(self._line, name, accessibility.sentence(description, hint))

    def _on_typed(self) -> None:
        if not self.is_unread():
            self._set_problem("")
        self.answer_changed.emit()

    @override
    def _on_left(self) -> None:
        time = self.time()
        if time is not None:
            self._line.setText(screen().time(time))
        self.judge()

    def judge(self) -> None:
        """Say now what is wrong, as leaving the field does."""
        problem = tr("Write a time, for example 14:30") if self.is_unread() else ""
        self._set_problem(problem)


class _ShortLine(QLineEdit):
    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS
        return QSize(2 * width, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        width = self.fontMetrics().averageCharWidth() * WIDTH_IN_LETTERS
        return QSize(width, super().minimumSizeHint().height())
