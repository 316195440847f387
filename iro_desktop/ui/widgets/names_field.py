"""Several people: those known as marks to set, and a line for someone else."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.flow_layout import FlowRow

LEAST_LINE = 230  # pixels at 100 %


class NamesField(Field):
    """The value holds the names in the order they are offered. Enter in the line adds a name."""

    def __init__(self, suggestions: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = False
        self._name = self._description = ""
        self._marks: dict[str, QPushButton] = {}
        self._line = QLineEdit()
        self._line.setPlaceholderText(tr("Someone else, then Enter"))
        self._line.setMinimumWidth(theme.scaled(LEAST_LINE))
        self._line.returnPressed.connect(self._on_return)
        self._row = FlowRow(self._line, spacing=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._row)
        self._hold(self._line)
        self.set_suggestions(suggestions)

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Offer these people too; none that is offered already goes."""
        for name in suggestions:
            if name and name not in self._marks:
                self._add_mark(name)
        self._refresh()

    @override
    def value(self) -> tuple[str, ...] | None:
        return tuple(name for name, mark in self._marks.items() if mark.isChecked()) or None

    @override
    def set_value(self, value: AnswerValue) -> None:
        names = value if isinstance(value, tuple) else ()
        self.set_suggestions(names)
        for name, mark in self._marks.items():
            mark.setChecked(name in names)
        self._refresh()

    @override
    def set_read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        self._refresh()

    @override
    def first_control(self) -> QWidget:
        shown = (mark for mark in self._marks.values() if not mark.isHidden())
        return next(shown, self._line)

    @override
    def set_names(self, name: str, description: str = "") -> None:
        self._name, self._description = name, description
        self._refresh()

    @override
    def _hold(self, *controls: QWidget) -> None:
        """No part stands for the field: which comes first changes, and Tab would go by it."""
        super()._hold(*controls)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # PySide's own types leave out the None

    def _add_mark(self, name: str) -> QPushButton:
        mark = QPushButton(name.replace("&", "&&"))
        mark.setProperty("kind", "chip")
        mark.setCheckable(True)
        mark.setAutoDefault(False)
        mark.clicked.connect(self._on_clicked)
        self._marks[name] = mark
        self._row.add(mark)
        self._row.add(self._line)  # stays the last, to the eye and to Tab
        self._line.raise_()
        self._hold(mark)
        return mark

    def _on_clicked(self) -> None:
        self._refresh()
        self.answer_changed.emit()

    def _on_return(self) -> None:
        name = self._line.text().strip()
        if name:
            self._line.clear()
            self.set_suggestions((name,))
            self._marks[name].setChecked(True)
            self._refresh()
            self.answer_changed.emit()
            accessibility.announce(self, name)

    @override
    def _on_left(self) -> None:
        """A name typed and not confirmed is meant all the same."""
        if self._line.text().strip():
            self._on_return()

    def _refresh(self) -> None:
        """Of what can only be seen, the people chosen."""
        for name, mark in self._marks.items():
            said = accessibility.sentence(self._name, self._description)
            accessibility.name(mark, name, said)
            mark.setVisible(mark.isChecked() or not self._read_only)
            mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, self._read_only)
            mark.setEnabled(not self._read_only)
        accessibility.name(
            self._line, tr("Someone else, for: {question}", question=self._name), self._description
        )
        self._line.setVisible(not self._read_only)
