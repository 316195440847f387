"""Who should come, and whom to ask for their views beforehand."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.participation import Asked, Participant, Role
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.record_card import Attribute, RecordCard, text
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.words import records

_YES, _NO = "yes", "no"


class ParticipantsPanel(CardsPanel[Participant]):
    """People to invite and to ask."""

    @override
    def things(self) -> Sequence[Participant]:
        return self.presenter.record.participants

    @override
    def make_thing(self) -> Participant:
        return self.presenter.add_participant()

    @override
    def make_card(self, thing: Participant) -> RecordCard[Participant]:
        invited = (Option(_YES, tr("Yes")), Option(_NO, tr("No")))
        attributes: tuple[Attribute[Participant], ...] = (
            name_attribute(span=6),
            role_attribute(span=6),
            Attribute(
                "invited",
                tr("Invite them?"),
                PickField(invited),
                lambda person: _YES if person.invited else _NO,
                lambda person, value: replace(person, invited=value == _YES),
                span=3,
            ),
            Attribute(
                "consulted",
                tr("Asked for their views?"),
                PickField(records.options(records.asked())),
                lambda person: person.consulted.value,
                lambda person, value: replace(person, consulted=Asked(str(value))),
                span=4,
            ),
            Attribute(
                "consulted_how",
                tr("By whom, and how?"),
                TextField(),
                lambda person: person.consulted_how,
                lambda person, value: replace(person, consulted_how=text(value)),
                span=5,
            ),
            Attribute(
                "not_invited_because",
                tr("Why are they not invited?"),
                TextField(),
                lambda person: person.not_invited_because,
                lambda person, value: replace(person, not_invited_because=text(value)),
            ),
        )
        return InvitationCard(thing, "", attributes, remove_name=tr("Take them off the list"))

    @override
    def title_of(self, thing: Participant, number: int) -> str:
        return thing.name or records.roles()[thing.role]

    @override
    def add_words(self) -> str:
        return tr("Add someone")

    @override
    def empty_words(self) -> str:
        return tr("Nobody is on the list yet.")

    @override
    def undo_words(self) -> str:
        return tr("Put them back on the list")


class InvitationCard(RecordCard[Participant]):
    """Asks for a reason only where someone is not invited."""

    @override
    def show_state(self) -> None:
        self.rows["not_invited_because"].setVisible(not self.record.invited)


def name_attribute(span: int) -> Attribute[Participant]:
    """What someone is called."""
    return Attribute(
        "name",
        tr("Name"),
        TextField(),
        lambda person: person.name,
        lambda person, value: replace(person, name=text(value)),
        span=span,
    )


def role_attribute(span: int) -> Attribute[Participant]:
    """What someone is to the child."""
    return Attribute(
        "role",
        tr("Who are they?"),
        PickField(records.options(records.roles())),
        lambda person: person.role.value,
        lambda person, value: replace(person, role=Role(str(value))),
        span=span,
    )
