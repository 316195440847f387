"""A card that edits one record, attribute by attribute, and tells of each change at once."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.ui import theme
from iro_desktop.ui.review.edits import Thing
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.words import Words

T = TypeVar("T", bound=Thing)


@dataclass(frozen=True)
class Attribute(Generic[T]):
    """One attribute of a record: its field, and how a value gets from one to the other.

    A card lays its attributes out on a grid of twelve columns; `span` says how many one takes.
    """

    name: str
    label: str
    field: Field
    read: Callable[[T], AnswerValue]
    change: Callable[[T, AnswerValue], T]
    hint: str = ""
    span: int = 12


COLUMNS = 12
WIDE_TEXT = 1.4  # from here on, fields stand one beneath the other


def is_wide_text() -> bool:
    """Whether the text is so large that fields stand one beneath the other."""
    return theme.current().text_scale > WIDE_TEXT


def text(value: AnswerValue) -> str:
    """Words from a field; nothing typed is empty text."""
    return value if isinstance(value, str) else ""


def day_from(value: AnswerValue) -> dt.date | None:
    """A day from a date field."""
    return dt.date.fromisoformat(value) if isinstance(value, str) else None


def iso(day: dt.date | None) -> AnswerValue:
    """A day for a date field."""
    return day.isoformat() if day else None


class RecordCard(QFrame, Generic[T]):
    """The fields of one record."""

    changed = Signal(object)
    left = Signal()
    removed = Signal(object)

    def __init__(
        self,
        record: T,
        title: str,
        attributes: Sequence[Attribute[T]],
        *,
        remove_name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.record: T = record
        self.rows: dict[str, FormRow] = {}
        self._attributes = tuple(attributes)
        self._title = Words(title, "strong")
        self._layout = QVBoxLayout(self)
        margin = theme.space(16)
        self._layout.setContentsMargins(margin, theme.space(12), margin, margin)
        self._layout.setSpacing(theme.space(12))
        self._layout.addLayout(self._head(remove_name))
        self._layout.addLayout(self._grid())
        self.show_state()

    def set_title(self, title: str) -> None:
        """Call the record otherwise."""
        self._title.setText(title)

    def add_below(self, widget: QWidget) -> None:
        """Put something of the card's own beneath its fields."""
        self._layout.addWidget(widget)

    def show_record(self, record: T) -> None:
        """Show the record as it stands now."""
        self.record = record
        for attribute in self._attributes:
            attribute.field.set_value(attribute.read(record))
        self.show_state()

    def show_state(self) -> None:
        """Show the fields that apply to the record now; all, unless a card knows better."""

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the record can be seen only."""
        for row in self.rows.values():
            row.set_read_only(read_only)
        if self._remove is not None:
            self._remove.setVisible(not read_only)

    def focus_first(self) -> None:
        """Put the focus in the first field."""
        next(iter(self.rows.values())).focus_first()

    def _head(self, remove_name: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        self._remove: IconButton | None = None
        if remove_name:
            self._remove = IconButton(remove_name, "trash-2")
            self._remove.clicked.connect(lambda: self.removed.emit(self.record))
            head.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(16))
        grid.setVerticalSpacing(theme.space(12))
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        wide = is_wide_text()
        line = column = 0
        for attribute in self._attributes:
            span = COLUMNS if wide else attribute.span
            if column + span > COLUMNS:
                line, column = line + 1, 0
            row = self._row(attribute)
            grid.addWidget(row, line, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        return grid

    def _row(self, attribute: Attribute[T]) -> FormRow:
        row = FormRow(attribute.label, attribute.field, hint=attribute.hint)
        attribute.field.set_value(attribute.read(self.record))
        row.answer_changed.connect(lambda: self._on_changed(attribute))
        row.left.connect(self.left)
        self.rows[attribute.name] = row
        return row

    def _on_changed(self, attribute: Attribute[T]) -> None:
        self.record = attribute.change(self.record, attribute.field.value())
        self.show_state()
        self.changed.emit(self.record)
