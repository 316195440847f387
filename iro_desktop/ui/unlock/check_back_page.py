"""Have two groups of the recovery key typed back from the paper."""

from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from iro_desktop.i18n import tr
from iro_desktop.ui import accessibility
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.text_field import TextField


class CheckBackPage(UnlockPage):
    """A field for each group that is asked for."""

    def __init__(self) -> None:
        super().__init__(
            tr("Is it on the paper?"),
            tr("Type two of the groups from your paper, so that we both know the key is safe."),
            step=tr("Step 3 of 3"),
        )
        self._rows: list[FormRow] = []
        self._fields: list[TextField] = []
        self._back = self.add_back(tr("Show me the key again"))
        self._open = self.add_primary(tr("Open my store"), icon="lock-open")

    def ask_for(self, numbers: tuple[int, ...]) -> None:
        """Ask for these groups, numbered from 1."""
        self.clear()
        for number in numbers:
            field = TextField()
            row = FormRow(tr("Group {number}", number=number), field)
            field.answer_changed.connect(lambda row=row: row.show_problem(None))
            for line in field.findChildren(QLineEdit):
                line.returnPressed.connect(self.gone_on)
            self._fields.append(field)
            self._rows.append(row)
            self.fields.addWidget(row)
            row.show()  # at once: Qt would show it later, and the focus could not go there now
        self._walk_in_reading_order()
        self.focus_first()

    def _walk_in_reading_order(self) -> None:
        """The fields are made late: have the buttons come after them."""
        QWidget.setTabOrder(self._fields[-1].first_control(), self._back)
        QWidget.setTabOrder(self._back, self._open)

    def typed(self) -> tuple[str, ...]:
        """What stands in the fields."""
        return tuple(field.value() or "" for field in self._fields)

    def show_wrong(self, wrong: tuple[bool, ...]) -> None:
        """Mark which were not right, and put the focus on the first of them."""
        differs = tr("That is not the group on the screen before. Look at the paper again.")
        missing = tr("Type this group from your paper.")
        for row, field, is_wrong in zip(self._rows, self._fields, wrong, strict=True):
            words = differs if field.value() else missing
            row.show_problem(words if is_wrong else None)
        first = self._rows[wrong.index(True)]
        first.focus_first()
        accessibility.announce(self, first.problem())

    @override
    def focus_first(self) -> None:
        if self._rows:
            self._rows[0].focus_first()

    @override
    def clear(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows, self._fields = [], []
