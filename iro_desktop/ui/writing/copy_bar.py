"""For whom a copy is and how that one wants it: one line, which opens to be changed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from iro_desktop.domain.copies import CopyWanted
from iro_desktop.domain.reading import Length, ReadingStyle
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n import tr
from iro_desktop.i18n.languages import LANGUAGES
from iro_desktop.ui import theme
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import reading

NAME_WIDTH = 230


class CopyBar(QWidget):
    """`reader_wanted` carries a Reader and a name; the others what was picked."""

    reader_wanted = Signal(object, str)
    language_wanted = Signal(str)
    style_wanted = Signal(object)
    length_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = ActionButton("", "chevron-right", "slight")
        self.summary.setCheckable(True)
        self.summary.setToolTip(tr("Change for whom and how"))
        self.summary.toggled.connect(self._on_toggled)
        self.unchecked = Words("", "small")
        self.reader = PickField(reading.reader_options())
        self.name = PersonField()
        self.language = PickField(reading.language_options())
        self.style_field = PickField(reading.style_options())
        self.length = PickField(reading.length_options())
        self._length_row = FormRow(tr("How much"), self.length)
        self.choices = self._make_choices()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(FlowRow(self.summary))
        layout.addWidget(self.unchecked)
        layout.addWidget(self.choices)
        self.choices.hide()
        self._connect()

    def show_wanted(self, wanted: CopyWanted, people: Sequence[str], *, has_lengths: bool) -> None:
        """Show which copy is made now, and the names of those it may be for."""
        self.reader.set_value(wanted.reader.value)
        self.name.set_value(wanted.reader_name)
        self.name.set_suggestions(people)
        self.language.set_value(wanted.language)
        self.style_field.set_value(wanted.style.value)
        self.length.set_value(wanted.length.value)
        self._length_row.setVisible(has_lengths)
        unchecked = reading.unchecked_language(wanted.language)
        self.unchecked.setText(unchecked)
        self.unchecked.setVisible(bool(unchecked))
        self.summary.setText(_summary(wanted, has_lengths=has_lengths))

    def _make_choices(self) -> Card:
        self.name.setMinimumWidth(theme.scaled(NAME_WIDTH))
        card = Card(spacing=10)
        card.add(
            FlowRow(
                FormRow(tr("For whom"), self.reader),
                FormRow(tr("Their name"), self.name),
                FormRow(tr("Language"), self.language),
                FormRow(tr("Style"), self.style_field),
                self._length_row,
                spacing=16,
            )
        )
        return card

    def _connect(self) -> None:
        self.reader.answer_changed.connect(lambda: self._want_reader(""))
        self.name.left.connect(self._on_name)
        self.language.answer_changed.connect(
            lambda: self.language_wanted.emit(self.language.value())
        )
        self.style_field.answer_changed.connect(
            lambda: self.style_wanted.emit(ReadingStyle(self.style_field.value()))
        )
        self.length.answer_changed.connect(
            lambda: self.length_wanted.emit(Length(self.length.value()))
        )

    def _on_name(self) -> None:
        self._want_reader(self.name.value() or "")

    def _want_reader(self, name: str) -> None:
        self.reader_wanted.emit(Reader(self.reader.value()), name)

    def _on_toggled(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.summary.set_icon("chevron-down" if shown else "chevron-right")
        self.choices.setVisible(shown)


def _summary(wanted: CopyWanted, *, has_lengths: bool) -> str:
    """The copy in one line, such as: Jo (a carer) · Polish · Large print, 18 point."""
    reader = reading.reader_in_words(wanted.reader)
    if wanted.reader_name:
        reader = tr("{name} ({reader})", name=wanted.reader_name, reader=reader)
    parts = [
        reader,
        LANGUAGES[wanted.language].english_name,
        reading.style_in_words(wanted.style),
    ]
    if has_lengths:
        parts.append(reading.length_in_words(wanted.length))
    return " · ".join(parts)
