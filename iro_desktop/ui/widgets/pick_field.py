"""One answer out of a few, in little room: a list that opens."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Option
from iro_desktop.ui.widgets.calm_combo_box import CalmComboBox
from iro_desktop.ui.widgets.field import Field


class PickField(Field):
    """One of the options; the first stands until another is picked."""

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = CalmComboBox()
        for option in options:
            self._box.addItem(option.text, option.value)
        self._box.activated.connect(self.answer_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self._hold(self._box)

    @override
    def value(self) -> str:
        return str(self._box.currentData())

    @override
    def set_value(self, value: AnswerValue) -> None:
        found = self._box.findData(value)
        if found >= 0:
            self._box.setCurrentIndex(found)

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._box.setEnabled(not read_only)
