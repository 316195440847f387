"""Who the IRO is, as letters and minutes name them. Kept as it is typed."""

from PySide6.QtCore import Signal

from iro_desktop.domain.review_record import Signatory
from iro_desktop.i18n import tr
from iro_desktop.ui.settings.panel import Panel
from iro_desktop.ui.widgets.form_row import FormRow
from iro_desktop.ui.widgets.messages import StatusLine
from iro_desktop.ui.widgets.text_field import TextField


class OwnerPanel(Panel):
    """`typed` carries the Signatory while the name is there; `left` says that a field was left."""

    typed = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(tr("About you"), tr("Letters to children carry this."))
        self._name, self._telephone = TextField(), TextField()
        self._email, self._authority = TextField(), TextField()
        self._name_row = FormRow(tr("Your name"), self._name)
        self.status = StatusLine()
        rows = (
            self._name_row,
            FormRow(tr("Telephone"), self._telephone),
            FormRow(tr("Email"), self._email),
            FormRow(tr("Council"), self._authority),
        )
        self.add(*rows)
        for row in rows:
            row.answer_changed.connect(self._on_typed)
            row.left.connect(self.left)
        self.finish()
        self.add(self.status)

    def show_owner(self, owner: Signatory) -> None:
        """Show who the IRO is."""
        self._name.set_value(owner.name)
        self._telephone.set_value(owner.telephone)
        self._email.set_value(owner.email)
        self._authority.set_value(owner.authority)

    def owner(self) -> Signatory:
        """What stands in the fields."""
        fields = (self._name, self._telephone, self._email, self._authority)
        name, telephone, email, authority = (field.value() or "" for field in fields)
        return Signatory(name=name, telephone=telephone, email=email, authority=authority)

    def _on_typed(self) -> None:
        owner = self.owner()
        if owner.name:
            self._name_row.show_problem(None)
            self.typed.emit(owner)
        else:
            self._name_row.show_problem(tr("Write your name: letters are signed with it."))
