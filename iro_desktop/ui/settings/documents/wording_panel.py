"""How a kind of document is worded: written on, looked over as it is written, tried out, kept."""

from collections.abc import Callable, Hashable, Sequence
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from iro_desktop.documents.kind_words import kind_of_document
from iro_desktop.domain.correspondence import DocumentKind
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.services.faults import KnownFault
from iro_desktop.services.wording import words_for
from iro_desktop.ui import theme
from iro_desktop.ui.saving import Autosave
from iro_desktop.ui.settings.documents.asked_again import AskedAgain
from iro_desktop.ui.settings.documents.template_field import TemplateField
from iro_desktop.ui.settings.documents.wording_presenter import (
    Insertable,
    Looked,
    Wording,
    WordingPresenter,
)
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.option_button import OptionCheck
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.text_field import LongTextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words.reading import language_options

PAUSE_MS = 300


class WordingPanel(Panel):
    """A text with what is said of it beneath, and what it gives of a made-up child."""

    def __init__(self, presenter: WordingPresenter) -> None:
        super().__init__(
            tr("Wording of documents"),
            tr(
                "Your council can word each kind of document itself. Sentences of its own stand "
                "as they are typed; what stands in {{double braces}} is filled in for each child. "
                "A wording belongs to one language and is not translated: where a language has "
                "none, the standard wording stands."
            ),
        )
        self._presenter = presenter
        self._shown: Wording | None = None
        self._inserts: list[Insertable] = []
        kinds = [Option(kind.value, kind_of_document(kind, screen())) for kind in DocumentKind]
        self.kind, self.language = PickField(kinds), PickField(language_options())
        self.state = Pill("")
        self.field = TemplateField()
        self.row = FormRow(
            tr("Wording"),
            self.field,
            hint=tr("Markdown: # title, ## heading, - list, **bold**, *italic*, > boxed remark."),
        )
        self.one_width = OptionCheck(tr("Letters of one width"))
        self.fields_button = ActionButton(tr("Put in a field…"), "plus")
        self.parts_button = ActionButton(tr("Put in a part…"), "plus")
        self.condition_button = ActionButton(tr("Put in a condition"), "plus")
        self.faults = LinesList(tr("What is wrong"), tr("Enter goes to the line."))
        self.remarks = LinesList(
            tr("What a child would stumble over"), tr("Enter goes to the line.")
        )
        self._faults_title = Words(tr("What is wrong"), "h3")
        self._remarks_title = Words(tr("What a child would stumble over"), "h3")
        self._left_out = Words("", "muted")
        self.preview = LongTextField(fewest_lines=6)
        self.preview_row = FormRow(
            tr("What it gives"), self.preview, hint=tr("Of a child who does not exist.")
        )
        self.example_button = ActionButton(tr("Try it on a made-up child"), "eye")
        self.keep_button = ActionButton(tr("Keep this wording"), "check", "primary")
        self.back_button = ActionButton(tr("Go back to the standard wording…"), "undo-2")
        self.asked = AskedAgain(tr("Go back to it"), tr("Keep the council’s wording"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self.autosave = Autosave(self._save_draft, self)
        self._lay_out()
        self._connect()

    def leave(self) -> bool:
        """Keep what was typed, now. Says whether nothing is left."""
        return self.autosave.flush()

    def look_again(self) -> None:
        """The council may have sent another wording: show it, where nothing is being written."""
        if self.leave():
            self._presenter.look_again()

    # What the presenter asks

    def show_wording(self, wording: Wording) -> None:
        """Show a wording to write on."""
        self._shown = wording
        self.kind.set_value(wording.kind.value)
        self.language.set_value(wording.language)
        self.field.set_value(wording.text)
        self.asked.hide()
        self._show_state(is_draft=wording.is_draft)
        _fill_menu(self.fields_button, wording.fields, self.field.put_in)
        _fill_menu(
            self.parts_button, wording.parts, lambda text: self.field.put_in(text, on_its_own=True)
        )
        self.look_over()

    def show_looked(self, looked: Looked) -> None:
        """Show what is said of the text as it stands."""
        for listed, title, lines in (
            (self.faults, self._faults_title, looked.faults),
            (self.remarks, self._remarks_title, looked.remarks),
        ):
            listed.show_lines(lines)
            listed.setVisible(bool(lines))
            title.setVisible(bool(lines))
        self._left_out.setText(looked.left_out)
        self._left_out.setVisible(bool(looked.left_out))
        has_example = self._presenter.has_example
        self.example_button.setVisible(not has_example)
        self.preview_row.setVisible(has_example)
        if not looked.faults:
            self.preview.set_value(looked.preview)
        self.preview_row.set_question(
            tr("What it gave before something was wrong") if looked.faults else tr("What it gives")
        )

    def look_over(self) -> None:
        """Have the text looked over now."""
        self._pause.stop()
        self.show_looked(self._presenter.look_over(self.field.text()))

    # Inside

    def _show_state(self, *, is_draft: bool) -> None:
        is_own = self._shown is not None and self._shown.is_own
        if is_draft:
            self.state.show_state(tr("Not kept yet: no document is made of it"), "warning", "info")
        elif is_own:
            self.state.show_state(tr("The council’s wording is in use"), "info", "check")
        else:
            self.state.show_state(tr("The standard wording is in use"), "plain", "file-text")
        self.back_button.setVisible(is_own or is_draft)

    def _on_typed(self) -> None:
        shown = self._shown
        if shown is not None:
            self.autosave.touch((shown.kind, shown.language), self.field.text())
            self._show_state(is_draft=True)
            self._pause.start()

    def _save_draft(self, key: Hashable, value: object) -> None:
        if isinstance(key, tuple) and isinstance(value, str):
            kind, language = key
            self._presenter.keep_draft(DocumentKind(kind), str(language), value)

    def _on_turned(self) -> None:
        if self.leave():
            tried = self._presenter.has_example
            self._presenter.turn_to(DocumentKind(self.kind.value()), self.language.value())
            if tried:
                self._presenter.load_example()

    def _on_keep(self) -> None:
        self.look_over()
        if self.faults.isVisibleTo(self):
            self.say_fault(tr("Put right what is wrong first. Nothing has been changed."))
            self.faults.setFocus()
        elif self.leave():
            self._presenter.keep(self.field.text())

    def _on_back(self) -> None:
        self.asked.ask(self._presenter.lost_by_going_back(self.field.text()))

    def _on_confirmed(self) -> None:
        if self.leave():
            self._presenter.go_back()
            self.kind.focus_first()

    def _go_to(self, listed: LinesList, _index: object = None) -> None:
        line: Line | None = listed.line()
        if line is not None and line.key:
            self.field.go_to_line(int(line.key))

    def _on_failed(self, fault: KnownFault) -> None:
        self.say_fault(str(words_for(fault, screen())))

    def _lay_out(self) -> None:
        self.add(
            FormRow(tr("Which document"), self.kind),
            FormRow(tr("In which language"), self.language),
            FlowRow(self.state),
            self.row,
            FlowRow(self.fields_button, self.parts_button, self.condition_button, self.one_width),
        )
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(8))
        for widget in (
            self._faults_title,
            self.faults,
            self._left_out,
            self._remarks_title,
            self.remarks,
        ):
            column.addWidget(widget)
        self.preview_row.set_read_only(True)
        self.add(found, FlowRow(self.example_button), self.preview_row, self.asked)
        self.add(FlowRow(self.keep_button, self.back_button))
        self.finish()

    def _connect(self) -> None:
        self.kind.answer_changed.connect(self._on_turned)
        self.language.answer_changed.connect(self._on_turned)
        self.field.answer_changed.connect(self._on_typed)
        self.field.left.connect(self.leave)
        self._pause.timeout.connect(self.look_over)
        self.one_width.toggled.connect(self.field.set_one_width)
        self.condition_button.clicked.connect(
            lambda: self.field.put_in("{% if child %}\n\n{% else %}\n\n{% end %}", on_its_own=True)
        )
        for listed in (self.faults, self.remarks):
            listed.opened.connect(partial(self._go_to, listed))
            listed.clicked.connect(partial(self._go_to, listed))
        self.example_button.clicked.connect(self._presenter.load_example)
        self.keep_button.clicked.connect(self._on_keep)
        self.back_button.clicked.connect(self._on_back)
        self.asked.confirmed.connect(self._on_confirmed)
        self.asked.given_up.connect(self.back_button.setFocus)
        self.autosave.failed.connect(self._on_failed)


def _fill_menu(
    button: ActionButton, choices: Sequence[Insertable], put_in: Callable[[str], None]
) -> None:
    menu = QMenu(button)
    for choice in choices:
        menu.addAction(choice.words.replace("&", "&&"), partial(put_in, choice.text))
    old = button.menu()
    button.setMenu(menu)
    if old is not None:
        old.deleteLater()
