"""The practice tools: what they are called here, and a council's own pack in or out."""

from pathlib import Path

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.file_dialogs import ask_for_council_file
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words


class PracticePanel(Panel):
    """`file_chosen` carries the Path of a pack."""

    file_chosen = Signal(Path)
    own_wished = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Practice tools"),
            tr(
                "What the tools are called, their columns, rows and rooms, and the questions that "
                "help, stand in a practice pack. Your council may write one of its own. What is "
                "recorded stays as it is."
            ),
        )
        self.state = Pill("")
        self.file_button = ActionButton(tr("Use a council's pack…"), "folder-open")
        self.own_button = ActionButton(tr("Go back to the program's own"), "undo-2")
        self.reasons = LinesList(
            tr("Why the pack is refused"), tr("Ctrl+C copies one of the reasons.")
        )
        self.in_force = LinesList(tr("What stands in the pack"))
        self.add(FlowRow(self.state))
        self.file_button.clicked.connect(self.choose_file)
        self.own_button.clicked.connect(self.own_wished)
        self.finish(self.file_button, self.own_button)
        self.add(self.reasons, Words(tr("What stands in the pack"), "h3"), self.in_force)
        self.reasons.hide()

    def show_pack(self, title: str, is_councils: bool, lines: tuple[Line, ...]) -> None:  # noqa: FBT001
        """Show which pack is in force, and what stands in it."""
        if is_councils:
            self.state.show_state(title, "info", "check")
        else:
            self.state.show_state(tr("The program's own pack"), "plain", "scale")
        had_focus = self.own_button.hasFocus()
        self.own_button.setVisible(is_councils)
        if had_focus and not is_councils:
            self.file_button.setFocus()
        self.in_force.show_lines(lines)

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a pack is refused; none takes the list away."""
        self.reasons.show_lines(reasons)
        self.reasons.setVisible(bool(reasons))

    def choose_file(self) -> None:
        """Ask which file holds the pack."""
        ask_for_council_file(
            self, tr("Choose a practice pack"), tr("Practice packs"), self.file_chosen.emit
        )
