"""The council's own rules beside the law's, and every rule there is to look up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal

from iro_desktop.i18n import tr
from iro_desktop.ui.settings.due_dates.moved_dates_part import MovedDatesPart
from iro_desktop.ui.settings.due_dates.presenter import Timescales
from iro_desktop.ui.settings.due_dates.rules_finder import RulesFinder
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.file_dialogs import ask_for_council_file
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.pill import Pill
from iro_desktop.ui.widgets.words import Words


class TimescalesPanel(Panel):
    """`file_chosen` carries the Path of a council's file."""

    file_chosen = Signal(Path)
    law_alone_wished = Signal()

    def __init__(self, explain: Callable[[str], str]) -> None:
        super().__init__(
            tr("Timescales"),
            tr(
                "Due dates go by the law. Your council may ask for things sooner, and for more: "
                "its own rules come as a file. A rule that is looser than the law is refused."
            ),
        )
        self.state = Pill("")
        self._own_title = Words(tr("The council's own rules"), "h3")
        self.own = LinesList(tr("The council's own rules"))
        self.reasons = LinesList(
            tr("Why the file is refused"), tr("Ctrl+C copies one of the reasons.")
        )
        self.file_button = ActionButton(tr("Use a council's file…"), "folder-open")
        self.law_button = ActionButton(tr("Go back to the law alone"), "undo-2")
        self.moved = MovedDatesPart()
        self.finder = RulesFinder(explain)
        self.add(FlowRow(self.state), self._own_title, self.own)
        self.file_button.clicked.connect(self.choose_file)
        self.law_button.clicked.connect(self.law_alone_wished)
        self.finish(self.file_button, self.law_button)
        self.add(self.reasons, self.moved, self.finder)
        self.reasons.hide()

    def show_timescales(self, timescales: Timescales) -> None:
        """Show whose rules are in use, what they are, and every rule."""
        council = timescales.council
        if council:
            words = tr("The law, and the rules of {council}", council=council)
            self.state.show_state(words, "info", "check")
        else:
            self.state.show_state(tr("The law alone"), "plain", "scale")
        for widget in (self._own_title, self.own):
            widget.setVisible(bool(timescales.own))
        self.own.show_lines(timescales.own)
        had_focus = self.law_button.hasFocus()
        self.law_button.setVisible(timescales.has_own)
        if had_focus and not timescales.has_own:
            self.file_button.setFocus()
        self.finder.show_rules(timescales.every)

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a file is refused; none takes the list away."""
        self.reasons.show_lines(reasons)
        self.reasons.setVisible(bool(reasons))

    def choose_file(self) -> None:
        """Ask which file holds the council's rules."""
        ask_for_council_file(
            self, tr("Choose the council's file"), tr("Timescales"), self.file_chosen.emit
        )
