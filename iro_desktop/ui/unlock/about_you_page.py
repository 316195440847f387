"""The very first page: what this program is, and who the IRO is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import tr
from iro_desktop.ui.unlock.page import UnlockPage
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.text_field import TextField


class AboutYouPage(UnlockPage):
    """Name, telephone, email and council, as letters to children will give them."""

    restore_chosen = Signal()

    def __init__(self, *, can_restore: bool) -> None:
        super().__init__(
            tr("Welcome"),
            tr(
                "Here you prepare and chair children's reviews, and write to each child "
                "afterwards. Everything is kept in one encrypted store on this laptop, and works "
                "without a network."
            ),
            tr("First, who you are. Letters to children carry this, so that they can reach you."),
            step=tr("Step 1 of 3"),
        )
        self._name, self._telephone = TextField(), TextField()
        self._email, self._authority = TextField(), TextField()
        self._name_row = FormRow(tr("Your name"), self._name)
        self._rows = (
            self._name_row,
            FormRow(tr("Telephone"), self._telephone),
            FormRow(tr("Email"), self._email),
            FormRow(tr("Council"), self._authority),
        )
        self.add_fields(*self._rows)
        self._name.answer_changed.connect(lambda: self._name_row.show_problem(None))
        for field in self._fields():
            for line in field.findChildren(QLineEdit):
                line.returnPressed.connect(self.gone_on)
        self.add_primary(tr("Next: your passphrase"))
        if can_restore:
            way = self.add_below(tr("I have a backup to bring back"), "upload")
            way.clicked.connect(self.restore_chosen)

    def owner(self) -> Signatory:
        """What was typed."""
        name, telephone, email, authority = (field.value() or "" for field in self._fields())
        return Signatory(name=name, telephone=telephone, email=email, authority=authority)

    def show_name_missing(self) -> None:
        """Say that a name is needed."""
        self._name_row.show_problem(tr("Write your name: letters are signed with it."))
        self._name_row.focus_first()

    @override
    def focus_first(self) -> None:
        self._name.focus_first()

    def _fields(self) -> tuple[TextField, ...]:
        return (self._name, self._telephone, self._email, self._authority)
