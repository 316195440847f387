"""How documents look: the council's stationery, its colour, a face and a size."""

from pathlib import Path

from PySide6.QtCore import Signal

from iro_desktop.documents.theme import FAMILIES, Theme
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.services.council_look import CouncilLook
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.file_dialogs import ask_which_file
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words


class LookPanel(Panel):
    """`stationery_chosen` carries the Path of a .docx file, `theme_wished` a Theme."""

    stationery_chosen = Signal(Path)
    blank_wished = Signal()
    theme_wished = Signal(object)

    def __init__(self) -> None:
        super().__init__(
            tr("Look of documents"),
            tr(
                "Word files can be written on your council’s own stationery: its head, foot and "
                "styles stay. A file that runs something or fetches something is refused. Colour, "
                "face and size hold for every kind of file; what a reader asked for, such as large "
                "print, goes before them."
            ),
        )
        self.state = Pill("")
        self.file_button = ActionButton(tr("Use a council’s stationery…"), "folder-open")
        self.blank_button = ActionButton(tr("Write on blank pages again"), "undo-2")
        self.accent, self.family = TextField(tr("#0B6468")), PickField(_families())
        self.size_step = PickField(_sizes())
        self.accent_row = FormRow(
            tr("Colour of headings"),
            self.accent,
            hint=tr("As #RRGGBB, dark enough to be read on white. Empty leaves our own."),
        )
        self.keep_button = ActionButton(tr("Keep colour, face and size"), "check")
        self.add(
            Words(tr("Stationery"), "h3"),
            FlowRow(self.state),
            FlowRow(self.file_button, self.blank_button),
            Words(tr("Colour, face and size"), "h3"),
            self.accent_row,
            FormRow(tr("Face"), self.family),
            FormRow(tr("Size of text"), self.size_step),
        )
        self.finish(self.keep_button)
        self.file_button.clicked.connect(self.choose_file)
        self.blank_button.clicked.connect(self.blank_wished)
        self.keep_button.clicked.connect(lambda: self.theme_wished.emit(self.theme()))
        self.accent.answer_changed.connect(lambda: self.show_theme_refused(""))

    def theme(self) -> Theme:
        """What stands in the fields."""
        return Theme(
            accent=(self.accent.value() or "").strip(),
            family=self.family.value(),
            size_step=int(self.size_step.value()),
        )

    def show_look(self, look: CouncilLook) -> None:
        """Show what is in use."""
        self.show_stationery(look)
        self.accent.set_value(look.theme.accent)
        self.family.set_value(look.theme.family)
        self.size_step.set_value(str(look.theme.size_step))

    def show_stationery(self, look: CouncilLook) -> None:
        """Show whose stationery is in use. What stands in the fields stays."""
        has_own = look.stationery is not None
        if has_own:
            self.state.show_state(tr("On {name}", name=look.name), "info", "check")
        else:
            self.state.show_state(tr("On blank pages"), "plain", "file-text")
        if self.blank_button.hasFocus() and not has_own:
            self.file_button.setFocus()
        self.blank_button.setVisible(has_own)

    def show_theme_refused(self, text: str) -> None:
        """Say beside the colour why a theme is not taken; nothing takes that away."""
        self.accent_row.show_problem(text or None)
        if text:
            self.accent_row.focus_first()

    def choose_file(self) -> None:
        """Ask which file is the stationery."""
        kinds = (tr("Word documents") + " (*.docx)",)
        ask_which_file(
            self, tr("Choose the council’s stationery"), kinds, self.stationery_chosen.emit
        )


def _families() -> list[Option]:
    return [Option("", tr("As designed")), *(Option(name, name) for name in FAMILIES)]


def _sizes() -> list[Option]:
    return [
        Option("0", tr("As designed")),
        Option("-1", tr("A little smaller")),
        Option("1", tr("A little larger")),
        Option("2", tr("Larger")),
        Option("3", tr("Much larger")),
    ]
