"""Who should come, and whom to ask for their views beforehand."""

from collections.abc import Sequence
from dataclasses import replace

from typing_extensions import override

from iro_desktop.domain.participation import Asked, Participant
from iro_desktop.domain.review import ReviewKind
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import tr
from iro_desktop.ui.review.attribute import Attribute, one_of_attribute, text_attribute
from iro_desktop.ui.review.panel import CardsPanel
from iro_desktop.ui.review.panels.person_card import PersonCard, title_of
from iro_desktop.ui.review.panels.secure_panel import SecurePanel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words
from iro_desktop.ui.words import records

_YES, _NO = "yes", "no"


class ParticipantsPanel(CardsPanel[Participant]):
    """People to invite and to ask; of a secure review, those who sit on its panel above them."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self.secure: SecurePanel | None = None
        if presenter.review.kind is ReviewKind.SECURE:
            self.secure = SecurePanel(presenter)
            self.secure.edited.connect(self.edited)
            self.secure.left.connect(self.left)
            self.secure.changed.connect(self.changed)
            self.body.insertWidget(0, self.secure)
            self.body.insertWidget(1, Words(tr("Others to invite, and to ask"), "question"))

    @override
    def focus_first(self) -> bool:
        if self.secure is not None and self.presenter.panel_problems():
            return self.secure.focus_first()
        return super().focus_first()

    @override
    def things(self) -> Sequence[Participant]:
        return self.presenter.record.participants

    @override
    def make_thing(self) -> Participant:
        return self.presenter.add_participant()

    @override
    def make_card(self, thing: Participant) -> RecordCard[Participant]:
        return InvitationCard(thing, _attributes(), self.presenter.council)

    @override
    def title_of(self, thing: Participant, number: int) -> str:
        return title_of(thing)

    @override
    def add_words(self) -> str:
        return tr("Add someone")

    @override
    def empty_words(self) -> str:
        return tr("Nobody is on the list yet. Begin with the child.")

    @override
    def set_shared(self, *, shared: bool) -> None:
        """Why someone is not asked is not for everyone's eyes."""
        for card in self.cards.values():
            for name in ("not_invited_because", "consulted_how"):
                card.rows[name].set_veiled(veiled=shared)

    @override
    def undo_words(self) -> str:
        return tr("Put back on the list")


class InvitationCard(PersonCard):
    """Asks for a reason only where someone is not invited, and how only where someone was asked."""

    @override
    def applies(self, name: str) -> bool:
        if name == "not_invited_because":
            return not self.record.invited
        if name == "consulted_how":
            return self.record.consulted is not Asked.NOT_YET
        return super().applies(name)


def _attributes() -> tuple[Attribute[Participant], ...]:
    return (
        Attribute(
            "invited",
            tr("Invite them?"),
            PickField((Option(_YES, tr("Yes")), Option(_NO, tr("No")))),
            lambda person: _YES if person.invited else _NO,
            lambda person, value: replace(person, invited=value == _YES),
            span=3,
        ),
        one_of_attribute(
            "consulted",
            tr("Asked for their views?"),
            PickField(records.options(records.asked())),
            Asked,
            span=4,
        ),
        text_attribute("consulted_how", tr("By whom, and how?"), TextField(), span=5),
        text_attribute("not_invited_because", tr("Why are they not invited?"), TextField()),
    )
