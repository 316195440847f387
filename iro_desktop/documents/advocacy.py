"""An advocate and an independent visitor: in words, in the minutes, and said to the child."""

from iro_desktop.documents.blocks import Block, Row, Spans, Table, authored, plain
from iro_desktop.documents.filled import filled, listed
from iro_desktop.domain.advocacy import OfferState, SupportOffer, SupportService
from iro_desktop.domain.review_record import ReviewRecord
from iro_desktop.i18n.translator import Translator

_WIDTHS = (0.2, 0.22, 0.28, 0.3)


def service_in_words(service: SupportService, tr: Translator) -> str:
    """Who stands by the child."""
    return {
        SupportService.ADVOCATE: tr("Advocate"),
        SupportService.INDEPENDENT_VISITOR: tr("Independent visitor"),
    }[service]


def state_in_words(state: OfferState, tr: Translator) -> str:
    """What became of the offer."""
    return {
        OfferState.NOT_SAID: tr("Not recorded"),
        OfferState.NOT_OFFERED: tr("Not offered"),
        OfferState.OFFERED: tr("Offered, no answer yet"),
        OfferState.ACCEPTED: tr("Accepted"),
        OfferState.DECLINED: tr("Declined"),
        OfferState.HAS_ONE: tr("Has one"),
        OfferState.NOT_APPLICABLE: tr("Does not apply"),
    }[state]


def offers_table(record: ReviewRecord, tr: Translator) -> tuple[Block, ...]:
    """What was offered at this review, and what became of it. Nothing where nobody has said."""
    offers = sorted(_said(record), key=lambda offer: list(SupportService).index(offer.service))
    rows = tuple(
        Row(
            (
                plain(service_in_words(offer.service, tr)),
                plain(state_in_words(offer.state, tr)),
                _who(offer, tr),
                _days_and_why(offer, tr),
            )
        )
        for offer in offers
    )
    header = (tr("Who stands by the child"), tr("Outcome"), tr("Who"), tr("When and why"))
    caption = plain(tr("Advocate and independent visitor"))
    return (Table(caption, header, rows, _WIDTHS),) if rows else ()


def said_to_the_child(record: ReviewRecord, tr: Translator) -> tuple[Spans, ...]:
    """What the child is told of it, kindly; of what was neither offered nor answered, nothing."""
    return tuple(sentence for offer in _said(record) if (sentence := _to_the_child(offer, tr)))


def _said(record: ReviewRecord) -> list[SupportOffer]:
    return [offer for offer in record.support_offers if offer.state is not OfferState.NOT_SAID]


def _who(offer: SupportOffer, tr: Translator) -> Spans:
    names = [authored(name.strip()) for name in (offer.person, offer.provider) if name.strip()]
    return listed(names, tr) if len(names) > 1 else names[0] if names else ()


def _days_and_why(offer: SupportOffer, tr: Translator) -> Spans:
    said: list[Spans] = []
    if offer.offered_on is not None:
        said.append(plain(tr("offered on {day}", day=tr.date(offer.offered_on))))
    if offer.referred_on is not None:
        said.append(plain(tr("referred on {day}", day=tr.date(offer.referred_on))))
    if offer.why.strip():
        said.append(authored(offer.why.strip()))
    found: Spans = said[0] if said else ()
    for more in said[1:]:
        found = filled(tr("{first}; {more}"), first=found, more=more)
    return found


def _to_the_child(offer: SupportOffer, tr: Translator) -> Spans:
    is_advocate = offer.service is SupportService.ADVOCATE
    match offer.state:
        case OfferState.HAS_ONE if offer.person.strip():
            sentence = (
                tr("Your advocate is {name}.")
                if is_advocate
                else tr("Your independent visitor is {name}.")
            )
            return filled(sentence, name=authored(offer.person.strip()))
        case OfferState.HAS_ONE:
            return plain(
                tr("You have an advocate.")
                if is_advocate
                else tr("You have an independent visitor.")
            )
        case OfferState.ACCEPTED:
            return plain(
                tr("You said yes to an advocate. We are asking for one.")
                if is_advocate
                else tr("You said yes to an independent visitor. We are asking for one.")
            )
        case OfferState.DECLINED:
            return plain(
                tr("You said no to an advocate. That is fine. You can say yes at any time.")
                if is_advocate
                else tr(
                    "You said no to an independent visitor. That is fine. "
                    "You can say yes at any time."
                )
            )
        case OfferState.OFFERED:
            return plain(
                tr("We asked if you would like an advocate. Take your time to think about it.")
                if is_advocate
                else tr(
                    "We asked if you would like an independent visitor: a grown-up who comes to "
                    "spend time with you. Take your time to think about it."
                )
            )
        case _:
            return ()
