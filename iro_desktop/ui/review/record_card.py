"""A card that edits one record, attribute by attribute, and tells of each change at once."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.attribute import COLUMNS, Attribute
from iro_desktop.ui.review.edits import Thing
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.words import Words

T = TypeVar("T", bound=Thing)


WIDE_TEXT = 1.4  # from here on, fields stand one beneath the other


def is_wide_text() -> bool:
    """Whether the text is so large that fields stand one beneath the other."""
    return theme.current().text_scale > WIDE_TEXT


class RecordCard(QFrame, Generic[T]):
    """The fields of one record. `removing` names the button that takes the record away."""

    changed = Signal(object)
    left = Signal()
    removed = Signal(object)

    def __init__(
        self,
        record: T,
        attributes: Sequence[Attribute[T]],
        *,
        removing: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.record: T = record
        self.rows: dict[str, FormRow] = {}
        self._read_only = False
        self._attributes = tuple(attributes)
        self._title = Words("", "strong")
        self._removing = removing
        self.remove_button = IconButton(removing, "trash-2")
        self.remove_button.clicked.connect(lambda: self.removed.emit(self.record))
        self._whole = layout = QVBoxLayout(self)
        margin = theme.space(16)
        layout.setContentsMargins(margin, theme.space(10), margin, theme.space(14))
        layout.setSpacing(theme.space(8))
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.space(8))
        layout.addLayout(self._head)
        layout.addLayout(self._grid())
        self._fill_head()
        self.show_rows()

    def title(self) -> str:
        """What the record is called."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Call the record otherwise: to the eye, and in the name of each of its fields."""
        if title == self._title.text():
            return
        self._title.setText(title)
        for attribute in self._attributes:
            question = attribute.spoken or attribute.label
            self.rows[attribute.name].set_spoken(
                tr("{question} ({of})", question=question, of=title)
            )
        self.remove_button.set_name(tr("{action}: {what}", action=self._removing, what=title))

    def show_record(self, record: T) -> None:
        """Show the record as it stands now."""
        self.record = record
        for attribute in self._attributes:
            attribute.field.set_value(attribute.read(record))
        self.show_rows()

    def applies(self, name: str) -> bool:
        """Whether an attribute is asked for, as the record stands. All are, unless a card says."""
        return bool(name)

    def show_rows(self) -> None:
        """Show the fields that apply; of what can only be seen, those that say something."""
        for attribute in self._attributes:
            says = not self._read_only or attribute.field.value() is not None
            self.rows[attribute.name].setVisible(says and self.applies(attribute.name))

    def set_read_only(self, read_only: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Whether the record can be seen only."""
        if read_only != self._read_only:
            self._read_only = read_only
            for row in self.rows.values():
                row.set_read_only(read_only)
            self.remove_button.setVisible(not read_only)
            self.show_rows()

    def focus_first(self) -> None:
        """Put the focus in the first field that is shown."""
        for row in self.rows.values():
            if row.isVisibleTo(self):
                row.focus_first()
                return

    def add_to_head(self, widget: QWidget) -> None:
        """Put something beside the title, before the button that removes."""
        self._head.insertWidget(self._head.count() - 1, widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_below(self, widget: QWidget) -> None:
        """Put something beneath the fields."""
        self._whole.addWidget(widget)

    def add_below_head(self, widget: QWidget) -> None:
        """Put something beneath the title, where beside it there is no room."""
        self._whole.insertWidget(1, widget)

    def _fill_head(self) -> None:
        self._head.addWidget(self._title, 3, Qt.AlignmentFlag.AlignVCenter)
        if not is_wide_text():
            for attribute in self._attributes:
                if attribute.in_head:
                    self._head.addWidget(self.rows[attribute.name], 2)
        self._head.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignTop)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.space(16))
        grid.setVerticalSpacing(theme.space(12))
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        wide = is_wide_text()
        line = column = 0
        for attribute in self._attributes:
            row = self._row(attribute)
            if attribute.in_head and not wide:
                continue
            span = COLUMNS if wide else attribute.span
            if column + span > COLUMNS:
                line, column = line + 1, 0
            grid.addWidget(row, line, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        return grid

    def _row(self, attribute: Attribute[T]) -> FormRow:
        row = FormRow(
            attribute.label, attribute.field, hint=attribute.hint, spoken=attribute.spoken
        )
        attribute.field.set_value(attribute.read(self.record))
        row.answer_changed.connect(lambda: self._on_changed(attribute))
        row.left.connect(self.left)
        self.rows[attribute.name] = row
        return row

    def _on_changed(self, attribute: Attribute[T]) -> None:
        if attribute.field.is_unread():
            return  # a date half typed must not take away the one that stood there
        self.record = attribute.change(self.record, attribute.field.value())
        self.show_rows()
        self.changed.emit(self.record)
