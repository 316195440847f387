"""Asks what one step needs, in place: Return confirms, Escape gives up, what is typed stays."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.domain.answers import AnswerValue
from iro_desktop.i18n import tr
from iro_desktop.ui import theme
from iro_desktop.ui.forms_with_buttons import stands_till_confirmed
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_keys import take_form_key
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.words import Words


class StepForm(QWidget):
    """`given_up` is told once the person would rather not now."""

    given_up = Signal()

    def __init__(self, title: str, button: ActionButton, others: Sequence[QWidget] = ()) -> None:
        super().__init__()
        stands_till_confirmed(self)
        self.button = button
        self.button.clicked.connect(self.confirm)
        self.rows: dict[str, FormRow] = {}
        self._not_now = ActionButton(tr("Not now"), "", "quiet")
        self._not_now.clicked.connect(self.given_up)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, theme.space(6), 0, 0)
        self._body.setSpacing(theme.space(12))
        self._body.addWidget(Words(title, "h3"))
        self._parts = QVBoxLayout()
        self._parts.setSpacing(theme.space(12))
        self._body.addLayout(self._parts)
        self._body.addWidget(FlowRow(button, *others, self._not_now))
        self.hide()

    def ask(self, name: str, row: FormRow) -> FormRow:
        """Ask one thing more."""
        self.rows[name] = row
        self.add(row)
        return row

    def add(self, widget: QWidget) -> None:
        """Put something beneath what is asked."""
        self._parts.addWidget(widget)

    def confirm(self) -> None:
        """Do it, or say beside the field what is missing."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Put the focus where one begins."""
        for row in self.rows.values():
            if not row.isHidden():
                row.focus_first()
                return
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> dict[str, AnswerValue]:
        """What stands in the fields."""
        return {name: row.field.value() for name, row in self.rows.items()}

    def put_back(self, typed: Mapping[str, AnswerValue]) -> None:
        """Show what was typed before; where nothing was, as at the beginning."""
        for name, row in self.rows.items():
            row.field.set_value(typed.get(name, self.at_first(name)))
            row.show_problem(None)

    def at_first(self, _name: str) -> AnswerValue:
        """What stands in a field before anyone typed."""
        return None

    def words_in(self, name: str) -> str:
        """The words typed in a field, without spaces around them."""
        value = self.rows[name].field.value()
        return value.strip() if isinstance(value, str) else ""

    def refuse(self, name: str, why: str) -> None:
        """Say beside a field what is wrong, and lead there."""
        for other, row in self.rows.items():
            row.show_problem(why if other == name else None)
        self.rows[name].focus_first()

    def accept(self) -> None:
        """Nothing is wrong any more."""
        for row in self.rows.values():
            row.show_problem(None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not take_form_key(event, self.confirm, self.given_up.emit):
            super().keyPressEvent(event)
