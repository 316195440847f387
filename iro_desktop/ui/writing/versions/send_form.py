"""Asks to whom a signed version goes, and how."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from PySide6.QtCore import Signal
from typing_extensions import override

from iro_desktop.documents.formats import Format
from iro_desktop.domain.answers import AnswerValue
from iro_desktop.domain.withholding import Reader
from iro_desktop.i18n import tr
from iro_desktop.i18n.languages import ENGLISH
from iro_desktop.services.sending import Recipient
from iro_desktop.ui.widgets.choice_field import ChoiceField
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.note_label import NoteLabel
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.words.reading import reader_options
from iro_desktop.ui.writing.versions.send_order import (
    Way,
    button_words,
    explanation,
    format_options,
    way_options,
)
from iro_desktop.ui.writing.versions.step_form import StepForm

Tell: TypeAlias = Callable[[Recipient, Way, Format], None]


class SendForm(StepForm):
    """`wanted` carries Recipient, Way and Format; `noted` the same, for what has gone already.

    `saved` carries the same too: the PDF of what is printed elsewhere.
    """

    wanted = Signal(object, object, object)
    saved = Signal(object, object, object)
    noted = Signal(object, object, object)
    voice_asked = Signal()

    def __init__(self) -> None:
        self._save = ActionButton(tr("Save the PDF…"), "download")
        self._only_note = ActionButton(tr("It has gone already: only note it"), "", "quiet")
        button = ActionButton("", "send", "primary")
        super().__init__(tr("Send it"), button, (self._save, self._only_note))
        self._save.clicked.connect(lambda: self._order(self.saved.emit))
        self._only_note.clicked.connect(lambda: self._order(self.noted.emit))
        self._people: Mapping[str, Reader] = {}
        self._first = Recipient("", Reader.CHILD)
        self._to = PersonField()
        self.to = self.ask("to", FormRow(tr("To whom does it go?"), self._to))
        self.reader = self.ask(
            "reader", FormRow(tr("What are they to the child?"), PickField(reader_options()))
        )
        way = ChoiceField(way_options(), may_be_cleared=False)
        self.way = self.ask("way", FormRow(tr("How does it go?"), way))
        self.note = NoteLabel("")
        self.add(self.note)
        self.kind = self.ask("kind", FormRow(tr("As what file?"), PickField(format_options())))
        self._voices: dict[str, bool] = {}
        self._language = ENGLISH
        self.to.answer_changed.connect(self._on_name)
        self.way.answer_changed.connect(self._on_way)
        self.way.field.set_value(Way.PAPER.value)
        self._on_way()

    def show_people(
        self, people: Mapping[str, Reader], first: Recipient, language: str = ENGLISH
    ) -> None:
        """Suggest these. `first` stands there before anyone typed."""
        self._language = language
        self._people, self._first = people, first
        self._to.set_suggestions(tuple(people))

    def show_voice(self, *, has_voice: bool, language: str) -> None:
        """Whether the computer can read a language aloud."""
        self._voices[language] = has_voice
        self.show_way()

    @override
    def put_back(self, typed: Mapping[str, AnswerValue]) -> None:
        super().put_back(typed)
        self.show_way()

    @override
    def at_first(self, name: str) -> AnswerValue:
        kind = Format.PDF.value
        first = {"to": self._first.name, "reader": self._first.reader.value, "kind": kind}
        return {**first, "way": Way.PAPER.value}.get(name)

    @override
    def confirm(self) -> None:
        if self.button.isEnabled():
            self._order(self.wanted.emit)

    def chosen_way(self) -> Way:
        """How it goes, as it stands."""
        return Way(str(self.way.field.value()))

    def _on_name(self) -> None:
        known = self._people.get(self.words_in("to"))
        if known is not None:
            self.reader.field.set_value(known.value)

    def _on_way(self) -> None:
        if self.chosen_way() is Way.SOUND and self._language not in self._voices:
            self.voice_asked.emit()
        self.show_way()

    def show_way(self) -> None:
        """Explain the way that is chosen, and offer what belongs to it."""
        way = self.chosen_way()
        words, icon = button_words(way)
        self.button.setText(words)
        self.button.set_icon(icon)
        mute = way is Way.SOUND and not self._voices.get(self._language)
        self.button.setEnabled(not mute)
        self.note.show_text(self._silence() if mute else explanation(way))
        self.kind.setVisible(way.has_formats)
        self._save.setVisible(way is Way.PAPER)
        self._only_note.setVisible(way in {Way.PAPER, Way.FILE})

    def _silence(self) -> str:
        if self._language not in self._voices:
            return tr("Looking for a voice…")
        return tr(
            "This computer has no voice for this language. Add one in its settings for speech, or "
            "read it aloud with them."
        )

    def _order(self, tell: Tell) -> None:
        name = self.words_in("to")
        if not name:
            self.refuse("to", tr("Say to whom it goes."))
            return
        self.accept()
        way = self.chosen_way()
        kind = Format(str(self.kind.field.value())) if way.has_formats else Format.PDF
        to = Recipient(name, Reader(str(self.reader.field.value())))
        tell(to, way, kind)
