"""A copy in another language: how its translation stands, to a translator, and back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.documents.exchange.package import ExchangeFormat
from iro_desktop.domain.copies import CopyWanted
from iro_desktop.i18n import ntr, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.ui import theme
from iro_desktop.ui.jobs import JobRunner
from iro_desktop.ui.widgets.file_dialogs import ask_where_to_save, ask_which_file
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.writing.translating.findings import found_texts, outcome
from iro_desktop.ui.writing.translating.findings_list import FindingsList
from iro_desktop.ui.writing.translating.page import Page
from iro_desktop.ui.writing.translating.presenter import CameBack, TranslationPresenter
from iro_desktop.ui.writing.translating.standing_card import StandingCard
from iro_desktop.ui.writing.versions.notice import Notice
from iro_desktop.ui.writing.versions.refusals import Place, refusal_of


class TranslationPanel(QWidget):
    """`taken` is told once translations were kept, `go_wanted` carries a Place as text.

    It is a column of cards that does not scroll by itself. A copy in English shows a sentence.
    """

    taken = Signal()
    go_wanted = Signal(str)

    def __init__(self, presenter: TranslationPresenter, runner: JobRunner) -> None:
        super().__init__()
        self._presenter, self._runner = presenter, runner
        self._page: Page | None = None
        self._back: CameBack | None = None
        self.dialog: QFileDialog | None = None
        self.notice = Notice()
        self.notice.go_wanted.connect(self._on_go)
        self.english = Words(
            tr("This copy is in English. For another language, choose it above."), "muted"
        )
        self.standing = StandingCard()
        self.out_card, self.back_card = self._make_out_card(), _BackCard()
        self.back_card.wanted.connect(self._on_take_back)
        self.back_card.findings.looked_at.connect(self._on_looked_at)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(16))
        parts = (self.english, self.notice, self.standing, self.out_card, self.back_card)
        for part in parts:
            layout.addWidget(part)
        layout.addStretch(1)

    def show_copy(self, wanted: CopyWanted) -> None:
        """Show how the translation of a copy stands."""
        if self._page is None or self._page.wanted != wanted:
            self._presenter.open(wanted)
            self._back = None
            self.notice.hide()
            self.standing.close_texts()
            self.back_card.findings.show_texts(())
            self._show(self._presenter.page())
            if self._page is not None:
                self.back_card.by.field.set_value(self._presenter.translator(self._page))
            self.back_card.by.show_problem(None)
        else:
            self.refresh()

    def refresh(self) -> None:
        """Show what is kept now. What is being typed is left alone."""
        self._show(self._presenter.page())

    def _show(self, page: Page) -> None:
        self._page = page
        is_translated = bool(page.language)
        self.english.setVisible(not is_translated)
        self.standing.setVisible(is_translated)
        goes_out = is_translated and page.refusal is None and bool(page.texts)
        self.out_card.setVisible(goes_out)
        self.back_card.setVisible(goes_out and self._presenter.may_take_in())
        if is_translated:
            self.standing.show_page(page)
        if page.refusal is not None:
            self.notice.refuse(page.refusal)

    def _make_out_card(self) -> Card:
        card = Card(tr("Send it to a translator"))
        card.add(
            Words(
                tr(
                    "Only what stands in this copy goes out. It tells of a child: let it go to the "
                    "translator by a safe road."
                )
            )
        )
        self.word_button = ActionButton(tr("As Word, in two columns…"), "file-text")
        self.xliff_button = ActionButton(tr("As XLIFF, for a translator’s program…"), "download")
        self.word_button.clicked.connect(partial(self._ask_where, ExchangeFormat.WORD))
        self.xliff_button.clicked.connect(partial(self._ask_where, ExchangeFormat.XLIFF))
        card.add(FlowRow(self.word_button, self.xliff_button))
        return card

    # What happens

    def send_out(self, file_format: ExchangeFormat, out: Path) -> None:
        """Write the file for a translator."""
        wanted = self._presenter.wanted
        self.notice.say(tr("Writing…"), "info")
        self._runner.run(
            lambda _control: self._presenter.make(wanted, file_format, out),
            lambda texts: self._on_out(out, texts),
            self._on_failed,
        )

    def take_back(self, file: Path) -> None:
        """Take in the file that came back."""
        wanted, name = self._presenter.wanted, self.back_card.translator()
        self.notice.say(tr("Reading…"), "info")
        self._runner.run(
            lambda _control: self._presenter.read_back(wanted, file, name),
            self._on_back,
            self._on_failed,
        )

    def _ask_where(self, file_format: ExchangeFormat) -> None:
        name = self._presenter.file_name(file_format)
        self.dialog = ask_where_to_save(
            self, tr("Where should the file go?"), name, partial(self.send_out, file_format)
        )

    def _on_take_back(self) -> None:
        self._presenter.remember_translator(self.back_card.translator())
        kinds = tr("XLIFF or Word (*.xlf *.xliff *.docx)")
        self.dialog = ask_which_file(self, tr("Which file came back?"), (kinds,), self.take_back)

    def _on_looked_at(self, name: str) -> None:
        back = self._back
        if back is not None:
            self._runner.run(
                lambda _control: self._presenter.keep_anyway(back, name),
                self._on_back,
                self._on_failed,
            )

    def _on_out(self, out: Path, texts: int) -> None:
        one = "{file} is saved, with {number} text to translate."
        many = "{file} is saved, with {number} texts to translate."
        self.notice.say(ntr(one, many, texts, file=out.name))

    def _on_back(self, back: CameBack) -> None:
        self._presenter.settle(back)
        if back.wanted != self._presenter.wanted:
            return
        self._back = back
        self.refresh()
        self.back_card.findings.show_texts(found_texts(back.taken))
        self.notice.say(outcome(back.taken), "warning" if back.taken.findings else "success")
        if not self.back_card.findings.focus_first():
            self.back_card.button.setFocus(Qt.FocusReason.OtherFocusReason)
        if back.taken.kept:
            self.taken.emit()

    def _on_failed(self, fault: Exception) -> None:
        if not isinstance(fault, KnownFault):
            raise fault
        self.notice.refuse(refusal_of(fault))

    def _on_go(self, place: Place) -> None:
        self.go_wanted.emit(place.value)


class _BackCard(Card):
    """Who translated, the file that came back, and what was found in it. Return asks for it too."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Take the translation in"))
        self.by = FormRow(
            tr("Who translated it?"),
            TextField(),
            hint=tr("A person or an office. It stands at the end of the document."),
        )
        self.button = ActionButton(tr("Choose the file that came back…"), "upload")
        self.button.clicked.connect(self._on_wanted)
        self.findings = FindingsList()
        self.add(self.by, FlowRow(self.button), self.findings)

    def translator(self) -> str:
        """Who translated, as it is typed."""
        value = self.by.field.value()
        return value.strip() if isinstance(value, str) else ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_return and self.by.isAncestorOf(self.focusWidget()):
            self._on_wanted()
        else:
            super().keyPressEvent(event)

    def _on_wanted(self) -> None:
        if not self.translator():
            self.by.show_problem(tr("Say who translated it."))
            self.by.focus_first()
            return
        self.by.show_problem(None)
        self.wanted.emit()
