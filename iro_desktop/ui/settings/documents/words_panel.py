"""The council's list of words: a file in, shown, and taken out."""

from pathlib import Path

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.documents.words_presenter import CouncilWords
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.file_dialogs import ask_for_council_file
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill


class WordsPanel(Panel):
    """`file_chosen` carries the Path of a council's list."""

    file_chosen = Signal(Path)
    ours_alone_wished = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Words"),
            tr(
                "Words that a child would stumble over are pointed out as you write. Your council "
                "can lay its own list over ours. The words that a child prefers stand before both."
            ),
        )
        self.state = Pill("")
        self.own = LinesList(tr("The council’s own words"), tr("Ctrl+C copies an entry."))
        self.reasons = LinesList(
            tr("Why the file is refused"), tr("Ctrl+C copies one of the reasons.")
        )
        self.file_button = ActionButton(tr("Use a council’s list…"), "folder-open")
        self.ours_button = ActionButton(tr("Take the council’s list out"), "undo-2")
        self.file_button.clicked.connect(self.choose_file)
        self.ours_button.clicked.connect(self.ours_alone_wished)
        self.add(FlowRow(self.state), self.own)
        self.finish(self.file_button, self.ours_button)
        self.add(self.reasons)
        self.reasons.hide()

    def show_words(self, words: CouncilWords) -> None:
        """Show whose list is in use, and what is in it."""
        if words.owner:
            text = tr("The list of {council}, and ours", council=words.owner)
            self.state.show_state(text, "info", "check")
        else:
            self.state.show_state(tr("Our list alone"), "plain", "file-text")
        self.own.show_lines(words.lines)
        self.own.setVisible(bool(words.lines))
        had_focus = self.ours_button.hasFocus()
        self.ours_button.setVisible(words.has_own)
        if had_focus and not words.has_own:
            self.file_button.setFocus()

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a file is refused; none takes the list away."""
        self.reasons.show_lines(reasons)
        self.reasons.setVisible(bool(reasons))

    def choose_file(self) -> None:
        """Ask which file holds the council's list."""
        ask_for_council_file(
            self, tr("Choose the council’s list"), tr("Lists of words"), self.file_chosen.emit
        )
