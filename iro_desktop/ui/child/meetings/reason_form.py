"""Asks why, in a few words, before something is put aside."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_keys import take_form_key
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.text_field import TextField


class ReasonForm(QWidget):
    """`given` carries the reason. Return gives it, Escape gives up."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, question: str, action: str, icon: str = "check") -> None:
        super().__init__()
        stands_till_confirmed(self)
        self.row = FormRow(question, TextField())
        give = ActionButton(action, icon, "primary")
        give.clicked.connect(self._give)
        not_now = ActionButton(tr("Not now"), "", "quiet")
        not_now.clicked.connect(self._give_up)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.space(4), 0, 0)
        layout.setSpacing(theme.space(8))
        layout.addWidget(self.row)
        layout.addWidget(FlowRow(give, not_now))

    def ask(self) -> None:
        """Ask, with nothing written yet."""
        self.row.field.set_value(None)
        self.row.show_problem(None)
        self.show()
        self.row.focus_first()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_form_key(event, self._give, self._give_up):
            super().keyPressEvent(event)

    def _give(self) -> None:
        reason = str(self.row.field.value() or "").strip()
        if not reason:
            self.row.show_problem(tr("Say in a few words why."))
            self.row.focus_first()
            return
        self.hide()
        self.given.emit(reason)

    def _give_up(self) -> None:
        self.hide()
        self.given_up.emit()
