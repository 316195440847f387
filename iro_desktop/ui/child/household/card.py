"""About a foster household: its approval and its terms, and the children who live there."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from iro_desktop.i18n import screen, tr
from iro_desktop.ui.child.household.end_of_approval import EndOfApproval
from iro_desktop.ui.child.household.presenter import (
    HouseholdField,
    HouseholdPage,
    HouseholdPresenter,
)
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.field import Field
from iro_desktop.ui.widgets.flow_layout import FlowRow
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.messages import Banner
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.surfaces import Card
from iro_desktop.ui.widgets.text_field import LongTextField, TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.widgets.writing import writing


class HouseholdCard(Card):
    """`written` carries a field's name and its text; `left` tells that a field was left.

    `child_named` carries a child of the caseload, `ended` a day and a reason, `resumed` that the
    end of the approval is taken back.
    """

    written = Signal(str, str)
    left = Signal()
    child_named = Signal(str)
    ended = Signal(object, str)
    resumed = Signal()

    def __init__(self, presenter: HouseholdPresenter) -> None:
        super().__init__(tr("About the household"))
        self._shown: HouseholdPage | None = None
        self._fields = {each: _field(each, presenter) for each in HouseholdField}
        self._rows: list[FormRow] = []
        self._panel = Banner(
            tr("The next review is the first: its report goes to the fostering panel."), "info"
        )
        self.add(self._panel)
        for each, field in self._fields.items():
            row = FormRow(_question(each), field, hint=_hint(each))
            row.answer_changed.connect(lambda each=each: self._on_changed(each))
            row.left.connect(self.left)
            self._rows.append(row)
            self.add(row)
        self._child = PickField([])
        self._name_child = writing(ActionButton(tr("Name as living here"), "plus"))
        self._name_child.clicked.connect(lambda: self.child_named.emit(self._child.value()))
        self._children = FormRow(
            tr("A child placed with them"),
            self._child,
            hint=tr("Only the first name is taken over. Their views are asked for at the review."),
        )
        self._name_row = FlowRow(self._name_child)
        self.add(self._children, self._name_row)
        self._ended = Words("", "muted")
        self._resume = writing(ActionButton(tr("The approval has not ended"), "undo-2", "quiet"))
        self._resume.clicked.connect(self.resumed)
        self.end = EndOfApproval(lambda: presenter.today)
        self.end.ended.connect(self.ended)
        self._resume_row = FlowRow(self._resume)
        self.add(self._ended, self._resume_row, self.end)

    def show_household(self, page: HouseholdPage | None) -> None:
        """Show a household, leaving alone what is being written of it; None is a child's page."""
        self.setVisible(page is not None)
        before, self._shown = self._shown, page
        if page is None:
            return
        same = before is not None and before.household == page.household
        for each, field in self._fields.items():
            if not (same and _is_written_in(field)):
                field.set_value(page.values[each] or None)
        self._panel.setVisible(page.approval.to_panel)
        self._child.set_options(page.children)
        self._children.setVisible(bool(page.children))
        self._name_row.setVisible(bool(page.children))
        self._show_end(page)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """What a field says beneath itself it may have said while the page was not in sight."""
        for row in self._rows:
            layout = row.layout()
            if layout is not None:
                layout.invalidate()
            row.updateGeometry()

    def _show_end(self, page: HouseholdPage) -> None:
        ended = page.approval.ended_on
        if ended is not None:
            said = tr("The approval ended on {day}.", day=screen().date(ended))
            self._ended.setText(" ".join((said, page.approval.ended_because)).strip())
        self._ended.setVisible(ended is not None)
        self._resume_row.setVisible(ended is not None)
        self.end.setVisible(ended is None)

    def _on_changed(self, each: HouseholdField) -> None:
        value = self._fields[each].value()
        if value is None and each is HouseholdField.APPROVED_ON:
            return  # a date half typed must not take away the one that stood there
        self.written.emit(each.value, value or "")


def _question(each: HouseholdField) -> str:
    return {
        HouseholdField.NAME: tr("Name of the household"),
        HouseholdField.APPROVED_ON: tr("Approved on"),
        HouseholdField.SUPERVISING_SOCIAL_WORKER: tr("Supervising social worker"),
        HouseholdField.TEAM: tr("Team"),
        HouseholdField.TERMS: tr("Terms of the approval"),
    }[each]


def _hint(each: HouseholdField) -> str:
    if each is HouseholdField.TERMS:
        return tr("For example two children from birth to 18.")
    return ""


def _field(each: HouseholdField, presenter: HouseholdPresenter) -> Field:
    if each is HouseholdField.APPROVED_ON:
        return DateField(lambda: presenter.today)
    return LongTextField(fewest_lines=2) if each is HouseholdField.TERMS else TextField()


def _is_written_in(field: QWidget) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and field.isAncestorOf(focused)
