"""One item of the agenda: what, how long, who brings it, where it is written down."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.chairing import AgendaItem
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import ntr, tr
from iro_desktop.ui.review.attribute import Attribute, text_attribute
from iro_desktop.ui.review.record_card import RecordCard, is_wide_text
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.grip import Grip
from iro_desktop.ui.widgets.iconed import ActionButton, IconButton
from iro_desktop.ui.widgets.number_field import NumberField
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField

_EVERYONE, _IRO = "everyone", "iro"


class AgendaCard(RecordCard[AgendaItem]):
    """Folded to its title once it says something.

    `moved` carries -1 or 1; `now_wanted` says to talk about it, `section_wanted` to go where it is
    written down. `carried` and `dropped` come from the grip, with a point of the whole screen.
    """

    moved = Signal(int)
    now_wanted = Signal()
    section_wanted = Signal(str)

    def __init__(
        self, item: AgendaItem, sections: Sequence[Option], parent: QWidget | None = None
    ) -> None:
        self._unfolded = not item.what
        self.grip = Grip()
        self.now_button = ActionButton(tr("Begin"), "arrow-right", "chip")
        self.done_button = ActionButton(tr("Done"), "check", "chip")
        self.done_button.setCheckable(True)
        self.up_button, self.down_button = IconButton("", "arrow-up"), IconButton("", "arrow-down")
        self.unfold_button = IconButton(tr("Change this item"), "pencil")
        self.unfold_button.setCheckable(True)
        self.unfold_button.setChecked(self._unfolded)
        super().__init__(
            item, _attributes(sections), removing=tr("Take off the agenda"), parent=parent
        )
        self.unfold_button.toggled.connect(self._on_unfolded)
        self.done_button.setChecked(item.is_done)
        self.done_button.clicked.connect(self._on_done)
        self.now_button.clicked.connect(self.now_wanted)
        self.up_button.clicked.connect(lambda: self.moved.emit(-1))
        self.down_button.clicked.connect(lambda: self.moved.emit(1))
        if is_wide_text():
            self.add_below_head(FlowRow(*self._buttons()))
        else:
            for part in self._buttons():
                self.add_to_head(part)

    def _buttons(self) -> tuple[QWidget, ...]:
        return (
            self.now_button,
            self.done_button,
            self.grip,
            self.up_button,
            self.down_button,
            self.unfold_button,
        )

    @override
    def applies(self, name: str) -> bool:
        return self._unfolded

    @override
    def show_record(self, record: AgendaItem) -> None:
        super().show_record(record)
        self.done_button.setChecked(record.is_done)

    @override
    def set_title(self, title: str) -> None:
        super().set_title(title)
        for button, words in (
            (self.up_button, tr("Earlier: {what}", what=title)),
            (self.down_button, tr("Later: {what}", what=title)),
            (self.unfold_button, tr("Change this item: {what}", what=title)),
        ):
            button.set_name(words)
        self.now_button.setAccessibleName(tr("Talk about this: {what}", what=title))
        self.done_button.setAccessibleName(tr("Done: {what}", what=title))

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        for part in self._buttons():
            part.setEnabled(not read_only)
        self.unfold_button.setVisible(not read_only)

    def _on_unfolded(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._unfolded = shown
        self.show_rows()
        if shown:
            self.focus_first()

    def _on_done(self) -> None:
        self.record = replace(self.record, is_done=self.done_button.isChecked())
        self.changed.emit(self.record)
        self.left.emit()


def title_of(item: AgendaItem, number: int) -> str:
    """What an item is called on its card."""
    parts = [item.what.strip() or tr("Item {number}", number=number)]
    if item.minutes:
        parts.append(ntr("{number} minute", "{number} minutes", item.minutes))
    if item.brought_by.strip():
        parts.append(tr("brought by {name}", name=item.brought_by.strip()))
    return " · ".join(parts)


def _attributes(sections: Sequence[Option]) -> tuple[Attribute[AgendaItem], ...]:
    return (
        text_attribute("what", tr("What is it about?"), TextField(), span=8),
        Attribute(
            "minutes",
            tr("For how long?"),
            NumberField(unit=tr("minutes")),
            lambda item: float(item.minutes) if item.minutes else None,
            lambda item, value: replace(item, minutes=_minutes(value)),
            span=4,
        ),
        text_attribute("brought_by", tr("Who brings it?"), PersonField([]), span=6),
        text_attribute("section", tr("Where is it written down?"), PickField(sections), span=6),
        Attribute(
            "only_for_iro",
            tr("Who sees it?"),
            PickField(
                (
                    Option(_EVERYONE, tr("Everyone at the meeting")),
                    Option(_IRO, tr("Only me: not on a shared screen")),
                )
            ),
            lambda item: _IRO if item.only_for_iro else _EVERYONE,
            lambda item, value: replace(item, only_for_iro=value == _IRO),
        ),
    )


def _minutes(value: AnswerValue) -> int:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return max(0, round(value)) if is_number and isinstance(value, int | float) else 0
