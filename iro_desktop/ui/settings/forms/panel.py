"""The forms: a council's own one in, retired and used again; and what each meeting is asked by."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.settings.forms.lines import OwnForm
from iro_desktop.ui.settings.lines import Line
from iro_desktop.ui.settings.lines_list import LinesList
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.file_dialogs import ask_for_council_file
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class FormsPanel(Panel):
    """`file_chosen` carries the Path of a form; the other two the id of a form of the council's."""

    file_chosen = Signal(Path)
    retire_wished = Signal(str)
    use_again_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            tr("Forms"),
            tr(
                "Each kind of meeting is asked by a form. Your council may write forms of its own, "
                "for these meetings or for others that it holds: they come as files, and no "
                "programming is needed. Meetings begun under a form keep it."
            ),
        )
        self._own_title = Words(tr("The council’s own forms"), "h3")
        self._own = QWidget()
        self._rows = QVBoxLayout(self._own)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.space(6))
        self.buttons: dict[str, ActionButton] = {}
        self.file_button = ActionButton(tr("Add a form…"), "folder-open")
        self.reasons = LinesList(
            tr("Why the form is refused"), tr("Ctrl+C copies one of the reasons.")
        )
        self.in_force = LinesList(tr("What each meeting is asked by"))
        self.file_button.clicked.connect(self.choose_file)
        self.add(self._own_title, self._own)
        self.finish(self.file_button)
        self.add(self.reasons, Words(tr("What each meeting is asked by"), "h3"), self.in_force)
        self.reasons.hide()

    def show_forms(self, own: tuple[OwnForm, ...], in_force: tuple[Line, ...]) -> None:
        """Show the council's own forms, and what each kind of meeting is asked by."""
        here = next((name for name, button in self.buttons.items() if button.hasFocus()), "")
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        self.buttons = {}
        for form in own:
            self._rows.addWidget(self._row(form))
        for widget in (self._own_title, self._own):
            widget.setVisible(bool(own))
        last: QWidget = self._own
        for button in (*self.buttons.values(), self.file_button):
            QWidget.setTabOrder(last, button)
            last = button
        if here:
            self._go_to(self.buttons.get(here, self.file_button))
        self.in_force.show_lines(in_force)

    def show_reasons(self, reasons: tuple[Line, ...]) -> None:
        """List why a form is refused; none takes the list away."""
        self.reasons.show_lines(reasons)
        self.reasons.setVisible(bool(reasons))

    def choose_file(self) -> None:
        """Ask which file holds the form."""
        ask_for_council_file(self, tr("Choose a form"), tr("Forms"), self.file_chosen.emit)

    def _go_to(self, button: ActionButton) -> None:
        row = button.parentWidget()
        if row is not None:
            row.show()  # what is not on screen yet takes no focus
        button.setFocus()

    def _row(self, form: OwnForm) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(Words(form.text), 1)
        button = self._button(form)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons[form.id] = button
        return row

    def _button(self, form: OwnForm) -> ActionButton:
        if form.is_in_force:
            button = ActionButton(tr("Retire"), "x", "quiet")
            accessibility.name(button, tr("Retire {form}", form=form.title))
            button.clicked.connect(lambda: self.retire_wished.emit(form.id))
        else:
            button = ActionButton(tr("Use again"), "undo-2", "quiet")
            accessibility.name(button, tr("Use {form} again", form=form.title))
            button.clicked.connect(lambda: self.use_again_wished.emit(form.id))
        return button
