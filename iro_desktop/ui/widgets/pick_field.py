"""One answer out of a few, in little room: a list that opens."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.form_engine.definition import Option
from iro_desktop.ui import accessibility
from iro_desktop.ui.widgets.calm_combo_box import CalmComboBox
from iro_desktop.ui.widgets.field import Field

FEWEST_LETTERS = 8


class PickField(Field):
    """One of the options; the first stands until another is picked.

    It is as wide as its longest option, and no wider. Where it can only be seen, the answer stands
    in a line that the focus and a screen reader still reach.
    """

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = _Pick()
        for option in options:
            self._box.addItem(option.text, option.value)
        self._box.activated.connect(self.answer_changed)
        self._shown = QLineEdit()
        self._shown.setReadOnly(True)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self._shown)
        self._shown.hide()
        self._hold(self._box, self._shown)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer others, keeping what is picked where it is still among them."""
        picked = self.value()
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._box.clear()
        for option in options:
            self._box.addItem(option.text, option.value)
        self.set_value(picked)

    @override
    def value(self) -> str:
        return str(self._box.currentData())

    @override
    def set_value(self, value: AnswerValue) -> None:
        found = self._box.findData(value)
        if found >= 0:
            self._box.setCurrentIndex(found)
            self._shown.setText(self._box.currentText())

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._shown.setText(self._box.currentText())
        self._box.setVisible(not read_only)
        self._shown.setVisible(read_only)
        self.setFocusProxy(self.first_control())

    @override
    def first_control(self) -> QWidget:
        return self._box if self._shown.isHidden() else self._shown

    @override
    def set_names(self, name: str, description: str = "") -> None:
        for control in (self._box, self._shown):
            accessibility.name(control, name, description)


class _Pick(CalmComboBox):
    """Wide enough for its longest option where there is room, narrower where there is not."""

    @override
    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().averageCharWidth() * FEWEST_LETTERS + self.height()
        return QSize(min(least, super().sizeHint().width()), super().minimumSizeHint().height())
