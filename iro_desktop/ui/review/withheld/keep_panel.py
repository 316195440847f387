"""Beneath a text: which words are kept, why, from whom. Nothing is kept before it is confirmed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from iro_desktop.domain.withholding import Reader, WithheldBecause
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.withholding import usually_kept_from
from iro_desktop.services.wording import words_for
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.review.kept_passages import Choice
from iro_desktop.ui.review.record_card import is_wide_text
from iro_desktop.ui.widgets.choice_field import ChoiceField, ChoicesField
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.withholding import (
    because_options,
    kept_from_options,
    passage_in_words,
)


class KeepPanel(QFrame):
    """`confirmed` carries the Choice. The readers follow the reason until one is chosen by hand.

    Escape gives up; what is refused is said here.
    """

    confirmed = Signal(object)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self.setObjectName("popup")
        title = tr("Keep from others")
        accessibility.name(self, title)
        self._chosen_by_hand = False
        self._passage = Words("", "quote")
        self._fault = Banner("", "danger")
        self._fault.hide()
        self.because = ChoiceField(because_options(), may_be_cleared=False)
        self.readers = ChoicesField(kept_from_options(), columns=1 if is_wide_text() else 3)
        self.why = TextField()
        self.because_row = FormRow(tr("Why?"), self.because)
        self.readers_row = FormRow(
            tr("From whom?"), self.readers, hint=tr("The file always holds everything.")
        )
        self.why_row = FormRow(
            tr("A note of why you decide so"),
            self.why,
            hint=tr("Kept with your name and today's date. It never prints."),
        )
        self.keep_button = ActionButton(tr("Keep from them"), "lock", "primary")
        not_now = ActionButton(tr("Not now"), "", "quiet")
        self.keep_button.clicked.connect(self._confirm)
        not_now.clicked.connect(self.given_up)
        self.because.answer_changed.connect(self._on_because)
        self.readers.answer_changed.connect(self._on_readers)
        layout = QVBoxLayout(self)
        edge = theme.space(16)
        layout.setContentsMargins(edge, theme.space(12), edge, edge)
        layout.setSpacing(theme.space(12))
        for part in (
            Words(title, "h3"),
            self._passage,
            self._fault,
            self.because_row,
            self.readers_row,
            self.why_row,
            FlowRow(self.keep_button, not_now),
        ):
            layout.addWidget(part)

    def ask(self, words: str, choice: Choice | None = None) -> None:
        """Show the panel for these words; `choice` is what was chosen for them before."""
        self.show_words(words)
        self._fault.hide()
        self.because_row.show_problem(None)
        self.readers_row.show_problem(None)
        self._chosen_by_hand = choice is not None
        self.because.set_value(None if choice is None else choice.because.value)
        self.readers.set_value(None if choice is None else _values(choice.kept_from))
        self.why.set_value("" if choice is None else choice.why)
        self.show()
        self.because.focus_first()
        accessibility.announce(
            self, accessibility.sentence(tr("Keep from others"), self._passage.text())
        )

    def show_words(self, words: str) -> None:
        """Show which words are meant."""
        self._passage.setText(passage_in_words(words))

    def refuse(self, fault: KnownFault) -> None:
        """Say why it was not kept."""
        self._fault.say(str(words_for(fault, screen())), "danger")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_because(self) -> None:
        self.because_row.show_problem(None)
        because = self.because.value()
        if because is not None and not self._chosen_by_hand:
            self.readers.set_value(_values(usually_kept_from(WithheldBecause(because))))
            self.readers_row.show_problem(None)

    def _on_readers(self) -> None:
        self._chosen_by_hand = True
        self.readers_row.show_problem(None)

    def _confirm(self) -> None:
        because, readers = self.because.value(), self.readers.value()
        if because is None:
            self.because_row.show_problem(tr("Say why it is kept from them."))
            self.because_row.focus_first()
        elif not readers:
            self.readers_row.show_problem(tr("Choose from whom it is kept."))
            self.readers_row.focus_first()
        else:
            kept_from = tuple(Reader(reader) for reader in readers)
            why = self.why.value() or ""
            self.confirmed.emit(Choice(WithheldBecause(because), kept_from, why))


def _values(readers: tuple[Reader, ...]) -> tuple[str, ...]:
    return tuple(reader.value for reader in readers)
