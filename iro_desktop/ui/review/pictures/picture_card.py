"""One picture on a card: made small, what is seen in it, and with whom the child shares it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.wishes_and_feelings import Sharing
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.review.pictures.thumbnail import Thumbnail
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.remarked_text_field import RemarkedTextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records


class PictureCard(QFrame):
    """`described` and `shared` say that the user changed what is seen, or who may see it."""

    described = Signal()
    shared = Signal()
    left = Signal()

    def __init__(self, data: bytes, words: str, sharing: Sharing) -> None:
        super().__init__()
        self.setObjectName("card")
        self.data = data
        self._title = Words("", "strong")
        self.thumbnail = Thumbnail(data, words)
        self.words = RemarkedTextField(fewest_lines=2, for_child=True)
        self.sharing = ChoiceField(records.options(records.sharing()))
        self.words_row = FormRow(
            tr("What is seen in it?"),
            self.words,
            hint=tr("Read aloud to whoever cannot see it, and printed beneath it."),
        )
        self.sharing_row = FormRow(
            tr("Who may see this? Ask the child."),
            self.sharing,
            hint=tr("Until the child has chosen, it is printed nowhere."),
        )
        self.words.set_value(words)
        self.show_sharing(sharing)
        self._lay_out()
        self.words_row.answer_changed.connect(self._on_words)
        self.sharing_row.answer_changed.connect(self.shared)
        for row in (self.words_row, self.sharing_row):
            row.left.connect(self.left)

    def title(self) -> str:
        """What the picture is called."""
        return self._title.text()

    def set_title(self, title: str) -> None:
        """Call the picture so: to the eye, and in the name of each of its fields."""
        self._title.setText(title)
        for row, question in (
            (self.words_row, tr("What is seen in it?")),
            (self.sharing_row, tr("Who may see this? Ask the child.")),
        ):
            row.set_spoken(tr("{question} ({of})", question=question, of=title))

    def typed(self) -> str:
        """What is seen in it, as it stands in the field."""
        return self.words.value() or ""

    def chosen(self) -> Sharing:
        """With whom the child shares it."""
        return _sharing(self.sharing.value())

    def show_sharing(self, sharing: Sharing) -> None:
        """Show with whom the child shares it."""
        self.sharing.set_value(None if sharing is Sharing.NOT_ASKED else sharing.value)

    def add_to_head(self, *widgets: QWidget) -> None:
        """Put things that can be done beside the title."""
        for widget in widgets:
            self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def add_below(self, widget: QWidget) -> None:
        """Put something beneath the fields."""
        self._fields.addWidget(widget)

    def _lay_out(self) -> None:
        wide = is_wide_text()
        upright, flat = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head = QHBoxLayout()
        self._head.setSpacing(theme.space(4))
        self._head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(theme.space(12))
        self._fields.addWidget(self.words_row)
        self._fields.addWidget(self.sharing_row)
        beside = QBoxLayout(upright if wide else flat)
        beside.setSpacing(theme.space(18))
        beside.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        beside.addLayout(self._fields, 1)
        layout = QVBoxLayout(self)
        side = theme.space(16)
        layout.setContentsMargins(side, theme.space(10), side, theme.space(14))
        layout.setSpacing(theme.space(8))
        layout.addLayout(self._head)
        layout.addLayout(beside)

    def _on_words(self) -> None:
        self.thumbnail.describe(self.typed())
        self.described.emit()


def _sharing(value: AnswerValue) -> Sharing:
    return Sharing(value) if isinstance(value, str) else Sharing.NOT_ASKED
