"""Everyone who is asked before the meeting: forms given out, taken back, or written down."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout
from typing_extensions import override

from iro_desktop.documents.formats import Format
from iro_desktop.domain.consultations import ConsultationAnswer
from iro_desktop.form_engine.definition import Question
from iro_desktop.i18n import ntr, screen, tr
from iro_desktop.services.faults import KnownFault, UnreadableFile
from iro_desktop.services.private_file import write_file
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.review.consultations.card import ConsultationCard
from iro_desktop.ui.review.consultations.presenter import ConsultationsPresenter, Consulted
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.widgets.emptying import throw_away
from iro_desktop.ui.widgets.file_dialogs import ask_where_to_save, ask_which_file
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.words import Words

_BIGGEST = 50_000_000
_FILE_NAME = "form"


class ConsultationsPanel(Panel):
    """A card for everyone for whom there is a form, and one way to take any filled form back."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self.consultations = ConsultationsPresenter(presenter)
        self.cards: dict[str, ConsultationCard] = {}
        self.dialog: QFileDialog | None = None
        self.said = Banner("", dismissible=True)
        self.said.hide()
        self._nobody = Words(
            tr("There is a form for everyone on the list of people whom a form asks."), "muted"
        )
        self.take_button = ActionButton(tr("Take back a filled form…"), "download")
        self.take_button.clicked.connect(self._ask_which)
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.space(10))
        self.body.addWidget(Words(tr("What people think beforehand"), "h2"))
        self.body.addWidget(self.said)
        self.body.addWidget(FlowRow(self.take_button))
        self.body.addWidget(self._nobody)
        self.body.addLayout(self._list)
        self.refresh()

    @override
    def refresh(self) -> None:
        people, fixed = self.consultations.people(), self.is_fixed()
        wanted = {one.person.id for one in people}
        for name in [name for name in self.cards if name not in wanted]:
            card = self.cards.pop(name)
            throw_away(self._list, card)
        for place, consulted in enumerate(people):
            name = consulted.person.id
            if name not in self.cards:
                self.cards[name] = self._card(consulted)
                self._list.insertWidget(place, self.cards[name])
                self.cards[name].show()
            self.cards[name].show_consulted(consulted, fixed=fixed)
        self._nobody.setVisible(not people)
        self.take_button.setVisible(not fixed)

    @override
    def set_shared(self, *, shared: bool) -> None:
        """What someone wrote is read out by them, or not at all."""
        for card in self.cards.values():
            card.setHidden(shared)

    def take_back(self, file: Path) -> None:
        """Take in what stands in a filled form."""
        self.left.emit()
        try:
            taken = self.consultations.take_back(_read(file), file.name)
        except KnownFault as fault:
            self.said.say(str(words_for(fault, screen())), "danger")
            return
        answers = ntr("{number} answer", "{number} answers", taken.answered)
        if taken.review == self.presenter.review.id:
            words = tr("Taken back from {name}: {answers}.", name=taken.person, answers=answers)
        else:
            words = tr("Taken back: {answers}, for another meeting.", answers=answers)
        self.said.say(words, "success")
        self.refresh()
        self.changed.emit()

    def save_form(self, consulted: Consulted, file_format: Format, out: Path) -> None:
        """Write someone's form to a file, and note that they were asked."""
        try:
            write_file(self.consultations.write_form(consulted.person, file_format), out)
        except KnownFault as fault:
            self.said.say(str(words_for(fault, screen())), "danger")
            return
        self.said.say(tr("Saved as {name}.", name=out.name), "success")
        asked = None if self.is_fixed() else self.consultations.note_asked(consulted.person)
        if asked is not None:
            self.edit(asked)
            self.left.emit()
            self.refresh()

    def _card(self, consulted: Consulted) -> ConsultationCard:
        card = ConsultationCard(consulted, self.consultations)
        card.form_wanted.connect(partial(self._ask_where, card))
        card.answered.connect(partial(self._on_answered, card))
        card.own_words_wanted.connect(self._on_own_words)
        card.left.connect(self.left)
        return card

    def _on_answered(self, card: ConsultationCard, question: Question, words: str) -> None:
        edit = self.consultations.answer(card.consulted, question, words)
        if edit is not None:
            person = next(
                one.person
                for one in self.consultations.people()
                if one.person.id == card.consulted.person.id
            )
            self.edit(edit)
            if person != card.consulted.person:
                self.edit(person)
            self.refresh()

    def _on_own_words(self, answer: ConsultationAnswer) -> None:
        self.edit(self.consultations.as_own_words(answer))
        self.left.emit()
        for card in self.cards.values():
            card.show_answers()  # the same words stand elsewhere by now
        self.said.say(tr("It stands among the child's words. Ask who may read it."), "success")

    def _ask_where(self, card: ConsultationCard, file_format: Format) -> None:
        self.dialog = ask_where_to_save(
            self,
            tr("Where should the form go?"),
            f"{_FILE_NAME}.{file_format.value}",
            lambda out: self.save_form(card.consulted, file_format, out),
        )

    def _ask_which(self) -> None:
        kinds = (tr("Filled forms") + " (*.pdf *.docx)",)
        self.dialog = ask_which_file(self, tr("Which form came back?"), kinds, self.take_back)


def _read(file: Path) -> bytes:
    try:
        if file.stat().st_size > _BIGGEST:
            raise UnreadableFile(name=file.name, why="it is far too large for a form")
        return file.read_bytes()
    except OSError as fault:
        raise UnreadableFile(name=file.name, why=fault.strerror or "it cannot be read") from fault
