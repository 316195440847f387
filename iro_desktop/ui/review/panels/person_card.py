"""Someone at the review: their name and role stand in the title, and fold out to be changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from iro_desktop.domain.participation import Participant, Role
from iro_desktop.i18n import tr
from iro_desktop.services.council_people import Council, name_participant, names
from iro_desktop.ui.review.attribute import Attribute, one_of_attribute, text
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.iconed import IconButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.words import records

_FOLDED = ("name", "role")


class PersonCard(RecordCard[Participant]):
    """Whoever has no name yet is asked for it; whoever has, only what the panel wants to know.

    Those whom the council lists are offered by name, and bring their role.
    """

    def __init__(
        self,
        person: Participant,
        attributes: Sequence[Attribute[Participant]],
        council: Council = (),
        parent: QWidget | None = None,
    ) -> None:
        self._unfolded = not person.name and person.role is Role.OTHER
        self.unfold_button = IconButton(tr("Change name or role"), "pencil")
        self.unfold_button.setCheckable(True)
        super().__init__(
            person,
            (_name(council), _role(), *attributes),
            removing=tr("Take off the list"),
            parent=parent,
        )
        self.unfold_button.setChecked(self._unfolded)
        self.unfold_button.toggled.connect(self._on_unfolded)
        self.add_to_head(self.unfold_button)

    @override
    def applies(self, name: str) -> bool:
        return self._unfolded or name not in _FOLDED

    @override
    def set_title(self, title: str) -> None:
        super().set_title(title)
        self.unfold_button.set_name(tr("Change name or role: {who}", who=title))

    @override
    def set_read_only(self, read_only: bool) -> None:
        super().set_read_only(read_only)
        self.unfold_button.setVisible(not read_only)

    @override
    def _on_changed(self, attribute: Attribute[Participant]) -> None:
        super()._on_changed(attribute)
        self.rows["role"].field.set_value(self.record.role.value)

    def _on_unfolded(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._unfolded = shown
        self.show_rows()
        if shown:
            self.rows["name"].focus_first()


def title_of(person: Participant) -> str:
    """What someone is called on their card."""
    role = records.roles()[person.role]
    return tr("{name} · {role}", name=person.name, role=role) if person.name else role


def _name(council: Council) -> Attribute[Participant]:
    return Attribute(
        "name",
        tr("Name"),
        PersonField(names(council)),
        lambda person: person.name,
        lambda person, value: name_participant(person, text(value), council),
        span=6,
    )


def _role() -> Attribute[Participant]:
    return one_of_attribute(
        "role", tr("Who are they?"), PickField(records.options(records.roles())), Role, span=6
    )
