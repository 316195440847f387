"""One part of a thing that two people changed: what each says, and the choice between them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.sync.conflicts import page as pages
from iro_desktop.ui.sync.conflicts.differing_text import DifferingText
from iro_desktop.ui.sync.conflicts.page import FieldWords, Offer, PartWords, SideWords
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import IconLabel
from iro_desktop.ui.widgets.side_by_side import SideBySide
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.widgets.words import Words

NARROWEST_FOR_TWO = 620


class DecisionRow(QWidget):
    """A choice of which nothing stands until a person chooses. `changed` says itself.

    `writing` are the choices for which there are words to write, in a field that then shows.
    """

    changed = Signal()

    def __init__(
        self, question: str, offers: Sequence[Offer], *, spoken: str, writing: str, begins_as: str
    ) -> None:
        super().__init__()
        self._writing = writing
        options = [Option(offer.value, offer.words) for offer in offers]
        self.choice = FormRow(question, ChoiceField(options, may_be_cleared=False), spoken=spoken)
        self.words = LongTextField(fewest_lines=4)
        self.words.set_value(begins_as)
        self.words_row = FormRow(
            tr("In these words"), self.words, spoken=tr("{part}: in these words", part=spoken)
        )
        self.words_row.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(12))
        layout.addWidget(self.choice)
        layout.addWidget(self.words_row)
        self.choice.answer_changed.connect(self._on_chosen)
        self.words_row.answer_changed.connect(self._on_written)

    def chosen(self) -> str:
        """The name of what was chosen; empty before anyone did."""
        value = self.choice.field.value()
        return value if isinstance(value, str) else ""

    def written(self) -> str:
        """The words for it, where there are words to write."""
        return self.words.value() or "" if self.chosen() == self._writing else ""

    def is_decided(self) -> bool:
        """Whether there is a choice, and words where the choice needs them."""
        return bool(self.chosen()) and (self.chosen() != self._writing or bool(self.written()))

    def ask(self) -> None:
        """Say what is missing, and put the focus there."""
        if not self.chosen():
            self.choice.show_problem(tr("Choose one. Nothing is decided by itself."))
            self.choice.focus_first()
        else:
            self.words_row.show_problem(tr("Write the words that are to stand."))
            self.words_row.focus_first()

    def _on_chosen(self) -> None:
        self.choice.show_problem(None)
        self.words_row.setVisible(self.chosen() == self._writing)
        self.changed.emit()

    def _on_written(self) -> None:
        self.words_row.show_problem(None)
        self.changed.emit()


class PartCard(Card):
    """The versions side by side, and beneath them the choice, where there is one by part."""

    changed = Signal()

    def __init__(self, part: PartWords, sides: Sequence[SideWords]) -> None:
        super().__init__(part.label)
        self.part = part
        for field in part.fields:
            if len(part.fields) > 1:
                self.add(Words(field.label, "h3"))
            self.add(_versions(field, sides))
            if field.before:
                self.add(Words(tr("Before: {words}", words=field.before), "muted"))
        self.decision: DecisionRow | None = None
        if part.offers:
            self.decision = DecisionRow(
                tr("Which is to stand?"),
                part.offers,
                spoken=tr("{part}: which is to stand?", part=part.label),
                writing=pages.THIRD,
                begins_as=part.third_begins_as,
            )
            self.decision.changed.connect(self.changed)
            self.add(self.decision)


def _versions(field: FieldWords, sides: Sequence[SideWords]) -> QWidget:
    columns = SideBySide(shares=(1, 1), narrowest=NARROWEST_FOR_TWO)
    for place, (side, version) in enumerate(zip(sides, field.versions, strict=True)):
        box = QFrame()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(side_head(side))
        column.addWidget(DifferingText(side.whole, field.label, version))
        (columns.add_second if place % 2 else columns.add_first)(box)
    return columns


def side_head(side: SideWords) -> QWidget:
    """Whose version follows: a mark, whose, and when."""
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.space(6))
    mark = IconLabel("user" if side.is_mine else "users", "primary" if side.is_mine else "muted")
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(Words(side.whose, "strong"))
    words.addWidget(Words(" · ".join(side.details), "small"))
    row.addLayout(words, 1)
    return head
