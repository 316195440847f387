"""An advocate and an independent visitor: what was offered at this review, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from iro_desktop.documents.advocacy import service_in_words, state_in_words
from iro_desktop.documents.blocks import text_of
from iro_desktop.documents.whole_child_words import offer_in_words
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.participation import Role
from iro_desktop.domain.whole_child import Found
from iro_desktop.form_engine.definition import Option
from iro_desktop.i18n import screen, tr
from iro_desktop.services.council_people import names
from iro_desktop.ui import accessibility, theme
from iro_desktop.ui.review.attribute import (
    Attribute,
    day_attribute,
    one_of_attribute,
    text_attribute,
)
from iro_desktop.ui.review.kept_passages import Place
from iro_desktop.ui.review.long_texts import equip
from iro_desktop.ui.review.panel import Panel
from iro_desktop.ui.review.presenter import ReviewPresenter
from iro_desktop.ui.review.record_card import RecordCard
from iro_desktop.ui.review.whole_child.presenter import WholeChildPresenter
from iro_desktop.ui.widgets.date_field import DateField
from iro_desktop.ui.widgets.iconed import ActionButton
from iro_desktop.ui.widgets.person_field import PersonField
from iro_desktop.ui.widgets.pick_field import PickField
from iro_desktop.ui.widgets.text_field import TextField
from iro_desktop.ui.widgets.words import Words

_OFFERED = frozenset(
    {OfferState.OFFERED, OfferState.ACCEPTED, OfferState.DECLINED, OfferState.HAS_ONE}
)
_IN_TOUCH = frozenset({OfferState.ACCEPTED, OfferState.HAS_ONE})
_WITH_WHY = frozenset({OfferState.DECLINED, OfferState.NOT_OFFERED, OfferState.NOT_APPLICABLE})
_ROLES = {
    SupportService.ADVOCATE: Role.ADVOCATE,
    SupportService.INDEPENDENT_VISITOR: Role.INDEPENDENT_VISITOR,
}
_SHOWN_FOR = {
    "offered_on": _OFFERED,
    "person": frozenset({OfferState.HAS_ONE}),
    "provider": _IN_TOUCH,
    "referred_on": _IN_TOUCH,
    "why": _WITH_WHY,
}


class AdvocacyPanel(Panel):
    """A card for each; above it what the review before found, to be confirmed in one press."""

    def __init__(self, presenter: ReviewPresenter) -> None:
        super().__init__(presenter)
        self._whole = WholeChildPresenter(presenter)
        self.cards: dict[SupportService, OfferCard] = {}
        self.proposals: dict[SupportService, Proposal] = {}
        for service in SupportService:
            self._add(service)
        self.refresh()

    @override
    def refresh(self) -> None:
        said = {offer.service for offer in self.presenter.record.support_offers}
        for service, card in self.cards.items():
            if service in said and card.record != self._whole.offer(service):
                card.show_record(self._whole.offer(service))
            card.set_read_only(self.is_fixed())
            card.remove_button.hide()
            found = self._whole.proposal(service)
            self.proposals[service].setVisible(found is not None)
            if found is not None:
                self.proposals[service].show_found(found)

    @override
    def focus_first(self) -> bool:
        service = next(iter(SupportService))
        proposal = self.proposals[service]
        if proposal.isVisibleTo(self):
            proposal.button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.cards[service].focus_first()
        return True

    def _add(self, service: SupportService) -> None:
        offer = self._whole.offer(service)
        card = OfferCard(offer, _attributes(self.presenter, service))
        for name, row in card.rows.items():
            equip(row.field, self.presenter, Place(offer.id, name))
        card.set_title(service_in_words(service, screen()))
        card.changed.connect(self._on_changed)
        card.left.connect(self.left)
        proposal = Proposal(service)
        proposal.button.clicked.connect(lambda: self._confirm(service))
        self.cards[service], self.proposals[service] = card, proposal
        self.body.addWidget(proposal)
        self.body.addWidget(card)

    def _confirm(self, service: SupportService) -> None:
        found = self._whole.proposal(service)
        offer = self._whole.still_so(found) if found else None
        if offer is None:
            return
        self.edit(self.presenter.change(offer))
        self.left.emit()
        self.refresh()
        self.cards[service].focus_first()
        accessibility.announce(self, text_of(offer_in_words(offer, screen())))

    def _on_changed(self, offer: SupportOffer) -> None:
        self.edit(self.presenter.change(offer))
        self.refresh()


class Proposal(QFrame):
    """What the review before found, and a button to say that it is still so."""

    def __init__(self, service: SupportService) -> None:
        super().__init__()
        self.setObjectName("banner")
        self._of = service_in_words(service, screen())
        self.words = Words("")
        self.button = ActionButton(tr("Still so"), "check")
        layout = QHBoxLayout(self)
        side, above = theme.space(14), theme.space(10)
        layout.setContentsMargins(side, above, side, above)
        layout.setSpacing(theme.space(12))
        layout.addWidget(self.words, 1)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_found(self, found: Found) -> None:
        """Say what it was."""
        if not isinstance(found.thing, SupportOffer):
            return
        said = text_of(offer_in_words(found.thing, screen()))
        day = screen().date(found.held_on) if found.held_on else ""
        words = tr("{who}, at the review of {day}: {said}.", who=self._of, day=day, said=said)
        self.words.setText(words)
        accessibility.name(self.button, tr("Still so: {what}", what=words))


class OfferCard(RecordCard[SupportOffer]):
    """What is asked further depends on what became of the offer."""

    def __init__(
        self,
        offer: SupportOffer,
        attributes: Sequence[Attribute[SupportOffer]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(offer, attributes, removing="", parent=parent)

    @override
    def applies(self, name: str) -> bool:
        return name not in _SHOWN_FOR or self.record.state in _SHOWN_FOR[name]


def _attributes(
    presenter: ReviewPresenter, service: SupportService
) -> tuple[Attribute[SupportOffer], ...]:
    words = screen()
    who = PersonField(names(presenter.council, _ROLES[service]))
    said = (state for state in OfferState if state is not OfferState.NOT_SAID)
    states = [
        Option(OfferState.NOT_SAID.value, tr("Not said yet")),
        *(Option(state.value, state_in_words(state, words)) for state in said),
    ]
    return (
        one_of_attribute("state", tr("What became of it?"), PickField(states), OfferState, span=6),
        day_attribute("offered_on", tr("Offered on"), DateField(lambda: presenter.today), span=6),
        text_attribute("provider", tr("Provider"), TextField(), span=6),
        day_attribute("referred_on", tr("Referred on"), DateField(lambda: presenter.today), span=6),
        text_attribute("person", tr("Who is it?"), who, span=6),
        text_attribute("why", tr("Why?"), TextField(tr("in the child's words, where you can"))),
    )
